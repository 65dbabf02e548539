"""Events as a picture: one row each, in order, with marks that say what kind of event it was and whether it was."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings, strategies as st
from matplotlib.dates import date2num
from matplotlib.figure import Figure

from diplonews import plots
from diplonews.model import EventMention, EventStatus, EventType, TimelineEntry
from diplonews.testing import analyses
from tests.plots.pictures import draw, entry, legend_texts, outside, overlapping, rows, words

MAY = date(2031, 5, 3)
DAYS = st.dates() | st.dates(date(2031, 1, 1), date(2031, 12, 31))


def marks(ax):
    """Marker, filling and day of each mark, by its row."""
    found = {}
    for line in ax.lines:
        for place, row in zip(line.get_xdata(), line.get_ydata(), strict=True):
            found.setdefault(row, []).append((line.get_marker(), line.get_fillstyle(), place))
    return [found[row] for row in sorted(found)]


@st.composite
def entries(draw):
    """Entries with any days or without, of any status and type."""
    days = sorted(draw(st.lists(DAYS.filter(lambda day: day < date.max), min_size=1, max_size=2)))
    return entry(
        day=draw(st.sampled_from([days[0], None])),
        until=days[-1],
        reported=draw(st.none() | DAYS),
        status=draw(st.sampled_from(EventStatus)),
        type=draw(st.sampled_from(EventType)),
        historical=draw(st.booleans()),
    )


@settings(max_examples=20)
@given(st.lists(entries(), max_size=8))
def test_every_entry_has_its_row(drawn):
    """Rows and the note count every entry; each mark lies within the axis, also at the ends of the calendar."""
    ax = plots.timeline(drawn)
    placed = [one for one in drawn if one.interval is not None or one.first_reported is not None]
    if not placed:
        assert words(ax) == ["no events with a date" if drawn else "no events"]
        return
    assert len(rows(ax)) == len(placed)
    low, high = ax.get_xlim()
    assert all(low <= place <= high for row in marks(ax) for _, _, place in row)
    left_out = len(drawn) - len(placed)
    assert (f"{left_out} without any date left out" in words(ax)) == bool(left_out)
    draw(ax)


@settings(max_examples=10)
@given(st.lists(analyses(), max_size=3))
@pytest.mark.filterwarnings("ignore:Glyph")
def test_any_events_can_be_drawn(stream):
    """Odd names and lists of parties are drawn, or left out, and break nothing."""
    mentions = [EventMention(article="0", published=MAY, event=event) for one in stream for event in one.events]
    draw(plots.timeline(TimelineEntry(event=mention.event, mentions=(mention,)) for mention in mentions))


def test_order_and_words():
    """Rows are in the order of days, whatever order the entries have; the words say what the mark says."""
    ax = plots.timeline(
        [
            entry(day=date(2031, 6, 1), until=date(2031, 6, 30), status=EventStatus.PLANNED, type=EventType.CONSULT),
            entry(day=MAY, reported=MAY),
            entry(reported=date(2031, 5, 9), historical=True),
        ]
    )
    assert rows(ax) == [
        "Norway threatened Iceland,  3 May 2031",
        "Norway threatened Iceland (background),  reported 9 May 2031",
        "Norway plans to hold talks with Iceland,  June 2031",
    ]


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        (EventStatus.ACTUAL, [("^", "full")]),
        (EventStatus.CLAIMED, [("^", "left")]),
        (EventStatus.PLANNED, [("^", "none")]),
        (EventStatus.HYPOTHETICAL, [("^", "none")]),
        (EventStatus.DENIED, [("^", "none"), ("x", "none")]),
        (EventStatus.NEGATED, [("^", "none"), ("x", "none")]),
    ],
)
def test_status_without_colour(status, expected):
    """The filling of a mark, and a cross over it, say the status."""
    [row] = marks(plots.timeline([entry(day=MAY, status=status)]))
    assert [(marker, filling) for marker, filling, _ in row] == expected


def test_far_events_do_not_squeeze_the_rest():
    """What lies far from the reports is an arrow at the edge; the axis keeps to the reports."""
    near = [entry(day=MAY + timedelta(days=n), reported=MAY + timedelta(days=n)) for n in range(20)]
    far = [entry(day=date(1945, 5, 8), reported=MAY), entry(day=date(2099, 1, 1), reported=MAY)]
    ax = plots.timeline([*near, *far])
    low, high = ax.get_xlim()
    assert high - low < 60
    first, *_, last = marks(ax)
    assert [marker for marker, _, _ in (*first, *last)] == ["<", ">"]
    assert rows(ax)[0].endswith("8 May 1945")


def test_a_plan_soon_after_the_reports_is_on_the_axis():
    """As long as the reports reach, but at least a month, events before and after them keep their place."""
    ax = plots.timeline([entry(day=MAY, reported=MAY), entry(day=MAY + timedelta(days=30), reported=MAY)])
    assert marks(ax)[1][0][2] == date2num(MAY + timedelta(days=30))


@pytest.mark.parametrize("count", [1, 50])
def test_labels_can_be_read(count):
    """They neither overlap each other nor leave the picture."""
    many = [entry(who=("TTO", "VCT"), whom=("COD", "STP"), day=MAY + timedelta(days=n % 40)) for n in range(count)]
    ax = plots.timeline(many)
    labels = ax.get_yticklabels()
    assert len(labels) == count
    assert overlapping(ax, labels) == []
    assert overlapping(ax, [*ax.get_xticklabels(), *legend_texts(ax)]) == []
    assert outside(ax, [*labels, *legend_texts(ax)]) == []


def test_more_rows_than_letters_have_room_for():
    """Marks alone are left where the rows are too low for letters."""
    ax = plots.timeline(entry(day=MAY + timedelta(days=n)) for n in range(2_000))
    assert rows(ax) == []
    assert len(marks(ax)) == 2_000
    draw(ax)


def test_the_legend_has_only_what_is_drawn():
    """A chart of threats that were made explains no other mark."""
    assert [text.get_text() for text in legend_texts(plots.timeline([entry(day=MAY)]))] == [
        "verbal conflict",
        "happened",
    ]


def test_beside_other_charts():
    """Charts that share a figure keep their labels, notes and legends within it and apart."""
    figure = Figure(figsize=(15, 11), layout="constrained")
    axes = figure.subplots(2, 2)
    charts = [
        plots.timeline([entry(day=MAY, status=status) for status in EventStatus], ax=axes[0, 0]),
        plots.timeline([entry(day=MAY, type=kind) for kind in EventType], ax=axes[0, 1]),
        plots.network([entry(whom=[code]) for code in ("ISL", "FIN", "SWE", "DNK", "USA")], ax=axes[1, 0]),
        plots.network([entry(whom=[code], type=EventType.AID) for code in ("ISL", "FIN")], ax=axes[1, 1]),
    ]
    shown = [
        text for ax in charts for text in (*ax.texts, *ax.get_yticklabels(), *ax.get_xticklabels(), ax.xaxis.label)
    ]
    shown += [text for ax in charts for text in ax.get_legend().get_texts()]
    assert overlapping(charts[0], shown) == []
    assert outside(charts[0], shown) == []
