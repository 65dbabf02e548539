"""Cells of CSV files."""

import csv
import io

import pytest
from hypothesis import given, strategies as st

from diplonews.exports.cells import safe_cell

STARTS = st.text(" \t\r\n\x00\x0b\ufeff\u200b=+-@＝＠'\"").flatmap(lambda start: st.text().map(start.__add__))


@pytest.mark.parametrize(
    ("cell", "safe"),
    [
        ('=HYPERLINK("http://x")', '\'=HYPERLINK("http://x")'),
        ("+1+cmd|' /C calc'!A0", "'+1+cmd|' /C calc'!A0"),
        ("-2+3", "'-2+3"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'=1"),
        ("\r=1", "'=1"),
        ("\ufeff=1", "'\ufeff=1"),
        ("\x00=1", "'\ufffd=1"),
        ("＝1", "'＝1"),
        ("- The minister said so", "'- The minister said so"),
        ("-", "'-"),
        ("-1\u0661", "'-1\u0661"),
    ],
)
def test_formulas(cell, safe):
    """What a spreadsheet would run is text."""
    assert safe_cell(cell) == safe


@pytest.mark.parametrize("cell", ["-2.0", "+3", "-.5", "-1e-5", "7", "", "1=1", "a@b", "Oslo-based", "—", "'tis"])
def test_what_stays(cell):
    """Numbers stay numbers, and text that is not a formula is unchanged."""
    assert safe_cell(cell) == cell


@given(STARTS)
def test_no_cell_begins_a_formula(text):
    """One line, no control character, and at its beginning no sign of a formula unless it is a number."""
    cell = safe_cell(text)
    ((read,),) = csv.reader(io.StringIO(_row(cell)))
    assert read == cell
    cell.encode("utf-8")
    start = cell.lstrip("\ufeff\u200b\u2060\xad ")[:1]
    if start in ("=", "+", "-", "@", "＝", "＋", "－", "＠"):
        assert float(cell) is not None
    assert not any(ord(c) < 32 or c in "\x7f\u2028\u2029" for c in cell)


def _row(cell):
    file = io.StringIO()
    csv.writer(file).writerow([cell])
    return file.getvalue()
