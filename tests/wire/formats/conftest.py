"""Helpers shared by the tests of the machine formats."""

import pytest

from diplonews.wire.base import Copy
from diplonews.wire.formats import FORMATS


def reader(name):
    return next(cls for cls in FORMATS if cls.name == name)()


@pytest.fixture
def parse():
    """Read raw copy with the format of that name; all its articles, checked to be partitions."""

    def run(name, raw, **how):
        articles = reader(name).parse(Copy(raw, **how))
        for article in articles:
            assert article.format == name
            assert "".join(region.span.of(article.text) for region in article.regions) == article.text
            for region in article.regions:
                assert len(region.span) > 0
        return articles

    return run


@pytest.fixture
def parse_one(parse):
    """Read raw copy that holds one article."""

    def run(name, raw, **how):
        (article,) = parse(name, raw, **how)
        return article

    return run


@pytest.fixture
def kinds():
    """The kinds of an article's regions with their words, white space left out."""

    def run(article):
        return [
            (region.kind.name, region.span.of(article.text))
            for region in article.regions
            if region.kind.name != "WHITESPACE"
        ]

    return run
