"""The public types: frozen attrs classes, one topic per module, each loaded on first use."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from diplonews.model.actor import Actor, ActorMention
    from diplonews.model.analysis import Analysis
    from diplonews.model.article import Article, Byline, Dateline, Place, Region, RegionKind, Timestamp
    from diplonews.model.event import Event, EventStatus, EventType
    from diplonews.model.quote import Quote, QuoteKind, QuotePolarity, Speaker, SpeakerType
    from diplonews.model.span import Evidence, Span
    from diplonews.model.story import EventMention, TimelineEntry
    from diplonews.model.temporal import Interval, TimeExpression, TimexType

__all__ = [
    "Actor",
    "ActorMention",
    "Analysis",
    "Article",
    "Byline",
    "Dateline",
    "Event",
    "EventMention",
    "EventStatus",
    "EventType",
    "Evidence",
    "Interval",
    "Place",
    "Quote",
    "QuoteKind",
    "QuotePolarity",
    "Region",
    "RegionKind",
    "Span",
    "Speaker",
    "SpeakerType",
    "TimeExpression",
    "TimelineEntry",
    "Timestamp",
    "TimexType",
]

_HOME = {
    **dict.fromkeys(("Actor", "ActorMention"), "actor"),
    "Analysis": "analysis",
    **dict.fromkeys(("Article", "Byline", "Dateline", "Place", "Region", "RegionKind", "Timestamp"), "article"),
    **dict.fromkeys(("Event", "EventStatus", "EventType"), "event"),
    **dict.fromkeys(("Quote", "QuoteKind", "QuotePolarity", "Speaker", "SpeakerType"), "quote"),
    **dict.fromkeys(("Evidence", "Span"), "span"),
    **dict.fromkeys(("EventMention", "TimelineEntry"), "story"),
    **dict.fromkeys(("Interval", "TimeExpression", "TimexType"), "temporal"),
}


def __getattr__(name: str) -> object:
    """Load a type from its module on first use."""
    if name not in _HOME:
        raise AttributeError(f"module 'diplonews.model' has no attribute {name!r}")
    from importlib import import_module

    value = getattr(import_module(f"diplonews.model.{_HOME[name]}"), name)
    globals()[name] = value
    return value
