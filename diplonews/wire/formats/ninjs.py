"""News in JSON: ninjs 1.x, 2.x and 3.x (IPTC), and the JSON of Superdesk and of AP's Media API."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, TypeAlias

import attrs

from diplonews.errors import ParseError
from diplonews.lexicons.iptc import country_code
from diplonews.model import RegionKind
from diplonews.wire.base import Articles, Copy
from diplonews.wire.draft import Draft
from diplonews.wire.formats.common import add_markup, collect, language_tag

__all__ = ["Ninjs"]

Json: TypeAlias = Any
# names of 3.x are camelCase, those of 1.x have underscores: both are compared folded
IDENTITY = frozenset(("uri", "guid", "_id", "altids", "itemid"))
SUBSTANCE = frozenset(
    [
        "headline",
        "headlines",
        "bodyhtml",
        "bodyxhtml",
        "bodytext",
        "bodies",
        "versioncreated",
        "descriptiontext",
        "descriptionhtml",
        "descriptions",
        "slugline",
        "slug",
        "byline",
    ]
)
SNIFFED = (
    '"headline',
    '"body_',
    '"bodies"',
    '"versioncreated"',
    '"versionCreated"',
    '"description_text"',
    '"slugline"',
)
BROKEN = "\x00broken"
DEEPEST = 6
MOST_ITEMS = 100_000
HEADLINE_ROLES = ("main", "")
BODY_KEYS = ("bodyhtml", "bodyxhtml", "bodyhtml5", "bodytext")
LOCATION_KEYS = ("datelinelocation", "dateline", "located")


def _fold(key: str) -> str:
    return key.lower().replace("_", "")


@attrs.frozen(eq=False)
class Item:
    """A news item with the path it stands at; `values` by folded name, `keys` the names as written."""

    values: dict[str, Json]
    keys: dict[str, str]
    path: str

    @classmethod
    def of(cls, raw: dict[str, Json], path: str) -> Item:
        """The item of an object."""
        return cls({_fold(key): value for key, value in raw.items()}, {_fold(key): key for key in raw}, path)

    def text(self, *names: str) -> tuple[str | None, str]:
        """The first of those properties that is a string or a number, and where it stands."""
        for name in names:
            value = self.values.get(name)
            if isinstance(value, str) and value.strip():
                return value, f"{self.path}.{self.keys[name]}"
            if isinstance(value, int) and not isinstance(value, bool):
                return str(value), f"{self.path}.{self.keys[name]}"
        return None, self.path

    def rows(self, name: str) -> Iterator[tuple[Json, str]]:
        """The members of a list (or the one value that stands for it), and where they stand."""
        value = self.values.get(name)
        if isinstance(value, list):
            for number, row in enumerate(value):
                yield row, f"{self.path}.{self.keys[name]}[{number}]"
        elif value:
            yield value, f"{self.path}.{self.keys[name]}"


def _is_item(value: Json) -> bool:
    if not isinstance(value, dict):
        return False
    folded = {_fold(key) for key in value}
    return bool(folded & IDENTITY) and bool(folded & SUBSTANCE)


def _find_items(value: Json, path: str, depth: int = 0) -> Iterator[tuple[dict[str, Json], str]]:
    """The items of an envelope, whatever it is called, in order."""
    if _is_item(value):
        yield value, path
    elif depth < DEEPEST and isinstance(value, dict):
        for key, member in value.items():
            yield from _find_items(member, f"{path}.{key}", depth + 1)
    elif depth < DEEPEST and isinstance(value, list):
        for number, member in enumerate(value[:MOST_ITEMS]):
            yield from _find_items(member, f"{path}[{number}]", depth + 1)


def _stands_alone(member: Json) -> bool:
    """Whether an association is an item of its own: it has words, and does not say it is incomplete."""
    if not isinstance(member, dict):
        return False
    folded = {_fold(key): value for key, value in member.items()}
    return bool(folded.keys() & SUBSTANCE) and folded.get("representationtype") != "incomplete"


def _with_associations(raw: dict[str, Json], path: str, depth: int = 0) -> Iterator[tuple[Item, bool]]:
    """An item and its associations, each with whether it is the item itself.

    Named associations (1.x: pictures of a story) come before the item that refers to them, the
    listed ones (2.x on) after it.
    """
    item = Item.of(raw, path)
    associations = item.values.get("associations") if depth < DEEPEST else None
    where = f"{path}.{item.keys.get('associations', '')}"
    if isinstance(associations, dict):
        for name, member in associations.items():
            if _stands_alone(member):
                for inner, _ in _with_associations(member, f"{where}.{name}", depth + 1):
                    yield inner, False
    yield item, depth == 0
    if isinstance(associations, list):
        for number, member in enumerate(associations):
            if _stands_alone(member):
                for inner, _ in _with_associations(member, f"{where}[{number}]", depth + 1):
                    yield inner, False


def _load(text: str, format: str) -> Json:
    """The value; several objects, one a line, are a list.

    Raises:
        ParseError: with line and excerpt.
    """
    text = text.lstrip("\ufeff \t\r\n")
    try:
        return json.loads(text)
    except RecursionError as error:
        raise ParseError("nested too deeply", format=format, line=1, excerpt=text[:80]) from error
    except json.JSONDecodeError as error:
        lines = [line for line in text.splitlines() if line.strip()]
        if error.msg == "Extra data" and len(lines) > 1 and all(line.lstrip()[:1] in "{[" for line in lines):
            return [_line(line) for line in lines]
        excerpt = text[max(0, error.pos - 40) : error.pos + 40]
        raise ParseError(f"not well-formed: {error.msg}", format=format, line=error.lineno, excerpt=excerpt) from error


def _line(line: str) -> Json:
    try:
        return json.loads(line)
    except (json.JSONDecodeError, RecursionError) as error:
        return {"uri": "", "headline": "", BROKEN: f"not well-formed: {error}", "line": line[:80]}


class Ninjs:
    """Reads news items in JSON.

    Source: IPTC ninjs 1.6, 2.1 and 3.0 schemas; Superdesk's ninjs extension; AP Media API 1.1.
    """

    name = "ninjs"
    opening = "{["

    def score(self, copy: Copy) -> float:
        """By the names of properties near the front; a long text is not parsed for it."""
        head = copy.head
        if head[:1] not in ("{", "["):
            return 0.0
        where = copy.text if len(copy.text) <= 1_000_000 else head
        if any(mark in where for mark in SNIFFED):
            return 0.9
        return 0.0

    def parse(self, copy: Copy) -> Articles:
        """The items in the order of the input; the pictures of a story before it.

        Raises:
            ParseError: if it is not JSON, or has no news item in it.
        """
        value = _load(copy.text, self.name)
        found = [pair for raw, path in _find_items(value, "$") for pair in _with_associations(raw, path)]
        return collect(self.name, [item for item, _ in found], self._read, copy=copy)

    def _read(self, draft: Draft, item: Item) -> None:
        if BROKEN in item.keys:
            raise ParseError(item.values[BROKEN], excerpt=item.values["line"])
        self._identity(draft, item)
        self._lines(draft, item)
        self._places(draft, item)
        self._body(draft, item)
        self._captions(draft, item)

    def _captions(self, draft: Draft, item: Item) -> None:
        """Captions of pictures that are only referred to."""
        associations = item.values.get("associations")
        rows = associations.items() if isinstance(associations, dict) else ()
        for name, member in rows:
            if isinstance(member, dict) and not _stands_alone(member):
                picture = Item.of(member, f"{item.path}.{item.keys['associations']}.{name}")
                value, where = picture.text("descriptiontext", "descriptionhtml", "headline")
                draft.add(RegionKind.CAPTION, _plain(value), where)
                value, where = picture.text("byline", "by", "creditline")
                draft.add(RegionKind.CREDIT, _plain(value), where)

    def _identity(self, draft: Draft, item: Item) -> None:
        for field, names in (
            ("identifier", ("guid", "uri", "id")),
            ("version", ("version", "currentversion")),
            ("slugline", ("slugline", "slug")),
            ("note", ("ednote",)),
        ):
            value, where = item.text(*names)
            draft.put(field, value, names[0], where)
        value, where = item.text("urgency")
        draft.number("urgency", value, "urgency", where)
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
            ("embargo", ("embargoed", "embargo")),
        ):
            for name in names:
                value, where = item.text(name)
                draft.stamp(field, value, name, where)
        for field, lists in (("subjects", ("subject", "subjects")), ("keywords", ("keywords", "keyword"))):
            draft.put(field, tuple(dict.fromkeys(_labels(item, lists, field))), lists[0], item.path)

    def _lines(self, draft: Draft, item: Item) -> None:
        headline, where = _main(item, "headlines") or item.text("headline", "title")
        if draft.add(RegionKind.HEADLINE, _plain(headline), where):
            draft.note("headline", "headline", where)
        self._descriptions(draft, item)
        for text, where in _bylines(item):
            if draft.add(RegionKind.BYLINE, _plain(text), where):
                draft.note("bylines", "byline", where)
        for row, where in (*item.rows("authors"), *item.rows("creators")):
            name = row.get("name") if isinstance(row, dict) else row
            if isinstance(name, str):
                draft.author(name, "authors", where)
        value, where = item.text("creditline", "descriptioncreditline")
        draft.add(RegionKind.CREDIT, _plain(value), where)

    def _descriptions(self, draft: Draft, item: Item) -> None:
        """The deck of a story, the caption of a picture."""
        is_text = str(item.values.get("type", "text")).lower() in ("text", "composite", "story", "article")
        kind = RegionKind.DECK if is_text else RegionKind.CAPTION
        for row, where in item.rows("descriptions"):
            value = row.get("value") if isinstance(row, dict) else row
            role = str(row.get("role", "")) if isinstance(row, dict) else ""
            if isinstance(value, str):
                own = {"creditline": RegionKind.CREDIT, "caption": RegionKind.CAPTION}.get(role, kind)
                draft.add(own, _plain(value), where)
        if draft.has(kind):
            return
        value, where = item.text(
            "abstract", "descriptiontext", "descriptionhtml", "descriptioncaption", "descriptionsummary"
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
    return {_fold(key): value.lower() for key, value in row.items() if isinstance(value, str)}


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


def _plain(value: str | None) -> str | None:
    """The words of a value that may hold tags."""
    from diplonews.wire.formats.common import looks_like_markup
    from diplonews.wire.xml import parse_fragment, words

    if value is None or not looks_like_markup(value):
        return value
    root = parse_fragment(value)
    return words(root) if root is not None else value
