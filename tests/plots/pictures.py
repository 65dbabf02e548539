"""What the tests of charts ask of a picture."""

from itertools import combinations

from matplotlib.backends.backend_agg import FigureCanvasAgg


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
