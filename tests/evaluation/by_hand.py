"""Findings made by hand, and those that a perfect program would make of a gold article."""

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

from diplonews.evaluation.days import days_of_value
from diplonews.evaluation.subject import compare_with
from diplonews.evaluation.tally import Tally
from diplonews.model import (
    Actor,
    Analysis,
    Article,
    Byline,
    Event,
    EventStatus,
    EventType,
    Evidence,
    Interval,
    Quote,
    QuoteKind,
    Region,
    Span,
    Speaker,
    SpeakerType,
    TimeExpression,
    Timestamp,
    TimexType,
)

BY_HAND = Evidence(rule="by.hand")
FIRST = Span(0, 1)


def found_date(text, span, value, *, days=None):
    """A found expression; `days` are its first and its last day."""
    interval = Interval(days[0], days[1] + timedelta(days=1)) if days is not None else None
    return TimeExpression(
        span=span, text=span.of(text), type=TimexType.DATE, value=value, interval=interval, evidence=BY_HAND
    )


def found_quote(content, *, source=None, cue=(), name=None, country=None, anonymous=False):
    """A found quotation; spans."""
    kind = SpeakerType.PERSON
    speaker = Speaker(name=name, type=kind, country=country, anonymous=anonymous) if name or country else None
    return Quote(
        kind=QuoteKind.DIRECT, content=tuple(content), source=source, cue=cue, speaker=speaker, evidence=BY_HAND
    )


def found_event(kind, parties, trigger=FIRST, *, status="ACTUAL", when=None):
    """A found event; parties as `NOR > LVA` or `NOR = LVA`."""
    sign = "=" if "=" in parties else ">"
    left, right = (
        [Actor(code=code.strip()) for code in side.split(",") if code.strip()] for side in parties.split(sign)
    )
    return Event(
        type=EventType[kind],
        actors=tuple(left + right if sign == "=" else left),
        recipients=() if sign == "=" else tuple(right),
        symmetric=sign == "=",
        status=EventStatus[status],
        when=when,
        trigger=(trigger,),
        sentence=trigger,
        evidence=BY_HAND,
    )


def perfect(gold):
    """The analysis in which everything is right."""
    text = gold.text
    return Analysis(
        article=Article(
            text=text,
            format="x",
            regions=_regions(gold),
            headline=gold.fields.get("headline"),
            provider=gold.fields.get("provider"),
            outlet=gold.fields.get("outlet"),
            bylines=tuple(
                Byline(text=f"By {name.strip()}", names=(name.strip(),))
                for name in gold.fields.get("bylines", "").split(";")
                if name.strip()
            ),
            published=_stamp(gold.fields.get("published")),
            anchor=gold.anchor,
        ),
        dates=tuple(found_date(text, one.span, one.value) for one in gold.dates),
        quotes=tuple(
            found_quote(
                one.content,
                source=one.source[0] if one.source else None,
                cue=one.cue,
                name=one.name,
                country=one.country,
            )
            for one in gold.quotes
        ),
        events=tuple(_event(text, one) for one in gold.events),
    )


def _regions(gold):
    kinds = gold.kinds()
    edges = [0, *(at for at in range(1, len(kinds)) if kinds[at] is not kinds[at - 1]), len(kinds)]
    return tuple(Region(span=Span(start, end), kind=kinds[start]) for start, end in pairwise(edges))


def _stamp(value):
    if value is None:
        return None
    if len(value) == len("2024-03-05"):
        return Timestamp(local=date.fromisoformat(value))
    moment = datetime.fromisoformat(value)
    if moment.tzinfo is None:
        return Timestamp(local=moment)
    return Timestamp(local=moment.replace(tzinfo=None), instant=moment.astimezone(UTC), timezone="x")


def _event(text, one):
    days = days_of_value(one.date)
    when = found_date(text, Span(0, 1), one.date, days=days) if days is not None else None
    return Event(
        type=one.types[0],
        actors=tuple(Actor(code=code) for code in one.actors),
        recipients=tuple(Actor(code=code) for code in one.recipients),
        symmetric=one.symmetric,
        status=one.status,
        when=when,
        trigger=one.trigger,
        sentence=one.trigger[0],
        evidence=BY_HAND,
    )


def scored(gold, found, scorer):
    """Values of a scorer's measures by name, and its outcomes."""
    tally = Tally(gold.id)
    scorer(compare_with(gold, found), tally)
    return {measure: count.value for (_, measure), count in tally.counts.items()}, tally.outcomes
