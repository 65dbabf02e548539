"""Tables for the lines around a story: furniture, marks, zone abbreviations, month names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from types import MappingProxyType
from typing import Any

import attrs

from diplonews.lexicons.datafiles import read_toml

__all__ = [
    "LineForm",
    "Stamps",
    "Zones",
    "load_caption_cues",
    "load_captions",
    "load_line_forms",
    "load_prefixes",
    "load_stamps",
    "load_zones",
    "zone_in",
]


@attrs.frozen(kw_only=True)
class LineForm:
    """One form of line.

    Attributes:
        id: names the rule in results.
        pattern: regular expression.
        example: a line that it matches.
        counter: a line that it does not match.
        kind: name of the region it becomes; "" if the table has only one.
        where: `head`, `tail` or "" (anywhere).
        begins: the characters that a line of this form can begin with, `0` for any digit and a space for any white
            space; "" for any character.
        needle: characters that every line of this form contains; other lines are not tried.
        long: whether lines of more than 160 characters can be of this form.
    """

    id: str
    pattern: str
    example: str
    counter: str
    kind: str = ""
    where: str = ""
    begins: str = ""
    needle: str = ""
    long: bool = False


@attrs.frozen(kw_only=True, eq=False)
class Zones:
    """Zone abbreviations.

    Attributes:
        zones: abbreviation to IANA name or offset.
        rfc822: those that RFC 822 defines, to offsets.
        ambiguous: abbreviation to a mapping from country (alpha-3) to zone.
        month_first: abbreviations of places that write the month before the day.
    """

    zones: Mapping[str, str]
    rfc822: Mapping[str, str]
    ambiguous: Mapping[str, Mapping[str, str]]
    month_first: frozenset[str]


@attrs.frozen(kw_only=True, eq=False)
class Stamps:
    """Words around a time of publication.

    Attributes:
        published, updated: labels.
        no_surnames: words, case folded, that end the name of an outlet and never a person's.
        before_clock: words between a day and its clock reading.
        after_year, after_clock: words after the figures of a year, of a clock reading.
        morning, afternoon: words for the half of the day, case folded.
    """

    published: tuple[str, ...]
    updated: tuple[str, ...]
    no_surnames: frozenset[str]
    before_clock: tuple[str, ...]
    after_year: tuple[str, ...]
    after_clock: tuple[str, ...]
    morning: tuple[str, ...]
    afternoon: tuple[str, ...]


def _read(name: str) -> dict[str, Any]:
    return read_toml(name)


@cache
def _layout() -> dict[str, Any]:
    return _read("en/layout.toml")


@cache
def load_line_forms() -> tuple[LineForm, ...]:
    """Forms of whole lines, in the order in which they are tried."""
    return tuple(LineForm(**row) for row in _layout()["row"])


@cache
def load_prefixes() -> tuple[LineForm, ...]:
    """The forms that may come before a headline on its line: update marks and labels."""
    return tuple(LineForm(**row) for row in _layout()["prefix"])


@cache
def load_captions() -> tuple[LineForm, ...]:
    """Forms of photo captions; a group `credit` is the photographer's credit."""
    return tuple(LineForm(**row) for row in _layout()["caption"])


@cache
def load_caption_cues() -> tuple[LineForm, ...]:
    """The forms that distinguish a caption from a paragraph of the story."""
    return tuple(LineForm(**row) for row in _layout()["cue"])


@cache
def load_zones() -> Zones:
    """Zone abbreviations, plain and ambiguous."""
    table = _read("zones.toml")
    ambiguous = {name: MappingProxyType(row) for name, row in table["ambiguous"].items()}
    return Zones(
        zones=MappingProxyType(table["zones"]),
        rfc822=MappingProxyType(table["rfc822"]),
        ambiguous=MappingProxyType(ambiguous),
        month_first=frozenset(table["month_first"]),
    )


def zone_in(abbreviation: str, countries: Iterable[str | None]) -> str | None:
    """The zone that an ambiguous abbreviation means in those countries (alpha-3); None if not one.

    Example:
        >>> zone_in("IST", ["ISR", None]), zone_in("IST", ["ISR", "IND"]), zone_in("IST", ["NOR"])
        ('Asia/Jerusalem', None, None)
    """
    row = load_zones().ambiguous.get(abbreviation, {})
    meant = {row[country] for country in countries if country is not None and country in row}
    return meant.pop() if len(meant) == 1 else None


@cache
def load_stamps() -> Stamps:
    """Labels of timestamps, and the words around a clock reading in languages other than English."""
    table = _read("stamps.toml")
    labels, clock = table["labels"], table["clock"]
    return Stamps(
        published=tuple(labels["published"]),
        updated=tuple(labels["updated"]),
        no_surnames=frozenset(table["bylines"]["no_surnames"]),
        before_clock=tuple(clock["before"]),
        after_year=tuple(clock["after_year"]),
        after_clock=tuple(clock["after"]),
        morning=tuple(clock["morning"]),
        afternoon=tuple(clock["afternoon"]),
    )


def alternation(words: Mapping[str, Any] | tuple[str, ...]) -> str:
    """A pattern for any of the words, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
