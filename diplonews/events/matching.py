"""Which triggers of a sentence count: none inside the complement of another, none of sport or of a story."""

from __future__ import annotations

from itertools import islice

import attrs

from diplonews.actors.resolve import Resolver
from diplonews.events.recipients import first_party
from diplonews.events.status import is_reversed, rules_out
from diplonews.events.triggers import Match, match_adjective, match_noun, match_verb
from diplonews.lexicons.triggers import TriggerIndex
from diplonews.lexicons.wordsets import WordSet
from diplonews.model import EventType
from diplonews.syntax.blocks import Sentence
from diplonews.syntax.clauses import JUDGING, clause_of
from diplonews.syntax.tokens import Token

__all__ = ["HARMFUL", "find_matches", "is_game_or_story"]

OPERATORS = frozenset(
    (EventType.AGREE, EventType.REQUEST, EventType.REJECT, EventType.THREATEN, EventType.ACCUSE, EventType.CONCEDE)
)
HARMFUL = frozenset((EventType.SANCTION, EventType.COERCE, EventType.ASSAULT, EventType.MOBILIZE, EventType.PROTEST))
TIME_CLAUSES = frozenset(("after", "although", "as", "because", "before", "since", "though", "when", "while"))
DEEPEST = 40
NO_PREDICATE = WordSet("coding.no_predicate")
SPORT = WordSet("coding.sport")
CLAIM = WordSet("status.claim")
DENY = WordSet("status.deny")
REPORT_NOUNS = WordSet("status.report_nouns")
FICTION = WordSet("coding.fiction")
NATURAL = WordSet("coding.natural")
SURELY_SPORT = WordSet("coding.surely_sport")
NEGATIVES = frozenset(("no", "not"))
STATIVE = WordSet("coding.stative")
INSTRUMENTS = WordSet("coding.instruments")


def _is_sport(sentence: Sentence) -> bool:
    lows = {token.low for token in sentence.tokens}
    return len(lows & SPORT.words) > 1 or not lows.isdisjoint(SURELY_SPORT.words)


def _is_fiction(sentence: Sentence) -> bool:
    """`in the film, a spy kidnaps ...`: what only a story tells."""
    return any(
        token.low in FICTION
        and token.dep == "pobj"
        and token.head.low == "in"
        and token.head.i <= sentence.tokens[0].i + 1
        for token in sentence.tokens
    )


def is_game_or_story(sentence: Sentence) -> bool:
    """Whether a sentence tells of a match between teams, or of what happens in a film or a book."""
    return _is_sport(sentence) or _is_fiction(sentence)


def find_matches(sentence: Sentence, resolver: Resolver, index: TriggerIndex) -> list[Match]:
    """The triggers that count: none inside the complement of another, no noun twice."""
    found: list[Match] = _adjectives(sentence, index, resolver)
    taken: set[Token] = set()
    carrying = {match.token for match in found}
    words = [token for token in sentence.tokens if token.lemma in index.verbs or token.lemma in index.nouns]
    for token in sorted(words, key=_depth):
        if token in taken or token in carrying:
            continue
        match = _match(token, index, resolver, carrying)
        if match is None or _is_natural(match) or _is_question(match) or _is_naming(match):
            continue
        match, covered = _with_complement(match, index, resolver)
        found.append(match)
        if first_party(match.arguments, match.trigger.actors):
            carrying.add(match.token)
            taken.update(covered)
            taken.update(match.used)
    found.sort(key=lambda match: match.words[0].i)
    return found


def _match(token: Token, index: TriggerIndex, resolver: Resolver, carrying: set[Token]) -> Match | None:
    """What a word names, as a verb or as a noun that no verb found before carries."""
    if token.lemma in index.verbs and _is_predicate(token):
        match = match_verb(token, index, resolver)
        if match is not None and (token.is_verb or first_party(match.arguments, match.trigger.actors)):
            return None if _rules_out_own(match, index, resolver) else match
    if token.tag[0] != "N" or token.lemma not in index.nouns:
        return None
    match = match_noun(token, index, resolver)
    return match if match is not None and match.arguments.light not in carrying else None


def _is_question(match: Match) -> bool:
    """`"Why wait?" he asked`: an answer is all that is wanted."""
    clause = match.arguments.complement() if match.trigger.type is EventType.REQUEST else None
    return clause is not None and clause.dep == "ccomp" and any(kid.text == "?" for kid in clause.kids)


def _is_naming(match: Match) -> bool:
    """`called the envoys liars`: nobody telephoned."""
    named = match.token.first("oprd", "ccomp") is not None
    return match.trigger.type is EventType.CONSULT and match.token.lemma == "call" and named


def _is_natural(match: Match) -> bool:
    """`the Spanish flu killed millions`: no state's doing."""
    subject = match.arguments.subject()
    return subject is not None and subject.lemma in NATURAL


def _rules_out_own(match: Match, index: TriggerIndex, resolver: Resolver) -> bool:
    """`ruled out sanctions on Oslo`: no refusal to anyone, but harm that is not done."""
    if match.trigger.type is not EventType.REJECT:
        return match.token.lemma == "exclude" and _is_harm(match.arguments.object(), index)
    complement = match.arguments.complement()
    below = complement is not None and complement.head is match.arguments.verb and rules_out(complement)
    if below or (complement is not None and is_reversed(match.token)):
        return True
    if _denies_for_others(match, resolver):
        return True
    if complement is not None and not NEGATIVES.isdisjoint(match.trigger.particles):
        inner = match_verb(complement, index, resolver)
        return inner is not None and inner.trigger.type in HARMFUL
    if not rules_out(match.token):
        return False
    target = match.arguments.object()
    noun = match_noun(target, index, resolver) if target is not None and target.lemma in index.nouns else None
    if noun is None or noun.trigger.type not in HARMFUL or target is None:
        return False
    return noun.arguments.light is match.token and not first_party(noun.arguments, ("poss", "by", "adj"))


def _is_harm(token: Token | None, index: TriggerIndex) -> bool:
    """Whether a noun names an act of conflict."""
    return token is not None and any(trigger.type in HARMFUL for trigger in index.nouns.get(token.lemma, ()))


def _denies_for_others(match: Match, resolver: Resolver) -> bool:
    """`Warsaw denied that Tallinn had expelled Latvians`: not its own doing, so nobody is turned down."""
    arguments = match.arguments
    clause = arguments.complement() if match.token.lemma in DENY else None
    target = arguments.object()
    if clause is None and target is not None and target.lemma in REPORT_NOUNS:
        clause = target.first("acl", "relcl", "ccomp")
    doer = clause_of(clause).subject if clause is not None and clause.first("nsubj", "nsubjpass") else None
    if doer is None or doer.tag == "PRP":
        return False
    own = {party.code for party in first_party(arguments, match.trigger.actors)}
    return any(party.code and party.code not in own for party in resolver.parties(doer))


def _adjectives(sentence: Sentence, index: TriggerIndex, resolver: Resolver) -> list[Match]:
    matches = (match_adjective(token, index, resolver) for token in sentence.tokens if token.low in index.adjectives)
    return [match for match in matches if match is not None]


def _is_predicate(token: Token) -> bool:
    """Whether a verb says something of its own, and does not only describe a noun."""
    if clause_of(token).is_clipped:
        return True
    if token.dep == "pobj" and token.tag == "VBG" and token.first("dobj") is not None:
        return True
    if token.dep in NO_PREDICATE or not (token.is_verb or (token.dep == "ROOT" and token.tag[0] == "N")):
        return False
    if token.dep == "acl" and token.tag == "VBG":
        return token.head.lemma in INSTRUMENTS or _is_set_off(token)
    if token.dep == "pcomp" and token.head.low in ("for", "of"):
        return not _is_reason(token.head)
    if token.dep != "acl" or not clause_of(token).is_passive:
        return True
    if token.first("agent") is None or token.lemma in STATIVE:
        return False
    return token.head.dep == "ROOT" or _is_set_off(token)


def _is_set_off(token: Token) -> bool:
    """Whether a comma parts a participle from its noun: `Togo, accused by Mali of spying, ...`."""
    return any(kid.text == "," and kid.after is token for kid in token.head.kids)


def _is_reason(preposition: Token) -> bool:
    """`fined Peru for shipping arms`, `convicted Chileans of spying`: what somebody is said to have done before."""
    verb = preposition.head
    return verb.is_verb and verb.lemma not in JUDGING and verb.lemma not in CLAIM


def _is_meanwhile(clause: Token) -> bool:
    """`after Oslo had paid`: another act that only tells when, however deep it was hung."""
    return (
        clause.dep == "advcl"
        and clause.first("nsubj") is not None
        and any(kid.low in TIME_CLAUSES for kid in clause.kids)
    )


def _with_complement(match: Match, index: TriggerIndex, resolver: Resolver) -> tuple[Match, list[Token]]:
    """What the clause below a trigger names, and its words, which name no event of their own."""
    trigger = match.trigger
    if trigger.type not in OPERATORS and not any("c" in need.slots for need in trigger.needs):
        return match, []
    complement = match.arguments.complement()
    if complement is None:
        return match, []
    apart = {
        token for kid in complement.kids if clause_of(kid).is_apart or _is_meanwhile(kid) for token in kid.subtree()
    }
    inner = match_verb(complement, index, resolver) if complement.lemma in index.verbs else None
    return attrs.evolve(match, inner=inner.trigger if inner is not None else None), [
        token for token in complement.subtree() if token not in apart
    ]


def _depth(token: Token) -> int:
    return sum(1 for _ in islice(token.ancestors(), DEEPEST))
