"""Acts of a state towards itself: which are home affairs, and which only seem to be."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from diplonews.actors.resolve import BODIES, Party
from diplonews.lexicons.actornames import sector_of
from diplonews.lexicons.wordsets import WordSet
from diplonews.model import EventType
from diplonews.syntax.tokens import Token

__all__ = ["INTERSTATE", "OWN_PEOPLE", "is_at_home", "is_no_public_act", "is_private", "seems_own"]

OWN_PEOPLE = "actor.domestic"
OFTEN = 2  # named so often, a state is one that an article is about
INTERSTATE = frozenset((EventType.CONSULT, EventType.SUPPORT, EventType.COOPERATE, EventType.AID, EventType.AGREE))
PEACEFUL = INTERSTATE | {EventType.REQUEST, EventType.REJECT, EventType.CONCEDE}
PEACEFUL -= {EventType.CONSULT}  # a government talks with its rebels
ECHOES = frozenset(("title", "pronoun", "definite", "home", "known_person", "person"))
PRIVATE = (("CVL",), ("EDU",), ("MED",), ("CRM",), ("REF",))
AT_HOME = WordSet("home_affairs.people")
HOME_SECTORS = frozenset(("OPP", "LEG", "PTY", "REB", "LAB", "UAF"))
FORCE = frozenset((EventType.PROTEST, EventType.MOBILIZE, EventType.COERCE, EventType.ASSAULT, EventType.SANCTION))
OFFICIAL = tuple((sector,) for sector in ("GOV", "MIL", "COP", "JUD", "SPY"))
TRADING = INTERSTATE | {EventType.REQUEST, EventType.REJECT}
GOVERNING = ("GOV",)
BEARING_ARMS = (("MIL",), ("COP",))
ARMED = (("REB",), ("UAF",))
NAMING = frozenset(("name", "modifier", "possessor", "known_person", "meeting", "group"))
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


def is_no_public_act(kind: EventType, actors: Sequence[Party], recipients: Sequence[Party]) -> bool:
    """Whether only firms deal with each other, or a state that is only guessed with its own people."""
    return _is_trade(kind, actors, recipients) or _is_only_guessed(kind, actors, recipients)


def _is_only_guessed(kind: EventType, actors: Sequence[Party], recipients: Sequence[Party]) -> bool:
    """Whether neither who acts within a state nor to whom is told by name: `we want people to vote`.

    Left are acts of a side at home (the opposition, rebels), of somebody who holds an office, and
    force that police, courts or troops use on people.
    """
    if not actors or not recipients or any(party.actor.how != OWN_PEOPLE for party in recipients):
        return False
    if any(map(_is_told_side, (*actors, *recipients))) or not all(_is_guess(party, kind) for party in actors):
        return False
    peopled = any(map(_is_people, recipients)) or any(party.actor.sectors[:1] in BEARING_ARMS for party in actors)
    return not (kind in FORCE and all(map(_is_hand, actors)) and peopled)


def _is_trade(kind: EventType, actors: Sequence[Party], recipients: Sequence[Party]) -> bool:
    """Whether firms alone deal with each other: `a Dubai airline finalized a deal with Boeing`."""
    parties = (*actors, *recipients)
    firms = any(map(_is_firm, parties))
    return kind in TRADING and firms and all(_is_firm(one) or _is_unplaced(one) for one in parties)


def _is_unplaced(party: Party) -> bool:
    """Whether nothing but an adjective or a town tells of which state somebody is: `a Dubai airline`."""
    return (
        party.actor.how.startswith(("actor.modifier", "actor.possessor", "actor.pronoun")) and not party.actor.sectors
    )


def _is_firm(party: Party) -> bool:
    return party.actor.how.endswith(".company") or party.actor.sectors[:1] == ("BUS",)


def _is_guess(party: Party, kind: EventType) -> bool:
    """Whether the text does not say of which state somebody is, or not that he acts for it."""
    _, way, *rest = party.actor.how.split(".")
    if kind is EventType.PROTEST:
        return way not in (*NAMING, "domestic", "place", "only_state")
    if way == "only_state":
        return not (party.token.is_proper and party.actor.sectors[:1] == GOVERNING)
    unplaced = way not in ("name", "group") and party.actor.sectors[:1] in ((), ("BUS",))
    return way not in NAMING or rest[-1:] == ["company"] or unplaced


def _is_told_side(party: Party) -> bool:
    """Whether words say that somebody is a side at home: the opposition, rebels, protesters, a movement."""
    sectors = party.actor.sectors[:1]
    return party.actor.how.endswith(".group") or is_at_home(party.token) or sectors in ARMED


def _is_hand(party: Party) -> bool:
    """Whether somebody acts for a state: its police, its courts, its ministers."""
    return party.actor.sectors[:1] in OFFICIAL and _is_people(party)


def _is_people(party: Party) -> bool:
    known = sector_of(party.token.lemma)
    return party.token.is_proper or (known is not None and known[1] != "thing")


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
