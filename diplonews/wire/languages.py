"""The language of a text: by its script and its function words."""

from __future__ import annotations

import unicodedata
from collections import Counter
from operator import itemgetter

from diplonews.lexicons.languages import load_languages
from diplonews.patterns import lazy_re

__all__ = ["language_of", "settled_language", "short_tag"]

SAMPLE_CHARACTERS = 4_000
FEWEST_HITS = 5
FEWEST_WORDS = 4  # different ones: a table of prices may have one abbreviation in every line
# shares of small words among all words, and how far the best language leads: prose of most languages has
# a quarter to a half; languages that glue them to other words have less, but share none with others
SHARES = ((0.12, 1.25), (0.04, 2.5))
SCRIPT_SHARE = 0.3
JAPANESE_SHARE = 0.05  # of kana among kana and ideographs: Japanese has far more, Chinese none
# a single letter is a word only by itself, not in "U.S.", "China's", "R&D"
WORD = lazy_re(r"(?<!\S)[^\W\d_](?!\S)|[^\W\d_]{2,}(?:[\u0300-\u036f\u0900-\u0dff\u200c\u200d][^\W\d_]*)*")


def language_of(text: str) -> str | None:
    """The language of a text as ISO 639 code; None if it is not clear.

    Args:
        text: running text; only the first 4,000 characters are examined.

    Example:
        >>> language_of("The envoys said on Monday that they would meet again, and that it was not the last time.")
        'en'
        >>> language_of("Oslo 12:30"), language_of("両国は海底ケーブルに合意したと火曜日に発表した。")
        (None, 'ja')
    """
    sample = unicodedata.normalize("NFC", text[:SAMPLE_CHARACTERS]).casefold()
    return (None if sample.isascii() else _by_script(sample)) or _by_words(sample)


def _by_script(sample: str) -> str | None:
    letters = 0
    found: Counter[str] = Counter()
    scripts = load_languages().scripts
    for letter, count in Counter(sample).items():
        if letter.isalpha():
            letters += count
            code = ord(letter)
            if code > 0x500:
                found.update({name: count for first, last, name in scripts if first <= code <= last})
    if found["ja"] > JAPANESE_SHARE * (found["ja"] + found["zh"]):
        found["ja"] += found.pop("zh", 0)
    name, count = max(found.items(), key=lambda item: item[1], default=("", 0))
    return name if count > SCRIPT_SHARE * letters else None


def _by_words(sample: str) -> str | None:
    words = WORD.findall(sample)
    table = load_languages().words
    found = [(table[word], count) for word, count in Counter(words).items() if word in table]
    scores: dict[str, float] = {}
    for languages, count in found:
        score = count / len(languages)
        for language in languages:
            scores[language] = scores.get(language, 0) + score
    (best, score), second = (*sorted(scores.items(), key=itemgetter(1), reverse=True)[:2], ("", 0), ("", 0))[:2]
    counts = [count for languages, count in found if best in languages]
    if sum(counts) < FEWEST_HITS or len(counts) < FEWEST_WORDS:
        return None
    for share, lead in SHARES:
        if sum(counts) >= share * len(words) and (score >= lead * second[1] or _are_close(best, second[0])):
            return best
    return None


def _are_close(one: str, other: str) -> bool:
    return other in load_languages().close.get(one, ())


def short_tag(tag: str) -> str:
    """A BCP 47 tag with the two-letter code, if its language has one.

    Example:
        >>> short_tag("eng-US")
        'en-US'
    """
    first, dash, rest = tag.partition("-")
    return load_languages().short.get(first, first) + dash + rest


def settled_language(text: str, stated: list[str]) -> str | None:
    """The stated tag that fits the text, else the language detected in the text, else the first stated tag.

    Args:
        text: the body.
        stated: BCP 47 tags, the most trusted first.

    Example:
        >>> words = "The envoys said on Monday that they would meet again and that it was not the end of the talks."
        >>> settled_language(words, ["fr", "en-GB"]), settled_language(words, ["fr"]), settled_language("Oslo", ["fr"])
        ('en-GB', 'en', 'fr')
    """
    tags = [short_tag(tag) for tag in stated]
    shown = language_of(text)
    if shown is None:
        return tags[0] if tags else None
    return next((tag for tag in tags if (base := tag.partition("-")[0]) == shown or _are_close(shown, base)), shown)
