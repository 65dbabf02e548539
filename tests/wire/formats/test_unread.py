"""Data that no parser reads is named, and never taken for prose."""

import json
import re

import pytest
from hypothesis import given, strategies as st

from diplonews import parse_article
from diplonews.errors import ParseError
from diplonews.lexicons.structures import load_structures
from diplonews.wire.parsing import DATA_OPENINGS

NAMED = [
    ("{}", "an empty object"),
    ("[]", "an array of 0"),
    ('{"port": "Oslo", "ships": [1, 2]}', "an object with 'port', 'ships'"),
    ('[{"port": "Oslo"}, {}]', "an array of 2, objects with 'port'"),
    ('{"port": "Os', "JSON that is not well-formed"),
    ('\n[{"port": "Os', "JSON that is not well-formed"),
    ("<article><headline>Talks end</headline><para>They left.</para></article>", "'article' with 'headline', 'para'"),
    ("<section><headline>Talks</headline></section>", "'section' with 'headline'"),
    ('<?xml version="1.0"?><story><text>One', "XML that is not well-formed"),
    ('<catalog xmlns="http://iptc.org/std/nar/2006-10-01/"/>', "a catalogue of NewsML-G2"),
    ('<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><p>One.</p></text></TEI>', "a TEI document"),
    ('<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>x</loc></url></urlset>', "a sitemap"),
    ('<article xmlns:xlink="http://www.w3.org/1999/xlink"><front/></article>', "a journal article"),
    ("WARC/1.1\r\nWARC-Type: response\r\n\r\nHTTP/1.1 200 OK", "a web archive"),
    ("{\\rtf1\\ansi One.}", "rich text"),
]
PROSE = [
    "[1] Talks end\n[2] They left.",
    "{Adds quotes} Talks end.",
    "[Copyright The Harbour Press, Ltd.]",
    "<BAC> up 3 pct, <XYZ> down.",
    "<b>Talks end</b>",
    "{",
    '"Talks end," he said.',
]


@pytest.mark.parametrize(("raw", "what"), NAMED)
def test_named(raw, what):
    """The message says what the input looks like and what to do; as plain text it can be read still."""
    with pytest.raises(ParseError) as caught:
        parse_article(raw)
    assert what in str(caught.value)
    assert parse_article(raw, format="generic").text == raw


@pytest.mark.parametrize("raw", PROSE)
def test_prose(raw):
    """What only begins like data is read as text."""
    assert parse_article(raw).text == raw


@given(st.dictionaries(st.text(), st.none() | st.integers() | st.text()) | st.lists(st.integers() | st.text()))
def test_any_other_json(value):
    """No object and no array is ever read as plain text."""
    with pytest.raises(ParseError):
        parse_article(json.dumps(value))


def test_rows():
    """Each row has one way to be known."""
    for row in load_structures():
        assert bool(row.roots) != (row.opening is not None), row.title


@pytest.mark.parametrize(
    "row", [row for row in load_structures() if row.opening is not None], ids=lambda row: row.title
)
@given(data=st.data())
def test_openings_are_listed(row, data):
    """Text that begins as the row says is checked: its first character is one that data begins with."""
    raw = data.draw(st.from_regex(row.opening, fullmatch=True))
    assert raw[0] in DATA_OPENINGS
    with pytest.raises(ParseError, match=re.escape(row.title)):
        parse_article(raw)
