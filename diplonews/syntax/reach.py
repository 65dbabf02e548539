"""The nouns below a word, and the participants of a clause, in order of precedence."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from diplonews.lexicons.wordsets import WordSet
from diplonews.syntax.clauses import ASIDE, clause_of
from diplonews.syntax.tokens import Token

__all__ = ["Reach", "inner_clauses", "nouns_below", "participants"]

AIMING = WordSet("roles.aiming")
DISCUSSING = WordSet("roles.discussing")
DECISIONS = WordSet("matching.decisions")
TAKING_PART = frozenset(("with", "between", "among"))
PLACE_PREPOSITIONS = frozenset(("in", "near", "around", "off", "inside", "outside"))
MOST_NODES = 80


@attrs.frozen(kw_only=True)
class Reach:
    """The phrases below a word that are searched.

    Attributes:
        places: whether phrases with `in` are.
        purposes: whether clauses of purpose are (`to help people in Yemen`).
        demands: whether relative clauses are (`refused the sum that Oslo asks`).
    """

    places: bool = False
    purposes: bool = False
    demands: bool = False


def nouns_below(top: Token, reach: Reach) -> Iterator[Token]:
    """The nouns after a word and below it, in text order; subjects and clauses of time and condition left out."""
    stack = list(reversed(top.kids))
    for _ in range(MOST_NODES):
        if not stack:
            return
        token = stack.pop()
        if token.i < top.i or _is_aside(token, reach):
            continue
        if token.is_noun:
            yield token
        stack.extend(reversed(token.kids))


def _is_aside(token: Token, reach: Reach) -> bool:
    demanding = token.head if token.dep in ("nsubj", "nsubjpass") else token
    if reach.demands and demanding.dep == "relcl":
        return False
    if token.dep in ("nsubj", "nsubjpass", "relcl", "parataxis") or (token.dep == "conj" and token.is_verb):
        return True
    if token.dep == "advcl":
        return not reach.purposes or token.tag != "VB"
    if _is_comment(token):
        return True
    if token.low == "at" and token.head.lemma in AIMING:
        return False
    return token.dep == "prep" and (token.low in ASIDE or (not reach.places and token.low in PLACE_PREPOSITIONS))


def _is_comment(noun: Token) -> bool:
    """Whether a noun opens a remark about the act: `suspended the law, a move welcomed by Oslo`."""
    if noun.lemma not in DECISIONS:
        return False
    return noun.dep in ("appos", "npadvmod") or (noun.dep == "dobj" and noun.head.first("dobj") is not noun)


def participants(verb: Token) -> list[Token]:
    """The nouns of a clause: who does it in a passive, subject, objects, phrases; of a discussion, not the topic."""
    clause = clause_of(verb)
    if verb.lemma in DISCUSSING:
        return [*verb.below("nsubj"), *(pobj for low, pobj in clause.phrases if low in TAKING_PART)]
    doer = clause.subject if clause.is_passive else None
    found = [] if doer is None else [doer]
    found += [*verb.below("nsubj", "nsubjpass"), *verb.below("dobj", "obj", "dative", "attr", "pobj", "acomp")]
    found += [pobj for low, pobj in clause.phrases if low not in ASIDE or (low == "at" and verb.lemma in AIMING)]
    return found


def inner_clauses(verb: Token) -> list[Token]:
    """The verbs of the clauses that a verb governs or is coordinated with."""
    found: list[Token] = []
    for kid in verb.kids:
        if kid.dep in ("xcomp", "ccomp", "conj") and kid.is_verb:
            found.append(kid)
        elif kid.dep == "prep" and kid.low not in ASIDE:
            found += kid.below("pcomp")
    return found
