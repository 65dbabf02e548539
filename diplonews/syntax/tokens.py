"""The tokens of a parsed block: words with their grammar, their place in the text and their tree.

`link` is the one place that builds the tree. Whatever a parser returns (circles, heads outside the
block, sentences of thousands of words), the result is a forest: every token reaches a root, a root
is its own head and alone has the label `ROOT`, and heads and kids agree. All walks are therefore bounded.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice, pairwise
from typing import TYPE_CHECKING

from diplonews.model.span import Span

if TYPE_CHECKING:
    from diplonews.lexicons.actornames import Name
    from diplonews.syntax.clauses import Clause
    from diplonews.syntax.nouns import NounPhrase

__all__ = ["CLAUSAL", "MARK_WORDS", "Token", "link", "unlink"]

ROOT = "ROOT"
UNKNOWN = "dep"  # how the parser labels a dependency that it can't name
CLAUSAL = frozenset(("ccomp", "xcomp", "advcl", "relcl", "acl", "csubj", "csubjpass", "parataxis"))
PROPER = frozenset(("NNP", "NNPS"))
PLURAL = frozenset(("NNS", "NNPS"))
PRONOUNS = frozenset(("PRP", "PRP$", "WP"))
SUBJECTS = ("nsubj", "nsubjpass")
OBJECTS = frozenset(("dobj", "pobj", "dative"))
NOUN_LIKE = frozenset(("PRP", "CD", "DT", "WP", "WDT", "FW"))
FINITE = frozenset(("VBD", "VBZ", "VBP"))
MARK_WORDS = frozenset(('"', "''", "``", "“", "”", "„", "«", "»", "‹", "›", "'", "‘", "’", "`", "「", "」", "『", "』"))


class Token:
    """A word of a block.

    Attributes:
        i: its number in the block.
        text, low, lemma: the word as printed, in lower case, and in its base form if the tables
            have it.
        tag, dep: its fine part of speech and its dependency label.
        head, kids: the token above it (a root is its own head) and those below it, in text order.
        after: the next token of the block, or None.
        start, end: its characters in the article's text.
        left, right: numbers of the first and the last token of its subtree.
        sentence: the number of its sentence in the block.
        quoted: the number of the quotation it is in, or -1.
        name, named: the known name that it is part of, and the characters of that name, or None.
        listed: the head of the next name in a list of names without `and`.
        clause, phrase: its results from `clause_of` and `phrase_of`, or None.
    """

    __slots__ = (
        "after",
        "clause",
        "dep",
        "end",
        "head",
        "i",
        "kids",
        "left",
        "lemma",
        "listed",
        "low",
        "name",
        "named",
        "phrase",
        "quoted",
        "right",
        "sentence",
        "start",
        "tag",
        "text",
    )

    def __init__(self, i: int, text: str, tag: str, dep: str, start: int) -> None:
        self.i = self.left = self.right = i
        self.text = text
        self.low = self.lemma = text.lower()
        self.tag = tag
        self.dep = dep
        self.start = start
        self.end = start + len(text)
        self.sentence = 0
        self.quoted = -1
        self.head: Token = self
        self.kids: Sequence[Token] = ()
        self.after: Token | None = None
        self.listed: Token | None = None
        self.clause: Clause | None = None
        self.phrase: NounPhrase | None = None
        self.name: Name | None = None
        self.named: Span | None = None

    def __repr__(self) -> str:
        return f"<Token {self.text!r} {self.tag} {self.dep}>"

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
        return self.tag[0] == "N" or self.tag in NOUN_LIKE

    @property
    def is_finite(self) -> bool:
        """Whether it is tagged as a verb in the past or the present tense."""
        return self.tag in FINITE

    @property
    def is_base(self) -> bool:
        """Whether it is tagged as a verb in its base form."""
        return self.tag == "VB"

    @property
    def is_gerund(self) -> bool:
        """Whether it is tagged as a verb in `-ing`."""
        return self.tag == "VBG"

    @property
    def is_participle(self) -> bool:
        """Whether it is tagged as a past participle."""
        return self.tag == "VBN"

    @property
    def is_modal(self) -> bool:
        """Whether it is tagged as a modal verb: `would`, `can`."""
        return self.tag == "MD"

    @property
    def is_mark(self) -> bool:
        """Whether it is a quotation mark."""
        return self.text in MARK_WORDS

    @property
    def extent(self) -> tuple[int, int]:
        """The numbers of the tokens of its subtree: the first, and the one after the last."""
        return self.left, self.right + 1

    @property
    def is_word_noun(self) -> bool:
        """Whether it is tagged as a common or proper noun."""
        return self.tag[0] == "N"

    @property
    def is_adjective(self) -> bool:
        """Whether it is tagged as an adjective."""
        return self.tag[0] == "J"

    @property
    def is_preposition(self) -> bool:
        """Whether it is tagged as a preposition, or as an adverb or particle that may serve as one."""
        return self.tag in ("IN", "RB", "RP", "TO")

    @property
    def is_proper(self) -> bool:
        """Whether it is tagged as a proper noun."""
        return self.tag in PROPER

    @property
    def is_adverb(self) -> bool:
        """Whether it is tagged as a plain adverb."""
        return self.tag == "RB"

    @property
    def is_coordinator(self) -> bool:
        """Whether it is tagged as `and`, `but`, `or`."""
        return self.tag == "CC"

    @property
    def is_question_word(self) -> bool:
        """Whether it is tagged as a relative or question word: `what`, `whose`, `where`."""
        return self.tag[0] == "W"

    @property
    def is_conjunction(self) -> bool:
        """Whether it opens a clause: the `that` of `said that`, the `for` of `called for Oslo to pay`."""
        return self.dep == "mark"

    @property
    def is_appositive(self) -> bool:
        """Whether it is an apposition to the word above it: `mayor` of `Vik, the mayor`."""
        return self.dep == "appos"

    @property
    def is_coordinated(self) -> bool:
        """Whether it is joined to the word above it: `paid` of `came and paid`."""
        return self.dep == "conj"

    @property
    def is_pronoun(self) -> bool:
        """Whether it is a personal pronoun."""
        return self.tag == "PRP"

    @property
    def is_singular(self) -> bool:
        """Whether it is tagged as a common noun in the singular."""
        return self.tag == "NN"

    def has(self, *lows: str) -> bool:
        """Whether one of these words, given in lower case, depends on it."""
        return any(kid.low in lows for kid in self.kids)

    @property
    def is_plural(self) -> bool:
        """Whether it is tagged as a noun in the plural."""
        return self.tag in PLURAL

    @property
    def is_anaphor(self) -> bool:
        """Whether it is a personal, possessive or relative pronoun: `she`, `its`, `who`."""
        return self.tag in PRONOUNS

    @property
    def is_possessive(self) -> bool:
        """Whether it is a possessive pronoun: `its`."""
        return self.tag == "PRP$"

    @property
    def is_subject(self) -> bool:
        """Whether it is the subject of an active or a passive verb."""
        return self.dep in SUBJECTS

    @property
    def is_object(self) -> bool:
        """Whether it is the object of a verb or a preposition."""
        return self.dep in OBJECTS

    @property
    def subject(self) -> Token | None:
        """Its own subject; `clause_of` also finds shared ones."""
        return self.first(*SUBJECTS)

    @property
    def owner(self) -> Token | None:
        """The possessive pronoun before it: `its` of `its close ally`."""
        return next((kid for kid in self.below("poss") if kid.is_possessive), None)

    def below(self, *deps: str) -> list[Token]:
        """Its kids with one of these labels, in order."""
        return [kid for kid in self.kids if kid.dep in deps] if self.kids else []

    def first(self, *deps: str) -> Token | None:
        """Its first kid with one of these labels."""
        for kid in self.kids:
            if kid.dep in deps:
                return kid
        return None

    def subtree(self) -> list[Token]:
        """Itself and everything below it, in text order."""
        found = [self]
        for token in found:
            found.extend(token.kids)
        found.sort(key=lambda token: token.i)
        return found

    def before(self) -> list[Token]:
        """The tokens of its subtree before it, in text order."""
        return [token for token in self.subtree() if token.i < self.i] if self.left < self.i else []

    def upwards(self) -> Iterator[Token]:
        """Itself and the tokens above it, the nearest first."""
        token = self
        while token.head is not token:
            yield token
            token = token.head
        yield token

    def ancestors(self) -> Iterator[Token]:
        """The tokens above it, the nearest first."""
        return islice(self.upwards(), 1, None)

    def chain(self, *deps: str) -> Iterator[Token]:
        """Itself and the tokens above it, as long as each is attached to the next with one of these labels."""
        for token in self.upwards():
            yield token
            if token.dep not in deps:
                return

    def descent(self, *deps: str) -> Iterator[Token]:
        """Itself, its first kid with one of these labels, the first such kid of that, and so on."""
        token: Token | None = self
        while token is not None:
            yield token
            token = token.first(*deps)

    def list_after(self) -> Iterator[Token]:
        """The heads of the names that follow it in a list without `and`."""
        token = self.listed
        while token is not None:
            yield token
            token = token.listed


def _cut(heads: Sequence[int], pieces: Iterable[tuple[int, int]]) -> list[int]:
    """The head of each token: its own where the given one lies outside its piece or closes a circle."""
    kept: list[int] = []
    for first, last in pieces:
        kept += [head if first <= head < last else i for i, head in enumerate(heads[first:last], first)]
    reached_from = [-1] * len(kept)
    for start in range(len(kept)):
        at = start
        while reached_from[at] < 0:
            reached_from[at] = start
            at = kept[at]
        if reached_from[at] == start:  # the path upwards ended in itself: at a root, or where a circle closes
            kept[at] = at
    return kept


def link(tokens: Sequence[Token], heads: Sequence[int], pieces: Iterable[tuple[int, int]]) -> None:
    """Make a forest of tokens.

    Args:
        tokens: in text order; changed in place.
        heads: for each token the number of its head, its own number for a root. A number
            outside the token's piece makes a root too, and a circle is cut at one of its tokens.
        pieces: consecutive ranges that cover the tokens; no tree spans two of them.
    """
    kids: list[list[Token] | None] = [None] * len(tokens)
    for token, at in zip(tokens, _cut(heads, pieces), strict=True):
        token.head = tokens[at]
        if token.head is token:
            token.dep = ROOT
            continue
        if token.dep == ROOT:
            token.dep = UNKNOWN
        below = kids[at]
        if below is None:
            kids[at] = [token]
        else:
            below.append(token)
    for token, found in zip(tokens, kids, strict=True):
        token.kids = found if found is not None else ()
    for token, following in pairwise(tokens):
        token.after = following
    _measure(tokens)


def unlink(tokens: Iterable[Token]) -> None:
    """Take a forest apart: the tokens no longer point at each other, and can't be asked about their tree."""
    for token in tokens:
        del token.head
        token.kids = ()
        token.after = token.listed = token.clause = token.phrase = None


def _measure(tokens: Iterable[Token]) -> None:
    """Set the first and the last token of each subtree."""
    downwards = [token for token in tokens if token.head is token]
    for token in downwards:
        downwards.extend(token.kids)
    for token in reversed(downwards):
        head = token.head
        head.left = min(head.left, token.left)
        head.right = max(head.right, token.right)
