"""The triggers of a sentence that count, without those in another's complement and those that a veto forbids."""

from __future__ import annotations

import attrs

from diplonews.actors.resolve import Resolver
from diplonews.events.recipients import first_party
from diplonews.events.triggers import Match, match_adjective, match_noun, match_verb
from diplonews.events.vetoes import veto_of_trigger, veto_of_verb
from diplonews.lexicons.triggers import TriggerIndex
from diplonews.lexicons.wordsets import WordSet
from diplonews.model import EventType
from diplonews.syntax.blocks import Sentence
from diplonews.syntax.clauses import clause_of
from diplonews.syntax.tokens import Token

__all__ = ["find_matches"]

OPERATORS = frozenset(
    (EventType.AGREE, EventType.REQUEST, EventType.REJECT, EventType.THREATEN, EventType.ACCUSE, EventType.CONCEDE)
)
DECISIONS = WordSet("matching.decisions")
DEEPEST = 40


def find_matches(sentence: Sentence, resolver: Resolver, index: TriggerIndex) -> list[Match]:
    """The triggers that count, in text order: none inside the complement of another, and each noun only once."""
    found: list[Match] = _adjectives(sentence, index, resolver)
    taken: set[Token] = set()
    carrying = {match.token for match in found}
    words = [token for token in sentence.tokens if token.lemma in index.verbs or token.lemma in index.nouns]
    for token in sorted(words, key=_depth):
        if token in taken or token in carrying:
            continue
        match = _match(token, index, resolver, carrying)
        if match is None:
            continue
        match, covered = _with_complement(match, index, resolver)
        found.append(match)
        if _has_doers(match):
            carrying.add(match.token)
            taken.update(covered)
            taken.update(match.used)
    found.sort(key=lambda match: match.words[0].i)
    return found


def _has_doers(match: Match) -> bool:
    """Whether the actors are named; in `talks between Oslo and Riga were put off`, both are."""
    if first_party(match.arguments, match.trigger.actors):
        return True
    return match.trigger.mutual and len(first_party(match.arguments, match.trigger.recipients)) > 1


def _match(token: Token, index: TriggerIndex, resolver: Resolver, carrying: set[Token]) -> Match | None:
    """The match of a verb, or of a noun whose light verb has no match yet; None if a veto forbids it."""
    match = None
    if token.lemma in index.verbs and (token.is_verb or clause_of(token).is_root_noun):
        match = match_verb(token, index, resolver) if veto_of_verb(token) is None else None
        if match is not None and not token.is_verb and not first_party(match.arguments, match.trigger.actors):
            match = None
    if match is None and token.is_word_noun and token.lemma in index.nouns:
        match = match_noun(token, index, resolver)
        if match is not None and match.arguments.light in carrying:
            match = None
    return match if match is not None and veto_of_trigger(match, index, resolver) is None else None


def _adjectives(sentence: Sentence, index: TriggerIndex, resolver: Resolver) -> list[Match]:
    matches = (match_adjective(token, index, resolver) for token in sentence.tokens if token.low in index.adjectives)
    return [match for match in matches if match is not None and veto_of_trigger(match, index, resolver) is None]


def _with_complement(match: Match, index: TriggerIndex, resolver: Resolver) -> tuple[Match, list[Token]]:
    """The match with the trigger of its complement clause, and the words of that clause, which yield no event."""
    trigger = match.trigger
    if trigger.type not in OPERATORS and not any("c" in need.parts for need in trigger.needs):
        return match, []
    complement = match.arguments.complement()
    if complement is None or _is_taken_for_granted(complement, match):
        return match, []
    apart = {token for kid in complement.kids if clause_of(kid).is_meanwhile for token in kid.subtree()}
    inner = match_verb(complement, index, resolver) if complement.lemma in index.verbs else None
    return attrs.evolve(match, inner=inner.trigger if inner is not None else None), [
        token for token in complement.subtree() if token not in apart
    ]


def _is_taken_for_granted(complement: Token, match: Match) -> bool:
    """`criticised a Danish decision to expel them`: the act is a fact, not what the verb demands or forbids."""
    clause = clause_of(complement)
    decided = clause.is_reduced and complement.head.lemma in DECISIONS
    return decided and clause.subject is not match.arguments.subject()


def _depth(token: Token) -> int:
    depth = 0
    while token.head is not token and depth < DEEPEST:
        token = token.head
        depth += 1
    return depth
