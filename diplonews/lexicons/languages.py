"""Languages: the words and scripts that identify them, and their codes."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

import attrs

from diplonews.lexicons.datafiles import read_toml

__all__ = ["LanguageTable", "load_languages"]


@attrs.frozen(kw_only=True, eq=False)
class LanguageTable:
    """The evidence that distinguishes languages.

    Attributes:
        words: short word, case folded, to the languages that have it.
        scripts: code points (first, last) of scripts that belong to one language, and that language.
        close: language to those that may be stated in its place.
        short: three-letter code to two-letter code.
    """

    words: Mapping[str, tuple[str, ...]]
    scripts: tuple[tuple[int, int, str], ...]
    close: Mapping[str, frozenset[str]]
    short: Mapping[str, str]


@cache
def load_languages() -> LanguageTable:
    """The table.

    Example:
        >>> load_languages().short["deu"]
        'de'
    """
    data = read_toml("languages.toml")
    words: dict[str, tuple[str, ...]] = {}
    for language, small in data["words"].items():
        for word in dict.fromkeys(small.split()):
            words[word] = (*words.get(word, ()), language)
    groups = [frozenset(group) for group in data["close"]["groups"]]
    return LanguageTable(
        words=MappingProxyType(words),
        scripts=tuple((first, last, row["language"]) for row in data["script"] for first, last in row["blocks"]),
        close=MappingProxyType({language: group for group in groups for language in group}),
        short=MappingProxyType(data["short"]),
    )
