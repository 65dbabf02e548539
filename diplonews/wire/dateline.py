"""Datelines: the places, the day and the agency of a story.

    dateline   := [mark | note | byline] (agency-first | places) [date] [agency] dash
    places     := place ("/" place){0,3}
    place      := NAME [", " region [", " country]] | NAME " [country]" | NAME " (country)"
    agency     := "(Reuters)" | "/TASS/" | "Kyodo" after a date | before everything: "(ANSA) - ", "AP - "
    dash       := "--" | "-" | "—" | "–" | "_" | ":" | ".-" | "." after slashes | none after an agency

`dateline_parts` reads the parts, `dateline_rules` decides whether they form a dateline, and this
module walks through the text.
"""

from __future__ import annotations

import re
from datetime import date

import attrs

from diplonews.lexicons.agencies import Agency, find_agency
from diplonews.lexicons.datelines import fold_word, load_dateline_words
from diplonews.model import Dateline, Evidence, Region, RegionKind, Span
from diplonews.patterns import lazy_re
from diplonews.wire.dateline_asian import read_asian
from diplonews.wire.dateline_parts import (
    BLANK,
    PLACE,
    PrintedAgency,
    PrintedDate,
    PrintedPlace,
    read_agency,
    read_bare_agency,
    read_date,
    read_places,
)
from diplonews.wire.dateline_rules import Draft, decide, is_acronym
from diplonews.wire.dateline_tail import Search, read_dash, read_tail
from diplonews.wire.places import is_place, is_region, resolve_place

__all__ = ["FoundDateline", "find_dateline", "locate_dateline"]

WINDOW_CHARACTERS = 360  # the longest dateline, without its prefix
NOTE_CHARACTERS = 500
BYLINE_CHARACTERS = 200
BLANKS_CHARACTERS = 400
PREFIXES_MOST = 4
WORLDWIDE = ("USA", "GBR", "FRA")  # seats of agencies that file from everywhere
HEAD_LINES = 12
HEAD_CHARACTERS = 3000
BYLINE_TRIES = 16

_BLANKS = lazy_re(rf"[\s\ufeff\u200b\u200e\u200f]{{0,{BLANKS_CHARACTERS}}}+")
_MARK = lazy_re(
    r"(?:\*{2,6}|(?:RPT|REPEAT|REPEATING|CORRECTED|CORRECTION|REFILE|URGENT|BULLETIN|FLASH|LEAD|\([A-Z0-9 ]{0,8}LEAD\))"
    rf"{BLANK}?[-–—:]{{1,2}})\s{{0,4}}"
)
_BULLET = lazy_re(r"(?:[*•·■◆◇▲△●○▶►※]|[-–—](?=\s))\s{0,3}")
_NOTE = lazy_re(rf"[(\[][^()\[\]]{{1,{NOTE_CHARACTERS}}}[)\]]\s{{0,8}}")
_BYLINE = lazy_re(r"(?:By|BY|by)[ \t\xa0]")
# where a dateline may begin after a byline: at its brackets, at capitals, at a name before a date
_CAPITALS = lazy_re(
    r"(?<=[\w.)][ \xa0])(?=\([A-Z][\w .-]{1,20}\)|[A-ZÀ-ÖØ-ÞŠŽ][A-ZÀ-ÖØ-ÞŠŽ.' ]{0,20}[A-ZÀ-ÖØ-Þ]"
    r"|[A-ZÀ-ÖØ-ÞŠŽ][^\W\d_][^\n()]{0,40}\d[ \xa0]?\([A-Z])"
)
_LOWER = lazy_re(rf"[A-Za-z][a-z.' ]{{1,30}}+,{BLANK}?[a-z]{{3,9}}\.?{BLANK}{{1,2}}\d{{1,2}}{BLANK}?[-–—]")
_LOWER_AGENCY = lazy_re(
    rf"(?P<place>[a-z][a-z.' ]{{1,30}}+)(?:,{BLANK}?(?P<day>[a-z]{{3,9}}\.?{BLANK}{{1,2}}\d{{1,2}}){BLANK}?)?"
    rf"(?P<brackets>\((?P<agency>[a-z][a-z -]{{1,20}})\)){BLANK}?(?P<dash>[-–—]{{1,2}})(?=\s)"
)
_BRACKETED_CITY = lazy_re(rf"\(([A-Z][A-Z.' ]{{2,40}})\){BLANK}?(?=[-–—])")
_LOWER_NAME = lazy_re(r"[A-Za-z][a-z.' ]{1,30}")
# the beginnings, other than a place, that make a line worth reading
_OPENING = lazy_re(
    r"[-–—(\[【（<*•·■◆◇▲△●○▶►※\d\u3000-\uffff]|[Bb][Yy][ \t\xa0]"
    rf"|[A-Za-z][a-z.' ]{{1,30}}+(?:,{BLANK}?[a-z]{{3,9}}\.?{BLANK}\d|\([a-z])"
)
_LINE_STARTS = lazy_re(r"^[ \t\xa0\u3000]{0,40}(?=\S)", re.MULTILINE)
_OPENERS = "([（【<"


@attrs.frozen(kw_only=True)
class FoundDateline:
    """A dateline, and how it was recognised.

    Attributes:
        dateline: the dateline itself.
        evidence: the rule that accepted it, with the spans of its parts in text order.
        skipped: the regions between the start of the search and the dateline: a mark (SLUG), a
            bracketed note (NOTE), a byline (BYLINE); in text order.
        printed: its date as printed, or None.
    """

    dateline: Dateline
    evidence: Evidence
    skipped: tuple[Region, ...] = ()
    printed: PrintedDate | None = None

    def near(self, reference: date) -> Dateline:
        """The dateline; a printed date without a year gets the year that puts it nearest to `reference`."""
        if self.dateline.date is not None or self.printed is None:
            return self.dateline
        return attrs.evolve(self.dateline, date=self.printed.near(reference))


# ---------------------------------------------------------------- one position


def _files_at_home(agency: Agency) -> bool:
    """Whether a place without a country is more likely in the agency's own country."""
    return agency.timezone is not None and agency.country not in WORLDWIDE


def _build(draft: Draft, rule: str, search: Search, start: int) -> FoundDateline:
    """The finding for an accepted draft."""
    agency = draft.agency
    near = search.near
    if near is None and agency is not None and agency.agency is not None and _files_at_home(agency.agency):
        near = agency.agency.country
    dateline = Dateline(
        span=Span(start, draft.end),
        places=tuple(resolve_place(place.name, place.region, near=near) for place in draft.places),
        date=draft.date.near(search.reference) if draft.date is not None else None,
        agency=agency.text if agency is not None else None,
    )
    evidence = Evidence(rule=rule, spans=tuple(draft.spans), field="dateline")
    return FoundDateline(dateline=dateline, evidence=evidence, printed=draft.date)


def _with_places(search: Search, pos: int, *, weak: bool) -> FoundDateline | None:
    """A dateline that begins with a place."""
    places, end = read_places(search.text, pos, search.end)
    if not places:
        return None
    draft = Draft(places=tuple(places), end=end, spans=[Span(place.start, place.end) for place in places])
    read_tail(draft, search)
    rule = decide(draft, search.text, weak=weak)
    return _build(draft, rule, search, pos) if rule else None


def _without_place(search: Search, pos: int) -> FoundDateline | None:
    """`(Reuters) - `, `June 3 (UPI) -- `, `AP - `, `(ANSA) - ROMA, 1 LUG - `."""
    draft = Draft(places=(), end=pos, spans=[])
    if search.text[pos] in _OPENERS:
        opening = read_agency(search.text, pos, search.end)
        draft.agency = opening if opening and opening.agency else None
    else:
        draft.date = read_date(search.text, pos, search.end)
        if draft.date is None:
            return _agency_first(search, pos)
    first = draft.agency or draft.date
    if first is None:
        return None
    draft.end = first.end
    draft.spans.append(Span(pos, first.end))
    read_tail(draft, search)
    if draft.agency is None or draft.agency.agency is None or not draft.dash:
        return None
    found = _continued(draft, search, pos, "dateline.agency")
    if found.dateline.places or draft.date is not None:
        return found
    return found if _may_open(draft.agency) and decide(draft, search.text, weak=False) else None


def _may_open(agency: PrintedAgency) -> bool:
    """Whether the agency's name is long or known enough to open a story without a place."""
    return not is_acronym(agency.text) or fold_word(agency.text) in load_dateline_words().first


def _agency_first(search: Search, pos: int) -> FoundDateline | None:
    """`AP - `, or the agency's name before a dateline: `Canadian Press - OTTAWA (CP) - `."""
    agency = read_bare_agency(search.text, pos, search.end)
    if agency is None or agency.agency is None or agency.text not in agency.agency.forms:
        return None
    draft = Draft(places=(), end=agency.end, spans=[Span(pos, agency.end)], agency=agency)
    if search.text[agency.end : agency.end + 1] == ",":
        draft.end += 1
        found = _continued(draft, search, pos, "", weak=False)
        return found if found.dateline.places else None
    read_dash(draft, search)
    if draft.dash in ("", ".", ":") or not search.text[draft.end : draft.end + 1].isspace():
        return None
    found = _continued(draft, search, pos, "dateline.agency_first")
    if found.dateline.places:
        return found
    opens = agency.agency.kind == "agency" and _may_open(agency)
    return found if opens and decide(draft, search.text, weak=False) else None


def _continued(draft: Draft, search: Search, pos: int, rule: str, *, weak: bool = True) -> FoundDateline:
    """An agency with its dash, and the dateline that may follow it."""
    start = _skip(search.text, draft.end, search.end)
    inner = _with_places(search, start, weak=weak) if start < search.end else None
    if inner is None:
        return _build(draft, rule, search, pos)
    dateline = inner.dateline
    agency = draft.agency.text if draft.agency else None
    spans = (*draft.spans, *inner.evidence.spans)
    return FoundDateline(
        dateline=attrs.evolve(dateline, span=Span(pos, dateline.span.end), agency=dateline.agency or agency),
        evidence=Evidence(rule="dateline.agency_first", spans=spans, field="dateline"),
        printed=inner.printed,
    )


def _bracketed_place(search: Search, pos: int) -> FoundDateline | None:
    """`(WASHINGTON) — `: a city in brackets and a dash."""
    found = _BRACKETED_CITY.match(search.text, pos, search.end)
    if found is None or not is_place(found[1], large=True):
        return None
    place = PrintedPlace(name=found[1], region=None, known_region=False, start=found.start(1), end=found.end(1))
    draft = Draft(places=(place,), end=found.end(), spans=[Span(place.start, place.end)])
    read_dash(draft, search)
    rule = decide(draft, search.text, weak=False)
    return _build(draft, rule, search, pos) if rule else None


def _lower_case(search: Search, pos: int) -> FoundDateline | None:
    """`omaha, april 7 -`: copy keyed without capitals; the place must be known."""
    found = _LOWER_AGENCY.match(search.text, pos, search.end)
    if found is not None:
        return _lower_agency(search, found)
    found = _LOWER.match(search.text, pos, search.end)
    name = _LOWER_NAME.match(search.text, pos, search.end) if found else None
    if found is None or name is None or not is_place(name[0]):
        return None
    day = read_date(search.text, _skip(search.text, name.end() + 1, search.end), search.end)
    if day is None or day.end > found.end():
        return None
    dateline = Dateline(
        span=Span(pos, found.end()),
        places=(resolve_place(name[0], near=search.near),),
        date=day.near(search.reference),
    )
    spans = (Span(pos, name.end()), Span(found.end() - 1, found.end()))
    evidence = Evidence(rule="dateline.lower", spans=spans, field="dateline")
    return FoundDateline(dateline=dateline, evidence=evidence, printed=day)


def _lower_agency(search: Search, found: re.Match[str]) -> FoundDateline | None:
    """`oslo (reuters) -`, `oslo, june 12 (reuters) -`: place and agency must both be known."""
    name = found["place"].rstrip()
    if find_agency(found["agency"]) is None or not is_place(name):
        return None
    day = read_date(search.text, found.start("day"), search.end) if found["day"] else None
    dateline = Dateline(
        span=Span(found.start(), found.end()),
        places=(resolve_place(name, near=search.near),),
        date=day.near(search.reference) if day is not None else None,
        agency=found["agency"],
    )
    spans = (Span(found.start(), found.start() + len(name)), Span(*found.span("brackets")), Span(*found.span("dash")))
    evidence = Evidence(rule="dateline.lower", spans=spans, field="dateline")
    return FoundDateline(dateline=dateline, evidence=evidence, printed=day)


def _at(search: Search, pos: int, *, weak: bool = False) -> FoundDateline | None:
    """A dateline that begins exactly at `pos`.

    Args:
        search: the text.
        pos: the position.
        weak: whether only an agency or a date may decide.
    """
    first = search.text[pos]
    if first in _OPENERS:
        return read_asian_dateline(search, pos) or _without_place(search, pos) or _bracketed_place(search, pos)
    if first.islower() and first.isascii():
        return _lower_case(search, pos)
    if first.isdigit():
        return _without_place(search, pos)
    if first in "Bb" and _BYLINE.match(search.text, pos, search.end):
        return None
    if PLACE.match(search.text, pos, search.end) is None:
        if first < "\x7f":
            return _lower_case(search, pos)
        return read_asian_dateline(search, pos) if first > "\u2fff" else None
    found = _with_places(search, pos, weak=weak)
    if found is None:
        found = _without_place(search, pos)
    if found is None and first > "\u2fff":
        found = read_asian_dateline(search, pos)
    return found


def read_asian_dateline(search: Search, pos: int) -> FoundDateline | None:
    """The Korean, Japanese and Chinese forms."""
    found = read_asian(search.text, pos, search.end)
    if found is None:
        return None
    country = found.agency.agency.country if found.agency and found.agency.agency else None
    places = tuple(resolve_place(name, near=search.near or country) for name in found.names)
    dateline = Dateline(
        span=Span(pos, found.end),
        places=places,
        date=found.date.near(search.reference) if found.date else None,
        agency=found.agency.text if found.agency else None,
    )
    return FoundDateline(
        dateline=dateline,
        evidence=Evidence(rule=found.rule, spans=(Span(pos, found.end),), field="dateline"),
        printed=found.date,
    )


# ---------------------------------------------------------------- what may precede it


def _skip(text: str, pos: int, end: int) -> int:
    found = _BLANKS.match(text, pos, end)
    return found.end() if found else pos


def _window(search: Search, pos: int, limit: int) -> Search:
    return Search(search.text, min(limit, pos + WINDOW_CHARACTERS), search.reference, search.near)


def _after_byline(search: Search, pos: int, limit: int) -> FoundDateline | None:
    """`By Ann Lee and Jo Park SEOUL (AP) — `: a byline that lost its line break.

    Names may be in capitals too, so the first start at which the place is known wins.
    """
    stop = min(limit, pos + BYLINE_CHARACTERS)
    newline = search.text.find("\n", pos, stop)
    best: FoundDateline | None = None
    for number, found in enumerate(_CAPITALS.finditer(search.text, pos + 3, newline if newline > 0 else stop)):
        if number >= BYLINE_TRIES:
            break
        inner = _at(_window(search, found.start(), limit), found.start(), weak=True)
        if inner is None:
            continue
        byline = Span(pos, pos + len(search.text[pos : found.start()].rstrip()))
        inner = attrs.evolve(inner, skipped=(Region(span=byline, kind=RegionKind.BYLINE),))
        if all(is_region(place.region) if place.region else is_place(place.name) for place in inner.dateline.places):
            return inner
        best = best or inner
    return best


def _after_prefix(search: Search, pos: int, limit: int, depth: int) -> FoundDateline | None:
    """A dateline after a mark, a bullet, a bracketed note or a byline."""
    text = search.text
    if _BYLINE.match(text, pos, limit):
        return _after_byline(search, pos, limit)
    for pattern, kind in ((_MARK, RegionKind.SLUG), (_BULLET, RegionKind.SLUG), (_NOTE, RegionKind.NOTE)):
        found = pattern.match(text, pos, limit)
        if found is None:
            continue
        inner = _search(search, found.end(), limit, depth + 1, weak=kind is RegionKind.NOTE or pattern is _BULLET)
        if inner is not None:
            region = Region(span=Span(pos, pos + len(found[0].rstrip())), kind=kind)
            return attrs.evolve(inner, skipped=(region, *inner.skipped))
    return None


def _search(search: Search, pos: int, limit: int, depth: int, *, weak: bool = False) -> FoundDateline | None:
    if pos >= limit or depth > PREFIXES_MOST:
        return None
    found = _at(_window(search, pos, limit), pos, weak=weak)
    if found is not None:
        return found
    return _after_prefix(search, pos, limit, depth) if search.text[pos] in "-–—*•·■◆◇▲△●○▶►※([BbRCULF" else None


def _may_begin(text: str, start: int, limit: int) -> bool:
    """Whether a dateline may begin there, apart from white space: a quick test that rejects most texts."""
    blanks = _BLANKS.match(text, start, limit)
    pos = blanks.end() if blanks is not None else start
    return PLACE.match(text, pos, limit) is not None or _OPENING.match(text, pos, limit) is not None


def find_dateline(
    text: str,
    start: int = 0,
    end: int | None = None,
    *,
    reference: date | None = None,
    near: str | None = None,
) -> FoundDateline | None:
    """The dateline that begins at `start`, or None.

    White space, a mark, a bracketed note or a byline without its line break may precede it.

    Args:
        text: the article.
        start: where to look, in characters.
        end: where the dateline must end at the latest; None for the end of the text. The text after
            it is still examined, to distinguish a story from a headline.
        reference: a day near the filing day; a printed date without a year gets the year that
            puts it nearest. Without a reference such a date is None.
        near: ISO 3166 alpha-3 of the country suggested by the outlet or agency; a weak hint
            for places with the same name.

    Example:
        >>> found = find_dateline("ULSAN, South Korea, May 3 (Yonhap) -- Dock workers ...", reference=date(2021, 5, 4))
        >>> found.dateline.places, found.dateline.date, found.dateline.agency
        ((<Place 'ULSAN' KOR Asia/Seoul>,), datetime.date(2021, 5, 3), 'Yonhap')
        >>> find_dateline("Air Field Police (AFP) Tuesday thanked ...") is None
        True
    """
    limit = len(text) if end is None else min(end, len(text))
    if not _may_begin(text, start, limit):
        return None
    pos = _skip(text, start, limit)
    search = Search(text, limit, reference, near)
    return _search(search, pos, limit, 0)


def locate_dateline(text: str, *, reference: date | None = None, near: str | None = None) -> FoundDateline | None:
    r"""The first dateline in the head of a text: at its start or at the start of one of its lines.

    Args:
        text: the article.
        reference: as in `find_dateline`.
        near: as in `find_dateline`.

    Example:
        >>> locate_dateline("Ferry service resumes\n\nBy Jo Park\n\nBUSAN, May 3 (Yonhap) -- Ferries").dateline
        <Dateline 'BUSAN' agency='Yonhap' 35:59>
    """
    head = min(len(text), HEAD_CHARACTERS)
    for number, found in enumerate(_LINE_STARTS.finditer(text, 0, head)):
        if number >= HEAD_LINES:
            break
        dateline = find_dateline(text, found.end(), reference=reference, near=near)
        if dateline is not None:
            return dateline
    return None
