"""Plain text to `Article`: lines, head, body, fields, all from one reading.

The result is a partition: every character is in exactly one region and none is changed.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

import attrs

from diplonews.lexicons.agencies import find_agency, signing_agency
from diplonews.lexicons.layout import load_zones, zone_in
from diplonews.lexicons.timezones import zone_of
from diplonews.model import Article, Dateline, Evidence, RegionKind, Span, Timestamp
from diplonews.moments import day_of
from diplonews.patterns import lazy_re
from diplonews.wire.article import assemble
from diplonews.wire.body import read_body
from diplonews.wire.cells import Cell
from diplonews.wire.furniture import Furniture
from diplonews.wire.head import Head, read_head
from diplonews.wire.instants import make_timestamp
from diplonews.wire.lines import is_wrapped, join_wrapped, main_script, split_lines
from diplonews.wire.stamps_and_bylines import Reading
from diplonews.wire.timestamps import Stamp, find_stamps

__all__ = ["Profile", "read_text"]

EMBARGO = lazy_re(r"\W{0,3}(?:EMBARGO|Embargo|HOLD FOR RELEASE|NOT FOR (?:RELEASE|PUBLICATION) BEFORE)")
LANGUAGE_OF_SCRIPT = {"Hangul": "ko", "Kana": "ja"}


@attrs.frozen(kw_only=True, eq=False)
class Profile:
    """The facts that a parser declares about its copy.

    Attributes:
        name: the parser's name.
        furniture: forms of lines, its own first.
        provider, outlet, language, country, timezone: as in `TextParser`.
        order: order of dates in digits: `mdy`, `dmy` or None.
    """

    name: str
    furniture: Furniture
    provider: str | None = None
    outlet: str | None = None
    language: str | None = None
    country: str | None = None
    timezone: str | None = None
    order: str | None = None


def read_text(text: str, profile: Profile, reference: date | None = None) -> Article:
    """The article in `text`, read as `profile` declares. Never raises.

    Args:
        text: the copy.
        profile: the facts declared by its parser.
        reference: a day near its publication, for a dateline without a year.
    """
    lines = split_lines(text)
    script = main_script(text)
    known = profile.outlet is not None or profile.provider is not None
    country = profile.country if known else None
    reading = Reading(furniture=profile.furniture, order=profile.order, country=country, script=script)
    head = read_head(text, lines, reading)
    rest: Sequence[tuple[int, int]] = lines[head.lines :]
    if is_wrapped(text, rest):
        rest = join_wrapped(text, rest)
    cells = (*head.cells, *read_body(text, rest, head.story, reading, head.cells))
    return _article(text, cells, head, profile, script, reference)


def _article(
    text: str, cells: Sequence[Cell], head: Head, profile: Profile, script: str, reference: date | None
) -> Article:
    evidence: list[Evidence] = []
    kinds: dict[RegionKind, list[Cell]] = {}
    for cell in cells:
        kinds.setdefault(cell.kind, []).append(cell)

    def words(kind: RegionKind) -> tuple[str, ...]:
        return tuple([text[cell.start : cell.end] for cell in kinds.get(kind, ())])

    def first(kind: RegionKind) -> str | None:
        for cell in kinds.get(kind, ()):
            evidence.append(Evidence(rule=cell.rule, spans=(Span(cell.start, cell.end),), field=kind.value.lower()))
            return text[cell.start : cell.end]
        return None

    provider = _provider(cells, head, profile, evidence)
    agency = find_agency(provider) if provider is not None else None
    zones = (profile.timezone, agency.timezone if agency is not None else None)
    published, updated = _stamps(cells, zones, _countries(profile, head), evidence)
    dateline = _dateline(head, published or updated, reference)
    if dateline is not None and head.found is not None:
        evidence.append(attrs.evolve(head.found.evidence, field="dateline"))
    if profile.outlet is not None:
        evidence.append(Evidence(rule=f"parser.{profile.name}", field="outlet", detail="the layout is this outlet's"))
    fields: dict[str, Any] = {
        "headline": first(RegionKind.HEADLINE),
        "deck": first(RegionKind.DECK),
        "slugline": first(RegionKind.SLUG),
        "note": first(RegionKind.NOTE),
        "embargo": _embargo(words(RegionKind.NOTE), profile, evidence),
    }
    return assemble(
        text,
        cells,
        format=profile.name,
        bylines=tuple([cell.byline for cell in cells if cell.byline is not None]),
        provider=provider,
        outlet=profile.outlet,
        dateline=dateline,
        published=published,
        updated=updated,
        language=_language(profile.language, script),
        captions=words(RegionKind.CAPTION),
        credits=words(RegionKind.CREDIT),
        evidence=evidence,
        **fields,
    )


def _embargo(notes: Sequence[str], profile: Profile, evidence: list[Evidence]) -> datetime | None:
    """The end of the embargo in a note; None unless its clock reading has a known zone."""
    for note in notes:
        found = find_stamps(note, order=profile.order, country=profile.country) if EMBARGO.match(note) else ()
        for stamp in found[:1]:
            zone = zone_of(stamp.zone)
            if isinstance(stamp.local, datetime) and zone is not None:
                evidence.append(Evidence(rule="note.embargo", field="embargo"))
                return stamp.local.replace(tzinfo=zone)
            detail = f"no time with a known zone in {note[:60]!r}"
            evidence.append(Evidence(rule="note.embargo", field="embargo", detail=detail))
    return None


def _language(declared: str | None, script: str) -> str | None:
    """The language shown by the script, else the parser's; None for English copy in another script."""
    shown = LANGUAGE_OF_SCRIPT.get(script)
    return shown or (declared if script == "Latin" or declared != "en" else None)


def _provider(cells: Sequence[Cell], head: Head, profile: Profile, evidence: list[Evidence]) -> str | None:
    """The agency: by the dateline, else the byline, the closing credit, the parser."""
    if head.found is not None and head.found.dateline.agency is not None:
        agency = signing_agency(head.found.dateline.agency)
        if agency is not None:
            evidence.append(Evidence(rule="provider.dateline", spans=(head.found.dateline.span,), field="provider"))
            return agency.name
    for kinds, rule in (((RegionKind.BYLINE,), "provider.byline"), ((RegionKind.CREDIT,), "provider.credit")):
        for cell in cells if rule == "provider.byline" else reversed(cells):
            if cell.kind in kinds and cell.agency is not None and not cell.rule.startswith("caption."):
                evidence.append(Evidence(rule=rule, spans=(Span(cell.start, cell.end),), field="provider"))
                return cell.agency
    if profile.provider is not None:
        evidence.append(Evidence(rule=f"parser.{profile.name}", field="provider", detail="the form is this agency's"))
    return profile.provider


def _countries(profile: Profile, head: Head) -> tuple[str | None, ...]:
    """The countries that resolve a zone's abbreviation: the one of the format, those of the places of filing."""
    places = head.found.dateline.places if head.found is not None else ()
    return (profile.country, *(place.country for place in places[:1]))


def _stamps(
    cells: Sequence[Cell],
    zones: tuple[str | None, str | None],
    countries: tuple[str | None, ...],
    evidence: list[Evidence],
) -> tuple[Timestamp | None, Timestamp | None]:
    """Published and updated; the more exact of several stamps of one day wins."""
    published: Timestamp | None = None
    updated: Timestamp | None = None
    for cell in cells:
        if cell.stamp is None:
            continue
        span = Span(cell.start, cell.end)
        if cell.stamp.local is None:
            detail = cell.stamp.reason
            evidence.append(Evidence(rule=cell.stamp.rule, spans=(span,), field="published", detail=detail))
            continue
        stamp, why = _timestamp(cell.stamp, cell.stamp.local, span, zones, countries)
        if cell.stamp.updated:
            updated = updated or stamp
        elif published is None or _is_finer(stamp, published):
            published = stamp
        field = "updated" if cell.stamp.updated else "published"
        evidence.append(Evidence(rule=cell.stamp.rule, spans=(span,), field=field, detail=why))
    if published is None and updated is not None:
        detail = "only a time of update is printed"
        evidence.append(Evidence(rule="timestamp.only-update", spans=_spans(updated), field="published", detail=detail))
        published = updated
    return published, updated


def _timestamp(
    stamp: Stamp, local: date, span: Span, zones: tuple[str | None, str | None], countries: tuple[str | None, ...]
) -> tuple[Timestamp, str | None]:
    """The timestamp, and the reason why a printed zone is left open."""
    zone = zone_in(stamp.abbreviation, countries) if stamp.abbreviation is not None else stamp.zone
    if stamp.abbreviation is None or zone is not None:
        return make_timestamp(local, printed=zone, outlet=zones[0], agency=zones[1], span=span), None
    is_open = stamp.abbreviation in load_zones().ambiguous
    why = "names several zones, and no single place decides" if is_open else "is not a known zone"
    return make_timestamp(local, span=span), f"{stamp.abbreviation} {why}"


def _spans(stamp: Timestamp) -> tuple[Span, ...]:
    return (stamp.span,) if stamp.span is not None else ()


def _is_finer(stamp: Timestamp, other: Timestamp) -> bool:
    """Whether `stamp` adds a time of day to the day of `other`."""
    return (
        isinstance(stamp.local, datetime)
        and not isinstance(other.local, datetime)
        and stamp.local.date() == other.local
    )


def _dateline(head: Head, stamp: Timestamp | None, reference: date | None) -> Dateline | None:
    """The dateline; a missing year is taken from the day of publication."""
    if head.found is None:
        return None
    day = day_of(stamp.local) if stamp is not None else reference
    return head.found.near(day) if day is not None else head.found.dateline
