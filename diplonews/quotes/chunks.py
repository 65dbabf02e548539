"""How far an attribution reaches: source, cue and what stands beside them, between its quotations."""

from __future__ import annotations

from diplonews.quotes.cues import Cue
from diplonews.syntax.blocks import Block, Range

__all__ = ["bounds_of", "chunk_of", "is_title"]

ADJUNCTS = frozenset(("prep", "npadvmod", "advmod", "dobj", "dative", "prt", "agent", "nsubj"))


def is_title(block: Block, number: int) -> bool:
    """Whether a quotation is the name of a book, a ship or a programme: small, every longer word capitalised."""
    first, last = block.ranges[number]
    words = [block[i].text for i in range(first, last) if not block.is_mark(i)]
    long = [word for word in words if len(word) > len("the")]
    return block.small[number] and bool(long) and all(word[0].isupper() for word in long)


def bounds_of(block: Block, head: int) -> Range:
    """The tokens around a cue that its source and frames may use: its sentence, up to whole quotations."""
    first, last = block.sentence(head)
    around = block[head].quoted
    if around >= 0:
        start, end = block.ranges[around]
        return max(first, start), min(last, end)
    for number in range(block.quotations_before(head) - 1, -1, -1):
        end = block.ranges[number][1]
        if end <= first:
            break
        if not block.small[number]:
            return end, last
    return first, last


def chunk_of(block: Block, cue: Cue, tokens: list[int], source: Range | None, bounds: Range) -> Range:
    """Source, cue and what else stands between commas around them."""
    first, last = min(tokens), max(tokens) + 1
    if source is not None:
        first, last = min(first, source[0]), max(last, source[1])
    number = block[cue.head].quoted
    for kid in block.kids(cue.head):
        adjunct = kid > cue.head and block[kid].dep in ADJUNCTS and block[kid].quoted == number
        if adjunct and block.left(kid) <= last:
            last = max(last, block.right(kid))
    last = min(last, bounds[1])
    for i in range(max(tokens) + 1, last):
        if block[i].quoted >= 0 and number < 0 and not block.small[block[i].quoted]:
            last = i
            break
    return first, max(last, cue.head + 1)
