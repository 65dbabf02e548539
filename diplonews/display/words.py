"""Names of parties and acts for human readers."""

from __future__ import annotations

from diplonews.lexicons.states import name_of
from diplonews.model import Actor, Event, EventStatus, Speaker

__all__ = ["UNKNOWN", "called", "party", "standing"]

UNKNOWN = "unknown"


def party(actor: Actor) -> str:
    """The state's name, or for a body that shares its code with others, its own name.

    Example:
        >>> [party(actor) for actor in (Actor(code="NOR", name="Foreign Ministry"), Actor(code="IGO", name="ASEAN"))]
        ['Norway', 'ASEAN']
    """
    return name_of(actor.code) or actor.name or actor.role or actor.code or UNKNOWN


def standing(event: Event) -> str:
    """The status of the event, and whether it is background; "" for an actual event that is not.

    Example:
        >>> from diplonews import analyze
        >>> [standing(event) for event in analyze("Oslo will meet Riga. Oslo rebuked Riga.").events]
        ['planned', '']
    """
    parts = [event.status.lower()] if event.status is not EventStatus.ACTUAL else []
    return ", ".join([*parts, *(["background"] if event.historical else [])])


def called(speaker: Speaker | None) -> str:
    """The speaker's name, with the role in brackets, or the kind of source if no name is given.

    Example:
        >>> from diplonews.model import SpeakerType
        >>> called(Speaker(name=None, type=SpeakerType.PERSON, role="ministry official")), called(None)
        ('(ministry official)', 'unknown')
    """
    if speaker is None:
        return UNKNOWN
    return speaker.name or f"({speaker.role or speaker.type.lower()})"
