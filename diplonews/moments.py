"""Days and instants given by callers: the converter for every `anchor=` and `published=`."""

from __future__ import annotations

from datetime import date, datetime
from math import isnan
from typing import TypeAlias, overload

__all__ = ["Moment", "day_of", "read_moment"]

Moment: TypeAlias = "date | str"
WANTED = 'a date, a datetime or ISO 8601 text such as "2021-05-05" or "2021-05-05T10:00Z"'


def read_moment(value: Moment | None, name: str) -> date | None:
    """The plain `date` or `datetime` given by a caller.

    Args:
        value: a date, a datetime (aware or naive), ISO 8601 text, a pandas Timestamp (which is a
            datetime), or None.
        name: the argument's name, for the message.

    Returns:
        A `datetime`, with the zone it was given, for a value with a time of day; else a `date`; None
        for None.

    Raises:
        TypeError: for a value of another type.
        ValueError: for text that is not ISO 8601, and for the NaT of pandas.

    Example:
        >>> read_moment("2021-05-05T10:00Z", "anchor")
        datetime.datetime(2021, 5, 5, 10, 0, tzinfo=datetime.timezone.utc)
        >>> read_moment("last Monday", "anchor")
        Traceback (most recent call last):
        ...
        ValueError: anchor must be a date, a datetime or ISO 8601 text such as "2021-05-05" or \
"2021-05-05T10:00Z" (got 'last Monday')
    """
    if value is None:
        return None
    if isinstance(value, str):
        return _read_iso(value, name)
    if not isinstance(value, date):
        raise TypeError(f"{name} must be {WANTED} (got {type(value).__name__}: {value!r:.60})")
    if isnan(value.year):  # pandas.NaT is a datetime, and each of its parts is not a number
        raise ValueError(f"{name} must be {WANTED}, or None where no day is known (got {value!r})")
    if isinstance(value, datetime):
        return datetime.combine(date(value.year, value.month, value.day), value.timetz())
    return date(value.year, value.month, value.day)


def _read_iso(text: str, name: str) -> date:
    for read in (date.fromisoformat, datetime.fromisoformat):
        try:
            return read(text.strip())
        except ValueError:
            continue
    raise ValueError(f"{name} must be {WANTED} (got {text!r:.60})")


@overload
def day_of(moment: date) -> date: ...
@overload
def day_of(moment: None) -> None: ...
@overload
def day_of(moment: date | None) -> date | None: ...
def day_of(moment: date | None) -> date | None:
    """The calendar day of a date or datetime, by its own clock; None for None.

    Example:
        >>> day_of(datetime(2021, 5, 5, 23, 30))
        datetime.date(2021, 5, 5)
    """
    return moment.date() if isinstance(moment, datetime) else moment
