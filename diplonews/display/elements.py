"""Pieces of HTML for notebooks.

A card is self-contained: it includes its style, needs no script and no network, and takes its text colour from the
notebook, so it is readable in light and dark themes. Everything that comes from an article is escaped.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from html import escape
from importlib.resources import files

from diplonews.display.marked import printable

__all__ = ["card", "cut", "facts", "line", "section", "table", "title"]

MOST_ROWS = 50
MOST_CELL_CHARACTERS = 200
BETWEEN = " · "


@cache
def _style() -> str:
    return files("diplonews.display").joinpath("notebook.css").read_text(encoding="utf-8")


def card(*pieces: str) -> str:
    """Pieces of HTML as one element with its style; empty ones are left out."""
    return f'<div class="diplonews"><style>{_style()}</style>{"".join(pieces)}</div>'


def line(tag: str, words: str, kind: str = "") -> str:
    """An HTML element with words in it; "" if there are none.

    Example:
        >>> line("div", "1 < 2", "note")
        '<div class="note" dir="auto">1 &lt; 2</div>'
    """
    named = f' class="{kind}"' if kind else ""
    return f'<{tag}{named} dir="auto">{escape(printable(words))}</{tag}>' if words else ""


def title(words: str) -> str:
    """The title of a card."""
    return line("div", words, "title")


def facts(*parts: str | None) -> str:
    """Short facts in one line; unknown ones are left out."""
    return line("div", BETWEEN.join(cut(part) for part in parts if part), "note")


def cut(words: str, most: int = MOST_CELL_CHARACTERS) -> str:
    """The words, cut to at most `most` characters; an ellipsis marks a cut.

    Example:
        >>> cut("Oslo rebuked Riga.", 12)
        'Oslo rebuke…'
    """
    return words if len(words) <= most else f"{words[: most - 1]}…"


def table(titles: Sequence[str], rows: Sequence[Sequence[str]], *, total: int, wrapped: bool = True) -> str:
    """A table of words, which can be scrolled sideways; below it, how many rows are left out.

    Args:
        titles: the headings of the columns.
        rows: the rows that are shown; cells in the order of the titles.
        total: the number of rows, including those not shown.
        wrapped: whether cells may have several lines.
    """
    kind = "" if wrapped else ' class="wide"'
    head = "".join(line("th", name) for name in titles)
    body = "".join(f"<tr>{''.join(_cell(cell) for cell in row)}</tr>" for row in rows)
    more = line("div", f"and {total - len(rows):,} more rows", "note") if total > len(rows) else ""
    return f'<div class="scroll"><table{kind}><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>{more}'


def _cell(words: str) -> str:
    return line("td", cut(words)) or "<td></td>"


def section(name: str, titles: Sequence[str], rows: Sequence[Sequence[str]], *, unfolded: bool = False) -> str:
    """A collapsible table; "" if it has no rows."""
    if not rows:
        return ""
    shown = table(titles, rows[:MOST_ROWS], total=len(rows))
    state = " open" if unfolded else ""
    return f"<details{state}>{line('summary', f'{name} ({len(rows)})')}{shown}</details>"
