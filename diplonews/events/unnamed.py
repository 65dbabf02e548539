"""Implicit participants of a conflict event, if the slots of its trigger do not name both sides.

Used only for sentences that yield no event otherwise.
"""

from __future__ import annotations

from collections import Counter
from itertools import takewhile

from diplonews.actors.resolve import COLLECTIVE, Party, Resolver, is_actor, phrase_span
from diplonews.events.own_people import implied_party
from diplonews.events.triggers import Match
from diplonews.lexicons.actornames import Name, sector_of
from diplonews.lexicons.wordsets import WordSet
from diplonews.model import Actor, EventType
from diplonews.syntax.blocks import Sentence
from diplonews.syntax.clauses import REPORTING, clause_of
from diplonews.syntax.nouns import phrase_of
from diplonews.syntax.tokens import Token

__all__ = ["addressee", "sides"]

CONFLICT = frozenset(
    (
        EventType.REQUEST,
        EventType.ACCUSE,
        EventType.REJECT,
        EventType.THREATEN,
        EventType.PROTEST,
        EventType.SANCTION,
        EventType.MOBILIZE,
        EventType.COERCE,
        EventType.ASSAULT,
    )
)
PHYSICAL = frozenset((EventType.MOBILIZE, EventType.COERCE, EventType.ASSAULT, EventType.SANCTION))
STATELESS = frozenset(("TREATY", "OTHER"))
ACTING = frozenset(("GOV", "MIL", "COP", "JUD", "LEG", "OPP", "REB", "UAF", "PTY", "SPY", "CVL", "LAB", "REL"))
TITLES = WordSet("unnamed.titles")
HAPPENING = WordSet("unnamed.happening")
PLACES = frozenset(("in", "across", "outside", "at", "near", "around", "throughout"))


def sides(
    match: Match, kind: EventType, actors: list[Party], sentence: Sentence, resolver: Resolver
) -> tuple[list[Party], list[Party]]:
    """Actors and recipients of an act with a missing side; both empty if nothing identifies them."""
    if kind not in CONFLICT:
        return [], []
    if match.trigger.pos == "n" and match.arguments.light is None:
        return _of_the_place(match, resolver)
    names = _names(match, sentence)
    states = {name.code for name, _ in names} | _named_elsewhere(sentence, resolver)
    known = [party for party in actors if party.code]
    if not known and len(states) == 1:
        known = _of_the_only_state(match, states.pop())
    if not known:
        return [], []
    own = {party.code for party in known}
    others = [
        token
        for name, token in names
        if name.code not in own
        and token.i > known[0].token.i
        and (kind in PHYSICAL or not _is_venue(name, token))
        and not _is_of_the_outcome(token, match.token)
    ]
    others = [token for token in others if token.i > match.token.i] or others
    if others:
        return known, resolver.single(others[0])[:1]
    if "withdraw" in match.trigger.modes:
        return [], []  # `left the Oslo talks`: leaving is not an act towards one's own people
    if states <= own and (kind in PHYSICAL or not known[0].actor.how.startswith("actor.name.")):
        return known, [implied_party(known[0], match.arguments.object() or known[0].token)]
    return [], []


def addressee(match: Match, actors: list[Party], sentence: Sentence, resolver: Resolver) -> list[Party]:
    """`put its navy on alert as Danish ships neared`: the side that troops move against, if no slot names it."""
    own = {party.code for party in actors}
    for name, token in _names(match, sentence):
        if name.code not in own and token.i > match.token.i and not _is_in_aside(token, match.token):
            return resolver.single(token)[:1]
    return []


def _is_in_aside(token: Token, verb: Token) -> bool:
    """Whether a word is in a relative clause below a verb: `near a port where Danish ships call`."""
    between = takewhile(lambda above: above is not verb, token.upwards())
    return any(above.dep == "relcl" for above in between)


def _is_of_the_outcome(token: Token, verb: Token) -> bool:
    """Whether a word is in a participle clause about what the act led to: `banned adverts, angering Oslo`."""
    between = takewhile(lambda above: above is not verb, token.upwards())
    return any(above.dep == "advcl" and above.tag == "VBG" and above.head is verb for above in between)


def _is_venue(name: Name, token: Token) -> bool:
    """`talks in Havana`: the city is the place, not the recipient."""
    preposition = phrase_of(token).preposition
    return name.kind in ("CAPITAL", "CITY") and preposition is not None and preposition.low in ("in", "at")


def _of_the_place(match: Match, resolver: Resolver) -> tuple[list[Party], list[Party]]:
    """`Riots broke out in Accra`: the people of the place are both sides."""
    verb = phrase_of(match.token).subject_of
    if verb is None or verb.lemma not in HAPPENING:
        return [], []
    if match.trigger.type is EventType.ASSAULT and len(resolver.named()) > 1:
        return [], []  # `a bomb attack killed ten people in Accra`: the attacker is open
    for low, token in clause_of(verb).phrases:
        if low in PLACES:
            found = [implied_party(party, match.token) for party in resolver.parties(token) if party.code][:1]
            if found:
                return found, match.arguments.slot("anti") or found
    return [], []


def _names(match: Match, sentence: Sentence) -> list[tuple[Name, Token]]:
    """The parties that a sentence names, without the sources of its reports."""
    telling = {
        token
        for verb in sentence.tokens
        if verb.is_verb and verb.lemma in REPORTING and verb is not match.token
        for subject in clause_of(verb).subjects
        for token in subject.subtree()
        if subject is not match.arguments.subject()
    }
    return [
        (name, token)
        for _, name, token in sentence.names
        if is_actor(token) and name.code and name.kind not in STATELESS and token not in telling
    ]


def _named_elsewhere(sentence: Sentence, resolver: Resolver) -> set[str]:
    """The states that other sentences name; with a second state, an act is not among one state's own people."""
    here = Counter(name.code for _, name, _ in sentence.names)
    return {code for code, count in resolver.named().items() if count > here[code]}


def _of_the_only_state(match: Match, code: str) -> list[Party]:
    """`President Quispe`, `the police`, `rebels`: the subject as a party of the only state in the text.

    Empty for `Sealandic officials`, and if only the object belongs to that state.
    """
    subject, target = match.arguments.subject(), match.arguments.object()
    if subject is None or not _acts(subject):
        return []
    if phrase_of(subject).has_capital_adjective:
        return []
    adjectives = phrase_of(target).adjectives if target is not None else ()
    if any(kid.name is not None and kid.name.code == code for kid in adjectives):
        return []
    known = sector_of(subject.lemma)
    sectors = (known[0],) if known is not None else ("GOV",)
    actor = Actor(code=code, sectors=sectors, role=subject.low, implied=True, how="actor.only_state")
    return [Party(actor=actor, span=phrase_span(subject), token=subject)]


def _acts(token: Token) -> bool:
    if token.lemma in COLLECTIVE and phrase_of(token).is_plural:
        return True
    known = sector_of(token.lemma)
    if known is not None:
        return known[1] != "thing" and known[0] in ACTING
    return token.is_proper and token.has(*TITLES)
