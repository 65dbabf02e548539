"""ICEWS coded event data: a row for each directed pair of parties."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from diplonews.exports.parts import (
    event_day,
    event_pairs,
    party_name,
    place_parts,
    publisher,
    row_number,
    state_names,
    story_id,
)
from diplonews.exports.target import Options, Target
from diplonews.exports.tsv import Row, join, write_rows
from diplonews.lexicons.exports import load_export_schema
from diplonews.model import Actor, Analysis, Event

__all__ = ["TARGET"]

SCHEMA = "icews"


def _write(analyses: Iterable[Analysis], path: Path, options: Options) -> None:
    rows = (row for analysis in analyses for row in _rows(analysis, options))
    write_rows(rows, path, load_export_schema(SCHEMA))


TARGET = Target(write=_write, takes=frozenset({"dates"}))


def _rows(analysis: Analysis, options: Options) -> Iterator[Row]:
    for event in options.events(analysis):
        shared = _event(event, analysis, options)
        for number, (actor, other) in enumerate(event_pairs(event)):
            yield {
                **shared,
                "Event ID": row_number(event, analysis, number),
                **_party("Source", actor),
                **_party("Target", other),
            }


def _event(event: Event, analysis: Analysis, options: Options) -> dict[str, object]:
    return {
        "Event Date": event_day(event, analysis.article, options.dates),
        "Event Text": ": ".join([event.type.capitalize(), *event.modes[:1]]),
        "CAMEO Code": event.cameo,
        "Intensity": event.goldstein,
        "Story ID": story_id(analysis),
        "Publisher": publisher(analysis.article),
        **_place(event),
    }


def _country(code: str | None) -> str | None:
    return load_export_schema(SCHEMA).words["countries"].get(code or "") or state_names().get(code or "")


def _party(side: str, actor: Actor | None) -> dict[str, object]:
    if actor is None:
        return {}
    schema = load_export_schema(SCHEMA)
    sectors = [schema.words["sectors"][sector] for sector in actor.sectors if sector in schema.words["sectors"]]
    return {
        f"{side} Name": actor.name or _country(actor.code) or party_name(actor),
        f"{side} Sectors": join(sectors, schema),
        f"{side} Country": _country(actor.code),
    }


def _place(event: Event) -> dict[str, object]:
    if event.place is None:
        return {}
    place = place_parts(event.place)
    return {"City": place.town, "Province": place.province, "Country": _country(place.country)}
