"""Types that notebooks show as HTML."""

from __future__ import annotations

__all__ = ["Shown"]


class Shown:
    """Base class with the method that notebooks call to show a value."""

    __slots__ = ()

    def _repr_html_(self) -> str:
        from diplonews.display.notebook import html_of

        return html_of(self)
