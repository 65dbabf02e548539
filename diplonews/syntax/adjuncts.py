"""What an expression of time belongs to."""

from __future__ import annotations

from collections.abc import Container
from itertools import islice, takewhile

from diplonews.syntax.tokens import Token

__all__ = ["clauses_above", "holder_of"]

BOUNDARIES = frozenset(("relcl", "advcl", "csubj", "ccomp", "conj"))
MOST_PREPOSITIONS = 4
MOST_STEPS = 12


def holder_of(head: Token, reporting: Container[str]) -> tuple[Token, str]:
    """The word that an expression of time belongs to, and the preposition in between or "".

    Args:
        head: the topmost word of the expression.
        reporting: verbs of saying; what someone speaks about right before a date has the date for its
            own, as in `said of the drills on Sunday`.
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
