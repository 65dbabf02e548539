"""Names and descriptions explained elsewhere: `a Danish envoy`, later `Jens Holm`; `Holm` for `Jens Holm`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import attrs

from diplonews.actors.entity import Entity, EntityKind, fits_noun, is_called, known_name, name_parts
from diplonews.actors.mentions import Mention, MentionKind
from diplonews.actors.names import SENT
from diplonews.lexicons.speakers import speaker_words
from diplonews.model.article import RegionKind

__all__ = ["ANNOUNCED", "aide_of", "introduced", "nameless_holders", "opening", "with_persons"]

INTRODUCED_BLOCKS = 2
ANNOUNCED = (EntityKind.PERSON, EntityKind.ORGANIZATION)
NEXT_SENTENCES = 2


def opening(entity: Entity) -> Mention | None:
    """The first mention of an entity in the body text, or None."""
    return next((mention for mention in entity.mentions if mention.block_kind is RegionKind.BODY), None)


def introduced(entity: Entity, openings: dict[int, list[Entity]], lead: int) -> Entity | None:
    """The named person that the lead announces: `a Danish envoy said`, then `Jens Holm, envoy to ...`; or None.

    A charity or institute is announced likewise: `a rights group said`, then `Human Rights Watch`.

    Spokesmen are also announced later: `a Danish spokesman said`, and in one of the next two sentences `spokesman
    Jens Holm said`.

    Args:
        entity: the entity that may be announced.
        openings: the named persons, by the block in which the text first mentions them.
        lead: the last block of the lead.
    """
    first = entity.mentions[0] if entity.mentions else None
    if entity.kind not in ANNOUNCED or entity.name is not None or first is None:
        return None
    if not first.subject or first.block_kind is not RegionKind.BODY:
        return None
    late = first.block > lead
    if late and first.noun not in speaker_words("called_spokesman"):
        return None
    described = (m for m in entity.mentions[1:] if m.kind is not MentionKind.PRONOUN)
    again = next((m.block for m in described if m.block_kind is RegionKind.BODY), None)
    last = first.block + INTRODUCED_BLOCKS
    for block in range(first.block, (last if again is None else min(last, again - 1)) + 1):
        for person in openings.get(block, ()):
            if person.kind is not entity.kind:
                continue
            if entity.kind is EntityKind.ORGANIZATION:
                if not first.definite and _names_body(person, entity, first):
                    return person
                continue
            strict = late or block == first.block
            if _names(person, entity, first) and (not strict or _is_next(person, first)):
                return person
    return None


def _names_body(body: Entity, entity: Entity, first: Mention) -> bool:
    """Whether a newly named body can be the charity or institute described in the lead: `a rights group said ...`."""
    named = opening(body)
    return entity.code == body.code == "NGO" and named is not None and named.head > first.head


def _is_next(person: Entity, first: Mention) -> bool:
    """Whether a person with the same noun as a title is named in one of the next two sentences."""
    named = opening(person)
    near = named is not None and named.sentence - first.sentence <= NEXT_SENTENCES
    return near and first.noun in person.nouns


def _names(person: Entity, entity: Entity, first: Mention) -> bool:
    """Whether a newly named person can be the one described in the lead."""
    first_named = opening(person)
    if first_named is None or person.name is None or not first_named.subject or first_named.head < first.head:
        return False
    country = person.code is None or entity.code is None or person.code == entity.code
    gender = person.gender is None or entity.gender is None or person.gender == entity.gender
    official = first.noun not in speaker_words("anonymous") or first.noun in speaker_words("called_spokesman")
    bare = person.role is None and first_named.block == first.block + 1 and official
    return country and gender and (is_called(person, first.noun) or (bare and known_name(person.name) is None))


def nameless_holders(entities: Iterable[Entity], mention: Mention) -> list[Entity]:
    """The unnamed holders of a state's office mentioned so far that a mention may now name."""
    sent = mention.noun in SENT
    return [
        entity
        for entity in entities
        if entity.kind is EntityKind.PERSON
        and entity.name is None
        and (entity.code is not None or (sent and entity.pronoun is not None))
        and any(one.definite or one.token.first("poss") is not None for one in entity.mentions)
        and fits_noun(entity, mention)
    ]


def aide_of(entities: Sequence[Entity], mention: Mention) -> Entity | None:
    """The aide that a name after another person's title belongs to: `an adviser to the king, Jens Holm`."""
    for entity in reversed(entities):
        last = entity.mentions[-1] if entity.mentions else None
        aide = last is not None and last.noun in speaker_words("aides") and last.head < (mention.of or 0)
        if aide and last is not None and last.reach == mention.span.end and entity.name is None:
            return entity
    return None


def _person_words(mentions: list[Mention]) -> frozenset[str]:
    """The single words that name a person in this article: parts of full names, and bare names of speakers."""
    words: set[str] = set()
    for mention in mentions:
        parts = name_parts(mention.words)
        if mention.kind is not MentionKind.NAME or not parts:
            continue
        if len(parts) > 1 and mention.person:
            words.update((parts[-1], parts[0]))
        elif len(parts) == 1 and (
            mention.person or (mention.speaks and mention.person is None and known_name(parts[0]) is None)
        ):
            words.add(parts[0])
    return frozenset(word for word in words if len(word) > 1)


def _as_person(mention: Mention, persons: frozenset[str]) -> Mention:
    """The mention; a bare surname becomes a person's if the article names the person elsewhere."""
    if mention.kind is not MentionKind.NAME or mention.person:
        return mention
    parts = name_parts(mention.words)
    return attrs.evolve(mention, person=True) if len(parts) == 1 and parts[0] in persons else mention


def with_persons(mentions: list[Mention]) -> list[Mention]:
    """The mentions; bare surnames become persons' if the article names the person elsewhere."""
    persons = _person_words(mentions)
    return [_as_person(mention, persons) for mention in mentions]
