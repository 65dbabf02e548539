"""The words that govern a word, from the nearest upwards, and how each governs the one below it."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from diplonews.syntax.moods import ClauseWords, has_to
from diplonews.syntax.tokens import Token

__all__ = ["Bond", "bonds", "link_of"]

DEEPEST = 10
FINITE = ("VBD", "VBZ", "VBP")
LINKS = {
    "xcomp": "infinitive",
    "ccomp": "clause",
    "acl": "content",
    "pcomp": "gerund",
    "dobj": "object",
    "obj": "object",
    "pobj": "phrase",
    "attr": "attribute",
    "acomp": "predicate",
    "oprd": "predicate",
    "nsubj": "subject",
    "nsubjpass": "patient",
    "csubj": "subject_clause",
    "amod": "modifier",
    "compound": "modifier",
    "nmod": "modifier",
    "aux": "auxiliary",
    "auxpass": "auxiliary",
    "prep": "preposition",
}


@attrs.frozen(kw_only=True, eq=False)
class Bond:
    """A word and the one that governs it.

    Attributes:
        below: the governed word.
        above: the governing word, or the preposition's governor where a preposition is between.
        links: how the lower one depends on the upper: `infinitive`, `clause`, `content` (a clause that says
            what a noun is about), `participle`, `gerund`, `phrase` (behind a preposition, which is named
            too), `object`, `subject`, `patient` (of a passive), `subject_clause`, `attribute`, `predicate`,
            `purpose`, `circumstance`, `conj`.
        preposition: the one in between, or None.
        loose: whether the lower one is independent unless some rule reads the upper one.
    """

    below: Token
    above: Token
    links: frozenset[str]
    preposition: Token | None = None
    loose: bool = False


def bonds(word: Token) -> Iterator[Bond]:
    """The words above a word that may bear on it, the nearest first.

    A relative clause, a clause of time and a participle after a comma are independent: words above them are skipped.
    """
    here: Token | None = word
    for _ in range(DEEPEST):
        if here is None or here.head is here:
            return
        if here.dep in ("pcomp", "pobj") and here.head.dep == "prep":
            here = here.head
        bond = _bond(here)
        if bond is None:
            return
        yield bond
        here = None if "purpose" in bond.links else bond.above


def _bond(here: Token) -> Bond | None:
    if here.dep == "prep":
        return _over_preposition(here)
    if here.dep == "conj":
        alike = here.head.is_verb == here.is_verb and here.first("nsubj", "nsubjpass") is None
        alike = alike and not any(kid.tag == "MD" for kid in here.kids)
        alike = alike and not (here.tag in FINITE and here.head.tag == "VB")  # `did not wait and left`
        return Bond(below=here, above=here.head, links=frozenset(("conj",) if alike else ()))
    if here.dep in ("relcl", "advcl"):
        return _subordinate(here)
    if here.dep == "acl" and here.tag == "VBN" and ClauseWords(here).is_set_off:
        return None
    return Bond(below=here, above=here.head, links=frozenset((link_of(here),)))


def link_of(word: Token) -> str:
    """How a word depends on the one above it, as `Bond.links` names it."""
    return "participle" if word.dep == "acl" and word.tag == "VBG" else LINKS.get(word.dep, word.dep)


def _over_preposition(preposition: Token) -> Bond:
    below = preposition.first("pcomp", "pobj")
    kind = "gerund" if below is not None and below.is_verb else "phrase"
    links = frozenset((preposition.low, kind)) if below is not None else frozenset((preposition.low,))
    return Bond(below=below or preposition, above=preposition.head, links=links, preposition=preposition)


def _subordinate(clause: Token) -> Bond | None:
    infinitive = clause.tag == "VB" and has_to(clause)
    if clause.dep == "advcl":
        if infinitive:
            return _linked(clause, "purpose")
        return _linked(clause, "circumstance") if clause.tag == "VBG" else None
    if infinitive:
        return _linked(clause, "content")
    told = any(kid.low == "that" and kid.dep not in ("nsubj", "nsubjpass") for kid in clause.kids)
    return Bond(below=clause, above=clause.head, links=frozenset(("content",)), loose=True) if told else None


def _linked(clause: Token, link: str) -> Bond:
    return Bond(below=clause, above=clause.head, links=frozenset((link,)))
