"""The parts of a sentence around a cue: each is content, source or neither.

The sentence is cut at possible boundaries in the grammar, the punctuation and the rules' proposals, and a
conditional random field labels the parts in order. Each whole quotation is one part.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Mapping, Sequence
from itertools import islice, pairwise

import attrs

from diplonews.quotes.attribution import Attribution
from diplonews.quotes.learned.candidates import PUNCTUATION, Proposals, lexical, size, stem, top
from diplonews.quotes.learned.templates import Templates
from diplonews.syntax.blocks import Block, Range
from diplonews.syntax.tokens import Token

__all__ = ["Parts", "cut_parts", "label_parts", "part_signals", "read_labels"]

REACH = 70
LEAD_IN = 40
BESIDE = 24
STEPS = 5
FAR = "far"
DASHES = frozenset(("—", "–", "-", "--", "(", ")"))
SPLITS = frozenset(
    (
        *("ccomp", "xcomp", "advcl", "relcl", "acl", "prep", "npadvmod", "conj", "parataxis", "dobj", "nsubj"),
        *("nsubjpass", "agent", "dative", "pcomp", "csubj", "appos", "prt", "advmod", "dep"),
    )
)
SINGLE = frozenset(("cc", "mark"))
EDGE = "$"
MOST_STEPS = 6
PART = Templates(
    *("said", "said rule", "said root", "said path", "said steps", "said before", "said opening", "said quoted"),
    *("said taken", "path", "root path", "path rule", "path before", "path opening", "path tag", "path cue"),
    *("path taken", "steps", "steps root", "steps cue rule", "steps quoted", "side tag dep", "side opening"),
    *("side opening before", "side before", "side before tag dep", "side end", "side word", "side first dep"),
    *("side quoted before", "side quoted rule", "side taken before", "side length", "side dep end"),
    *("side opening dep before", "side same rule", "side between", "side between before", "side between said"),
    *("earlier path", "path later", "later rule", "dashes side", "dashes said"),
)


def _edges(proposals: Proposals) -> bytearray:
    """For each token 1 where a part may begin."""
    block = proposals.block
    edges = bytearray(len(block) + 1)
    for token in block.tokens:
        if token.text in PUNCTUATION or token.dep in SINGLE:
            edges[token.i] = edges[token.i + 1] = 1
        elif token.dep in SPLITS:
            edges[token.left] = edges[token.right + 1] = 1
    for draft in proposals.drafts:
        for token in draft.cue:
            edges[token.i] = edges[token.i + 1] = 1
        for first, last in [*draft.own_pieces, *([draft.source] if draft.source is not None else [])]:
            edges[first] = edges[last] = 1
    for first, _ in block.edges:
        edges[first] = 1
    for first, last in proposals.speeches:
        edges[first:last] = bytes(last - first)
        edges[first] = edges[last] = 1
    return edges


@attrs.define(kw_only=True, eq=False)
class Parts:
    """The division of a block's sentences into parts.

    Attributes:
        proposals: the rules' proposals for the block.
        edges: for each token 1 where a part may begin.
        seen: the parts described so far.
    """

    proposals: Proposals
    edges: bytearray = attrs.field(default=attrs.Factory(lambda self: _edges(self.proposals), takes_self=True))
    seen: dict[Range, _Part] = attrs.field(factory=dict)


@attrs.frozen(kw_only=True, eq=False)
class _Part:
    """A description of a part, independent of the cue: its head, and named values for its features."""

    head: Token
    values: Mapping[str, str]


def _describe(parts: Parts, piece: Range) -> _Part:
    """The description of a part, independent of the cue."""
    found = parts.seen.get(piece)
    if found is None:
        block, (first, last) = parts.proposals.block, piece
        head, closing = top(block, piece), block[last - 1]
        values = {
            "word": head.low,
            "tag": head.tag,
            "dep": head.dep,
            "first": block[first].low,
            "opening": lexical(block[first]),
            "before": lexical(block[first - 1]) if first else "^",
            "end": closing.text if closing.text in PUNCTUATION else lexical(closing.after),
            "quoted": "no" if block[first].quoted < 0 else "big" if parts.proposals.speech_at(first) else "small",
            "length": str(size(last - first)),
        }
        found = parts.seen[piece] = _Part(head=head, values=values)
    return found


def _window(proposals: Proposals, cue: Token) -> Range:
    """The tokens around a cue: its sentence, whole quotations, and the quotation that ends right before it."""
    block = proposals.block
    first, last = block.sentence(cue)
    first, last = max(first, cue.i - REACH), min(last, cue.i + REACH)
    around = proposals.speech_at(first) or proposals.speech_at(max(block.previous(first), 0))
    if around is not None and first - around[1] <= 1:
        start = block.sentence(block[around[0]])[0]
        inside = around[1] > first
        first = around[0] if inside or around[0] - start >= LEAD_IN else start
    closing = proposals.speech_at(last - 1)
    return first, max(last, closing[1]) if closing is not None else last


def cut_parts(parts: Parts, cue: Token) -> list[Range]:
    """The parts around a cue, in order; all beyond 24 parts away is one part; so is the cue's main token.

    Args:
        parts: of the cue's block.
        cue: its main token.
    """
    proposals, i = parts.proposals, cue.i
    first, last = _window(proposals, cue)
    pieces = []
    start = k = first
    while k < last:
        speech = proposals.speech_at(k)
        k = min(speech[1], last) if speech is not None and not speech[0] <= i < speech[1] else k + 1
        if k == last or parts.edges[k] or k in (i, i + 1):
            words = proposals.block.words((start, k))
            if start == i or any(token.text not in PUNCTUATION for token in words):
                pieces.append((start, k))
            start = k
    if len(pieces) <= BESIDE:
        return pieces
    middle = next(number for number, piece in enumerate(pieces) if piece[0] <= i < piece[1])
    low, high = max(middle - BESIDE, 0), min(middle + BESIDE, len(pieces) - 1)
    return [(pieces[0][0], pieces[low][1]), *pieces[low + 1 : high], (pieces[high][0], pieces[-1][1])]


class _Paths:
    """The labels on the way from a cue to other tokens of its sentence."""

    def __init__(self, cue: Token) -> None:
        above = tuple(islice(cue.upwards(), STEPS + 1))
        self.up = ["^" + token.dep for token in above]
        self.rank = {token: step for step, token in enumerate(above)}

    def to(self, token: Token) -> str:
        """The way to a token, or `far`."""
        down: list[str] = []
        for above in islice(token.upwards(), STEPS + 1):
            if above in self.rank:
                return "".join([*self.up[: self.rank[above]], *reversed(down)])
            down.append(">" + above.dep)
        return FAR


def _proposed(draft: Attribution | None, piece: Range, head: Token) -> str:
    """The rules' label for a part, and whether their content begins or ends in it."""
    if draft is None:
        return "none"
    (first, last), base = piece, "o"
    own = draft.own_pieces
    middle = (first + last) // 2
    if any(start <= middle < end or start <= first < end for start, end in own):
        base = "C"
    elif draft.source is not None and draft.source[0] <= head.i < draft.source[1]:
        base = "S"
    elif any(token.i in (first, last - 1) for token in draft.cue):
        base = "Q"
    begins = any(first <= start < last for start, _ in own)
    ends = any(first < end <= last for _, end in own)
    return base + "b" * begins + "e" * ends


def _taken(proposals: Proposals, head: Token, draft: Attribution | None, cue: Token) -> str:
    """The label that other proposals give a part."""
    other, source = proposals.holder(head, draft), proposals.sources[head.i]
    if other is not None:
        return f"c{other.head.i < cue.i}{proposals.is_believed(other)}"
    if source is not None and source is not draft:
        return f"s{proposals.is_believed(source)}"
    return "q" if head in proposals.by_head and head is not cue else "no"


def _between(spoken: Sequence[int], cue: int, piece: Range) -> int:
    """The number of other cues between a cue and a part, at most two."""
    first, last = piece
    low, high = (cue + 1, first) if first > cue else (last, cue)
    return min(max(bisect_left(spoken, high) - bisect_left(spoken, low), 0), 2)


def _dashes(block: Block, pieces: Sequence[Range]) -> list[int]:
    """The number of dashes and brackets before each part."""
    counts = [0]
    for (_, end), (first, _) in pairwise(pieces):
        counts.append(counts[-1] + sum(token.text in DASHES for token in block.words((end, first))))
    return counts


def part_signals(parts: Parts, cue: Token, pieces: Sequence[Range]) -> list[list[str]]:
    """The features of each part around a cue.

    Args:
        parts: the parts of the cue's block.
        cue: the cue's main token.
        pieces: the pieces returned by `cut_parts`.
    """
    proposals, draft = parts.proposals, parts.proposals.by_head.get(cue)
    about = [_describe(parts, piece) for piece in pieces]
    ways = _Paths(cue)
    paths = [EDGE, *(ways.to(part.head) for part in about), EDGE]
    dashes = _dashes(proposals.block, pieces)
    middle = next(number for number, piece in enumerate(pieces) if piece[0] <= cue.i < piece[1])
    shared = {"rule": draft.rule if draft is not None else "none", "root": stem(cue.low), "cue": cue.tag}
    rows = []
    for number, (piece, part) in enumerate(zip(pieces, about, strict=True)):
        enclosed = 0 < dashes[number] < dashes[-1]
        values = {
            **part.values,
            **shared,
            **_relation(proposals, draft, cue, piece, part),
            "path": paths[number + 1],
            "earlier": paths[number],
            "later": paths[number + 2],
            "steps": f"{'R' if number > middle else 'L'}{min(abs(number - middle), MOST_STEPS)}",
            "dashes": f"{dashes[number] % 2}" if enclosed else "no",
        }
        rows.append(["cue"] if number == middle else ["bias", *PART.fill(values)])
    return rows


def _relation(proposals: Proposals, draft: Attribution | None, cue: Token, piece: Range, part: _Part) -> dict[str, str]:
    """Features of the relation of a part to a cue and to the rules' proposals."""
    tokens = (cue, *(draft.cue if draft is not None else ()))
    before = "CUE" if any(token.i == piece[0] - 1 for token in tokens) else part.values["before"]
    return {
        "before": before,
        "side": "R" if piece[0] > cue.i else "L",
        "said": _proposed(draft, piece, part.head),
        "taken": _taken(proposals, part.head, draft, cue),
        "between": str(_between(proposals.spoken, cue.i, piece)),
        "same": str(proposals.block[piece[0]].sentence == cue.sentence),
    }


def label_parts(
    block: Block, cue: Token, pieces: Sequence[Range], content: Collection[Token], source: Collection[Token]
) -> list[str]:
    """The labels of the parts around a cue according to a corpus.

    `B` begins a piece of the content, `I` continues it, `A` comes after it; `S` is the source, `Q` the cue.

    Args:
        block: the block.
        cue: the cue's main token.
        pieces: the pieces returned by `cut_parts`.
        content: tokens of the content; `source` those of the source.
    """
    labels: list[str] = []
    for first, last in pieces:
        tokens = block.words((first, last))
        words = [token for token in tokens if token.text[0].isalnum()] or tokens
        inside = bool(labels) and labels[-1] in ("B", "I")
        if first <= cue.i < last:
            labels.append("Q")
        elif 2 * sum(token in content for token in words) > len(words):
            labels.append("I" if inside else "B")
        elif 2 * sum(token in source for token in words) > len(words):
            labels.append("S")
        else:
            labels.append("A" if inside else "O")
    return labels


def read_labels(block: Block, pieces: Sequence[Range], labels: Sequence[str]) -> tuple[list[Range], Range | None]:
    """The content and source encoded by the labels of parts.

    Args:
        block: the block.
        pieces: the parts, in order.
        labels: one for each.
    """
    content: list[Range] = []
    source: Range | None = None
    for (first, last), label in zip(pieces, labels, strict=True):
        if label == "I" and content:
            content[-1] = (content[-1][0], last)
        elif label in ("B", "I"):
            content.append((first, last))
        elif label == "S" and (source is None or source[1] >= first - 1):
            source = (first if source is None else source[0], last)
    if source is not None:
        source = block.trim(source)
    found = [piece for piece in map(block.trim, content) if piece[0] < piece[1]]
    return found, source if source is not None and source[0] < source[1] else None
