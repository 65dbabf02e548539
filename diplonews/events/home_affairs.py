"""Acts of a state towards itself: home affairs, and acts that only look like them."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from diplonews.actors.resolve import BODIES, Party
from diplonews.lexicons.actornames import sector_of
from diplonews.lexicons.wordsets import WordSet
from diplonews.model import EventType
from diplonews.syntax.nouns import phrase_of
from diplonews.syntax.tokens import Token

__all__ = ["INTERSTATE", "OWN_PEOPLE", "is_at_home", "is_common_crime", "is_no_public_act", "is_private", "seems_own"]

OWN_PEOPLE = "actor.domestic"
OFTEN = 2  # an article is about a state that it names this often
INTERSTATE = frozenset((EventType.CONSULT, EventType.SUPPORT, EventType.COOPERATE, EventType.AID, EventType.AGREE))
TALKING = {EventType.CONSULT}  # a government talks with its rebels
PEACEFUL = (INTERSTATE - TALKING) | {EventType.REQUEST, EventType.REJECT, EventType.CONCEDE}
AGAINST = frozenset((EventType.ACCUSE, EventType.THREATEN))
ECHOES = frozenset(("title", "pronoun", "definite", "home", "known_person", "person"))
PRIVATE = (("CVL",), ("EDU",), ("MED",), ("CRM",), ("REF",))
AT_HOME = WordSet("home_affairs.people")
CRIMES = WordSet("home_affairs.crimes")
KIN = WordSet("home_affairs.kin")
VIOLENCE = WordSet("home_affairs.violence")
POLITICAL = WordSet("home_affairs.political")
HOSTILE = frozenset(("OPP", "REB", "UAF"))
HOME_SECTORS = frozenset(("OPP", "LEG", "PTY", "REB", "LAB", "UAF"))
LAWMAKING = ("LEG",)
SIDES = frozenset(("OPP", "REB", "UAF", "GOV", "MIL", "COP", "JUD", "SPY"))
FORCE = frozenset((EventType.PROTEST, EventType.MOBILIZE, EventType.COERCE, EventType.ASSAULT, EventType.SANCTION))
OFFICIAL = tuple((sector,) for sector in ("GOV", "MIL", "COP", "JUD", "SPY"))
TRADING = INTERSTATE | {EventType.REQUEST, EventType.REJECT, EventType.COERCE, EventType.THREATEN}
GOVERNMENTS = WordSet("recipients.governing")
SCENES = frozenset(("in", "at", "near", "off", "across"))
GOVERNING = ("GOV",)
BEARING_ARMS = (("MIL",), ("COP",))
ARMED = (("REB",), ("UAF",))
NAMING = frozenset(("name", "modifier", "possessor", "known_person", "meeting", "group"))
OWN = frozenset(("own", "domestic", "fellow"))


def is_at_home(token: Token) -> bool:
    """Whether a noun names a domestic counterpart of a state: `the opposition`, `rebel leaders`, `its own people`."""
    known = sector_of(token.lemma)
    inside = token.lemma in AT_HOME or (known is not None and known[0] in HOME_SECTORS)
    camps = (sector_of(word.lemma) for word in phrase_of(token).compounds)
    hostile = any(camp is not None and camp[0] in HOSTILE for camp in camps)
    return inside or hostile or any(kid.low in OWN for kid in token.kids)


def seems_own(kind: EventType, actors: list[Party], recipients: list[Party], named: Mapping[str, int]) -> bool:
    """Whether an act of a state towards itself is spurious: no other side is named, and it is not a home affair.

    Args:
        kind: the type of the act.
        actors, recipients: its parties.
        named: how often the article names each state.
    """
    own = {party.code for party in actors}
    if not recipients or any(party.code not in own for party in recipients):
        return False
    if kind in INTERSTATE and all(_is_echo(party, several=len(named) > 1) for party in recipients):
        return True
    often = 1 if kind in AGAINST else OFTEN
    abroad = any(count >= often for code, count in named.items() if code not in own | BODIES)
    rebels = any(party.actor.how.endswith(".group") for party in actors)
    inside = rebels or (kind in AGAINST and any(map(_is_side_at_home, actors)))
    inside = inside or any(party.token.lemma in GOVERNMENTS for party in recipients)
    return kind in PEACEFUL | AGAINST and abroad and not inside and not any(map(_is_side_at_home, recipients))


def is_no_public_act(kind: EventType, actors: Sequence[Party], recipients: Sequence[Party]) -> bool:
    """Whether an act is trade, a private quarrel, a parliament's routine, or a merely guessed state's at home."""
    if _is_trade(kind, actors, recipients) or _is_only_guessed(kind, actors, recipients):
        return True
    if kind is not EventType.PROTEST and recipients and all(map(_is_one_private, (*actors, *recipients))):
        return len({party.code for party in (*actors, *recipients)}) == 1  # `a driver threatened another`
    return kind is not EventType.RETREAT and _is_routine(actors, recipients)


def _is_routine(actors: Sequence[Party], recipients: Sequence[Party]) -> bool:
    """Whether a parliament only does its work at home: `senators cut a tax`, `the bill forces banks to pay`."""
    if not recipients or len({party.code for party in (*actors, *recipients)}) != 1:
        return False
    sides = {sector for party in recipients for sector in party.actor.sectors[:1]} & SIDES
    named = any(party.actor.how.endswith((".leader", ".group")) for party in recipients)
    return all(party.actor.sectors[:1] == LAWMAKING for party in actors) and not sides and not named


def is_common_crime(
    kind: EventType, actors: Sequence[Party], recipients: Sequence[Party], words: Collection[str]
) -> bool:
    """Whether an act of force within a state is ordinary crime, or the police's answer to it.

    Args:
        kind: the type of the act.
        actors, recipients: its parties.
        words: the base forms of the sentence.
    """
    if kind not in FORCE or len({party.code for party in (*actors, *recipients)}) != 1:
        return False
    if not POLITICAL.words.isdisjoint(words):
        return False
    punished = kind is not EventType.ASSAULT and not VIOLENCE.words.isdisjoint(words)
    in_family = punished and not KIN.words.isdisjoint(words)  # `jailed a Dane for killing his wife`
    return in_family or not CRIMES.words.isdisjoint(words)


def _is_only_guessed(kind: EventType, actors: Sequence[Party], recipients: Sequence[Party]) -> bool:
    """Whether neither party of a domestic act is named: `we want people to vote`.

    False for acts of a domestic side (the opposition, rebels) or an office holder, and for
    force that police, courts or troops use on people.
    """
    if not actors or not recipients or any(party.actor.how != OWN_PEOPLE for party in recipients):
        return False
    if kind is EventType.MOBILIZE:
        return False  # only a state has troops
    if any(map(_is_told_side, (*actors, *recipients))) or not all(_is_guess(party, kind) for party in actors):
        return False
    peopled = any(map(_is_people, recipients)) or any(party.actor.sectors[:1] in BEARING_ARMS for party in actors)
    return not (kind in FORCE and all(map(_is_hand, actors)) and peopled)


def _is_trade(kind: EventType, actors: Sequence[Party], recipients: Sequence[Party]) -> bool:
    """Whether firms alone deal with each other: `an Oslo airline ordered jets from Boeing`."""
    parties = (*actors, *recipients)
    told = [party for party in recipients if not _is_scene(party)]
    dealing = all(map(_is_firm, actors)) or (kind in TRADING and any(map(_is_firm, parties)))
    return bool(actors) and dealing and all(_is_firm(one) or _is_unplaced(one) for one in (*actors, *told))


def _is_scene(party: Party) -> bool:
    """Whether a party is only where firms deal: `will build a plant in Oslo`, `sold ten ferries in the city`."""
    preposition = phrase_of(party.token).preposition
    placed = party.token.name is not None and preposition is not None and preposition.low in SCENES
    return placed or party.actor.how == "actor.definite"


def _is_unplaced(party: Party) -> bool:
    """Whether only a modifier, a possessor or a pronoun shows the state of a party: `an Oslo airline`."""
    how = ("actor.modifier", "actor.possessor", "actor.pronoun")
    return party.actor.how.startswith(how) and not party.actor.sectors


def _is_firm(party: Party) -> bool:
    known = party.actor.how.endswith(".company") or party.actor.sectors[:1] == ("BUS",)
    if known or party.actor.sectors[:1] == GOVERNING:
        return known
    token = party.token
    named = token.below("appos") if token.name is None or token.is_proper else []  # `the ferry firm Blue Whale Lines`
    beside = (token, *(word for word in named if word.is_proper))
    terms = (term for word in beside for term in (word.low, *phrase_of(word).terms))
    return any((sector_of(term) or ("",))[0] == "BUS" for term in terms)


def _is_guess(party: Party, kind: EventType) -> bool:
    """Whether the text does not state a party's country, or not that the party acts for it."""
    _, way, *rest = party.actor.how.split(".")
    if kind is EventType.PROTEST:
        return way not in (*NAMING, "domestic", "place", "only_state")
    if way == "only_state":
        return not (party.token.is_proper and party.actor.sectors[:1] == GOVERNING)
    unplaced = way not in ("name", "group") and party.actor.sectors[:1] in ((), ("BUS",))
    return way not in NAMING or rest[-1:] == ["company"] or unplaced


def _is_told_side(party: Party) -> bool:
    """Whether the words mark a party as a domestic side: the opposition, rebels, protesters, a movement."""
    sectors = party.actor.sectors[:1]
    return party.actor.how.endswith(".group") or is_at_home(party.token) or sectors in ARMED


def _is_hand(party: Party) -> bool:
    """Whether a party acts for a state: its police, its courts, its ministers."""
    return party.actor.sectors[:1] in OFFICIAL and _is_people(party)


def _is_people(party: Party) -> bool:
    known = sector_of(party.token.lemma)
    return party.token.is_proper or (known is not None and known[1] != "thing")


def _is_echo(party: Party, *, several: bool) -> bool:
    """Whether a party is only assumed to be of the actor's state (`the minister`), or is private (`the boy`)."""
    return party.actor.how.rpartition(".")[2] in ECHOES or _is_private_person(party, several=several)


def _is_private_person(party: Party, *, several: bool) -> bool:
    """Whether a party is a private person, or private people in a text that names `several` states."""
    private = party.actor.how == OWN_PEOPLE and party.actor.sectors[:1] in PRIVATE
    return private and (several or party.token.is_singular)


def is_private(party: Party) -> bool:
    """Whether a party acts in a private capacity: a tourist, a student, a company's guest."""
    titles = phrase_of(party.token).compounds if party.token.is_proper and party.token.name is None else ()
    known = (sector_of(title.lemma) for title in titles)  # `the boxing legend Vik`
    titled = any(one is not None and one[1] == "person" and (one[0],) in PRIVATE for one in known)
    return titled or (party.actor.sectors[:1] in PRIVATE and party.actor.role is not None)


def _is_one_private(party: Party) -> bool:
    return is_private(party) and party.token.is_singular


def _is_side_at_home(party: Party) -> bool:
    """Whether a party is a side in home affairs: a named leader or group, the opposition, protesters."""
    named = party.actor.how.endswith((".leader", ".group"))
    return named or party.actor.sectors[:1] in {(sector,) for sector in HOME_SECTORS} or is_at_home(party.token)
