"""The names of persons in by-lines of pages, in any script; bodies and placeholders are none."""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet
from functools import cache

from diplonews.lexicons.agencies import find_agency
from diplonews.lexicons.html import load_author_words
from diplonews.patterns import lazy_re
from diplonews.wire.bylines import PARTICLES, is_role
from diplonews.wire.draft import clean, fold

__all__ = ["LONGEST_NAME_CHARACTERS", "agencies_in", "opening", "persons_in"]

LONGEST_NAME_CHARACTERS = 60
LONGEST_NAME_WORDS = 6
LONGEST_LIST_CHARACTERS = 1_000
LONGEST_CASELESS_CHARACTERS = 14
# separators between names, and what ends a list of names: "Ann Rowe | rowe@courier.example"
BETWEEN = lazy_re(
    r"\s*(?:[,;/&、，·•+]|\s(?:and|und|et|avec|with|y|e|en|og|och|ja|i|ve|dan|và|с|и)\s|\s[-–—]\s)\s*", re.IGNORECASE
)
AFTER = lazy_re(r"\s*(?:\||\n|\s[-–—]{1,2}\s|•|(?<=\w)\s?[(\[（]).*", re.DOTALL)
# addresses, handles and what follows an address
ADDRESS = lazy_re(
    r"https?://\S*|\S*@\S+|\bwww\.\S+|\b[\w-]+\.(?:com|net|org|de|fr|it|es|tv|co|info|tr|jp|cn)\b\S*",
    re.IGNORECASE,
)
DIGIT = lazy_re(r"\d")
LETTERS = lazy_re(r"[^\W\d_]")
CASELESS = lazy_re(
    r"[\u0590-\u05ff\u0600-\u06ff\u0900-\u0dff\u0e00-\u0eff\u1000-\u109f\u1200-\u137f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]"
)
UNSPACED = lazy_re(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


@cache
def _before() -> re.Pattern[str]:
    words = "|".join(map(re.escape, load_author_words().before))
    return re.compile(
        rf"(?:[(（\[]\s?)?(?:{words})(?:\s?[:：/]\s*|\s+|(?=[\u3400-\u9fff\uac00-\ud7af]))", re.IGNORECASE
    )


def opening(text: str) -> int:
    """The number of characters before the names of a line; 0 if it does not open like a by-line."""
    at = 0
    while (found := _before().match(text, at)) is not None:
        at = found.end()
    return at


def persons_in(text: str, outlets: AbstractSet[str] = frozenset(), *, trusted: bool = False) -> list[str]:
    """The persons that a by-line names, in order; names in capitals are put in title case.

    Args:
        text: a by-line or a list of names, with or without text around them.
        outlets: the names of the page's outlet, folded; they are not persons.
        trusted: whether the page says that this is a person; then one word is enough.

    Example:
        >>> persons_in("By Ann Rowe and Karl Dahl | rowe@courier.example"), persons_in("Admin"), persons_in("AP")
        (['Ann Rowe', 'Karl Dahl'], [], [])
        >>> persons_in("By ANN ROWE")
        ['Ann Rowe']
    """
    found = (name for name in _parts(text) if _is_person(name, outlets, trusted=trusted))
    return list(dict.fromkeys(name.title() if name.isupper() and " " in name else name for name in found))


def agencies_in(text: str) -> list[str]:
    """The agencies that a by-line names, as printed.

    Example:
        >>> agencies_in("Ann Rowe und Karl Dahl, dpa")
        ['dpa']
    """
    return [part for part in _parts(text) if find_agency(part) is not None]


def _parts(text: str) -> list[str]:
    """The names that a by-line lists, without the text around them."""
    text = ADDRESS.sub(" ", clean(text[:LONGEST_LIST_CHARACTERS]))
    text = AFTER.sub("", text[opening(text) :])
    parts = [part for part in BETWEEN.split(text) if part]
    if len(parts) == 2 and " " not in parts[0] + parts[1] and "," in text and UNSPACED.search(text) is None:
        parts = [f"{parts[1]} {parts[0]}"]  # "Rowe, Ann"
    return [bare for part in parts if (bare := _bare(part))]


def _bare(part: str) -> str:
    """A name without introductory words, punctuation and titles."""
    part = part[opening(part) :].strip(" .,;:|-–—()（）[]\"'“”«»*")
    for title in load_author_words().titles:
        if part.casefold().endswith(title) and len(part) > len(title):
            part = part[: -len(title)].rstrip(" ,.")
    return part


def _is_person(name: str, outlets: AbstractSet[str], *, trusted: bool) -> bool:
    words = name.split()
    if not 2 <= len(name) <= LONGEST_NAME_CHARACTERS or len(words) > LONGEST_NAME_WORDS or DIGIT.search(name):
        return False
    if name.casefold() in load_author_words().placeholders or fold(name) in outlets or _is_body(name) or is_role(name):
        return False
    if CASELESS.search(name) is not None:
        return UNSPACED.search(name) is None or len(name) <= LONGEST_CASELESS_CHARACTERS
    if trusted:
        return words[0][0].isupper()
    return len(words) > 1 and all(map(_may_be_name, words)) and words[0][0].isupper()


def _may_be_name(word: str) -> bool:
    letters = word.strip(".'’‘-\"“”")
    if word.endswith(("'s", "’s")):
        return False
    if not letters or word.casefold() in PARTICLES:
        return bool(letters)
    return (
        LETTERS.match(letters) is not None
        and any(map(str.isupper, letters[:3]))
        and not set(letters) & set("{}<>_=[]#@:")
    )


def _is_body(name: str) -> bool:
    """Whether words name an agency, an organisation, a desk or a trade."""
    if find_agency(name) is not None:
        return True
    table = load_author_words()
    words = [word.strip(".,:()'’") for word in name.casefold().split()]
    ends = {words[0], words[-1]} if words else set()
    return bool(ends & table.bodies) or name.casefold().endswith(table.body_endings)
