"""The voice of a verb: who acts, and who is acted on."""

from __future__ import annotations

from diplonews.lexicons.wordsets import WordSet
from diplonews.syntax.tokens import Token

__all__ = ["is_passive"]

AUXILIARIES = ("aux", "auxpass")
CHARGING = WordSet("clauses.charging")


def is_passive(verb: Token) -> bool:
    """Whether the verb is passive: `was attacked`, `the troops attacked by`, or joined to one that is."""
    voices = (_is_passive_itself(one) for one in verb.chain("conj"))
    return next((passive for passive in voices if passive is not None), False)


def _is_passive_itself(verb: Token) -> bool | None:
    """Whether a verb is passive by its own words; None where the verb that it is joined to tells."""
    if any(kid.dep in ("nsubjpass", "auxpass", "csubjpass") for kid in verb.kids):
        return True
    if verb.dep in ("acl", "amod") and verb.tag in ("VBN", "VBD"):
        return verb.first("nsubj") is None and not _is_active_participle(verb)
    if verb.tag == "VBN" and (verb.first("agent") is not None or _is_bare_participle(verb)):
        return True
    if _is_headline_passive(verb):
        return True
    joined = verb.dep == "conj" and verb.head.tag == verb.tag == "VBN"
    return None if joined and verb.first("nsubj", *AUXILIARIES, "dobj") is None else False


def _is_bare_participle(verb: Token) -> bool:
    """`Asked about the pier, Holm left`: an adverbial participle without an auxiliary, and without an object."""
    return verb.dep == "advcl" and verb.first("nsubj", "aux", "dobj") is None


def _is_headline_passive(verb: Token) -> bool:
    """`Oslo accused of spying`: a verb that takes `of` only after its object, and has none."""
    return (
        verb.tag in ("VBD", "VBN")
        and verb.lemma in CHARGING
        and verb.first("dobj", "aux", "ccomp") is None
        and any(kid.low == "of" for kid in verb.kids)
    )


def _is_active_participle(verb: Token) -> bool:
    """`Danish guards stopped near Riga the lorry`: a past tense that the parser took for a participle."""
    return verb.dep == "acl" and verb.first("dobj") is not None and verb.first("agent", "auxpass") is None
