"""Time zones named in the text: `Saturday (Seoul time)`, `9 a.m. Tokyo time`, `+09:00`."""

from __future__ import annotations

from diplonews.lexicons.temporal import load_zone_places
from diplonews.temporal.lexing import Tokens

__all__ = ["zone_after"]

LONGEST_PLACE_TOKENS = 3


def zone_after(tokens: Tokens, end: int) -> tuple[str, tuple[int, int]] | None:
    """The zone that is named right after the words, and where: `(Seoul time)`, `Hong Kong time`.

    Args:
        tokens: of the text.
        end: index after the words.
    """
    words = tokens.words
    first = end + 1 if end < len(words) and words[end] == "(" else end
    for last in range(first + 1, min(first + LONGEST_PLACE_TOKENS, len(words) - 1) + 1):
        if last < len(words) and words[last].lower() == "time":
            place = " ".join(words[first:last]).lower()
            zone = load_zone_places().get(place.removesuffix(" standard").removesuffix(" daylight"))
            return None if zone is None else (zone, (first, last + 1))
    return None
