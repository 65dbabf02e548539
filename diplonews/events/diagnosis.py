"""Why a rule of the tables fired in a text or did not: its conditions, word by word."""

from __future__ import annotations

from collections.abc import Iterator

from diplonews.actors.resolve import Resolver
from diplonews.events.find import EventReader
from diplonews.events.judging import Judge
from diplonews.events.matching import find_matches
from diplonews.events.status import assess, conditions_of
from diplonews.events.triggers import Match, match_adjective, match_noun, match_verb, unmet_needs
from diplonews.events.vetoes import conditions_of_veto, veto_of_sentence, veto_of_trigger, veto_of_verb
from diplonews.lexicons.status import StatusRow, status_index
from diplonews.lexicons.triggers import Trigger, TriggerIndex, trigger_index
from diplonews.lexicons.vetoes import Veto, vetoes
from diplonews.model import Event
from diplonews.syntax.blocks import Sentence
from diplonews.syntax.parsing import Parsed
from diplonews.syntax.tokens import Token

__all__ = ["diagnose"]

MATCHERS = {"v": match_verb, "n": match_noun, "a": match_adjective}
PARTS = {"v": "a verb", "n": "a noun", "a": "an adjective"}


def diagnose(parsed: Parsed, rule: str) -> list[str]:
    """One line for each word that a rule applies to: that it fired, or which condition did not hold.

    Args:
        parsed: the text.
        rule: id of a row of the tables `triggers`, `status` or `vetoes` currently in use.

    Raises:
        KeyError: if no row has that id.
    """
    index = trigger_index()
    reader = EventReader(parsed, (), ())
    triggers = [row for rows in _all_triggers(index) for row in rows if row.id == rule]
    status = status_index().rows.get(rule)
    veto = next((row for rows in vetoes().values() for row in rows if row.id == rule), None)
    events = reader.events()
    ruled = EventReader(parsed, (), (), judge=Judge({})).events() if triggers else []
    lines: list[str] = []
    for sentence in parsed.sentences:
        if triggers:
            lines += _lines_of_trigger(triggers, sentence, (events, ruled), index, reader.resolver)
        elif status is not None:
            lines += _lines_of_status(status, sentence, index, reader.resolver)
        elif veto is not None:
            lines += _lines_of_veto(veto, sentence, index, reader.resolver)
        else:
            raise KeyError(rule)
    return lines


def _all_triggers(index: TriggerIndex) -> Iterator[tuple[Trigger, ...]]:
    for table in (index.verbs, index.nouns, index.adjectives):
        yield from table.values()


def _lines_of_trigger(
    rows: list[Trigger],
    sentence: Sentence,
    events: tuple[list[Event], list[Event]],
    index: TriggerIndex,
    resolver: Resolver,
) -> Iterator[str]:
    by_lemma = {row.lemma: row for row in rows}
    for token in sentence.tokens:
        row = by_lemma.get(token.low if rows[0].pos == "a" else token.lemma)
        if row is not None:
            yield f"{token.text!r}: {_why(row, token, sentence, events, index, resolver)}"


def _why(
    row: Trigger,
    token: Token,
    sentence: Sentence,
    events: tuple[list[Event], list[Event]],
    index: TriggerIndex,
    resolver: Resolver,
) -> str:
    """The outcome of a trigger at one word, given the events of the text and those that the rules alone find."""
    found, ruled = (_at(row, token, some) for some in events)
    if found is not None:
        return f"fired: {found!r}"
    if ruled is not None:
        return f"fired, but the event was dropped, since its signals make it improbable: {ruled!r}"
    unmet = unmet_needs(row, token, resolver)
    if unmet:
        return f"condition not met: {', '.join(unmet)}"
    veto = veto_of_sentence(sentence) or (veto_of_verb(token) if row.pos == "v" else None)
    match = MATCHERS[row.pos](token, index, resolver)
    if match is not None and match.trigger.id != row.id:
        return f"conditions met, but {match.trigger.id} is more specific"
    if match is not None:
        veto = veto or veto_of_trigger(match, index, resolver)
    if veto is not None:
        return f"conditions met, but {veto.id} forbids it"
    if match is None:
        return f"conditions met, but the word is not used as {PARTS[row.pos]} here"
    return f"conditions met, but {_without_event(match, sentence, index, resolver)}"


def _at(row: Trigger, token: Token, events: list[Event]) -> Event | None:
    """The event of a rule at a word."""
    return next((event for event in events if event.evidence.rule == row.id and token.span in event.trigger), None)


def _without_event(match: Match, sentence: Sentence, index: TriggerIndex, resolver: Resolver) -> str:
    """Why a trigger that counts yields no event."""
    if all(other.token is not match.token for other in find_matches(sentence, resolver, index)):
        return "another trigger has taken the word up"
    slots = {"actor": match.trigger.actors, "recipient": match.trigger.recipients}
    empty = [who for who, names in slots.items() if not any(map(match.arguments.slot, names))]
    return f"no {' and no '.join(empty)} is found" if empty else "its parties make no event"


def _lines_of_status(row: StatusRow, sentence: Sentence, index: TriggerIndex, resolver: Resolver) -> Iterator[str]:
    for match in find_matches(sentence, resolver, index):
        event = match.arguments.light or match.token
        standing = assess(event)
        for token in sentence.tokens:
            conditions = conditions_of(row, token, event)
            unmet = [what for what, holds in conditions if not holds]
            if "cue" in unmet or (not row.cues and len(unmet) > 0):
                continue
            if unmet:
                told = f"condition not met: {', '.join(unmet)}"
            elif row.id not in standing.read:
                told = "conditions met, but another row reads the word"
            else:
                told = "fired" if standing.rule == row.id else f"fired, but {standing.rule} is stronger"
            yield f"{token.text!r} for {event.text!r}: {told}"


def _lines_of_veto(row: Veto, sentence: Sentence, index: TriggerIndex, resolver: Resolver) -> Iterator[str]:
    subjects: list[tuple[str, Sentence | Token | Match]] = []
    if row.of == "sentence":
        subjects.append(("the sentence", sentence))
    for token in sentence.tokens if row.of != "sentence" else ():
        if row.of == "verb" and token.is_verb:
            subjects.append((repr(token.text), token))
        if row.of == "trigger":
            matches = (match_word(token, index, resolver) for match_word in MATCHERS.values())
            subjects += [(repr(token.text), match) for match in matches if match is not None]
    for name, subject in subjects:
        unmet = [what for what, holds in conditions_of_veto(row, subject, index, resolver) if not holds]
        if "cue" not in unmet:
            yield f"{name}: {'condition not met: ' + ', '.join(unmet) if unmet else 'fired'}"
