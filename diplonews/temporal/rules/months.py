"""Months: bare, with a year, with last, this or next."""

from __future__ import annotations

from diplonews.lexicons.temporal import load_context_words
from diplonews.temporal.calendar import month_value
from diplonews.temporal.context import Hit, in_headline
from diplonews.temporal.grammar import Rule
from diplonews.temporal.meaning import Part, Unresolved
from diplonews.temporal.rules.common import (
    full_year,
    is_month,
    month_number,
    moved,
    no_such_year,
    phase_of,
    range_end,
    settled_year,
)
from diplonews.temporal.rules.years import spoken_year

__all__ = ["RULES"]

MONTH = "(?P<phase>PHASE)?(?P<month>MONTH_ANY)"


def _month(year: int, month: int, phase: str | None) -> Part:
    return Part(value=f"{year:04}-{month:02}", mod=phase)


def _bare(hit: Hit) -> Part | None:
    """The month nearest to the anchor, or the one on the side that the policy names."""
    if not is_month(hit) or _is_given_name(hit):
        return None
    month = month_number(hit)
    end = range_end(hit)
    if end is not None:
        return _month(end.year if month <= end.month else end.year - 1, month, phase_of(hit))
    year = settled_year(hit, month, None)
    if year is None:
        raise Unresolved("outside the calendar")
    return _month(year, month, phase_of(hit))


def _is_given_name(hit: Hit) -> bool:
    """Whether a month's name is a given name: `April Decker`, without a word that makes it a month."""
    words, after = hit.tokens.words, hit.end
    return (
        hit.end - hit.start == 1
        and hit.word(hit.start) in load_context_words("given_names")
        and hit.kind_at(after, "OTHER")
        and words[after].istitle()
        and words[hit.start].istitle()
        and hit.word(hit.start - 1) not in load_context_words("before_month_only")
        and not hit.kind_at(hit.start - 1, "HYPHEN", "DASH", "POSSESSIVE", "MONTH", "SLASH")
        and not in_headline(hit.tokens, hit.start)
    )


def _with_year(hit: Hit) -> Part | None:
    year = full_year(hit)
    return None if year is None or no_such_year(hit) else _month(year, month_number(hit), phase_of(hit))


def _spoken(hit: Hit) -> Part | None:
    year = spoken_year(hit, "spoken")
    return None if year is None else _month(year, month_number(hit), phase_of(hit))


def _relative(hit: Hit) -> Part:
    """`last March` is the latest one before the anchor's month, `next March` the first after it."""
    month, today = month_number(hit), hit.context.today
    words = hit.words("rel")
    ahead = (month - today.month) % 12
    if {"next", "coming", "upcoming"} & set(words):
        first = moved(today.replace(day=1), ahead or 12, "M")
    elif {"last", "past", "previous"} & set(words):
        first = moved(today.replace(day=1), ahead - 12, "M")
    else:
        return _month(today.year, month, phase_of(hit))
    return Part(value=month_value(first), mod=phase_of(hit))


def _of_year(hit: Hit) -> Part | None:
    """`March last year`, `October of that year`."""
    if hit.text_value("unit") != "Y":
        return None
    word = hit.words("rel")[0]
    if word == "that":
        value = hit.context.memory.last("Y")
        year = int(value[:4]) if value is not None and value[:4].isdigit() else hit.context.today.year
    else:
        year = hit.context.today.year + {"last": -1, "next": 1, "this": 0}[word]
    return _month(year, month_number(hit), phase_of(hit))


RULES = (
    Rule(id="month.bare", pattern=MONTH, resolve=_bare, example="mid-October", counter="may"),
    Rule(
        id="month.year",
        pattern=f"{MONTH}(?:COMMA|OF)?(?P<year>YEAR_DIGITS|YEAR_SHORT)",
        resolve=_with_year,
        example="March 1998",
        counter="march 1998",
    ),
    Rule(
        id="month.spoken_year",
        pattern=f"{MONTH}COMMA?(?P<spoken>NUMERAL NUMERAL(?:HYPHEN?NUMERAL)?)",
        resolve=_spoken,
        example="May nineteen ninety-six",
        counter="May nineteen",
    ),
    Rule(
        id="month.relative",
        pattern="(?P<phase>PHASE)?(?P<rel>THIS(?:PAST|COMING)?|LAST|(?:THE)?NEXT|(?:THE)?PAST|COMING)(?P<month>MONTH_ANY)",
        resolve=_relative,
        example="last March",
        counter="last march",
    ),
    Rule(
        id="month.of_year",
        pattern=f"{MONTH}OF?(?P<rel>LAST|THIS|NEXT|THAT)(?P<unit>UNIT)",
        resolve=_of_year,
        example="October last year",
        counter="October last man",
    ),
)
