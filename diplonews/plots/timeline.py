"""A chart of events over time."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

import attrs

from diplonews.display.days import day_words, interval_words
from diplonews.display.sentences import sentence_of
from diplonews.model import EventStatus, TimelineEntry
from diplonews.plots.canvas import GREY, QUADS, axes_for, clean, empty, finish, grown, label_rows, legend

if TYPE_CHECKING:
    from matplotlib.axes import Axes

__all__ = ["timeline"]

LEAST_REACH = 31  # days before the first report and after the last one that are always on the axis
LEAST_MARGIN = 3  # days
MARK_POINTS, LEAST_MARK_POINTS = 7.0, 2.0
FIRST_DAY, LAST_DAY = date.min.toordinal(), date.max.toordinal()


@attrs.frozen
class _Look:
    """The style of a mark for a status."""

    name: str
    filling: str  # of matplotlib: full, none, left
    crossed: bool

    def style(self, colour: str) -> dict[str, Any]:
        """The arguments of `plot` for this style."""
        return {"color": colour, "fillstyle": self.filling, "markerfacecoloralt": "none"}


HAPPENED = _Look("happened", "full", crossed=False)
LOOKS = {
    EventStatus.ACTUAL: HAPPENED,
    EventStatus.CLAIMED: _Look("claimed", "left", crossed=False),
    EventStatus.PLANNED: _Look("planned or possible", "none", crossed=False),
    EventStatus.HYPOTHETICAL: _Look("planned or possible", "none", crossed=False),
    EventStatus.NEGATED: _Look("did not happen, or denied", "none", crossed=True),
    EventStatus.DENIED: _Look("did not happen, or denied", "none", crossed=True),
}


@attrs.frozen(kw_only=True)
class _Row:
    """One entry of the chart, with the first and the last day of its event, or else the day of the first report."""

    entry: TimelineEntry
    first: date
    last: date

    @property
    def label(self) -> str:
        background = " (background)" if self.entry.event.historical else ""
        interval = self.entry.interval
        days = interval_words(interval) if interval is not None else f"reported {day_words(self.first)}"
        return f"{clean(sentence_of(self.entry.event) + background)},  {days}"


def timeline(entries: Iterable[TimelineEntry], *, ax: Axes | None = None) -> Axes:
    """Draw events by date: a row for each, with the event in words and a mark on the axis of time.

    Colour and shape of the mark show the quad class, its filling the status. An event without a date is drawn at the
    day of its first report, and its row says so; one without either is left out and counted below the chart. If an
    event lies outside the time of the reports by more than that time is long (and more than a month), an arrow at the
    edge represents it, with its date.

    Args:
        entries: the result of `diplonews.timeline`.
        ax: axes to draw on; None makes a new figure, tall enough for all rows.

    Returns:
        The axes; `.figure.savefig("timeline.png")` writes the picture.

    Raises:
        ModelNotFoundError: if matplotlib is not installed.

    Example:
        >>> import diplonews as dn
        >>> ax = timeline(dn.timeline(dn.analyze_many(["Oslo threatened Riga on 3 May 2031."])))
        >>> [label.get_text() for label in ax.get_yticklabels()]
        ['Norway threatened Latvia,  3 May 2031']
    """
    listed = list(entries)
    rows = sorted((row for entry in listed if (row := _row(entry)) is not None), key=lambda row: (row.first, row.last))
    ax = axes_for(ax, width=10, height=grown(len(rows)))
    if not rows:
        return empty(ax, "no events with a date" if listed else "no events")
    points = label_rows(ax, [row.label for row in rows])
    ax.set_xlim(*_limits(rows))
    _label_days(ax)
    _draw(ax, rows, min(MARK_POINTS, points or LEAST_MARK_POINTS))
    _legend(ax, rows)
    missing = len(listed) - len(rows)
    return finish(ax, "What happened when", f"{missing} without any date left out" if missing else "")


def _row(entry: TimelineEntry) -> _Row | None:
    days = entry.interval
    if days is not None:
        return _Row(entry=entry, first=days.first_day, last=days.last_day)
    report = entry.first_reported
    return _Row(entry=entry, first=report, last=report) if report is not None else None


def _limits(rows: Sequence[_Row]) -> tuple[float, float]:
    """The limits of the axis, in matplotlib's day numbers."""
    from matplotlib.dates import date2num

    days = [day.toordinal() for row in rows for day in (row.first, row.last)]
    reports = [day.toordinal() for row in rows for day in (row.entry.first_reported, row.entry.last_reported) if day]
    if reports:
        begin, end = min(reports), max(reports)
        reach = max(end - begin, LEAST_REACH)
        days = [day for day in days if begin - reach <= day <= end + reach] or [begin, end]
    first, last = min(days), max(days)
    margin = max(LEAST_MARGIN, (last - first) // 20)
    low, high = max(first - margin, FIRST_DAY), min(last + margin, LAST_DAY)
    return float(date2num(date.fromordinal(low))), float(date2num(date.fromordinal(high)))


def _label_days(ax: Axes) -> None:
    from matplotlib.dates import AutoDateLocator, ConciseDateFormatter

    locator = AutoDateLocator(minticks=3, maxticks=8)
    ax.xaxis.set_major_locator(locator)
    ax.xaxis.set_major_formatter(ConciseDateFormatter(locator))


def _draw(ax: Axes, rows: Sequence[_Row], size: float) -> None:
    """Draw a mark on the first day of each row, with a bar up to the last one; an arrow if it lies beyond an edge."""
    from matplotlib.dates import date2num

    low, high = ax.get_xlim()
    marks: dict[tuple[str, str, _Look], list[tuple[float, int]]] = {}
    bars: list[tuple[int, float, float, str]] = []
    places: list[float] = []
    for number, row in enumerate(rows):
        first, last = (float(date2num(day)) for day in (row.first, row.last))
        quad = QUADS[row.entry.event.quad]
        marker = "<" if last < low else ">" if first > high else quad.marker
        place = min(max(first, low), high)
        marks.setdefault((marker, quad.colour, LOOKS[row.entry.event.status]), []).append((place, number))
        places.append(place)
        if place < min(last, high):
            bars.append((number, place, min(last, high), quad.colour))
    ax.hlines(range(len(rows)), low, places, color=GREY, alpha=0.3, lw=0.5)
    if bars:
        numbers, begins, ends, colours = zip(*bars, strict=True)
        ax.hlines(numbers, begins, ends, color=colours, alpha=0.4, lw=size / 2)
    for (marker, colour, look), dots in marks.items():
        for shape in (marker, "x") if look.crossed else (marker,):
            ax.plot(*zip(*dots, strict=True), ls="", marker=shape, ms=size, clip_on=False, **look.style(colour))


def _legend(ax: Axes, rows: Sequence[_Row]) -> None:
    """Draw the legend of the colours, shapes and fillings in use."""
    from matplotlib.lines import Line2D

    statuses = {row.entry.event.status for row in rows}
    looks = dict.fromkeys(look for status, look in LOOKS.items() if status in statuses)
    marks: dict[str, list[Line2D]] = {
        quad.name: [Line2D([], [], ls="", marker=quad.marker, color=quad.colour)]
        for quad in (QUADS[number] for number in sorted({row.entry.event.quad for row in rows}))
    }
    for look in looks:
        shapes = ("o", "x") if look.crossed else ("o",)
        marks[look.name] = [Line2D([], [], ls="", marker=shape, **look.style(GREY)) for shape in shapes]
    legend(ax, marks, columns=3)
