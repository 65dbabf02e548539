"""Contents that stand before their attribution, with what goes on after it."""

from __future__ import annotations

from diplonews.lexicons.reporting import reporting_forms
from diplonews.quotes.asides import after_connective
from diplonews.quotes.cues import FINITE, Cue
from diplonews.quotes.following import COMMAS, END, right_quote
from diplonews.syntax.blocks import Block, Range

__all__ = ["content_before"]

BREAKS = END | {"—", "--", "–", "-", "―", ":"}
SETTING_TAGS = frozenset(("IN", "WRB", "VBN", "VBG"))


def _skip_back(block: Block, p: int) -> int:
    """Past adverbs between a content and its attribution."""
    while p > 0 and block[p].tag == "RB" and block[p].quoted < 0:
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


def _left_clause(block: Block, cue: Cue, chunk: Range) -> int | None:
    """The verb of the clause that a trailing or interposed attribution belongs to."""
    for kid in block.children(cue.head, "ccomp", "parataxis", "dep"):
        if kid < chunk[0]:
            return kid
    end = block.sentence(cue.head)[1]
    closes = all(block[i].text in END or block.is_mark(i) for i in range(chunk[1], end))
    head = block[cue.head].head.i
    if block[cue.head].dep in ("parataxis", "ccomp", "conj", "advcl", "dep") and head < chunk[0] and closes:
        return head
    return None


def _interposed(block: Block, cue: Cue, chunk: Range) -> bool:
    """Whether commas stand on both sides of an attribution and the clause goes on after it."""
    last = chunk[1]
    if last >= len(block) or block[last].text not in COMMAS:
        return False
    if block[cue.head].dep == "parataxis":
        return True
    return any(kid > last for kid in block.children(cue.head, "ccomp", "dep", "parataxis"))


def _sentence_start(block: Block, first: int) -> int:
    """Where the sentence of a quotation begins, if its first words stand before the mark."""
    i = block.previous(first)
    if i < 0 or block[i].text in BREAKS or block[i].quoted >= 0:
        return first
    while i >= 0 and block[i].text not in END and block[i].quoted < 0:
        i -= 1
    return i + 1


def _quote_before(block: Block, cue: Cue, chunk: Range, p: int) -> Range | None:
    """The quotation right before an attribution, with the words of its sentence that stand before it."""
    number = _left_quote(block, p)
    subject = block.child(cue.head, "nsubj")
    if block[cue.head].tag == "VBG" and subject is None:
        return None
    if number is None or "quote" not in cue.entry.frames or block[cue.head].quoted >= 0:
        return None
    first, last = block.ranges[number]
    end = block[block.last_word((first, last))].text
    comma = block[p].text in COMMAS or end == ","
    start = _sentence_start(block, first)
    clause = any(kid > chunk[1] - 1 for kid in block.children(cue.head, "ccomp"))
    if comma:
        return None if clause and (start < first or block.small[number]) else (start, last)
    if block.small[number] and end not in END:
        return None
    inverted = subject is not None and subject > cue.head
    if end == "." and not inverted and (clause or right_quote(block, cue, chunk)):
        return None
    return start, last


def _has_verb(block: Block, first: int, last: int) -> bool:
    """Whether a stretch holds a finite verb with its subject."""
    return any(block[i].tag in FINITE and block.child(i, "nsubj", "expl") is not None for i in range(first, last))


def _opens_with_setting(block: Block, first: int) -> bool:
    """Whether a sentence opens with when or how something was said: `On the day that ...`, `Asked whether ...`."""
    return block[first].tag in SETTING_TAGS or block[first].low in ("when", "while", "after", "before", "as")


def _leads(block: Block, first: int, p: int, quotation: Range) -> bool:
    """Whether what stands before an attribution begins the words quoted after it: `But, she said, "..."`."""
    opening = next((i for i in range(*quotation) if not block.is_mark(i)), quotation[0])
    goes_on = block[opening].text[0].islower() and block[opening].tag in FINITE | {"MD"}
    return p > first and (goes_on or after_connective(block, first, p) >= p)


def _left(block: Block, cue: Cue, chunk: Range) -> tuple[list[Range], str]:
    """The content before the attribution: a quotation, or the clause up to a comma."""
    p = _skip_back(block, block.previous(chunk[0]))
    if p < 0:
        return [], ""
    quotation = _quote_before(block, cue, chunk, p)
    if quotation is not None:
        return [quotation], "quote.left"
    if block[p].text not in COMMAS or "clause" not in cue.entry.frames or "quote" not in cue.entry.frames:
        return [], ""
    start = block.sentence(cue.head)[0]
    right_hand = right_quote(block, cue, chunk)
    if right_hand and chunk[0] > start and _leads(block, start, p, right_hand[0]):
        return [(start, p)], "clause.left"
    if right_hand and (_opens_with_setting(block, start) or not _has_verb(block, start, p)):
        return [], ""
    if block[cue.head].tag == "VBG":
        return [], ""
    interposed = _interposed(block, cue, chunk)
    right = any(kid > cue.head for kid in block.children(cue.head, "ccomp"))
    if not interposed and (right or _left_clause(block, cue, chunk) is None):
        return [], ""
    first = after_connective(block, start, p)
    return ([(first, p)] if first < p else []), "clause.left"


def _may_quote(block: Block, i: int) -> bool:
    """Whether a token is a reporting verb that would take the next quotation for itself."""
    following = block[i + 1].low if i + 1 < len(block) else ""
    entries = [entry for entry in reporting_forms(block[i].low) if entry.particle in (None, following)]
    return bool(entries) and (block[i].tag != "VBG" or any("quote" in entry.frames for entry in entries))


def _after(block: Block, cue: Cue, chunk: Range, left: Range) -> list[Range]:
    """What goes on after an interposed attribution: `..., she said, ...`, `..., she said, but "..."`."""
    last, end = chunk[1], block.sentence(cue.head)[1]
    if last >= len(block) or block[last].text not in COMMAS:
        return []
    inner = block.last_word(left)
    for i in range(last, min(end + 1, len(block))):
        number = block[i].quoted
        if number >= 0 and block.ranges[number][0] == i:
            first, stop = block.ranges[number]
            before = block[i - 1].low
            if before in COMMAS:
                return [(first, stop)]
            if block[last + 1].tag == "CC" and block[inner].text == ",":
                return [(last + 1, max(stop, end if block[end - 1].quoted < 0 else stop))]
            return []
        if i > last and (block[i].text in END or _may_quote(block, i)):
            return []
    return []


def _rest(block: Block, cue: Cue, chunk: Range) -> list[Range]:
    """The second half of a clause that the attribution interrupts."""
    last = chunk[1]
    end = block.sentence(cue.head)[1]
    if last < end and block[last].text in COMMAS:
        spanned = block[cue.head].dep == "parataxis" or [
            k for k in block.children(cue.head, "ccomp", "dep", "parataxis") if block.right(k) > last + 1
        ]
        if spanned:
            return [(last + 1, end)]
    return []


def content_before(block: Block, cue: Cue, chunk: Range) -> tuple[list[Range], str]:
    """The content that stands before its attribution, with what goes on after it."""
    left, rule = _left(block, cue, chunk)
    if not left:
        return (_rest(block, cue, chunk), rule) if rule else ([], "")
    pieces = left + _after(block, cue, chunk, left[0])
    if rule == "clause.left" and len(pieces) == 1:
        pieces += _rest(block, cue, chunk)
    return pieces, rule
