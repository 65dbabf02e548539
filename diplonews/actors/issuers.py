"""Whose a document is: who issued, signed or sent it, or said something in it."""

from __future__ import annotations

from diplonews.lexicons.reporting import form_lemmas
from diplonews.syntax.clauses import clause_of
from diplonews.syntax.phrases import governed, prepositions
from diplonews.syntax.tokens import Token

__all__ = ["issuer_of"]

MAKERS = frozenset(("by", "from"))


def issuer_of(document: Token) -> Token | None:
    """The word for whoever a document comes from, or None.

    `a statement issued by the ministry`, `a letter from the mayor`, `the mayor said in a statement`.
    """
    for kid in document.kids:
        agent = clause_of(kid).agent if kid.is_verb and kid.i > document.i else None
        if agent is not None:
            return agent
    made = (governed(joined) for joined in prepositions(document) if joined.low in MAKERS)
    found = next((noun for noun in made if noun is not None), None)
    if found is not None:
        return found
    joined = document.head
    verb = joined.head
    told = joined.is_preposition and joined.low == "in" and verb.low in form_lemmas()
    subject = clause_of(verb).own_subject if told else None
    return subject if subject is not document else None
