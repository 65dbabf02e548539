"""GDELT 2.0 events: a row for each directed pair of parties, without a header."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from diplonews.exports.parts import (
    event_day,
    event_pairs,
    in_utc,
    party_name,
    place_parts,
    publication_day,
    row_number,
    state_names,
)
from diplonews.exports.target import Options, Target
from diplonews.exports.tsv import Row, write_rows
from diplonews.lexicons.exports import load_export_schema
from diplonews.lexicons.states import find_state_codes
from diplonews.model import Actor, Analysis, Article, Event, RegionKind

__all__ = ["TARGET"]

SCHEMA = "gdelt"
TYPES = 3  # columns of types for each party
ROOT_DIGITS = 2
BASE_DIGITS = 3
COUNTRY, TOWN_IN_USA, TOWN, NOWHERE = 1, 3, 4, 0  # Geo_Type
DAYS_OF_MONTH, DAYS_OF_YEAR = 30, 365  # as FractionDate counts them


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
                "GLOBALEVENTID": row_number(event, analysis, number),
                **_party("Actor1", actor),
                **_party("Actor2", other),
            }


def _event(event: Event, analysis: Analysis, options: Options) -> dict[str, object]:
    root = event.cameo[:ROOT_DIGITS]
    same = [e for e in analysis.events if e.duplicate_of == event.sentence and e.type is event.type]
    return {
        **_day(event_day(event, analysis.article, options.dates)),
        "IsRootEvent": int(_is_root(event, analysis.article)),
        "EventCode": event.cameo,
        "EventBaseCode": event.cameo[:BASE_DIGITS],
        "EventRootCode": root,
        "QuadClass": load_export_schema(SCHEMA).words["quads"][root],
        "GoldsteinScale": event.goldstein,
        "NumMentions": 1 + len(same),
        "NumSources": 1,
        "NumArticles": 1,
        "Actor1Geo_Type": NOWHERE,
        "Actor2Geo_Type": NOWHERE,
        **_place(event),
        "DATEADDED": _added(analysis.article),
        "SOURCEURL": analysis.article.url,
    }


def _day(day: date | None) -> dict[str, object]:
    if day is None:
        return {}
    share = ((day.month - 1) * DAYS_OF_MONTH + day.day) / DAYS_OF_YEAR
    return {
        "SQLDATE": _digits(day),
        "MonthYear": _digits(day)[:6],
        "Year": _digits(day)[:4],
        "FractionDate": f"{day.year + share:.4f}",
    }


def _is_root(event: Event, article: Article) -> bool:
    """Whether the event is in the headline or the first paragraph."""
    first = article.paragraphs[:1]
    headlines = [region.span for region in article.regions_of(RegionKind.HEADLINE)]
    return any(span.overlaps(event.sentence) for span in (*headlines, *first))


def _added(article: Article) -> str | None:
    """The time of publication in UTC; without a time of day, midnight of that day; None if unknown."""
    instant = in_utc(article.published.instant) if article.published is not None else None
    if instant is not None:
        return f"{_digits(instant.date())}{instant:%H%M%S}"
    day = publication_day(article)
    return f"{_digits(day)}000000" if day is not None else None


def _digits(day: date) -> str:
    """YYYYMMDD, with four digits of the year for any year."""
    return day.isoformat().replace("-", "")


def _party(side: str, actor: Actor | None) -> dict[str, object]:
    if actor is None:
        return {}
    words = load_export_schema(SCHEMA).words
    country = words["countries"].get(actor.code, actor.code) if actor.code in state_names() else None
    group = words["groups"].get(actor.code)
    known = (words["types"].get(name) for name in (actor.code, *actor.sectors))
    types = list(dict.fromkeys(code for code in known if code))[:TYPES]
    name = party_name(actor)
    return {
        f"{side}Code": "".join(code for code in (country, group, *types) if code) or None,
        f"{side}Name": name.upper() if name else None,
        f"{side}CountryCode": country,
        f"{side}KnownGroupCode": group,
        **{f"{side}Type{number}Code": code for number, code in enumerate(types, start=1)},
    }


def _place(event: Event) -> dict[str, object]:
    place = place_parts(event.place) if event.place is not None else None
    codes = find_state_codes(place.country) if place is not None and place.country is not None else None
    if place is None or codes is None or not (place.is_state or place.town):
        return {"ActionGeo_Type": NOWHERE}
    town = TOWN_IN_USA if codes.code == "USA" else TOWN
    state = state_names().get(codes.code)
    parts = (state,) if place.is_state else (place.town, place.province, state)
    return {
        "ActionGeo_Type": COUNTRY if place.is_state else town,
        "ActionGeo_FullName": ", ".join(part for part in parts if part),
        "ActionGeo_CountryCode": codes.fips,
        "ActionGeo_ADM1Code": codes.fips if place.is_state else None,
    }
