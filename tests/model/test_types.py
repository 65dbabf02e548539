"""The types hold their invariants and show themselves in a line."""

from datetime import UTC, date, datetime

import pytest

import diplonews as dn


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
