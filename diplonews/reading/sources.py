"""The articles of files and of tables, each input by itself: what is wrong with one harms no other."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
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
TABLES = ("csv", "tsv", "jsonl", "ndjson", "parquet")  # what `format=` can say of a file whose name does not


def from_files(files: Iterable[File | ReadError], reader: RowReader, kind: str | None = None) -> Iterator[Entry]:
    """The articles of files, in order.

    Args:
        files: the files, and errors, which are handed on.
        reader: reads rows.
        kind: the suffix that says what is in all of them, or None if their own does.
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


def _from_stream(file: File, stream: IO[bytes], reader: RowReader, kind: str) -> Iterator[Entry]:
    if kind in CSV:
        header, rows = csv_rows(stream, kind)
        yield from _from_rows(header, rows, reader, file.place)
    elif kind in JSON_LINES:
        yield from _from_json_lines(lines(stream), reader, file.place)
    elif kind in PARQUET:
        names, cells = parquet_rows(stream, lambda names: list(reader.columns(tuple(names)).values()))
        yield from _from_rows(names, enumerate(cells, start=1), reader, file.place)
    elif kind == JSON:
        yield from _from_json(read_all(file, stream), reader, file.place)
    elif any(reader.named.values()):
        named = ", ".join(f"{field}={name!r}" for field, name in reader.named.items())
        raise ColumnError(f"is no table, so it has no columns ({named})")
    else:
        yield from read_whole(read_all(file, stream), file.place, reader.format)


def _from_rows(
    header: Sequence[str], rows: Iterable[tuple[int, Sequence[Any] | Exception]], reader: RowReader, place: str
) -> Iterator[Entry]:
    reader.columns(tuple(header))  # a wrong column is an error of the table, not of each row
    for number, row in rows:
        where = f"{place}#{number}"
        if isinstance(row, Exception):
            yield fault_at(row, where)
        else:
            yield from reader.read(dict(zip(header, row, strict=False)), where)


def _from_json_lines(source: Iterable[str], reader: RowReader, place: str) -> Iterator[Entry]:
    for number, line in enumerate(source, start=1):
        if line.strip():
            where = f"{place}#{number}"
            try:
                row = record(line)
            except (ValueError, TypeError) as error:
                yield fault_at(error, where)
            else:
                yield from reader.read(row, where, line)


def _from_json(data: bytes, reader: RowReader, place: str) -> Iterator[Entry]:
    """The records of an array, or the articles of any other document."""
    text = decode(data)
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        value = None
    if isinstance(value, list) and value and all(isinstance(member, dict) for member in value):
        yield from from_records(value, reader, f"{place}#", start=1)
    elif value is None and "\n" in text.strip():
        yield from _from_json_lines(text.splitlines(), reader, place)
    else:
        yield from read_whole(data, place, reader.format)


def from_frame(frame: Any, reader: RowReader) -> Iterator[Entry]:
    """The articles of a frame; a row is known by its position, from 0.

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
    """The articles of dicts; a record is known by its number."""
    for number, row in enumerate(records, start=start):
        where = f"{place}{number}"
        if not isinstance(row, Mapping) and not hasattr(row, "keys"):
            wanted = "a record must be a dict of column to value"
            yield fault_at(TypeError(f"{wanted} (got {type(row).__name__}: {row!r:.60})"), f"row {where}")
            continue
        cells = dict(row)
        yield from reader.read(cells, where, json.dumps(cells, default=str))
