"""The columns of the tables; `columns.tsv` is the only source of their schema and of the page about them."""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Literal, TypeAlias, get_args

import attrs

from diplonews.errors import missing_extra

if TYPE_CHECKING:
    import pyarrow as pa

__all__ = ["STORY_TABLES", "TABLES", "Column", "StoryTableName", "TableName", "columns", "schema"]

TableName: TypeAlias = Literal["articles", "dates", "quotes", "speakers", "events", "mentions"]
StoryTableName: TypeAlias = Literal["timeline", "dyad_series"]
TABLES: tuple[TableName, ...] = get_args(TableName)
STORY_TABLES: tuple[StoryTableName, ...] = get_args(StoryTableName)
EVERY_TABLE = "*"


@attrs.frozen(kw_only=True)
class Column:
    """One column of a table.

    Attributes:
        name: its name.
        type: `text`, `whole` (number), `number`, `yes_no`, `day` or `instant`.
        values: the possible values, or the unit; `list` for several values joined by `;`; "" if `meaning` gives them.
        meaning: the meaning of a value.
        null: the meaning of an empty cell; `never` if there is none.
    """

    name: str
    type: str
    values: str
    meaning: str
    null: str


@cache
def columns(table: TableName | StoryTableName) -> tuple[Column, ...]:
    """The columns of a table, in order.

    Example:
        >>> [column.name for column in columns("events")][:5]
        ['article_number', 'article_id', 'ruleset', 'event_id', 'dyad']
    """
    text = files("diplonews.tabular").joinpath("columns.tsv").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    rows = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
    names = (EVERY_TABLE, table) if table in TABLES else (table,)
    return tuple(Column(**row) for row in rows if row.pop("table") in names)


@cache
def schema(table: TableName | StoryTableName) -> pa.Schema:
    """The Arrow schema of a table.

    Raises:
        ModelNotFoundError: if pyarrow is not installed.
    """
    try:
        import pyarrow as pa
    except ModuleNotFoundError as error:
        raise missing_extra("a table of findings", "pyarrow", "tables") from error
    types = {
        "text": pa.string(),
        "whole": pa.int64(),
        "number": pa.float64(),
        "yes_no": pa.bool_(),
        "day": pa.date32(),
        "instant": pa.timestamp("us", "UTC"),
    }
    return pa.schema([(column.name, types[column.type]) for column in columns(table)])
