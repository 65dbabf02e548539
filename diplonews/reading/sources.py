"""The articles of files and of tables; a faulty input does not affect the others."""

from __future__ import annotations

import io
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import zip_longest
from typing import IO, Any

from diplonews.errors import ReadError
from diplonews.reading.columns import ColumnError
from diplonews.reading.files import UNREADABLE, File, read_all
from diplonews.reading.frames import frame_rows, parquet_rows
from diplonews.reading.lines import csv_rows, lines
from diplonews.reading.rows import Entry, RowReader, fault_at, read_whole, record
from diplonews.wire.decoding import decode

__all__ = ["TABLES", "from_files", "from_frame", "from_records"]

CSV, JSON, JSON_LINES, PARQUET = (".csv", ".tsv"), ".json", (".jsonl", ".ndjson"), (".parquet", ".pq")
# Suffixes of files that are not read, and what to do with them instead.
WAYS_OUT = {
    **dict.fromkeys((".xlsx", ".xls", ".ods"), "pass the frame that pandas.read_excel(path) gives"),
    **dict.fromkeys((".feather", ".arrow"), "pass the table that pyarrow.feather.read_table(path) gives"),
    **dict.fromkeys((".rds", ".rda", ".rdata"), "write it as Parquet in R, with arrow::write_parquet"),
    **dict.fromkeys((".tar", ".tgz", ".7z", ".rar"), "unpack it, or pack it as .zip"),
    ".zip": "unpack the archive that it is in",
}
TABLES = ("csv", "tsv", "jsonl", "ndjson", "parquet")  # values of `format=` for tables with other names


def from_files(files: Iterable[File | ReadError], reader: RowReader, kind: str | None = None) -> Iterator[Entry]:
    """The articles of files, in order.

    Args:
        files: the files, and errors, which are passed on.
        reader: reads rows.
        kind: the suffix that gives the format of all of them, or None to use their own.
    """
    for file in files:
        if isinstance(file, ReadError):
            yield file
            continue
        try:
            with file.opened() as stream:
                yield from _from_stream(file, stream, reader, kind or file.kind)
        except UNREADABLE as error:
            yield fault_at(error, file.place)


def _from_stream(file: File, stream: IO[bytes], reader: RowReader, kind: str) -> Iterable[Entry]:
    if kind in WAYS_OUT:
        raise ValueError(f"{kind} files are not read: {WAYS_OUT[kind]}")
    if kind in CSV:
        header, rows = csv_rows(stream, kind)
        return _from_rows(header, rows, reader, file.place)
    if kind in JSON_LINES:
        return _from_json_lines(lines(stream), reader, file.place)
    if kind in PARQUET:
        whole = io.BytesIO(read_all(file, stream)) if file.packed or not stream.seekable() else stream
        names, cells = parquet_rows(whole, lambda names: list(dict.fromkeys(reader.columns(tuple(names)).values())))
        return _from_rows(names, enumerate(cells, start=1), reader, file.place)
    if kind == JSON:
        return _from_json(read_all(file, stream), reader, file.place)
    named = ", ".join(f"{field}={name!r}" for field, name in reader.named.items() if name)
    if named:
        raise ColumnError(f"is not a table and has no columns ({named}); a pattern such as 'folder/*.csv' picks tables")
    return read_whole(read_all(file, stream), file.place, reader.format)


def _from_rows(
    header: Sequence[str], rows: Iterable[tuple[int, Sequence[Any] | Exception]], reader: RowReader, place: str
) -> Iterator[Entry]:
    reader.columns(tuple(header))  # a wrong column is an error of the table, not of each row
    for number, row in rows:
        where = f"{place}#{number}"
        if isinstance(row, Exception):
            yield fault_at(row, where)
        else:
            yield from reader.read(dict(zip_longest(header, row)), where)


def _from_json_lines(source: Iterable[str], reader: RowReader, place: str) -> Iterator[Entry]:
    for number, line in enumerate(source, start=1):
        if line.strip():
            where = f"{place}#{number}"
            try:
                row = record(line)
            except ValueError as error:
                yield fault_at(error, where)
            else:
                yield from reader.read(row, where, is_record=True)


def _from_json(data: bytes, reader: RowReader, place: str) -> Iterable[Entry]:
    """The records of an array, or of lines, or the articles of any other document."""
    text = decode(data)
    try:
        value = json.loads(text)
    except RecursionError:
        value = None
    except ValueError as error:
        several = isinstance(error, json.JSONDecodeError) and error.msg == "Extra data"
        return _from_json_lines(text.split("\n"), reader, place) if several else read_whole(data, place, reader.format)
    if isinstance(value, list) and value and all(isinstance(member, dict) for member in value):
        return from_records(value, reader, f"{place}#", start=1)
    return read_whole(data, place, reader.format)


def from_frame(frame: Any, reader: RowReader) -> Iterator[Entry]:
    """The articles of a frame; a row is identified by its position, from 0.

    Raises:
        ColumnError: at once, if a column is wrong.
    """
    names, rows = frame_rows(frame)
    reader.columns(tuple(names))
    return (
        entry
        for number, row in enumerate(rows)
        for entry in reader.read(dict(zip(names, row, strict=True)), str(number))
    )


def from_records(records: Iterable[Any], reader: RowReader, place: str = "", start: int = 0) -> Iterator[Entry]:
    """The articles of dicts; a record is identified by its number."""
    for number, row in enumerate(records, start=start):
        if isinstance(row, Mapping) or hasattr(row, "keys"):
            yield from reader.read(dict(row), f"{place}{number}", is_record=True)
        else:
            message = f"a record must be a dict of column to value (got {type(row).__name__}: {row!r:.60})"
            yield ReadError(message, place=f"{place or 'row '}{number}")
