"""Lines beside the story: stamps and bylines, glued or apart, and captions with their credits."""

from __future__ import annotations

import re
from collections.abc import Sequence

import attrs

from diplonews.model import Byline, RegionKind, Span
from diplonews.patterns import lazy_re
from diplonews.wire.bylines import find_byline, is_role, looks_like_name, without_place
from diplonews.wire.cells import Cell
from diplonews.wire.furniture import (
    Furniture,
    find_bare_credit,
    find_caption,
    find_closing_credit,
    find_halves,
    find_office_credit,
)
from diplonews.wire.lines import Bounds, ends_sentence
from diplonews.wire.places import is_place
from diplonews.wire.timestamps import find_stamps

__all__ = [
    "CAPTION_BELOW",
    "PLACE_BESIDE_STAMP",
    "PLACE_LINE_CHARACTERS",
    "SEPARATORS",
    "Reading",
    "read_caption",
    "read_stamps_and_bylines",
]

PLACE_BESIDE_STAMP = "dateline.beside-stamp"
# rules of lines that announce a caption below: True if even a sentence may be one
CAPTION_BELOW = {
    "furniture.caption-announced": True,
    "furniture.photo-credit-line": False,
    "furniture.photo-credit-alone": False,
}
PLACE_LINE_CHARACTERS = 60
# characters allowed between stamps and bylines on one line
SEPARATORS = " \t\xa0-–—|/·•●▪,:;()[]"
SOURCE_LABEL = lazy_re(r"^\W{0,3}(?:Source|SOURCE|来源|來源|출처|(?:\w{2,12} )?News(?=[A-Z]))\s?[:：]?\s?")
LABELS = lazy_re(
    r"(?i)\s*(?:ID\s?:\s?\d{1,12}|Auth[eo]r\s?:?|All|Japan|World|(?:Updated )?(?:an?|\d+) \w+ ago"
    r"|\d+ min(?:ute)?s? read"
    r"|Updated(?: at)?:? \d{1,2}:\d\d(?: ?[ap]\.?m\.?)?(?: [a-z]{2,5})?|(?:all |world |top )?(?:news|headlines)"
    r"|(?:Foreign )?(?:Affairs|Politics|Diplomacy|Defen[cs]e|National|Nation|International|Business|Economy|Society)"
    r"|Culture|Sports"
    r"|(?:North|South) Korea|Asia|Europe|Source\s?:?|Uhr|hrs?|Photo\s?:\s?[\w ]{2,40}|기자"
    r"|Hits?\s?:?\s?[\d,]+|page\s?\d{1,3}"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day 1[34]\d\d/\d{1,2}/\d{1,2}"
    r"|Views?\s?:?\s?[\d,]*|local time|Staff|Reporter"
    r"|(?:Web )?Editor\s?:?\s?[a-z][\w. ]{1,40}|[\w.]{2,20}\.(?:com|cn|net|org|kr|jp)(?:\.\w\w)?|Read original .{2,40}"
    r"|Spokesperson's Office|Office of the Spokesperson|Last|First|published|updated|on|at)?\s*"
)


@attrs.frozen(kw_only=True)
class Reading:
    """How a parser reads its copy, for `read_head` and `read_body`.

    Attributes:
        furniture: forms of whole lines.
        order: `mdy` or `dmy` for dates in digits, or None.
        country: alpha-3 of the outlet or agency, or None.
        script: script of most of the article.
    """

    furniture: Furniture
    order: str | None
    country: str | None
    script: str


def read_stamps_and_bylines(text: str, line: Bounds, reading: Reading) -> tuple[Cell, ...]:
    """The stamps and bylines on a line that holds nothing else; empty if it holds more.

    A byline with its stamp glued to it, in either order, becomes two cells.
    """
    start, end = line
    words = text[start:end]
    stamps = find_stamps(words, order=reading.order, country=reading.country)
    cells: list[Cell] = []
    at = 0
    for stamp in (*stamps, None):
        gap_end = stamp.start if stamp is not None else end - start
        gap = words[at:gap_end]
        if any(map(str.isalnum, gap)):
            between = _read_gap(gap, start + at, has_stamp=bool(stamps))
            if not between:
                return ()
            cells += between
        if stamp is not None:
            cells.append(Cell(start + stamp.start, start + stamp.end, RegionKind.TIMESTAMP, stamp.rule, stamp=stamp))
            at = stamp.end
    return _widened(cells, start, end)


def _read_gap(gap: str, offset: int, *, has_stamp: bool) -> tuple[Cell, ...]:
    """A byline or a label beside a stamp; empty if it is neither."""
    left = len(gap) - len(gap.lstrip(SEPARATORS))
    words = gap.strip(SEPARATORS)
    start, end = offset + left, offset + left + len(words)
    if has_stamp and "|" in words and _is_place_beside(words.rpartition("|")[2].strip(SEPARATORS)):
        return _read_beside_stamp(words, start)
    found = find_byline(words)
    if found is not None:
        byline = Byline(text=words, names=found.names, provider=found.provider, span=Span(start, end))
        return (Cell(start, end, RegionKind.BYLINE, "byline.line", byline=byline, agency=found.provider),)
    if has_stamp and gap.strip()[:1] == "(" and gap.strip()[-1:] == ")":
        return (Cell(start, end, RegionKind.TIMESTAMP, "timestamp.label"),)  # "(Mainichi Japan)"
    return _read_beside_stamp(words, start) if has_stamp else ()


def _read_beside_stamp(words: str, start: int) -> tuple[Cell, ...]:
    """A label, an agency, a place or a name on the line of a stamp."""
    end = start + len(words)
    parts = [part for part in re.split(r"[|/,;·•]", words) if part.strip(SEPARATORS)]
    if LABELS.fullmatch(words) or all(LABELS.fullmatch(part.strip(SEPARATORS)) for part in parts):
        return (Cell(start, end, RegionKind.TIMESTAMP, "timestamp.label"),)
    agency = _read_agency(words, parts, start)
    if agency:
        return agency
    if _is_place_beside(words):
        return (Cell(start, end, RegionKind.DATELINE, PLACE_BESIDE_STAMP),)
    if words.startswith(("Source: ", "SOURCE: ")):
        return (Cell(start, end, RegionKind.BOILERPLATE, "label.source"),)
    if looks_like_name(without_place(words)) and not is_place(words):
        byline = Byline(text=words, names=(without_place(words),), span=Span(start, end))
        return (Cell(start, end, RegionKind.BYLINE, "byline.beside-stamp", byline=byline),)
    if is_role(words):  # "The Harbour's Staff Reporter"
        return (Cell(start, end, RegionKind.BYLINE, "byline.role", byline=Byline(text=words, span=Span(start, end))),)
    return ()


def _read_agency(words: str, parts: Sequence[str], start: int) -> tuple[Cell, ...]:
    """An agency on the line of a stamp, printed once or twice, and the place after it; empty if there is none."""
    end = start + len(words)
    half = find_halves(words)  # "KYODO NEWS  KYODO NEWS"
    label = words[:half].rstrip() if half is not None else words
    if half is None and not 1 <= len(parts) <= 2:
        return ()
    named = find_byline(SOURCE_LABEL.sub("", label if half is not None else parts[0]).strip(SEPARATORS))
    if named is None or not named.provider:
        return ()
    filed: tuple[Cell, ...] = ()
    place = parts[1].strip(SEPARATORS) if half is None and len(parts) == 2 else ""
    if _is_place_beside(place):
        at = start + words.rindex(place)
        filed = (Cell(at, end, RegionKind.DATELINE, PLACE_BESIDE_STAMP),)
        label, end = parts[0].strip(SEPARATORS), at
    if SOURCE_LABEL.match(label):  # "Source: Xinhua" names the supplier, not the author
        return (Cell(start, end, RegionKind.CREDIT, "credit.label", agency=named.provider), *filed)
    byline = Byline(text=label, provider=named.provider, span=Span(start, start + len(label)))
    return (Cell(start, end, RegionKind.BYLINE, "byline.label", byline=byline, agency=named.provider), *filed)


def _is_place_beside(words: str) -> bool:
    """Whether the words beside a stamp are the place of filing: `NEW DELHI`, `Colombo`."""
    return len(words) <= PLACE_LINE_CHARACTERS and words[:1].isupper() and is_place(words, large=not words.isupper())


def _widened(cells: list[Cell], start: int, end: int) -> tuple[Cell, ...]:
    """The cells, extended to the separators around them, so that the whole line is labelled."""
    if not cells:
        return ()
    widened = []
    at = start
    for number, cell in enumerate(cells):
        last = end if number == len(cells) - 1 else cell.end
        exact = cell.start <= at and cell.end == last
        widened.append(cell if exact else attrs.evolve(cell, start=min(at, cell.start), end=last))
        at = last
    return tuple(widened)


def read_caption(text: str, line: Bounds, *, head: bool) -> tuple[Cell, ...]:
    """A photo caption with its credit, and its repetition on the same line; empty if the line is not one.

    In the head, a bracketed agency at the end marks a caption. In the body it does so only on a line that
    is not a sentence (otherwise it is the story's closing credit).
    """
    start, end = line
    words = text[start:end]
    half = find_halves(words)
    single = words[:half].rstrip() if half is not None else words
    found = find_caption(single)
    closing = find_closing_credit(single) if found is None or found.credit is None else None
    if found is not None:
        credit, rule = found.credit, found.rule
        credit = closing[0] if credit is None and closing is not None and closing[0] > 0 else credit
    elif closing is not None and closing[0] > 0 and (head or not ends_sentence(single[: closing[0]].rstrip())):
        credit, rule = closing[0], "caption.agency"
    elif closing is None and (office := find_office_credit(single)) is not None:
        credit, rule = office, "caption.office"
    elif head and (bare := find_bare_credit(single)) is not None:
        closing, credit, rule = bare, bare[0], "caption.bare-agency"
    else:
        return ()
    cells = _split_credit(start, single, credit, rule, closing[1] if closing else None)
    if half is not None:
        of = Span(start, start + len(single))
        cells = (*cells, Cell(start + half, end, RegionKind.DUPLICATE, "duplicate.half", of=of))
    return cells


def _split_credit(start: int, words: str, credit: int | None, rule: str, agency: str | None) -> tuple[Cell, ...]:
    end = start + len(words)
    if credit is None:
        return (Cell(start, end, RegionKind.CAPTION, rule),)
    caption_end = start + len(words[:credit].rstrip())
    caption = (Cell(start, caption_end, RegionKind.CAPTION, rule),) if caption_end > start else ()
    return (*caption, Cell(start + credit, end, RegionKind.CREDIT, rule, agency=agency))
