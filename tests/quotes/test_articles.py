"""Whole articles of our own: who says what, resolved to names and countries."""

from __future__ import annotations

from pathlib import Path

import attrs
import pytest

from diplonews import extract_quotes, parse_article

FILE = Path(__file__).parent.parent / "data" / "speakers_gold.txt"


@attrs.frozen(kw_only=True)
class Said:
    """One line of the gold."""

    words: str
    source: str
    name: str | None
    country: str | None
    anonymous: bool


def read_line(line):
    """A line of the gold; too few cells are an error."""
    words, source, name, country, *rest = (cell.strip() for cell in line.split(" | "))
    return Said(
        words=words,
        source=source,
        name=None if name == "-" else name,
        country=None if country == "-" else country,
        anonymous=rest == ["anon"],
    )


def read_articles():
    """The articles, each with what is said in it."""
    for part in FILE.read_text(encoding="utf-8").partition("\n")[2].split("====\n"):
        if part.strip():
            text, gold = part.split("\n----\n")
            yield text, [read_line(line) for line in gold.strip().splitlines()]


ARTICLES = tuple(read_articles())
CASES = [(number, said) for number, (_, gold) in enumerate(ARTICLES) for said in gold]


@pytest.fixture(scope="module")
def quotes():
    """The quotes of each article, found once."""
    return [extract_quotes(parse_article(text)) for text, _ in ARTICLES]


@pytest.mark.parametrize(("number", "said"), CASES, ids=[f"{number}: {said.words}" for number, said in CASES])
def test_who_said_it(quotes, number, said):
    """The content is found, with its source and the referent of that source."""
    text = ARTICLES[number][0]
    assert said.words in text
    found = [q for q in quotes[number] if any(said.words in " ".join(span.of(text).split()) for span in q.content)]
    assert found
    (speaker,) = {(q.speaker.name, q.speaker.country, q.speaker.anonymous) for q in found if q.speaker is not None}
    assert speaker == (said.name, said.country, said.anonymous)
    assert any(said.source in " ".join(q.source.of(text).split()) for q in found if q.source is not None)
