"""Words of datelines: months, regions, countries, cities printed without a country.

Each table is made from the data file when it is first needed.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

import attrs

from diplonews.lexicons.datafiles import read_toml
from diplonews.lexicons.places import fold_place, load_places
from diplonews.lexicons.temporal_names import load_month_numbers

__all__ = ["DatelineWords", "RegionMeaning", "fold_word", "load_dateline_words", "load_months", "load_regions"]

FILE = "datelines.toml"


@attrs.frozen
class RegionMeaning:
    """One meaning of a region's name: a country, and its part where that matters.

    Attributes:
        country: ISO 3166 alpha-3.
        city: a well-known town of that part, which identifies it in the table of places, or "".
        code: GeoNames' code of the part if given in the table (states of the U.S.), or "".
    """

    country: str
    city: str = ""
    code: str = ""


@attrs.frozen(kw_only=True, eq=False)
class DatelineWords:
    """The words of datelines other than places.

    Attributes:
        weekdays, particles, directions, generic, landmarks, not_places, first, compounds: folded words.
        aboard, notes: the openings of places at sea and of notes in capitals, folded, each with the space after it.
        kept: zone -> the zone used to date news from its places.
        reporters: words after a reporter's name in Korean, Japanese and Chinese datelines.
        unbracketed: agencies printed after the place without brackets, the longest first.
        codes: agency's code -> countries in which it is also the code of a state or province.
        stand_alone: folded name of a city -> country and zone.
    """

    weekdays: frozenset[str]
    particles: frozenset[str]
    aboard: tuple[str, ...]
    directions: frozenset[str]
    generic: frozenset[str]
    landmarks: frozenset[str]
    not_places: frozenset[str]
    first: frozenset[str]
    compounds: frozenset[str]
    notes: tuple[str, ...]
    kept: dict[str, str]
    unbracketed: tuple[str, ...]
    reporters: tuple[str, ...]
    codes: dict[str, frozenset[str]]
    stand_alone: dict[str, tuple[str, str]]


def fold_word(word: str) -> str:
    """A month's or weekday's name, folded for look-up.

    Example:
        >>> fold_word("Sept."), fold_word("MÄRZ")
        ('sept', 'märz')
    """
    return word.rstrip(".").casefold()


def _region_rows(data: dict[str, Any]) -> Iterator[tuple[str, RegionMeaning]]:
    """Every name of a region with a meaning, states before countries."""
    for code, names in data["states"].items():
        yield from ((name, RegionMeaning("USA", code=code)) for name in (code, *names))
    for group in data["regions"]:
        for city, *names in group["rows"]:
            yield from ((name, RegionMeaning(group["country"], city=fold_place(city))) for name in names)
    for country, names in data["countries"].items():
        yield from ((name, RegionMeaning(country)) for name in names)
    for name, countries in data["former"].items():
        yield from ((name, RegionMeaning(country)) for country in countries)
    yield from ((name, RegionMeaning(country)) for name, country in load_places().names.items())


@cache
def _table() -> dict[str, Any]:
    return read_toml(f"en/{FILE}")


@cache
def load_regions() -> dict[str, tuple[RegionMeaning, ...]]:
    """Map the folded name of each state, province and country to its readings.

    Example:
        >>> [reading.country for reading in load_regions()["georgia"]]
        ['USA', 'GEO']
    """
    table: dict[str, dict[RegionMeaning, None]] = {}
    for name, reading in _region_rows(_table()):
        table.setdefault(fold_place(name), {})[reading] = None
    return {name: tuple(readings) for name, readings in table.items()}


@cache
def load_months() -> dict[str, int]:
    """Map each folded form that means the same month in all languages to that month, 1 to 12.

    Example:
        >>> load_months()["août"]
        8
    """
    table = {fold_word(name): number for name, number in load_month_numbers().items()}
    return table | {fold_word(form): int(month) for month, forms in _table()["months"].items() for form in forms}


@cache
def load_dateline_words() -> DatelineWords:
    """The words of datelines, read once, on first use.

    Example:
        >>> sorted(load_dateline_words().first)[:2]
        ['afp', 'ap']
    """
    data = _table()
    words = {name: frozenset(map(fold_word, forms)) for name, forms in data["words"].items()}
    return DatelineWords(
        weekdays=words["weekdays"],
        particles=words["particles"],
        aboard=tuple(f"{form} " for form in words["aboard"]),
        directions=words["directions"],
        generic=words["generic"],
        landmarks=words["landmarks"],
        not_places=words["not_places"],
        first=words["first"],
        compounds=words["compounds"],
        notes=tuple(f"{form} " for form in words["notes"]),
        kept=dict(data["kept"]),
        unbracketed=tuple(data["words"]["unbracketed"]),
        reporters=tuple(data["words"]["reporters"]),
        codes={code: frozenset(countries) for code, countries in data["codes"].items()},
        stand_alone={
            fold_place(name): (row["country"], row["timezone"]) for row in data["stand_alone"] for name in row["names"]
        },
    )
