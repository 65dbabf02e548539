"""The modes and contexts of an event: those of its trigger and those added by nearby words."""

from __future__ import annotations

from diplonews.events.coded import Coded
from diplonews.events.triggers import Match, needs_hold
from diplonews.lexicons.details import details_for
from diplonews.model import EventType
from diplonews.syntax.blocks import Sentence
from diplonews.syntax.nouns import phrase_of

__all__ = ["details_of"]

REMOTE = frozenset(("phone", "telephone", "virtual", "video", "online", "videoconference", "teleconference", "call"))
ASIDES = frozenset(("relcl", "appos", "advcl", "parataxis"))
MULTILATERAL = 3  # parties from which a meeting is multilateral


def details_of(coded: Coded, sentence: Sentence) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The modes and the contexts of an event, in PLOVER's names.

    A mode shown by nearby words replaces the trigger's own modes. Contexts come from the trigger first,
    then from the words in its clause.
    """
    match = coded.match
    around = _words_around(match)
    lemmas = {word.lemma for word in match.words}
    rows = [
        row
        for row in details_for(coded.type)
        if not (row.words and row.words.isdisjoint(lemmas))
        and not (row.near and row.near.isdisjoint(around))
        and needs_hold(row.needs, match.arguments)
    ]
    mode = next((row.mode for row in rows if row.mode), None)
    contexts = dict.fromkeys((*match.trigger.contexts, *(row.context for row in rows if row.context)))
    return (mode,) if mode is not None else _plain_modes(coded, sentence), tuple(contexts)


def _plain_modes(coded: Coded, sentence: Sentence) -> tuple[str, ...]:
    trigger = coded.match.trigger
    if coded.type is not trigger.type:
        return ()
    if trigger.modes or coded.type is not EventType.CONSULT:
        return trigger.modes
    if any(token.low in REMOTE for token in sentence.tokens):
        return ("phone",)
    return ("multilateral",) if coded.symmetric and len(coded.actors) >= MULTILATERAL else ()


def _words_around(match: Match) -> frozenset[str]:
    """The words of the clause in their text and base forms, and the terms of its noun phrases, without asides."""
    tokens = [match.arguments.verb or match.token]
    for token in tokens:
        tokens.extend(kid for kid in token.kids if kid.dep not in ASIDES)
    tokens.append(match.token)
    words = {form for token in tokens for form in (token.low, token.lemma)}
    return frozenset(words.union(*(phrase_of(token).terms for token in tokens if token.is_noun)))
