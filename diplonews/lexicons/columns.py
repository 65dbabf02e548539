"""The names of columns in tables of articles."""

from __future__ import annotations

from collections.abc import Container, Mapping
from functools import cache
from types import MappingProxyType
from typing import Any

from diplonews.lexicons.datafiles import read_toml

__all__ = ["fold_column", "is_in_utc", "load_columns"]


def fold_column(name: str) -> str:
    """The name of a column, folded for comparison: `published_at`, `publishedAt` and `Published at` are equal.

    Example:
        >>> fold_column("published_at") == fold_column("publishedAt")
        True
    """
    return "".join(filter(str.isalnum, name.casefold()))


@cache
def _table() -> dict[str, Any]:
    return read_toml("columns.toml")


@cache
def load_columns() -> Mapping[str, tuple[frozenset[str], ...]]:
    """Map each field of an article to the folded names of its columns, the most reliable set first.

    Example:
        >>> "publishedat" in load_columns()["published"][0]
        True
    """
    rows = _table()["columns"]
    return MappingProxyType(
        {field: tuple(frozenset(map(fold_column, names)) for names in ranks) for field, ranks in rows.items()}
    )


def is_in_utc(column: str, names: Container[str]) -> bool:
    """Whether clock readings without a zone are known to be in UTC.

    Args:
        column: the name of theirs.
        names: the names of all columns of the table.

    Example:
        >>> is_in_utc("date_gmt", ()), is_in_utc("pubDate", ("article_id", "pubDate")), is_in_utc("date", ("date",))
        (True, True, False)
    """
    utc = _table()["utc"]
    ends = fold_column(column).endswith(tuple(utc["endings"]))
    return ends or any(all(name in names for name in table) for table in utc["tables"])
