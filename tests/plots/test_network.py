"""Who deals with whom, as a picture: the lines are the pairs of parties that an event joins."""

from itertools import combinations

import pytest
from hypothesis import given, settings, strategies as st
from matplotlib.patches import FancyArrowPatch

import diplonews as dn
from diplonews import plots
from diplonews.lexicons.states import load_states
from diplonews.model import EventStatus, EventType
from diplonews.testing import analyses
from tests.plots.pictures import draw, entry, outside, overlapping, words

CODES = [state.code for state in load_states()]


def lines(ax):
    """Width and style of each line, the widest first."""
    found = [patch for patch in ax.patches if isinstance(patch, FancyArrowPatch)]
    return [(patch.get_linewidth(), "broken" if patch.get_linestyle() != "-" else "whole") for patch in found]


def names(ax):
    """The parties around the circle."""
    return [text.get_text() for text in ax.texts]


@settings(max_examples=20)
@given(st.lists(st.lists(st.sampled_from(CODES[:9]), min_size=2, max_size=2), min_size=1, max_size=12))
def test_a_line_for_each_pair(drawn):
    """Two parties that an event joins have one line, however often; a party is on the circle if it has one."""
    ax = plots.network([entry(who=[one], whom=[other]) for one, other in drawn])
    pairs = {frozenset(pair) for pair in drawn if pair[0] != pair[1]}
    assert len(lines(ax)) == len(pairs)
    if pairs:
        assert len(names(ax)) == len(frozenset.union(*pairs))


def test_cooperation_and_conflict_differ_without_colour():
    """Conflict is a broken line; the most frequent dealings have the widest line."""
    ax = plots.network([entry(), entry(), entry(type=EventType.CONSULT), entry(whom=("FIN",))])
    assert lines(ax) == [(7.0, "broken"), (1.0, "whole"), (1.0, "broken")]
    assert "the widest line: 2 events" in words(ax)


def test_what_did_not_happen_is_not_a_tie():
    """Plans, denials and events of a single party have no line."""
    several = [entry(status=status) for status in EventStatus if status is not EventStatus.ACTUAL]
    assert words(plots.network([*several, entry(whom=()), entry(whom=("NOR",)), entry(whom=("",))])) == [
        "no events between two parties"
    ]


def test_analyses_and_entries_give_the_same():
    """Analyses are put on a timeline first: an event that two articles report counts once."""
    texts = ["Oslo rebuked Riga on 3 May 2031.", "Oslo rebuked Riga on 3 May 2031.", "Oslo and Helsinki held talks."]
    found = list(dn.analyze_many(texts))
    ax, other = plots.network(iter(found)), plots.network(dn.timeline(found))
    assert names(ax) == names(other) == ["Norway", "Finland", "Latvia"]
    assert lines(ax) == lines(other) == [(1.0, "broken"), (1.0, "whole")]


def test_the_parties_of_most_events():
    """The others are left out, and the note says so."""
    ax = plots.network([entry(), entry(), entry(who=("FIN",), whom=("SWE",))], most=2)
    assert sorted(names(ax)) == ["Iceland", "Norway"]
    assert "the widest line: 2 events; the 2 parties of most events out of 4" in words(ax)
    with pytest.raises(ValueError, match=r"^most must be at least 2 \(got 1\)$"):
        plots.network([], most=1)


@pytest.mark.parametrize("count", [2, 5, 14, 15, 24])
def test_labels_can_be_read(count):
    """They neither overlap each other nor leave the picture."""
    codes = sorted(CODES, key=lambda code: code in {"COD", "VCT", "STP", "BIH", "TTO", "KNA", "CAF"})[-count:]
    ax = plots.network(entry(who=[one], whom=[other]) for one, other in combinations(codes, 2))
    assert len(names(ax)) == count
    assert outside(ax, ax.texts) == []
    if count < 15:  # the boxes of turned labels overlap where their letters do not
        assert overlapping(ax, ax.texts) == []


@settings(max_examples=10)
@given(st.lists(analyses(), max_size=3))
@pytest.mark.filterwarnings("ignore:Glyph")
def test_any_parties_can_be_drawn(stream):
    """Odd names are drawn, or left out, and break nothing."""
    draw(plots.network(stream))


def test_nothing():
    """An empty chart says so."""
    assert words(plots.network([])) == ["no events between two parties"]
