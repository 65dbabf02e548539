"""Plain text as lines: where each begins and ends, which belong to one paragraph."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from diplonews.patterns import lazy_re

__all__ = ["Bounds", "ends_sentence", "is_foreign_label", "is_wrapped", "join_wrapped", "split_lines"]

Bounds = tuple[int, int]

# A line's content starts at its first visible character; a byte order mark, a zero-width space and
# the controls of terminals count as white space, a lone carriage return as a line end.
LINE = lazy_re(r"[^\s\ufeff\u200b\x01-\x08\x0e-\x1b\x7f][^\n\r]*")
CONTROLS = "".join(map(chr, (*range(1, 9), *range(14, 28), 127)))
INVISIBLE = (
    CONTROLS
    + " \t\x0b\x0c\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2028\u2029\u202f\u205f\u3000\ufeff\u200b"
    + "".join(map(chr, range(0x2000, 0x200B)))
)
SENTENCE_END = lazy_re(r"[.!?。！？…؟।]['\"”’»」』)\]]{0,3}$")
# U.S. | N.K. | Gov. A. B.: a point that ends an abbreviation ends no sentence of a headline
ABBREVIATED = lazy_re(r"(?:\b[A-Z]\.){1,4}$")
CLOSING_BRACKET = lazy_re(r"\s?\([^()]{1,40}\)$")
LONG_PARAGRAPH_CHARACTERS = 200
ANNOUNCING_CHARACTERS = 30  # "The two agreed on three points:"
LONGEST_WRAPPED_CHARACTERS = 90
FULL_LINE_CHARACTERS = 40
SAMPLE_LINES = 200
SAMPLE_CHARACTERS = 4_000
SAMPLE_STEP = 16
LABEL_CHARACTERS = 24


def split_lines(text: str) -> list[Bounds]:
    r"""Start and end of each line that is not blank, white space at both ends left out.

    Example:
        >>> split_lines("  One. \r\n\n Two.")
        [(2, 6), (11, 15)]
    """
    lines = []
    for match in LINE.finditer(text):
        start, end = match.span()
        if text[end - 1] in INVISIBLE:
            end = start + len(match[0].rstrip(INVISIBLE))
        lines.append((start, end))
    return lines


def ends_sentence(line: str) -> bool:
    """Whether a line ends as running text does: with a full stop, or by its sheer length.

    Example:
        >>> ends_sentence("Envoys met."), ends_sentence("Envoys to meet in the U.S.")
        (True, False)
    """
    if len(line) >= LONG_PARAGRAPH_CHARACTERS:
        return True
    tail = line[-60:]
    if tail[-1:] == ":":
        return len(line) >= ANNOUNCING_CHARACTERS and not line.isupper()
    if tail[-1:] == ")":
        tail = CLOSING_BRACKET.sub("", tail)
    return SENTENCE_END.search(tail) is not None and ABBREVIATED.search(tail) is None


def _adjacent(text: str, first: Bounds, second: Bounds) -> bool:
    """Whether no blank line lies between two lines."""
    return text.count("\n", first[1], second[0]) <= 1


def _indent(text: str, line: Bounds) -> int:
    return line[0] - (text.rfind("\n", max(0, line[0] - 200), line[0]) + 1)


def is_wrapped(text: str, lines: Sequence[Bounds]) -> bool:
    """Whether the text was broken at a fixed width, as terminals and e-mail do.

    It is if no line is long and sentences often run on from one line to the next.
    """
    sample = lines[:SAMPLE_LINES]
    if len(sample) < 3 or max(end - start for start, end in sample) > LONGEST_WRAPPED_CHARACTERS:
        return False
    runs_on = pairs = 0
    for first, second in itertools.pairwise(sample):
        if _adjacent(text, first, second) and first[1] - first[0] >= FULL_LINE_CHARACTERS:
            pairs += 1
            runs_on += text[second[0]].islower()
    return runs_on >= 2 and runs_on * 4 >= pairs


def join_wrapped(text: str, lines: Sequence[Bounds]) -> list[Bounds]:
    """The paragraphs of a wrapped text: a blank line, an indent or a short line ends one."""
    paragraphs: list[Bounds] = []
    previous: Bounds | None = None
    for line in lines:
        if (
            previous is not None
            and _adjacent(text, previous, line)
            and previous[1] - previous[0] >= FULL_LINE_CHARACTERS
            and _indent(text, line) <= _indent(text, previous)
            and not (
                line[1] - line[0] <= 12
                and not text[line[0]].islower()
                and ends_sentence(text[previous[0] : previous[1]])
            )
        ):
            paragraphs[-1] = (paragraphs[-1][0], line[1])
        else:
            paragraphs.append(line)
        previous = line
    return paragraphs


@lru_cache(maxsize=4096)
def _script(character: str) -> str:
    """A coarse name of the script of a letter."""
    code = ord(character)
    if code < 0x250:
        return "Latin"
    for name, first, last in SCRIPTS:
        if first <= code <= last:
            return name
    return "other"


# scripts that occur together in one language
RELATED_SCRIPTS = {"Kana": ("Han",), "Hangul": ("Han",), "Han": ("Kana",)}
SCRIPTS = (
    ("Greek", 0x370, 0x3FF),
    ("Cyrillic", 0x400, 0x52F),
    ("Hebrew", 0x590, 0x5FF),
    ("Arabic", 0x600, 0x77F),
    ("Devanagari", 0x900, 0x97F),
    ("Thai", 0xE00, 0xE7F),
    ("Kana", 0x3040, 0x30FF),
    ("Han", 0x4E00, 0x9FFF),
    ("Hangul", 0xAC00, 0xD7AF),
)


def main_script(text: str) -> str:
    """The script of most letters, judged by every 16th of the first 4,000 characters."""
    sample = text[:SAMPLE_CHARACTERS:SAMPLE_STEP]
    if sample.isascii():
        return "Latin"
    counts = Counter(_script(c) for c in sample if c.isalpha())
    return counts.most_common(1)[0][0] if counts else "Latin"


def is_foreign_label(line: str, script: str) -> bool:
    """Whether a short line is wholly in another script than the article: a label of the site."""
    return (
        not line.isascii()
        and len(line) <= LABEL_CHARACTERS
        and any(map(str.isalpha, line))
        and not any(map(str.isdigit, line))
        and not {_script(c) for c in line if c.isalpha()} & {script, *RELATED_SCRIPTS.get(script, ())}
    )
