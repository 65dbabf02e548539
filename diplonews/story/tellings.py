"""What one article tells of one event: its mentions there, and what decides whether others tell of the same."""

from __future__ import annotations

from datetime import date, timedelta

import attrs

from diplonews.events.duplicates import FirstMentions
from diplonews.events.sameness import Act, act_of, merged, times_of
from diplonews.exports.parts import publication_day, story_id
from diplonews.model import Analysis, Event, EventMention, Quote
from diplonews.story.answers import Answers

__all__ = ["Telling", "read_tellings"]

DAY = timedelta(days=1)
NEWS = timedelta(days=7)  # what an article tells as news and does not date was so long ago at most


@attrs.frozen(kw_only=True, eq=False)
class Telling:
    """An event as one article tells it.

    Attributes:
        mentions: where it does, in text order.
        quotes: the quotes in which it does, and those that answer.
        acts: what is compared, of each mention.
        act: the same of all mentions together.
        published: the day of the report, or None.
        window: the first day on which it may have taken place, and the one after the last: its days, else those
            before the report; None for background without a day, and where nothing is known.
    """

    mentions: tuple[EventMention, ...]
    quotes: tuple[Quote, ...]
    acts: tuple[Act, ...]
    act: Act
    published: date | None
    window: tuple[date, date] | None


def read_tellings(analysis: Analysis) -> list[Telling]:
    """The events of an article, each with its mentions, in the order of their first ones."""
    first = FirstMentions(analysis.events)
    groups: dict[int, list[Event]] = {}
    for event in analysis.events:
        groups.setdefault(id(first.of(event) or event), []).append(event)
    answers = Answers(analysis)
    return [_telling(events, analysis, answers) for events in groups.values()]


def _telling(events: list[Event], analysis: Analysis, answers: Answers) -> Telling:
    article = analysis.article
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
    acts = tuple(act_of(event, article.text) for event in events)
    act = merged(acts)
    return Telling(
        mentions=mentions,
        quotes=answers.to(events),
        acts=acts,
        act=act,
        published=published,
        window=times_of(act) or _window(acts, published),
    )


def _window(acts: tuple[Act, ...], published: date | None) -> tuple[date, date] | None:
    if published is None or all(act.background for act in acts):
        return None
    return max(published, date.min + NEWS) - NEWS, min(published, date.max - DAY) + DAY
