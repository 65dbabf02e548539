"""Contents that stand before their attribution, with what goes on after it."""

from __future__ import annotations

from diplonews.lexicons.reporting import reporting_forms
from diplonews.quotes.asides import after_connective
from diplonews.quotes.cues import FINITE, Cue
from diplonews.quotes.following import COMMAS, END, right_quote
from diplonews.quotes.view import Range, View

__all__ = ["content_before"]

BREAKS = END | {"—", "--", "–", "-", "―", ":"}
SETTING_TAGS = frozenset(("IN", "WRB", "VBN", "VBG"))


def _skip_back(view: View, p: int) -> int:
    """Past adverbs between a content and its attribution."""
    while p > 0 and view.tags[p] == "RB" and view.quoted[p] < 0:
        p -= 1
    return p


def _left_quote(view: View, p: int) -> int | None:
    """The quotation that ends at token `p`, or before the comma at `p`."""
    for i in (p, p - 1):
        if i < 0:
            break
        number = view.quoted[i]
        if number >= 0 and view.ranges[number][1] == i + 1:
            return number
        if view.words[i] not in COMMAS:
            break
    return None


def _left_clause(view: View, cue: Cue, chunk: Range) -> int | None:
    """The verb of the clause that a trailing or interposed attribution belongs to."""
    for kid in view.children(cue.head, "ccomp", "parataxis", "dep"):
        if kid < chunk[0]:
            return kid
    end = view.sentence(cue.head)[1]
    closes = all(view.words[i] in END or view.is_mark(i) for i in range(chunk[1], end))
    head = view.heads[cue.head]
    if view.deps[cue.head] in ("parataxis", "ccomp", "conj", "advcl", "dep") and head < chunk[0] and closes:
        return head
    return None


def _interposed(view: View, cue: Cue, chunk: Range) -> bool:
    """Whether commas stand on both sides of an attribution and the clause goes on after it."""
    last = chunk[1]
    if last >= len(view) or view.words[last] not in COMMAS:
        return False
    if view.deps[cue.head] == "parataxis":
        return True
    return any(kid > last for kid in view.children(cue.head, "ccomp", "dep", "parataxis"))


def _sentence_start(view: View, first: int) -> int:
    """Where the sentence of a quotation begins, if its first words stand before the mark."""
    i = view.previous(first)
    if i < 0 or view.words[i] in BREAKS or view.quoted[i] >= 0:
        return first
    while i >= 0 and view.words[i] not in END and view.quoted[i] < 0:
        i -= 1
    return i + 1


def _quote_before(view: View, cue: Cue, chunk: Range, p: int) -> Range | None:
    """The quotation right before an attribution, with the words of its sentence that stand before it."""
    number = _left_quote(view, p)
    subject = view.child(cue.head, "nsubj")
    if view.tags[cue.head] == "VBG" and subject is None:
        return None
    if number is None or "quote" not in cue.entry.frames or view.quoted[cue.head] >= 0:
        return None
    first, last = view.ranges[number]
    end = view.words[view.last_word((first, last))]
    comma = view.words[p] in COMMAS or end == ","
    start = _sentence_start(view, first)
    clause = any(kid > chunk[1] - 1 for kid in view.children(cue.head, "ccomp"))
    if comma:
        return None if clause and (start < first or view.small[number]) else (start, last)
    if view.small[number] and end not in END:
        return None
    inverted = subject is not None and subject > cue.head
    if end == "." and not inverted and (clause or right_quote(view, cue, chunk)):
        return None
    return start, last


def _has_verb(view: View, first: int, last: int) -> bool:
    """Whether a stretch holds a finite verb with its subject."""
    return any(view.tags[i] in FINITE and view.child(i, "nsubj", "expl") is not None for i in range(first, last))


def _opens_with_setting(view: View, first: int) -> bool:
    """Whether a sentence opens with when or how something was said: `On the day that ...`, `Asked whether ...`."""
    return view.tags[first] in SETTING_TAGS or view.low[first] in ("when", "while", "after", "before", "as")


def _leads(view: View, first: int, p: int, quotation: Range) -> bool:
    """Whether what stands before an attribution begins the words quoted after it: `But, she said, "..."`."""
    opening = next((i for i in range(*quotation) if not view.is_mark(i)), quotation[0])
    goes_on = view.words[opening][0].islower() and view.tags[opening] in FINITE | {"MD"}
    return p > first and (goes_on or after_connective(view, first, p) >= p)


def _left(view: View, cue: Cue, chunk: Range) -> tuple[list[Range], str]:
    """The content before the attribution: a quotation, or the clause up to a comma."""
    p = _skip_back(view, view.previous(chunk[0]))
    if p < 0:
        return [], ""
    quotation = _quote_before(view, cue, chunk, p)
    if quotation is not None:
        return [quotation], "quote.left"
    if view.words[p] not in COMMAS or "clause" not in cue.entry.frames or "quote" not in cue.entry.frames:
        return [], ""
    start = view.sentence(cue.head)[0]
    right_hand = right_quote(view, cue, chunk)
    if right_hand and chunk[0] > start and _leads(view, start, p, right_hand[0]):
        return [(start, p)], "clause.left"
    if right_hand and (_opens_with_setting(view, start) or not _has_verb(view, start, p)):
        return [], ""
    if view.tags[cue.head] == "VBG":
        return [], ""
    interposed = _interposed(view, cue, chunk)
    right = any(kid > cue.head for kid in view.children(cue.head, "ccomp"))
    if not interposed and (right or _left_clause(view, cue, chunk) is None):
        return [], ""
    first = after_connective(view, start, p)
    return ([(first, p)] if first < p else []), "clause.left"


def _may_quote(view: View, i: int) -> bool:
    """Whether a token is a reporting verb that would take the next quotation for itself."""
    following = view.low[i + 1] if i + 1 < len(view) else ""
    entries = [entry for entry in reporting_forms(view.low[i]) if entry.particle in (None, following)]
    return bool(entries) and (view.tags[i] != "VBG" or any("quote" in entry.frames for entry in entries))


def _after(view: View, cue: Cue, chunk: Range, left: Range) -> list[Range]:
    """What goes on after an interposed attribution: `..., she said, ...`, `..., she said, but "..."`."""
    last, end = chunk[1], view.sentence(cue.head)[1]
    if last >= len(view) or view.words[last] not in COMMAS:
        return []
    inner = view.last_word(left)
    for i in range(last, min(end + 1, len(view))):
        number = view.quoted[i]
        if number >= 0 and view.ranges[number][0] == i:
            first, stop = view.ranges[number]
            before = view.low[i - 1]
            if before in COMMAS:
                return [(first, stop)]
            if view.tags[last + 1] == "CC" and view.words[inner] == ",":
                return [(last + 1, max(stop, end if view.quoted[end - 1] < 0 else stop))]
            return []
        if i > last and (view.words[i] in END or _may_quote(view, i)):
            return []
    return []


def _rest(view: View, cue: Cue, chunk: Range) -> list[Range]:
    """The second half of a clause that the attribution interrupts."""
    last = chunk[1]
    end = view.sentence(cue.head)[1]
    if last < end and view.words[last] in COMMAS:
        spanned = view.deps[cue.head] == "parataxis" or [
            k for k in view.children(cue.head, "ccomp", "dep", "parataxis") if view.right(k) > last + 1
        ]
        if spanned:
            return [(last + 1, end)]
    return []


def content_before(view: View, cue: Cue, chunk: Range) -> tuple[list[Range], str]:
    """The content that stands before its attribution, with what goes on after it."""
    left, rule = _left(view, cue, chunk)
    if not left:
        return (_rest(view, cue, chunk), rule) if rule else ([], "")
    pieces = left + _after(view, cue, chunk, left[0])
    if rule == "clause.left" and len(pieces) == 1:
        pieces += _rest(view, cue, chunk)
    return pieces, rule
