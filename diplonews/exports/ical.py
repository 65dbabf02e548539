"""iCalendar: an entry for each event with a date, by default for planned events."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any

from diplonews.errors import missing_extra
from diplonews.exports.cells import one_line
from diplonews.exports.parts import event_id, in_utc, party_name, place_parts, publication_day, state_names
from diplonews.exports.target import Options, Target, signature
from diplonews.logs import logger
from diplonews.model import Analysis, Article, Event, EventStatus
from diplonews.moments import day_of

__all__ = ["TARGET"]

VERSION = "1"
END = b"END:VCALENDAR\r\n"
STATUS = {EventStatus.ACTUAL: "CONFIRMED", EventStatus.NEGATED: "CANCELLED"}


def _write(analyses: Iterable[Analysis], path: Path, options: Options) -> None:
    try:
        from icalendar import Calendar
    except ModuleNotFoundError as error:
        raise missing_extra("export to a calendar", "icalendar", "ical") from error
    calendar = Calendar()
    calendar.add("prodid", f"-//diplonews//{signature('ical', VERSION)}//EN")
    calendar.add("version", "2.0")
    undated = 0
    with path.open("wb") as file:
        file.write(calendar.to_ical().removesuffix(END))
        for analysis in analyses:
            for event in options.events(analysis):
                bounds = _bounds(event)
                if bounds is None:
                    undated += 1
                else:
                    file.write(_entry(event, *bounds, analysis))
        file.write(END)
    if undated:
        logger.warning("events without a date left out of the calendar: %d", undated)


TARGET = Target(write=_write, statuses=frozenset({EventStatus.PLANNED}))


def _entry(event: Event, start: date, end: date, analysis: Analysis) -> bytes:
    """The entry as bytes: all day for plain dates, else in UTC; its end is exclusive, as in RFC 5545."""
    from icalendar import Event as Entry

    article = analysis.article
    entry = Entry()
    entry.add("uid", one_line(event_id(event, analysis)))
    entry.add("dtstamp", _stamp(article, start))
    entry.add("dtstart", start)
    entry.add("dtend", end)
    for name, words in _texts(event, article):
        if words:
            entry.add(name, one_line(words))
    entry.add("categories", [event.type.value])
    entry.add("status", STATUS.get(event.status, "TENTATIVE"))
    entry.add("transp", "TRANSPARENT")
    written: Any = entry.to_ical()
    return bytes(written)


def _texts(event: Event, article: Article) -> tuple[tuple[str, str | None], ...]:
    parties = dict.fromkeys(party_name(actor) or actor.role for actor in (*event.actors, *event.recipients))
    what = " ".join(event.trigger_words()) or event.type.capitalize()
    return (
        ("summary", ": ".join(part for part in (", ".join(name for name in parties if name), what) if part)),
        ("description", event.text or event.sentence.of(article.text)),
        ("location", _location(event)),
        ("url", article.url),
    )


def _location(event: Event) -> str | None:
    if event.place is None:
        return None
    place = place_parts(event.place)
    state = None if place.is_state else state_names().get(place.country or "")
    return ", ".join(part for part in (event.place.name, place.province, state) if part)


def _bounds(event: Event) -> tuple[date, date] | None:
    """Start and end of an event: two days, or two moments in UTC."""
    interval = event.when.interval if event.when is not None else None
    if interval is None:
        return None
    start, end = _moment(interval.start), _moment(interval.end)
    return (start, end) if start is not None and end is not None else None


def _moment(moment: date) -> date | None:
    return in_utc(moment) if isinstance(moment, datetime) else moment


def _stamp(article: Article, start: date) -> datetime:
    """The time stamp of the entry: the publication; without a time of day, midnight in UTC."""
    instant = in_utc(article.published.instant) if article.published is not None else None
    return instant or datetime.combine(publication_day(article) or day_of(start), time(tzinfo=UTC))
