"""Who else may be the other side of an act: every row's example needs it, its counter-example does not."""

from __future__ import annotations

import pytest
from support import code

import diplonews as dn
from diplonews.errors import LexiconError
from diplonews.lexicons.recipients import Fallback, fallback_of
from diplonews.lexicons.tables import default_tables, load_table, using
from diplonews.model import EventType

ROWS = {row["id"]: row for row in load_table("recipients").rows}


def details(text: str) -> list[str]:
    return [str(event.evidence.detail) for event in dn.extract_events(text)]


@pytest.mark.parametrize("name", ROWS)
def test_example(name):
    """The row gives the other side, and the evidence says so."""
    assert any(name in detail for detail in details(ROWS[name]["example"]))


@pytest.mark.parametrize("name", ROWS)
def test_counter_example(name):
    """Where a slot of the trigger names the other side, the row is not asked; the trigger is the same."""
    rules = [{event.evidence.rule for event in dn.extract_events(ROWS[name][cell])} for cell in ("example", "counter")]
    assert rules[0] & rules[1]
    assert not any(name in detail for detail in details(ROWS[name]["counter"]))


def test_every_type_has_a_row():
    """One row for each type of event."""
    assert {row["type"] for row in ROWS.values()} == set(EventType.__members__)


def test_a_row_taken_out():
    """Without its row the other side of a type is not looked for further off."""
    mine = default_tables().without("recipients", ["recipients.aid"])
    text = ROWS["recipients.aid"]["example"]
    assert code(text) == ["AID CHL>PER ACTUAL"]
    assert code(text, tables=mine) == []
    with using(mine):
        assert fallback_of(EventType.AID) == Fallback(id="recipients.none", type=EventType.AID)


@pytest.mark.parametrize(
    ("cells", "message"), [({"type": "GREET"}, "no event type 'GREET'"), ({"also": "luck"}, "no way 'luck'")]
)
def test_bad_rows(cells, message):
    """A bad row is an error that names table, row and reason."""
    mine = default_tables().with_added("recipients", [{"id": "my.row", "type": "AID", **cells}])
    with pytest.raises(LexiconError) as caught:
        code("Chile bombed Peru.", tables=mine)
    assert message in str(caught.value)
    assert "my.row" in str(caught.value)
