"""Conditions of rule rows: the notation of the columns `needs` and `unless`.

A condition is `part=words`: `o=talks|visit` holds if the object is one of two nouns, `neg=yes` if the
clause is negated. Several parts are joined by `/`, several words by `|`; a blank before `part=` begins
the next condition. `@name` means the words of a row of the tables `classes` or `words`.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import TypeVar

import attrs

from diplonews.errors import LexiconError
from diplonews.lexicons.tables import Row, Table, Tables, per_tables
from diplonews.model import EventType

__all__ = ["Condition", "read_conditions", "read_rows", "read_types", "read_words", "word_classes"]

T = TypeVar("T")


@attrs.frozen(kw_only=True)
class Condition:
    """A condition on a clause.

    Attributes:
        parts: where to look; one match is enough.
        words: the words, one of which must be found there; `yes` and `any` accept any word.
        cell: the condition as written in the table.
    """

    parts: tuple[str, ...]
    words: frozenset[str]
    cell: str = attrs.field(eq=False, default="")


@per_tables
def word_classes(tables: Tables) -> dict[str, frozenset[str]]:
    """Map each name to the words that `@name` means.

    Example:
        >>> "envoy" in word_classes()["envoy"], "deny" in word_classes()["status.deny"]
        (True, True)
    """
    found = {row["name"]: frozenset(row["words"]) for row in tables["words"].rows}
    return found | {row["name"]: frozenset(w.lstrip("=") for w in row["words"]) for row in tables["classes"].rows}


def read_words(values: Collection[str], classes: dict[str, frozenset[str]]) -> frozenset[str]:
    """The words of a cell, with each `@name` replaced by its words.

    Raises:
        ValueError: for a name that no table has.

    Example:
        >>> sorted(read_words(["eat", "@drinks"], {"drinks": frozenset(("sip",))}))
        ['eat', 'sip']
    """
    words: set[str] = set()
    for value in values:
        if not value.startswith("@"):
            words.add(value)
        elif value[1:] in classes:
            words |= classes[value[1:]] or {value[1:]}
        else:
            raise ValueError(f"no class named {value[1:]!r}")
    return frozenset(words)


def read_conditions(
    cell: str, classes: dict[str, frozenset[str]], known: Collection[str] | None = None
) -> tuple[Condition, ...]:
    """The conditions of a cell.

    Args:
        cell: `part=words part=words`; empty for none.
        classes: the words that each `@name` means.
        known: the parts that exist; any if None.

    Raises:
        ValueError: for a condition without words, or with an unknown part or class.

    Example:
        >>> [(one.parts, sorted(one.words)) for one in read_conditions("o/to=trade talks|visit neg=yes", {})]
        [(('o', 'to'), ['trade talks', 'visit']), (('neg',), ['yes'])]
    """
    conditions = []
    for piece in _pieces(cell):
        names, _, values = piece.partition("=")
        parts = tuple(names.split("/"))
        if not values:
            raise ValueError(f"{piece!r} is not of the form part=words")
        unknown = [part for part in parts if known is not None and part not in known]
        if unknown:
            raise ValueError(f"no part named {unknown[0]!r}; the parts are {', '.join(sorted(known or ()))}")
        conditions.append(Condition(parts=parts, words=read_words(values.split("|"), classes), cell=piece))
    return tuple(conditions)


def _pieces(cell: str) -> list[str]:
    """Split a cell such as `o=trade talks|visit c=pay` into its conditions, at each blank before `part=`."""
    pieces: list[str] = []
    for word in cell.split(" "):
        if "=" in word or not pieces:
            pieces.append(word)
        else:
            pieces[-1] += f" {word}"
    return [piece for piece in pieces if piece]


def read_types(names: Collection[str]) -> frozenset[EventType]:
    """The event types of a cell.

    Raises:
        ValueError: for a name that is not an event type.

    Example:
        >>> [kind.name for kind in read_types(["AID"])]
        ['AID']
    """
    for name in names:
        if name not in EventType.__members__:
            raise ValueError(f"no event type {name!r}")
    return frozenset(EventType[name] for name in names)


def read_rows(table: Table, read: Callable[[Row, int], T]) -> list[T]:
    """Apply a reader to each row and its number, from 1.

    Raises:
        LexiconError: for a row that the reader rejects with a ValueError; the error names file, row and reason.
    """
    found = []
    for number, row in enumerate(table.rows, 1):
        try:
            found.append(read(row, number))
        except ValueError as error:
            raise LexiconError(f"{row['id']}: {error}", file=table.file, row=number) from error
    return found
