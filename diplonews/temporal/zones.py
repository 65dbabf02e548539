"""Time zones named after the words: `Saturday (Seoul time)`, `9 a.m. Tokyo time`, `22:00, 27 April (UTC+8)`."""

from __future__ import annotations

from diplonews.lexicons.temporal import load_zone_places
from diplonews.patterns import lazy_re
from diplonews.temporal.lexing import Tokens, class_of

__all__ = ["zone_after"]

LONGEST_PLACE_TOKENS = 3
NAMED_ZERO = (["UTC"], ["GMT"])
OFFSET_TOKENS = 5  # the two brackets, UTC, the sign, the figures
OFFSET = lazy_re(r"\((?:UTC|GMT)(?P<sign>[-+−–])(?P<hours>\d{1,2}):?(?P<minutes>00|30|45)?\)")
MOST_OFFSET_HOURS = 14


def zone_after(tokens: Tokens, end: int) -> tuple[str, tuple[int, int]] | None:
    """The zone named right after the words, and its position: `(Seoul time)`, `Hong Kong time`, `(UTC+8)`.

    Args:
        tokens: of the text.
        end: index after the words.
    """
    if not _may_follow(tokens.classes, end):
        return None
    words = tokens.words
    first = end
    if end < len(words) and words[end] == "(":
        first = end + 1
        if words[first : first + 1] in NAMED_ZERO:
            return _offset(tokens, end)
    for last in range(first + 1, min(first + LONGEST_PLACE_TOKENS, len(words) - 1) + 1):
        if last < len(words) and words[last].lower() == "time":
            place = " ".join(words[first:last]).lower()
            zone = load_zone_places().get(place.removesuffix(" standard").removesuffix(" daylight"))
            return None if zone is None else (zone, (first, last + 1))
    return None


def _may_follow(classes: str, end: int) -> bool:
    """Whether a bracket or the word `time` is near enough."""
    time, opens = class_of()["TIME_WORD"], class_of()["OPEN"]
    return classes.startswith(opens, end) or classes.find(time, end, end + LONGEST_PLACE_TOKENS + 1) >= 0


def _offset(tokens: Tokens, opened: int) -> tuple[str, tuple[int, int]] | None:
    """The offset in `(UTC+8)`, as `+08:00`."""
    match = OFFSET.match("".join(tokens.words[opened : opened + OFFSET_TOKENS]))
    if match is None or int(match["hours"]) > MOST_OFFSET_HOURS:
        return None
    sign = "+" if match["sign"] == "+" else "-"
    return f"{sign}{int(match['hours']):02}:{match['minutes'] or '00'}", (opened + 1, opened + OFFSET_TOKENS - 1)
