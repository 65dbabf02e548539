"""The public types: frozen attrs classes, one topic a module."""

from diplonews.model.actor import Actor, ActorMention
from diplonews.model.analysis import Analysis
from diplonews.model.article import Article, Byline, Dateline, Place, Region, RegionKind, Timestamp
from diplonews.model.event import Event, EventStatus, EventType
from diplonews.model.quote import Quote, QuoteKind, QuotePolarity, Speaker, SpeakerType
from diplonews.model.span import Evidence, Span
from diplonews.model.temporal import Interval, TimeExpression, TimexType

__all__ = [
    "Actor",
    "ActorMention",
    "Analysis",
    "Article",
    "Byline",
    "Dateline",
    "Event",
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
    "Timestamp",
    "TimexType",
]
