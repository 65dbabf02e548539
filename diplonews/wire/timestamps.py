"""Times of publication in the lines around a story.

A stamp is a full date with or without a time of day and a zone: `Published : March 4, 2021 -
09:00`, `21:00 JST, November 26, 2023`, `2020/9/22 13:44:42`, `4 марта 2021, 09:00`. Forms in
English and in digits are read here; other languages are tried if there is none.
"""

from __future__ import annotations

import re
from datetime import date, datetime
from functools import cache, lru_cache
from itertools import islice
from typing import Any

import attrs

from diplonews.lexicons.layout import alternation, load_stamps, load_zones, zone_in
from diplonews.patterns import lazy_re
from diplonews.wire.foreign_stamps import ForeignStamp, find_foreign_stamps
from diplonews.wire.instants import existing_day, full_year

__all__ = ["Stamp", "find_short_year", "find_stamps", "undated"]

LONGEST_LINE_CHARACTERS = 400
MOST_STAMPS = 4
DIGITS = lazy_re(r"\d(?:\d{3}|:\d\d)")
YEAR = lazy_re(r"\d{4}")
MONTHS = "January February March April May June July August September October November December".split()  # noqa: SIM905
MONTH_NUMBER = {name[:3].casefold(): number for number, name in enumerate(MONTHS, 1)}

# May 4, 2021 | Feb. 10, 2021 | June 4th 2021 | Feb.10,2021
MONTH = (
    r"(?i:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    r"|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)"
)
WEEKDAY = r"(?:(?P<weekday>(?i:Mon|Tue|Wed|Thu|Fri|Sat|Sun))(?i:s|nes|rs|ur)?(?i:day)?\b\.?[,،]?\s{1,2})"
WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
MDY = rf"(?P<mdy_m>{MONTH})\b\.?\s{{0,2}}(?P<mdy_d>\d{{1,2}})(?:st|nd|rd|th)?(?:,\s{{0,2}}|\s{{1,2}})(?P<mdy_y>\d{{4}})"
# 4 March 2021 | 04-Mar-2021 | 12 Mar, 2020
DMY = rf"(?P<dmy_d>\d{{1,2}})(?:st|nd|rd|th|\.)?[\s-]{{1,2}}(?P<dmy_m>{MONTH})\b\.?,?[\s-]{{1,2}}(?P<dmy_y>\d{{4}})"
# 2021-03-04 | 2020/9/22 | 2021.03.04.
YMD = r"(?P<ymd_y>(?:19|20)\d{2})(?P<ymd_s>[-/.])\s?(?P<ymd_m>\d{1,2})(?P=ymd_s)\s?(?P<ymd_d>\d{1,2})(?!\d)\.?"
# 06/08/2019 | 22.09.2020 : the outlet decides which is the month; 06/08/19 only with a clock of twelve hours
NUMERIC = (
    r"(?P<num_a>\d{1,2})(?P<num_s>[-/.])(?P<num_b>\d{1,2})(?P=num_s)"
    r"(?P<num_y>(?:19|20)\d{2}|\d{2}(?=\s{1,3}(?:at\s)?\d{1,2}:\d\d\s?[AaPp]\.?[Mm]))"
)
# a clock reading or another day may be glued to it: "June 12, 20249:15 PM", "12 Jun 202412 Jun 2024"
DATE = rf"(?:{WEEKDAY}?(?:{MDY}|{DMY}|{YMD}|{NUMERIC})(?!\d(?!\d?(?::\d\d|\s{MONTH}))))"
# 09:00 | 9:41 PM | 0345 gmt | 9 a.m. | 10.12 am
TIME = (
    r"(?:(?P<h>[01]?\d|2[0-4])[:.](?P<min>[0-5]\d)(?::(?P<s>[0-5]\d)(?:\.\d{1,6})?)?(?:\s?(?P<ap>[AaPp]\.?[Mm](?:\b|(?=[A-Z]))\.?))?"
    r"|(?P<h12>1[0-2]|0?[1-9])\s?(?P<ap12>[AaPp]\.?[Mm]\b\.?)"
    r"|(?P<hm>[0-2]\d[0-5]\d)(?=\s?(?:[Gg][Mm][Tt]|UTC|[Hh]rs|[Hh]ours)))(?!\d)"
)
# 1341 gmt 12 Jun 24: the time of a report in monitoring services
SHORT_YEAR = lazy_re(
    rf"(?<![\w-])(?:(?P<hm>[0-2]\d[0-5]\d)\s(?P<zone>[Gg][Mm][Tt])\s)?(?P<d>\d{{1,2}})\s(?P<m>{MONTH})\b\.?\s(?P<y>\d\d)(?!\w)"
)
FORMS = ("mdy", "dmy", "ymd", "num")
# the letters that a date can begin with; "ſ" is a small s
INITIALS = "".join(sorted({case(name[0]) for name in (*MONTHS, *WEEKDAYS) for case in (str.upper, str.lower)})) + "ſ"
PARTS = (*re.findall(r"\?P<(\w+)>", DATE + TIME), "zone")
PARTS_AHEAD = tuple(f"ahead_{name}" for name in PARTS)  # their names where the time comes before the date
BETWEEN = r"(?:\s{0,3}(?:[-–—|/,T]|at)?\s{0,3})"


@cache
def _zone() -> str:
    table = load_zones()
    words = alternation((*table.zones, *table.ambiguous))
    offset = r"(?:(?:GMT|UTC)\s?)?[+-]\d{1,2}(?::?\d\d)?(?!\d)"
    name = rf"(?:{words})(?:(?!\w)|(?=(?i:updated)))"  # "9:41 AM EDTUPDATED ..."
    unknown = r"[A-Z]{2,4}T(?=\)?\s*$)"  # at the end of its line, whatever it means
    return rf"(?:\s{{0,2}}\(?(?P<zone>{offset}|{name}|gmt|hrs|{unknown})\)?)"


def _label() -> str:
    """A label, or a place where a stamp can begin without one; both look at the first letter first, to save time."""
    stamps = load_stamps()
    initials = "".join(sorted({label[0] for label in (*stamps.updated, *stamps.published)}))
    return (
        rf"(?:(?=[{initials}])(?:(?P<updated>{alternation(stamps.updated)})|(?P<published>{alternation(stamps.published)}))"
        r"(?!\w)\s{0,3}[:：|-]?\s{0,3}"
        rf"|(?=[\d{INITIALS}])(?:(?<![\w$€£])|(?<=\d)(?<=(?:19|20)\d\d)|(?<=\d[ap]m)))"
    )


@cache
def _english() -> re.Pattern[str]:
    zone = _zone()
    after = rf"{DATE}(?:{BETWEEN}{TIME}{zone}?)?"
    before = rf"{TIME}{zone}?,?\s{{1,3}}(?:on\s)?{DATE}"
    return re.compile(rf"{_label()}(?:{_renamed(before)}|{after})")


def _renamed(pattern: str) -> str:
    """The pattern with its groups renamed: a time may come before or after the date."""
    return re.sub(r"\?P([<=])(\w+)([>)])", r"?P\1ahead_\2\3", pattern)


@cache
def _labelled() -> re.Pattern[str]:
    return re.compile(rf"{_label()}\Z")


@attrs.frozen(kw_only=True)
class Stamp:
    """One stamp in a line.

    Attributes:
        start, end: its characters, label included.
        local: the clock reading; a `date` if no time of day is given; None if the digits fit
            two orders (`06/08/2019`) and the outlet does not decide, or if the day does not exist.
        zone: IANA name or offset as printed, or None.
        abbreviation: the printed abbreviation if it is ambiguous or unknown, or None.
        updated: whether it is labelled as the time of an update.
        rule: id of the form.
        reason: why there is no `local`, if there is none.
    """

    start: int
    end: int
    local: date | None
    zone: str | None = None
    abbreviation: str | None = None
    updated: bool = False
    rule: str = "timestamp.english"
    reason: str = "the digits fit two dates or none"


def find_stamps(
    line: str, *, order: str | None = None, country: str | None = None, languages: tuple[str, ...] = ()
) -> tuple[Stamp, ...]:
    """The stamps in a line, in order; at most four, none in lines past 400 characters.

    Args:
        line: one line.
        order: `mdy` or `dmy`, for dates in digits alone; None: only if one reading is a date.
        country: alpha-3 of the outlet or agency, for abbreviations such as `IST`.
        languages: codes of the languages the line may be in, for a month's name that two of them share.

    Example:
        >>> find_stamps("Published : March 4, 2021 - 09:00")[0].local
        datetime.datetime(2021, 3, 4, 9, 0)
        >>> find_stamps("21:00 JST, November 26, 2023")[0].zone
        'Asia/Tokyo'
    """
    if len(line) > LONGEST_LINE_CHARACTERS or DIGITS.search(line) is None:
        return ()
    found = []
    for match in _english().finditer(line):
        found.append(_read(match, order, country))
        if len(found) == MOST_STAMPS:
            break
    if not found and YEAR.search(line) is not None:
        foreign = find_foreign_stamps(line, _zone(), languages)
        found += [_read_foreign(line, one, country) for one in islice(foreign, MOST_STAMPS)]
    return tuple(found)


def find_short_year(line: str) -> Stamp | None:
    """The last stamp with a two-digit year: `Moscow, in English 1341 gmt 12 Jun 24`.

    Example:
        >>> find_short_year("Source: Harbour Radio, Oslo, in English 1341 gmt 12 Jun 24").local
        datetime.datetime(2024, 6, 12, 13, 41)
        >>> find_short_year("Source: Harbour Radio") is None
        True
    """
    found = None
    for found in SHORT_YEAR.finditer(line[-LONGEST_LINE_CHARACTERS:]):  # noqa: B007 -- the last one counts
        pass
    if found is None:
        return None
    month = MONTH_NUMBER[found["m"][:3].casefold()]
    day = existing_day(full_year(found["y"]), month, int(found["d"]))
    local: date | None = day
    clock = _clock({"hm": found["hm"], "h": None, "min": None, "h12": None, "ap": None, "ap12": None})
    if day is not None and clock is not None:
        local = datetime(day.year, day.month, day.day, *clock)
    offset = max(0, len(line) - LONGEST_LINE_CHARACTERS)
    return Stamp(
        start=offset + found.start(),
        end=offset + found.end(),
        local=local,
        zone="UTC" if found["zone"] else None,
        rule="timestamp.short-year",
    )


def undated(line: str, rule: str) -> Stamp:
    """The stamp of a line without a full date, `12 JUN, 13:41`: it has a reason instead of a value."""
    return Stamp(start=0, end=len(line), local=None, rule=rule, reason="no year is printed with it")


def _read(match: re.Match[str], order: str | None, country: str | None) -> Stamp:
    parts = dict(zip(PARTS, match.group(*PARTS), strict=True))
    form = _form(parts)
    if form is None:
        parts = dict(zip(PARTS, match.group(*PARTS_AHEAD), strict=True))
        form = _form(parts) or ""
    local: date | None = _day(form, parts, order)
    clock = _clock(parts)
    if local is not None and clock is not None:
        local = datetime(local.year, local.month, local.day, *clock)
    return Stamp(
        start=match.start(),
        end=match.end(),
        local=local,
        zone=_zone_of(parts["zone"], country),
        abbreviation=_open_zone(parts["zone"], country),
        updated=match["updated"] is not None,
        rule=f"timestamp.{form}",
    )


def _form(parts: dict[str, Any]) -> str | None:
    """The form of the date whose year was found."""
    return next((form for form in FORMS if parts[f"{form}_y"]), None)


def _day(form: str, parts: dict[str, Any], order: str | None) -> date | None:
    if form != "num":
        month = parts[f"{form}_m"]
        number = int(month) if form == "ymd" else MONTH_NUMBER[month[:3].casefold()]
        return existing_day(int(parts[f"{form}_y"]), number, int(parts[f"{form}_d"]))
    first, second, year = int(parts["num_a"]), int(parts["num_b"]), full_year(parts["num_y"])
    if order is None and parts["zone"] in load_zones().month_first:
        order = "mdy"
    if order is None and parts["num_s"] == ".":
        order = "dmy"  # dates with points are always written day first
    month_first, day_first = existing_day(year, first, second), existing_day(year, second, first)
    if order is None and parts["weekday"] is not None:
        day_of_week = WEEKDAYS.index(parts["weekday"].title())
        fitting = [day for day in (month_first, day_first) if day is not None and day.weekday() == day_of_week]
        if len(fitting) == 1:
            return fitting[0]
    if order is None:
        return month_first if month_first == day_first or day_first is None else None if month_first else day_first
    return month_first or day_first if order == "mdy" else day_first or month_first


def _clock(parts: dict[str, str | None]) -> tuple[int, int, int] | None:
    if parts["hm"]:
        hour, minute, second = int(parts["hm"][:2]), int(parts["hm"][2:]), 0
    elif parts["h"] and parts["min"]:
        hour, minute, second = int(parts["h"]), int(parts["min"]), int(parts["s"] or 0)
    elif parts["h12"]:
        hour, minute, second = int(parts["h12"]), 0, 0
    else:
        return None
    half = parts["ap"] or parts["ap12"]
    if half and hour <= 12:  # 13:05 PM stays 13:05
        hour = hour % 12 + (12 if half[0] in "pP" else 0)
    return (hour, minute, second) if hour < 24 else None


@lru_cache(maxsize=256)
def _zone_of(printed: str | None, country: str | None) -> str | None:
    """The zone that a printed abbreviation or offset means."""
    if printed is None or printed == "hrs":
        return None
    table = load_zones()
    offset = re.search(r"([+-])(\d{1,2}):?(\d\d)?$", printed)
    if offset is not None:
        return f"{offset[1]}{int(offset[2]):02}:{offset[3] or '00'}"
    name = printed if printed in table.zones or printed in table.ambiguous else printed.upper()
    return table.zones.get(name) or zone_in(name, (country,))


def _open_zone(printed: str | None, country: str | None) -> str | None:
    """The printed abbreviation if it is unknown, or ambiguous even with the country; else None."""
    if printed is None or printed == "hrs" or _zone_of(printed, country) is not None:
        return None
    return printed.upper()


def _read_foreign(line: str, found: ForeignStamp, country: str | None) -> Stamp:
    label = _labelled().search(line[: found.start])
    return Stamp(
        start=found.start if label is None else label.start(),
        end=found.end,
        local=found.local,
        zone=_zone_of(found.zone, country),
        abbreviation=_open_zone(found.zone, country),
        updated=label is not None and label["updated"] is not None,
        rule="timestamp.foreign",
    )
