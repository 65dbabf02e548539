"""Polarity, modality and order of words in a clause: the words in it that bear on whether it is so."""

from __future__ import annotations

from collections.abc import Iterator

from diplonews.lexicons.wordsets import WordSet
from diplonews.syntax.tokens import Token

__all__ = ["has_to", "is_negation", "is_nobody", "moods", "opens_condition"]

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
