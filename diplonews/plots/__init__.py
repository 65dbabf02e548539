"""Charts of findings, drawn with matplotlib (extra `plots`).

Each function draws on the axes given as `ax`, or else in a new figure, and returns the axes. It does not use pyplot or
change any setting of matplotlib.
"""

from diplonews.plots.dyads import dyad_series
from diplonews.plots.network import network
from diplonews.plots.speakers import speakers
from diplonews.plots.timeline import timeline

__all__ = ["dyad_series", "network", "speakers", "timeline"]
