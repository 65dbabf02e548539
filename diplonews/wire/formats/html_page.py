"""The metadata in a page's markup, and the place of its headline."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cached_property, lru_cache
from itertools import islice
from typing import TYPE_CHECKING, Any

import attrs

from diplonews.lexicons.html import load_page_names
from diplonews.patterns import lazy_re
from diplonews.wire.draft import Draft, fold
from diplonews.wire.formats.html_linked import ARTICLE_TYPES, PAGE_TYPES, Linked, read_linked, text_of

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["Page", "Statement", "classes", "is_beside", "line_text", "selected", "shown_text", "words_of"]

MARKED = "//*[@itemprop or @property][not(self::meta and @property)]"
SECTIONS_BESIDE = frozenset(["nav", "aside", "footer", "select", "form", "noscript", "template"])
# the foot of an article holds its writer and day
OF_ARTICLE, PARTS_OF_ARTICLE = {"footer"}, frozenset(["article", "entry", "post", "story"])
UNSEEN = frozenset(["script", "style", "noscript", "template", "svg", "iframe"])
GLUED = frozenset(
    ["a", "abbr", "b", "bdi", "bdo", "cite", "em", "font", "i", "mark", "q", "s", "strong", "sub", "sup", "u", "wbr"]
)
SHORTEST_TITLE_LETTERS = 4
ELEMENTS_AFTER_HEADING = 250
ELEMENTS_BEFORE_HEADING = 60
ELEMENTS_OF_PAGE = 600
LEVELS_ABOVE_HEADING = 4
PARAGRAPH_CHARACTERS_AFTER_HEADING = 500
HOST = lazy_re(r"https?://(?:www\.)?([^/:?#\s]{3,80})", re.IGNORECASE)
WORDS = lazy_re(r"[a-z]+")
CAMEL = lazy_re(r"(?<=[a-z])(?=[A-Z])")


@attrs.frozen
class Statement:
    """A piece of a page's metadata: the words, the rule that found them, and their place."""

    value: str
    rule: str
    origin: str


@attrs.define(eq=False)
class Page:
    """A parsed page.

    Attributes:
        root: its element; not changed.
        draft: gives elements their paths.
    """

    root: _Element
    draft: Draft

    @cached_property
    def meta(self) -> dict[str, list[Statement]]:
        """The contents of its meta tags by name, lower case, in document order."""
        found: dict[str, list[Statement]] = {}
        for element in self.root.iter("meta"):
            name = element.get("property") or element.get("name") or element.get("http-equiv")
            content = (element.get("content") or element.get("value") or "").strip()
            if name and content:
                name = name.lower()
                origin = f"{self.draft.path(element)}/@content"
                found.setdefault(name, []).append(Statement(content, f"meta.{name}", origin))
        return found

    def said(self, field: str) -> Iterator[Statement]:
        """The statements of meta tags for a field, the most trusted first; see `PageNames.meta`."""
        for name in load_page_names().meta[field]:
            if name.startswith("*"):
                yield from (one for known, some in self.meta.items() if known.endswith(name[1:]) for one in some)
            else:
                yield from self.meta.get(name, ())

    @cached_property
    def title(self) -> str:
        """The words of its title element."""
        element = next(self.root.iter("title"), None)
        return element.text or "" if element is not None else ""

    @cached_property
    def titles(self) -> list[str]:
        """The titles given in its head, folded."""
        words = [*(one.value for one in self.said("headline")), self.title]
        return [title for title in dict.fromkeys(map(fold, words)) if len(title) >= SHORTEST_TITLE_LETTERS]

    @cached_property
    def linked(self) -> Linked:
        """Its JSON-LD."""
        shown = [fold(shown_text(element)) for element in self.root.iter("h1")]
        return read_linked(self.root, [*self.titles, *shown])

    @cached_property
    def names(self) -> list[str]:
        """The names of the outlet, the most trusted first: as publisher, as site, by its domain."""
        publisher = self.linked.text("publisher")
        labels = [label for host in self.hosts for label in (host, host.rpartition(".")[0].rpartition(".")[2])]
        return [name for name in (publisher, *(one.value for one in self.said("outlet")), *labels) if name]

    def urls(self) -> Iterator[Statement]:
        """The addresses that it gives for itself: its canonical link, its cards, its JSON-LD."""
        for element in self.root.iter("link"):
            if "canonical" in (element.get("rel") or "").lower().split():
                yield Statement(element.get("href") or "", "link.canonical", self.draft.path(element))
        yield from self.said("url")
        for key in ("url", "mainEntityOfPage", "@id"):
            for value in self.linked.values(key):
                yield Statement(text_of(value), f"json-ld.{key}", f"JSON-LD {key}")

    @cached_property
    def hosts(self) -> list[str]:
        """The hosts of its addresses, without `www.`."""
        return [host[1].lower() for one in self.urls() if (host := HOST.match(one.value)) is not None]

    def is_own(self, link: _Element) -> bool:
        """Whether a link stays on the page's site."""
        host = HOST.match((link.get("href") or "").strip())
        return host is None or host[1].lower() in self.hosts

    # ------------------------------------------------------------ microdata and RDFa

    @cached_property
    def marked(self) -> dict[str, list[_Element]]:
        """The elements that carry a property of the page's article, by the property's name in lower case."""
        found: dict[str, list[_Element]] = {}
        scopes: dict[_Element | None, bool] = {}
        for element in selected(self.root, MARKED):
            scope = _scope(element)
            if scope not in scopes:
                scopes[scope] = self._is_own(scope)
            if scopes[scope]:
                for name in (element.get("itemprop") or element.get("property")).lower().split():
                    found.setdefault(name.rpartition(":")[2], []).append(element)
        return found

    def _is_own(self, scope: _Element | None) -> bool:
        """Whether a scope is the page's article or page, rather than a comment, a picture, another article."""
        if scope is None:
            return True
        kinds = tuple((scope.get("itemtype") or scope.get("typeof") or "").lower().split())
        if any(kind.endswith(PAGE_TYPES) for kind in kinds):
            return True
        if not any(kind.endswith(ARTICLE_TYPES) for kind in kinds):
            return False
        if self.heading is not None and scope in self.heading.iterancestors():
            return True
        return not is_beside(scope) and self._article_scopes[:1] == [scope]

    @cached_property
    def _article_scopes(self) -> list[_Element]:
        scopes = selected(self.root, "//*[@itemtype or @typeof]")
        kinds = ((scope, (scope.get("itemtype") or scope.get("typeof")).lower()) for scope in scopes)
        return [scope for scope, kind in kinds if kind.endswith(ARTICLE_TYPES) and not is_beside(scope)]

    # ------------------------------------------------------------ the headline and its surroundings

    @cached_property
    def heading(self) -> _Element | None:
        """The element of the article's headline, never the banner of the site or the heading of a sidebar."""
        own = {fold(one.value) for one in self.said("outlet")}
        titles = {*self.titles, fold(self.linked.text("headline", "name"))} - own - {""}
        found = [(element, fold(shown_text(element))) for element in self.root.iter("h1")]
        main = [(element, words) for element, words in found if words and words not in own]
        lesser = [(element, fold(shown_text(element))) for element in self.root.iter("h2", "h3")]
        titled = [one for one in main if _agrees(one[1], titles)] + [one for one in lesser if _heads(one[1], titles)]
        if titled:
            return max(titled, key=lambda one: (one[1] in titles, len(one[1])))[0]
        inside = (element for element, _ in main if _is_inside(element))
        return next(inside, next((element for element, _ in main if not is_beside(element)), None))

    @cached_property
    def around(self) -> list[_Element]:
        """The elements from the headline down to the story, then those before it, without sidebars and the like.

        On a page without a headline, the elements at its beginning.
        """
        if self.heading is None:
            return [element for body in self.root.iter("body") for element in islice(_seen(body), ELEMENTS_OF_PAGE)]
        return [*_behind(self.heading), *_ahead(self.heading)]


def _scope(element: _Element) -> _Element | None:
    """The item that a property belongs to."""
    for above in element.iterancestors():
        if above.get("itemscope") is not None or above.get("typeof") is not None:
            return above
    return None


def _agrees(words: str, titles: Iterable[str]) -> bool:
    """Whether a heading and a title of the page say the same, one of them perhaps with more around it."""
    return len(words) >= SHORTEST_TITLE_LETTERS and any(words in title or title in words for title in titles)


def _heads(words: str, titles: Iterable[str]) -> bool:
    """Whether a lesser heading makes up most of a title."""
    return len(words) >= 2 * SHORTEST_TITLE_LETTERS and any(
        words in title and len(title) <= 2 * len(words) for title in titles
    )


def _is_inside(element: _Element) -> bool:
    return any(above.tag in ("article", "main") for above in element.iterancestors()) and not is_beside(element)


def _behind(heading: _Element) -> list[_Element]:
    """The elements up to the second paragraph or so."""
    found: list[_Element] = []
    read = 0
    for element in _following(heading):
        found.append(element)
        read += len(words_of(element)) if element.tag == "p" else 0
        if read >= PARAGRAPH_CHARACTERS_AFTER_HEADING or len(found) == ELEMENTS_AFTER_HEADING:
            break
    return found


def _following(element: _Element) -> Iterator[_Element]:
    """The elements after an element in document order, without those beside the article."""
    above: _Element | None = element
    while above is not None:
        for sibling in above.itersiblings():
            yield from _seen(sibling)
        above = above.getparent()


def _seen(element: _Element) -> Iterator[_Element]:
    """An element and its descendants in document order, without those that are invisible or beside the article."""
    stack = [element]
    while stack:
        node = stack.pop()
        if isinstance(node.tag, str) and node.tag not in UNSEEN and not _stands_beside(node):
            yield node
            stack.extend(reversed(node))


def _ahead(heading: _Element) -> list[_Element]:
    found: list[_Element] = []
    above: _Element | None = heading
    for _ in range(LEVELS_ABOVE_HEADING):
        if above is None or above.tag in ("body", "main", "article"):
            break
        for sibling in above.itersiblings(preceding=True):
            if _is_masthead(sibling):
                continue
            found += islice(_seen(sibling), ELEMENTS_BEFORE_HEADING - len(found))
        above = above.getparent()
    return found


def _is_masthead(element: _Element) -> bool:
    """Whether an element that does not hold the headline is the head of the site, with today's date in it."""
    if element.tag == "header":
        return True
    words = classes(element) if isinstance(element.tag, str) else frozenset()
    return element.tag != "h2" and bool(words & load_page_names().mastheads) and not words & PARTS_OF_ARTICLE


@lru_cache(maxsize=8192)
def _words(value: str) -> frozenset[str]:
    return frozenset(WORDS.findall(CAMEL.sub(" ", value).lower()))


def classes(element: _Element) -> frozenset[str]:
    """The words of an element's classes and id, in lower case: `article-byline` has two."""
    return _words(f"{element.get('class') or ''} {element.get('id') or ''}")


def _stands_beside(element: _Element) -> bool:
    if element.tag in SECTIONS_BESIDE:
        return element.tag != "footer" or not any(above.tag == "article" for above in element.iterancestors())
    if (element.get("itemtype") or "").lower().endswith("comment"):
        return True
    words = classes(element)
    beside = words & load_page_names().beside
    return bool(beside) and not (beside == OF_ARTICLE and words & PARTS_OF_ARTICLE)


def is_beside(element: _Element) -> bool:
    """Whether an element belongs to the surroundings of an article: navigation, sidebars, comments, other articles."""
    chain = (element, *element.iterancestors())
    return any(_stands_beside(above) for above in chain if above.tag not in ("body", "html", "article", "main"))


def shown_text(element: _Element, longest: int | None = None) -> str:
    """The visible words of an element, white space collapsed; only inline tags join words without a space.

    Args:
        element: the element.
        longest: the approximate number of characters after which the text is cut off.
    """
    if not len(element):
        return " ".join((element.text or "").split())
    parts: list[str] = []
    length = 0
    for text in _shown(element):
        parts.append(text)
        length += len(text.strip()) + 1
        if longest is not None and length > longest:
            break
    return " ".join("".join(parts).split())


def _shown(element: _Element) -> Iterator[str]:
    stack: list[tuple[_Element, bool]] = [(element, False)]
    while stack:
        node, behind = stack.pop()
        text = node.tail if behind else node.text
        holder = node.getparent() if behind else node
        glued = holder is None or holder is element or holder.tag in GLUED
        if text and (behind or node.tag not in UNSEEN):
            yield text if glued else f" {text} "
        elif node.tag == "br":
            yield " "
        if not behind and isinstance(node.tag, str) and node.tag not in UNSEEN:
            stack.extend((child, tail) for child in reversed(node) for tail in (True, False))


def selected(element: _Element, path: str) -> list[Any]:
    """The elements or strings that an XPath selects below an element."""
    found = element.xpath(path)
    assert isinstance(found, list)
    return found


def words_of(element: _Element) -> str:
    """All the text in an element, white space unchanged."""
    from lxml import etree

    return etree.tostring(element, method="text", encoding="unicode", with_tail=False)


def line_text(element: _Element, longest: int) -> str:
    """The words of an element or, if they are longer than a line, the words outside its children."""
    whole = shown_text(element, longest)
    if len(whole) <= longest:
        return whole
    own = " ".join(" ".join([element.text or "", *(child.tail or "" for child in element)]).split())
    return own if len(own) <= longest else ""
