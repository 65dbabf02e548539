"""Quotations and main clauses that follow their attribution."""

from __future__ import annotations

from diplonews.quotes.asides import after_connective
from diplonews.quotes.chunks import is_title
from diplonews.quotes.cues import Cue
from diplonews.quotes.view import Range, View

__all__ = ["COMMAS", "END", "STOPS", "as_clause", "right_quote"]

COMMAS = frozenset((",", "—", "--", "–", "-"))
STOPS = frozenset((".", "!", "?", "…", "..."))
END = STOPS | {";"}
TAIL_TOKENS = 40


def right_quote(view: View, cue: Cue, chunk: Range) -> list[Range]:
    """A quotation after the cue, with only its adjuncts, a comma or a colon between."""
    start = chunk[1]
    i = view.following(start)
    while i < len(view) and i < start + 3 and (view.words[i] in COMMAS or view.words[i] in (":", " ")):
        i += 1
    for begin in range(max(cue.head + 1, start - 1), i + 1):
        if begin < len(view) and view.quoted[begin] >= 0 and view.ranges[view.quoted[begin]][0] == begin:
            bare = begin <= start and is_title(view, view.quoted[begin])
            return [] if bare else [view.ranges[view.quoted[begin]]]
    return _far_quote(view, cue, chunk)


def _far_quote(view: View, cue: Cue, chunk: Range) -> list[Range]:
    """A quotation after a comma or colon further on in the sentence, with no clause between."""
    end = view.sentence(cue.head)[1]
    for number, (first, last) in enumerate(view.ranges):
        if first < chunk[1] or view.small[number]:
            continue
        before = view.previous(first)
        if first > end or first - chunk[1] > TAIL_TOKENS or view.words[before] not in (",", ":"):
            return []
        between = range(chunk[1], before)
        if any(view.deps[i] in ("nsubj", "nsubjpass", "ccomp", "conj") or view.words[i] in END for i in between):
            return []
        return [(first, last)]
    return []


def as_clause(view: View, cue: Cue, chunk: Range) -> list[Range]:
    """The main clause beside `as she put it`."""
    if view.deps[cue.head] != "advcl" or not any(view.low[kid] == "as" for kid in view.kids[cue.head]):
        return []
    first, last = view.sentence(cue.head)
    start = min(view.left(cue.head), chunk[0]) - 1
    after = chunk[1] < last and view.words[chunk[1]] in COMMAS
    pieces = []
    if start > first and view.words[start] in COMMAS and (after or view.heads[cue.head] < start):
        pieces = [(after_connective(view, first, start), start)]
    if after and (pieces or view.heads[cue.head] > chunk[1]):
        pieces.append((chunk[1] + 1, last))
    return [piece for piece in pieces if piece[0] < piece[1]]
