"""An attribution in tokens, as the rules put it together, before it becomes a `Quote`."""

from __future__ import annotations

from collections.abc import Collection, Iterator

import attrs

from diplonews.syntax.blocks import Block, Range
from diplonews.syntax.tokens import Token

__all__ = ["Attribution", "Piece", "settle"]

Piece = tuple[Block, Range]
"""A block and a range of its tokens."""

NOTHING = (0, 0)


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


def settle(draft: Attribution) -> Attribution:
    """The attribution with its parts apart: cue, source and content share no word, the content's pieces none either.

    The cue keeps its chief token and what is not in the content; the source what is not the cue's and
    not who hears it or passes it on; the content what is of none of them, who hears it excepted
    (`urged them to leave`). Source and content may be left with nothing. The content's pieces are in
    text order.
    """
    own = draft.block
    held = {i for block, piece in draft.content if block is own for i in range(*piece)}
    cue = {token.i for token in draft.cue if token.i not in held} | {draft.head.i}
    audience, via = _first_run(own, draft.audience, cue), _first_run(own, draft.via, cue)
    taken = cue | set(range(*(via or NOTHING)))
    source = _first_run(own, draft.source, taken | set(range(*(audience or NOTHING))))
    taken |= set(range(*(source or NOTHING)))
    content: list[Piece] = []
    for block, (first, last) in sorted(draft.content, key=lambda piece: (piece[0].span.start, piece[1])):
        start = max(first, content[-1][1][1]) if content and content[-1][0] is block else first
        content += [(block, run) for run in _runs(block, (start, last), taken if block is own else ())]
    settled = [own[i] for i in sorted(cue)]
    return attrs.evolve(draft, cue=settled, source=source, content=content, audience=audience, via=via)


def _first_run(block: Block, piece: Range | None, taken: Collection[int]) -> Range | None:
    return next(_runs(block, piece, taken), None) if piece is not None else None


def _runs(block: Block, piece: Range, taken: Collection[int]) -> Iterator[Range]:
    """A range of tokens without those that are taken: the stretches between them that hold a word."""
    first, last = piece
    cuts = sorted(i for i in taken if first <= i < last)
    if not cuts:
        yield from [piece] if first < last else []
        return
    for start, end in zip([first, *(i + 1 for i in cuts)], [*cuts, last], strict=True):
        run = block.trim((start, end))
        if any(block[i].text[0].isalnum() for i in range(*run)):
            yield run
