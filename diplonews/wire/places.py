"""The country and the time zone of a place in a dateline.

The evidence, most trusted first: the region printed after the name, the stylebooks' lists of cities
printed alone, the country suggested by the outlet or agency, and last the size of the towns
with that name. If none of them decides, the result is None.
"""

from __future__ import annotations

from functools import lru_cache

from diplonews.lexicons.datelines import RegionMeaning, load_dateline_words, load_regions
from diplonews.lexicons.places import City, fold_place, load_places, lookup_cities
from diplonews.model import Place

__all__ = ["is_place", "is_region", "resolve_place"]

DOMINANCE = 8  # a town this many times larger than the next of its name wins
CAPITAL_DOMINANCE = 0.5  # a capital wins even if it is half as large as the largest
CAPITAL_SMALLEST = 100_000
NEAR_DOMINANCE = 20  # the outlet's country loses against a town this many times larger
NAME_CHARACTERS = 80
LARGE_TOWN = 15_000
REGION_DOMINANCE = 300_000  # a smaller town gives way to a region of its name (Bali)
ALTERNATE_SHARE = 50  # a town's alternate name gives way to a town of that name that is not this much smaller


def _region_readings(region: str) -> tuple[RegionMeaning, ...]:
    """The readings of the words after a place's name: those of their last known part."""
    words = load_dateline_words()
    for part in reversed([region, *region.split(",")] if "," not in region else region.split(",")):
        folded = fold_place(part)
        tokens = folded.split()
        for start in range(len(tokens)):
            if start and tokens[start - 1] not in words.directions:
                break
            for stop in range(len(tokens), start, -1):
                if stop < len(tokens) and tokens[stop] not in words.generic:
                    break
                readings = load_regions().get(" ".join(tokens[start:stop]))
                if readings:
                    return readings
    return ()


@lru_cache(maxsize=2048)
def is_region(region: str) -> bool:
    """Whether the words name a state, a province or a country.

    Example:
        >>> is_region("Calif."), is_region("South China"), is_region("chairman")
        (True, True, False)
    """
    return len(region) <= NAME_CHARACTERS and bool(_region_readings(region))


@lru_cache(maxsize=2048)
def is_place(name: str, *, large: bool = False) -> bool:
    """Whether the table knows a town of this name, or a city printed without a region.

    Args:
        name: as printed, in any case.
        large: only towns of 15,000 people or more.

    Example:
        >>> is_place("OUAGADOUGOU"), is_place("Draft Privacy Act")
        (True, False)
    """
    if len(name) > NAME_CHARACTERS:
        return False
    folded = fold_place(name)
    if folded in load_dateline_words().stand_alone:
        return True
    smallest = LARGE_TOWN if large else 0
    return any(city.population >= smallest for city in lookup_cities(folded))


def _code_of(reading: RegionMeaning) -> str:
    """GeoNames' code of the part of the country, or ""."""
    if reading.code or not reading.city:
        return reading.code
    inside = [city for city in lookup_cities(reading.city) if city.country == reading.country]
    return inside[0].region if inside else ""


def _in_region(folded: str, readings: tuple[RegionMeaning, ...]) -> tuple[RegionMeaning, City] | None:
    """The largest town of the name inside one of the readings."""
    best: tuple[RegionMeaning, City] | None = None
    for reading in readings:
        code = _code_of(reading)
        for city in lookup_cities(folded):
            fits = city.country == reading.country and (not code or city.region == code)
            if fits and (best is None or city.population > best[1].population):
                best = (reading, city)
    return best


def _zone_of_region(reading: RegionMeaning) -> str | None:
    """The zone of a country or region that has only one."""
    single = load_places().single
    code = _code_of(reading)
    return single.get(f"{reading.country}.{code}") if code else single.get(reading.country)


def _by_region(folded: str, readings: tuple[RegionMeaning, ...]) -> tuple[str | None, str | None]:
    words = load_dateline_words()
    alone = words.stand_alone.get(folded)
    if alone is not None and any(reading.country == alone[0] and not reading.code for reading in readings):
        return alone
    found = _in_region(folded, readings)
    if found is not None:
        return found[1].country, found[1].timezone
    countries = {reading.country for reading in readings}
    if len(countries) > 1:
        return None, None
    inside = [part for part in load_regions().get(folded, ()) if part.country in countries and part.city]
    zone = _zone_of_region(inside[0] if inside and not readings[0].code else readings[0])
    return readings[0].country, zone or (alone[1] if alone is not None and not readings[0].code else None)


def _own_names(cities: tuple[City, ...]) -> tuple[City, ...]:
    """The towns, without those that have the name only as an alternate, where that is safe."""
    own = tuple(city for city in cities if not city.alternate)
    return own if own and own[0].population * ALTERNATE_SHARE >= cities[0].population else cities


def _by_size(cities: tuple[City, ...]) -> tuple[str | None, str | None]:
    """The country and zone common to the towns of a name, leaving out the much smaller ones."""
    largest = cities[0].population
    serious = [city for city in cities if city.population * DOMINANCE > largest]
    countries = {city.country for city in serious}
    zones = {city.timezone for city in serious}
    country = countries.pop() if len(countries) == 1 else None
    return country, (zones.pop() if len(zones) == 1 and country is not None else None)


def _capital(folded: str, cities: tuple[City, ...]) -> City | None:
    """The national capital of that name, unless a town of that name is much larger."""
    capitals = load_places().capitals
    for city in cities:
        heavy = city.population >= max(CAPITAL_SMALLEST, CAPITAL_DOMINANCE * cities[0].population)
        if heavy and capitals.get(city.country) == folded:
            return city
    return None


def _by_name(folded: str, near: str | None) -> tuple[str | None, str | None]:
    words = load_dateline_words()
    if folded in words.stand_alone:
        return words.stand_alone[folded]
    cities = _own_names(lookup_cities(folded))
    readings = load_regions().get(folded, ())
    if not cities or (readings and cities[0].population < REGION_DOMINANCE):
        if len(readings) == 1 and not readings[0].code:
            return readings[0].country, _zone_of_region(readings[0])
        return None, None
    home = [
        city for city in cities if city.country == near and city.population * NEAR_DOMINANCE >= cities[0].population
    ]
    if home:
        return _by_size(tuple(home))
    capital = _capital(folded, cities)
    if capital is not None:
        return capital.country, capital.timezone
    return _by_size(cities)


@lru_cache(maxsize=8192)
def resolve_place(name: str, region: str | None = None, *, near: str | None = None) -> Place:
    """The place, with country and time zone if they are certain.

    Args:
        name: as printed (`COMMACK`), in any case.
        region: state, province or country printed after it, or None.
        near: alpha-3 of the outlet's or agency's country, a weak hint.

    Returns:
        A `Place`; its country is None if the name means towns in several countries without a clear
        favourite, its zone is None if it is not certain.

    Example:
        >>> resolve_place("SPRINGFIELD", "Ill.")
        <Place 'SPRINGFIELD' USA America/Chicago>
        >>> resolve_place("LONDON"), resolve_place("LONDON", "Ont.")
        (<Place 'LONDON' GBR Europe/London>, <Place 'LONDON' CAN America/Toronto>)
        >>> resolve_place("HAMILTON").country is None
        True

    Source: stand-alone cities of the AP and Reuters stylebooks; GeoNames.
    """
    folded = fold_place(name) if len(name) <= NAME_CHARACTERS else ""
    readings = _region_readings(region) if region and len(region) <= NAME_CHARACTERS else ()
    if readings:
        country, zone = _by_region(folded, readings)
    elif region:
        country, zone = _by_name(folded, near) if folded in load_dateline_words().stand_alone else (None, None)
    else:
        country, zone = _by_name(folded, near)
    kept = load_dateline_words().kept.get(zone, zone) if zone is not None else None
    return Place(name=name, region=region, country=country, timezone=kept)
