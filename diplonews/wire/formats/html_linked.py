"""The JSON-LD of a page: which of its objects is the article, and what that object says."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

import attrs

from diplonews.wire.draft import clean, fold
from diplonews.wire.formats.html_json import read_scripts
from diplonews.wire.formats.json_items import objects_by_id

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["Linked", "Named", "read_linked", "text_of", "texts_of"]

ARTICLE_TYPES = ("article", "posting", "report")
PAGE_TYPES = ("webpage", "itempage")
ORGANIZATION_TYPES = ("organization", "corporation", "project")
# keys that may hold the page's article; an ItemList, `hasPart` or `liveBlogUpdate` holds other articles
HOLDERS = ("@graph", "mainEntity", "mainEntityOfPage")
DEEPEST = 6
MOST_OBJECTS = 20_000

Json = dict[str, Any]


@attrs.frozen
class Named:
    """A person or body named by an object: `person` is None if the type does not say which."""

    name: str
    person: bool | None


@attrs.frozen
class Linked:
    """The JSON-LD metadata of a page.

    Attributes:
        articles: the objects of its article, the best first.
        pages: the objects of the page that holds the article; less reliable.
        by_id: objects by `@id`, for references.
    """

    articles: Sequence[Json] = ()
    pages: Sequence[Json] = ()
    by_id: dict[str, Json] = attrs.field(factory=dict, repr=False)

    def values(self, key: str, *, pages: bool = False) -> Iterator[Any]:
        """The values under a key in the article's objects, or in those of its page; references are followed."""
        for data in self.pages if pages else self.articles:
            if data.get(key):
                yield self.resolved(data[key])

    def text(self, *keys: str) -> str:
        """The first of the keys that has words in one of the article's objects."""
        return next((text for key in keys for value in self.values(key) if (text := text_of(value))), "")

    def resolved(self, value: Any) -> Any:
        """A value with its references replaced by the objects they refer to."""
        if isinstance(value, list):
            return [self.resolved(member) for member in value]
        key = value.get("@id") if isinstance(value, dict) else value
        if isinstance(key, str) and key in self.by_id and (isinstance(value, str) or len(value.keys() - {"@type"}) < 2):
            return self.by_id[key]
        return value

    def authors(self) -> list[Named]:
        """The authors of the article; if none of its objects names any, the authors of the page."""
        for pages in (False, True):
            for key in ("author", "creator"):
                for value in self.values(key, pages=pages):
                    found = list(_named(value))
                    if found:
                        return found
        return []


def read_linked(root: _Element, titles: Sequence[str]) -> Linked:
    """The JSON-LD of a page.

    Args:
        root: the page.
        titles: the page's headings, folded; they pick the page's own article from several.
    """
    values = [
        value
        for element in root.iter("script")
        if "ld+json" in (element.get("type") or "").lower()
        for value in read_scripts((element.text or "").strip())
    ]
    if not values:
        return Linked()
    articles = [data for value in values for data in _objects(value, ARTICLE_TYPES)]
    pages = [data for value in values for data in _objects(value, PAGE_TYPES)]
    return Linked(_own(articles, titles), pages, objects_by_id(values))


def _own(articles: list[Json], titles: Sequence[str]) -> list[Json]:
    """The objects of the page's own article: those with its heading, else the first."""
    headed = [(fold(text_of(data.get("headline") or data.get("name"))), data) for data in articles]
    own = [data for headline, data in headed if headline and any(title.startswith(headline) for title in titles)]
    return own or articles[:1]


def _objects(value: Any, types: tuple[str, ...], depth: int = 0) -> Iterator[Json]:
    if isinstance(value, list):
        for member in value[:MOST_OBJECTS]:
            yield from _objects(member, types, depth + 1)
    elif isinstance(value, dict) and depth <= DEEPEST:
        if _is_a(value, types):
            yield value
        for key in HOLDERS:
            yield from _objects(value.get(key), types, depth + 1)


def _is_a(value: Json, types: tuple[str, ...]) -> bool:
    named = value.get("@type")
    return any(
        isinstance(name, str) and name.lower().endswith(types)
        for name in (named if isinstance(named, list) else [named])
    )


def _named(value: Any) -> Iterator[Named]:
    for member in value if isinstance(value, list) else [value]:
        if isinstance(member, dict):
            person = False if _is_a(member, ORGANIZATION_TYPES) else True if _is_a(member, ("person",)) else None
            for name in texts_of(member.get("name")) or [_full_name(member)]:
                if name:
                    yield Named(name, person)
        else:
            for name in texts_of(member):
                yield Named(name, None)


def _full_name(person: Json) -> str:
    """A name that is given in its parts: `givenName`, `additionalName`, `familyName`."""
    parts = [text_of(person.get(key)) for key in ("givenName", "additionalName", "familyName")]
    return " ".join(filter(None, parts)) or text_of(person.get("alternateName"))


def text_of(value: Any) -> str:
    """A value as words: of an object its name, of a list its first member."""
    if isinstance(value, str):
        return clean(value) if "\n" not in value else value
    if isinstance(value, dict):
        return text_of(value.get("name") or value.get("alternateName") or value.get("@value") or value.get("@id") or "")
    if isinstance(value, list) and value:
        return text_of(value[0])
    return ""


def texts_of(value: Any) -> list[str]:
    """The members of a value as words."""
    words = (text_of(member) for member in (value if isinstance(value, list) else [value]))
    return [word for word in words if word]
