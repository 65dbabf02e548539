"""Attributions of one block: each cue with its source and its content."""

from __future__ import annotations

from collections.abc import Mapping

import attrs

from diplonews.lexicons.reporting import Reporting, reporting_verbs
from diplonews.lexicons.speakers import speaker_words
from diplonews.quotes.according import according_drafts
from diplonews.quotes.asides import snap
from diplonews.quotes.chunks import bounds_of, chunk_of
from diplonews.quotes.clauses import frame_content
from diplonews.quotes.cues import NOBODY, Cue, cue_tokens, is_real, iter_cues
from diplonews.quotes.drafts import Draft
from diplonews.quotes.following import as_clause, right_quote
from diplonews.quotes.preceding import content_before
from diplonews.quotes.sources import noun_phrase
from diplonews.quotes.telling import PASSED_ON, hearer_of, is_passed_on, relay_of, speaking, touches
from diplonews.syntax.blocks import Block, Range

__all__ = ["find_drafts", "is_spoken"]


def _behind(block: Block, cue: Cue, chunk: Range, draft: Draft, limit: int) -> tuple[list[Range], str]:
    """The content that stands after the cue: a quotation, or what the verb's frames give."""
    quotation = right_quote(block, cue, chunk) if "quote" in cue.entry.frames else []
    if quotation and block[block.previous(quotation[0][0])].text in (",", ":"):
        return quotation, "quote.right"
    inner = cue.particle if cue.particle is not None and block[cue.particle].low == "saying" else None
    framed = frame_content(block, cue if inner is None else Cue(head=inner, entry=cue.entry), draft.subject, limit)
    if framed.hearer is not None and framed.hearer[0] < framed.hearer[1]:
        draft.audience = block.trim(framed.hearer)
    if framed.preposition is not None:
        draft.cue = sorted({*draft.cue, framed.preposition})
    if framed.pieces:
        return list(framed.pieces), framed.frame
    main = as_clause(block, cue, chunk) if "clause" in cue.entry.frames else []
    return (main, "as") if main else (quotation, "quote.right")


def _verb(block: Block, cue: Cue, limit: int | None = None, *, loose: bool = False) -> Draft | None:
    """The attribution of one reporting verb."""
    first, last = bounds_of(block, cue.head)
    bounds = (first, last if limit is None else min(last, limit))
    head, chain, source = speaking(block, cue, bounds)
    via = relay_of(block, [cue.head, *chain])
    said = is_passed_on(block, cue)
    if said is not None:
        head, via = said, source
        source = noun_phrase(block, said, bounds=(cue.head + 1, bounds[1]), avoid=cue.particle)
    tokens = cue_tokens(block, cue, [i for i in chain if block[i].low != "as"])
    own = head is not None and (block[head].head.i == cue.head or touches(source, cue.head))
    chunk = chunk_of(block, cue, tokens, source if own else None, bounds)
    draft = Draft(
        block=block,
        rule="",
        head=cue.head,
        category=cue.entry.category,
        cue=tokens,
        subject=head,
        source=source,
        passive=cue.passive,
        via=via,
        audience=hearer_of(block, cue, bounds[1]),
    )
    pieces, draft.rule = content_before(block, cue, chunk) if head is not None else ([], "")
    if not pieces:
        pieces, draft.rule = _behind(block, cue, chunk, draft, bounds[1])
    trimmed = [block.trim(snap(block, piece)) for piece in pieces if piece[0] < piece[1]]
    draft.content = [(block, piece) for piece in trimmed if piece[0] < piece[1]]
    return draft if draft.content and (loose or is_spoken(block, draft)) else None


def is_spoken(block: Block, draft: Draft) -> bool:
    """Whether there is somebody who can have said it."""
    if draft.subject is None:
        return draft.rule == "passive" or draft.passive
    if draft.rule.startswith("quote"):
        return True
    word = block[draft.subject].low
    if word == "it" and draft.rule.startswith("clause") and block[draft.head].low in speaker_words("paper_verbs"):
        return is_real(block, draft.head)
    return is_real(block, draft.head) and word not in NOBODY


def is_reported(block: Block, cue: Cue) -> bool:
    """Whether a verb form can be a cue at all."""
    return not (block[cue.head].dep == "acl" and block[cue.head].tag in ("VB", "VBN"))


def _as_saying(block: Block, cue: Cue) -> Cue:
    """`is cited by Interfax as saying` is one cue: it takes what `said` takes."""
    if block[cue.head].low not in PASSED_ON | {"reported", "quotes"}:
        return cue
    for kid in block.children(cue.head, "prep"):
        inner = block.child(kid, "pcomp")
        if block[kid].low == "as" and inner is not None and block[inner].low == "saying":
            return attrs.evolve(cue, entry=reporting_verbs()["say"][-1], particle=inner, passive=False)
    return cue


def _reporting_cues(block: Block, learnt: Mapping[str, tuple[Reporting, ...]] | None) -> list[Cue]:
    """The cues of a block, in order; a `saying` that belongs to another is none of its own."""
    cues = [cue for cue in (_as_saying(block, found) for found in iter_cues(block, learnt)) if is_reported(block, cue)]
    passed = {cue.particle for cue in cues if cue.particle is not None and block[cue.particle].low == "saying"}
    return [cue for cue in cues if cue.head not in passed]


def find_drafts(
    block: Block, learnt: Mapping[str, tuple[Reporting, ...]] | None = None, *, loose: bool = False
) -> list[Draft]:
    """The attributions of a block, in order of their cue.

    Contents that stand before their cue are found first: they end what the cues inside them may claim.

    Args:
        block: the block.
        learnt: further cues, which a corpus has taught.
        loose: whether to propose also what could or would be said, or has no likely source.
    """
    cues = _reporting_cues(block, learnt)
    by_head: dict[int, Draft] = {}
    for cue in reversed(cues):
        draft = _verb(block, cue, loose=loose) if cue.head not in by_head else None
        if draft is not None and draft.rule.endswith(".left"):
            by_head[cue.head] = draft
    before = [draft.content[0][1] for draft in by_head.values()]
    for cue in cues:
        if cue.head in by_head:
            continue
        limit = min((last for first, last in before if first <= cue.head < last), default=None)
        draft = _verb(block, cue, limit, loose=loose)
        if draft is not None and not (draft.rule.endswith(".left") and limit is not None):
            by_head[cue.head] = draft
    return sorted([*by_head.values(), *according_drafts(block)], key=lambda draft: draft.cue[0])
