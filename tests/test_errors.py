"""Messages name the place and the way out; errors survive a pickle."""

import pickle

import pytest

from diplonews import (
    DiplonewsError,
    LexiconError,
    ModelNotFoundError,
    ParseError,
    RegistrationError,
    UnknownFormatError,
)
from diplonews.errors import EXCERPT_CHARACTERS, missing_extra


class TestParseError:
    """`ParseError`."""

    def test_message(self):
        """Format, line and excerpt are around the message."""
        error = ParseError("no end tag", format="nitf", line=3, excerpt="<p>Talks")
        assert str(error) == "nitf: line 3: no end tag (near '<p>Talks')"
        assert (error.format, error.line, error.excerpt) == ("nitf", 3, "<p>Talks")

    def test_bare_message(self):
        """Without a place, the message is alone."""
        assert str(ParseError("empty")) == "empty"

    def test_excerpt_is_short(self):
        """A long excerpt is cut."""
        assert len(ParseError("x", excerpt="a" * 500).excerpt) == EXCERPT_CHARACTERS

    @pytest.mark.parametrize("cls", [ParseError, UnknownFormatError])
    def test_pickle(self, cls):
        """A pickled error keeps its class and its parts (workers send errors home)."""
        error = cls("bad", format="nitf", line=1, excerpt="x")
        again = pickle.loads(pickle.dumps(error))
        assert (type(again), again.format, again.line, again.excerpt, str(again)) == (cls, "nitf", 1, "x", str(error))


def test_missing_extra():
    """What it is for, what is missing and the command that installs it."""
    error = missing_extra("drawing maps", "cartopy", "maps")
    assert isinstance(error, ModelNotFoundError)
    assert str(error) == 'drawing maps needs cartopy: python -m pip install "diplonews[maps]"'


def test_lexicon_error():
    """File and row come before the message."""
    assert str(LexiconError("no code", file="my.tsv", row=7)) == "my.tsv: row 7: no code"
    assert str(LexiconError("empty", file="my.tsv")) == "my.tsv: empty"


@pytest.mark.parametrize(
    ("cls", "builtin"),
    [
        (ParseError, ValueError),
        (UnknownFormatError, ParseError),
        (RegistrationError, ValueError),
        (LexiconError, ValueError),
        (ModelNotFoundError, ImportError),
    ],
)
def test_bases(cls, builtin):
    """Every error is a DiplonewsError and the fitting builtin."""
    assert issubclass(cls, DiplonewsError)
    assert issubclass(cls, builtin)
