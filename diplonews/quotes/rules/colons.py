"""Attributions by a colon: `Kim: ...`, `...: report` in headlines, and a sentence that introduces a quotation."""

from __future__ import annotations

import re

from diplonews.lexicons.speakers import speaker_words
from diplonews.model.article import RegionKind
from diplonews.quotes.attribution import Attribution
from diplonews.quotes.cues import NOBODY, in_order, takes_quotation
from diplonews.quotes.sources import subject
from diplonews.syntax.blocks import Block, Range
from diplonews.syntax.clauses import clause_of
from diplonews.syntax.phrases import noun_phrase
from diplonews.syntax.tokens import Token

__all__ = ["find_colons", "find_dash", "lead_in"]

NAME_TOKENS = 9
TAIL_TOKENS = 5
SIGNED_TOKENS = 14
LEAD_TOKENS = 40
COLON_TOKENS = 62
SIGNING_TAGS = frozenset(("NNP", "NNPS", "CC", "POS", "NN", "DT", "IN", "HYPH"))
NO_SPEAKER = NOBODY | {"here", "who"}
DASHES = frozenset(("―", "—", "--", "–", "-"))


def _states(token: Token) -> bool:
    """Whether a word makes its phrase a sentence: a finite verb, a modal, a bare verb."""
    return token.is_finite or token.is_modal or token.is_base


def _signed_by(
    block: Block, rule: str, sign: int, source: Range, *content: Range, subject: Token | None = None
) -> Attribution:
    """An attribution by a colon or dash; the source's head is `subject`, or else its last word."""
    return Attribution(
        block=block,
        rule=rule,
        head=block[sign],
        category="statement",
        cue=[block[sign]],
        subject=subject or block[source[1] - 1],
        source=source,
        content=[(block, piece) for piece in content],
    )


def _is_name(block: Block, piece: Range, body: str) -> bool:
    """Whether the words before or after a colon are a speaker: a name in the text, or a noun for a speaker."""
    words = block.words(piece)
    labels = speaker_words("labels")
    if not words or words[0].low in labels or words[-1].low in labels:
        return False
    last = words[-1]
    if last.low in speaker_words("documents") or last.low in speaker_words("groups"):
        return True
    if not last.text[0].isupper() or any(_states(token) for token in words if token.text.islower()):
        return False
    return len(re.findall(rf"(?<!\w){re.escape(last.text)}(?!\w)", body)) >= 2


def _headline(block: Block, colon: int, body: str) -> Attribution | None:
    """A headline with a speaker before or after its colon."""
    before, after = block.trim((0, colon)), block.trim((colon + 1, len(block)))
    if before[0] >= before[1] or after[0] >= after[1]:
        return None
    tail = after[1] - after[0] <= TAIL_TOKENS and before[1] - before[0] > after[1] - after[0]
    if tail and _is_name(block, after, body):
        return _signed_by(block, "colon.after", colon, after, before)
    if colon <= NAME_TOKENS and _is_name(block, before, body):
        return _signed_by(block, "colon.before", colon, before, after)
    return None


def _turn(block: Block, colon: int, body: str) -> Attribution | None:
    """A turn of a transcript: a name, a colon, and words or a quotation."""
    start = 1 if block[0].is_mark else 0
    source, content = block.trim((start, colon)), block.trim((colon + 1, len(block)))
    if source[0] >= source[1] or content[1] - content[0] < 2 or source[1] - source[0] > TAIL_TOKENS:
        return None
    words = block.words(source)
    names = all(token.text[0].isupper() or token.text == "." for token in words)
    if not names or words[0].low in speaker_words("labels"):
        return None
    upper = block.phrase(source).isupper() and len(block.phrase(source)) > 2
    return _signed_by(block, "colon.turn", colon, source, content) if upper or _is_name(block, source, body) else None


def find_colons(block: Block, body: str) -> list[Attribution]:
    """Attributions by a colon in one block.

    Args:
        block: the block.
        body: the article's text.
    """
    for token in block.tokens[1:COLON_TOKENS]:
        colon = token.i
        opened = colon <= TAIL_TOKENS + 1 and token.quoted >= 0 and not block.quotations[0].closed
        if token.text == ":" and (token.quoted < 0 or opened):
            headline = block.kind in (RegionKind.HEADLINE, RegionKind.DECK) or block.number == 0
            found = (_headline(block, colon, body) if headline else None) or _turn(block, colon, body)
            return [found] if found is not None else []
    return []


def find_dash(block: Block) -> list[Attribution]:
    """A quotation that fills its paragraph up to a dash and a name: `"..." — Jo Hale, Bristol`."""
    if not block.ranges or block.ranges[0][0] != block.following(0):
        return []
    dash = block.following(block.ranges[-1][1])
    if dash >= len(block) - 1 or block[dash].text not in DASHES:
        return []
    source = block.trim((dash + 1, len(block)))
    words = block.words(source)
    if not 0 < len(words) <= SIGNED_TOKENS or not words[0].text[0].isupper() or any(map(_states, words)):
        return []
    content = [piece for piece in block.ranges if piece[1] <= dash]
    return [_signed_by(block, "dash", dash, source, *content, subject=words[0])]


def _signature(block: Block, first: int, colon: int) -> Range | None:
    """The name between a dash and a colon: `Talks are stuck - Anna Vik: "..."`."""
    start = colon
    while start > first and colon - start < NAME_TOKENS and block[start - 1].tag in SIGNING_TAGS:
        start -= 1
    while start < colon and not block[start].is_proper:
        start += 1
    dash = start > first and block[start - 1].text in DASHES and block[start].start > block[start - 1].end
    return (start, colon) if dash and start < colon else None


def _leading_verbs(block: Block, first: int, colon: int) -> list[Token]:
    """The verbs that may introduce the words after a colon, the likeliest first.

    Reporting verbs outside relative clauses come first, in text order; then other verbs, the nearest
    first, with those of modifying clauses last.
    """
    words = [token for token in block.words((first, colon)) if token.quoted < 0]
    told = [token for token in words if (token.is_verb or token.is_modal) and takes_quotation(token.low)]
    finite = [token for token in reversed(words) if _states(token)]
    main = [token for token in finite if not clause_of(token).is_modifying]
    return [*(token for token in told if not clause_of(token).is_relative), *main, *finite]


def lead_in(block: Block, colon: int) -> Attribution | None:
    """The attribution of the quotation after a colon: to the sentence's subject, or the name before the colon."""
    first, _ = block.sentence(block[colon])
    signature = _signature(block, first, colon)
    if signature is not None:
        return _signed_by(block, "colon.name", colon, signature)
    for verb in _leading_verbs(block, first, colon):
        head, leading = subject(verb)
        if head is not None and head.low not in NO_SPEAKER:
            found = Attribution(block=block, rule="colon.quote", head=verb, category="statement")
            found.cue, found.subject = in_order([verb, block[colon], *leading]), head
            found.source = noun_phrase(block, head, bounds=block.sentence(head), avoid=verb)
            return found
    return _name_before(block, first, colon)


def _name_before(block: Block, first: int, colon: int) -> Attribution | None:
    """The attribution to a name right before a colon, without a verb: `From the envoy: "..."`."""
    head = block[colon - 1]
    for above in head.ancestors():
        if head.i <= first or not first <= above.i < colon or not above.is_word_noun:
            break
        head = above
    if not head.is_word_noun or colon - first > LEAD_TOKENS:
        return None
    source = noun_phrase(block, head, bounds=(first, colon))
    return _signed_by(block, "colon.name", colon, source, subject=head)
