"""An attribution in tokens, as built by the rules before it becomes a `Quote`."""

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
    """An attribution under construction.

    Attributes:
        block: the block of its cue.
        rule: the rule that found it.
        row: id of the reporting word's row in the table `verbs`, or "".
        head: the main token of its cue: the verb, noun, preposition or colon.
        category: class of the cue (statement, question ...), or "".
        cue: tokens of the cue, in order.
        content: pieces of the content, in text order; a later block's piece last.
        subject: head word of the source, or None.
        source: the whole phrase, or None.
        audience: the hearer's phrase, or None.
        passive: whether the cue is passive.
        via: the phrase of the party that passes it on, or None.
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
    """The attribution with disjoint parts: no word belongs to two of cue, source and pieces of content.

    The cue keeps its main token and the tokens outside the content; the source loses those of the cue,
    the audience and the relay; the content loses those of cue, source and relay, but keeps the audience
    (`urged them to leave`). Source and content may become empty. The content's pieces are in
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
    """The parts of a range of tokens left when the taken ones are removed, if they contain a word."""
    first, last = piece
    cuts = sorted(i for i in taken if first <= i < last)
    if not cuts:
        yield from [piece] if first < last else []
        return
    for start, end in zip([first, *(i + 1 for i in cuts)], [*cuts, last], strict=True):
        run = block.trim((start, end))
        if any(block[i].text[0].isalnum() for i in range(*run)):
            yield run
