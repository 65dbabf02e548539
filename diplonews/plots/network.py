"""A chart of the relations between parties."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from math import atan2, cos, degrees, pi, sin
from typing import TYPE_CHECKING

from diplonews.display.words import party
from diplonews.model import Analysis, EventStatus, TimelineEntry
from diplonews.plots.canvas import GREY, LABEL_POINTS, QUADS, axes_for, clean, empty, finish, legend, size
from diplonews.story import timeline

if TYPE_CHECKING:
    from matplotlib.axes import Axes

__all__ = ["network"]

Ties = Counter[tuple[str, str, str]]  # two parties in the order of the alphabet, and the kind of dealings
COOPERATION, CONFLICT = "cooperation", "conflict"
LOOKS = {COOPERATION: (QUADS[2].colour, "-", 0.08), CONFLICT: (QUADS[4].colour, (0, (3, 1.5)), -0.08)}
WIDEST_POINTS, THINNEST_POINTS = 7.0, 1.0
SMALLEST_NODE, LARGEST_NODE = 40, 500  # square points
LABEL_HEIGHT = 32  # points that a label takes, with its distance from the dot
LEVEL_LABELS = 14  # with more parties the labels are turned, so that they do not touch


def network(source: Iterable[Analysis] | Iterable[TimelineEntry], *, most: int = 24, ax: Axes | None = None) -> Axes:
    """Draw parties on a circle, joined by lines of cooperation (solid) and conflict (dashed).

    A wider line means more events between two parties, a larger dot more events of a party. Only events that happened
    count, each once, however many articles report it.

    Args:
        source: the result of `diplonews.timeline`, or analyses.
        most: the number of parties to show: those with the most events.
        ax: axes to draw on; None makes a new figure.

    Returns:
        The axes; `.figure.savefig("network.png")` writes the picture.

    Raises:
        ModelNotFoundError: if matplotlib is not installed.
        ValueError: if `most` is less than two.

    Example:
        >>> from diplonews import analyze_many
        >>> ax = network(analyze_many(["Oslo rebuked Riga.", "Norway and Finland held talks."]))
        >>> [label.get_text() for label in ax.texts]
        ['Norway', 'Finland', 'Latvia']
    """
    if most < 2:
        raise ValueError(f"most must be at least 2 (got {most!r})")
    ties = _ties(_entries(source))
    weights = _weights(ties)
    shown = sorted(weights, key=lambda name: (-weights[name], name))[:most]
    ties = Counter({tie: count for tie, count in ties.items() if {tie[0], tie[1]} <= set(shown)})
    ax = axes_for(ax, width=8, height=6.5)
    if not ties:
        return empty(ax, "no events between two parties")
    order = _order(shown, ties)
    places = {name: (sin(2 * pi * n / len(order)), cos(2 * pi * n / len(order))) for n, name in enumerate(order)}
    _draw_ties(ax, ties, places)
    _draw_parties(ax, order, places, weights)
    _legend(ax)
    ax.set_aspect("equal")
    left_out = f"; the {len(shown)} parties of most events out of {len(weights)}" if len(weights) > len(shown) else ""
    finish(ax, "Who deals with whom", f"the widest line: {_events(max(ties.values()))}{left_out}")
    ax.grid(visible=False)
    ax.spines["bottom"].set_visible(False)
    edge = 1 / (1 - 2 * LABEL_HEIGHT / max(size(ax)[1], 4 * LABEL_HEIGHT))
    ax.set(xticks=[], yticks=[], xlim=(-edge, edge), ylim=(-edge, edge))
    return ax


def _events(count: int) -> str:
    return f"{count} event" if count == 1 else f"{count} events"


def _entries(source: Iterable[Analysis] | Iterable[TimelineEntry]) -> Iterable[TimelineEntry]:
    entries: list[TimelineEntry] = []
    analyses: list[Analysis] = []
    for item in source:
        if isinstance(item, TimelineEntry):
            entries.append(item)
        else:
            analyses.append(item)
    return [*entries, *(timeline(analyses) if analyses else ())]


def _ties(entries: Iterable[TimelineEntry]) -> Ties:
    """How many events of each kind any two parties share."""
    ties: Ties = Counter()
    for entry in entries:
        event = entry.event
        if event.status is EventStatus.ACTUAL:
            pairs = {
                tuple(sorted((party(one), party(other))))
                for one, other in event.dyads()
                if other is not None and one.code and other.code
            }
            kind = COOPERATION if event.quad < 3 else CONFLICT
            ties.update((one, other, kind) for one, other in pairs if one != other)
    return ties


def _weights(ties: Ties) -> Counter[str]:
    """How many events each party has with others."""
    weights: Counter[str] = Counter()
    for (one, other, _), count in ties.items():
        weights[one] += count
        weights[other] += count
    return weights


def _order(names: Sequence[str], ties: Ties) -> list[str]:
    """The parties in order around the circle: each is followed by the remaining party it deals with most."""
    between: Counter[tuple[str, str]] = Counter()
    for (one, other, _), count in ties.items():
        between[one, other] += count
        between[other, one] += count
    left = list(names)
    order = [left.pop(0)]
    while left:
        last = order[-1]
        nearest = max(left, key=lambda name: between[last, name])
        left.remove(nearest)
        order.append(nearest)
    return order


def _draw_ties(ax: Axes, ties: Ties, places: dict[str, tuple[float, float]]) -> None:
    from matplotlib.patches import FancyArrowPatch

    widest = max(ties.values())
    for (one, other, kind), count in sorted(ties.items(), key=lambda item: -item[1]):
        colour, dashes, bend = LOOKS[kind]
        width = THINNEST_POINTS + (WIDEST_POINTS - THINNEST_POINTS) * (count - 1) / max(widest - 1, 1)
        line = FancyArrowPatch(
            places[one],
            places[other],
            arrowstyle="-",
            connectionstyle=f"arc3,rad={bend}",
            shrinkA=0,
            shrinkB=0,
            color=colour,
            linestyle=dashes,
            linewidth=width,
            alpha=0.75,
            zorder=1,
        )
        ax.add_patch(line)


def _draw_parties(
    ax: Axes, order: Sequence[str], places: dict[str, tuple[float, float]], weights: Counter[str]
) -> None:
    most = max(weights[name] for name in order)
    sizes = [SMALLEST_NODE + (LARGEST_NODE - SMALLEST_NODE) * weights[name] / most for name in order]
    across, up = zip(*(places[name] for name in order), strict=True)
    ax.scatter(across, up, s=sizes, color=GREY, edgecolor="white", zorder=2)
    for name in order:
        x, y = places[name]
        turned = len(order) > LEVEL_LABELS
        ax.annotate(
            clean(name, 28),
            (x, y),
            (16 * x, 16 * y),
            textcoords="offset points",
            ha="center" if abs(x) < 0.1 and not turned else "left" if x >= 0 else "right",
            va="center" if turned or abs(y) < 0.95 else "bottom" if y > 0 else "top",
            rotation=_degrees(x, y) if turned else 0,
            rotation_mode="anchor",
            fontsize=LABEL_POINTS,
            parse_math=False,
        )


def _degrees(x: float, y: float) -> float:
    """The slope of a label that points away from the middle, never upside down."""
    slope = degrees(atan2(y, x))
    return slope if x >= 0 else slope - 180


def _legend(ax: Axes) -> None:
    from matplotlib.lines import Line2D

    lines = {kind: [Line2D([], [], color=colour, ls=dashes, lw=3)] for kind, (colour, dashes, _) in LOOKS.items()}
    legend(ax, lines, columns=2)
