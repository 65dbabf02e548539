"""Clock readings as machine formats write them: ISO 8601 in both forms, RFC 822, and near misses."""

from __future__ import annotations

import re
from datetime import date, datetime

__all__ = ["read_stamp"]

LONGEST_STAMP_CHARACTERS = 60
# outside of these a reading is how some system writes "none" (0001-01-01) or "for ever" (9999-12-31)
EARLIEST_YEAR = 1800
LATEST_YEAR = 2200
DAY_ONLY = re.compile(r"(\d{4})-?(\d{2})-?(\d{2})Z?")
LOOSE = re.compile(
    r"(\d{4})[-./](\d{1,2})[-./](\d{1,2})[T ]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?"
    r" ?(Z|GMT|UTC|[+-]\d{2}:?\d{2})?"
)
DOTTED = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})(?:[ T]+(\d{1,2})[:.](\d{2})(?::(\d{2}))?)?")


def _day(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def _dotted(raw: str) -> date | datetime | None:
    """Day, month and year with dots between them: `12.3.2024 07:05`."""
    found = DOTTED.fullmatch(raw)
    if found is None:
        return None
    day = _day(found[3], found[2], found[1])
    if day is None or found[4] is None:
        return day
    try:
        return datetime(day.year, day.month, day.day, int(found[4]), int(found[5]), int(found[6] or 0))
    except ValueError:
        return None


def _loose(raw: str) -> datetime | None:
    found = LOOSE.fullmatch(raw)
    if found is None:
        return None
    year, month, day, hour, minute, second, zone = found.groups()
    offset = {None: "", "Z": "+00:00", "GMT": "+00:00", "UTC": "+00:00"}.get(zone, zone)
    try:
        return datetime.fromisoformat(
            f"{year}-{int(month):02}-{int(day):02}T{int(hour):02}:{minute}:{second or '00'}{offset}"
        )
    except ValueError:
        return None


def _mail(raw: str) -> datetime | None:
    from email.utils import parsedate_to_datetime

    if not raw[:1].isalpha() and not raw[:1].isdigit():
        return None
    try:
        return parsedate_to_datetime(re.sub(r"([+-]\d\d):(\d\d)$", r"\1\2", raw))
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def read_stamp(raw: str) -> date | datetime | None:
    """A clock reading: a `date` where no time of day is given, aware where an offset is.

    Returns:
        None if it can't be read, or is of no year that news is from (1800 to 2200); nothing is
        guessed.

    Example:
        >>> read_stamp("20240312T070500+0900"), read_stamp("20240312"), read_stamp("2024-03-12 07:05:00")
        ... # doctest: +NORMALIZE_WHITESPACE
        (datetime.datetime(2024, 3, 12, 7, 5, tzinfo=datetime.timezone(datetime.timedelta(seconds=32400))),
         datetime.date(2024, 3, 12), datetime.datetime(2024, 3, 12, 7, 5))
        >>> read_stamp("Tue, 12 Mar 2024 07:05:00 +09:00").isoformat()
        '2024-03-12T07:05:00+09:00'
    """
    found = _read(raw.strip())
    return found if found is not None and EARLIEST_YEAR <= found.year <= LATEST_YEAR else None


def _read(text: str) -> date | datetime | None:
    if not 8 <= len(text) <= LONGEST_STAMP_CHARACTERS:
        return None
    whole = DAY_ONLY.fullmatch(text)
    if whole is not None:
        return _day(*whole.groups())
    if text[:4].isdigit():
        try:
            return datetime.fromisoformat(text)
        except ValueError:
            return _loose(text)
    return _dotted(text) or _mail(text)
