"""Cells of CSV files: on one line, and nothing that a spreadsheet would run."""

from __future__ import annotations

import re
import unicodedata

__all__ = ["safe_cell"]

# what begins a formula, also in the wide forms that East Asian spreadsheets read alike
FORMULA = tuple("=+-@＝＋－＠")
NUMBER = re.compile(r"[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?", re.ASCII)
INVISIBLE = frozenset(("Cc", "Cf", "Zs", "Zl", "Zp"))


def safe_cell(cell: str) -> str:
    r"""The text as a spreadsheet may have it.

    White space becomes single blanks, a control character or half of a surrogate pair U+FFFD.
    What would be read as a formula gets an apostrophe before it, by which spreadsheets know
    text; numbers stay numbers.

    Example:
        >>> [safe_cell(cell) for cell in ("=1+1", "-2.5", "- a\tdash", "Oslo")]
        ["'=1+1", '-2.5', "'- a dash", 'Oslo']

    Source: OWASP, CSV Injection.
    """
    flat = "".join(c if unicodedata.category(c) not in ("Cc", "Cs") else "\ufffd" for c in " ".join(cell.split()))
    seen = next((c for c in flat if unicodedata.category(c) not in INVISIBLE and c != "\ufffd"), "")
    return f"'{flat}" if seen in FORMULA and NUMBER.fullmatch(flat) is None else flat
