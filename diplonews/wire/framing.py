"""Labels for the lines that frame a story: those of a machine format's body that are not story.

Agencies print by-line, advisory, dateline, credit and sign-off among the paragraphs, even if the
format has elements for them. Only the first and the last few paragraphs are examined.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

import attrs

from diplonews.lexicons.agencies import find_agency
from diplonews.lexicons.iptc import load_terms, term_pattern
from diplonews.lexicons.temporal_names import month_number
from diplonews.model import Byline, Dateline, Evidence, Place, RegionKind, Span
from diplonews.patterns import lazy_re
from diplonews.wire.body import label_signature
from diplonews.wire.cells import Cell
from diplonews.wire.draft import fold
from diplonews.wire.furniture import furniture

if TYPE_CHECKING:
    from diplonews.wire.dateline import FoundDateline

__all__ = ["Labelled", "label_framing", "read_byline", "read_element"]

HEAD_PARAGRAPHS = 14
TAIL_PARAGRAPHS = 8
SHORT_PARAGRAPH_CHARACTERS = 80
LONGEST_BYLINE_CHARACTERS = 110
LONGEST_NOTE_CHARACTERS = 400
LONGEST_CREDIT_CHARACTERS = 60
LONGEST_SIGNOFF_CHARACTERS = 500
LONGEST_DATELINE_CHARACTERS = 200
CLOSING_CREDIT = lazy_re(r"(?P<credit>[(/\[]\s?(?P<agency>[^()/\[\]\n]{2,40}?)\s?[)/\]]\.?)\s*\Z")
CLOSING_WINDOW_CHARACTERS = 60
# abc/de, also in letters without case or beyond ASCII: بور-اد/ب م
INITIALS = lazy_re(
    r"[a-z]{2,4}(?:[-/][a-z]{2,4}){1,5}"
    r"|\([a-z]{2,4}(?:/[a-z]{2,4}){1,5}\)"
    r"|[^\W\d_A-Za-z]{1,5}(?:(?: ?[-/] ?[^\W\d_A-Za-z]{1,5})(?: [^\W\d_A-Za-z]{1,2}){0,2}){1,5}"
)
DESK = lazy_re(
    r"\((?:[A-Za-z]{2,4}[-/]){1,3}([A-Za-z]{3,12})\)|\(([A-Za-z]{2,5}(?:-[A-Za-z]{2,5})?)[\\/][a-z]{2,4}(?:/[a-z]{2,4}){0,3}\)"
)
SIGN = lazy_re(r"[a-z]{2,4}|[A-Z]{2,3}")
AGENCY_TAIL = lazy_re(r"\s*(?:\(([^()]{2,40})\)|/([^()/]{2,40})/)\s*(?:[-–—:_.=]+\s*)?$")
DASH_TAIL = lazy_re(r"[\s,.:;=_–—-]+$")
DAY_TAIL = lazy_re(r"(?:^|[\s,]+)(?:([^\W\d]{3,9})\.? (\d{1,2})|(\d{1,2})\.? ([^\W\d]{3,9})\.?)(?:,? (\d{4}))?$")


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
    """The by-line in an element or a line, with its persons and its agency.

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
    form = furniture().match(text, head=True)
    if form is not None and form[0] is RegionKind.NOTE:
        return True
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
    if len(text) <= LONGEST_CREDIT_CHARACTERS and (
        INITIALS.fullmatch(text) is not None or _is_signed(text) or _is_desk(text)
    ):
        return True
    return len(text) <= LONGEST_SIGNOFF_CHARACTERS and term_pattern("signoffs").match(text) is not None


def _is_desk(text: str) -> bool:
    """Whether it is the initials of a desk before or after the agency: `(Abc/Adnkronos)`, `(SDA-ATS/abc)`."""
    found = DESK.fullmatch(text)
    if found is None:
        return False
    return any(find_agency(part) is not None for part in ((found[1] or found[2]), *(found[2] or "").split("-")))


def _is_signed(text: str) -> bool:
    """Whether it is an agency and the initials of its desk: `dpa ab cde`, `AAP RTV xy`."""
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
    (_is_note, RegionKind.NOTE),
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
            found.append(resolve_place(name, region or None))
    return tuple(found)


def read_element(words: str, span: Span, day: date | None) -> Dateline | None:
    """The dateline of an element of its own, with or without date, agency and dash.

    Returns:
        None if it names no place, day or agency.
    """
    from diplonews.wire.dateline_parts import PrintedDate

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
            year = int(tail[5]) if tail[5] else None
            filed = PrintedDate(year=year, month=month, day=int(tail[2] or tail[3]), end=tail.end()).near(day)
            bare = DASH_TAIL.sub("", bare[: tail.start()])
    places = _places(bare) if bare else ()
    if not places and filed is None and agency is None:
        return None
    return Dateline(
        span=span, places=places, date=filed, agency=(agency[1] or agency[2]).strip() if agency is not None else None
    )


# ---------------------------------------------------------------- the pass


def _label_head(text: str, cells: list[Cell], body: list[int], day: date | None) -> FoundDateline | None:
    """Label by-lines and notes above the lead, in place; return the first dateline of a paragraph."""
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
    """Label an agency's notes to editors after the story, in place; return the indices before them."""
    for at, index in enumerate(body[1:], start=1):
        cell = cells[index]
        if text.startswith(("#", "N", "d"), cell.start) and text[cell.start : cell.end].strip("# \n") in _notebooks():
            for rest in body[at:]:
                cells[rest] = attrs.evolve(cells[rest], kind=RegionKind.NOTE)
            return body[:at]
    return body


def _label_tail(text: str, cells: list[Cell], body: list[int]) -> None:
    """Label the end of the body, in place: sign-off, credit, end mark, copyright."""
    for index in reversed(body[-TAIL_PARAGRAPHS:]):
        cell = cells[index]
        if cell.kind is not RegionKind.BODY:
            return
        kind = _kind_of(text[cell.start : cell.end], TAIL_KINDS)
        if kind is None:
            return
        cells[index] = attrs.evolve(cell, kind=kind)


def _cut_dateline(cell: Cell, text: str, found: FoundDateline) -> tuple[list[Cell], Cell]:
    """The dateline of a paragraph with the regions before it, and the rest of the paragraph."""
    regions = [(region.kind, region.span) for region in found.skipped]
    cells = [
        attrs.evolve(cell, kind=kind, start=span.start, end=span.end)
        for kind, span in [*regions, (RegionKind.DATELINE, found.dateline.span)]
    ]
    start = found.dateline.span.end
    while start < cell.end and text[start].isspace():
        start += 1
    return cells, attrs.evolve(cell, start=start)


def _cut_credit(cell: Cell, text: str) -> list[Cell]:
    """The last paragraph, and the agency credit split off its end: `(Reuters)`, `/TASS/`."""
    window = max(cell.start, cell.end - CLOSING_WINDOW_CHARACTERS)
    credit = CLOSING_CREDIT.search(text, window, cell.end)
    words = text[cell.start : credit.start()].rstrip() if credit is not None else ""
    if credit is None or not words or find_agency(credit["agency"]) is None:
        return [cell]
    start, end = credit.span("credit")
    return [
        attrs.evolve(cell, end=cell.start + len(words)),
        attrs.evolve(cell, kind=RegionKind.CREDIT, start=start, end=end),
    ]


def label_framing(text: str, cells: list[Cell], day: date | None, *, signed: bool = True) -> Labelled:
    """The cells, with the head and the tail of the body labelled.

    Args:
        text: the text that the cells refer to.
        cells: in text order; the list is not changed.
        day: the item's own day, which gives a dateline its year.
        signed: whether a name alone on the last line signs the story; on a page it may be a reader's.
    """
    cells = list(cells)
    body = [index for index, cell in enumerate(cells) if cell.kind is RegionKind.BODY]
    printed = _label_head(text, cells, body, day)
    body = _label_notebook(text, cells, body)
    _label_tail(text, cells, body)
    if signed:
        label_signature(text, cells, is_signed=any(cell.kind is RegionKind.BYLINE for cell in cells))
    last = next((index for index in reversed(body) if cells[index].kind is RegionKind.BODY), None)
    out: list[Cell] = []
    element = None
    for index, cell in enumerate(cells):
        rest = cell
        if printed is not None and cell.start <= printed.dateline.span.start < cell.end:
            before, rest = _cut_dateline(cell, text, printed)
            out += before
        if rest.end > rest.start:
            out += _cut_credit(rest, text) if index == last else [rest]
        if cell.kind is RegionKind.DATELINE and element is None:
            element = read_element(text[cell.start : cell.end], Span(cell.start, cell.end), day)
    dateline = printed.dateline if printed is not None else None
    return Labelled(out, dateline, element, printed.evidence if printed is not None else None)
