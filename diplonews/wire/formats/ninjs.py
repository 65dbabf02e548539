"""News in JSON: ninjs 1.x, 2.x and 3.x (IPTC), the JSON of Superdesk, of AP's Media API and of dpa's digital wires."""

from __future__ import annotations

from collections.abc import Iterator

from diplonews.errors import ParseError
from diplonews.lexicons.iptc import country_code, publication_status
from diplonews.model import Evidence, RegionKind
from diplonews.patterns import lazy_re
from diplonews.wire.base import Articles, Copy
from diplonews.wire.draft import Draft
from diplonews.wire.formats.common import add_markup, collect, language_tag, plain_words
from diplonews.wire.formats.json_items import (
    BROKEN,
    Item,
    Json,
    describe_json,
    find_items,
    fold_key,
    load_json,
    stands_alone,
    with_associations,
)

__all__ = ["Ninjs"]

SNIFFED = lazy_re(
    r'"(?:headlines?|body_\w{1,20}|article_html|bodies|version_?[cC]reated|description_text|slugline)"\s{0,20}:',
)
OPENING = lazy_re(r'[{\[]\s{0,1000}["{\[]')
LONGEST_SNIFFED_CHARACTERS = 1_000_000
HEADLINE_ROLES = ("main", "")
BODY_KEYS = ("bodyhtml", "bodyxhtml", "bodyhtml5", "articlehtml", "bodytext", "articletext")
# a dateline as printed, with its agency or its dash: "Oslo (dpa) - "
PRINTED = lazy_re(r"[(/][^()/]{2,40}[)/]|\s[-–—_]+\s*$")
LOCATION_KEYS = ("datelinelocation", "dateline", "located")


class Ninjs:
    """Reads news items in JSON.

    Source: IPTC ninjs 1.6, 2.1 and 3.0 schemas; Superdesk's ninjs extension; AP Media API 1.1;
    dpa digitalwires.
    """

    name = "ninjs"

    def score(self, copy: Copy) -> float:
        """By the names of properties near the front; a long text is not parsed for it."""
        if OPENING.match(copy.head) is None:
            return 0.0
        where = copy.text if len(copy.text) <= LONGEST_SNIFFED_CHARACTERS else copy.head
        return 0.9 if SNIFFED.search(where) is not None else 0.0

    def parse(self, copy: Copy) -> Articles:
        """The items in the order of the input; the pictures of a story come before it.

        Raises:
            ParseError: if it is not JSON, or has no news item in it.
        """
        value = load_json(copy.text, self.name)
        found = list(find_items(value, "$"))
        if not found and stands_alone(value):  # an item that has no identity
            found = [(value, "$")]
        elif not found and isinstance(value, list):
            found = [(row, f"$[{number}]") for number, row in enumerate(value) if stands_alone(row)]
        if not found:
            raise ParseError(f"no news item in it; {describe_json(value)}", format=self.name, line=1)
        items = [item for raw, path in found for item in with_associations(raw, path)]
        return collect(self.name, items, self._read, copy=copy)

    def _read(self, draft: Draft, item: Item) -> None:
        if BROKEN in item.keys:
            raise ParseError(item.values[BROKEN], line=item.values["number"], excerpt=item.values["line"])
        self._identity(draft, item)
        self._lines(draft, item)
        self._places(draft, item)
        self._body(draft, item)
        self._notepad(draft, item)
        self._captions(draft, item)

    def _captions(self, draft: Draft, item: Item) -> None:
        """The captions of pictures that are only referenced."""
        associations = item.values.get("associations")
        rows = associations.items() if isinstance(associations, dict) else ()
        for name, member in rows:
            if isinstance(member, dict) and not stands_alone(member):
                picture = Item.of(member, f"{item.path}.{item.keys['associations']}.{name}")
                value, where = picture.text("descriptiontext", "descriptionhtml", "headline")
                draft.add(RegionKind.CAPTION, plain_words(value), where)
                value, where = picture.text("byline", "by", "creditline")
                draft.add(RegionKind.CREDIT, plain_words(value), where)

    def _identity(self, draft: Draft, item: Item) -> None:
        for field, names in (
            ("identifier", ("guid", "uri", "id")),
            ("version", ("version", "currentversion")),
            ("slugline", ("slugline", "slug")),
            ("note", ("ednote",)),
        ):
            value, where = item.text(*names)
            draft.put(field, value, names[0], where)
        value, where = item.text("pubstatus")
        draft.put("status", publication_status(value), "pubstatus", where)
        value, where = item.text("urgency", "priority")
        draft.number("urgency", value, "urgency", where)
        value, where = item.text("digitalsourcetype")
        if value:
            draft.evidence.append(Evidence(rule="ninjs.digitalsourcetype", field="digitalsourcetype", detail=value))
        value, where = item.text("canonicalurl", "url", "link")
        draft.put("url", value if value and value.startswith("http") else None, "url", where)
        value, where = item.text("language")
        draft.put("language", language_tag(value), "language", where)
        terms = [value for value, _ in item.rows("usageterms") if isinstance(value, str)]
        draft.put("usage_terms", " ".join(terms), "usageterms", item.path)
        for name in ("source", "provider", "infosource", "infosources", "copyrightholder", "copyrightnotice"):
            for row, where in item.rows(name):
                raw = row.get("name") if isinstance(row, dict) else row
                if isinstance(raw, str):
                    draft.sign(raw, name, where)
        for field, names in (
            ("published", ("firstpublished", "firstcreated", "contentcreated")),
            ("updated", ("versioncreated", "datetime")),
            ("embargo", ("embargoed", "embargoeduntil", "embargo")),
        ):
            for name in names:
                value, where = item.text(name)
                draft.stamp(field, value, name, where)
        for field, lists in (("subjects", ("subject", "subjects")), ("keywords", ("keywords", "keyword"))):
            draft.put(field, tuple(dict.fromkeys(_labels(item, lists, field))), lists[0], item.path)

    def _notepad(self, draft: Draft, item: Item) -> None:
        """Add dpa's notes to editors, each text once."""
        notepad = item.values.get("notepad")
        rows = notepad.items() if isinstance(notepad, dict) else ()
        for name, value in rows:
            if isinstance(value, str) and value.strip() and "header" not in name:
                add_markup(draft, value, f"{item.path}.{item.keys['notepad']}.{name}", RegionKind.NOTE)

    def _lines(self, draft: Draft, item: Item) -> None:
        headline, where = _main(item, "headlines") or item.text("headline", "title")
        if draft.add(RegionKind.HEADLINE, plain_words(headline), where):
            draft.note("headline", "headline", where)
        value, where = item.text("kicker", "overline")
        draft.add(RegionKind.SLUG, plain_words(value), where)
        self._descriptions(draft, item)
        for text, where in _bylines(item):
            if draft.add(RegionKind.BYLINE, plain_words(text), where):
                draft.note("bylines", "byline", where)
        for row, where in (*item.rows("authors"), *item.rows("creators")):
            name = row.get("name") if isinstance(row, dict) else row
            if isinstance(name, str):
                draft.author(name, "authors", where)
        value, where = item.text("creditline", "descriptioncreditline")
        draft.add(RegionKind.CREDIT, plain_words(value), where)

    def _descriptions(self, draft: Draft, item: Item) -> None:
        """The deck of a story, the caption of a picture."""
        is_text = str(item.values.get("type", "text")).lower() in ("text", "composite", "story", "article")
        kind = RegionKind.DECK if is_text else RegionKind.CAPTION
        for row, where in item.rows("descriptions"):
            value = row.get("value") if isinstance(row, dict) else row
            role = str(row.get("role", "")) if isinstance(row, dict) else ""
            if isinstance(value, str):
                own = {"creditline": RegionKind.CREDIT, "caption": RegionKind.CAPTION}.get(role, kind)
                draft.add(own, plain_words(value), where)
        if draft.has(kind):
            return
        value, where = item.text(
            "abstract", "teaser", "descriptiontext", "descriptionhtml", "descriptioncaption", "descriptionsummary"
        )
        add_markup(draft, value, where, kind) if value else None

    def _places(self, draft: Draft, item: Item) -> None:
        for key in LOCATION_KEYS:
            value = item.values.get(key)
            where = f"{item.path}.{item.keys.get(key, key)}"
            if isinstance(value, dict):
                located = value.get("located")
                place = located if isinstance(located, dict) else value
                name = place.get("city") or place.get("name")
                region = place.get("countryareacode") or place.get("state")
                country = country_code(
                    str(place.get("countrycode") or place.get("country_code") or place.get("country") or "")
                )
                if isinstance(name, str):
                    region = region if isinstance(region, str) else None
                    draft.locate(name, key, where, region=region, country=country)
            elif isinstance(value, str) and PRINTED.search(value) is not None:
                draft.add(RegionKind.DATELINE, value, where)
                return
            elif isinstance(value, str):
                name, _, region = (part.strip() for part in value.partition(","))
                draft.locate(name, key, where, region=region or None, country=country_code(region))
            if draft.places:
                return

    def _body(self, draft: Draft, item: Item) -> None:
        """The richest form of the body: marked-up text before plain."""
        bodies = [(row, where) for row, where in item.rows("bodies") if isinstance(row, dict)]
        bodies.sort(key=lambda pair: "html" not in _folded(pair[0]).get("contenttype", ""))
        for row, where in bodies:
            value = row.get("value")
            if isinstance(value, str) and value.strip():
                add_markup(draft, value, f"{where}.value")
                return
        for key in BODY_KEYS:
            value, where = item.text(key)
            if value:
                add_markup(draft, value, where)
                return


def _folded(row: dict[str, Json]) -> dict[str, str]:
    return {fold_key(key): value.lower() for key, value in row.items() if isinstance(value, str)}


def _main(item: Item, name: str) -> tuple[str, str] | None:
    """The main one of several headlines, else the first."""
    rows = [
        (row, where) for row, where in item.rows(name) if isinstance(row, dict) and isinstance(row.get("value"), str)
    ]
    rows.sort(key=lambda pair: str(pair[0].get("role", "")).lower() not in HEADLINE_ROLES)
    return (rows[0][0]["value"], f"{rows[0][1]}.value") if rows else None


def _labels(item: Item, names: tuple[str, ...], field: str) -> Iterator[str]:
    """Names and codes of subjects; words of keywords."""
    for name in names:
        for row, _ in item.rows(name):
            if isinstance(row, str):
                yield from (part.strip() for part in row.split(",") if part.strip())
            elif isinstance(row, dict):
                for key in ("name", "code", "literal") if field == "subjects" else ("name", "value"):
                    if isinstance(row.get(key), str) and row[key]:
                        yield row[key]


def _bylines(item: Item) -> Iterator[tuple[str, str]]:
    value, where = item.text("byline", "by")
    if value:
        yield value, where
        return
    for row, where in item.rows("bylines"):
        text = (row.get("byline") or row.get("by") or row.get("name")) if isinstance(row, dict) else row
        if isinstance(text, str) and text.strip():
            yield text, where
