"""The headline of a page: the wording on which most of what the page says of itself agrees."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from diplonews.lexicons.html import load_page_names
from diplonews.patterns import lazy_re
from diplonews.wire.draft import clean, fold
from diplonews.wire.formats.html_page import Page, Statement, classes, selected, shown_text

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["find_headline", "headline_text"]

# " | Harbour Times", " - Harbour Times", "＿Harbour Times"
BREAK = lazy_re(r"\s+[-–—|»«›‹·•:*✩⋆~/]{1,2}\s+|\s*(?:\|{1,2}|[＿_]|--|::)\s*|\s[-–—]|[-–—]\s")
TRAILING = lazy_re(r"\s+[-–—|·•:]{1,2}\s*$")  # where the site's name is left out
MOST_PARTS = 8
SHORTEST_HEADLINE_LETTERS = 4
FEWEST_WORDS = 4  # of a headline, and more than a site's name has


def find_headline(page: Page) -> Statement | None:
    """The headline, without the name of the site and without a kicker in an element of its own.

    It is that of the JSON-LD, unless this only repeats the title, which is worded for search engines,
    while the heading that is shown and the cards agree on another. Without JSON-LD it is the wording of
    most sources (heading, cards, title); of wordings with equally many, the one that is shown.
    """
    sources = list(_sources(page))
    wordings: dict[str, set[str]] = {}
    for source, one in sources:
        wordings.setdefault(fold(one.value), set()).add(source)
    if not wordings:
        return None
    best = max(wordings, key=lambda words: _weight(wordings[words], set.union(*wordings.values())))
    return next(one for _, one in sources if fold(one.value) == best)


def _weight(sources: set[str], all_sources: set[str]) -> tuple[bool, int, bool]:
    """How much speaks for the wording of these sources."""
    if "linked" in all_sources:
        return sources >= {"shown", "card"} and "title" not in sources, 0, "linked" in sources
    return False, len(sources), "shown" in sources


def _sources(page: Page) -> Iterator[tuple[str, Statement]]:
    """Each wording with the kind of its source; nothing that only names the site."""
    bare = {fold(name) for name in page.names}
    heading = page.heading
    shown = headline_text(heading) if heading is not None else ""
    known = {
        fold(shown),
        fold(page.linked.text("headline", "name")),
        *(fold(one.value) for one in page.said("headline")),
    }
    found = [("linked", Statement(page.linked.text("headline", "name"), "json-ld", "JSON-LD headline"))]
    found += [("card", one) for one in page.said("headline")]
    title = next(page.root.iter("title"), None)
    if title is not None:
        found.append(("title", Statement(page.title, "title", page.draft.path(title))))
    if heading is not None:
        found.append(("shown", Statement(shown, heading.tag, page.draft.path(heading))))
    for source, one in found:
        words = without_site(clean(one.value), bare, known)
        if len(fold(words)) >= SHORTEST_HEADLINE_LETTERS and fold(words) not in bare:
            yield source, Statement(words, one.rule, one.origin)


def without_site(title: str, names: set[str], headlines: set[str]) -> str:
    """A title without the parts at its ends that name the site or surround a known headline.

    Args:
        title: as printed.
        names: the names of the outlet, folded.
        headlines: wordings found elsewhere, folded.

    Example:
        >>> without_site("Talks resume - Harbour Times", {"harbourtimes"}, set())
        'Talks resume'
    """
    title = TRAILING.sub("", title)
    breaks = list(BREAK.finditer(title))[-MOST_PARTS:]
    around = [part.strip() for found in breaks for part in (title[: found.start()], title[found.end() :])]
    within = max((part for part in around if fold(part) in headlines - names), key=len, default="")
    if within:
        return within
    while breaks and _is_name(title[breaks[-1].end() :], names):
        title = title[: breaks.pop().start()].rstrip()
    if breaks and _is_name(title[: breaks[0].start()], names):
        title = title[breaks[0].end() :].lstrip()
    if not headlines - names - {fold(title), ""} and len(bars := title.split(" | ")) > 1:
        first, *others = bars  # no other headline: the parts after bars are the section and the site
        if len(first.split()) >= FEWEST_WORDS and all(len(part.split()) < FEWEST_WORDS for part in others):
            return first
    return title


def _is_name(words: str, names: set[str]) -> bool:
    """Whether words name the site: by one of its names, or by its domain."""
    folded = fold(words)
    return folded in names or (
        bool(folded) and any(folded.removeprefix("the") == name.removeprefix("the") for name in names)
    )


def headline_text(heading: _Element) -> str:
    """The words of a headline's element, without its kicker and what is not shown."""
    aside = [node for node in heading.iterdescendants() if _is_kicker(node)]
    whole = shown_text(heading)
    if not aside:
        return whole
    copied = _without(heading, aside)
    return copied or whole


def _is_kicker(element: _Element) -> bool:
    return (
        element.get("aria-hidden") == "true"
        or element.get("hidden") is not None
        or not classes(element).isdisjoint(load_page_names().kickers)
    )


def _without(heading: _Element, aside: list[_Element]) -> str:
    parts = []
    for text in selected(heading, ".//text()"):
        holder = text.getparent().getparent() if text.is_tail else text.getparent()
        if not any(above in aside for above in (holder, *holder.iterancestors())):
            parts.append(str(text))
    return " ".join(" ".join(parts).split()).strip("-–—|: ")
