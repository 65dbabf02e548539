"""RSS 2.0, RSS 1.0, Atom and WordPress exports (WXR)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diplonews.errors import ParseError
from diplonews.model import RegionKind
from diplonews.patterns import lazy_re
from diplonews.wire.base import Articles, Copy
from diplonews.wire.draft import Draft
from diplonews.wire.formats.common import collect, first_child, iter_named, language_tag, salvage
from diplonews.wire.formats.nitf import read_content
from diplonews.wire.xml import XML_LANGUAGE, by_name, local, parse_xml, root_name, words

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["Feed"]

PUBLISHED = ("post_date_gmt", "pubDate", "published", "issued", "date", "created")
UPDATED = ("updated", "modified")
# elements cut out of a feed, and those in it then: one of each group
EXCERPTS = {
    "channel": (("item",), ("title",)),
    "item": (("title", "description"), ("link", "guid", "pubDate", "dc:date")),
    "entry": (("title",), ("id", "updated", "published")),
    "feed": (("entry",), ("title",)),
}
# <author>desk@harbour.example (Ada Rowe)</author>
MAILED = lazy_re(r"\S+@\S+\s{1,3}\((?P<name>[^()]{2,80})\)")
MOST_AUTHORS = 20
NO_DATE = "0000-00-00"


class Feed:
    """Reads feeds.

    Source: RSS 2.0 and 1.0 (content, dc modules), RFC 4287 (Atom), WordPress eXtended RSS.
    """

    name = "feed"

    def score(self, copy: Copy) -> float:
        """By the root."""
        root, tag = root_name(copy.head)
        if root == "rss" or (root == "feed" and "w3.org/2005/Atom" in tag):
            return 1.0
        if root in EXCERPTS:
            return 0.9 if all(any(f"<{name}" in copy.text for name in names) for names in EXCERPTS[root]) else 0.0
        return 0.9 if root == "RDF" and "purl.org/rss" in tag else 0.0

    def parse(self, copy: Copy) -> Articles:
        """One article for each item or entry.

        Raises:
            ParseError: if it is not well-formed, or has no item.
        """
        failures: list[ParseError] = []
        channel: dict[str, list[_Element]] = {}
        language = None
        try:
            root = parse_xml(copy, self.name)
            top = next(iter_named(root, "channel", "feed"), root)
            channel = by_name(top) if local(top) not in ("item", "entry") else {}
            language = top.get(XML_LANGUAGE)
            items = list(iter_named(root, "item", "entry"))
        except ParseError as error:
            name = "entry" if root_name(copy.head)[0] == "feed" else "item"
            items, failures = salvage(copy, self.name, name, error)
            if root_name(copy.head)[0] == name:  # several items in a row, without a document around them
                failures = [failure for failure in failures if failure is not error]
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
        contents = [element for element in contents if not _is_beside(element)]
        summaries = [
            element
            for name in ("description", "summary", "abstract")
            for element in children.get(name, [])
            if words(element).strip() and not _is_beside(element)
        ]
        for element in summaries[:1] if contents else []:
            read_content(draft, element, RegionKind.DECK)
        for element in [*children.get("creator", []), *children.get("author", [])][:MOST_AUTHORS]:
            person = first_child(element, "name")
            written = words(person if person is not None else element).strip()
            mailed = MAILED.fullmatch(written)
            draft.add(RegionKind.BYLINE, mailed["name"] if mailed is not None else written, draft.path(element))
        for element in (contents or summaries)[:1]:
            read_content(draft, element)

    def _fields(self, draft: Draft, children: dict[str, list[_Element]]) -> None:
        self._address(draft, children)
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

    def _address(self, draft: Draft, children: dict[str, list[_Element]]) -> None:
        """Keep the story's address: its link, Atom's link to a page, or an identifier that is an address."""
        links = [element for element in children.get("link", []) if element.get("rel", "alternate") == "alternate"]
        pages = [element for element in children.get("guid", []) if element.get("isPermaLink", "true") == "true"]
        for element in [*children.get("origLink", []), *links, *pages]:
            address = (element.get("href") or words(element)).strip()
            if address.startswith(("http://", "https://")):
                draft.put("url", address, local(element), draft.path(element))

    def _channel(self, draft: Draft, channel: dict[str, list[_Element]], language: str | None) -> None:
        for element in channel.get("language", []):
            draft.put("language", language_tag(words(element)), "language", draft.path(element))
        draft.put("language", language_tag(language), "language")
        for element in channel.get("title", [])[:1]:
            draft.put("outlet", words(element), "channel.title", draft.path(element))


def _is_beside(element: _Element) -> bool:
    """Whether an element is about a picture, or an excerpt of its own."""
    name = str(element.tag)
    return "mrss" in name or "undeclared:media" in name or "excerpt" in name
