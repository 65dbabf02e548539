"""Attributions by a verb of reporting: each cue with its source and its content."""

from __future__ import annotations

from collections.abc import Mapping

import attrs

from diplonews.lexicons.reporting import Reporting, reporting_verbs
from diplonews.lexicons.speakers import speaker_words
from diplonews.quotes.attribution import Attribution
from diplonews.quotes.audience import PASSED_ON, hearer_of, quoted_by, relay_of
from diplonews.quotes.content.boundaries import bounds_of, chunk_of, snap
from diplonews.quotes.content.complement import frame_content
from diplonews.quotes.content.left import content_before
from diplonews.quotes.content.right import as_clause, right_quote
from diplonews.quotes.cues import NOBODY, Cue, cue_tokens, in_order, is_open, is_real, iter_cues
from diplonews.quotes.polarity import is_withheld
from diplonews.quotes.sources import find_source, touches
from diplonews.syntax.blocks import Block, Range
from diplonews.syntax.clauses import clause_of
from diplonews.syntax.moods import is_nobody
from diplonews.syntax.phrases import governed, noun_phrase, prepositions
from diplonews.syntax.tokens import Token

__all__ = ["find_attributions", "is_spoken"]

RELAYING = PASSED_ON | {"reported", "quotes"}


def _is_saying(token: Token | None) -> bool:
    """Whether a cue's particle is the `saying` of `is quoted as saying`."""
    return token is not None and token.low == "saying"


def _behind(block: Block, cue: Cue, chunk: Range, found: Attribution, limit: int) -> tuple[list[Range], str]:
    """The content after the cue: a quotation, or the content given by the verb's frames."""
    quotation = right_quote(block, cue, chunk) if "quote" in cue.frames else []
    if quotation and block[block.previous(quotation[0][0])].text in (",", ":"):
        return quotation, "quote.right"
    inner = Cue(head=cue.particle, entry=cue.entry) if cue.particle is not None and _is_saying(cue.particle) else cue
    framed = frame_content(block, inner, found.subject, limit)
    if framed.hearer is not None and framed.hearer[0] < framed.hearer[1]:
        found.audience = block.trim(framed.hearer)
    if framed.preposition is not None:
        found.cue = in_order([*found.cue, framed.preposition])
    if framed.pieces:
        return list(framed.pieces), framed.frame
    main = as_clause(block, cue, chunk) if "clause" in cue.frames else []
    return (main, "as") if main else (quotation, "quote.right")


def _start(block: Block, cue: Cue, bounds: Range) -> tuple[Attribution, Range]:
    """An attribution without its content, and the extent of source and cue."""
    source = find_source(block, cue, bounds)
    head, phrase = source.head, source.phrase
    via = relay_of(block, [cue.head, *source.leading])
    quoted = quoted_by(cue)
    if quoted is not None:
        head, via = quoted, phrase
        phrase = noun_phrase(block, quoted, bounds=(cue.head.i + 1, bounds[1]), avoid=cue.particle)
    tokens = cue_tokens(cue, [token for token in source.leading if token.low != "as"])
    own = head is not None and (head.head is cue.head or touches(phrase, cue.head))
    chunk = chunk_of(block, cue, tokens, phrase if own else None, bounds)
    if quoted is not None and via is not None and cue.particle is not None:  # `..., the agency quoted Holm as saying`
        chunk = min(chunk[0], via[0]), cue.particle.i + 1
    found = Attribution(
        block=block,
        rule="",
        row=cue.entry.id,
        head=cue.head,
        category=cue.entry.category,
        cue=tokens,
        subject=head,
        source=phrase,
        passive=cue.passive,
        via=via,
        audience=hearer_of(block, cue, bounds[1]),
    )
    return found, chunk


def _attribution(block: Block, cue: Cue, limit: int | None = None, *, loose: bool = False) -> Attribution | None:
    """The attribution of one reporting verb."""
    first, last = bounds_of(block, cue.head)
    last = last if limit is None else min(last, limit)
    found, chunk = _start(block, cue, (first, last))
    pieces, found.rule = content_before(block, cue, chunk) if found.subject is not None else ([], "")
    if not pieces:
        pieces, found.rule = _behind(block, cue, chunk, found, last)
    trimmed = [block.trim(snap(block, piece)) for piece in pieces if piece[0] < piece[1]]
    found.content = [(block, piece) for piece in trimmed if piece[0] < piece[1]]
    return found if found.content and (loose or is_spoken(found)) else None


def is_spoken(found: Attribution) -> bool:
    """Whether it has a source that can have said it."""
    if is_open(found.head):
        return False
    if found.subject is None:
        return found.rule == "passive" or found.passive
    if found.rule.startswith("quote"):
        return True
    if not is_real(found.head):
        return is_withheld(found)
    if is_nobody(found.subject):
        return False
    paper = found.rule.startswith("clause") and found.head.low in speaker_words("paper_verbs")
    return found.subject.low not in NOBODY or (paper and found.subject.low == "it")


def _as_saying(cue: Cue) -> Cue:
    """Read `is cited by Interfax as saying` as one cue, with the frames of `said`."""
    say = reporting_verbs().get("say")
    if cue.head.low not in RELAYING or say is None:
        return cue
    for preposition in prepositions(cue.head):
        inner = governed(preposition)
        if preposition.low == "as" and inner is not None and _is_saying(inner):
            return attrs.evolve(cue, entry=say[-1], particle=inner, passive=False)
    return cue


def _reporting_cues(block: Block, learnt: Mapping[str, tuple[Reporting, ...]] | None) -> list[Cue]:
    """The cues of a block, in order; a `saying` that belongs to another cue is left out."""
    cues = [
        _as_saying(cue)
        for cue in iter_cues(block, learnt)
        if not (clause_of(cue.head).is_reduced and (cue.head.is_base or cue.head.is_participle))
    ]
    passed = {cue.particle for cue in cues if _is_saying(cue.particle)}
    return [cue for cue in cues if cue.head not in passed]


def find_attributions(
    block: Block, learnt: Mapping[str, tuple[Reporting, ...]] | None = None, *, loose: bool = False
) -> list[Attribution]:
    """The attributions of a block by verbs, in order of their cue.

    Contents before their cue are found first: they limit what the cues inside them may claim.

    Args:
        block: the block.
        learnt: further cues learnt from a corpus.
        loose: whether to propose also contents that could or would be said, or have no likely source.
    """
    cues = _reporting_cues(block, learnt)
    by_head: dict[Token, Attribution] = {}
    for cue in reversed(cues):
        found = _attribution(block, cue, loose=loose) if cue.head not in by_head else None
        if found is not None and found.rule.endswith(".left"):
            by_head[cue.head] = found
    before = [found.content[0][1] for found in by_head.values()]
    for cue in cues:
        if cue.head in by_head:
            continue
        limit = min((last for first, last in before if first <= cue.head.i < last), default=None)
        found = _attribution(block, cue, limit, loose=loose)
        if found is not None and not (found.rule.endswith(".left") and limit is not None):
            by_head[cue.head] = found
    return sorted(by_head.values(), key=lambda found: found.start)
