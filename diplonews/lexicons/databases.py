"""The labels that newspaper databases use in exported articles."""

from __future__ import annotations

from functools import cache
from typing import Any

from diplonews.lexicons.datafiles import read_toml

__all__ = ["database_labels", "labels_after_body", "language_named"]


@cache
def _table() -> dict[str, Any]:
    return read_toml("databases.toml")


def database_labels(database: str) -> dict[str, str]:
    """Map each label of a database, in lower case, to the field after it.

    Example:
        >>> database_labels("factiva")["hd"]
        'headline'
    """
    labels: dict[str, str] = _table()[database]
    return labels


def labels_after_body(database: str) -> frozenset[str]:
    """The labels that end a body."""
    return frozenset(_table()["after"].get(database, ()))


def language_named(name: str) -> str | None:
    """The tag of a language by its name, or None.

    Example:
        >>> language_named("ENGLISH"), language_named("Klingon")
        ('en', None)
    """
    tag: str | None = _table()["languages"].get(name.strip(" .").casefold())
    return tag
