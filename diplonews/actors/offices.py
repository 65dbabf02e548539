"""Offices: the sector shown by a title, and the holders of an office according to the tables."""

from __future__ import annotations

from datetime import date

from diplonews.actors.origin import known_names
from diplonews.lexicons.actornames import sector_of
from diplonews.lexicons.tables import Row, in_use
from diplonews.syntax.tokens import Token

__all__ = ["faces", "holders", "office_of", "sectors_of"]

ARTICLES = frozenset(("the", "a", "an", "'s", "’s"))
CAMPS = frozenset(("OPP", "REB", "UAF", "LAB"))


def sectors_of(role: str) -> tuple[str, ...]:
    """The sectors shown by a title or description; GOV if it shows none.

    The leader of a camp belongs to that camp: `opposition leader`.
    """
    known = [sector_of(word.strip(",.")) for word in reversed(role.lower().split())]
    told = [sector[0] for sector in known if sector is not None and sector[1] != "thing"]
    camp = next((sector for sector in told[1:] if sector in CAMPS), None)
    if camp is not None and told[0] == "GOV":
        return (camp,)
    return (told[0],) if told else ("GOV",)


def office_of(role: str) -> str:
    """A title in lower case without its state: `foreign minister`."""
    bare = role
    for span, name in reversed(known_names(role)):
        if name.code:
            bare = bare[: span.start] + bare[span.end :]
    return " ".join(word for word in bare.lower().split() if word not in ARTICLES)


def faces(token: Token, home: str) -> bool:
    """Whether the clause of a name has a subject from `home`: `Modi met President Solih`."""
    for above in token.ancestors():
        subject = above.first("nsubj") if above.is_verb else None
        if subject is not None and subject is not token:
            return subject.name is not None and subject.name.code == home
    return False


def holders(code: str, role: str, day: date | None) -> set[str]:
    """The words of the names of the holders of an office in a state, on a given day if one is known."""
    return {
        part
        for row in in_use()["leaders"].rows
        if row["code"] == code and row["office"] == role and _in_office(row, day)
        for name in row["name"]
        for part in name.lower().split()
    }


def _in_office(row: Row, day: date | None) -> bool:
    return day is None or not ((row["from"] and day < row["from"]) or (row["until"] and day > row["until"]))
