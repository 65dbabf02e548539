"""Events: who did what to whom (PLOVER)."""

from __future__ import annotations

from enum import Enum

import attrs

from diplonews.model.actor import Actor
from diplonews.model.article import Place
from diplonews.model.quote import Speaker
from diplonews.model.span import Evidence, Span
from diplonews.model.temporal import TimeExpression

__all__ = ["Event", "EventStatus", "EventType"]


class EventType(Enum):
    """The 16 types of PLOVER (manual, draft version 2.0)."""

    AGREE = "AGREE"
    CONSULT = "CONSULT"
    SUPPORT = "SUPPORT"
    CONCEDE = "CONCEDE"
    COOPERATE = "COOPERATE"
    AID = "AID"
    RETREAT = "RETREAT"
    REQUEST = "REQUEST"
    ACCUSE = "ACCUSE"
    REJECT = "REJECT"
    THREATEN = "THREATEN"
    PROTEST = "PROTEST"
    SANCTION = "SANCTION"
    MOBILIZE = "MOBILIZE"
    COERCE = "COERCE"
    ASSAULT = "ASSAULT"


class EventStatus(Enum):
    """Whether it happened."""

    ACTUAL = "ACTUAL"
    PLANNED = "PLANNED"
    HYPOTHETICAL = "HYPOTHETICAL"
    NEGATED = "NEGATED"
    DENIED = "DENIED"
    CLAIMED = "CLAIMED"


@attrs.frozen(kw_only=True)
class Event:
    """One event, coded.

    Attributes:
        type: one of the 16 types.
        modes, contexts: PLOVER's, most specific first; may be empty.
        actors: who did it; all parties of a reciprocal event.
        recipients: to whom; empty for a reciprocal event.
        symmetric: whether the event is reciprocal.
        object: words of the pact, measure or thing that it is about, or None.
        when: the date of the event (not of the publication), or None.
        effective: a later date from which it holds, or None.
        place: where, from the text or the dateline, or None.
        status: ACTUAL, PLANNED, HYPOTHETICAL, NEGATED, DENIED or CLAIMED.
        historical: whether the text gives it as background.
        speaker: who says so, where it is reported speech.
        quote: content of the quote it is reported in, or empty.
        trigger: the words that name the event.
        sentence: the sentence it was read in.
        duplicate_of: sentence of the earlier mention of the same event, or None.
        evidence: rule and cues.
    """

    type: EventType
    modes: tuple[str, ...] = ()
    contexts: tuple[str, ...] = ()
    actors: tuple[Actor, ...] = ()
    recipients: tuple[Actor, ...] = ()
    symmetric: bool = False
    object: Span | None = None
    when: TimeExpression | None = None
    effective: TimeExpression | None = None
    place: Place | None = None
    status: EventStatus = EventStatus.ACTUAL
    historical: bool = False
    speaker: Speaker | None = None
    quote: tuple[Span, ...] = ()
    trigger: tuple[Span, ...]
    sentence: Span
    duplicate_of: Span | None = None
    evidence: Evidence

    def __repr__(self) -> str:
        who = ",".join(actor.code or "?" for actor in self.actors)
        whom = ",".join(actor.code or "?" for actor in self.recipients)
        day = self.when.value if self.when is not None else None
        return f"<Event {self.type.name} {who} > {whom} {day} {self.status.name}>"
