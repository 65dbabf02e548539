"""Times of publication as printed in other languages: `7 июня 2024, 14:30`, `2024년 6월 7일 오후 2시 30분`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime
from functools import cache

import attrs

from diplonews.lexicons.layout import alternation, load_stamps
from diplonews.wire.instants import existing_day

__all__ = ["ForeignStamp", "find_foreign_stamps"]

WORDS = r"[^\d\n;:!?|]"
DATE = "|".join(
    (
        r"(?P<cjk_y>\d{4})\s?[年년]\s?(?P<cjk_m>\d{1,2})\s?[月월]\s?(?P<cjk_d>\d{1,2})\s?[日일](?:\s?[(（]\S{1,3}[)）]|\s\S요일)?",
        r"(?P<vi_d>\d{1,2})\s(?:tháng|thg)\s(?P<vi_m>\d{1,2})(?:,|\snăm)?\s(?P<vi_y>\d{4})",
        rf"(?<![\d.,:/])(?P<day>\d{{1,2}})(?P<words>(?:\.|er|º|ª)?{WORDS}{{2,30}}?)(?P<year>\d{{4}})",
        rf"(?P<first_y>\d{{4}})(?P<first_words>\.?{WORDS}{{3,30}}?)(?P<first_d>\d{{1,2}})(?:[ -]?[^\W\d_]{{1,2}})?\.?",
        r"(?<![^\W\d_])(?P<month_words>[^\W\d_][^\s\d,;:|]{2,15})\s(?P<month_d>\d{1,2})[,،]?\s(?P<month_y>\d{4})",
    )
)
HOURS = r"(?P<{0}h>\d{{1,2}})"
CLOCK = (
    rf"(?:(?P<{{0}}front>{{front}})\s?)?{HOURS}\s?(?:[:h時时点點시]|\.(?=\d\d(?![\d.])))\s?(?P<{{0}}min>\d{{{{2}}}})"
    r"(?::(?P<{0}s>\d{{2}}))?(?:\s?[分분])?(?:\s?(?P<{0}half>{behind})(?![^\W_]))?(?:\s?(?:{after})(?![^\W_]))?(?!\d)"
)
NOON = 12
LONGEST_GAP = r"[\s,،.|·•/()–—-]{0,4}"


@attrs.frozen
class ForeignStamp:
    """A stamp in a line.

    Attributes:
        start, end: its characters, zone included.
        local: the clock reading; a `date` if no time of day is given.
        zone: as printed, or None.
    """

    start: int
    end: int
    local: date
    zone: str | None


@cache
def _pattern(zone: str) -> re.Pattern[str]:
    stamps = load_stamps()
    halves = (*stamps.morning, *stamps.afternoon)
    words = {"front": alternation(halves), "behind": alternation(halves), "after": alternation(stamps.after_clock)}
    before = CLOCK.format("ahead_", **words)
    behind = CLOCK.format("", **words)
    between = (
        rf"(?:\s?(?:{alternation(stamps.after_year)})(?![^\W_]))?{LONGEST_GAP}"
        rf"(?:(?:{alternation(stamps.before_clock)})\s{{0,2}})?"
    )
    behind_zone = zone.replace("<zone>", "<behind>")
    return re.compile(
        rf"(?:{before}{zone}?{LONGEST_GAP})?(?P<date>(?:{DATE})(?![\d/]))(?:{between}{behind}{behind_zone}?)?",
        re.IGNORECASE,
    )


def find_foreign_stamps(line: str, zone: str, languages: tuple[str, ...] = ()) -> Iterator[ForeignStamp]:
    """The stamps in a line with a month's name in another language, in order.

    Args:
        line: one line.
        zone: a regular expression for the zone behind a clock reading, with the group `zone`.
        languages: codes of the languages the line may be in; they decide between readings of an ambiguous month's name.
    """
    at = 0
    pattern = _pattern(zone)
    while (match := pattern.search(line, at)) is not None:
        day = _day(match, languages)
        if day is None:
            at = match.start("date") + 1
            continue
        clock = "ahead_" if match["h"] is None and match["ahead_h"] is not None else ""
        local = _timed(day, match, clock)
        start = match.start() if clock else match.start("date")
        yield ForeignStamp(start, match.end(), local, match["zone" if clock else "behind"])
        at = match.end()


def _day(match: re.Match[str], languages: tuple[str, ...]) -> date | None:
    """The Gregorian day; None if the words name no month or the day does not exist."""
    from diplonews.temporal.foreign import day_named

    for kind in ("cjk", "vi"):
        if match[f"{kind}_y"]:
            return existing_day(*(int(match[f"{kind}_{part}"]) for part in "ymd"))
    for words, day, year in (
        ("words", "day", "year"),
        ("first_words", "first_d", "first_y"),
        ("month_words", "month_d", "month_y"),
    ):
        if match[words]:
            return day_named(match[words].strip(" .,،-"), int(match[year]), int(match[day]), languages)
    return None


def _timed(day: date, match: re.Match[str], clock: str) -> date:
    if match[f"{clock}h"] is None:
        return day
    hour, minute, second = (int(match[f"{clock}{part}"] or 0) for part in ("h", "min", "s"))
    half = match[f"{clock}front"] or match[f"{clock}half"]
    if half is not None and hour <= NOON:
        hour = hour % NOON + (NOON if half.casefold() in load_stamps().afternoon else 0)
    try:
        return datetime(day.year, day.month, day.day, hour, minute, second)
    except ValueError:  # 24:00, 12:75
        return day
