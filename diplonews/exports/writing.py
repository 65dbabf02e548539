"""Files that appear whole or not at all."""

from __future__ import annotations

import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

__all__ = ["check_target", "new_file", "new_folder"]


def check_target(path: Path, *, overwrite: bool, suffix: str | None) -> None:
    """Make sure that a file or folder may be written.

    Args:
        overwrite: whether what is there may be replaced.
        suffix: for a folder, what the names of the files in it end in; None for a file.

    Raises:
        FileNotFoundError: if the folder that it shall lie in is not there.
        FileExistsError: if something is there that may not be replaced: with `overwrite`, a folder in place of a
            file, or a folder with anything but files of that suffix in it.
    """
    if not path.parent.is_dir():
        raise FileNotFoundError(f"no folder {str(path.parent)!r} to write {path.name!r} in; make it first")
    if not path.exists():
        return
    if not overwrite:
        raise FileExistsError(f"{str(path)!r} is there already; pass overwrite=True to replace it")
    if path.is_dir() is not (suffix is not None):
        wanted, found = ("folder", "file") if suffix is not None else ("file", "folder")
        raise FileExistsError(f"{str(path)!r} is a {found}, and this format writes a {wanted}; choose another path")
    if suffix is not None:
        other = next((child.name for child in path.iterdir() if child.suffix != suffix), None)
        if other is not None:
            raise FileExistsError(f"{str(path)!r} holds {other!r}, which no export wrote; choose another path")


def _beside(path: Path) -> Path:
    return path.with_name(f".{path.name[:100]}.{secrets.token_hex(4)}.part")


@contextmanager
def new_file(path: Path) -> Iterator[Path]:
    """A path in the same folder to write to; it becomes `path` when the block ends, and is gone if it fails."""
    part = _beside(path)
    try:
        yield part
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


@contextmanager
def new_folder(path: Path) -> Iterator[Path]:
    """An empty folder beside `path` to write to; it becomes `path` when the block ends, and is gone if it fails."""
    part = _beside(path)
    part.mkdir()
    old = None
    try:
        yield part
        if path.exists():
            old = path.rename(_beside(path))
        part.rename(path)
    finally:
        for left in (part, old):
            if left is not None and left.exists():
                shutil.rmtree(left)
