"""What all charts share: where they are drawn, what stays as it was, and what a missing library says."""

import subprocess
import sys
from functools import partial
from pathlib import Path

import matplotlib as mpl
import pytest
from hypothesis import given, strategies as st
from matplotlib.figure import Figure

import diplonews as dn
from diplonews import plots
from diplonews.errors import ModelNotFoundError
from diplonews.plots.canvas import QUADS, clean

CHARTS = [
    partial(plots.timeline, ()),
    partial(plots.speakers, ()),
    partial(plots.network, ()),
    partial(plots.dyad_series, dn.dyad_series((), "NOR", "ISL")),
]
ROOT = Path(plots.__file__).parents[2]


@pytest.mark.parametrize("chart", CHARTS, ids=lambda chart: chart.func.__name__)
def test_axes_of_the_caller(chart):
    """A chart is drawn where the caller wants it, and there alone."""
    figure = Figure()
    left, right = figure.subplots(1, 2)
    assert chart(ax=right) is right
    assert right.texts
    assert not left.texts


@pytest.mark.parametrize("chart", CHARTS, ids=lambda chart: chart.func.__name__)
def test_a_figure_of_its_own(chart):
    """Without axes each call makes a new figure, which can be saved."""
    one, other = chart(), chart()
    assert one.figure is not other.figure


def test_every_chart_is_tested():
    """The tests here run over all charts."""
    assert {chart.func.__name__ for chart in CHARTS} == set(plots.__all__)


def test_nothing_global_changes():
    """Neither pyplot is loaded nor a setting of matplotlib changed."""
    code = (
        "import sys, matplotlib; before = matplotlib.rcParams.copy()\n"
        "from diplonews import plots\n"
        "plots.timeline([]), plots.speakers([]), plots.network([])\n"
        "assert dict.__eq__(before, matplotlib.rcParams)\n"  # plain lookups would choose a backend
        "assert 'matplotlib.pyplot' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True, cwd=ROOT)


def test_importing_loads_no_matplotlib():
    """It is loaded when a chart is drawn."""
    code = "import sys\nfrom diplonews import plots\nassert 'matplotlib' not in sys.modules"
    subprocess.run([sys.executable, "-c", code], check=True, cwd=ROOT)


@pytest.mark.parametrize("chart", CHARTS, ids=lambda chart: chart.func.__name__)
def test_matplotlib_is_missing(chart, monkeypatch):
    """The error says how to install it."""
    monkeypatch.setitem(sys.modules, "matplotlib.figure", None)
    with pytest.raises(ModelNotFoundError) as caught:
        chart()
    assert str(caught.value) == 'a chart needs matplotlib: python -m pip install "diplonews[plots]"'


@given(st.text())
def test_labels_are_one_line(words):
    """No label has a control character, a line break or half a surrogate pair, nor more than its characters."""
    label = clean(words, 12)
    assert len(label) <= 12
    assert label == label.strip()
    assert label.isprintable() or not words.isprintable()
    label.encode("utf-8")


def brightness(colour):
    """The relative luminance of a colour (WCAG 2.2)."""
    parts = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in mpl.colors.to_rgb(colour)]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), parts, strict=True))


def test_quads_differ_without_colour():
    """Each has a shape of its own; of cooperation and of conflict, the material class is the darker one."""
    assert len({quad.marker for quad in QUADS.values()}) == len(QUADS)
    assert brightness(QUADS[2].colour) < brightness(QUADS[1].colour)
    assert brightness(QUADS[4].colour) < brightness(QUADS[3].colour)
