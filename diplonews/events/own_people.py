"""A state's own people as the other side of its act, and people who act against their own state."""

from __future__ import annotations

import attrs

from diplonews.actors.resolve import BODIES, COLLECTIVE, Party, Resolver, conjuncts, is_agentive
from diplonews.events.home_affairs import OWN_PEOPLE
from diplonews.events.roles import Arguments
from diplonews.events.scene import scene_of
from diplonews.events.triggers import Match
from diplonews.lexicons.actornames import sector_of
from diplonews.lexicons.recipients import fallback_of
from diplonews.lexicons.wordsets import WordSet
from diplonews.model import EventType
from diplonews.syntax.nouns import phrase_of
from diplonews.syntax.tokens import Token

__all__ = ["INSIDERS", "counted", "domestic_actor", "implied_party", "is_domestic", "own_ground", "own_people"]

MOST_COUNTS = 3
GOVERNING = WordSet("recipients.governing")
ARMED = WordSet("recipients.armed")
REBELS = frozenset(("OPP", "REB", "UAF"))
INSIDERS = (("REB",), ("OPP",), ("UAF",), ("LAB",))
REBELLIOUS = frozenset(("REB", "OPP", "CVL", "CRM", "LAB", "UAF"))
DOMESTIC = frozenset(
    ("CVL", "OPP", "REB", "JRN", "LEG", "PTY", "LAB", "EDU", "REL", "CRM", "BUS", "JUD", "COP", "MED", "NGO", "UAF")
)
VENUES = frozenset(("in", "at"))
ORDER = WordSet("own_people.order")
DEMANDED = WordSet("coding.demanded")
PLACES = WordSet("scene.places")


def own_people(arguments: Arguments, slots: tuple[str, ...], actors: list[Party]) -> list[Party]:
    """A party with the actor's own code, or an unnamed group of the actor's country."""
    codes = {party.code for party in actors} - BODIES
    if not codes:
        return []
    acting = {party.token for party in actors}
    for slot in slots:
        if slot in ("s", "c", "poss", "adj") or (slot == "of" and _is_demanded(arguments)):
            continue
        if arguments.verb is not None and arguments.clause.is_circumstance:
            continue  # `shelled a village in Chad, killing four people`: the main clause shows whose people
        same = [
            party
            for party in arguments.slot(slot)
            if party.code in codes and party.token not in acting and not party.actor.implied
        ]
        if same and (
            is_agentive(same[0].token)
            or (
                phrase_of(same[0].token).possessor is None  # `conveyed Washington's concern`
                and same[0].actor.how.rpartition(".")[2]
                in ("group", "person", "leader", "capital", "city", "territory")
            )
        ):
            return same[:1]
        for head in arguments.heads(slot):
            if len(codes) > 1 or (slot in VENUES and (sector_of(head.lemma) or ("", ""))[1] == "group"):
                continue  # `Oslo and Riga arrested smugglers`, `fought in the courts`
            if (
                is_domestic(head)
                or (head.lemma not in DEMANDED and is_domestic(phrase_of(head).possessor))
                or (slot == "o" and _is_attacked_at_home(head, arguments, actors))
                or (slot == "o" and _is_own_government(head, arguments, actors))
            ):
                return [implied_party(actors[0], head)]
    return _of_a_territory(arguments, codes) if "c" in slots else []


def _of_a_territory(arguments: Arguments, codes: set[str]) -> list[Party]:
    """`offered to meet Chechen leaders`: people of a territory, who may face their own state."""
    territorial = (party for party in arguments.slot("c") if party.actor.how.endswith(".territory"))
    return [one for one in territorial if one.code in codes and (is_agentive(one.token) or one.token.is_proper)][:1]


def _is_demanded(arguments: Arguments) -> bool:
    """`demanded the release of the sailors`: the demand is not addressed to the sailors."""
    target = arguments.object()
    return target is not None and target.lemma in DEMANDED


def _is_attacked_at_home(head: Token, arguments: Arguments, actors: list[Party]) -> bool:
    """`the rebels stormed a police station in Kidal`: the target names no country, and armed groups act at home."""
    first = actors[0].actor
    if first.sectors[:1] not in (("UAF",), ("REB",)) or arguments.verb is None:
        return False
    if any(party.code for party in arguments.resolver.parties(head)):
        return False
    placed = [party.code for low in ("in", "near", "at", "outside") for party in arguments.slot(low)]
    return head.is_word_noun and (not placed or placed[0] == first.code)


def _is_own_government(head: Token, arguments: Arguments, actors: list[Party]) -> bool:
    """`the opposition leader accused the government`: the government of the leader's own country."""
    subject = arguments.subject()
    if head.lemma not in GOVERNING or subject is None:
        return False
    before = (sector_of(word.lemma) for word in subject.before())
    return actors[0].actor.sectors[:1] in INSIDERS or any(one is not None and (one[0],) in INSIDERS for one in before)


def implied_party(party: Party, token: Token) -> Party:
    """A party for the people of another party's country that a noun denotes."""
    sector = sector_of(token.lemma)
    actor = attrs.evolve(
        party.actor,
        sectors=(sector[0],) if sector else (),
        name=None,
        role=token.low,
        implied=True,
        how=OWN_PEOPLE,
    )
    return attrs.evolve(party, actor=actor, token=token, span=token.span)


def domestic_actor(match: Match, recipients: list[Party], resolver: Resolver) -> list[Party]:
    """Domestic actors against their own state: `rebels shelled Syrian troops`.

    Protesters are of the place named, or of the country where the article was filed.
    """
    arguments = match.arguments
    target = counted(arguments.subject())
    known = sector_of(target.lemma) if target is not None else None
    if target is None or known is None:
        return []
    if known[0] == "MIL" and any(kid.lemma in GOVERNING for kid in phrase_of(target).compounds):
        return [implied_party(recipients[0], target)]  # `government troops entered Bamako`
    if known[0] not in REBELLIOUS or not is_domestic(target):
        return []
    also = fallback_of(match.trigger.type).also
    one = target.is_singular and "bodily" not in also  # `a man who insults Danes`
    if known[0] == "CVL" and (one or "peaceful" in also or phrase_of(target).possessor is not None):
        return []  # `the boy went to Chile`, `her father criticised Spanish judges`
    if "oc" in match.trigger.recipients and match.inner is not None:
        return []  # `villagers allege that Kenyan troops beat Somali herders`: their country is open
    found = implied_party(recipients[0], target)
    if match.trigger.type in (EventType.PROTEST, EventType.ASSAULT, EventType.COERCE, EventType.RETREAT):
        home = scene_of(arguments.verb or match.token)
        home = home or (resolver.filed() if match.trigger.type is EventType.PROTEST else None)
        if home is not None:
            found = attrs.evolve(found, actor=attrs.evolve(found.actor, code=home, how="actor.place"))
    return [found]


def counted(token: Token | None) -> Token | None:
    """`hundreds of thousands of people`: the people."""
    for _ in range(MOST_COUNTS):
        if token is None or not token.has("of") or not (token.lemma in COLLECTIVE or phrase_of(token).is_amount):
            break
        token = phrase_of(token).of
    return token


def is_domestic(token: Token | None) -> bool:
    """Whether a word names people or a body of a country: `villagers`, `opposition leaders`, `President Quispe`."""
    if token is None:
        return False
    known = sector_of(token.lemma)
    if token.lemma in ARMED and any((sector_of(kid.lemma) or ("",))[0] in REBELS for kid in phrase_of(token).modifiers):
        return True  # `rebel groups`
    if known is None and token.is_proper and token.name is None:
        return any((sector_of(kid.low) or ("", ""))[0] == "GOV" for kid in phrase_of(token).compounds)
    if known is None or known[1] == "thing" or not is_agentive(token):
        return False
    before = (member for kid in phrase_of(token).modifiers for member in conjuncts(kid))
    camps = (sector_of(member.lemma) for member in before)  # `opposition leaders`
    inside = known[0] == "GOV" and any(camp is not None and (camp[0],) in INSIDERS for camp in camps)
    return inside or known[0] in DOMESTIC


def own_ground(match: Match, actors: list[Party]) -> list[Party]:
    """`Malian troops entered a rebel-held town`: people of the troops' own country, if rebels are there."""
    if len(actors) != 1:
        return []
    order = next((word for word in match.token.subtree() if word.i > match.token.i and word.lemma in ORDER), None)
    if order is not None:
        return [implied_party(actors[0], order)]  # `deployed troops to restore order`
    held = next((noun for noun in match.used if noun.lemma in PLACES), None)
    if held is None:
        return []
    known = (sector_of(word.lemma) for word in held.subtree())
    return [implied_party(actors[0], held)] if any(one is not None and one[0] in REBELS for one in known) else []
