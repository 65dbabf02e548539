"""Days and instants from clock readings, and the day that relative dates count from."""

from __future__ import annotations

from datetime import date, datetime

from diplonews.lexicons.timezones import zone_of
from diplonews.model import Dateline, Span, Timestamp
from diplonews.moments import day_of

__all__ = ["anchor_of", "existing_day", "full_year", "make_timestamp"]

CENTURY_TURNS = 69  # as POSIX reads two digits: 69 is 1969, 68 is 2068


def full_year(digits: str) -> int:
    """The year; two digits are completed with the likely century.

    Example:
        >>> full_year("17"), full_year("87"), full_year("2024")
        (2017, 1987, 2024)
    """
    year = int(digits)
    return year if year > 99 else year + (1900 if year >= CENTURY_TURNS else 2000)


def existing_day(year: int, month: int, day: int) -> date | None:
    """The day, or None if the calendar has no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def make_timestamp(
    local: date,
    *,
    printed: str | None = None,
    outlet: str | None = None,
    agency: str | None = None,
    dateline: str | None = None,
    span: Span | None = None,
) -> Timestamp:
    """A timestamp with the first known zone: printed, outlet, agency, dateline.

    Args:
        local: the clock reading; a `date` (no time of day) or an aware datetime; its
            offset counts as printed.
        printed, outlet, agency, dateline: IANA names or offsets, or None.
        span: where it is printed.

    Example:
        >>> make_timestamp(datetime(2021, 3, 4, 9), outlet="Asia/Seoul").instant.isoformat()
        '2021-03-04T09:00:00+09:00'
    """
    if isinstance(local, datetime) and local.tzinfo is not None:
        offset = local.isoformat()[-6:] if local.utcoffset() else "+00:00"
        return Timestamp(
            span=span, instant=local, local=local.replace(tzinfo=None), timezone=offset, timezone_source="printed"
        )
    known = (("printed", printed), ("outlet", outlet), ("agency", agency), ("dateline", dateline))
    for source, name in known:
        zone = zone_of(name) if name is not None else None
        if zone is not None:
            instant = local.replace(tzinfo=zone) if isinstance(local, datetime) else None
            return Timestamp(span=span, instant=instant, local=local, timezone=name, timezone_source=source)
    return Timestamp(span=span, local=local)


def anchor_of(published: Timestamp | None, dateline: Dateline | None = None) -> date | None:
    """The calendar day that relative dates count from.

    It is the day in the dateline's zone at the instant of publication; if the instant or
    the zone is unknown, the dateline's own day, else the day of publication as printed.

    Example:
        >>> from diplonews import Place
        >>> stamp = make_timestamp(datetime(2021, 3, 4, 9), outlet="Asia/Seoul")
        >>> washington = Place(name="WASHINGTON", country="USA", timezone="America/New_York")
        >>> anchor_of(stamp, Dateline(span=Span(0, 10), places=(washington,)))
        datetime.date(2021, 3, 3)
    """
    filed = dateline.date if dateline is not None else None
    if published is None:
        return filed
    local = day_of(published.local)
    if dateline is not None and published.instant is not None:
        zones = [zone_of(place.timezone) for place in dateline.places if place.timezone is not None]
        if zones and zones[0] is not None:
            try:
                return published.instant.astimezone(zones[0]).date()
            except OverflowError:  # the last day of the year 9999, or the first of the year 1
                return local
    if filed is not None and abs((filed - local).days) <= 1:
        return filed
    return local
