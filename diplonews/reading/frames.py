"""Rows of data frames and other tables in memory, without importing the library that made them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import IO, Any

from diplonews.errors import missing_extra

__all__ = ["frame_rows", "is_frame", "parquet_rows"]

BATCH_ROWS = 128
BUFFER_BYTES = 1 << 20


def is_frame(source: object) -> bool:
    """Whether it is a table of pandas, polars or Arrow, or of another library that exports Arrow streams."""
    is_stream = hasattr(source, "__arrow_c_stream__") and (hasattr(source, "schema") or hasattr(source, "columns"))
    return is_stream or hasattr(source, "iter_rows") or hasattr(source, "itertuples")


def frame_rows(frame: Any) -> tuple[list[str], Iterator[Sequence[Any]]]:
    """The names of a frame's columns, and its rows in order."""
    if hasattr(frame, "iter_rows"):  # polars
        return [str(name) for name in frame.columns], frame.iter_rows()
    if hasattr(frame, "itertuples"):  # pandas; an index with a name is a column too
        index = getattr(frame.index, "name", None)
        names = [str(name) for name in frame.columns]
        if index is None or index in names:
            return names, frame.itertuples(index=False, name=None)
        return [str(index), *names], frame.itertuples(index=True, name=None)
    pyarrow = _pyarrow("reading Arrow tables")
    reader = pyarrow.RecordBatchReader.from_stream(frame)
    names = list(reader.schema.names)
    return names, _batch_rows(reader, range(len(names)))


def parquet_rows(stream: IO[bytes], wanted: Any) -> tuple[list[str], Iterator[Sequence[Any]]]:
    """The names of the columns of a Parquet file that are wanted, and its rows."""
    _pyarrow("reading Parquet")
    from pyarrow import parquet

    file = parquet.ParquetFile(stream, buffer_size=BUFFER_BYTES)  # otherwise whole columns of a row group are held
    names = wanted(file.schema_arrow.names)
    return names, _batch_rows(file.iter_batches(batch_size=BATCH_ROWS, columns=names), names)


def _batch_rows(batches: Iterable[Any], names: Iterable[Any]) -> Iterator[Sequence[Any]]:
    for batch in batches:
        columns = [batch.column(name) for name in names]
        for start in range(0, batch.num_rows, BATCH_ROWS):
            yield from zip(*(column.slice(start, BATCH_ROWS).to_pylist() for column in columns), strict=True)


def _pyarrow(purpose: str) -> Any:
    try:
        import pyarrow  # noqa: ICN001
    except ImportError as error:
        raise missing_extra(purpose, "pyarrow", "tables") from error
    return pyarrow
