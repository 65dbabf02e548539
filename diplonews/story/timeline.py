"""Timelines: every event once, with all its mentions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from diplonews.model import Analysis, Event, EventMention, EventStatus, Quote, TimelineEntry
from diplonews.release import released
from diplonews.story.accounts import Account, read_accounts
from diplonews.story.clusters import cluster

__all__ = ["timeline"]

COPIED = 0.8  # share of common words in two prints of a sentence, if an editor changed a few
MOST_WORDINGS = 20  # sentences compared with a new one
# A report of a completed act says more about an event than a plan.
STATUSES = (
    EventStatus.ACTUAL,
    EventStatus.CLAIMED,
    EventStatus.DENIED,
    EventStatus.PLANNED,
    EventStatus.NEGATED,
    EventStatus.HYPOTHETICAL,
)


def timeline(analyses: Iterable[Analysis], *, embargoed: bool = False) -> tuple[TimelineEntry, ...]:
    """The events of any number of articles, each listed once.

    Every event in the analyses is a mention in exactly one entry. Two mentions count as the same event if they
    have the same parties and the same type, their dates overlap, and they are about the same act.

    Args:
        analyses: the result of `analyze_many`, or any other iterable of analyses; it is read once.
        embargoed: include articles whose embargo has not ended; otherwise they are left out, and a warning of the
            logger `diplonews` says how many.

    Returns:
        The entries, ordered by their first day, or by the day of the first report if the event has no date. Entries
        without either come last. An empty tuple if there are no events.

    Raises:
        TypeError: if `analyses` is one text, article or analysis instead of many.

    Example:
        >>> from diplonews import analyze_many
        >>> texts = ["Oslo rebuked Riga on 5 May 2021.", "Norway rebuked Latvia on May 5, 2021."]
        >>> for entry in timeline(analyze_many(texts)):
        ...     print(entry.interval, entry.event.type.value, entry.articles)
        Interval(2021-05-05, 2021-05-06) ACCUSE ('0', '1')
    """
    articles = map(read_accounts, released(analyses, embargoed=embargoed))
    return tuple(sorted(map(_entry, cluster(articles)), key=_order))


def _entry(accounts: list[Account]) -> TimelineEntry:
    mentions = sorted((mention for account in accounts for mention in account.mentions), key=_by_publication)
    return TimelineEntry(
        event=max((mention.event for mention in mentions), key=_fullness),
        mentions=tuple(mentions),
        sources=tuple(dict.fromkeys(_sources(mentions))),
        quotes=tuple(_each_once(quote for account in accounts for quote in account.quotes)),
    )


def _by_publication(mention: EventMention) -> tuple[date, str, int]:
    return mention.published or date.max, mention.article, mention.event.sentence.start


def _fullness(event: Event) -> tuple[object, ...]:
    """How informative a mention is: its status, its date, its named parties and its object."""
    parties = (*event.actors, *event.recipients)
    interval = event.when.interval if event.when is not None else None
    return (
        -STATUSES.index(event.status),
        interval is not None,
        -interval.days if interval is not None else 0,
        sum(party.name is not None for party in parties),
        event.object is not None,
    )


def _sources(mentions: list[EventMention]) -> Iterator[str]:
    """The sources of an event; an outlet that repeats a known sentence is not an independent source."""
    wordings: list[frozenset[str]] = []
    for mention in mentions:
        words = frozenset(mention.event.text.casefold().split())
        copied = any(len(words & other) >= COPIED * len(words | other) for other in wordings)
        source = mention.provider or (mention.outlet if not copied else None)
        if not copied and len(wordings) < MOST_WORDINGS:
            wordings.append(words)
        if source:
            yield source


def _each_once(quotes: Iterable[Quote]) -> Iterator[Quote]:
    """The quotes without repetition of the same words."""
    seen: set[str] = set()
    for quote in quotes:
        if quote.text not in seen:
            seen.add(quote.text)
            yield quote


def _order(entry: TimelineEntry) -> tuple[object, ...]:
    interval = entry.interval
    first = entry.mentions[0]
    return (
        interval.first_day if interval is not None else entry.first_reported or date.max,
        interval is None,
        entry.first_reported or date.max,
        first.article,
        first.event.sentence.start,
        first.event.trigger[0].start if first.event.trigger else 0,
    )
