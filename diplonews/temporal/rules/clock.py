"""The clock: 9 a.m. EST Tuesday, 10:30 p.m. Feb. 18, noon, 0735 GMT."""

from __future__ import annotations

import re
from datetime import date
from functools import cache

from diplonews.lexicons.temporal import load_context_words
from diplonews.model.temporal import TimexType
from diplonews.temporal.context import Hit
from diplonews.temporal.grammar import Rule, compile_pattern
from diplonews.temporal.meaning import Part
from diplonews.temporal.rules.common import bare_weekday, full_year, kind_indices, month_day, month_number, moved
from diplonews.temporal.rules.days import DM, MD, YEAR, date_of, day_number
from diplonews.temporal.rules.weekdays import reference_day

__all__ = ["RULES"]

LOOKAHEAD_TOKENS = 9
HOURS, MINUTES = 24, 60
CLOCK_DIGITS = 2  # the minutes of 7.30pm


def _reading(hit: Hit) -> str | None:
    """`T09:00`; None if the figures are no clock reading."""
    start = hit.match.start("clock")
    if hit.kind_at(start, "NOON"):
        return hit.text_value("clock")
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


def _clock(hit: Hit) -> Part | None:
    reading = _reading(hit)
    if reading is None:
        return None
    start = hit.match.start("clock")
    marked = kind_indices(hit, "clock", "AMPM", "ZONE", "LOCAL", "OCLOCK", "NOON")
    dated = hit.has("weekday") or hit.has("deictic") or hit.has("month")
    led = hit.word(start - 1) in load_context_words("before_clock") or hit.kind_at(start - 1, "ABOUT")
    if not (marked or dated or led) or (hit.kind_at(start, "NOON") and hit.word(start - 1) == "high"):
        return None
    zones = kind_indices(hit, "clock", "ZONE")
    day, cues = _day(hit)
    return Part(
        type=TimexType.TIME,
        value=day.isoformat() + reading,
        zone=str(hit.value_at(zones[0])) if zones else None,
        cues=cues,
    )


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
