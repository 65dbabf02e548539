"""Templates of features: the named values that are combined."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from operator import itemgetter

__all__ = ["Templates"]


class Templates:
    """Builds features from named values.

    Args:
        rows: for each feature, the names of its values, separated by blanks.

    Example:
        >>> Templates("word", "word tag").fill({"word": "said", "tag": "VBD"})
        ['word=said', 'word tag=said/VBD']
    """

    def __init__(self, *rows: str) -> None:
        self._single = [(row, itemgetter(row)) for row in rows if " " not in row]
        self._joined: list[tuple[str, Callable[[Mapping[str, str]], tuple[str, ...]]]] = [
            (row, itemgetter(*row.split())) for row in rows if " " in row
        ]

    def fill(self, values: Mapping[str, str]) -> list[str]:
        """The features of some values.

        Raises:
            KeyError: if a value is missing.
        """
        features = [f"{row}={get(values)}" for row, get in self._single]
        features += [f"{row}={'/'.join(get(values))}" for row, get in self._joined]
        return features
