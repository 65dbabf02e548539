"""The parsed table of fallbacks: ways to find the other side of an act that no slot of its trigger names."""

from __future__ import annotations

import attrs

from diplonews.lexicons.conditions import read_rows, read_types
from diplonews.lexicons.tables import Row, Tables, per_tables
from diplonews.model import EventType

__all__ = ["Fallback", "fallback_of"]

ALSO = {
    "abroad": "people of one's own country only where no other is found: `tents for victims in Peru`",
    "answering": "who carried out `the raid`, or owns `the fund`, mentioned earlier",
    "answering_addressee": "as `answering`, if that act was done to who answers",
    "at_home": "one's own people, if the act is about one's own country",
    "bodily": "one person in the singular may act for a country's people",
    "elsewhere": "another country named below the trigger, in no slot of its own",
    "home_matters": "as `at_home`, for a curfew, an election, prisoners",
    "in_demands": "as `elsewhere`, in a relative clause: `refused the sum that Oslo asks`",
    "in_places": "as `elsewhere`, in a phrase of place",
    "in_purposes": "as `elsewhere`, in a clause of purpose: `to help people in Yemen`",
    "pair": "the other one of the two states that an article is about",
    "peaceful": "private people act for nobody but themselves",
    "pressed": "who had asked for it: `softened its rules after complaints from Riga`",
    "topic": "the one other state that an article is about, named twice and far more often than any third",
    "topic_of_noun": "as `topic`, for an act that a noun names: `criticism from Riga grew`",
}


@attrs.frozen(kw_only=True)
class Fallback:
    """A way to find the other side of one type of event.

    Attributes:
        id: the row's id.
        type: the type of event.
        slots: where to look for it; the first that names one is used.
        alone: modes that need no other side.
        also: names of further ways to find it, keys of `ALSO`.
    """

    id: str
    type: EventType
    slots: tuple[str, ...] = ()
    alone: frozenset[str] = frozenset()
    also: frozenset[str] = frozenset()


def _fallback(row: Row, _: int) -> Fallback:
    for name in row["also"]:
        if name not in ALSO:
            raise ValueError(f"column 'also': no way {name!r}; they are {', '.join(ALSO)}")
    (kind,) = read_types([row["type"]])
    return Fallback(
        id=row["id"], type=kind, slots=row["slots"], alone=frozenset(row["alone"]), also=frozenset(row["also"])
    )


@per_tables
def _fallbacks(tables: Tables) -> dict[EventType, Fallback]:
    return {row.type: row for row in read_rows(tables["recipients"], _fallback)}


def fallback_of(kind: EventType) -> Fallback:
    """The row for finding the other side of a type of event; one without slots if the tables in use have none.

    Raises:
        LexiconError: for a row with an unknown type or way.

    Example:
        >>> fallback_of(EventType.CONSULT).slots
        ('with',)
    """
    return _fallbacks().get(kind) or Fallback(id="recipients.none", type=kind)
