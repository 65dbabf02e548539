"""Who is quoted, as a picture: every speaker counts once, and the table gives the same bars as the analyses."""

import pytest
from hypothesis import given, settings, strategies as st

import diplonews as dn
from diplonews import plots
from diplonews.model import Analysis, Article, Evidence, Quote, QuoteKind, Span, Speaker, SpeakerType
from diplonews.testing import analyses
from tests.plots.pictures import draw, legend_texts, outside, overlapping, rows, words

EVIDENCE = Evidence(rule="test")


def quote(name, *, kind=QuoteKind.DIRECT, country=None, role=None, **more):
    """One quote of a person."""
    speaker = Speaker(name=name, type=SpeakerType.PERSON, role=role, country=country)
    return Quote(kind=kind, content=(Span(0, 1),), speaker=speaker, evidence=EVIDENCE, **more)


def saying(*quotes):
    """An analysis with these quotes."""
    return Analysis(article=Article(text="x", format="text"), quotes=quotes)


def bars(ax):
    """How long each row is."""
    lengths = {}
    for patch in ax.patches:
        row = round(patch.get_y() + patch.get_height() / 2)
        lengths[row] = lengths.get(row, 0) + patch.get_width()
    return [lengths[row] for row in sorted(lengths)]


def test_the_most_quoted_come_first():
    """Bars are sorted by length, then by name; the state is beside the name."""
    ax = plots.speakers(
        [
            saying(quote("Ann Lund", country="NOR"), quote("Bo Ek", country="SWE")),
            saying(quote("Bo Ek", kind=QuoteKind.INDIRECT), quote("Aki Salo")),
        ]
    )
    assert rows(ax) == ["Bo Ek, Sweden", "Aki Salo", "Ann Lund, Norway"]
    assert bars(ax) == [2, 1, 1]
    assert "4 quotes" in words(ax)


def test_repeats_and_quotes_without_speaker_do_not_count():
    """A repeated quote counts once."""
    nobody = Quote(kind=QuoteKind.DIRECT, content=(Span(0, 1),), evidence=EVIDENCE)
    ax = plots.speakers([saying(quote("Ann Lund"), quote("Ann Lund", duplicate_of=(Span(0, 1),)), nobody)])
    assert bars(ax) == [1]


def test_a_source_without_a_name():
    """It is called by its role, in brackets."""
    assert rows(plots.speakers([saying(quote(None, role="ministry official", country="KOR"))])) == [
        "(ministry official), South Korea"
    ]


def test_what_is_left_out_is_said():
    """The note counts the speakers, those who are not shown included."""
    ax = plots.speakers([saying(*(quote(f"Person {number}") for number in range(30)))], most=5)
    assert len(rows(ax)) == 5
    assert "30 quotes; the 5 most quoted of 30 speakers" in words(ax)


@settings(max_examples=10)
@given(st.lists(analyses(), max_size=3))
def test_table_and_analyses_give_the_same(stream):
    """It does not matter which of the two is given, and the bars add up to the number of quotes."""
    expected = sum(quote.speaker is not None and quote.duplicate_of is None for one in stream for quote in one.quotes)
    from_analyses = plots.speakers(iter(stream), most=1_000)
    from_table = plots.speakers(dn.to_tables(iter(stream), embargoed=True).quotes, most=1_000)
    assert bars(from_analyses) == bars(from_table)
    assert sum(bars(from_analyses)) == expected


@settings(max_examples=10)
@given(st.lists(analyses(), max_size=3))
@pytest.mark.filterwarnings("ignore:Glyph")
def test_any_name_can_be_drawn(stream):
    """Control characters, dollar signs and half surrogates are drawn, or left out, and break nothing."""
    draw(plots.speakers(stream))


def test_names_are_not_formulas():
    """A dollar sign stays a dollar sign."""
    ax = plots.speakers([saying(quote("$\\frac{1}{$ Fund $x_$"))])
    draw(ax)
    assert rows(ax) == ["$\\frac{1}{$ Fund $x_$"]


@pytest.mark.parametrize("count", [1, 50])
def test_labels_can_be_read(count):
    """They neither overlap each other nor leave the picture."""
    long = [quote(f"Maria-Theresia of Hohenwart-Ebersberg {number}", country="TTO") for number in range(count)]
    ax = plots.speakers([saying(*long)], most=50)
    labels = ax.get_yticklabels()
    assert len(labels) == count
    assert overlapping(ax, labels) == []
    assert outside(ax, [*labels, *ax.texts, *legend_texts(ax)]) == []


def test_nobody():
    """An empty chart says so."""
    assert words(plots.speakers([])) == ["no quotes with a speaker"]


def test_bad_arguments():
    """What can't be drawn is refused at once."""
    with pytest.raises(ValueError, match=r"^most must be at least 1 \(got 0\)$"):
        plots.speakers([], most=0)
    with pytest.raises(ValueError, match=r"^expected analyses or the table 'quotes' \(got the table 'events'\)$"):
        plots.speakers(dn.to_tables([]).events)
