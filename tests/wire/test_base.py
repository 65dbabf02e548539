"""Bytes to text, and what a parser is given."""

import pickle

import pytest
from hypothesis import given, strategies as st

from diplonews import Article, ParseError
from diplonews.wire.base import Articles, Copy, decode


class TestDecode:
    """`decode`."""

    @given(st.text(st.characters(codec="utf-8", exclude_characters="\0")))
    def test_utf8_comes_back(self, text):
        """What is UTF-8 is read as that."""
        if not text.startswith("\ufeff"):
            assert decode(text.encode()) == text

    @pytest.mark.parametrize(
        ("data", "text"),
        [
            (b"M\xfcller", "Müller"),
            (b"\x93deal\x94", "“deal”"),
            ("\ufeffé".encode("utf-8"), "é"),
            ("Gespräch".encode("utf-16"), "Gespräch"),
            (
                b'<?xml version="1.0" encoding="iso-8859-2"?><a>\xb1</a>',
                '<?xml version="1.0" encoding="iso-8859-2"?><a>ą</a>',
            ),
            (b"<meta charset=shift_jis>\x83A", "<meta charset=shift_jis>ア"),
            (b'<?xml encoding="no-such"?>\xe9', '<?xml encoding="no-such"?>é'),
            (b"One\r\nTwo\r", "One\r\nTwo\r"),
        ],
    )
    def test_order_of_trust(self, data, text):
        """A byte order mark, strict UTF-8, what is declared, cp1252; line ends are kept."""
        assert decode(data) == text

    def test_no_text(self):
        """A NUL is no text; the error says on which line."""
        with pytest.raises(ParseError, match="line 2: not text: a NUL byte") as caught:
            decode(b"abc\n\x00\x01")
        assert caught.value.line == 2

    @pytest.mark.parametrize(
        ("data", "name"),
        [(b"%PDF-1.7\nabc", "a PDF file"), (b"\x1f\x8b\x08abc", "gzip data"), (b"PK\x03\x04abc", "a ZIP archive")],
    )
    def test_known_binary(self, data, name):
        """A file that is no text is named, though it holds no NUL."""
        with pytest.raises(ParseError, match=f"line 1: not text: {name}"):
            decode(data)

    def test_not_decodable(self):
        """A byte that cp1252 lacks is an error with its line."""
        with pytest.raises(ParseError, match="line 2: not decodable as UTF-8 nor as cp1252"):
            decode(b"abc\n\x81\xff")

    def test_bad_byte_order_mark(self):
        """What a byte order mark promises must hold."""
        with pytest.raises(ParseError, match="utf-8-sig"):
            decode(b"\xef\xbb\xbf\xff")


class TestCopy:
    """`Copy`."""

    def test_views(self):
        """Text, bytes and head of either sort of input."""
        assert Copy(b"\xef\xbb\xbf  abc").head == "abc"
        assert Copy("é").data == b"\xc3\xa9"
        assert Copy(b"x").data == b"x"
        assert Copy("\ud800").data == b"\xed\xa0\x80"


class TestArticles:
    """`Articles`."""

    def test_is_a_tuple_with_failures(self):
        """It compares and slices as a tuple and keeps the errors through a pickle."""
        article = Article(text="x", format="generic")
        articles = Articles([article], [ParseError("bad", format="nitf")])
        assert articles == (article,)
        again = pickle.loads(pickle.dumps(articles))
        assert again == articles
        assert str(again.failures[0]) == "nitf: bad"
        assert Articles().failures == ()
