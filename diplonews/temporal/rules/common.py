"""Code shared by several rule families: numbers, modifiers, days named in words."""

from __future__ import annotations

import re
from datetime import date
from fractions import Fraction
from functools import cache

from diplonews.lexicons.temporal import load_context_words, load_temporal_words
from diplonews.temporal.calendar import DAYS_OF_WEEK, nearest_year, shift
from diplonews.temporal.context import Hit
from diplonews.temporal.grammar import compile_pattern
from diplonews.temporal.meaning import Unresolved

__all__ = [
    "bare_weekday",
    "bound_of",
    "calendar_day",
    "count_of",
    "full_year",
    "kind_indices",
    "month_day",
    "moved",
    "phase_of",
    "refuse_buddhist",
    "settled_year",
]

SHORTEST_MONTH_DAYS = 28
MIDDLE_OF_MONTH = 15
AHEAD_YEARS = 10
BUDDHIST_YEARS = range(2400, 2701)
BUDDHIST = 543
YEARS_BESIDE_MONTHS = range(1500, 2201)
COUNT_SUFFIXES = ("st", "nd", "rd", "th")
PHASE_OF_SIDE: dict[str | int, str] = {-1: "START", 1: "END"}  # earlier in, later in
LOOSE_CUES = ("would", "in", "on")  # before `Friday's vote` they do not say when it is
MULTIPLIERS = ("HUNDRED", "COUPLE")


def kind_indices(hit: Hit, role: str, *names: str) -> list[int]:
    """Indices of the tokens of a role that are of one of these kinds."""
    start, end = hit.match.span(role)
    return [index for index in range(start, end) if hit.kind_at(index, *names)]


def _figure(word: str) -> Fraction | None:
    digits = word.replace(",", "")
    for suffix in COUNT_SUFFIXES:
        digits = digits.removesuffix(suffix)
    return Fraction(digits) if digits[:1].isdigit() else None


def count_of(hit: Hit, role: str = "count") -> Fraction | None:
    """The number that a role names; None for an unknown one (`several`).

    `an` is one, `half an` one half, `two and a half` and `2 1/2` are 5/2.
    """
    start, end = hit.match.span(role)
    values = load_temporal_words().values
    total, current, fraction = Fraction(0), Fraction(0), Fraction(0)
    seen = False
    index = start
    while index < end:
        word = hit.tokens.words[index]
        figure = _figure(word)
        if hit.kind_at(index, "SEVERAL", "FEW"):
            return None
        if figure is not None:
            if hit.kind_at(index + 1, "SLASH") and index + 2 < end:
                fraction += figure / (_figure(hit.tokens.words[index + 2]) or 1)
                index += 2
            else:
                current += figure
            seen = True
        elif hit.kind_at(index, "HALF"):
            fraction, seen = fraction + Fraction(1, 2), True
        elif hit.kind_at(index, *MULTIPLIERS):
            current, seen = (current or Fraction(1)) * int(values[word]), True
            if values[word] == 1000:
                total, current = total + current, Fraction(0)
        elif hit.kind_at(index, "NUMERAL"):
            current, seen = current + int(values[word]), True
        index += 1
    return total + current + fraction if seen else Fraction(1)


def bound_of(hit: Hit, role: str = "bound") -> str | None:
    """The modifier that a bound names: `nearly`, `more than`, `no less than`, `up to`."""
    if not hit.has(role):
        return None
    words = hit.words(role)
    if words[0] == "no":
        return "EQUAL_OR_LESS" if words[1] in ("more", "longer") else "EQUAL_OR_MORE"
    values = load_temporal_words().values
    return next(value for word in words if isinstance(value := values.get(word), str))


def outer_bound(hit: Hit) -> tuple[str | None, tuple[tuple[int, int], ...]]:
    """A modifier just before the span (`about an hour`, `over a week`), and its position."""
    before = hit.start - 1
    if hit.kind_at(before, "ABOUT"):
        return "APPROX", ((before, before + 1),)
    if hit.word(before) == "over":
        return "MORE_THAN", ((before, before + 1),)
    if hit.word(before) == "within":
        return "EQUAL_OR_LESS", ((before, before + 1),)
    return None, ()


def phase_of(hit: Hit, role: str = "phase") -> str | None:
    """The modifier that a phase names: START, MID, END; APPROX for `sometime`."""
    if not hit.has(role):
        return None
    values = load_temporal_words().values
    named = [values[word] for word in hit.words(role) if word in values]
    return next(str(PHASE_OF_SIDE.get(value, value)) for value in named if value)


def full_year(hit: Hit, role: str = "year") -> int | None:
    """The year that a role names (`1998`, or `'98`: the last such year, at most a decade ahead); None if empty."""
    if not hit.has(role):
        return None
    word = hit.words(role)[-1].lstrip("'’")
    if len(word) == 4:
        return int(word)
    if len(word) != 2:
        return None
    latest = hit.context.today.year + AHEAD_YEARS
    return latest - (latest - int(word)) % 100


def refuse_buddhist(year: int) -> None:
    """Never take 2567 for a Gregorian year.

    Raises:
        Unresolved: for a year that news prints only in the Buddhist era.
    """
    if year in BUDDHIST_YEARS:
        raise Unresolved(f"{year} is not a plausible Gregorian year; of the Buddhist era it would be {year - BUDDHIST}")


def no_such_year(hit: Hit) -> bool:
    """Whether the figures beside a month are a price rather than a year (`Nov 1230`).

    Raises:
        Unresolved: for a year that can only be of the Buddhist era (`June 2567`).
    """
    year = full_year(hit)
    if year is not None:
        refuse_buddhist(year)
    return year is not None and year not in YEARS_BESIDE_MONTHS


def moved(day: date, count: int, unit: str) -> date:
    """`shift`, with a reason in place of an error.

    Raises:
        Unresolved: outside the calendar.
    """
    try:
        return shift(day, count, unit)
    except (ValueError, OverflowError):
        raise Unresolved("outside the calendar") from None


def calendar_day(year: int, month: int, day: int) -> date:
    """The day with that year, month and day of the month.

    Raises:
        Unresolved: if the day does not exist.
    """
    try:
        return date(year, month, day)
    except ValueError:
        raise Unresolved(f"no such day: {year:04}-{month:02}-{day:02}") from None


def month_day(hit: Hit, year: int | None, month: int, day: int) -> date:
    """A day of the year; without a year, the policy chooses it.

    Raises:
        Unresolved: if the day does not exist, or there is neither an anchor nor a year.
    """
    if year is None:
        if not 1 <= month <= 12 or not 1 <= day <= 31 or (month, day) in NEVER:
            raise Unresolved(f"no such day: month {month}, day {day}")
        year = year_of_day(hit, month, day)
        if year is None:
            raise Unresolved("outside the calendar")
    return calendar_day(year, month, day)


@cache
def _second_date() -> re.Pattern[str]:
    return compile_pattern(
        "(?:TO|AND|HYPHEN|DASH)(?P<month>MONTH_ANY)(?P<day>DAY_NUMBER)?(?:COMMA?(?P<year>YEAR_DIGITS))?"
    )


def range_end(hit: Hit) -> date | None:
    """The second of two dates, if the words are the first: `from Nov. 3 to Feb. 5`, `between April and June 2012`.

    Returns:
        A day of the second month, or None if there is no range.
    """
    match = _second_date().match(hit.tokens.classes, hit.end)
    if match is None:
        return None
    if hit.kind_at(hit.end, "AND") and hit.word(hit.start - 1) not in load_context_words("before_range"):
        return None
    second = Hit(match, hit.tokens, hit.context)
    month = month_number(second)
    day = int("".join(filter(str.isdigit, second.words("day")[0]))) if second.has("day") else SHORTEST_MONTH_DAYS
    year = full_year(second)
    if year is None:  # not `year_of_day`: a chain of ranges must not be followed to its end
        year = settled_year(second, month, day if second.has("day") else None)
    try:
        return date(year or 0, month, day)
    except ValueError:  # no such day
        return None


def year_of_day(hit: Hit, month: int, day: int) -> int | None:
    """The year of a day without one: the nearest, or the one on the side named by the policy.

    A day far ahead means the one a year before, unless a cue points ahead: news looks back.
    """
    end = range_end(hit)
    if end is not None:
        return end.year if (month, day) <= (end.month, end.day) else end.year - 1
    return settled_year(hit, month, day)


def settled_year(hit: Hit, month: int, day: int | None) -> int | None:
    """The year of a day or, without a day, of a month, from its own sentence alone; ranges are ignored."""
    today, direction = hit.context.today, hit.context.direction
    if day is None:
        today, day = today.replace(day=MIDDLE_OF_MONTH), MIDDLE_OF_MONTH
    year = nearest_year(today, month, day, direction)
    if year is None or direction != "nearest":
        return year
    ahead = (date(year, month, day) - today).days
    if hit.far_ahead(ahead):
        return nearest_year(today, month, day, "past")
    return nearest_year(today, month, day, "future") if hit.far_behind(-ahead) else year


NEVER = frozenset({(2, 30), (2, 31), (4, 31), (6, 31), (9, 31), (11, 31)})


def bare_weekday(hit: Hit, weekday: int) -> tuple[date, tuple[tuple[int, int], ...]]:
    """The day that a weekday without a date means, and the cue that points ahead.

    It is the most recent one, the anchor included, unless a cue points ahead; the
    anchor's own weekday always means the anchor.
    """
    context = hit.context
    back = (context.today.isoweekday() - weekday) % DAYS_OF_WEEK
    ahead = (DAYS_OF_WEEK - back) % DAYS_OF_WEEK
    if context.weekday == "future":
        return moved(context.today, ahead, "D"), ()
    if context.weekday == "nearest":
        return moved(context.today, -back if back <= ahead else ahead, "D"), ()
    if context.weekday == "news" and back:
        cue = hit.forward_cue()
        if cue is not None and not (hit.kind_at(hit.end, "POSSESSIVE") and hit.word(cue[1] - 1) in LOOSE_CUES):
            return moved(context.today, ahead, "D"), (cue,)
    return moved(context.today, -back, "D"), ()


def month_number(hit: Hit, role: str = "month") -> int:
    """The month that a role names, 1 to 12."""
    return int(hit.value(role))


def is_month(hit: Hit, role: str = "month") -> bool:
    """Whether a month's name that is also a word means the month here.

    `May` and `March` are months after a preposition, and anywhere with a number or a modifier beside them.
    """
    index = hit.match.start(role)
    if hit.kind_at(index, "MONTH_SHORT") and hit.start == index:
        return hit.kind_at(index + 1, "DOT")
    if not hit.kind_at(index, "MONTH_WORD"):
        return True
    if hit.start < index or hit.end > index + 1:
        return True
    return hit.word(index - 1) in load_context_words("before_month") or range_end(hit) is not None
