"""Stories: one event with all that reports it."""

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
    """One place in one article that reports an event.

    Attributes:
        article: `Analysis.id`: the article's identifier, else its number in the stream; for an article analysed alone
            and without an identifier, a digest of its text.
        headline: the article's headline, or None.
        provider: the agency whose copy the article is, or None.
        outlet: who published the article, or None.
        url: where it can be read, or None.
        published: the day of the report: that of publication, by the clock that printed it, else the article's
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
    """One event, and every mention of it in any number of articles.

    Attributes:
        event: the event as its most complete mention has it: one with a date, named parties and an object.
        mentions: all mentions, in order of publication; those without a day of publication come last.
        sources: who reports it, each once, in that order: the agency, or the outlet where no agency is named. Whoever
            only prints a sentence again is not another source.
        quotes: the quotes in which the event is reported, and those in which the other side answers before the
            article turns to another event; each once.
    """

    event: Event
    mentions: tuple[EventMention, ...]
    sources: tuple[str, ...] = ()
    quotes: tuple[Quote, ...] = ()

    @property
    def interval(self) -> Interval | None:
        """When it took place, or will; None if no mention tells."""
        return self.event.when.interval if self.event.when is not None else None

    @property
    def articles(self) -> tuple[str, ...]:
        """The ids of the articles that tell of it, each once, in order of publication."""
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
