"""A stream of analyses as a stream of Arrow record batches, in bounded memory."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from diplonews.model import Analysis
from diplonews.tabular.codebook import TABLES, TableName, schema
from diplonews.tabular.rows import ROWS, Numbered, Row

if TYPE_CHECKING:
    import pyarrow as pa

__all__ = ["batches"]

MOST_ROWS = 1_024
MOST_CHARACTERS = 1_000_000


class _Rows:
    """Rows of one table, collected for the next batch."""

    def __init__(self, name: TableName) -> None:
        self._name = name
        self._rows: list[Row] = []
        self._characters = 0

    def add(self, row: Row) -> bool:
        """Add a row, and return whether there are enough for a batch."""
        self._rows.append(row)
        self._characters += sum(len(cell) for cell in row.values() if isinstance(cell, str))
        return len(self._rows) >= MOST_ROWS or self._characters >= MOST_CHARACTERS

    def take(self) -> pa.RecordBatch:
        """Remove the rows and return them as a batch."""
        import pyarrow as pa

        fields = schema(self._name)
        arrays = [pa.array([row[field.name] for row in self._rows], field.type) for field in fields]
        self._rows, self._characters = [], 0
        return pa.RecordBatch.from_arrays(arrays, schema=fields)

    def __len__(self) -> int:
        return len(self._rows)


def batches(analyses: Iterable[Analysis]) -> Iterator[tuple[TableName, pa.RecordBatch]]:
    """Batches of rows, each with its table; those of one table are in the order of the articles."""
    waiting = {name: _Rows(name) for name in TABLES}
    for number, analysis in enumerate(analyses):
        item = Numbered(number=number, analysis=analysis)
        for name, rows in waiting.items():
            for row in ROWS[name](item):
                if rows.add(row):
                    yield name, rows.take()
    for name, rows in waiting.items():
        if len(rows):
            yield name, rows.take()
