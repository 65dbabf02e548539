"""Every trigger row: its example names an event by it; its counter-example fails one condition and does not."""

from __future__ import annotations

import pytest

import diplonews as dn
from diplonews.actors.discourse import read_discourse
from diplonews.events.acts import ActResolver
from diplonews.events.triggers import unmet_needs
from diplonews.lexicons.tables import load_table
from diplonews.lexicons.triggers import Trigger, trigger_index
from diplonews.syntax.parsing import parse
from diplonews.syntax.tokens import Token

ROWS = {row["id"]: row for row in load_table("triggers").rows}


def triggers_of(name: str) -> list[Trigger]:
    index = trigger_index()
    tables = (index.verbs, index.nouns, index.adjectives)
    return [row for table in tables for rows in table.values() for row in rows if row.id == name]


def is_word_of(row: Trigger, token: Token) -> bool:
    """Whether a token is the lemma of a row in its part of speech."""
    if row.pos == "a":
        return token.low == row.lemma and token.is_adjective
    return token.lemma == row.lemma and (token.is_verb if row.pos == "v" else token.is_word_noun)


def rules(text: str) -> set[str]:
    return {event.evidence.rule for event in dn.extract_events(text)}


def test_every_row_is_shown():
    """Every row has an example and a counter-example."""
    assert [name for name, row in ROWS.items() if not (row["example"] and row["counter"])] == []


@pytest.mark.parametrize("name", ROWS)
def test_example(name):
    """The example names an event by its row."""
    assert name in rules(ROWS[name]["example"])


@pytest.mark.parametrize("name", ROWS)
def test_counter_example(name):
    """The counter-example has the row's word, lacks at most one thing beside it, and names no event by the row."""
    text = ROWS[name]["counter"]
    assert name not in rules(text)
    parsed = parse(text)
    resolver = ActResolver(read_discourse(parsed))
    unmet = [
        unmet_needs(row, token, resolver)
        for sentence in parsed.sentences
        for token in sentence.tokens
        for row in triggers_of(name)
        if is_word_of(row, token)
    ]
    assert min(map(len, unmet)) <= 1  # none: a party is lacking
