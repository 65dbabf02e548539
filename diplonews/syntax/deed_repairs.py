"""Repairs of deeds that were read as verbs after a preposition: `killed in shelling by Danish troops`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from diplonews.lexicons.wordsets import WordSet
from diplonews.syntax.copy_repairs import Move, Repair
from diplonews.syntax.tokens import Token

__all__ = ["DEED_REPAIRS"]

DEEDS = WordSet("repairs.deeds")


def _retag_deed(token: Token, _: Mapping[str, str]) -> str | None:
    """Retag a deed read as a verb after a preposition: `killed in shelling by Danish troops`."""
    return "NN" if token.tag == "VBG" and token.low in DEEDS and token.first("dobj", "ccomp") is None else None


def _set_deed(token: Token) -> Sequence[Move]:
    """Make the object of a preposition of a deed that was read as a verb."""
    return ((token, token.head, "pobj"),) if token.tag == "NN" and token.low in DEEDS else ()


def _let(token: Token) -> Token | None:
    """The verb `let`, if it was read as an auxiliary of a participle."""
    return next((kid for kid in token.below("aux") if kid.low == "let" and kid.tag == "VB"), None)


def _retag_let_through(token: Token, _: Mapping[str, str]) -> str | None:
    """Retag a participle before people who are let in, out or through: `to let wounded Danes through`."""
    return "JJ" if token.tag == "VBN" and _let(token) is not None and token.first("dobj") is not None else None


def _set_let_through(token: Token) -> Sequence[Move]:
    """Give `let` the place of the participle, and the people as its object."""
    let, people = _let(token), token.first("dobj")
    if token.tag != "JJ" or let is None or people is None:
        return ()
    kids = [(kid, let, kid.dep) for kid in token.kids if kid is not let]
    return ((let, token.head, token.dep), (token, people, "amod"), *kids)


DEED_REPAIRS = (
    Repair(
        id="repair.tags.deed",
        of="tags",
        retag=_retag_deed,
        deps=("pcomp",),
        example="A Dane was killed in shelling by Latvian troops.",
        counter="Denmark insisted on shelling the port.",
    ),
    Repair(
        id="repair.trees.deed",
        of="trees",
        moves=_set_deed,
        deps=("pcomp",),
        example="A Dane was killed in shelling by Latvian troops.",
        counter="Denmark insisted on shelling the port.",
    ),
    Repair(
        id="repair.tags.let_through",
        of="tags",
        retag=_retag_let_through,
        deps=("advcl", "xcomp", "ccomp"),
        example="Egypt opened the crossing to let wounded Palestinians through.",
        counter="Egypt opened the crossing to let Palestinians through.",
    ),
    Repair(
        id="repair.trees.let_through",
        of="trees",
        moves=_set_let_through,
        deps=("advcl", "xcomp", "ccomp"),
        example="Egypt opened the crossing to let wounded Palestinians through.",
        counter="Egypt opened the crossing to let Palestinians through.",
    ),
)
