"""Quotations not claimed by another rule, attributed to a noun and verb right beside them.

Between a quotation and a full stop any verb may report it: `"...," beamed Holm`. The parser often
loses the subject of such a verb, so word order is used instead.
"""

from __future__ import annotations

from diplonews.quotes.attribution import Attribution
from diplonews.quotes.audience import PASSED_ON
from diplonews.quotes.content.right import COMMAS, STOPS
from diplonews.quotes.cues import takes_quotation
from diplonews.quotes.sources import is_speaker
from diplonews.syntax.blocks import Block, Range
from diplonews.syntax.clauses import clause_of
from diplonews.syntax.phrases import noun_phrase
from diplonews.syntax.tokens import Token

__all__ = ["find_adjacent"]

OPENING_TAGS = frozenset(("DT", "JJ", "PRP$", "CD", "VBN"))
HELPERS = frozenset(("is", "was", "are", "were", "has", "had", "have", "do", "does", "did", "’s", "'s", "be"))
CLOSING = frozenset((",", "?", "!", "…", "..."))
CLAUSE_END = frozenset((".", "!", "?", ";", ":", "…"))
BESIDE_TOKENS = 45


def _is_finite(verb: Token) -> bool:
    """Whether a word is a finite verb; reporting verbs count even if the tagger mistook them."""
    if verb.low in HELPERS or verb.quoted >= 0:
        return False
    if verb.is_finite or not takes_quotation(verb.low):
        return verb.is_finite
    participle = verb.is_participle and not clause_of(verb).is_passive
    return participle or (
        verb.head is verb and any(kid.is_word_noun or kid.is_pronoun for kid in verb.kids if kid.i < verb.i)
    )


def _attribution(block: Block, verb: Token, head: Token, source: Range, piece: Range) -> Attribution:
    """The attribution of a quotation; a party that only passes it on is not the source."""
    found = Attribution(block=block, rule="quote.beside", head=verb, category="statement", cue=[verb])
    found.subject, found.source, found.content = head, source, [(block, piece)]
    said = next(iter(clause_of(verb).objects), None) if verb.low in PASSED_ON else None
    if said is not None and said.i > verb.i:
        found.via, found.subject = source, said
        found.source = noun_phrase(block, said, bounds=(verb.i + 1, block.sentence(verb)[1]), avoid=verb)
    return found


def _head(block: Block, piece: Range) -> Token | None:
    """The head of the words between a quotation and its verb: the last noun before the first comma."""
    head = None
    for token in block.words(piece):
        if token.text == ",":
            break
        head = token if is_speaker(token) else head
    return head


def _inverted(block: Block, verb: Token, piece: Range, end: int) -> Attribution | None:
    """`"...," beamed Holm, a Danish envoy`."""
    candidates = (*clause_of(verb).subject_words, *clause_of(verb).objects)
    own = next((word for word in candidates if word.i > verb.i and word.is_noun), None)
    if own is None or own.left != verb.i + 1:
        return None
    return _attribution(block, verb, own, noun_phrase(block, own, bounds=(verb.i + 1, end), avoid=verb), piece)


def _has_subject_from(verb: Token, start: int) -> bool:
    """Whether the subject of a verb is between a token and the verb."""
    return any(start <= word.i < verb.i for word in clause_of(verb).subject_words)


def _straight(block: Block, start: int, piece: Range, end: int, *, any_verb: bool) -> Attribution | None:
    """`"...," Holm, a retired Danish envoy, said by telephone`; `"...," Holm beamed`.

    Args:
        any_verb: whether a verb that does not report is accepted; after a question it is not.
    """
    if not is_speaker(block[start]) and block[start].tag not in OPENING_TAGS:
        return None
    verbs = [token for token in block.words((start + 1, min(end, start + BESIDE_TOKENS))) if _is_finite(token)]
    told = [verb for verb in verbs if takes_quotation(verb.low)]
    told = told or [verb for verb in verbs if any_verb and _has_subject_from(verb, start)]
    for verb in told[:1]:
        source = block.trim((start, verb.i))
        head = _head(block, source)
        if head is not None and not any(token.text in CLAUSE_END for token in block.words((start, verb.i))):
            return _attribution(block, verb, head, source, piece)
    return None


def _after(block: Block, piece: Range) -> Attribution | None:
    """The attribution by the words after a quotation, or None."""
    inner = block[block.last_word(piece)]
    start = block.following(piece[1])
    if start < len(block) and block[start].text in COMMAS:
        start = block.following(start + 1)
    elif inner.text not in CLOSING:
        return None
    if start >= len(block) or block[start].quoted >= 0:
        return None
    rest = block.words((start, len(block)))
    end = next((token.i for token in rest if token.text in CLAUSE_END or token.quoted >= 0), len(block))
    if _is_finite(block[start]):
        return _inverted(block, block[start], piece, end)
    return _straight(block, start, piece, end, any_verb=inner.text not in STOPS)


def _is_whole(block: Block, piece: Range) -> bool:
    """Whether a quotation is a sentence of its own: a capital first, a stop last."""
    inner = [token.text for token in block.words(piece) if not token.is_mark]
    return len(inner) > 1 and not inner[0][0].islower() and inner[-1] in STOPS


def _before(block: Block, piece: Range) -> Attribution | None:
    """The attribution by the words before a quotation, or None: `Holm, a Danish envoy, boomed, "..."`."""
    comma = block.previous(piece[0])
    if comma < 1 or block[comma].text != "," or not _is_whole(block, piece):
        return None
    verb = block[comma - 1]
    while verb.i > 0 and verb.is_adverb:
        verb = block[verb.i - 1]
    own = [word for word in clause_of(verb).subject_words if word.i < verb.i] if _is_finite(verb) else []
    if not own:
        return None
    source = noun_phrase(block, own[-1], bounds=(block.sentence(verb)[0], verb.i))
    return _attribution(block, verb, own[-1], source, piece)


def find_adjacent(block: Block, piece: Range, *, whole: bool) -> Attribution | None:
    """The attribution of a quotation by the verb right beside it, or None.

    Args:
        block: the block.
        piece: the tokens of the quotation, its marks included.
        whole: whether the quotation begins its sentence; otherwise only a reporting verb counts.
    """
    found = _after(block, piece)
    if found is not None and not whole and not takes_quotation(found.head.low):
        found = None
    return found or _before(block, piece)
