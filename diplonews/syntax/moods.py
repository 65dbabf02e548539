"""Polarity, modality and order of words in a clause: the words in it that bear on whether it is so."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from diplonews.lexicons.wordsets import WordSet
from diplonews.syntax.tokens import Token

__all__ = ["ClauseWords", "has_to", "is_negation", "is_nobody", "moods", "opens_condition"]

HARDLY = WordSet("clauses.hardly")
NOBODY = frozenset(("nobody", "none", "neither", "no-one"))
INVERTED = frozenset(("had", "should", "were", "could"))
CONDITIONAL = ("unless", "if", "until")
AUXILIARIES = ("aux", "auxpass")
SUBJECTS = ("nsubj", "nsubjpass")
PARTS = {"mark": ("mark",), "advmod": ("mark", "adverb"), "amod": ("adjective",)}
OBJECTS = ("dobj", "obj", "nsubjpass")
QUESTION_TAGS = ("WRB", "WP", "WDT")


def has_to(verb: Token) -> bool:
    """Whether a verb is an infinitive with `to`."""
    return any(kid.low == "to" for kid in verb.kids)


def is_negation(word: Token, kid: Token) -> bool:
    """Whether a word denies the one above it: `not`, `never`, `no longer`, `hardly`."""
    if kid.dep == "neg" or (kid.dep in ("det", "preconj") and kid.low in ("no", "not")):
        return True
    if kid.dep == "advmod" and kid.low == "longer":
        return any(inner.low == "no" for inner in kid.kids)
    return kid.dep in ("advmod", "preconj", "cc") and kid.low in HARDLY and kid.i < word.i


def is_nobody(kid: Token) -> bool:
    """Whether a subject denies its verb: `no troops crossed`, `neither Fiji nor Samoa signed`, `nobody met them`."""
    if kid.dep not in SUBJECTS:
        return False
    return kid.low in NOBODY or any(
        inner.dep in ("det", "preconj", "cc") and inner.low in ("no", "neither") for inner in kid.kids
    )


def opens_condition(token: Token) -> bool:
    """Whether a word opens a clause of condition: `if`, `unless`, or the first word of `had Oslo paid`."""
    if token.low in CONDITIONAL:
        return token.dep in ("mark", "advmod", "prep")
    if token.low not in INVERTED or token.dep not in AUXILIARIES or token.head.dep != "advcl":
        return False
    subject = token.head.first(*SUBJECTS)
    return subject is not None and token.i < subject.i


def _is_never(kid: Token) -> bool:
    """`under no circumstances`, `at no point`."""
    return kid.dep == "prep" and any(word.low == "no" for pobj in kid.below("pobj") for word in pobj.kids)


def moods(word: Token) -> Iterator[tuple[str, Token]]:
    """The words that bear on whether a clause, or what a noun names, is so: each with its part.

    The parts are `modal`, `negation`, `mark` (a conjunction, or an adverb in its place), `adverb`,
    `adjective`, `no_object` (the `no` of an object), `source` (what `according to` governs), `order` (a
    word that tells it by its place: `had Oslo paid`, `all but paid`, `for Oslo to pay`, `Oslo to pay` as
    a sentence) and `question`.
    """
    for kid in word.kids:
        if kid.tag == "MD" and kid.dep in AUXILIARIES:
            yield "modal", kid
        elif is_negation(word, kid) or is_nobody(kid):
            yield "negation", kid
        elif kid.dep in PARTS:
            yield from ((part, kid) for part in PARTS[kid.dep])
        if kid.low == "according":
            yield from (("source", pobj) for inner in kid.below("prep") for pobj in inner.below("pobj"))
        if kid.dep in OBJECTS:
            yield from (("no_object", determiner) for determiner in kid.below("det") if determiner.low == "no")
    if word.is_verb:
        yield from _of_order(word)


def _of_order(verb: Token) -> Iterator[tuple[str, Token]]:
    """What only the order of the words or a question mark tells."""
    subject = verb.first(*SUBJECTS)
    if has_to(verb):
        yield from (("order", kid) for kid in verb.kids if kid.low == "for" and kid.dep == "mark")
        if verb.dep == "ROOT" and verb.tag == "VB" and subject is not None:
            yield "order", verb
    if verb.low == "were" and verb.dep == "advcl" and subject is not None and subject.i > verb.i:
        yield "order", verb
    for kid in verb.kids:
        if kid.low in INVERTED and opens_condition(kid):
            yield "order", kid
        if subject is not None and kid.i < subject.i and _is_never(kid):
            yield "negation", kid
        if kid.text == "?" and not any(word.tag in QUESTION_TAGS for word in verb.kids):
            yield "question", kid
    before = [word for word in (*verb.kids, *(subject.kids if subject is not None else ())) if word.after is verb]
    if before and before[0].low == "but" and any(kid.low == "all" for kid in before[0].head.kids):
        yield "order", before[0]


class ClauseWords:
    """What the words right at a verb tell of its clause.

    Args:
        verb: the verb, or the noun or adjective that stands in its place.
    """

    def __init__(self, verb: Token) -> None:
        self.verb = verb

    @cached_property
    def moods(self) -> tuple[tuple[str, Token], ...]:
        """The words in it that bear on whether it is so, each with its part: see `syntax.moods`."""
        return tuple(moods(self.verb))

    @cached_property
    def negation(self) -> Token | None:
        """The word that denies it: `not`, `no longer`, `hardly`, the subject `nobody`; or None."""
        return next((token for part, token in self.moods if part == "negation"), None)

    @cached_property
    def modal(self) -> Token | None:
        """Its modal verb, or None."""
        return next((token for part, token in self.moods if part == "modal"), None)

    @cached_property
    def is_infinitive(self) -> bool:
        """Whether it is an infinitive with `to`."""
        return self.verb.tag == "VB" and has_to(self.verb)

    @cached_property
    def is_bare(self) -> bool:
        """Whether the verb has its base form and no modal: an infinitive or a subjunctive."""
        return self.verb.tag == "VB" and not any(kid.tag == "MD" for kid in self.verb.kids)

    @cached_property
    def is_present(self) -> bool:
        """Whether it is in the present tense, with or without auxiliary; not the perfect."""
        words = (self.verb, *self.verb.below("aux"))
        return any(word.tag in ("VBZ", "VBP") and word.low not in ("has", "have") for word in words)

    @cached_property
    def is_past(self) -> bool:
        """Whether the verb has the form of the past or of its participle."""
        return self.verb.tag in ("VBD", "VBN")

    @cached_property
    def is_earlier(self) -> bool:
        """Whether the tense puts it before the rest: `had met`, `has met`."""
        return any(kid.low in ("had", "has", "have", "'ve") and kid.dep == "aux" for kid in self.verb.kids)

    @cached_property
    def marks(self) -> frozenset[str]:
        """The words right below the verb, in small letters: conjunctions, particles, adverbs."""
        return frozenset(kid.low for kid in self.verb.kids)

    @cached_property
    def own_subject(self) -> Token | None:
        """The subject that stands at the verb itself, also of a passive, or None."""
        return self.verb.first("nsubj", "nsubjpass")

    @cached_property
    def predicates(self) -> tuple[Token, ...]:
        """What a verb like `be` or `call` says of its subject or object: `is true`, `called it a lie`."""
        return tuple(self.verb.below("acomp", "attr", "oprd"))

    @cached_property
    def adverbials(self) -> tuple[Token, ...]:
        """The verbs of its adverbial clauses: of condition, time, purpose."""
        return tuple(self.verb.below("advcl"))

    @cached_property
    def coordinated(self) -> tuple[Token, ...]:
        """What is coordinated with the verb."""
        return tuple(self.verb.below("conj"))

    @cached_property
    def direct_object(self) -> Token | None:
        """The object at the verb itself, also a second one beside the subject of a passive, or None."""
        return self.verb.first("dobj")

    @cached_property
    def patient(self) -> Token | None:
        """The subject of a passive, or None."""
        return self.verb.first("nsubjpass")

    @cached_property
    def is_content(self) -> bool:
        """Whether it is what somebody says or knows: `said that Oslo paid`."""
        return self.verb.dep == "ccomp"

    @cached_property
    def lacks_subject(self) -> bool:
        """Whether it shares the subject of the verb that it depends on: `wants to pay`."""
        return self.verb.dep == "xcomp"

    @cached_property
    def is_predicative(self) -> bool:
        """Whether the word is said of a subject or object: `is critical`, `called it critical`."""
        return self.verb.dep in ("acomp", "oprd", "attr") and self.verb.head.is_verb
