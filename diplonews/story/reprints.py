"""Reprints: articles that are prints of one wire copy."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from hashlib import blake2b

import attrs

from diplonews.model import Article
from diplonews.story.candidates import candidates
from diplonews.story.copies import LEAST_WORDS, Vocabulary, Words, is_one_copy, words_of

__all__ = ["reprints"]

NEAR_DAYS = 7


@attrs.define(kw_only=True, eq=False)
class _Text:
    """A body printed once or more.

    Attributes:
        words: its words.
        key: a hash of its words.
        number: its index among all bodies, in order of appearance.
        day: the first day on which it was printed; -1 if unknown.
        places: the places where it was filed; empty without a dateline.
    """

    words: Words
    key: bytes
    number: int
    day: int = -1
    places: frozenset[str] = frozenset()

    def take(self, article: Article) -> None:
        """Record the dateline places and the day of another print."""
        if article.dateline is not None:
            self.places |= {place.name.casefold() for place in article.dateline.places}
        day = _day(article)
        if day is not None and not 0 <= self.day <= day.toordinal():
            self.day = day.toordinal()


def reprints(articles: Iterable[Article]) -> tuple[tuple[str, ...], ...]:
    """Groups of articles that are prints of one wire copy.

    Only bodies are compared: headlines and whatever surrounds the body may differ, a few words may be
    edited, and the end may be cut off. A daily story (the same words with other figures) and a
    follow-up (another beginning, the same background) do not count as prints of the same copy. Unless
    their words are equal, two prints are at most a week apart and have no datelines that contradict
    each other. Bodies of fewer than 25 words must be equal; articles without words are in no group.

    Args:
        articles: in any order; read once. The words of each body stay in memory until the end.

    Returns:
        For each copy with two or more prints, the ids of the articles in order of appearance: the
        identifier, or else the number in the stream, from "0", as `analyze_many` gives them. The
        longest group comes first; of equally long ones, the one that appears first. No id occurs twice.

    Raises:
        TypeError: if `articles` is one article or text, or contains anything other than articles.

    Example:
        >>> from diplonews import parse_article
        >>> lead = "Iceland put a levy of 15 percent on South Korean trawlers on Monday, saying that they had taken "
        >>> copy = lead + "twice their share of halibut in the waters off Grimsey since the accord of 2019."
        >>> other = "It rained in Busan."
        >>> reprints(map(parse_article, [copy, other, copy + " Seoul called the levy unjustified."]))
        (('0', '2'),)
    """
    texts, prints = _read(articles)
    group = _grouped(texts)
    members: dict[int, dict[str, None]] = {}
    seen: set[str] = set()
    for name, number in prints:
        if name not in seen:
            members.setdefault(group[number], {})[name] = None
            seen.add(name)
    found = (tuple(names) for names in members.values() if len(names) > 1)
    return tuple(sorted(found, key=len, reverse=True))


def _read(articles: Iterable[Article]) -> tuple[list[_Text], list[tuple[str, int]]]:
    """The different bodies, and for each article with words its id and the number of its body."""
    if isinstance(articles, str | bytes | Article):
        raise TypeError(f"reprints takes a list or another iterable of articles (got one {type(articles).__name__})")
    numbers = Vocabulary()
    texts: dict[bytes, _Text] = {}
    prints = []
    for place, article in enumerate(articles):
        if not isinstance(article, Article):
            raise TypeError(
                f"reprints takes articles (got {type(article).__name__}: {article!s:.60}); iter_articles reads them "
                "from files, parse_article from a text, and each analysis has one as .article"
            )
        words = words_of(article.body, numbers)
        if not len(words):
            continue
        key = blake2b(words.tobytes(), digest_size=16).digest()
        text = texts.setdefault(key, _Text(words=words, key=key, number=len(texts)))
        text.take(article)
        prints.append((article.identifier or str(place), text.number))
    return list(texts.values()), prints


def _day(article: Article) -> date | None:
    return (article.dateline.date if article.dateline is not None else None) or article.anchor


def _grouped(texts: Sequence[_Text]) -> list[int]:
    """For each text, the number of its group; the comparisons do not depend on the order of the texts."""
    long = sorted((text for text in texts if len(text.words) >= LEAST_WORDS), key=lambda text: (text.day, text.key))
    leader = list(range(len(texts)))

    def lead(number: int) -> int:
        while leader[number] != number:
            leader[number] = leader[leader[number]]
            number = leader[number]
        return number

    for place, others in candidates([text.words for text in long], [text.day for text in long], NEAR_DAYS):
        text = long[place]
        for other in others:
            mine, its = lead(text.number), lead(long[other].number)
            if mine != its and _is_one_copy(text, long[other]):
                leader[mine] = its
    return [lead(number) for number in range(len(texts))]


def _is_one_copy(one: _Text, other: _Text) -> bool:
    if one.places and other.places and one.places.isdisjoint(other.places):
        return False
    return is_one_copy(one.words, other.words, same_day=one.day == other.day >= 0)
