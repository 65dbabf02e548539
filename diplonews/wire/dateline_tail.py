"""The rest of a dateline after its places: date, agency and dash, in the orders that are printed."""

from __future__ import annotations

from datetime import date

import attrs

from diplonews.lexicons.datelines import load_dateline_words
from diplonews.model import Span
from diplonews.patterns import lazy_re
from diplonews.wire.dateline_parts import (
    BLANK,
    DASH,
    SEPARATOR,
    PrintedAgency,
    read_agency,
    read_bare_agency,
    read_date,
)
from diplonews.wire.dateline_rules import Draft, is_agency_like

__all__ = ["Search", "read_dash", "read_tail"]

PARTS_MOST = 6  # dates, agencies and inner dashes

_CLOSING_SLASH = lazy_re(rf"{BLANK}{{0,2}}/(?=\s)")
_COMMA = lazy_re(rf"{BLANK}{{0,2}},(?={BLANK}{{0,2}}[-–—])")
_OPENERS = "([（【<"


@attrs.define
class Search:
    """The context of a search."""

    text: str
    end: int
    reference: date | None
    near: str | None


def _agency_at(draft: Draft, search: Search, pos: int, *, separated: bool) -> PrintedAgency | None:
    """An agency at `pos`; without brackets only after a date, a comma or a dash."""
    text, end = search.text, search.end
    mark = text[pos : pos + 1]
    if mark and (mark in _OPENERS or mark == "/"):
        found = read_agency(text, pos, end)
        return found if found and (found.agency or is_agency_like(found.text, draft)) else None
    if draft.date is None and not separated and not text.startswith(load_dateline_words().unbracketed, pos):
        return None
    bare = read_bare_agency(text, pos, end)
    if bare is None:
        return None
    after = text[bare.end : bare.end + 1]
    closed = DASH.match(text, bare.end, end) or not after or after in ".\n\r,/" or text[bare.end : bare.end + 2] == " /"
    return bare if closed else None


def _take(draft: Draft, search: Search, pos: int, *, separated: bool) -> bool:
    """Read a date or an agency at `pos` into the draft; False if there is neither."""
    if draft.date is None:
        typos = draft.capitals and bool(draft.places)
        found = read_date(search.text, pos, search.end, typos=typos)
        if found is not None:
            draft.date, draft.end, draft.joined = found, found.end, separated
            draft.spans.append(Span(pos, found.end))
            return True
    if draft.agency is None:
        agency = _agency_at(draft, search, pos, separated=separated)
        if agency is not None:
            draft.agency, draft.end = agency, agency.end
            draft.date = draft.date or agency.date
            draft.spans.append(Span(agency.start, agency.end))
            return True
    return False


def _take_after_dash(draft: Draft, search: Search) -> bool:
    """A date or agency after an inner dash: `NEW YORK--(BUSINESS WIRE)--`, `Colo. - March 16 -`."""
    comma = _COMMA.match(search.text, draft.end, search.end)
    dash = DASH.match(search.text, comma.end() if comma else draft.end, search.end)
    if dash is None or dash[0].rstrip().endswith((":", "：")):
        return False
    kept = attrs.evolve(draft, spans=list(draft.spans))
    if not _take(draft, search, dash.end(), separated=True):
        return False
    draft.joined = False
    if draft.agency is kept.agency and (draft.date is None or draft.date.day is None):
        draft.restore(kept)
        return False
    closing = DASH.match(search.text, draft.end, search.end)
    stop = search.text[draft.end : draft.end + 2]
    follows = draft.agency is None and _read_closing_agency(draft, search)
    strong = draft.agency is not None and draft.agency.agency is not None and draft.agency.style != "bare"
    if closing or follows or strong or (draft.agency is not None and draft.agency.style == "bare" and stop[:1] == "."):
        return True
    draft.restore(kept)
    return False


def _read_closing_agency(draft: Draft, search: Search) -> bool:
    gap = SEPARATOR.match(search.text, draft.end, search.end)
    pos = gap.end() if gap else draft.end
    found = read_agency(search.text, pos, search.end) if search.text[pos : pos + 1] in ("(", "/", "[") else None
    return found is not None and found.agency is not None


def read_tail(draft: Draft, search: Search) -> None:
    """Everything after the places, up to and with the dash."""
    for _ in range(PARTS_MOST):
        gap = SEPARATOR.match(search.text, draft.end, search.end)
        pos = gap.end() if gap else draft.end
        separated = gap is not None and ("," in gap[0] or "." in gap[0])
        if not _take(draft, search, pos, separated=separated) and not _take_after_dash(draft, search):
            break
    read_dash(draft, search)


def read_dash(draft: Draft, search: Search) -> None:
    """Read the closing dash into the draft, if there is one; its end does not include white space."""
    text, end = search.text, search.end
    comma = _COMMA.match(text, draft.end, end)
    found = DASH.match(text, comma.end() if comma else draft.end, end)
    if found is not None:
        stop = found.start() + len(found[0].rstrip())
        draft.dash = found[0].strip()
        draft.spans.append(Span(found.start(), stop))
        draft.end = stop
        return
    agency = draft.agency
    slash = _CLOSING_SLASH.match(text, draft.end, end)
    if slash is not None and agency is not None and agency.style == "slash":
        draft.dash = "/"
        draft.spans.append(Span(slash.end() - 1, slash.end()))
        draft.end = slash.end()
        return
    dotted = agency is not None and agency.style != "bracket"
    region = draft.date is not None and bool(draft.places) and draft.places[-1].known_region
    if (dotted or region) and text[draft.end : draft.end + 1] == ".":
        draft.dash = "."
        draft.spans.append(Span(draft.end, draft.end + 1))
        draft.end += 1
