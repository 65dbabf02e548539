"""An article with all its findings."""

from __future__ import annotations

import attrs

from diplonews.model.actor import ActorMention
from diplonews.model.article import Article
from diplonews.model.event import Event
from diplonews.model.quote import Quote
from diplonews.model.shown import Shown
from diplonews.model.span import shown
from diplonews.model.temporal import TimeExpression

__all__ = ["Analysis"]


@attrs.frozen(kw_only=True)
class Analysis(Shown):
    """An article and its findings, each in text order.

    Attributes:
        id: the article's identifier; if it has none, its number in the stream given to
            `analyze_many`, from "0", or "" if it was analysed alone.
        article: the article.
        dates: expressions of time.
        quotes: quotations with their speakers.
        actors: mentions of states, organizations and persons.
        events: diplomatic events.
        unread: why the text, or a number of its paragraphs, was not searched for quotes, actors and events: it is
            not in English. None if all of it was searched.
        ruleset: the version of the rules that found them (of the package and of the tables in use); "" for an
            analysis not made by `analyze`.
        error: the message of the exception for an article that failed in
            `analyze_many(..., on_error="yield")`; it has no findings. Else None.
    """

    id: str = ""
    article: Article
    dates: tuple[TimeExpression, ...] = ()
    quotes: tuple[Quote, ...] = ()
    actors: tuple[ActorMention, ...] = ()
    events: tuple[Event, ...] = ()
    unread: str | None = None
    ruleset: str = ""
    error: str | None = None

    def __repr__(self) -> str:
        return (
            f"<Analysis {shown(self.article.headline, 40)} {len(self.dates)} dates, {len(self.quotes)} quotes, "
            f"{len(self.actors)} actors, {len(self.events)} events>"
        )
