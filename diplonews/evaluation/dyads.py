"""Pairs of actor and recipient: the form in which events are compared."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import combinations
from typing import Generic, TypeVar

import attrs

from diplonews.evaluation.gold import GoldEvent
from diplonews.model import Event

__all__ = ["Dyad", "distinct", "found_dyads", "gold_dyads", "join", "same_parties"]

GROUP_PARTIES = 5  # a meeting of this many parties counts once, not as ten pairs
Origin = TypeVar("Origin", GoldEvent, Event)


@attrs.frozen(kw_only=True)
class Dyad(Generic[Origin]):
    """One pair of an event.

    Attributes:
        actor, recipient: codes; "" if not known or not named; both "" for a group.
        mutual: whether they act on each other.
        group: all parties of a reciprocal event of five or more; else empty.
        types: the type, then others that are also accepted.
        origin: the event.
    """

    actor: str
    recipient: str
    mutual: bool = False
    group: frozenset[str] = frozenset()
    types: tuple[str, ...]
    origin: Origin

    @property
    def parties(self) -> frozenset[str]:
        """The codes of all parties."""
        return self.group or frozenset((self.actor, self.recipient))

    def __str__(self) -> str:
        sign = "=" if self.mutual else ">"
        who = ", ".join(sorted(self.group)) if self.group else f"{self.actor or '?'} {sign} {self.recipient}".strip()
        return f"{self.types[0]} {who}"


def gold_dyads(event: GoldEvent) -> list[Dyad[GoldEvent]]:
    """The pairs of a gold event.

    Example:
        >>> from diplonews.model import EventType
        >>> event = GoldEvent(id="e1", types=(EventType.CONSULT,), actors=("NOR", "FIN", "SWE"), symmetric=True,
        ...     cluster="talks", trigger=())
        >>> [str(dyad) for dyad in gold_dyads(event)]
        ['CONSULT FIN = NOR', 'CONSULT NOR = SWE', 'CONSULT FIN = SWE']
    """
    types = tuple(kind.name for kind in event.types)
    return _dyads(event, event.actors, event.recipients, types, symmetric=event.symmetric)


def found_dyads(event: Event) -> list[Dyad[Event]]:
    """The pairs of a found event."""
    actors, recipients = ([party.code for party in side] for side in (event.actors, event.recipients))
    return _dyads(event, actors, recipients, (event.type.name,), symmetric=event.symmetric)


def _dyads(
    origin: Origin,
    actors: Sequence[str],
    recipients: Sequence[str],
    types: tuple[str, ...],
    *,
    symmetric: bool,
) -> list[Dyad[Origin]]:
    one, other = list(dict.fromkeys(actors)), list(dict.fromkeys(recipients))
    mutual = symmetric and not other and len(actors) > 1
    if mutual and len(one) >= GROUP_PARTIES:
        return [Dyad(actor="", recipient="", mutual=True, group=frozenset(one), types=types, origin=origin)]
    if other:
        pairs = [(actor, recipient) for actor in one for recipient in other]
    elif mutual:
        pairs = [(min(two), max(two)) for two in combinations(one, 2)] or [(one[0], one[0])]
    else:
        pairs = [(actor, "") for actor in one]
    return [Dyad(actor=a, recipient=b, mutual=mutual, types=types, origin=origin) for a, b in pairs]


def join(dyads: Iterable[Dyad[Origin]]) -> list[Dyad[Origin]]:
    """The pairs, with A to B and B to A of the same type merged into one reciprocal pair."""
    out: list[Dyad[Origin]] = []
    for new in dyads:
        twin = next((n for n, old in enumerate(out) if _mirrored(old, new)), None)
        if twin is None:
            out.append(new)
        else:
            out[twin] = attrs.evolve(out[twin], mutual=True)
    return out


def _mirrored(old: Dyad[Origin], new: Dyad[Origin]) -> bool:
    return (
        not old.group
        and not new.group
        and old.types[0] == new.types[0]
        and new.actor != new.recipient
        and (old.actor, old.recipient) == (new.recipient, new.actor)
    )


def same_parties(gold: Dyad[GoldEvent], found: Dyad[Event] | Dyad[GoldEvent]) -> bool:
    """Whether the two have the same parties, in the same direction.

    A reciprocal pair has no direction; a gold event without recipient matches any; a group is matched by
    two of its parties if at most a fourth of those given are not in it.
    """
    if gold.group:
        return _in_group(found.parties, gold.group)
    if found.group:
        return _in_group(gold.parties, found.group)
    if gold.mutual or found.mutual:
        alone = not gold.recipient and gold.actor in found.parties
        return gold.parties == found.parties or alone
    return gold.actor == found.actor and gold.recipient in ("", found.recipient)


def _in_group(part: frozenset[str], group: frozenset[str]) -> bool:
    return len(part & group) >= 2 and len(part - group) <= len(part) // 4


def distinct(dyads: Iterable[Dyad[Origin]], *, by_type: bool) -> list[Dyad[Origin]]:
    """The first of those with the same parties, and with the same type if `by_type`."""
    first: dict[tuple[object, ...], Dyad[Origin]] = {}
    for dyad in dyads:
        first.setdefault((dyad.actor, dyad.recipient, dyad.group, dyad.types[0] if by_type else ""), dyad)
    return list(first.values())
