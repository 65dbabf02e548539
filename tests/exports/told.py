"""Analyses for the tests of exports: drawn ones, and a few built by hand."""

from datetime import UTC, date, datetime, timedelta

from hypothesis import strategies as st

import diplonews as dn

SENTENCE = "Oslo rebuked Riga on Tuesday."
CODES = ("NOR", "LVA", "KOR", "RUS", "TLS", "KOS", "UNO", "EUR", "NGO", "")
SECTORS = ("GOV", "MIL", "JRN", "PTY")
MODES = ("", "visit", "convict", "meet")


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


text = st.text(max_size=12) | st.sampled_from(
    ("a\tb", 'say "no"', '"', "=1+1", "a\r\nb", "\ud800", "NA", "010", "a; b|c")
)
spans = st.tuples(st.integers(0, 20), st.integers(0, 12)).map(lambda pair: dn.Span(pair[0], sum(pair)))
evidence = st.builds(dn.Evidence, rule=st.just("accuse.v.accuse"))
days = st.dates(date(1900, 1, 1), date(2100, 12, 31))
moments = st.datetimes(datetime(1950, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC))
intervals = st.builds(lambda day, size: dn.Interval(day, day + timedelta(days=size)), days, st.integers(1, 40))
intervals |= st.builds(lambda at, size: dn.Interval(at, at + timedelta(minutes=size)), moments, st.integers(1, 3000))
whens = st.builds(
    dn.TimeExpression,
    span=spans,
    text=text,
    type=st.sampled_from(dn.TimexType),
    value=st.none() | st.just("2021-05"),
    mod=st.none(),
    quant=st.none(),
    freq=st.none(),
    interval=st.none() | intervals,
    reason=st.none(),
    evidence=evidence,
)
actors = st.builds(
    dn.Actor,
    code=st.sampled_from(CODES),
    sectors=st.lists(st.sampled_from(SECTORS), unique=True, max_size=3).map(tuple),
    name=st.none() | text,
    role=st.none() | text,
)
places = st.builds(
    dn.Place,
    name=text | st.sampled_from(("Seoul", "Atlanta", "Norway")),
    region=st.none() | text,
    country=st.none() | st.sampled_from(CODES[:4]),
    timezone=st.none(),
)
speakers = st.builds(dn.Speaker, name=st.none() | text, type=st.sampled_from(dn.SpeakerType), country=st.none())
events = st.builds(
    dn.Event,
    id=st.just("") | st.integers(0, 2**64 - 1).map("{:016x}".format),
    text=text,
    type=st.sampled_from(dn.EventType),
    modes=st.lists(st.sampled_from(MODES[1:]), unique=True, max_size=2).map(tuple),
    contexts=st.lists(st.sampled_from(("military", "economic")), unique=True, max_size=2).map(tuple),
    actors=st.lists(actors, max_size=2).map(tuple),
    recipients=st.lists(actors, max_size=2).map(tuple),
    symmetric=st.booleans(),
    object=st.none(),
    when=st.none() | whens,
    effective=st.none(),
    place=st.none() | places,
    status=st.sampled_from(dn.EventStatus),
    historical=st.booleans(),
    speaker=st.none(),
    quote=st.just(()),
    trigger=spans.map(lambda span: (span,)),
    sentence=spans,
    duplicate_of=st.none() | spans,
    evidence=evidence,
)
quotes = st.builds(
    dn.Quote,
    id=st.just(""),
    text=text,
    kind=st.sampled_from(dn.QuoteKind),
    content=spans.map(lambda span: (span,)),
    speaker=st.none() | speakers,
    evidence=evidence,
)
stamps = st.builds(
    dn.Timestamp, span=st.none(), instant=st.none() | moments, local=days | st.datetimes(datetime(1950, 1, 1))
)
articles = st.builds(
    dn.Article,
    text=st.text(max_size=40) | st.just(SENTENCE),
    format=st.just("text"),
    paragraphs=st.just(()),
    headline=st.none() | text,
    outlet=st.none() | text,
    published=st.none() | stamps,
    language=st.none() | st.just("en"),
    identifier=st.none() | text,
    url=st.none() | st.just("https://example.org/1"),
    anchor=st.none() | days,
)
mentions = st.builds(dn.ActorMention, span=spans, actor=actors)
analyses = st.builds(
    dn.Analysis,
    id=text,
    article=articles,
    dates=st.lists(whens, max_size=2).map(tuple),
    quotes=st.lists(quotes, max_size=2).map(tuple),
    actors=st.lists(mentions, max_size=2).map(tuple),
    events=st.lists(events, max_size=3).map(tuple),
    error=st.none(),
)
