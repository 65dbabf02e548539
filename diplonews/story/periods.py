"""Days, weeks, months, quarters and years as consecutive numbers, so that the periods between two are easy to list."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import Literal, TypeAlias

import attrs

__all__ = ["PERIODS", "By", "Period"]

By: TypeAlias = Literal["day", "week", "month", "quarter", "year"]
DAYS_OF_WEEK = 7


@attrs.frozen(kw_only=True)
class Period:
    """A division of the calendar.

    Attributes:
        number: returns the number of the period that contains a day; adjacent periods have consecutive numbers.
        first_day: returns the first day of a period by its number.
        label: returns the label of a period by its first day: `2021-05-05`, `2021-W18`, `2021-05`, `2021-Q2`, `2021`.
    """

    number: Callable[[date], int]
    first_day: Callable[[int], date]
    label: Callable[[date], str]

    def last_day(self, number: int) -> date:
        """The last day of a period, by its number.

        Example:
            >>> PERIODS["month"].last_day(PERIODS["month"].number(date(2024, 2, 10)))
            datetime.date(2024, 2, 29)
        """
        try:
            return self.first_day(number + 1) - timedelta(days=1)
        except (ValueError, OverflowError):  # the calendar ends with the year 9999
            return date.max


def _months(count: int) -> Callable[[int], date]:
    def first_day(number: int) -> date:
        year, month = divmod(number * count, 12)
        return date(year, month + 1, 1)

    return first_day


def _week_label(first_day: date) -> str:
    year, week, _ = first_day.isocalendar()
    return f"{year:04}-W{week:02}"


PERIODS: Mapping[By, Period] = {
    "day": Period(number=date.toordinal, first_day=date.fromordinal, label=date.isoformat),
    "week": Period(  # day 1, the first of January of the year 1, was a Monday
        number=lambda day: (day.toordinal() - 1) // DAYS_OF_WEEK,
        first_day=lambda number: date.fromordinal(number * DAYS_OF_WEEK + 1),
        label=_week_label,
    ),
    "month": Period(
        number=lambda day: day.year * 12 + day.month - 1,
        first_day=_months(1),
        label=lambda day: day.isoformat()[:7],
    ),
    "quarter": Period(
        number=lambda day: (day.year * 12 + day.month - 1) // 3,
        first_day=_months(3),
        label=lambda day: f"{day.year:04}-Q{(day.month + 2) // 3}",
    ),
    "year": Period(
        number=lambda day: day.year,
        first_day=lambda number: date(number, 1, 1),
        label=lambda day: f"{day.year:04}",
    ),
}
