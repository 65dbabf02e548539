"""PLOVER's JSON record: an object for each event, one per line."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

from diplonews.exports.parts import (
    event_days,
    event_id,
    party_name,
    place_parts,
    publication_day,
    publisher,
    state_names,
    story_id,
)
from diplonews.exports.target import Options, Target, signature
from diplonews.lexicons.exports import load_export_schema
from diplonews.model import Actor, Analysis, Article, Event, Place
from diplonews.serialize import dump_json

__all__ = ["TARGET"]

SCHEMA = "plover"


def _write(analyses: Iterable[Analysis], path: Path, options: Options) -> None:
    with path.open("w", encoding="utf-8", newline="\n") as file:
        for analysis in analyses:
            numbers = {id(event): number for number, event in enumerate(analysis.events, start=1)}
            for event in options.events(analysis):
                file.write(dump_json(_record(event, numbers[id(event)], analysis, options)) + "\n")


TARGET = Target(write=_write, takes=frozenset({"dates"}))


def _record(event: Event, number: int, analysis: Analysis, options: Options) -> dict[str, Any]:
    article = analysis.article
    first, last = event_days(event, article, options.dates) or (None, None)
    return {
        "id": event_id(event, analysis),
        "date": _iso(first),
        "enddate": _iso(last),
        "actor": [_party(actor) for actor in event.actors],
        "recipient": [_party(actor) for actor in event.recipients],
        "event": [event.type.value],
        "mode": list(event.modes),
        "context": list(event.contexts),
        "quad_code": event.quad,
        "event_scale": event.score,
        "event_loc": _place(event.place) if event.place is not None else None,
        "event_text": [span.of(article.text) for span in event.trigger],
        "text": event.text or event.sentence.of(article.text),
        "text_info": {"sequence": number, "start": event.sentence.start, "end": event.sentence.end},
        "cite_info": _citation(story_id(analysis), article),
        "status": event.status.value,
        "historical": event.historical,
        "coder": signature(SCHEMA, load_export_schema(SCHEMA).version, analysis.ruleset),
        "comment": event.evidence.rule,
    }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day is not None else None


def _party(actor: Actor) -> dict[str, Any]:
    return {
        "code": actor.code or None,
        "sector": list(actor.sectors),
        "name": party_name(actor),
        "title": actor.role,
    }


def _place(place: Place) -> dict[str, Any]:
    parts = place_parts(place)
    return {
        "city": parts.town,
        "province": parts.province,
        "country": state_names().get(parts.country or ""),
        "country_code": parts.country,
        "resolution": "country" if parts.is_state else "city" if parts.town else None,
    }


def _citation(story: str, article: Article) -> dict[str, Any]:
    return {
        "story": story,
        "headline": article.headline,
        "publisher": publisher(article),
        "author": [name for byline in article.bylines for name in byline.names],
        "date": _iso(publication_day(article)),
        "url": article.url,
        "language": article.language,
    }
