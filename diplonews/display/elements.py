"""Pieces of HTML for notebooks.

A card stands alone: it brings its style, needs no script and no network, and takes the colour of its text from the
notebook, so that it can be read in a light theme and in a dark one. Whatever comes from an article is escaped.
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
    """An element that holds words; nothing where there are none.

    Example:
        >>> line("div", "1 < 2", "note")
        '<div class="note" dir="auto">1 &lt; 2</div>'
    """
    named = f' class="{kind}"' if kind else ""
    return f'<{tag}{named} dir="auto">{escape(printable(words))}</{tag}>' if words else ""


def title(words: str) -> str:
    """What a card is about."""
    return line("div", words, "title")


def facts(*parts: str | None) -> str:
    """Short facts in one line; those that are not known are left out."""
    return line("div", BETWEEN.join(cut(part) for part in parts if part), "note")


def cut(words: str, most: int = MOST_CELL_CHARACTERS) -> str:
    """Words of at most so many characters; dots stand for what is left out.

    Example:
        >>> cut("Oslo rebuked Riga.", 12)
        'Oslo rebuke…'
    """
    return words if len(words) <= most else f"{words[: most - 1]}…"


def table(titles: Sequence[str], rows: Sequence[Sequence[str]], *, total: int, wrapped: bool = True) -> str:
    """A table of words, which can be scrolled sideways; below it, how many rows are left out.

    Args:
        titles: what stands above the columns.
        rows: the rows that are shown; cells in the order of the titles.
        total: how many rows there are.
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
    """A table that can be folded in; nothing where it has no rows."""
    if not rows:
        return ""
    shown = table(titles, rows[:MOST_ROWS], total=len(rows))
    state = " open" if unfolded else ""
    return f"<details{state}>{line('summary', f'{name} ({len(rows)})')}{shown}</details>"
