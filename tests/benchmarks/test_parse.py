"""What parsing costs: articles a second beside a bare pass, and growth with the length of the text.

A bare pass is one `str.split` and one search with a plain pattern over the same text.
"""

import re
from pathlib import Path

import pytest

from diplonews import parse_article

ARTICLES = Path(__file__).parents[2] / "examples" / "articles"
STORIES = [path.read_text(encoding="utf-8") for path in sorted(ARTICLES.glob("*.txt"))]
BARE = re.compile(r"\b[A-Z][a-z]+ \d{1,2}\b")
SIZES = [10_000, 100_000, 1_000_000, 10_000_000]
RUNS = {
    "one line": "Envoys met in Oslo and talked. ",
    "lines": "Envoys met in the harbour of Oslo and talked for an hour about fish.\n",
    "short lines": "ab\n",
    "blanks": " ",
    "digits": "1",
    "quotes": '"',
    "brackets": "(",
    "dashes": "- ",
    "capitals": "AB, ",
}


@pytest.mark.benchmark(group="stories")
def test_stories(benchmark):
    """The example articles, one after the other."""
    benchmark(lambda: [parse_article(story) for story in STORIES])


@pytest.mark.benchmark(group="stories")
def test_bare_pass(benchmark):
    """The same texts, split into lines and searched once: the floor."""
    benchmark(lambda: [(story.split("\n"), BARE.findall(story)) for story in STORIES])


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("run", RUNS, ids=lambda run: run.replace(" ", "-"))
def test_growth(benchmark, run, size):
    """Hostile and plain text of 10 kB to 10 MB: `time / size` stays the same from row to row."""
    benchmark.group = f"growth: {run}"
    unit = RUNS[run]
    text = unit * (size // len(unit))
    benchmark.extra_info["characters"] = len(text)
    benchmark.pedantic(parse_article, args=(text,), rounds=1, iterations=1)
