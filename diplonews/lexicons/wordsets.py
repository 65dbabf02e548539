"""Sets of words that the rules ask for by name; the table is read when one of them is first asked."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from diplonews.lexicons.tables import load_table

__all__ = ["WordSet"]


@cache
def _sets() -> dict[str, frozenset[str]]:
    return {row["name"]: frozenset(row["words"]) for row in load_table("words").rows}


class WordSet:
    """The words of one row of the table `words`.

    Args:
        name: key of the row.

    Example:
        >>> "hope" in WordSet("status.wish"), "eat" in WordSet("status.wish")
        (True, False)
    """

    __slots__ = ("_words", "name")

    def __init__(self, name: str) -> None:
        self.name = name
        self._words: frozenset[str] | None = None

    @property
    def words(self) -> frozenset[str]:
        """The words; read on first use.

        Raises:
            KeyError: if the table has no row of that name.
        """
        if self._words is None:
            self._words = _sets()[self.name]
        return self._words

    def __contains__(self, word: object) -> bool:
        words = self._words
        return word in (self.words if words is None else words)

    def __iter__(self) -> Iterator[str]:
        return iter(sorted(self.words))

    def __len__(self) -> int:
        return len(self.words)

    def __repr__(self) -> str:
        return f"<WordSet {self.name}>"
