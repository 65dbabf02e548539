"""Nouns, titles and first names of possible speakers, loaded on first use."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from diplonews.lexicons.datafiles import read_toml

__all__ = ["first_name_gender", "noun_gender", "speaker_words"]


@cache
def _table(name: str) -> Mapping[str, frozenset[str]]:
    table = read_toml(f"en/{name}")
    return MappingProxyType({part: frozenset(row["words"].split()) for part, row in table.items() if part != "meta"})


@cache
def speaker_words(*kinds: str) -> frozenset[str]:
    """The words of some kinds together, in small letters.

    Args:
        kinds: sections of `speakers.toml`, such as `documents`, `groups` or `titles`.

    Example:
        >>> "report" in speaker_words("documents"), speaker_words("aides", "titles") > speaker_words("titles")
        (True, True)
    """
    return frozenset().union(*(_table("speakers.toml")[kind] for kind in kinds))


def first_name_gender(name: str) -> str | None:
    """`f`, `m`, or "" for a first name used for both; None for a word that is not a known first name.

    Example:
        >>> first_name_gender("Susan"), first_name_gender("Seoul")
        ('f', None)
    """
    for gender, section in (("f", "female"), ("m", "male"), ("", "any")):
        if name in _table("first_names.toml")[section]:
            return gender
    return None


def noun_gender(noun: str) -> str | None:
    """`f` or `m` for a noun or title that implies it, else None.

    Example:
        >>> noun_gender("spokeswoman"), noun_gender("minister")
        ('f', None)
    """
    if noun in speaker_words("female"):
        return "f"
    return "m" if noun in speaker_words("male") else None
