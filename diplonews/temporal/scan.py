"""Dates of other languages and calendars, which the English grammar does not read."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

import attrs

from diplonews.temporal.context import Context
from diplonews.temporal.lexing import OTHER, Tokens, class_of

if TYPE_CHECKING:
    from diplonews.temporal.foreign import Found

__all__ = ["find_foreign", "without"]


def find_foreign(tokens: Tokens, context: Context) -> tuple[Found, ...]:
    """The dates of other languages and calendars among the tokens, in order, without overlaps.

    Without a token that shows such a date nothing is searched, so English text costs nothing and does not even
    load the modules that find them.
    """
    if class_of()["FOREIGN"] not in tokens.classes:
        return ()
    from diplonews.temporal import day_month, east_asian, foreign, relatives

    text, start, end = tokens.text, tokens.starts[0], tokens.end(len(tokens.words) - 1)
    found = [
        *east_asian.find_dates(text, start, end, context),
        *foreign.find_dates(text, start, end),
        *day_month.find_days_of_year(text, start, end, context),
        *relatives.find_days(text, start, end, context),
    ]
    found.sort(key=lambda one: (one.start, -one.end))
    kept: list[Found] = []
    for one in found:
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return tuple(kept)


def without(tokens: Tokens, found: tuple[Found, ...]) -> Tokens:
    """The tokens; those of the dates found become unknown words, so that the grammar ignores them."""
    classes = list(tokens.classes)
    for one in found:
        first, last = bisect_right(tokens.starts, one.start) - 1, bisect_left(tokens.starts, one.end)
        classes[max(first, 0) : last] = OTHER * (last - max(first, 0))
    return attrs.evolve(tokens, classes="".join(classes))
