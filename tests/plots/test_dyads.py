"""The dealings of two parties as a picture: every event of the series is in a bar."""

from datetime import date

import pytest
from hypothesis import given, settings, strategies as st

import diplonews as dn
from diplonews import plots
from tests.plots.pictures import draw, legend_texts, outside, overlapping, words

VERBS = ("rebuked Reykjavik", "held talks with Reykjavik", "imposed sanctions on Reykjavik", "gave aid to Reykjavik")


def series(sentences, by="month"):
    """What Norway and Iceland did to each other."""
    return dn.dyad_series(dn.analyze_many(sentences), "NOR", "ISL", by=by)


@settings(max_examples=10)
@given(st.lists(st.tuples(st.sampled_from(VERBS), st.dates(date(2030, 1, 1), date(2031, 12, 31))), max_size=5))
def test_every_event_is_in_a_bar(drawn):
    """Cooperation is above the line, conflict below; the heights are those of the table."""
    found = series([f"Oslo {verb} on {day:%-d %B %Y}." for verb, day in drawn])
    ax = plots.dyad_series(found)
    rows = list(found)
    for sign, quads in ((1, (1, 2)), (-1, (3, 4))):
        heights = sum(patch.get_height() for patch in ax.patches if patch.get_height() * sign > 0)
        assert heights == sign * sum(row[f"events_quad{quad}"] for row in rows for quad in quads)
    draw(ax)


def test_what_it_says():
    """Title, note and axis name the two, the period and what is left out."""
    ax = plots.dyad_series(series(["Oslo rebuked Reykjavik on 5 May 2031.", "Oslo and Reykjavik held talks."]))
    draw(ax)
    assert {"Norway and Iceland, by month", "1 without a date left out", "2031-05"} <= set(words(ax))
    assert all("−" not in label.get_text() for label in ax.get_yticklabels())


@pytest.mark.parametrize("by", ["day", "week", "month", "quarter", "year"])
def test_labels_can_be_read(by):
    """Periods are named as long as there is room."""
    ax = plots.dyad_series(
        series(["Oslo rebuked Reykjavik on 5 May 2021.", "Oslo rebuked Reykjavik on 7 July 2031."], by)
    )
    labels = ax.get_xticklabels()
    assert 2 <= len(labels) <= 8
    assert overlapping(ax, labels) == []
    assert outside(ax, [*labels, *legend_texts(ax)]) == []


def test_nothing():
    """An empty chart says so, and whether there were events without a date."""
    assert words(plots.dyad_series(series([]))) == ["no events of the two"]
    undated = series(["Oslo rebuked Reykjavik."])
    assert words(plots.dyad_series(undated)) == ["no events of the two with a date"]
