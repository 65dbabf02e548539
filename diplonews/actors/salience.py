"""Salience: how much the text before a mention is about an entity, by distance and role of its mentions."""

from __future__ import annotations

from itertools import islice, takewhile

from diplonews.actors.entity import Entity
from diplonews.actors.mentions import Mention, MentionKind
from diplonews.lexicons.wordsets import WordSet
from diplonews.syntax.clauses import clause_of
from diplonews.syntax.tokens import Token

__all__ = ["is_asking", "is_named_in", "last_speech", "most_salient", "stands_out", "told_by", "weight"]

RECENT_SENTENCES = 12
# The weight of a mention by its role in the sentence; it decays with each sentence of distance.
DECAY, SPEAKS, SUBJECT, OTHER, QUOTED = 0.3, 3.0, 2.0, 0.5, 0.1
NAMELESS, UNSURE, UNKNOWN_GENDER, FREQUENT = 0.3, 0.4, 0.7, 0.05
MOST_MENTIONS = 20
CLEARLY = 3.0
ANSWERS = WordSet("salience.answers")
ASKS = WordSet("salience.asks")


def weight(entity: Entity, mention: Mention) -> float:
    """How much the text before a mention is about an entity."""
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
    """The candidate that the text is most about, or None if none was mentioned recently."""
    best, chosen = 0.0, None
    for entity in candidates:
        total = weight(entity, mention)
        if total > best:
            best, chosen = total, entity
    if chosen is None and mention.gender is not None:
        named = [entity for entity in candidates if entity.name is not None and entity.sure]
        return max(named, key=lambda entity: entity.mentions[-1].head, default=None)
    return chosen


def stands_out(entity: Entity, candidates: list[Entity], mention: Mention) -> bool:
    """Whether the text before a mention is far more about one candidate than about any other."""
    most = max((weight(other, mention) for other in candidates if other is not entity), default=0.0)
    return weight(entity, mention) > CLEARLY * most


def told_by(pronoun: Mention) -> tuple[Token, ...]:
    """The verbs of the reported words before a pronoun: `would leave` in `Holm would leave, she said`."""
    verb = pronoun.token.head
    if not pronoun.speaks or not pronoun.subject or pronoun.gender is None:
        return ()  # in `the army was ready, it said`, `it` may be the army
    return tuple(clause for clause in clause_of(verb).hosted if clause.i < verb.i)


def is_asking(entity: Entity, pronoun: Mention) -> bool:
    """Whether an entity asked the question that a pronoun answers: `a reporter asked Holm ...`, `he replied`."""
    last = entity.mentions[-1] if pronoun.token.head.low in ANSWERS and entity.mentions else None
    return last is not None and last.speaks and last.token.head.low in ASKS and pronoun.sentence - last.sentence <= 1


def is_named_in(entity: Entity, mention: Mention, clauses: tuple[Token, ...]) -> bool:
    """Whether the given clauses of a mention's sentence name the entity; speakers do not name themselves."""
    last = islice(reversed(entity.mentions), MOST_MENTIONS)
    here = takewhile(lambda earlier: earlier.sentence == mention.sentence, last)
    names = [earlier.token for earlier in here if earlier.kind is MentionKind.NAME]
    return any(clause in _told_with(name) for name in names for clause in clauses)


def _told_with(name: Token) -> list[Token]:
    """The words above a name up to a relative clause, which may be the writer's own words."""
    return list(takewhile(lambda above: not clause_of(above).is_relative, name.ancestors()))


def last_speech(entity: Entity, sentence: int) -> int:
    """The character where an entity last spoke in or after a sentence, or -1."""
    recent = takewhile(lambda mention: mention.sentence >= sentence, reversed(entity.mentions))
    return max((mention.head for mention in recent if mention.speaks and not mention.quoted), default=-1)
