"""The newsroom that other tests draw on gives what it promises."""

from collections import Counter
from itertools import islice

from diplonews import iter_articles
from tests.newsroom import newsroom, wire_copies


def test_same_seed_same_articles():
    """Every run gives the same articles, another seed others, and a longer stream begins like a shorter one."""
    assert list(newsroom(500, seed=3)) == list(newsroom(500, seed=3))
    assert list(newsroom(500, seed=3)) != list(newsroom(500, seed=4))
    assert list(islice(wire_copies(), 50)) == list(islice(wire_copies(), 500))[:50]


def test_varied():
    """Two thousand articles hold thousands of different sentences, many places and hundreds of reprints."""
    printed = list(newsroom(2_000))
    assert len({article.id for article in printed}) == 2_000
    own = [article for article in printed if article.kind in {"story", "follow-up"}]
    assert len({line for article in own for paragraph in article.paragraphs for line in paragraph.split(". ")}) > 8_000
    assert len({article.dateline for article in own}) > 300
    stories = Counter(article.story for article in printed)
    assert 300 < sum(count > 1 for count in stories.values()) < 700


def test_reads_as_wire_copy():
    """The parser finds headline, dateline and body of what was printed."""
    printed = list(newsroom(200))
    read = list(iter_articles([p.row for p in printed], text="text", published="published", id="id"))
    assert [article.identifier for article in read] == [p.id for p in printed]
    assert all(article.headline == p.headline for article, p in zip(read, printed, strict=True))
    dated = [article.dateline is not None for article, p in zip(read, printed, strict=True) if p.dateline]
    assert sum(dated) >= 0.99 * len(dated)
    assert sum(p.paragraphs[1] in article.body for article, p in zip(read, printed, strict=True)) > 195
