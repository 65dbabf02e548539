"""Stories: the same events across many articles, as a timeline and as a series."""

from diplonews.story.reprints import reprints
from diplonews.story.series import DyadSeries, dyad_series
from diplonews.story.timeline import timeline

__all__ = ["DyadSeries", "dyad_series", "reprints", "timeline"]
