"""What one article tells of one event: its mentions there, and what decides whether others tell of the same."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import attrs

from diplonews.events.duplicates import FirstMentions
from diplonews.events.sameness import Act, act_of, merged
from diplonews.exports.parts import publication_day, story_id
from diplonews.model import Analysis, Event, EventMention, Quote

__all__ = ["Telling", "tellings"]


@attrs.frozen(kw_only=True, eq=False)
class Telling:
    """An event as one article tells it.

    Attributes:
        mentions: where it does, in text order.
        quotes: the quotes in which it does.
        act: what is compared, of all mentions together.
        published: the day of the report, or None.
    """

    mentions: tuple[EventMention, ...]
    quotes: tuple[Quote, ...]
    act: Act
    published: date | None


def tellings(analysis: Analysis) -> Iterator[Telling]:
    """The events of an article, each with its mentions, in the order of their first ones."""
    first = FirstMentions(analysis.events)
    groups: dict[int, list[Event]] = {}
    for event in analysis.events:
        groups.setdefault(id(first.of(event) or event), []).append(event)
    for events in groups.values():
        yield _telling(events, analysis)


def _telling(events: list[Event], analysis: Analysis) -> Telling:
    article = analysis.article
    contents = {event.quote for event in events if event.quote}
    published = publication_day(article)
    mentions = tuple(
        EventMention(
            article=story_id(analysis),
            headline=article.headline,
            provider=article.provider,
            outlet=article.outlet,
            url=article.url,
            published=published,
            event=event,
        )
        for event in events
    )
    return Telling(
        mentions=mentions,
        quotes=tuple(quote for quote in analysis.quotes if quote.content in contents),
        act=merged([act_of(event, article.text) for event in events]),
        published=published,
    )
