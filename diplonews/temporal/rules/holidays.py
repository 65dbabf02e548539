"""Feast days: Christmas, Thanksgiving Day, Easter Monday."""

from __future__ import annotations

import re
from datetime import date
from functools import cache

from diplonews.lexicons.temporal import Holiday, load_holidays
from diplonews.temporal.calendar import easter, nth_weekday
from diplonews.temporal.context import Hit
from diplonews.temporal.grammar import Rule
from diplonews.temporal.meaning import Part, Unresolved

__all__ = ["RULES", "holiday_of"]


@cache
def _names() -> re.Pattern[str]:
    names = sorted(load_holidays(), key=len, reverse=True)
    return re.compile("|".join(map(re.escape, names)) + r"\b", re.IGNORECASE)


def holiday_of(holiday: Holiday, year: int) -> date:
    """The day of a holiday in a year.

    Example:
        >>> holiday_of(load_holidays()["easter monday"], 2021)
        datetime.date(2021, 4, 5)
    """
    if holiday.easter is not None:
        return date.fromordinal(easter(year).toordinal() + holiday.easter)
    if holiday.nth:
        first = nth_weekday(year, holiday.month, holiday.weekday, holiday.nth)
        return date.fromordinal(first.toordinal() + holiday.offset)
    return date(year, holiday.month, holiday.day)


def _holiday(hit: Hit) -> Part | None:
    index = hit.match.start("name")
    start = hit.tokens.starts[index]
    match = _names().match(hit.tokens.text, start)
    if match is None:
        return None
    last = index + 1
    while last < len(hit.tokens.words) and hit.tokens.end(last - 1) < match.end():
        last += 1
    if last < len(hit.tokens.words) and hit.tokens.words[last].istitle() and last == index + 1:
        return None  # Easter Island
    holiday = load_holidays()[match[0].lower()]
    if hit.kind_at(last, "YEAR_DIGITS") and int(hit.word(last)) > 1:
        return Part(value=holiday_of(holiday, int(hit.word(last))).isoformat(), last=last + 1)
    today = hit.context.today
    days = [holiday_of(holiday, year) for year in range(max(1, today.year - 1), min(9999, today.year + 1) + 1)]
    word = hit.words("rel")[0] if hit.has("rel") else ""
    if word == "last":
        days = [day for day in days if day < today][-1:]
    elif word == "next":
        days = [day for day in days if day > today][:1]
    elif word == "this":
        days = [day for day in days if day.year == today.year]
    if not days:
        raise Unresolved("outside the calendar")
    day = min(days, key=lambda day: abs((day - today).days))
    return Part(value=day.isoformat(), last=last)


RULES = (
    Rule(
        id="holiday.name",
        pattern="(?P<rel>LAST|THIS|NEXT)?(?P<name>HOLIDAY)",
        resolve=_holiday,
        example="last Thanksgiving",
        counter="thanks",
    ),
)
