"""Attributions by a colon: `Kim: ...`, `...: report` in headlines, and a sentence that leads in a quotation."""

from __future__ import annotations

import re

from diplonews.lexicons.speakers import speaker_words
from diplonews.model.article import RegionKind
from diplonews.quotes.cues import FINITE, NOBODY, takes_quotation
from diplonews.quotes.drafts import Draft
from diplonews.quotes.sources import noun_phrase, subject
from diplonews.syntax.blocks import Block, Range

__all__ = ["colon_drafts", "dash_draft", "lead_in"]

NAME_TOKENS = 9
TAIL_TOKENS = 5
SIGNED_TOKENS = 14
LEAD_TOKENS = 40
COLON_TOKENS = 62
VERBS = FINITE | {"MD", "VB"}
LEADING = VERBS | {"VBN", "VBG"}
SIGNING_TAGS = frozenset(("NNP", "NNPS", "CC", "POS", "NN", "DT", "IN", "HYPH"))
NO_SPEAKER = NOBODY | {"here", "who"}
DASHES = frozenset(("―", "—", "--", "–", "-"))


def _is_name(block: Block, piece: Range, body: str) -> bool:
    """Whether the words before or after a colon are a speaker: a name the text knows, or a noun that speaks."""
    first, last = piece
    words = [block[i].text for i in range(first, last)]
    low = [word.lower() for word in words]
    if not words or low[0] in speaker_words("labels") or low[-1] in speaker_words("labels"):
        return False
    if low[-1] in speaker_words("documents") or low[-1] in speaker_words("groups"):
        return True
    name = words[-1]
    if not name[0].isupper() or any(block[i].tag in VERBS for i in range(first, last) if block[i].text.islower()):
        return False
    return len(re.findall(rf"(?<!\w){re.escape(name)}(?!\w)", body)) >= 2


def _headline(block: Block, colon: int, body: str) -> Draft | None:
    """A headline with a speaker before or after its colon."""
    count = len(block)
    before, after = block.trim((0, colon)), block.trim((colon + 1, count))
    if before[0] >= before[1] or after[0] >= after[1]:
        return None
    tail = after[1] - after[0] <= TAIL_TOKENS and before[1] - before[0] > after[1] - after[0]
    if tail and _is_name(block, after, body):
        return _draft(block, "colon.after", colon, after, before)
    if colon <= NAME_TOKENS and _is_name(block, before, body):
        return _draft(block, "colon.before", colon, before, after)
    return None


def _draft(block: Block, rule: str, sign: int, source: Range, *content: Range, subject: int | None = None) -> Draft:
    """An attribution by a colon or dash; the last word of the source is its head, unless told."""
    return Draft(
        block=block,
        rule=rule,
        head=sign,
        category="statement",
        cue=[sign],
        subject=source[1] - 1 if subject is None else subject,
        source=source,
        content=[(block, piece) for piece in content],
    )


def _turn(block: Block, colon: int, body: str) -> Draft | None:
    """A turn of a transcript: a name, a colon, and words or a quotation."""
    start = 1 if block.is_mark(0) else 0
    source, content = block.trim((start, colon)), block.trim((colon + 1, len(block)))
    if source[0] >= source[1] or content[1] - content[0] < 2 or source[1] - source[0] > TAIL_TOKENS:
        return None
    names = all(block[i].text[0].isupper() or block[i].text == "." for i in range(*source))
    if not names or block[source[0]].low in speaker_words("labels"):
        return None
    upper = block.phrase(source).isupper() and len(block.phrase(source)) > 2
    if not (upper or _is_name(block, source, body)):
        return None
    return _draft(block, "colon.turn", colon, source, content)


def colon_drafts(block: Block, body: str, number: int) -> list[Draft]:
    """Attributions by a colon in one block.

    Args:
        block: the block.
        body: the article's text.
        number: the block's place in the article, from 0.
    """
    for colon, word in enumerate((token.text for token in block.tokens[1:COLON_TOKENS]), 1):
        opened = colon <= TAIL_TOKENS + 1 and block[colon].quoted >= 0 and not block.quotations[0].closed
        if word == ":" and (block[colon].quoted < 0 or opened):
            headline = block.kind in (RegionKind.HEADLINE, RegionKind.DECK) or number == 0
            draft = (_headline(block, colon, body) if headline else None) or _turn(block, colon, body)
            return [draft] if draft is not None else []
    return []


def dash_draft(block: Block) -> Draft | None:
    """A quotation that fills its paragraph up to a dash and a name: `"..." — Jo Hale, Bristol`."""
    if not block.ranges:
        return None
    last = block.ranges[-1][1]
    dash = block.following(last)
    start = block.following(0)
    if dash >= len(block) - 1 or block[dash].text not in DASHES or block.ranges[0][0] != start:
        return None
    source = block.trim((dash + 1, len(block)))
    count = source[1] - source[0]
    if not 0 < count <= SIGNED_TOKENS or not block[source[0]].text[0].isupper():
        return None
    if any(block[i].tag in VERBS for i in range(*source)):
        return None
    content = [piece for piece in block.ranges if piece[1] <= dash]
    return _draft(block, "dash", dash, source, *content, subject=source[0])


def _signed(block: Block, first: int, colon: int) -> Range | None:
    """The name between a dash and a colon: `Talks are stuck - Anna Vik: "..."`."""
    start = colon
    while start > first and colon - start < NAME_TOKENS and block[start - 1].tag in SIGNING_TAGS:
        start -= 1
    while start < colon and block[start].tag not in ("NNP", "NNPS"):
        start += 1
    dash = start > first and block[start - 1].text in DASHES and block[start].start > block[start - 1].end
    return (start, colon) if dash and start < colon else None


def _leading_verbs(block: Block, first: int, colon: int) -> list[int]:
    """The verbs that may lead in what follows a colon, the likeliest first.

    One that reports comes before any other, of these the outermost; else it is the nearest, and
    one in a relative clause is asked last.
    """
    verbs = [i for i in range(colon - 1, first - 1, -1) if block[i].tag in LEADING and block[i].quoted < 0]
    told = [i for i in verbs if takes_quotation(block[i].low)]
    finite = [i for i in verbs if block[i].tag in VERBS]
    main = [i for i in finite if block[i].dep not in ("relcl", "advcl", "acl")]
    return [*(i for i in reversed(told) if block[i].dep not in ("relcl", "amod")), *main, *finite]


def lead_in(block: Block, colon: int) -> Draft | None:
    """Who speaks in the quotation that follows a colon: the subject of the sentence, or the name before the colon."""
    first, _ = block.sentence(colon)
    signed = _signed(block, first, colon)
    if signed is not None:
        return _draft(block, "colon.name", colon, signed)
    for verb in _leading_verbs(block, first, colon):
        head, chain = subject(block, verb)
        if head is not None and block[head].low not in NO_SPEAKER:
            source = noun_phrase(block, head, bounds=block.sentence(head), avoid=verb)
            return Draft(
                block=block,
                rule="colon.quote",
                head=verb,
                category="statement",
                cue=sorted({verb, colon, *chain}),
                subject=head,
                source=source,
            )
    return _name_before(block, first, colon)


def _name_before(block: Block, first: int, colon: int) -> Draft | None:
    """Who is named right before a colon, without a verb: `From the envoy: "..."`."""
    head = colon - 1
    for above in block[head].ancestors():
        if head <= first or not first <= above.i < colon or not above.tag.startswith("N"):
            break
        head = above.i
    if not block[head].tag.startswith("N") or colon - first > LEAD_TOKENS:
        return None
    source = noun_phrase(block, head, bounds=(first, colon))
    return _draft(block, "colon.name", colon, source, subject=head)
