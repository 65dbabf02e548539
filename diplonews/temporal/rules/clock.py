"""The clock: 9 a.m. EST Tuesday, 10:30 p.m. Feb. 18, noon, 0735 GMT, 19:00 (UTC+8).

A value keeps a zone printed as UTC, GMT, Z or an offset (`2021-05-05T16:00Z`, `T19:00+08:00`). As in TimeBank,
letters outside ISO 8601 (`9 a.m. EST`) are left out of the value; the interval is still in that zone.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime, tzinfo
from functools import cache

import attrs

from diplonews.lexicons.layout import load_zones, zone_in
from diplonews.lexicons.temporal import load_context_words
from diplonews.model.temporal import TimexType
from diplonews.temporal.context import Hit
from diplonews.temporal.grammar import Rule, compile_pattern
from diplonews.temporal.meaning import Part
from diplonews.temporal.rules.common import (
    bare_weekday,
    full_year,
    kind_indices,
    month_day,
    month_number,
    moved,
)
from diplonews.temporal.rules.days import DM, MD, WEEKDAY_BEFORE, YEAR, date_of, day_number, iso_day, slashed_day
from diplonews.temporal.rules.weekdays import reference_day

__all__ = ["RULES"]

LOOKAHEAD_TOKENS = 9
HOURS, MINUTES = 24, 60
CLOCK_DIGITS = 2  # the minutes of 7.30pm
SECONDS_COLONS = 2
UTC = "+00:00"
MIDNIGHT = "T24:00"
MOST_OFFSET_HOURS, OFFSET_MINUTES = 14, ("00", "30", "45")


def _reading(hit: Hit) -> str | None:
    """The time of day, such as `T09:00`; None if the figures are not a clock reading."""
    start = hit.match.start("clock")
    if kind_indices(hit, "clock", "UNITS") and not _is_of_hours(hit):
        return None
    if hit.kind_at(start, "NOON"):
        return str(hit.value_at(start))
    word = hit.word(start)
    if hit.kind_at(start, "YEAR_DIGITS"):
        hours, minutes, seconds = int(word[:2]), int(word[2:]), ""
    else:
        if hit.kind_at(start, "DECIMAL") and len(word.partition(".")[2]) != CLOCK_DIGITS:
            return None
        hour, _, tail = word.replace(".", ":").partition(":")
        minute, _, seconds = tail.partition(":")
        hours, minutes = int(hour), int(minute or 0)
    half = next((hit.word(index) for index in kind_indices(hit, "clock", "AMPM")), None)
    if half is not None:
        if not 1 <= hours <= 12:
            return None
        hours = hours % 12 + (12 if half[0] == "p" else 0)
    if hours > HOURS or minutes >= MINUTES or (hours == HOURS and minutes):
        return None
    return f"T{hours:02}:{minutes:02}" + (f":{seconds}" if seconds else "")


def _is_of_hours(hit: Hit) -> bool:
    """Whether `1600 hours` is a clock reading: by its zone, a leading zero or `at`; else it is a length of time."""
    start = hit.match.start("clock")
    hours = kind_indices(hit, "clock", "UNITS")[0]
    if hit.value_at(hours) != "TH" or hit.kind_at(hit.end, "OF"):
        return False
    return (
        hours + 1 < hit.match.end("clock")
        or hit.word(start)[0] == "0"
        or hit.word(start - 1) in load_context_words("before_hours")
    )


@cache
def _named_days() -> tuple[re.Pattern[str], ...]:
    return tuple(compile_pattern(f"{order}{YEAR}?") for order in (MD, DM))


def _dated(hit: Hit, index: int) -> tuple[date, tuple[tuple[int, int], ...]] | None:
    """The day of a month that is named at a place, and where."""
    for named in _named_days():
        match = named.match(hit.tokens.classes, index)
        if match is not None:
            return date_of(Hit(match, hit.tokens, hit.context)), ((index, match.end()),)
    return None


def _day_after(hit: Hit) -> tuple[date, tuple[tuple[int, int], ...]] | None:
    """A day named a little further on in the sentence: `9:20 a.m. (0620 GMT) Friday`."""
    for index in range(hit.end, min(hit.end + LOOKAHEAD_TOKENS, len(hit.tokens.words))):
        if hit.kind_at(index, "STOP", "BREAK", "SEMICOLON", "QUOTE"):
            return None
        if hit.kind_at(index, "WEEKDAY"):
            dated = _dated(hit, index + (2 if hit.kind_at(index + 1, "COMMA") else 1))
            if dated is not None:
                return dated
            return bare_weekday(hit, int(hit.value_at(index)))[0], ((index, index + 1),)
        if hit.kind_at(index, "DEICTIC"):
            return moved(hit.context.today, int(hit.value_at(index)), "D"), ((index, index + 1),)
        if hit.kind_at(index, "MONTH", "MONTH_SHORT", "MONTH_WORD", "DIGITS"):
            dated = _dated(hit, index)
            if dated is not None:
                return dated
    return None


def _day(hit: Hit) -> tuple[date, tuple[tuple[int, int], ...]]:
    """The day that a clock reading belongs to."""
    if hit.has("month"):
        return month_day(hit, full_year(hit), month_number(hit), day_number(hit)), ()
    if hit.has("weekday"):
        return bare_weekday(hit, hit.number_value("weekday"))
    if hit.has("deictic"):
        return moved(hit.context.today, hit.number_value("deictic"), "D"), ()
    return _day_after(hit) or (reference_day(hit), ())


def _glued(hit: Hit, index: int) -> bool:
    """Whether there is no space before a token."""
    return hit.tokens.end(index - 1) == hit.tokens.starts[index]


def _offset(hit: Hit, sign: int) -> str | None:
    """The offset `+09:00` from the figures after a sign; None if they are not an offset: `finished in 2:05, +1:20`."""
    figures = hit.word(sign + 1)
    hours, _, minutes = figures.partition(":") if ":" in figures else (figures[:2], "", figures[2:])
    if not hit.kind_at(sign - 1, "ZONE") and not len(hours) == len(minutes) == 2:
        return None
    if not _glued(hit, sign + 1) or (hit.kind_at(sign, "HYPHEN") and not _glued(hit, sign)):
        return None
    if int(hours) > MOST_OFFSET_HOURS or (minutes or "00") not in OFFSET_MINUTES:
        return None
    return f"{'+' if hit.word(sign) == '+' else '-'}{int(hours):02}:{minutes or '00'}"


@attrs.frozen
class _Zone:
    """The zone in the words of a clock reading.

    Attributes:
        name: an IANA name or an offset; None if there is none.
        in_value: its form in the value (`Z`, `+09:00`), or "": letters such as EST are left out.
        end: index after the reading, if an apparent offset is not one (`16:00 GMT-17:30`), or None.
        open: ambiguous letters that nothing resolves; or "".
    """

    name: str | None = None
    in_value: str = ""
    end: int | None = None
    open: str = ""


def _lettered(hit: Hit, index: int, end: int | None = None) -> _Zone:
    """The zone of letters: those of several zones mean the one of the place, or the clock's own."""
    printed, offset = hit.tokens.words[index], str(hit.value_at(index))
    if printed not in load_zones().ambiguous:
        return _Zone(offset, "Z" if offset == UTC else "", end=end)
    context = hit.context
    for country in context.countries:
        found = zone_in(printed, (country,))
        if found is not None:
            return _Zone(found, end=end)
    own = None if context.zone is None else _letters_of(context.zone).get(printed)
    return _Zone(own, end=end) if own is not None else _Zone(end=end, open=printed)


@cache
def _letters_of(zone: tzinfo) -> Mapping[str | None, str]:
    """The names of a zone's clock in winter and in summer, each with its offset."""
    halves = [datetime(2024, month, 1, tzinfo=zone) for month in (1, 7)]
    return {half.tzname(): half.isoformat()[-6:] for half in halves}


def _zone(hit: Hit) -> _Zone:
    signs = kind_indices(hit, "clock", "SIGN", "HYPHEN")
    named = kind_indices(hit, "clock", "ZONE", "ZULU")
    letters = str(hit.value_at(named[0])) if named else None
    if named and hit.kind_at(named[0], "ZULU") and not _glued(hit, named[0]):
        return _Zone(end=named[0])
    if not signs:
        return (
            _lettered(hit, named[0])
            if named and hit.kind_at(named[0], "ZONE")
            else _Zone(letters, "Z" if letters else "")
        )
    offset = _offset(hit, signs[0]) if letters in (None, UTC) else None
    if offset is not None:
        return _Zone(offset, "Z" if offset == UTC else offset)
    opened = kind_indices(hit, "clock", "OPEN")
    if opened or letters is None:
        return _Zone(end=opened[0] if opened else signs[0])
    return _lettered(hit, named[0], signs[0])


def _clock(hit: Hit) -> Part | None:
    reading, zone = _reading(hit), _zone(hit)
    if reading is None:
        return None
    start = hit.match.start("clock")
    marked = zone.name or zone.open or kind_indices(hit, "clock", "AMPM", "LOCAL", "OCLOCK", "NOON", "UNITS")
    dated = hit.has("weekday") or hit.has("deictic") or hit.has("month")
    led = hit.word(start - 1) in load_context_words("before_clock") or hit.kind_at(start - 1, "ABOUT")
    if not (marked or dated or led) or (hit.kind_at(start, "NOON") and hit.word(start - 1) == "high"):
        return None
    if reading == MIDNIGHT and not dated and hit.is_past():
        reading = "T00:00"  # `took effect at midnight`: the midnight that has passed
    day, cues = _day(hit)
    return _part(hit, day.isoformat() + reading, zone, cues)


def _part(hit: Hit, value: str, zone: _Zone, cues: tuple[tuple[int, int], ...] = ()) -> Part:
    """A reading in its zone; a zone in brackets at the end is left out of the span."""
    last, end = zone.end, hit.end - 1
    if last is None and hit.kind_at(end, "CLOSE"):
        last = next(index for index in range(end, hit.start, -1) if hit.kind_at(index, "OPEN"))
        cues = (*cues, (last + 1, end))
    return _in(zone, value, cues, last)


def _in(zone: _Zone, value: str, cues: tuple[tuple[int, int], ...] = (), last: int | None = None) -> Part:
    reason = f"{zone.open} names several zones, and no place decides" if zone.open else None
    return Part(
        type=TimexType.TIME,
        value=value + zone.in_value,
        zone=zone.name,
        open_zone=bool(zone.open),
        reason=reason,
        cues=cues,
        last=last,
    )


def _stamp(hit: Hit) -> Part | None:
    """`2021-05-05T16:00Z`, `2021-05-05, 16:00 UTC`, `02/08/2021 4:49 PM`."""
    reading, zone = _reading(hit), _zone(hit)
    first = hit.match.start("clock")
    if reading is None or (hit.kind_at(first - 1, "TEE") and not (_glued(hit, first) and _glued(hit, first - 1))):
        return None
    day = slashed_day(hit) if hit.has("slashed") else iso_day(hit)
    return None if day is None else _part(hit, day.isoformat() + reading, zone)


def _log_stamp(hit: Hit) -> Part | None:
    """`Wed Jun 12 03:15:00 +0000 2024`: of a machine, to the second."""
    reading, zone = _reading(hit), _zone(hit)
    if reading is None or zone.end is not None or hit.word(hit.match.start("clock")).count(":") != SECONDS_COLONS:
        return None
    return _in(zone, date_of(hit).isoformat() + reading)


def _in_the_part(hit: Hit) -> Part | None:
    """`4 in the morning`, `eight in the evening`."""
    figure = hit.words("hour")[0]
    hour = int(figure) if figure.isdigit() else hit.number_value("hour")
    if not 1 <= hour <= 12:
        return None
    late = hit.text_value("part") != "TMO" and not (hit.text_value("part") == "TNI" and hour < 6)
    day, cues = _day_after(hit) or (reference_day(hit), ())
    return Part(type=TimexType.TIME, value=f"{day.isoformat()}T{hour % 12 + 12 * late:02}:00", cues=cues)


def _mid_part(hit: Hit) -> Part | None:
    """`mid-afternoon`, `mid-afternoon yesterday`; `late-night` is a kind of talks."""
    if hit.has("hyphen") and hit.text_value("part") == "TNI":
        return None
    day, cues = _day_after(hit) or (reference_day(hit), ())
    if hit.has("deictic"):
        day, cues = moved(hit.context.today, hit.number_value("deictic"), "D"), ()
    value = day.isoformat() + hit.text_value("part")
    return Part(type=TimexType.TIME, value=value, mod=hit.text_value("phase"), cues=cues)


RULES = (
    Rule(
        id="clock.time",
        pattern=(
            "(?P<clock>CLOCK_TIME)(?:COMMA?(?:(?P<deictic>DEICTIC)"
            "|(?:WEEKDAY_ANY COMMA?)?(?P<month>MONTH_ANY)(?P<day>DAY_NUMBER)(?:COMMA?(?P<year>YEAR_DIGITS))?"
            "|(?P<weekday>WEEKDAY)))?"
        ),
        resolve=_clock,
        type=TimexType.TIME,
        example="9 a.m. EST Tuesday",
        counter="9 men",
    ),
    Rule(
        id="clock.day_month",
        pattern=(
            "(?P<clock>CLOCK_TIME)COMMA?(?:WEEKDAY_ANY COMMA?)?"
            "(?P<day>DIGITS)(?P<month>MONTH_ANY)(?:COMMA?(?P<year>YEAR_DIGITS))?"
        ),
        resolve=_clock,
        type=TimexType.TIME,
        example="16:00, 23 April",
        counter="16:00, 23 men",
    ),
    Rule(
        id="clock.log_month_day",
        pattern=f"{WEEKDAY_BEFORE}{MD}{YEAR}(?P<clock>CLOCK IN_ZONE?)",
        resolve=_log_stamp,
        type=TimexType.TIME,
        example="Jun 12, 2024 03:15:00 +0000",
        counter="Jun 12, 2024, 03:15:00",
    ),
    Rule(
        id="clock.log_day_month",
        pattern=f"{WEEKDAY_BEFORE}(?P<day>DIGITS)(?P<month>MONTH_ANY){YEAR}(?P<clock>CLOCK IN_ZONE?)",
        resolve=_log_stamp,
        type=TimexType.TIME,
        example="Wed, 12 Jun 2024 03:15:00 GMT",
        counter="12 Jun 2024, 03:15:00",
    ),
    Rule(
        id="clock.log_year_last",
        pattern=f"{WEEKDAY_BEFORE}{MD}(?P<clock>CLOCK IN_ZONE?)(?P<year>YEAR_DIGITS)",
        resolve=_log_stamp,
        type=TimexType.TIME,
        example="Wed Jun 12 03:15:00 +0000 2024",
        counter="Wed Jun 12 03:15:00 men",
    ),
    Rule(
        id="clock.stamp",
        pattern="ISO_DATE TEE(?P<clock>CLOCK(?:ZULU|(?:SIGN|HYPHEN)(?:CLOCK|YEAR_DIGITS))?)",
        resolve=_stamp,
        type=TimexType.TIME,
        example="2021-05-05T16:00Z",
        counter="2021-05-05T16",
    ),
    Rule(
        id="clock.iso_date",
        pattern="(?:ISO_DATE|(?P<slashed>SLASH_DATE))COMMA?(?P<clock>CLOCK(?:ZULU|AMPM?IN_ZONE|AMPM)?)",
        resolve=_stamp,
        type=TimexType.TIME,
        example="2021-05-05 16:00 UTC",
        counter="2021-05-05 16",
    ),
    Rule(
        id="clock.in_the_part",
        pattern="(?P<hour>DIGITS|NUMERAL)OCLOCK?IN THE(?P<part>DAYPART)",
        resolve=_in_the_part,
        type=TimexType.TIME,
        example="4 in the morning",
        counter="4 in the team",
    ),
    Rule(
        id="clock.mid_part",
        pattern="(?P<phase>EARLY)(?P<hyphen>HYPHEN)?(?P<part>DAYPART)(?P<deictic>DEICTIC)?",
        resolve=_mid_part,
        type=TimexType.TIME,
        example="mid-afternoon yesterday",
        counter="afternoon",
    ),
)
