"""Tables in text files, row by row: CSV and JSON Lines, in any encoding, in bounded memory."""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections.abc import Iterator
from contextlib import suppress
from functools import partial
from typing import IO, Any, AnyStr, TypeAlias

from diplonews.errors import ParseError
from diplonews.wire.decoding import decode

__all__ = ["csv_rows", "lines"]

LONGEST_LINE = 1 << 24  # bytes of a line, characters of a cell
SAID_DELIMITER = re.compile(r'"?sep=([,;\t|])"?\s*')  # a line that Excel writes and reads
RETURN = re.compile(r"(?<=\r)(?!\n|\Z)")
DELIMITERS = {".csv": ",;\t|", ".tsv": "\t"}
WIDE_MARKS = {
    codecs.BOM_UTF32_LE: "utf-32",  # begins like that of UTF-16
    codecs.BOM_UTF32_BE: "utf-32",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
ESCAPED = (
    "pass pandas.read_csv(path, escapechar='\\\\') if backslashes escape quotation marks, "
    "pandas.read_csv(path, quoting=3) if they are plain characters"
)

Numbered: TypeAlias = "tuple[int, list[str] | Exception]"


def lines(stream: Any) -> Iterator[str]:
    """The lines of a file with their ends, each decoded by itself as `decode` does.

    Args:
        stream: a binary file with `peek`, such as those opened by Python.

    Raises:
        ValueError: for a line of more than 16 MiB.
    """
    beginning = stream.peek(4)
    wide = next((encoding for mark, encoding in WIDE_MARKS.items() if beginning.startswith(mark)), None)
    if wide is not None:
        text = io.TextIOWrapper(stream, wide, errors="replace", newline="")
        try:
            yield from _bounded(text)
        finally:
            text.detach()
        return
    if beginning.startswith(codecs.BOM_UTF8):
        stream.read(len(codecs.BOM_UTF8))
    for line in _bounded(stream):
        yield _decoded(line)


def _decoded(line: bytes) -> str:
    """A line, whatever bytes it holds: a bad line does not affect the others."""
    with suppress(UnicodeDecodeError):
        return line.decode()
    try:
        return decode(line)
    except ParseError:
        return line.decode(errors="replace")


def _bounded(stream: IO[AnyStr]) -> Iterator[AnyStr]:
    number = 0
    while line := stream.readline(LONGEST_LINE):
        number += 1
        if len(line) == LONGEST_LINE:
            raise ValueError(f"line {number} is longer than {LONGEST_LINE >> 20} MiB")
        yield line


def csv_rows(stream: Any, kind: str) -> tuple[list[str], Iterator[Numbered]]:
    """The header of a CSV file and its rows, numbered from 1; a row that can't be read is replaced by its error.

    Empty lines are skipped, also before the header. A row may lack cells at its end; one with more cells than
    the header is an error. A first line `sep=;`, as written by Excel, names the delimiter.

    Args:
        stream: the file.
        kind: `.csv`, with the delimiter (comma, semicolon, tab, bar) found in the header, or `.tsv`.
    """
    source = _records_of(lines(stream))
    first = _next_filled(source)
    said = SAID_DELIMITER.fullmatch(first)
    if said is not None:
        first = _next_filled(source)
    delimiter = said[1] if said is not None else max(DELIMITERS[kind], key=partial(_cells, first))
    reader = csv.reader(_chained(first, source), delimiter=delimiter, strict=True)
    header = [name.strip() for name in _next(reader) or ()]
    return header, _rows(reader, len(header), tabs=len(header) - 1 if delimiter == "\t" else 0)


def _next_filled(source: Iterator[str]) -> str:
    return next(filter(str.strip, source), "")


def _cells(line: str, delimiter: str) -> int:
    """The number of cells into which a delimiter splits a line."""
    return len(_next(csv.reader([line], delimiter=delimiter)) or ())


def _records_of(source: Iterator[str]) -> Iterator[str]:
    """The lines, split also at carriage returns, which some programs use as line ends."""
    for line in source:
        start = 0
        for found in RETURN.finditer(line):
            yield line[start : found.start()]
            start = found.start()
        yield line[start:]


def _chained(first: str, rest: Iterator[str]) -> Iterator[str]:
    yield first
    yield from rest


def _rows(reader: Iterator[list[str]], width: int, tabs: int) -> Iterator[Numbered]:
    number = 0
    while True:
        try:
            row = _next(reader)
        except csv.Error as error:
            number += 1
            yield number, ValueError(f"not readable as CSV: {error}; {ESCAPED}")
            continue
        if row is None:
            return
        if not row:
            continue
        number += 1
        if tabs and any(_holds_rows(cell, tabs) for cell in row):
            yield number, ValueError(f"a cell holds rows: is a quotation mark not closed? If so, {ESCAPED}")
        elif any(row[width:]):
            yield number, ValueError(f"{len(row)} cells, but the header has {width}: is a quotation mark missing?")
        else:
            yield number, row[:width]


def _holds_rows(cell: str, tabs: int) -> bool:
    """Whether a line of a cell has the tabs of a row, which an unclosed quotation mark has swallowed."""
    return "\t" in cell and any(line.count("\t") == tabs for line in cell.split("\n")[1:-1])


def _next(reader: Iterator[list[str]]) -> list[str] | None:
    """The next row; whole pages are longer than the module's limit for a cell."""
    limit = csv.field_size_limit(LONGEST_LINE)
    try:
        return next(reader, None)
    finally:
        csv.field_size_limit(limit)
