"""Time zones named in the text: `Saturday (Seoul time)`, `9 a.m. Tokyo time`, `+09:00`."""

from __future__ import annotations

from datetime import timedelta, timezone, tzinfo
from functools import lru_cache
from zoneinfo import ZoneInfo

from diplonews.lexicons.temporal import load_zone_places
from diplonews.temporal.lexing import Tokens

__all__ = ["find_zone", "zone_after"]

LONGEST_PLACE_TOKENS = 3


@lru_cache(maxsize=256)
def find_zone(name: str | None) -> tzinfo | None:
    """The zone of an IANA name or an offset; None if there is no such zone.

    Example:
        >>> find_zone("+09:00"), find_zone("Mars/Base")
        (datetime.timezone(datetime.timedelta(seconds=32400)), None)
    """
    if not name:
        return None
    if name[0] in "+-":
        try:
            hours, minutes = int(name[1:3]), int(name[4:6] or 0)
            return timezone((-1 if name[0] == "-" else 1) * timedelta(hours=hours, minutes=minutes))
        except ValueError:
            return None
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        return None


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
