"""Attributions by `according to`."""

from __future__ import annotations

from diplonews.quotes.attribution import Attribution
from diplonews.quotes.content.boundaries import after_connective
from diplonews.quotes.content.right import COMMAS
from diplonews.syntax.blocks import Block, Range
from diplonews.syntax.phrases import governed, noun_phrase
from diplonews.syntax.tokens import Token

__all__ = ["find_according"]


def _contents(block: Block, according: Token, source: Range) -> list[Range]:
    """The rest of the sentence: all words after the source, or those before it and, past a comma, after it."""
    i, (first, last) = according.i, block.sentence(according)
    if i == first or (i - first <= 2 and according.head.i > i):
        return [(source[1], last)]
    goes_on = source[1] < last - 2 and block[source[1]].text in COMMAS
    return [(after_connective(block, first, i), i), *([(source[1], last)] if goes_on else [])]


def find_according(block: Block) -> list[Attribution]:
    """`according to X`, in order."""
    attributions = []
    for according in block.tokens[:-2]:
        to = according.after
        if according.low != "according" or to is None or to.low != "to":
            continue
        noun = governed(to) or block[to.i + 1]
        source = noun_phrase(block, noun, bounds=(to.i + 1, block.sentence(according)[1]))
        pieces = [block.trim(piece) for piece in _contents(block, according, source)]
        content = [(block, piece) for piece in pieces if piece[0] < piece[1]]
        if content:
            found = Attribution(block=block, rule="according", head=according, category="statement")
            found.cue, found.subject, found.source, found.content = [according, to], noun, source, content
            attributions.append(found)
    return attributions
