"""Quotations and main clauses that follow their attribution."""

from __future__ import annotations

from diplonews.quotes.asides import after_connective
from diplonews.quotes.chunks import is_title
from diplonews.quotes.cues import Cue
from diplonews.syntax.blocks import Block, Range

__all__ = ["COMMAS", "END", "STOPS", "as_clause", "right_quote"]

COMMAS = frozenset((",", "—", "--", "–", "-"))
STOPS = frozenset((".", "!", "?", "…", "..."))
END = STOPS | {";"}
TAIL_TOKENS = 40


def right_quote(block: Block, cue: Cue, chunk: Range) -> list[Range]:
    """A quotation after the cue, with only its adjuncts, a comma or a colon between."""
    start = chunk[1]
    i = block.following(start)
    while i < len(block) and i < start + 3 and (block[i].text in COMMAS or block[i].text in (":", " ")):
        i += 1
    for begin in range(max(cue.head + 1, start - 1), i + 1):
        if begin < len(block) and block[begin].quoted >= 0 and block.ranges[block[begin].quoted][0] == begin:
            bare = begin <= start and is_title(block, block[begin].quoted)
            return [] if bare else [block.ranges[block[begin].quoted]]
    return _far_quote(block, cue, chunk)


def _far_quote(block: Block, cue: Cue, chunk: Range) -> list[Range]:
    """A quotation after a comma or colon further on in the sentence, with no clause between."""
    end = block.sentence(cue.head)[1]
    for number, (first, last) in enumerate(block.ranges):
        if first < chunk[1] or block.small[number]:
            continue
        before = block.previous(first)
        if first > end or first - chunk[1] > TAIL_TOKENS or block[before].text not in (",", ":"):
            return []
        between = range(chunk[1], before)
        if any(block[i].dep in ("nsubj", "nsubjpass", "ccomp", "conj") or block[i].text in END for i in between):
            return []
        return [(first, last)]
    return []


def as_clause(block: Block, cue: Cue, chunk: Range) -> list[Range]:
    """The main clause beside `as she put it`."""
    if block[cue.head].dep != "advcl" or not any(block[kid].low == "as" for kid in block.kids(cue.head)):
        return []
    first, last = block.sentence(cue.head)
    start = min(block.left(cue.head), chunk[0]) - 1
    after = chunk[1] < last and block[chunk[1]].text in COMMAS
    pieces = []
    if start > first and block[start].text in COMMAS and (after or block[cue.head].head.i < start):
        pieces = [(after_connective(block, first, start), start)]
    if after and (pieces or block[cue.head].head.i > chunk[1]):
        pieces.append((chunk[1] + 1, last))
    return [piece for piece in pieces if piece[0] < piece[1]]
