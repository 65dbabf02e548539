"""One table of findings, and its conversions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Any

from diplonews.display.elements import card, cut, facts, table, title
from diplonews.errors import missing_extra
from diplonews.tabular.codebook import StoryTableName, TableName, schema
from diplonews.tabular.writers import printed

if TYPE_CHECKING:
    import pandas as pd
    import polars as pl
    import pyarrow as pa

    from diplonews.tabular.cells import Cell

__all__ = ["Table"]

SHOWN_ROWS = 10  # in a notebook
SHOWN_CHARACTERS = 60  # of a cell there


def _shown(cell: Cell) -> str:
    if isinstance(cell, float):
        return f"{cell:g}"
    return "" if cell is None else cut(str(printed(cell)), SHOWN_CHARACTERS)


class Table:
    """A table of findings with a length and iterable rows, which other libraries can read.

    Iterating gives a dict for each row, from column to value. Any function that takes Arrow data takes the table itself
    (`polars.DataFrame(table)`, `duckdb.from_arrow(table)`).
    """

    def __init__(self, name: TableName | StoryTableName, batches: Sequence[pa.RecordBatch]) -> None:
        self.name = name
        self._batches = tuple(batches)

    def to_arrow(self) -> pa.Table:
        """The table as a `pyarrow.Table`."""
        import pyarrow as pa

        return pa.Table.from_batches(self._batches, schema(self.name))

    def to_pandas(self) -> pd.DataFrame:
        """The table as a `pandas.DataFrame`.

        Whole numbers and `yes_no` are nullable (`Int64`, `boolean`), so that codes stay whole if some are null;
        days are `datetime64` without a zone, instants `datetime64` in UTC.

        Raises:
            ModelNotFoundError: if pandas is not installed.
        """
        try:
            import pandas as pd
        except ModuleNotFoundError as error:
            raise missing_extra("to_pandas", "pandas", "pandas") from error
        import pyarrow as pa

        nullable = {pa.int64(): pd.Int64Dtype(), pa.bool_(): pd.BooleanDtype()}
        return self.to_arrow().to_pandas(types_mapper=nullable.get, date_as_object=False)

    def to_polars(self) -> pl.DataFrame:
        """The table as a `polars.DataFrame`; instants are in UTC.

        Raises:
            ModelNotFoundError: if polars is not installed.
        """
        try:
            import polars as pl
        except ModuleNotFoundError as error:
            raise missing_extra("to_polars", "polars", "polars") from error
        return pl.DataFrame(self)

    def __len__(self) -> int:
        return sum(batch.num_rows for batch in self._batches)

    def __iter__(self) -> Iterator[dict[str, Cell]]:
        for batch in self._batches:
            yield from batch.to_pylist()

    def _repr_html_(self) -> str:
        rows = list(islice(self, SHOWN_ROWS))
        names = self._shown_columns(rows)
        cells = [[_shown(row[name]) for name in names] for row in rows]
        left_out = len(schema(self.name)) - len(names)
        return card(
            title(repr(self).strip("<>")),
            table(names, cells, total=len(self), wrapped=False) if rows else "",
            facts(f"{left_out} columns are not shown here" if left_out and rows else None),
        )

    def _shown_columns(self, rows: Sequence[Mapping[str, Cell]]) -> list[str]:
        """The columns shown in a notebook: those that are not empty in these rows."""
        return [name for name in schema(self.name).names if any(row[name] is not None for row in rows)]

    def __repr__(self) -> str:
        return f"<Table {self.name} {len(self)} rows, {len(schema(self.name))} columns>"

    def __arrow_c_stream__(self, requested_schema: object = None) -> Any:
        return self.to_arrow().__arrow_c_stream__(requested_schema)
