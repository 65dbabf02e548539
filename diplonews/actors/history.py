"""What an article has told of states so far: which stood together, who spoke, who acted towards whom."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

import attrs

from diplonews.actors.resolve import Party
from diplonews.lexicons.actornames import Name
from diplonews.model import Actor

__all__ = ["STATES_ONLY", "History", "implied"]

STATES_ONLY = frozenset(("NAME", "CAPITAL", "FORMER", "TERRITORY", "ADJECTIVE"))
BODIES = frozenset(("UNO", "EUR", "IGO", "NGO", "IMG"))
CLAIMS = frozenset(("claim", "charge", "allegation", "accusation", "suggestion", "comment", "remark", "statement"))
PAIR = 2
MOST_KEPT = 40
NEAR_ACTS = 4


def implied(actor: Actor, how: str) -> Actor:
    """An actor that other words stand for."""
    return attrs.evolve(actor, implied=True, how=how)


class History:
    """States, their groups and their acts, in the order in which an article told of them.

    Attributes:
        speaker: who spoke last.
        last_state: the state that `it` stands for, or None.
        counts: how often each state was named.
    """

    def __init__(self) -> None:
        self.speaker: list[Actor] = []
        self.last_state: Actor | None = None
        self.counts: Counter[str] = Counter()
        self._states: list[Actor] = []
        self._sets: list[tuple[str, ...]] = []
        self._acts: list[tuple[tuple[Actor, ...], frozenset[str]]] = []

    def add_name(self, name: Name, *, leads: bool) -> None:
        """Remember that a state was named; `leads` if as the subject or owner of something."""
        if name.kind in STATES_ONLY or name.kind in ("SEAT", "LEADER"):
            self.counts[name.code] += 1
        if name.kind not in STATES_ONLY:
            return
        state = Actor(code=name.code, name=name.name, how="actor.last_state")
        self._states = [known for known in self._states[-MOST_KEPT:] if known.code != state.code]
        self._states.append(state)
        if leads or self.last_state is None:
            self.last_state = state

    def add_set(self, codes: tuple[str, ...]) -> None:
        """Remember states that stood together, as parties of an event or in a coordination."""
        codes = tuple(dict.fromkeys(code for code in codes if code and code not in BODIES))
        if len(codes) >= PAIR:
            self._sets.append(codes)
            del self._sets[:-MOST_KEPT]

    def add_act(self, actors: Iterable[Party], recipients: Iterable[Party]) -> None:
        """Remember who acted towards whom, so that an answer finds its address."""
        self._acts.append((tuple(party.actor for party in actors), frozenset(party.code for party in recipients)))
        del self._acts[:-MOST_KEPT]

    def last_other(self, codes: set[str]) -> Actor | None:
        """The state that was named last, another than these."""
        return next((state for state in reversed(self._states) if state.code not in codes), None)

    def together(self, size: int, without: set[str], excluded: set[str], *, reported: bool = False) -> list[Actor]:
        """The last group of that size, else the states that were named most.

        Args:
            size: of the group that is asked for.
            without: states that stand beside the group; a larger group is taken less these.
            excluded: states that can't be in a pair.
            reported: whether someone says it: who speaks of `both sides` is not one of them, if
                others stood together too.
        """
        speakers = {actor.code for actor in self.speaker} if reported else set()
        if size == PAIR and speakers and not without:
            for members in reversed(self._sets):
                if len(members) == size and not speakers & set(members):
                    return _group(members)
        for members in reversed(self._sets):
            left = tuple(code for code in members if code not in without)
            if len(left) == size:
                return _group(left)
        if size == PAIR:
            for members in reversed(self._sets):
                if len(members) == PAIR and not set(members) & excluded:
                    return _group(members)
        frequent = [
            code
            for code, count in self.counts.most_common(size + 4)
            if code not in without and code not in BODIES and count > 1
        ]
        return _group(frequent[:size]) if len(frequent) == size else []

    def addressed(self, code: str, noun: str, *, address: bool) -> list[Actor]:
        """Who acted last, or, with `address`, who acted last towards a party.

        For `Ankara rejected the claim` after a claim about Ankara, and `Seoul condemned the launch`.
        """
        if noun in CLAIMS and self._acts and code in self._acts[-1][1]:
            others = [actor for actor in self._acts[-1][0] if actor.code and actor.code != code]
            if others:
                return [implied(actor, "actor.answer") for actor in others]
        if noun in CLAIMS and any(actor.code and actor.code != code for actor in self.speaker):
            return [implied(actor, "actor.answer") for actor in self.speaker if actor.code != code]
        for actors, recipients in reversed(self._acts[-NEAR_ACTS:]):
            others = [actor for actor in actors if actor.code and actor.code != code]
            if others and (code in recipients or not address):
                return [implied(actor, "actor.answer") for actor in others]
        return []

    def two_sides(self, code: str) -> list[Actor]:
        """The last two states that stood together, another than a party that steps between them."""
        for members in reversed(self._sets):
            if len(members) == PAIR and code not in members:
                return _group(members)
        return []

    def opponent(self, code: str) -> list[Actor]:
        """With whom a state stood together last: whom an act without an address is meant for."""
        for members in reversed(self._sets):
            if len(members) == PAIR and code in members:
                return [
                    Actor(code=other, sectors=("GOV",), implied=True, how="actor.opponent")
                    for other in members
                    if other != code
                ]
        return []


def _group(codes: Iterable[str]) -> list[Actor]:
    return [Actor(code=code, sectors=("GOV",), implied=True, how="actor.group") for code in codes]
