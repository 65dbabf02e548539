"""The events of a sentence: the parties that fill the roles of its triggers, and the final event types."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice, product

import attrs

from diplonews.actors.resolve import Party, Resolver, is_agentive
from diplonews.events.accords import open_accord
from diplonews.events.acts import ActResolver
from diplonews.events.coded import EXPECTED, PUBLIC_ACTS, Coded, future_of, one_way, standing_of
from diplonews.events.home_affairs import is_common_crime, is_no_public_act, is_private, seems_own
from diplonews.events.judging import Judge
from diplonews.events.local import is_lone_fight, is_of_the_act, is_of_the_protest, missing_sides
from diplonews.events.matching import find_matches
from diplonews.events.meetings import meets_alone, open_meeting, verb_around, with_delegates
from diplonews.events.obligations import content_of, demands
from diplonews.events.own_people import implied_party, own_ground
from diplonews.events.put_off import new_time
from diplonews.events.recipients import (
    first_party,
    is_condemned_attack,
    other_side,
    parties_in,
    recipients_of,
    stands_alone,
)
from diplonews.events.retold import told_before
from diplonews.events.roles import Arguments
from diplonews.events.scene import hurt_meanwhile, is_only_scene, is_place, people_of_place
from diplonews.events.status import Standing, assess
from diplonews.events.tellers import tellers_of, victims_of
from diplonews.events.triggers import Match, match_verb
from diplonews.events.turned import is_undergone, undergone
from diplonews.events.unnamed import addressee, sides
from diplonews.events.vetoes import HARMFUL, veto_of_sentence
from diplonews.lexicons.recipients import fallback_of
from diplonews.lexicons.triggers import TriggerIndex
from diplonews.model import EventStatus, EventType
from diplonews.syntax.blocks import Sentence
from diplonews.syntax.clauses import clause_of
from diplonews.syntax.nouns import phrase_of
from diplonews.syntax.tokens import Token

__all__ = ["code_sentence"]

ALLEGED = HARMFUL | {EventType.AID}
SUFFERED = HARMFUL - {EventType.MOBILIZE}
CONDITIONAL = frozenset(("status.would", "status.modal", "status.condition"))  # families of rows
HYPOTHETICAL = EventStatus.HYPOTHETICAL
MOST_PAIRED = 2
MOST_OPEN = 2  # meetings in a sentence whose parties come from other sentences
ONE_BY_ONE = frozenset(("speak", "talk", "phone", "telephone", "call", "write"))
SEPARATELY = frozenset(("both", "each", "separate", "separately", "respective", "individually"))
VENUES = frozenset(("in", "at"))
LOOKING_BACK = frozenset(("after", "since", "following", "from", "during"))
TOLD = (EventStatus.ACTUAL, EventStatus.CLAIMED, EventStatus.PLANNED)


def code_sentence(sentence: Sentence, resolver: ActResolver, index: TriggerIndex, judge: Judge) -> list[Coded]:
    """The events of a sentence, in text order."""
    if veto_of_sentence(sentence) is not None:
        return []
    matches = find_matches(sentence, resolver, index)
    coded: list[Coded] = []
    seen: set[tuple[object, ...]] = set()
    found = [event for match in matches for event in _code(match, resolver)]
    found += [event for one in found for event in _alleged(one, resolver, index)]
    found += [later for one in found if (later := new_time(one)) is not None]
    demanded = demands(sentence, resolver)
    inside = frozenset(word for demand in demanded for word in content_of(demand))
    found = [one for one in found if one.match.token not in inside or one.standing.status is not HYPOTHETICAL]
    found += demanded
    found = found or [event for match in matches for event in _code_complement(match, resolver, index)]
    unnamed = (event for match in _without_event(matches, found) for event in _code_unnamed(match, sentence, resolver))
    found += islice(unnamed, 1)
    found += islice(_open_meetings(matches, found, resolver), MOST_OPEN)
    found += islice(_open_accords(matches, found, resolver), 1)
    found += _retold(matches, found, resolver)
    found = [one for one in found if not (is_of_the_act(one, found) or is_of_the_protest(one, found))]
    found = [_addressed(event, sentence, resolver) for event in found]
    found = [_suffered(event, tellers_of(event.match.token, resolver)) for event in found]
    found = [one for one in found if not is_no_public_act(_kind_of(one), one.actors, one.recipients)]
    if any(one.type in HARMFUL for one in found):
        words = {token.lemma for token in sentence.tokens}
        found = [one for one in found if not is_common_crime(one.type, one.actors, one.recipients, words)]
    found = judge.kept(found, sentence, matches, resolver)
    found.sort(key=lambda event: event.match.words[0].i)
    for event in found:
        key = (
            event.type,
            tuple(p.code for p in event.actors),
            tuple(p.code for p in event.recipients),
            event.standing.status,
        )
        if key not in seen:
            seen.add(key)
            coded.append(event)
    return coded


def _kind_of(event: Coded) -> EventType:
    """The type of an event; that of the act itself if it is still to come: a strike is announced."""
    return event.match.trigger.type if event.type is EventType.THREATEN else event.type


def _addressed(event: Coded, sentence: Sentence, resolver: Resolver) -> Coded:
    """The event; a troop movement gets the other side named elsewhere in the sentence as its recipient."""
    if event.type is not EventType.MOBILIZE or event.recipients or event.symmetric:
        return event
    actors = list(event.actors)
    found = addressee(event.match, actors, sentence, resolver) or own_ground(event.match, actors)
    return attrs.evolve(event, recipients=tuple(found))


def _suffered(event: Coded, tellers: list[Party]) -> Coded:
    """The event with its reporter as the victim, if otherwise only the actor's own people would be."""
    actors, recipients = list(event.actors), list(event.recipients)
    recipients = victims_of(event.match, actors, people_of_place(event.match, actors, recipients), tellers)
    return attrs.evolve(event, recipients=tuple(recipients))


def _without_event(matches: list[Match], found: list[Coded]) -> Iterator[Match]:
    """The triggers that govern all events found and yield none themselves."""
    for match in matches:
        verb = match.arguments.verb or match.token
        below = {token for token in verb.subtree() if token.i > verb.i} if found else set()
        if all(event.match.token in below and event.match is not match for event in found):
            yield match


def _code(match: Match, resolver: ActResolver) -> Iterator[Coded]:
    trigger, arguments = match.trigger, match.arguments
    if is_undergone(match):
        yield from undergone(match, resolver)
        return
    doer = arguments.slot("by") if trigger.pos == "n" and arguments.light is None else []
    actors = doer or first_party(arguments, trigger.actors) or _owner_of_act(match, resolver)
    actors = [] if is_only_scene(match, actors) else actors
    actors = with_delegates(match, actors, resolver) if trigger.symmetric else actors
    if trigger.type in PUBLIC_ACTS and actors:
        actors = [party for party in actors if not is_private(party) and not _is_business(trigger.type, party)]
        if not actors:
            return
    symmetric = trigger.symmetric and not is_lone_fight(match, actors)
    yield from (_symmetric if symmetric else _directed)(match, actors, resolver)


def _is_business(kind: EventType, party: Party) -> bool:
    """`entrepreneurs met`: talks between firms are not diplomacy, but their agreements may be trade."""
    return kind is EventType.CONSULT and party.actor.sectors[:1] == ("BUS",) and party.actor.role is not None


def _owner_of_act(match: Match, resolver: Resolver) -> list[Party]:
    """The parties behind the act of a passive verb: `an appeal by Oslo was sent to Riga`."""
    verb, trigger = match.arguments.verb, match.trigger
    if verb is None or trigger.pos != "v" or not clause_of(verb).is_passive or match.arguments.subject() is not None:
        return []
    if trigger.type in SUFFERED or "release" in trigger.modes:
        return []
    acts = [token for token in match.used if token is clause_of(verb).patient and not is_agentive(token)]
    return first_party(Arguments(acts[0], resolver), ("poss", "by", "from", "adj")) if acts else []


def _directed(match: Match, actors: list[Party], resolver: ActResolver) -> Iterator[Coded]:
    trigger, arguments = match.trigger, match.arguments
    nominal = trigger.pos == "n"
    actors = _not_its_object(match, actors, resolver)
    reciprocal = len(actors) > 1 and arguments.is_reciprocal()
    recipients, fallback = ([], None) if reciprocal else _recipients(match, actors, resolver)
    recipients = hurt_meanwhile(match, resolver) or recipients
    if trigger.mutual and not actors and len(recipients) > 1:
        actors, recipients = recipients, []  # `ties between Oslo and Riga were restored`
    if reciprocal or (trigger.mutual and not recipients and len(actors) > 1):
        yield from _symmetric(match, actors, resolver)
        return
    if not recipients and len(actors) == 1 and (trigger.symmetric or trigger.mutual):
        recipients = other_side(arguments, actors)
    if not (actors and recipients):
        actors, recipients = missing_sides(match, actors, recipients, resolver)
    alone = (stands_alone(match) and not (nominal and arguments.light is None)) or meets_alone(match, actors)
    alone = alone or is_condemned_attack(match)
    if not actors or not (recipients or alone):
        return
    standing = _standing_among(match, (*actors, *recipients), resolver)
    if standing.family == "status.purpose" or _is_anothers_wish(standing, actors, resolver):
        return
    kind, rule, status = future_of(match, standing)
    if kind in HARMFUL and status is EventStatus.HYPOTHETICAL and _is_own_threat(match, standing, actors, resolver):
        kind, rule, status = EventType.THREATEN, "type.threatened", EventStatus.PLANNED
    stayed_away = status is EventStatus.NEGATED or rule == "type.refused"
    if (stayed_away and _are_venues(match, recipients)) or seems_own(kind, actors, recipients, resolver.named()):
        return
    event = one_way(match, actors, recipients, kind, attrs.evolve(standing, status=status), rule)
    yield attrs.evolve(event, fallback=fallback)


def _are_venues(match: Match, recipients: list[Party]) -> bool:
    """`will not attend the summit in Oslo`: the place of a meeting that the actor stays away from is no party to it."""
    if match.trigger.type is not EventType.CONSULT or match.arguments.object() is None or not recipients:
        return False
    prepositions = [phrase_of(party.token).preposition for party in recipients if is_place(party)]
    at = [one for one in prepositions if one is not None and one.low in VENUES]
    return len(at) == len(recipients)


def _recipients(match: Match, actors: list[Party], resolver: ActResolver) -> tuple[list[Party], str | None]:
    """The recipients; what a joint act is about is no party: `Oslo and Riga signed a deal on Fijian fish`."""
    trigger = match.trigger
    found, fallback = recipients_of(match, actors, resolver, nominal=trigger.pos == "n")
    if not trigger.mutual or len(actors) <= 1 or "with" not in trigger.recipients:
        return found, fallback
    addressed = tuple(slot for slot in trigger.recipients if slot != "o")
    third = {party.code for party in first_party(match.arguments, addressed, tuple(one.code for one in actors))}
    return [party for party in found if party.code in third], fallback


def _not_its_object(match: Match, actors: list[Party], resolver: Resolver) -> list[Party]:
    """`It accused Paris`: `it` cannot be Paris, so it is the other side of the article's dispute."""
    target = match.arguments.object()
    if len(actors) != 1 or actors[0].actor.how != "actor.pronoun" or target is None or target.name is None:
        return actors
    if target.name.kind == "PERSON":  # `he urged Danes`: he may be their leader
        return actors
    return resolver.opponent(actors[0].token, actors[0].code) if target.name.code == actors[0].code else actors


def _code_complement(match: Match, resolver: ActResolver, index: TriggerIndex) -> Iterator[Coded]:
    """`Oslo is to close the port, a diplomat warned`: the speaker has no code, but the reported act still counts."""
    if first_party(match.arguments, match.trigger.actors):
        return
    complement = match.arguments.complement()
    verbs = complement.descent("xcomp", "ccomp") if complement is not None else ()
    found = (match_verb(verb, index, resolver) for verb in verbs)
    inner = next((one for one in found if one is not None), None)
    if inner is not None:
        yield from _code(inner, resolver)


def _alleged(event: Coded, resolver: ActResolver, index: TriggerIndex) -> Iterator[Coded]:
    """`Oslo accused Riga of shelling a village`: the alleged act, done to the accuser if no other target is given."""
    complement = event.match.arguments.complement() if event.type is EventType.ACCUSE else None
    inner = match_verb(complement, index, resolver) if complement is not None and event.match.inner else None
    accused = [party for party in event.recipients if party.code and not party.actor.implied]
    if inner is None or inner.trigger.type not in ALLEGED or not accused:
        return
    standing, kind = standing_of(inner), inner.trigger.type
    if standing.status is not EventStatus.CLAIMED:
        return
    codes = {party.code for party in accused}
    told = [one for one in _code(inner, resolver) if {party.code for party in one.actors} == codes]
    if not told and kind in HARMFUL:
        target = implied_party(accused[0], inner.arguments.object() or inner.token)
        told = [one_way(inner, accused, [target], kind, standing, "type.table")]
    yield from (_suffered(one, list(event.actors)) for one in told)


def _code_unnamed(match: Match, sentence: Sentence, resolver: Resolver) -> Iterator[Coded]:
    """A conflict event with a side that fills no slot of the trigger."""
    standing = standing_of(match)
    if standing.family == "status.purpose" or is_undergone(match):
        return
    kind, rule, status = future_of(match, standing)
    actors, recipients = sides(match, kind, first_party(match.arguments, match.trigger.actors), sentence, resolver)
    if actors:
        yield one_way(match, actors, recipients, kind, attrs.evolve(standing, status=status), rule)


def _retold(matches: list[Match], found: list[Coded], resolver: ActResolver) -> list[Coded]:
    """Acts whose parties are named in earlier sentences."""
    coded = {event.match for event in found}
    again = []
    for match in matches:
        actors, recipients = told_before(match, resolver) if match not in coded else ([], [])
        standing = standing_of(match) if actors else None
        if standing is not None and standing.status is EventStatus.ACTUAL:
            again.append(one_way(match, actors, recipients, match.trigger.type, standing, "type.table"))
    return again


def _open_meetings(matches: list[Match], found: list[Coded], resolver: ActResolver) -> Iterator[Coded]:
    """Meetings and visits whose parties are named in earlier sentences."""
    coded = {event.match for event in found}
    told = [event for event in found if event.is_meeting]
    for match in matches:
        meeting = open_meeting(match, resolver) if match not in coded else None
        if meeting is not None and meeting.is_bare and any(not event.recipients for event in told):
            continue  # the meeting that this sentence has just reported
        standing = standing_of(match) if meeting is not None else None
        if meeting is None or standing is None or standing.family == "status.purpose":
            continue
        if meeting.planned and _is_told_as_planned(match, standing):
            standing = Standing(status=EventStatus.PLANNED, rule="status.planned_before")
        standing = _with_verb_around(match, standing)
        if standing.status not in TOLD:
            continue
        kind, rule, status = future_of(match, standing)
        standing = attrs.evolve(standing, status=status)
        event = one_way(match, meeting.actors, meeting.recipients, kind, standing, rule)
        if not any(_is_same_meeting(event, other) for other in told):
            told.append(event)
            yield attrs.evolve(event, symmetric=not meeting.recipients)


def _open_accords(matches: list[Match], found: list[Coded], resolver: ActResolver) -> Iterator[Coded]:
    """Agreements whose parties are named in earlier sentences."""
    coded = {event.match for event in found}
    told = {
        frozenset(party.code for party in (*event.actors, *event.recipients))
        for event in found
        if event.match.trigger.type in (EventType.AGREE, EventType.SUPPORT)
    }
    for match in matches:
        accord = open_accord(match, resolver) if match not in coded else None
        if accord is None or frozenset(party.code for party in accord.parties) in told:
            continue
        own = match.token in (accord.word, accord.word.head)  # `the signing`, `the accord signed in Oslo`
        standing = standing_of(match) if own else assess(accord.word)
        clause = clause_of(accord.word)
        if accord.word.head.low in EXPECTED or (clause.is_modifying and accord.word.has("to")):
            standing = Standing(status=EventStatus.PLANNED, cues=(accord.word,), rule="status.plan")
        if standing.status not in TOLD or standing.family == "status.purpose":
            continue
        kind, rule, status = future_of(match, standing)
        event = one_way(match, accord.parties, [], kind, attrs.evolve(standing, status=status), rule)
        yield attrs.evolve(event, symmetric=True)


def _standing_among(match: Match, parties: Iterable[Party], resolver: ActResolver) -> Standing:
    """The status of an event; a noun that refers to a planned meeting or visit keeps it planned."""
    standing = standing_of(match)
    if match.trigger.pos != "n" or match.arguments.light is not None or match.trigger.type is not EventType.CONSULT:
        return standing
    codes = [party.code for party in parties]
    preposition = phrase_of(match.token).preposition
    looks_back = preposition is not None and preposition.low in LOOKING_BACK
    if not looks_back and resolver.is_planned(codes) and _is_told_as_planned(match, standing):
        return Standing(status=EventStatus.PLANNED, rule="status.planned_before")
    return _with_verb_around(match, standing)


def _with_verb_around(match: Match, standing: Standing) -> Standing:
    """`will speak on a visit to Oslo`: a planned act at a meeting shows that the meeting is planned too."""
    verb = verb_around(match.token) if match.trigger.pos == "n" and standing.status is EventStatus.ACTUAL else None
    if verb is not None and verb.low in EXPECTED and clause_of(verb).negation is None:
        return Standing(status=EventStatus.PLANNED, cues=(verb,), rule="status.plan")
    around = assess(verb) if verb is not None and not clause_of(verb).is_reduced else standing
    return around if around.status is EventStatus.PLANNED else standing


def _is_told_as_planned(match: Match, standing: Standing) -> bool:
    """Whether a meeting announced earlier is still planned: not after `the summit opened`.

    `They would also talk of trade` continues the announcement.
    """
    verb = match.arguments.verb or next((word for word in match.token.ancestors() if word.is_verb), None)
    opened = verb is not None and clause_of(verb).is_narrative
    return (standing.status is EventStatus.ACTUAL and not opened) or standing.family == "status.would"


def _is_same_meeting(event: Coded, other: Coded) -> bool:
    """Whether two events of a sentence have the same parties and are not a visit and its return visit."""
    codes = [[party.code for party in (*one.actors, *one.recipients)] for one in (event, other)]
    if event.recipients and other.recipients:
        return codes[0] == codes[1]
    return set(codes[0]) == set(codes[1])


def _is_own_threat(match: Match, standing: Standing, actors: list[Party], resolver: Resolver) -> bool:
    """`Oslo said it would close the port if ...`: the speaker says what it might do itself."""
    teller = clause_of(match.token).reporter if standing.family in CONDITIONAL else None
    if teller is None:
        return False
    return not {party.code for party in resolver.parties(teller)}.isdisjoint(party.code for party in actors)


def _is_anothers_wish(standing: Standing, actors: list[Party], resolver: Resolver) -> bool:
    """`Oslo hopes that Riga mends ties`: the actor is Riga, but only Oslo expresses the wish."""
    if standing.family != "status.wish" or not standing.cues[0].is_verb:
        return False
    subject = clause_of(standing.cues[0]).subject
    wishing = {party.code for party in resolver.parties(subject)} if subject is not None else set()
    return bool(wishing) and not wishing & {party.code for party in actors}


def _symmetric(match: Match, actors: list[Party], resolver: ActResolver) -> Iterator[Coded]:
    trigger, arguments = match.trigger, match.arguments
    codes = tuple(party.code for party in actors)
    others = [party for party in parties_in(arguments, trigger.recipients) if party.code not in codes]
    if not others and len(actors) < 2 and (trigger.pos != "n" or arguments.light is not None):
        others = [party for party in parties_in(arguments, fallback_of(trigger.type).slots) if party.code not in codes]
    if _has_one_side(match, actors, others):
        yield from _directed(match, actors, resolver)
        return
    if not actors and len(others) > 1:
        actors, others = others, []
    if not actors or (not others and (len(actors) < 2 or "visit" in trigger.modes)):
        return
    standing = _standing_among(match, (*actors, *others), resolver)
    called_for = standing.rule == "status.wish.for"  # a demand, not a meeting
    if called_for or standing.family == "status.purpose" or _is_anothers_wish(standing, actors, resolver):
        return
    kind, rule, status = future_of(match, standing)
    event = Coded(
        match=match,
        type=kind,
        actors=(*actors, *others),
        recipients=(),
        symmetric=True,
        standing=attrs.evolve(standing, status=status),
        rule=rule,
    )
    if others and (kind is not trigger.type or _is_one_sided(match, kind, actors, others, resolver)):
        yield attrs.evolve(event, actors=tuple(actors), recipients=tuple(others), symmetric=False)
    elif len(actors) > 1 and trigger.type is EventType.AGREE:
        outside = _inner_recipients(match, codes) if kind is EventType.AGREE else []
        yield (
            attrs.evolve(
                event, actors=tuple(actors), recipients=tuple(outside), symmetric=False, rule="type.agreed_act"
            )
            if outside
            else attrs.evolve(event, actors=tuple(actors))
        )
    elif others and len(actors) + len(others) > MOST_PAIRED and _is_one_by_one(match, others):
        for actor, other in product(actors, others):
            yield attrs.evolve(event, actors=(actor, other))
    else:
        yield event


def _has_one_side(match: Match, actors: list[Party], others: list[Party]) -> bool:
    """Whether only one side has a code: a body met, or `rebels met Danish officials`."""
    alone = len(actors) == 1 and not others and match.trigger.type in PUBLIC_ACTS
    return alone or (not actors and len(others) == 1 and match.trigger.pos == "v")


def _is_one_sided(match: Match, kind: EventType, actors: list[Party], others: list[Party], resolver: Resolver) -> bool:
    """Whether one side acts towards another: an agreement without `with`, or a meeting in the other's country."""
    if len(actors) > 1:
        return False
    if match.trigger.type is EventType.AGREE:
        return not any(low == "with" for low, _ in match.arguments.phrases)
    codes = tuple(party.code for party in others)
    return kind is EventType.CONSULT and _is_at_home(match, codes, resolver)


def _is_one_by_one(match: Match, others: list[Party]) -> bool:
    """`spoke with both leaders`: separate talks, not one meeting of all."""
    if match.token.lemma in ONE_BY_ONE:
        return True
    beside = {kid.low for party in others for top in (party.token, party.token.head) for kid in top.kids}
    return not beside.isdisjoint(SEPARATELY) or any(kid.low in SEPARATELY for kid in match.token.kids)


def _is_at_home(match: Match, codes: tuple[str, ...], resolver: Resolver) -> bool:
    """Whether the other side was in its own country: `met the Maltese premier in Valletta` is a visit to Malta."""
    places = [token for low, token in match.arguments.phrases if low in ("in", "at") and token not in match.words]
    hosts = (party for place in places for party in resolver.parties(place) if party.actor.how != "actor.complement")
    return any(party.code in codes for party in hosts)


def _inner_recipients(match: Match, codes: tuple[str, ...]) -> list[Party]:
    """The recipients of the agreed act, if it is directed at a third party."""
    inner = match.inner
    complement = match.arguments.complement()
    if (
        inner is None
        or complement is None
        or inner.symmetric
        or _is_of_another(complement, codes, match.arguments.resolver)
        or inner.type in (EventType.SUPPORT, EventType.COOPERATE, EventType.CONSULT)
    ):
        return []
    return first_party(Arguments(complement, match.arguments.resolver), inner.recipients, codes)


def _is_of_another(complement: Token, codes: tuple[str, ...], resolver: Resolver) -> bool:
    """`agreed that Mali should be allowed to pay`: Mali's own act is not an act of the others towards Mali."""
    subject = clause_of(complement).own_subject
    parties = resolver.parties(subject) if subject is not None else []
    return bool(parties) and not {party.code for party in parties} & set(codes)
