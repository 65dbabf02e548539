"""Acts of a state towards itself: which are home affairs, and which only seem to be."""

from __future__ import annotations

from collections.abc import Mapping

from diplonews.actors.resolve import BODIES, Party
from diplonews.lexicons.actornames import sector_of
from diplonews.lexicons.wordsets import WordSet
from diplonews.model import EventType
from diplonews.syntax.tokens import Token

__all__ = ["INTERSTATE", "OWN_PEOPLE", "is_at_home", "is_private", "seems_own"]

OWN_PEOPLE = "actor.domestic"
OFTEN = 2  # named so often, a state is one that an article is about
INTERSTATE = frozenset((EventType.CONSULT, EventType.SUPPORT, EventType.COOPERATE, EventType.AID, EventType.AGREE))
PEACEFUL = INTERSTATE | {EventType.REQUEST, EventType.REJECT, EventType.CONCEDE}
PEACEFUL -= {EventType.CONSULT}  # a government talks with its rebels
ECHOES = frozenset(("title", "pronoun", "definite", "home", "known_person", "person"))
PRIVATE = (("CVL",), ("EDU",), ("MED",), ("CRM",), ("REF",))
AT_HOME = WordSet("home_affairs.people")
HOME_SECTORS = frozenset(("OPP", "LEG", "PTY", "REB", "LAB", "UAF"))
OWN = frozenset(("own", "domestic", "fellow"))


def is_at_home(token: Token) -> bool:
    """Whether a noun names those whom a state deals with at home: `the opposition`, `its own people`."""
    known = sector_of(token.lemma)
    inside = token.lemma in AT_HOME or (known is not None and known[0] in HOME_SECTORS)
    return inside or any(kid.low in OWN for kid in token.kids)


def seems_own(kind: EventType, actors: list[Party], recipients: list[Party], named: Mapping[str, int]) -> bool:
    """Whether an act of a state towards itself is none: nobody is named as its other side, and it is no home affair.

    Args:
        kind: what is done.
        actors, recipients: who does it to whom.
        named: how often the article names each state.
    """
    own = {party.code for party in actors}
    if not recipients or any(party.code not in own for party in recipients):
        return False
    if kind in INTERSTATE and all(_is_echo(party, several=len(named) > 1) for party in recipients):
        return True
    abroad = any(count >= OFTEN for code, count in named.items() if code not in own | BODIES)
    rebels = any(party.actor.how.endswith(".group") for party in actors)
    return kind in PEACEFUL and abroad and not rebels and not any(map(_is_side_at_home, recipients))


def _is_echo(party: Party, *, several: bool) -> bool:
    """A title, a pronoun, `the minister`: only thought to be of the actor's state; `the boy`: no side of anything."""
    return party.actor.how.rpartition(".")[2] in ECHOES or _is_private_person(party, several=several)


def _is_private_person(party: Party, *, several: bool) -> bool:
    """Private people of no state of their own: one of them, or any in a text of `several` states."""
    private = party.actor.how == OWN_PEOPLE and party.actor.sectors[:1] in PRIVATE
    return private and (several or party.token.is_singular)


def is_private(party: Party) -> bool:
    """Whether someone acts for himself: a tourist, a student, a company's guest."""
    return party.actor.sectors[:1] in PRIVATE and party.actor.role is not None


def _is_side_at_home(party: Party) -> bool:
    """Whether somebody is a side in home affairs: a person or a group with a name, the opposition, protesters."""
    named = party.actor.how.endswith((".leader", ".group"))
    return named or party.actor.sectors[:1] in {(sector,) for sector in HOME_SECTORS} or is_at_home(party.token)
