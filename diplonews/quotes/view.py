"""One block as plain lists: words, tags, dependencies, sentences and which tokens stand between marks.

All rules work on token numbers counted from the start of the block; `char_span` leads back to
the article's text.
"""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property
from operator import itemgetter

import attrs

from diplonews.language import Block
from diplonews.model.span import Span
from diplonews.quotes.marks import Marks, Quotation, pair_marks

__all__ = ["Range", "View", "make_view"]

Range = tuple[int, int]
"""Token numbers, first included, last not."""

NOUN_TAGS = frozenset(("NN", "NNS", "NNP", "NNPS", "PRP", "CD", "DT", "WP", "WDT", "EX"))
SMALL_TOKENS = 5
_MARK_WORDS = frozenset(
    ('"', "''", "``", "“", "”", "„", "«", "»", "‹", "›", "'", "‘", "’", "`", "「", "」", "『", "』")
)
_STOPS = frozenset((".", "?", "!"))
_EDGE = _MARK_WORDS | frozenset((",", ".", ";", ":", "-", "--", "–", "—", "…", "...", " ", ""))


@attrs.frozen(kw_only=True, eq=False)
class View:
    """A block, ready for the rules.

    Attributes:
        block: where it stands.
        text: its words.
        words: the tokens; `low` the same in small letters.
        tags, deps: fine part of speech and dependency label of each token.
        heads: the token each one depends on; itself for a root.
        kids: the tokens that depend on each one, in order.
        starts, ends: characters of each token, counted in the block.
        lefts, rights: first and last token of each one's subtree; `right` gives the token after the last.
        sentence_of: number of the sentence of each token; `sentences` their ranges.
        marks: the quotations; `ranges` their tokens (marks included), outermost only.
        quoted: number in `ranges` of the quotation around each token, or -1.
    """

    block: Block
    text: str
    words: tuple[str, ...]
    low: tuple[str, ...]
    tags: tuple[str, ...]
    deps: tuple[str, ...]
    heads: tuple[int, ...]
    kids: tuple[tuple[int, ...], ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    lefts: tuple[int, ...]
    rights: tuple[int, ...]
    sentence_of: tuple[int, ...]
    sentences: tuple[Range, ...]
    marks: Marks
    quotations: tuple[Quotation, ...]
    ranges: tuple[Range, ...]
    quoted: tuple[int, ...]

    def __len__(self) -> int:
        return len(self.words)

    def child(self, i: int, *labels: str) -> int | None:
        """The first token that depends on `i` with one of the labels."""
        for kid in self.kids[i]:
            if self.deps[kid] in labels:
                return kid
        return None

    def children(self, i: int, *labels: str) -> list[int]:
        """All tokens that depend on `i` with one of the labels."""
        return [kid for kid in self.kids[i] if self.deps[kid] in labels]

    def quotations_before(self, i: int) -> int:
        """How many quotations have ended where a token begins."""
        return bisect_right(self.ranges, i, key=itemgetter(1))

    @cached_property
    def small(self) -> tuple[bool, ...]:
        """Of each quotation, whether it is a word or two inside a phrase and no speech on its own."""
        return tuple(self._is_small(piece) for piece in self.ranges)

    def _is_small(self, piece: Range) -> bool:
        inner = [i for i in range(*piece) if not self.is_mark(i)]
        return len(inner) < SMALL_TOKENS and not (inner and self.words[inner[-1]] in (",", ".", "?", "!"))

    def left(self, i: int) -> int:
        """The first token of the subtree of `i`."""
        return self.lefts[i]

    def right(self, i: int) -> int:
        """The token after the last one of the subtree of `i`."""
        return self.rights[i] + 1

    def sentence(self, i: int) -> Range:
        """The sentence of a token."""
        return self.sentences[self.sentence_of[i]]

    def previous(self, i: int) -> int:
        """The token before `i` that is no white space, or -1."""
        i -= 1
        while i >= 0 and self.words[i] == " ":
            i -= 1
        return i

    def following(self, i: int) -> int:
        """The token at or after `i` that is no white space; the count of tokens at the end."""
        while i < len(self) and self.words[i] == " ":
            i += 1
        return i

    def is_mark(self, i: int) -> bool:
        """Whether a token is a quotation mark."""
        return self.words[i] in _MARK_WORDS

    def last_word(self, piece: Range) -> int:
        """The last token of a range that is no quotation mark; its first token if there is none."""
        first, last = piece
        return next((i for i in range(last - 1, first, -1) if not self.is_mark(i)), first)

    def trim(self, piece: Range) -> Range:
        """A range without punctuation at its ends; marks that have their pair inside stay."""
        first, last = piece
        while first < last and self.words[first] in _EDGE and not self._opens_inside(first, last):
            first += 1
        while first < last and self.words[last - 1] in _EDGE and not self._closes_inside(first, last - 1):
            last -= 1
        return first, last

    def _opens_inside(self, i: int, last: int) -> bool:
        number = self.quoted[i]
        return number >= 0 and self.ranges[number][0] == i and self.ranges[number][1] <= last

    def _closes_inside(self, first: int, i: int) -> bool:
        number = self.quoted[i]
        return number >= 0 and self.ranges[number][1] == i + 1 and self.ranges[number][0] >= first

    def char_span(self, piece: Range) -> Span:
        """The characters of a range, in the article's text."""
        first, last = piece
        base = self.block.span.start
        return Span(base + self.starts[first], base + self.ends[last - 1])

    def phrase(self, piece: Range) -> str:
        """The words of a range as printed."""
        return self.text[self.starts[piece[0]] : self.ends[piece[1] - 1]]


def _ranges(
    quotations: tuple[Quotation, ...], starts: tuple[int, ...], ends: tuple[int, ...]
) -> tuple[tuple[Quotation, ...], tuple[Range, ...], list[int]]:
    """Outermost quotations, their tokens, and the quotation of each token."""
    outer: list[Quotation] = []
    ranges: list[Range] = []
    quoted = [-1] * len(starts)
    position = 0
    for quotation in quotations:
        if quotation.depth:
            continue
        while position < len(starts) and ends[position] <= quotation.span.start:
            position += 1
        last = position
        while last < len(starts) and starts[last] < quotation.span.end:
            last += 1
        if last > position:
            for i in range(position, last):
                quoted[i] = len(ranges)
            outer.append(quotation)
            ranges.append((position, last))
            position = last
    return tuple(outer), tuple(ranges), quoted


def _sentences(
    sentences: tuple[Range, ...], words: tuple[str, ...], ranges: tuple[Range, ...]
) -> tuple[tuple[Range, ...], tuple[int, ...]]:
    """The sentences, cut also where the parse has missed a stop before a quotation, and the number of each token's."""
    opened = {first for first, _ in ranges if first and words[first - 1] in _STOPS}
    edges = sorted({*(first for first, _ in sentences), *opened})
    cut = tuple(zip(edges, [*edges[1:], len(words)], strict=True))
    return cut, tuple(number for number, (first, last) in enumerate(cut) for _ in range(first, last))


def make_view(block: Block, text: str) -> View:
    """The view of a block.

    Args:
        block: a parsed block.
        text: the article's text.
    """
    columns, base = block.columns, block.span.start
    words = block.span.of(text)
    starts = tuple(start - base for start in columns.starts)
    ends = tuple(end - base for end in columns.ends)
    marks = pair_marks(words)
    quotations, ranges, quoted = _ranges(marks.quotations, starts, ends)
    sentences, sentence_of = _sentences(columns.sentences, columns.words, ranges)
    return View(
        block=block,
        text=words,
        words=columns.words,
        low=columns.low,
        tags=columns.tags,
        deps=columns.deps,
        heads=columns.heads,
        kids=columns.kids,
        starts=starts,
        ends=ends,
        lefts=columns.lefts,
        rights=columns.rights,
        sentence_of=sentence_of,
        sentences=sentences,
        marks=marks,
        quotations=quotations,
        ranges=ranges,
        quoted=tuple(quoted),
    )
