"""What a parser is, and the input it reads.

A parser is a class without state: `score` says how sure it is that the copy is its own, from
0 (not mine) to 1 (certain), `parse` reads it. The registry asks every parser whose `opening`
fits the first character and takes the highest score.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from functools import cached_property
from typing import Any, Protocol, Self, runtime_checkable

import attrs

from diplonews.errors import ParseError
from diplonews.model import Article

__all__ = ["Articles", "Copy", "Parser", "decode"]

HEAD_CHARACTERS = 4_000
SNIFF_BYTES = 2_000
DECLARED = re.compile(rb"""(?:encoding\s*=\s*["']|charset\s*=\s*["']?)([A-Za-z0-9._-]{2,40})""")
BYTE_ORDER_MARKS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
# How files begin that are no text though they may hold no NUL near their start.
BINARY_BEGINNINGS = (
    (b"%PDF-", "a PDF file"),
    (b"\x1f\x8b", "gzip data"),
    (b"PK\x03\x04", "a ZIP archive"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"BZh", "bzip2 data"),
    (b"\xfd7zXZ", "xz data"),
)


def decode(data: bytes) -> str:
    r"""The text of bytes: strict UTF-8, else the encoding they declare, else cp1252.

    A byte order mark decides before all of these. Line ends are kept as they are.

    Raises:
        ParseError: if they are not text (they hold a NUL), or none of the encodings fits.

    Example:
        >>> decode(b"Z\xfcrich")
        'Zürich'
    """
    for mark, encoding in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _strict(data, encoding)
    for beginning, name in BINARY_BEGINNINGS:
        if data.startswith(beginning):
            raise ParseError(f"not text: {name}", line=1, excerpt=repr(data[:20]))
    if b"\0" in data:
        at = data.index(b"\0")
        raise ParseError(
            "not text: a NUL byte", line=1 + data.count(b"\n", 0, at), excerpt=repr(data[max(0, at - 20) : at + 20])
        )
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    declared = DECLARED.search(data[:SNIFF_BYTES])
    if declared is not None:
        try:
            return data.decode(declared[1].decode("ascii"))
        except (LookupError, UnicodeDecodeError):
            pass
    return _strict(data, "cp1252")


def _strict(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        line = 1 + data.count(b"\n", 0, error.start)
        excerpt = repr(data[max(0, error.start - 20) : error.start + 20])
        raise ParseError(f"not decodable as UTF-8 nor as {encoding}", line=line, excerpt=excerpt) from error


@attrs.define(eq=False)
class Copy:
    """One input, decoded at most once.

    Attributes:
        raw: as the user gave it.
        reference: a day near its publication, for copy that prints no year, or None.
        memo: what parsers of one family read once for all of them.
    """

    raw: str | bytes
    reference: date | None = attrs.field(default=None, kw_only=True)
    memo: dict[str, Any] = attrs.field(factory=dict, init=False, repr=False)

    @cached_property
    def text(self) -> str:
        """The input as text; see `decode`. Raises `ParseError` for bytes that are not text."""
        return self.raw if isinstance(self.raw, str) else decode(self.raw)

    @cached_property
    def data(self) -> bytes:
        """The input as bytes, for the libraries that want them; text becomes UTF-8."""
        return self.raw if isinstance(self.raw, bytes) else self.raw.encode("utf-8", "surrogatepass")

    @cached_property
    def head(self) -> str:
        """The first 4,000 characters, without white space at the front."""
        return self.text[: 2 * HEAD_CHARACTERS].lstrip("\ufeff \t\r\n")[:HEAD_CHARACTERS]


class Articles(tuple[Article, ...]):  # noqa: SLOT001 -- a tuple has no room for slots
    """The articles of one input, in its order; `failures` holds the errors of the items left out."""

    failures: tuple[ParseError, ...]

    def __new__(cls, articles: Iterable[Article] = (), failures: Iterable[ParseError] = ()) -> Self:
        """Both in the order of the input."""
        self = super().__new__(cls, articles)
        self.failures = tuple(failures)
        return self

    def __reduce__(self) -> tuple[object, ...]:
        return type(self), (tuple(self), self.failures)


@runtime_checkable
class Parser(Protocol):
    """What the registry holds.

    Attributes:
        name: the format's name, as in `format="nitf"`: lower case, hyphens.
        opening: the first characters (white space left out) that its copy can begin with, or
            None if any will do.
    """

    name: str
    opening: str | None

    def score(self, copy: Copy) -> float:
        """How sure it is that the copy is its own, 0 to 1. Never raises for text."""
        ...

    def parse(self, copy: Copy) -> Articles:
        """The articles of the copy.

        Raises:
            ParseError: if the copy can't be read as this format.
        """
        ...
