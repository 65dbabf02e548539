"""The publication time of a page: from its metadata, else from the text beside the headline."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING

import attrs

from diplonews.lexicons.html import load_page_names
from diplonews.lexicons.timezones import zone_of
from diplonews.patterns import lazy_re
from diplonews.wire.clock_readings import read_clock
from diplonews.wire.formats.html_linked import text_of
from diplonews.wire.formats.html_page import Page, Statement, classes, is_beside, line_text, shown_text
from diplonews.wire.timestamps import find_stamps

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["Moment", "find_moments"]

LONGEST_STAMP_CHARACTERS = 80
SHORT_CHARACTERS = 30
SAME_MOMENT = timedelta(minutes=1)
SAME_CLOCK_DAYS = 7  # an outlet's offset changes twice a year
DIGIT = lazy_re(r"\d")
URL_DAY = lazy_re(r"(?<!\d)((?:19|20)\d\d)([/-]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?!\d)")
MONTH_FIRST = ("en-us", "en-ph")
PUBLISHED, UPDATED = ("datePublished",), ("dateModified",)


@attrs.frozen
class Moment:
    """A clock reading with its statement."""

    local: date
    statement: Statement


def find_moments(page: Page, language: str | None) -> tuple[Moment | None, Moment | None, Statement | None]:
    """The times of publication and update, and the first statement if none can be read.

    Args:
        page: the page.
        language: the language of its words, as a BCP 47 tag, for names of months.
    """
    order = _Order.of(page, language)
    said = list(_said(page))
    published = _first(said, order)
    updated = _first(_updated(page), order)
    if published is None:
        said += (printed := list(_printed(page)))
        published = _first(printed, order)
        if updated is None and published is None:
            updated = _first(printed, order, updates=True)
    return (
        _fuller(published, chain(said, _updated(page), _times(page)), order),
        _fuller(updated, chain(_updated(page), said), order),
        said[0] if published is None and said else None,
    )


# ---------------------------------------------------------------- statements, the most trusted first


def _said(page: Page) -> Iterator[Statement]:
    yield from _linked(page, PUBLISHED)
    yield from page.said("published")
    yield from _marked(page, "datepublished")
    yield from _linked(page, PUBLISHED, pages=True)
    yield from _linked(page, ("dateCreated", "uploadDate"))


def _updated(page: Page) -> Iterator[Statement]:
    yield from _linked(page, UPDATED)
    yield from page.said("updated")
    yield from _marked(page, "datemodified")
    yield from _linked(page, UPDATED, pages=True)


def _linked(page: Page, keys: Iterable[str], *, pages: bool = False) -> Iterator[Statement]:
    for key in keys:
        for value in page.linked.values(key, pages=pages):
            yield Statement(text_of(value), f"json-ld.{key}", f"JSON-LD {key}")


def _marked(page: Page, name: str) -> Iterator[Statement]:
    for element in page.marked.get(name, ()):
        for value in (element.get("content"), element.get("datetime"), element.get("title"), shown_text(element)):
            if value:
                yield Statement(value, f"itemprop.{name}", page.draft.path(element))


def _times(page: Page) -> Iterator[Statement]:
    """The time elements near the headline, except those of updates."""
    for element in page.around:
        if element.tag in ("time", "abbr") and not _is_update(element):
            for value in (element.get("datetime"), element.get("title"), shown_text(element)):
                if value and len(value) <= LONGEST_STAMP_CHARACTERS:
                    yield Statement(value, "time", page.draft.path(element))


def _printed(page: Page) -> Iterator[Statement]:
    """Times beside the headline, by class and by their form; the day in the address; any time element."""
    yield from _times(page)
    words = load_page_names().dated
    seen = [(element, line_text(element, LONGEST_STAMP_CHARACTERS)) for element in page.around]
    stamped = [(element, text) for element, text in seen if DIGIT.search(text) is not None]
    for element, text in stamped:
        if not classes(element).isdisjoint(words) and not _is_update(element):
            yield Statement(text, "printed.class", page.draft.path(element))
    yield from _of_url(page)
    yield from _labelled(page)
    for element, text in stamped:
        if not _is_update(element) and not _is_sentence(text):
            yield Statement(text, "printed", page.draft.path(element))
    for element in page.root.iter("time"):
        if element.get("datetime") and not is_beside(element) and not _is_update(element):
            yield Statement(element.get("datetime") or "", "time", page.draft.path(element))


def _labelled(page: Page) -> Iterator[Statement]:
    """Lines anywhere on the page that begin with a label: `Published on 12 March 2024`."""
    labels = load_page_names().date_labels
    for element in page.root.iter("p", "li", "dd", "td", "div", "span"):
        text = line_text(element, LONGEST_STAMP_CHARACTERS)
        if DIGIT.search(text) and text.casefold().startswith(labels) and not is_beside(element):
            yield Statement(text, "printed.label", page.draft.path(element))


def _is_sentence(text: str) -> bool:
    return len(text) > SHORT_CHARACTERS and text.endswith((".", "!", "?", "。"))


def _is_update(element: _Element) -> bool:
    return not classes(element).isdisjoint(("modified", "updated", "update")) or "dateModified" in (
        element.get("itemprop") or ""
    )


def _of_url(page: Page) -> Iterator[Statement]:
    """The day in the page's address: `/2024/03/12/cable`."""
    for one in page.urls():
        found = URL_DAY.search(one.value)
        if found is not None:
            yield Statement(f"{found[1]}-{found[3]}-{found[4]}", "url", one.origin)


# ---------------------------------------------------------------- readings


@attrs.frozen
class _Order:
    """How a page writes its days.

    Attributes:
        digits: `mdy` or `dmy` for dates in digits; None if unknown.
        languages: for the names of months, ISO 639.
    """

    digits: str | None
    languages: tuple[str, ...]

    @classmethod
    def of(cls, page: Page, language: str | None) -> _Order:
        """By the page's language and country: English without a country may be written either way."""
        tags = [page.root.get("lang") or "", *(one.value for one in page.said("language")), language or ""]
        tags = [tag.replace("_", "-").lower() for tag in tags if tag]
        codes = tuple(dict.fromkeys(tag.partition("-")[0] for tag in tags if not tag.startswith("en")))
        if any(tag.startswith(MONTH_FIRST) for tag in tags):
            return cls("mdy", codes)
        return cls("dmy" if any(tag != "en" for tag in tags) else None, codes)


def _first(statements: Iterable[Statement], order: _Order, *, updates: bool = False) -> Moment | None:
    readings = ((_read(one.value, order, updates=updates), one) for one in statements)
    return next((Moment(local, one) for local, one in readings if local is not None), None)


@lru_cache(maxsize=1024)
def _read(raw: str, order: _Order, *, updates: bool = False) -> date | None:
    """A statement's clock reading; None if it can't be read.

    Args:
        raw: the statement.
        order: how the page writes its days.
        updates: whether a printed time labelled as an update counts.
    """
    text = raw.strip()
    stamp = read_clock(text)
    if stamp is not None:
        return stamp.local
    return _of_words(text, order, updates=updates) if 8 <= len(text) <= LONGEST_STAMP_CHARACTERS else None


def _of_words(text: str, order: _Order, *, updates: bool) -> date | None:
    stamp = next(
        (
            one
            for one in find_stamps(text, order=order.digits, languages=order.languages)
            if (updates or not one.updated) and one.local is not None
        ),
        None,
    )
    if stamp is None:
        return None
    zone = zone_of(stamp.zone) if stamp.zone is not None else None
    return stamp.local.replace(tzinfo=zone) if zone is not None and isinstance(stamp.local, datetime) else stamp.local


def _fuller(moment: Moment | None, statements: Iterable[Statement], order: _Order) -> Moment | None:
    """The moment from its most complete statement: a time for a day, a zone, the outlet's own day.

    A clock reading without an offset takes the offset given with the same reading, or with
    another reading in the same week.
    """
    if moment is None or (isinstance(moment.local, datetime) and moment.local.utcoffset()):
        return moment
    readings = ((_read(one.value, order), one) for one in statements)
    others = [(local, one) for local, one in readings if isinstance(local, datetime)]
    local = moment.local
    if not isinstance(local, datetime):
        timed = next(((clock, one) for clock, one in others if clock.date() == local), None)
        if timed is None:
            return moment
        local, moment = timed[0], Moment(*timed)
    aware = [(clock, one) for clock, one in others if clock.tzinfo is not None]
    if local.tzinfo is None:
        return _with_offset(moment, local, aware)
    if not local.utcoffset():
        for clock, one in aware:
            if clock.utcoffset() and abs(clock - local) < SAME_MOMENT and clock.date() != local.date():
                return Moment(clock, one)
    return moment


def _with_offset(moment: Moment, local: datetime, aware: list[tuple[datetime, Statement]]) -> Moment:
    for clock, one in aware:
        if abs(clock.replace(tzinfo=None) - local) < SAME_MOMENT:
            return Moment(clock, one)
    for clock, one in aware:
        if clock.utcoffset() and abs(clock.replace(tzinfo=None) - local) <= timedelta(days=SAME_CLOCK_DAYS):
            origin = f"{moment.statement.origin}, offset of {one.origin}"
            return Moment(local.replace(tzinfo=clock.tzinfo), attrs.evolve(moment.statement, origin=origin))
    return moment
