"""Every veto: its example is forbidden by it; its counter-example fails one of its conditions and is not."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import pytest
from support import code

from diplonews.actors.resolve import Resolver
from diplonews.errors import LexiconError
from diplonews.events.triggers import match_adjective, match_noun, match_verb
from diplonews.events.vetoes import conditions_of_veto, veto_of_sentence, veto_of_trigger, veto_of_verb
from diplonews.lexicons.tables import default_tables, load_table
from diplonews.lexicons.triggers import trigger_index
from diplonews.lexicons.vetoes import Veto, vetoes
from diplonews.syntax.parsing import parse

ROWS = {row["id"]: row for row in load_table("vetoes").rows}
RESOLVER = Resolver()


def row_of(name: str) -> Veto:
    return next(row for rows in vetoes().values() for row in rows if row.id == name)


@cache
def subjects(text: str) -> list[tuple[str, object]]:
    """What may be vetoed in a text: its sentences, verbs and triggers."""
    found: list[tuple[str, object]] = []
    for sentence in parse(text).sentences:
        found.append(("sentence", sentence))
        found += [("verb", token) for token in sentence.tokens if token.is_verb]
        for match_word in (match_verb, match_noun, match_adjective):
            matches = (match_word(token, trigger_index(), RESOLVER) for token in sentence.tokens)
            found += [("trigger", match) for match in matches if match is not None]
    return found


def vetoed(text: str) -> Iterator[str]:
    """The rows that forbid something in a text."""
    for of, subject in subjects(text):
        if of == "trigger":
            veto = veto_of_trigger(subject, trigger_index(), RESOLVER)
        else:
            veto = veto_of_sentence(subject) if of == "sentence" else veto_of_verb(subject)
        if veto is not None:
            yield veto.id


@pytest.mark.parametrize("name", ROWS)
def test_example(name):
    """The example is forbidden by its row."""
    assert name in list(vetoed(ROWS[name]["example"]))


@pytest.mark.parametrize("name", ROWS)
def test_counter_example(name):
    """The counter-example holds what the row is about and fails one of its conditions."""
    row = row_of(name)
    assert name not in list(vetoed(ROWS[name]["counter"]))
    failures = []
    for of, subject in subjects(ROWS[name]["counter"]):
        if of == row.of:
            conditions = conditions_of_veto(row, subject, trigger_index(), RESOLVER)
            failures.append([what for what, holds in conditions if not holds])
    assert min(len(failed) for failed in failures if "cue" not in failed) == 1


def test_a_veto_taken_out():
    """Without its row a sentence of sport names an event."""
    text = ROWS["veto.sport"]["example"]
    assert code(text) == []
    assert code(text, tables=default_tables().without("vetoes", ["veto.sport"])) == ["ASSAULT CHL>PER ACTUAL"]


@pytest.mark.parametrize(
    "text",
    [
        "Chilean troops killed 10-15 Peruvian rebels.",
        "Chilean jets attacked a Peruvian port with 4-6 missiles.",
        "Chile attacked a Peruvian port on May 3-4.",
        "Chile crushed Peru on May 3-4.",
        "Chile pounded a Peruvian port with 10-15 heavy guns.",
        "Chile shelled a Peruvian port, wounding 10-15 soldiers.",
    ],
)
def test_a_range_of_numbers_is_no_score(text):
    """A number of people or things and the days of a month are not the score of a game."""
    assert "ASSAULT CHL>PER ACTUAL" in code(text)


@pytest.mark.parametrize("text", ["Chile routed Peru 4-0.", "Chile hammered Peru 3 - 1 in Lima on Sunday."])
def test_a_score(text):
    """A side that wins by a score attacks nobody."""
    assert code(text) == []


@pytest.mark.parametrize(
    ("cells", "message"),
    [
        ({"of": "word"}, "expected one of sentence, verb, trigger (got 'word')"),
        ({"types": "GREET"}, "no event type 'GREET'"),
        ({"links": "beside"}, "no link 'beside'"),
        ({"needs": "story=@fish"}, "no class named 'fish'"),
        ({"unless": "pas=yes"}, "no part named 'pas'"),
    ],
)
def test_bad_rows(cells, message):
    """A bad row is an error that names table, row and reason."""
    mine = default_tables().with_added("vetoes", [{"id": "my.veto", "of": "sentence", **cells}])
    with pytest.raises(LexiconError) as caught:
        code("Chile bombed Peru.", tables=mine)
    assert message in str(caught.value)
    assert "my.veto" in str(caught.value)
