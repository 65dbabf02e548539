"""How far an attribution reaches: source, cue and what stands beside them, between its quotations."""

from __future__ import annotations

from diplonews.quotes.cues import Cue
from diplonews.quotes.view import Range, View

__all__ = ["bounds_of", "chunk_of", "is_title"]

ADJUNCTS = frozenset(("prep", "npadvmod", "advmod", "dobj", "dative", "prt", "agent", "nsubj"))


def is_title(view: View, number: int) -> bool:
    """Whether a quotation is the name of a book, a ship or a programme: small, every longer word capitalised."""
    first, last = view.ranges[number]
    words = [view.words[i] for i in range(first, last) if not view.is_mark(i)]
    long = [word for word in words if len(word) > len("the")]
    return view.small[number] and bool(long) and all(word[0].isupper() for word in long)


def bounds_of(view: View, head: int) -> Range:
    """The tokens around a cue that its source and frames may use: its sentence, up to whole quotations."""
    first, last = view.sentence(head)
    around = view.quoted[head]
    if around >= 0:
        start, end = view.ranges[around]
        return max(first, start), min(last, end)
    for number in range(view.quotations_before(head) - 1, -1, -1):
        end = view.ranges[number][1]
        if end <= first:
            break
        if not view.small[number]:
            return end, last
    return first, last


def chunk_of(view: View, cue: Cue, tokens: list[int], source: Range | None, bounds: Range) -> Range:
    """Source, cue and what else stands between commas around them."""
    first, last = min(tokens), max(tokens) + 1
    if source is not None:
        first, last = min(first, source[0]), max(last, source[1])
    number = view.quoted[cue.head]
    for kid in view.kids[cue.head]:
        adjunct = kid > cue.head and view.deps[kid] in ADJUNCTS and view.quoted[kid] == number
        if adjunct and view.left(kid) <= last:
            last = max(last, view.right(kid))
    last = min(last, bounds[1])
    for i in range(max(tokens) + 1, last):
        if view.quoted[i] >= 0 and number < 0 and not view.small[view.quoted[i]]:
            last = i
            break
    return first, max(last, cue.head + 1)
