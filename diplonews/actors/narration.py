"""Reads the states of each sentence into the relations of the article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diplonews.actors.names import place_first
from diplonews.actors.relations import STATES_ONLY
from diplonews.actors.resolve import is_agentive
from diplonews.lexicons.wordsets import WordSet
from diplonews.syntax.blocks import Sentence
from diplonews.syntax.clauses import clause_of
from diplonews.syntax.reference import conjuncts, is_reported
from diplonews.syntax.tokens import Token

if TYPE_CHECKING:
    from diplonews.actors.discourse import Discourse

__all__ = ["Narration"]

FIRST = WordSet("document.first")
SAYING = WordSet("verbs.saying")
RELATIONS = WordSet("document.relations")
PLURAL = frozenset(("they", "them", "their", "theirs"))
COUNTED = ("the", "these", "those")
SET_HEADS = frozenset(("pobj", "nsubj", "dobj", "poss", "nsubjpass", "amod", "ROOT", "appos", "compound"))
SET_SIZES = (2, 3, 4)
ITSELF = ("actor.name.name", "actor.name.capital", "actor.possessor.")
BODIES = WordSet("narration.bodies")
OF_STATE = ("actor.modifier.",)
MEETING = WordSet("narration.meeting")
MEETINGS = WordSet("narration.meetings")
TOWARDS = frozenset(("with", "against", "to", "by"))


class Narration:
    """Reads sentences one after the other into the relations of a discourse.

    Args:
        discourse: the discourse whose relations are filled.
    """

    def __init__(self, discourse: Discourse) -> None:
        self.discourse = discourse

    def begin(self, now: int, sentence: Sentence) -> None:
        """Record the states and the speaker of a sentence, which hold from the sentence itself on."""
        place = place_first(sentence.tokens)
        if place is not None:
            self.discourse.relations.places[now] = place
        self._learn_speaker(now, sentence)
        self._learn_names(now, sentence)
        self._learn_sets(now, sentence)

    def end(self, later: int, sentence: Sentence) -> None:
        """Record the parties and the subjects of a sentence, which hold from the next sentence on."""
        for verb in sentence.tokens:
            if verb.is_verb:
                self._learn_parties(later, verb)
        root = next((token for token in sentence.tokens if token.dep == "ROOT"), None)
        if root is None:
            return
        told = root.subject or (root if root.tag[0] == "N" else None)
        if told is None:
            return
        named = (*ITSELF, *OF_STATE) if told.lemma in BODIES else ITSELF  # `Chad's government denied it`
        topic = {party.code for party in self.discourse.resolver.parties(told) if party.actor.how.startswith(named)}
        if len(topic) == 1:
            self.discourse.relations.topics[later - 1] = topic.pop()
        inner = root.first("ccomp")
        within = inner.subject if inner is not None and root.lemma in SAYING else None
        subject = within or told
        if subject.low in PLURAL:
            return
        found = [party.actor for party in self.discourse.resolver.parties(subject) if party.code]
        if len(found) == 1:
            self.discourse.relations.leading.add(later, found[0])
        if len(found) > 1 or (found and subject.is_plural):
            self.discourse.relations.subjects.add(later, found)

    def _learn_speaker(self, now: int, sentence: Sentence) -> None:
        """Record the speaker of a sentence: Holm in `"Both agreed," Holm said`."""
        words = SAYING.words
        saying = [token for token in sentence.tokens if token.lemma in words and token.is_verb]
        for token in sorted(saying, key=is_reported):
            subject = token.first("nsubj")
            if subject is not None and subject.low not in FIRST:
                found = [party.actor for party in self.discourse.resolver.parties(subject) if party.code]
                if found:
                    self.discourse.relations.speaker.add(now, found)
                    return

    def _learn_names(self, now: int, sentence: Sentence) -> None:
        """Record the states of a sentence, and pairs of adjacent names: `Seoul-Tokyo relations`."""
        previous = None
        for span, name, token in sentence.names:
            if not name.code:
                previous = None
                continue
            self.discourse.relations.add_name(now, name, leads=token.dep in ("nsubj", "nsubjpass", "poss"))
            if previous is not None and name.kind in STATES_ONLY and span.start - previous[0].end == 1:
                self.discourse.relations.add_set(now, (previous[1].code, name.code))
            previous = (span, name)

    def _learn_sets(self, now: int, sentence: Sentence) -> None:
        """Record coordinated states, states linked by a relation, and states that set something up."""
        relations = RELATIONS.words
        for token in sentence.tokens:
            if token.tag in ("NN", "NNS"):
                self._learn_maker(now, token)
            members = conjuncts(token) if token.kids and token.dep in SET_HEADS else []
            if len(members) in SET_SIZES:
                codes = dict.fromkeys(code for code in map(self._member_code, members) if code)
                if len(codes) == len(members):
                    self.discourse.relations.add_set(now, tuple(codes))
                    if token.is_subject and _is_of_meeting(token.head):
                        self.discourse.relations.add_met(now, tuple(codes))
            if token.lemma in relations:
                self._learn_relation(now, token)
            if token.dep == "conj" and token.is_verb and token.head.is_verb:
                self._learn_clauses(now, token.head, token)

    def _member_code(self, token: Token) -> str | None:
        name = token.name
        if name is not None and name.code and name.kind in STATES_ONLY | {"SEAT", "LEADER"}:
            return name.code
        known = self.discourse.person(token) if token.tag == "NNP" else None
        return known.code if known is not None else None

    def _learn_maker(self, now: int, thing: Token) -> None:
        """Record who set something up: `Oslo imposed a levy`, `a fund that Oslo set up`; not for `the levy`."""
        if is_agentive(thing) or any(kid.low in COUNTED for kid in thing.kids):
            return
        clause = thing.first("relcl") or (thing.head if thing.dep == "dobj" and thing.head.is_verb else None)
        maker = thing.first("poss") or (clause.first("nsubj") if clause is not None else None)
        code = self._member_code(maker) if maker is not None else None
        if code is not None:
            self.discourse.relations.add_maker(now, thing.lemma, code)

    def _learn_parties(self, later: int, verb: Token) -> None:
        """Record the two sides of a clause: `Oslo warned Riga`, `Oslo's envoy met with Riga's`."""
        clause = clause_of(verb)
        if clause.subject is None:
            return
        others = [*filter(None, (clause.object, *(noun for low, noun in clause.phrases if low in TOWARDS)))]
        first = self.discourse.only_code(clause.subject) if others else None
        second = next(filter(None, map(self.discourse.only_code, others)), None) if first is not None else None
        if first is not None and second is not None:
            self.discourse.relations.add_set(later, (first, second), side_by_side=False)
            if _is_of_meeting(verb):
                self.discourse.relations.add_met(later - 1, (first, second))

    def _learn_clauses(self, now: int, first: Token, second: Token) -> None:
        """Record the subjects of joined clauses: `Oslo lifted the levy, and Riga paid`."""
        subjects = [verb.first("nsubj") for verb in (first, second)]
        codes = [self._member_code(subject) for subject in subjects if subject is not None]
        self.discourse.relations.add_set(now, tuple(code for code in codes if code))

    def _learn_relation(self, now: int, token: Token) -> None:
        """Record the two sides of a relation noun: `Oslo's row with Riga`."""
        owner = token.first("poss")
        if owner is None or owner.name is None:
            return
        for kid in token.below("prep"):
            other = kid.first("pobj")
            if kid.low == "with" and other is not None and other.name is not None:
                self.discourse.relations.add_set(now, (owner.name.code, other.name.code))


def _is_of_meeting(verb: Token) -> bool:
    """Whether a clause reports a meeting: `met`, `received`, `held talks`."""
    target = clause_of(verb).object
    return verb.lemma in MEETING or (target is not None and target.lemma in MEETINGS)
