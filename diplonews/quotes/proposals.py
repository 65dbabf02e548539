"""What the second stage knows of a block: the rules' proposals, and which of them holds each token."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence

import attrs

from diplonews.quotes.attribution import is_spoken
from diplonews.quotes.drafts import Draft, Piece
from diplonews.syntax.blocks import Block, Range

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
    """What the forms of a regular verb or noun share: `argu` for argue, argues, argued, arguing."""
    if word in AUXILIARIES or len(word) <= 4:
        return word
    for ending, rest in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            word = word[: len(word) - len(ending)] + rest
            break
    if len(word) > 4 and word[-1] == word[-2] and word[-1] in "bdgmnprt":
        word = word[:-1]
    return word.removesuffix("e") if len(word) > 3 else word


def lexical(block: Block, i: int) -> str:
    """A sign or function word itself, the part of speech of another; `$` outside the block."""
    if not 0 <= i < len(block):
        return "$"
    function = block[i].text in PUNCTUATION or block[i].tag in FUNCTION_TAGS
    return block[i].low if function else block[i].tag


def top(block: Block, piece: Range) -> int:
    """The first word of a range that depends on none of its others."""
    first, last = piece
    for i in range(first, last):
        head = block[i].head.i
        if (not first <= head < last or head == i) and block[i].text not in PUNCTUATION:
            return i
    return first


def word_tokens(block: Block, content: Sequence[Piece]) -> set[int]:
    """The words of a content in one block, without signs."""
    return {i for owner, piece in content if owner is block for i in range(*piece) if block[i].text[0].isalnum()}


@attrs.frozen(kw_only=True, eq=False)
class Proposals:
    """What the rules propose for a block, ready to be asked.

    Attributes:
        block: the block.
        drafts: the proposals whose cue stands outside quotations.
        by_head: the same by their chief token.
        spoken: chief tokens of those that the rules believe on their own, in order.
        holders: for each token the draft whose content holds it, or None.
        sources: for each token the draft whose source holds it, or None.
        speeches: quotations that are more than a word or two, in order; `starts` their first tokens.
    """

    block: Block
    drafts: tuple[Draft, ...]
    by_head: Mapping[int, Draft]
    spoken: tuple[int, ...]
    holders: tuple[Draft | None, ...]
    sources: tuple[Draft | None, ...]
    speeches: tuple[Range, ...]
    starts: tuple[int, ...]

    def holder(self, i: int, own: Draft | None) -> Draft | None:
        """Another draft than `own` whose content holds a token."""
        found = self.holders[i]
        return None if found is own else found

    def is_believed(self, draft: Draft | None) -> bool:
        """Whether the rules believe a draft on their own."""
        return draft is not None and draft.head in self.spoken

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


def gather(block: Block, drafts: Sequence[Draft]) -> Proposals:
    """The proposals for a block.

    Args:
        block: the block.
        drafts: what the rules propose outside quotations, in order of the cues.
    """
    holders: list[Draft | None] = [None] * len(block)
    sources: list[Draft | None] = [None] * len(block)
    by_head: dict[int, Draft] = {}
    for draft in drafts:
        by_head.setdefault(draft.head, draft)
        for owner, (first, last) in draft.content:
            if owner is block:
                holders[first:last] = [draft] * (last - first)
        if draft.source is not None:
            first, last = draft.source
            sources[first:last] = [draft] * (last - first)
    speeches = tuple(piece for number, piece in enumerate(block.ranges) if not block.small[number])
    return Proposals(
        block=block,
        drafts=tuple(drafts),
        by_head=by_head,
        spoken=tuple(sorted(head for head, draft in by_head.items() if is_spoken(block, draft))),
        holders=tuple(holders),
        sources=tuple(sources),
        speeches=speeches,
        starts=tuple(first for first, _ in speeches),
    )
