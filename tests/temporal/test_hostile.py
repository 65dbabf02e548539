"""Hostile text ends quickly."""

from __future__ import annotations

from datetime import date

import pytest

from diplonews import extract_dates

MEGABYTE = 1_000_000
RUNS = {
    "digits": "9",
    "spaces": " ",
    "dashes": "-",
    "quotes": '"',
    "apostrophes": "'",
    "commas": ",",
    "line ends": "\n",
    "blank lines": "\n \n",
    "of the": "of the ",
    "a": "a ",
    "numbers": "12 ",
    "numbers with commas": "1,234,",
    "numerals": "twenty-",
    "hundreds": "hundred ",
    "years": "1998 ",
    "year hyphens": "1998-",
    "clock": "12:30:",
    "slashes": "1/2/",
    "dots": "1.2.",
    "quoted days": '" today ',
    "weekdays": "on Monday ",
    "months": "May ",
    "ranges": "May 1 to ",
    "month ranges": "from May to ",
    "ordinals": "second ",
    "units": "years ",
    "the last": "the last ",
    "earlier": "a year earlier ",
    "every": "every ",
    "or so": "or so ",
    "zone": "noon (New York New ",
    "letters": "a.m",
    "no space": "MondayTuesday",
    "capitals": "Thanksgiving ",
    "foreign": "3 mars ",
    "null": "\0",
    "emoji": "\U0001f1f0\U0001f1f7",
    "right to left": "\u202eשלום ",
}


@pytest.mark.parametrize("run", RUNS.values(), ids=RUNS)
def test_a_run_ends(run):
    """A long run of one thing is read in linear time."""
    size = MEGABYTE // 8
    text = run * (size // len(run))
    found = extract_dates(text, anchor=date(2021, 2, 10))
    assert all(expression.span.of(text) == expression.text for expression in found[:100])


@pytest.mark.slow
@pytest.mark.parametrize("run", ["9", "of the ", "-"])
def test_a_megabyte(run):
    """A megabyte of digits, of "of the of the" or of dashes gives nothing, in linear time."""
    text = run * (MEGABYTE // len(run))
    assert extract_dates(text, anchor=date(2021, 2, 10)) == ()
