"""POLECAT: a row for each event, its parties side by side in the cells."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from diplonews.exports.parts import (
    event_day,
    event_id,
    party_name,
    place_parts,
    publication_day,
    publisher,
    state_names,
)
from diplonews.exports.target import Options, Target, signature
from diplonews.exports.tsv import Row, join, write_rows
from diplonews.lexicons.exports import load_export_schema
from diplonews.lexicons.states import find_state_codes
from diplonews.model import Actor, Analysis, Event, SpeakerType

__all__ = ["TARGET"]

SCHEMA = "polecat"
WITHIN = "|"  # parts the values of one party


def _write(analyses: Iterable[Analysis], path: Path, options: Options) -> None:
    rows = (row for analysis in analyses for row in _rows(analysis, options))
    write_rows(rows, path, load_export_schema(SCHEMA))


TARGET = Target(write=_write, takes=frozenset({"contexts", "dates"}))


def _rows(analysis: Analysis, options: Options) -> Iterator[Row]:
    story = _story(analysis)
    for event in options.events(analysis):
        row = {**story, **_event(event, analysis, options)}
        if options.contexts == "cell":
            yield row
        else:
            yield from ({**row, "Contexts": context} for context in event.contexts or (None,))


def _story(analysis: Analysis) -> dict[str, object]:
    """The cells shared by all events of an article."""
    schema, article = load_export_schema(SCHEMA), analysis.article
    speakers = [quote.speaker for quote in analysis.quotes if quote.speaker is not None]
    people = dict.fromkeys(who.name for who in speakers if who.name and who.type is SpeakerType.PERSON)
    bodies = dict.fromkeys(
        who.name for who in speakers if who.name and who.type in (SpeakerType.ORGANIZATION, SpeakerType.DOCUMENT)
    )
    places = article.dateline.places if article.dateline is not None else ()
    return {
        "Source": publisher(article),
        "Publication Date": publication_day(article),
        "Story People": join(people, schema),
        "Story Organizations": join(bodies, schema),
        "Story Locations": join(dict.fromkeys(place.name for place in places), schema),
        "Language": article.language,
        "Version": signature(SCHEMA, schema.version, analysis.ruleset),
    }


def _event(event: Event, analysis: Analysis, options: Options) -> dict[str, object]:
    schema = load_export_schema(SCHEMA)
    return {
        "Event ID": event_id(event, analysis),
        "Event Date": event_day(event, analysis.article, options.dates),
        "Event Type": event.type.value,
        "Event Mode": event.modes[0] if event.modes else None,
        "Intensity": event.score,
        "Quad Code": schema.words["quads"][str(event.quad)],
        "Contexts": join(event.contexts, schema),
        **_parties("Actor", event.actors, event, analysis),
        **_parties("Recipient", event.recipients, event, analysis),
        **_place(event),
    }


def _parties(side: str, parties: tuple[Actor, ...], event: Event, analysis: Analysis) -> dict[str, object]:
    def cell(read: Callable[[Actor], str | None]) -> str | None:
        return join([read(actor) for actor in parties], load_export_schema(SCHEMA))

    return {
        f"{side} Name": cell(party_name),
        f"{side} Country": cell(lambda actor: actor.code if actor.code in state_names() else None),
        f"{side} COW": cell(_cow),
        f"Primary {side} Sector": cell(lambda actor: next(iter(_sectors(actor)), None)),
        f"{side} Sectors": cell(lambda actor: WITHIN.join(_sectors(actor)) or None),
        f"{side} Title": cell(lambda actor: actor.role),
        f"{side} Name Raw": cell(lambda actor: _words(actor, event, analysis)),
    }


def _cow(actor: Actor) -> str | None:
    codes = find_state_codes(actor.code)
    return str(codes.cow_number) if codes is not None and codes.cow_number is not None else None


def _sectors(actor: Actor) -> tuple[str, ...]:
    """The sectors; for a body that belongs to no state, its own code comes first."""
    body = actor.code if actor.code and actor.code not in state_names() else None
    return actor.sectors if body is None else (body, *(sector for sector in actor.sectors if sector != body))


def _words(actor: Actor, event: Event, analysis: Analysis) -> str | None:
    """The words that name the party in the event's sentence."""
    inside = [mention for mention in analysis.actors if event.sentence.contains(mention.span)]
    same = [m for m in inside if m.actor.code == actor.code and m.actor.name == actor.name]
    named = same or [m for m in inside if actor.code and m.actor.code == actor.code]
    return named[0].span.of(analysis.article.text) if named else None


def _place(event: Event) -> dict[str, object]:
    if event.place is None:
        return {}
    place = place_parts(event.place)
    return {
        "Placename": event.place.name,
        "City": place.town,
        "Province": place.province,
        "Country": place.country,
        "Raw Placename": place.printed,
        "Feature Type": "PCLI" if place.is_state else "PPL" if place.town else None,
    }
