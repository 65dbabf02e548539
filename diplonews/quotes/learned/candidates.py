"""The second stage's view of a block: the rules' proposals, and the proposal that contains each token."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence

import attrs

from diplonews.quotes.attribution import Attribution, Piece
from diplonews.quotes.rules.verbs import is_spoken
from diplonews.syntax.blocks import Block, Range
from diplonews.syntax.tokens import Token

__all__ = ["PUNCTUATION", "Proposals", "gather", "lexical", "size", "stem", "top", "word_tokens"]

PUNCTUATION = frozenset((",", ";", ":", "—", "–", "-", "--", ".", "!", "?", "…", "...", "(", ")", "[", "]", " "))
PUNCTUATION |= frozenset(('"', "''", "``", "“", "”", "‘", "’", "'"))
FUNCTION_TAGS = frozenset(
    ("IN", "TO", "CC", "DT", "WDT", "WP", "WP$", "WRB", "PRP", "PRP$", "MD", "RB", "EX", "RP", "")
)
SIZES = (1, 2, 3, 5, 8, 13, 21, 34, 55)
ENDINGS = (("ies", "y"), ("ied", "y"), ("ing", ""), ("ed", ""), ("es", ""), ("s", ""), ("e", ""))
AUXILIARIES = frozenset(
    ("is", "was", "are", "were", "be", "been", "being", "am", "'s", "'re", "'m", "has", "have", "had", "having")
)


def size(count: int) -> int:
    """A number of tokens as one of few classes."""
    return bisect_right(SIZES, count)


def stem(word: str) -> str:
    """The common stem of the forms of a regular verb or noun: `argu` for argue, argues, argued, arguing."""
    if word in AUXILIARIES or len(word) <= 4:
        return word
    for ending, rest in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            word = word[: len(word) - len(ending)] + rest
            break
    if len(word) > 4 and word[-1] == word[-2] and word[-1] in "bdgmnprt":
        word = word[:-1]
    return word.removesuffix("e") if len(word) > 3 else word


def lexical(token: Token | None) -> str:
    """The token itself for a sign or function word, else its part of speech; `$` for none."""
    if token is None:
        return "$"
    return token.low if token.text in PUNCTUATION or token.tag in FUNCTION_TAGS else token.tag


def top(block: Block, piece: Range) -> Token:
    """The first word of a range that depends on no other word in it."""
    first, last = piece
    for token in block.words(piece):
        if (token.head is token or not first <= token.head.i < last) and token.text not in PUNCTUATION:
            return token
    return block[first]


def word_tokens(block: Block, content: Sequence[Piece]) -> set[Token]:
    """The words of a content in one block, without signs."""
    pieces = (piece for owner, piece in content if owner is block)
    return {token for piece in pieces for token in block.words(piece) if token.text[0].isalnum()}


@attrs.frozen(kw_only=True, eq=False)
class Proposals:
    """The rules' proposals for a block, indexed for look-up.

    Attributes:
        block: the block.
        drafts: the proposals whose cue is outside quotations.
        by_head: the same by their main token.
        spoken: numbers of the main tokens of those that the rules accept on their own, in order.
        holders: for each token the draft whose content contains it, or None.
        sources: for each token the draft whose source contains it, or None.
        speeches: quotations longer than a word or two, in order; `starts` their first tokens.
    """

    block: Block
    drafts: tuple[Attribution, ...]
    by_head: Mapping[Token, Attribution]
    spoken: tuple[int, ...]
    holders: tuple[Attribution | None, ...]
    sources: tuple[Attribution | None, ...]
    speeches: tuple[Range, ...]
    starts: tuple[int, ...]

    def holder(self, token: Token, own: Attribution | None) -> Attribution | None:
        """A draft other than `own` whose content contains a token."""
        found = self.holders[token.i]
        return None if found is own else found

    def is_believed(self, draft: Attribution | None) -> bool:
        """Whether the rules accept a draft on their own."""
        return draft is not None and draft.head.i in self.spoken

    def speech_at(self, i: int) -> Range | None:
        """The quotation around a token, if it is more than a word or two."""
        number = bisect_right(self.starts, i) - 1
        return self.speeches[number] if number >= 0 and i < self.speeches[number][1] else None

    def speech_after(self, i: int) -> Range | None:
        """The first longer quotation that begins after a token."""
        number = bisect_right(self.starts, i)
        return self.speeches[number] if number < len(self.speeches) else None

    def speech_before(self, i: int) -> Range | None:
        """The last longer quotation that begins before a token."""
        number = bisect_left(self.starts, i) - 1
        return self.speeches[number] if number >= 0 else None


def gather(block: Block, drafts: Sequence[Attribution]) -> Proposals:
    """The proposals for a block.

    Args:
        block: the block.
        drafts: the rules' proposals outside quotations, in order of the cues.
    """
    holders: list[Attribution | None] = [None] * len(block)
    sources: list[Attribution | None] = [None] * len(block)
    by_head: dict[Token, Attribution] = {}
    for draft in drafts:
        by_head.setdefault(draft.head, draft)
        for first, last in draft.pieces_in(block):
            holders[first:last] = [draft] * (last - first)
        if draft.source is not None:
            first, last = draft.source
            sources[first:last] = [draft] * (last - first)
    speeches = tuple(piece for number, piece in enumerate(block.ranges) if not block.small[number])
    return Proposals(
        block=block,
        drafts=tuple(drafts),
        by_head=by_head,
        spoken=tuple(sorted(head.i for head, draft in by_head.items() if is_spoken(draft))),
        holders=tuple(holders),
        sources=tuple(sources),
        speeches=speeches,
        starts=tuple(first for first, _ in speeches),
    )
