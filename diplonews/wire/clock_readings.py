"""Clock readings as machine formats and feeds write them: ISO 8601, RFC 822 and their variants."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta, tzinfo

import attrs

from diplonews.lexicons.layout import load_zones
from diplonews.lexicons.temporal_names import month_number
from diplonews.lexicons.timezones import zone_of
from diplonews.patterns import lazy_re
from diplonews.wire.instants import full_year

__all__ = ["ClockReading", "read_clock"]

LONGEST_STAMP_CHARACTERS = 60
# outside these years a reading is some system's "none" (0001-01-01) or "for ever" (9999-12-31)
EARLIEST_YEAR = 1800
LATEST_YEAR = 2200
BUDDHIST_YEARS_AHEAD = 543
EPOCH = lazy_re(r"1\d{9}(?:\d{3})?")  # seconds or milliseconds since 1970, from 2001 to 2033
DAY_ONLY = lazy_re(r"(\d{4})-?(\d{2})-?(\d{2})(?:Z|[+-]\d{2}:\d{2})?")  # of XML Schema, with its offset
COMPACT = lazy_re(r"(\d{4})(\d\d)(\d\d)T?(\d\d)(\d\d)(\d\d)?(?:[.,]\d{1,9})?")
LOOSE = lazy_re(r"(\d{4})[-./](\d{1,2})[-./](\d{1,2})(?:[T ]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?)?")
DOTTED = lazy_re(r"(\d{1,2})\.(\d{1,2})\.(\d{4})(?:[ T,]+(\d{1,2})[:.](\d{2})(?::(\d{2}))?)?")
CJK = lazy_re(
    r"(\d{4})\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일](?:\s{0,2}(\d{1,2})\s?[:시時点點]\s?(\d{1,2})(?:[:분分](\d{2})?)?)?"
)
CLOCK = r"(?P<{0}h>\d{{1,2}}):(?P<{0}min>\d{{2}})(?::(?P<{0}s>\d{{2}})(?:[.,]\d{{1,9}})?)?"
MONTH = r"(?P<{0}m>[^\W\d_][^\s\d,;:]{{1,15}})"
# Wed, 23 May 2012 02:23:01 | Mon, Mar 4 2024 07:45:30 PM | Wed May 23 02:23:01 2012
WORDED = lazy_re(
    r"(?:[^\W\d_][^\s\d]{0,14}[\s,]{1,3})??(?:"
    rf"(?P<d>\d{{1,2}})(?:st|nd|rd|th|er|\.|º)?[\s-]{{1,2}}(?:de\s)?{MONTH.format('')},?[\s-]{{1,2}}(?:del?\s)?(?P<y>\d{{4}}|\d\d)"
    rf"|{MONTH.format('b_')}\s{{1,2}}(?P<b_d>\d{{1,2}})(?:st|nd|rd|th)?,?\s{{1,2}}(?P<b_y>\d{{4}})"
    rf"|{MONTH.format('c_')}\s{{1,2}}(?P<c_d>\d{{1,2}})\s{CLOCK.format('c_')}\s(?P<c_y>\d{{4}}))"
    r"(?:,?\s{1,3}(?:(?:at|à|às|um|в|о|kl\.?|alle(?: ore)?|a las|om)\s|[-–|]\s)?"
    rf"{CLOCK.format('')}(?:\s?(?P<ap>[AaPp])\.?[Mm]\.?)?)?"
)
# 02:23:01 CEST 2012: the zone before the year
INNER_ZONE = lazy_re(r"(?<=\d)\s([A-Z]{1,5})(?=\s\d{4}$)")
OFFSET = r"(?:GMT|UTC)?\s?(?P<offset>[+-]\d{1,2}(?::?\d\d)?)(?:\s?\([^()]{1,40}\))?"
NAMED = r"\(?(?![AaPp]\.?[Mm]\b)(?P<name>[^\W\d_][^\W\d_/ ]{0,30}(?:[/_ ][^\W\d_]{2,30}){0,3})\)?"
# a zone after a clock reading: an offset glued to it, or a separate name
ZONE = lazy_re(
    rf"(?<=\d)\s{{0,2}}(?:{OFFSET}|(?P<z>Z))$|(?<=[\dmM.])\s{{1,2}}(?:{OFFSET.replace('offset', 'far')}|{NAMED})$"
)
HALVES = lazy_re(r"(?i)[ap]\.?m\.?")
DAY = timedelta(days=1)


@attrs.frozen
class ClockReading:
    """A clock reading.

    Attributes:
        local: a `date` if no time of day is given, else a datetime, aware if a known zone is
            given.
        zone: the zone as written, if it is unknown or ambiguous; else "".
    """

    local: date
    zone: str = ""


# ---------------------------------------------------------------- zones


def _split(text: str) -> tuple[str, str]:
    """The reading without its zone, and the zone: an offset, a name, or ""."""
    inner = INNER_ZONE.search(text)
    if inner is not None:
        return text[: inner.start()] + text[inner.end() :], inner[1]
    found = ZONE.search(text)
    if found is None:
        return text, ""
    zone = found["offset"] or found["far"] or found["z"] or found["name"]
    core = text[: found.start()]
    if HALVES.fullmatch(zone) is not None or not (":" in core or COMPACT.fullmatch(core) is not None):
        return text, ""  # 2024-03-12, March 12-2024: no offset, a day or a year
    return core, zone


def _zone(written: str) -> tzinfo | None:
    offset = re.fullmatch(r"([+-])(\d{1,2}):?(\d\d)?", written)
    if offset is not None:
        return zone_of(f"{offset[1]}{int(offset[2]):02}:{offset[3] or '00'}")
    table, name = load_zones(), written.upper()
    return zone_of(table.zones.get(written) or table.zones.get(name) or table.rfc822.get(name) or written)


# ---------------------------------------------------------------- readings


def _moment(parts: tuple[int, int, int], clock: tuple[str | None, ...], half: str | None = None) -> date | None:
    """A day with its clock reading; 24:00 is the beginning of the next day."""
    try:
        day = date(*parts)
        if clock[0] is None:
            return day
        hour, minute, second = (int(part or 0) for part in clock)
        if half and 1 <= hour <= 12:
            hour = hour % 12 + (12 if half in "pP" else 0)
        if (hour, minute, second) == (24, 0, 0):
            return datetime(day.year, day.month, day.day) + DAY
        return datetime(day.year, day.month, day.day, hour, minute, second)
    except (ValueError, OverflowError):
        return None


def _digits(text: str) -> date | None:
    """Readings without a word in them."""
    whole = DAY_ONLY.fullmatch(text)
    if whole is not None:
        return _moment((int(whole[1]), int(whole[2]), int(whole[3])), (None, None, None))
    for form, (year, month, day) in ((COMPACT, (1, 2, 3)), (LOOSE, (1, 2, 3)), (DOTTED, (3, 2, 1)), (CJK, (1, 2, 3))):
        found = form.fullmatch(text)
        if found is not None:
            return _moment((int(found[year]), int(found[month]), int(found[day])), found.groups()[3:6])
    return None


def _worded(text: str, language: str | None) -> date | None:
    """Readings with the name of a month, in the order of any language."""
    found = WORDED.fullmatch(text)
    if found is None:
        return None
    form = next(form for form in ("", "b_", "c_") if found[f"{form}m"])
    number = month_number(found[f"{form}m"], language)
    if number is None:
        return None
    clock = "c_" if form == "c_" else ""
    reading = tuple(found[f"{clock}{part}"] for part in ("h", "min", "s"))
    return _moment((_year(found[f"{form}y"], language), number, int(found[f"{form}d"])), reading, found["ap"])


def _year(written: str, language: str | None) -> int:
    """The Western year; two digits are completed with the likely century, Buddhist years are converted."""
    year = full_year(written)
    is_buddhist = year > LATEST_YEAR and (language or "")[:2].lower() == "th"
    return year - BUDDHIST_YEARS_AHEAD if is_buddhist else year


def read_clock(raw: str, language: str | None = None) -> ClockReading | None:
    """The clock reading in a text.

    Args:
        raw: the text.
        language: the tag of the language it may be written in, or None.

    Returns:
        None if it can't be read, or if the year is implausible for news (not 1800 to 2200); nothing is
        guessed.

    Example:
        >>> read_clock("20240312T070500+0900").local.isoformat(), read_clock("20240312").local
        ('2024-03-12T07:05:00+09:00', datetime.date(2024, 3, 12))
        >>> read_clock("mar., 12 mars 2024 07:05:00 +01:00", "fr").local.isoformat()
        '2024-03-12T07:05:00+01:00'
        >>> read_clock("12 Mar 2024 07:05 XYZT")
        ClockReading(local=datetime.datetime(2024, 3, 12, 7, 5), zone='XYZT')
    """
    text = " ".join(raw.split())
    if EPOCH.fullmatch(text) is not None:
        return ClockReading(datetime.fromtimestamp(int(text[:10]), UTC))
    if not 8 <= len(text) <= LONGEST_STAMP_CHARACTERS:
        return None
    try:
        found: date | None = datetime.fromisoformat(text) if DAY_ONLY.fullmatch(text) is None else None
    except ValueError:
        found = None
    zone = ""
    if found is None:
        core, zone = _split(text)
        found = _digits(core) or _worded(core, language)
    if found is None or not EARLIEST_YEAR <= found.year <= LATEST_YEAR:
        return None
    if not zone or not isinstance(found, datetime):
        return ClockReading(found)
    known = _zone(zone)
    return ClockReading(found.replace(tzinfo=known)) if known is not None else ClockReading(found, zone)
