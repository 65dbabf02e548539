"""Structures of news and other data in JSON and XML: how to recognise them, and where to find their fields."""

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
    """A property that identifies a kind of object.

    Attributes:
        paths: paths of names, from the outermost; at least one of them is present.
        value: the pattern that its value must match, or None.
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
        id: the end of the rule's name in results.
        title: its name in messages.
        signs: the signs of an item.
        outer_signs: the signs of the document.
        items: the document's property that contains the items, or "" for anywhere.
        fields: field to the paths of its properties, the best first.
        outer_fields: the same, for the document around the items.
        utc: whether its times are in UTC without saying so.
        why: for a structure without an article, its content; else "".
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
    """A structure that is recognised but not read.

    Attributes:
        title: its name in messages.
        way_out: the input to pass instead.
        roots: names of the root element, for XML.
        opening: pattern of its beginning, for anything else, or None.
        needle: text that the start tag of the root contains, or "".
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
    """The structures that are recognised but not read, in the order in which they are tried."""
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
