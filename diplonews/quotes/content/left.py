"""Contents before their attribution, with their continuation after it."""

from __future__ import annotations

from diplonews.lexicons.reporting import reporting_forms
from diplonews.quotes.content.boundaries import after_connective
from diplonews.quotes.content.right import COMMAS, END, right_quote
from diplonews.quotes.cues import Cue
from diplonews.syntax.blocks import Block, Range
from diplonews.syntax.clauses import clause_of
from diplonews.syntax.tokens import Token

__all__ = ["content_before"]

BREAKS = END | {"—", "--", "–", "-", "―", ":"}
SETTING_TAGS = frozenset(("IN", "WRB", "VBN", "VBG"))
SETTING_WORDS = frozenset(("when", "while", "after", "before", "as"))


def _skip_back(block: Block, p: int) -> int:
    """Move position `p` back past the adverbs between a content and its attribution."""
    while p > 0 and block[p].is_adverb and block[p].quoted < 0:
        p -= 1
    return p


def _left_quote(block: Block, p: int) -> int | None:
    """The quotation that ends at token `p`, or before the comma at `p`."""
    for i in (p, p - 1):
        if i < 0:
            break
        number = block[i].quoted
        if number >= 0 and block.ranges[number][1] == i + 1:
            return number
        if block[i].text not in COMMAS:
            break
    return None


def _has_clause_before(block: Block, cue: Cue, chunk: Range) -> bool:
    """Whether a trailing or interposed attribution belongs to a clause before it."""
    clause = clause_of(cue.head)
    if any(verb.i < chunk[0] for verb in clause.hosted):
        return True
    if not clause.is_hosted or cue.head.head.i >= chunk[0]:
        return False
    rest = block.words((chunk[1], block.sentence(cue.head)[1]))
    return all(token.text in END or token.is_mark for token in rest)


def _interposed(block: Block, cue: Cue, chunk: Range) -> bool:
    """Whether an attribution is between commas and the clause continues after it."""
    last = chunk[1]
    if last >= len(block) or block[last].text not in COMMAS:
        return False
    clause = clause_of(cue.head)
    return clause.is_aside or any(verb.i > last for verb in clause.hosted)


def _sentence_start(block: Block, first: int) -> int:
    """The start of the sentence of a quotation, whose first words may come before the mark."""
    i = block.previous(first)
    if i < 0 or block[i].text in BREAKS or block[i].quoted >= 0:
        return first
    while i >= 0 and block[i].text not in END and block[i].quoted < 0:
        i -= 1
    return i + 1


def _reports_after(cue: Cue, i: int) -> bool:
    """Whether the cue has a finite clause as its complement from a token on."""
    clause = clause_of(cue.head)
    return any(verb.i >= i and verb in clause.hosted for verb in clause.complements)


def _quote_before(block: Block, cue: Cue, chunk: Range, p: int) -> Range | None:
    """The quotation right before an attribution, with the words of its sentence that precede it."""
    number = _left_quote(block, p)
    subject = clause_of(cue.head).own_subject
    if number is None or "quote" not in cue.frames or cue.head.quoted >= 0:
        return None
    if cue.head.is_gerund and subject is None:
        return None
    first, last = block.ranges[number]
    end = block[block.last_word((first, last))].text
    start = _sentence_start(block, first)
    clause = _reports_after(cue, chunk[1])
    if block[p].text in COMMAS or end == ",":
        return None if clause and (start < first or block.small[number]) else (start, last)
    if block.small[number] and end not in END:
        return None
    inverted = subject is not None and subject.i > cue.head.i
    if end == "." and not inverted and (clause or right_quote(block, cue, chunk)):
        return None
    return start, last


def _opens_with_setting(block: Block, first: int, p: int) -> bool:
    """Whether the words before an attribution give the time or occasion: `On the day that ...`, `Asked whether ...`."""
    if block[first].tag in SETTING_TAGS or block[first].low in SETTING_WORDS:
        return True
    return not any(token.is_finite and clause_of(token).has_subject for token in block.words((first, p)))


def _leads(block: Block, first: int, p: int, quotation: Range) -> bool:
    """Whether the words before an attribution begin the quotation after it: `But, she said, "..."`."""
    opening = next((token for token in block.words(quotation) if not token.is_mark), block[quotation[0]])
    goes_on = opening.text[0].islower() and (opening.is_finite or opening.is_modal)
    return p > first and (goes_on or after_connective(block, first, p) >= p)


def _left(block: Block, cue: Cue, chunk: Range) -> tuple[list[Range], str]:
    """The content before the attribution: a quotation, or the clause up to a comma."""
    p = _skip_back(block, block.previous(chunk[0]))
    if p < 0:
        return [], ""
    quotation = _quote_before(block, cue, chunk, p)
    if quotation is not None:
        return [quotation], "quote.left"
    if block[p].text not in COMMAS or not {"clause", "quote"} <= cue.frames:
        return [], ""
    start = block.sentence(cue.head)[0]
    right_hand = right_quote(block, cue, chunk)
    if right_hand and chunk[0] > start and _leads(block, start, p, right_hand[0]):
        return [(start, p)], "clause.left"
    if cue.head.is_gerund or (right_hand and _opens_with_setting(block, start, p)):
        return [], ""
    reports = _reports_after(cue, cue.head.i) or not _has_clause_before(block, cue, chunk)
    if reports and not _interposed(block, cue, chunk):
        return [], ""
    first = after_connective(block, start, p)
    return ([(first, p)] if first < p else []), "clause.left"


def _may_quote(token: Token) -> bool:
    """Whether a token is a reporting verb that would take the next quotation for itself."""
    following = token.after.low if token.after is not None else ""
    entries = [entry for entry in reporting_forms(token.low) if entry.particle in (None, following)]
    return bool(entries) and (not token.is_gerund or any("quote" in entry.frames for entry in entries))


def _after(block: Block, cue: Cue, chunk: Range, left: Range) -> list[Range]:
    """The continuation after an interposed attribution: `..., she said, ...`, `..., she said, but "..."`."""
    last, end = chunk[1], block.sentence(cue.head)[1]
    if last >= len(block) or block[last].text not in COMMAS:
        return []
    for token in block.words((last, end + 1)):
        if token.quoted >= 0 and block.ranges[token.quoted][0] == token.i:
            first, stop = block.ranges[token.quoted]
            if block[token.i - 1].low in COMMAS:
                return [(first, stop)]
            if block[last + 1].is_coordinator and block[block.last_word(left)].text == ",":
                return [(last + 1, max(stop, end if block[end - 1].quoted < 0 else stop))]
            return []
        if token.i > last and (token.text in END or _may_quote(token)):
            return []
    return []


def _rest(block: Block, cue: Cue, chunk: Range) -> list[Range]:
    """The second half of a clause that the attribution interrupts."""
    last, end = chunk[1], block.sentence(cue.head)[1]
    if last >= end or block[last].text not in COMMAS:
        return []
    clause = clause_of(cue.head)
    return [(last + 1, end)] if clause.is_aside or any(verb.right > last for verb in clause.hosted) else []


def content_before(block: Block, cue: Cue, chunk: Range) -> tuple[list[Range], str]:
    """The content before its attribution, with its continuation after it."""
    left, rule = _left(block, cue, chunk)
    if not left:
        return (_rest(block, cue, chunk), rule) if rule else ([], "")
    pieces = left + _after(block, cue, chunk, left[0])
    if rule == "clause.left" and len(pieces) == 1:
        pieces += _rest(block, cue, chunk)
    return pieces, rule
