"""From a sentence to its events: which triggers count, who fills the roles, what type remains."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

import attrs

from diplonews.actors.resolve import RELATIVE_NOUNS, TOPICAL, Party, Resolver, is_agentive
from diplonews.actors.tree import Node, Sentence
from diplonews.events.roles import Arguments, anyone, is_apart, is_clipped, is_passive, logical_subject
from diplonews.events.status import Standing, assess
from diplonews.events.triggers import Match, match_adjective, match_noun, match_verb
from diplonews.lexicons.actornames import sector_of
from diplonews.lexicons.triggers import Trigger, TriggerIndex
from diplonews.lexicons.wordsets import WordSet
from diplonews.model import EventStatus, EventType

__all__ = ["Coded", "code_sentence"]

OPERATORS = frozenset(
    (EventType.AGREE, EventType.REQUEST, EventType.REJECT, EventType.THREATEN, EventType.ACCUSE, EventType.CONCEDE)
)
COOPERATIVE = frozenset((EventType.CONSULT, EventType.SUPPORT, EventType.COOPERATE, EventType.AID))
HARMFUL = frozenset((EventType.SANCTION, EventType.COERCE, EventType.ASSAULT, EventType.MOBILIZE, EventType.PROTEST))
YIELDING = frozenset((EventType.RETREAT, EventType.CONCEDE))
DEEPEST = 40
NO_PREDICATE = WordSet("coding.no_predicate")
REFUSABLE = frozenset(
    (
        EventType.AGREE,
        EventType.CONSULT,
        EventType.SUPPORT,
        EventType.CONCEDE,
        EventType.COOPERATE,
        EventType.AID,
        EventType.RETREAT,
    )
)
OBLIGATIONS = frozenset(("must", "should", "ought"))
SAYING = WordSet("coding.saying")
ALONE = {
    EventType.RETREAT: ("resign", "disarm"),
    EventType.MOBILIZE: ("weapons", "troops"),
    EventType.PROTEST: ("demo", "strike", "riot"),
    EventType.COERCE: ("curfew", "martial-law"),
}
SPORT = WordSet("coding.sport")
FALLBACK = {
    EventType.AGREE: ("with", "to", "c"),
    EventType.CONSULT: ("with",),
    EventType.SUPPORT: ("o", "for", "to", "with", "of", "c"),
    EventType.CONCEDE: ("on", "against", "to", "from", "of", "in", "o", "c"),
    EventType.COOPERATE: ("with", "to", "from", "o"),
    EventType.AID: ("to", "for", "i", "o", "in"),
    EventType.RETREAT: ("from", "in", "to", "of"),
    EventType.REQUEST: ("o", "oc", "on", "of", "from", "c", "to", "in"),
    EventType.ACCUSE: ("o", "against", "of", "to", "at", "into", "over", "about", "in", "c"),
    EventType.REJECT: ("o", "from", "by", "of", "to", "on", "with", "against", "c"),
    EventType.THREATEN: ("o", "against", "to", "with", "on", "c", "unless", "in"),
    EventType.PROTEST: ("against", "at", "over", "outside", "to", "in"),
    EventType.SANCTION: ("on", "against", "to", "o", "with", "from", "in", "of", "if"),
    EventType.MOBILIZE: (
        "against",
        "near",
        "along",
        "to",
        "in",
        "off",
        "around",
        "at",
        "toward",
        "towards",
        "with",
        "if",
    ),
    EventType.COERCE: ("o", "on", "against", "of", "from", "in", "to", "if"),
    EventType.ASSAULT: ("o", "on", "against", "at", "of", "in", "near", "into", "with", "if"),
}
ASKED_FOR = {"status.negation": ("neg",), "status.would": ("if", "mod")}  # cues that a row itself asks for
ADDRESSING = WordSet("coding.addressing")
EXPECTED = frozenset(("due", "expected", "scheduled", "set"))
INSTRUMENTS = frozenset(("resolution", "law", "decree", "bill", "order", "statement", "agreement", "deal"))
PUBLIC_ACTS = frozenset((EventType.CONSULT, EventType.AGREE))
ANSWERS = frozenset((EventType.ACCUSE, EventType.REJECT, EventType.SUPPORT, EventType.AGREE))
ACTS = WordSet("coding.acts")
INTERSTATE = frozenset((EventType.CONSULT, EventType.AGREE, EventType.SUPPORT, EventType.COOPERATE, EventType.AID))
ECHOES = frozenset(("title", "pronoun", "definite", "home", "known_person", "person"))
OWN_PEOPLE = "actor.domestic"
DEMANDED = WordSet("coding.demanded")
DENYING = frozenset(("deny", "dispute"))
MEDIATING = frozenset(("host", "mediate", "broker", "arrange", "facilitate"))
LOOSE = frozenset(EventType) - {EventType.CONSULT, EventType.PROTEST, EventType.COOPERATE, EventType.AGREE}
PLACED = frozenset(
    (EventType.ASSAULT, EventType.COERCE, EventType.AID, EventType.RETREAT, EventType.MOBILIZE, EventType.CONCEDE)
)
REBELLIOUS = frozenset(("REB", "OPP", "CVL", "CRM", "LAB", "UAF"))
PRIVATE = (("CVL",), ("EDU",), ("MED",), ("CRM",), ("REF",))
DOMESTIC = frozenset(
    ("CVL", "OPP", "REB", "JRN", "LEG", "PTY", "LAB", "EDU", "REL", "CRM", "BUS", "JUD", "COP", "MED", "NGO", "UAF")
)


OBLIGATION = Trigger(
    id="request.obligation", lemma="must", pos="v", type=EventType.REQUEST, actors=("s",), recipients=("oc",)
)


@attrs.frozen(kw_only=True, eq=False)
class Coded:
    """An event of one sentence before dates, places and duplicates.

    Attributes:
        match: the trigger and where it stands.
        type: what it codes, after the rules for future and refused acts.
        actors, recipients: resolved; `symmetric` puts all parties into `actors`.
        standing: whether it happened.
        rule: ids of the rules that chose the type.
    """

    match: Match
    type: EventType
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    symmetric: bool
    standing: Standing
    rule: str


def _is_sport(sentence: Sentence) -> bool:
    lows = {node.low for node in sentence.nodes} & SPORT.words
    return len(lows) > 1 or "cup" in lows


def code_sentence(sentence: Sentence, resolver: Resolver, index: TriggerIndex) -> list[Coded]:
    """The events of a sentence, in text order."""
    if _is_sport(sentence):
        return []
    matches = _find(sentence, resolver, index)
    coded: list[Coded] = []
    seen: set[tuple[object, ...]] = set()
    found = [event for match in matches for event in _code(match, resolver)]
    if any(node.low in OBLIGATIONS for node in sentence.nodes):
        found += _obligation(sentence, resolver)
    for event in found:
        if True:
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


def _find(sentence: Sentence, resolver: Resolver, index: TriggerIndex) -> list[Match]:
    """The triggers that count: none inside the complement of another, no noun twice."""
    found: list[Match] = []
    taken: set[Node] = set()
    for node in sorted((node for node in sentence.nodes if node.lemma in index.verbs), key=_depth):
        match = match_verb(node, index, resolver) if node not in taken and _is_predicate(node) else None
        if match is None:
            continue
        match, covered = _with_complement(match, index, resolver)
        found.append(match)
        taken.update(covered)
    taken.update(node for match in found for node in match.used)
    found += _adjectives(sentence, index, resolver)
    carrying = {match.node for match in found}
    for node in sentence.nodes:
        if node.lemma in index.nouns and node.tag[0] == "N" and node not in taken:
            match = match_noun(node, index, resolver)
            if match is not None and match.arguments.light not in carrying:
                found.append(match)
    found.sort(key=lambda match: match.words[0].i)
    return found


def _adjectives(sentence: Sentence, index: TriggerIndex, resolver: Resolver) -> list[Match]:
    matches = (match_adjective(node, index, resolver) for node in sentence.nodes if node.low in index.adjectives)
    return [match for match in matches if match is not None]


def _is_predicate(node: Node) -> bool:
    """Whether a verb says something of its own, and does not only describe a noun."""
    if is_clipped(node):
        return True
    if node.dep in NO_PREDICATE or not (node.is_verb or (node.dep == "ROOT" and node.tag[0] == "N")):
        return False
    if node.dep == "acl" and node.tag == "VBG":
        return node.head.lemma in INSTRUMENTS
    return node.dep != "acl" or not is_passive(node)


def _with_complement(match: Match, index: TriggerIndex, resolver: Resolver) -> tuple[Match, list[Node]]:
    """What the clause below a trigger names, and its words, which name no event of their own."""
    trigger = match.trigger
    if trigger.type not in OPERATORS and not any("c" in need.slots for need in trigger.needs):
        return match, []
    complement = match.arguments.complement()
    if complement is None:
        return match, []
    apart = {node for kid in complement.kids if is_apart(kid) for node in kid.subtree()}
    inner = match_verb(complement, index, resolver) if complement.lemma in index.verbs else None
    return attrs.evolve(match, inner=inner.trigger if inner is not None else None), [
        node for node in complement.subtree() if node not in apart
    ]


def _depth(node: Node) -> int:
    return sum(1 for _ in islice(node.ancestors(), DEEPEST))


def _future(match: Match, standing: Standing) -> tuple[EventType, str, EventStatus]:
    """Type and status of an act that is to come, is refused or did not happen."""
    kind = match.trigger.type
    status = standing.status
    if status is EventStatus.NEGATED and kind in REFUSABLE and _is_refusal(match):
        return EventType.REJECT, "type.refused", EventStatus.ACTUAL
    if kind is EventType.AGREE and match.inner is not None and match.inner.type in HARMFUL:
        return EventType.THREATEN, "type.pledged_conflict", status
    if status in (EventStatus.PLANNED, EventStatus.HYPOTHETICAL):
        if kind in COOPERATIVE:
            return EventType.AGREE, "type.future_cooperation", status
        if kind in YIELDING:
            return EventType.AGREE, "type.future_concession", status
        if kind in HARMFUL and status is EventStatus.PLANNED:
            return EventType.THREATEN, "type.future_conflict", status
    return kind, "type.table", status


def _is_refusal(match: Match) -> bool:
    """`will not lift`, `won't accept`: a future act that is negated is a refusal."""
    verb = match.arguments.verb
    if verb is None:
        return False
    words = [*verb.kids, *(verb.head.kids if verb.dep in ("conj", "xcomp") else ())]
    return any(kid.tag == "MD" and kid.low in ("will", "wo", "shall", "would", "can", "ca") for kid in words)


def _obligation(sentence: Sentence, resolver: Resolver) -> Iterator[Coded]:
    """`Oslo said Riga must pay`: who says that another has to do something requests it."""
    for node in sentence.nodes:
        if node.tag != "MD" or node.low not in OBLIGATIONS or node.dep != "aux" or node.head.dep != "ccomp":
            continue
        clause, above = node.head, node.head.head
        subject = clause.first("nsubj", "nsubjpass")
        if above.lemma not in SAYING or subject is None or subject.tag in ("PRP", "EX"):
            continue
        speaker = logical_subject(above)
        actors = resolver.parties(speaker) if speaker is not None else []
        recipients = [party for party in resolver.parties(subject) if party.code]
        if not actors or not recipients or actors[0].node is recipients[0].node:
            continue
        trigger = OBLIGATION
        match = Match(trigger=trigger, node=node, words=(node,), arguments=Arguments(above, resolver))
        yield Coded(
            match=match,
            type=EventType.REQUEST,
            actors=tuple(actors),
            recipients=tuple(recipients),
            symmetric=False,
            standing=Standing(status=EventStatus.ACTUAL),
            rule="type.obligation",
        )


def _first(arguments: Arguments, slots: tuple[str, ...], without: tuple[str, ...] = ()) -> list[Party]:
    for slot in slots:
        found = [party for party in arguments.slot(slot) if party.code not in without or party.code == ""]
        if found:
            return found
    return []


def _standing(match: Match) -> Standing:
    """How the event stands; where a verb carries a noun, what stands at the noun counts too."""
    standing = assess(match.arguments.light or match.node)
    if standing.rule in ASKED_FOR and any(
        slot in ASKED_FOR[standing.rule] for need in match.trigger.needs for slot in need.slots
    ):
        return Standing(status=EventStatus.ACTUAL)
    if match.trigger.pos == "a" and match.node.low in EXPECTED and standing.status is EventStatus.ACTUAL:
        return Standing(status=EventStatus.PLANNED, cues=(match.node,), rule="status.plan")
    if match.trigger.pos == "n" and match.arguments.light is not None and standing.status is EventStatus.ACTUAL:
        return assess(match.node)
    return standing


def _code(match: Match, resolver: Resolver) -> Iterator[Coded]:
    trigger, arguments = match.trigger, match.arguments
    standing = _standing(match)
    actors = _first(arguments, trigger.actors)
    if trigger.type in PUBLIC_ACTS and actors:
        actors = [party for party in actors if not _is_private(party)]
        if not actors:
            return
    if standing.rule == "status.purpose":
        return
    if trigger.symmetric:
        yield from _symmetric(match, actors, standing)
    else:
        yield from _directed(match, actors, standing, resolver)


def _directed(match: Match, actors: list[Party], standing: Standing, resolver: Resolver) -> Iterator[Coded]:
    trigger, arguments = match.trigger, match.arguments
    nominal = trigger.pos == "n"
    recipients = _recipients(match, actors, resolver, nominal=nominal)
    if not recipients and len(actors) > 1 and trigger.mutual:
        yield from _symmetric(match, actors, standing)
        return
    if not actors and recipients and not nominal:
        actors = _domestic_actor(match, recipients, resolver)
    alone = _stands_alone(match) and not (nominal and arguments.light is None)
    if not actors or not (recipients or alone):
        return
    if standing.rule == "status.wish" and _is_anothers_wish(standing, actors, resolver):
        return
    kind, rule, status = _future(match, standing)
    if kind in INTERSTATE and _is_own_echo(actors, recipients):
        return
    yield Coded(
        match=match,
        type=kind,
        actors=tuple(actors),
        recipients=tuple(recipients),
        symmetric=False,
        standing=attrs.evolve(standing, status=status),
        rule=rule,
    )


def _is_own_echo(actors: list[Party], recipients: list[Party]) -> bool:
    """Whether the other side is only thought to be of the actor's own state: a title, a pronoun, `the minister`."""
    own = {party.code for party in actors}
    return bool(recipients) and all(
        party.code in own and party.actor.how.rpartition(".")[2] in ECHOES for party in recipients
    )


def _is_anothers_wish(standing: Standing, actors: list[Party], resolver: Resolver) -> bool:
    """`Oslo hopes that Riga mends ties`: an act of Riga that only Oslo wishes for."""
    cue = standing.cues[0]
    if not cue.is_verb:
        return False
    subject = logical_subject(cue)
    wishing = {party.code for party in resolver.parties(subject)} if subject is not None else set()
    return bool(wishing) and not wishing & {party.code for party in actors}


def _recipients(match: Match, actors: list[Party], resolver: Resolver, *, nominal: bool) -> list[Party]:
    """Who it is done to: another party in a slot, one's own people, or whoever else is named."""
    trigger, arguments = match.trigger, match.arguments
    codes = tuple(party.code for party in actors)
    if nominal and arguments.light is None:
        return _first(arguments, trigger.recipients, codes)
    used = {node for node in match.used if node.dep == "pobj"}
    found = [
        party
        for party in _by_slot(arguments, trigger.recipients, actors)
        if not (party.node in used and party.actor.how == OWN_PEOPLE)
    ]
    if found or not actors:
        return found
    target = arguments.object()
    if target is not None and target.lemma in RELATIVE_NOUNS:
        return []
    if target is not None and target.lemma in TOPICAL:
        of = any(kid.low == "of" for kid in target.kids)
        return [] if of else _first(arguments, FALLBACK[trigger.type], codes)
    found = [
        party
        for party in _by_slot(arguments, FALLBACK[trigger.type], actors)
        if not (party.node in used and party.actor.how == OWN_PEOPLE)
    ]
    if found:
        return found
    if (trigger.type is EventType.COERCE and _stands_alone(match)) or (
        trigger.type is EventType.PROTEST and not nominal
    ):
        return [_implied(actors[0], actors[0].node)]
    if trigger.type in ANSWERS and target is not None and _points_back(target):
        address = trigger.type in (EventType.REJECT, EventType.AGREE)
        return resolver.answered(target, codes[0], address=address)
    if trigger.type is EventType.SANCTION and "withdraw" in trigger.modes and target is not None and _is_owned(target):
        return resolver.opponent(target, codes[0])
    if trigger.type in LOOSE:
        found = anyone(
            match.node,
            resolver,
            frozenset(codes),
            places=trigger.type in PLACED,
            purposes=trigger.type is EventType.AID,
            demands=trigger.type is EventType.REJECT,
        )[:3]
    return found or _unnamed(match, codes[0], resolver)


def _unnamed(match: Match, code: str, resolver: Resolver) -> list[Party]:
    """The other side where the article said before who it is.

    `denied that it had broken the accord` answers who said so; who offers to host talks offers it
    to the two who quarrel.
    """
    complement = match.arguments.complement()
    target = match.arguments.object()
    if match.trigger.type is EventType.REQUEST and target is not None and target.lemma in DEMANDED:
        return resolver.opponent(match.node, code)
    if complement is not None and match.trigger.type is EventType.REJECT and match.node.lemma in DENYING:
        subject = complement.first("nsubj", "nsubjpass")
        if subject is not None and subject.tag == "PRP":
            return resolver.answered(match.node, code, address=True) or resolver.opponent(match.node, code)
    if complement is None:
        return []
    if match.trigger.type is EventType.AGREE and complement.lemma in MEDIATING:
        return resolver.two_sides(match.node, code)
    return []


def _by_slot(arguments: Arguments, slots: tuple[str, ...], actors: list[Party]) -> list[Party]:
    """The first slot that yields another party, or people of the actors' own country."""
    codes = tuple(party.code for party in actors)
    shared = _owned_by_the_last(arguments, codes)
    if shared:
        return shared
    for slot in slots:
        if slot == "c" and _has_addressee(arguments):
            continue
        found = _first(arguments, (slot,), codes)
        if not found and actors:
            found = _own_people(arguments, (slot,), actors)
        if found:
            return found
    return []


def _owned_by_the_last(arguments: Arguments, codes: tuple[str, ...]) -> list[Party]:
    """`boarded a Danish ship and arrested its crew`: whose the crew is."""
    verb = arguments.verb
    target = verb.first("dobj") if verb is not None and verb.dep == "conj" and verb.head.is_verb else None
    if verb is None or target is None or not _is_owned(target):
        return []
    before = verb.head.first("dobj")
    found = arguments.resolver.parties(before) if before is not None else []
    return [party for party in found if party.code and party.code not in codes]


def _has_addressee(arguments: Arguments) -> bool:
    """`appealed to donors to help Yemen`: asked are the donors, even where nobody knows who they are."""
    complement = arguments.complement()
    if complement is None or arguments.node.lemma not in ADDRESSING:
        return False
    return any(head.tag[0] == "N" for slot in ("o", "to", "on") for head in arguments.heads(slot))


def _own_people(arguments: Arguments, slots: tuple[str, ...], actors: list[Party]) -> list[Party]:
    """A party with the actor's own code, or a group of its country without a name of its own."""
    if not actors:
        return []
    codes = {party.code for party in actors}
    acting = {party.node for party in actors}
    for slot in slots:
        if slot in ("s", "c", "poss", "adj") or (slot == "of" and _is_demanded(arguments)):
            continue
        if _is_participle(arguments):
            continue
        same = [
            party
            for party in arguments.slot(slot)
            if party.code in codes and party.node not in acting and not party.actor.implied
        ]
        if same and (
            is_agentive(same[0].node)
            or same[0].actor.how.rpartition(".")[2] in ("group", "person", "leader", "capital", "city", "territory")
        ):
            return same[:1]
        for head in arguments.heads(slot):
            if _is_domestic(head) or (slot == "o" and _is_attacked_at_home(head, arguments, actors)):
                return [_implied(actors[0], head)]
    return []


def _points_back(node: Node) -> bool:
    """`the claim`, `that decision`: an act told before, without the one who did it."""
    return node.lemma in ACTS and any(kid.low in ("the", "this", "that", "these", "those") for kid in node.kids)


def _is_demanded(arguments: Arguments) -> bool:
    """`demanded the release of the sailors`: not one's own sailors are asked."""
    target = arguments.object()
    return target is not None and target.lemma in DEMANDED


def _is_participle(arguments: Arguments) -> bool:
    """`shelled a village in Chad, killing four people`: whose people they are is told by the clause above."""
    verb = arguments.verb
    return verb is not None and verb.tag == "VBG" and verb.dep == "advcl"


def _is_owned(node: Node) -> bool:
    """`its ambassador`: without a word to whom."""
    return any(kid.dep == "poss" and kid.tag == "PRP$" for kid in node.kids)


def _is_attacked_at_home(head: Node, arguments: Arguments, actors: list[Party]) -> bool:
    """`the rebels stormed a police station in Kidal`: no country of its own, and armed groups act at home."""
    first = actors[0].actor
    if first.sectors[:1] not in (("UAF",), ("REB",)) or arguments.verb is None:
        return False
    if any(party.code for party in arguments.resolver.parties(head)):
        return False
    placed = [party.code for low in ("in", "near", "at", "outside") for party in arguments.slot(low)]
    return head.tag[0] == "N" and (not placed or placed[0] == first.code)


def _implied(party: Party, node: Node) -> Party:
    sector = sector_of(node.lemma)
    actor = attrs.evolve(
        party.actor,
        sectors=(sector[0],) if sector else (),
        name=None,
        role=node.low,
        implied=True,
        how=OWN_PEOPLE,
    )
    return attrs.evolve(party, actor=actor, node=node, span=node.span)


def _symmetric(match: Match, actors: list[Party], standing: Standing) -> Iterator[Coded]:
    trigger, arguments = match.trigger, match.arguments
    codes = tuple(party.code for party in actors)
    others = [party for party in _all(arguments, trigger.recipients) if party.code not in codes]
    if not others and len(actors) < 2 and (trigger.pos != "n" or arguments.light is not None):
        others = [party for party in _all(arguments, FALLBACK[trigger.type]) if party.code not in codes]
    kind, rule, status = _future(match, standing)
    standing = attrs.evolve(standing, status=status)
    if not actors or (not others and len(actors) < 2):
        return
    recast = kind is not trigger.type
    promised = (
        trigger.type is EventType.AGREE and len(actors) == 1 and not any(low == "with" for low, _ in arguments.phrases)
    )
    if others and (recast or promised):
        yield Coded(
            match=match,
            type=kind,
            actors=tuple(actors),
            recipients=tuple(others),
            symmetric=False,
            standing=standing,
            rule=rule,
        )
        return
    if len(actors) > 1 and trigger.type is EventType.AGREE:
        outside = _inner_recipients(match, codes) if kind is EventType.AGREE else []
        if outside:
            yield Coded(
                match=match,
                type=kind,
                actors=tuple(actors),
                recipients=tuple(outside),
                symmetric=False,
                standing=standing,
                rule="type.agreed_act",
            )
            return
        others = []
    yield Coded(
        match=match, type=kind, actors=(*actors, *others), recipients=(), symmetric=True, standing=standing, rule=rule
    )


def _inner_recipients(match: Match, codes: tuple[str, ...]) -> list[Party]:
    """Whom the agreed act is done to, where it is an act on a third party."""
    inner = match.inner
    complement = match.arguments.complement()
    if (
        inner is None
        or complement is None
        or inner.symmetric
        or inner.type in (EventType.SUPPORT, EventType.COOPERATE, EventType.CONSULT)
    ):
        return []
    return _first(Arguments(complement, match.arguments.resolver), inner.recipients, codes)


def _all(arguments: Arguments, slots: tuple[str, ...]) -> list[Party]:
    for slot in slots:
        found = arguments.slot(slot)
        if found:
            return found
    return []


def _stands_alone(match: Match) -> bool:
    modes = ALONE.get(match.trigger.type, ())
    return bool(set(match.trigger.modes) & set(modes))


def _domestic_actor(match: Match, recipients: list[Party], resolver: Resolver) -> list[Party]:
    """The reverse: `rebels shelled Syrian troops`; protesters are of the place, or of where the article was filed."""
    arguments = match.arguments
    target = arguments.subject()
    known = sector_of(target.lemma) if target is not None else None
    if target is None or known is None or known[0] not in REBELLIOUS or not _is_domestic(target):
        return []
    found = _implied(recipients[0], target)
    if match.trigger.type is EventType.PROTEST:
        places = [node.name for low, node in arguments.phrases if low in ("in", "across")]
        placed = [name.code for name in places if name is not None and name.code]
        home = placed[0] if placed else resolver.filed()
        if home is not None:
            found = attrs.evolve(found, actor=attrs.evolve(found.actor, code=home, how="actor.place"))
    return [found]


def _is_private(party: Party) -> bool:
    """Whether someone acts for himself: a tourist, a student, a company's guest."""
    return party.actor.sectors[:1] in PRIVATE and party.actor.role is not None


def _is_domestic(node: Node) -> bool:
    known = sector_of(node.lemma)
    if known is None and node.tag == "NNP" and node.name is None:
        return any(kid.dep == "compound" and (sector_of(kid.low) or ("", ""))[0] == "GOV" for kid in node.kids)
    return known is not None and known[1] != "thing" and known[0] in DOMESTIC and is_agentive(node)
