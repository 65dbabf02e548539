"""Towns of the world: country, region and time zone of a name, from a compact table.

The table is made from GeoNames (https://www.geonames.org/, licence CC BY 4.0) by
`diplonews/_build/build_places.py`. It is kept in blocks that are unpacked on demand, so that
loading it takes about a millisecond and a look-up unpacks 16 kB at most.
"""

from __future__ import annotations

import json
import unicodedata
import zlib
from bisect import bisect_right
from functools import cache, lru_cache
from typing import Any

import attrs

from diplonews.errors import LexiconError
from diplonews.lexicons.datafiles import read_bytes
from diplonews.patterns import lazy_re

__all__ = ["City", "PlaceTable", "fold_place", "load_places", "lookup_cities"]

FILE = "places.dat"
NAME_CHARACTERS = 80  # no name of a town is longer
POPULATION_STEP = 1.25  # populations are kept to a quarter
POPULATION_FLOOR = 500
POPULATION_MARK = "@"
ALTERNATE_MARK = "~"
HEADER_END = b"#END "

_DROPPED = lazy_re(r"['’‘`´ʻʼʿʾ.]+")
_JOINTS = lazy_re(r"[\W_]+")
_LETTERS = str.maketrans({"ø": "o", "đ": "d", "ð": "d", "ł": "l", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th"})
_SHORT = {"saint": "st", "sainte": "ste", "fort": "ft", "mount": "mt", "sankt": "st"}


@attrs.frozen(kw_only=True)
class City:
    """A town that a name may mean.

    Attributes:
        country: ISO 3166 alpha-3 (`KOS` for Kosovo).
        region: GeoNames' code of its state or province (`TX`), or "" if not recorded.
        timezone: IANA name.
        population: accurate to about a quarter; 500 means fewer or unknown.
        alternate: whether the name is another language's or an older one.
    """

    country: str
    region: str
    timezone: str
    population: int
    alternate: bool

    def __repr__(self) -> str:
        return f"<City {self.country} {self.region} {self.timezone} {self.population}>"


@attrs.frozen(eq=False)
class PlaceTable:
    """The loaded table: its small parts, and the packed blocks.

    Attributes:
        header: title, source, licence, attribution and date of the data, as TOML.
        zones: IANA names, by number.
        countries: alpha-2 -> alpha-3.
        names: folded English name of a country -> alpha-3.
        capitals: alpha-3 -> folded name of the capital.
        single: alpha-3, or alpha-3 and the code of a part (`USA.TX`) -> the zone of the whole
            country or part, if nearly all its people share one.
    """

    header: str = attrs.field(repr=False)
    zones: tuple[str, ...]
    countries: dict[str, str]
    names: dict[str, str]
    capitals: dict[str, str]
    single: dict[str, str]
    first: tuple[str, ...] = attrs.field(repr=False)
    blocks: tuple[bytes, ...] = attrs.field(repr=False)

    @property
    def meta(self) -> dict[str, Any]:
        """The header, read."""
        import tomllib

        meta: dict[str, Any] = tomllib.loads(self.header)["meta"]
        return meta

    def __repr__(self) -> str:
        return f"<PlaceTable {len(self.blocks)} blocks, {len(self.zones)} zones>"


def fold_place(name: str) -> str:
    """The name folded for look-up: no case, accents, apostrophes or full stops; St for Saint.

    Example:
        >>> fold_place("St. John's"), fold_place("SAINT-DENIS"), fold_place("São  Paulo")
        ('st johns', 'st denis', 'sao paulo')
    """
    plain = name.casefold() if name.isascii() else _fold_letters(name)
    if plain.isalnum():
        return _SHORT.get(plain, plain)
    words = _JOINTS.sub(" ", _DROPPED.sub("", plain)).split()
    return " ".join([_SHORT.get(word, word) for word in words])


def _fold_letters(name: str) -> str:
    split = unicodedata.normalize("NFKD", name.casefold().translate(_LETTERS))
    return unicodedata.normalize("NFC", "".join(c for c in split if not unicodedata.combining(c)))


def pack_population(population: int) -> str:
    """One printable character for a population."""
    step = 0
    while population >= POPULATION_FLOOR * POPULATION_STEP ** (step + 1):
        step += 1
    return chr(ord(POPULATION_MARK) + step)


def _unpack_population(mark: str) -> int:
    return round(POPULATION_FLOOR * POPULATION_STEP ** (ord(mark) - ord(POPULATION_MARK)))


@cache
def load_places() -> PlaceTable:
    """The table of towns; read once, on first use.

    Raises:
        LexiconError: if the file is damaged.

    Example:
        >>> load_places().meta["licence"]
        'CC BY 4.0'
    """
    return _read(read_bytes(FILE))


def _read(data: bytes) -> PlaceTable:
    try:
        head, rest = data.split(HEADER_END, 1)
        size, rest = rest.split(b"\n", 1)
        header = "\n".join(line.lstrip("# ") for line in head.decode("utf-8").splitlines())
        index = json.loads(zlib.decompress(rest[: int(size)]))
    except (ValueError, KeyError, zlib.error) as error:
        raise LexiconError(f"the table of places is damaged: {error}", file=FILE) from error
    blocks, start = [], int(size)
    for length in index["sizes"]:
        blocks.append(rest[start : start + length])
        start += length
    return PlaceTable(
        header=header,
        zones=tuple(index["zones"]),
        countries=index["countries"],
        names=index["names"],
        capitals=index["capitals"],
        single=index["single"],
        first=tuple(index["first"]),
        blocks=tuple(blocks),
    )


@cache
def _block(number: int) -> bytes:
    """An unpacked block: lines `name TAB town;town...`, each ended by a line feed."""
    return b"\n" + zlib.decompress(load_places().blocks[number])


def _city(packed: str, table: PlaceTable) -> City:
    """Read `~USL5<XTX`: mark of another name, country, zone (two hex digits), population, region."""
    body = packed.removeprefix(ALTERNATE_MARK)
    return City(
        country=table.countries[body[:2]],
        timezone=table.zones[int(body[2:5], 16)],
        population=_unpack_population(body[5]),
        region=body[6:],
        alternate=len(body) < len(packed),
    )


@lru_cache(maxsize=8192)
def lookup_cities(folded: str) -> tuple[City, ...]:
    """The towns with a name, the largest first.

    Args:
        folded: the name, as returned by `fold_place`.

    Example:
        >>> [city.country for city in lookup_cities("paris")[:2]]
        ['FRA', 'ZAF']
    """
    if not folded or len(folded) > NAME_CHARACTERS or "\n" in folded:
        return ()
    table = load_places()
    number = bisect_right(table.first, folded) - 1
    if number < 0:
        return ()
    block = _block(number)
    key = b"\n" + folded.encode("utf-8", "replace") + b"\t"
    start = block.find(key)
    if start < 0:
        return ()
    line = block[start + len(key) : block.index(b"\n", start + 1)].decode("utf-8")
    cities = [_city(packed, table) for packed in line.split(";")]
    return tuple(sorted(cities, key=lambda city: (-city.population, city.alternate)))
