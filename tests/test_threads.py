"""Many threads may analyse at once: in a service, in a notebook."""

import random
import string
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

import diplonews as dn
from diplonews.syntax import parsing

ARTICLES = Path(__file__).parents[1] / "examples" / "articles"
TEXTS = 60
THREADS = 8


@pytest.fixture
def _switching():
    """Threads take turns a thousand times as often as they usually do."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(5e-6)
    yield
    sys.setswitchinterval(before)


def texts(seed):
    """Texts full of words that are new to a model."""
    chance = random.Random(seed)
    for _ in range(TEXTS):
        word, place, name = ("".join(chance.choices(string.ascii_lowercase, k=7)) for _ in range(3))
        yield f"Norway accused Latvia of {word} in {place.title()}, envoy {name.title()} said on 5 May 2021."


@pytest.mark.usefixtures("_switching")
def test_threads_read_what_one_reads():
    """Articles of all formats are the same."""
    raws = [path.read_bytes() for path in sorted(ARTICLES.iterdir())]
    wanted = list(map(dn.parse_article, raws))
    with ThreadPoolExecutor(THREADS) as pool:
        assert list(pool.map(dn.parse_article, raws * 4)) == wanted * 4


@pytest.mark.usefixtures("_switching")
@pytest.mark.parametrize("kept_words", [parsing.KEPT_WORDS, 0])
def test_threads_give_what_one_gives(monkeypatch, kept_words):
    """Results are equal, also when the words of each text are given back after it."""
    monkeypatch.setattr(parsing, "KEPT_WORDS", kept_words)
    wanted = [dn.analyze(text) for text in texts(kept_words)]
    with ThreadPoolExecutor(THREADS) as pool:
        assert list(pool.map(dn.analyze, texts(kept_words))) == wanted
