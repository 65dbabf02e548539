"""What parties and acts are called where people read them."""

from __future__ import annotations

from collections.abc import Iterable

from diplonews.lexicons.states import name_of
from diplonews.model import Actor, Event, EventStatus, Speaker

__all__ = ["act", "called", "parties", "party", "standing"]

SHOWN_PARTIES = 3
UNKNOWN = "unknown"


def party(actor: Actor) -> str:
    """The state's name; of a body that shares its code with others, its own name.

    Example:
        >>> party(Actor(code="NOR", name="Foreign Ministry")), party(Actor(code="IGO", name="ASEAN")), party(Actor(code=""))
        ('Norway', 'ASEAN', 'unknown')
    """
    return name_of(actor.code) or actor.name or actor.role or actor.code or UNKNOWN


def parties(actors: Iterable[Actor], most: int = SHOWN_PARTIES) -> str:
    """The names of the parties, each once, and how many more there are.

    Example:
        >>> parties([Actor(code="NOR"), Actor(code="NOR"), Actor(code="ISL")])
        'Norway, Iceland'
        >>> parties([Actor(code=code) for code in ("NOR", "ISL", "FIN", "SWE", "DNK")])
        'Norway, Iceland, Finland and 2 more'
    """
    names = list(dict.fromkeys(map(party, actors)))
    more = len(names) - most
    return ", ".join(names[:most]) + (f" and {more} more" if more > 0 else "")


def act(event: Event) -> str:
    """Who does what to whom, in a few words.

    Example:
        >>> from diplonews import analyze
        >>> [act(event) for event in analyze("Oslo rebuked Riga. Oslo and Riga held talks.").events]
        ['Norway → Latvia: accuse', 'Norway, Latvia: consult']
    """
    who = parties(event.actors) or UNKNOWN
    whom = f" → {parties(event.recipients)}" if event.recipients else ""
    return f"{who}{whom}: {event.type.lower()}"


def standing(event: Event) -> str:
    """Whether it happened, and whether it is background; "" for what simply happened.

    Example:
        >>> from diplonews import analyze
        >>> [standing(event) for event in analyze("Oslo will meet Riga. Oslo rebuked Riga.").events]
        ['planned', '']
    """
    parts = [event.status.lower()] if event.status is not EventStatus.ACTUAL else []
    return ", ".join([*parts, *(["background"] if event.historical else [])])


def called(speaker: Speaker | None) -> str:
    """The speaker's name; in brackets the role, or what sort of source it is, where no name is given.

    Example:
        >>> from diplonews.model import SpeakerType
        >>> called(Speaker(name=None, type=SpeakerType.PERSON, role="ministry official")), called(None)
        ('(ministry official)', 'unknown')
    """
    if speaker is None:
        return UNKNOWN
    return speaker.name or f"({speaker.role or speaker.type.lower()})"
