"""Words and sentences of a text, counted the same way for gold and findings."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence

from diplonews.evaluation.gold import GoldRegion
from diplonews.lexicons.wordsets import WordSet
from diplonews.model import Span

__all__ = ["Words", "same_name", "sentence_starts"]

FUNCTION_WORDS = WordSet("evaluation.function")
ABBREVIATIONS = WordSet("evaluation.abbreviations")
WORD = re.compile(r"\w+")
ARTICLE = re.compile(r"^(the|a|an) ")
PARAGRAPH = re.compile(r"\n[^\S\n]*\n\s*")
# A full stop and what closes after it, then a word that may open a sentence: `… denied it.” Han said`
STOP = re.compile(r"""[.!?…]["'”’»)\]]*+\s++(?=["'`“‘«(\[–—-]*+\s?[A-Z0-9])""")
LAST_WORD = re.compile(r"[\w.'’-]*$")
LONGEST_ABBREVIATION = 8
INITIAL = re.compile(r"(?:[A-Z]\.)*[A-Z]")


class Words:
    """The words of a text, by number.

    Args:
        text: the text; a word is a run of letters, digits and underscores.
    """

    def __init__(self, text: str) -> None:
        found = list(WORD.finditer(text))
        self._starts = [word.start() for word in found]
        self._ends = [word.end() for word in found]
        self._words = [word.group().lower() for word in found]

    def of(self, spans: Iterable[Span]) -> frozenset[int]:
        """The numbers of the words that the spans touch.

        Example:
            >>> sorted(Words('"No," he said.').of([Span(0, 5), Span(9, 13)]))
            [0, 2]
        """
        numbers: set[int] = set()
        for span in spans:
            number = bisect_right(self._ends, span.start)
            while number < len(self._starts) and self._starts[number] < span.end:
                numbers.add(number)
                number += 1
        return frozenset(numbers)

    def share(self, one: frozenset[int], other: frozenset[int]) -> bool:
        """Whether the two share a word that is not a function word; any word, if one has only function words."""
        both = one & other
        if any(self._words[number] not in FUNCTION_WORDS for number in both):
            return True
        return bool(both) and any(all(self._words[n] in FUNCTION_WORDS for n in words) for words in (one, other))


def same_name(name: str | None) -> str:
    """A name folded for comparison: without case, punctuation and a leading article.

    Example:
        >>> same_name("The  Foreign-Ministry")
        'foreign ministry'
    """
    return ARTICLE.sub("", " ".join(WORD.findall((name or "").casefold())))


def sentence_starts(text: str, regions: Sequence[GoldRegion] = ()) -> list[int]:
    """Where sentences begin, in order; with `bisect` they number the sentence of a character.

    A sentence ends with a full stop before a capital, with a blank line, and with a region.

    Example:
        >>> text = 'Mr. Han left. "Why?" he asked. Nobody knew.'
        >>> [text[start:][:6] for start in sentence_starts(text)]
        ['Mr. Ha', '"Why?"', 'Nobody']
    """
    starts = {0, *(end.end() for end in PARAGRAPH.finditer(text))}
    starts.update(edge for region in regions for edge in (region.span.start, region.span.end))
    for stop in STOP.finditer(text):
        last = LAST_WORD.findall(text[max(0, stop.start() - LONGEST_ABBREVIATION) : stop.start()])[0]
        if stop[0][0] != "." or not (last.lower() in ABBREVIATIONS or INITIAL.fullmatch(last)):
            starts.add(stop.end())
    return sorted(starts)
