"""Calendar arithmetic: days, ISO weeks and the values of TIMEX3; no text.

A value is a string of the standard: `2021`, `2021-02`, `2021-02-10`, `2021-W17`,
`2021-W17-WE`, `2021-Q3`, `2021-H1`, `2021-SU`, `202` (a decade), `20` (a century).
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta

from diplonews.patterns import lazy_re

__all__ = [
    "GRAIN_OF_DISTANCE",
    "add_months",
    "easter",
    "grain_of",
    "month_value",
    "nearest_year",
    "nth_weekday",
    "quarter_value",
    "season_value",
    "shift",
    "value_of",
    "week_value",
]

DAYS_OF_WEEK = 7
MONTHS_OF_YEAR = 12
MONTHS_OF_QUARTER = 3
# The granularity of a day that is so many units away.
GRAIN_OF_DISTANCE = {"D": "D", "W": "W", "F": "W", "M": "M", "Q": "Q", "Y": "Y", "DE": "Y", "CE": "Y", "ML": "Y"}
LEAP_DAY = (2, 29)
LEAP_YEARS_APART = 8  # at most: from 1896 to 1904
SEASON_FIRST_MONTH = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
YEARS = {"Y": 1, "DE": 10, "CE": 100, "ML": 1000}

GRAIN = lazy_re(
    r"\d{4}(?:(?P<Y>\Z)|-\d\d(?:(?P<M>\Z)|-\d\d(?:(?P<D>\Z)|(?P<T>T)))|-W\d\d(?:(?P<W>\Z)|(?P<WE>-WE\Z))"
    r"|-(?:(?P<Q>Q[1-4]\Z)|(?P<H>H[12]\Z)|(?P<S>(?:SP|SU|FA|WI)\Z)))|(?P<DE>\d{3}\Z)|(?P<CE>\d{2}\Z)"
)


def grain_of(value: str | None) -> str | None:
    """The granularity of a value: T, D, W, WE, M, Q, H, S, Y, DE or CE; None if it is not a point of the calendar.

    Example:
        >>> grain_of("2021-W17"), grain_of("2021"), grain_of("PAST_REF")
        ('W', 'Y', None)
    """
    match = GRAIN.match(value) if value is not None else None
    return None if match is None else match.lastgroup


def add_months(day: date, months: int) -> date:
    """The first day of the month that is `months` after the month of `day`.

    Raises:
        ValueError: outside the years 1 to 9999.
    """
    year, month = divmod(day.year * MONTHS_OF_YEAR + day.month - 1 + months, MONTHS_OF_YEAR)
    return date(year, month + 1, 1)


def clip_day(year: int, month: int, day: int) -> date:
    """That day, or the last day of a shorter month."""
    return date(year, month, min(day, monthrange(year, month)[1]))


def shift(day: date, count: int, unit: str) -> date:
    """A day that many units away; a day beyond the end of a shorter month becomes its last day.

    Args:
        day: where to start.
        count: how many units, negative for back.
        unit: D, W, F (fortnight), M, Q, Y, DE, CE or ML.

    Raises:
        ValueError, OverflowError: outside the years 1 to 9999.

    Example:
        >>> shift(date(2020, 2, 29), -1, "Y")
        datetime.date(2019, 2, 28)
    """
    if unit in ("D", "W", "F"):
        return day + timedelta(days=count * {"D": 1, "W": 7, "F": 14}[unit])
    if unit in ("M", "Q"):
        first = add_months(day, count * (1 if unit == "M" else MONTHS_OF_QUARTER))
    else:
        first = date(day.year + count * YEARS[unit], day.month, 1)
    return clip_day(first.year, first.month, day.day)


def week_value(day: date) -> str:
    """The ISO week of a day.

    Example:
        >>> week_value(date(2021, 1, 3))
        '2020-W53'
    """
    year, week, _ = day.isocalendar()
    return f"{year:04}-W{week:02}"


def month_value(day: date) -> str:
    """The month of a day."""
    return f"{day.year:04}-{day.month:02}"


def quarter_value(day: date) -> str:
    """The quarter of a day."""
    return f"{day.year:04}-Q{(day.month - 1) // MONTHS_OF_QUARTER + 1}"


def season_value(day: date) -> str:
    """The season of a day in the northern year; a winter belongs to the year in which it begins.

    Example:
        >>> season_value(date(2021, 2, 10))
        '2020-WI'
    """
    year = day.year - 1 if day.month < SEASON_FIRST_MONTH["SP"] else day.year
    season = ("WI", "SP", "SU", "FA")[day.month % MONTHS_OF_YEAR // MONTHS_OF_QUARTER]
    return f"{year:04}-{season}"


def value_of(day: date, grain: str) -> str:
    """The value that contains a day, at the given grain.

    Example:
        >>> [value_of(date(2021, 2, 10), grain) for grain in ("D", "W", "M", "Q", "H", "Y", "DE", "CE")]
        ['2021-02-10', '2021-W06', '2021-02', '2021-Q1', '2021-H1', '2021', '202', '20']
    """
    if grain == "H":
        return f"{day.year:04}-H{1 if day.month <= MONTHS_OF_YEAR // 2 else 2}"
    makers: dict[str, Callable[[date], str]] = {
        "D": date.isoformat,
        "W": week_value,
        "F": week_value,
        "WE": lambda day: f"{week_value(day)}-WE",
        "M": month_value,
        "Q": quarter_value,
        "S": season_value,
        "Y": lambda day: f"{day.year:04}",
        "DE": lambda day: f"{day.year // 10:03}",
        "CE": lambda day: f"{day.year // 100:02}",
        "ML": lambda day: f"{day.year // 1000:01}",
    }
    return makers[grain](day)


def nearest_year(anchor: date, month: int, day: int, choose: str = "nearest") -> int | None:
    """The year in which that day of the year is nearest to the anchor.

    Args:
        anchor: the day to count from.
        month: 1 to 12.
        day: of the month; 29 February looks for the nearest leap year.
        choose: `nearest` (the earlier one if two are as near), `past` (the anchor or before) or
            `future` (the anchor or after).

    Returns:
        None if no year has that day, or none in the calendar is on that side.

    Example:
        >>> nearest_year(date(2021, 1, 5), 12, 20), nearest_year(date(2021, 1, 5), 12, 20, "future")
        (2020, 2021)
    """
    found: list[tuple[int, int, int]] = []
    reach = LEAP_YEARS_APART if (month, day) == LEAP_DAY else 1
    for year in range(max(1, anchor.year - reach), min(9999, anchor.year + reach) + 1):
        if day > monthrange(year, month)[1]:
            continue
        away = (date(year, month, day) - anchor).days
        if (choose == "past" and away > 0) or (choose == "future" and away < 0):
            continue
        found.append((abs(away), int(away > 0), year))
    return min(found)[2] if found else None


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> date:
    """The nth weekday of a month; `nth=-1` is the last.

    Example:
        >>> nth_weekday(2021, 11, 4, 4), nth_weekday(2021, 5, 1, -1)
        (datetime.date(2021, 11, 25), datetime.date(2021, 5, 31))
    """
    if nth < 0:
        last = date(year, month, monthrange(year, month)[1])
        return last - timedelta(days=(last.isoweekday() - weekday) % DAYS_OF_WEEK)
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.isoweekday()) % DAYS_OF_WEEK + DAYS_OF_WEEK * (nth - 1))


def easter(year: int) -> date:
    """Western Easter Sunday of a Gregorian year.

    Source: the anonymous Gregorian computus (Meeus, Astronomical Algorithms, chapter 8).

    Example:
        >>> easter(2021)
        datetime.date(2021, 4, 4)
    """
    a = year % 19
    b, c = divmod(year, 100)
    d, e = divmod(b, 4)
    h = (19 * a + b - d - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    i, k = divmod(c, 4)
    n = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * n) // 451
    month, day = divmod(h + n - 7 * m + 114, 31)
    return date(year, month, day + 1)
