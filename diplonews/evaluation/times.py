"""Scores of the expressions of time, measured as in TempEval-3."""

from __future__ import annotations

from diplonews.evaluation.pairing import pair
from diplonews.evaluation.subject import Subject
from diplonews.evaluation.tally import Tally, context
from diplonews.model import RegionKind, Span

__all__ = ["score_dates"]

MARKED = frozenset({RegionKind.HEADLINE, RegionKind.DECK, RegionKind.CAPTION, RegionKind.BODY})


def score_dates(subject: Subject, tally: Tally) -> None:
    """Score pairs with the same span (strict), and overlapping pairs with the same value.

    Findings in datelines, timestamps, boilerplate and the like, where nothing is marked, are not scored.
    """
    kinds = subject.gold.kinds()
    gold = subject.gold.dates
    found = [one for one in subject.found.dates if kinds[one.span.start] in MARKED]
    pairs = pair(gold, found, lambda one, other: _likeness(one.span, other.span))
    counts = len(found), len(subject.given.dates)
    tally.add("dates", "strict F1", sum(gold[i].span == found[j].span for i, j in pairs), *counts)
    tally.add("dates", "value F1", sum(gold[i].value == found[j].value for i, j in pairs), *counts)
    for i, j in pairs:
        same = (gold[i].span, gold[i].value) == (found[j].span, found[j].value)
        tally.note(
            "dates",
            "right" if same else "wrong",
            context(subject.text, [gold[i].span]),
            rule=found[j].evidence.rule,
            predicted=f"{found[j].text!r} {found[j].value or 'no value'}",
            expected=f"{gold[i].span.of(subject.text)!r} {gold[i].value or 'no value'}",
        )
    for i in sorted(set(range(len(gold))) - {i for i, _ in pairs}):
        words = gold[i].span.of(subject.text)
        said = context(subject.text, [gold[i].span])
        tally.note("dates", "missed", said, expected=f"{words!r} {gold[i].value or 'no value'}")
    for j in sorted(set(range(len(found))) - {j for _, j in pairs}):
        one = found[j]
        said = context(subject.text, [one.span])
        tally.note("dates", "false", said, rule=one.evidence.rule, predicted=f"{one.text!r} {one.value or 'no value'}")


def _likeness(one: Span, other: Span) -> tuple[float, ...] | None:
    """The same span first, then the largest overlap."""
    if not one.overlaps(other):
        return None
    return one == other, min(one.end, other.end) - max(one.start, other.start)
