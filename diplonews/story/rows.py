"""The entries of a timeline as rows of a table; their keys are the columns of the codebook."""

from __future__ import annotations

from collections.abc import Iterable

from diplonews.model import Actor, Event, EventMention, TimelineEntry
from diplonews.tabular.cells import first_day, last_day, text, values
from diplonews.tabular.rows import Row

__all__ = ["entry_row"]


def entry_row(entry: TimelineEntry) -> Row:
    """An entry as a row of the table `timeline`.

    Example:
        >>> from diplonews import analyze, timeline
        >>> row = entry_row(timeline([analyze("Oslo rebuked Riga on 5 May 2021.")])[0])
        >>> row["first_day"].isoformat(), row["actors"], row["type"], row["recipients"], row["mentions"]
        ('2021-05-05', 'NOR', 'ACCUSE', 'LVA', 1)
    """
    event = entry.event
    best = _best(entry)
    return {
        "first_day": first_day(entry.interval),
        "last_day": last_day(entry.interval),
        "type": event.type.value,
        "modes": values(event.modes),
        "actors": _parties(event.actors),
        "recipients": _parties(event.recipients),
        "reciprocal": event.symmetric,
        "status": event.status.value,
        "historical": event.historical,
        "quad": event.quad,
        "score": event.score,
        "articles": len(entry.articles),
        "mentions": len(entry.mentions),
        "sources": values(entry.sources),
        "first_reported": entry.first_reported,
        "last_reported": entry.last_reported,
        "article_ids": values(entry.articles),
        "headline": text(best.headline),
        "sentence": text(event.text),
        "event_id": text(event.id),
        "quotes": len(entry.quotes),
    }


def _parties(parties: Iterable[Actor]) -> str | None:
    return values(dict.fromkeys(actor.code or actor.name or actor.role or "?" for actor in parties))


def _best(entry: TimelineEntry) -> EventMention:
    """The mention whose event the entry shows."""
    same = (mention for mention in entry.mentions if _is_same(mention.event, entry.event))
    return next(same, entry.mentions[0])


def _is_same(one: Event, other: Event) -> bool:
    return one == other and one.id == other.id and one.text == other.text
