"""Names printed in full elsewhere in a text: expansions of abbreviations and of names in capitals."""

from __future__ import annotations

import re
from functools import cached_property

__all__ = ["Spellings"]

ABBREVIATION = re.compile(r"\(([A-Z][A-Za-z&.]{1,9})\)")
BEFORE_CHARACTERS = 80
FULL_NAME = re.compile(r"\b[A-Z][^\W\d_]{1,20} (?:[A-Z]\. )?([A-Z][^\W\d_]*[a-z][^\W\d_]*)\b")


def _expand(short: str, words: list[str]) -> str | None:
    """The words before `(ABC)` whose initials are its letters, or None."""
    letters = [letter for letter in short if letter.isupper()]
    for count in range(len(letters), min(len(words), len(letters) + 3) + 1):
        part = words[-count:]
        initials = [word[0] for word in part if word[0].isupper()]
        if initials == letters and part[0][0] == letters[0]:
            return " ".join(part)
    return None


class Spellings:
    """The full forms of names in a text.

    Args:
        text: the text of the article.

    Attributes:
        abbreviations: the full name of each abbreviation that the text explains.

    Example:
        >>> known = Spellings("The Fiscal Council (FC) met spokesman Jens Holm.")
        >>> known.abbreviations, known.in_full("HOLM"), known.in_full("VIK")
        ({'FC': 'Fiscal Council'}, 'Jens Holm', None)
    """

    def __init__(self, text: str = "") -> None:
        self._text = text
        self.abbreviations: dict[str, str] = {}
        for match in ABBREVIATION.finditer(text):
            words = text[max(0, match.start() - BEFORE_CHARACTERS) : match.start()].split()
            full = _expand(match.group(1), words)
            if full is not None:
                self.abbreviations.setdefault(match.group(1), full)

    @cached_property
    def _surnames(self) -> dict[str, str]:
        found = list(FULL_NAME.finditer(self._text))
        return {match.group(1).upper(): match.group() for match in reversed(found)}

    def in_full(self, surname: str) -> str | None:
        """The first full name in the text for a surname in capitals, such as `HALE` in a transcript; or None."""
        return self._surnames.get(surname) if surname.isupper() else None
