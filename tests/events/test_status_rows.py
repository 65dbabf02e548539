"""Every status row: its example is read by it, its counter-example holds its cue and fails one condition."""

from __future__ import annotations

from functools import cache

import pytest

import diplonews as dn
from diplonews.actors.resolve import Resolver
from diplonews.errors import LexiconError
from diplonews.events.matching import find_matches
from diplonews.events.status import CUE_TESTS, Standing, assess, conditions_of
from diplonews.lexicons.status import PARTS, StatusRow, status_index
from diplonews.lexicons.tables import default_tables, load_table
from diplonews.lexicons.triggers import trigger_index
from diplonews.syntax.parsing import parse
from diplonews.syntax.patterns import CLAUSE_TESTS
from diplonews.syntax.tokens import Token

ROWS = {row["id"]: row for row in load_table("status").rows}


@cache
def events_of(text: str) -> list[Token]:
    """The words that name the events of a text, and the verbs that carry them."""
    found = []
    for sentence in parse(text).sentences:
        for match in find_matches(sentence, Resolver(), trigger_index()):
            found += [token for token in (match.arguments.light, match.token) if token is not None]
    return found


def standings(text: str) -> list[Standing]:
    return [assess(token) for token in events_of(text)]


def words_of(text: str) -> list[Token]:
    return [token for sentence in parse(text).sentences for token in sentence.tokens]


@pytest.mark.parametrize("name", ROWS)
def test_example(name):
    """The example is read by its row."""
    assert any(name in standing.read for standing in standings(ROWS[name]["example"]))


@pytest.mark.parametrize("name", ROWS)
def test_counter_example(name):
    """The counter-example is not read by the row, though the cue is there: it fails the link or one condition."""
    row: StatusRow = status_index().rows[name]
    text = ROWS[name]["counter"]
    events = events_of(text)
    assert events
    assert all(name not in standing.read for standing in standings(text))
    failures = [
        [what for what, holds in conditions_of(row, token, event) if not holds]
        for event in events
        for token in words_of(text)
    ]
    assert min(len(failed) for failed in failures if "cue" not in failed) == 1


def test_one_id_for_each_row():
    """Ids are unique."""
    assert len(ROWS) == len(load_table("status").rows)


class TestTables:
    """A user's rows."""

    TEXT = "Chile will free four Peruvian fishermen."

    def status(self, text, tables=None):
        return [event.status.name for event in dn.extract_events(text, tables=tables)]

    def test_a_new_row(self):
        """A new row gives events a status; of two that read a word the later one counts."""
        row = {"id": "my.vow", "status": "HYPOTHETICAL", "where": "above", "links": "infinitive", "pos": "v"}
        mine = default_tables().with_added("status", [{**row, "cues": "plan|pretend"}])
        for text in ("Chile plans to bomb Peru.", "Chile pretends to bomb Peru."):
            assert self.status(text, mine) == ["HYPOTHETICAL"] != self.status(text)

    def test_a_pseudo_cue(self):
        """A row without a status keeps a word from being read."""
        row = {"id": "my.could", "status": "PSEUDO", "where": "beside", "links": "modal", "cues": "could"}
        mine = default_tables().with_added("status", [row])
        assert self.status("Chile could recall its envoy from Peru.", mine) == ["ACTUAL"]

    def test_a_row_taken_out(self):
        """A row that is dropped reads nothing."""
        mine = default_tables().without("status", ["status.future"])
        assert self.status("Chile will bomb Peru.", mine) == ["ACTUAL"]

    def test_the_evidence(self):
        """The evidence names the row and points to its cue."""
        text = "Chile plans to bomb Peru."
        (event,) = dn.extract_events(text)
        assert "status.plan" in event.evidence.detail
        assert "plans" in [span.of(text) for span in event.evidence.spans]

    @pytest.mark.parametrize(
        ("cells", "message"),
        [
            ({"status": "MAYBE"}, "no status 'MAYBE'"),
            ({"where": "under"}, "expected beside or above (got 'under')"),
            ({"links": "modal"}, "no link 'modal' above an event"),
            ({"links": ""}, "column 'links' is empty"),
            ({"pos": "x"}, "expected v, n, a, p or nothing (got 'x')"),
            ({"scope": "far"}, "expected near or nothing (got 'far')"),
            ({"cues": "@nothing"}, "no class named 'nothing'"),
            ({"needs": "neg"}, "'neg' is not of the form part=words"),
            ({"unless": "moon=yes"}, "no part named 'moon'"),
        ],
    )
    def test_bad_rows(self, cells, message):
        """A bad row is an error that names table, row and reason."""
        row = {"id": "my.row", "status": "PLANNED", "where": "above", "links": "infinitive", "cues": "plan"}
        mine = default_tables().with_added("status", [{**row, **cells}])
        with pytest.raises(LexiconError) as caught:
            dn.extract_events("Chile bombed Peru.", tables=mine)
        assert message in str(caught.value)
        assert "my.row" in str(caught.value)
        assert str(caught.value).startswith("rows: row ")


def test_every_part_that_a_row_may_name_can_be_checked():
    """The parts that the loader knows are those that are evaluated."""
    assert {*CUE_TESTS} | (PARTS & {*CLAUSE_TESTS}) == PARTS
    for row in status_index().rows.values():
        for condition in (*row.needs, *row.unless):
            assert set(condition.parts) <= {*CUE_TESTS, *CLAUSE_TESTS}
