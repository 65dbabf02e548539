"""Types that notebooks show as HTML."""

from __future__ import annotations

__all__ = ["Shown"]


class Shown:
    """Has the method that notebooks ask for."""

    __slots__ = ()

    def _repr_html_(self) -> str:
        from diplonews.display.notebook import html_of

        return html_of(self)
