"""The parts of a sentence around a cue: each is content, source or neither.

The sentence is cut where the grammar, the punctuation and the rules' proposals may have an end, and a
conditional random field labels the parts in order. Whole quotations are one part each.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Sequence
from itertools import islice, pairwise

import attrs

from diplonews.quotes.attribution import Attribution
from diplonews.quotes.learned.candidates import PUNCTUATION, Proposals, lexical, size, stem, top
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
    """How the sentences of a block are cut.

    Attributes:
        proposals: what the rules propose for the block.
        edges: for each token 1 where a part may begin.
        seen: what was said of parts already.
    """

    proposals: Proposals
    edges: bytearray = attrs.field(default=attrs.Factory(lambda self: _edges(self.proposals), takes_self=True))
    seen: dict[Range, _Part] = attrs.field(factory=dict)


@attrs.frozen(kw_only=True, eq=False)
class _Part:
    """What a part is, whatever the cue."""

    head: Token
    opening: str
    before: str
    end: str
    quoted: str


def _describe(parts: Parts, piece: Range) -> _Part:
    """What a part is, whatever the cue."""
    found = parts.seen.get(piece)
    if found is None:
        block, (first, last) = parts.proposals.block, piece
        head = top(block, piece)
        closing, following = block[last - 1], block[last - 1].after
        quoted = "no" if block[first].quoted < 0 else "big" if parts.proposals.speech_at(first) else "small"
        found = parts.seen[piece] = _Part(
            head=head,
            opening=lexical(block[first]),
            before=lexical(block[first - 1]) if first else "^",
            end=closing.text if closing.text in PUNCTUATION else lexical(following),
            quoted=quoted,
        )
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
    """The parts around a cue, in order; what lies more than 24 parts away is one; so is the cue's chief token.

    Args:
        parts: of the cue's block.
        cue: its chief token.
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
    """What the rules take a part for, and whether their content begins or ends in it."""
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
    """What other proposals take a part for."""
    other, source = proposals.holder(head, draft), proposals.sources[head.i]
    if other is not None:
        return f"c{other.head.i < cue.i}{proposals.is_believed(other)}"
    if source is not None and source is not draft:
        return f"s{proposals.is_believed(source)}"
    return "q" if head in proposals.by_head and head is not cue else "no"


def _between(spoken: Sequence[int], cue: int, piece: Range) -> int:
    """How many other cues stand between a cue and a part, up to two."""
    first, last = piece
    low, high = (cue + 1, first) if first > cue else (last, cue)
    return min(max(bisect_left(spoken, high) - bisect_left(spoken, low), 0), 2)


def _dashes(block: Block, pieces: Sequence[Range]) -> list[int]:
    """How many dashes and brackets stand before each part."""
    counts = [0]
    for (_, end), (first, _) in pairwise(pieces):
        counts.append(counts[-1] + sum(token.text in DASHES for token in block.words((end, first))))
    return counts


def part_signals(parts: Parts, cue: Token, pieces: Sequence[Range]) -> list[list[str]]:
    """What the second stage sees of each part around a cue.

    Args:
        parts: of the cue's block.
        cue: the cue's chief token.
        pieces: as `cut_parts` gives them.
    """
    proposals, block = parts.proposals, parts.proposals.block
    draft = proposals.by_head.get(cue)
    about = [_describe(parts, piece) for piece in pieces]
    ways = _Paths(cue)
    paths = [ways.to(part.head) for part in about]
    rows = []
    dashes = _dashes(block, pieces)
    middle = next(number for number, piece in enumerate(pieces) if piece[0] <= cue.i < piece[1])
    side = _CueSide(proposals=proposals, draft=draft, head=cue, root=stem(cue.low))
    for number, (piece, part) in enumerate(zip(pieces, about, strict=True)):
        if number == middle:
            rows.append(["cue"])
            continue
        row = _signals(side, piece, part, paths[number], number - middle)
        if number:
            row.append(f"pp={paths[number - 1]}|{paths[number]}")
        if number + 1 < len(pieces):
            row.append(f"np={paths[number]}|{paths[number + 1]}")
        else:
            row.append(f"last/{side.rule}")
        if 0 < dashes[number] < dashes[-1]:
            inside = dashes[number] % 2
            row += [f"da={inside}{number > middle}", f"da={inside}/{row[1]}"]
        rows.append(row)
    return rows


@attrs.frozen(kw_only=True, eq=False)
class _CueSide:
    """What is the same for all parts around a cue."""

    proposals: Proposals
    draft: Attribution | None
    head: Token
    root: str

    @property
    def rule(self) -> str:
        """The rule that proposes something for the cue."""
        return self.draft.rule if self.draft is not None else "none"


def _signals(cue: _CueSide, piece: Range, part: _Part, path: str, distance: int) -> list[str]:
    """What is seen of one part: the rules' word on it, its way to the cue, its place, words and grammar."""
    block, rule, root = cue.proposals.block, cue.rule, cue.root
    side = "R" if distance > 0 else "L"
    steps = f"{side}{min(abs(distance), 6)}"
    before, opening, quoted = part.before, part.opening, part.quoted
    if any(token.i == piece[0] - 1 for token in (cue.head, *(cue.draft.cue if cue.draft is not None else ()))):
        before = "CUE"
    said = _proposed(cue.draft, piece, part.head)
    taken = _taken(cue.proposals, part.head, cue.draft, cue.head)
    signals = [
        "bias",
        f"r={said}",
        f"r={said}/{rule}",
        f"r={said}/{root}",
        f"r={said}/{path}",
        f"r={said}/{steps}",
        f"r={said}/pv={before}",
        f"r={said}/fw={opening}",
        f"r={said}/q={quoted}",
        f"r={said}/o={taken}",
        f"p={path}",
        f"p={root}/{path}",
        f"p={path}/{rule}",
        f"p={path}/pv={before}",
        f"p={path}/fw={opening}",
        f"p={path}/{part.head.tag}",
        f"p={path}/t={cue.head.tag}",
        f"p={path}/o={taken}",
        f"d={steps}",
        f"d={steps}/{root}",
        f"d={steps}/{cue.head.tag}/{rule}",
        f"d={steps}/{quoted}",
        f"sd={side}/{part.head.tag}/{part.head.dep}",
        f"fw={side}/{opening}",
        f"fw={side}/{opening}/pv={before}",
        f"pv={side}/{before}",
        f"pv={side}/{before}/{part.head.tag}/{part.head.dep}",
        f"end={side}/{part.end}",
        f"hw={side}/{part.head.low}",
        f"fd={side}/{block[piece[0]].low}/{part.head.dep}",
        f"q={side}/{quoted}/{before}",
        f"q={side}/{quoted}/{rule}",
        f"o={side}/{taken}/{before}",
        f"len={side}/{size(piece[1] - piece[0])}",
        f"end={side}/{part.head.dep}/{part.end}",
        f"cc={side}/{opening}/{part.head.dep}/{before}",
        f"same={side}/{block[piece[0]].sentence == cue.head.sentence}/{rule}",
    ]
    between = _between(cue.proposals.spoken, cue.head.i, piece)
    if between:
        signals += [f"bt={side}{between}", f"bt={side}{between}/{before}", f"bt={side}{between}/{said}"]
    return signals


def label_parts(
    block: Block, cue: Token, pieces: Sequence[Range], content: Collection[Token], source: Collection[Token]
) -> list[str]:
    """The labels that a corpus gives the parts around a cue.

    `B` begins a piece of the content, `I` goes on with it, `A` comes after it; `S` is source, `Q` the cue.

    Args:
        block: the block.
        cue: the cue's chief token.
        pieces: as `cut_parts` gives them.
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
    """Content and source that the labels of parts mean.

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
