"""The parts of an event in the forms of other event data: days, ids, parties, places."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, date, datetime

import attrs

from diplonews.exports.target import Dates
from diplonews.lexicons.places import fold_place, lookup_cities
from diplonews.lexicons.states import FormKind, state_gazetteer
from diplonews.lexicons.tables import Tables, per_tables
from diplonews.model import Actor, Analysis, Article, Event, EventStatus, Place
from diplonews.model.identity import digest
from diplonews.moments import day_of

__all__ = [
    "PlaceParts",
    "event_day",
    "event_days",
    "event_id",
    "event_pairs",
    "in_utc",
    "party_name",
    "place_parts",
    "publication_day",
    "publisher",
    "row_number",
    "state_names",
    "story_id",
]

HEXADECIMAL = re.compile("[0-9a-f]{16}")
LARGEST_NUMBER = 2**63 - 1  # what a column of signed 64-bit integers holds
TOLD_AS_PAST = frozenset({EventStatus.ACTUAL, EventStatus.CLAIMED})


@per_tables
def _names_of_states(tables: Tables) -> dict[str, str]:
    return {row["code"]: row["name"] for row in tables["states"].rows}


def state_names() -> Mapping[str, str]:
    """The usual English name of each state, by code."""
    return _names_of_states()


def publication_day(article: Article) -> date | None:
    """The day of publication in the article's own zone, else the day that relative dates count from."""
    return day_of(article.published.local if article.published is not None else article.anchor)


def in_utc(moment: datetime | None) -> datetime | None:
    """The moment in UTC; None for None, and for a moment outside the calendar in UTC."""
    try:
        return moment.astimezone(UTC) if moment is not None else None
    except OverflowError:
        return None


def publisher(article: Article) -> str | None:
    """The publisher of the article: the outlet, else the agency."""
    return article.outlet or article.provider


def event_days(event: Event, article: Article, dates: Dates) -> tuple[date, date] | None:
    """The first and the last day on which an event may have taken place.

    Args:
        dates: with `published`, an event without any time gets the day of publication, if it is
            reported as past and not as background.
    """
    interval = event.when.interval if event.when is not None else None
    if interval is not None:
        return interval.first_day, interval.last_day
    day = publication_day(article)
    if dates == "event" or day is None or event.historical or event.status not in TOLD_AS_PAST:
        return None
    return day, day


def event_day(event: Event, article: Article, dates: Dates) -> date | None:
    """The single day of an event, for formats without room for two.

    Args:
        dates: with `event`, a day given in the text, else None: `last month` is not a day. With
            `published`, also the day of publication for an event without any time (see
            `event_days`), and for one of `last month` the day of that month nearest
            to the publication.
    """
    days = event_days(event, article, dates)
    if days is None or days[0] == days[1]:
        return days[0] if days is not None else None
    published = publication_day(article)
    if dates == "event" or published is None:
        return None
    return min(max(published, days[0]), days[1])


def story_id(analysis: Analysis) -> str:
    """The analysis's id; else a digest of the text, for an article analysed alone and without an identifier."""
    return analysis.id or digest(analysis.article.text)


def event_pairs(event: Event) -> tuple[tuple[Actor | None, Actor | None], ...]:
    """The pairs of an event, as in `Event.dyads`; always at least one, even if one party or both are unknown."""
    alone = next(iter(event.actors), None)
    return event.dyads() or tuple((None, recipient) for recipient in event.recipients) or ((alone, None),)


def event_id(event: Event, analysis: Analysis) -> str:
    """The event's id; for an event without one, a digest of its content and of the article's id."""
    return event.id or digest(
        f"{story_id(analysis)}\0{event.type}\0{event.trigger}\0{event.actors}\0{event.recipients}"
    )


def row_number(event: Event, analysis: Analysis, dyad: int) -> int:
    """A whole number for a dyad of an event: the same in every run, and at most 63 bits long.

    Args:
        dyad: number of the pair in `event_pairs(event)`.
    """
    name = event_id(event, analysis)
    words = name if dyad == 0 and HEXADECIMAL.fullmatch(name) else digest(f"{name}\0{dyad}")
    return int(words, 16) & LARGEST_NUMBER


def party_name(actor: Actor) -> str | None:
    """The name of a party, else that of its state."""
    return actor.name or state_names().get(actor.code)


@attrs.frozen(kw_only=True)
class PlaceParts:
    """The parts of a place.

    Attributes:
        printed: the name with its region, as printed.
        town: the name, if it is a town of its state.
        province: the region, unless it is the state.
        country: the state's code.
        is_state: whether the place is the state itself.
    """

    printed: str
    town: str | None
    province: str | None
    country: str | None
    is_state: bool


def place_parts(place: Place) -> PlaceParts:
    """The parts of a place, as used in tables.

    Example:
        >>> place_parts(Place(name="Seoul", country="KOR"))
        PlaceParts(printed='Seoul', town='Seoul', province=None, country='KOR', is_state=False)
    """
    kind = _kind(place.name, place.country)
    is_state = kind is FormKind.NAME
    is_town = not is_state and (kind in (FormKind.CAPITAL, FormKind.CITY) or _is_town(place))
    province = place.region if place.region and _kind(place.region, place.country) is not FormKind.NAME else None
    return PlaceParts(
        printed=", ".join(part for part in (place.name, place.region) if part),
        town=place.name if is_town else None,
        province=province,
        country=place.country,
        is_state=is_state,
    )


def _kind(name: str, country: str | None) -> FormKind | None:
    """The kind of name that denotes the state, or None if it does not."""
    form = state_gazetteer().get(name)
    return form.kind if form is not None and form.code == country else None


def _is_town(place: Place) -> bool:
    return any(city.country == place.country for city in lookup_cities(fold_place(place.name)))
