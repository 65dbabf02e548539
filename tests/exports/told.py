"""Analyses for the tests of exports, built by hand."""

from datetime import UTC, datetime

import diplonews as dn

SENTENCE = "Oslo rebuked Riga on Tuesday."


def build_event(**fields):
    """An event of the sentence, with what a test cares about."""
    given = {
        "id": "8000000000000001",
        "type": dn.EventType.ACCUSE,
        "text": SENTENCE,
        "actors": (dn.Actor(code="NOR", sectors=("GOV",)),),
        "recipients": (dn.Actor(code="LVA", name="Riga"),),
        "trigger": (dn.Span(5, 12),),
        "sentence": dn.Span(0, 29),
        "evidence": dn.Evidence(rule="accuse.v.accuse"),
    }
    return dn.Event(**{**given, **fields})


def build_when(start, end):
    """An expression of time that covers some days."""
    return dn.TimeExpression(
        span=dn.Span(21, 28),
        text="Tuesday",
        type=dn.TimexType.DATE,
        value=start.isoformat(),
        interval=dn.Interval(start, end),
        evidence=dn.Evidence(rule="weekday.bare"),
    )


def build_analysis(*events, **fields):
    """An analysis of the sentence, published on 5 May 2021 at 01:30 in Seoul."""
    given = {
        "text": SENTENCE,
        "format": "text",
        "published": dn.Timestamp(
            local=datetime(2021, 5, 5, 1, 30),
            instant=datetime(2021, 5, 4, 16, 30, tzinfo=UTC),
            timezone="Asia/Seoul",
            timezone_source="outlet",
        ),
        "identifier": "a-1",
        "paragraphs": (dn.Span(0, 29),),
    }
    article = dn.Article(**{**given, **fields})
    return dn.Analysis(id=article.identifier or "", article=article, events=events)
