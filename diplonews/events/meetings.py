"""The parties of a meeting or visit whose sentence names only one of them, or none.

Used only for triggers that yield no event otherwise.
"""

from __future__ import annotations

from itertools import islice

import attrs

from diplonews.actors.resolve import BODIES, Party, Resolver, conjuncts, standing_for
from diplonews.events.acts import ActResolver
from diplonews.events.recipients import first_party, parties_in
from diplonews.events.triggers import Match
from diplonews.lexicons.actornames import sector_of
from diplonews.lexicons.wordsets import WordSet
from diplonews.model import EventType
from diplonews.syntax.clauses import clause_of
from diplonews.syntax.nouns import phrase_of
from diplonews.syntax.tokens import Token

__all__ = [
    "OpenMeeting",
    "is_gathering",
    "is_told_of",
    "meets_alone",
    "names_others",
    "open_meeting",
    "verb_around",
    "with_delegates",
]

AT = frozenset(("at", "during", "in", "on"))
HELD = frozenset(("after", "at", "during", "following", "in"))
GOING = frozenset(("after", "before", "following", "for", "from", "into", "to", "upon", "with"))
CONDITIONS = frozenset(("if", "unless", "until"))
TOPICAL_VERBS = WordSet("meetings.on_topic")
TELLING = WordSet("verbs.saying")
GATHERINGS = WordSet("meetings.gatherings")
AGREEING = WordSet("meetings.agreeing")
DISCUSSING = WordSet("meetings.discussing")
PARTS = WordSet("meetings.parts")
BY_OTHERS = frozenset(("third-party",))
REMOTE = "phone"
ABROAD = frozenset(("in", "at"))
NEUTRAL = WordSet("meetings.neutral")
FILLED = ("actor.meeting", "actor.group", "actor.opponent")
MEETING_BODIES = frozenset(("UNO", "EUR", "IGO"))
PLACES = frozenset(("NAME", "CAPITAL", "CITY"))
FARTHEST = 6  # words up the tree
PAIR = 2


@attrs.frozen(kw_only=True, eq=False)
class OpenMeeting:
    """A meeting whose parties the sentence does not name.

    Attributes:
        actors: the parties of a meeting, or the visitors.
        recipients: the hosts of a visit.
        planned: whether the article announced it earlier as planned.
    """

    actors: list[Party]
    recipients: list[Party]
    planned: bool

    @property
    def is_bare(self) -> bool:
        """Whether the sentence names none of the parties: `before the talks`."""
        return not self.recipients and all(party.actor.how in FILLED for party in self.actors)


def open_meeting(match: Match, resolver: ActResolver) -> OpenMeeting | None:
    """The meeting of a trigger that names at most one party, or None if the article does not reveal the others.

    Parties named in the sentence, or by the verb around the trigger, are kept. The missing ones come from
    the meeting mentioned earlier, or else from the article's main pair.
    """
    trigger, arguments = match.trigger, match.arguments
    if trigger.type is not EventType.CONSULT or not BY_OTHERS.isdisjoint(trigger.modes):
        return None
    visit = "visit" in trigger.modes
    own = [party for party in first_party(arguments, trigger.actors) if party.code]
    others = [party for party in parties_in(arguments, trigger.recipients) if party.code]
    own = with_delegates(match, own, resolver) if trigger.symmetric else own
    if trigger.pos == "n":
        own, others = _around(match, own, others, resolver)
    elif _is_they(match) and not others and not resolver.has_met(*(party.code for party in own)):
        own = []  # `they` are the parties of the meeting, whatever else it might refer to
    codes = {party.code for party in (*own, *others)}
    if trigger.pos == "n" and len(codes) > 1 and ((own and others) or not visit):
        return _meeting(own, others, visit=visit)
    if len(codes) > 1 or REMOTE in trigger.modes:
        return None
    abroad = _held_abroad(match, own, resolver) if own and not others and not visit else []
    if abroad and not resolver.has_met(*codes):
        return _meeting(own, abroad, visit=True)
    if not codes.isdisjoint(BODIES) and not (visit and own and (trigger.pos == "a" or match.token.has("here"))):
        return None
    if not (_is_noun_open(match, own, others) if trigger.pos == "n" else _is_verb_open(match, own, others)):
        return None
    return _with_lacking(match, own, others, resolver)


def _held_abroad(match: Match, own: list[Party], resolver: ActResolver) -> list[Party]:
    """The state in which one side alone is said to hold talks: `the Danish envoy held talks in Riga`.

    Cities where states meet on neutral ground do not count.
    """
    if names_others(match, []) or is_gathering(match) or _is_group(match):
        return []
    clause = match.arguments.clause
    if match.arguments.verb is None:  # `Danish envoy in Riga for talks`
        preposition = phrase_of(match.token).preposition
        if preposition is None or preposition.head.is_verb or not _is_person(preposition.head):
            return []
        clause = clause_of(preposition.head)
    elif not any(word.is_word_noun for word in match.used):
        return []
    known = {party.code for party in own}
    for low, place in clause.phrases:
        name = place.name
        if low in ABROAD and name is not None and name.kind in PLACES and name.form.lower() not in NEUTRAL:
            return [party for party in resolver.single(place) if party.code not in known]
    return []


def with_delegates(match: Match, own: list[Party], resolver: ActResolver) -> list[Party]:
    """The parties of a gathering, with the members that a region or body represents: `African leaders met`."""
    subject, noun = match.arguments.subject(), match.token
    heads = [subject] if subject is not None else [head for low in ("of", "between") for head in _under(noun, low)]
    found = {
        actor.code: party
        for head in heads
        for member in conjuncts(head)
        for actor in resolver.discourse.groups.delegates(member)
        for party in standing_for(member, [actor])
    }
    return [*(party for party in own if not found or party.code not in BODIES.union(found)), *found.values()]


def meets_alone(match: Match, own: list[Party]) -> bool:
    """`ASEAN ministers met`, `EU leaders agreed on a budget`: members of a body meet or agree among themselves.

    Not `met with farmers`, `discussed the war`.
    """
    trigger = match.trigger
    met = trigger.type is EventType.CONSULT and trigger.symmetric and trigger.lemma not in DISCUSSING
    bodies = all(party.code in MEETING_BODIES for party in own)
    agreed = trigger.lemma in AGREEING
    return (met or agreed) and bodies and match.arguments.verb is not None and not names_others(match, [])


def _under(noun: Token, low: str) -> list[Token]:
    return [place for preposition, place in clause_of(noun).phrases if preposition == low]


def _meeting(own: list[Party], others: list[Party], *, visit: bool, planned: bool = False) -> OpenMeeting:
    """A visit from one side to the other, or a meeting of all."""
    if visit:
        return OpenMeeting(actors=own, recipients=others, planned=planned)
    return OpenMeeting(actors=[*own, *others], recipients=[], planned=planned)


def _with_lacking(match: Match, own: list[Party], others: list[Party], resolver: ActResolver) -> OpenMeeting | None:
    """The meeting, completed with the parties that the sentence does not name."""
    visit = "visit" in match.trigger.modes
    codes = {party.code for party in (*own, *others)}
    parties, planned = resolver.meeting(match.token, next(iter(codes), None), visit=visit)
    if is_gathering(match) and not visit and not others:
        summit = _summit_of(match)
        told_of = (
            resolver.gathering(match.token) if summit is not None and phrase_of(summit).is_definite else ([], False)
        )
        if told_of[0]:
            parties, planned = told_of
        elif own:
            others = [party for party in _host_here(match, resolver) or parties if party.code not in codes]
            return _meeting(own, others, visit=False) if others else None
    told = any(party.actor.how == "actor.meeting" for party in parties)
    if not told and match.trigger.pos == "v" and not visit and not _is_group(match):
        return None  # `he discussed trade`: only an earlier meeting reveals the other side
    if visit and own and (not told or len(parties) > PAIR):  # a visit to a summit is a visit to its host
        parties = [party for party in resolver.host(match.token) if party.code not in codes] or parties
    if visit and others and not own and not told:
        parties = resolver.visitor(match.token) or parties
    lacking = [party for party in parties if party.code not in codes]
    if not lacking:
        return None
    if not visit:
        return _meeting([*own, *others], lacking, visit=False, planned=planned)
    visitors = own or lacking[: None if others else 1]
    hosts = others or (lacking if own else lacking[1:])
    if told and _is_owned_by_pronoun(match) and resolver.is_only_host(visitors[0].code):
        visitors, hosts = hosts, visitors
    return _meeting(visitors, hosts, visit=True, planned=planned)


def _around(match: Match, own: list[Party], others: list[Party], resolver: Resolver) -> tuple[list[Party], list[Party]]:
    """The parties of a noun, with those named by the clause around it: `said in a meeting with the king`."""
    verb, visit = verb_around(match.token), "visit" in match.trigger.modes
    if verb is None:
        return own or _traveller(match.token, resolver) or _told_by(match, others, resolver), others
    if own and visit and _is_owned_by_pronoun(match):
        return _attending(verb, resolver) or own, others  # `who spoke on his arrival`
    if own:
        return own, others
    present = _attending(verb, resolver)
    if others or visit:
        known = {party.code for party in others}
        return [party for party in present if party.code not in known], others
    link = _link(match.token)
    held = link is not None and link.low in HELD and not names_others(match, others)
    if held and len({party.code for party in present}) > 1:
        return present, others  # `Oslo and Riga signed it after talks`
    target = clause_of(verb).object
    if verb.lemma not in TELLING or target is None or not _is_person(target) or names_others(match, others):
        return own, others
    told = [party for party in resolver.parties(target) if party.code]
    known = {party.code for party in told}
    teller = [party for party in _attending(verb, resolver) if party.code not in known]
    return (teller, told) if teller and told else (own, others)


def _traveller(noun: Token, resolver: Resolver) -> list[Party]:
    """`the premier, on a visit to Riga, said`: the person that the noun's phrase stands beside."""
    preposition = phrase_of(noun).preposition
    if preposition is None or preposition.low not in ("on", "for") or not _is_person(preposition.head):
        return []
    return [party for party in resolver.parties(preposition.head) if party.code]


def _told_by(match: Match, others: list[Party], resolver: Resolver) -> list[Party]:
    """`Oslo said talks with Riga were useful`: the subject of the clause around a noun that names only the others.

    Not if a noun in between has an owner: `Oslo praised Danish mediation in talks with Riga`.
    """
    if not others or "visit" in match.trigger.modes:
        return []
    for above in match.token.ancestors():
        if above.is_verb:
            known = {party.code for party in others}
            told = _attending(above, resolver) if CONDITIONS.isdisjoint(clause_of(above).marks) else []
            return [party for party in told if party.code not in known]
        if any(word.name is not None and word.name.code for word in phrase_of(above).owners):
            break
    return []


def _link(noun: Token) -> Token | None:
    """The preposition that links a noun to its clause: the `on` of `on the first day of a visit`."""
    preposition = phrase_of(noun).preposition
    while preposition is not None and preposition.low == "of" and preposition.head.lemma in PARTS:
        preposition = phrase_of(preposition.head).preposition
    return preposition


def verb_around(noun: Token) -> Token | None:
    """The verb for an act at, for or after a meeting: `spoke on the first day of a visit`."""
    preposition = _link(noun)
    if preposition is None or preposition.low not in AT | GOING:
        return None
    verb = preposition.head
    if not verb.is_verb or (preposition.low == "on" and verb.lemma in TOPICAL_VERBS):
        return None
    return verb


def _attending(verb: Token, resolver: Resolver) -> list[Party]:
    """The parties who act at a meeting; for a thing, the person above it: `left on a trip that begins with a visit`."""
    for above in islice((verb, *verb.ancestors()), FARTHEST):
        if not above.is_verb:
            continue
        clause = clause_of(above)
        subject = clause.patient if clause.is_passive else clause.subject
        if subject is not None and _is_person(subject):
            return [party for party in resolver.parties(subject) if party.code]
    return []


def is_gathering(match: Match) -> bool:
    """Whether a match names a summit, a conference or a similar gathering."""
    return _summit_of(match) is not None


def _summit_of(match: Match) -> Token | None:
    return next((word for word in match.words if word.is_word_noun and word.lemma in GATHERINGS), None)


def _host_here(match: Match, resolver: ActResolver) -> list[Party]:
    """`opened a summit here`: the country where the article was filed."""
    return resolver.host(match.token) if "here" in match.arguments.clause.near else []


def _is_noun_open(match: Match, own: list[Party], others: list[Party]) -> bool:
    """`the talks`, `his visit`, `a meeting with the king`; not `talks with farmers`, `the farmers held talks`."""
    phrase, subject = phrase_of(match.token), match.arguments.subject()
    owner = phrase.possessor
    if not (own or others or phrase.is_definite or phrase.is_owned or (owner is not None and owner.is_proper)):
        return False
    carried = subject is not None and subject is not match.token
    return not names_others(match, others) and (bool(own) or not carried or is_told_of(subject))


def _is_verb_open(match: Match, own: list[Party], others: list[Party]) -> bool:
    """`the two men met`, `he also discussed trade`, `she will meet the king`; not `he met farmers`."""
    visit, subject = "visit" in match.trigger.modes, match.arguments.subject()
    if visit:
        placed = subject is not None and (subject.is_anaphor or subject.is_proper)  # a person without a known country
        return bool(own) != bool(others) and not names_others(match, others) and (bool(own) or placed)
    if names_others(match, others):
        return False
    if others:
        return not own and subject is not None and subject.is_anaphor
    if own:
        return match.trigger.lemma in DISCUSSING or any(token.is_word_noun for token in match.used)
    return _is_group(match)


def _is_group(match: Match) -> bool:
    """Whether the subject refers to several people named earlier: `they`, `the two men`."""
    subject = match.arguments.subject()
    return subject is not None and (subject.is_plural or _is_they(match)) and is_told_of(subject)


def _is_they(match: Match) -> bool:
    subject = match.arguments.subject()
    return subject is not None and subject.low == "they"


def _is_owned_by_pronoun(match: Match) -> bool:
    """`his visit`."""
    return match.trigger.pos == "n" and phrase_of(match.token).is_owned


def names_others(match: Match, others: list[Party]) -> bool:
    """Whether the sentence names a counterpart that does not act for a state."""
    if others:
        return False
    heads = (head for slot in match.trigger.recipients for head in match.arguments.heads(slot))
    return any(head not in match.used and (head.is_proper or _is_someone(head)) for head in heads)


def _is_someone(head: Token, *, known: bool = False) -> bool:
    """Whether a noun may denote people; if `known`, only nouns known to denote people count."""
    sector = sector_of(head.lemma)
    return sector[1] != "thing" if sector is not None else not known


def _is_person(noun: Token) -> bool:
    """Whether a word certainly denotes people or a state."""
    return noun.is_anaphor or noun.is_proper or _is_someone(noun, known=True)


def is_told_of(subject: Token | None) -> bool:
    """Whether a subject refers to people named earlier: `they`, `the two men`."""
    if subject is None:
        return False
    return subject.is_anaphor or (sector_of(subject.lemma) is not None and phrase_of(subject).is_definite)
