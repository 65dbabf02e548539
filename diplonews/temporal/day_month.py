"""A day and a month of another language without a year: `7 июня`, `4 de junio`, `۱۵ خرداد`."""

from __future__ import annotations

from collections.abc import Iterator

from diplonews.lexicons.temporal_names import GREGORIAN, fold_name, is_full_month, load_between
from diplonews.lexicons.temporal_relative import load_ahead
from diplonews.patterns import lazy_re
from diplonews.temporal.calendar import nearest_year
from diplonews.temporal.calendars import nearest_day
from diplonews.temporal.context import FAR_AHEAD_DAYS, Context
from diplonews.temporal.foreign import DOUBLE, Found, MonthWords, first_month
from diplonews.temporal.intervals import interval_of
from diplonews.temporal.lexing import LATIN_ENDS
from diplonews.temporal.meaning import Part, Unresolved
from diplonews.temporal.surroundings import points_ahead

__all__ = ["day_without_year", "find_days_of_year"]

# the words begin in another script: `7 июня`, `4-го июня`, `4 ביוני`
DAY = lazy_re(
    rf"(?P<day>\d(?<![\d.,:/]\d)(?<!\d-\d)\d?)(?!\d|[.,:/]\d)(?:-?[а-яії]{{1,3}})?\.?\s{{0,2}}(?=[^\W\d_])(?![\0-{LATIN_ENDS}])"
)
LONGEST_MONTH_CHARACTERS = 30


def day_without_year(text: str, span: tuple[int, int], month: MonthWords, day: int, context: Context) -> Part:
    """The nearest such day; one far ahead only with a verb that points ahead.

    Raises:
        Unresolved: without an anchor, for a day that the month does not have, or for an ambiguous name.
    """
    pairs = sorted(month.means)
    if len(pairs) > 1:
        raise Unresolved("the name is of another month in " + ", ".join(sorted(month.languages)))
    (calendar, number), today, direction = pairs[0], context.today, context.direction
    if calendar != GREGORIAN:
        return Part(value=nearest_day(calendar, number, day, today, direction).isoformat())
    year = nearest_year(today, number, day, direction) if day >= 1 else None
    value = f"{year or 0:04}-{number:02}-{day:02}"
    if year is None or (covered := interval_of(value)) is None:
        raise Unresolved(f"no such day: month {number}, day {day}")
    if direction == "nearest" and (covered.start - today).days > FAR_AHEAD_DAYS:
        ahead = (points_ahead(text, *span, language) for language in month.languages if language in load_ahead())
        if not any(ahead):
            value = f"{nearest_year(today, number, day, 'past') or year:04}-{number:02}-{day:02}"
    return Part(value=value)


def find_days_of_year(text: str, start: int, end: int, context: Context) -> Iterator[Found]:
    """The days of a month without a year in `text[start:end]` that are written in other scripts, in order."""
    for match in DAY.finditer(text, start, end):
        stretch = text[match.end() : min(end, match.end() + LONGEST_MONTH_CHARACTERS)].partition("\n")[0]
        month = first_month(stretch)
        if month is None or not all(fold_name(word) in load_between() for word in stretch[: month.start].split()):
            continue
        if not is_full_month(DOUBLE.split(stretch[month.start : month.end])[0]):
            continue
        span = match.start(), match.end() + month.end
        try:
            part = day_without_year(text, span, month, int(match["day"]), context)
        except Unresolved as unknown:
            part = Part(value=None, reason=str(unknown))
        yield Found(*span, part, "foreign.day_month")
