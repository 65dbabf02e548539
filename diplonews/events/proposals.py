"""What the rules leave open in a sentence: triggers with actors but no recipient, and who the recipient might be."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set as AbstractSet
from itertools import islice

import attrs

from diplonews.actors.resolve import BODIES, Party, is_agentive, standing_for
from diplonews.events.acts import ActResolver
from diplonews.events.coded import Coded, future_of, one_way, standing_of
from diplonews.events.recipients import first_party
from diplonews.events.triggers import Match
from diplonews.events.turned import is_undergone
from diplonews.model import Actor
from diplonews.once import once
from diplonews.syntax.blocks import Sentence
from diplonews.syntax.tokens import Token

__all__ = ["OTHER", "RULE", "Proposal", "Surroundings", "proposals_for"]

RULE, OTHER, OWN, ALONE = "rule", "other", "own", "alone"
MOST_NAMED = 40  # mentions of parties in a sentence
MOST_COUNTED = 5
MOST_FREQUENT = 2
MOST_FOUND = 20  # events of a sentence that are compared


@attrs.frozen(eq=False)
class Proposal:
    """A possible event: one that the rules found, or one whose recipient fills no slot of its trigger.

    Attributes:
        coded: an event with the trigger, the type and the status. Its parties are those of the proposal only if
            the rules found it; see `filled`.
        case: `rule` if the rules found it; else who was filled in as its recipient: `other` for another party,
            `own` for the actor's own people, `alone` for nobody.
        actors, recipients: the parties.
        sources: for each code from outside the sentence, where it comes from.
    """

    coded: Coded
    case: str
    actors: Sequence[Party]
    recipients: Sequence[Party]
    sources: Mapping[str, Sequence[str]] = {}

    @classmethod
    def of_rules(cls, coded: Coded) -> Proposal:
        """An event that the rules found; the parties of a reciprocal one in two halves."""
        if not coded.symmetric:
            return cls(coded, RULE, coded.actors, coded.recipients)
        half = len(coded.actors) // 2
        return cls(coded, RULE, coded.actors[:half], coded.actors[half:])

    @property
    def codes(self) -> frozenset[str]:
        """The codes of all parties."""
        return frozenset(party.code for party in (*self.actors, *self.recipients))

    def filled(self) -> Coded:
        """The event with the parties of the proposal."""
        if self.case == RULE:
            return self.coded
        trigger = self.coded.match.trigger
        if trigger.symmetric and self.recipients and "visit" not in trigger.modes:
            return attrs.evolve(self.coded, actors=(*self.actors, *self.recipients), symmetric=True)
        return attrs.evolve(self.coded, actors=tuple(self.actors), recipients=tuple(self.recipients))


class Surroundings:
    """A sentence as its proposals see it: the parties named in it, its triggers and its events.

    Args:
        sentence: the sentence.
        resolver: finds parties.
        matches: the triggers that count.
        found: the events of the rules.
    """

    def __init__(
        self, sentence: Sentence, resolver: ActResolver, matches: Sequence[Match], found: Sequence[Coded]
    ) -> None:
        self.sentence = sentence
        self.resolver = resolver
        self.found = found[:MOST_FOUND]
        coded = {event.match.token for event in found}
        self.open = [match for match in matches if match.token not in coded]

    @once
    def named(self) -> dict[str, list[Party]]:
        """The parties named in the sentence, by code, in text order; the token of each is the word that names it."""
        found: dict[str, list[Party]] = {}
        words = (token for token in self.sentence.tokens if _may_name(token))
        for token in islice(words, MOST_NAMED):
            for party in self.resolver.single(token):
                if party.code:
                    found.setdefault(party.code, []).append(attrs.evolve(party, token=token))
        return found

    @once
    def frequent(self) -> list[str]:
        """The two codes that the article names most often."""
        named = self.resolver.named()
        return sorted(named, key=lambda code: -named[code])[:MOST_FREQUENT]

    @once
    def inside(self) -> int:
        """How many codes the sentence names, five at most."""
        return min(len(self.named), MOST_COUNTED)

    @once
    def states(self) -> int:
        """How many states the article names."""
        return sum(code not in BODIES for code in self.resolver.named())

    @once
    def _mentions(self) -> int:
        return sum(self.resolver.named().values()) or 1

    def share(self, code: str) -> float:
        """The share of a code in the names of states and bodies in the article."""
        return self.resolver.named().get(code, 0) / self._mentions

    def events_beside(self, match: Match) -> list[Coded]:
        """The events of the other triggers."""
        return [event for event in self.found if event.match is not match]

    def nearest_event(self, match: Match) -> Coded | None:
        """The event whose trigger is nearest to another trigger."""
        beside = self.events_beside(match)
        return min(beside, key=lambda event: abs(event.match.token.i - match.token.i), default=None)

    def times_here(self, codes: AbstractSet[str], match: Match) -> int:
        """How many events of other triggers have exactly these parties."""
        return sum(event.codes == codes for event in self.events_beside(match))

    def codes_between(self, one: Token, other: Token, without: str) -> int:
        """How many other codes are named between two words."""
        low, high = sorted((one.i, other.i))
        return sum(
            code != without and any(low < party.token.i < high for party in parties)
            for code, parties in self.named.items()
        )


def _may_name(token: Token) -> bool:
    """Whether a word may name a party by itself: a name, a pronoun, people who act, an unknown proper noun."""
    if token.name is not None or token.is_pronoun:
        return True
    return token.dep != "compound" and (token.is_proper or is_agentive(token))


def proposals_for(match: Match, around: Surroundings) -> Iterator[Proposal]:
    """The events that a trigger with actors but without recipients could stand for, one for each possible recipient."""
    actors = [party for party in first_party(match.arguments, match.trigger.actors) if party.code]
    standing = standing_of(match) if actors and not is_undergone(match) else None
    if standing is None or standing.family == "status.purpose":
        return
    kind, rule, status = future_of(match, standing)
    coded = one_way(match, actors, [], kind, attrs.evolve(standing, status=status), rule)
    known = {party.code for party in actors}
    outside = _outside(match, around, actors[0].code)
    here = [_nearest(found, match.token) for found in around.named.values()]
    for party in (*here, *_standing(match, outside)):
        if party.code not in known:
            yield Proposal(coded, OTHER, actors, [party], outside)
    yield Proposal(coded, ALONE, actors, [])
    yield Proposal(coded, OWN, actors[:1], actors[:1])


def _nearest(parties: Sequence[Party], token: Token) -> Party:
    return min(parties, key=lambda party: abs(party.token.i - token.i))


def _outside(match: Match, around: Surroundings, own: str) -> dict[str, list[str]]:
    """Codes that the sentence does not name, each with the reasons why the article suggests it."""
    resolver, token = around.resolver, match.arguments.verb or match.token
    told: dict[str, Iterable[str | None]] = {
        "before": resolver.last_pair(),
        "frequent": around.frequent,
        "filed": [resolver.filed()],
        "pair": [actor.code for actor in resolver.discourse.main_pair(token)],
        "partner": [resolver.partner(token, own)],
        "opponent": [party.code for party in resolver.opponent(token, own)],
        "topic": [actor.code for actor in resolver.discourse.topic(token, own)],
        "sides": [party.code for party in resolver.two_sides(token, own)],
    }
    found: dict[str, list[str]] = {}
    for source, codes in told.items():
        for code in codes:
            if code and code not in around.named:
                found.setdefault(code, []).append(source)
    return found


def _standing(match: Match, outside: dict[str, list[str]]) -> list[Party]:
    actors = (Actor(code=code, sectors=("GOV",), implied=True, how="actor.judged") for code in outside)
    return standing_for(match.token, actors)
