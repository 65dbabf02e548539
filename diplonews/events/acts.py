"""The acts coded so far, to find who performed the act that a later answer refers to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Set as AbstractSet

import attrs

from diplonews.actors.discourse import Discourse
from diplonews.actors.relations import implied
from diplonews.actors.resolve import DEEPEST, Party, Resolver, standing_for
from diplonews.events.quoted import QuotedParts, speaking_actor
from diplonews.events.triggers import Match
from diplonews.lexicons.triggers import Trigger, trigger_index
from diplonews.lexicons.wordsets import WordSet
from diplonews.model import Actor, EventType
from diplonews.syntax.nouns import phrase_of
from diplonews.syntax.tokens import Token

__all__ = ["ActResolver"]

ACCORDS = WordSet("document.accords")
CLAIMS = WordSet("history.claims")
FIRST = frozenset(("we", "us"))
FORCE = frozenset((EventType.MOBILIZE, EventType.ASSAULT))
UNNAMED = (("REB",), ("UAF",), ("CRM",), ("CVL",))
MOST_KEPT = 40
PAIR = 2
NEAR_ACTS = 4
STEM = 4  # characters that `bombed` and `the bombing` share


@attrs.frozen
class _Act:
    """A coded act: its type, its words, its actors and its recipients."""

    kind: EventType
    modes: tuple[str, ...]
    words: frozenset[str]
    actors: tuple[Actor, ...]
    recipients: frozenset[str]

    @property
    def codes(self) -> frozenset[str]:
        """The codes of the actors."""
        return frozenset(actor.code for actor in self.actors)

    @property
    def all_codes(self) -> frozenset[str]:
        """The codes of the actors and recipients."""
        return self.codes | self.recipients

    @property
    def parties(self) -> tuple[Actor, ...]:
        """The actors and recipients together: the parties of an accord."""
        others = sorted(self.recipients - self.codes - {""})
        return (*self.actors, *(Actor(code=code, sectors=("GOV",)) for code in others))

    def is_between(self, actors: AbstractSet[str], recipients: AbstractSet[str]) -> bool:
        """Whether the act has these actors and these recipients, perhaps among others."""
        return actors <= self.codes and recipients <= self.recipients

    def may_be(self, trigger: Trigger) -> bool:
        """Whether a trigger may refer to this act: `withdrawal` not to a release, and only `the raid` to a raid."""
        if self.kind is EventType.ASSAULT:
            return any(word[:STEM] == trigger.lemma[:STEM] for word in self.words)
        return not trigger.modes or not self.modes or not set(trigger.modes).isdisjoint(self.modes)


@attrs.frozen
class _Meeting:
    """The parties of a past or planned meeting, the visitor before the host, and the names beside their words."""

    codes: tuple[str, ...]
    names: frozenset[str]
    visit: bool
    planned: bool
    gathering: bool


class ActResolver(Resolver):
    """A resolver that also uses the events coded so far.

    Args:
        discourse: the discourse of the article.
        quotes: its quotes.
    """

    def __init__(self, discourse: Discourse, quotes: QuotedParts | None = None) -> None:
        super().__init__(discourse)
        self.discourse = discourse
        self.quotes = quotes if quotes is not None else QuotedParts(())
        self.readings = discourse.resolver.readings  # the referent of a phrase does not depend on coded events
        self._acts: list[_Act] = []
        self._meetings: list[_Meeting] = []

    def single(self, token: Token, depth: int = DEEPEST) -> list[Party]:
        """The parties of one member of a coordination; `we` in a quote are those for whom its speaker speaks."""
        speaking = self.quoted(token) if token.is_pronoun and token.low in FIRST else []
        return speaking or super().single(token, depth)

    def quoted(self, token: Token) -> list[Party]:
        """The party whose words a word is among: a body or an office holder that a quote has as its speaker."""
        quote = self.quotes.innermost(token)
        actor = speaking_actor(quote.speaker) if quote is not None and quote.speaker is not None else None
        return standing_for(token, [actor]) if actor is not None else []

    def note(self, kind: EventType, match: Match, actors: Iterable[Party], recipients: Iterable[Party]) -> None:
        """Record an act: its actors, its recipients and the words that name it."""
        codes = frozenset(party.code for party in recipients)
        words = frozenset(word.lemma for word in match.words)
        self._acts.append(_Act(kind, match.trigger.modes, words, tuple(party.actor for party in actors), codes))
        del self._acts[:-MOST_KEPT]

    def times_told(self, codes: AbstractSet[str]) -> int:
        """How many acts so far have exactly these parties."""
        return sum(act.all_codes == codes for act in self._acts)

    def pairs_told(self) -> int:
        """How many different sets of parties the acts so far have."""
        return len({act.all_codes for act in self._acts})

    def told(
        self, token: Token, trigger: Trigger, actors: AbstractSet[str], recipients: AbstractSet[str]
    ) -> tuple[list[Party], list[Party]]:
        """The actors and recipients of the earlier act that a trigger refers to.

        Both are empty if the article mentioned acts of that type between several pairs.

        Args:
            token: the word.
            trigger: the trigger that the word matches.
            actors, recipients: codes of the known sides, which must be among those of the act.
        """
        told = [act for act in self._acts if act.kind is trigger.type and act.is_between(actors, recipients)]
        alike = [act for act in told if act.may_be(trigger) and act.codes.isdisjoint(act.recipients)]
        if not alike or len({(act.codes, act.recipients) for act in told}) > 1:
            return [], []
        done = [implied(actor, "actor.act") for actor in alike[-1].actors]
        to = [Actor(code=code, implied=True, how="actor.act") for code in sorted(alike[-1].recipients)]
        return standing_for(token, done), standing_for(token, to)

    def continued(self, token: Token, actors: AbstractSet[str]) -> tuple[list[Party], list[Party]]:
        """The actors and recipients of the last act, if it was one of force by these actors against another side.

        Args:
            token: the word of the next act.
            actors: codes of its actors.
        """
        last = self._acts[-1] if self._acts else None
        if last is None or last.kind not in FORCE or last.codes != actors or not last.recipients - actors:
            return [], []
        to = [Actor(code=code, implied=True, how="actor.act") for code in sorted(last.recipients)]
        return standing_for(token, [implied(actor, "actor.act") for actor in last.actors]), standing_for(token, to)

    def note_meeting(
        self, actors: Iterable[Party], recipients: Iterable[Party], *, planned: bool, gathering: bool
    ) -> None:
        """Record a past or planned meeting, and whether it is a gathering such as a summit; recipients are hosts."""
        hosts = {party.code for party in recipients}
        actors = tuple(actors)
        codes = tuple(dict.fromkeys((*(party.code for party in actors), *sorted(hosts))))
        words = (word for party in actors for word in (party.token, *party.token.kids))
        names = frozenset(word.low for word in words if word.is_proper)
        if len(codes) > 1 and "" not in codes:
            self._meetings.append(_Meeting(codes, names, visit=bool(hosts), planned=planned, gathering=gathering))
            del self._meetings[:-MOST_KEPT]

    def meeting(self, token: Token, code: str | None, *, visit: bool) -> tuple[list[Party], bool]:
        """The parties of the meeting that a word refers to, the visitor before the host, and whether it is planned.

        The word refers to the meeting mentioned most often; among equals, to the last one. If none was mentioned,
        it refers to a meeting of the article's main pair.

        Args:
            token: the word.
            code: one of the parties, if known.
            visit: whether it is a visit. If no party is known, only an earlier visit fits, not a meeting.
        """
        told = [one for one in self._meetings if code in (None, *one.codes) and (one.visit or not visit or code)]
        if told:
            often = Counter(frozenset(one.codes) for one in told)
            most = max(often.values())
            last = next(one for one in reversed(told) if often[frozenset(one.codes)] == most)
            actors = [Actor(code=found, sectors=("GOV",), implied=True, how="actor.meeting") for found in last.codes]
            return standing_for(token, actors), last.planned and not self._is_of_another(token, last)
        if code is not None:
            return standing_for(token, self.discourse.opponent(token, code)), False
        return standing_for(token, [] if visit else self.discourse.main_pair(token)), False

    def _is_of_another(self, token: Token, meeting: _Meeting) -> bool:
        """`Berg's visit`: whether others are to meet, or Berg has, and a meeting of the same states has taken place."""
        owner = phrase_of(token).possessor
        if owner is None or not meeting.names or self.is_planned(meeting.codes):
            return False
        who = self.discourse.person(owner) if owner.is_possessive else None
        name = who.name.rpartition(" ")[2].lower() if who is not None and who.name else owner.low
        met = any(name in one.names and not one.planned for one in self._meetings if {*one.codes} == {*meeting.codes})
        return met or ((owner.is_proper or name != owner.low) and name not in meeting.names)

    def gathering(self, token: Token) -> tuple[list[Party], bool]:
        """The participants of the summit mentioned last, and whether it is planned."""
        last = next((one for one in reversed(self._meetings) if one.gathering), None)
        if last is None:
            return [], False
        actors = [Actor(code=code, sectors=("GOV",), implied=True, how="actor.meeting") for code in last.codes]
        return standing_for(token, actors), last.planned

    def is_planned(self, codes: Iterable[str]) -> bool:
        """Whether exactly these states have a meeting or visit mentioned so far, all of them still planned."""
        parties = frozenset(codes)
        told = [one.planned for one in self._meetings if frozenset(one.codes) == parties]
        return bool(told) and all(told)

    def has_met(self, *codes: str) -> bool:
        """Whether a meeting or visit of these states was mentioned."""
        return any(set(codes) <= set(one.codes) for one in self._meetings)

    def visitor(self, token: Token) -> list[Party]:
        """The one visitor of all visits so far, who also makes a further visit; empty if there are several."""
        visitors = {one.codes[0] for one in self._meetings if one.visit}
        actors = [Actor(code=code, sectors=("GOV",), implied=True, how="actor.meeting") for code in visitors]
        return standing_for(token, actors) if len(actors) == 1 else []

    def is_only_host(self, code: str) -> bool:
        """Whether a state was the host in every visit mentioned that it takes part in."""
        visits = [one.codes for one in self._meetings if one.visit and code in one.codes]
        return bool(visits) and all(codes[0] != code for codes in visits)

    def two_sides(self, token: Token, code: str) -> list[Party]:
        """The two sides of a mediator: the last two states mentioned together, or the parties of the last act."""
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
        """The host of a visit if the article names none: the country where the article was filed."""
        filed = self.filed()
        host = Actor(code=filed, sectors=("GOV",), implied=True, how="actor.filed") if filed is not None else None
        return standing_for(token, [host]) if host is not None else []

    def answered(self, token: Token, code: str, *, address: bool) -> list[Party]:
        """Who performed the act that a noun refers to.

        For `Ankara rejected the claim` after a claim about Ankara, `Seoul condemned the launch`, and
        `Cairo welcomed the accord` some time after the accord.

        Args:
            token: the noun that refers to the act.
            code: code of the party that answers.
            address: whether the answering party must have been a recipient of the act.
        """
        return standing_for(token, self._answered(token, code, address=address))

    def attacker(self, token: Token, code: str) -> list[Party]:
        """The state that carried out the attacks told so far; none if it is several, or fighters of unknown states.

        Args:
            token: the noun that refers to the attack.
            code: code of the party that speaks of it.
        """
        told = [act for act in self._acts if act.kind is EventType.ASSAULT]
        open_ = any(actor.implied or actor.sectors[:1] in UNNAMED for act in told for actor in act.actors)
        if open_ or len({act.codes for act in told}) != 1:
            return []
        return standing_for(token, _others(told[-1].actors, code))

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
