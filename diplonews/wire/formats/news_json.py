"""News in JSON other than ninjs: feeds, headline lists of news APIs, output of crawlers and sites."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

import attrs

from diplonews.errors import ParseError
from diplonews.lexicons.databases import language_named
from diplonews.lexicons.structures import JsonShape, Sign, load_json_shapes
from diplonews.model import RegionKind
from diplonews.patterns import lazy_re
from diplonews.wire.base import Articles, Copy
from diplonews.wire.draft import Draft, fold
from diplonews.wire.formats.common import add_markup, collect, language_tag, plain_words
from diplonews.wire.formats.json_items import BROKEN, Json, json_value, objects_by_id

__all__ = ["NewsJson", "find_shape"]

DEEPEST = 6
MOST_ITEMS = 100_000
HEADLINE, DECK, BYLINE = RegionKind.HEADLINE, RegionKind.DECK, RegionKind.BYLINE
ADDRESS = lazy_re(r"(?:https?://|www\.|mailto:)\S*|\S+@\S+")
ZONED = lazy_re(r"(?:Z|[+-]\d\d:?\d\d|GMT|UTC)\s*$")
# "… [+1204 chars]", at the end of texts cut by a list
CUT = lazy_re(r"\s*(?:…|\.\.\.)?\s*\[\+?\d+ chars\]\s*$")


@attrs.frozen
class _Value:
    """A string or number in the document, and its path."""

    text: str
    where: str


def _values(value: Json, path: tuple[str, ...], where: str) -> Iterator[_Value]:
    """The values at a path; members of lists come one by one."""
    if isinstance(value, list):
        for number, member in enumerate(value[:MOST_ITEMS]):
            yield from _values(member, path, f"{where}[{number}]")
    elif path:
        if isinstance(value, dict) and path[0] in value:
            yield from _values(value[path[0]], path[1:], f"{where}.{path[0]}")
        elif isinstance(value, dict) and path == ("name",):
            names = (value.get("givenName"), value.get("familyName"))
            yield from _values(" ".join(name for name in names if isinstance(name, str)), (), f"{where}.givenName")
    elif isinstance(value, str) and value.strip():
        yield _Value(value, where)
    elif isinstance(value, int | float) and not isinstance(value, bool):
        yield _Value(str(value), where)


def _organisations(raw: Json) -> frozenset[str]:
    """The names of authors and creators whose schema.org type is an organisation."""
    if not isinstance(raw, dict):
        return frozenset()
    makers = [member for key in ("author", "creator") for member in _listed(raw.get(key))]
    typed = (member for member in makers if isinstance(member, dict) and "Organization" in str(member.get("@type")))
    return frozenset(name for member in typed if isinstance(name := member.get("name"), str))


def _listed(value: Json) -> list[Json]:
    return value if isinstance(value, list) else [value]


def _is_signed(value: Json, signs: tuple[Sign, ...]) -> bool:
    return all(any(_has(value, path, sign.value) for path in sign.paths) for sign in signs)


def _has(value: Json, path: tuple[str, ...], wanted: re.Pattern[str] | None) -> bool:
    for name in path:
        if not isinstance(value, dict) or name not in value:
            return False
        value = value[name]
    if wanted is None:
        return value is not None
    members = value if isinstance(value, list) else [value]
    return any(isinstance(member, str) and wanted.search(member) is not None for member in members)


def _items(value: Json, shape: JsonShape) -> Iterator[tuple[Json, str]]:
    """The items of that structure, and other members of the same list."""
    if shape.items:
        rows = value.get(shape.items) if isinstance(value, dict) else None
        yield from ((row, f"$.{shape.items}[{number}]") for number, row in enumerate(rows or ()))
    else:
        yield from _search(value, "$", shape, DEEPEST)


def _search(value: Json, where: str, shape: JsonShape, depth: int) -> Iterator[tuple[Json, str]]:
    if isinstance(value, dict):
        if _is_signed(value, shape.signs):
            yield value, where
            return
        members = [(member, f"{where}.{key}") for key, member in value.items()]
    elif isinstance(value, list):
        members = [(member, f"{where}[{number}]") for number, member in enumerate(value[:MOST_ITEMS])]
        signed = [_is_signed(member, shape.signs) for member, _ in members]
        if any(signed):
            typed = any(("@type",) in sign.paths for sign in shape.signs)  # its neighbours are of other types
            yield from (pair for pair, own in zip(members, signed, strict=True) if own or not typed)
            return
    else:
        return
    if depth:
        for member, place in members:
            yield from _search(member, place, shape, depth - 1)


def _may_hold(text: str, shape: JsonShape) -> bool:
    """Whether the characteristic names of the structure occur in the text; this rules out most structures."""
    signs = (*shape.signs, *shape.outer_signs)
    return all(any(all(f'"{name}"' in text for name in path) for path in sign.paths) for sign in signs)


def find_shape(value: Json, text: str | None = None) -> JsonShape | None:
    """The structure of a JSON document, if it is a known one.

    Args:
        value: the document.
        text: the text it was read from, which avoids the search for most structures.

    Example:
        >>> find_shape({"articles": [{"title": "Talks end", "publishedAt": "2024-03-12T07:05:00Z"}]}).id
        'newsapi'
        >>> find_shape({"answer": 42}) is None
        True
    """
    for shape in load_json_shapes():
        if text is not None and not _may_hold(text, shape):
            continue
        if shape.outer_signs and not _is_signed(value, shape.outer_signs):
            continue
        if shape.why:
            rows = value if isinstance(value, list) else [value]
            if any(_is_signed(row, shape.signs) for row in rows[:MOST_ITEMS]):
                return shape
        elif next(_items(value, shape), None) is not None:
            return shape
    return None


class NewsJson:
    """Reads JSON of news APIs, crawlers and sites.

    Source: `diplonews/lexicons/data/json_shapes.toml`.
    """

    name = "news-json"

    def score(self, copy: Copy) -> float:
        """By the names of properties: those of an item of one structure, all together."""
        return 0.95 if self._shape(copy) is not None else 0.0

    @staticmethod
    def _shape(copy: Copy) -> JsonShape | None:
        """The structure of the copy, determined once."""
        if "json-shape" not in copy.memo:
            value = json_value(copy)
            copy.memo["json-shape"] = None if isinstance(value, ParseError) else find_shape(value, copy.text)
        shape: JsonShape | None = copy.memo["json-shape"]
        return shape

    def parse(self, copy: Copy) -> Articles:
        """The articles in the order of the document.

        Raises:
            ParseError: if it is not JSON, or has no known structure or no articles.
        """
        value = json_value(copy)
        if isinstance(value, ParseError):
            raise ParseError(value.message, format=self.name, line=value.line, excerpt=value.excerpt)
        shape = self._shape(copy)
        if shape is None:
            raise ParseError("JSON of no known structure", format=self.name, line=1, excerpt=copy.head[:80])
        if shape.why:
            raise ParseError(f"{shape.title}: {shape.why}", format=self.name, line=1, excerpt=copy.head[:80])
        items = _items(value, shape)
        return collect(self.name, items, lambda draft, item: _Reader(draft, shape).read(item, value), copy=copy)


def _resolved(raw: dict[str, Json], document: Json) -> dict[str, Json]:
    """The object, with references by `@id` replaced by the objects in the document."""
    if not any("@id" in member for value in raw.values() for member in _listed(value) if isinstance(member, dict)):
        return raw
    known = objects_by_id([document])

    def whole(member: Json) -> Json:
        return known.get(str(member["@id"]), member) if isinstance(member, dict) and "@id" in member else member

    return {
        key: [whole(one) for one in value] if isinstance(value, list) else whole(value) for key, value in raw.items()
    }


@attrs.frozen
class _Reader:
    """Reads one item into its draft."""

    draft: Draft
    shape: JsonShape

    def read(self, item: tuple[Json, str], document: Json) -> None:
        """Read all fields of the item, and those that the document gives for all items."""
        raw, path = item
        if not isinstance(raw, dict):
            raise ParseError("no object", excerpt=repr(raw)[:80])
        if BROKEN in raw:
            raise ParseError(raw[BROKEN], line=raw["number"], excerpt=raw["line"])
        self._fields(_resolved(raw, document), path, self.shape.fields)
        self._fields(document, "$", self.shape.outer_fields)

    def _fields(self, raw: Json, path: str, fields: Mapping[str, tuple[tuple[str, ...], ...]]) -> None:
        draft = self.draft
        found = {field: self._first(raw, path, paths) for field, paths in fields.items()}
        for field in ("identifier", "url", "outlet"):
            for value in found.get(field, ())[:1]:
                draft.put(field, value.text, self._rule(field), value.where)
        for value in found.get("language", ()):
            tag = language_named(value.text) or language_tag(value.text)
            draft.put("language", tag, self._rule("language"), value.where)
        for field in ("keywords", "subjects"):
            self._list(field, found.get(field, ()))
        for field in ("published", "updated"):
            self._stamp(field, found)
        for value in found.get("place", ())[:1]:
            draft.locate(value.text, self._rule("place"), value.where)
        self._words(found, raw)

    def _words(self, found: Mapping[str, tuple[_Value, ...]], raw: Json) -> None:
        """Headline, deck, by-lines and body, in reading order."""
        draft = self.draft
        for value in found.get("headline", ())[:1]:
            if not draft.has(HEADLINE) and draft.add(HEADLINE, plain_words(value.text), value.where):
                draft.note("headline", self._rule("headline"), value.where)
        self._deck(found)
        if not draft.has(BYLINE):
            self._authors(found.get("authors", ()), raw)
        for value in found.get("body", ()):
            add_markup(draft, CUT.sub("", value.text), value.where)

    def _first(self, raw: Json, path: str, paths: tuple[tuple[str, ...], ...]) -> tuple[_Value, ...]:
        """The values at the first of the paths that has any."""
        return next((values for each in paths if (values := tuple(_values(raw, each, path)))), ())

    def _rule(self, field: str) -> str:
        return f"{self.shape.id}.{field}"

    def _list(self, field: str, values: tuple[_Value, ...]) -> None:
        parts = [part.strip() for value in values for part in value.text.split(",")]
        if parts:
            self.draft.put(field, tuple(dict.fromkeys(filter(None, parts))), self._rule(field), values[0].where)

    def _stamp(self, field: str, found: Mapping[str, tuple[_Value, ...]]) -> None:
        for name in (f"{field}_utc", field):
            for value in found.get(name, ())[:1]:
                in_utc = (self.shape.utc or name != field) and ZONED.search(value.text) is None
                raw = f"{value.text.strip()}+00:00" if in_utc else value.text
                self.draft.stamp(field, raw, self._rule(field), value.where)

    def _deck(self, found: Mapping[str, tuple[_Value, ...]]) -> None:
        """Add the deck, unless there is no body or the body begins with it."""
        body = fold("".join(value.text for value in found.get("body", ())[:1])[:2_000])
        for value in found.get("deck", ())[:1]:
            start = fold(plain_words(value.text) or "")[:60]
            if body and start not in body:
                add_markup(self.draft, value.text, value.where, DECK)

    def _authors(self, values: tuple[_Value, ...], raw: Json) -> None:
        """Add persons as by-lines, and organisations as credits."""
        organisations = _organisations(raw)
        for value in values[:20]:
            name = plain_words(ADDRESS.sub(" ", value.text))
            if value.text in organisations:
                self.draft.add(RegionKind.CREDIT, name, value.where)
            elif self.draft.add(BYLINE, name, value.where):
                self.draft.note("bylines", self._rule("authors"), value.where)
