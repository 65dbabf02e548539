"""The audience of a quote, and the party that passes it on."""

from __future__ import annotations

from collections.abc import Iterable

from diplonews.quotes.cues import Cue
from diplonews.syntax.blocks import Block, Range
from diplonews.syntax.clauses import clause_of
from diplonews.syntax.phrases import noun_phrase
from diplonews.syntax.tokens import Token

__all__ = ["PASSED_ON", "hearer_of", "quoted_by", "relay_of"]

PASSED_ON = frozenset(("quoted", "cited"))


def hearer_of(block: Block, cue: Cue, last: int) -> Range | None:
    """The hearer: the object of `tell`, `remind`, `assure`."""
    if cue.passive or "hearer" not in cue.frames:
        return None
    for noun in clause_of(cue.head).objects:
        if noun.i > cue.head.i and noun.is_noun and noun.quoted == cue.head.quoted:
            first, end = noun.extent
            piece = block.trim((max(first, cue.head.i + 1), min(end, max(last, noun.i + 1))))
            return piece if piece[0] < piece[1] else None
    return None


def relay_of(block: Block, verbs: Iterable[Token]) -> Range | None:
    """The party that passes the words on: `is cited by Interfax as saying`."""
    for verb in verbs:
        agent = clause_of(verb).agent if verb.low in PASSED_ON else None
        if agent is not None:
            return noun_phrase(block, agent, bounds=(verb.i + 1, block.sentence(verb)[1]))
    return None


def quoted_by(cue: Cue) -> Token | None:
    """The person quoted in `the agency quoted Holm as saying`."""
    if cue.particle is None or cue.particle.low != "saying":
        return None
    objects = clause_of(cue.head).objects
    return next((noun for noun in objects if cue.head.i < noun.i < cue.particle.i), None)
