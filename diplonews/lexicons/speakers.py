"""Nouns that tell who or what may speak, loaded on first use."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources
from types import MappingProxyType

__all__ = ["speaker_words"]


@cache
def _table() -> Mapping[str, frozenset[str]]:
    source = resources.files("diplonews.lexicons") / "data" / "en" / "speakers.toml"
    table = tomllib.loads(source.read_text(encoding="utf-8"))
    return MappingProxyType({name: frozenset(part["words"].split()) for name, part in table.items() if name != "meta"})


def speaker_words(kind: str) -> frozenset[str]:
    """The words of one kind, in small letters.

    Args:
        kind: `documents`, `groups` or `labels` (what stands before a colon and does not speak).

    Example:
        >>> "report" in speaker_words("documents")
        True
    """
    return _table()[kind]
