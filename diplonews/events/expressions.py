"""The date expressions of a sentence: their words, their order in time, and their distance from the article's day."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

import attrs

from diplonews.model import Evidence, Interval, TimeExpression, TimexType
from diplonews.syntax.blocks import Sentence
from diplonews.syntax.tokens import Token

__all__ = [
    "DAY",
    "OLD",
    "ahead",
    "by_day",
    "day_after",
    "head_of",
    "is_before",
    "is_later",
    "is_recent",
    "moved",
    "resolved",
    "with_heads",
]

BARE_WEEKDAY = "weekday.bare"
DAY = re.compile(r"\d{4}-\d\d-\d\d")
OLD = timedelta(days=31)
PART_OF_DAY = re.compile(r"\d{4}-\d\d-\d\dT[A-Z]{2}")
REST_OF = ("later this ", "later today", "the rest of ")
WEEK = timedelta(days=7)


def head_of(expression: TimeExpression, sentence: Sentence) -> Token | None:
    """The topmost word of an expression."""
    words = [
        token for token in sentence.tokens if token.start < expression.span.end and token.end > expression.span.start
    ]
    for token in words:
        if token.head is token or token.head not in words:
            return token
    return None


def resolved(expressions: tuple[TimeExpression, ...]) -> list[TimeExpression]:
    """The dates and clock times with a known value."""
    kinds = (TimexType.DATE, TimexType.TIME)
    return [
        one for one in expressions if one.type in kinds and one.value is not None and not one.value.endswith("_REF")
    ]


def with_heads(expressions: tuple[TimeExpression, ...], sentence: Sentence) -> Iterator[tuple[TimeExpression, Token]]:
    """The known dates and times of a sentence, each with its topmost word."""
    for expression in resolved(expressions):
        head = head_of(expression, sentence)
        if head is not None:
            yield expression, head


def by_day(expression: TimeExpression | None) -> TimeExpression | None:
    """The day of an expression such as `Monday night`; a clock time is unchanged."""
    value = expression.value or "" if expression is not None else ""
    if expression is None or PART_OF_DAY.fullmatch(value) is None:
        return expression
    day = date.fromisoformat(value[:10])
    interval = Interval(day, day + timedelta(days=1)) if day < date.max else None
    return attrs.evolve(expression, type=TimexType.DATE, value=value[:10], interval=interval)


def ahead(expression: TimeExpression | None, anchor: date | None) -> TimeExpression | None:
    """The coming Thursday for `is due to meet him on Thursday`, if the expression was resolved to the last one."""
    if expression is None or anchor is None or expression.interval is None or expression.evidence.rule != BARE_WEEKDAY:
        return expression
    days = expression.interval
    if not DAY.fullmatch(expression.value or "") or days.end > anchor or date.max - anchor < WEEK:
        return expression
    day = date.fromisoformat(expression.value or "") + WEEK
    interval = Interval(day, day + timedelta(days=1))
    evidence = attrs.evolve(expression.evidence, detail="ahead, as the event is planned")
    return attrs.evolve(expression, value=day.isoformat(), interval=interval, evidence=evidence)


def moved(day: TimeExpression | None, days: int, measure: TimeExpression, word: Token) -> TimeExpression | None:
    """A new expression for the day that is `days` after another day."""
    if day is None:
        return None
    try:
        moved = date.fromisoformat(day.value or "") + timedelta(days=days)
        interval = Interval(moved, moved + timedelta(days=1))
    except OverflowError:
        return None
    evidence = Evidence(rule="event.days_from", spans=(measure.span, word.span, day.span))
    value = moved.isoformat()
    return attrs.evolve(measure, type=TimexType.DATE, value=value, interval=interval, evidence=evidence)


def is_before(one: TimeExpression, other: TimeExpression) -> bool:
    """Whether a date ends before another begins."""
    end = day_after(one)
    return end is not None and other.interval is not None and end <= _first_day(other.interval)


def is_later(expression: TimeExpression, anchor: date | None) -> bool:
    """Whether an expression begins after the day of the article; `later this week` need only end after it."""
    if expression.interval is None or anchor is None:
        return False
    end = day_after(expression)
    if expression.text.lower().startswith(REST_OF) and end is not None:
        return end > anchor
    return _first_day(expression.interval) > anchor


def is_recent(expression: TimeExpression, anchor: date | None, longest: timedelta = OLD) -> bool:
    """Whether an expression ended at most `longest` before the day of the article."""
    end = day_after(expression)
    return anchor is None or end is None or anchor - end <= longest


def day_after(expression: TimeExpression | None) -> date | None:
    """The day after the last one that an expression covers."""
    if expression is None or expression.interval is None:
        return None
    return date(expression.interval.end.year, expression.interval.end.month, expression.interval.end.day)


def _first_day(interval: Interval) -> date:
    return date(interval.start.year, interval.start.month, interval.start.day)
