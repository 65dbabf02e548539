"""House XML of single agencies, and news sitemaps, read by a table of element names."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from diplonews.errors import ParseError
from diplonews.lexicons.datafiles import read_toml
from diplonews.model import RegionKind
from diplonews.wire.base import Articles, Copy
from diplonews.wire.draft import Draft
from diplonews.wire.formats.common import add_markup, collect, first_child, iter_named, language_tag
from diplonews.wire.xml import parse_xml, root_name, words

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["HouseXml"]

LINES = (
    ("headline", RegionKind.HEADLINE),
    ("deck", RegionKind.DECK),
    ("byline", RegionKind.BYLINE),
    ("body", RegionKind.BODY),
)


@cache
def load_houses() -> dict[str, dict[str, Any]]:
    """The table, by the name of the root."""
    return {row["root"]: row for row in read_toml("iptc_house.toml")["house"]}


def _values(draft: Draft, item: _Element, names: list[str]) -> list[tuple[str, str]]:
    """The text and the place of each of those elements or attributes; empty ones are left out."""
    found = []
    for name in names:
        if name.startswith("@"):
            value, where = item.get(name[1:]) or "", f"{draft.path(item)}/{name}"
        else:
            element = first_child(item, *name.split("/"))
            value, where = words(element), draft.path(element) if element is not None else ""
        if value.strip():
            found.append((value, where))
    return found


class HouseXml:
    """Reads the XML of single agencies (Ritzau, NTB), and news sitemaps.

    Source: `diplonews/lexicons/data/iptc_house.toml`.
    """

    name = "house-xml"

    def score(self, copy: Copy) -> float:
        """By the root, provided that the elements of its row occur too."""
        root, tag = root_name(copy.head)
        row = load_houses().get(root)
        if row is None or row.get("needle", "") not in tag:
            return 0.0
        wanted = [row["item"]] if "item" in row else [name for name in row["body"] if not name.startswith("@")]
        return 0.95 if all(f"<{name}" in copy.text for name in wanted) else 0.0

    def parse(self, copy: Copy) -> Articles:
        """One article for each item.

        Raises:
            ParseError: if it is not well-formed, or no item has words.
        """
        name = root_name(copy.head)[0]
        row = load_houses().get(name)
        if row is None:
            raise ParseError(f"no known house has the root {name!r}", format=self.name, line=1, excerpt=copy.head[:80])
        root = parse_xml(copy, self.name)
        items = list(iter_named(root, row["item"])) if "item" in row else [root]
        return collect(self.name, items, lambda draft, item: self._read(draft, item, row), copy=copy)

    def _read(self, draft: Draft, item: _Element, row: dict[str, Any]) -> None:
        draft.sign(row.get("provider"), "house", None)
        for field in ("identifier", "url", "version", "slugline", "outlet", "note"):
            for value, where in _values(draft, item, row.get(field, [])):
                draft.put(field, value, field, where)
        for value, where in _values(draft, item, row.get("language", [])):
            draft.put("language", language_tag(value), "language", where)
        for field in ("subjects", "keywords"):
            parts = [part.strip() for value, _ in _values(draft, item, row.get(field, [])) for part in value.split(",")]
            draft.put(field, tuple(dict.fromkeys(filter(None, parts))), field, None)
        for value, where in _values(draft, item, row["published"]):
            draft.stamp("published", value, "published", where)
        for value, where in _values(draft, item, row.get("place", [])):
            draft.locate(value, "place", where)
        for field, kind in LINES:
            for value, where in _values(draft, item, row.get(field, [])):
                add_markup(draft, value, where, kind)
