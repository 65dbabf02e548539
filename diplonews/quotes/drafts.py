"""What the rules hand on to one another: an attribution in tokens, before it becomes a `Quote`."""

from __future__ import annotations

import attrs

from diplonews.syntax.blocks import Block, Range

__all__ = ["Draft", "Piece"]

Piece = tuple[Block, Range]
"""A block and a range of its tokens."""


@attrs.define(kw_only=True, eq=False)
class Draft:
    """An attribution that is being put together.

    Attributes:
        block: the block of its cue.
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

    block: Block
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
