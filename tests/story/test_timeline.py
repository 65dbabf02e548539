"""Timelines: what an entry says of an event."""

from datetime import UTC, datetime

import attrs
import pytest
from hypothesis import given, strategies as st

import diplonews as dn
from diplonews.story.rows import entry_row
from diplonews.tabular.codebook import columns
from diplonews.testing import analyses

from .told import article

WANTED = "analyses must be many Analysis objects, as analyze_many"
BODY = "Oslo rebuked Riga over the levy on Monday."


def only(*analyses, **options):
    """The one entry of a timeline."""
    (entry,) = dn.timeline(analyses, **options)
    return entry


@pytest.mark.parametrize("given", ["Oslo rebuked Riga.", dn.analyze("Oslo rebuked Riga."), 5])
def test_many_analyses_are_wanted(given):
    """One text or one analysis is a TypeError that says what to pass."""
    for call in (dn.timeline, lambda analyses: dn.dyad_series(analyses, "NOR", "LVA")):
        with pytest.raises(TypeError, match=WANTED):
            call(given)


def test_nothing():
    """No analyses, no entries and no rows."""
    assert dn.timeline(iter(())) == ()
    assert len(dn.dyad_series(iter(()), "NOR", "LVA")) == 0


def test_articles_that_failed():
    """An analysis with an error has no events."""
    failed = dn.Analysis(article=dn.Article(text=BODY, format="x"), error="a fault")
    assert dn.timeline([failed]) == ()


@given(st.lists(analyses(), max_size=3))
def test_any_analyses(stream):
    """Whatever the findings hold, each event is a mention of one entry."""
    entries = dn.timeline(iter(stream), embargoed=True)
    assert sum(len(entry.mentions) for entry in entries) == sum(len(found.events) for found in stream)


def test_round_trip():
    """An entry comes back equal from its JSON."""
    entry = only(article(0, BODY))
    assert dn.from_json(dn.TimelineEntry, dn.to_json(entry)) == entry
    assert dn.json_schema(dn.TimelineEntry)["$ref"] == "#/$defs/TimelineEntry"


def test_embargo():
    """Articles under embargo are left out unless asked for."""
    analysis = article(0, BODY)
    held = attrs.evolve(analysis, article=attrs.evolve(analysis.article, embargo=datetime(9999, 1, 1, tzinfo=UTC)))
    assert dn.timeline([held]) == ()
    assert only(held, embargoed=True).articles == ("0",)


def test_the_fullest_mention_represents_the_event():
    """One with a day before one without, one that names its parties before one that does not."""
    entry = only(article(0, "Oslo rebuked Riga.", "2031-05-05"), article(1, "Norway rebuked Latvia on Monday."))
    assert entry.event.when.value == "2031-05-05"
    assert [mention.article for mention in entry.mentions] == ["0", "1"]


def test_order_of_entries():
    """By the first day; without one, by the first report; without that, last."""
    analyses = [
        article(0, "Chile accused Peru of spying.", None),
        article(1, "Oslo rebuked Riga on 7 May 2031.", "2031-05-08"),
        article(2, "Seoul thanked Tokyo.", "2031-05-06"),
        article(3, "Paris warned Berlin on 5 May 2031.", "2031-05-08"),
    ]
    assert [entry.articles for entry in dn.timeline(analyses)] == [("3",), ("2",), ("1",), ("0",)]


class TestSources:
    """Who reports it."""

    def test_the_agency_before_the_outlet(self):
        """A paper that prints an agency's copy is not a source of its own."""
        entry = only(
            article(0, BODY, provider="NTB", outlet="Fjord Courier"), article(1, BODY, provider="NTB", outlet="Gazette")
        )
        assert entry.sources == ("NTB",)

    def test_copies_without_a_credit(self):
        """The same sentence under another name is a reprint; other words are another report."""
        copied = article(1, BODY, outlet="Gazette")
        assert only(article(0, BODY, provider="NTB"), copied).sources == ("NTB",)
        own = article(2, "Norway on Monday rebuked Latvia over its levy.", "2031-05-07", outlet="Gazette")
        assert only(article(0, BODY, provider="NTB"), own).sources == ("NTB", "Gazette")

    def test_an_edited_copy(self):
        """A copy in which an editor changed a word is a copy."""
        sentence = (
            "Oslo on Monday sharply rebuked Riga over the levy that it had put on timber from the north of Norway."
        )
        edited = sentence.replace("sharply", "strongly")
        copied = article(1, edited, outlet="Gazette")
        assert only(article(0, sentence, outlet="Courier"), copied).sources == ("Courier",)

    def test_nobody_is_named(self):
        """Then there is no event."""
        assert only(article(0, BODY)).sources == ()


class TestQuotes:
    """The quotes of an entry."""

    def test_the_other_side_answers(self):
        """What the other side says next is an answer; what the same side says is not."""
        text = (
            f'{BODY} "The levy has no basis," Norwegian spokeswoman Kari Lund said. '
            '"It stays," Latvian minister Juris Ozols said.'
        )
        (entry,) = [entry for entry in dn.timeline([article(0, text)]) if entry.event.type == "ACCUSE"]
        assert [quote.speaker.name for quote in entry.quotes] == ["Juris Ozols"]

    def test_another_event_comes_between(self):
        """What follows the next event answers that one."""
        text = f'{BODY} Riga also expelled Estonian envoys. "It stays," Latvian minister Juris Ozols said.'
        entries = {entry.event.type: entry for entry in dn.timeline([article(0, text)])}
        assert entries["ACCUSE"].quotes == ()

    def test_each_once(self):
        """Copies of a quote are one."""
        text = f'{BODY} "It stays," Latvian minister Juris Ozols said.'
        assert len(only(article(0, text), article(1, text)).quotes) == 1


def test_row():
    """The cells are those of the codebook."""
    row = entry_row(only(article(0, BODY, provider="NTB"), article(1, BODY, "2031-05-07", provider="AP")))
    assert list(row) == [column.name for column in columns("timeline")]
    assert (row["articles"], row["sources"], row["article_ids"]) == (2, "NTB;AP", "0;1")
    assert (str(row["first_reported"]), str(row["last_reported"])) == ("2031-05-06", "2031-05-07")
