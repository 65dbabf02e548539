"""The journal of a run: the result for each article, so that a stopped run can continue.

A run that writes to OUTPUT works in the folder `OUTPUT.unfinished` beside it, which holds the journal and the
output so far. The complete output is moved to OUTPUT in one step, and the folder is removed. However a run is
stopped, OUTPUT is complete or as it was before.

The journal is one file. Its first line holds the settings of the run; each further line is the key of an
article, a blank and its analysis as JSON. A line is written whole before the next article is taken, so a kill can
leave only the last line incomplete; that line is cut off. An article that failed has no line and is tried again.
"""

from __future__ import annotations

import json
import os
import shutil
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING, TypeAlias

import attrs

from diplonews.commands.call import RefusedError
from diplonews.model import Analysis, Article
from diplonews.model.identity import digest
from diplonews.serialize import from_json, to_json

if TYPE_CHECKING:
    from types import TracebackType
    from typing import Self

__all__ = ["Journal", "is_stopped", "unfinished"]

SUFFIX = ".unfinished"
NAME = "journal"

Settings: TypeAlias = Mapping[str, object]
Analyze: TypeAlias = Callable[[Iterable[Article]], Iterator[Analysis]]


class Journal:
    """The analyses of a run, kept in a file as they are made.

    Args:
        path: the file; it is created if missing.
        settings: the settings of the run, as JSON values.
        fresh: discard the file's content.

    Raises:
        RefusedError: if the file belongs to a run with other settings, or another process writes to it.
    """

    def __init__(self, path: Path, settings: Settings, *, fresh: bool = False) -> None:
        self.path = path
        self._end = path.open("ab", buffering=0)  # failed writes are not repeated on closing
        self._file = path.open("rb")
        try:
            _lock(self._end, path)
            if fresh:
                self._end.truncate(0)
            self._places = self._read(json.loads(json.dumps(settings)))
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        """Close the file; other processes may then write to it."""
        self._file.close()
        self._end.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None) -> None:
        self.close()

    def __len__(self) -> int:
        return len(self._places)

    def _read(self, settings: Settings) -> dict[str, int]:
        """The offset of each key's line; an incomplete last line is cut off."""
        self._file.seek(0)
        first = self._file.readline()
        if not first.endswith(b"\n"):
            self._end.truncate(0)
            self._write(json.dumps(settings, ensure_ascii=False))
            return {}
        _compare(json.loads(first), settings, self.path)
        places: dict[str, int] = {}
        place = self._file.tell()
        for line in self._file:
            if not line.endswith(b"\n"):
                self._end.truncate(place)
                break
            places[line.partition(b" ")[0].decode()] = place
            place += len(line)
        return places

    def _write(self, line: str) -> int:
        """Append a line and return its offset."""
        left = memoryview(f"{line}\n".encode())
        place = self._end.seek(0, os.SEEK_END)
        try:
            while left:
                left = left[self._end.write(left) :]
        except OSError as error:
            raise OSError(error.errno, error.strerror, str(self.path)) from error
        return place

    def note(self, key: str, analysis: Analysis) -> None:
        """Keep an analysis."""
        self._places[key] = self._write(f"{key} {to_json(analysis, evidence=True)}")

    def recall(self, place: int) -> Analysis:
        """The analysis in the line at an offset.

        Raises:
            RefusedError: if something else has changed the file.
        """
        self._file.seek(place)
        try:
            return from_json(Analysis, self._file.readline().partition(b" ")[2])
        except ValueError as error:
            raise RefusedError(f"{self.path} is damaged, --overwrite starts again: {error}") from error

    def analyses(self, articles: Iterable[Article], analyze: Analyze) -> Iterator[Analysis]:
        """An analysis for each article, in order: from the journal, or made now and added to it.

        Args:
            articles: passed on to `analyze`.
            analyze: yields an analysis for each article, in order; one with an `error` is not added to the journal.
        """
        waiting: deque[tuple[str, str, int | None]] = deque()

        def unknown() -> Iterator[Article]:
            for number, article in enumerate(articles):
                key = digest(to_json(article))
                place = self._places.get(key)
                waiting.append((key, article.identifier or str(number), place))
                if place is None:
                    yield article

        def known() -> Iterator[Analysis]:
            while waiting and (place := waiting[0][2]) is not None:
                yield attrs.evolve(self.recall(place), id=waiting.popleft()[1])

        for analysis in analyze(unknown()):
            yield from known()
            key, name, _ = waiting.popleft()
            named = attrs.evolve(analysis, id=name)
            if named.error is None:
                self.note(key, named)
            yield named
        yield from known()


def _lock(file: IO[bytes], path: Path) -> None:
    """Keep other processes out as long as the file is open; on systems without such locks nothing happens."""
    try:
        import fcntl
    except ImportError:
        return
    try:
        fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        raise RefusedError(f"another run is writing to {path.parent}: wait for it, or stop it") from None


def _compare(then: Settings, now: Settings, path: Path) -> None:
    """Refuse to continue a run begun with other settings."""
    changed = [name for name in {**then, **now} if then.get(name) != now.get(name)]
    if changed:
        told = "; ".join(f"{name} was {then.get(name)!r:.60} and is now {now.get(name)!r:.60}" for name in changed)
        raise RefusedError(
            f"{path.parent} is a run that was stopped and asked for something else ({told}): "
            "call it as before to continue it, or with --overwrite to start again"
        )


def is_stopped(output: Path) -> bool:
    """Whether a run for an output is unfinished."""
    journal = _folder(output) / NAME
    return journal.exists() and journal.stat().st_size > 0


def _folder(output: Path) -> Path:
    return output.with_name(output.name + SUFFIX)


@contextmanager
def unfinished(output: Path, settings: Settings, *, resume: bool, overwrite: bool) -> Iterator[tuple[Path, Journal]]:
    """The path for writing the future `output`, and the journal of the run.

    The block writes a file or a folder of files at that path; when the block ends, the result is
    moved to `output`. If the block raises, the journal is kept for another run to continue, or removed if
    it holds no article.

    Args:
        output: a file or folder.
        settings: see `Journal`.
        resume: continue a stopped run, if there is one.
        overwrite: replace an existing `output`, and start a stopped run again. In a folder, only
            files of the same names are replaced.

    Raises:
        RefusedError: if `output` or a stopped run exists and may not be touched; see also `Journal`.
    """
    folder = _folder(output)
    stopped = is_stopped(output)
    if stopped and not (resume or overwrite):
        raise RefusedError(f"{folder} is a run that was stopped: --resume continues it, --overwrite starts again")
    if _is_taken(output) and not (overwrite or stopped):
        raise RefusedError(f"{output} exists already: --overwrite replaces it")
    folder.mkdir(parents=True, exist_ok=True)
    kept = 1
    try:
        with Journal(folder / NAME, settings, fresh=not resume) as journal:
            _clear(folder, but=journal.path)
            try:
                yield folder / output.name, journal
            finally:
                kept = len(journal)
            _move(folder / output.name, output)
    except BaseException:
        if not kept:
            shutil.rmtree(folder)
        raise
    shutil.rmtree(folder)


def _is_taken(output: Path) -> bool:
    return any(output.iterdir()) if output.is_dir() else output.exists()


def _clear(folder: Path, *, but: Path) -> None:
    """Remove the output of a stopped run."""
    for path in folder.iterdir():
        if path.is_dir():
            shutil.rmtree(path)
        elif path != but:
            path.unlink()


def _move(new: Path, output: Path) -> None:
    """Put a file, or each file of a folder, in its place, in one step each."""
    if not new.is_dir():
        new.replace(output)
        return
    output.mkdir(exist_ok=True)
    for file in sorted(new.iterdir()):
        file.replace(output / file.name)
