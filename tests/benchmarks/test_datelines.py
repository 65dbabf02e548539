"""Time for a line without a dateline, for one with it, and growth with length."""

import time

import pytest

from diplonews.lexicons import places
from diplonews.lexicons.places import load_places, lookup_cities
from diplonews.wire.dateline import find_dateline, locate_dateline

ORDINARY = {
    "sentence": "The ministry said on Monday that the talks had been useful and would go on in May.",
    "name first": "President Ann Lee, who visited the port last week, said she would return.",
    "two names": "Norway and the United Kingdom agreed on Tuesday to hold talks",
    "quote": "“We will answer in time,” the minister told reporters after the meeting.",
}
LEADS = {
    "agency": "OSLO (Reuters) - Ministers met.",
    "date and agency": "BUSAN, May 3 (Yonhap) -- Ministers met.",
    "region and date": "COMMACK, N.Y., Feb 26 - A maker of pumps",
    "two places": "WEST PALM BEACH, Fla./WASHINGTON (Reuters) - Aides",
    "place alone": "New Delhi: The finance ministry on Monday said it would sell bonds.",
}
HOSTILE = ["A ", "SEOUL, ", "By A ", "(", "- ", "1, ", "\n"]


@pytest.mark.parametrize("name", ORDINARY)
def test_ordinary_line(benchmark, name):
    """A line that begins no dateline is turned down by one pattern."""
    assert benchmark(find_dateline, ORDINARY[name]) is None


@pytest.mark.parametrize("name", LEADS)
def test_dateline(benchmark, name):
    """A dateline, its places resolved."""
    assert benchmark(find_dateline, LEADS[name]) is not None


def test_table_loads_quickly(benchmark):
    """The table of places from its file, and the first look-up in it."""

    def first_use():
        load_places.cache_clear()
        places._block.cache_clear()
        lookup_cities.cache_clear()
        return lookup_cities("busan")

    assert benchmark(first_use)


@pytest.mark.parametrize("run", HOSTILE)
def test_growth_with_length(run):
    """Ten times the text does not take more than ten times as long: 10 kB, 100 kB, 1 MB, 10 MB."""
    for size in (10_000, 100_000, 1_000_000, 10_000_000):
        text = run * (size // len(run))
        started = time.perf_counter()
        locate_dateline(text)
        assert time.perf_counter() - started < 0.05
