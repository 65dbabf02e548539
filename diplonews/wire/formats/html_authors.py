"""The authors of a page: persons by name, organisations as such; placeholders are left out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from typing import TYPE_CHECKING

import attrs

from diplonews.lexicons.html import load_author_words, load_page_names
from diplonews.patterns import lazy_re
from diplonews.wire.draft import clean, fold
from diplonews.wire.formats.html_body import Story, sole_names
from diplonews.wire.formats.html_names import LONGEST_NAME_CHARACTERS, agencies_in, opening, persons_in
from diplonews.wire.formats.html_page import Page, classes, is_beside, shown_text
from diplonews.wire.timestamps import find_stamps

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["Author", "find_authors"]

LONGEST_LINE_CHARACTERS = 160
MOST_AUTHORS = 20
CASED = lazy_re(r"[A-ZÀ-ÞА-Я]")
LETTERS = lazy_re(r"[^\W\d_]")
# how printed by-lines are found, the most reliable first
PRINTED = ("printed.rel", "printed.class", "printed.opening", "printed.stamp", "printed.line")


@attrs.frozen
class Author:
    """One by-line of a page.

    Attributes:
        text: the words.
        names: the persons; empty if an organisation signs.
        rule, origin: the rule that found them, and where.
    """

    text: str
    names: tuple[str, ...]
    rule: str
    origin: str


def find_authors(page: Page, story: Story) -> list[Author]:
    """The by-lines of the first source that names a person; else the first organisations given as author."""
    outlets = {fold(name) for name in page.names}
    bodies: list[Author] = []
    for _, members in groupby(_statements(page, story), _Said.group):
        group = list(members)
        if any(_persons(one, outlets) for one in group):
            return _by_lines(group, outlets)
        signed = next((one for one in group if one.rule not in PRINTED and _may_sign(one.text)), None)
        if not bodies and signed is not None:
            words = map(clean, signed.text.split(";"))
            bodies = [Author(body, (), signed.rule, signed.origin) for body in words if body]
    return bodies


@attrs.frozen
class _Said:
    """Words about writers: `person` is None where the page does not say whether they name persons."""

    text: str
    person: bool | None
    rule: str
    origin: str

    def group(self) -> tuple[str, str]:
        """The key shared by statements of one by-line: the source and, if printed, the place."""
        return self.rule, self.origin.rpartition("/")[0].rpartition("/")[0] if self.rule in PRINTED else ""


def _persons(one: _Said, outlets: set[str]) -> list[str]:
    return [] if one.person is False else persons_in(one.text, outlets, trusted=one.person is True)


def _by_lines(group: Iterable[_Said], outlets: set[str]) -> list[Author]:
    """One by-line for each person, in order, and the agencies beside them."""
    found: dict[str, Author] = {}
    for one in group:
        for name in _persons(one, outlets):
            found.setdefault(fold(name), Author(name, (name,), one.rule, one.origin))
        for agency in agencies_in(one.text):
            found.setdefault(fold(agency), Author(agency, (), one.rule, one.origin))
    return list(found.values())[:MOST_AUTHORS]


def _may_sign(text: str) -> bool:
    """Whether words can be the name of an organisation: not a placeholder, an address or a number."""
    words = clean(text)
    return (
        0 < len(words) <= LONGEST_NAME_CHARACTERS
        and words.casefold() not in load_author_words().placeholders
        and LETTERS.search(words) is not None
        and "//" not in words
        and not set(words) & set("{}[]<>@")
    )


def _statements(page: Page, story: Story) -> Iterator[_Said]:
    """The page's statements about its writers: the words, whether they name a person, the rule, the place."""
    for named in page.linked.authors():
        yield _Said(named.name, named.person, "json-ld.author", "JSON-LD author")
    for one in page.said("author"):
        yield _Said(one.value, None, one.rule, one.origin)
    yield from _of_cards(page)
    for element in (*page.marked.get("author", ()), *page.marked.get("creator", ())):
        if not is_beside(element):
            yield _Said(_name_of(element), None, "itemprop.author", page.draft.path(element))
    yield from _printed(page)
    for line, element in sole_names(story):
        yield _Said(line, None, "printed.line", page.draft.path(element))


def _of_cards(page: Page) -> Iterator[_Said]:
    """The card field that is labelled as the writer's name: `twitter:label1`, `twitter:data1`."""
    for number in "12":
        label, data = (page.meta.get(f"twitter:{kind}{number}") for kind in ("label", "data"))
        if label and data and label[0].value.casefold().rstrip(":") in load_page_names().card_labels:
            yield _Said(data[0].value, None, data[0].rule, data[0].origin)


def _name_of(element: _Element) -> str:
    """The words of an author's element: its `name`, its content, or what is shown."""
    named = next((node for node in element.iter() if "name" in (node.get("itemprop") or "").split()), element)
    return named.get("content") or element.get("content") or shown_text(named)


def _printed(page: Page) -> Iterator[_Said]:
    """By-lines beside the headline: links to authors, elements of that class, lines that begin with `By`."""
    words = load_page_names().by_line
    lines = [(element, shown_text(element, LONGEST_LINE_CHARACTERS)) for element in page.around]
    lines = [(element, text) for element, text in lines if 0 < len(text) <= LONGEST_LINE_CHARACTERS]
    tests: tuple[Callable[[_Element, str], object], ...] = (
        lambda element, _: "author" in (element.get("rel") or "").split(),
        lambda element, text: not classes(element).isdisjoint(words) and CASED.search(text),
        lambda _, text: opening(text),
        lambda _, text: "|" in text and CASED.search(text) and find_stamps(text.partition("|")[2]),
    )
    for rule, test in zip(PRINTED, tests, strict=False):
        for element, text in lines:
            if test(element, text):
                yield _Said(text, None, rule, page.draft.path(element))
