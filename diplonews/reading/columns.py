"""The columns of a table that hold an article's fields, named by the caller or recognised by name."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from difflib import get_close_matches

import attrs

from diplonews.lexicons.columns import fold_column, load_columns

__all__ = ["NAMED", "ColumnError", "find_columns"]

NAMED = ("text", "published", "title", "id", "provider", "outlet")  # fields with an argument that names their column
MOST_LISTED = 40
LONGEST_NAME_CHARACTERS = 40


class ColumnError(ValueError):
    """A column does not exist, or several columns fit."""


@attrs.frozen
class _Table:
    """The names of a table's columns, and those of them that the caller named."""

    names: Sequence[str]
    taken: Collection[str]

    def named(self, field: str, name: str) -> str:
        """The column that the caller named."""
        count = self.names.count(name)
        if count == 1:
            return name
        if count:
            raise ColumnError(f"{count} columns are called {name!r} ({field}=); rename all but one")
        close = get_close_matches(name, self.names, n=1)
        hint = f"did you mean {close[0]!r}? " if close else ""
        raise ColumnError(f"no column {name!r} ({field}=); {hint}{self}")

    def recognised(self, field: str) -> str | None:
        """The single column with a known name for the field; None if there is none."""
        for known in load_columns()[field]:
            found = [name for name in self.names if fold_column(name) in known and name not in self.taken]
            if len(found) > 1 and field in NAMED:
                if len(set(found)) == 1:
                    raise ColumnError(f"{len(found)} columns are called {found[0]!r}; rename all but one")
                listed = " or ".join(map(repr, found))
                raise ColumnError(f"{listed} may hold the {field}; name one, as {field}={found[0]!r}")
            if found:
                return found[0]
        if field == "text":
            raise ColumnError(f'no column has a known name for the text; name one, as text="..."; {self}')
        return None

    def __str__(self) -> str:
        shown = ", ".join(repr(name[:LONGEST_NAME_CHARACTERS]) for name in self.names[:MOST_LISTED])
        return f"columns: {shown or 'none'}" + (", ..." if len(self.names) > MOST_LISTED else "")


def find_columns(names: Sequence[str], named: Mapping[str, str]) -> dict[str, str]:
    """The column that holds each field of an article.

    Args:
        names: the names of all columns.
        named: maps a field to the column named by the caller; "" for a field that no column holds.

    Raises:
        ColumnError: if no column holds the text, several may hold a field, or a named one does not
            exist; the message lists the existing columns.

    Example:
        >>> find_columns(["id", "Headline", "body", "publishedAt"], {"id": ""})
        {'text': 'body', 'published': 'publishedAt', 'title': 'Headline'}
    """
    table = _Table(names, frozenset(named.values()))
    given = {field: table.named(field, name) for field, name in named.items() if name}
    rest = [field for field in load_columns() if field not in named or (field == "text" and not named[field])]
    found = given | {field: name for field in rest if (name := table.recognised(field)) is not None}
    return {field: found[field] for field in load_columns() if field in found}
