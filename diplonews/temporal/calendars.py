"""Days of other calendars as days of the Gregorian one, by the packages of the extra `calendars`.

Solar Hijri, Julian and Ethiopian days are computed by convertdate, Hebrew ones by pyluach; Islamic ones are read
from the table of Umm al-Qura in hijridate, those of Bikram Sambat from the one in nepali-datetime. Eras that only
count the years anew (Reiwa, Minguo, Juche, the Buddhist era) need no package.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from functools import cache
from importlib import import_module
from typing import Any

from diplonews.lexicons.temporal_names import load_calendars
from diplonews.model.temporal import Interval
from diplonews.temporal.meaning import Unresolved

__all__ = ["day_of", "nearest_day", "period_of"]

COPTIC_AFTER_ETHIOPIC = 276  # years
HEBREW_LEAP = frozenset({0, 3, 6, 8, 11, 14, 17})  # of nineteen
TISHREI, ADAR = 7, 12
DAYS_OF_MONTH = range(32, 0, -1)
LONGEST_YEAR_DAYS = 385


def _convertdate(module: str, year: int, month: int, day: int) -> date:
    """A day converted by convertdate; it does not check the length of the month, so the result is converted back."""
    converter: Any = import_module(f"convertdate.{module}")
    found = converter.to_gregorian(year, month, day)
    if tuple(converter.from_gregorian(*found)) != (year, month, day):
        raise ValueError("no such day")
    return date(*found)


def _islamic(year: int, month: int, day: int) -> date:
    from hijridate import Hijri

    return date(*Hijri(year, month, day).to_gregorian().datetuple())


def _hebrew(year: int, month: int, day: int) -> date:
    from pyluach.dates import HebrewDate

    found: date = HebrewDate(year, month, day).to_pydate()
    return found


def _bikram(year: int, month: int, day: int) -> date:
    from nepali_datetime import date as nepali_date

    found: date = nepali_date(year, month, day).to_datetime_date()
    return found


@cache
def _converters() -> dict[str, Callable[[int, int, int], date]]:
    return {
        "persian": lambda *day: _convertdate("persian", *day),
        "hebrew": _hebrew,
        "julian": lambda *day: _convertdate("julian", *day),
        "ethiopic": lambda year, *day: _convertdate("coptic", year - COPTIC_AFTER_ETHIOPIC, *day),
        "islamic": _islamic,
        "bikram": _bikram,
    }


def day_of(calendar: str, year: int, month: int, day: int) -> date:
    """The Gregorian day.

    Args:
        calendar: a key of `load_calendars`.
        year, month, day: in that calendar, months in its own order (Nisan is the first Hebrew one).

    Raises:
        Unresolved: without the package that converts it, and for a day that the calendar does not have.

    Example:
        >>> day_of("persian", 1403, 3, 12)  # doctest: +SKIP
        datetime.date(2024, 6, 1)
    """
    title = load_calendars()[calendar].title
    if calendar == "hebrew" and month == ADAR and year % 19 in HEBREW_LEAP:
        raise Unresolved(f"{year} has two months Adar, and the text does not say which")
    try:
        return _converters()[calendar](year, month, day)
    except ImportError:
        raise Unresolved(f"a date of the {title} calendar; to convert it install diplonews[calendars]") from None
    except OverflowError:
        raise Unresolved(
            f"a year of the {title} calendar that {load_calendars()[calendar].package} does not convert: {year}"
        ) from None
    except (ValueError, IndexError, KeyError):
        raise Unresolved(f"no such day in the {title} calendar: {year}-{month}-{day}") from None


def period_of(calendar: str, year: int, month: int | None = None) -> Interval:
    """The days of a year, or of a month, of that calendar.

    Raises:
        Unresolved: as `day_of`.

    Example:
        >>> period_of("persian", 1403)  # doctest: +SKIP
        Interval(2024-03-20, 2025-03-20)
    """
    if month is None:
        first = TISHREI if calendar == "hebrew" else 1
        return Interval(day_of(calendar, year, first, 1), day_of(calendar, year + 1, first, 1))
    start = day_of(calendar, year, month, 1)
    for length in DAYS_OF_MONTH:
        try:
            return Interval(start, day_of(calendar, year, month, length) + timedelta(days=1))
        except Unresolved:
            continue
    raise Unresolved(f"no such month in the {load_calendars()[calendar].title} calendar: {year}-{month}")


def _year_of(calendar: str, day: date) -> int:
    """The year of that calendar in which a day lies, or the one before."""
    row = load_calendars()[calendar]
    year, first = row.first_year, TISHREI if calendar == "hebrew" else 1
    while (away := (day - day_of(calendar, year, first, 1)).days) > LONGEST_YEAR_DAYS:
        year += away // LONGEST_YEAR_DAYS
    return year


def nearest_day(calendar: str, month: int, day: int, anchor: date, choose: str = "nearest") -> date:
    """The day of a month of that calendar, without its year, that lies nearest to the anchor.

    Args:
        calendar, month, day: as in `day_of`.
        anchor: the day to count from.
        choose: `nearest`, `past` (the anchor or before) or `future` (the anchor or after).

    Raises:
        Unresolved: as `day_of`; and if there is no such day on that side.
    """
    year = _year_of(calendar, anchor)
    found = []
    for near in range(year - 1, year + 3):
        try:
            found.append(day_of(calendar, near, month, day))
        except Unresolved as unknown:
            reason = unknown
    fitting = [one for one in found if choose == "nearest" or (one <= anchor if choose == "past" else one >= anchor)]
    if not found:
        raise reason
    if not fitting:
        raise Unresolved(f"no such day near the anchor: month {month}, day {day}")
    return min(fitting, key=lambda one: abs((one - anchor).days))
