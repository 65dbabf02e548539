"""Meetings and visits that were put off to another time: `the summit was postponed until June`."""

from __future__ import annotations

import attrs

from diplonews.events.coded import Coded
from diplonews.events.status import Standing
from diplonews.lexicons.wordsets import WordSet
from diplonews.model import EventStatus, EventType
from diplonews.syntax.clauses import clause_of

__all__ = ["PUT_OFF", "UNTIL", "new_time"]

PUT_OFF = "status.put_off"
UNTIL = frozenset(("until", "till", "to"))
POSTPONING = WordSet("put_off.verbs")


def new_time(event: Coded) -> Coded | None:
    """The postponed meeting as planned for a new time, if the sentence may give one; else None."""
    verb = event.match.token
    if event.type is not EventType.REJECT or "meet" not in event.match.trigger.modes or verb.lemma not in POSTPONING:
        return None
    cues = tuple(noun for low, noun in clause_of(verb).phrases if low in UNTIL)
    if not cues:
        return None
    standing = Standing(status=EventStatus.PLANNED, cues=cues, rule=PUT_OFF)
    return attrs.evolve(event, type=EventType.AGREE, standing=standing, rule="type.put_off")
