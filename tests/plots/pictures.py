"""What the tests of charts ask of a picture."""

from datetime import timedelta
from itertools import combinations

from matplotlib.backends.backend_agg import FigureCanvasAgg

from diplonews.model import (
    Actor,
    Event,
    EventMention,
    EventType,
    Evidence,
    Interval,
    Span,
    TimeExpression,
    TimelineEntry,
    TimexType,
)

EVIDENCE = Evidence(rule="test")
PLACE = Span(0, 1)


def dated(first, last=None):
    """An expression of time for these days."""
    interval = Interval(first, (last or first) + timedelta(days=1))
    return TimeExpression(span=PLACE, text="x", type=TimexType.DATE, interval=interval, evidence=EVIDENCE)


def entry(*, who=("NOR",), whom=("ISL",), day=None, until=None, reported=None, type=EventType.THREATEN, **more):
    """An event that one article reports, with its parties by their codes."""
    event = Event(
        type=type,
        actors=tuple(Actor(code=code) for code in who),
        recipients=tuple(Actor(code=code) for code in whom),
        when=dated(day, until) if day is not None else None,
        trigger=(PLACE,),
        sentence=PLACE,
        evidence=EVIDENCE,
        **more,
    )
    return TimelineEntry(event=event, mentions=(EventMention(article="0", published=reported, event=event),))


def draw(ax):
    """The picture of the axes, drawn to the last dot."""
    canvas = FigureCanvasAgg(ax.figure)
    canvas.draw()
    return canvas.buffer_rgba()


def words(ax):
    """Every text in the picture."""
    texts = [*ax.texts, *legend_texts(ax)]
    if ax.axison:
        texts += [*ax.get_yticklabels(), *ax.get_xticklabels(), ax._left_title, ax.xaxis.label]
    return [text.get_text() for text in texts if text.get_text()]


def legend_texts(ax):
    """The names in the legend, be it that of the axes or that of the figure."""
    legends = [*ax.figure.legends, *([ax.get_legend()] if ax.get_legend() is not None else [])]
    return [text for legend in legends for text in legend.get_texts()]


def rows(ax):
    """The labels of the rows, from top to bottom."""
    return [label.get_text() for label in ax.get_yticklabels()]


def overlapping(ax, texts):
    """Pairs of texts that share dots of the picture."""
    draw(ax)
    boxes = [(text.get_text(), text.get_window_extent()) for text in texts if text.get_text()]
    return [(one, other) for (one, box), (other, second) in combinations(boxes, 2) if box.padded(-0.5).overlaps(second)]


def outside(ax, texts):
    """The texts that the edge of the figure cuts."""
    draw(ax)
    width, height = ax.figure.canvas.get_width_height()
    boxes = [(text.get_text(), text.get_window_extent()) for text in texts if text.get_text()]
    return [name for name, box in boxes if box.x0 < -1 or box.y0 < -1 or box.x1 > width + 1 or box.y1 > height + 1]
