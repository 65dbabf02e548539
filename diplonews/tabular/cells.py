"""Values in the form of table cells."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import UTC, date, datetime

from diplonews.model import Interval, Span

__all__ = ["Cell", "first_day", "instant", "last_day", "text", "values", "words"]

Cell = str | int | float | bool | date | None

LIST_MARK = ";"
GAP = " ... "
UNWRITABLE = re.compile("[\0\ud800-\udfff]")  # halves of surrogate pairs are not text, and R has no NUL
REPLACEMENT = "\ufffd"


def text(value: str | None) -> str | None:
    r"""The text in a form that any file can hold, or None for an empty one.

    A NUL or a lone half of a surrogate pair becomes U+FFFD, so that offsets stay right.

    Example:
        >>> text("Riga\0"), text("")
        ('Riga�', None)
    """
    return UNWRITABLE.sub(REPLACEMENT, value) if value else None


def values(several: Iterable[str]) -> str | None:
    """Several values in one cell, joined by `;`; a `;` in one of them becomes a comma.

    Example:
        >>> values(("military", "a; b"))
        'military;a, b'
    """
    return text(LIST_MARK.join(value.replace(LIST_MARK, ",") for value in several))


def words(spans: Iterable[Span], whole: str) -> str | None:
    """The words of the spans, ` ... ` between them."""
    return text(GAP.join(span.of(whole) for span in spans))


def instant(moment: date | None) -> datetime | None:
    """An aware moment in UTC; None for a day, and for a moment outside the years 1 to 9999 in UTC."""
    if not isinstance(moment, datetime) or moment.tzinfo is None:
        return None
    try:
        return moment.astimezone(UTC)
    except OverflowError:
        return None


def first_day(interval: Interval | None) -> date | None:
    """The first day of an interval, or None."""
    return interval.first_day if interval is not None else None


def last_day(interval: Interval | None) -> date | None:
    """The last day of an interval, or None."""
    return interval.last_day if interval is not None else None
