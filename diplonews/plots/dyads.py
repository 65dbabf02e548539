"""A chart of the events between two parties over time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from diplonews.lexicons.states import name_of
from diplonews.plots.canvas import QUADS, axes_for, empty, finish, legend, size, whole_numbers
from diplonews.story import DyadSeries

if TYPE_CHECKING:
    from matplotlib.axes import Axes

__all__ = ["dyad_series"]

LABEL_WIDTH = 72  # points that the name of a period takes, with the gap to the next
UP, DOWN = (1, 2), (3, 4)  # quad classes, from the axis outwards


def dyad_series(series: DyadSeries, *, ax: Axes | None = None) -> Axes:
    """Two parties over time: for each period a bar of cooperation upwards and of conflict downwards, by quad class.

    The height of a bar is the number of events, in both directions.

    Args:
        series: the result of `diplonews.dyad_series`.
        ax: axes to draw on; None makes a new figure.

    Returns:
        The axes; `.figure.savefig("dyad.png")` writes the picture.

    Raises:
        ModelNotFoundError: if matplotlib is not installed.

    Example:
        >>> import diplonews as dn
        >>> texts = ["Oslo rebuked Riga on 5 May 2021.", "Norway and Latvia held talks on 7 July 2021."]
        >>> ax = dyad_series(dn.dyad_series(dn.analyze_many(texts), "NOR", "LVA"))
        >>> [label.get_text() for label in ax.get_xticklabels()]
        ['2021-05', '2021-06', '2021-07']
    """
    ax = axes_for(ax, width=9)
    columns = series.to_arrow().to_pydict()
    periods = columns["period"]
    undated = f"{series.undated} without a date left out" if series.undated else ""
    if not periods:
        return empty(ax, "no events of the two with a date" if undated else "no events of the two")
    for quads, sign in ((UP, 1), (DOWN, -1)):
        _draw(ax, {quad: [sign * count for count in columns[f"events_quad{quad}"]] for quad in quads})
    ax.axhline(0, color=ax.xaxis.label.get_color(), lw=0.8)
    ax.margins(y=0.06)
    ax.set_xlim(-0.6, len(periods) - 0.4)
    step = -(-len(periods) // max(1, int(size(ax)[0] / LABEL_WIDTH)))
    ax.set_xticks(range(0, len(periods), step), periods[::step])
    _label_counts(ax)
    _legend(ax)
    one, other = (name_of(code) or code for code in (series.one, series.other))
    return finish(ax, f"{one} and {other}, by {series.by}", undated, read="y")


def _draw(ax: Axes, heights: Mapping[int, Sequence[int]]) -> None:
    """Draw the bars of the quad classes, stacked; empty ones are left out."""
    bottom = [0] * len(next(iter(heights.values())))
    for quad, bars in heights.items():
        look = QUADS[quad]
        filled = [number for number, height in enumerate(bars) if height]
        ax.bar(
            filled,
            [bars[number] for number in filled],
            0.8,
            [bottom[number] for number in filled],
            color=look.colour,
            hatch=look.hatch,
            edgecolor="white",
            lw=0,
        )
        bottom = [start + height for start, height in zip(bottom, bars, strict=True)]


def _label_counts(ax: Axes) -> None:
    """Whole numbers without a sign: both directions count events."""
    whole_numbers(ax.yaxis)
    ax.yaxis.set_major_formatter(lambda count, _: f"{abs(count):.0f}")
    ax.set_ylabel("events: conflict below, cooperation above")


def _legend(ax: Axes) -> None:
    from matplotlib.patches import Patch

    bars = {
        look.name: [Patch(facecolor=look.colour, hatch=look.hatch, edgecolor="white", lw=0)] for look in QUADS.values()
    }
    legend(ax, bars, columns=4)
