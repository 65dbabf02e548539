"""Quotes beside the parse they need: `pytest tests/benchmarks/test_quotes.py`."""

from __future__ import annotations

from diplonews.quotes import extract_quotes
from diplonews.syntax.parsing import parsing
from diplonews.syntax.pipeline import load

TEXT = (
    '"We will reopen the port," Foreign Minister Anna Vik said on Monday. "Not at once, but soon."\n\n'
    "The Danish envoy, Jens Holm, said the talks had failed and urged Oslo to return to the table.\n\n"
    "According to the ministry, ships will sail again in May, though officials warned of delays.\n\n"
) * 20


def test_parse(benchmark):
    """The parse alone."""

    def run():
        with parsing(TEXT) as parsed:
            return len(parsed.blocks)

    load()
    assert benchmark(run) == 60


def test_quotes(benchmark):
    """Parse and quotes."""
    load()
    assert len(benchmark(extract_quotes, TEXT)) >= 100
