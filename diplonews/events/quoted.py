"""The quotes of an article, looked up by the words inside them, and the parties that speak in them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from diplonews.actors.offices import sectors_of
from diplonews.lexicons.actornames import sector_of
from diplonews.model import Actor, Quote, Span, Speaker, SpeakerType
from diplonews.syntax.tokens import Token

__all__ = ["QuotedParts", "speaking_actor"]

PUBLIC = frozenset(("GOV", "MIL", "COP", "JUD", "SPY", "LEG", "PTY", "REB", "OPP", "UAF"))
BODIES = (SpeakerType.ORGANIZATION, SpeakerType.DOCUMENT)


def _start(entry: tuple[Span, int]) -> int:
    return entry[0].start


class QuotedParts:
    """The contents of quotes, by position.

    Args:
        quotes: the quotes of an article, in text order.
    """

    def __init__(self, quotes: Sequence[Quote]) -> None:
        self._quotes = quotes
        self._parts = sorted(
            ((part, number) for number, quote in enumerate(quotes) for part in quote.content), key=_start
        )
        self._longest = max((len(part) for part, _ in self._parts), default=0)

    def outermost(self, token: Token) -> Quote | None:
        """The first quote whose content holds a word, or None."""
        numbers = [number for _, number in self._around(token)]
        return self._quotes[min(numbers)] if numbers else None

    def innermost(self, token: Token) -> Quote | None:
        """The quote with the shortest content that holds a word, or None."""
        around = min(self._around(token), key=lambda entry: len(entry[0]), default=None)
        return self._quotes[around[1]] if around is not None else None

    def _around(self, token: Token) -> Iterator[tuple[Span, int]]:
        first = bisect_left(self._parts, token.end - self._longest, key=_start)
        last = bisect_right(self._parts, token.start, key=_start)
        return (entry for entry in self._parts[first:last] if token.end <= entry[0].end)


def speaking_actor(speaker: Speaker) -> Actor | None:
    """The actor for which a speaker speaks: a body, or a person with a public office; None for anyone else."""
    if not speaker.country:
        return None
    if speaker.type in BODIES:
        return Actor(code=speaker.country, sectors=("GOV",), name=speaker.name, implied=True, how="actor.quoted")
    words = (speaker.role or "").lower().replace(",", " ").split()
    offices = [known for word in words if (known := sector_of(word)) is not None]
    if not any(sector in PUBLIC and kind != "thing" for sector, kind in offices):
        return None
    return Actor(
        code=speaker.country,
        sectors=sectors_of(speaker.role or ""),
        name=speaker.name,
        role=speaker.role,
        implied=True,
        how="actor.quoted",
    )
