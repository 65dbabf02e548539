"""What an article has told of states so far: which stood together, who spoke, who acted towards whom."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

import attrs

from diplonews.actors.resolve import BODIES, Party
from diplonews.lexicons.actornames import Name
from diplonews.lexicons.wordsets import WordSet
from diplonews.model import Actor, EventType

__all__ = ["STATES_ONLY", "History", "implied", "is_counted"]

STATES_ONLY = frozenset(("NAME", "CAPITAL", "FORMER", "TERRITORY", "ADJECTIVE"))
COUNTED = frozenset(("SEAT", "LEADER", "IGO"))
CLAIMS = WordSet("history.claims")
PAIR = 2
MOST_KEPT = 40
NEAR_ACTS = 4


def is_counted(name: Name) -> bool:
    """Whether a name says that an article is about a state: its own, its capital's, its people's."""
    return name.kind in STATES_ONLY or name.kind in COUNTED


def implied(actor: Actor, how: str) -> Actor:
    """An actor that other words stand for."""
    return attrs.evolve(actor, implied=True, how=how)


@attrs.frozen
class _Act:
    """Who did what sort of thing to whom."""

    kind: EventType
    actors: tuple[Actor, ...]
    recipients: frozenset[str]


@attrs.frozen
class _Set:
    """States that stood together.

    Attributes:
        codes: which, in order.
        sentence: where.
        side_by_side: whether they were coordinated, and not only parties of an event.
    """

    codes: tuple[str, ...]
    sentence: int
    side_by_side: bool


class History:
    """States, their groups and their acts, in the order in which an article told of them.

    Attributes:
        speaker: who spoke last.
        last_state: the state that `it` stands for, or None.
        counts: how often each state was named.
        makers: whose a thing is, by the noun for it.
    """

    def __init__(self) -> None:
        self.speaker: list[Actor] = []
        self.last_state: Actor | None = None
        self.counts: Counter[str] = Counter()
        self.makers: dict[str, str] = {}
        self._states: list[Actor] = []
        self._sets: list[_Set] = []
        self._pairs: Counter[frozenset[str]] = Counter()
        self._sentence = 0
        self._acts: list[_Act] = []

    def add_name(self, name: Name, *, leads: bool) -> None:
        """Remember that a state was named; `leads` if as the subject or owner of something."""
        if is_counted(name):
            self.counts[name.code] += 1
        if name.kind not in STATES_ONLY:
            return
        state = Actor(code=name.code, name=name.name, how="actor.last_state")
        self._states = [known for known in self._states[-MOST_KEPT:] if known.code != state.code]
        self._states.append(state)
        if leads or self.last_state is None:
            self.last_state = state

    def next_sentence(self) -> None:
        """Another sentence begins."""
        self._sentence += 1

    def add_set(self, codes: tuple[str, ...], *, side_by_side: bool = True) -> None:
        """Remember states that stood together, in a coordination or only as parties of an event."""
        codes = tuple(dict.fromkeys(code for code in codes if code and code not in BODIES))
        if len(codes) < PAIR:
            return
        self._sets.append(_Set(codes, self._sentence, side_by_side))
        del self._sets[:-MOST_KEPT]
        if len(codes) == PAIR:
            self._pairs[frozenset(codes)] += 2 if side_by_side else 1

    def add_act(self, kind: EventType, actors: Iterable[Party], recipients: Iterable[Party]) -> None:
        """Remember who acted towards whom, so that an answer finds its address."""
        codes = frozenset(party.code for party in recipients)
        self._acts.append(_Act(kind, tuple(party.actor for party in actors), codes))
        del self._acts[:-MOST_KEPT]

    def last_other(self, codes: set[str]) -> Actor | None:
        """The state that was named last, another than these."""
        return next((state for state in reversed(self._states) if state.code not in codes), None)

    def together(
        self, size: int, without: set[str], excluded: set[str], *, reported: bool = False, acts: bool = False
    ) -> list[Actor]:
        """The group of that size that is meant.

        That is who stood side by side right before, or, where the group itself acts, met right
        before; else the pair that the article is about; else the last group of that size, or the
        states that were named most.

        Args:
            size: of the group that is asked for.
            without: states that stand beside the group; a larger group is taken less these.
            excluded: states that can't be in a pair.
            reported: whether someone says it: who speaks of `both sides` is not one of them, if
                others stood together too.
            acts: whether the group is the subject of its clause.
        """
        speakers = {actor.code for actor in self.speaker} if reported else set()
        if size == PAIR and speakers and not without:
            for known in reversed(self._sets):
                if len(known.codes) == size and not speakers & set(known.codes):
                    return _group(known.codes)
        for known in reversed(self._sets):
            left = tuple(code for code in known.codes if code not in without)
            if len(left) == size and (self._is_fresh(known, acts=acts) if size == PAIR else known.side_by_side):
                return _group(left)
        if size > PAIR:
            return self._most_named(size, without) or self._last(size, without, excluded)
        return (
            _group(self._main_pair(without | excluded))
            or self._last(size, without, excluded)
            or self._most_named(size, without)
        )

    def _is_fresh(self, known: _Set, *, acts: bool) -> bool:
        """Whether they stood together just now, and the article is not about a pair far more often named."""
        if self._sentence - known.sentence > 1:
            return False
        most = max(self._pairs.values(), default=0)
        return acts or (known.side_by_side and 2 * self._pairs[frozenset(known.codes)] >= most)

    def _main_pair(self, excluded: set[str]) -> tuple[str, ...]:
        """The two that stood side by side, or met again and again, most often."""
        for pair, count in self._pairs.most_common():
            if count > 1 and not pair & excluded:
                return tuple(sorted(pair, key=lambda code: (-self.counts[code], code)))
        return ()

    def _last(self, size: int, without: set[str], excluded: set[str]) -> list[Actor]:
        for known in reversed(self._sets):
            left = tuple(code for code in known.codes if code not in without)
            if len(left) == size:
                return _group(left)
        for known in reversed(self._sets):
            if size == len(known.codes) == PAIR and not set(known.codes) & excluded:
                return _group(known.codes)
        return []

    def _most_named(self, size: int, without: set[str]) -> list[Actor]:
        frequent = [
            code
            for code, count in self.counts.most_common(size + 4)
            if code not in without and code not in BODIES and count > 1
        ]
        return _group(frequent[:size]) if len(frequent) == size else []

    def addressed(self, code: str, noun: str, kinds: frozenset[EventType], *, address: bool) -> list[Actor]:
        """Who did what a noun goes back to.

        For `Ankara rejected the claim` after a claim about Ankara, `Seoul condemned the launch`, and
        `Cairo welcomed the accord` some time after the accord.

        Args:
            code: who answers.
            noun: what is answered.
            kinds: the sorts of act that the noun can name; any where it is empty.
            address: whether the act must have been done to who answers.
        """
        if noun in CLAIMS:
            near = self._acts[-1:] if self._acts and code in self._acts[-1].recipients else []
            found = _others(near[0].actors if near else self.speaker, code)
            if found:
                return found
        for act in reversed(self._acts if kinds else []):
            if act.kind in kinds and (code in act.recipients or not address):
                found = _others(act.actors, code)
                if found:
                    return found
        for act in reversed(self._acts[-NEAR_ACTS:]):
            found = _others(act.actors, code)
            if found and (code in act.recipients or not address):
                return found
        return []

    def partner(self, code: str) -> str | None:
        """The other state that an article is about, if it is clear: the one named more than all others."""
        others = [(count, other) for other, count in self.counts.items() if other not in {code, *BODIES}]
        others.sort(reverse=True)
        if not others or (len(others) > 1 and others[0][0] == others[1][0]):
            return None
        return others[0][1]

    def two_sides(self, code: str) -> list[Actor]:
        """The last two states that stood together, another than a party that steps between them."""
        pair = self._main_pair({code})
        if pair:
            return _group(pair)
        for known in reversed(self._sets):
            if len(known.codes) == PAIR and code not in known.codes:
                return _group(known.codes)
        return []

    def opponent(self, code: str) -> list[Actor]:
        """With whom a state stood together most, or last: whom an act without an address is meant for."""
        together = [(count, pair) for pair, count in self._pairs.items() if code in pair]
        if not together:
            return []
        most = max(count for count, _ in together)
        among = [pair for count, pair in together if count == most]
        last = next(
            (frozenset(known.codes) for known in reversed(self._sets) if frozenset(known.codes) in among), among[-1]
        )
        return [Actor(code=other, sectors=("GOV",), implied=True, how="actor.opponent") for other in last - {code}]


def _others(actors: Iterable[Actor], code: str) -> list[Actor]:
    return [implied(actor, "actor.answer") for actor in actors if actor.code and actor.code != code]


def _group(codes: Iterable[str]) -> list[Actor]:
    return [Actor(code=code, sectors=("GOV",), implied=True, how="actor.group") for code in codes]
