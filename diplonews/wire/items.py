"""Articles from the items of machine formats: one text, its labelled stretches, its fields.

A machine format fills a `Draft`: pieces of text in reading order or, for terminal copy, marks in
the text as received; and the fields that are not words, each with the place it was read
from. `article_of` does the work common to all formats: the dateline at the head of the body, by-lines and
notes around it, credit and sign-off at its end, zone, instants and the anchor day.
"""

from __future__ import annotations

from datetime import date

import attrs

from diplonews.errors import ParseError
from diplonews.lexicons.agencies import find_agency
from diplonews.lexicons.iptc import Provider, country_name, find_provider
from diplonews.lexicons.layout import zone_in
from diplonews.model import Article, Byline, Dateline, Evidence, Place, RegionKind, Span, Timestamp
from diplonews.moments import day_of
from diplonews.wire.article import assemble
from diplonews.wire.cells import Cell
from diplonews.wire.clock_readings import read_clock
from diplonews.wire.draft import Draft, Piece, clean
from diplonews.wire.framing import label_framing, read_byline
from diplonews.wire.instants import make_timestamp
from diplonews.wire.languages import language_of
from diplonews.wire.places import resolve_place

__all__ = ["article_of"]

CREDIT = RegionKind.CREDIT
LISTED_CHARACTERS = 100


def _join(pieces: list[Piece]) -> tuple[str, list[Cell]]:
    """The pieces as lines, with a blank line around each paragraph of the body."""
    parts: list[str] = []
    cells: list[Cell] = []
    at = 0
    before: RegionKind | None = None
    for piece in pieces:
        if before is not None:
            gap = "\n\n" if RegionKind.BODY in (before, piece.kind) else "\n"
            parts.append(gap)
            at += len(gap)
        parts.append(piece.text)
        cells.append(Cell(at, at + len(piece.text), piece.kind, origin=piece.origin))
        at += len(piece.text)
        before = piece.kind
    return "".join(parts), cells


# ---------------------------------------------------------------- fields


def _provider(draft: Draft) -> Provider | None:
    """The first known name among those that sign the item and its credits."""
    signed = [
        *draft.providers,
        *((piece.text, "credit", piece.origin) for piece in draft.pieces if piece.kind is CREDIT),
    ]
    for raw, rule, origin in signed:
        found = find_provider(raw)
        if found is not None:
            draft.note("provider", rule, origin)
            return found
    return None


def _printed_provider(draft: Draft, names: list[str]) -> Provider | None:
    """The agency that the text itself names; else the first name that signs, unchanged."""
    for raw in names:
        found = find_provider(raw)
        if found is not None:
            draft.note("provider", "text")
            return found
    for raw, rule, origin in draft.providers:
        if ":" not in raw and "." not in raw:
            draft.note("provider", rule, origin)
            return Provider(clean(raw))
    return None


def _countries(draft: Draft) -> list[str | None]:
    """The countries of the agencies that sign the item and of the places where it was filed."""
    agencies = (find_agency(raw) for raw, _, _ in draft.providers)
    places = (resolve_place(place.name, place.region, near=place.country) for place, _, _ in draft.places.values())
    return [
        *(agency.country for agency in agencies if agency is not None),
        *(place.country for place in places),
    ]


@attrs.frozen
class _Time:
    """A clock reading: the zone printed with it, and whether that is ambiguous or unknown."""

    local: date
    printed: str | None
    is_open: bool

    def in_zone(self, *, outlet: str | None, agency: str | None) -> Timestamp:
        """The timestamp; the zones of the outlet and the agency count for a reading that is printed without one."""
        return (
            make_timestamp(self.local)
            if self.is_open
            else make_timestamp(self.local, printed=self.printed, outlet=outlet, agency=agency)
        )


def _read_time(draft: Draft, field: str) -> _Time | None:
    stamp = draft.stamps.get(field)
    if stamp is None:
        return None
    read = read_clock(stamp.raw, draft.fields.get("language"))
    if read is None:
        draft.evidence.append(
            Evidence(rule=f"{draft.format}.unreadable", field=field, detail=f"{stamp.raw!r} is not a readable time")
        )
        return None
    draft.note(field, stamp.rule, stamp.origin)
    printed = zone_in(read.zone.upper(), _countries(draft)) if read.zone else None
    is_open = bool(read.zone) and printed is None
    if is_open:
        detail = f"{read.zone!r} is not a known zone, or names several"
        draft.evidence.append(Evidence(rule=f"{draft.format}.zone", field=field, detail=detail))
    return _Time(read.local, printed, is_open)


def _texts(text: str, cells: list[Cell], kind: RegionKind) -> list[str]:
    return [" ".join(text[cell.start : cell.end].split()) for cell in cells if cell.kind is kind]


def _bylines(draft: Draft, text: str, cells: list[Cell]) -> tuple[Byline, ...]:
    """The by-lines; else the authors in the metadata; else the agency in a credit given by the format."""
    found = [cell.byline or _byline(draft, text, cell) for cell in cells if cell.kind is RegionKind.BYLINE]
    if not found and draft.authors:
        found = list(_authors(draft))
    if not found:
        for credit in (piece.text for piece in draft.pieces if piece.kind is CREDIT):
            provider = find_provider(credit)
            if provider is not None:
                draft.note("bylines", "credit", None)
                return (Byline(text=credit, provider=provider.name),)
    return tuple(found)


def _byline(draft: Draft, text: str, cell: Cell) -> Byline:
    words, span = " ".join(text[cell.start : cell.end].split()), Span(cell.start, cell.end)
    if words not in draft.people:
        return read_byline(words, span)
    agency = find_provider(words) if not draft.people[words] else None
    return Byline(text=words, names=draft.people[words], provider=agency.name if agency else None, span=span)


def _authors(draft: Draft) -> tuple[Byline, ...]:
    """The persons named as authors in the metadata, for an item without a by-line."""
    from diplonews.wire.bylines import looks_like_name

    persons = [
        (name, rule, origin)
        for name, (rule, origin) in draft.authors.items()
        if looks_like_name(name) and find_agency(name) is None
    ]
    for _, rule, origin in persons:
        draft.note("bylines", rule, origin)
    return tuple(Byline(text=name, names=(name,)) for name, _, _ in persons)


def _resolved(place: Place) -> Place:
    """The place, with country and zone if the table of places has it."""
    found = resolve_place(place.name, place.region, near=place.country)
    if found.timezone is None and place.country is not None:
        found = resolve_place(place.name, country_name(place.country))
    if place.country and found.country and place.country != found.country:
        return place
    return attrs.evolve(place, country=place.country or found.country, timezone=found.timezone)


def _dateline(draft: Draft, printed: Dateline | None, element: Dateline | None, cells: list[Cell]) -> Dateline | None:
    """The dateline: the element's places, else the printed ones, else the place given by the format."""
    if element is not None and element.places:
        draft.note("dateline", "dateline")
        span = element.span
        if (
            printed is not None
            and printed.places
            and printed.places[0].name.casefold() == element.places[0].name.casefold()
        ):
            span = printed.span
        return Dateline(
            span=span,
            places=element.places,
            date=(printed.date if printed else None) or element.date,
            agency=(printed.agency if printed else None) or element.agency,
        )
    if printed is not None and (printed.places or not draft.places):
        return printed
    if not draft.places:
        return element
    _, rule, origin = next(iter(draft.places.values()))
    draft.note("dateline", rule, origin)
    span = next(
        (Span(cell.start, cell.end) for cell in cells if cell.kind is RegionKind.DATELINE and cell.origin == origin),
        printed.span if printed is not None else Span(0, 0),
    )
    return Dateline(
        span=printed.span if printed is not None else span,
        places=tuple(_resolved(found) for found, _, _ in draft.places.values()),
        date=printed.date if printed is not None else None,
        agency=printed.agency if printed is not None else None,
    )


def _beginning(draft: Draft, text: str, cells: list[Cell]) -> str | None:
    """A title for an item without a headline: the first 100 characters of its body, else of its caption."""
    body = "\n\n".join((_texts(text, cells, RegionKind.BODY) or _texts(text, cells, RegionKind.CAPTION))[:4])
    if not body:
        return None
    draft.note(
        "headline", "beginning", f"the item has no headline: the first {LISTED_CHARACTERS} characters of its body"
    )
    words = " ".join(body[:LISTED_CHARACTERS].split())
    return words if len(body) <= LISTED_CHARACTERS else words + "…"


def _needs_place(draft: Draft, printed: Dateline | None, element: Dateline | None) -> bool:
    """Whether the place given by the format must be added to the text."""
    return bool(draft.places) and draft.text is None and printed is None and (element is None or not element.places)


def _lay_out(draft: Draft, day: date | None) -> tuple[str, list[Cell], Dateline | None, Dateline | None]:
    """The text, its cells with the edges labelled, and the datelines of body and element."""
    text, cells = (draft.text, draft.cells) if draft.text is not None else _join(draft.pieces)
    labelled = label_framing(text, cells, day, signed=draft.format != "html")
    if labelled.evidence is not None:
        draft.evidence.append(attrs.evolve(labelled.evidence, field="dateline"))
    if _needs_place(draft, labelled.printed, labelled.element):
        place, _, origin = next(iter(draft.places.values()))
        first = next((i for i, piece in enumerate(draft.pieces) if piece.kind is RegionKind.BODY), len(draft.pieces))
        draft.pieces.insert(first, Piece(RegionKind.DATELINE, place.name, origin))
        text, cells = _join(draft.pieces)
        labelled = label_framing(text, cells, day, signed=draft.format != "html")
        return text, labelled.cells, labelled.printed, None
    return text, labelled.cells, labelled.printed, labelled.element


def article_of(draft: Draft) -> Article:
    """The article.

    Raises:
        ParseError: if the item has no words at all, unless it says that the story is canceled.
    """
    if not draft.pieces and not draft.cells and draft.fields.get("status") != "canceled":
        raise ParseError("an item without words", format=draft.format, excerpt=str(draft.fields.get("identifier", "")))
    provider = _provider(draft)
    times = {field: _read_time(draft, field) for field in ("published", "updated")}
    days = [day_of(time.local) for time in (times["updated"], times["published"]) if time is not None]
    text, cells, printed, element = _lay_out(draft, next(iter(days), draft.reference))
    signed = _texts(text, cells, CREDIT)
    if provider is None:
        names = [line.agency for line in (printed, element) if line is not None and line.agency]
        provider = _printed_provider(draft, [*names, *signed])
    agency = provider.timezone if provider is not None else None
    published, updated = (
        time.in_zone(outlet=draft.zone, agency=agency) if time is not None else None for time in times.values()
    )
    dateline = _dateline(draft, printed, element, cells)
    fields = dict(draft.fields)
    headlines = _texts(text, cells, RegionKind.HEADLINE)
    decks = _texts(text, cells, RegionKind.DECK)
    notes = _texts(text, cells, RegionKind.NOTE)
    fields.setdefault("headline", headlines[0] if headlines else _beginning(draft, text, cells))
    fields.setdefault("deck", "\n".join(decks) or None)
    fields.setdefault("note", "\n".join(notes) or None)
    if "language" not in fields and (shown := language_of("\n".join(_texts(text, cells, RegionKind.BODY)))):
        fields["language"] = shown
        draft.note("language", "words")
    embargo = _read_time(draft, "embargo")
    return assemble(
        text,
        cells,
        format=draft.format,
        bylines=_bylines(draft, text, cells),
        provider=provider.name if provider is not None else None,
        dateline=dateline,
        published=published or updated,
        updated=updated if published is not None else None,
        captions=tuple(_texts(text, cells, RegionKind.CAPTION)),
        credits=tuple(dict.fromkeys(signed)),
        embargo=embargo.in_zone(outlet=draft.zone, agency=agency).instant if embargo is not None else None,
        evidence=draft.evidence,
        strict=True,
        **fields,
    )
