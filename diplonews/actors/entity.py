"""Entities of an article: how they are created, and which mentions may refer to them."""

from __future__ import annotations

import re
from enum import Enum
from functools import lru_cache

import attrs

from diplonews.actors.beside import is_tie
from diplonews.actors.mentions import Mention, MentionKind
from diplonews.actors.names import PARTICLES
from diplonews.actors.origin import code_of, is_state_office, state_code
from diplonews.lexicons.actornames import Name, find_names
from diplonews.lexicons.agencies import find_agency
from diplonews.lexicons.speakers import first_name_gender, speaker_words
from diplonews.lexicons.states import lookup
from diplonews.lexicons.wordsets import WordSet
from diplonews.syntax.tokens import Token

__all__ = [
    "Entity",
    "EntityKind",
    "acronym",
    "bare_description",
    "bare_name",
    "fits_noun",
    "fits_pronoun",
    "is_called",
    "is_past",
    "known_name",
    "may_be",
    "may_share",
    "medium_name",
    "name_parts",
    "new_named",
    "new_nominal",
    "portfolios",
    "roles_of",
    "title_of",
]


HEADS_OF_GOVERNMENT = frozenset(("premier", "minister"))
SHORTEST_VARIANT = 5
CALLED = (
    "diplomat",
    "official",
    "leader",
    "lawmaker",
    "spokesman",
    "chief",
    "minister",
    "scholar",
    "commander",
    "monarch",
    "pontiff",
    "mediator",
    "politician",
)
_ARTICLE = re.compile(r"^(?:al|el|as|ash|ar|an|ad)-(?=\w)", re.IGNORECASE)


_OWNER = re.compile(r"([^'’]{1,80})['’]s? ")
TRANSLITERATED = WordSet("entity.transliterated")
_POINTING = re.compile(r"^(?:the|a|an|this|that|these|those|his|her|its|their)\s+", re.IGNORECASE)
_FORMER = re.compile(r"(?:an? |the )?(?:former|one-time|onetime|ex-)\b", re.IGNORECASE)
_PREMIER = re.compile(r"(?<!vice )(?<!deputy )(?<!former )\bpremier\b", re.IGNORECASE)
_PORTFOLIO = re.compile(r"\b((?!the\b)\w+) (minist(?:ry|er)|department|office)\b", re.IGNORECASE)


class EntityKind(Enum):
    """The kind of an entity."""

    PERSON = "PERSON"
    ORGANIZATION = "ORGANIZATION"
    DOCUMENT = "DOCUMENT"
    GROUP = "GROUP"


@attrs.define(kw_only=True, eq=False)
class Entity:
    """A person, body, document or group that the article mentions.

    Attributes:
        kind: PERSON, ORGANIZATION, DOCUMENT or GROUP.
        name: the fullest name given so far, or None if the article gives none.
        gender: `f`, `m` or None.
        told_gender: the gender of a pronoun that clearly referred to it, or None.
        role: title or description as printed, or None.
        code: the code of the state or body that it belongs to or acts for, or None.
        sure: whether the text confirms that a PERSON is a person.
        nouns: the head nouns of its descriptions, in lower case.
        mentions: its mentions, in text order.
        under: the entity that it belongs to, if its own words do not give its country.
        pronoun: the possessive pronoun for its owner: `its` in `its trade ministry`.
    """

    kind: EntityKind
    name: str | None = None
    gender: str | None = None
    told_gender: str | None = None
    role: str | None = None
    code: str | None = None
    sure: bool = True
    nouns: set[str] = attrs.field(factory=set)
    mentions: list[Mention] = attrs.field(factory=list)
    under: Entity | None = None
    pronoun: Token | None = None

    @property
    def country(self) -> str | None:
        """The code, if it is a state's."""
        return state_code(self.code) if self.code is not None else None

    @property
    def surname(self) -> str:
        """The last word of a name, with hyphenated parts and without `Jr.` and the like."""
        words = [word for word in (self.name or "").split() if word.rstrip(".") not in ("Jr", "Sr", "II", "III")]
        return words[-1] if words else ""

    def __repr__(self) -> str:
        return f"<Entity {self.kind.name} {self.name or self.role!r} {self.code}>"


def portfolios(words: str, *, body: bool = False) -> list[str]:
    """The portfolios in a phrase, such as `foreign` in `the foreign ministry`; with `body`, not those of ministers."""
    found = _PORTFOLIO.findall(words)
    if _PREMIER.search(words):
        found.append(("prime", "minister"))
    return [name.lower() for name, noun in found if not (body and noun.lower() == "minister")]


def roles_of(entity: Entity) -> tuple[str, ...]:
    """The titles of an entity, and its name if it is a body."""
    named = entity.name if entity.kind is EntityKind.ORGANIZATION else None
    words = (entity.role, *(mention.role for mention in entity.mentions), named)
    return tuple(dict.fromkeys(filter(None, words)))


def bare_name(name: str) -> str:
    """A name without its possessive ending."""
    return re.sub(r"(?:['’]s|['’])$", "", name).strip()


@lru_cache(maxsize=8192)
def name_parts(name: str) -> tuple[str, ...]:
    """The words of a name in the form used for comparison: `Huda al-Tayeb` and `Tayeb` end alike."""
    words = (_ARTICLE.sub("", word.strip(".,")) for word in bare_name(name).split())
    return tuple(low if (low := word.lower()) in PARTICLES else word for word in words)


def may_be(entity: Entity, words: tuple[str, ...], mention: Mention) -> bool:
    """Whether a name with these words can refer to the entity."""
    own = name_parts(entity.name or "")
    foreign = mention.code is not None and entity.code is not None and mention.code != entity.code
    if own != words and foreign and not is_past(mention.role):
        return False  # King Hussein of Jordan, Saddam Hussein of Iraq; but the UN's Anna Vik, a former Danish minister
    if own == words:
        return mention.gender is None or entity.gender is None or mention.gender == entity.gender
    if entity.kind is not EntityKind.PERSON or (mention.person is False and len(words) > 1):
        return _is_short(entity, own, words)
    if mention.gender is not None and entity.gender is not None and mention.gender != entity.gender:
        return False
    if len(words) == 1:
        return words[0] in (own[-1], own[0]) if len(own) > 1 else False
    if own[-len(words) :] == words or words[-len(own) :] == own:
        return True  # `Inacio Lula` of `Luiz Inacio Lula`
    if len(own) == 1:
        return own[0] in (words[-1], words[0])
    if own[-1] == words[-1] and own[0] == words[0]:
        return True
    return _is_variant(own[-len(words) :], words)


def _is_variant(own: tuple[str, ...], words: tuple[str, ...]) -> bool:
    """Whether two names differ in one letter of one word before the surname: `Mohamed Vik` and `Mohammed Vik`.

    Known given names that differ are different people, unless a letter is only doubled or the name is transliterated.
    """
    if len(own) != len(words) or own[-1] != words[-1]:
        return False
    pairs = [(one, other) for one, other in zip(own, words, strict=True) if one != other]
    if len(pairs) != 1:
        return False
    shorter, longer = sorted(pairs[0], key=len)
    same = next((n for n, (a, b) in enumerate(zip(shorter, longer, strict=False)) if a != b), len(shorter))
    added = len(longer) > len(shorter)
    if len(shorter) < SHORTEST_VARIANT or longer[same + 1 :] != shorter[same if added else same + 1 :]:
        return False
    doubled = added and longer[same] == longer[same - 1]
    free = first_name_gender(shorter) is None is first_name_gender(longer)
    return doubled or free or (shorter in TRANSLITERATED and longer in TRANSLITERATED)


def is_past(role: str | None) -> bool:
    """Whether a title is a former one: `a former Danish minister`."""
    return role is not None and _FORMER.match(role) is not None


def acronym(name: str) -> str:
    """The acronym of a body's name: `ICG` for `International Crisis Group`; "" for one or two words."""
    letters = [word[0] for word in name.split() if word[0].isupper()]
    return "".join(letters) if len(letters) > len("UN") else ""


def _is_short(entity: Entity, own: tuple[str, ...], words: tuple[str, ...]) -> bool:
    """Whether words are a short form of a body's name: `Crisis Group`, `ICG` for `International Crisis Group`."""
    if len(words) == 1:
        return words[0] in entity.nouns or (words[0] == acronym(entity.name or "") != "")
    ends = own[-len(words) :] == words and entity.kind is EntityKind.ORGANIZATION
    return ends and not is_state_office(" ".join(words))


def new_named(mention: Mention) -> Entity:
    """A new entity for a name mentioned for the first time."""
    name = bare_name(mention.words)
    person = mention.person
    if person is None:
        person = mention.speaks or len(name.split()) > 1
    known = known_name(name) or known_name(" ".join([*(mention.role or "").split()[-1:], name]))  # `President Bush`
    code = mention.code
    if known is not None:
        code = code or known.code or None
    if person:
        gender = mention.gender
        if gender is None and known is not None and known.kind == "LEADER":
            gender = first_name_gender(known.name.split()[0]) or None
        return Entity(kind=EntityKind.PERSON, name=name, code=code, gender=gender, sure=mention.person is True)
    agency = find_agency(name)
    if agency is not None and agency.country:
        code = agency.country
    name = body_name(name) or group_name(name) or name
    noun = mention.noun or name.split()[-1].lower()
    document = noun in speaker_words("documents")
    kind = EntityKind.DOCUMENT if document else EntityKind.ORGANIZATION
    entity = Entity(kind=kind, name=name, code=code or code_of(name))
    entity.nouns.add(noun)
    return entity


def known_name(name: str) -> Name | None:
    """The entry of the tables for a whole name, or None."""
    bare = name.removeprefix("the ").removeprefix("The ")
    return next((found for span, found in find_names(bare) if len(span) == len(bare)), None)


def title_of(words: str) -> str | None:
    """The name inside a description: `Fiscal Council report` for `the Fiscal Council (FC) report`."""
    bare = re.sub(r"\s*\([^)]{0,20}\)", "", words)
    bare = re.sub(r"^(?:the|a|an|this|that)\s+", "", bare, flags=re.IGNORECASE)
    return bare if re.search(r"[A-Z]", bare) else None


def body_name(words: str) -> str | None:
    """The name of a body described by its owner: `Danish trade ministry` for `Copenhagen’s trade ministry`."""
    owner, mark, rest = re.sub("^(?:the|The) ", "", words).replace("’", "'").partition("'s ")
    if not mark:
        return None
    state = lookup(owner)
    if state is None:
        return f"{owner}'s {rest}"
    adjective = state.adjectives[0] if state.adjectives else state.name
    return f"{adjective} {rest}"


def bare_description(words: str) -> str:
    """A description without its article, pointing word or possessive pronoun: `ministry` for `its ministry`."""
    return _POINTING.sub("", words)


def medium_name(words: str) -> str | None:
    """The name of an agency or paper in its description: `Belta` of `the Belarusian Belta news agency`."""
    media = speaker_words("media_nouns")
    if media.isdisjoint(words.lower().split()):
        return None
    printed = bare_description(words)
    owner = _OWNER.match(printed)
    if owner is not None and known_name(owner.group(1)) is not None:
        printed = printed[owner.end() :]
    named = [word for word in printed.split() if word[0].isupper() and not is_tie(word.rpartition("-")[2])]
    if named and named[-1].lower() not in media:  # the `Korean` of `Korean Central News Agency` is its own
        states = {word for span, name in find_names(words) if name.code for word in span.of(words).split()}
        named = [word for word in named if word.removesuffix("'s").removesuffix("’s") not in states]
    run = " ".join(named)
    return run if run and run in words else None


def group_name(words: str) -> str | None:
    """The name of a movement or charity in its description: `Hamas` of `the Islamist Hamas movement`; or None."""
    if words.rsplit(maxsplit=1)[-1] not in speaker_words("group_nouns"):
        return None
    named = (span for span, name in find_names(words) if name.kind in ("GROUP", "NGO"))
    span = next(named, None)
    return span.of(words) if span is not None and span.end < len(words) else None


def _is_ngo(words: str) -> bool:
    """Whether a description names a non-governmental body: `a respected think-tank`, `a rights group`."""
    *_, before, noun = ["", *words.lower().split()]
    known = speaker_words("ngo_nouns")
    return noun in known or f"{before}-{noun}" in known


def new_nominal(mention: Mention) -> Entity:
    """A new entity for a description without an antecedent."""
    noun = mention.noun
    if mention.plural:
        kind = EntityKind.GROUP
    elif noun in speaker_words("documents"):
        kind = EntityKind.DOCUMENT
    elif noun in speaker_words("persons") or noun in speaker_words("anonymous"):
        kind = EntityKind.PERSON
    else:
        kind = EntityKind.ORGANIZATION
    entity = Entity(kind=kind, role=mention.words, code=mention.code, gender=mention.gender)
    if kind is EntityKind.ORGANIZATION and mention.code is None:
        agency = find_agency(medium_name(mention.words) or "")
        entity.code = "NGO" if _is_ngo(mention.words) else (agency.country or None) if agency is not None else None
    if kind is EntityKind.ORGANIZATION:
        entity.name = group_name(mention.words) or body_name(mention.words)
    if kind is EntityKind.DOCUMENT:
        entity.name = title_of(mention.words)
    entity.nouns.add(noun)
    return entity


def fits_pronoun(entity: Entity, mention: Mention) -> bool:
    """Whether a pronoun can refer to an entity."""
    if mention.noun in ("he", "she"):
        return entity.kind is EntityKind.PERSON and (entity.gender or entity.told_gender) in (None, mention.gender)
    if mention.noun == "they":
        return entity.kind is EntityKind.GROUP or _is_plural_body(entity)
    return entity.kind in (EntityKind.ORGANIZATION, EntityKind.DOCUMENT)


def _is_plural_body(entity: Entity) -> bool:
    """Whether a body has a name in the plural: the `Houthis`, the `Unionists`; not the `United Nations`, `Hamas`."""
    names = (mention.token for mention in reversed(entity.mentions) if mention.kind is MentionKind.NAME)
    last = next(names, None) if entity.kind is EntityKind.ORGANIZATION else None
    if last is None:
        return False
    if last.name is None:
        return last.is_plural
    listed = last.text.endswith("s") and any(kid.low == "the" for kid in last.kids)
    return last.name.kind == "GROUP" and (last.is_plural or listed)


def may_share(entity: Entity, mention: Mention) -> bool:
    """Whether country, gender and portfolio of a mention are compatible with an entity."""
    if mention.code is not None and entity.code is not None and mention.code != entity.code:
        return False
    if mention.gender is not None and entity.gender is not None and mention.gender != entity.gender:
        return False
    if "former" in mention.words:
        return True
    told = (word for word in portfolios(mention.words) if word not in speaker_words("plain"))
    described = [word for word in told if code_of(word.title()) is None]  # `the deputy minister`, `the Danish minister`
    own = portfolios(f"{entity.role or ''} {entity.name or ''}")
    return not described or not own or not set(described).isdisjoint(own)


def fits_noun(entity: Entity, mention: Mention) -> bool:
    """Whether a description such as `the official` can refer to an entity: a shared noun, no contradiction."""
    nouns = entity.nouns | HEADS_OF_GOVERNMENT if "prime" in portfolios(entity.role or "") else entity.nouns
    return mention.noun in nouns and may_share(entity, mention)


def is_called(person: Entity, noun: str) -> bool:
    """Whether a noun fits a named person's office, exactly or as a wider term: `the diplomat` for a minister."""
    if person.kind is not EntityKind.PERSON or person.name is None or person.role is None:
        return False
    if noun in person.nouns:
        return True
    kind = next((kind for kind in CALLED if noun in speaker_words(f"called_{kind}")), None)
    if kind is None:
        return False
    words = {word.strip(",").lower() for word in person.role.split()} | person.nouns
    return not words.isdisjoint(speaker_words(f"is_{kind}"))
