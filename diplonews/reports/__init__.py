"""Reports: what a corpus holds, as one page for a browser."""

from diplonews.reports.page import report

__all__ = ["report"]
