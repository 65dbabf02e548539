"""What the rules hand on to one another: an attribution in tokens, before it becomes a `Quote`."""

from __future__ import annotations

from collections.abc import Collection, Iterator

import attrs

from diplonews.quotes.view import Range, View

__all__ = ["Draft", "Piece", "settle"]

Piece = tuple[View, Range]
"""A view and a range of its tokens."""


@attrs.define(kw_only=True, eq=False)
class Draft:
    """An attribution that is being put together.

    Attributes:
        view: the block of its cue.
        rule: which rule found it.
        head: its chief token: the verb, noun, preposition or colon.
        category: class of the cue (statement, question ...), or "".
        cue: tokens of the cue, in order.
        content: pieces of the content, in text order; a later block's piece last.
        subject: head word of the source, or None.
        source: the whole phrase, or None.
        audience: who hears it, or None.
        passive: whether the cue is a passive.
        via: who passes it on, or None.
    """

    view: View
    rule: str
    head: int
    category: str = ""
    cue: list[int] = attrs.field(factory=list)
    content: list[Piece] = attrs.field(factory=list)
    subject: int | None = None
    source: Range | None = None
    audience: Range | None = None
    via: Range | None = None
    passive: bool = False


def settle(draft: Draft) -> Draft:
    """The attribution with its parts apart: cue, source and content share no word, the content's pieces none either.

    The cue keeps its chief token and what is not in the content, the source what is not the cue's,
    the content what neither has; it may be left with nothing. Its pieces are in text order.
    """
    held = {i for view, piece in draft.content if view is draft.view for i in range(*piece)}
    cue = sorted({*draft.cue} - held | {draft.head})
    source = next(_runs(draft.view, draft.source, cue), None) if draft.source is not None else None
    taken = {*cue, *(range(*source) if source is not None else ())}
    content: list[Piece] = []
    for view, (first, last) in sorted(draft.content, key=lambda piece: (piece[0].block.span.start, piece[1])):
        start = max(first, content[-1][1][1]) if content and content[-1][0] is view else first
        content += [(view, run) for run in _runs(view, (start, last), taken if view is draft.view else ())]
    return attrs.evolve(draft, cue=cue, source=source, content=content)


def _runs(view: View, piece: Range, taken: Collection[int]) -> Iterator[Range]:
    """A range of tokens without those that are taken: the stretches between them that hold a word."""
    first, last = piece
    cuts = sorted(i for i in taken if first <= i < last)
    if not cuts:
        yield from [piece] if first < last else []
        return
    for start, end in zip([first, *(i + 1 for i in cuts)], [*cuts, last], strict=True):
        run = view.trim((start, end))
        if any(view.words[i][0].isalnum() for i in range(*run)):
            yield run
