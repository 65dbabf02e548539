"""The acts that were coded so far: who did what an answer goes back to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Set as AbstractSet

import attrs

from diplonews.actors.discourse import Discourse
from diplonews.actors.relations import implied
from diplonews.actors.resolve import Party, Resolver, standing_for
from diplonews.events.triggers import Match
from diplonews.lexicons.triggers import Trigger, trigger_index
from diplonews.lexicons.wordsets import WordSet
from diplonews.model import Actor, EventType
from diplonews.syntax.tokens import Token

__all__ = ["ActResolver"]

ACCORDS = WordSet("document.accords")
CLAIMS = WordSet("history.claims")
MOST_KEPT = 40
PAIR = 2
NEAR_ACTS = 4
STEM = 4  # characters that `bombed` and `the bombing` share


@attrs.frozen
class _Act:
    """Who did what sort of thing to whom."""

    kind: EventType
    modes: tuple[str, ...]
    words: frozenset[str]
    actors: tuple[Actor, ...]
    recipients: frozenset[str]

    @property
    def codes(self) -> frozenset[str]:
        """The codes of who did it."""
        return frozenset(actor.code for actor in self.actors)

    @property
    def parties(self) -> tuple[Actor, ...]:
        """Who did it, and to whom: whose accord it is."""
        others = sorted(self.recipients - self.codes - {""})
        return (*self.actors, *(Actor(code=code, sectors=("GOV",)) for code in others))

    def is_between(self, actors: AbstractSet[str], recipients: AbstractSet[str]) -> bool:
        """Whether these are among who did it, and to whom."""
        return actors <= self.codes and recipients <= self.recipients

    def may_be(self, trigger: Trigger) -> bool:
        """Whether a trigger may name it: no `withdrawal` a release, and only `the raid` a raid."""
        if self.kind is EventType.ASSAULT:
            return any(word[:STEM] == trigger.lemma[:STEM] for word in self.words)
        return not trigger.modes or not self.modes or not set(trigger.modes).isdisjoint(self.modes)


@attrs.frozen
class _Meeting:
    """Those who met or mean to meet; of a visit, the visitor first."""

    codes: tuple[str, ...]
    visit: bool
    planned: bool
    gathering: bool


class ActResolver(Resolver):
    """A resolver that also knows the events coded so far.

    Args:
        discourse: the article's.
    """

    def __init__(self, discourse: Discourse) -> None:
        super().__init__(discourse)
        self.discourse = discourse
        self.readings = discourse.resolver.readings  # whom a phrase means does not hang on what was coded
        self._acts: list[_Act] = []
        self._meetings: list[_Meeting] = []

    def note(self, kind: EventType, match: Match, actors: Iterable[Party], recipients: Iterable[Party]) -> None:
        """Remember who acted towards whom, and the words for it."""
        codes = frozenset(party.code for party in recipients)
        words = frozenset(word.lemma for word in match.words)
        self._acts.append(_Act(kind, match.trigger.modes, words, tuple(party.actor for party in actors), codes))
        del self._acts[:-MOST_KEPT]

    def told(
        self, token: Token, trigger: Trigger, actors: AbstractSet[str], recipients: AbstractSet[str]
    ) -> tuple[list[Party], list[Party]]:
        """Actors and recipients of the act that a trigger may take up, as its word means them.

        Nobody's where the article told of acts of that type between several pairs.

        Args:
            token: the word.
            trigger: what it names.
            actors, recipients: codes of the sides that are known, which must be among those of the act.
        """
        told = [act for act in self._acts if act.kind is trigger.type and act.is_between(actors, recipients)]
        alike = [act for act in told if act.may_be(trigger) and act.codes.isdisjoint(act.recipients)]
        if not alike or len({(act.codes, act.recipients) for act in told}) > 1:
            return [], []
        done = [implied(actor, "actor.act") for actor in alike[-1].actors]
        to = [Actor(code=code, implied=True, how="actor.act") for code in sorted(alike[-1].recipients)]
        return standing_for(token, done), standing_for(token, to)

    def note_meeting(
        self, actors: Iterable[Party], recipients: Iterable[Party], *, planned: bool, gathering: bool
    ) -> None:
        """Remember who met, or means to, and whether at a summit or the like; recipients are hosts."""
        hosts = {party.code for party in recipients}
        codes = tuple(dict.fromkeys((*(party.code for party in actors), *sorted(hosts))))
        if len(codes) > 1 and "" not in codes:
            self._meetings.append(_Meeting(codes, visit=bool(hosts), planned=planned, gathering=gathering))
            del self._meetings[:-MOST_KEPT]

    def meeting(self, token: Token, code: str | None, *, visit: bool) -> tuple[list[Party], bool]:
        """The parties of the meeting that a word refers to, the visitor before the host, and whether it is to come.

        That is the meeting that was told of most, the last of several. Where none was, it is one
        of the pair that the article is about.

        Args:
            token: the word.
            code: one of the parties, if it is known.
            visit: whether it is a visit; one of which nobody is known must have been told as one.
        """
        told = [one for one in self._meetings if code in (None, *one.codes) and (one.visit or not visit or code)]
        if told:
            often = Counter(frozenset(one.codes) for one in told)
            most = max(often.values())
            last = next(one for one in reversed(told) if often[frozenset(one.codes)] == most)
            actors = [Actor(code=found, sectors=("GOV",), implied=True, how="actor.meeting") for found in last.codes]
            return standing_for(token, actors), last.planned
        if code is not None:
            return standing_for(token, self.discourse.opponent(token, code)), False
        return standing_for(token, [] if visit else self.discourse.main_pair(token)), False

    def gathering(self, token: Token) -> tuple[list[Party], bool]:
        """Who takes part in the summit that the article told of last, and whether it is to come."""
        last = next((one for one in reversed(self._meetings) if one.gathering), None)
        if last is None:
            return [], False
        actors = [Actor(code=code, sectors=("GOV",), implied=True, how="actor.meeting") for code in last.codes]
        return standing_for(token, actors), last.planned

    def is_planned(self, codes: Iterable[str]) -> bool:
        """Whether the article told of a meeting or visit of just these states, and of none that was held."""
        parties = frozenset(codes)
        told = [one.planned for one in self._meetings if frozenset(one.codes) == parties]
        return bool(told) and all(told)

    def has_met(self, *codes: str) -> bool:
        """Whether the article told of a meeting or visit of these states."""
        return any(set(codes) <= set(one.codes) for one in self._meetings)

    def visitor(self, token: Token) -> list[Party]:
        """Who made all visits that the article told of, whom a further one is another's stop of; nobody if several."""
        visitors = {one.codes[0] for one in self._meetings if one.visit}
        actors = [Actor(code=code, sectors=("GOV",), implied=True, how="actor.meeting") for code in visitors]
        return standing_for(token, actors) if len(actors) == 1 else []

    def is_only_host(self, code: str) -> bool:
        """Whether a state was visited in all visits told of that it has a part in."""
        visits = [one.codes for one in self._meetings if one.visit and code in one.codes]
        return bool(visits) and all(codes[0] != code for codes in visits)

    def two_sides(self, token: Token, code: str) -> list[Party]:
        """The two between whom somebody stands: who stood together, or who acted towards each other last."""
        found = super().two_sides(token, code)
        last = next((act for act in reversed(self._acts) if act.recipients), None)
        if found or last is None:
            return found
        codes = dict.fromkeys((*(actor.code for actor in last.actors), *sorted(last.recipients)))
        if code in codes or "" in codes or len(codes) < PAIR:
            return []
        return standing_for(
            token, [Actor(code=one, sectors=("GOV",), implied=True, how="actor.group") for one in codes]
        )

    def host(self, token: Token) -> list[Party]:
        """Whom a visitor visits if the article does not say: the country that it was filed in."""
        filed = self.filed()
        host = Actor(code=filed, sectors=("GOV",), implied=True, how="actor.filed") if filed is not None else None
        return standing_for(token, [host]) if host is not None else []

    def answered(self, token: Token, code: str, *, address: bool) -> list[Party]:
        """Who performed the act that a noun refers to.

        For `Ankara rejected the claim` after a claim about Ankara, `Seoul condemned the launch`, and
        `Cairo welcomed the accord` some time after the accord.

        Args:
            token: the noun that is answered.
            code: who answers.
            address: whether the act must have been done to who answers.
        """
        return standing_for(token, self._answered(token, code, address=address))

    def _answered(self, token: Token, code: str, *, address: bool) -> list[Actor]:
        kinds = {trigger.type for trigger in trigger_index().nouns.get(token.lemma, ())}
        if token.lemma in ACCORDS:
            kinds |= {EventType.AGREE, EventType.SUPPORT}
        if token.lemma in CLAIMS:
            near = self._acts[-1:] if self._acts and code in self._acts[-1].recipients else []
            found = _others(near[0].actors if near else self.discourse.other_speakers(token, code), code)
            if found:
                return found
        accord = token.lemma in ACCORDS
        for act in reversed(self._acts if kinds else []):
            if act.kind in kinds and (code in act.recipients or not address):
                found = _others(act.parties if accord else act.actors, code)
                if found:
                    return found
        for act in reversed(self._acts[-NEAR_ACTS:]):
            found = _others(act.actors, code)
            if found and (code in act.recipients or not address):
                return found
        return []


def _others(actors: Iterable[Actor], code: str) -> list[Actor]:
    return [implied(actor, "actor.answer") for actor in actors if actor.code and actor.code != code]
