"""What stands around the body of an item that a machine format hands over as body.

Agencies print by-line, advisory, dateline, credit and sign-off among the paragraphs, whatever the
format has elements for. Looked at are only the first and the last few paragraphs.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

import attrs

from diplonews.lexicons.agencies import find_agency
from diplonews.lexicons.iptc import load_terms, month_number, term_pattern
from diplonews.model import Byline, Dateline, Evidence, Place, RegionKind, Span
from diplonews.wire.cells import Cell
from diplonews.wire.draft import fold

if TYPE_CHECKING:
    from diplonews.wire.dateline import FoundDateline

__all__ = ["Labelled", "label_edges", "read_byline", "read_element"]

HEAD_PARAGRAPHS = 14
TAIL_PARAGRAPHS = 8
SHORT_PARAGRAPH_CHARACTERS = 80
LONGEST_BYLINE_CHARACTERS = 110
LONGEST_NOTE_CHARACTERS = 400
LONGEST_CREDIT_CHARACTERS = 60
LONGEST_SIGNOFF_CHARACTERS = 500
LONGEST_DATELINE_CHARACTERS = 200
CLOSING_CREDIT = re.compile(r"\s*[(/\[]\s?([^()/\[\]\n]{2,40}?)\s?[)/\]]\.?\s*\Z")
CLOSING_WINDOW_CHARACTERS = 60
INITIALS = re.compile(r"[a-z]{2,4}(?:[-/][a-z]{2,4}){1,5}")
SIGN = re.compile(r"[a-z]{2,4}|[A-Z]{2,3}")
AGENCY_TAIL = re.compile(r"\s*[(/]([^()/]{2,40})[)/]\s*(?:[-–—:_.=]+\s*)?$")
DASH_TAIL = re.compile(r"[\s,.:;=_–—-]+$")
DAY_TAIL = re.compile(r"(?:^|[\s,]+)(?:([^\W\d]{3,9})\.? (\d{1,2})|(\d{1,2})\.? ([^\W\d]{3,9})\.?)(?:,? (\d{4}))?$")


@attrs.frozen
class Labelled:
    """The cells after labelling, the dateline printed in the body, and the one in its own cell."""

    cells: list[Cell]
    printed: Dateline | None
    element: Dateline | None
    evidence: Evidence | None = None


@cache
def _opening() -> re.Pattern[str]:
    return re.compile(r"(?:" + "|".join(load_terms()["bylines"]["words"]) + r")[:\s]\s{0,3}(?=[^\W\d_])")


def read_byline(text: str, span: Span | None = None) -> Byline:
    """A by-line as an element or a line gives it, with its persons and its agency.

    Example:
        >>> read_byline("Mira Hall")
        <Byline 'Mira Hall'>
    """
    from diplonews.wire.bylines import find_byline

    opened = _opening().match(text) is not None
    found = find_byline(text if opened else f"By {text}")
    agency = find_agency(text.strip("/()[]= "))
    if found is None:
        return Byline(text=text, provider=agency.name if agency is not None else None, span=span)
    names = () if agency is not None else found.names
    return Byline(text=text, names=names, provider=found.provider or (agency.name if agency else None), span=span)


def _is_byline(text: str) -> bool:
    """Whether a paragraph of the body is a by-line: an opening word, names, nothing that ends a sentence."""
    if len(text) > LONGEST_BYLINE_CHARACTERS or _opening().match(text) is None or text.endswith(('."', ".”", "?", "!")):
        return False
    from diplonews.wire.bylines import find_byline

    found = find_byline(text.rstrip("= "))
    return found is not None and bool(found.names or found.provider)


def _is_note(text: str) -> bool:
    if len(text) > LONGEST_NOTE_CHARACTERS or term_pattern("notes").match(text) is None:
        return False
    return text[0] not in "([" or text.rstrip(" .")[-1] in ")]"


def _is_bullet(text: str) -> bool:
    return text[:2] in ("* ", "• ", "- ", "– ", "· ")


def _is_credit(text: str) -> bool:
    if len(text) > LONGEST_CREDIT_CHARACTERS:
        return False
    bare = text.strip("/()[]=-–—*. ")
    return bool(bare) and find_agency(bare) is not None


def _is_signoff(text: str) -> bool:
    if len(text) <= LONGEST_CREDIT_CHARACTERS and (INITIALS.fullmatch(text) is not None or _is_signed(text)):
        return True
    return len(text) <= LONGEST_SIGNOFF_CHARACTERS and term_pattern("signoffs").match(text) is not None


def _is_signed(text: str) -> bool:
    """An agency and the initials of its desk: `dpa ab cde`, `AAP RTV xy`."""
    first, *rest = text.split()
    return (
        bool(rest) and len(rest) <= 7 and all(SIGN.fullmatch(word) for word in rest) and find_agency(first) is not None
    )


@cache
def _ends() -> frozenset[str]:
    return frozenset(load_terms()["signoffs"]["ends"])


@cache
def _notebooks() -> frozenset[str]:
    return frozenset(load_terms()["notebooks"]["heads"])


def _is_end_mark(text: str) -> bool:
    return (len(text) <= 12 and (text.strip("-–—()[]. ") or text) in _ends()) or set(text) <= set("_*-=# ")


def _is_copyright(text: str) -> bool:
    return len(text) <= LONGEST_SIGNOFF_CHARACTERS and term_pattern("copyright").match(text) is not None


HEAD_KINDS: tuple[tuple[Callable[[str], bool], RegionKind], ...] = (
    (_is_note, RegionKind.NOTE),
    (_is_byline, RegionKind.BYLINE),
)
TAIL_KINDS: tuple[tuple[Callable[[str], bool], RegionKind], ...] = (
    (_is_signoff, RegionKind.SIGNOFF),
    (_is_credit, RegionKind.CREDIT),
    (_is_end_mark, RegionKind.END_MARK),
    (_is_copyright, RegionKind.BOILERPLATE),
)


def _kind_of(text: str, kinds: tuple[tuple[Callable[[str], bool], RegionKind], ...]) -> RegionKind | None:
    return next((kind for matches, kind in kinds if matches(text)), None)


# ---------------------------------------------------------------- datelines


def _places(words: str) -> tuple[Place, ...]:
    """The places of a dateline element that has no dash: `Kyiv/Washington`, `GREENWICH, Conn.`."""
    from diplonews.wire.places import resolve_place

    found = []
    for part in words.split("/")[:4]:
        name, _, region = (piece.strip() for piece in part.partition(","))
        if name and any(map(str.isalpha, name)) and len(name) <= 60:
            place = resolve_place(name, region or None)
            found.append(place if place is not None else Place(name=name, region=region or None))
    return tuple(found)


def read_element(words: str, span: Span, day: date | None) -> Dateline | None:
    """The dateline of an element of its own, with or without date, agency and dash.

    Returns:
        None if it names neither a place nor a day nor an agency.
    """
    bare = words[:LONGEST_DATELINE_CHARACTERS].strip()
    agency = AGENCY_TAIL.search(bare)
    if agency is not None:
        bare = bare[: agency.start()]
    bare = DASH_TAIL.sub("", bare)
    tail = DAY_TAIL.search(bare)
    filed = None
    if tail is not None:
        month = month_number(tail[1] or tail[4])
        if month is not None:
            filed = _near(month, int(tail[2] or tail[3]), int(tail[5]) if tail[5] else None, day)
            bare = DASH_TAIL.sub("", bare[: tail.start()])
    places = _places(bare) if bare else ()
    if not places and filed is None and agency is None:
        return None
    return Dateline(span=span, places=places, date=filed, agency=agency[1].strip() if agency is not None else None)


def _near(month: int, number: int, year: int | None, day: date | None) -> date | None:
    """The day in the given year, else in the one that brings it nearest to the item's own day."""
    years = [year] if year is not None else [day.year + step for step in (-1, 0, 1)] if day is not None else []
    days = []
    for candidate in years:
        try:
            days.append(date(candidate, month, number))
        except ValueError:
            continue
    if day is None or not days:
        return days[0] if days else None
    return min(days, key=lambda found: abs((found - day).days))


# ---------------------------------------------------------------- the pass


def _label_head(text: str, cells: list[Cell], body: list[int], day: date | None) -> FoundDateline | None:
    """Label by-lines and notes above the lead in place; the dateline of the first paragraph that has one."""
    from diplonews.wire.dateline import find_dateline

    headline = next((cell for cell in cells if cell.kind is RegionKind.HEADLINE), None)
    for index in body[:HEAD_PARAGRAPHS]:
        cell = cells[index]
        words = text[cell.start : cell.end]
        kind = _kind_of(words, HEAD_KINDS)
        if kind is not None:
            cells[index] = attrs.evolve(cell, kind=kind)
            continue
        if headline is not None and len(words) < 300 and fold(words) == fold(text[headline.start : headline.end]):
            span = Span(headline.start, headline.end)
            cells[index] = attrs.evolve(cell, kind=RegionKind.DUPLICATE, of=span)
            continue
        found = find_dateline(text, cell.start, cell.end, reference=day)
        if found is not None:
            return found
        if len(words) >= SHORT_PARAGRAPH_CHARACTERS and not _is_bullet(words):
            return None
    return None


def _label_notebook(text: str, cells: list[Cell], body: list[int]) -> list[int]:
    """Label what an agency adds for editors after the story, in place; the indices before it."""
    for at, index in enumerate(body[1:], start=1):
        cell = cells[index]
        if text.startswith(("#", "N", "d"), cell.start) and text[cell.start : cell.end].strip("# \n") in _notebooks():
            for rest in body[at:]:
                cells[rest] = attrs.evolve(cells[rest], kind=RegionKind.NOTE)
            return body[:at]
    return body


def _label_tail(text: str, cells: list[Cell], body: list[int]) -> None:
    """Label what closes the body in place: sign-off, credit, end mark, copyright."""
    for index in reversed(body[-TAIL_PARAGRAPHS:]):
        cell = cells[index]
        if cell.kind is not RegionKind.BODY:
            return
        kind = _kind_of(text[cell.start : cell.end], TAIL_KINDS)
        if kind is None:
            return
        cells[index] = attrs.evolve(cell, kind=kind)


def _split(cell: Cell, text: str, found: FoundDateline | None, *, last: bool) -> list[Cell]:
    """A paragraph without its dateline in front and its credit behind."""
    start, end = cell.start, cell.end
    out: list[Cell] = []
    if found is not None:
        span = found.dateline.span
        out += [
            attrs.evolve(cell, kind=region.kind, start=region.span.start, end=region.span.end)
            for region in found.skipped
        ]
        out.append(attrs.evolve(cell, kind=RegionKind.DATELINE, start=span.start, end=span.end))
        start = span.end
        while start < end and text[start].isspace():
            start += 1
    credit = None
    if last:
        window = max(start, end - CLOSING_WINDOW_CHARACTERS)
        credit = CLOSING_CREDIT.search(text, window, end)
        if credit is not None and (credit.start() <= start or find_agency(credit[1]) is None):
            credit = None
    stop = end
    if credit is not None:
        opened = credit.start() + len(credit[0]) - len(credit[0].lstrip())
        stop = credit.start()
        while stop > start and text[stop - 1].isspace():
            stop -= 1
        tail = attrs.evolve(cell, kind=RegionKind.CREDIT, start=opened, end=opened + len(credit[0].strip()))
        return [*out, attrs.evolve(cell, start=start, end=stop), tail]
    if stop > start:
        out.append(attrs.evolve(cell, start=start, end=stop))
    return out


def label_edges(text: str, cells: list[Cell], day: date | None) -> Labelled:
    """The cells with the head and the tail of the body told apart.

    Args:
        text: what the cells point into.
        cells: in text order; the list is not changed.
        day: the item's own day, which gives a dateline its year.
    """
    cells = list(cells)
    body = [index for index, cell in enumerate(cells) if cell.kind is RegionKind.BODY]
    printed = _label_head(text, cells, body, day)
    body = _label_notebook(text, cells, body)
    _label_tail(text, cells, body)
    last = next((index for index in reversed(body) if cells[index].kind is RegionKind.BODY), None)
    out: list[Cell] = []
    element = None
    for index, cell in enumerate(cells):
        holds = printed is not None and cell.start <= printed.dateline.span.start < cell.end
        if cell.kind is RegionKind.BODY and (holds or index == last):
            out += _split(cell, text, printed if holds else None, last=index == last)
        else:
            out.append(cell)
        if cell.kind is RegionKind.DATELINE and element is None:
            element = read_element(text[cell.start : cell.end], Span(cell.start, cell.end), day)
    dateline = printed.dateline if printed is not None else None
    return Labelled(out, dateline, element, printed.evidence if printed is not None else None)
