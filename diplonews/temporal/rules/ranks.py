"""Days and weeks by their rank in a longer period: the first Monday of May, the last day of next month."""

from __future__ import annotations

from diplonews.model.temporal import TimexType
from diplonews.temporal.calendar import grain_of, month_value, nth_weekday, value_of
from diplonews.temporal.context import Hit
from diplonews.temporal.grammar import Rule
from diplonews.temporal.intervals import interval_of
from diplonews.temporal.meaning import Part, Unresolved
from diplonews.temporal.rules.common import full_year, month_number, moved, settled_year

__all__ = ["RULES"]

STEP = {"last": -1, "past": -1, "previous": -1, "next": 1, "coming": 1, "following": 1}
# How many of the smaller unit every such period has: D, W and M in a week, month or year.
LONGEST = {("D", "W"): 7, ("D", "M"): 28, ("D", "Y"): 365, ("W", "M"): 5, ("W", "Y"): 52, ("M", "Y"): 12}
LAST = -1


def _rank(hit: Hit) -> int:
    """The number of `third` or `3rd`; -1 for `last`."""
    index = hit.match.start("rank")
    if hit.kind_at(index, "LAST", "FINAL"):
        return LAST
    digits = "".join(filter(str.isdigit, hit.word(index)[:2]))
    return int(digits) if digits else hit.number_value("rank")


def _named_month(hit: Hit) -> str:
    """The value of the month that is named, with its year or without."""
    month, year = month_number(hit), full_year(hit)
    if year is None:
        year = settled_year(hit, month, None)
    if year is None:
        raise Unresolved("outside the calendar")
    return f"{year:04}-{month:02}"


def _period(hit: Hit) -> str | None:
    """The value of the period that the rank counts in; None if the words name no such period."""
    if hit.has("month"):
        return _named_month(hit)
    if hit.has("only_year"):
        return hit.words("only_year")[0]
    unit = hit.text_value("unit")
    if unit not in ("W", "M", "Y"):
        return None
    step = next((STEP[word] for word in hit.words("rel") if word in STEP), 0)
    return value_of(moved(hit.context.today, step, unit), unit)


def _ranked(hit: Hit) -> Part | None:
    if hit.kind_at(hit.match.start("small"), "WEEKDAY"):
        return _weekday(hit)
    return None if hit.has("every") else _unit(hit)


def _weekday(hit: Hit) -> Part | None:
    """`the first Monday of September`, `the last Friday of next month`; a set with `each month`."""
    rank, weekday = _rank(hit), hit.number_value("small")
    if rank > LONGEST["W", "M"]:
        return None
    if hit.has("every"):
        value = f"P1{hit.text_value('unit')}"
        return Part(type=TimexType.SET, value=value, quant=hit.text_value("every"), refers=False)
    period = _period(hit)
    if grain_of(period) != "M" or period is None:
        return None
    day = nth_weekday(int(period[:4]), int(period[5:]), weekday, rank)
    if month_value(day) != period:
        raise Unresolved(f"no such day: {period} has no weekday {weekday} of rank {rank}")
    return Part(value=day.isoformat())


def _unit(hit: Hit) -> Part | None:
    """`the first day of last month`, `the last week of April`, `the last day of the year`."""
    small, rank = hit.text_value("small"), _rank(hit)
    period = _period(hit)
    longest = LONGEST.get((small, grain_of(period) or ""))
    covered = interval_of(period)
    if longest is None or covered is None:
        return None
    if rank == LAST:
        return Part(value=value_of(moved(covered.end, -1, "D"), small))
    return Part(value=value_of(moved(covered.start, rank - 1, small), small)) if rank <= longest else None


RANK = "(?:THE)?(?P<rank>ORDINAL_ANY|LAST|FINAL)"
NAMED_MONTH = "(?P<month>MONTH_ANY)(?:(?:COMMA|OF)?(?P<year>YEAR_DIGITS))?"
RELATIVE = "(?P<rel>THE?(?:LAST|NEXT|COMING|PAST|FOLLOWING)|THIS(?:COMING|CURRENT)?|THE CURRENT?)"

RULES = (
    Rule(
        id="rank.in_period",
        pattern=(
            f"{RANK}(?P<small>WEEKDAY|UNIT)(?:OF|IN)"
            f"(?:{NAMED_MONTH}|(?P<only_year>YEAR_DIGITS)|(?:{RELATIVE}|(?P<every>EVERY))(?P<unit>UNIT))"
        ),
        resolve=_ranked,
        example="the first Monday of September 2013",
        counter="the first Monday of peace",
    ),
)
