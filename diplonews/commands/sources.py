"""The articles of a command's sources."""

from __future__ import annotations

import glob
import json
import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path, PurePath
from typing import Any

import attrs

from diplonews.commands.call import Call, Faults, RefusedError
from diplonews.errors import ReadError, UnknownFormatError
from diplonews.logs import logger
from diplonews.model import Analysis, Article
from diplonews.reading import iter_articles, newest_versions
from diplonews.reading.columns import NAMED, ColumnError
from diplonews.serialize import from_json

__all__ = ["are_analyses", "check_outside", "read", "read_analyses"]

STANDARD_INPUT = "-"
ANALYSES = (".jsonl", ".ndjson")
ARGUMENT = re.compile(rf"\b(?:{'|'.join(NAMED)})=")
COMPACT = "form"  # a field only of analyses without evidence


def read(call: Call, faults: Faults) -> Iterable[Article]:
    """The articles of the sources, in order; with `newest`, without those replaced by a later version.

    An article identified by its place has the path relative to the source as identifier. With several
    sources, which may hold files of the same name, the path is relative to the working folder.

    Raises:
        RefusedError: if the format is unknown.
    """
    articles = _read(call, faults)
    return newest_versions(articles) if call.newest else articles


def _read(call: Call, faults: Faults) -> Iterator[Article]:
    several = len(call.sources) > 1
    for name in call.sources:
        folder = _folder(name)
        logger.info("reading %s", name)
        for entry in _entries(name, call.reading):
            if isinstance(entry, Article):
                yield _placed_in(folder, entry) if several else entry
            elif isinstance(entry, ReadError):
                faults.meet(ReadError(_with_options(entry), place=(folder / entry.place).as_posix()))
            else:
                faults.meet(entry)


def _with_options(error: ReadError) -> str:
    """The message, with options in place of the arguments that name columns."""
    return ARGUMENT.sub(r"--\g<0>", error.message) if isinstance(error.__cause__, ColumnError) else error.message


def _entries(name: str, reading: Mapping[str, Any]) -> Iterator[Article | ReadError | OSError]:
    """The articles of a source, and errors for what can't be read."""
    try:
        yield from iter_articles(_source(name), **reading, on_error="yield")
    except UnknownFormatError as error:
        raise RefusedError(str(error)) from None
    except (ReadError, OSError) as error:  # an error of the whole source
        yield error


def _source(name: str) -> object:
    return sys.stdin.buffer if name == STANDARD_INPUT else name


def _folder(name: str) -> PurePath:
    """The folder that the places in a source are relative to."""
    path = Path(name)
    if name == STANDARD_INPUT or path.is_dir():
        return path if name != STANDARD_INPUT else PurePath()
    patterns = [number for number, part in enumerate(path.parts) if glob.has_magic(part)]
    return path.parent if path.exists() or not patterns else PurePath(*path.parts[: patterns[0]])


def _placed_in(folder: PurePath, article: Article) -> Article:
    """The article; if it is identified by its place, with the folder before that."""
    if article.identifier is None or not any(e.rule == "place" and e.field == "identifier" for e in article.evidence):
        return article
    return attrs.evolve(article, identifier=(folder / article.identifier).as_posix())


def check_outside(call: Call) -> None:
    """Make sure that the run does not read what it writes.

    Raises:
        RefusedError: if the output is inside a folder among the sources.
    """
    assert call.output is not None
    output = call.output.resolve()
    for name in call.sources:
        folder = Path(name).resolve()
        if folder.is_dir() and output.is_relative_to(folder):
            raise RefusedError(f"{call.output} is inside {name}, which is read: give --output another folder")


def are_analyses(call: Call) -> bool:
    """Whether the sources are files of analyses, as `diplonews analyze` writes them, rather than articles.

    Raises:
        RefusedError: if some are and some are not.
    """
    kinds = {name: _holds_analyses(name) for name in call.sources}
    if len(set(kinds.values())) > 1:
        stored = next(name for name, is_stored in kinds.items() if is_stored)
        raise RefusedError(f"{stored} holds analyses, while other sources hold articles: give them to separate calls")
    return any(kinds.values())


def _holds_analyses(name: str) -> bool:
    path = Path(name)
    if path.suffix.lower() not in ANALYSES or not path.is_file():
        return False
    with path.open("rb") as file:
        try:
            first = json.loads(file.readline())
        except ValueError:
            return False
    if not isinstance(first, dict) or not isinstance(first.get("article"), dict):
        return False
    if COMPACT in first:
        logger.warning("%s has no evidence: columns about cues and mentions of actors will be empty", name)
    return True


def read_analyses(call: Call, faults: Faults) -> Iterator[Analysis]:
    """Each analysis in the files; a line without one is a fault."""
    for name in call.sources:
        with Path(name).open("rb") as file:
            for number, line in enumerate(file, start=1):
                try:
                    analysis = from_json(Analysis, line)
                except ValueError as error:
                    faults.meet(ReadError(str(error), place=f"{name}#{number}"))
                else:
                    yield analysis
