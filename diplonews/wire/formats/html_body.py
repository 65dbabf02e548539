"""The story of a page: found by trafilatura, each paragraph traced to its element."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

import attrs

from diplonews.errors import missing_extra
from diplonews.lexicons.html import load_page_names
from diplonews.model import RegionKind
from diplonews.patterns import lazy_re
from diplonews.wire.bylines import looks_like_name
from diplonews.wire.draft import Draft, fold
from diplonews.wire.formats.common import add_body, add_markup
from diplonews.wire.formats.html_names import persons_in
from diplonews.wire.formats.html_page import Page, classes, words_of
from diplonews.wire.furniture import furniture
from diplonews.wire.places import is_place, is_region
from diplonews.wire.timestamps import find_stamps

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["Story", "add_story", "find_story", "sole_names"]

# elements of most paragraphs, and elements that may hold the rest
PARAGRAPHS = ("p", "li", "h1", "h2", "h3", "h4", "h5", "h6", "td")
OTHERS = ("blockquote", "div", "span", "figcaption", "section", "pre")
FEWEST_CHARACTERS = 200
ENOUGH = 500  # characters of a story; anything shorter may be a teaser
LARGEST_SHARE_APART = 0.4
SHORTEST_LINK_CHARACTERS, LONGEST_LINK_CHARACTERS = 25, 200
LONGEST_LABEL_CHARACTERS = 50
NUMBERED_LINK = "furniture.numbered-link"  # left over from a link in copied text; here links are known
LABEL = lazy_re(r"[^:：]{2,30}[:：]\s?")  # "Read also: "
LAXNESS = 4  # of white space in markup
MOST_STATE_VALUES = 50_000
HEAD_LINES, TAIL_LINES = 6, 2
LONGEST_BYLINE_CHARACTERS = 110
LONGEST_STAMP_CHARACTERS = 120
NAME_BREAK = lazy_re(r"\s*(?:[/,&]|\band\b)\s*")
BULLETS = "-–•*|\t "


@attrs.frozen
class Story:
    """The body of a page: lines with their elements, a text with its place, or neither.

    Attributes:
        lines: paragraphs in order; the element is None if it was not found again.
        stored: a body that the page carries as a string, marked up or not, and where.
    """

    lines: Sequence[tuple[str, _Element | None]] = ()
    stored: tuple[str, str] | None = None

    @property
    def text(self) -> str:
        """Its words."""
        return self.stored[0] if self.stored is not None else "\n".join(line for line, _ in self.lines)

    def signed(self, people: set[str]) -> set[str]:
        """Those of some persons, as folded names, that are named in a by-line among the lines."""
        lines = [line for number, (line, _) in enumerate(self.lines) if _is_signature(line, number, people)]
        return {fold(name) for line in lines for name in (line, *persons_in(line))}


def find_story(page: Page) -> Story:
    """The body: trafilatura's, else that of the page's JSON-LD or script state; empty if it is too short for those.

    Raises:
        ModelNotFoundError: if the body is only in the markup and trafilatura is not installed.
    """
    linked = page.linked.text("articleBody")
    try:
        import trafilatura
    except ImportError as error:
        if len(linked) < FEWEST_CHARACTERS:
            raise missing_extra("reading the body of an HTML page", "trafilatura", "html") from error
        return Story(stored=(linked, "JSON-LD articleBody"))
    found = trafilatura.extract(page.root, include_comments=False, include_tables=True, with_metadata=False) or ""
    if len(found) < len(linked) // 2:
        return Story(stored=(linked, "JSON-LD articleBody"))
    stored = _stored(page) if len(found) < FEWEST_CHARACTERS else ("", "")
    if len(stored[0]) > len(found):
        return Story(stored=stored)
    lines = found.splitlines()
    places = _elements(page.root, {_key(line) for line in lines})
    return Story([(line, places.get(_key(line))) for line in lines])


def add_story(draft: Draft, page: Page, story: Story) -> None:
    """Add the pieces of the body; of a page that has none all its words."""
    if story.stored is not None:
        add_markup(draft, *story.stored)
    elif story.lines:
        _add_lines(draft, page, story)
    elif "".join(map(str, page.root.itertext())).strip():
        add_body(draft, page.root)


def _add_lines(draft: Draft, page: Page, story: Story) -> None:
    headline = {fold(piece.text) for piece in draft.pieces if piece.kind is RegionKind.HEADLINE}
    titles = {fold(page.title), *headline}
    if page.heading is not None:
        titles.add(fold(words_of(page.heading)))
    others = {fold(words_of(element)) for element in page.root.iter("h1")} - titles
    people = {fold(words) for words in draft.people}
    apart = _apart(story, page)
    for number, (line, element) in enumerate(story.lines):
        words = fold(line)
        kind = apart.get(number) or _kind_by_form(line)
        if words in headline and number < HEAD_LINES:
            kind = RegionKind.BODY  # its position shows that it repeats the headline
        elif words in titles:
            kind = RegionKind.HEADLINE
        elif words in others:
            kind = RegionKind.BOILERPLATE
        elif _is_signature(line, number, people):
            kind = RegionKind.BYLINE
        elif number < HEAD_LINES and _is_stamp(line):
            kind = RegionKind.TIMESTAMP
        draft.add(kind, line, draft.path(element) if element is not None else None)


def _apart(story: Story, page: Page) -> dict[int, RegionKind]:
    """The lines outside the story, by their position: captions, links to other stories, boxes beside it.

    An element that holds the headline or the longest paragraph holds the story, whatever its class. The result
    is empty if those lines are much of the page: then the markup means something else.
    """
    longest = max(story.lines, key=lambda one: len(one[0]) if one[1] is not None else 0, default=("", None))[1]
    within = {above for one in (page.heading, longest) if one is not None for above in (one, *one.iterancestors())}
    found: dict[int, RegionKind] = {}
    for number, (line, element) in enumerate(story.lines):
        if element is not None and _key(line) and (kind := _kind_by_place(line, element, within, page)) is not None:
            found[number] = kind
    for number in sorted(found, reverse=True):  # "Read also:" above the links
        label = story.lines[number - 1][0] if number else ""
        if len(label) <= LONGEST_LABEL_CHARACTERS and label.endswith((":", "…", "...")):
            found.setdefault(number - 1, RegionKind.BOILERPLATE)
    taken = sum(len(story.lines[number][0]) for number in found)
    found = found if taken <= len(story.text) * LARGEST_SHARE_APART else {}
    return dict.fromkeys(_of_other_articles(story, page), RegionKind.BOILERPLATE) | found


def _of_other_articles(story: Story, page: Page) -> list[int]:
    """The lines of further articles below the page's own, each with a main heading (endless scrolling)."""
    if page.heading is None:
        return []
    own = next((above for above in page.heading.iterancestors("article")), None)
    holders = [
        next((above for above in element.iterancestors("article")), None) if element is not None else None
        for _, element in story.lines
    ]
    if own is None or sum(len(line) for (line, _), it in zip(story.lines, holders, strict=True) if it is own) < ENOUGH:
        return []
    others = {it for it in holders if it is not None and it is not own and next(it.iter("h1"), None) is not None}
    others = {it for it in others if it not in page.heading.iterancestors() and own not in it.iterancestors()}
    return [number for number, it in enumerate(holders) if it in others]


def _kind_by_form(line: str) -> RegionKind:
    """The kind of a line by its words: furniture as in copied text, an advertisement's label, or the story."""
    if line.casefold().strip(" .:-*") in load_page_names().adverts:
        return RegionKind.BOILERPLATE
    found = furniture().match(line, head=False)
    return found[0] if found is not None and found[1] != NUMBERED_LINK else RegionKind.BODY


def _kind_by_place(line: str, element: _Element, within: set[_Element], page: Page) -> RegionKind | None:
    names = load_page_names()
    for above in (element, *element.iterancestors()):
        if above in within:
            break
        if above.tag in ("figure", "figcaption") or not classes(above).isdisjoint(names.captions):
            return RegionKind.CAPTION
        if above.tag in ("aside", "nav") or not classes(above).isdisjoint(names.boxes):
            return RegionKind.BOILERPLATE
    return RegionKind.BOILERPLATE if _is_link(line, element, page) else None


def _is_link(line: str, element: _Element, page: Page) -> bool:
    """Whether a short line is only the linked headline of another page of the site, labelled or not."""
    if len(line) > LONGEST_LINK_CHARACTERS or element.tag not in ("p", "li", "div", "h2", "h3", "h4"):
        return False
    linked = "".join(words_of(link) for link in element.iter("a") if page.is_own(link))
    label = LABEL.match(line)
    rest = len(_key(line)) - len(_key(linked)) - (len(_key(label[0])) if label is not None else 0)
    return len(linked) >= SHORTEST_LINK_CHARACTERS and rest <= 1 and not line.endswith(":")


def _is_signature(line: str, number: int, people: set[str]) -> bool:
    """Whether a line is the name of a writer, or a line near the top with little more than names of writers."""
    if fold(line) in people:
        return True
    if number >= HEAD_LINES or not people or len(line) > LONGEST_BYLINE_CHARACTERS:
        return False
    names = {fold(name) for name in persons_in(line)}
    return bool(names) and names <= people and len(fold(line)) <= 2 * sum(map(len, names))


def _is_stamp(line: str) -> bool:
    """Whether a line holds little more than a time of publication."""
    if len(line) > LONGEST_STAMP_CHARACTERS:
        return False
    return sum(stamp.end - stamp.start for stamp in find_stamps(line)) > len(line) // 2


def sole_names(story: Story) -> Iterator[tuple[str, _Element]]:
    """The lines at the edges of a body that are emphasised as a whole and hold nothing but names."""
    edges = [*story.lines[:HEAD_LINES], *story.lines[HEAD_LINES:][-TAIL_LINES:]]
    for line, element in edges:
        if element is not None and len(line) <= LONGEST_BYLINE_CHARACTERS and _is_emphasised(element):
            parts = NAME_BREAK.split(line)
            if all(looks_like_name(part) and not is_place(part) and not is_region(part) for part in parts):
                yield line, element


def _is_emphasised(element: _Element) -> bool:
    """Whether all the words of an element are in a single bold or italic child."""
    inner = [child for child in element if (child.text or "").strip() or len(child)]
    return (
        len(inner) == 1
        and inner[0].tag in ("strong", "b", "em", "i")
        and not (element.text or "").strip()
        and not (inner[0].tail or "").strip()
    )


def _key(words: str) -> str:
    """Words without white space and bullets, to find them again."""
    return "".join(words.split()).strip(BULLETS)


def _elements(root: _Element, keys: set[str]) -> dict[str, _Element]:
    """The element for each of these keys of words: the first one, and the innermost of nested ones."""
    found: dict[str, _Element] = {}
    longest = max(map(len, keys), default=0)
    for names in (PARAGRAPHS, OTHERS):
        if keys - found.keys():
            for element in root.iter(*names):
                words = element.text or "" if not len(element) else words_of(element)
                if len(words) <= LAXNESS * longest and (key := _key(words)) in keys:
                    known = found.get(key)
                    if known is None or known in element.iterancestors():
                        found[key] = element
    return found


# ---------------------------------------------------------------- pages drawn by their scripts


def _stored(page: Page) -> tuple[str, str]:
    """The story in the state that a page passes to its scripts, and its place; both empty if there is none.

    It is the longest text in an object that has the page's headline.
    """
    titles = [*page.titles, fold(page.linked.text("headline"))]
    best, where = "", ""
    for element in page.root.iter("script"):
        if element.get("type") == "application/json" and len(element.text or "") > FEWEST_CHARACTERS:
            try:
                state = json.loads(element.text or "")
            except (ValueError, RecursionError):
                continue
            for text in _texts(state, titles):
                if len(text) > len(best):
                    best, where = text, page.draft.path(element)
    return best, where


def _texts(state: Any, titles: list[str]) -> Iterator[str]:
    stack, seen = [state], 0
    while stack and seen < MOST_STATE_VALUES:
        value = stack.pop()
        seen += 1
        if isinstance(value, list):
            stack += value
        elif isinstance(value, dict):
            texts = [member for member in value.values() if isinstance(member, str)]
            heads = {fold(text) for text in texts if len(text) < FEWEST_CHARACTERS}
            if any(head and any(title.startswith(head) for title in titles) for head in heads if len(head) > 8):
                yield from (text for text in texts if len(text) >= FEWEST_CHARACTERS)
            stack += value.values()
