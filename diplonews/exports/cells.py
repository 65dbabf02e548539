"""Cells of tables in text files: on one line, and for spreadsheets without formulas."""

from __future__ import annotations

import re
import unicodedata

__all__ = ["one_line", "safe_cell"]

# characters that begin a formula, also in the full-width forms read by East Asian spreadsheets
FORMULA = tuple("=+-@＝＋－＠")
NUMBER = re.compile(r"[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?", re.ASCII)
INVISIBLE = frozenset(("Cc", "Cf", "Zs", "Zl", "Zp"))


def one_line(cell: str) -> str:
    r"""The text on one line.

    White space becomes single blanks; a control character or half of a surrogate pair becomes U+FFFD.

    Example:
        >>> one_line("a\tdash \n and a\x00null")
        'a dash and a\ufffdnull'
    """
    flat = " ".join(cell.split())
    if flat.isprintable():
        return flat
    return "".join(c if unicodedata.category(c) not in ("Cc", "Cs") else "\ufffd" for c in flat)


def safe_cell(cell: str) -> str:
    r"""The text as a safe cell of a spreadsheet: on one line, as `one_line` makes it, and not a formula.

    A text that would be read as a formula gets an apostrophe before it, which marks it as
    text; numbers stay numbers.

    Example:
        >>> [safe_cell(cell) for cell in ("=1+1", "-2.5", "- a\tdash", "Oslo")]
        ["'=1+1", '-2.5', "'- a dash", 'Oslo']

    Source: OWASP, CSV Injection.
    """
    flat = one_line(cell)
    seen = next((c for c in flat if unicodedata.category(c) not in INVISIBLE and c != "\ufffd"), "")
    return f"'{flat}" if seen in FORMULA and NUMBER.fullmatch(flat) is None else flat
