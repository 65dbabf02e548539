"""Timelines: each event once, with all that reports it."""

import pytest

import diplonews as dn


def test_each_event_once():
    """Two articles on one act make one entry, two acts make two."""
    texts = ["Oslo rebuked Riga on 5 May 2021.", "Norway rebuked Latvia on May 5, 2021.", "Oslo thanked Riga."]
    entries = dn.timeline(dn.analyze_many(texts))
    assert [(entry.event.type, entry.articles) for entry in entries] == [("ACCUSE", ("0", "1")), ("SUPPORT", ("2",))]


@pytest.mark.parametrize("given", ["Oslo rebuked Riga.", dn.analyze("Oslo rebuked Riga."), 5])
def test_many_analyses_are_wanted(given):
    """One text or one analysis is a TypeError that says what to pass."""
    with pytest.raises(TypeError, match="analyses must be many Analysis objects, as analyze_many"):
        dn.timeline(given)
    with pytest.raises(TypeError, match="analyses must be many Analysis objects, as analyze_many"):
        dn.dyad_series(given, "NOR", "LVA")


def test_nothing():
    """No analyses, no entries and no rows."""
    assert dn.timeline([]) == ()
    assert len(dn.dyad_series([], "NOR", "LVA")) == 0


def test_round_trip():
    """An entry comes back equal from its JSON."""
    (entry,) = dn.timeline([dn.analyze("Oslo rebuked Riga on 5 May 2021.")])
    assert dn.from_json(dn.TimelineEntry, dn.to_json(entry)) == entry
