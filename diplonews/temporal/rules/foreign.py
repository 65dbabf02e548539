"""Dates in other languages: found here by their month's name, read by dateparser."""

from __future__ import annotations

from diplonews.temporal.context import Hit
from diplonews.temporal.fallback import absolute_value
from diplonews.temporal.grammar import Rule
from diplonews.temporal.meaning import Part, Unresolved

__all__ = ["RULES"]


def _foreign(hit: Hit) -> Part:
    start, end = hit.tokens.starts[hit.start], hit.tokens.end(hit.end - 1)
    value = absolute_value(hit.tokens.text[start:end])
    if value is None:
        raise Unresolved("not understood as a date of any language")
    return Part(value=value)


RULES = (
    Rule(
        id="foreign.month_name",
        pattern="DIGITS DOT?OTHER?FOREIGN_MONTH OTHER?YEAR_DIGITS",
        resolve=_foreign,
        example="12 février 2021",
        counter="février 2021",
    ),
    Rule(
        id="foreign.east_asian",
        pattern="YEAR_DIGITS ERA_YEAR DIGITS ERA_MONTH DIGITS ERA_DAY",
        resolve=_foreign,
        example="2021년 3월 4일",
        counter="2021년 3월",
    ),
)
