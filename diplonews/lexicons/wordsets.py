"""Sets of words that the rules look up by name, read from the tables in use at the time of the look-up."""

from __future__ import annotations

from collections.abc import Iterator

from diplonews.lexicons.reporting import verb_sets
from diplonews.lexicons.tables import Tables, in_use, per_tables

__all__ = ["WordSet"]


@per_tables
def _sets(tables: Tables) -> dict[str, frozenset[str]]:
    return {row["name"]: frozenset(row["words"]) for row in tables["words"].rows} | verb_sets()


class WordSet:
    """The words of one row of the table `words`, or a set of verbs from the table `verbs` (`verb_sets`).

    Args:
        name: key of the row, or of the set.

    Example:
        >>> "hope" in WordSet("status.wish"), "eat" in WordSet("status.wish")
        (True, False)
    """

    __slots__ = ("_read", "name")

    def __init__(self, name: str) -> None:
        self.name = name
        self._read: tuple[Tables | None, frozenset[str]] = (None, frozenset())

    @property
    def words(self) -> frozenset[str]:
        """The words.

        Raises:
            KeyError: if there is none of that name.
        """
        tables, words = self._read
        if tables is not in_use():
            words = _sets()[self.name]
            self._read = in_use(), words
        return words

    def __contains__(self, word: object) -> bool:
        tables, words = self._read
        return word in (words if tables is in_use() else self.words)

    def __iter__(self) -> Iterator[str]:
        return iter(sorted(self.words))

    def __len__(self) -> int:
        return len(self.words)

    def __repr__(self) -> str:
        return f"<WordSet {self.name}>"
