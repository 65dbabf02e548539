"""Charts of findings, drawn with matplotlib (extra `plots`)."""

from diplonews.plots.speakers import speakers

__all__ = ["speakers"]
