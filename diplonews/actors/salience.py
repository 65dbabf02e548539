"""How much the text before a mention has been about an entity: by how near, and in which role, it was mentioned."""

from __future__ import annotations

from itertools import takewhile

from diplonews.actors.entity import Entity
from diplonews.actors.mentions import Mention, MentionKind

__all__ = ["last_speech", "most_salient", "weight"]

RECENT_SENTENCES = 12
# How much a mention counts, by what it does in its sentence; each sentence further off counts less.
DECAY, SPEAKS, SUBJECT, OTHER, QUOTED = 0.3, 3.0, 2.0, 0.5, 0.1
NAMELESS, UNSURE, UNKNOWN_GENDER, FREQUENT = 0.3, 0.3, 0.3, 0.05
MOST_MENTIONS = 20


def weight(entity: Entity, mention: Mention) -> float:
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
    if mention.kind is MentionKind.PRONOUN and mention.gender is not None and entity.gender is None:
        total *= UNKNOWN_GENDER
    return total * (1 + FREQUENT * min(len(entity.mentions), MOST_MENTIONS))


def most_salient(candidates: list[Entity], mention: Mention) -> Entity | None:
    """The candidate that the text has been about, or None if nothing was said of any lately."""
    best, chosen = 0.0, None
    for entity in candidates:
        total = weight(entity, mention)
        if total > best:
            best, chosen = total, entity
    if chosen is None and mention.gender is not None:
        named = [entity for entity in candidates if entity.name is not None and entity.sure]
        return max(named, key=lambda entity: entity.mentions[-1].head, default=None)
    return chosen


def last_speech(entity: Entity, sentence: int) -> int:
    """The character where an entity last spoke in or after a sentence, or -1."""
    recent = takewhile(lambda mention: mention.sentence >= sentence, reversed(entity.mentions))
    return max((mention.head for mention in recent if mention.speaks and not mention.quoted), default=-1)
