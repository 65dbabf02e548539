"""The words of a body as numbers, and whether two bodies are prints of one wire copy."""

from __future__ import annotations

from typing import Any, TypeAlias
from zlib import crc32

import numpy as np

from diplonews.patterns import lazy_re

__all__ = ["LEAST_WORDS", "Vocabulary", "Words", "is_one_copy", "words_of"]

Words: TypeAlias = "np.ndarray[Any, np.dtype[np.uint32]]"

LEAST_WORDS = 25  # shorter bodies are one copy only if they are equal
COVERED = 0.7  # of the shorter body's words are in the longer one, beside the same neighbour
HEAD_COVERED = 0.65  # of the longer one's beginning is in the shorter: a cut keeps the head, a follow-up the tail
FIGURES_COVERED = 0.6  # of the figures: a daily story repeats the words of the day before with other figures
LONGER = 3  # times the length of the shorter body is read from the longer one
# Dashes may join words without a space; scripts without spaces (Thai to Khmer, kana, Han) are read by character.
APART = lazy_re("[–—…\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")
EDGES = lazy_re(r"^[\W_]+|[\W_]+$")
INSIDE = lazy_re(r"[\W_]+")


class Vocabulary(dict[str, int]):
    """The number of each printed word: the same in every run, odd for figures, 0 without letters or digits.

    Example:
        >>> numbers = Vocabulary()
        >>> numbers["“Levy,"] == numbers["levy"], numbers["15"] % 2, numbers["--"]
        (True, 1, 0)
    """

    def __missing__(self, printed: str) -> int:
        word = printed.casefold()
        if any(map(str.isdigit, word)):
            word = EDGES.sub("", word).replace(",", "")
            number = crc32(word.encode("utf-8", "surrogatepass")) | 1
        else:
            word = INSIDE.sub("", word)
            number = (crc32(word.encode("utf-8", "surrogatepass")) & ~1 or 2) if word else 0
        self[printed] = number
        return number


def words_of(body: str, numbers: Vocabulary) -> Words:
    """The words of a body in order as numbers, ignoring punctuation and case."""
    if not body.isascii():
        body = APART.sub(r" \g<0> ", body)
    found = np.array([numbers[printed] for printed in body.split()], dtype=np.uint32)
    words: Words = found[found != 0]
    return words


def is_one_copy(one: Words, other: Words, *, same_day: bool) -> bool:
    """Whether two bodies are prints of one copy, lightly edited and perhaps cut at the end.

    Args:
        one, other: the words of the bodies.
        same_day: whether both are known to be from the same day; if so, one figure may always differ.
    """
    shorter, longer = (one, other) if len(one) <= len(other) else (other, one)
    if len(shorter) < LEAST_WORDS:
        return False
    known = _pairs(longer[: LONGER * len(shorter)])
    pairs = _pairs(shorter)
    ours = set(pairs)
    if 2 * len(ours.intersection(known)) < COVERED * len(ours):
        return False
    covered = _covered(pairs, set(known))
    if np.count_nonzero(covered) < COVERED * len(shorter):
        return False
    if np.count_nonzero(_covered(known[: len(shorter) - 1], ours)) < HEAD_COVERED * len(shorter):
        return False
    figures = covered[shorter % 2 == 1]
    lost = len(figures) - np.count_nonzero(figures)
    return bool(lost <= max(int(same_day), (1 - FIGURES_COVERED) * len(figures)))


def _pairs(words: Words) -> list[int]:
    """Each pair of neighbouring words as one number."""
    wide = words.astype(np.uint64)
    joined: list[int] = ((wide[:-1] << np.uint64(32)) | wide[1:]).tolist()
    return joined


def _covered(pairs: list[int], known: set[int]) -> np.ndarray[Any, np.dtype[np.bool_]]:
    """For each word, whether it is part of a known pair."""
    found = np.fromiter((pair in known for pair in pairs), dtype=np.bool_, count=len(pairs))
    covered = np.zeros(len(pairs) + 1, dtype=np.bool_)
    covered[:-1] = found
    covered[1:] |= found
    return covered
