"""Structures of news and of other data in JSON and XML: how they are known, and where their fields stand."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Any

import attrs

from diplonews.lexicons.datafiles import read_toml

__all__ = ["JsonShape", "Sign", "Structure", "load_json_shapes", "load_structures"]

FIELDS = frozenset(
    (
        "identifier",
        "url",
        "headline",
        "deck",
        "authors",
        "published",
        "published_utc",
        "updated",
        "updated_utc",
        "keywords",
        "subjects",
        "language",
        "outlet",
        "place",
        "body",
    )
)


@attrs.frozen
class Sign:
    """A property that an object has.

    Attributes:
        paths: names, from the outermost; one of them is there.
        value: what its value has to match, or None.
    """

    paths: tuple[tuple[str, ...], ...]
    value: re.Pattern[str] | None

    @classmethod
    def of(cls, written: str) -> Sign:
        """The sign of a row: `title.rendered`, `version=jsonfeed.org`."""
        names, _, value = written.partition("=")
        paths = tuple(tuple(path.split(".")) for path in names.split("|"))
        return cls(paths, re.compile(value) if value else None)


@attrs.frozen(kw_only=True, eq=False)
class JsonShape:
    """One structure of JSON.

    Attributes:
        id: ends the rule of what is read by it.
        title: what it is called.
        signs: what an item has.
        outer_signs: what the document has.
        items: the property of the document that holds the items, or "" for anywhere.
        fields: field to the paths of the properties that hold it, the best first.
        outer_fields: the same, of the document around the items.
        utc: whether its times are of UTC though they do not say so.
        why: for a structure that holds no article, what it holds; else "".
    """

    id: str
    title: str
    signs: tuple[Sign, ...]
    outer_signs: tuple[Sign, ...]
    items: str
    fields: Mapping[str, tuple[tuple[str, ...], ...]]
    outer_fields: Mapping[str, tuple[tuple[str, ...], ...]]
    utc: bool
    why: str


@attrs.frozen(kw_only=True)
class Structure:
    """One structure that is known and not read.

    Attributes:
        title: what it is called.
        way_out: what to pass instead.
        roots: names of the root element, for XML.
        opening: pattern of how it begins, for anything else, or None.
        needle: what the start tag of the root holds, or "".
    """

    title: str
    way_out: str
    roots: frozenset[str] = frozenset()
    opening: re.Pattern[str] | None = None
    needle: str = ""


def _read(name: str) -> dict[str, Any]:
    return read_toml(name)


def _paths(row: Mapping[str, Any]) -> Mapping[str, tuple[tuple[str, ...], ...]]:
    return MappingProxyType(
        {field: tuple(tuple(path.split(".")) for path in row[field]) for field in row if field in FIELDS}
    )


@cache
def load_json_shapes() -> tuple[JsonShape, ...]:
    """The structures of JSON, in the order in which they are tried.

    Example:
        >>> load_json_shapes()[0].title
        'JSON Feed'
    """
    return tuple(
        JsonShape(
            id=row["id"],
            title=row["title"],
            signs=tuple(map(Sign.of, row["sign"])),
            outer_signs=tuple(map(Sign.of, row.get("outer", {}).get("sign", ()))),
            items=row.get("items", ""),
            fields=_paths(row),
            outer_fields=_paths(row.get("outer", {})),
            utc=row.get("utc", False),
            why=row.get("why", ""),
        )
        for row in _read("json_shapes.toml")["shape"]
    )


@cache
def load_structures() -> tuple[Structure, ...]:
    """The structures that are known by name alone, in the order in which they are tried."""
    return tuple(
        Structure(
            title=row["title"],
            way_out=row["way_out"],
            roots=frozenset(row.get("roots", ())),
            opening=re.compile(row["opening"]) if "opening" in row else None,
            needle=row.get("needle", ""),
        )
        for row in _read("structures.toml")["structure"]
    )
