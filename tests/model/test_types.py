"""The types hold their invariants and show themselves in a line."""

import json
from datetime import UTC, date, datetime
from enum import EnumType, StrEnum

import attrs
import pytest
from hypothesis import given, strategies as st

import diplonews as dn
from diplonews import model


class TestSpan:
    """`Span`."""

    @pytest.mark.parametrize(("start", "end"), [(-1, 2), (3, 2)])
    def test_bounds(self, start, end):
        """A span that ends before it starts, or starts before the text, is refused with both numbers."""
        with pytest.raises(ValueError, match=f"start={start}, end={end}"):
            dn.Span(start, end)

    def test_relations(self):
        """Neighbours do not overlap; a span contains itself."""
        assert not dn.Span(0, 2).overlaps(dn.Span(2, 4))
        assert dn.Span(0, 3).overlaps(dn.Span(2, 4))
        assert dn.Span(0, 3).contains(dn.Span(0, 3))
        assert not dn.Span(0, 3).contains(dn.Span(2, 4))
        assert len(dn.Span(1, 4)) == 3


class TestInterval:
    """`Interval`."""

    def test_order(self):
        """The end comes after the start."""
        with pytest.raises(ValueError, match="start < end"):
            dn.Interval(date(2021, 1, 2), date(2021, 1, 2))

    def test_one_sort(self):
        """A date and a datetime do not mix."""
        with pytest.raises(ValueError, match="two dates or two datetimes"):
            dn.Interval(date(2021, 1, 2), datetime(2021, 1, 3, tzinfo=UTC))

    def test_aware(self):
        """A datetime without a zone is refused."""
        with pytest.raises(ValueError, match="aware"):
            dn.Interval(datetime(2021, 1, 2), datetime(2021, 1, 3))

    def test_contains(self):
        """A month contains its first week, not the week before."""
        month = dn.Interval(date(2021, 2, 1), date(2021, 3, 1))
        assert month.contains(dn.Interval(date(2021, 2, 1), date(2021, 2, 8)))
        assert not month.contains(dn.Interval(date(2021, 1, 31), date(2021, 2, 8)))


def test_reprs_fit_a_line():
    """Each repr is one line of at most 120 characters that names the type."""
    evidence = dn.Evidence(rule="x")
    span = dn.Span(0, 1)
    place = dn.Place(name="OSLO", country="NOR", timezone="Europe/Oslo")
    when = dn.TimeExpression(span=span, text="x", type=dn.TimexType.DATE, value="2021", evidence=evidence)
    speaker = dn.Speaker(name="Ann Rowe", type=dn.SpeakerType.PERSON)
    actor = dn.Actor(code="NOR")
    article = dn.Article(text="x", format="generic", headline="H" * 200)
    event = dn.Event(
        type=dn.EventType.CONSULT, trigger=(span,), sentence=span, evidence=evidence, actors=(actor,), when=when
    )
    values = [
        span,
        evidence,
        place,
        when,
        speaker,
        actor,
        article,
        event,
        dn.Evidence(rule="x", field="published"),
        dn.Region(span=span, kind=dn.RegionKind.BODY),
        dn.Dateline(span=span, places=(place,)),
        dn.Timestamp(local=date(2021, 1, 1)),
        dn.Byline(text="By Ann Rowe"),
        dn.Interval(date(2021, 1, 1), date(2021, 1, 2)),
        dn.Quote(kind=dn.QuoteKind.DIRECT, content=(span,), speaker=speaker, evidence=evidence),
        dn.Quote(kind=dn.QuoteKind.DIRECT, content=(span,), evidence=evidence),
        dn.ActorMention(span=span, actor=actor),
        dn.Analysis(article=article),
    ]
    for value in values:
        shown = repr(value)
        assert type(value).__name__ in shown
        assert "\n" not in shown
        assert len(shown) <= 120


words = st.none() | st.text(max_size=300)


@given(words, st.text(max_size=300), st.lists(st.sampled_from(["NOR", "", "USA"]), max_size=30), st.integers(0, 10**9))
def test_long_values_keep_their_repr_in_a_line(name, text, codes, place):
    """Whatever words and however many spans and parties there are, a repr is one line of at most 120 characters."""
    span = dn.Span(place, place + len(text))
    actors = tuple(dn.Actor(code=code, name=name) for code in codes)
    evidence = dn.Evidence(rule="headline.best-line", field="published", spans=(span,) * len(codes))
    speaker = dn.Speaker(name=name, type=dn.SpeakerType.PERSON, country="NOR")
    when = dn.TimeExpression(
        span=span, text=text, type=dn.TimexType.DATE, value="2024-05-06T09:10", evidence=dn.Evidence(rule="x")
    )
    event = dn.Event(
        type=dn.EventType.COOPERATE,
        text=text,
        actors=actors,
        recipients=actors,
        when=when,
        status=dn.EventStatus.HYPOTHETICAL,
        trigger=(span, span),
        sentence=span,
        evidence=evidence,
    )
    quotes = [
        dn.Quote(kind=kind, text=text, content=(span,), speaker=speaker, evidence=evidence) for kind in dn.QuoteKind
    ]
    article = dn.Article(text=text, format="generic", headline=name)
    dateline = dn.Dateline(span=span, places=(dn.Place(name=text),) * 4, agency=name)
    others = (evidence, speaker, when, event, article, dateline, dn.Byline(text=text), dn.Place(name=text))
    for value in (*others, *quotes, *actors[:1], dn.Analysis(article=article, events=(event,))):
        shown = repr(value)
        assert len(shown.splitlines()) == 1
        assert len(shown) <= 120


class TestEvent:
    """`Event`."""

    EVENT = dn.Event(
        id="7",
        text="Oslo rebuked Riga.",
        type=dn.EventType.ACCUSE,
        actors=(dn.Actor(code="NOR"),),
        recipients=(dn.Actor(code="LVA"),),
        trigger=(dn.Span(15, 22),),
        sentence=dn.Span(10, 28),
        evidence=dn.Evidence(rule="accuse.v.accuse"),
    )

    def test_words(self):
        """The words of the trigger are cut from those of the sentence and shown in the repr."""
        assert self.EVENT.trigger_words() == ("rebuked",)
        assert repr(self.EVENT) == "<Event ACCUSE NOR > LVA None ACTUAL 'rebuked'>"

    def test_without_words(self):
        """An event without stored words shows none."""
        bare = attrs.evolve(self.EVENT, text="")
        assert bare.trigger_words() == ()
        assert repr(bare) == "<Event ACCUSE NOR > LVA None ACTUAL>"

    def test_equality(self):
        """Id and words do not count when events are compared."""
        other = attrs.evolve(self.EVENT, id="8", text="")
        assert other == self.EVENT
        assert hash(other) == hash(self.EVENT)


class TestQuote:
    """`Quote`."""

    SPEAKER = dn.Speaker(name="Han Seo-yeon", type=dn.SpeakerType.PERSON)

    @pytest.mark.parametrize(
        ("kind", "text", "shown"),
        [
            ("DIRECT", '"The levy has no basis,"', "'The levy has no basis'"),
            ("DIRECT", "“No basis ...\nnone”", "'No basis ... none'"),
            ("MIXED", 'the levy has "no basis"', "'the levy has \"no basis\"'"),
            ("INDIRECT", "", "''"),
        ],
    )
    def test_repr(self, kind, text, shown):
        """The words are shown in one line, those of a direct quote without the marks around them."""
        quote = dn.Quote(
            kind=dn.QuoteKind(kind),
            text=text,
            content=(dn.Span(0, 1),),
            speaker=self.SPEAKER,
            evidence=dn.Evidence(rule="x"),
        )
        assert repr(quote) == f"<Quote {kind} 'Han Seo-yeon' {shown}>"
        assert quote == attrs.evolve(quote, id="8", text="y")


ENUMS = [getattr(model, name) for name in model.__all__ if isinstance(getattr(model, name), EnumType)]


@pytest.mark.parametrize("member", [member for enum in ENUMS for member in enum], ids=repr)
def test_enums_are_strings(member):
    """A member is its name: it compares, formats, hashes and serializes like the string."""
    assert isinstance(member, StrEnum)
    assert member == member.name == f"{member}"
    assert {member: 1}[member.name] == 1
    assert json.dumps(member) == f'"{member.name}"'
    assert f"{member:13}|" == f"{member.name:13}|"


def test_timeml():
    """Attributes that are known are written, text is escaped."""
    when = dn.TimeExpression(
        span=dn.Span(0, 4),
        text="a<b",
        type=dn.TimexType.SET,
        value="P1D",
        quant="EVERY",
        mod="APPROX",
        evidence=dn.Evidence(rule="x"),
    )
    assert when.to_timeml("t3") == '<TIMEX3 tid="t3" type="SET" value="P1D" mod="APPROX" quant="EVERY">a&lt;b</TIMEX3>'
