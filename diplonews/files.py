"""Writes files completely or not at all.

New files are kept in a hidden folder beside their target (`.NAME.*.partial`) until they are complete, and are then
moved into place. An error or Ctrl-C removes that folder; a killed process leaves it, and it can be deleted.
"""

from __future__ import annotations

import os
import secrets
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

__all__ = ["new_file", "new_folder", "whole_folder"]


@contextmanager
def new_file(path: str | Path, *, overwrite: bool = False) -> Iterator[Path]:
    """A path to write a file to, which becomes `path` if the block ends without an error.

    Args:
        path: the file; missing parent folders are created.
        overwrite: whether it may replace a file.

    Raises:
        FileExistsError: if there is such a file, and `overwrite` is false.
        IsADirectoryError: if it is a folder.

    Example:
        >>> from tempfile import TemporaryDirectory
        >>> with TemporaryDirectory() as folder:
        ...     with new_file(f"{folder}/days.txt") as partial:
        ...         _ = partial.write_text("Tuesday")
        ...     [child.name for child in Path(folder).iterdir()]
        ['days.txt']
    """
    target = Path(path)
    if target.is_dir():
        raise IsADirectoryError(f"{target} is a folder; give the name of a file in it")
    _check_free([target], overwrite=overwrite)
    target.parent.mkdir(parents=True, exist_ok=True)
    with _stage(target.parent, target) as stage:
        yield stage / target.name
        (stage / target.name).replace(target)


@contextmanager
def new_folder(path: str | Path, names: Iterable[str], *, overwrite: bool = False) -> Iterator[Path]:
    """A folder to write files to, which become files of the folder `path` if the block ends without an error.

    A new folder appears with all its files at once. In an existing folder each file is moved into place
    separately, and other files stay unchanged.

    Args:
        path: the folder; it and its parents are created if missing.
        names: the files that the block writes.
        overwrite: whether they may replace files.

    Raises:
        FileExistsError: if the folder has such a file, and `overwrite` is false.
        NotADirectoryError: if `path` is a file.
    """
    target = Path(path)
    if target.exists() and not target.is_dir():
        raise NotADirectoryError(f"{target} is a file; give the name of a folder")
    files = [target / name for name in names]
    _check_free(files, overwrite=overwrite)
    target.parent.mkdir(parents=True, exist_ok=True)
    is_there = target.is_dir()
    with _stage(target if is_there else target.parent, target) as stage:
        yield stage
        if not is_there:
            stage.rename(target)
            return
        for file in files:
            (stage / file.name).replace(file)


@contextmanager
def whole_folder(path: str | Path, *, suffix: str, overwrite: bool = False) -> Iterator[Path]:
    """A folder to write files to, which becomes the folder `path` if the block ends without an error.

    Args:
        path: the folder; its parents are created if missing.
        suffix: the suffix of all files in it.
        overwrite: whether it may replace a folder and its contents, which must all be files with that suffix.

    Raises:
        FileExistsError: if there is such a folder, and `overwrite` is false; or if it contains anything else.
        NotADirectoryError: if `path` is a file.
    """
    target = Path(path)
    if target.exists() and not target.is_dir():
        raise NotADirectoryError(f"{target} is a file; give the name of a folder")
    _check_free([target], overwrite=overwrite)
    other = (
        next((child.name for child in target.iterdir() if child.suffix != suffix), None) if target.exists() else None
    )
    if other is not None:
        raise FileExistsError(f"{target} holds {other!r}, which is not a {suffix} file; name another folder")
    target.parent.mkdir(parents=True, exist_ok=True)
    with _stage(target.parent, target) as stage:
        (stage / "new").mkdir()
        yield stage / "new"
        if target.exists():
            target.rename(stage / "old")
        (stage / "new").rename(target)


def _check_free(files: Iterable[Path], *, overwrite: bool) -> None:
    taken = next((file for file in files if os.path.lexists(file)), None)
    if taken is not None and not overwrite:
        raise FileExistsError(f"{taken} exists; give another name, or overwrite=True to replace it")


@contextmanager
def _stage(parent: Path, target: Path) -> Iterator[Path]:
    """A temporary folder in `parent`, removed when the block ends; an error gets a note with the target."""
    stage = parent / f".{target.name}.{secrets.token_hex(4)}.partial"
    stage.mkdir()
    try:
        yield stage
    except Exception as error:
        error.add_note(f"nothing was written to {target}")
        raise
    finally:
        shutil.rmtree(stage, ignore_errors=True)
