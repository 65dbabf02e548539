"""The parsers that installed packages bring, by their entry points."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from importlib.machinery import PathFinder
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

__all__ = ["parser_plugins"]

GROUP = "diplonews.parsers"
METADATA = (".dist-info", ".egg-info", "egg-info")  # the last inside an `.egg`


def parser_plugins() -> Iterable[EntryPoint]:
    """The entry points of the group `diplonews.parsers`.

    `importlib.metadata` loads the e-mail library to read them, so it is asked only where some file of
    entry points names the group, or where packages are not folders.
    """
    if not _may_have_plugins():
        return ()
    from importlib.metadata import entry_points

    return entry_points(group=GROUP)


def _may_have_plugins() -> bool:
    others = (finder for finder in sys.meta_path if finder is not PathFinder)
    return any(hasattr(finder, "find_distributions") for finder in others) or any(map(_names_group, sys.path))


def _names_group(path: str) -> bool:
    """Whether a package in the folder declares such an entry point; True for a path that is a file."""
    folder = Path(path)
    try:
        packages = [package for package in folder.iterdir() if package.name.lower().endswith(METADATA)]
    except NotADirectoryError:
        return True
    except OSError:
        return False
    return any(map(_holds_group, packages))


def _holds_group(package: Path) -> bool:
    try:
        return GROUP.encode() in (package / "entry_points.txt").read_bytes()
    except OSError:
        return False
