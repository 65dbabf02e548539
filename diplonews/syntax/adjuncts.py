"""The adjuncts of a verb: phrases, particles, companions and expressions of time."""

from __future__ import annotations

from collections.abc import Container
from itertools import islice, takewhile

from diplonews.lexicons.wordsets import WordSet
from diplonews.syntax.tokens import CLAUSAL, Token

__all__ = ["ASIDE", "clauses_above", "companions_of", "holder_of", "phrases_of", "words_near"]

BOUNDARIES = frozenset(("relcl", "advcl", "csubj", "ccomp", "conj"))
ASIDE = WordSet("roles.aside")
TOGETHER = frozenset(("together", "along", "jointly"))
IN_TIME = frozenset(("after", "before", "during", "following", "since", "until"))
NEAR = 5  # words
DEEPEST = 6
DEEPEST_PARTICLE = 3
MOST_PHRASES = 60
MOST_PREPOSITIONS = 4
MOST_STEPS = 12


def holder_of(head: Token, reporting: Container[str]) -> tuple[Token, str]:
    """The word that an expression of time belongs to, and the preposition in between or "".

    Args:
        head: the topmost word of the expression.
        reporting: verbs of saying; the topic of speech right before a date owns the date, as in
            `said of the drills on Sunday`.
    """
    preposition = ""
    token = head
    for _ in range(MOST_PREPOSITIONS):
        if token.dep == "pobj":
            preposition = token.head.low
        elif token.dep not in ("pcomp", "prep") or token.head.dep not in ("prep", "advmod"):
            break
        token = token.head
    holder = token.head
    if holder.lemma in reporting:
        topics = (kid for kid in holder.below("prep") if kid.low in ("of", "about") and holder.i < kid.i < token.i)
        holder = next((pobj for kid in topics if (pobj := kid.first("pobj")) is not None), holder)
    return holder, preposition


def clauses_above(token: Token) -> list[Token]:
    """The words above one within its clause and the first word above that."""
    inside = takewhile(lambda one: one.dep not in BOUNDARIES and one.head is not one, token.upwards())
    return [one.head for one in islice(inside, MOST_STEPS)]


def companions_of(verb: Token, subject: Token) -> tuple[Token, ...]:
    """The nouns that act with the subject: `Sweden, together with Finland, sent`, `Sweden as well as Finland`."""
    for kid in (*subject.kids, *verb.kids):
        if kid.dep == "cc" and kid.low == "as":
            return tuple(other for other in verb.below("nsubj") if other is not subject)
        if kid.dep == "prep" and abs(kid.i - subject.i) < NEAR:
            joined = kid.low == "alongside" or any(word.low in TOGETHER for word in kid.kids)
            if joined or (kid.low in TOGETHER and kid.first("prep") is not None):
                return tuple((kid.first("prep") or kid).below("pobj"))[:1]
    return ()


def words_near(verb: Token) -> dict[str, Token]:
    """The words near below a verb, by form and base form, the nearest of each; particles are among them."""
    found: dict[str, Token] = {}
    near = [(kid, DEEPEST_PARTICLE) for kid in verb.kids]
    for kid, depth in near:
        if kid.dep == "nsubj":
            continue
        if kid.dep != "aux":
            found.setdefault(kid.low, kid)
            found.setdefault(kid.lemma, kid)
        aside = kid.dep == "prep" and kid.low in IN_TIME  # `made remarks during a visit`
        if depth > 1 and not aside and kid.dep not in ("nsubjpass", "ccomp", "advcl", "relcl", "conj"):
            near.extend((inner, depth - 1) for inner in kid.kids)
    return found


def phrases_of(top: Token) -> tuple[tuple[str, Token], ...]:
    """The prepositional phrases of a predicate and of its noun phrases.

    Phrases after the predicate come first, the highest in the tree before deeper ones. Clauses and coordinated
    verbs below it are left out.
    """
    found: list[tuple[bool, int, int, str, Token]] = []
    stack: list[tuple[Token, int]] = [(top, 0)]
    while stack and len(found) < MOST_PHRASES:
        token, depth = stack.pop()
        for kid in token.kids:
            if kid.dep in CLAUSAL or (kid.dep == "conj" and kid.is_verb) or depth > DEEPEST:
                continue
            if kid.dep == "nsubj" and token is top:
                continue
            if kid.dep in ("prep", "agent", "dative") or (kid.tag == "IN" and kid.first("pobj") is not None):
                found += [(kid.i < top.i, depth, kid.i, kid.low, pobj) for pobj in kid.below("pobj")]
                for inner in kid.below("prep") if kid.low not in ASIDE else ():
                    found += [(kid.i < top.i, depth, inner.i, inner.low, pobj) for pobj in inner.below("pobj")]
            if kid.dep == "prep" and kid.low in ASIDE and not (kid.low == "under" and kid is top.after):
                continue  # but `came under fire from Oslo`
            stack.append((kid, depth + (kid.dep not in ("prep", "agent", "prt", "advmod", "dobj", "npadvmod"))))
    found.sort(key=lambda item: item[:3])
    unique: dict[tuple[int, str], tuple[str, Token]] = {}
    for _, _, _, low, pobj in found:
        unique.setdefault((pobj.i, low), (low, pobj))
    return tuple(unique.values())
