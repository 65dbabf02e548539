"""Expressions of time: found in running text, resolved to TIMEX3 values and intervals.

The work is done in `diplonews.temporal.extract`, which is loaded on first use.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from diplonews.temporal.extract import extract_dates, resolve_date

__all__ = ["extract_dates", "resolve_date"]


def __getattr__(name: str) -> object:
    """Load the two functions on first use."""
    if name not in __all__:
        raise AttributeError(f"module 'diplonews.temporal' has no attribute {name!r}")
    from diplonews.temporal import extract

    value = getattr(extract, name)
    globals()[name] = value
    return value
