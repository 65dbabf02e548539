"""Quarters and halves of a year, and the period that a company's report is about."""

from __future__ import annotations

import re
from datetime import date
from functools import cache

from diplonews.temporal.calendar import nearest_year, quarter_value, value_of
from diplonews.temporal.context import Hit
from diplonews.temporal.grammar import Rule, compile_pattern
from diplonews.temporal.meaning import Part
from diplonews.temporal.rules.common import calendar_day, full_year, kind_indices, month_day, month_number, moved

__all__ = ["RULES", "course_end", "previous_quarter", "quarter_back"]

MONTHS = {"Q": 3, "H": 6}
IN_A_YEAR = {"Q": 4, "H": 2}
HALF_A_QUARTER_DAYS = 45
REPORTED_WITHIN_MONTHS = 3  # `will report a third-quarter loss`: the quarter just over


def previous_quarter(hit: Hit) -> str:
    """The quarter that the text speaks of, else the last one that was over on the anchor's day."""
    return hit.context.memory.quarter or quarter_value(moved(hit.context.today, -1, "Q"))


def quarter_back(value: str, years: int) -> str:
    """The same quarter, `years` before."""
    return f"{int(value[:4]) - years:04}{value[4:]}"


def _nearest(today: date, ordinal: int, unit: str) -> int:
    """The year in which that quarter or half lies nearest, by its middle; of two the earlier."""
    middle = MONTHS[unit] * ordinal - MONTHS[unit] / 2
    now = today.year * 12 + today.month - 1 + today.day / 31
    return min(range(today.year - 1, today.year + 2), key=lambda year: (abs(year * 12 + middle - now), year))


def _year(hit: Hit, ordinal: int, unit: str) -> int:
    """The year that the words around name, or the nearest."""
    year = full_year(hit)
    if year is not None:
        return year
    today = hit.context.today
    if hit.has("rel"):
        return today.year + {"last": -1, "this": 0, "next": 1}.get(hit.words("rel")[0], 0)
    if hit.has("own"):
        return today.year
    near = _nearest(today, ordinal, unit)
    ahead = (near, MONTHS[unit] * (ordinal - 1) + 1) > (today.year, today.month)
    over = today.year * 12 + today.month - (near * 12 + MONTHS[unit] * ordinal)
    if ahead and hit.forward_cue() is None:
        near -= 1
    elif over > REPORTED_WITHIN_MONTHS and hit.forward_cue() is not None:
        near += 1
    return near - 1 if hit.has("before") else near


def _rank(hit: Hit, last: int) -> int:
    """The number of `third`, `3rd` or `last`."""
    index = hit.match.start("ordinal")
    if hit.kind_at(index, "LAST", "FINAL"):
        return last
    digits = "".join(filter(str.isdigit, hit.word(index)[:2]))
    return int(digits) if digits else hit.number_value("ordinal")


def _ordinal(hit: Hit) -> Part | None:
    unit = "H" if hit.kind_at(hit.match.start("unit"), "HALF") else "Q"
    ordinal = _rank(hit, IN_A_YEAR[unit])
    if not 1 <= ordinal <= IN_A_YEAR[unit] or _is_of_a_game(hit):
        return None
    if hit.has("own") and hit.value_at(hit.end - 1) != "Y":
        return _half_of_unit(hit, ordinal) if unit == "H" else None
    return Part(value=f"{_year(hit, ordinal, unit):04}-{unit}{ordinal}")


def _is_of_a_game(hit: Hit) -> bool:
    """Whether it is part of something other than a calendar period: `the first half of the season`."""
    return hit.kind_at(hit.end, "OF") and hit.kind_at(hit.end + 1, "THE") and hit.kind_at(hit.end + 2, "OTHER")


def _half_of_unit(hit: Hit, ordinal: int) -> Part:
    """`the second half of the month`: the month, and which end of it."""
    unit = str(hit.value_at(hit.end - 1))
    return Part(value=value_of(hit.context.today, unit), mod="START" if ordinal == 1 else "END")


def _letter(hit: Hit) -> Part | None:
    """`Q3 2010`, `2025Q1`, `2Q`: with a year, or the quarter nearest to the anchor; a half needs its year."""
    letter = kind_indices(hit, "name", "QUARTER_LETTER", "HALF_LETTER")[0]
    unit, first = str(hit.value_at(letter)), hit.match.start("name")
    ordinal = int(next(word for word in hit.words("name") if word.isdigit()))
    year = full_year(hit)
    glued = hit.tokens.end(first) == hit.tokens.starts[first + 1]
    if not 1 <= ordinal <= IN_A_YEAR[unit] or (unit == "H" and (year is None or not glued)):
        return None
    return Part(value=f"{_nearest(hit.context.today, ordinal, unit) if year is None else year:04}-{unit}{ordinal}")


def _short_year(hit: Hit) -> Part | None:
    """`Q1/25`, `3Q24`, and not `Q1 25`: the year in two figures, nothing between."""
    places = range(hit.start, hit.end - 1)
    return _letter(hit) if all(hit.tokens.end(at) == hit.tokens.starts[at + 1] for at in places) else None


def _the(hit: Hit) -> Part | None:
    """`the quarter`, `the latest period`, `the year-ago quarter`, `this quarter`."""
    words = hit.words("which") if hit.has("which") else []
    if {"this", "current"} & set(words):
        return Part(value=quarter_value(hit.context.today))
    if "next" in words or "coming" in words:
        return Part(value=quarter_value(moved(hit.context.today, 1, "Q")))
    if "last" in words:
        return Part(value=quarter_value(moved(hit.context.today, -1, "Q")))
    if "latest" in words:
        return Part(value=quarter_value(moved(hit.context.today, -1, "Q")))
    end = course_end(hit)
    if end is not None:  # most of its days lie before the last month and a half
        return Part(value=quarter_value(moved(end, -HALF_A_QUARTER_DAYS, "D")))
    value = previous_quarter(hit)
    if {"previous", "preceding", "prior"} & set(words):
        first = calendar_day(int(value[:4]), 3 * int(value[6]) - 2, 1)
        return Part(value=quarter_value(moved(first, -1, "Q")))
    return Part(value=value)


@cache
def _ended_clause() -> re.Pattern[str]:
    return compile_pattern("(?P<course>COURSE)(?P<month>MONTH_ANY)(?P<day>DIGITS)(?:COMMA?(?P<year>YEAR_DIGITS))?")


def course_end(hit: Hit) -> date | None:
    """The day of `ended July 31` right after the words; None if nothing of the sort follows."""
    match = _ended_clause().match(hit.tokens.classes, hit.end)
    if match is None:
        return None
    clause = Hit(match, hit.tokens, hit.context)
    year, month, day = full_year(clause), month_number(clause), int(clause.words("day")[0])
    if year is None and clause.words("course") == ["ended"]:
        year = nearest_year(hit.context.today, month, day, "past")
    return month_day(clause, year, month, day)


def _year_before(hit: Hit) -> Part | None:
    if hit.has("unit") and hit.text_value("unit") != "Y":
        return None
    return Part(value=quarter_back(previous_quarter(hit), 1), refers=False)


def _last_years(hit: Hit) -> Part | None:
    """`the corresponding period last year`, `last year's quarter`."""
    return Part(value=quarter_back(previous_quarter(hit), 1), refers=False)


def _of_year(hit: Hit) -> Part | None:
    """`the 1988 quarter`: the quarter that is reported on, in that year."""
    return Part(value=f"{full_year(hit):04}{previous_quarter(hit)[4:]}", refers=False)


LETTER = "(?P<name>(?:QUARTER_LETTER|HALF_LETTER)DIGITS|DIGITS(?:QUARTER_LETTER|HALF_LETTER))"
BEFORE = "FISCAL?HYPHEN?(?P<before>UNIT HYPHEN(?:AGO|EARLIER))?"
YEAR_AFTER = (
    "(?:(?:OF|IN|COMMA)?(?:FISCAL)?(?P<year>YEAR_DIGITS)"
    "|(?:OF)?(?P<rel>LAST|THIS|NEXT)UNIT|(?P<own>OF THE FISCAL?UNIT))?"
)

RULES = (
    Rule(
        id="quarter.ordinal",
        pattern=(
            f"(?:THE)?{BEFORE}(?P<ordinal>ORDINAL_ANY|(?:LAST|FINAL)(?=(?:HALF|QUARTER)OF))(?:FISCAL)?(?P<unit>QUARTER|HALF){YEAR_AFTER}"
        ),
        resolve=_ordinal,
        example="the third quarter of 1997",
        counter="the third man",
    ),
    Rule(
        id="quarter.attributive",
        pattern=f"{BEFORE}(?P<ordinal>ORDINAL_WORD)HYPHEN(?P<unit>QUARTER|HALF){YEAR_AFTER}",
        resolve=_ordinal,
        example="third-quarter",
        counter="third-rate",
    ),
    Rule(
        id="quarter.year_first",
        pattern=(
            "(?:THE)?(?:(?P<year>YEAR_DIGITS)|(?P<rel>LAST|THIS|NEXT)UNIT POSSESSIVE)(?P<before>FISCAL)?"
            "(?P<ordinal>ORDINAL_WORD)HYPHEN?(?P<unit>QUARTER|HALF)"
        ),
        resolve=_ordinal,
        example="this year's third quarter",
        counter="this year's third man",
    ),
    Rule(
        id="quarter.letter",
        pattern=f"{LETTER}(?:(?:COMMA|OF|SLASH|HYPHEN)?(?P<year>YEAR_DIGITS|YEAR_SHORT))?",
        resolve=_letter,
        example="Q3 2010",
        counter="Q 2010",
    ),
    Rule(
        id="quarter.year_letter",
        pattern=f"(?P<year>YEAR_DIGITS)(?:HYPHEN|SLASH)?{LETTER}",
        resolve=_letter,
        example="2023-Q4",
        counter="2023 Q",
    ),
    Rule(
        id="quarter.short_year",
        pattern=f"{LETTER}(?:SLASH|HYPHEN)?(?P<year>DIGITS)",
        resolve=_short_year,
        example="Q1/25",
        counter="Q1 of 25",
    ),
    Rule(
        id="quarter.the",
        pattern="(?:THE|THAT|THE?(?P<which>LATEST|LAST|THIS|CURRENT|NEXT|COMING|FOLLOWING|SAME))QUARTER(?!HYPHEN)",
        resolve=_the,
        example="the latest quarter",
        counter="a quarter",
    ),
    Rule(
        id="quarter.latest_period",
        pattern="THE(?P<which>LATEST)PERIOD",
        resolve=_the,
        example="the latest period",
        counter="the period",
    ),
    Rule(
        id="quarter.year_before",
        pattern="(?:THE)?COMPARABLE?(?P<unit>UNIT)HYPHEN?(?:AGO|EARLIER)(?:QUARTER|PERIOD)",
        resolve=_year_before,
        example="the year-ago quarter",
        counter="the year-ago man",
    ),
    Rule(
        id="quarter.last_years",
        pattern=(
            "(?:LAST UNIT POSSESSIVE(?:QUARTER|PERIOD)|THE(?:SAME|COMPARABLE)?(?:QUARTER|PERIOD)LAST UNIT"
            "|THE QUARTER ARTICLE UNIT(?:AGO|EARLIER))"
        ),
        resolve=_last_years,
        example="last year's quarter",
        counter="last year's man",
    ),
    Rule(
        id="quarter.of_year",
        pattern="THE(?P<year>YEAR_DIGITS)(?:QUARTER|PERIOD)",
        resolve=_of_year,
        example="the 1988 quarter",
        counter="the 1988 race",
    ),
)
