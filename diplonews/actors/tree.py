"""A parsed block as light nodes: words with their lemmas, their place in the text and the names in them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise

import attrs

from diplonews.language import Block, Parsed
from diplonews.lexicons.actornames import Name, find_names, sector_of
from diplonews.lexicons.tables import Tables
from diplonews.lexicons.triggers import trigger_index
from diplonews.lexicons.wordsets import WordSet
from diplonews.model import RegionKind, Span

__all__ = ["Node", "Sentence", "is_stranger", "read_text"]

LISTED = frozenset(("appos", "compound", "nmod", "dep", "npadvmod"))
LISTABLE = frozenset(("NAME", "CAPITAL"))
MOST_WORDS = 250  # a longer sentence is read in pieces, so that hostile input stays linear
FAMILY = WordSet("names.family")
GIVEN_NAMES = WordSet("names.given")
TAILS = WordSet("names.tails")
TONGUES = WordSet("names.tongues")
PAIR = 2  # words
CLAUSAL = frozenset(("ccomp", "xcomp", "advcl", "relcl", "acl", "csubj", "csubjpass", "parataxis"))


class Node:
    """A word of a sentence.

    Attributes:
        i: its number in the block.
        text, low, lemma, tag, dep: the word, in small letters, its base form as far as the
            tables know it, its fine part of speech and its dependency label.
        head, kids: above and below it in the tree; the root is its own head.
        after: the next word of the block.
        listed: head of the next name, where names stand in a list without `and`.
        start, end: its characters in the article's text.
        name: the name that it is part of, or None; `named` its characters.
    """

    __slots__ = (
        "after",
        "dep",
        "end",
        "head",
        "i",
        "kids",
        "lemma",
        "listed",
        "low",
        "name",
        "named",
        "start",
        "tag",
        "text",
    )

    def __init__(self, i: int, text: str, low: str, tag: str, dep: str, start: int) -> None:
        self.i = i
        self.text = text
        self.low = low
        self.lemma = low
        self.tag = tag
        self.dep = dep
        self.start = start
        self.end = start + len(text)
        self.head: Node = self
        self.after: Node | None = None
        self.listed: Node | None = None
        self.kids: Sequence[Node] = ()
        self.name: Name | None = None
        self.named: Span | None = None

    def __repr__(self) -> str:
        return f"<Node {self.text!r} {self.tag} {self.dep}>"

    @property
    def span(self) -> Span:
        """Its characters."""
        return Span(self.start, self.end)

    @property
    def is_verb(self) -> bool:
        """Whether it is tagged as a verb."""
        return self.tag[0] == "V"

    @property
    def is_noun(self) -> bool:
        """Whether it can be the head of a noun phrase."""
        return self.tag[0] == "N" or self.tag in ("PRP", "CD", "DT", "WP", "WDT", "FW")

    def below(self, *deps: str) -> Iterator[Node]:
        """Its kids with one of these labels, in order."""
        return (kid for kid in self.kids if kid.dep in deps)

    def first(self, *deps: str) -> Node | None:
        """Its first kid with one of these labels."""
        return next(self.below(*deps), None)

    def subtree(self) -> list[Node]:
        """Itself and everything below it, in text order."""
        found, stack = [], [self]
        while stack:
            node = stack.pop()
            found.append(node)
            stack.extend(node.kids)
        found.sort(key=lambda node: node.i)
        return found

    def ancestors(self) -> Iterator[Node]:
        """What stands above it, the nearest first."""
        node = self
        while node.head is not node:
            node = node.head
            yield node


@attrs.frozen(kw_only=True, eq=False)
class Sentence:
    """A sentence of a block.

    Attributes:
        nodes: its words, in order.
        span: its characters, without white space around them.
        kind: what the block is.
        names: the names in it, in order, each with its characters and its last word.
    """

    nodes: tuple[Node, ...]
    span: Span
    kind: RegionKind
    names: tuple[tuple[Span, Name, Node], ...]


def is_stranger(node: Node, tables: Tables | None = None) -> bool:
    """Whether the word names a person, and not one of those whom the tables or an office tell of."""
    known = sector_of(node.lemma, tables)
    if known is not None:
        return known == ("CVL", "person") and node.tag == "NN"
    return node.tag == "NNP" and node.name is None and not any(kid.low == "the" for kid in node.kids)


def _nodes(block: Block) -> tuple[list[Node], list[int]]:
    columns = block.columns
    count = len(columns.words)
    rows = zip(columns.words, columns.low, columns.tags, columns.deps, columns.starts, strict=True)
    nodes = [Node(i, word, low, tag or "X", dep, start) for i, (word, low, tag, dep, start) in enumerate(rows)]
    starts: list[int] = []
    part_of: list[int] = []
    for first, last in columns.sentences if count else ():
        for start in range(first, last, MOST_WORDS):
            part_of += [len(starts)] * (min(start + MOST_WORDS, last) - start)
            starts.append(start)
    for node, following in pairwise(nodes):
        node.after = following
    for node, below in zip(nodes, columns.kids, strict=True):
        if below:  # most words have nothing below them
            node.kids = [nodes[i] for i in below if part_of[i] == part_of[node.i]]
            for kid in node.kids:
                kid.head = node
    return nodes, starts


def _lemmatize(nodes: list[Node], tables: Tables | None) -> None:
    index = trigger_index(tables)
    for node in nodes:
        if (
            node.dep == "ROOT"
            and node.tag in ("JJ", "NN")
            and node.low.endswith("ed")
            and node.low in index.verb_lemmas
        ):
            node.tag = "VBD"  # a rare verb that the tagger does not know: `Oslo jeered at Riga`
        known = index.verb_lemmas if node.tag[0] == "V" or node.tag == "MD" else index.noun_lemmas
        if node.tag[0] in "VMN":
            node.lemma = known.get(_hyphenated(nodes, node), known.get(node.low, node.low))


def _hyphenated(nodes: list[Node], node: Node) -> str:
    """The whole of a word that the tokenizer took apart at its hyphen: `sit-in`, `test-fired`."""
    if node.i < PAIR:
        return ""
    first, hyphen = nodes[node.i - 2], nodes[node.i - 1]
    joined = hyphen.text == "-" and first.end == hyphen.start and hyphen.end == node.start
    return f"{first.low}-{node.low}" if joined else ""


def _mark_names(
    nodes: list[Node], text: str, offset: int, tables: Tables | None, day: date | None
) -> list[tuple[Span, Name, Node]]:
    marked = []
    position = 0
    names = find_names(text, tables, day)
    starts = {found.start + offset for found, _ in names}
    for found, name in names:
        span = Span(found.start + offset, found.end + offset)
        while position < len(nodes) and nodes[position].end <= span.start:
            position += 1
        last = position
        words = []
        while last < len(nodes) and nodes[last].start < span.end:
            words.append(nodes[last])
            last += 1
        if not words:
            continue
        head = next((word for word in words if word.head not in words), words[-1])
        if (
            _is_tongue(words[-1])
            or _is_part_of_name(words[-1], name)
            or _is_given_name(words[-1], nodes, starts, tables)
        ):
            continue
        for word in words:
            word.name, word.named = name, span
        marked += _first_half(words, name, nodes, tables, day)
        marked.append((span, name, head))
    linked: set[Node] = set()
    for (first, _, left), (second, other, right) in pairwise(marked):
        if text[first.end : min(second.start, first.end + 3)] == ", ":
            _link_list(left, right, other, chained=left in linked)
            if left.listed is right:
                linked.add(right)
    return marked


def _first_half(
    words: list[Node], name: Name, nodes: list[Node], tables: Tables | None, day: date | None
) -> list[tuple[Span, Name, Node]]:
    """`North` of `North and South Korea`, as North Korea."""
    first = words[0].i
    if len(words) != PAIR or first < PAIR or nodes[first - 1].low != "and":
        return []
    node = nodes[first - 2]
    if node.name is not None or not node.text.istitle():
        return []
    whole = f"{node.text} {words[1].text}"
    other = next((found for span, found in find_names(whole, tables, day) if len(span) == len(whole)), None)
    if other is None or other.kind != name.kind:
        return []
    node.name, node.named = other, node.span
    if node.head in words:
        node.head.listed = node
    return [(node.span, other, node)]


def _is_part_of_name(last: Node, name: Name) -> bool:
    """`Lebanon County`, `Jordan Creek`, `Kenya Airways`: a state's name that only begins another name."""
    following = last.after
    return (
        following is not None
        and following.text in TAILS
        and name.kind in ("NAME", "CAPITAL", "CITY")
        and following.start == last.end + 1
    )


def _is_tongue(last: Node) -> bool:
    """`a Danish-language station`, `Danish speakers`: what is spoken, and no state's."""
    following = last.after
    if following is not None and following.text == "-":
        following = following.after
    return following is not None and following.low in TONGUES


def _is_given_name(node: Node, nodes: list[Node], starts: set[int], tables: Tables | None) -> bool:
    """`Chad Peterson`, `the Jordan family`, `spokesman Mali Gruber`: a state's name that a person or a family bears."""
    bearer = node.head
    if node.dep != "compound" or bearer is not node.after or node.kids or node.tag != "NNP":
        return False
    before = sector_of(nodes[node.i - 1].lemma, tables) if node.i else None
    titled = before is not None and before[1] == "person" and bearer.name is None
    if node.text not in GIVEN_NAMES and not titled:
        return False
    if bearer.low in FAMILY:
        return True
    return bearer.tag == "NNP" and bearer.start not in starts and sector_of(bearer.low, tables) is None


def _link_list(left: Node, right: Node, name: Name, *, chained: bool) -> None:
    """`talks of Malta, Fiji, Oman`, `Malta, Fiji rebuke Oman`: names in a list without `and`."""
    if left.name is None or left.name.kind != name.kind or name.kind not in LISTABLE or left.name.code == name.code:
        return
    if right.dep in LISTED or chained:
        left.listed = right
    elif left.dep in LISTED and left.head in (right, right.head) and right.dep == "nsubj":
        right.listed = left


def _read_block(block: Block, text: str, tables: Tables | None, day: date | None) -> tuple[Sentence, ...]:
    nodes, starts = _nodes(block)
    if not nodes:
        return ()
    _lemmatize(nodes, tables)
    names = _mark_names(nodes, block.span.of(text), block.span.start, tables, day)
    sentences = []
    for first, last in zip(starts, [*starts[1:], len(nodes)], strict=True):
        part = [node for node in nodes[first:last] if not node.text.isspace()]
        if part:
            span = Span(part[0].start, part[-1].end)
            inside = tuple(name for name in names if span.start <= name[0].start < span.end)
            sentences.append(Sentence(nodes=tuple(part), span=span, kind=block.kind, names=inside))
    return tuple(sentences)


def _has_another_first_name(surname: Node, sentence: Sentence, tables: Tables | None) -> bool:
    """Whether a word that is no title and no part of a known name stands right before a surname."""
    before = next((node for node in sentence.nodes if node.end == surname.start - 1), None)
    if before is None or before.tag != "NNP" or before.name is not None:
        return False
    return "." not in before.text and sector_of(before.low, tables) is None


def _without_namesakes(sentences: list[Sentence], tables: Tables | None) -> tuple[Sentence, ...]:
    """The sentences, where a surname is no leader's if the text tells of another who bears it: `Ana Chavez`."""
    borne = {
        name.form
        for sentence in sentences
        for _, name, node in sentence.names
        if name.short and _has_another_first_name(node, sentence, tables)
    }
    if not borne:
        return tuple(sentences)
    kept = []
    for sentence in sentences:
        for node in sentence.nodes:
            if node.name is not None and node.name.short and node.name.form in borne:
                node.name = node.named = None
        names = tuple(entry for entry in sentence.names if entry[2].name is not None)
        kept.append(attrs.evolve(sentence, names=names))
    return tuple(kept)


def read_text(parsed: Parsed, tables: Tables | None = None, day: date | None = None) -> tuple[Sentence, ...]:
    """The sentences of a text; read once for all stages that ask for them alike.

    Args:
        parsed: the text and its parse.
        tables: the tables in use.
        day: the day of the text, for names that stood for someone only for a time.
    """
    key = (read_text, tables, day)
    if key not in parsed.readings:
        blocks = (_read_block(block, parsed.text, tables, day) for block in parsed.blocks)
        parsed.readings[key] = _without_namesakes([sentence for block in blocks for sentence in block], tables)
    sentences: tuple[Sentence, ...] = parsed.readings[key]
    return sentences
