"""A text with its findings marked: the words stay what they are, every finding can be found, nothing runs."""

import pytest
from hypothesis import example, given, strategies as st
from lxml import html

from diplonews import analyze
from diplonews.display.marked import MOST_KEYS, Mark, marked_html, marks_of, printable
from diplonews.model import Analysis, Article, Region, RegionKind, Span
from diplonews.testing import analyses

TEXT = 'OSLO (AP) - Norway threatened Iceland on Monday.\r\n\r\n<b>Riga</b> & "Oslo" met\ron Tuesday.\n'


def without_findings(article):
    """An analysis without findings."""
    return Analysis(article=article)


def parsed(markup):
    """The element that contains the markup."""
    return html.fromstring(f'<meta charset="utf-8"><div>{markup}</div>').find(".//div")


def covered(markup, attribute, key):
    """The words of the pieces that name a finding."""
    found = parsed(markup).xpath(f".//*[@{attribute}]")
    return "".join(piece.text or "" for piece in found if key in piece.get(attribute).split())


@st.composite
def marks(draw):
    """A text, and marks that overlap in any way, some beyond its end."""
    text = draw(st.text(st.characters(exclude_categories=["Cc"]) | st.sampled_from("\r\n\t<>&\"'"), max_size=40))
    spans = draw(st.lists(st.tuples(st.integers(0, 45), st.integers(0, 45)), max_size=8))
    return text, [
        Mark(span=Span(min(pair), max(pair)), layer="dates", part="date", key=f"d{number}")
        for number, pair in enumerate(spans)
    ]


@given(marks())
@example(("a\r\nb\rc", [Mark(span=Span(1, 2), layer="dates", part="date", key="d0")]))
def test_the_text_is_kept(drawn):
    """Without its tags, the markup is the text: every character, every line break."""
    text, drawn = drawn
    assert "".join(parsed(marked_html(text, drawn)).itertext()) == printable(text)


@given(marks())
def test_each_finding_covers_its_words(drawn):
    """The pieces that name a finding are the words of its span."""
    text, drawn = drawn
    markup = marked_html(text, drawn)
    for mark in drawn:
        assert covered(markup, "data-of", mark.key) == printable(mark.span.of(text))


@given(marks())
def test_order_does_not_matter(drawn):
    """The pieces are cut at the same places in whatever order the marks come."""
    text, drawn = drawn
    cut = [[piece.text for piece in parsed(marked_html(text, some))] for some in (drawn, drawn[::-1])]
    assert cut[0] == cut[1]


@given(analyses())
def test_any_analysis(found):
    """Spans outside of the text, control characters and half surrogates make no broken markup."""
    marked_html(found.article.text, marks_of(found), focusable=True).encode("utf-8")


def test_every_finding_of_an_article_is_there():
    """Each date, quote, actor and event is marked in its place, and around it each sentence of an event."""
    found = analyze(TEXT, anchor="2031-05-05")
    assert found.dates
    assert found.actors
    assert found.events
    markup = marked_html(TEXT, marks_of(found))
    for number, event in enumerate(found.events):
        assert covered(markup, "data-of", f"e{number}") == "".join(span.of(TEXT) for span in event.trigger)
        assert covered(markup, "data-in", f"e{number}") == event.sentence.of(TEXT)
    for number, date in enumerate(found.dates):
        assert covered(markup, "data-of", f"d{number}") == date.text


def test_overlapping_layers():
    """A piece has the classes of all layers that cover it."""
    one = Mark(span=Span(0, 4), layer="dates", part="date", key="d0")
    other = Mark(span=Span(2, 6), layer="quotes", part="cue", key="q0")
    assert marked_html("abcdef", [one, other]) == (
        '<mark class="dates date" data-of="d0">ab</mark>'
        '<mark class="dates date quotes cue" data-of="d0 q0">cd</mark>'
        '<mark class="quotes cue" data-of="q0">ef</mark>'
    )


def test_regions():
    """A region is named where it begins; the body and white space are left as they are."""
    kinds = [(0, 3, RegionKind.HEADLINE), (3, 4, RegionKind.WHITESPACE), (4, 6, RegionKind.BODY)]
    regions = tuple(Region(span=Span(start, end), kind=kind) for start, end, kind in kinds)
    found = without_findings(Article(text="Row\nOn", format="text", regions=regions))
    assert marked_html("Row\nOn", marks_of(found)) == (
        '<span data-region="headline"></span><span class="regions headline">Row</span>\nOn'
    )


def test_titles_and_focus():
    """A title is escaped; the first piece of a finding can be reached by keyboard, the others not."""
    one = Mark(span=Span(0, 4), layer="dates", part="date", key="d0")
    around = Mark(span=Span(2, 4), layer="events", part="sentence", key="e0", own=False)
    assert marked_html("abcd", [one, around], titles={"d0": 'a "day"'}, focusable=True) == (
        '<mark class="dates date" data-of="d0" title="a &quot;day&quot;" tabindex="0">ab</mark>'
        '<mark class="dates date events sentence" data-of="d0" data-in="e0" title="a &quot;day&quot;">cd</mark>'
    )


@pytest.mark.parametrize("count", [100, 4_000])
def test_many_marks_in_one_place(count):
    """However many findings share a place, a piece names a few: the markup grows with their number, not its square."""
    drawn = [Mark(span=Span(0, count), layer="dates", part="date", key=f"d{number}") for number in range(count)]
    nested = [Mark(span=Span(number, 2 * count), layer="dates", part="date", key="x") for number in range(count)]
    assert len(marked_html("a" * 2 * count, drawn + nested)) < count * (100 + 8 * MOST_KEYS)
