"""PLOVER's numbers: quad class and score of each type and mode, and the mapping to CAMEO and Goldstein."""

from __future__ import annotations

from functools import cache

import attrs

from diplonews.lexicons.tables import load_table

__all__ = ["Coding", "find_coding", "find_goldstein"]


@attrs.frozen(kw_only=True)
class Coding:
    """The numbers of one type and mode.

    Attributes:
        quad: 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict.
        score: PLOVER's score, -10 to +10.
        cameo: its default CAMEO code.
    """

    quad: int
    score: float
    cameo: str


@cache
def _codings() -> dict[tuple[str, str], Coding]:
    return {
        (row["type"], row["mode"]): Coding(quad=int(row["quad"]), score=row["score"], cameo=row["cameo"])
        for row in load_table("plover").rows
    }


@cache
def _cameo_of() -> dict[tuple[str, str, str], str]:
    """(type, mode, context) -> the shortest CAMEO code that has them."""
    found: dict[tuple[str, str, str], str] = {}
    for row in sorted(load_table("cameo").rows, key=lambda row: (len(row["code"]), row["code"])):
        for context in row["contexts"]:
            found.setdefault((row["type"], row["mode"], context), row["code"])
    return found


@cache
def _goldstein() -> dict[str, float]:
    return {row["code"]: row["goldstein"] for row in load_table("cameo").rows if row["goldstein"] is not None}


def find_coding(type: str, modes: tuple[str, ...] = (), contexts: tuple[str, ...] = ()) -> Coding:
    """Quad, score and CAMEO code of a type with its modes and contexts.

    Args:
        type: name of a PLOVER type.
        modes: the most specific first; the first in the table is used.
        contexts: used to choose a CAMEO code where the mode leaves several.

    Example:
        >>> find_coding("CONSULT", ("visit",))
        Coding(quad=1, score=4.0, cameo='042')
        >>> find_coding("AID", (), ("military",)).cameo
        '072'
    """
    table = _codings()
    mode = next((mode for mode in modes if (type, mode) in table), "")
    coding = table[type, mode]
    if mode and len(coding.cameo) > 2 and (type, mode) != ("", ""):
        return coding
    for context in contexts:
        code = _cameo_of().get((type, mode, context)) if context not in ("diplomatic", "legal", "executive") else None
        if code is not None:
            return attrs.evolve(coding, cameo=code)
    return coding


def find_goldstein(cameo: str) -> float:
    """The Goldstein value of a CAMEO code; if the scale lacks the code, that of its parent.

    Raises:
        KeyError: if there is no such code.

    Example:
        >>> find_goldstein("042"), find_goldstein("1213")
        (1.9, -4.0)
    """
    values = _goldstein()
    return values[cameo] if cameo in values else values[cameo[:-1]]
