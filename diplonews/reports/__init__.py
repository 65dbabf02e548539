"""Reports: the findings of a corpus as one page for a browser."""

from diplonews.reports.page import report

__all__ = ["report"]
