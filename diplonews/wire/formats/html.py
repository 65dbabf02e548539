"""Saved web pages: JSON-LD first, then meta tags and the markup; the body by trafilatura."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from diplonews.errors import ParseError, missing_extra
from diplonews.lexicons.iptc import country_code
from diplonews.model import RegionKind
from diplonews.wire.base import Articles, Copy
from diplonews.wire.draft import Draft, clean, fold
from diplonews.wire.formats.common import add_body, add_markup, collect, language_tag
from diplonews.wire.markup import is_html
from diplonews.wire.xml import UNPRINTABLE

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["Html"]

# what pages put around their JSON-LD for readers of older HTML, and the semicolon some put behind it
BEFORE_DATA = ("//", "/*", "<![CDATA[", "<!--", "*/")
AFTER_DATA = (";", "*/", "]]>", "-->", "/*", "//")
SURE = 0.97
ARTICLE_TYPES = ("Article", "Posting", "Report")
DEEPEST = 6
FEWEST_BODY_CHARACTERS = 200
TITLES = ("og:title", "twitter:title", "dc.title", "title")
DECKS = ("og:description", "description", "twitter:description", "dc.description")
PUBLISHED = (
    "article:published_time",
    "datepublished",
    "dc.date.issued",
    "dc.date",
    "date",
    "pubdate",
    "publishdate",
    "parsely-pub-date",
)
UPDATED = ("article:modified_time", "og:updated_time", "datemodified", "lastmod", "last-modified")
AUTHORS = ("author", "article:author", "byl", "dc.creator", "parsely-author", "sailthru.author")
KEYWORDS = ("news_keywords", "keywords", "article:tag", "parsely-tags")
OUTLETS = ("og:site_name", "application-name", "dc.publisher", "publisher")


class Html:
    """Reads a saved page.

    Source: schema.org NewsArticle; Open Graph protocol, article namespace; Dublin Core in HTML.
    """

    name = "html"
    opening = None  # the message of a server may stand above the page

    def score(self, copy: Copy) -> float:
        """By its beginning; nearly certain, so that a page is never read as an agency's plain text."""
        return SURE if is_html(copy.text) else 0.0

    def parse(self, copy: Copy) -> Articles:
        """The one article of the page.

        Raises:
            ParseError: if there is no text in it.
            ModelNotFoundError: if the body is in the markup alone, and trafilatura is not installed.
        """
        from lxml import etree, html

        text = UNPRINTABLE.sub(" ", copy.text.replace("\0", ""))
        parser = html.HTMLParser(
            no_network=True, remove_comments=True, remove_pis=True, huge_tree=False, encoding="utf-8"
        )
        try:
            root = html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
        except (etree.LxmlError, ValueError) as error:
            raise ParseError(f"no HTML: {error}", format=self.name, line=1, excerpt=text[:80]) from error
        return collect(self.name, [root], lambda draft, page: self._read(draft, page, text), copy=copy)

    def _read(self, draft: Draft, root: _Element, text: str) -> None:
        meta = _meta(draft, root)
        data = _linked_article(root, meta)
        self._fields(draft, root, data, meta)
        self._lines(draft, root, data, meta)
        self._body(draft, root, data, text)

    def _fields(self, draft: Draft, root: _Element, data: dict[str, Any], meta: dict[str, tuple[str, str]]) -> None:
        for field, keys, names in (
            ("published", ("datePublished", "dateCreated"), PUBLISHED),
            ("updated", ("dateModified",), UPDATED),
        ):
            for key in keys:
                draft.stamp(field, _text(data.get(key)), f"json-ld.{key}", f"JSON-LD {key}")
            for name in names:
                value, where = meta.get(name, ("", ""))
                draft.stamp(field, value, f"meta.{name}", where)
        for element in root.iter("time"):
            draft.stamp("published", element.get("datetime"), "time", draft.path(element))
        publisher = _text(data.get("publisher"))
        draft.put("outlet", publisher, "json-ld.publisher", "JSON-LD publisher")
        for name in OUTLETS:
            value, where = meta.get(name, ("", ""))
            draft.put("outlet", value, f"meta.{name}", where)
        draft.put(
            "identifier",
            _text(data.get("identifier")) or _text(data.get("url")) or _text(data.get("@id")),
            "json-ld.url",
            "JSON-LD",
        )
        for element in root.iter("link"):
            if element.get("rel") == "canonical":
                draft.put("identifier", element.get("href"), "link.canonical", draft.path(element))
        draft.put("identifier", meta.get("og:url", ("", ""))[0], "meta.og:url", meta.get("og:url", ("", ""))[1])
        draft.put("language", language_tag(_text(data.get("inLanguage"))), "json-ld.inLanguage", "JSON-LD inLanguage")
        draft.put("language", language_tag(root.get("lang")), "html.lang", "/html/@lang")
        keywords = list(_many(data.get("keywords"))) or [meta[name][0] for name in KEYWORDS if name in meta][:1]
        split = [part.strip() for keyword in keywords for part in keyword.split(",")]
        draft.put("keywords", tuple(dict.fromkeys(filter(None, split))), "keywords", None)
        draft.put("subjects", tuple(dict.fromkeys(_many(data.get("articleSection")))), "json-ld.articleSection", None)
        for key in ("sourceOrganization", "creditText", "provider"):
            draft.sign(_text(data.get(key)), f"json-ld.{key}", f"JSON-LD {key}")
        self._place(draft, data)

    def _place(self, draft: Draft, data: dict[str, Any]) -> None:
        created = data.get("locationCreated")
        for place in created if isinstance(created, list) else [created]:
            if isinstance(place, dict):
                address = place.get("address") if isinstance(place.get("address"), dict) else {}
                country = country_code(_text(address.get("addressCountry"))) if address else None
                name = _text(place.get("name")) or (_text(address.get("addressLocality")) if address else "")
                draft.locate(name, "json-ld.locationCreated", "JSON-LD locationCreated", country=country)

    def _lines(self, draft: Draft, root: _Element, data: dict[str, Any], meta: dict[str, tuple[str, str]]) -> None:
        first = next(root.iter("h1"), None)
        title = next(root.iter("title"), None)
        headlines = [(_text(data.get("headline")), "JSON-LD headline")]
        headlines += [(" ".join(map(str, first.itertext())), draft.path(first))] if first is not None else []
        headlines += [meta[name] for name in TITLES if name in meta]
        headlines += [(title.text or "", draft.path(title))] if title is not None else []
        for value, where in headlines:
            if not draft.has(RegionKind.HEADLINE) and draft.add(RegionKind.HEADLINE, value, where):
                draft.note("headline", where.partition(" ")[0].lower(), where)
        decks = [(_text(data.get("description")) or _text(data.get("alternativeHeadline")), "JSON-LD description")]
        for value, where in [*decks, *(meta[name] for name in DECKS if name in meta)]:
            if not draft.has(RegionKind.DECK):
                draft.add(RegionKind.DECK, value, where)
        authors = [(name, "JSON-LD author") for name in _many(data.get("author"))]
        for value, where in authors or [meta[name] for name in AUTHORS if name in meta][:1]:
            if not value.startswith("http"):
                draft.add(RegionKind.BYLINE, value, where)

    def _body(self, draft: Draft, root: _Element, data: dict[str, Any], text: str) -> None:
        """By trafilatura, each paragraph traced to its element; else what JSON-LD carries, else all there is."""
        linked = _text(data.get("articleBody"))
        try:
            import trafilatura
        except ImportError as error:
            if len(linked) < FEWEST_BODY_CHARACTERS:
                raise missing_extra("reading the body of an HTML page", "trafilatura", "html") from error
            add_markup(draft, linked, "JSON-LD articleBody")
            return
        if not "".join(map(str, root.itertext())).strip():
            return
        found = trafilatura.extract(text, include_comments=False, include_tables=True, with_metadata=False) or ""
        if len(found) < len(linked) // 2:
            add_markup(draft, linked, "JSON-LD articleBody")
            return
        if not found:  # too short for it: the words as they stand
            add_body(draft, root)
            return
        paths = {
            fold(" ".join(map(str, element.itertext()))): draft.path(element) for element in root.iter(*PARAGRAPHS)
        }
        titles = {fold(" ".join(map(str, element.itertext()))) for element in root.iter("h1", "title")}
        for line in found.splitlines():
            kind = RegionKind.HEADLINE if fold(line) in titles else RegionKind.BODY
            draft.add(kind, line, paths.get(fold(line)))


PARAGRAPHS = ("p", "li", "h1", "h2", "h3", "h4", "h5", "h6", "td", "blockquote", "div", "span", "figcaption")


def _meta(draft: Draft, root: _Element) -> dict[str, tuple[str, str]]:
    """The first content of each meta name, folded, and where it stands."""
    found: dict[str, tuple[str, str]] = {}
    for element in root.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or ""
        content = (element.get("content") or "").strip()
        if name and content:
            found.setdefault(name.casefold(), (content, f"{draft.path(element)}/@content"))
    return found


def _linked_article(root: _Element, meta: dict[str, tuple[str, str]]) -> dict[str, Any]:
    """Of the articles in the page's JSON-LD the one whose headline the page bears, else the first; empty if none."""
    found = list(_linked_articles(root))
    titles = [fold(" ".join(map(str, element.itertext()))) for element in root.iter("h1", "title")]
    titles += [fold(meta[name][0]) for name in TITLES if name in meta]
    for data in found:
        headline = fold(_text(data.get("headline")))
        if headline and any(title.startswith(headline) for title in titles):
            return data
    return found[0] if found else {}


def _linked_articles(root: _Element) -> Iterator[dict[str, Any]]:
    """The news articles of the page's JSON-LD."""
    for element in root.iter("script"):
        if "ld+json" in (element.get("type") or ""):
            try:
                value = json.loads(_unwrapped(element.text or ""), strict=False)
            except (ValueError, RecursionError):
                continue
            yield from _articles(value, 0)


def _unwrapped(script: str) -> str:
    script = script.strip()
    for mark in BEFORE_DATA:
        script = script.removeprefix(mark).lstrip()
    for mark in AFTER_DATA:
        script = script.removesuffix(mark).rstrip()
    return script


def _articles(value: Any, depth: int) -> Iterator[dict[str, Any]]:
    if isinstance(value, list):
        for member in value:
            yield from _articles(member, depth + 1)
    elif isinstance(value, dict) and depth <= DEEPEST:
        types = value.get("@type")
        names = types if isinstance(types, list) else [types]
        if any(isinstance(name, str) and name.endswith(ARTICLE_TYPES) for name in names):
            yield value
        for key in ("@graph", "mainEntity"):  # an ItemList holds articles of other pages
            yield from _articles(value.get(key), depth + 1)


def _text(value: Any) -> str:
    """A value as words: of an object its name, of a list its first member."""
    if isinstance(value, str):
        return clean(value) if "\n" not in value else value
    if isinstance(value, dict):
        return _text(value.get("name") or value.get("alternateName") or value.get("@value") or value.get("@id") or "")
    if isinstance(value, list) and value:
        return _text(value[0])
    return ""


def _many(value: Any) -> Iterator[str]:
    for member in value if isinstance(value, list) else [value]:
        words = _text(member)
        if words:
            yield words
