"""NITF 3.x (IPTC): a document of its own, or the body inside a NewsML item."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diplonews.lexicons.iptc import country_code, publication_status
from diplonews.model import RegionKind
from diplonews.wire.base import Articles, Copy
from diplonews.wire.bylines import find_signature
from diplonews.wire.draft import Draft
from diplonews.wire.formats.common import add_body, add_markup, collect, first_child, iter_named, language_tag
from diplonews.wire.framing import INITIALS
from diplonews.wire.xml import XML_LANGUAGE, local, parse_xml, root_name, words

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["Nitf", "read_content", "read_nitf"]

ROOT_CHARACTERS = 2_000
# elements cut out of a document
PARTS = ("body.content", "block")
AUTHORS = ("author", "byline", "creator", "by")
# attribute of docdata's empty elements -> field, element, attribute; the first one present counts
DOCDATA_FIELDS = (
    ("identifier", "doc-id", "id-string"),
    ("version", "du-key", "version"),
    ("note", "ed-msg", "info"),
    ("usage_terms", "doc.rights", "restrictions"),
)
DOCDATA_TIMES = (
    ("published", "date.issue", "norm"),
    ("updated", "date.release", "norm"),
)


def _person_line(element: _Element) -> str:
    """A by-line with a space between its parts, and without words repeated in its title element."""
    return " ".join(part.strip() for part in map(str, element.itertext()) if part.strip())


class Nitf:
    """Reads NITF.

    Source: IPTC News Industry Text Format, DTD 3.6 (`docdata`, `body.head`, `body.content`,
    `body.end`).
    """

    name = "nitf"

    def score(self, copy: Copy) -> float:
        """Certain by the root; nearly so by that of a part, of a body or of its content."""
        root = root_name(copy.head)[0]
        if root == "body":
            return 0.98 if "<body.content" in copy.text or "<body.head" in copy.text else 0.0
        return 1.0 if root == "nitf" else 0.9 if root in PARTS else 0.0

    def parse(self, copy: Copy) -> Articles:
        """The single article of the document.

        Raises:
            ParseError: if it is not well-formed, or has no words.
        """
        return collect(self.name, [parse_xml(copy, self.name)], self._read, copy=copy)

    def _read(self, draft: Draft, root: _Element) -> None:
        name = local(root)
        if name == "body":
            _read_body(draft, root, None)
        elif name in PARTS:
            add_body(draft, root)
        else:
            read_nitf(draft, root)


def read_nitf(draft: Draft, root: _Element) -> None:
    """Read a `nitf` element into the draft; fields that the draft already has are kept."""
    draft.put(
        "language",
        language_tag(root.get("baselang") or root.get(XML_LANGUAGE)),
        "baselang",
        f"{draft.path(root)}/@baselang",
    )
    head = first_child(root, "head")
    if head is not None:
        _read_head(draft, head)
    body = first_child(root, "body")
    if body is not None:
        _read_body(draft, body, head)


def _read_body(draft: Draft, body: _Element, head: _Element | None) -> None:
    _read_body_head(draft, body, head)
    content = first_child(body, "body.content")
    if content is not None:
        _read_lede(draft, content)
        add_body(draft, content)
    elif first_child(body, "body.head") is None:
        add_body(draft, body)
    end = first_child(body, "body.end")
    if end is not None:
        add_body(draft, end, RegionKind.SIGNOFF)
        for tagline in iter_named(end, "tagline"):
            for name in find_signature(" ".join(words(tagline).split())):
                draft.author(name, "tagline", draft.path(tagline))


def read_content(draft: Draft, element: _Element, kind: RegionKind = RegionKind.BODY) -> None:
    """Read the content of an envelope: a NITF document (as elements or escaped), other markup, or a string."""
    nitf = next(iter_named(element, "nitf"), None)
    if nitf is None and not len(element):
        text = words(element)
        if root_name(text[:ROOT_CHARACTERS])[0] == "nitf":
            nitf = parse_xml(Copy(text), draft.format)
    if nitf is not None and kind is RegionKind.BODY:
        read_nitf(draft, nitf)
    elif len(element):
        add_body(draft, element, kind)
    else:
        add_markup(draft, words(element), draft.path(element), kind)


def _read_head(draft: Draft, head: _Element) -> None:
    docdata = first_child(head, "docdata")
    if docdata is not None:
        _read_docdata(draft, docdata)
    for data in iter_named(head, "pubdata"):
        draft.stamp("published", data.get("date.publication"), "pubdata", f"{draft.path(data)}/@date.publication")
    for meta in iter_named(head, "meta"):
        if (meta.get("name") or "").casefold() in AUTHORS:
            draft.author(meta.get("content"), "meta", f"{draft.path(meta)}/@content")
    subjects: list[str] = []
    for subject in iter_named(head, "tobject.subject"):
        named = [subject.get(f"tobject.subject.{part}") for part in ("type", "matter", "detail", "refnum")]
        subjects += [value for value in named if value]
    draft.put("subjects", tuple(dict.fromkeys(subjects)), "tobject.subject", draft.path(head))


def _read_docdata(draft: Draft, docdata: _Element) -> None:
    for field, name, attribute in DOCDATA_FIELDS:
        for element in iter_named(docdata, name):
            draft.put(field, element.get(attribute), f"docdata.{name}", f"{draft.path(element)}/@{attribute}")
    stated = [(docdata, "management-status"), *((element, "msg-type") for element in iter_named(docdata, "ed-msg"))]
    for element, attribute in reversed(stated):
        value = publication_status(element.get(attribute))
        draft.put("status", value, f"docdata.{attribute}", f"{draft.path(element)}/@{attribute}")
    for field, name, attribute in DOCDATA_TIMES:
        for element in iter_named(docdata, name):
            draft.stamp(
                field,
                element.get(attribute) or words(element),
                f"docdata.{name}",
                f"{draft.path(element)}/@{attribute}",
            )
    for element in iter_named(docdata, "urgency"):
        draft.number("urgency", element.get("ed-urg"), "docdata.urgency", f"{draft.path(element)}/@ed-urg")
    _read_keys(draft, docdata)
    for element in iter_named(docdata, "doc.copyright"):
        draft.sign(element.get("holder"), "docdata.doc.copyright", draft.path(element))
    for element in iter_named(docdata, "doc-id"):
        draft.sign(element.get("regsrc"), "docdata.doc-id", draft.path(element))
    for element in iter_named(docdata, "evloc"):
        draft.locate(
            element.get("city"),
            "docdata.evloc",
            f"{draft.path(element)}/@city",
            region=element.get("state-prov"),
            country=country_code(element.get("iso-cc")),
        )


def _read_keys(draft: Draft, docdata: _Element) -> None:
    """Keywords; the slug line is the first of them, after its scope, else the key of the story."""
    keys = [element.get("key") or words(element) for element in iter_named(docdata, "keyword")]
    keys = [" ".join(key.split()) for key in keys if key and key.strip()]
    draft.put("keywords", tuple(dict.fromkeys(keys)), "docdata.key-list", draft.path(docdata))
    scope = next((element.get("scope") or "" for element in iter_named(docdata, "doc-scope")), "")
    if keys:
        draft.put("slugline", f"{scope} {keys[0]}".strip(), "docdata.key-list", draft.path(docdata))
    for element in iter_named(docdata, "du-key"):
        draft.put("slugline", element.get("key"), "docdata.du-key", f"{draft.path(element)}/@key")


def _read_body_head(draft: Draft, body: _Element, head: _Element | None) -> None:
    top = first_child(body, "body.head")
    outer = draft.has(RegionKind.HEADLINE)
    lines = list(iter_named(top, "hl1", "hl2")) if top is not None else []
    for element in lines if not outer else []:
        below = draft.has(RegionKind.HEADLINE)
        if draft.add(RegionKind.DECK if below else RegionKind.HEADLINE, words(element), draft.path(element)):
            draft.note("deck" if below else "headline", "hedline", draft.path(element))
    title = first_child(head, "title") if head is not None else None
    if (
        title is not None
        and not draft.has(RegionKind.HEADLINE)
        and draft.add(RegionKind.HEADLINE, words(title), draft.path(title))
    ):
        draft.note("headline", "title", draft.path(title))
    if top is None:
        return
    for element in top:
        _read_line(draft, element)


def _read_line(draft: Draft, element: _Element) -> None:
    name = local(element)
    if name == "abstract":
        if not draft.has(RegionKind.DECK):
            add_body(draft, element, RegionKind.DECK)
    elif name == "note":
        add_body(draft, element, RegionKind.NOTE)
    elif name == "byline":
        line = _person_line(element)
        persons = tuple(filter(None, (" ".join(words(person).split()) for person in iter_named(element, "person"))))
        if persons:
            draft.people[line] = persons
        if INITIALS.fullmatch(line) is not None:
            draft.add(RegionKind.SIGNOFF, line, draft.path(element))
        elif draft.add(RegionKind.BYLINE, line, draft.path(element)):
            draft.note("bylines", "byline", draft.path(element))
    elif name == "distributor":
        draft.sign(words(element), "distributor", draft.path(element))
    elif name == "dateline":
        _read_dateline(draft, element)


def _read_dateline(draft: Draft, element: _Element) -> None:
    """Read the dateline: its words without the machine-readable date, and that date as a reading."""
    parts = [element.text or ""]
    for child in element:
        norm = child.get("norm")
        if local(child) == "story.date":
            draft.stamp("published", norm, "dateline.story.date", f"{draft.path(child)}/@norm")
            parts.append("" if words(child)[:8].isdigit() else f", {words(child)}")
        else:
            parts.append(words(child))
        parts.append(child.tail or "")
    text = " ".join("".join(parts).split()).strip(", ")
    if text and not draft.has(RegionKind.DATELINE):
        draft.add(RegionKind.DATELINE, text, draft.path(element))


def _read_lede(draft: Draft, content: _Element) -> None:
    """Use the paragraph marked as the lead as the deck if there is no abstract."""
    if draft.has(RegionKind.DECK):
        return
    for child in content:
        if local(child) == "p" and child.get("lede") == "true":
            draft.put("deck", words(child), "p.lede", draft.path(child))
            return
