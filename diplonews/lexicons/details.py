"""The parsed table of details: modes and contexts that the words beside a trigger add to its type."""

from __future__ import annotations

import attrs

from diplonews.lexicons.conditions import Condition, read_conditions, read_rows, read_types, read_words, word_classes
from diplonews.lexicons.tables import Row, Tables, per_tables
from diplonews.model import EventType

__all__ = ["Detail", "details_for"]

NEAR = ("near",)


@attrs.frozen(kw_only=True, eq=False)
class Detail:
    """A mode or a context, and the conditions for an event to have it.

    Attributes:
        id: the row's id.
        types: event types that it applies to; empty for all.
        mode, context: the mode or context added to the event; the other is "".
        words: base forms of the trigger; empty for all.
        near: words, one of which must be in the trigger's clause; empty if none is needed.
        needs: conditions on the trigger's arguments, all of which must hold.
    """

    id: str
    types: frozenset[EventType] = frozenset()
    mode: str = ""
    context: str = ""
    words: frozenset[str] = frozenset()
    near: frozenset[str] = frozenset()
    needs: tuple[Condition, ...] = ()


def _detail(row: Row, classes: dict[str, frozenset[str]]) -> Detail:
    if bool(row["mode"]) is bool(row["context"]):
        raise ValueError("expected either a mode or a context")
    if row["mode"] and not row["types"]:
        raise ValueError("column 'types': a mode belongs to event types")
    conditions = read_conditions(row["needs"], classes)
    return Detail(
        id=row["id"],
        types=read_types(row["types"]),
        mode=row["mode"],
        context=row["context"],
        words=read_words(row["words"], classes),
        near=frozenset(word for one in conditions if one.parts == NEAR for word in one.words),
        needs=tuple(one for one in conditions if one.parts != NEAR),
    )


@per_tables
def _details(tables: Tables) -> dict[EventType, tuple[Detail, ...]]:
    classes = word_classes()
    rows = read_rows(tables["details"], lambda row, _: _detail(row, classes))
    return {kind: tuple(row for row in rows if not row.types or kind in row.types) for kind in EventType}


def details_for(kind: EventType) -> tuple[Detail, ...]:
    """The rows that may apply to an event of a type, in the order of the table.

    Raises:
        LexiconError: for a row with both a mode and a context, or neither, or with an unknown type or class.

    Example:
        >>> [detail.mode for detail in details_for(EventType.ACCUSE) if detail.mode]
        ['disapprove', 'allege', 'investigate']
    """
    return _details()[kind]
