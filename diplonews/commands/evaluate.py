"""`diplonews evaluate`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from diplonews.commands.options import Command
from diplonews.terminal import print_lines

__all__ = ["command"]

FILE = click.Path(path_type=Path)


def _names(_: click.Context, __: click.Parameter, value: str | None) -> list[str] | None:
    return value.split(",") if value is not None else None


@click.command(
    "evaluate",
    cls=Command,
    examples=[
        "diplonews evaluate tests/data/gold/dev/d-car-rebel-talks.gold.txt",
        "diplonews evaluate tests/data/gold/dev --layers dates --errors 5",
        "diplonews evaluate tests/data/gold/dev --layers dates --write scores.jsonl",
    ],
)
@click.argument("gold", nargs=-1, required=True, type=FILE, metavar="GOLD...")
@click.option("--layers", metavar="NAMES", callback=_names, help="Such as `dates,events`; default: all marked.")
@click.option(
    "--errors", type=click.IntRange(min=0), default=0, metavar="N", help="Show the first N errors in context."
)
@click.option("--write", type=FILE, metavar="FILE", help="File for scores and outcomes, to compare with later.")
@click.option("--against", type=FILE, metavar="FILE", help="A file written by --write: show what changed since.")
def command(*, gold: tuple[Path, ...], layers: Any, errors: int, write: Path | None, against: Path | None) -> None:
    """Score the findings against articles marked by hand.

    GOLD is a folder, or a .gold.txt, .ann, .conll or .jsonl file.
    """
    from diplonews.evaluation import Evaluation, compare, evaluate

    before = Evaluation.read(against) if against is not None else None
    result = evaluate(gold, layers=layers)
    print_lines(str(result))
    shown = result.errors
    if before is not None:
        changes = compare(before, result)
        print_lines(f"\nSince {against}\n\n{changes}")
        shown = changes.new
    for error in shown[:errors]:
        print_lines(f"\n{error}")
    if write is not None:
        result.write(write)
