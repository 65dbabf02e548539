"""From the pieces of an item to an `Article`: one text, its partition, its fields.

A machine format fills a `Draft`: pieces of text in reading order, or, for terminal copy, marks in
the text as it came; beside them the fields that are not words, each with the place it was read
at. `finish` does what all formats share: the dateline at the head of the body, by-lines and
notes around it, credit and sign-off at its end, zone, instants and the anchor day.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, datetime
from html import unescape
from typing import TYPE_CHECKING, Any

import attrs

from diplonews.errors import ParseError
from diplonews.lexicons.iptc import Provider, country_name, find_provider
from diplonews.model import Article, Byline, Dateline, Evidence, Place, Region, RegionKind, Span, Timestamp
from diplonews.wire.edges import Cell, label_edges, read_byline
from diplonews.wire.instants import anchor_of, make_timestamp
from diplonews.wire.stamps import read_stamp
from diplonews.wire.xml import Paths

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["Draft", "Piece", "clean", "finish", "partition"]

CREDIT = RegionKind.CREDIT
SPACES = re.compile(r"[ \t\r\n\f\v\u00a0]+")
CONTROLS = {code: bytes([code]).decode("cp1252", "ignore") or " " for code in range(0x80, 0xA0)}
NEEDS_REPAIR = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
INVISIBLE = dict.fromkeys((*range(9), 11, 12, *range(14, 32), 127), " ")
RESIDUE = re.compile(r"&(?:#\d{2,6}|#x[0-9A-Fa-f]{2,5}|amp|quot|apos|lt|gt|nbsp|[a-zA-Z]{2,8});")
LISTED_CHARACTERS = 100
SURROGATES = re.compile(r"[\ud800-\udfff]")


def clean(text: str) -> str:
    r"""Text with one space where white space was, C1 controls read as cp1252, no stray controls.

    Entities that are left over, because the text was escaped twice, are read as well.

    Example:
        >>> clean(" The \x93deal\x94\n   held ")
        'The “deal” held'
    """
    if "&" in text and RESIDUE.search(text) is not None:
        text = unescape(text)
    if NEEDS_REPAIR.search(text) is not None:
        text = SURROGATES.sub("\ufffd", text.translate(CONTROLS).translate(INVISIBLE))
    return " ".join(text.split())


@attrs.frozen
class Piece:
    """Some words of an item.

    Attributes:
        kind: what they are.
        text: the words, without white space around them.
        origin: where they stand in the input.
    """

    kind: RegionKind
    text: str
    origin: str | None = None


@attrs.define
class Stamp:
    """A clock reading as the input writes it."""

    raw: str
    rule: str
    origin: str | None


@attrs.define
class Draft:
    """What a format has read of one item so far.

    Attributes:
        format: the parser's name.
        pieces: the words, in reading order; unused where `text` is given.
        text: for terminal copy, the input itself; else None.
        cells: for terminal copy, the marks in `text`, in order and not overlapping.
        fields: fields of `Article` that are not words.
        evidence: one entry a field.
        providers: names, codes and domains that sign the item, the most telling first.
        authors: who made it, as the metadata says.
        stamps: readings for `published`, `updated` and `embargo`.
        places: where the format itself says the item was filed.
        paths: of the elements of the input, shared by the items of a container.
        reference: a day near publication, for a dateline without its year.
    """

    format: str
    pieces: list[Piece] = attrs.Factory(list)
    text: str | None = None
    cells: list[Cell] = attrs.Factory(list)
    fields: dict[str, Any] = attrs.Factory(dict)
    evidence: list[Evidence] = attrs.Factory(list)
    providers: list[tuple[str, str, str | None]] = attrs.Factory(list)
    authors: list[tuple[str, str, str | None]] = attrs.Factory(list)
    stamps: dict[str, Stamp] = attrs.Factory(dict)
    places: list[tuple[Place, str, str | None]] = attrs.Factory(list)
    reference: date | None = None
    paths: Paths = attrs.Factory(Paths)

    def path(self, element: _Element) -> str:
        """Where an element stands in its document, as an XPath of local names."""
        return self.paths.of(element)

    def add(self, kind: RegionKind, text: str | None, origin: str | None = None) -> bool:
        """Add a piece; whether there was a word in it."""
        words = clean(text) if text else ""
        if words:
            self.pieces.append(Piece(kind, words, origin))
        return bool(words)

    def has(self, kind: RegionKind) -> bool:
        """Whether a piece of that kind is there."""
        return any(piece.kind is kind for piece in self.pieces)

    def put(self, field: str, value: object, rule: str, origin: str | None = None) -> None:
        """Set a field of the article, unless it is set already or the value is empty."""
        if isinstance(value, str):
            value = clean(value)
        if value in (None, "", ()) or field in self.fields:
            return
        self.fields[field] = value
        self.note(field, rule, origin)

    def note(self, field: str, rule: str, origin: str | None = None) -> None:
        """Say how a field is known."""
        self.evidence.append(Evidence(rule=f"{self.format}.{rule}", field=field, detail=origin))

    def number(self, field: str, raw: str | None, rule: str, origin: str | None = None) -> None:
        """Set a field that is a whole number; what is none is passed over."""
        digits = (raw or "").strip()
        if digits.isascii() and digits.isdigit() and len(digits) <= 4:
            self.put(field, int(digits), rule, origin)

    def stamp(self, field: str, raw: str | None, rule: str, origin: str | None = None) -> None:
        """Keep a clock reading for `published`, `updated` or `embargo`; the first one stays."""
        if raw and raw.strip() and field not in self.stamps:
            self.stamps[field] = Stamp(raw.strip(), rule, origin)

    def sign(self, raw: str | None, rule: str, origin: str | None = None) -> None:
        """Keep a name, code or domain that signs the item."""
        if raw and raw.strip():
            self.providers.append((raw, rule, origin))

    def author(self, name: str | None, rule: str, origin: str | None = None) -> None:
        """Keep the name of a person who made the item."""
        words = clean(name or "")
        if words and all(known != words for known, _, _ in self.authors):
            self.authors.append((words, rule, origin))

    def locate(
        self,
        name: str | None,
        rule: str,
        origin: str | None = None,
        *,
        region: str | None = None,
        country: str | None = None,
    ) -> None:
        """Keep the place the format gives; `country` as alpha-3."""
        words = clean(name or "")
        if region is None and "," in words:
            words, _, region = (part.strip() for part in words.partition(","))
        if words and all(place.name != words for place, _, _ in self.places):
            self.places.append((Place(name=words, region=region or None, country=country), rule, origin))


def partition(text: str, cells: Iterable[Cell]) -> tuple[Region, ...]:
    """Regions that cover the whole text: the cells, and WHITESPACE or BOILERPLATE between them.

    Example:
        >>> partition("a  b", [Cell(RegionKind.HEADLINE, 0, 1), Cell(RegionKind.BODY, 3, 4)])
        (<Region HEADLINE 0:1>, <Region WHITESPACE 1:3>, <Region BODY 3:4>)
    """
    regions: list[Region] = []
    at = 0
    for cell in cells:
        if cell.start > at:
            regions.append(_gap(text, at, cell.start))
        if cell.end > cell.start:
            regions.append(
                Region(
                    span=Span(cell.start, cell.end), kind=cell.kind, duplicate_of=cell.duplicate_of, origin=cell.origin
                )
            )
        at = cell.end
    if at < len(text):
        regions.append(_gap(text, at, len(text)))
    return tuple(regions)


def _gap(text: str, start: int, end: int) -> Region:
    kind = RegionKind.WHITESPACE if text[start:end].isspace() else RegionKind.BOILERPLATE
    return Region(span=Span(start, end), kind=kind)


def _join(pieces: list[Piece]) -> tuple[str, list[Cell]]:
    """One line a piece, a blank line around each paragraph of the body."""
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
        cells.append(Cell(piece.kind, at, at + len(piece.text), piece.origin))
        at += len(piece.text)
        before = piece.kind
    return "".join(parts), cells


# ---------------------------------------------------------------- fields


def _provider(draft: Draft) -> Provider | None:
    """The first of the names that sign the item, or of its credits, that is known."""
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
    """The agency that the text itself names; else the first name that signs, as it stands."""
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


def _timestamp(draft: Draft, field: str, zone: str | None) -> Timestamp | None:
    stamp = draft.stamps.get(field)
    if stamp is None:
        return None
    local = read_stamp(stamp.raw)
    if local is None:
        draft.evidence.append(
            Evidence(rule=f"{draft.format}.unreadable", field=field, detail=f"{stamp.raw!r} is no clock reading")
        )
        return None
    draft.note(field, stamp.rule, stamp.origin)
    return make_timestamp(local, agency=zone)


def _in_zone(stamp: Timestamp | None, zone: str | None) -> Timestamp | None:
    """The stamp with that zone, if it had none."""
    return make_timestamp(stamp.local, agency=zone) if stamp is not None and stamp.timezone is None and zone else stamp


def _day_of(stamp: Timestamp | None) -> date | None:
    if stamp is None:
        return None
    return stamp.local.date() if isinstance(stamp.local, datetime) else stamp.local


def _texts(text: str, cells: list[Cell], kind: RegionKind) -> list[str]:
    return [" ".join(text[cell.start : cell.end].split()) for cell in cells if cell.kind is kind]


def _bylines(draft: Draft, text: str, cells: list[Cell], credits: list[str]) -> tuple[Byline, ...]:
    found = [
        read_byline(" ".join(text[cell.start : cell.end].split()), Span(cell.start, cell.end))
        for cell in cells
        if cell.kind is RegionKind.BYLINE
    ]
    if not found and draft.authors:
        found = list(_authors(draft))
    if not found:
        for credit in credits:
            provider = find_provider(credit)
            if provider is not None:
                draft.note("bylines", "credit", None)
                return (Byline(text=credit, provider=provider.name),)
    return tuple(found)


def _authors(draft: Draft) -> tuple[Byline, ...]:
    """The persons the item's metadata names as its makers, for an item without a by-line."""
    from diplonews.wire.bylines import looks_like_name

    persons = [(name, rule, origin) for name, rule, origin in draft.authors if looks_like_name(name)]
    for _, rule, origin in persons:
        draft.note("bylines", rule, origin)
    return tuple(Byline(text=name, names=(name,)) for name, _, _ in persons)


def _resolved(place: Place) -> Place:
    """The place with country and zone, where the table of places knows it."""
    from diplonews.wire.places import resolve_place

    found = resolve_place(place.name, place.region, near=place.country)
    if found.timezone is None and place.country is not None:
        found = resolve_place(place.name, country_name(place.country))
    if place.country and found.country and place.country != found.country:
        return place
    return attrs.evolve(place, country=place.country or found.country, timezone=found.timezone)


def _dateline(draft: Draft, printed: Dateline | None, element: Dateline | None, cells: list[Cell]) -> Dateline | None:
    """The element's places, else the printed ones, else the place the format gives."""
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
    _, rule, origin = draft.places[0]
    draft.note("dateline", rule, origin)
    span = next(
        (Span(cell.start, cell.end) for cell in cells if cell.kind is RegionKind.DATELINE and cell.origin == origin),
        printed.span if printed is not None else Span(0, 0),
    )
    return Dateline(
        span=printed.span if printed is not None else span,
        places=tuple(_resolved(found) for found, _, _ in draft.places),
        date=printed.date if printed is not None else None,
        agency=printed.agency if printed is not None else None,
    )


def _beginning(draft: Draft, text: str, cells: list[Cell]) -> str | None:
    """What an item without a headline is listed under: the first 100 characters of its body."""
    body = "\n\n".join(_texts(text, cells, RegionKind.BODY)[:4])
    if not body:
        return None
    draft.note(
        "headline", "beginning", f"the item has no headline: the first {LISTED_CHARACTERS} characters of its body"
    )
    words = " ".join(body[:LISTED_CHARACTERS].split())
    return words if len(body) <= LISTED_CHARACTERS else words + "…"


def _needs_place(draft: Draft, printed: Dateline | None, element: Dateline | None) -> bool:
    """Whether the place the format gives has to be put among the words."""
    return bool(draft.places) and draft.text is None and printed is None and (element is None or not element.places)


def _lay_out(draft: Draft, day: date | None) -> tuple[str, list[Cell], Dateline | None, Dateline | None]:
    """The text, its cells with the edges labelled, and the datelines of body and element."""
    text, cells = (draft.text, draft.cells) if draft.text is not None else _join(draft.pieces)
    labelled = label_edges(text, cells, day)
    if labelled.evidence is not None:
        draft.evidence.append(attrs.evolve(labelled.evidence, field="dateline"))
    if _needs_place(draft, labelled.printed, labelled.element):
        place, _, origin = draft.places[0]
        first = next((i for i, piece in enumerate(draft.pieces) if piece.kind is RegionKind.BODY), len(draft.pieces))
        draft.pieces.insert(first, Piece(RegionKind.DATELINE, place.name, origin))
        text, cells = _join(draft.pieces)
        labelled = label_edges(text, cells, day)
        return text, labelled.cells, labelled.printed, None
    return text, labelled.cells, labelled.printed, labelled.element


def _anchor(published: Timestamp | None, updated: Timestamp | None, dateline: Dateline | None) -> date | None:
    """The day of the first version, unless the dateline is of the day of a later one."""
    first, last = _day_of(published), _day_of(updated)
    filed = dateline.date if dateline is not None else None
    if filed is not None and first is not None and last is not None:
        is_of_update = abs((filed - first).days) > 1 and abs((filed - last).days) <= 1
        if is_of_update:
            return anchor_of(updated, dateline)
    return anchor_of(published if published is not None else updated, dateline)


def finish(draft: Draft) -> Article:
    """The article.

    Raises:
        ParseError: if the item has no words at all.
    """
    if not draft.pieces and not draft.cells:
        raise ParseError("an item without words", format=draft.format, excerpt=str(draft.fields.get("identifier", "")))
    provider = _provider(draft)
    zone = provider.timezone if provider is not None else None
    published = _timestamp(draft, "published", zone)
    updated = _timestamp(draft, "updated", zone)
    day = _day_of(updated) or _day_of(published) or draft.reference
    text, cells, printed, element = _lay_out(draft, day)
    signed = _texts(text, cells, CREDIT)
    if provider is None:
        names = [printed.agency] if printed is not None and printed.agency else []
        provider = _printed_provider(draft, [*names, *signed])
        zone = provider.timezone if provider is not None else None
        published, updated = _in_zone(published, zone), _in_zone(updated, zone)
    dateline = _dateline(draft, printed, element, cells)
    fields = dict(draft.fields)
    headlines = _texts(text, cells, RegionKind.HEADLINE)
    decks = _texts(text, cells, RegionKind.DECK)
    notes = _texts(text, cells, RegionKind.NOTE)
    fields.setdefault("headline", headlines[0] if headlines else _beginning(draft, text, cells))
    fields.setdefault("deck", "\n".join(decks) or None)
    fields.setdefault("note", "\n".join(notes) or None)
    embargo = _timestamp(draft, "embargo", zone)
    return Article(
        text=text,
        format=draft.format,
        regions=partition(text, cells),
        bylines=_bylines(draft, text, cells, signed),
        provider=provider.name if provider is not None else None,
        dateline=dateline,
        published=published if published is not None else updated,
        updated=updated if published is not None else None,
        paragraphs=tuple(Span(cell.start, cell.end) for cell in cells if cell.kind is RegionKind.BODY),
        captions=tuple(_texts(text, cells, RegionKind.CAPTION)),
        credits=tuple(dict.fromkeys(signed)),
        embargo=embargo.instant if embargo is not None else None,
        anchor=_anchor(published, updated, dateline),
        evidence=tuple(draft.evidence),
        **fields,
    )
