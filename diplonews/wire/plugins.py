"""The parsers of installed packages, found by their entry points."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from importlib.machinery import PathFinder
from os import scandir
from os.path import join
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

__all__ = ["parser_plugins"]

GROUP = "diplonews.parsers"
METADATA = (".dist-info", ".egg-info", "egg-info")  # the last inside an `.egg`


def parser_plugins() -> Iterable[EntryPoint]:
    """The entry points of the group `diplonews.parsers`.

    `importlib.metadata` loads the e-mail library to read them, so it is used only if some file of
    entry points names the group, or if packages are not folders.
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
    try:
        packages = [entry.path for entry in scandir(path or ".") if entry.name.lower().endswith(METADATA)]
    except NotADirectoryError:
        return True
    except OSError:
        return False
    return any(map(_holds_group, packages))


def _holds_group(package: str) -> bool:
    try:
        with open(join(package, "entry_points.txt"), "rb") as file:  # noqa: PTH118, PTH123 -- loading pathlib takes longer
            return GROUP.encode() in file.read()
    except OSError:
        return False
