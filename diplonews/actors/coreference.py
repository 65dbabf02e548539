"""Coreference: the mentions of the same person, body, document or group, with its name, title and country.

The mentions are read in text order, and each is assigned to a known entity or a new one.
A pronoun or description that fits no entity stays unassigned: nothing is guessed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cache
from itertools import islice

import attrs

from diplonews.actors.entity import (
    Entity,
    EntityKind,
    acronym,
    bare_name,
    fits_noun,
    fits_pronoun,
    is_called,
    is_past,
    may_be,
    may_share,
    name_parts,
    new_named,
    new_nominal,
    portfolios,
    roles_of,
    title_of,
)
from diplonews.actors.introductions import ANNOUNCED, aide_of, introduced, nameless_holders, opening, with_persons
from diplonews.actors.issuers import issuer_of
from diplonews.actors.mentions import Mention, MentionKind, find_mentions, owning_pronoun
from diplonews.actors.names import SENT, name_words
from diplonews.actors.origin import Home, code_of, is_state_office, named_states, read_home
from diplonews.actors.salience import is_asking, is_named_in, last_speech, most_salient, stands_out, told_by, weight
from diplonews.actors.spellings import Spellings
from diplonews.lexicons.speakers import speaker_words
from diplonews.lexicons.wordsets import WordSet
from diplonews.model.article import RegionKind
from diplonews.model.span import Span
from diplonews.syntax.parsing import Parsed
from diplonews.syntax.reference import is_reported
from diplonews.syntax.sentences import is_stranger
from diplonews.syntax.tokens import Token

__all__ = ["Entities", "read_entities"]

CALLED_SENTENCES = 4
BODY_SENTENCES = 3
NAMED_GROUP = WordSet("entities.named_groups")
_HIGHEST = re.compile(r"\b(?:vice )?president(?=\b|ial\b)|\bprime minister\b|\bpremier\b|\bchancellor\b")
POSSESSIVE = re.compile(r"(?:[\w-]{1,40} ){0,2}([\w-]{2,40})(?:['’]s|['’])\s")


class Entities:
    """The entities of an article.

    Args:
        home: the home of the article.
        states: returns the codes of all states and bodies that the article names; called when needed.

    Attributes:
        entities: the entities, in order of their first mention.
        states: the same function, with its result cached.
    """

    def __init__(self, home: Home | None = None, states: Callable[[], frozenset[str]] = frozenset) -> None:
        self.home = home or Home()
        self.states = cache(states)
        self.entities: list[Entity] = []
        self._by_head: dict[int, Entity] = {}
        self._mentions: dict[int, Mention] = {}
        self._spellings = Spellings()
        self._portfolios: dict[str, set[str]] = {}
        self._by_word: dict[str, dict[Entity, None]] = {}
        self._number: dict[Entity, int] = {}
        self._latest: dict[Entity, None] = {}
        self._last_name: tuple[Mention, Entity] | None = None
        self._stranger: int | None = None  # the sentence of the last name, if it may name an unknown person

    # ------------------------------------------------------------ reading

    def at(self, head: int) -> Entity | None:
        """The entity of the mention whose head word starts at character `head`, or None."""
        return self._by_head.get(head)

    def speaks(self, token: Token) -> bool:
        """Whether a word heads a mention that is the subject of a verb of saying."""
        mention = self._mentions.get(token.start)
        return mention is not None and mention.speaks

    def within(self, span: Span) -> Entity | None:
        """The entity of the last mention with its head word in `span`; names take precedence."""
        heads = range(span.start, min(span.end, span.start + LONGEST_SOURCE))
        inside = [(self._by_head[head].name is not None, head) for head in heads if head in self._by_head]
        return self._by_head[max(inside)[1]] if inside else None

    def home_country(self, words: str) -> str | None:
        """The country of an office or ministry printed without a country.

        In national copy it is the outlet's country, otherwise that of the place where the article was
        filed. If neither is known and the article names the foreign ministry of one state only,
        `a foreign ministry official` belongs to that state.
        """
        home = self.home.country(words)
        if home is not None:
            return home
        for portfolio in [*portfolios(words), *_HIGHEST.findall(words.lower())]:
            countries = self._portfolios.get(portfolio, set())
            if len(countries) == 1:
                return next(iter(countries))
        return None

    def _is_of(self, entity: Entity, code: str | None) -> bool:
        """Whether an entity may belong to a state, because its office does not point to another state."""
        if code is None or entity.code is not None or entity.role is None:
            return True
        return self.home_country(entity.role) in (None, code)

    # ------------------------------------------------------------ writing

    def prepare(self, text: str, mentions: list[Mention]) -> None:
        """Record abbreviations, full names and the states of the ministries named, before any mention is noted."""
        self._spellings = Spellings(text)
        for mention in mentions:
            if mention.code is not None and mention.kind is not MentionKind.PRONOUN:
                described = f"{mention.role or ''} {mention.words}".lower()
                for portfolio in [*portfolios(mention.words, body=True), *_HIGHEST.findall(described)]:
                    self._portfolios.setdefault(portfolio, set()).add(mention.code)

    def note(self, mention: Mention) -> Entity | None:
        """Assign a mention to its entity and return the entity, or None if there is none."""
        if mention.kind is MentionKind.NAME:
            entity = self._named(mention)
        elif mention.kind is MentionKind.PRONOUN:
            entity = self._pronoun(mention)
        else:
            entity = self._nominal(mention)
        if entity is None:
            return None
        if entity not in self._number:
            self._number[entity] = len(self.entities)
            self.entities.append(entity)
        self._latest.pop(entity, None)
        self._latest[entity] = None
        if mention.kind is MentionKind.NAME:
            self._index(entity)
            self._explain(mention, entity)
            self._last_name = (mention, entity)
            unknown = mention.subject and entity.kind is EntityKind.ORGANIZATION and is_stranger(mention.token)
            unknown = unknown and not is_reported(mention.token)
            if unknown or entity.kind is EntityKind.PERSON:
                self._stranger = mention.sentence if unknown else None
        entity.mentions.append(mention)
        self._by_head[mention.head] = entity
        self._mentions[mention.head] = mention
        if entity.gender is None and mention.kind is not MentionKind.PRONOUN:
            entity.gender = mention.gender
        return entity

    def settle(self) -> None:
        """Merge unnamed speakers of the lead with the persons introduced next, and find the issuers of documents."""
        named = self._openings()
        merged: set[Entity] = set()
        blocks = (m.block for entity in self.entities for m in entity.mentions[:1] if m.block_kind is RegionKind.BODY)
        lead = min(blocks, default=0) + LEAD_BLOCKS
        for entity in self.entities:
            person = introduced(entity, named, lead)
            if person is not None:
                person.code, person.role = person.code or entity.code, person.role or entity.role
                person.pronoun, person.under = person.pronoun or entity.pronoun, person.under or entity.under
                person.mentions = sorted([*person.mentions, *entity.mentions], key=lambda mention: mention.head)
                for mention in entity.mentions:
                    self._by_head[mention.head] = person
                merged.add(entity)
        self.entities = [entity for entity in self.entities if entity not in merged]
        for entity in self.entities:
            if entity.kind is EntityKind.DOCUMENT and entity.code is None and entity.under is None:
                issuers = (issuer_of(mention.token) for mention in entity.mentions)
                issuer = next((token for token in issuers if token is not None), None)
                entity.under = self.at(issuer.start) if issuer is not None else None

    def owned_code(self, entity: Entity, code_of_pronoun: Callable[[Token], str | None]) -> str | None:
        """The code of an entity by its own words, or the code of its owner.

        Args:
            entity: one of the entities.
            code_of_pronoun: returns the code of the referent of `its` in `its trade ministry`.
        """
        above: Entity | None = entity
        for _ in range(MOST_OWNERS):
            if above is None:
                break
            if above.code is not None:
                return above.code
            if above.pronoun is not None:
                return code_of_pronoun(above.pronoun) if OTHERS.words.isdisjoint(above.nouns) else None
            above = above.under
        return None

    def assumed_code(self, entity: Entity) -> str | None:
        """The country of the place where an entity acts, or of its office, if its words name none."""
        if entity.kind is EntityKind.DOCUMENT or entity.pronoun is not None:
            return None
        if not entity.nouns.isdisjoint(NAMED_GROUP.words):
            return None
        roles = roles_of(entity)
        setting = next((mention.setting for mention in entity.mentions if mention.setting is not None), None)
        if setting is not None and any(is_state_office(words) for words in roles):
            return setting
        return next((code for code in map(self.home_country, roles) if code is not None), None)

    def titled_code(self, entity: Entity) -> str | None:
        """The only state with an office of an entity's title, or None."""
        return next((code for code in map(self.home.of_title, roles_of(entity)) if code is not None), None)

    def is_office(self, entity: Entity) -> bool:
        """Whether an entity holds a state's office or is a state body, without words that name the state."""
        return entity.code is None and any(is_state_office(words) for words in roles_of(entity))

    def _owner(self, mention: Mention) -> Entity | None:
        """The owner of a described entity: the ministry of `a ministry official` or `spokeswoman Anna Vik`."""
        words = (mention.role or mention.words).lower().split()
        possessor = POSSESSIVE.match(mention.role or mention.words)
        if possessor is not None:
            return next(iter(self._by_word.get(possessor.group(1), ())), None)
        named = next((word for word in (mention.role or "").split() if word in self._spellings.abbreviations), None)
        if named is not None:
            return next(iter(self._by_word.get(name_parts(self._spellings.abbreviations[named])[0], ())), None)
        plain = [word for word in words if word not in speaker_words("plain")]
        if not plain:
            return self._latest_body(mention, None) if words and words[-1].startswith("spokes") else None
        noun = plain[0].removesuffix("’s").removesuffix("'s")
        return self._latest_body(mention, noun) if len(plain) == 1 and noun in speaker_words("bodies") else None

    def _latest_body(self, mention: Mention, noun: str | None) -> Entity | None:
        """The last body mentioned with that noun; without a noun, the last body that spoke shortly before."""
        start = mention.span.start
        bodies = [
            entity
            for entity in self._near()
            if entity.kind is EntityKind.ORGANIZATION and entity.mentions and entity.mentions[-1].head < start
        ]
        if noun is not None:
            fitting = [entity for entity in bodies if noun in entity.nouns]
        else:
            first = mention.sentence - BODY_SENTENCES
            fitting = [
                entity for entity in bodies if any(m.speaks and m.sentence >= first for m in entity.mentions[-3:])
            ]
        return max(fitting, key=lambda entity: entity.mentions[-1].head, default=None)

    def _openings(self) -> dict[int, list[Entity]]:
        """The named persons and bodies, by the block in which the text first mentions them."""
        openings: dict[int, list[Entity]] = {}
        for entity in self.entities:
            first = opening(entity)
            if entity.kind in ANNOUNCED and entity.name and first is not None:
                openings.setdefault(first.block, []).append(entity)
        return openings

    def _near(self) -> Iterable[Entity]:
        """The entities mentioned last, in order of their first mention; a bounded number, however long the text."""
        if len(self.entities) <= MOST_NEAR:
            return self.entities
        return sorted(islice(reversed(self._latest), MOST_NEAR), key=self._number.__getitem__)

    def _index(self, entity: Entity) -> None:
        """Index an entity by the first and last word of its name and by its abbreviations."""
        words = name_parts(entity.name or "")
        short = acronym(entity.name or "") if entity.kind is EntityKind.ORGANIZATION else ""
        for word in {*words[:1], *words[-1:], short, *(noun for noun in entity.nouns if noun.isupper())}:
            self._by_word.setdefault(word, {})[entity] = None

    def _named(self, mention: Mention) -> Entity | None:
        entity = self._same_name(mention) or self._described_before(mention)
        if entity is None and mention.block_kind is RegionKind.HEADLINE and not mention.person:
            return None
        entity = entity or self._announced(mention) or self._new_named(mention)
        words = bare_name(mention.words)
        if entity.kind is EntityKind.PERSON and len(words.split()) > len((entity.name or "").split()):
            entity.name = words
        longer = mention.role is not None and len(mention.role) > len(entity.role or "")
        if longer and (entity.role is None or not is_past(mention.role)):
            entity.role = mention.role
        entity.sure = entity.sure or mention.person is True or mention.speaks
        entity.code = entity.code or mention.code
        entity.gender = entity.gender or mention.gender
        if entity.code is None and mention.role is not None:
            entity.pronoun = entity.pronoun or owning_pronoun(mention)
            entity.under = entity.under or self._owner(mention)
        if mention.noun:
            entity.nouns.add(mention.noun)
        if mention.role is not None:
            entity.nouns.update(
                word.lower() for word in mention.role.split() if word.lower() in speaker_words("persons")
            )
        return entity

    def _explain(self, mention: Mention, entity: Entity) -> None:
        """Assign a description to the person whose name explains it: `the head of the inquiry, Jens Holm`."""
        nominal = self._mentions.get(mention.of) if mention.of is not None else None
        if nominal is None or nominal.kind is not MentionKind.NOMINAL or nominal.plural:
            return
        described = self._by_head[nominal.head]
        if described is not entity and described.kind is entity.kind is EntityKind.PERSON:
            self._by_head[nominal.head] = entity
            entity.mentions.append(nominal)

    def _new_named(self, mention: Mention) -> Entity:
        full = self._spellings.abbreviations.get(mention.words)
        if full is None and mention.person:
            full = self._spellings.in_full(mention.words)
        return new_named(mention if full is None else attrs.evolve(mention, words=full))

    def _described_before(self, mention: Mention) -> Entity | None:
        """The unnamed person described by the words in front of a name, or explained by the name."""
        described = aide_of(self.entities[-MOST_NESTED:], mention) or (
            self._by_head.get(mention.of) if mention.of is not None else None
        )
        if described is None or described.kind is not EntityKind.PERSON:
            described = self._around(mention)
        if described is None or described.kind is not EntityKind.PERSON or described.name is not None:
            return None
        if mention.person is False:
            return None
        described.name, described.sure = bare_name(mention.words), True
        return described

    def _announced(self, mention: Mention) -> Entity | None:
        """The unnamed office holder who is now named: the Danish ambassador, `Ambassador Ole Friis`."""
        if not mention.person or not mention.noun or mention.code is not None or mention.role is None:
            return None
        known = nameless_holders(self._near(), mention)
        sent = mention.noun in SENT
        fitting = [entity for entity in known if sent or self.home_country(mention.role) in (None, entity.code)]
        if not fitting:
            return None
        entity = max(fitting, key=lambda entity: entity.mentions[-1].head)
        entity.name, entity.sure = bare_name(mention.words), True
        return entity

    def _same_name(self, mention: Mention) -> Entity | None:
        words = name_parts(mention.words)
        if len(words) == 1 and words[0] in self._spellings.abbreviations:
            words = name_parts(self._spellings.abbreviations[words[0]])
        if not words:
            return None
        groups = [self._by_word.get(word, {}) for word in (words[0], words[-1])]
        near = dict.fromkeys(entity for group in groups for entity in islice(reversed(group), MOST_NEAR))
        fitting = [entity for entity in near if may_be(entity, words, mention)]
        if not fitting:
            return None
        exact = [entity for entity in fitting if name_parts(entity.name or "") == words]
        titled = [entity for entity in fitting if mention.noun and mention.noun in entity.nouns]
        likeliest = exact or titled or fitting
        if len(likeliest) == 1:
            return likeliest[0]
        return max(
            likeliest,
            key=lambda entity: (weight(entity, mention), entity.mentions[-1].head if entity.mentions else 0),
        )

    def _pronoun(self, mention: Mention) -> Entity | None:
        if mention.noun == "who" or (mention.gender is not None and self._is_strangers(mention)):
            return None
        candidates = [entity for entity in self._near() if fits_pronoun(entity, mention)]
        if mention.speaks and mention.noun == "it":
            spoke = [entity for entity in candidates if last_speech(entity, mention.sentence - BODY_SENTENCES) >= 0]
            candidates = spoke or candidates
        candidates = [entity for entity in candidates if not is_asking(entity, mention)]
        told = told_by(mention)
        if told:
            candidates = [entity for entity in candidates if not is_named_in(entity, mention, told)]
        found = most_salient(candidates, mention)
        if found is not None and found.told_gender is None and stands_out(found, candidates, mention):
            found.told_gender = mention.gender
        return found

    def _is_strangers(self, mention: Mention) -> bool:
        """Whether the subject right before a pronoun may be a person not mentioned otherwise."""
        return self._stranger is not None and mention.sentence - self._stranger <= 1

    def _nominal(self, mention: Mention) -> Entity | None:
        entity = self._apposed(mention)
        if entity is not None:
            return entity
        pointing = mention.definite or mention.block_kind is RegionKind.HEADLINE
        if mention.noun in speaker_words("documents") and POSSESSIVE.match(mention.words):
            pointing = False  # `the council's new report` is not the report mentioned earlier
        explained = any(token.is_appositive and token.is_proper for token in mention.token.subtree())
        if explained and mention.noun in speaker_words("persons"):
            sent = mention.definite and mention.code is None and mention.noun in SENT
            known = nameless_holders(self._near(), mention) if sent else ()
            if known:  # the Danish ambassador, now `the ambassador, Jens Holm`
                return max(known, key=lambda entity: entity.mentions[-1].head)
            pointing = False  # `the head of the inquiry, Jens Holm`: mentioned for the first time
        if pointing and not mention.ordinal and not mention.plural and owning_pronoun(mention) is None:
            entity = self._described(mention)
            if entity is not None:
                if entity.kind is EntityKind.PERSON:
                    entity.code = entity.code or mention.code
                if entity.kind is EntityKind.DOCUMENT and entity.name is None:
                    entity.name = title_of(mention.words)
                    entity.code = entity.code or code_of(mention.words)
                return entity
        entity = new_nominal(mention)
        if entity.code is None:
            entity.pronoun, entity.under = owning_pronoun(mention), self._owner(mention)
        return entity

    def _apposed(self, mention: Mention) -> Entity | None:
        """The entity that an apposition or predicate describes."""
        if mention.of is not None:
            entity = self._beside(mention) or self._by_head.get(mention.of)
            person = mention.noun in speaker_words("persons") or mention.noun in speaker_words("anonymous")
            if entity is not None and not mention.plural and person is (entity.kind is EntityKind.PERSON):
                entity.nouns.add(mention.noun)
                entity.code = entity.code or mention.code
                if entity.kind is EntityKind.PERSON and entity.role is None:
                    entity.role = mention.words
                return entity
        return None

    def _around(self, mention: Mention) -> Entity | None:
        """The person described in front of a name: `deputy chairman of the port committee` Anna Vik."""
        above, end = mention.token.head, mention.span.end
        if (
            above.is_preposition
            and above.i < mention.token.i
            and mention.span.start - above.start <= len(above.text) + 1
        ):
            return None  # `a clerk at Holm Shipping`
        for entity in reversed(self.entities[-MOST_NESTED:]):
            last = entity.mentions[-1] if entity.mentions else None
            if entity.kind is not EntityKind.PERSON:
                continue  # `the head of Oslo's delegation, Jens Holm`
            if last is not None and mention.role is not None and last.noun in speaker_words("aides"):
                continue  # `the wife of President Holm`
            if last is not None and (last.span.end == end or (last.reach == end and mention.of is not None)):
                return entity
        return None

    def _beside(self, mention: Mention) -> Entity | None:
        """The person whose name is right before an apposition, after a comma."""
        if self._last_name is None or not 0 < mention.span.start - self._last_name[0].span.end <= len(", "):
            return None
        return self._last_name[1]

    def _described(self, mention: Mention) -> Entity | None:
        """The entity that a definite description refers to.

        Among persons it is the last speaker with this description or a narrower office. A description
        in a headline refers to the first matching entity of the text.
        """
        near = self._near()
        fitting = [entity for entity in near if fits_noun(entity, mention) and self._is_of(entity, mention.code)]
        called = [entity for entity in near if is_called(entity, mention.noun) and may_share(entity, mention)]
        called = [entity for entity in called if self._is_of(entity, mention.code)]
        if mention.block_kind is RegionKind.HEADLINE:
            return min([*fitting, *called], key=lambda entity: entity.mentions[0].head, default=None)
        first = mention.sentence - CALLED_SENTENCES
        spoke = {
            entity: last_speech(entity, first) for entity in [*fitting, *called] if entity.kind is EntityKind.PERSON
        }
        latest = max(spoke, key=lambda entity: spoke[entity], default=None)
        if latest is not None and spoke[latest] >= 0:
            return latest
        if not fitting and mention.code is not None:  # `the Zambian leader`: the only one mentioned
            own = [entity for entity in called if entity.code == mention.code]
            fitting = own if len(own) == 1 else []
        return max(fitting, key=lambda entity: (weight(entity, mention), entity.mentions[-1].head), default=None)


OTHERS = WordSet("resolve.others")  # `her counterpart` belongs to another state than she does
MOST_NEAR = 200  # entities; real articles have fewer
LEAD_BLOCKS = 2
MOST_OWNERS = 3
MOST_NESTED = 4
LONGEST_SOURCE = 400


def read_entities(parsed: Parsed) -> Entities:
    """The persons, bodies, documents and groups of an article, with all their mentions."""
    entities = Entities(read_home(parsed), lambda: named_states(parsed))
    names = name_words(parsed.blocks)
    found = [mention for block in parsed.blocks for mention in find_mentions(block, names)]
    entities.prepare(parsed.text, found)
    found = with_persons(found)
    for headline in (False, True):
        for mention in found:
            if (mention.block_kind is RegionKind.HEADLINE) is headline:
                entities.note(mention)
    entities.settle()
    return entities
