"""An attribution in tokens, as the rules put it together, before it becomes a `Quote`."""

from __future__ import annotations

import attrs

from diplonews.syntax.blocks import Block, Range
from diplonews.syntax.tokens import Token

__all__ = ["Attribution", "Piece"]

Piece = tuple[Block, Range]
"""A block and a range of its tokens."""


@attrs.define(kw_only=True, eq=False)
class Attribution:
    """An attribution that is being put together.

    Attributes:
        block: the block of its cue.
        rule: which rule found it.
        row: id of the row of the table `verbs` whose word reports, or "".
        head: the chief token of its cue: the verb, noun, preposition or colon.
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
    row: str = ""
    head: Token
    category: str = ""
    cue: list[Token] = attrs.field(factory=list)
    content: list[Piece] = attrs.field(factory=list)
    subject: Token | None = None
    source: Range | None = None
    audience: Range | None = None
    via: Range | None = None
    passive: bool = False

    @property
    def start(self) -> int:
        """The number of the first token of its cue."""
        return self.cue[0].i

    @property
    def own_pieces(self) -> list[Range]:
        """The ranges of its content in the block of its cue."""
        return self.pieces_in(self.block)

    def pieces_in(self, block: Block) -> list[Range]:
        """The ranges of its content in a block."""
        return [piece for owner, piece in self.content if owner is block]
