"""What the columns of tables of articles are called."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType

__all__ = ["fold_column", "load_columns"]


def fold_column(name: str) -> str:
    """The name of a column as it is compared: `published_at`, `publishedAt` and `Published at` are one.

    Example:
        >>> fold_column("published_at") == fold_column("publishedAt")
        True
    """
    return "".join(filter(str.isalnum, name.casefold()))


@cache
def load_columns() -> Mapping[str, tuple[frozenset[str], ...]]:
    """Field of an article to the folded names of columns that hold it, the surest set first.

    Example:
        >>> "publishedat" in load_columns()["published"][0]
        True
    """
    text = (files("diplonews.lexicons") / "data" / "columns.toml").read_text(encoding="utf-8")
    rows = tomllib.loads(text)["columns"]
    return MappingProxyType(
        {field: tuple(frozenset(map(fold_column, names)) for names in ranks) for field, ranks in rows.items()}
    )
