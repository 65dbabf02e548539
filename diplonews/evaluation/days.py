"""Comparison of the days of gold and found events."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta

from diplonews.model import TimeExpression

__all__ = ["Days", "days_of", "days_of_value", "same_days"]

Days = tuple[date, date]
VALUE = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?(?:T.*)?")
ONE = timedelta(days=1)
MOMENT = timedelta.resolution


def days_of_value(value: str | None) -> Days | None:
    """First and last day of a day, a month, a year or `first/last`; None for anything else.

    Example:
        >>> [day.isoformat() for day in days_of_value("2024-02")]
        ['2024-02-01', '2024-02-29']
    """
    first, _, last = (value or "").partition("/")
    begin, end = VALUE.fullmatch(first), VALUE.fullmatch(last or first)
    if begin is None or end is None:
        return None
    try:
        return _first(*begin.groups()), _last(*end.groups())
    except ValueError:  # a thirteenth month
        return None


def _first(year: str, month: str | None, day: str | None) -> date:
    return date(int(year), int(month or 1), int(day or 1))


def _last(year: str, month: str | None, day: str | None) -> date:
    if day is not None:
        return date(int(year), int(month or 1), int(day))
    months = int(year) * 12 + (int(month) if month is not None else 12)
    return date(months // 12, months % 12 + 1, 1) - ONE


def days_of(when: TimeExpression | None) -> Days | None:
    """First and last day that a found expression covers, or None."""
    if when is None or when.interval is None:
        return None
    start, end = when.interval.start, when.interval.end
    if isinstance(start, datetime) and isinstance(end, datetime):
        return start.date(), (end - MOMENT).date()
    return start, end - ONE


def same_days(wanted: Days, given: Days | None) -> bool:
    """Whether the given days lie inside the wanted ones and are at least half as many."""
    if given is None or not wanted[0] <= given[0] <= given[1] <= wanted[1]:
        return False
    return 2 * (given[1] - given[0] + ONE) >= wanted[1] - wanted[0] + ONE
