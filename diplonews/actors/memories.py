"""What a resolver asks of an article's memory, and the memory of one that has read no article."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Protocol

from diplonews.model import Actor
from diplonews.syntax.tokens import Token

__all__ = ["MemoryLike", "NoMemory"]


class MemoryLike(Protocol):
    """What a `Resolver` asks of the memory of an article.

    Attributes:
        filed: code of the country that the article was filed in, or None.
    """

    filed: str | None

    def two_sides(self, token: Token, code: str) -> Iterable[Actor]:
        """The last two states that stood together before a word, without a party."""

    def maker(self, token: Token) -> Actor | None:
        """The state that set up a thing which the article mentioned before."""

    def opponent(self, token: Token, code: str) -> Iterable[Actor]:
        """With whom a state stood together last before a word."""

    def partner(self, token: Token, code: str) -> str | None:
        """The other state that an article is about up to a word, if it is clear."""

    def topic(self, token: Token, code: str) -> Iterable[Actor]:
        """The one other state that the article is about up to a word, if it is named far more than any third."""

    def named(self) -> Mapping[str, int]:
        """How often the whole text names each state."""

    def person(self, token: Token) -> Actor | None:
        """The person that a name, a description or a pronoun stands for, with the state that the article gives."""

    def recall(self, token: Token) -> Iterable[Actor]:
        """The actors that a pronoun, a short name or a definite noun stands for."""


class NoMemory:
    """The memory of a resolver that reads a phrase by its own words alone."""

    filed: str | None = None

    def two_sides(self, token: Token, code: str) -> tuple[Actor, ...]:  # noqa: ARG002
        """Nobody."""
        return ()

    def maker(self, token: Token) -> None:
        """Nobody."""

    def opponent(self, token: Token, code: str) -> tuple[Actor, ...]:  # noqa: ARG002
        """Nobody."""
        return ()

    def partner(self, token: Token, code: str) -> None:
        """Nobody."""

    def topic(self, token: Token, code: str) -> tuple[Actor, ...]:  # noqa: ARG002
        """Nobody."""
        return ()

    def named(self) -> Mapping[str, int]:
        """No state."""
        return {}

    def person(self, token: Token) -> None:
        """Nobody."""

    def recall(self, token: Token) -> tuple[Actor, ...]:  # noqa: ARG002
        """Nobody."""
        return ()
