"""Text to tokens, and each token to one character: its kind in the grammar.

The grammar's patterns run over the string of these characters (`Tokens.classes`), about two hundred for a
thousand characters of news, and never over the letters.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import islice

import attrs

from diplonews.lexicons.temporal import load_holidays, load_temporal_words
from diplonews.lexicons.temporal_names import load_first_words
from diplonews.patterns import lazy_re

__all__ = ["LATIN_ENDS", "OTHER", "Tokens", "class_of", "kinds", "tokenize"]

OTHER = "x"
LONGEST_NUMBER_CHARACTERS = 9
LATIN_ENDS = "\u0250"
REMEMBERED_TOKENS = 50_000
BATCH_TOKENS = 1_000  # a match takes ten times the room of its word

# The commonest kinds come first. A blank is taken along with what follows, so that no search begins at it;
# one blank only, or a long run of them would take quadratic time.
TOKEN = lazy_re(
    r"""
    [ ]?(
      [A-Za-z]{2,}+(?=[ ,.])               # most words
    | [^\W\d_]{2,}(?:['’]clock\b|)         # words; o'clock
    | [^\w\s'’]
    | (?=[ABEOS]\.)(?:B\.E|A\.H|B\.S|E\.C|O\.S|S\.H)\.  # eras
    | [AaPp]\.[Mm]\b\.?                     # a.m.
    | [^\W\d_](?:['’]clock\b|)
    | (?=\d)(?:
        \d{4}-\d\d-\d\d(?!\d) | \d{4}/\d\d/\d\d(?![\d/])
      | \d{1,2}:\d\d(?::\d\d)?(?!\d)
      | \d{1,2}/\d{1,2}/(?:\d{4}|\d\d)(?!\d)
      | \d{1,2}\.\d{1,2}\.\d{4}(?!\d)
      | \d{1,3}(?:,\d{3})+(?!\d)
      | \d+(?:\.\d+)?(?:(?:st|nd|rd|th|s)(?!\w))?
      )
    | ['’](?:\d0s|\d\d(?!\w)|[a-z]{1,2}\b|)
    | \n[ \t\r]*\n
    | _
    )
    """,
    re.VERBOSE,
)

PUNCTUATION = {
    ".": "DOT",
    ",": "COMMA",
    "-": "HYPHEN",
    "‐": "HYPHEN",
    "‑": "HYPHEN",
    "–": "DASH",
    "—": "DASH",
    "/": "SLASH",
    "(": "OPEN",
    ")": "CLOSE",
    "[": "OPEN",
    "]": "CLOSE",
    "+": "SIGN",
    "−": "SIGN",
    "$": "CURRENCY",
    "£": "CURRENCY",
    "€": "CURRENCY",
    "¥": "CURRENCY",
    "#": "CURRENCY",
    "%": "PERCENT",
    "?": "STOP",
    "!": "STOP",
    ":": "COLON",
    ";": "SEMICOLON",
    '"': "QUOTE",
    "“": "QUOTE",
    "”": "QUOTE",
    "'": "APOSTROPHE",
    "’": "APOSTROPHE",
    "‘": "APOSTROPHE",
    "'s": "POSSESSIVE",
    "’s": "POSSESSIVE",
    "am": "AMPM",
    "pm": "AMPM",
    "AM": "AMPM",
    "PM": "AMPM",
}
NUMBER_KINDS = (
    (lazy_re(r"\d{4}[-/]\d\d[-/]\d\d\Z"), "ISO_DATE"),
    (lazy_re(r"\d{1,2}:\d\d"), "CLOCK"),
    (lazy_re(r"\d{1,2}[/.]\d{1,2}[/.]\d+\Z"), "SLASH_DATE"),
    (lazy_re(r"\d+(?:st|nd|rd|th)\Z"), "ORDINAL_DIGITS"),
    (lazy_re(r"(?:\d{3}|['’]\d)0s\Z"), "DECADE_DIGITS"),
    (lazy_re(r"['’]\d\d\Z"), "YEAR_SHORT"),
    (lazy_re(r"\d{1,2}\Z"), "DIGITS"),
    (lazy_re(r"\d{4}\Z"), "YEAR_DIGITS"),
    (lazy_re(r"(?:\d+|\d+(?:,\d{3})+)\Z"), "INTEGER"),
    (lazy_re(r"\d+\.\d+\Z"), "DECIMAL"),
    (lazy_re(r"[5-9]0s\Z"), "DECADE_SHORT"),
    (lazy_re(r"[AaPp]\.[Mm]"), "AMPM"),
    (lazy_re(r"\n"), "BREAK"),
)
# One byte each, so that the string of classes stays compact; `x` is kept for every other word.
CLASS_CHARACTERS = [
    chr(c) for c in (*range(48, 58), *range(65, 91), *range(97, 123), *range(161, 256)) if c != ord("x")
]


@cache
def class_of() -> Mapping[str, str]:
    """The character of each token kind."""
    names = {
        *load_temporal_words().kinds.values(),
        *PUNCTUATION.values(),
        *(kind for _, kind in NUMBER_KINDS),
        "HOLIDAY",
        "FOREIGN",
    }
    return {**dict(zip(sorted(names), CLASS_CHARACTERS, strict=False)), "OTHER": OTHER}


@cache
def kinds() -> dict[str, str]:
    """The character of each known token, as printed."""
    characters = class_of()
    holidays = {name.split()[0].capitalize().rstrip(".") for name in load_holidays()}
    known = dict.fromkeys((name.split("'")[0].split("’")[0] for name in holidays), "HOLIDAY")
    known |= dict.fromkeys(load_first_words(), "FOREIGN")
    known |= PUNCTUATION
    known |= load_temporal_words().kinds
    return {token: characters[kind] for token, kind in known.items()}


def _shape(token: str) -> str:
    """The character of a token outside the tables."""
    if len(token) > LONGEST_NUMBER_CHARACTERS + 3:
        return OTHER
    kind = next((kind for pattern, kind in NUMBER_KINDS if pattern.match(token)), None)
    return OTHER if kind is None else class_of()[kind]


class _Classes(dict[str, str]):
    """Maps tokens to characters; a token outside the tables is classed by its shape and cached for a while."""

    def __missing__(self, token: str) -> str:
        if token[0] >= LATIN_ENDS and token[0].isalpha():
            character = class_of()["FOREIGN"]
        else:
            character = OTHER if token.isalpha() else _shape(token)
        if len(self) < REMEMBERED_TOKENS:
            self[token] = character
        return character


@cache
def _classes() -> _Classes:
    return _Classes(kinds())


@attrs.frozen(eq=False)
class Tokens:
    """The tokens of a stretch of text.

    Attributes:
        text: the whole text, which `starts` counts in.
        words: the tokens as printed.
        starts: where each begins.
        classes: one character for each token.
    """

    text: str
    words: list[str]
    starts: Sequence[int]
    classes: str

    def end(self, index: int) -> int:
        """Where a token ends."""
        return self.starts[index] + len(self.words[index])


def tokenize(text: str, start: int = 0, end: int | None = None) -> Tokens:
    """The tokens of `text[start:end]`, without white space except blank lines.

    Example:
        >>> tokenize("On Feb. 18, 2021").words
        ['On', 'Feb', '.', '18', ',', '2021']
    """
    matches = TOKEN.finditer(text, start, len(text) if end is None else end)
    words: list[str] = []
    starts = array("I" if len(text) < 1 << 32 else "Q")
    classes: list[str] = []
    shared: dict[str, str] = {}  # one string object per word, however often it occurs
    character_of = _classes().__getitem__
    while batch := list(islice(matches, BATCH_TOKENS)):
        printed = [match[1] for match in batch]
        words.extend(map(shared.setdefault, printed, printed))
        starts.extend([match.start(1) for match in batch])
        classes.append("".join(map(character_of, printed)))
        if len(shared) > REMEMBERED_TOKENS:
            shared.clear()
    return Tokens(text, words, starts, "".join(classes))
