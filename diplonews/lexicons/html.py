"""Names of HTML."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

import attrs

__all__ = ["HtmlNames", "load_html_names"]


@attrs.frozen(kw_only=True)
class HtmlNames:
    """Names by which the start of a page is known, in lower case.

    Attributes:
        first: elements that a page or a stretch of one begins with.
        inline: elements that stand in plain text as well.
        other: all other elements.
        boolean: attributes that are written without a value.
    """

    first: frozenset[str]
    inline: frozenset[str]
    other: frozenset[str]
    boolean: frozenset[str]


@cache
def load_html_names() -> HtmlNames:
    """The table."""
    text = (files("diplonews.lexicons") / "data" / "html.toml").read_text(encoding="utf-8")
    data = tomllib.loads(text)
    elements, attributes = data["elements"], data["attributes"]
    return HtmlNames(
        first=frozenset(elements["first"]),
        inline=frozenset(elements["inline"]),
        other=frozenset(elements["other"]),
        boolean=frozenset(attributes["boolean"]),
    )
