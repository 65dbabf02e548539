"""Quotations and main clauses that follow their attribution."""

from __future__ import annotations

from diplonews.quotes.content.boundaries import after_connective
from diplonews.quotes.cues import Cue
from diplonews.syntax.blocks import Block, Range
from diplonews.syntax.clauses import clause_of

__all__ = ["COMMAS", "END", "STOPS", "as_clause", "right_quote"]

COMMAS = frozenset((",", "—", "--", "–", "-"))
STOPS = frozenset((".", "!", "?", "…", "..."))
END = STOPS | {";"}


def _is_title(block: Block, number: int) -> bool:
    """Whether a quotation is the name of a book, a ship or a programme: small, every longer word capitalised."""
    words = [token.text for token in block.words(block.ranges[number]) if not token.is_mark]
    long = [word for word in words if len(word) > len("the")]
    return block.small[number] and bool(long) and all(word[0].isupper() for word in long)


def right_quote(block: Block, cue: Cue, chunk: Range) -> list[Range]:
    """A quotation after the cue, with only its adjuncts, a comma or a colon between."""
    start = chunk[1]
    i = block.following(start)
    while i < len(block) and i < start + 3 and (block[i].text in COMMAS or block[i].text in (":", " ")):
        i += 1
    for token in block.words((max(cue.head.i + 1, start - 1), i + 1)):
        if token.quoted >= 0 and block.ranges[token.quoted][0] == token.i:
            bare = token.i <= start and _is_title(block, token.quoted)
            return [] if bare else [block.ranges[token.quoted]]
    return []


def as_clause(block: Block, cue: Cue, chunk: Range) -> list[Range]:
    """The main clause beside `as she put it`."""
    verb, main = cue.head, cue.head.head
    if verb not in clause_of(main).adverbials or not any(kid.low == "as" for kid in verb.kids):
        return []
    first, last = block.sentence(verb)
    start = min(verb.left, chunk[0]) - 1
    after = chunk[1] < last and block[chunk[1]].text in COMMAS
    pieces = []
    if start > first and block[start].text in COMMAS and (after or main.i < start):
        pieces = [(after_connective(block, first, start), start)]
    if after and (pieces or main.i > chunk[1]):
        pieces.append((chunk[1] + 1, last))
    return [piece for piece in pieces if piece[0] < piece[1]]
