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
)
