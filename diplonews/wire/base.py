"""The protocol of a parser, and the input it reads.

A parser is a class without state: `score` rates whether the copy is in its format, from
0 (not mine) to 1 (certain), and `parse` reads it. The registry asks each parser with an `opening`
that fits the first character and takes the highest score.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import cached_property
from typing import Any, Protocol, Self, runtime_checkable

import attrs

from diplonews.errors import ParseError
from diplonews.model import Article
from diplonews.wire.decoding import decode

__all__ = ["Articles", "Copy", "Parser", "decode"]

HEAD_CHARACTERS = 4_000


@attrs.define(eq=False)
class Copy:
    """One input, decoded at most once.

    Attributes:
        raw: the input as given by the user.
        reference: a day near its publication, for copy that prints no year, or None.
        memo: results shared by the parsers of one family.
        text: the input as text; reading it raises `ParseError` for bytes that are not text.
        data: the input as bytes; text becomes UTF-8.
        head: the first 4,000 characters, without white space at the front.
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
        """The input as bytes, for libraries that need them; text becomes UTF-8."""
        return self.raw if isinstance(self.raw, bytes) else self.raw.encode("utf-8", "surrogatepass")

    @cached_property
    def head(self) -> str:
        """The first 4,000 characters, without white space at the front."""
        return self.text[: 2 * HEAD_CHARACTERS].lstrip("\ufeff \t\r\n")[:HEAD_CHARACTERS]


class Articles(tuple[Article, ...]):  # noqa: SLOT001 -- a tuple can't have slots
    """The articles of one input, in its order; `failures` holds the errors of the items left out."""

    failures: tuple[ParseError, ...]

    def __new__(cls, articles: Iterable[Article] = (), failures: Iterable[ParseError] = ()) -> Self:
        """Create from articles and failures, both in the order of the input."""
        self = super().__new__(cls, articles)
        self.failures = tuple(failures)
        return self

    def __reduce__(self) -> tuple[object, ...]:
        return type(self), (tuple(self), self.failures)


@runtime_checkable
class Parser(Protocol):
    """A parser as the registry holds it.

    Attributes:
        name: the format's name, as in `format="nitf"`: lower case, hyphens.
        opening: the first characters (white space left out) that its copy can begin with, or
            None if any will do.
    """

    name: str
    opening: str | None

    def score(self, copy: Copy) -> float:
        """The confidence, 0 to 1, that the copy is in this format. Never raises for text."""
        ...

    def parse(self, copy: Copy) -> Articles:
        """The articles of the copy.

        Raises:
            ParseError: if the copy can't be read as this format.
        """
        ...
