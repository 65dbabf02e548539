"""Rows of a schema as text: one line each, columns separated by tabs."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path

from diplonews.exports.cells import one_line
from diplonews.lexicons.exports import ExportSchema

__all__ = ["Row", "join", "write_rows"]

Row = Mapping[str, object]


def join(values: Iterable[str | None], schema: ExportSchema) -> str | None:
    """A list in a cell, or None if no member is known; an unknown member is the schema's null.

    The separator is replaced inside members.

    Example:
        >>> from diplonews.lexicons.exports import load_export_schema
        >>> join(["Han", None, "Ito; Mori"], load_export_schema("polecat"))
        'Han; None; Ito, Mori'
    """
    mark = schema.list.strip()
    spare = "," if mark != "," else ";"
    members = list(values)
    if not any(members):
        return None
    return schema.list.join(value.replace(mark, spare) if value else schema.null for value in members)


def _cell(value: object, null: str) -> str:
    if value is None:
        return null
    if isinstance(value, date):
        return value.isoformat()
    return one_line(str(value)) or null


def write_rows(rows: Iterable[Row], path: Path, schema: ExportSchema) -> None:
    """Write rows; a column missing from a row is null.

    White space in texts becomes single blanks, so that a row is one line even for readers that ignore
    quotation marks. A text with a quotation mark is quoted and has its own marks doubled,
    as in RFC 4180. Nothing else is changed, not even for spreadsheets.
    """
    names = schema.names
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter="\t", lineterminator="\n")
        if schema.header:
            writer.writerow(names)
        for row in rows:
            writer.writerow([_cell(row.get(name), schema.null) for name in names])
