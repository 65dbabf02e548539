"""Everything that is known of one article."""

from __future__ import annotations

import attrs

from diplonews.model.actor import ActorMention
from diplonews.model.article import Article
from diplonews.model.event import Event
from diplonews.model.quote import Quote
from diplonews.model.temporal import TimeExpression

__all__ = ["Analysis"]


@attrs.frozen(kw_only=True)
class Analysis:
    """An article and its findings, each in text order.

    `error` is set, and the findings are empty, for an article that failed in
    `analyze_many(..., on_error="yield")`; it is the message of the exception.
    """

    article: Article
    dates: tuple[TimeExpression, ...] = ()
    quotes: tuple[Quote, ...] = ()
    actors: tuple[ActorMention, ...] = ()
    events: tuple[Event, ...] = ()
    error: str | None = None

    def __repr__(self) -> str:
        return (
            f"<Analysis {(self.article.headline or '')[:40]!r} {len(self.dates)} dates, {len(self.quotes)} quotes, "
            f"{len(self.actors)} actors, {len(self.events)} events>"
        )
