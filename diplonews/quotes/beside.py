"""Quotations that no rule has claimed, given to who stands right beside them with a verb.

Between a quotation and a full stop any verb may report it: `"...," beamed Holm`. The parse often
loses the subject of such a verb, so that what counts here is the order of the words.
"""

from __future__ import annotations

from diplonews.quotes.cues import FINITE, NOUN_TAGS, takes_quotation
from diplonews.quotes.drafts import Draft
from diplonews.quotes.following import COMMAS, STOPS
from diplonews.quotes.sources import SPEAKING_TAGS, noun_phrase
from diplonews.quotes.telling import PASSED_ON
from diplonews.syntax.blocks import Block, Range

__all__ = ["beside_draft"]

OPENING_TAGS = SPEAKING_TAGS | {"DT", "JJ", "PRP$", "CD", "VBN"}
HELPERS = frozenset(("is", "was", "are", "were", "has", "had", "have", "do", "does", "did", "’s", "'s", "be"))
CLOSING = frozenset((",", "?", "!", "…", "..."))
CLAUSE_END = frozenset((".", "!", "?", ";", ":", "…"))
BESIDE_TOKENS = 45


def _is_finite(block: Block, i: int) -> bool:
    """Whether a token is a finite verb of its own; a reporting one also where the tagger took it for something else."""
    verb = block[i].tag in FINITE
    if not verb and takes_quotation(block[i].low):
        participle = block[i].tag == "VBN" and block.child(i, "auxpass", "agent") is None
        verb = participle or (block[i].dep == "ROOT" and block.child(i, "nsubj", "compound") is not None)
    return verb and block[i].low not in HELPERS and block[i].quoted < 0


def _draft(block: Block, verb: int, head: int, source: Range, piece: Range) -> Draft:
    draft = Draft(
        block=block,
        rule="quote.beside",
        head=verb,
        category="statement",
        cue=[verb],
        subject=head,
        source=source,
        content=[(block, piece)],
    )
    said = block.child(verb, "dobj") if block[verb].low in PASSED_ON else None
    if said is not None and said > verb:
        draft.via, draft.subject = source, said
        draft.source = noun_phrase(block, said, bounds=(verb + 1, block.sentence(verb)[1]), avoid=verb)
    return draft


def _head(block: Block, piece: Range) -> int | None:
    """The head of the words between a quotation and its verb: the last noun before the first comma."""
    first, last = piece
    comma = next((i for i in range(first, last) if block[i].text == ","), last)
    nouns = [i for i in range(first, comma) if block[i].tag in SPEAKING_TAGS]
    return nouns[-1] if nouns else None


def _inverted(block: Block, verb: int, piece: Range, end: int) -> Draft | None:
    """`"...," beamed Holm, a Danish envoy`."""
    own = [kid for kid in block.children(verb, "nsubj", "dobj") if kid > verb and block[kid].tag in NOUN_TAGS]
    if not own or block.left(own[0]) != verb + 1:
        return None
    return _draft(block, verb, own[0], noun_phrase(block, own[0], bounds=(verb + 1, end), avoid=verb), piece)


def _straight(block: Block, start: int, piece: Range, end: int, *, any_verb: bool) -> Draft | None:
    """`"...," Holm, a retired Danish envoy, said by telephone`; `"...," Holm beamed`.

    Args:
        any_verb: whether a verb that does not report may do; after a question it may not.
    """
    if block[start].tag not in OPENING_TAGS:
        return None
    verbs = [i for i in range(start + 1, min(end, start + BESIDE_TOKENS)) if _is_finite(block, i)]
    told = [i for i in verbs if takes_quotation(block[i].low)]
    others = [i for i in verbs if any_verb and any(start <= kid < i for kid in block.children(i, "nsubj"))]
    for verb in (told or others)[:1]:
        source = block.trim((start, verb))
        head = _head(block, source) if source[0] < source[1] else None
        if head is not None and not any(block[i].text in CLAUSE_END for i in range(start, verb)):
            return _draft(block, verb, head, source, piece)
    return None


def _after(block: Block, piece: Range) -> Draft | None:
    """Who speaks in the words after a quotation."""
    inner = block.last_word(piece)
    start = block.following(piece[1])
    if start < len(block) and block[start].text in COMMAS:
        start = block.following(start + 1)
    elif block[inner].text not in CLOSING:
        return None
    if start >= len(block) or block[start].quoted >= 0:
        return None
    end = next((i for i in range(start, len(block)) if block[i].text in CLAUSE_END or block[i].quoted >= 0), len(block))
    if _is_finite(block, start):
        return _inverted(block, start, piece, end)
    return _straight(block, start, piece, end, any_verb=block[inner].text not in STOPS)


def _is_whole(block: Block, piece: Range) -> bool:
    """Whether a quotation is a sentence of its own: a capital first, a stop last."""
    inner = [block[i].text for i in range(*piece) if not block.is_mark(i)]
    return len(inner) > 1 and not inner[0][0].islower() and inner[-1] in STOPS


def _before(block: Block, piece: Range) -> Draft | None:
    """Who speaks in the words before a quotation: `Holm, a Danish envoy, boomed, "..."`."""
    comma = block.previous(piece[0])
    if comma < 1 or block[comma].text != "," or not _is_whole(block, piece):
        return None
    verb = comma - 1
    while verb > 0 and block[verb].tag == "RB":
        verb -= 1
    if not _is_finite(block, verb):
        return None
    own = [kid for kid in block.children(verb, "nsubj") if kid < verb]
    if not own:
        return None
    return _draft(block, verb, own[-1], noun_phrase(block, own[-1], bounds=(block.sentence(verb)[0], verb)), piece)


def beside_draft(block: Block, piece: Range, *, whole: bool) -> Draft | None:
    """The attribution of a quotation by the verb right beside it, or None.

    Args:
        block: the block.
        piece: the tokens of the quotation, its marks included.
        whole: whether the quotation begins its sentence; inside one only a reporting verb counts.
    """
    draft = _after(block, piece)
    if draft is not None and not whole and not takes_quotation(block[draft.head].low):
        draft = None
    return draft or _before(block, piece)
