"""Characters a second, beside dateparser's search on the same text, and growth with length."""

from __future__ import annotations

import time
from datetime import date

import pytest

from diplonews import extract_dates
from diplonews.temporal.lexing import tokenize

ANCHOR = date(2021, 2, 10)
PARAGRAPH = (
    "The two ministries said Monday that envoys will meet in Riga on Friday to review the accord of March 12, 2019, "
    "which expires at the end of the year. Trade fell 3 percent in the third quarter from a year earlier, the bank "
    "said last week, after nearly two years of growth. The envoys, who were to speak for an hour, talked until 9 p.m. "
    "and left without a word to the reporters who had waited for them in the rain outside the old customs house. "
    "Neither side gave details of the plan, and officials in both capitals refused to say what had been agreed.\n\n"
)
TEXT = PARAGRAPH * 20


def rate(function, text, rounds=5):
    """Characters a second, the best of some rounds."""
    function(text)
    best = min(timed(function, text) for _ in range(rounds))
    return len(text) / best


def timed(function, text):
    started = time.perf_counter()
    function(text)
    return time.perf_counter() - started


@pytest.mark.benchmark(group="dates")
def test_extract_dates(benchmark):
    """Twenty paragraphs of news, eight expressions in each."""
    assert len(benchmark(lambda: extract_dates(TEXT, anchor=ANCHOR))) == 200


@pytest.mark.benchmark(group="dates")
def test_tokens_alone(benchmark):
    """The same text, only split into tokens: the floor."""
    benchmark(lambda: tokenize(TEXT))


def test_beside_dateparser():
    """At least ten times as fast as dateparser's search in the same run."""
    from dateparser.search import search_dates

    ours = rate(lambda text: extract_dates(text, anchor=ANCHOR), TEXT)
    theirs = rate(lambda text: search_dates(text, languages=["en"]), PARAGRAPH, rounds=2)
    assert ours > 10 * theirs


@pytest.mark.parametrize("characters", [10_000, 100_000, 1_000_000])
def test_growth(characters):
    """Ten times the text takes about ten times as long."""
    text = (PARAGRAPH * (characters // len(PARAGRAPH) + 1))[:characters]
    assert rate(lambda text: extract_dates(text, anchor=ANCHOR), text, rounds=2) > 100_000
