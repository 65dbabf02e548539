"""Names of HTML elements and attributes, and of the metadata in pages."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Any

import attrs

from diplonews.lexicons.datafiles import read_toml

__all__ = ["AuthorWords", "HtmlNames", "PageNames", "load_author_words", "load_html_names", "load_page_names"]


@attrs.frozen(kw_only=True)
class HtmlNames:
    """Names that identify the start of a page, in lower case.

    Attributes:
        first: elements that begin a page or a fragment of one.
        inline: elements that also occur in plain text.
        other: all other elements.
        boolean: attributes that are written without a value.
    """

    first: frozenset[str]
    inline: frozenset[str]
    other: frozenset[str]
    boolean: frozenset[str]


@attrs.frozen(kw_only=True, eq=False)
class PageNames:
    """Names of meta tags and words of class names, in lower case.

    Attributes:
        meta: field to the names of its meta tags, the most trusted first; `*` matches any prefix.
        card_labels: labels of a card whose value is the writer's name.
        beside: words for elements next to the article.
        mastheads: words for the head of a site.
        by_line: words for a writer's name.
        dated: words for a time of publication.
        date_labels: openings of a line with the time of publication, case folded.
        kickers: words for text in a headline's element that is not part of the headline.
        boxes: words for boxes inside the article that are not part of it.
        captions: words for the captions and credits of pictures.
        adverts: lines that label an advertisement, case folded.
    """

    meta: Mapping[str, tuple[str, ...]]
    card_labels: frozenset[str]
    beside: frozenset[str]
    mastheads: frozenset[str]
    by_line: frozenset[str]
    dated: frozenset[str]
    date_labels: tuple[str, ...]
    kickers: frozenset[str]
    boxes: frozenset[str]
    captions: frozenset[str]
    adverts: frozenset[str]


@attrs.frozen(kw_only=True)
class AuthorWords:
    """Words around the names of writers, case folded.

    Attributes:
        placeholders: words printed where no writer is named.
        bodies: first or last words of the names of organisations and desks.
        body_endings: the same for writing without spaces.
        before: words before a name, the longest first.
        titles: words after a name, the longest first.
    """

    placeholders: frozenset[str]
    bodies: frozenset[str]
    body_endings: tuple[str, ...]
    before: tuple[str, ...]
    titles: tuple[str, ...]


@cache
def _table() -> dict[str, Any]:
    return read_toml("html.toml")


@cache
def load_html_names() -> HtmlNames:
    """Elements and attributes."""
    elements, attributes = _table()["elements"], _table()["attributes"]
    return HtmlNames(
        first=frozenset(elements["first"]),
        inline=frozenset(elements["inline"]),
        other=frozenset(elements["other"]),
        boolean=frozenset(attributes["boolean"]),
    )


@cache
def load_page_names() -> PageNames:
    """Meta names and class names."""
    labels = "date_labels"
    words = {name: frozenset(values) for name, values in _table()["page"].items() if name != labels}
    meta = {row["field"]: tuple(row["names"]) for row in _table()["name"]}
    return PageNames(meta=MappingProxyType(meta), date_labels=tuple(_table()["page"][labels]), **words)


@cache
def load_author_words() -> AuthorWords:
    """Words around writers' names."""
    table = _table()["authors"]
    return AuthorWords(
        placeholders=frozenset(table["placeholders"]),
        bodies=frozenset(table["bodies"]),
        body_endings=tuple(table["body_endings"]),
        before=tuple(sorted(table["before"], key=len, reverse=True)),
        titles=tuple(sorted(table["titles"], key=len, reverse=True)),
    )
