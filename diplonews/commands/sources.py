"""The articles of the sources that a command was given."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from diplonews.commands.call import Call, Faults, RefusedError
from diplonews.errors import DiplonewsError
from diplonews.model import Article

__all__ = ["STANDARD_INPUT", "check_outside", "read"]

STANDARD_INPUT = "-"


def read(call: Call, faults: Faults) -> Iterator[Article]:
    """Each article of the sources, in order."""
    from diplonews.wire.parsing import parse_articles

    for name in call.sources:
        try:
            if name == STANDARD_INPUT:
                yield from parse_articles(sys.stdin.buffer.read(), format=call.format)
                continue
            path = Path(name)
            for file in sorted(p for p in path.rglob("*") if p.is_file()) if path.is_dir() else [path]:
                try:
                    yield from parse_articles(file.read_bytes(), format=call.format)
                except DiplonewsError as error:
                    faults.meet(ValueError(f"{file}: {error}"))
        except OSError as error:
            faults.meet(error)


def check_outside(call: Call) -> None:
    """Make sure that the run does not read what it writes.

    Raises:
        RefusedError: if the output lies in a folder among the sources.
    """
    assert call.output is not None
    output = call.output.resolve()
    for name in call.sources:
        folder = Path(name).resolve()
        if folder.is_dir() and output.is_relative_to(folder):
            raise RefusedError(f"{call.output} lies in {name}, which is read: give --output another folder")
