"""The day on which a quotation was spoken, which is `today` inside it."""

from __future__ import annotations

from datetime import date

from diplonews.lexicons.temporal import load_forward_cues
from diplonews.temporal.calendar import DAYS_OF_WEEK
from diplonews.temporal.context import Hit
from diplonews.temporal.lexing import class_of
from diplonews.temporal.rules.common import moved

__all__ = ["day_of_speaking"]

LONGEST_QUOTATION_TOKENS = 120
REACH_TOKENS = 14


def _quotation(hit: Hit) -> tuple[int, int] | None:
    """Indices of the marks around the words, within the paragraph; None outside quotations."""
    classes, quote, blank = hit.tokens.classes, class_of()["QUOTE"], class_of()["BREAK"]
    first = max(0, hit.start - LONGEST_QUOTATION_TOKENS)
    first = max(first, classes.rfind(blank, first, hit.start) + 1)
    if classes.count(quote, first, hit.start) % 2 == 0:
        return None
    end = classes.find(quote, hit.end, hit.end + LONGEST_QUOTATION_TOKENS)
    return None if end < 0 else (classes.rfind(quote, first, hit.start), end)


def _weekday_said(hit: Hit, places: range) -> int | None:
    """Index of a weekday with a verb of saying in the same sentence."""
    verbs = load_forward_cues().saying_verbs
    said, weekday = False, None
    for index in places:
        if not 0 <= index < len(hit.tokens.words) or hit.kind_at(index, "BREAK", "STOP", "DOT", "QUOTE"):
            break
        said = said or hit.word(index) in verbs
        weekday = index if weekday is None and hit.kind_at(index, "WEEKDAY") else weekday
    return weekday if said else None


def day_of_speaking(hit: Hit) -> tuple[date, tuple[tuple[int, int], ...]]:
    """The day that `today` counts from: the day of a dated quotation, else the anchor.

    Returns:
        The day, and the position of the weekday that dates the quotation.
    """
    marks = _quotation(hit)
    if marks is not None:
        start, end = marks
        for places in (range(end + 1, end + 1 + REACH_TOKENS), range(start - 1, start - 1 - REACH_TOKENS, -1)):
            index = _weekday_said(hit, places)
            if index is not None:
                back = (hit.context.today.isoweekday() - int(hit.value_at(index))) % DAYS_OF_WEEK
                return moved(hit.context.today, -back, "D"), ((index, index + 1),)
    return hit.context.today, ()
