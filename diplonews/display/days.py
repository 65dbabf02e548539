"""Days in words."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

from diplonews.model import Interval

__all__ = ["day_words", "interval_words"]

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def day_words(day: date) -> str:
    """The day with the name of its month.

    Example:
        >>> day_words(date(2031, 5, 3))
        '3 May 2031'
    """
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def interval_words(interval: Interval) -> str:
    """The days of an interval in as few words as possible.

    Example:
        >>> [interval_words(Interval(date(2031, 5, 1), end)) for end in
        ...     (date(2031, 5, 2), date(2031, 6, 1), date(2031, 5, 8), date(2032, 5, 1))]
        ['1 May 2031', 'May 2031', '1 to 7 May 2031', '1 May 2031 to 30 April 2032']
        >>> interval_words(Interval(date(2031, 1, 1), date(2032, 1, 1)))
        '2031'
    """
    first, last = interval.first_day, interval.last_day
    if first >= last:
        return day_words(first)
    whole_months = first.day == 1 and last.day == monthrange(last.year, last.month)[1]
    if first.year != last.year:
        return f"{first.year} to {last.year}" if _are_years(first, last) else f"{day_words(first)} to {day_words(last)}"
    if _are_years(first, last):
        return str(first.year)
    if whole_months:
        start = "" if first.month == last.month else f"{MONTHS[first.month - 1]} to "
        return f"{start}{MONTHS[last.month - 1]} {last.year}"
    start = str(first.day) if first.month == last.month else f"{first.day} {MONTHS[first.month - 1]}"
    return f"{start} to {day_words(last)}"


def _are_years(first: date, last: date) -> bool:
    return (first.month, first.day, last.month, last.day) == (1, 1, 12, 31)
