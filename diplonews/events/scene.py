"""Acts of force whose attackers or victims only the place identifies: `a bomb killed two Danes in Accra`."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice, takewhile

import attrs

from diplonews.actors.resolve import Party, Resolver, is_agentive, phrase_span
from diplonews.events.home_affairs import OWN_PEOPLE
from diplonews.events.roles import Arguments, is_attack
from diplonews.events.triggers import Match
from diplonews.lexicons.actornames import sector_of
from diplonews.lexicons.wordsets import WordSet
from diplonews.model import Actor, EventType
from diplonews.syntax.clauses import REPORTING, clause_of
from diplonews.syntax.nouns import phrase_of
from diplonews.syntax.tokens import Token

__all__ = ["attackers", "hurt_meanwhile", "is_only_scene", "is_place", "people_of_place", "scene_of", "targets"]

HOW = "actor.place"
NAMED = frozenset(("NAME", "CAPITAL", "CITY", "TERRITORY"))
NAMING = NAMED | {"ADJECTIVE"}
INSIDE = frozenset(("in", "inside", "into", "at", "across", "throughout", "around", "outside", "over", "of", "near"))
ABDUCTING = WordSet("scene.abducting")
BATTLING = frozenset(("in", "by", "during"))
BATTLES = WordSet("scene.battles")
PLACES = WordSet("scene.places")
LINKS = WordSet("scene.links")
SIDES = WordSet("scene.sides")
DEADLY = WordSet("scene.deadly")
MEANWHILE = frozenset(("when", "as"))
ARMED = frozenset(("REB", "UAF", "CRM"))
REBELS = frozenset(("REB", "UAF"))
FORCES = frozenset((("MIL",), ("COP",), ("SPY",), ("GOV",), ()))
ELSEWHERE = frozenset(("about", "after", "before", "following", "for", "over", "since"))
FORCE = frozenset((EventType.ASSAULT, EventType.COERCE))
MOST_CLAUSES = 4  # the clause of the act and those above it


def scene_of(verb: Token) -> str | None:
    """The code of the state where the act of a verb takes place, by the phrases of its clause and those above it.

    Clauses that only report (`said in Geneva`) do not count.
    """
    for clause in islice(_clauses(verb), MOST_CLAUSES):
        found = (_code_of(low, noun) for low, noun in _settings(clause))
        code = next((one for one in found if one is not None), None)
        if code is not None:
            return code
    return None


def _settings(verb: Token) -> Iterator[tuple[str, Token]]:
    """The phrases that may place an act, also those of a fight during which it happens; then its object."""
    for low, noun in clause_of(verb).phrases:
        if low in INSIDE and not _is_of_another_act(noun, verb):
            yield low, noun
        elif low == "during" and _is_fight(noun):
            yield from ((inner, place) for inner, place in clause_of(noun).phrases if inner in INSIDE)
    target = clause_of(verb).object
    if target is not None and target.lemma in PLACES:
        yield "in", target


def _is_of_another_act(place: Token, verb: Token) -> bool:
    """`arrested in connection with a raid in Mali`, `jailed for a raid in Mali`: Mali is only the place of the raid."""
    between = takewhile(lambda above: above is not verb, place.upwards())
    return any(above.low in ELSEWHERE or above.lemma in LINKS for above in between)


def _clauses(verb: Token) -> Iterator[Token]:
    """A verb and the verbs above it, up to one of saying."""
    yield verb
    for above in verb.ancestors():
        if above.lemma in REPORTING:
            return
        if above.is_verb:
            yield above


def _code_of(low: str, noun: Token) -> str | None:
    """The state of a place: `Iraq`, `a Baghdad suburb`, `the Malian town of`; not of `the people of Mali`."""
    if noun.name is not None and noun.name.kind in NAMED:
        preposition = phrase_of(noun).preposition
        placed = low != "of" or (
            preposition is not None and (preposition.head.lemma in PLACES or preposition.head.low in SIDES)
        )
        return noun.name.code or None if placed else None
    if noun.lemma not in PLACES:
        return None
    names = (kid.name for kid in phrase_of(noun).owners)
    return next((name.code for name in names if name is not None and name.kind in NAMING and name.code), None)


def targets(match: Match, resolver: Resolver) -> list[Party]:
    """The target of an attack that is the subject of the act: `a raid on a Danish convoy killed six drivers`."""
    deed = match.arguments.subject() if match.trigger.type is EventType.ASSAULT else None
    if deed is None or not is_attack(deed):
        return []
    arguments = Arguments(deed, resolver)
    found = arguments.slot("on") or arguments.slot("against")
    suffered = phrase_of(deed).of
    return found or (resolver.parties(suffered) if suffered is not None else [])


def hurt_meanwhile(match: Match, resolver: Resolver) -> list[Party]:
    """`two Danes were killed when gunmen stormed a hotel`: those whom the clause above tells of."""
    verb = match.arguments.verb
    if (
        verb is None
        or match.trigger.type is not EventType.ASSAULT
        or MEANWHILE.isdisjoint(kid.low for kid in verb.kids)
    ):
        return []
    above = verb.head
    hurt = clause_of(above).patient if above.lemma in DEADLY and not clause_of(above).has_agent else None
    found = resolver.parties(hurt) if hurt is not None else []
    return [party for party in found if party.code]


def attackers(match: Match, recipients: list[Party]) -> list[Party]:
    """The people of the place, if a weapon, an attack or unnamed fighters kill or abduct the recipients there."""
    verb, doer = match.arguments.verb, match.arguments.subject()
    if verb is None or match.trigger.type not in FORCE or all(map(is_place, recipients)):
        return []
    deed = _deed_above(verb) if doer is None or not (is_agentive(doer) or doer.name is not None) else None
    if not (_is_armed(doer) or _is_hurt_in_fight(match, verb, recipients) or deed is not None):
        return []
    found = Arguments(deed, match.arguments.resolver).slot("adj") if deed is not None else []
    if found:
        return found
    rebels = (noun for noun in match.arguments.after("with") if (sector_of(noun.lemma) or ("",))[0] in REBELS)
    foe = next(rebels, None)
    if foe is not None:
        return [_people(recipients[0].code, foe)]  # `two Danish soldiers were killed in clashes with rebels`
    code = (doer is not None and (_origin(doer) or scene_of(doer))) or scene_of(verb)
    return [_people(code, doer or verb)] if code is not None else []


def _deed_above(verb: Token) -> Token | None:
    """The attack that a clause describes: `a Danish raid on a camp in which two men were killed`."""
    if not clause_of(verb).is_relative:
        return None
    return next((above for above in islice(verb.ancestors(), MOST_CLAUSES) if is_attack(above)), None)


def _people(code: str, token: Token) -> Party:
    actor = Actor(code=code, sectors=("UAF",), role=token.low, implied=True, how=HOW)
    return Party(actor=actor, span=token.span if token.is_verb else phrase_span(token), token=token)


def _is_armed(doer: Token | None) -> bool:
    """Whether a subject is an attack, a weapon, or people whose country is open: `a roadside bomb`, `gunmen`."""
    return doer is not None and (is_attack(doer) or (sector_of(doer.lemma) or ("",))[0] in ARMED)


def _is_hurt_in_fight(match: Match, verb: Token, recipients: list[Party]) -> bool:
    """Whether people are hurt in a fight, or abducted: `was killed in clashes`, `was kidnapped`."""
    if not any(party.code and is_agentive(party.token) for party in recipients):
        return False
    if verb.lemma in ABDUCTING and clause_of(verb).is_passive:
        return True
    return verb.lemma in DEADLY and any(low in BATTLING and _is_fight(one) for low, one in match.arguments.phrases)


def is_place(party: Party) -> bool:
    """Whether a party is only the place of the act: `a bombing in Kenya`."""
    first = list(party.token.chain("conj"))[-1]
    return party.token.name is not None and phrase_of(first).preposition is not None


def _origin(weapon: Token) -> str | None:
    """`a rocket fired from Gaza`: where it was fired."""
    fired = (weapon, *weapon.below("acl"))
    found = (_code_of("in", place) for top in fired for low, place in clause_of(top).phrases if low == "from")
    return next((code for code in found if code is not None), None)


def _is_fight(noun: Token) -> bool:
    """Whether people can be hurt in it: `clashes`, `a string of bombings`."""
    inner = phrase_of(noun).of
    return any(one is not None and (is_attack(one) or one.lemma in BATTLES) for one in (noun, inner))


def is_only_scene(match: Match, actors: list[Party]) -> bool:
    """Whether the only actor of an attack that a noun names is its place: `condemned the Mombasa bombing`.

    The doer of a verb (`the Mombasa bombing killed two`) is of the place, as with `a bombing in Mombasa killed two`.
    """
    if match.trigger.pos != "n" or match.trigger.type not in (EventType.ASSAULT, EventType.PROTEST) or len(actors) != 1:
        return False
    word = actors[0].token
    return word.dep == "compound" and word.name is not None and word.name.kind in ("CAPITAL", "CITY", "TERRITORY")


def people_of_place(match: Match, actors: list[Party], recipients: list[Party]) -> list[Party]:
    """The recipients; people without a country are of the place: `the Danish army killed two fighters in Accra`."""
    verb = match.arguments.verb
    own = {party.code for party in actors}
    if verb is None or match.trigger.type is not EventType.ASSAULT or len(own) != 1 or not recipients:
        return recipients
    if any(party.actor.how != OWN_PEOPLE for party in recipients):
        return recipients
    code = scene_of(verb)
    if code is None or code in own or any(party.actor.sectors[:1] not in FORCES for party in actors):
        return recipients
    return [attrs.evolve(one, actor=attrs.evolve(one.actor, code=code, how=HOW)) for one in recipients]
