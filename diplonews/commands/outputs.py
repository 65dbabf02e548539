"""What a command puts out: a table for people, JSON Lines, tables for programs."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import attrs

from diplonews.commands.call import RefusedError
from diplonews.commands.views import View
from diplonews.model import Analysis
from diplonews.terminal import print_json, print_line, print_table

__all__ = ["Output", "choose"]

SUFFIXES = {
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".csv": "csv",
    ".parquet": "parquet",
    ".duckdb": "duckdb",
    ".sqlite": "sqlite",
}


def choose(to: str | None, output: Path | None) -> str:
    """The format: the one asked for, or that of the output's suffix; on a terminal a table, else JSON Lines.

    Raises:
        RefusedError: if a file is to hold what is for the terminal, or the terminal what is for a file.
    """
    if output is None:
        if to is None:
            return "table" if sys.stdout.isatty() else "jsonl"
        if to not in {"table", "jsonl"}:
            raise RefusedError(f"--to {to} needs --output, the file or folder to write")
        return to
    if to == "table":
        raise RefusedError("--to table is for the terminal; --to csv makes a table in a file")
    return to or SUFFIXES.get(output.suffix.lower(), "jsonl")


@attrs.frozen(kw_only=True)
class Output:
    """How a command shows and writes what it found.

    Attributes:
        to: name of the format.
        views: the tables for people; several are shown article by article.
        lines: the lines of JSON of an analysis.
    """

    to: str
    views: tuple[View, ...]
    lines: Callable[[Analysis], Iterable[str]]

    def show(self, analyses: Iterable[Analysis]) -> None:
        """Print to standard output."""
        if self.to == "jsonl":
            for line in self._all_lines(analyses):
                print_json(line)
        elif len(self.views) == 1:
            _show_one(self.views[0], analyses)
        else:
            for analysis in analyses:
                _show_all(self.views, analysis)

    def write(self, analyses: Iterable[Analysis], target: Path) -> None:
        """Write a file or folder."""
        if self.to == "jsonl":
            _write_lines(self._all_lines(analyses), target)
            return

    def _all_lines(self, analyses: Iterable[Analysis]) -> Iterator[str]:
        for analysis in analyses:
            yield from self.lines(analysis)


def _write_lines(lines: Iterable[str], target: Path) -> None:
    with target.open("w", encoding="utf-8", newline="\n") as file:
        for line in lines:
            file.write(f"{line}\n")


def _show_one(view: View, analyses: Iterable[Analysis]) -> None:
    """One table for all articles."""
    rows = [(analysis.id, *row) for analysis in analyses for row in view.rows(analysis)]
    print_table(("article", *view.titles), rows)


def _show_all(views: Iterable[View], analysis: Analysis) -> None:
    """The tables of an article."""
    print_line(analysis.id)
    for view in views:
        rows = list(view.rows(analysis))
        if rows:
            print_line()
            print_line(f"{analysis.id}: {view.name}")
            print_table(view.titles, rows)
    print_line()
