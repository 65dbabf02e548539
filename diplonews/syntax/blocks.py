"""A parsed block: its tokens, sentences and quotations, and ranges of its tokens."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property
from operator import itemgetter
from typing import TYPE_CHECKING, Any

import attrs

from diplonews.model.article import RegionKind
from diplonews.model.span import Span
from diplonews.syntax.marks import Marks, Quotation, pair_marks
from diplonews.syntax.tokens import MARK_WORDS, Token, link

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from diplonews.lexicons.actornames import Name

__all__ = ["Block", "Range", "Sentence", "make_block", "read_block"]

Range = tuple[int, int]
"""Token numbers, first included, last not."""

MOST_WORDS = 250  # a longer sentence is read in pieces, so that hostile input stays linear
SMALL_TOKENS = 5
BLANK = (" ", "_SP", "dep")  # word, tag and label of white space, in place of the pipeline's own
STOPS = frozenset((".", "?", "!"))
EDGE = MARK_WORDS | frozenset((",", ".", ";", ":", "-", "--", "–", "—", "…", "...", " ", ""))


@attrs.frozen(kw_only=True, eq=False)
class Sentence:
    """A sentence of a block, or a piece of at most 250 tokens of a longer one.

    Attributes:
        tokens: its words in order, without white space.
        span: its characters, without white space around them.
        kind: what the block is.
        names: the known names in it, in order, each with its characters and its head.
    """

    tokens: tuple[Token, ...]
    span: Span
    kind: RegionKind
    names: tuple[tuple[Span, Name, Token], ...] = ()


@attrs.frozen(kw_only=True, eq=False)
class Block:
    """One parsed paragraph, headline, deck or caption.

    Attributes:
        span: its characters in the article's text.
        kind: what it is.
        text: its words.
        tokens: in order; `block[i]` is one of them.
        edges: the token ranges of its sentences, white space included; a sentence ends also where
            the parser has missed a stop before a quotation.
        marks: the quotation marks; `quotations` the outermost quotations and `ranges` their
            tokens, marks included.
        number: the block's number in the text.
        first_sentence: number of its first sentence, counted through the text.
    """

    span: Span
    kind: RegionKind
    text: str
    tokens: tuple[Token, ...]
    edges: tuple[Range, ...]
    marks: Marks
    quotations: tuple[Quotation, ...]
    ranges: tuple[Range, ...]
    number: int = 0
    first_sentence: int = 0

    def __repr__(self) -> str:
        return f"<Block {self.kind.name} {self.span.start}:{self.span.end}>"

    def __len__(self) -> int:
        return len(self.tokens)

    def __getitem__(self, i: int) -> Token:
        return self.tokens[i]

    # ------------------------------------------------------------ quotations

    @cached_property
    def small(self) -> tuple[bool, ...]:
        """For each quotation, whether it is a word or two inside a phrase and no speech on its own."""
        return tuple(self._is_small(piece) for piece in self.ranges)

    def _is_small(self, piece: Range) -> bool:
        inner = [token for token in self.words(piece) if not token.is_mark]
        return len(inner) < SMALL_TOKENS and not (inner and inner[-1].text in (",", ".", "?", "!"))

    def quotations_before(self, i: int) -> int:
        """The number of quotations that have ended where a token begins."""
        return bisect_right(self.ranges, i, key=itemgetter(1))

    # ------------------------------------------------------------ neighbours

    def sentence(self, token: Token) -> Range:
        """The sentence of a token."""
        return self.edges[token.sentence]

    def words(self, piece: Range) -> tuple[Token, ...]:
        """The tokens of a range."""
        return self.tokens[piece[0] : piece[1]]

    def previous(self, i: int) -> int:
        """The last token before `i` that is not white space, or -1."""
        i -= 1
        while i >= 0 and self.tokens[i].text == " ":
            i -= 1
        return i

    def following(self, i: int) -> int:
        """The first token at or after `i` that is not white space; the number of tokens at the end."""
        while i < len(self.tokens) and self.tokens[i].text == " ":
            i += 1
        return i

    # ------------------------------------------------------------ ranges

    def last_word(self, piece: Range) -> int:
        """The last token of a range that is not a quotation mark; its first token if there is none."""
        first, last = piece
        return next((i for i in range(last - 1, first, -1) if not self.tokens[i].is_mark), first)

    def trim(self, piece: Range) -> Range:
        """A range without punctuation at its ends; marks whose pair is inside stay."""
        first, last = piece
        while first < last and self.tokens[first].text in EDGE and not self._opens_inside(first, last):
            first += 1
        while first < last and self.tokens[last - 1].text in EDGE and not self._closes_inside(first, last - 1):
            last -= 1
        return first, last

    def _opens_inside(self, i: int, last: int) -> bool:
        number = self.tokens[i].quoted
        return number >= 0 and self.ranges[number][0] == i and self.ranges[number][1] <= last

    def _closes_inside(self, first: int, i: int) -> bool:
        number = self.tokens[i].quoted
        return number >= 0 and self.ranges[number][1] == i + 1 and self.ranges[number][0] >= first

    def char_span(self, piece: Range) -> Span:
        """The characters of a range, in the article's text."""
        first, last = piece
        return Span(self.tokens[first].start, self.tokens[last - 1].end)

    def phrase(self, piece: Range) -> str:
        """The words of a range as printed."""
        base = self.span.start
        return self.text[self.tokens[piece[0]].start - base : self.tokens[piece[1] - 1].end - base]


def _quotation_ranges(
    quotations: tuple[Quotation, ...], tokens: tuple[Token, ...], base: int
) -> tuple[tuple[Quotation, ...], tuple[Range, ...]]:
    """The outermost quotations and their token ranges; sets `quoted` of each token inside one."""
    outer: list[Quotation] = []
    ranges: list[Range] = []
    position, count = 0, len(tokens)
    for quotation in quotations:
        if quotation.depth:
            continue
        start, end = base + quotation.span.start, base + quotation.span.end
        while position < count and tokens[position].end <= start:
            position += 1
        last = position
        while last < count and tokens[last].start < end:
            tokens[last].quoted = len(ranges)
            last += 1
        if last > position:
            outer.append(quotation)
            ranges.append((position, last))
            position = last
    return tuple(outer), tuple(ranges)


def _ranges(starts: list[int], count: int) -> list[Range]:
    """The ranges that begin at some of `count` tokens and reach to the next."""
    return list(zip(starts, [*starts[1:], count], strict=True)) if starts else []


def _pieces(opens: list[int], count: int) -> list[int]:
    """The starts of sentences, with those of more than 250 tokens cut into pieces."""
    return [start for first, last in _ranges(opens, count) for start in range(first, last, MOST_WORDS)]


def _edges(pieces: list[int], tokens: tuple[Token, ...], ranges: tuple[Range, ...]) -> tuple[Range, ...]:
    """The sentences; one begins also where the parse has missed a stop before a quotation."""
    missed = {first for first, _ in ranges if first and tokens[first - 1].text in STOPS}
    edges = tuple(_ranges(sorted({*pieces, *missed}) if missed else pieces, len(tokens)))
    for number, (first, last) in enumerate(edges):
        for token in tokens[first:last]:
            token.sentence = number
    return edges


def make_block(
    tokens: tuple[Token, ...], heads: list[int], opens: list[int], *, span: Span, kind: RegionKind, text: str
) -> Block:
    """A block of tokens that have their words, tags and labels, with its tree and its quotations.

    Args:
        tokens: in text order; changed in place.
        heads: for each token the number of its head, its own number for a root.
        opens: numbers of the tokens that begin a sentence, the first token among them.
        span: the block's characters.
        kind: what it is.
        text: its words.
    """
    pieces = _pieces(opens, len(tokens))
    link(tokens, heads, _ranges(pieces, len(tokens)))
    marks = pair_marks(text)
    quotations, ranges = _quotation_ranges(marks.quotations, tokens, span.start)
    edges = _edges(pieces, tokens, ranges)
    return Block(
        span=span,
        kind=kind,
        text=text,
        tokens=tokens,
        edges=edges,
        marks=marks,
        quotations=quotations,
        ranges=ranges,
    )


def read_block(
    doc: Doc, *, first: int, last: int, printed: str, offset: int, span: Span, kind: RegionKind, text: str
) -> Block:
    """The block of the tokens `doc[first:last]`.

    spaCy's arrays are read as a whole: reading each token by itself would take as long as the rules.

    Args:
        doc: a tagged and parsed document.
        first, last: the tokens of the block.
        printed: the text that `token.idx` refers to.
        offset: the number to add to `token.idx` for the position in the article's text.
        span: the block's characters.
        kind: what it is.
        text: its words.
    """
    from spacy.attrs import DEP, HEAD, IDX, LENGTH, SENT_START, TAG

    whole = len(doc) == last - first  # a whole document returns its numbers faster than a part of it
    source: Any = doc if whole else doc[first:last]
    idx, lengths, tag_ids, dep_ids = source.to_array([IDX, LENGTH, TAG, DEP]).T.tolist()
    shifts, starts = source.to_array([HEAD, SENT_START]).astype("int64").T.tolist()
    strings = doc.vocab.strings
    names = {value: strings[value] for value in {*tag_ids, *dep_ids}}
    tokens = []
    for i, (start, length, tag, dep) in enumerate(zip(idx, lengths, tag_ids, dep_ids, strict=True)):
        word = printed[start : start + length]
        if word.isspace():
            token = Token(i, *BLANK, start + offset)
            token.end = token.start + length
        else:
            token = Token(i, word, names[tag] or "X", names[dep], start + offset)
        tokens.append(token)
    heads = [i + shift for i, shift in enumerate(shifts)]
    opens = [i for i, mark in enumerate(starts) if i == 0 or mark == 1]
    return make_block(tuple(tokens), heads, opens, span=span, kind=kind, text=text)
