"""Findings as spans of a spaCy document: the groups of `doc.spans`, and the meaning of label and `kb_id_`.

The spaCy pipes and the export to DocBin write the same spans. Imports nothing but types: spaCy loads the
pipes' module for every pipeline.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span as DocSpan

    from diplonews.model import ActorMention, Event, Quote, Span, TimeExpression

__all__ = [
    "ACTORS",
    "DATES",
    "EVENTS",
    "EXTENSION",
    "QUOTES",
    "actor_spans",
    "date_spans",
    "event_spans",
    "quote_spans",
]

DATES = "diplonews_dates"
QUOTES = "diplonews_quotes"
ACTORS = "diplonews_actors"
EVENTS = "diplonews_events"
EXTENSION = "diplonews"  # `doc._.diplonews`, and the key in `doc.user_data`


def _spans(doc: Doc, found: Iterable[tuple[Span, str, str | None]]) -> list[DocSpan]:
    """Spans with label and `kb_id_`; one that begins or ends inside a token is widened to the token."""
    made = (
        doc.char_span(span.start, span.end, label=label, kb_id=name or "", alignment_mode="expand")
        for span, label, name in found
    )
    return [span for span in made if span is not None]


def date_spans(doc: Doc, dates: Iterable[TimeExpression]) -> list[DocSpan]:
    """A span for each expression of time: the TIMEX3 type is its label, the value its `kb_id_`."""
    return _spans(doc, ((found.span, found.type.name, found.value) for found in dates))


def quote_spans(doc: Doc, quotes: Iterable[Quote]) -> list[DocSpan]:
    """A span for each piece of a content: the kind of the quote is its label, the speaker's name its `kb_id_`."""
    named = ((quote, quote.speaker.name if quote.speaker is not None else None) for quote in quotes)
    return _spans(doc, ((piece, quote.kind.name, name) for quote, name in named for piece in quote.content))


def actor_spans(doc: Doc, mentions: Iterable[ActorMention]) -> list[DocSpan]:
    """A span for each mention of an actor: the code is its label, the name its `kb_id_`."""
    return _spans(doc, ((mention.span, mention.actor.code, mention.actor.name) for mention in mentions))


def event_spans(doc: Doc, events: Iterable[Event]) -> list[DocSpan]:
    """A span for the first words of the trigger of each event: the type is its label, the status its `kb_id_`."""
    return _spans(doc, ((span, event.type.name, event.status.name) for event in events for span in event.trigger[:1]))
