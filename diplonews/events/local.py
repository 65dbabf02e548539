"""Acts of force among the people of one place, whose sides are named only by what they are: `gunmen`, `a policeman`."""

from __future__ import annotations

from collections.abc import Iterable

from diplonews.actors.resolve import BODIES, Party, Resolver, is_agentive, phrase_span
from diplonews.events.coded import Coded
from diplonews.events.home_affairs import OWN_PEOPLE, is_at_home
from diplonews.events.own_people import counted, domestic_actor, implied_party, is_domestic
from diplonews.events.recipients import parties_in
from diplonews.events.scene import BATTLING, DEADLY, HOW, MEANWHILE, PLACES, attackers, is_place, scene_of, targets
from diplonews.events.tellers import host_of
from diplonews.events.triggers import Match
from diplonews.lexicons.actornames import sector_of
from diplonews.lexicons.wordsets import WordSet
from diplonews.model import Actor, EventType
from diplonews.syntax.clauses import clause_of
from diplonews.syntax.nouns import phrase_of
from diplonews.syntax.tokens import Token

__all__ = ["is_lone_fight", "is_of_the_act", "is_of_the_protest", "missing_sides"]

DOERS = {
    EventType.ASSAULT: frozenset(("REB", "UAF", "CRM", "MIL", "COP")),
    EventType.COERCE: frozenset(("REB", "UAF", "MIL", "COP", "JUD", "GOV", "SPY")),
    EventType.RETREAT: frozenset(("REB", "UAF", "MIL", "COP", "JUD")),
    EventType.PROTEST: frozenset(("CVL", "LAB", "EDU", "REL", "OPP", "PTY", "MED", "JRN")),
}
UNSAID = {
    EventType.ASSAULT: "UAF",
    EventType.COERCE: "GOV",
    EventType.RETREAT: "UAF",
    EventType.PROTEST: "CVL",
}  # who acts if nobody is named
PUBLIC = frozenset(("MIL", "COP", "GOV", "JUD", "LEG", "OPP", "PTY", "JRN", "REL", "REB"))
POLITICAL = frozenset(("GOV", "JUD", "LEG", "OPP", "PTY"))
PAIR = 2
ELLIPTIC = frozenset(("another", "others"))
TARGETS = WordSet("local.targets")
DEEDS = WordSet("local.deeds")
SUFFERING = ("on", "against", "of", "at")
OPPOSING = frozenset(("against", "among", "between", "with"))
TIMING = frozenset(("after", "amid", "by", "despite", "during", "following", "since"))


def missing_sides(
    match: Match, actors: list[Party], recipients: list[Party], resolver: Resolver
) -> tuple[list[Party], list[Party]]:
    """The actors and recipients of an act of which a side is missing, as far as they can be told."""
    if match.trigger.pos == "n":
        lone = match.arguments.light is None
        return _local_deed(match, actors, recipients, resolver) if lone else (actors, recipients)
    if not actors:
        recipients = targets(match, resolver) or recipients
    if not actors and recipients:
        actors = (
            domestic_actor(match, recipients, resolver)
            or host_of(match, recipients, resolver)
            or attackers(match, recipients)
        )
    return (actors, recipients) if actors and recipients else _local_sides(match, actors, recipients, resolver)


def _local_sides(
    match: Match, actors: list[Party], recipients: list[Party], resolver: Resolver
) -> tuple[list[Party], list[Party]]:
    """The sides of an act of force; a missing one is of the place of the act.

    The doer belongs to the state of the scene, or of the dateline if the sentence names no state. A target without a
    state belongs to the doer's.
    """
    verb, kind = match.arguments.verb, match.trigger.type
    if verb is None or kind not in DOERS or not _is_forceful(match):
        return actors, recipients
    target = match.arguments.object()
    if target is not None and all(map(is_place, recipients)) and _is_local(target, resolver):
        recipients = []  # `a policeman was shot dead in Accra`: the place is not what is attacked
    actors = actors or _doers(match, verb, resolver) or _unsaid(match, verb, target, recipients, resolver)
    if not actors or recipients:
        return actors, recipients
    if kind is EventType.PROTEST and target is None and len(actors) == 1:
        return actors, [implied_party(actors[0], actors[0].token)]
    if target is None or not _is_local(target, resolver):
        return actors, []
    if _is_elliptic(target):
        found = _alike(verb, resolver)
        if found:
            return actors, found
    at_home = next((party for party in actors if _is_at_the_scene(party, verb, resolver)), None)
    return actors, [implied_party(at_home, target)] if at_home is not None else []


def _is_forceful(match: Match) -> bool:
    """Whether an act is done to people by force, or undoes it: an arrest, a release; not a ban or a withdrawal."""
    trigger = match.trigger
    wanted = {EventType.COERCE: "arrest", EventType.RETREAT: "release"}.get(trigger.type)
    return wanted is None or wanted in trigger.modes


def _alike(verb: Token, resolver: Resolver) -> list[Party]:
    """`killed three Danes and arrested another`: the parties of the object before."""
    before = clause_of(verb).joined_to
    target = clause_of(before).object if before is not None else None
    return [party for party in resolver.parties(target) if party.code] if target is not None else []


def _is_at_the_scene(doer: Party, verb: Token, resolver: Resolver) -> bool:
    """Whether a doer acts in its own state; so does one of the only state that the article names."""
    if doer.actor.how == HOW:
        return True
    scene = scene_of(verb)
    return scene == doer.code if scene is not None else not (resolver.named().keys() - BODIES - {doer.code})


def _doers(match: Match, verb: Token, resolver: Resolver) -> list[Party]:
    """`gunmen killed a policeman in Accra`: the doer as a party of the place."""
    doer = counted(match.arguments.subject())
    known = sector_of(doer.lemma) if doer is not None else None
    if doer is None or known is None or known[1] == "thing" or known[0] not in DOERS[match.trigger.type]:
        return []
    if _has_unknown_name(doer) or resolver.parties(doer):
        return []
    return _of_the_place(verb, doer, known[0], resolver)


def _unsaid(
    match: Match, verb: Token, target: Token | None, recipients: list[Party], resolver: Resolver
) -> list[Party]:
    """`a policeman was shot dead in Accra`, `two Danes were arrested in Accra`: the party of the place that did it."""
    clause, kind = clause_of(verb), match.trigger.type
    if kind is EventType.PROTEST or target is None or match.arguments.subject() is not None or not clause.is_passive:
        return []
    if any(word.is_modal for word in clause.auxiliaries) or (kind is EventType.RETREAT and scene_of(verb) is None):
        return []
    sector = (sector_of(target.lemma) or ("",))[0]
    if recipients:
        people = [party for party in recipients if party.code and _is_person(party.token) and not is_place(party)]
        if not people or verb.lemma in DEADLY:
            return []
        if sector in POLITICAL and scene_of(verb) is None:
            return [_party(people[0].code, target, UNSAID[kind])]  # `a lawmaker of Peru's ruling party was jailed`
        return _of_the_place(verb, target, UNSAID[kind], resolver, recipients)
    if not _is_local(target, resolver):
        return []
    public = is_at_home(target) or sector in PUBLIC or (kind is EventType.COERCE and scene_of(verb) is not None)
    return _of_the_place(verb, target, UNSAID[kind], resolver) if public else []


def _is_person(token: Token) -> bool:
    return is_agentive(token) or (token.name is not None and token.name.kind in ("PERSON", "LEADER"))


def _of_the_place(
    act: Token, token: Token, sector: str, resolver: Resolver, known: Iterable[Party] = ()
) -> list[Party]:
    """A party of the scene of an act."""
    code = scene_of(act) or _filed(act, resolver, known)
    return [_party(code, token, sector)] if code is not None else []


def _party(code: str, token: Token, sector: str) -> Party:
    actor = Actor(code=code, sectors=(sector,), role=token.low, implied=True, how=HOW)
    return Party(actor=actor, span=phrase_span(token), token=token)


def _filed(verb: Token, resolver: Resolver, known: Iterable[Party] = ()) -> str | None:
    """The state of the dateline, unless the sentence names another that is not among the parties known."""
    code = resolver.filed()
    if code is None:
        return None
    top = [verb, *verb.ancestors()][-1]
    others = (word.name.code for word in top.subtree() if word.name is not None and word.name.code)
    return code if {code, *(party.code for party in known)}.issuperset(others) else None


def _has_unknown_name(noun: Token) -> bool:
    """`Sealandic troops`; not `Islamist fighters` or, at the start of a sentence, `Several fighters`."""
    first = [noun, *noun.ancestors()][-1].left
    capitals = [kid for kid in phrase_of(noun).adjectives if kid.tag == "JJ" and kid.text.istitle() and kid.i > first]
    return any(sector_of(kid.lemma) is None for kid in capitals)


def _is_elliptic(target: Token) -> bool:
    return target.tag == "CD" or target.low in ELLIPTIC


def _is_local(target: Token, resolver: Resolver) -> bool:
    """Whether a target has no state of its own: `a policeman`, `ten others`, `a pipeline`."""
    if resolver.parties(target) or _has_unknown_name(target):
        return False
    if _is_elliptic(target) or is_domestic(target) or target.lemma in TARGETS:
        return True
    return (sector_of(target.lemma) or ("",))[0] in PUBLIC


def _local_deed(
    match: Match, actors: list[Party], recipients: list[Party], resolver: Resolver
) -> tuple[list[Party], list[Party]]:
    """The sides of a deed that a noun names; a missing one is of the place: `after an attack on a base in Accra`."""
    noun, kind = match.token, match.trigger.type
    if kind not in DOERS or DEEDS.words.isdisjoint(phrase_of(noun).terms) or not _is_told(noun):
        return actors, recipients
    suffering = [head for low in SUFFERING for head in match.arguments.heads(low)]
    victims = [party for head in suffering if not _is_scene(head) for party in resolver.parties(head) if party.code]
    local = [head for head in suffering if _is_local(head, resolver)]
    if suffering and not (victims or local or any(map(_is_scene, suffering))):
        return actors, recipients  # `an attack on individualism`
    code = scene_of(noun) or (_filed(noun, resolver) if local else None)
    open_doer = not (actors or suffering or match.trigger.symmetric) and len(resolver.named()) > 1
    if code is None or open_doer:
        return actors, recipients
    doers = actors or [_party(code, noun, UNSAID[kind])]
    return doers, victims or [implied_party(_party(code, noun, "CVL"), local[0] if local else noun)]


def _is_told(noun: Token) -> bool:
    """Whether a noun tells of an act that happened: `after the raid`, `the raid killed two`; not `to avert a raid`."""
    first = list(noun.chain("conj"))[-1]
    preposition = phrase_of(first).preposition
    if preposition is not None:
        return preposition.low in TIMING
    return first.dep in ("nsubj", "nsubjpass", "ROOT")


def _is_scene(noun: Token) -> bool:
    """Whether a target is the name of a place, or a place with a name: `attacks on Accra`, `the city of Kumasi`."""
    return noun.lemma in PLACES or (noun.name is not None and noun.name.kind in ("CAPITAL", "CITY", "TERRITORY"))


def is_lone_fight(match: Match, actors: list[Party]) -> bool:
    """`Fighting resumed in Accra`: a fight with at most one side named."""
    trigger, arguments = match.trigger, match.arguments
    if trigger.type not in DOERS or trigger.pos != "n" or arguments.light is not None:
        return False
    codes = {party.code for party in (*actors, *parties_in(arguments, trigger.recipients))}
    return len(codes) < PAIR and not _names_others(match.token)


def _names_others(fight: Token) -> bool:
    """`Fighting resumed in Accra between Danes and Latvians`, `as Oslo shelled Riga`: a state besides the scene."""
    first = list(fight.chain("conj"))[-1]
    above = next((word for word in first.ancestors() if word.is_verb), first)
    if first.is_subject:
        tops = [kid for kid in above.kids if kid.dep != "advcl" or any(one.low in MEANWHILE for one in kid.kids)]
    else:
        tops = [fight, *(noun for low, noun in clause_of(above).phrases if low in OPPOSING)]
    named = {word.name.code for top in tops for word in top.subtree() if word.name is not None}
    return len((named | {scene_of(fight)}) - {"", None}) > 1


def is_of_the_act(event: Coded, told: Iterable[Coded]) -> bool:
    """`Two Danes were killed in clashes in Accra`: the clashes without sides are the act that the verb tells of."""
    if event.match.trigger.pos != "n" or not event.recipients or any(one.actor.how != HOW for one in event.actors):
        return False
    verbs = (other.match for other in told if other.type in UNSAID and other.match.trigger.pos == "v")
    return any(noun is event.match.token for match in verbs for low, noun in match.arguments.phrases if low in BATTLING)


def is_of_the_protest(event: Coded, told: Iterable[Coded]) -> bool:
    """`rallied outside Oslo's embassy and burned a flag`: without a recipient of its own, the second verb adds none."""
    if event.type is not EventType.PROTEST or _has_named_recipient(event):
        return False
    protests = (one for one in told if one.type is EventType.PROTEST and _has_named_recipient(one))
    return any(_are_joined(event.match, one.match) for one in protests)


def _has_named_recipient(event: Coded) -> bool:
    """Whether an act is directed at anybody but the actor's own people."""
    return any(one.actor.how != OWN_PEOPLE for one in event.recipients)


def _are_joined(match: Match, other: Match) -> bool:
    """Whether the verbs of two triggers are coordinated."""
    one, two = match.arguments.verb, other.arguments.verb
    if one is None or two is None:
        return False
    return clause_of(one).joined_to is two or clause_of(two).joined_to is one
