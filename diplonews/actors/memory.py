"""What an article has told so far: who is who, under which name, title and country.

The memory reads the mentions in text order and gives each to an entity, an old one or a new one.
A pronoun or a description that fits nobody stays without an entity: nothing is guessed.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from enum import Enum
from functools import lru_cache

import attrs

from diplonews.actors.mentions import Mention, MentionKind, Place, country_of, find_mentions, name_words
from diplonews.language import Parsed
from diplonews.lexicons.actornames import Name, find_names
from diplonews.lexicons.speakers import first_name_gender, speaker_words
from diplonews.lexicons.states import lookup
from diplonews.model.article import RegionKind
from diplonews.model.span import Span

__all__ = ["Entity", "EntityKind", "Memory", "build_memory"]

RECENT_SENTENCES = 12
_ABBREVIATION = re.compile(r"\(([A-Z][A-Za-z&.]{1,9})\)")


class EntityKind(Enum):
    """What an entity is."""

    PERSON = "PERSON"
    ORGANIZATION = "ORGANIZATION"
    DOCUMENT = "DOCUMENT"
    GROUP = "GROUP"


@attrs.define(kw_only=True, eq=False)
class Entity:
    """Somebody or something that the article mentions.

    Attributes:
        kind: PERSON, ORGANIZATION, DOCUMENT or GROUP.
        name: as full as the article gives it so far; None if it keeps it back.
        gender: `f`, `m` or None.
        role: title or description as printed, or None.
        country: ISO 3166 alpha-3, or None.
        sure: whether the text shows that a PERSON is one.
        nouns: head nouns it was described by, in small letters.
        mentions: in text order.
    """

    kind: EntityKind
    name: str | None = None
    gender: str | None = None
    role: str | None = None
    country: str | None = None
    sure: bool = True
    nouns: set[str] = attrs.field(factory=set)
    mentions: list[Mention] = attrs.field(factory=list)

    @property
    def surname(self) -> str:
        """The last word of a name; hyphenated parts and `Jr.` go with it."""
        words = [word for word in (self.name or "").split() if word.rstrip(".") not in ("Jr", "Sr", "II", "III")]
        return words[-1] if words else ""

    def __repr__(self) -> str:
        return f"<Entity {self.kind.name} {self.name or self.role!r} {self.country}>"


_PORTFOLIO = re.compile(r"(\w+) (minist(?:ry|er)|department|office)\b", re.IGNORECASE)


def _portfolios(words: str, *, body: bool = False) -> list[str]:
    """`foreign` of `the foreign ministry`; with `body`, of ministries only and not of ministers."""
    found = _PORTFOLIO.findall(words)
    return [name.lower() for name, noun in found if not (body and noun.lower() == "minister")]


def _expand(short: str, words: list[str]) -> str | None:
    """The words before `(ABC)` that begin with its letters."""
    letters = [letter for letter in short if letter.isupper()]
    for count in range(len(letters), min(len(words), len(letters) + 3) + 1):
        part = words[-count:]
        initials = [word[0] for word in part if word[0].isupper()]
        if initials == letters and part[0][0] == letters[0]:
            return " ".join(part)
    return None


def _bare(name: str) -> str:
    return re.sub(r"(?:['’]s|['’])$", "", name).strip()


@lru_cache(maxsize=8192)
def _words(name: str) -> tuple[str, ...]:
    return tuple(word.strip(".,") for word in _bare(name).split())


class Memory:
    """The entities of one article.

    Attributes:
        entities: in the order of their first mention.
    """

    def __init__(self) -> None:
        self.entities: list[Entity] = []
        self._by_head: dict[int, Entity] = {}
        self._abbreviations: dict[str, str] = {}
        self._portfolios: dict[str, set[str]] = {}
        self._by_word: dict[str, list[Entity]] = {}
        self._known: set[Entity] = set()

    # ------------------------------------------------------------ reading

    def at(self, head: int) -> Entity | None:
        """The entity that the mention with its head word at character `head` stands for, or None."""
        return self._by_head.get(head)

    def within(self, span: Span) -> Entity | None:
        """The entity of the last mention whose head word stands in `span`, names first."""
        heads = range(span.start, min(span.end, span.start + LONGEST_SOURCE))
        inside = [(self._by_head[head].name is not None, head) for head in heads if head in self._by_head]
        return self._by_head[max(inside)[1]] if inside else None

    def home_country(self, words: str) -> str | None:
        """The country of an office or ministry that is printed without one.

        Where the article names one state's foreign ministry, `the foreign minister` and `a
        foreign ministry official` without a country are that state's.
        """
        for portfolio in _portfolios(words):
            countries = self._portfolios.get(portfolio, set())
            if len(countries) == 1:
                return next(iter(countries))
        return None

    def owner_country(self, mention: Mention) -> str | None:
        """The country of `its trade ministry`: that of the body or state that `its` means."""
        if not mention.words.lower().startswith(("its ", "their ")):
            return None
        owner = self._pronoun(attrs.evolve(mention, noun="it", gender=None, plural=False))
        return owner.country if owner is not None else None

    # ------------------------------------------------------------ writing

    def prepare(self, text: str, mentions: list[Mention]) -> None:
        """Learn abbreviations and whose ministries the article names, before the mentions are noted."""
        for match in _ABBREVIATION.finditer(text):
            words = text[max(0, match.start() - 80) : match.start()].split()
            full = _expand(match.group(1), words)
            if full is not None:
                self._abbreviations.setdefault(match.group(1), full)
        for mention in mentions:
            if mention.country is not None and mention.kind is not MentionKind.PRONOUN:
                for portfolio in _portfolios(mention.words, body=True):
                    self._portfolios.setdefault(portfolio, set()).add(mention.country)

    def note(self, mention: Mention) -> Entity | None:
        """Give a mention to its entity and return it."""
        if mention.kind is MentionKind.NAME:
            entity = self._named(mention)
        elif mention.kind is MentionKind.PRONOUN:
            entity = self._pronoun(mention)
        else:
            entity = self._nominal(mention)
        if entity is None:
            return None
        if entity not in self._known:
            self._known.add(entity)
            self.entities.append(entity)
        if mention.kind is MentionKind.NAME:
            self._index(entity)
        entity.mentions.append(mention)
        self._by_head[mention.head] = entity
        if entity.gender is None and mention.kind is not MentionKind.PRONOUN:
            entity.gender = mention.gender
        return entity

    def settle(self) -> None:
        """Give the lead's nameless speaker the name that the next paragraphs introduce, and offices their country."""
        for entity in self.entities:
            if entity.country is None and entity.role is not None:
                entity.country = self.home_country(entity.role)
        for entity in list(self.entities):
            person = self._introduced(entity)
            if person is not None:
                person.country = person.country or entity.country
                person.mentions = sorted([*person.mentions, *entity.mentions], key=lambda mention: mention.head)
                for mention in entity.mentions:
                    self._by_head[mention.head] = person
                self.entities.remove(entity)

    def _introduced(self, entity: Entity) -> Entity | None:
        """The named person that the lead announces: `a Danish envoy said`, then `Jens Holm, envoy to ...`."""
        first = entity.mentions[0] if entity.mentions else None
        if entity.kind is not EntityKind.PERSON or entity.name is not None or first is None:
            return None
        if not first.speaks or first.definite or first.block_kind is not RegionKind.BODY or len(entity.mentions) > 1:
            return None
        for person in self.entities:
            opening = next((m for m in person.mentions if m.block_kind is RegionKind.BODY), None)
            if person.kind is not EntityKind.PERSON or person.name is None or person.role is None or opening is None:
                continue
            near = 0 < opening.block - first.block <= INTRODUCED_BLOCKS and opening.speaks
            country = person.country is None or entity.country is None or person.country == entity.country
            gender = person.gender is None or entity.gender is None or person.gender == entity.gender
            if near and country and gender:
                return person
        return None

    def _index(self, entity: Entity) -> None:
        """Make an entity findable by the first and last word of its name, and by a name it is abbreviated to."""
        words = _words(entity.name or "")
        for word in {*words[:1], *words[-1:], *(noun for noun in entity.nouns if noun.isupper())}:
            group = self._by_word.setdefault(word, [])
            if entity not in group:
                group.append(entity)

    def _named(self, mention: Mention) -> Entity | None:
        entity = self._same_name(mention)
        described = self._by_head.get(mention.of) if mention.of is not None else None
        if (
            described is not None
            and described.kind is EntityKind.PERSON
            and described.name is None
            and mention.person is not False
        ):
            described.name, described.sure = _bare(mention.words), True
            entity = entity or described
        if entity is None and mention.block_kind is RegionKind.HEADLINE and not mention.person:
            return None
        if entity is None:
            full = self._abbreviations.get(mention.words)
            entity = _new_named(mention if full is None else attrs.evolve(mention, words=full))
        words = _bare(mention.words)
        if entity.kind is EntityKind.PERSON and len(words.split()) > len((entity.name or "").split()):
            entity.name = words
        if mention.role is not None and (entity.role is None or len(mention.role) > len(entity.role)):
            entity.role = mention.role
        entity.sure = entity.sure or mention.person is True or mention.speaks
        entity.country = entity.country or mention.country
        entity.gender = entity.gender or mention.gender
        if mention.noun:
            entity.nouns.add(mention.noun)
        if mention.role is not None:
            entity.nouns.update(
                word.lower() for word in mention.role.split() if word.lower() in speaker_words("persons")
            )
        return entity

    def _same_name(self, mention: Mention) -> Entity | None:
        words = _words(mention.words)
        if len(words) == 1 and words[0] in self._abbreviations:
            words = _words(self._abbreviations[words[0]])
        if not words:
            return None
        near = dict.fromkeys(entity for word in (words[0], words[-1]) for entity in self._by_word.get(word, ()))
        fitting = [entity for entity in near if _may_be(entity, words, mention)]
        if not fitting:
            return None
        exact = [entity for entity in fitting if _words(entity.name or "") == words]
        return max(
            exact or fitting,
            key=lambda entity: (len(entity.mentions), entity.mentions[-1].head if entity.mentions else 0),
        )

    def _pronoun(self, mention: Mention) -> Entity | None:
        if mention.noun == "who":
            return None
        candidates = [entity for entity in self.entities if _fits_pronoun(entity, mention)]
        return self._salient(candidates, mention)

    def _salient(self, candidates: list[Entity], mention: Mention) -> Entity | None:
        """The candidate that the text has been about, or None if nothing was said of any lately."""
        best, chosen = 0.0, None
        for entity in candidates:
            weight = self._weight(entity, mention)
            if weight > best:
                best, chosen = weight, entity
        if chosen is None and mention.gender is not None:
            named = [entity for entity in candidates if entity.name is not None and entity.sure]
            return max(named, key=lambda entity: entity.mentions[-1].head, default=None)
        return chosen

    def _weight(self, entity: Entity, mention: Mention) -> float:
        """How much the text before a mention has been about an entity."""
        total = 0.0
        for earlier in reversed(entity.mentions):
            distance = mention.sentence - earlier.sentence
            if distance > RECENT_SENTENCES:
                break
            if earlier.head >= mention.head:
                continue
            strength = SPEAKS if earlier.speaks else SUBJECT if earlier.subject else OTHER
            if earlier.quoted:
                strength = QUOTED
            total += strength * DECAY ** max(distance, 0)
        if entity.name is None:
            total *= NAMELESS
        elif not entity.sure:
            total *= UNSURE
        return total * (1 + FREQUENT * min(len(entity.mentions), MOST_MENTIONS))

    def _nominal(self, mention: Mention) -> Entity | None:
        entity = self._apposed(mention)
        if entity is not None:
            return entity
        if mention.definite and not mention.ordinal and not mention.plural:
            entity = self._described(mention)
            if entity is not None:
                if entity.kind is EntityKind.DOCUMENT and entity.name is None:
                    entity.name = _title_of(mention.words)
                    entity.country = entity.country or country_of(mention.words)
                return entity
        return _new_nominal(mention, self)

    def _apposed(self, mention: Mention) -> Entity | None:
        """The entity that an apposition or predicate describes."""
        if mention.of is not None:
            entity = self._by_head.get(mention.of)
            person = mention.noun in speaker_words("persons") or mention.noun in speaker_words("anonymous")
            if entity is not None and not mention.plural and person is (entity.kind is EntityKind.PERSON):
                entity.nouns.add(mention.noun)
                entity.country = entity.country or mention.country
                if entity.kind is EntityKind.PERSON and entity.role is None:
                    entity.role = mention.words
                return entity
        return None

    def _described(self, mention: Mention) -> Entity | None:
        """The latest entity that a definite description can mean."""
        fitting = [entity for entity in self.entities if _fits_noun(entity, mention)]
        if not fitting:
            return None
        return max(fitting, key=lambda entity: (self._weight(entity, mention), entity.mentions[-1].head))


# How much a mention tells of what the text is about, by what it does in its sentence.
DECAY, SPEAKS, SUBJECT, OTHER, QUOTED = 0.3, 3.0, 2.0, 0.5, 0.1
NAMELESS, UNSURE, FREQUENT = 0.3, 0.3, 0.05
MOST_MENTIONS = 20
INTRODUCED_BLOCKS = 2
LONGEST_SOURCE = 400


def _may_be(entity: Entity, words: tuple[str, ...], mention: Mention) -> bool:
    """Whether a name with these words can mean the entity."""
    own = _words(entity.name or "")
    if own == words:
        return mention.gender is None or entity.gender is None or mention.gender == entity.gender
    if entity.kind is not EntityKind.PERSON or (mention.person is False and len(words) > 1):
        return len(words) == 1 and words[0] in entity.nouns
    if mention.gender is not None and entity.gender is not None and mention.gender != entity.gender:
        return False
    if len(words) == 1:
        return words[0] in (own[-1], own[0]) if len(own) > 1 else False
    if len(own) == 1:
        return own[0] in (words[-1], words[0])
    return own[-1] == words[-1] and own[0] == words[0]


def _new_named(mention: Mention) -> Entity:
    """An entity for a name that was not met before."""
    name = _bare(mention.words)
    person = mention.person
    if person is None:
        person = mention.speaks or len(name.split()) > 1
    known = _known(name)
    country = mention.country
    if known is not None:
        country = country or (known.code if len(known.code) == len("USA") else None)
    if person:
        gender = mention.gender
        if gender is None and known is not None and known.kind == "LEADER":
            gender = first_name_gender(known.name.split()[0]) or None
        return Entity(kind=EntityKind.PERSON, name=name, country=country, gender=gender, sure=mention.person is True)
    name = _body_name(name) or name
    noun = name.split()[-1].lower()
    document = noun in speaker_words("documents")
    kind = EntityKind.DOCUMENT if document else EntityKind.ORGANIZATION
    entity = Entity(kind=kind, name=name, country=country or country_of(name))
    entity.nouns.add(noun)
    return entity


def _known(name: str) -> Name | None:
    """What the tables know under a name."""
    for span, found in find_names(name):
        if len(span) >= len(name) - len("the "):
            return found
    return None


def _title_of(words: str) -> str | None:
    """The name that a description holds: `Fiscal Council report` of `the Fiscal Council (FC) report`."""
    bare = re.sub(r"\s*\([^)]{0,20}\)", "", words)
    bare = re.sub(r"^(?:the|a|an|this|that)\s+", "", bare, flags=re.IGNORECASE)
    return bare if re.search(r"[A-Z]", bare) else None


def _body_name(words: str) -> str | None:
    """The name of a body that is described with its state: `Danish trade ministry` of `Copenhagen’s trade ministry`."""
    owner, mark, rest = re.sub("^(?:the|The) ", "", words).replace("’", "'").partition("'s ")
    if not mark:
        return None
    state = lookup(owner)
    if state is None:
        return f"{owner}'s {rest}"
    adjective = state.adjectives[0] if state.adjectives else state.name
    return f"{adjective} {rest}"


def _new_nominal(mention: Mention, memory: Memory) -> Entity:
    """An entity for a description that points back to nobody."""
    noun = mention.noun
    if mention.plural:
        kind = EntityKind.GROUP
    elif noun in speaker_words("documents"):
        kind = EntityKind.DOCUMENT
    elif noun in speaker_words("persons") or noun in speaker_words("anonymous"):
        kind = EntityKind.PERSON
    else:
        kind = EntityKind.ORGANIZATION
    country = mention.country or memory.home_country(mention.words) or memory.owner_country(mention)
    entity = Entity(kind=kind, role=mention.words, country=country, gender=mention.gender)
    if kind is EntityKind.ORGANIZATION:
        entity.name = _body_name(mention.words)
    if kind is EntityKind.DOCUMENT:
        entity.name = _title_of(mention.words)
    entity.nouns.add(noun)
    return entity


def _fits_pronoun(entity: Entity, mention: Mention) -> bool:
    """Whether a pronoun can stand for an entity."""
    if mention.noun in ("he", "she"):
        return entity.kind is EntityKind.PERSON and entity.gender in (None, mention.gender)
    if mention.noun == "they":
        return entity.kind is EntityKind.GROUP
    return entity.kind in (EntityKind.ORGANIZATION, EntityKind.DOCUMENT)


def _fits_noun(entity: Entity, mention: Mention) -> bool:
    """Whether `the official` can mean an entity: a noun in common, and no other country."""
    if mention.country is not None and entity.country is not None and mention.country != entity.country:
        return False
    if mention.gender is not None and entity.gender is not None and mention.gender != entity.gender:
        return False
    return mention.noun in entity.nouns


def build_memory(parsed: Parsed, quoted: Callable[[int], bool] | None = None) -> Memory:
    """Read a parsed article into a memory.

    Args:
        parsed: the article's parse.
        quoted: whether a character of the text stands inside a quotation; mentions there weigh
            little when a pronoun outside is resolved.
    """
    memory = Memory()
    sentence = 0
    found: list[Mention] = []
    names = name_words(parsed.blocks)
    for number, block in enumerate(parsed.blocks):
        place = Place(number=number, sentence=sentence, quoted=quoted or (lambda _: False), names=names)
        found += find_mentions(block, parsed.text, place)
        sentence += len(block.columns.sentences)
    memory.prepare(parsed.text, found)
    persons = _person_words(found)
    found = [_as_person(mention, persons) for mention in found]
    for headline in (False, True):
        for mention in found:
            if (mention.block_kind is RegionKind.HEADLINE) is headline:
                memory.note(mention)
    memory.settle()
    return memory


def _person_words(mentions: list[Mention]) -> frozenset[str]:
    """Single words that name a person in this article: surnames of full names, and bare names that speak."""
    words: set[str] = set()
    for mention in mentions:
        parts = _words(mention.words)
        if mention.kind is not MentionKind.NAME or not parts:
            continue
        if len(parts) > 1 and mention.person:
            words.update((parts[-1], parts[0]))
        elif len(parts) == 1 and (
            mention.person or (mention.speaks and mention.person is None and _known(parts[0]) is None)
        ):
            words.add(parts[0])
    return frozenset(word for word in words if len(word) > 1)


def _as_person(mention: Mention, persons: frozenset[str]) -> Mention:
    """A bare surname is a person's where the article names the person elsewhere."""
    if mention.kind is not MentionKind.NAME or mention.person:
        return mention
    parts = _words(mention.words)
    return attrs.evolve(mention, person=True) if len(parts) == 1 and parts[0] in persons else mention
