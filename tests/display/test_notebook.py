"""What notebooks show: every type as self-contained HTML that runs nothing and keeps the words."""

import attrs
import pytest
from hypothesis import given, settings, strategies as st
from lxml import html

import diplonews as dn
from diplonews.display.elements import MOST_ROWS
from diplonews.display.marked import printable
from diplonews.display.notebook import MOST_CHARACTERS, html_of
from diplonews.model import Analysis, Article, EventMention, Span, TimelineEntry
from diplonews.testing import analyses

TEXT = "OSLO, May 5 (AP) - Norway threatened Iceland on Monday. “We will act,” Foreign Minister Ann Lund said."
ELEMENTS = {
    *("div", "style", "span", "mark", "blockquote", "details", "summary"),
    *("table", "thead", "tbody", "tr", "th", "td"),
}
ATTRIBUTES = {"class", "dir", "open", "title", "data-of", "data-in", "data-region"}
HOSTILE = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "</style></div></details><svg onload=alert(1)>",
    "<!-- ",
    "javascript:alert(1)",
    "&lt;b&gt;",
)


def parsed(markup):
    """The card: one element, and nothing beside it."""
    body = html.document_fromstring(f'<meta charset="utf-8"><body>{markup}</body>').find("body")
    [card] = body
    assert not (body.text or "").strip()
    assert not (card.tail or "").strip()
    return card


def words(card):
    """What a reader sees: the words of the card without its style."""
    return "".join(text for text in card.xpath(".//text()[not(ancestor::style)]"))


def check(markup):
    """It is self-contained, runs nothing, loads nothing, and every element in it is one of ours."""
    markup.encode("utf-8")
    card = parsed(markup)
    for element in card.iter():
        assert element.tag in ELEMENTS
        assert set(element.attrib) <= ATTRIBUTES
    [style] = card.iter("style")
    assert "url(" not in style.text
    assert "@import" not in style.text
    return card


def pieces(found):
    """The analysis, its article, and all findings; each event also as an entry of a timeline."""
    yield from (found, found.article, *found.dates, *found.quotes, *found.events)
    for event in found.events:
        mention = EventMention(article="0", headline=found.article.headline, event=event)
        yield TimelineEntry(event=event, mentions=(mention,), quotes=found.quotes)


@settings(max_examples=30)
@given(analyses())
def test_anything_has_its_html(found):
    """Any spans, any characters: a card comes out, and twice the same one."""
    for piece in pieces(found):
        markup = piece._repr_html_()
        check(markup)
        assert markup == piece._repr_html_()


@settings(max_examples=20)
@given(st.lists(analyses(), max_size=2))
def test_any_table_has_its_html(stream):
    """Each table is a card, whatever its cells hold."""
    tables = dn.to_tables(iter(stream), embargoed=True)
    for table in (tables.articles, tables.dates, tables.quotes, tables.speakers, tables.events, tables.mentions):
        check(table._repr_html_())


@given(
    st.text(st.characters(exclude_characters="\r")),
    st.sampled_from(["headline", "provider", "outlet", "format", "text"]),
)
def test_words_of_an_article_are_kept(drawn, field):
    """Any content of an article is shown as text, character by character."""
    card = check(attrs.evolve(Article(text="", format="text"), **{field: drawn})._repr_html_())
    if field == "text":
        assert "".join(card.xpath(".//div[@class='text']//text()")) == printable(drawn)
    else:
        assert printable(drawn)[:100] in words(card).replace("(no headline)", printable(drawn))


@pytest.mark.parametrize("hostile", HOSTILE)
def test_markup_in_any_field(hostile):
    """Markup is shown, not read: in the text, and in every field of every finding."""
    found = dn.analyze(TEXT, anchor="2031-05-05")
    assert found.dates
    assert found.quotes
    assert found.events
    for piece in pieces(with_words(found, hostile)):
        assert hostile in words(check(piece._repr_html_()))


def with_words(item, replacement):
    """The same finding with every text in it replaced."""
    if isinstance(item, tuple):
        return tuple(with_words(one, replacement) for one in item)
    if not attrs.has(type(item)):
        return item
    changes = {}
    for field in attrs.fields(type(item)):
        value = getattr(item, field.name)
        if type(value) is str and field.name not in {"id", "code"}:
            changes[field.name] = replacement
        else:
            changes[field.name] = with_words(value, replacement)
    return type(item)(**changes)


def test_an_analysis_says_what_it_holds():
    """Headline, facts, the text with its findings, and a table of each kind."""
    raw = f"Norway threatens Iceland\n\n{TEXT}"
    found = dn.analyze(dn.parse_article(raw, published="2031-05-05"))
    card = check(found._repr_html_())
    shown = words(card)
    assert "Norway threatens Iceland" in shown
    assert "5 May 2031" in shown
    assert [summary.text for summary in card.iter("summary")] == [
        f"Events ({len(found.events)})",
        f"Quotes ({len(found.quotes)})",
        f"Dates ({len(found.dates)})",
    ]
    assert "".join(card.xpath(".//div[@class='text']//text()")) == raw
    triggers = ["".join(span.of(raw) for span in event.trigger) for event in found.events]
    assert card.xpath(".//div[@class='text']//*[contains(@class, 'trigger')]/text()") == triggers


def test_an_event_by_itself():
    """The sentence is shown with the words that name the event."""
    [event] = dn.extract_events("Oslo and Riga met. Norway threatened Iceland on 5 May 2031.")[1:]
    card = check(event._repr_html_())
    assert card.xpath(".//blockquote//mark/text()") == ["threatened"]
    assert "Norway threatened Iceland" in words(card)
    assert "THREATEN · 5 May 2031 · actual" in words(card)


def test_what_failed_and_what_was_not_read():
    """An error and the reason why a text was not read are in sight."""
    article = Article(text="Non", format="text")
    assert "not analysed: no model" in words(parsed(Analysis(article=article, error="no model")._repr_html_()))
    assert "it is in French" in words(parsed(Analysis(article=article, unread="it is in French")._repr_html_()))


def test_long_things_are_cut():
    """A long text and many findings are cut, and how much is left out is said."""
    found = dn.extract_dates("They met on 5 May 2031. " * 60)
    text = "x" * (MOST_CHARACTERS + 1_500)
    markup = Analysis(article=Article(text=text, format="text"), dates=found)._repr_html_()
    assert len(markup) < MOST_CHARACTERS + 40_000
    shown = words(parsed(markup))
    assert "and 1,500 more characters" in shown
    assert f"and {len(found) - MOST_ROWS} more rows" in shown


def test_a_table_of_many_rows():
    """The first rows are shown, and how many there are; empty columns are left out."""
    tables = dn.to_tables(dn.analyze_many("Oslo rebuked Riga." for _ in range(25)))
    card = check(tables.events._repr_html_())
    assert len(card.findall(".//tbody/tr")) == 10
    shown = words(card)
    assert "Table events 25 rows" in shown
    assert "and 15 more rows" in shown
    columns = [cell.text for cell in card.iter("th")]
    assert "actor_iso" in columns
    assert "date_value" not in columns


def test_a_series():
    """Its counts are shown, not all of its columns."""
    series = dn.dyad_series(dn.analyze_many(["Oslo threatened Riga on 5 May 2031."]), "NOR", "LVA")
    card = check(series._repr_html_())
    assert [cell.text for cell in card.iter("td")] == ["2031-05", "1", "0", "0", "1", "0", "-3.5", "-3.5"]
    check(dn.dyad_series([], "NOR", "LVA")._repr_html_())


def test_no_html_for_other_things():
    """What has no such form is a TypeError."""
    with pytest.raises(TypeError, match=r"^there is no HTML for Span$"):
        html_of(Span(0, 1))
