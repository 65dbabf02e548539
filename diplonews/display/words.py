"""What parties and acts are called where people read them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from diplonews.lexicons.states import name_of
from diplonews.model import Actor, Event, EventStatus, Speaker

__all__ = ["called", "parties", "party", "spelled", "standing"]

SHOWN_PARTIES = 3
UNKNOWN = "unknown"


def party(actor: Actor) -> str:
    """The state's name; of a body that shares its code with others, its own name.

    Example:
        >>> [party(actor) for actor in (Actor(code="NOR", name="Foreign Ministry"), Actor(code="IGO", name="ASEAN"))]
        ['Norway', 'ASEAN']
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


def spelled(first: date, last: date) -> str:
    """Days as briefly as ISO 8601 can: a day, a whole month, a whole year, or from when to when.

    Example:
        >>> spelled(date(2031, 5, 3), date(2031, 5, 3)), spelled(date(2032, 2, 1), date(2032, 2, 29))
        ('2031-05-03', '2032-02')
        >>> spelled(date(2031, 1, 1), date(2031, 12, 31)), spelled(date(2031, 5, 3), date(2031, 5, 9))
        ('2031', '2031-05-03 to 2031-05-09')
    """
    if first == last:
        return first.isoformat()
    ends_month = last == date.max or (last + timedelta(days=1)).day == 1
    if first.day == 1 and ends_month and first.year == last.year:
        if first.month == last.month:
            return first.isoformat()[:7]
        if (first.month, last.month) == (1, 12):
            return first.isoformat()[:4]
    return f"{first} to {last}"
