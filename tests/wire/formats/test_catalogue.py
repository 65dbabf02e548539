"""The list of the machine formats, and what of each is known before its module is loaded."""

from importlib import import_module
from pathlib import Path

import pytest
from hypothesis import given, strategies as st

from diplonews.wire.base import Copy, Parser
from diplonews.wire.formats import FORMATS, anpa1312, iptc7901, mail
from diplonews.wire.registry import default_registry

COPIES = (
    "From: desk@harbour.example\nSubject: Talks end\nMessage-ID: <1@harbour.example>\n\nTalks ended.\n",
    "Talks end\n\nHarbour Post\n\nMay 4, 2021\n\nLength: 12 words\n\nBody\n\nTalks ended.\n\nLoad-Date: May 4, 2021\n",
    "Talks end\n12 words\n4 March 2021\nHarbour Post\n\nTalks ended.\n\nDocument HARBPO0020210304eh3400001\n",
    "Full text: Talks ended.\n\nProQuest document ID: 12\n",
    '{"@type": "NewsArticle", "headline": "Talks end", "articleBody": "They left."}',
    "<RBNews><headline>Talks end</headline><content>They left.</content></RBNews>",
    "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<html><p>Talks ended.</p></html>",
    "OSLO, March 4 (Reuters) - Talks ended.",
    *(path.read_bytes() for path in sorted((Path(__file__).parent / "samples").iterdir())),
)


def behind(cls):
    """The parser that a row of the list loads."""
    module, name = cls.home.split(".")
    return getattr(import_module(f"diplonews.wire.formats.{module}"), name)


@pytest.mark.parametrize("cls", FORMATS, ids=lambda cls: cls.name)
class TestRow:
    def test_name(self, cls):
        """The row has the name of its parser."""
        assert cls.name == behind(cls).name
        assert isinstance(cls(), Parser)

    def test_some_copy_is_taken(self, cls):
        """Its parser is tried for the copies that it takes."""
        assert any(cls().score(Copy(raw)) for raw in COPIES)

    def test_scores_are_those_of_the_parser(self, cls):
        """No copy that the parser takes is kept from it."""
        for raw in COPIES:
            copy = Copy(raw)
            score = behind(cls)().score(copy)
            if cls.opening is None or copy.head[:1] in cls.opening:
                assert cls().score(copy) == score
            else:
                assert not score


@given(
    before=st.text(alphabet=" \n\x00\x01\x04\x16\x7f^A", max_size=4),
    header=st.one_of([st.from_regex(pattern.pattern) for pattern in (anpa1312.FIRST, iptc7901.HEADER, mail.FIRST)]),
    after=st.sampled_from(("", "\nSubject: x\nFrom: y\nReceived: z\n", "Length: 10 words\nEnd of Document")),
)
def test_no_header_is_passed_over(before, header, after):
    """Copy with a header of a format, after any noise, is scored as its parser scores it."""
    copy = Copy(before + header + after)
    for cls in FORMATS:
        if cls.opening is None:
            assert cls().score(copy) == behind(cls)().score(copy)


def test_all_are_registered():
    """The machine formats come before the parsers of plain text, in the order of the list."""
    names = [parser.name for parser in default_registry()]
    assert names[: len(FORMATS)] == [cls.name for cls in FORMATS]
