"""Vetoes: the rows of the veto table that keep a sentence, a verb or a trigger from yielding an event."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import Any, TypeVar

from diplonews.actors.resolve import Resolver
from diplonews.events.recipients import first_party
from diplonews.events.status import is_refusing, is_reversed
from diplonews.events.triggers import Match, match_noun, match_verb
from diplonews.lexicons.actornames import sector_of
from diplonews.lexicons.conditions import Condition
from diplonews.lexicons.datelines import load_months
from diplonews.lexicons.speakers import speaker_words
from diplonews.lexicons.triggers import TriggerIndex
from diplonews.lexicons.vetoes import Veto, vetoes
from diplonews.lexicons.wordsets import WordSet
from diplonews.model import EventType
from diplonews.syntax.blocks import Sentence
from diplonews.syntax.bonds import link_of
from diplonews.syntax.clauses import clause_of
from diplonews.syntax.nouns import phrase_of
from diplonews.syntax.tokens import Token

__all__ = ["HARMFUL", "conditions_of_veto", "veto_of_sentence", "veto_of_trigger", "veto_of_verb"]

HARMFUL = frozenset((EventType.SANCTION, EventType.COERCE, EventType.ASSAULT, EventType.MOBILIZE, EventType.PROTEST))
NEGATIVES = frozenset(("no", "not"))
DENY = WordSet("status.deny")
REPORT_NOUNS = WordSet("status.report_nouns")
SCORE = re.compile(r"\b\d{1,3} ?[-–] ?\d{1,3}\b")
MOST_BEFORE_SCORE = 10  # words from a verb to the end of a score
FIRST_WORDS = 2
T = TypeVar("T")


def _first(rows: Iterable[Veto], holds: Callable[[Condition], bool]) -> Veto | None:
    """The first row whose conditions hold."""
    for row in rows:
        if all(map(holds, row.needs)) and not any(map(holds, row.unless)):
            return row
    return None


def _is_met(condition: Condition, tests: dict[str, Callable[[T, frozenset[str]], bool]], subject: T) -> bool:
    return any(tests[part](subject, condition.words) for part in condition.parts)


# ---------------------------------------------------------------- sentences


def _opens_a_story(sentence: Sentence, words: frozenset[str]) -> bool:
    """`In the film, a spy kidnaps ...`."""
    opening = [token for token in sentence.tokens[:FIRST_WORDS] if token.low == "in"]
    return bool(opening) and any(
        phrase_of(token).preposition in opening and (token.low in words or not words.isdisjoint(phrase_of(token).terms))
        for token in sentence.tokens
    )


def _count(sentence: Sentence, words: frozenset[str]) -> int:
    return len(words.intersection([token.low for token in sentence.tokens]))


SENTENCE_TESTS: dict[str, Callable[[Sentence, frozenset[str]], bool]] = {
    "story": _opens_a_story,
    "two": lambda sentence, words: _count(sentence, words) > 1,
    "word": lambda sentence, words: _count(sentence, words) > 0,
}


def veto_of_sentence(sentence: Sentence) -> Veto | None:
    """The row that keeps a whole sentence from yielding events, because it is about a game or a fictional story."""
    return _first(vetoes()["sentence"], lambda condition: _is_met(condition, SENTENCE_TESTS, sentence))


# ---------------------------------------------------------------- verbs

VERB_TESTS: dict[str, Callable[[Token, frozenset[str]], bool]] = {
    "above": lambda verb, words: clause_of(verb).above.lemma in words,
    "agent": lambda verb, _: clause_of(verb).has_agent,
    "gerund": lambda verb, _: clause_of(verb).is_gerund_with_object,
    "over": lambda verb, words: verb.head.low in words,
    "pas": lambda verb, _: clause_of(verb).is_passive,
    "setoff": lambda verb, _: clause_of(verb).is_set_off,
    "top": lambda verb, _: verb.head.head is verb.head,
    "underverb": lambda verb, _: clause_of(verb).above.is_verb,
}


def veto_of_verb(verb: Token) -> Veto | None:
    """The row that keeps a verb from yielding an event, because it only describes a noun or gives a reason."""
    link = link_of(verb)
    rows = (row for row in vetoes()["verb"] if link in row.links and (not row.cues or verb.lemma in row.cues))
    return _first(rows, lambda condition: _is_met(condition, VERB_TESTS, verb))


# ---------------------------------------------------------------- triggers


def _words_after(token: Token) -> Iterator[Token]:
    """The words of the sentence after a word."""
    word = token.after
    while word is not None:
        yield word
        word = word.after


class _Case:
    """A trigger that may be vetoed.

    Args:
        match: the trigger.
        index: all triggers.
        resolver: finds the parties of nouns.
    """

    def __init__(self, match: Match, index: TriggerIndex, resolver: Resolver) -> None:
        self.match, self.index, self.resolver = match, index, resolver
        self.arguments = match.arguments

    def names_harm(self) -> bool:
        """Whether the object names an act of conflict."""
        target = self.arguments.object()
        return target is not None and any(one.type in HARMFUL for one in self.index.nouns.get(target.lemma, ()))

    def refuses_refusal(self) -> bool:
        """`refused to rule out`."""
        complement = self.arguments.complement()
        return complement is not None and complement.head is self.arguments.verb and is_refusing(complement)

    def is_about_harm(self, words: frozenset[str]) -> bool:
        """Whether the refused act is a conflict act: `decided not to bomb`; with `noun`, `ruled out sanctions`."""
        if "noun" not in words:
            complement = self.arguments.complement()
            inner = match_verb(complement, self.index, self.resolver) if complement is not None else None
            return inner is not None and inner.trigger.type in HARMFUL
        target = self.arguments.object()
        noun = match_noun(target, self.index, self.resolver) if target is not None and self.names_harm() else None
        if noun is None or noun.trigger.type not in HARMFUL or noun.arguments.light is not self.match.token:
            return False
        return not first_party(noun.arguments, ("poss", "by", "adj"))

    def is_about_others(self) -> bool:
        """`Warsaw denied that Tallinn had expelled Latvians`: another party's act, so the denial rejects nobody."""
        clause = self.arguments.complement() if self.match.token.lemma in DENY else None
        target = self.arguments.object()
        if clause is None and target is not None and target.lemma in REPORT_NOUNS:
            clause = phrase_of(target).content
        doer = clause_of(clause).subject if clause is not None and clause_of(clause).own_subject is not None else None
        if doer is None or doer.is_pronoun:
            return False
        own = {party.code for party in first_party(self.arguments, self.match.trigger.actors)}
        return any(party.code and party.code not in own for party in self.resolver.parties(doer))

    def is_to(self, words: frozenset[str]) -> bool:
        """Whether the complement clause has one of the given verbs."""
        complement = self.arguments.complement()
        return complement is not None and complement.lemma in words

    def is_to_undergo(self) -> bool:
        """Whether the complement clause is passive: `asked not to be named`."""
        complement = self.arguments.complement()
        return complement is not None and clause_of(complement).is_passive

    def is_in_the_press(self) -> bool:
        """Whether the object is something in the press: `reports in Danish media`."""
        target = self.arguments.object()
        media = speaker_words("media_nouns", "several_bodies")
        printed = clause_of(target).phrases if target is not None and target.lemma in REPORT_NOUNS else ()
        return any(low in ("in", "by", "from") and noun.low in media for low, noun in printed)

    def object_is(self, words: frozenset[str]) -> bool:
        """Whether the object is one of the given nouns or terms: `record`, `death toll`, `himself`."""
        target = self.arguments.object()
        return target is not None and not words.isdisjoint((target.low, *phrase_of(target).terms))

    def is_near(self, words: frozenset[str]) -> bool:
        """Whether the sentence has one of the given words."""
        token = self.match.token
        top = [token, *token.ancestors()][-1]
        return any(word.lemma in words or word.low in words for word in top.subtree())

    def has_beside(self, words: frozenset[str]) -> bool:
        """Whether one of the given words depends on the trigger directly: `pressed ahead`."""
        return any(kid.low in words for kid in self.match.token.kids)

    def is_done_by_thing(self) -> bool:
        """Whether the subject is a thing, not somebody who can act: `the entry of Chile will help`."""
        subject = self.arguments.subject()
        if subject is None or not subject.is_word_noun or subject.name is not None or subject.is_proper:
            return False
        known = sector_of(subject.lemma)
        return known is None or known[1] == "thing"

    def subject_is(self, words: frozenset[str]) -> bool:
        """Whether the subject is one of the given nouns or terms: `charity`, `cargo ship`."""
        subject = self.arguments.subject()
        return subject is not None and not words.isdisjoint((subject.lemma, *phrase_of(subject).terms))

    def hearer_is(self, words: frozenset[str]) -> bool:
        """Whether what is said is said to one of the given people: `spoke to reporters`."""
        heard = (*self.arguments.after("to"), *self.arguments.after("with"))
        return any(noun.lemma in words or noun.low in words for noun in heard)

    def is_within(self, words: frozenset[str]) -> bool:
        """Whether the act is told in a clause about one of the given things: `the film, in which a spy flees`."""
        verb = self.arguments.verb or self.match.token
        while verb.dep == "conj" and verb.head is not verb:
            verb = verb.head
        return clause_of(verb).is_relative and not words.isdisjoint(phrase_of(verb.head).terms)

    def has_score(self) -> bool:
        """Whether the sentence gives a score after the act: `crushed them 4-0`; not `10-15 rebels`, `on May 3-4`."""
        words = list(islice(_words_after(self.match.token), MOST_BEFORE_SCORE))
        score = SCORE.search(" ".join(word.text for word in words))
        if score is None:
            return False
        first, end = (len(text.split()) for text in (score.string[: score.start()], score.string[: score.end()]))
        counted = end < len(words) and (words[end].is_adjective or words[end].tag in ("NN", "NNS"))
        return not counted and (first == 0 or words[first - 1].low not in load_months())


TRIGGER_TESTS: dict[str, Callable[[_Case, frozenset[str]], bool]] = {
    "about": _Case.is_to,
    "aboutpas": lambda case, _: case.is_to_undergo(),
    "asked": lambda case, _: clause_of(case.match.token).is_question_put,
    "beside": _Case.has_beside,
    "c": lambda case, _: case.arguments.complement() is not None,
    "doer": _Case.subject_is,
    "hearer": _Case.hearer_is,
    "harm": lambda case, _: case.names_harm(),
    "innerharm": _Case.is_about_harm,
    "innerrefusal": lambda case, _: case.refuses_refusal(),
    "named": lambda case, _: clause_of(case.match.token).gives_name,
    "near": _Case.is_near,
    "negative": lambda case, _: not NEGATIVES.isdisjoint(case.match.trigger.particles),
    "noobject": lambda case, _: case.arguments.object() is None,
    "object": _Case.object_is,
    "others": lambda case, _: case.is_about_others(),
    "press": lambda case, _: case.is_in_the_press(),
    "refuses": lambda case, _: is_refusing(case.match.token),
    "reversed": lambda case, _: is_reversed(case.match.token),
    "score": lambda case, _: case.has_score(),
    "within": _Case.is_within,
    "thing": lambda case, _: case.is_done_by_thing(),
}


def veto_of_trigger(match: Match, index: TriggerIndex, resolver: Resolver) -> Veto | None:
    """The row that keeps a trigger from yielding an event: for naming something, a question, a refusal of harm."""
    case = _Case(match, index, resolver)
    rows = (
        row
        for row in vetoes()["trigger"]
        if (not row.types or match.trigger.type in row.types) and (not row.cues or match.token.lemma in row.cues)
    )
    return _first(rows, lambda condition: _is_met(condition, TRIGGER_TESTS, case))


def conditions_of_veto(
    row: Veto, subject: Sentence | Token | Match, index: TriggerIndex, resolver: Resolver
) -> list[tuple[str, bool]]:
    """Whether each condition of a row holds for its subject: a sentence, a verb or a trigger."""
    tests: dict[str, Callable[[Any, frozenset[str]], bool]]
    found: list[tuple[str, bool]]
    case: Sentence | Token | _Case
    if isinstance(subject, Match):
        case, tests = _Case(subject, index, resolver), TRIGGER_TESTS
        word = not row.cues or subject.token.lemma in row.cues
        found = [("cue", word and (not row.types or subject.trigger.type in row.types))]
    elif isinstance(subject, Token):
        case, tests = subject, VERB_TESTS
        linked = not row.links or link_of(subject) in row.links
        found = [("cue", not row.cues or subject.lemma in row.cues), ("|".join(sorted(row.links)), linked)]
        if not linked:
            return found
    else:
        case, tests, found = subject, SENTENCE_TESTS, []
    found += [(condition.cell, _is_met(condition, tests, case)) for condition in row.needs]
    return found + [(f"unless {condition.cell}", not _is_met(condition, tests, case)) for condition in row.unless]
