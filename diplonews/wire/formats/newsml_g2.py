"""NewsML-G2 (IPTC): an item of news, of knowledge or of planning, or a newsMessage with several."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from diplonews.errors import ParseError
from diplonews.lexicons.iptc import country_code, publication_status
from diplonews.model import Evidence, RegionKind
from diplonews.wire.base import Articles, Copy
from diplonews.wire.draft import Draft, fold
from diplonews.wire.formats.common import (
    add_markup,
    collect,
    first_child,
    iter_named,
    language_tag,
    looks_like_markup,
    salvage,
)
from diplonews.wire.formats.newsml_g2_concepts import in_language, read_concepts, read_events, read_parts
from diplonews.wire.formats.nitf import read_content
from diplonews.wire.xml import XML_LANGUAGE, by_name, local, parse_xml, root_name, words

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["NewsmlG2"]

NAMESPACE = "http://iptc.org/std/nar/2006-10-01/"
NEWS = ("newsItem", "packageItem")
KNOWLEDGE = ("conceptItem", "knowledgeItem", "planningItem", "catalogItem")
ITEMS = (*NEWS, *KNOWLEDGE)
PARTS = ("contentMeta", "contentSet", "groupSet")  # elements cut out of an item
ROOTS = frozenset((*ITEMS, *PARTS, "newsMessage", "itemSet"))
EXCERPT_CHARACTERS = 60
PICTURES = ("picture", "graphic", "video", "audio", "animation")
NOT_FOR_READERS = ("nonpublic", "private")


def _names(element: _Element | None) -> list[str]:
    """The names of a concept, the most readable first: its names, its literal, its code."""
    if element is None:
        return []
    names = [words(child) for child in element.iterchildren("{*}name")]
    return [name for name in (*names, element.get("literal"), element.get("qcode"), element.get("uri")) if name]


def _part(item: _Element, name: str) -> _Element | None:
    """The item's part of that name, or the item itself if it is that part."""
    return item if local(item) == name else first_child(item, name)


class _Section:
    """The children of `itemMeta` or `contentMeta` by local name, gone through once."""

    def __init__(self, parent: _Element, name: str) -> None:
        self.name = name
        self.element = _part(parent, name)
        self._children = by_name(self.element) if self.element is not None else {}

    def all(self, name: str) -> list[_Element]:
        """The children of that name, in order."""
        return self._children.get(name, [])

    def first(self, name: str) -> _Element | None:
        """The first child of that name."""
        return next(iter(self.all(name)), None)


class NewsmlG2:
    """Reads NewsML-G2.

    Source: IPTC NewsML-G2 specification 2.x (`newsItem/contentMeta`, `itemMeta`, `contentSet`).
    """

    name = "newsml-g2"

    def score(self, copy: Copy) -> float:
        """Certain by the namespace, nearly so by the name of the root."""
        root, tag = root_name(copy.head)
        if root not in ROOTS:
            return 0.0
        return 1.0 if NAMESPACE in tag or NAMESPACE in copy.head else 0.8

    def parse(self, copy: Copy) -> Articles:
        """One article for each newsItem, concept, list of concepts, plan or catalogue, and packageItem with a `guid`.

        Raises:
            ParseError: if it is not well-formed, or holds no readable item.
        """
        failures: list[ParseError] = []
        try:
            root = parse_xml(copy, self.name)
            items = [root] if local(root) in PARTS else list(iter_named(root, *ITEMS))
        except ParseError as error:
            items, failures = salvage(copy, self.name, "newsItem", error)
        news = [item for item in items if local(item) != "packageItem" or item.get("guid")]
        return collect(self.name, news or items, self._read, failures, copy=copy)

    def _read(self, draft: Draft, item: _Element) -> None:
        meta = _Section(item, "itemMeta")
        content = _Section(item, "contentMeta")
        language = self._identity(draft, item, content)
        kind = "".join(_names(meta.first("itemClass"))).rpartition(":")[2].casefold()
        self._signatures(draft, item, meta, content)
        self._status(draft, meta)
        self._times(draft, meta, content)
        self._topics(draft, content, language)
        self._priority(draft, item)
        self._lines(draft, content, language, is_picture=kind in PICTURES)
        read_parts(draft, item, language)
        self._notes(draft, meta)
        self._body(draft, item, language)
        if local(item) in KNOWLEDGE:
            read_concepts(draft, item, language)
        self._title(draft, meta)
        self._drop_excerpt(draft)
        self._package(draft, item)

    def _identity(self, draft: Draft, item: _Element, content: _Section) -> str | None:
        where = draft.path(item)
        draft.put("identifier", item.get("guid"), "guid", f"{where}/@guid")
        draft.put("version", item.get("version"), "version", f"{where}/@version")
        stated = content.first("language")
        if stated is not None:
            draft.put("language", language_tag(stated.get("tag")), "contentMeta.language", draft.path(stated))
        draft.put("language", language_tag(item.get(XML_LANGUAGE)), "xml:lang", f"{where}/@xml:lang")
        language = draft.fields.get("language")
        rights = first_child(item, "rightsInfo")
        terms = in_language(list(iter_named(rights, "usageTerms")) if rights is not None else [], language)
        if terms:
            draft.put("usage_terms", words(terms[0]), "rightsInfo.usageTerms", draft.path(terms[0]))
        return language if isinstance(language, str) else None

    def _signatures(self, draft: Draft, item: _Element, meta: _Section, content: _Section) -> None:
        for parent, name in ((meta, "provider"), (content, "creditline"), (content, "infoSource")):
            for element in parent.all(name):
                for raw in _names(element) or [words(element)]:
                    draft.sign(raw, name, draft.path(element))
        for element in content.all("creator"):
            named = [words(name) for name in element.iterchildren("{*}name")]
            keep = draft.author if first_child(element, "organisationDetails") is None else draft.sign
            for name in named or filter(None, [element.get("literal")]):
                keep(name, "contentMeta.creator", draft.path(element))
        for element in content.all("digitalSourceType"):
            detail = element.get("uri") or element.get("qcode")
            rule = f"{self.name}.digitalsourcetype"
            draft.evidence.append(Evidence(rule=rule, field="digitalsourcetype", detail=detail))
        holder = first_child(item, "rightsInfo", "copyrightHolder")
        for raw in _names(holder):
            draft.sign(raw, "rightsInfo.copyrightHolder", draft.path(holder) if holder is not None else None)
        root = item.getroottree().getroot()
        for header in root.iterchildren("{*}header", "{*}Header"):
            for element in header.iterchildren("{*}sender", "{*}origin"):
                draft.sign(words(element), f"header.{local(element)}", draft.path(element))

    def _times(self, draft: Draft, meta: _Section, content: _Section) -> None:
        given = (
            ("published", meta, "firstCreated"),
            ("updated", meta, "versionCreated"),
            ("published", content, "contentCreated"),
            ("updated", content, "contentModified"),
            ("embargo", meta, "embargoed"),
        )
        for field, parent, name in given:
            for element in parent.all(name):
                draft.stamp(field, words(element), f"{parent.name}.{name}", draft.path(element))

    def _status(self, draft: Draft, meta: _Section) -> None:
        stated = meta.first("pubStatus")
        if stated is not None:
            value = publication_status(stated.get("qcode") or stated.get("uri"))
            draft.put("status", value, "itemMeta.pubStatus", draft.path(stated))

    def _topics(self, draft: Draft, content: _Section, language: str | None) -> None:
        urgency = content.first("urgency")
        if urgency is not None:
            draft.number("urgency", words(urgency), "contentMeta.urgency", draft.path(urgency))
        subjects = []
        for element in content.all("subject"):
            named = [words(name) for name in in_language(list(element.iterchildren("{*}name")), language)[:1]]
            subjects += [*named, *filter(None, (element.get("qcode") or element.get("literal"),))]
        where = draft.path(content.element) if content.element is not None else None
        draft.put("subjects", tuple(dict.fromkeys(filter(None, subjects))), "contentMeta.subject", where)
        keywords = [" ".join(words(element).split()) for element in content.all("keyword")]
        draft.put("keywords", tuple(dict.fromkeys(filter(None, keywords))), "contentMeta.keyword", where)
        for element in content.all("located"):
            self._located(draft, element)

    def _priority(self, draft: Draft, item: _Element) -> None:
        """Use the priority of the message if the item gives no urgency."""
        for header in item.getroottree().getroot().iterchildren("{*}header"):
            for priority in header.iterchildren("{*}priority"):
                draft.number("urgency", words(priority), "header.priority", draft.path(priority))

    def _located(self, draft: Draft, element: _Element) -> None:
        names = _names(element)
        if not names or (names[0] == element.get("qcode") and ":" in names[0]):
            return
        region = country = None
        for broader in iter_named(element, "broader"):
            kind = (broader.get("type") or "").rpartition(":")[2]
            if kind == "country" or "iso3166" in (broader.get("qcode") or ""):
                named = map(country_code, (broader.get("qcode"), *_names(broader)))
                country = next(filter(None, named), None)
            elif kind == "statprov":
                region = next(iter(_names(broader)), None)
        for name in names[0].split("/")[:4]:
            draft.locate(name, "contentMeta.located", draft.path(element), region=region, country=country)

    def _lines(self, draft: Draft, content: _Section, language: str | None, *, is_picture: bool) -> None:
        """Slugline, headlines, deck, by-lines, dateline and credit, in reading order."""
        for element in content.all("slugline"):
            draft.put("slugline", words(element), "contentMeta.slugline", draft.path(element))
        for element in in_language(content.all("headline"), language):
            below = "sub" in (element.get("role") or "").casefold() or draft.has(RegionKind.HEADLINE)
            kind = RegionKind.DECK if below else RegionKind.HEADLINE
            if draft.add(kind, words(element), draft.path(element)):
                draft.note("deck" if below else "headline", "contentMeta.headline", draft.path(element))
        headline = next((piece.text for piece in draft.pieces if piece.kind is RegionKind.HEADLINE), None)
        for element in in_language(content.all("description"), language):
            caption = is_picture and "summary" not in (element.get("role") or "")
            self._description(draft, element, RegionKind.CAPTION if caption else RegionKind.DECK, headline)
        for name, kind in (
            ("by", RegionKind.BYLINE),
            ("dateline", RegionKind.DATELINE),
            ("creditline", RegionKind.CREDIT),
        ):
            for element in content.all(name):
                if draft.add(kind, words(element), draft.path(element)):
                    draft.note(
                        {"by": "bylines", "creditline": "credits"}.get(name, name),
                        f"contentMeta.{name}",
                        draft.path(element),
                    )

    def _description(self, draft: Draft, element: _Element, kind: RegionKind, headline: str | None) -> None:
        """The description, unless it only repeats the headline (with or without the slug before it)."""
        text = " ".join(words(element).split())
        if headline is not None and text.endswith(headline):
            kind = RegionKind.BOILERPLATE
        if looks_like_markup(text):
            add_markup(draft, text, draft.path(element), kind)
        else:
            draft.add(kind, text, draft.path(element))

    def _drop_excerpt(self, draft: Draft) -> None:
        """Relabel a deck that only repeats the beginning of the text."""
        at = next((i for i, piece in enumerate(draft.pieces) if piece.kind is RegionKind.DECK), None)
        if at is None:
            return
        start = draft.pieces[at].text[:EXCERPT_CHARACTERS]
        if len(start) == EXCERPT_CHARACTERS and any(piece.text.startswith(start) for piece in draft.pieces[at + 1 :]):
            draft.pieces[at] = attrs.evolve(draft.pieces[at], kind=RegionKind.BOILERPLATE)

    def _notes(self, draft: Draft, meta: _Section) -> None:
        notes = [
            element
            for element in meta.all("edNote")
            if not any(
                word in (element.get("role") or "") + (element.get("pubconstraint") or "") for word in NOT_FOR_READERS
            )
        ]
        if notes:
            draft.put(
                "note",
                "\n".join(dict.fromkeys(" ".join(words(element).split()) for element in notes)),
                "itemMeta.edNote",
                draft.path(notes[0]),
            )

    def _body(self, draft: Draft, item: _Element, language: str | None) -> None:
        """The first rendition that has words in it."""
        content = _part(item, "contentSet")
        before = len(draft.pieces)
        for element in content if content is not None else ():
            name = local(element)
            if name == "inlineXML" or (name == "inlineData" and "base64" not in (element.get("encoding") or "")):
                self._inline_title(draft, element)
                if not read_events(draft, element, language):
                    read_content(draft, element)
            if any(piece.kind is RegionKind.BODY for piece in draft.pieces[before:]):
                return

    def _title(self, draft: Draft, meta: _Section) -> None:
        """Use the item's title as the headline if its metadata and its content have none."""
        title = meta.first("title")
        if title is not None and not draft.has(RegionKind.HEADLINE):
            draft.put("headline", words(title), "itemMeta.title", draft.path(title))

    def _inline_title(self, draft: Draft, element: _Element) -> None:
        """The title of the page that the item carries, for an item without a headline."""
        html = next(iter_named(element, "html"), None)
        title = first_child(html, "head", "title") if html is not None else None
        if (
            title is not None
            and not draft.has(RegionKind.HEADLINE)
            and draft.add(RegionKind.HEADLINE, words(title), draft.path(title))
        ):
            draft.note("headline", "inlineXML.title", draft.path(title))

    def _package(self, draft: Draft, item: _Element) -> None:
        """Add the texts of a package about the items it refers to, each text once."""
        groups = _part(item, "groupSet")
        references = iter_named(item if groups is None else groups, "itemRef")
        for reference in references if local(item) in ("packageItem", "groupSet") else ():
            said: set[str] = set()
            for element in reference:
                text = fold(words(element))
                if local(element) in ("headline", "title", "description") and text not in said:
                    draft.add(RegionKind.BODY, words(element), draft.path(element))
                    said.add(text)
