"""Attributions by a noun or adjective: `her claim that ...`, `made a pledge to ...`, `is critical of ...`."""

from __future__ import annotations

import attrs

from diplonews.lexicons.reporting import adjective_frames, copulas, light_verbs, noun_frames
from diplonews.quotes.cues import NOBODY, NOUN_TAGS, is_real
from diplonews.quotes.drafts import Draft
from diplonews.quotes.sources import noun_phrase, subject
from diplonews.syntax.blocks import Block, Range

__all__ = ["Complement", "noun_content", "noun_drafts"]

CLAUSES = frozenset(("acl", "ccomp", "relcl", "xcomp", "advcl"))
PREDICATES = frozenset(("acomp", "ccomp", "oprd", "attr"))
MADE = frozenset(("make", "makes", "made", "making"))
FIRST_PERSON = frozenset(("my", "our", "your", "its", "this", "that"))


@attrs.frozen(kw_only=True)
class Complement:
    """What completes a reporting noun or adjective.

    Attributes:
        content: its tokens.
        frame: where it stands: `that`, `to`, or the preposition.
        preposition: token that joins it, or None.
    """

    content: Range
    frame: str
    preposition: int | None = None


def noun_content(block: Block, noun: int) -> Complement | None:
    """What completes a reporting noun; None for other words."""
    return _complement(block, noun, noun_frames().get(block[noun].low, frozenset()))


def _clause(block: Block, verb: int, frame: str) -> Complement:
    """The whole clause of a verb."""
    return Complement(content=(block.left(verb), block.right(verb)), frame=frame)


def _complement(block: Block, word: int, frames: frozenset[str]) -> Complement | None:
    """What completes a noun or adjective in one of the frames."""
    last = block.right(word)
    beside = (
        [last] if last < len(block) and block[last].dep == "prep" and block[last].head.i == block[word].head.i else []
    )
    for kid in (*block.kids(word), *beside):
        if kid <= word:
            continue
        if block[kid].dep in CLAUSES:
            if "that" in frames and any(block[m].low == "that" for m in block.children(kid, "mark")):
                return _clause(block, kid, "that")
            if "to" in frames and block[kid].dep in ("acl", "xcomp") and block[kid].tag == "VB":
                return _clause(block, kid, "to")
        if block[kid].dep == "prep" and (block[kid].low if block[kid].low != "to" else "dative") in frames:
            inner = block.child(kid, "pobj", "pcomp")
            if inner is not None:
                return Complement(
                    content=(block.left(inner), block.right(inner)), frame=block[kid].low, preposition=kid
                )
    return None


def _possessor(block: Block, noun: int, owner: int) -> int:
    """Whose word it is; `his` in `Holm defended his claim` stands for the subject of the clause."""
    if block[owner].tag != "PRP$":
        return owner
    *_, verb = block[noun].head.chain("prep", "pobj", "dobj", "conj")
    head, _ = subject(block, verb.i)
    return head if head is not None and head < noun and block[head].tag in NOUN_TAGS else owner


def _source(block: Block, noun: int) -> tuple[int, list[int]] | None:
    """Who has made the claim: the possessor, `by ...`, or the subject of a verb that carries the noun."""
    owner = block.child(noun, "poss")
    if owner is not None:
        if block[owner].low in FIRST_PERSON:
            return None
        return _possessor(block, noun, owner), []
    for kid in block.children(noun, "prep"):
        inner = block.child(kid, "pobj")
        if block[kid].low in ("by", "from") and inner is not None and block[inner].tag in NOUN_TAGS:
            return inner, []
    verb = block[noun].head.i
    if block[noun].dep == "dobj" and block[verb].low in light_verbs():
        head, chain = subject(block, verb)
        if head is not None and block[head].tag in NOUN_TAGS:
            return head, [verb, *chain]
    return None


def _draft(block: Block, word: int, head: int, chain: list[int], found: Complement) -> Draft | None:
    """The attribution of a noun or adjective with its source and its content, unless they overlap."""
    piece = block.trim(found.content)
    if piece[0] >= piece[1] or piece[0] <= head < piece[1]:
        return None
    return Draft(
        block=block,
        rule=f"noun.{found.frame}",
        head=word,
        category="statement",
        cue=sorted({word, *chain, *([found.preposition] if found.preposition is not None else [])}),
        subject=head,
        source=noun_phrase(block, head, bounds=block.sentence(head), avoid=word),
        content=[(block, piece)],
    )


def _of_noun(block: Block, noun: int) -> Draft | None:
    """The attribution of a reporting noun."""
    found, source = noun_content(block, noun), _source(block, noun)
    return None if found is None or source is None else _draft(block, noun, *source, found)


def _of_adjective(block: Block, word: int, frames: frozenset[str]) -> Draft | None:
    """The attribution of an adjective that a verb joins to its subject: `she is sure that ...`."""
    verb = block[word].head.i
    if block[word].dep not in PREDICATES or block[verb].low not in copulas() or not is_real(block, verb):
        return None
    if block[verb].low in MADE and block[word].low != "clear":
        return None
    head, chain = subject(block, verb)
    found = _complement(block, word, frames)
    if found is None and "that" in frames:
        clauses = [kid for i in (word, verb) for kid in block.children(i, "ccomp", "advcl") if kid > word]
        found = _clause(block, clauses[0], "that") if clauses else None
    if found is None or head is None or head > word or block[head].low in NOBODY:
        return None
    return _draft(block, word, head, [verb, *chain], found)


def noun_drafts(block: Block) -> list[Draft]:
    """The attributions by a noun or a predicative adjective in one block, outside quotations."""
    nouns, adjectives = noun_frames(), adjective_frames()
    drafts = []
    for i, word in enumerate(token.low for token in block.tokens):
        if block[i].quoted >= 0:
            continue
        draft = None
        if word in nouns and block[i].tag in ("NN", "NNS"):
            draft = _of_noun(block, i)
        elif word in adjectives:
            draft = _of_adjective(block, i, adjectives[word])
        if draft is not None:
            drafts.append(draft)
    return drafts
