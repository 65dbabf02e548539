"""Prints untrusted text, without control characters that move the cursor, colour a line or turn its direction.

All output of the command line goes through here.
"""

from __future__ import annotations

import json
import sys
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from itertools import accumulate
from typing import TextIO, TypeVar

__all__ = [
    "columns",
    "counted",
    "message_of",
    "print_error",
    "print_json",
    "print_line",
    "print_lines",
    "print_table",
    "printable",
]

WIDEST_COLUMN = 60

T = TypeVar("T")


def printable(text: str) -> str:
    r"""The text on one line, with every control, format and other invisible character escaped.

    Example:
        >>> printable("\x1b[31mred\u202e")
        '\\x1b[31mred\\u202e'
    """
    return _spelt(text, str.isprintable, lambda c: c.encode("unicode_escape").decode("ascii"))


def _spelt(text: str, keep: Callable[[str], bool], spell: Callable[[str], str]) -> str:
    """The text, with escapes for the characters not to be kept."""
    return text if keep(text) else "".join(c if keep(c) else spell(c) for c in text)


def message_of(error: BaseException) -> str:
    """The message of an error; for a system error its path and message, without its number.

    Example:
        >>> message_of(PermissionError(13, "Permission denied", "out.csv"))
        'out.csv: Permission denied'
    """
    if not isinstance(error, OSError) or not error.strerror:
        return str(error)
    path = error.filename2 or error.filename
    return error.strerror if path is None else f"{path}: {error.strerror}"


def print_line(text: str = "") -> None:
    """Print a line to standard output; characters that the terminal can't encode are escaped too."""
    _print(printable(text), sys.stdout)


def print_lines(text: str) -> None:
    """Print text of several lines, each as `print_line` does."""
    for line in text.split("\n"):
        print_line(line)


def print_error(text: str) -> None:
    """Print a message to standard error, after the program's name."""
    with _above_counts():
        _print(f"diplonews: {printable(text)}", sys.stderr)


def _above_counts() -> AbstractContextManager[None]:
    """Print a message above the progress line, if there is one."""
    if "tqdm" not in sys.modules:
        return nullcontext()
    from tqdm import tqdm

    above: AbstractContextManager[None] = tqdm.external_write_mode(file=sys.stderr)
    return above


@contextmanager
def counted(items: Iterable[T], *, shown: bool) -> Iterator[Iterable[T]]:
    """The same items; with `shown`, and if standard error is a terminal, their number as they go by."""
    if not shown or not sys.stderr.isatty():
        yield items
        return
    from tqdm import tqdm

    with tqdm(items, unit=" articles") as bar:
        yield bar


def print_json(line: str) -> None:
    """Print JSON on a line; characters that are invisible or can't be encoded become equivalent JSON escapes."""
    encoding = (sys.stdout.encoding or "utf-8").lower().replace("-", "")

    def keep(text: str) -> bool:
        return text.isprintable() and (encoding == "utf8" or text.isascii())

    _print(_spelt(line, keep, lambda c: json.dumps(c)[1:-1]), sys.stdout)


def print_table(titles: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Print columns as wide as their widest cell, cut at 60 columns of the terminal."""
    table = [titles, *([_cut(cell) for cell in row] for row in rows)]
    widths = [max(columns(row[column]) for row in table) for column in range(len(titles))]
    for number, row in enumerate(table):
        print_line("  " + "  ".join(map(_padded, row, widths)).rstrip())
        if number == 0:
            print_line("  " + "  ".join("-" * width for width in widths))


def columns(text: str) -> int:
    """The width of the text in terminal columns: East Asian wide characters count two, combining marks none.

    Example:
        >>> columns("Oslo"), columns("東京"), columns("e\u0301")
        (4, 4, 1)
    """
    return sum(map(_columns, text))


def _columns(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in ("W", "F") else 1


def _padded(cell: str, width: int) -> str:
    return cell + " " * (width - columns(cell))


def _cut(cell: str) -> str:
    flat = printable(" ".join(cell.split()))
    if columns(flat) <= WIDEST_COLUMN:
        return flat
    ends = accumulate(map(_columns, flat))
    return flat[: sum(end < WIDEST_COLUMN for end in ends)] + "…"


def _print(line: str, stream: TextIO) -> None:
    encoding = stream.encoding or "utf-8"
    print(line.encode(encoding, "backslashreplace").decode(encoding), file=stream)
