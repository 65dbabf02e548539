"""Writers of tables to files: one for each format, fed batch by batch."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, closing, contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, Protocol, TypeAlias

from diplonews.errors import missing_extra
from diplonews.files import new_file, new_folder
from diplonews.tabular.codebook import TABLES, TableName, columns, schema

if TYPE_CHECKING:
    import pyarrow as pa

    from diplonews.tabular.cells import Cell

__all__ = ["FORMATS", "Format", "Writer", "writing"]

Format: TypeAlias = Literal["parquet", "csv", "duckdb", "sqlite"]
DUCKDB_TYPES = {
    "text": "VARCHAR",
    "whole": "BIGINT",
    "number": "DOUBLE",
    "yes_no": "BOOLEAN",
    "day": "DATE",
    "instant": "TIMESTAMPTZ",
}
SQLITE_TYPES = {
    "text": "TEXT",
    "whole": "INTEGER",
    "number": "REAL",
    "yes_no": "INTEGER",
    "day": "TEXT",
    "instant": "TEXT",
}
GROUP_BYTES = 1_000_000  # a row group of a Parquet file, before it is compressed


class Writer(Protocol):
    """A writer of the batches of all tables."""

    def add(self, name: TableName, batch: pa.RecordBatch) -> None:
        """Write a batch of a table, after those before it."""

    def close(self) -> None:
        """Finish the files."""


class _ParquetFile:
    """One Parquet file; batches are collected until they fill a row group."""

    def __init__(self, path: Path, name: TableName) -> None:
        import pyarrow.parquet as pq

        self._schema = schema(name)
        self._writer = pq.ParquetWriter(path, self._schema)
        self._waiting: list[pa.RecordBatch] = []

    def add(self, batch: pa.RecordBatch) -> None:
        self._waiting.append(batch)
        if sum(one.nbytes for one in self._waiting) >= GROUP_BYTES:
            self._flush()

    def _flush(self) -> None:
        import pyarrow as pa

        batches, self._waiting = self._waiting, []  # `close` does not repeat a failed write
        if batches:
            self._writer.write_table(pa.Table.from_batches(batches, self._schema))

    def close(self) -> None:
        with closing(self._writer):
            self._flush()


class _CsvFile:
    """One CSV file (RFC 4180): UTF-8, a header, ISO 8601 for days and moments, an empty cell for null."""

    def __init__(self, path: Path, name: TableName) -> None:
        self._file = path.open("w", encoding="utf-8", newline="")
        self._writer = csv.writer(self._file)  # ends lines in CR LF; otherwise a lone CR in a cell would not be quoted
        self._writer.writerow([column.name for column in columns(name)])

    def add(self, batch: pa.RecordBatch) -> None:
        self._writer.writerows(map(printed, row.values()) for row in batch.to_pylist())

    def close(self) -> None:
        self._file.close()


class _Files:
    """A file for each table."""

    def __init__(self, folder: Path, ending: str, open_file: Callable[[Path, TableName], Any]) -> None:
        with ExitStack() as stack:
            self._files = {
                name: stack.enter_context(closing(open_file(folder / f"{name}.{ending}", name))) for name in TABLES
            }
            self._stack = stack.pop_all()

    def add(self, name: TableName, batch: pa.RecordBatch) -> None:
        self._files[name].add(batch)

    def close(self) -> None:
        self._stack.close()


@contextmanager
def _on_disk(fault: type[Exception]) -> Iterator[None]:
    """Convert a database's own errors to `OSError`s about its file."""
    try:
        yield
    except fault as error:
        raise OSError(f"the database can't be written: {error}") from error


class _DuckDb:
    """A DuckDB database."""

    def __init__(self, path: Path) -> None:
        try:
            import duckdb
        except ModuleNotFoundError as error:
            raise missing_extra("format='duckdb'", "duckdb", "duckdb") from error
        self._fault = duckdb.Error
        with _on_disk(self._fault):
            self._connection = duckdb.connect(str(path))
            for name in TABLES:
                self._connection.execute(_create(name, DUCKDB_TYPES))

    def add(self, name: TableName, batch: pa.RecordBatch) -> None:
        import pyarrow as pa

        with _on_disk(self._fault):
            self._connection.register("batch", pa.Table.from_batches([batch]))
            self._connection.execute(f"INSERT INTO {name} SELECT * FROM batch")  # noqa: S608 -- a name of ours
            self._connection.unregister("batch")

    def close(self) -> None:
        with _on_disk(self._fault):
            self._connection.close()


class _Sqlite:
    """An SQLite database; days and moments are ISO 8601 text, as its date functions expect."""

    def __init__(self, path: Path) -> None:
        import sqlite3

        self._fault = sqlite3.Error
        with _on_disk(self._fault):
            self._connection = sqlite3.connect(path)
            for name in TABLES:
                self._connection.execute(_create(name, SQLITE_TYPES))

    def add(self, name: TableName, batch: pa.RecordBatch) -> None:
        marks = ", ".join("?" for _ in batch.schema)
        rows = (
            [printed(cell) if isinstance(cell, date) else cell for cell in row.values()] for row in batch.to_pylist()
        )
        with _on_disk(self._fault), self._connection:
            self._connection.executemany(f"INSERT INTO {name} VALUES ({marks})", rows)  # noqa: S608 -- a name of ours

    def close(self) -> None:
        self._connection.close()


def _create(name: TableName, types: dict[str, str]) -> str:
    return f"CREATE TABLE {name} ({', '.join(f'{column.name} {types[column.type]}' for column in columns(name))})"


def printed(cell: Cell) -> str | int | float | None:
    """A cell as text: `true` and `false`, ISO 8601, moments with a `Z`.

    Example:
        >>> from datetime import UTC
        >>> printed(datetime(2021, 5, 5, 10, tzinfo=UTC)), printed(date(2021, 5, 5)), printed(True)
        ('2021-05-05T10:00:00Z', '2021-05-05', 'true')
    """
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, datetime):
        return f"{cell.replace(tzinfo=None).isoformat()}Z"
    return cell.isoformat() if isinstance(cell, date) else cell


FORMATS: dict[Format, Callable[[Path], Writer]] = {
    "parquet": lambda folder: _Files(folder, "parquet", _ParquetFile),
    "csv": lambda folder: _Files(folder, "csv", _CsvFile),
    "duckdb": _DuckDb,
    "sqlite": _Sqlite,
}
DATABASES = ("duckdb", "sqlite")


@contextmanager
def writing(path: str | Path, format: Format, *, overwrite: bool) -> Iterator[Writer]:
    """A writer; its output is moved to `path` if the block ends without an error."""
    target: AbstractContextManager[Path] = (
        new_file(path, overwrite=overwrite)
        if format in DATABASES
        else new_folder(path, [f"{name}.{format}" for name in TABLES], overwrite=overwrite)
    )
    with target as partial, closing(FORMATS[format](partial)) as writer:
        yield writer
