"""Weekdays: bare, with last, this or next, with a part of the day."""

from __future__ import annotations

from datetime import date

from diplonews.model.temporal import TimexType
from diplonews.temporal.calendar import DAYS_OF_WEEK, grain_of
from diplonews.temporal.context import Hit
from diplonews.temporal.grammar import Rule
from diplonews.temporal.meaning import Part
from diplonews.temporal.rules.common import bare_weekday, moved, phase_of

__all__ = ["RULES", "relative_weekday", "weekday_day"]

REL = "(?P<rel>(?:THE)?(?:FOLLOWING|LAST|SAME)|THIS(?:PAST|COMING|NEXT)?|(?:THE)?NEXT|(?:THE)?PAST|COMING|THAT)"


def reference_day(hit: Hit) -> date:
    """The day, or the first of the week, that the text spoke of last; the anchor if it spoke of neither."""
    value = hit.context.memory.last("W")
    grain = grain_of(value)
    if value is not None and grain == "D":
        return date.fromisoformat(value)
    if value is not None and grain == "W":
        return date.fromisocalendar(int(value[:4]), int(value[6:]), 1)
    return hit.context.today


def weekday_after(day: date, weekday: int) -> date:
    """The first such weekday after a day."""
    return moved(day, (weekday - day.isoweekday() - 1) % DAYS_OF_WEEK + 1, "D")


def weekday_before(day: date, weekday: int) -> date:
    """The last such weekday before a day."""
    return moved(day, -((day.isoweekday() - weekday - 1) % DAYS_OF_WEEK + 1), "D")


def relative_weekday(hit: Hit, weekday: int, words: list[str]) -> date:
    """The day of `last Tuesday`, `this coming Friday`, `the following Monday`.

    `last` and `next` leave the anchor's own day out; `this` stays within the anchor's ISO week.
    """
    today = hit.context.today
    if "following" in words or "ensuing" in words:
        return weekday_after(reference_day(hit), weekday)
    if {"previous", "preceding", "prior"} & set(words):
        return weekday_before(reference_day(hit), weekday)
    if {"next", "coming", "upcoming"} & set(words):
        return weekday_after(today, weekday)
    if {"last", "past"} & set(words):
        return weekday_before(today, weekday)
    if {"same", "that"} & set(words):
        reference = reference_day(hit)
        return moved(reference, -((reference.isoweekday() - weekday) % DAYS_OF_WEEK), "D")
    return moved(today, weekday - today.isoweekday(), "D")


def weekday_day(hit: Hit, role: str = "weekday") -> tuple[date, tuple[tuple[int, int], ...]]:
    """The day of a weekday, with or without words before it, and the cues outside the expression."""
    weekday = hit.number_value(role)
    if hit.has("rel"):
        return relative_weekday(hit, weekday, hit.words("rel")), ()
    return bare_weekday(hit, weekday)


def _range_start(hit: Hit) -> date | None:
    """The day before the dash of `Monday-Friday`, `Monday to Friday`; None if there is no range."""
    link, first = hit.start - 1, hit.start - 2
    between = hit.kind_at(link, "AND") and hit.word(first - 1) == "between"
    said = hit.context.memory.by_grain.get("D")
    if said is None or not hit.kind_at(first, "WEEKDAY") or not (between or hit.kind_at(link, "TO", "HYPHEN", "DASH")):
        return None
    day = date.fromisoformat(said)
    return day if day.isoweekday() == hit.value_at(first) else None


def _weekday(hit: Hit) -> Part:
    start = _range_start(hit) if hit.match.start("weekday") == hit.start else None
    if start is not None:
        return Part(value=weekday_after(start, hit.number_value("weekday")).isoformat())
    day, cues = weekday_day(hit)
    return Part(value=day.isoformat(), mod=phase_of(hit), cues=cues)


def _weekday_part(hit: Hit) -> Part:
    day, cues = weekday_day(hit)
    part = hit.text_value("part")
    return Part(type=TimexType.TIME, value=day.isoformat() + part, mod=phase_of(hit), cues=cues)


def _weekday_of_week(hit: Hit) -> Part | None:
    """`Tuesday of last week`, `Friday next week`."""
    if hit.text_value("unit") != "W":
        return None
    step = {"last": -1, "this": 0, "next": 1}[hit.words("rel")[0]]
    today = moved(hit.context.today, step, "W")
    return Part(value=moved(today, hit.number_value("weekday") - today.isoweekday(), "D").isoformat())


def _weekday_off(hit: Hit) -> Part | None:
    """`a week from Friday`, `Friday week`: a week after the coming one."""
    if hit.text_value("unit") != "W":
        return None
    day = relative_weekday(hit, hit.number_value("weekday"), ["next"])
    return Part(value=moved(day, 1, "W").isoformat())


RULES = (
    Rule(
        id="weekday.bare",
        pattern=f"(?P<phase>EARLY HYPHEN?|SOMETIME)?{REL}?(?P<weekday>WEEKDAY)",
        resolve=_weekday,
        example="last Tuesday",
        counter="last sun",
    ),
    Rule(
        id="weekday.part",
        pattern=f"(?P<phase>EARLY HYPHEN?|SOMETIME)?{REL}?(?P<weekday>WEEKDAY)(?P<part>DAYPART)",
        resolve=_weekday_part,
        type=TimexType.TIME,
        example="early Friday morning",
        counter="morning Friday",
    ),
    Rule(
        id="weekday.of_week",
        pattern="(?P<weekday>WEEKDAY)OF?(?P<rel>LAST|THIS|NEXT)(?P<unit>UNIT)",
        resolve=_weekday_of_week,
        example="Tuesday of last week",
        counter="Tuesday of last man",
    ),
    Rule(
        id="weekday.off",
        pattern="ARTICLE(?P<unit>UNIT)FROM(?P<weekday>WEEKDAY)",
        resolve=_weekday_off,
        example="a week from Friday",
        counter="a week for Friday",
    ),
    Rule(
        id="weekday.week",
        pattern="(?P<weekday>WEEKDAY)(?P<unit>UNIT)(?!HYPHEN|BEFORE|EARLIER|AGO)",
        resolve=_weekday_off,
        example="Friday week",
        counter="Friday weeks",
    ),
)
