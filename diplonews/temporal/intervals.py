"""From a TIMEX3 value to the stretch of the calendar that it covers.

Conventions for bounds that the standard leaves open: START, MID and END of a year, month,
quarter, season or decade are its first, second and last third; a winter runs from December
of its year to the end of February; the parts of the day are those of `DAYPART_HOURS`.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time, timedelta, tzinfo
from functools import lru_cache

from diplonews.lexicons.timezones import zone_of
from diplonews.model.temporal import Interval
from diplonews.patterns import lazy_re
from diplonews.temporal.calendar import SEASON_FIRST_MONTH, add_months, grain_of

__all__ = ["DAYPART_HOURS", "interval_of"]

DAYPART_HOURS = {"TMO": (5, 12), "TAF": (12, 18), "TEV": (17, 22), "TNI": (20, 24), "TDT": (8, 18)}
THIRDS = {"START": 0, "MID": 1, "END": 2}
CLOCK = lazy_re(r"T(\d\d)(?::(\d\d))?(?::(\d\d))?(?P<zone>Z|[+-]\d\d:\d\d)?\Z")
UTC = "+00:00"
REMEMBERED_VALUES = 1_024


def _months(first: date, count: int) -> tuple[date, date]:
    """`count` months from a first of month; the last month of year 9999 ends with its last day."""
    if (first.year * 12 + first.month - 1 + count) // 12 > date.max.year:
        return first, date.max
    return first, add_months(first, count)


def _years(first: int, count: int) -> tuple[date, date]:
    """The interval of `count` years; the calendar has no year 0 and ends with the year 9999."""
    end = date.max if first + count > date.max.year else date(first + count, 1, 1)
    return date(max(1, first), 1, 1), end


def _day(value: str) -> tuple[date, date]:
    first = date.fromisoformat(value[:10])
    return first, first + timedelta(days=1)


def _week(value: str) -> tuple[date, date]:
    first = date.fromisocalendar(int(value[:4]), int(value[6:8]), 1)
    return first, first + timedelta(days=7)


def _weekend(value: str) -> tuple[date, date]:
    first, end = _week(value)
    return first + timedelta(days=5), end


_BOUNDS: dict[str, Callable[[str], tuple[date, date]]] = {
    "T": _day,
    "D": _day,
    "W": _week,
    "WE": _weekend,
    "M": lambda value: _months(date(int(value[:4]), int(value[5:7]), 1), 1),
    "Q": lambda value: _months(date(int(value[:4]), 3 * int(value[6]) - 2, 1), 3),
    "H": lambda value: _months(date(int(value[:4]), 6 * int(value[6]) - 5, 1), 6),
    "S": lambda value: _months(date(int(value[:4]), SEASON_FIRST_MONTH[value[5:]], 1), 3),
    "Y": lambda value: _months(date(int(value), 1, 1), 12),
    "DE": lambda value: _years(int(value) * 10, 10),
    "CE": lambda value: _years(int(value) * 100, 100),
}


def _third(grain: str, first: date, end: date, which: int) -> tuple[date, date]:
    """The first, second or last third of a period."""
    if grain == "M":
        starts = (first, first + timedelta(days=10), first + timedelta(days=20), end)
        return starts[which], starts[which + 1]
    months = {"Y": 4, "Q": 1, "H": 2, "S": 1}.get(grain)
    if months is not None:
        start = add_months(first, months * which)
        return start, end if which == THIRDS["END"] else add_months(start, months)
    years = {"DE": (0, 3, 7, 10), "CE": (0, 33, 67, 100)}.get(grain)
    if years is None:
        return first, end
    return (
        date(first.year + years[which], 1, 1),
        end if which == THIRDS["END"] else date(first.year + years[which + 1], 1, 1),
    )


def _time(value: str, zone: tzinfo | None) -> Interval | None:
    """A part of a day, or one minute of the clock, as wall time in the value's own zone, else in the one given."""
    part = value[10:]
    clock = CLOCK.match(part)
    if clock is not None and clock["zone"] is not None:
        zone = zone_of(UTC if clock["zone"] == "Z" else clock["zone"])
    if zone is None:
        return None
    midnight = datetime.combine(date.fromisoformat(value[:10]), time(), zone)
    if part in DAYPART_HOURS:
        start, end = DAYPART_HOURS[part]
        return Interval(midnight + timedelta(hours=start), midnight + timedelta(hours=end))
    if clock is None:
        return None
    hours, minutes, seconds = (int(piece or 0) for piece in clock.group(1, 2, 3))
    start_of = midnight + timedelta(hours=hours, minutes=minutes, seconds=seconds)
    return Interval(start_of, start_of + timedelta(seconds=1 if clock[3] else 60))


@lru_cache(maxsize=REMEMBERED_VALUES)
def _days(value: str, grain: str, third: int | None) -> Interval | None:
    """Whole days; an article names the same few again and again."""
    try:
        first, end = _BOUNDS[grain](value)
        if third is not None:
            first, end = _third(grain, first, end, third)
        return Interval(first, end)
    except (ValueError, OverflowError):  # a day that is not, or past the calendar's end
        return None


def interval_of(value: str | None, mod: str | None = None, zone: tzinfo | None = None) -> Interval | None:
    """The interval that a value covers.

    Args:
        value: a TIMEX3 value.
        mod: its modifier; START, MID and END take a third of the period.
        zone: the zone of the clock, for a value with a time of day and without a zone.

    Returns:
        Dates for a DATE (first day, day after the last), aware datetimes for a TIME; None for
        durations, sets, fuzzy references, unknown digits, and for a TIME without a zone.

    Example:
        >>> interval_of("2019", "MID")
        Interval(2019-05-01, 2019-09-01)
    """
    grain = grain_of(value)
    if value is None or grain is None:
        return None
    if grain != "T":
        return _days(value, grain, THIRDS.get(mod) if mod else None)
    try:
        return _time(value, zone)
    except (ValueError, OverflowError):  # a time that is not, or past the calendar's end
        return None
