"""Accounts: one article's mentions of one event, with the properties compared across articles."""

from __future__ import annotations

from datetime import date, timedelta

import attrs

from diplonews.events.duplicates import FirstMentions
from diplonews.events.sameness import Act, act_of, merged, times_of
from diplonews.exports.parts import publication_day, story_id
from diplonews.model import Analysis, Event, EventMention, Quote
from diplonews.story.answers import Answers

__all__ = ["Account", "read_accounts"]

DAY = timedelta(days=1)
NEWS = timedelta(days=7)  # the largest age of undated news in an article


@attrs.frozen(kw_only=True, eq=False)
class Account:
    """An event as reported by one article.

    Attributes:
        mentions: its mentions in the article, in text order.
        quotes: the quotes that report it, and those that answer it.
        acts: the compared properties of each mention.
        act: the combined properties of all mentions.
        published: the day of the report, or None.
        window: the first day on which it may have taken place and the day after the last: its own days, else those
            before the report; None for undated background, or if the day of the report is unknown.
    """

    mentions: tuple[EventMention, ...]
    quotes: tuple[Quote, ...]
    acts: tuple[Act, ...]
    act: Act
    published: date | None
    window: tuple[date, date] | None


def read_accounts(analysis: Analysis) -> list[Account]:
    """The events of an article, each with all its mentions, in order of first mention."""
    first = FirstMentions(analysis.events)
    groups: dict[int, list[Event]] = {}
    for event in analysis.events:
        groups.setdefault(id(first.of(event) or event), []).append(event)
    answers = Answers(analysis)
    return [_account(events, analysis, answers) for events in groups.values()]


def _account(events: list[Event], analysis: Analysis, answers: Answers) -> Account:
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
    return Account(
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
