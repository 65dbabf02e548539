"""Attributions by `according to`."""

from __future__ import annotations

from diplonews.quotes.asides import after_connective
from diplonews.quotes.drafts import Draft
from diplonews.quotes.following import COMMAS
from diplonews.quotes.sources import noun_phrase
from diplonews.syntax.blocks import Block

__all__ = ["according_drafts"]


def according_drafts(block: Block) -> list[Draft]:
    """`according to X`: what is left of its sentence."""
    drafts = []
    for i, word in enumerate(token.low for token in block.tokens):
        if word != "according" or i + 2 >= len(block) or block[i + 1].low != "to":
            continue
        noun = block.child(i + 1, "pobj")
        if noun is None:
            noun = i + 2
        first, last = block.sentence(i)
        source = noun_phrase(block, noun, bounds=(i + 2, last))
        pieces = []
        if i == first or (i - first <= 2 and block[i].head.i > i):
            pieces = [(source[1], last)]
        else:
            pieces = [(after_connective(block, first, i), i)]
            if source[1] < last - 2 and block[source[1]].text in COMMAS:
                pieces.append((source[1], last))
        pieces = [block.trim(piece) for piece in pieces]
        pieces = [piece for piece in pieces if piece[0] < piece[1]]
        if pieces:
            drafts.append(
                Draft(
                    block=block,
                    rule="according",
                    head=i,
                    category="statement",
                    cue=[i, i + 1],
                    subject=noun,
                    source=source,
                    content=[(block, piece) for piece in pieces],
                )
            )
    return drafts
