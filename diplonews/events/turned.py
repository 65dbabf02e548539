"""Acts whose light verb reverses the roles: `Oslo faces threats from Riga`."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from diplonews.actors.resolve import Party, Resolver
from diplonews.events.coded import PUBLIC_ACTS, Coded, future_of, one_way, standing_of
from diplonews.events.recipients import first_party
from diplonews.events.triggers import Match
from diplonews.lexicons.wordsets import WordSet
from diplonews.syntax.clauses import clause_of

__all__ = ["is_undergone", "undergone"]

UNDERGOING = WordSet("coding.undergoing")


def is_undergone(match: Match) -> bool:
    """Whether the subject of the light verb is the recipient: `faces threats from Riga`, `drew a Latvian rebuke`."""
    light = match.arguments.light
    if light is None or light.lemma not in UNDERGOING or match.trigger.type in PUBLIC_ACTS:
        return False
    return not clause_of(light).is_passive


def undergone(match: Match, resolver: Resolver) -> Iterator[Coded]:
    """The act of a noun trigger, from the party it comes from to the subject of the light verb."""
    actors = first_party(match.arguments, ("by", "from", "adj"))
    codes = tuple(party.code for party in actors)
    recipients = first_party(match.arguments, ("i", "s"), codes) or _owner_of_cause(match, codes, resolver)
    standing = standing_of(match)
    if actors and recipients and standing.family != "status.purpose":
        kind, rule, status = future_of(match, standing)
        yield one_way(match, actors, recipients, kind, attrs.evolve(standing, status=status), rule)


def _owner_of_cause(match: Match, codes: tuple[str, ...], resolver: Resolver) -> list[Party]:
    """`The levy drew condemnation from Riga`: the state that imposed the levy, mentioned earlier."""
    cause = match.arguments.subject()
    return resolver.maker(cause, codes) if cause is not None and cause.is_word_noun else []
