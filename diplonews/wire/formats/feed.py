"""RSS 2.0, RSS 1.0, Atom and WordPress exports (WXR)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diplonews.errors import ParseError
from diplonews.model import RegionKind
from diplonews.wire.base import Articles, Copy
from diplonews.wire.draft import Draft
from diplonews.wire.formats.common import collect, first_child, iter_named, language_tag, salvage
from diplonews.wire.formats.nitf import read_content
from diplonews.wire.xml import XML_LANGUAGE, by_name, parse_xml, root_name, words

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["Feed"]

PUBLISHED = ("post_date_gmt", "pubDate", "published", "issued", "date", "created")
UPDATED = ("updated", "modified")
NO_DATE = "0000-00-00"


class Feed:
    """Reads feeds.

    Source: RSS 2.0 and 1.0 (content, dc modules), RFC 4287 (Atom), WordPress eXtended RSS.
    """

    name = "feed"
    opening = "<"

    def score(self, copy: Copy) -> float:
        """By the root."""
        root, tag = root_name(copy.head)
        if root == "rss" or (root == "feed" and "w3.org/2005/Atom" in tag):
            return 1.0
        return 0.9 if root == "RDF" and "purl.org/rss" in tag else 0.0

    def parse(self, copy: Copy) -> Articles:
        """One article an item or entry.

        Raises:
            ParseError: if it is not well-formed, or has no item.
        """
        failures: list[ParseError] = []
        channel: dict[str, list[_Element]] = {}
        language = None
        try:
            root = parse_xml(copy, self.name)
            top = next(iter_named(root, "channel", "feed"), root)
            channel, language = by_name(top), top.get(XML_LANGUAGE)
            items = list(iter_named(root, "item", "entry"))
        except ParseError as error:
            name = "entry" if root_name(copy.head)[0] == "feed" else "item"
            items, failures = salvage(copy, self.name, name, error)
        return collect(
            self.name, items, lambda draft, item: self._read(draft, item, channel, language), failures, copy=copy
        )

    def _read(self, draft: Draft, item: _Element, channel: dict[str, list[_Element]], language: str | None) -> None:
        children = by_name(item)
        self._fields(draft, children)
        self._channel(draft, channel, language)
        for element in children.get("title", [])[:1]:
            if draft.add(RegionKind.HEADLINE, words(element), draft.path(element)):
                draft.note("headline", "title", draft.path(element))
        contents = [
            element for name in ("encoded", "content") for element in children.get(name, []) if words(element).strip()
        ]
        contents = [element for element in contents if "excerpt" not in str(element.tag)]
        summaries = [element for name in ("description", "summary") for element in children.get(name, [])]
        for element in summaries[:1] if contents else []:
            read_content(draft, element, RegionKind.DECK)
        for element in [*children.get("creator", []), *children.get("author", [])][:4]:
            person = first_child(element, "name")
            draft.add(RegionKind.BYLINE, words(person if person is not None else element), draft.path(element))
        for element in (contents or summaries)[:1]:
            read_content(draft, element)

    def _fields(self, draft: Draft, children: dict[str, list[_Element]]) -> None:
        for name in ("guid", "id", "link"):
            for element in children.get(name, []):
                draft.put("identifier", words(element) or element.get("href"), name, draft.path(element))
        for field, names in (("published", PUBLISHED), ("updated", UPDATED)):
            for name in names:
                for element in children.get(name, []):
                    raw = words(element).strip()
                    utc = "+00:00" if name == "post_date_gmt" else ""
                    draft.stamp(field, raw + utc if raw and NO_DATE not in raw else None, name, draft.path(element))
        labels = [element.get("term") or words(element) for element in children.get("category", [])]
        draft.put(
            "keywords", tuple(dict.fromkeys(" ".join(label.split()) for label in labels if label.strip())), "category"
        )
        for name in ("source", "publisher"):
            for element in children.get(name, []):
                draft.sign(words(first_child(element, "title")) or words(element), name, draft.path(element))

    def _channel(self, draft: Draft, channel: dict[str, list[_Element]], language: str | None) -> None:
        for element in channel.get("language", []):
            draft.put("language", language_tag(words(element)), "language", draft.path(element))
        draft.put("language", language_tag(language), "language")
        for element in channel.get("title", [])[:1]:
            draft.put("outlet", words(element), "channel.title", draft.path(element))
