"""The states that report an act; they are often its victims."""

from __future__ import annotations

import attrs

from diplonews.actors.origin import is_known_body
from diplonews.actors.resolve import BODIES, Party, Resolver
from diplonews.events.home_affairs import OWN_PEOPLE, is_at_home
from diplonews.events.recipients import stands_alone
from diplonews.events.triggers import Match
from diplonews.events.vetoes import HARMFUL
from diplonews.model import EventType
from diplonews.syntax.clauses import clause_of
from diplonews.syntax.tokens import Token

__all__ = ["host_of", "tellers_of", "victims_of"]

HOW = "actor.teller"
AGAINST_ENVOYS = frozenset((EventType.ACCUSE, EventType.SANCTION))


def tellers_of(token: Token, resolver: Resolver) -> list[Party]:
    """The states that report a word's clause, by a verb of saying or `according to`; the press does not count."""
    source = clause_of(token).reporter or _source(token)
    parties = resolver.parties(source) if source is not None else []
    return [party for party in parties if party.code not in BODIES and party.code and not _is_press(party)]


def host_of(match: Match, recipients: list[Party], resolver: Resolver) -> list[Party]:
    """`The Danish ambassador was summoned`: by the state of the place, the reporting state, or the other side."""
    verb, trigger = match.arguments.verb, match.trigger
    if verb is None or "diplomatic" not in trigger.contexts or trigger.type not in AGAINST_ENVOYS:
        return []
    if not clause_of(verb).is_passive or clause_of(verb).agent is not None:
        return []
    codes = {party.code for party in recipients}
    told = (match.arguments.slot("in"), tellers_of(verb, resolver), resolver.opponent(verb, recipients[0].code))
    sides = ([party for party in found if party.code and party.code not in codes] for found in told)
    return next(filter(None, sides), [])


def _source(token: Token) -> Token | None:
    """The source named by `according to` in the clause of a word or in one above it."""
    words = (word for verb in (token, *token.ancestors()) for part, word in clause_of(verb).moods if part == "source")
    return next(words, None)


def _is_press(party: Party) -> bool:
    """Whether a party only reports: a newspaper, a news agency; not state television."""
    named = is_known_body(party.actor.name or party.token.text)
    press = party.actor.sectors[:1] == ("JRN",) or party.token.lemma in ("agency", "newspaper")
    return (press or named) and not party.token.has("state")


def victims_of(match: Match, actors: list[Party], recipients: list[Party], tellers: list[Party]) -> list[Party]:
    """The recipients of an act, with the reporter in place of an apparent act against the actor's own people.

    In `Oslo said Riga had shelled a village`, the village has no stated country, and the party that complains is the
    likely victim. An act against a domestic opposition or press stays a home affair, whoever reports it.
    """
    own = {party.code for party in actors}
    if not recipients or match.trigger.type not in HARMFUL or stands_alone(match) or _is_in(match, own):
        return recipients
    if any(party.actor.how != OWN_PEOPLE or is_at_home(party.token) for party in recipients):
        return recipients
    told = [party for party in tellers if party.code not in own]
    found = [
        attrs.evolve(
            party, actor=attrs.evolve(party.actor, sectors=("GOV",), name=None, role=None, implied=True, how=HOW)
        )
        for party in told
    ]
    return found or recipients


def _is_in(match: Match, codes: set[str]) -> bool:
    """Whether the place or the target is in the actor's own country: `Danish rebels cut a line to Aarhus`."""
    verb = match.arguments.verb or match.token
    names = (token.name for token in verb.subtree() if token.i > verb.i)
    return any(name is not None and name.code in codes for name in names)
