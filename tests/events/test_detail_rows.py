"""Modes and contexts: every row of the table, and every label of the reference page."""

import pytest

import diplonews as dn
from diplonews._build.build_plover_page import PAGE, render
from diplonews.lexicons.tables import load_table

ROWS = {row["id"]: row for row in load_table("details").rows}
LABELS = [(row["type"], row["mode"], row["example"]) for row in load_table("plover").rows]


def has(row, text):
    """Whether an event of the text has the row's mode or context; the text has an event at all."""
    events = dn.extract_events(text)
    assert events, text
    return any(
        (row["mode"] in event.modes if row["mode"] else row["context"] in event.contexts)
        and (not row["types"] or event.type in row["types"])
        for event in events
    )


@pytest.mark.parametrize("name", ROWS)
def test_row(name):
    """The example of a row has its mode or context; the counter-example names an event without it."""
    assert has(ROWS[name], ROWS[name]["example"])
    assert not has(ROWS[name], ROWS[name]["counter"])


@pytest.mark.parametrize(("kind", "mode", "example"), LABELS)
def test_label(kind, mode, example):
    """The example of a type and mode is an event of that type and mode."""
    assert any(event.type == kind and (mode in event.modes or not mode) for event in dn.extract_events(example))


def test_labels_are_those_of_the_tables():
    """Rows give only modes that have a score, and contexts that have a meaning."""
    modes = {(kind, mode) for kind, mode, _ in LABELS}
    contexts = {row["context"] for row in load_table("contexts").rows}
    for row in ROWS.values():
        assert all((kind, row["mode"]) in modes for kind in row["types"] if row["mode"])
        assert row["context"] in contexts | {""}
    for row in load_table("triggers").rows:
        assert all((row["type"], mode) in modes for mode in row["modes"]), row["id"]
        assert contexts >= set(row["contexts"]), row["id"]


def test_page_is_fresh():
    """`python -m diplonews._build.build_plover_page` makes the page anew."""
    page = PAGE.read_text(encoding="utf-8")
    assert page == render(page)


@pytest.mark.parametrize(
    ("text", "modes", "contexts", "cameo"),
    [
        ("Kenya shelled Ugandan villages.", ("heavy-weapons",), ("military",), "194"),
        ("Kenya demanded that Uganda release two sailors.", ("yield",), (), "1055"),
        ("Norway deployed police and dogs at its border with Finland.", ("police",), ("military",), "153"),
        ("Norway and Finland, whose navy trained here, signed a trade agreement.", (), ("economic",), "050"),
    ],
)
def test_what_an_event_gets(text, modes, contexts, cameo):
    """The mode decides score and CAMEO code; words of an aside give no context."""
    (event,) = dn.extract_events(text)
    assert (event.modes, event.contexts, event.cameo) == (modes, contexts, cameo)


@pytest.mark.parametrize(
    ("cells", "message"),
    [
        ({"types": "ACCUSE"}, "expected either a mode or a context"),
        ({"mode": "allege"}, "column 'types': a mode belongs to event types"),
        ({"mode": "allege", "types": "ACUSE"}, "no event type 'ACUSE'"),
    ],
)
def test_bad_rows(cells, message):
    """A row that can't be used is named with the reason."""
    mine = dn.default_tables().with_added("details", [{"id": "my.detail", **cells}])
    with pytest.raises(dn.LexiconError, match=message):
        dn.extract_events("Oslo rebuked Riga.", tables=mine)


def test_own_row():
    """A row of one's own adds its context."""
    row = {"id": "my.fish", "context": "environment", "needs": "near=cod"}
    (event,) = dn.extract_events("Oslo rebuked Riga over cod.", tables=dn.default_tables().with_added("details", [row]))
    assert "environment" in event.contexts
