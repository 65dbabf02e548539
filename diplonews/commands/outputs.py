"""The outputs of a command: tables for people, JSON Lines, and files for other programs."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

import attrs

from diplonews.commands.call import Call, RefusedError
from diplonews.commands.views import ARTICLES, DATES, EVENTS, QUOTES, View, show, show_timeline
from diplonews.model import Analysis, TimelineEntry
from diplonews.release import released
from diplonews.serialize import to_json
from diplonews.terminal import print_json

if TYPE_CHECKING:
    from diplonews.exports.run import ExportFormat
    from diplonews.tabular.rows import Row
    from diplonews.tabular.writers import Format

__all__ = ["Output", "all_tables", "choose", "entries", "exports", "one_table", "page"]

Lines: TypeAlias = Callable[[Iterable[Analysis]], Iterator[str]]
SUFFIXES = {
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".csv": "csv",
    ".parquet": "parquet",
    ".duckdb": "duckdb",
    ".sqlite": "sqlite",
    ".ics": "ical",
    ".spacy": "docbin",
    ".html": "html",
}


@attrs.frozen(kw_only=True)
class Kind:
    """A kind of file.

    Attributes:
        write: writes analyses to a path that does not exist yet.
        folder: whether the result is a folder of files.
    """

    write: Callable[[Iterable[Analysis], Path], object]
    folder: bool = False


@attrs.frozen(kw_only=True)
class Output:
    """The ways in which a command outputs its findings.

    Attributes:
        to: name of the chosen format.
        kinds: the kinds of files, by the name of their format.
        lines: the objects printed as JSON Lines, if any.
        views: the tables for people, made from single analyses.
        table: prints a table for people made from all analyses together; None if `views` are printed.
    """

    to: str
    kinds: Mapping[str, Kind]
    lines: Lines | None = None
    views: tuple[View, ...] = ()
    table: Callable[[Iterable[Analysis]], None] | None = None

    def show(self, analyses: Iterable[Analysis]) -> None:
        """Print to standard output."""
        if self.to == "table":
            print_all = self.table or partial(show, self.views)
            print_all(analyses)
            return
        assert self.lines is not None
        for line in self.lines(analyses):
            print_json(line)

    def write(self, analyses: Iterable[Analysis], target: Path) -> None:
        """Write a file or folder."""
        self.kinds[self.to].write(analyses, target)


def choose(to: str | None, output: Path | None, kinds: Mapping[str, Kind]) -> str:
    """The format: the requested one, or that of the output's suffix; else a table on a terminal, JSON Lines elsewhere.

    Raises:
        RefusedError: if the format does not suit the place of the output.
    """
    if output is None:
        if to is None:
            return "table" if sys.stdout.isatty() else "jsonl"
        if to not in {"table", "jsonl"}:
            raise RefusedError(f"--to {to} needs --output, the file or folder to write")
        return to
    if to == "table":
        raise RefusedError("--to table is for the terminal; --to csv makes a table in a file")
    chosen = to or SUFFIXES.get(output.suffix.lower())
    if chosen is None or chosen not in kinds:
        raise RefusedError(f"the name of {output} does not show its format: add --to, with {' or '.join(kinds)}")
    if kinds[chosen].folder and (output.suffix.lower() in SUFFIXES or output.is_file()):
        raise RefusedError(f"--to {chosen} makes a folder of files here: give --output the name of a folder")
    if not kinds[chosen].folder and output.is_dir():
        raise RefusedError(f"--to {chosen} makes a file, and {output} is a folder: give --output the name of a file")
    return chosen


def one_table(call: Call, view: View, lines: Lines | None = None) -> Output:
    """One of the tables of findings; JSON Lines are its rows, unless others are given."""

    def names() -> list[str]:
        from diplonews.tabular.codebook import columns

        return [column.name for column in columns(view.name)]

    def rows(analyses: Iterable[Analysis]) -> Iterator[Row]:
        from diplonews.tabular.rows import ROWS, Numbered

        order = names()
        for number, analysis in enumerate(released(analyses, embargoed=call.embargoed)):
            for row in ROWS[view.name](Numbered(number=number, analysis=analysis)):
                yield {name: row[name] for name in order}

    def write_csv(analyses: Iterable[Analysis], target: Path) -> None:
        _write_csv(names(), rows(analyses), target)

    def write_parquet(analyses: Iterable[Analysis], target: Path) -> None:
        from diplonews.tabular import to_tables

        folder = to_tables(analyses, embargoed=call.embargoed).write(target.with_name("tables"))
        (folder / f"{view.name}.parquet").replace(target)

    used = lines or (lambda analyses: map(_row_json, rows(analyses)))
    kinds = {"jsonl": _lines_kind(used), "csv": Kind(write=write_csv), "parquet": Kind(write=write_parquet)}
    return Output(to=choose(call.to, call.output, kinds), kinds=kinds, lines=used, views=(view,))


def entries(call: Call) -> Output:
    """The timeline of all analyses; JSON Lines are its entries."""

    def made(analyses: Iterable[Analysis]) -> tuple[TimelineEntry, ...]:
        from diplonews.story import timeline

        return timeline(analyses, embargoed=call.embargoed)

    def rows(analyses: Iterable[Analysis]) -> list[Row]:
        from diplonews.story.rows import entry_row

        return [entry_row(entry) for entry in made(analyses)]

    def lines(analyses: Iterable[Analysis]) -> Iterator[str]:
        return map(to_json, made(analyses))

    def write_csv(analyses: Iterable[Analysis], target: Path) -> None:
        from diplonews.tabular.codebook import columns

        _write_csv([column.name for column in columns("timeline")], rows(analyses), target)

    def write_parquet(analyses: Iterable[Analysis], target: Path) -> None:
        from diplonews.tabular.codebook import schema

        fields = schema("timeline")  # first, because its error says how to install pyarrow
        import pyarrow as pa
        from pyarrow import parquet

        parquet.write_table(pa.Table.from_pylist(rows(analyses), fields), target)

    kinds = {"jsonl": _lines_kind(lines), "csv": Kind(write=write_csv), "parquet": Kind(write=write_parquet)}
    chosen = choose(call.to, call.output, kinds)
    return Output(to=chosen, kinds=kinds, lines=lines, table=lambda analyses: show_timeline(made(analyses)))


def all_tables(call: Call) -> Output:
    """All tables of findings; JSON Lines are the analyses."""

    def lines(analyses: Iterable[Analysis]) -> Iterator[str]:
        return (to_json(analysis, evidence=call.evidence) for analysis in analyses)

    kinds = {"jsonl": _lines_kind(lines), **_tables(call)}
    views = (ARTICLES, DATES, QUOTES, EVENTS)
    return Output(to=choose(call.to, call.output, kinds), kinds=kinds, lines=lines, views=views)


def _tables(call: Call) -> Mapping[str, Kind]:
    def kind(format: Format, *, folder: bool = False) -> Kind:
        def write(analyses: Iterable[Analysis], target: Path) -> None:
            from diplonews.tabular import to_tables

            to_tables(analyses, embargoed=call.embargoed).write(target, format=format)

        return Kind(write=write, folder=folder)

    return {
        "csv": kind("csv", folder=True),
        "parquet": kind("parquet", folder=True),
        "duckdb": kind("duckdb"),
        "sqlite": kind("sqlite"),
    }


def exports(call: Call, options: Mapping[str, Any]) -> Output:
    """The formats of other programs, and all tables of findings.

    Args:
        options: arguments of `export`.
    """

    def kind(format: ExportFormat, *, folder: bool = False) -> Kind:
        def write(analyses: Iterable[Analysis], target: Path) -> None:
            from diplonews.exports.run import export

            export(analyses, target, format=format, embargoed=call.embargoed, **options)

        return Kind(write=write, folder=folder)

    from diplonews.exports.run import FORMATS

    if call.output is None:
        raise RefusedError("this writes a file: give --output its name")
    kinds: dict[str, Kind] = {name: kind(name, folder=name == "timeml") for name in FORMATS}
    kinds.update(_tables(call))
    return Output(to=choose(call.to, call.output, kinds), kinds=kinds)


def page(call: Call, title: str | None) -> Output:
    """The report page on a corpus."""

    def write(analyses: Iterable[Analysis], target: Path) -> None:
        from diplonews.reports import report

        report(analyses, target, title=title, embargoed=call.embargoed)

    kinds = {"html": Kind(write=write)}
    return Output(to=choose(call.to or "html", call.output, kinds), kinds=kinds)


def _lines_kind(lines: Lines) -> Kind:
    def write(analyses: Iterable[Analysis], target: Path) -> None:
        with target.open("w", encoding="utf-8", newline="\n") as file:
            for line in lines(analyses):
                file.write(f"{line}\n")

    return Kind(write=write)


def _write_csv(names: Sequence[str], rows: Iterable[Row], target: Path) -> None:
    from diplonews.tabular.writers import printed

    with target.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(names)
        writer.writerows(map(printed, row.values()) for row in rows)


def _row_json(row: Row) -> str:
    from diplonews.tabular.writers import printed

    return json.dumps(row, ensure_ascii=False, default=printed)
