"""Stories: an event with all its reports."""

from __future__ import annotations

from datetime import date

import attrs

from diplonews.model.event import Event
from diplonews.model.quote import Quote
from diplonews.model.shown import Shown
from diplonews.model.span import shown
from diplonews.model.temporal import Interval

__all__ = ["EventMention", "TimelineEntry"]


@attrs.frozen(kw_only=True)
class EventMention:
    """A report of an event in an article.

    Attributes:
        article: `Analysis.id`: the article's identifier, else its number in the stream; for an article analysed alone
            and without an identifier, a digest of its text.
        headline: the article's headline, or None.
        provider: the agency whose copy the article is, or None.
        outlet: the article's publisher, or None.
        url: the article's address, or None.
        published: the day of the report: the day of publication, in the zone of its timestamp, else the article's
            anchor; None if neither is known.
        event: the event as reported there; its spans are offsets into that article's text.
    """

    article: str
    headline: str | None = None
    provider: str | None = None
    outlet: str | None = None
    url: str | None = None
    published: date | None = None
    event: Event

    def __repr__(self) -> str:
        return f"<EventMention {self.published} {shown(self.headline, 40)} {self.event!r}>"


@attrs.frozen(kw_only=True)
class TimelineEntry(Shown):
    """An event, and every mention of it in any number of articles.

    Attributes:
        event: the event in its most complete mention: one with a date, named parties and an object.
        mentions: all mentions, in order of publication; those without a day of publication come last.
        sources: its sources, each once, in that order: the agency, or the outlet if no agency is named. A publisher
            that only reprints a sentence is not another source.
        quotes: the quotes in which the event is reported, and those in which the other side answers before the
            article turns to another event; each once.
    """

    event: Event
    mentions: tuple[EventMention, ...]
    sources: tuple[str, ...] = ()
    quotes: tuple[Quote, ...] = ()

    @property
    def interval(self) -> Interval | None:
        """The time at which it took place, or will; None if no mention gives one."""
        return self.event.when.interval if self.event.when is not None else None

    @property
    def articles(self) -> tuple[str, ...]:
        """The ids of the articles that report it, each once, in order of publication."""
        return tuple(dict.fromkeys(mention.article for mention in self.mentions))

    @property
    def first_reported(self) -> date | None:
        """The day of the first report; None if no report has a day."""
        return min((mention.published for mention in self.mentions if mention.published is not None), default=None)

    @property
    def last_reported(self) -> date | None:
        """The day of the last report; None if no report has a day."""
        return max((mention.published for mention in self.mentions if mention.published is not None), default=None)

    def __repr__(self) -> str:
        return f"<TimelineEntry {self.event!r} {len(self.mentions)} mentions, {len(self.articles)} articles>"
