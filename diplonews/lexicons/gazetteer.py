"""Longest-match search for names in running text, in time linear in the text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Generic, TypeVar

from diplonews.model import Span
from diplonews.patterns import lazy_re

__all__ = ["Gazetteer", "words_of"]

T = TypeVar("T")
WORD = lazy_re(r"[^\W_]+|[^\w\s]|_")
END = ""
SHORTEST_RECASED = 4  # characters: `IRAN` may be `Iran` in capitals, `US` and `ON` are only themselves


def words_of(form: str) -> tuple[str, ...]:
    """The words and marks of a form, as split for the search.

    Example:
        >>> words_of("U.S. Côte d’Ivoire")
        ('U', '.', 'S', '.', 'Côte', 'd', "'", 'Ivoire')
    """
    return tuple(WORD.findall(form.replace("’", "'")))


class Gazetteer(Generic[T]):
    """A search table of forms and their values.

    Words are compared as written; text in capitals (`CHINA PROTESTS`) also matches
    forms in ordinary case. The longest form wins; of two equal ones, the first given.

    Example:
        >>> names = Gazetteer([("South Korea", "KOR"), ("Korea", "?")])
        >>> [(span.start, span.end, value) for span, value in names.find("In South Korea")]
        [(3, 14, 'KOR')]
    """

    def __init__(self, entries: Iterable[tuple[str, T]]) -> None:
        self._root: dict[str, Any] = {}
        for form, value in entries:
            node = self._root
            for word in words_of(form):
                node = node.setdefault(word, {})
            if node is not self._root:
                node.setdefault(END, value)

    def get(self, form: str) -> T | None:
        """The value of exactly this form, or None."""
        node: dict[str, Any] | None = self._root
        for word in words_of(form):
            node = _step(node, word) if node is not None else None
        found: T | None = node.get(END) if node is not None else None
        return found

    def find(self, text: str) -> Iterator[tuple[Span, T]]:
        """The forms in the text, in order and without overlap."""
        matches = list(WORD.finditer(text))
        words = [match.group() for match in matches]
        first = 0
        root = self._root
        for position, word in enumerate(words):
            if position < first or (word not in root and _step(root, word) is None):
                continue
            found = self._longest(words, position)
            if found is not None:
                last, value = found
                yield Span(matches[position].start(), matches[last].end()), value
                first = last + 1

    def _longest(self, words: list[str], first: int) -> tuple[int, T] | None:
        node: dict[str, Any] | None = self._root
        best = None
        for position in range(first, len(words)):
            node = _step(node, words[position])
            if node is None:
                break
            if END in node and not (position == first and _is_recased_too_short(self._root, words[first])):
                best = position, node[END]
        return best


def _step(node: dict[str, Any] | None, word: str) -> dict[str, Any] | None:
    if node is None:
        return None
    if word in node:
        found: dict[str, Any] = node[word]
        return found
    if word == "’":
        return node.get("'")
    return node.get(word.capitalize()) if len(word) > 1 and word.isupper() else None


def _is_recased_too_short(root: dict[str, Any], word: str) -> bool:
    return len(word) < SHORTEST_RECASED and word not in root
