"""The surroundings of words in another language: function words that show the language, verbs that point ahead."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from diplonews.lexicons.temporal_names import load_full_weekdays, load_function_words
from diplonews.lexicons.temporal_relative import Ahead, load_ahead
from diplonews.patterns import lazy_re

__all__ = ["SENTENCE_END", "WORD", "is_english", "points_ahead", "shown_languages"]

WORD = lazy_re(r"[^\W\d_]+(?:(?=[\u0900-\u0dff\u200c])(?:[^\W\d_]|[\u0900-\u0dff\u200c])+|)")
SENTENCE_END = lazy_re(r"[।。！？!?\n]|\.(?=\s|\Z)")
CLAUSE_END = lazy_re(r"[।.。！？!?\n,،，;；:：“”\"«»]")
CLAUSE_CHARACTERS = 200  # the longest stretch searched for a verb
OPENING_WORDS = 1
AROUND = 100  # characters on either side that show the language


def shown_languages(text: str, start: int, end: int, first: int, last: int) -> Mapping[str, int]:
    """The number of function words of each language near `text[start:end]`, within `text[first:last]`."""
    around = text[max(first, start - AROUND) : min(last, end + AROUND)].lower()
    near = [word[0] for word in WORD.finditer(around)]
    return {language: sum(word in small for word in near) for language, small in load_function_words().items()}


def is_english(text: str, start: int, end: int) -> bool:
    """Whether the function words near `text[start:end]` are English rather than of another language."""
    shown = dict(shown_languages(text, start, end, 0, len(text)))
    english = shown.pop("en")
    return english > 1 and english > max(shown.values())


def points_ahead(text: str, start: int, end: int, language: str) -> bool:
    """Whether the words around a day place it in the future.

    The search covers the side of the day on which the language has its verb, up to the end of the clause or the
    next day: `a dit lundi que le sommet s'ouvrira vendredi` is about two days.
    """
    ahead = load_ahead()[language]
    from_, to = max(0, start - CLAUSE_CHARACTERS), end + CLAUSE_CHARACTERS
    left = _last(CLAUSE_END, text[from_:start])
    opens = ahead.side == "left" and len(WORD.findall(_last(SENTENCE_END, text[from_:start]))) <= OPENING_WORDS
    stretches = []
    if ahead.side != "right":
        stretches.append(_last(_days(language), left))
    if ahead.side != "left" or opens:
        bound = CLAUSE_END if ahead.side == "both" else SENTENCE_END
        stretches.append(_first(_days(language), _first(bound, text[end:to])))
    return any(_has(stretch, ahead) for stretch in stretches)


def _last(bound: re.Pattern[str], text: str) -> str:
    """The text after the last bound."""
    return text[max((found.end() for found in bound.finditer(text)), default=0) :]


def _first(bound: re.Pattern[str], text: str) -> str:
    """The text before the first bound."""
    found = bound.search(text)
    return text[: found.start()] if found is not None else text


def _has(text: str, ahead: Ahead) -> bool:
    if ahead.inside is not None:
        return ahead.inside.search(text) is not None
    return any(
        word[0] in ahead.words or (word[0][0] == word[0][0].lower() and word[0].endswith(ahead.endings))
        for word in WORD.finditer(text)
    )


@cache
def _days(language: str) -> re.Pattern[str]:
    """A day: a weekday, or a number with the sign for a day."""
    names = "|".join(map(re.escape, sorted(load_full_weekdays()[language], key=len, reverse=True)))
    return re.compile(rf"(?:{names})|\d[일日]", re.IGNORECASE)
