"""Quotation marks paired within one paragraph: straight, curly, low, angle, doubled single, nested.

One pass from left to right with a stack. Only the paragraph itself is read, so one bad mark affects
only its paragraph. A mark without its pair is reported.
"""

from __future__ import annotations

import re

import attrs

from diplonews.model.span import Span

__all__ = ["Marks", "Quotation", "pair_marks"]

_MARK = re.compile("'''|''|``|[\"“”„‟«»‹›'‘’‚「」『』＂]")
_OPENING = {"“": "”", "„": "”", "‟": "”", "«": "»", "‹": "›", "``": "''", "「": "」", "『": "』"}
_CLOSING = frozenset("”»›」』")
_STRAIGHT = frozenset(('"', "''", "＂"))
_SINGLE_OPENING = frozenset("'‘‚")
_SINGLE_CLOSING = frozenset("'’")
SINGLE_CHARACTERS = 600


@attrs.frozen(kw_only=True)
class Quotation:
    """A stretch between quotation marks.

    Attributes:
        span: its characters, the marks included.
        opened, closed: whether the opening and the closing mark are present.
        depth: 0 for the outermost.
        single: whether the marks are single.
    """

    span: Span
    opened: bool = True
    closed: bool = True
    depth: int = 0
    single: bool = False


@attrs.frozen(kw_only=True)
class Marks:
    """The quotations and unpaired marks of one paragraph.

    Attributes:
        quotations: in order of their start.
        unpaired: marks without their pair, in order.
    """

    quotations: tuple[Quotation, ...] = ()
    unpaired: tuple[Span, ...] = ()


@attrs.define
class _Open:
    """An opening mark not yet paired."""

    span: Span
    mark: str
    single: bool


@attrs.define
class _Pairing:
    """The state of the one pass."""

    text: str
    stack: list[_Open] = attrs.field(factory=list)
    found: list[Quotation] = attrs.field(factory=list)
    lost: list[Span] = attrs.field(factory=list)

    def before(self, span: Span) -> str:
        """The character before a mark; a blank at the start."""
        return self.text[span.start - 1] if span.start else " "

    def after(self, span: Span) -> str:
        """The character after a mark; a blank at the end."""
        return self.text[span.end] if span.end < len(self.text) else " "

    def open(self, span: Span, mark: str, *, single: bool = False) -> None:
        """Note an opening mark."""
        self.stack.append(_Open(span, mark, single))

    def close(self, span: Span, index: int) -> None:
        """Close the open mark at `index` of the stack; what was opened inside it is lost."""
        self.lost += [item.span for item in self.stack[index + 1 :] if not item.single]
        item = self.stack[index]
        del self.stack[index:]
        self.found.append(Quotation(span=Span(item.span.start, span.end), single=item.single))

    def find(self, *, single: bool) -> int | None:
        """The innermost open mark of that breadth; a double mark closes over single ones."""
        for index in range(len(self.stack) - 1, -1, -1):
            if self.stack[index].single is single:
                return index
            if single:
                return None
        return None


def _is_opening(pairing: _Pairing, span: Span) -> bool:
    """Whether a mark is where a quotation opens: after a blank or bracket, before a word."""
    before, after = pairing.before(span), pairing.after(span)
    return not (before.isalnum() or before in ".,!?;:)]%…'’") and not after.isspace() and after not in ".,;:!?)"


def _take_straight(pairing: _Pairing, span: Span, mark: str) -> None:
    """A mark that opens and closes alike: the place decides."""
    index = pairing.find(single=False)
    if index is None:
        inches = pairing.before(span).isdigit() and not _is_opening(pairing, span)
        if _is_opening(pairing, span) or (pairing.before(span).isspace() and not pairing.after(span).isspace()):
            pairing.open(span, mark)
        elif not inches:
            _take_lost_closing(pairing, span)
    elif pairing.stack[index].mark not in _STRAIGHT and _is_opening(pairing, span):
        pairing.open(span, mark)
    elif pairing.stack[index].mark in _STRAIGHT and _is_opening(pairing, span) and pairing.before(span).isspace():
        # a second opening mark: the first was never closed; it ends where the new one begins
        item = pairing.stack[index]
        del pairing.stack[index:]
        pairing.lost.append(item.span)
        pairing.found.append(Quotation(span=Span(item.span.start, span.start), closed=False))
        pairing.open(span, mark)
    else:
        pairing.close(span, index)


def _take_lost_closing(pairing: _Pairing, span: Span) -> None:
    """A closing mark that nothing opened: the quotation began with the paragraph, if none came before it."""
    if pairing.before(span).isspace() and _is_opening(pairing, span):
        pairing.open(span, pairing.text[span.start : span.end])
        return
    pairing.lost.append(span)
    if not pairing.found and not pairing.stack:
        pairing.found.append(Quotation(span=Span(0, span.end), opened=False))


def _take_closing(pairing: _Pairing, span: Span) -> None:
    index = pairing.find(single=False)
    if index is None:
        _take_lost_closing(pairing, span)
    else:
        pairing.close(span, index)


def _take_single(pairing: _Pairing, span: Span, mark: str) -> None:
    """A single mark: an apostrophe unless it opens before a word or closes what is open."""
    before, after = pairing.before(span), pairing.after(span)
    if mark in _SINGLE_CLOSING and (before.isalnum() or before in ".,!?…)%") and not after.isalnum():
        index = pairing.find(single=True)
        if index is not None and span.start - pairing.stack[index].span.start <= SINGLE_CHARACTERS:
            pairing.close(span, index)
        return
    if mark in _SINGLE_OPENING and not before.isalnum() and (after.isalpha() or after.isdigit()):
        if pairing.stack and pairing.stack[-1].single:
            pairing.stack.pop()
        pairing.open(span, mark, single=True)


def _take(pairing: _Pairing, span: Span, mark: str) -> None:
    if mark in _OPENING:
        if pairing.stack and not _is_opening(pairing, span) and not pairing.before(span).isspace():
            _take_closing(pairing, span)
        else:
            pairing.open(span, mark)
    elif mark in _CLOSING:
        _take_closing(pairing, span)
    elif mark in _STRAIGHT:
        _take_straight(pairing, span, mark)
    else:
        _take_single(pairing, span, mark)


def _split(pairing: _Pairing, span: Span) -> tuple[Span, ...]:
    """Three apostrophes in a row are a single and a doubled mark: the single one inside."""
    if len(span) < len("'''"):
        return (span,)
    inner_first = pairing.find(single=True) is not None
    middle = span.start + (1 if inner_first else 2)
    return Span(span.start, middle), Span(middle, span.end)


def _nested(found: list[Quotation]) -> tuple[Quotation, ...]:
    """The quotations in order, each with its depth."""
    ends: list[int] = []
    out = []
    for quotation in sorted(found, key=lambda quotation: (quotation.span.start, -quotation.span.end)):
        while ends and ends[-1] <= quotation.span.start:
            ends.pop()
        out.append(attrs.evolve(quotation, depth=len(ends)))
        ends.append(quotation.span.end)
    return tuple(out)


def pair_marks(paragraph: str) -> Marks:
    """The quotations of a paragraph.

    Args:
        paragraph: the text of one paragraph; offsets count in it.

    Returns:
        Quotations in order of start. One that is never closed runs to the end of the paragraph
        (as printed when it continues in the next paragraph); one that is never opened
        begins with the paragraph. Single marks count only in pairs: anything else is an
        apostrophe.

    Example:
        >>> text = "He said “no” and “yes, ‘maybe’”."
        >>> [quotation.span.of(text) for quotation in pair_marks(text).quotations]
        ['“no”', '“yes, ‘maybe’”', '‘maybe’']
    """
    pairing = _Pairing(paragraph)
    for match in _MARK.finditer(paragraph):
        for span in _split(pairing, Span(*match.span())):
            _take(pairing, span, span.of(paragraph))
    for item in pairing.stack:
        if not item.single:
            pairing.lost.append(item.span)
            end = len(paragraph.rstrip())
            if end > item.span.end:
                pairing.found.append(Quotation(span=Span(item.span.start, end), closed=False))
    return Marks(
        quotations=_nested(pairing.found),
        unpaired=tuple(sorted(pairing.lost, key=lambda span: (span.start, span.end))),
    )
