"""The formats of other event data: their columns, and their words for states, sectors and quad classes."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Any

import attrs

from diplonews.lexicons.datafiles import read_toml

__all__ = ["ExportColumn", "ExportSchema", "load_export_schema", "load_export_schemas"]


@attrs.frozen
class ExportColumn:
    """A column, or a field of a JSON record.

    Attributes:
        name: the format's own name for it.
        type: text, code (text that may look like a number), list, day, whole, number, flag or object.
        meaning: a description of its content.
    """

    name: str
    type: str
    meaning: str


@attrs.frozen(kw_only=True, eq=False)
class ExportSchema:
    """The columns and the vocabulary of a format.

    Attributes:
        format: name of the format, as passed to `export`.
        title: what its users call it.
        version: version of the columns, raised when they or their meaning change.
        null: the text for a missing value.
        list: the separator of the texts of a list.
        header: whether the first row has the names.
        columns: in order.
        words: for each table (`countries`, `sectors`), this package's word to that of the format.
    """

    format: str
    title: str
    version: str
    null: str
    list: str
    header: bool
    columns: tuple[ExportColumn, ...]
    words: Mapping[str, Mapping[str, Any]]

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the columns."""
        return tuple(column.name for column in self.columns)


def _schema(name: str, data: Mapping[str, Any]) -> ExportSchema:
    words = {key: MappingProxyType(table) for key, table in data.items() if isinstance(table, dict)}
    plain = {key: value for key, value in data.items() if key not in words and key != "columns"}
    columns = tuple(ExportColumn(*cells) for cells in data["columns"])
    return ExportSchema(format=name, columns=columns, words=MappingProxyType(words), **plain)


@cache
def load_export_schemas() -> Mapping[str, ExportSchema]:
    """The schemas, by the name of their format."""
    data = read_toml("exports.toml")
    return MappingProxyType({name: _schema(name, table) for name, table in data.items() if name != "meta"})


def load_export_schema(format: str) -> ExportSchema:
    """The schema of a format.

    Raises:
        KeyError: if the format has none.

    Example:
        >>> schema = load_export_schema("icews")
        >>> schema.version, schema.names[:3], schema.words["countries"]["RUS"]
        ('1', ('Event ID', 'Event Date', 'Source Name'), 'Russian Federation')
    """
    return load_export_schemas()[format]
