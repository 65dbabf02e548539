"""Other languages' weekdays alone, weeks, months and years counted from now, and words that point ahead."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Any

import attrs

from diplonews.lexicons.datafiles import read_toml

__all__ = ["Ahead", "Bare", "load_ahead", "load_bare_weekdays", "load_period_words"]

STEPS = {"last": -1, "this": 0, "next": 1}


@attrs.frozen(kw_only=True)
class Bare:
    """The conditions for a weekday to mean a single day.

    Attributes:
        led_by: words, one of which must come before it; empty if none is needed.
        not_after: words after which it is not a single day.
        behind: a regular expression for the text after it, or "".
        capital: whether it has a capital inside a sentence.
    """

    led_by: frozenset[str]
    not_after: frozenset[str]
    behind: str
    capital: bool


@attrs.frozen(kw_only=True)
class Ahead:
    """The signs in a sentence that a day is to come.

    Attributes:
        side: their position: `left` of the day (right of a day that opens the sentence), `right`, or `both`.
        words: whole words.
        endings: endings of verbs.
        inside: strings anywhere, for writing without spaces; or None.
    """

    side: str
    words: frozenset[str]
    endings: tuple[str, ...]
    inside: re.Pattern[str] | None


@cache
def _table() -> Mapping[str, Any]:
    name = "temporal_relative.toml"
    return read_toml(name)


@cache
def load_period_words() -> Mapping[str, Mapping[tuple[str, int], tuple[str, ...]]]:
    """By language, regular expressions for the units (`W`, `M`, `Y`) counted from the present one.

    Example:
        >>> load_period_words()["fr"]["W", -1]
        ('semaine dernière', 'semaine passée')
    """
    return MappingProxyType(
        {
            language: MappingProxyType(
                {(unit, STEPS[step]): tuple(words) for unit, row in rows.items() for step, words in row.items()}
            )
            for language, rows in _table()["periods"].items()
        }
    )


@cache
def load_bare_weekdays() -> Mapping[str, Bare]:
    """By language, the conditions for a weekday without "last" or "next".

    Example:
        >>> "chaque" in load_bare_weekdays()["fr"].not_after
        True
    """
    return MappingProxyType(
        {
            language: Bare(
                led_by=frozenset(row.get("led_by", ())),
                not_after=frozenset(row.get("not_after", ())),
                behind=row.get("behind", ""),
                capital=row.get("capital", False),
            )
            for language, row in _table()["bare"].items()
        }
    )


@cache
def load_ahead() -> Mapping[str, Ahead]:
    """By language, the signs that a day is to come.

    Example:
        >>> "wird" in load_ahead()["de"].words
        True
    """
    return MappingProxyType(
        {
            language: Ahead(
                side=row["side"],
                words=frozenset(row.get("words", ())),
                endings=tuple(row.get("endings", ())),
                inside=re.compile("|".join(map(re.escape, row["inside"]))) if "inside" in row else None,
            )
            for language, row in _table()["ahead"].items()
        }
    )
