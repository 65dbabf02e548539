"""The issuer of a document: who issued, signed or sent it, or said something in it."""

from __future__ import annotations

from diplonews.lexicons.reporting import form_lemmas
from diplonews.lexicons.speakers import speaker_words
from diplonews.syntax.clauses import clause_of
from diplonews.syntax.phrases import governed, prepositions
from diplonews.syntax.tokens import Token

__all__ = ["issuer_of"]

MAKERS = frozenset(("by", "from"))


def issuer_of(document: Token) -> Token | None:
    """The word for the issuer of a document, or None.

    `a statement issued by the ministry`, `a letter from the mayor`, `the mayor said in a statement`,
    `the council adopted a statement`.
    """
    for kid in document.kids:
        agent = clause_of(kid).agent if kid.is_verb and kid.i > document.i else None
        if agent is not None:
            return agent
    made = (governed(joined) for joined in prepositions(document) if joined.low in MAKERS)
    found = next((noun for noun in made if noun is not None), None)
    if found is not None:
        return found
    verb = document.head
    if verb.is_preposition and verb.low == "in" and verb.head.low in form_lemmas():
        return clause_of(verb.head).subject
    if verb.lemma not in speaker_words("issuing"):
        return None
    issuer = clause_of(verb).agent if document in clause_of(verb).subject_words else clause_of(verb).subject
    return None if issuer is not None and any(issuer.below("conj")) else issuer  # `Oslo and Riga signed a treaty`
