"""The protocol of the article memory that a resolver uses, and an empty memory."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Protocol

from diplonews.model import Actor
from diplonews.syntax.tokens import Token

__all__ = ["MemoryLike", "NoMemory"]


class MemoryLike(Protocol):
    """The questions that a `Resolver` asks about an article.

    Attributes:
        filed: code of the country where the article was filed, or None.
    """

    filed: str | None

    def two_sides(self, token: Token, code: str) -> Iterable[Actor]:
        """The two states mentioned together most often, or else last, before a word, excluding the party `code`."""

    def maker(self, token: Token) -> Actor | None:
        """The state that set up something mentioned earlier."""

    def opponent(self, token: Token, code: str) -> Iterable[Actor]:
        """The state most often mentioned together with another one before a word."""

    def partner(self, token: Token, code: str) -> str | None:
        """The other state that an article is about up to a word, if there is a clear one."""

    def topic(self, token: Token, code: str) -> Iterable[Actor]:
        """The one other state that the article is about up to a word, if it is named far more often than any third."""

    def named(self) -> Mapping[str, int]:
        """How often the whole text names each state."""

    def person(self, token: Token) -> Actor | None:
        """The person that a name, a description or a pronoun refers to, with the state given in the article."""

    def recall(self, token: Token) -> Iterable[Actor]:
        """The actors that a pronoun, a short name or a definite noun refers to."""


class NoMemory:
    """An empty memory, for a resolver that uses only the words of a phrase."""

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
