"""The words of the temporal grammar: token kinds and values, cues, holidays, zones."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache
from types import MappingProxyType
from typing import Any

import attrs

from diplonews.errors import LexiconError
from diplonews.lexicons.datafiles import read_toml

__all__ = [
    "ForwardCues",
    "Holiday",
    "KnownDay",
    "TemporalWords",
    "load_context_words",
    "load_forward_cues",
    "load_holidays",
    "load_known_days",
    "load_temporal_words",
    "load_zone_places",
]

WORDS = "temporal.toml"
CUES = "temporal_cues.toml"
HOLIDAYS = "temporal_holidays.toml"
ZONES = "temporal_zones.toml"
CONTEXT = "temporal_context.toml"


@cache
def _read(name: str) -> Mapping[str, Any]:
    """A table of the English data folder."""
    return read_toml(f"en/{name}")


@attrs.frozen
class TemporalWords:
    """The token kind and value of each printed form.

    Attributes:
        kinds: printed form (exact case) to token kind.
        values: printed form (exact case) to the value of that kind.
    """

    kinds: Mapping[str, str]
    values: Mapping[str, str | int]


def _cases(form: str) -> tuple[str, ...]:
    return form, form.capitalize(), form.upper()


@cache
def load_temporal_words() -> TemporalWords:
    """The token kinds of English.

    Raises:
        LexiconError: if a form has two kinds.

    Example:
        >>> words = load_temporal_words()
        >>> words.kinds["Thursday"], words.values["Thursday"]
        ('WEEKDAY', 4)
        >>> "sat" in words.kinds
        False
    """
    data = _read(WORDS)
    kinds: dict[str, str] = {}
    values: dict[str, str | int] = {}
    for table in ("words", "cased"):
        for kind, rows in data[table].items():
            for form, value in rows.items():
                for printed in _cases(form) if table == "words" else (form, form.upper()):
                    if kinds.setdefault(printed, kind) != kind:
                        raise LexiconError(f"{form!r} is {kinds[printed]} and {kind}", file=WORDS, row=form)
                    values[printed] = value
    return TemporalWords(MappingProxyType(kinds), MappingProxyType(values))


@attrs.frozen(kw_only=True)
class ForwardCues:
    """The cues that a weekday lies ahead.

    Attributes:
        reach_words: the number of words to the left that are searched.
        phrases: by last word, the words before it (nearest first), for each cue.
        near_words, near_pairs, near_tokens: cues within that distance of it; a pair must be right before it.
        modals: verbs that are cues, each with the words that must not follow.
        arranged_singular, arranged_plural, arranged_after, arranged_reach: present tenses that express a plan;
            the plural after a plural or one of some words, both that many words before the date.
        headline_tokens, headline_no_verb: the longest headline, and words that are not infinitives after `to`.
        saying_verbs: verbs with which a weekday dates a quotation.
        stop_verbs: past tenses that end the search.
        keep_verbs: words with the ending `stop_suffix` that do not end it.
        stop_suffix, stop_length: a word of at least that many characters with that ending ends it too.
    """

    reach_words: int
    phrases: Mapping[str, tuple[tuple[str, ...], ...]]
    near_words: frozenset[str]
    near_pairs: frozenset[tuple[str, ...]]
    near_tokens: int
    modals: Mapping[str, frozenset[str]]
    arranged_singular: frozenset[str]
    arranged_plural: frozenset[str]
    arranged_after: frozenset[str]
    arranged_reach: int
    headline_tokens: int
    headline_no_verb: frozenset[str]
    saying_verbs: frozenset[str]
    stop_verbs: frozenset[str]
    keep_verbs: frozenset[str]
    stop_suffix: str
    stop_length: int


@cache
def load_forward_cues() -> ForwardCues:
    """The cues that point ahead, and what stops the search for them."""
    data = _read(CUES)
    phrases: dict[str, tuple[tuple[str, ...], ...]] = {}
    for phrase in data["forward"]["phrases"]:
        *before, last = phrase.split()
        phrases[last] = (*phrases.get(last, ()), tuple(reversed(before)))
    return ForwardCues(
        reach_words=data["forward"]["reach_words"],
        phrases=MappingProxyType(phrases),
        near_words=frozenset(data["near"]["words"]),
        near_pairs=frozenset(tuple(pair.split()) for pair in data["near"]["pairs"]),
        near_tokens=data["near"]["reach_tokens"],
        modals=MappingProxyType({verb: frozenset(words) for verb, words in data["modal"].items()}),
        arranged_singular=frozenset(data["arranged"]["singular"]),
        arranged_plural=frozenset(data["arranged"]["plural"]),
        arranged_after=frozenset(data["arranged"]["after"]),
        arranged_reach=data["arranged"]["reach_words"],
        headline_tokens=data["headline"]["longest_tokens"],
        headline_no_verb=frozenset(data["headline"]["no_verb"]),
        saying_verbs=frozenset(data["saying"]["verbs"]),
        stop_verbs=frozenset(data["stop"]["verbs"]),
        keep_verbs=frozenset(data["stop"]["keep"]),
        stop_suffix=data["stop"]["suffix"],
        stop_length=data["stop"]["shortest_word"],
    )


@attrs.frozen(kw_only=True)
class Holiday:
    """A feast day: a fixed date, the nth weekday of a month, or an offset in days from either or from Easter."""

    names: tuple[str, ...]
    month: int = 0
    day: int = 0
    weekday: int = 0
    nth: int = 0
    offset: int = 0
    easter: int | None = None


@cache
def load_holidays() -> Mapping[str, Holiday]:
    """The holiday of each name, in lower case.

    Example:
        >>> load_holidays()["boxing day"].day
        26
    """
    table: dict[str, Holiday] = {}
    for row in _read(HOLIDAYS)["holiday"]:
        holiday = Holiday(**{**row, "names": tuple(row["names"])})
        table |= dict.fromkeys(holiday.names, holiday)
    return MappingProxyType(table)


@attrs.frozen(kw_only=True)
class KnownDay:
    """A day named in the news without its year: by `figures`, or by month and day before one of some words."""

    figures: str
    year: int
    month: int
    day: int
    before: frozenset[str] = attrs.field(converter=frozenset)

    @property
    def date(self) -> date:
        """The day itself."""
        return date(self.year, self.month, self.day)


@cache
def load_known_days() -> tuple[KnownDay, ...]:
    """The days that are known without their year.

    Example:
        >>> load_known_days()[0].year
        2001
    """
    return tuple(KnownDay(**row) for row in _read(HOLIDAYS)["known"])


@cache
def load_zone_places() -> Mapping[str, str]:
    """The IANA zone of each place that may come before "time", in lower case.

    Example:
        >>> load_zone_places()["seoul"]
        'Asia/Seoul'
    """
    return MappingProxyType(dict(_read(ZONES)["places"]))


@cache
def load_context_words(name: str) -> frozenset[str]:
    """A list of words used beside expressions of time, in lower case.

    Raises:
        LexiconError: if there is no such list.

    Example:
        >>> "until" in load_context_words("before_clock")
        True
    """
    lists = _read(CONTEXT)["words"]
    if name not in lists:
        raise LexiconError(f"no list {name!r}; known lists: {', '.join(sorted(lists))}", file=CONTEXT)
    return frozenset(lists[name])
