"""What is printed: text of others, without what moves a cursor, colours a line or turns its direction.

All that the command line prints goes through here.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable, Sequence
from typing import TextIO

__all__ = ["print_error", "print_json", "print_line", "print_lines", "print_table", "printable"]

WIDEST_COLUMN_CHARACTERS = 60


def printable(text: str) -> str:
    r"""The text on one line, with every control, format and other invisible character spelt out.

    Example:
        >>> printable("\x1b[31mred\u202e")
        '\\x1b[31mred\\u202e'
    """
    return _spelt(text, str.isprintable, lambda c: c.encode("unicode_escape").decode("ascii"))


def _spelt(text: str, keep: Callable[[str], bool], spell: Callable[[str], str]) -> str:
    """The text, with the characters that are not to be kept spelt out."""
    return text if keep(text) else "".join(c if keep(c) else spell(c) for c in text)


def print_line(text: str = "") -> None:
    """Print a line to standard output; what the terminal can't encode is spelt out too."""
    _print(printable(text), sys.stdout)


def print_lines(text: str) -> None:
    """Print text of several lines, each as `print_line` does."""
    for line in text.split("\n"):
        print_line(line)


def print_error(text: str) -> None:
    """Print a message to standard error, after the program's name."""
    _print(f"diplonews: {printable(text)}", sys.stderr)


def print_json(line: str) -> None:
    """Print JSON on a line; what is invisible, or can't be encoded, becomes an escape of JSON, which means the same."""
    encoding = (sys.stdout.encoding or "utf-8").lower().replace("-", "")

    def keep(text: str) -> bool:
        return text.isprintable() and (encoding == "utf8" or text.isascii())

    _print(_spelt(line, keep, lambda c: json.dumps(c)[1:-1]), sys.stdout)


def print_table(titles: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Print columns as wide as their widest cell, cut at 60 characters."""
    table = [titles, *([_cut(cell) for cell in row] for row in rows)]
    widths = [max(len(row[column]) for row in table) for column in range(len(titles))]
    for number, row in enumerate(table):
        print_line("  " + "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())
        if number == 0:
            print_line("  " + "  ".join("-" * width for width in widths))


def _cut(cell: str) -> str:
    flat = printable(" ".join(cell.split()))
    return flat if len(flat) <= WIDEST_COLUMN_CHARACTERS else flat[: WIDEST_COLUMN_CHARACTERS - 1] + "…"


def _print(line: str, stream: TextIO) -> None:
    encoding = stream.encoding or "utf-8"
    print(line.encode(encoding, "backslashreplace").decode(encoding), file=stream)
