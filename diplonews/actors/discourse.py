"""The discourse of an article: the referents of its names, descriptions, pronouns and group words.

The article is read once, and every answer holds as of the sentence of the given word. So quotes,
actors and events can ask in any order and get the same answers. Unknown values are None.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping
from itertools import takewhile

from diplonews.actors.coreference import read_entities
from diplonews.actors.entity import Entity, EntityKind, roles_of
from diplonews.actors.groups import Groups
from diplonews.actors.home import filed_in, outlet_country
from diplonews.actors.narration import Narration
from diplonews.actors.offices import faces, holders, office_of, sectors_of
from diplonews.actors.origin import known_names, state_code
from diplonews.actors.relations import Relations, implied, is_counted
from diplonews.actors.resolve import PORTFOLIOS, Resolver, is_agentive
from diplonews.lexicons.speakers import speaker_words
from diplonews.lexicons.tables import using
from diplonews.lexicons.wordsets import WordSet
from diplonews.model import Actor
from diplonews.syntax.clauses import clause_of
from diplonews.syntax.nouns import phrase_of
from diplonews.syntax.parsing import Parsed
from diplonews.syntax.reference import (
    is_definite,
    is_reported,
    subject_codes,
    told_subject,
)
from diplonews.syntax.tokens import Token

__all__ = ["Discourse", "read_discourse"]

FIRST = WordSet("document.first")
ACCORDS = WordSet("document.accords")
THIRD = frozenset(("he", "she", "him", "her", "his"))
THINGS = frozenset(("it", "its"))
PLURAL = frozenset(("they", "them", "their", "theirs"))
STATES = WordSet("discourse.states")
OWN_BODIES = WordSet("discourse.own_bodies")
PLACES = frozenset(("NAME", "CAPITAL", "CITY"))
SPEAKING_THINGS = (EntityKind.ORGANIZATION, EntityKind.DOCUMENT)
FARTHEST_TOPIC = 4  # sentences


class Discourse:
    """The persons, states and groups that the words of an article refer to, queried in any order.

    Args:
        parsed: the article's parse.

    Attributes:
        entities: the referents of its names, descriptions and pronouns.
        relations: states and their groups.
        resolver: finds the parties of its noun phrases.
        filed: code of the country where it was filed, or None.
        day: the article's day, or None.
    """

    def __init__(self, parsed: Parsed) -> None:
        self.filed = filed_in(parsed)
        sentences = parsed.sentences
        self.entities = read_entities(parsed)
        self.relations = Relations()
        self._home = outlet_country(parsed)
        self.day = parsed.day
        self._codes: dict[Entity, str | None] = {}
        blocks = [block.span.start for block in parsed.blocks]
        self._blocks = [bisect_right(blocks, sentence.span.start) for sentence in sentences]
        self.resolver = Resolver(self)
        self._starts = [sentence.span.start for sentence in sentences]
        self.groups = Groups(self, self._home)
        narration = Narration(self)
        names = (name for sentence in sentences for _, name, _ in sentence.names)
        self._named = Counter(name.code for name in names if is_counted(name))
        for now, sentence in enumerate(sentences):
            narration.begin(now, sentence)
            self.resolver.readings.clear()
            narration.end(now + 1, sentence)
            self.resolver.readings.clear()
        self._codes.clear()  # codes found before the text was read to its end

    def release(self) -> None:
        """Part from the helpers that point back at it; no question can be asked afterwards."""
        del self.resolver, self.groups

    def at(self, token: Token) -> int:
        """The number of a word's sentence."""
        return bisect_right(self._starts, token.start) - 1

    # ------------------------------------------------------------------ looking back

    def recall(self, token: Token) -> Iterable[Actor]:
        """The actors that a pronoun, a short name or a definite noun refers to."""
        return tuple(self._recall(token))

    def speakers(self, token: Token) -> list[Actor]:
        """The last speakers before a word, or in its sentence."""
        return self.relations.speaker.last(self.at(token)) or []

    def other_speakers(self, token: Token, code: str) -> list[Actor]:
        """The last speakers of another state before a word, or in its sentence."""
        spoken = self.relations.speaker.until(self.at(token))
        return next((actors for actors in spoken if all(actor.code != code for actor in actors)), [])

    def two_sides(self, token: Token, code: str) -> list[Actor]:
        """The two states mentioned together most often, or else last, excluding the mediator."""
        return self.relations.two_sides(self.at(token), code)

    def main_pair(self, token: Token) -> list[Actor]:
        """The article's main pair: the two states mentioned together most often; empty if there is none."""
        return self.relations.main_pair(self.at(token))

    def maker(self, token: Token) -> Actor | None:
        """The state that set up a thing mentioned before: `a fund that Seoul set up`."""
        code = self.relations.maker(self.at(token), token.lemma)
        return Actor(code=code, implied=True, how="actor.maker") if code is not None else None

    def opponent(self, token: Token, code: str) -> list[Actor]:
        """The state most often mentioned together with another: the likely recipient of an act that names none."""
        return self.relations.opponent(self.at(token), code)

    def partner(self, token: Token, code: str) -> str | None:
        """The other state that the article is about up to a word, if it is named more often than all others."""
        return self.relations.partner(self.at(token), code)

    def topic(self, token: Token, code: str) -> list[Actor]:
        """The one other state that the article is about up to a word, if it is named far more often than any third."""
        other = self.relations.topic(self.at(token), code)
        return [Actor(code=other, sectors=("GOV",), implied=True, how="actor.topic")] if other is not None else []

    def named(self) -> Mapping[str, int]:
        """How often the whole text names each state."""
        return self._named

    # ------------------------------------------------------------------ entities

    def code(self, entity: Entity) -> str | None:
        """The code of an entity: by its own words, its owner, or the home of its office."""
        if entity not in self._codes:
            self._codes[entity] = entity.code  # no entity owns itself
            code = self.entities.owned_code(entity, self.only_code) or self._at_home(entity)
            self._codes[entity] = code
        return self._codes[entity]

    def only_code(self, token: Token | None) -> str | None:
        """The code of a noun phrase that refers to exactly one party, or None."""
        codes = {party.code for party in self.resolver.parties(token)} if token is not None else set()
        return codes.pop() if len(codes) == 1 else None

    def country(self, token: Token) -> str | None:
        """The code of the one party behind a noun phrase (a speaker, a mention, an actor), or None."""
        parties = self.resolver.parties(token)
        if not is_agentive(token):  # `figures on Mali` belong to no state
            beside = token.below("prep")
            parties = [p for p in parties if not any(kid.left <= p.token.i <= kid.right for kid in beside)]
        codes = {party.code for party in parties}
        return (codes.pop() or None) if len(codes) == 1 else None

    def _at_home(self, entity: Entity) -> str | None:
        """The state of an office printed without one; a holder that the state's own people meet is from abroad."""
        code = self.entities.assumed_code(entity)
        if not self.entities.home.is_national and self.entities.is_office(entity):
            first = entity.mentions[0].token
            if first.is_plural and phrase_of(first).of is not None:
                return None  # `the ministers of Lima and Quito met in Manila`
            verb, body = first.head if first.head.is_verb else None, _own_body(first)
            at_home = body is not None or not entity.nouns.isdisjoint(speaker_words("stay_at_home"))
            near = _spoken_in(verb, body) if at_home else None
            code = self.entities.titled_code(entity) or near or self._spoken_of(first) or code or _spoken_in(verb)
            if code is None and any(mention.speaks for mention in entity.mentions) and not _is_of_unknown(first):
                code = self._only_state()
            if code is not None and code == self.entities.home.filed and self._is_accredited(entity):
                return self.relations.partner(len(self._starts), code)
        if code is not None and code == self._home and entity.name is not None and entity.role is not None:
            others = holders(code, entity.role.lower(), self.day)
            if faces(entity.mentions[0].token, code) and others and others.isdisjoint(entity.name.lower().split()):
                return self.relations.partner(len(self._starts), code) or code
        return code

    def _is_accredited(self, entity: Entity) -> bool:
        """Whether an entity represents another state where the article was filed: an ambassador posted there.

        False if the text mentions an ambassador of the filing state itself.
        """
        filed = self.entities.home.filed
        called = entity.nouns & speaker_words("accredited")
        posts = {name.code for role in roles_of(entity) for _, name in known_names(role.partition(" to ")[2])}
        if not called or (posts and filed not in posts):
            return False
        return not any(one.code == filed and called & one.nouns for one in self.entities.entities)

    def _spoken_of(self, token: Token) -> str | None:
        """The state that the paragraph is about so far: `Lima denied it. Foreign Minister Ana Rey left`.

        A place that someone speaks from comes first: `the spokesman said by telephone from Lima`.
        """
        for low, place in clause_of(token.head).phrases if token.head.is_verb else ():
            if low == "from" and place.name is not None and place.name.kind in PLACES:
                return place.name.code
        now, told = self.at(token), self.relations
        if now in told.places:
            return told.places[now]
        before = range(now - 1, max(-1, now - 1 - FARTHEST_TOPIC), -1)
        paragraph = takewhile(lambda earlier: self._blocks[earlier] == self._blocks[now], before)
        codes = (told.topics.get(earlier) or told.places.get(earlier) for earlier in paragraph)
        return next(filter(None, codes), None)

    def _only_state(self) -> str | None:
        """The only state that a text names, if the text has no outlet country and no filing country."""
        home = self.entities.home
        states = [code for code in self._named if state_code(code)]
        return states[0] if len(states) == 1 and home.outlet is home.filed is None else None

    def person(self, token: Token) -> Actor | None:
        """The person of a state or body that a name, a description or a pronoun refers to, or None."""
        entity = self.entities.at(token.start)
        if entity is None or entity.kind is not EntityKind.PERSON:
            return None
        return self._actor(entity, token)

    def _actor(self, entity: Entity, token: Token) -> Actor | None:
        code = self.code(entity)
        if code is None:
            return None
        how = "actor.pronoun" if token.is_pronoun else "actor.definite"
        if token.is_proper and entity.kind is EntityKind.PERSON:
            how = "actor.known_person"
        return Actor(
            code=code,
            sectors=sectors_of(entity.role or entity.name or ""),
            name=entity.name,
            role=office_of(entity.role) if entity.role is not None else None,
            implied=how != "actor.known_person",
            how=how,
        )

    def _recall(self, token: Token) -> list[Actor]:
        if token.is_anaphor:
            return self.pronoun(token)
        entity = self.entities.at(token.start)
        group = entity is not None and entity.kind is EntityKind.GROUP and entity.code is not None
        known = self._actor(entity, token) if entity is not None and not group else None
        if token.name is None and token.is_proper:
            return [known] if known is not None else self.groups.epithet(token)  # `the North`
        found = self.groups.group(token) or self.groups.epithet(token) or self.groups.other_side(token)
        if found:
            return found
        if token.lemma in STATES and token.owner is not None:
            return self._recall(token.owner)  # `his country`
        if token.lemma == "country" and token.tag == "NN" and is_definite(token) and not token.has("of"):
            state = self.relations.last_other(self.at(token), subject_codes(token))
            return [implied(state, "actor.definite")] if state is not None else []
        if known is not None and token.lemma not in ACCORDS:  # `the treaty` belongs to two states
            return [known]
        if token.low in ("both", "each", "neither", "all"):
            return self.relations.together(self.at(token), 2, set(), set(), reported=is_reported(token))
        return []

    def pronoun(self, token: Token) -> list[Actor]:
        """The actors that a pronoun refers to."""
        low, now = token.low, self.at(token)
        if low in FIRST:
            return [implied(actor, "actor.speaker") for actor in self.speakers(token)[:1]]
        if low in THIRD:
            who = self.person(token)
            return [who] if who is not None else []
        if low in THINGS:
            entity = self.entities.at(token.start)
            if entity is not None and entity.kind in SPEAKING_THINGS and self.entities.speaks(token):
                known = self._actor(entity, token)
                if known is not None or entity.kind is EntityKind.ORGANIZATION:
                    return [known] if known is not None else []
            told = self.only_code(told_subject(token))
            state = Actor(code=told) if told else self.relations.leading.last(now)
            return [implied(state, "actor.pronoun")] if state is not None else []
        many = self.relations.subjects.last(now) if low in PLURAL else None
        return [implied(actor, "actor.pronoun") for actor in many or ()]


def _own_body(token: Token) -> Token | None:
    """A body where only a state's own people speak, or None: `said at a cabinet meeting`, `told parliament`."""
    clause = clause_of(token.head)
    nouns = [*clause.affected, *(noun for _, noun in clause.phrases)] if token.head.is_verb else []
    bodies = (noun for noun in nouns for word in (noun, *phrase_of(noun).modifiers) if word.lemma in OWN_BODIES)
    return next(bodies, None)


def _is_of_unknown(token: Token) -> bool:
    """Whether an office is printed with a state unknown to the tables: `Sealandic Foreign Minister Anna Vik`."""
    words = (word for word in token.subtree() if word.i < token.i and word.is_adjective and word.name is None)
    return any(word.text[0].isupper() and word.low not in PORTFOLIOS for word in words)


def _spoken_in(*words: Token | None) -> str | None:
    """The state of a capital named in a phrase of one of the words: `said in Lima`, `a session in Lima`."""
    for word in words:
        for low, place in clause_of(word).phrases if word is not None else ():
            if low == "in" and place.name is not None and place.name.kind == "CAPITAL":
                return place.name.code
    return None


def read_discourse(parsed: Parsed) -> Discourse:
    """The discourse of an article, read on first use and shared by all stages."""
    if Discourse not in parsed.readings:
        with using(parsed.tables):
            parsed.readings[Discourse] = Discourse(parsed)
    found: Discourse = parsed.readings[Discourse]
    return found
