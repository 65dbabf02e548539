"""Acts that a later sentence refers to without naming the actors: `the expulsion`, `the men were seized`.

Used only for triggers that yield no event otherwise.
"""

from __future__ import annotations

from diplonews.actors.resolve import Party
from diplonews.events.acts import ActResolver
from diplonews.events.recipients import first_party
from diplonews.events.triggers import Match
from diplonews.model import EventType
from diplonews.syntax.clauses import clause_of
from diplonews.syntax.nouns import phrase_of

__all__ = ["told_before"]

TAKEN_UP = frozenset(
    (
        EventType.AID,
        EventType.RETREAT,
        EventType.REQUEST,
        EventType.SANCTION,
        EventType.MOBILIZE,
        EventType.COERCE,
        EventType.ASSAULT,
    )
)


ARMED = frozenset((EventType.MOBILIZE, EventType.ASSAULT))


def told_before(match: Match, resolver: ActResolver) -> tuple[list[Party], list[Party]]:
    """Actors and recipients of an act mentioned earlier; empty if the words refer to no such act.

    Parties named in the sentence itself must be parties of that act.
    """
    trigger, arguments = match.trigger, match.arguments
    if trigger.type not in TAKEN_UP or not (_points_back(match) or _continues(match)):
        return [], []
    own = {party.code for party in first_party(arguments, trigger.actors) if party.code}
    if _continues(match):
        return resolver.continued(match.token, own)
    others = {party.code for party in first_party(arguments, trigger.recipients, tuple(own)) if party.code}
    return resolver.told(match.token, trigger, own, others)


def _continues(match: Match) -> bool:
    """`Danish troops entered Mali. They have occupied two towns`: the next act of the same actors."""
    verb, trigger = match.arguments.verb, match.trigger
    if verb is None or trigger.pos != "v" or trigger.type not in ARMED or clause_of(verb).is_passive:
        return False
    subject, target = match.arguments.subject(), match.arguments.object()
    if target is not None and (phrase_of(target).is_owned or not target.is_word_noun):
        return False  # `they bombed their own base`
    return subject is not None and subject.is_anaphor


def _points_back(match: Match) -> bool:
    """`the expulsion`, `their release`, `the men were seized`; not `men were seized`."""
    if match.trigger.pos == "n" and match.arguments.light is None:
        phrase = phrase_of(match.token)
        return phrase.is_definite or phrase.is_owned
    verb = match.arguments.verb
    clause = clause_of(verb) if verb is not None else None
    if clause is None or not clause.is_passive or clause.agent is not None or match.trigger.type is EventType.REQUEST:
        return False
    known = clause.patient
    return known is not None and (known.is_anaphor or phrase_of(known).is_definite)
