"""Shared parts of the charts: axes, colours, shapes and text.

No global state is changed: no figure is registered with pyplot, and backend and style are left alone.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Literal

import attrs

from diplonews.errors import missing_extra

if TYPE_CHECKING:
    from matplotlib.artist import Artist
    from matplotlib.axes import Axes
    from matplotlib.axis import Axis

__all__ = [
    "GREY",
    "QUADS",
    "Quad",
    "axes_for",
    "clean",
    "empty",
    "finish",
    "grown",
    "label_rows",
    "legend",
    "size",
    "whole_numbers",
]

GREY = "#7f7f7f"  # with the same contrast on white and on black
LABEL_POINTS = 9.0
LEAST_POINTS = 4.0  # smaller letters are illegible
POINTS_PER_INCH = 72
INCHES_PER_ROW = 0.24
LEAST_INCHES, MOST_INCHES = 2.2, 40.0
UNDRAWN = dict.fromkeys((*range(32), *range(127, 160)), " ") | dict.fromkeys(range(0xD800, 0xE000), "\ufffd")
LONGEST_LABEL = 60


@attrs.frozen
class Quad:
    """The style of a quad class.

    The colours are those of Okabe and Ito, which colour-blind readers can distinguish. Shapes and hatches
    distinguish the classes without colour.
    """

    name: str
    colour: str
    marker: str
    hatch: str


QUADS = {
    1: Quad("verbal cooperation", "#56b4e9", "o", ""),
    2: Quad("material cooperation", "#0072b2", "s", "///"),
    3: Quad("verbal conflict", "#e69f00", "^", ""),
    4: Quad("material conflict", "#d55e00", "D", "\\\\\\"),
}


def axes_for(ax: Axes | None, *, width: float = 8.0, height: float = 4.5) -> Axes:
    """The axes to draw on: those given, or new ones in a figure of their own.

    Args:
        ax: axes of the caller, or None.
        width, height: of a new figure, in inches.

    Raises:
        ModelNotFoundError: if matplotlib is not installed.
    """
    if ax is not None:
        return ax
    try:
        from matplotlib.figure import Figure
    except ModuleNotFoundError as error:
        raise missing_extra("a chart", "matplotlib", "plots") from error
    return Figure(figsize=(width, height), layout="constrained").subplots()


def empty(ax: Axes, message: str) -> Axes:
    """Write in the middle of the axes that there is nothing to draw."""
    ax.set_axis_off()
    ax.text(0.5, 0.5, message, transform=ax.transAxes, ha="center", va="center", color=GREY, fontsize=LABEL_POINTS + 2)
    return ax


def clean(words: str, longest: int = LONGEST_LABEL) -> str:
    r"""Words as a label: in one line, without control characters, cut to a number of characters.

    Example:
        >>> clean("Anton\nLebin\0"), clean("Ministry of Fisheries", 12)
        ('Anton Lebin', 'Ministry of…')
    """
    line = " ".join(words[: 4 * longest].translate(UNDRAWN).split())
    return line if len(line) <= longest else f"{line[: longest - 1].rstrip()}…"


def finish(ax: Axes, title: str, note: str = "", *, read: Literal["x", "y"] = "x") -> Axes:
    """Set title and note, leave out the frame, and draw faint lines behind the marks.

    Args:
        ax: the axes.
        title: the title, above the chart at the left.
        note: the unit and what is left out, below the chart at the right.
        read: `x` or `y`, the axis with the values.
    """
    ax.set_title(title, loc="left", fontsize=LABEL_POINTS + 2, parse_math=False)
    ax.set_xlabel(note, loc="right", fontsize=LABEL_POINTS, color=GREY, parse_math=False)
    for side in ("top", "right", "left" if read == "x" else "bottom"):
        ax.spines[side].set_visible(False)
    ax.set_axisbelow(True)
    ax.grid(axis=read, color=GREY, alpha=0.25, linewidth=0.6)
    ax.tick_params(length=0, pad=6)
    ax.tick_params(axis=read, labelsize=LABEL_POINTS)
    return ax


def whole_numbers(axis: Axis) -> None:
    """Set ticks at whole numbers only, since the chart counts whole items."""
    from matplotlib.ticker import MaxNLocator

    axis.set_major_locator(MaxNLocator(integer=True, min_n_ticks=1))


def label_rows(ax: Axes, labels: Sequence[str]) -> float:
    """Label the rows of a chart at its left edge, in letters that fit the height of a row.

    Args:
        ax: the axes; row 0 is at the top.
        labels: one a row.

    Returns:
        The size of the letters in points; 0 if the rows are too low for letters, and have none.
    """
    ax.set_ylim(len(labels) - 0.5, -0.5)
    _, height = size(ax)
    points = min(LABEL_POINTS, 0.8 * height / len(labels))
    if points < LEAST_POINTS:
        ax.set_yticks([])
        return 0
    ax.set_yticks(range(len(labels)), labels, fontsize=points, parse_math=False)
    return points


def size(ax: Axes) -> tuple[float, float]:
    """Width and height of the axes in points, without the room for labels and legend."""
    return ax.bbox.width * POINTS_PER_INCH / ax.figure.dpi, ax.bbox.height * POINTS_PER_INCH / ax.figure.dpi


def grown(rows: int) -> float:
    """The height in inches of a figure with so many rows, title, axis and legend included."""
    return min(max(LEAST_INCHES, 1.4 + INCHES_PER_ROW * rows), MOST_INCHES)


def legend(ax: Axes, marks: Mapping[str, Sequence[Artist]], *, columns: int) -> None:
    """A legend below the chart: names, and the shapes that make the mark of each.

    It ends where the axes end at the right, so that it takes the room below the labels of rows. In a figure with other
    axes it has two columns at most.
    """
    from matplotlib.transforms import ScaledTranslation

    alone = ax.figure.axes == [ax] and ax.figure.get_layout_engine() is not None
    below = ScaledTranslation(0, -38 / POINTS_PER_INCH, ax.figure.dpi_scale_trans)  # the axis and its label are between
    place = {"loc": "upper right", "bbox_to_anchor": (1, 0), "bbox_transform": ax.transAxes + below, "borderpad": 0}
    handles: list[Any] = [tuple(shapes) for shapes in marks.values()]
    (ax.figure if alone else ax).legend(
        handles,
        list(marks),
        ncols=columns if alone else min(columns, 2),
        frameon=False,
        fontsize=LABEL_POINTS - 1,
        **({"loc": "outside lower right"} if alone else place),
    )
