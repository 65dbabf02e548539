"""What a parser is given, and what it gives."""

import pickle

from diplonews import Article, ParseError
from diplonews.wire.base import Articles, Copy


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
