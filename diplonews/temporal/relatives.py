"""Days counted from today in other languages: `hier`, `지난 화요일`, `上周二`, `الثلاثاء الماضي`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache

import attrs

from diplonews.lexicons.temporal_names import first_words, load_both_ways, load_day_words
from diplonews.lexicons.temporal_relative import load_period_words
from diplonews.patterns import lazy_re
from diplonews.temporal.context import Context
from diplonews.temporal.foreign import Found
from diplonews.temporal.foreign_weeks import FREE, UNSPACED, Place, Reading, readings
from diplonews.temporal.lexing import LATIN_ENDS
from diplonews.temporal.meaning import Part, Unresolved
from diplonews.temporal.rules.common import moved
from diplonews.temporal.surroundings import SENTENCE_END, WORD, shown_languages

__all__ = ["find_days"]

# No letter, and no vowel sign of an Indian script, may follow.
ENDS = r"(?![^\W\d_]|[\u0900-\u0dff])"
BEGINS = r"(?<![^\W\d_])"
AND = "و"  # written with the Arabic word after it
OPENS = lazy_re(r"(?:[.!?:\n]|[\"“„»«‘-])\s*\Z")


@attrs.frozen
class _Words:
    """Words that one pattern reads.

    Attributes:
        language: its code.
        pattern: the words.
        reading: their meaning, and the rule's id.
        first: the first words that a match can begin with, in lower case.
        is_day: whether they are a day at a fixed distance: `hier`.
    """

    language: str
    pattern: re.Pattern[str]
    reading: Reading
    first: frozenset[str]
    is_day: bool = False


def _bounded(language: str, choices: str) -> re.Pattern[str]:
    begins = "" if language in UNSPACED else BEGINS
    ends = "" if language in FREE else ENDS
    return re.compile(f"{begins}(?:{choices}){ends}", re.NOFLAG if language in FREE else re.IGNORECASE)


def _day(offset: int) -> Callable[[Place], Part]:
    return lambda place: Part(value=moved(place.context.today, offset, "D").isoformat())


@cache
def _all_words() -> tuple[_Words, ...]:
    """Weekdays, periods and days of all languages, the farther days first: `pasado mañana` before `mañana`."""
    table = []
    for language in load_period_words():
        for reading in readings(language):
            first = frozenset(word.lower() for choice in reading.begins for word in first_words(choice))
            table.append(_Words(language, _bounded(language, reading.pattern), reading, first))
    for language, rows in load_day_words().items():
        for offset, words in sorted(rows.items(), key=lambda row: -abs(row[0])):
            first = frozenset(word.lower() for choice in words for word in first_words(choice))
            reading = Reading(pattern="|".join(words), begins=words, read=_day(offset), rule="foreign.day")
            table.append(_Words(language, _bounded(language, reading.pattern), reading, first, is_day=True))
    return tuple(table)


@cache
def _by_first_word() -> Mapping[str, tuple[_Words, ...]]:
    """The expressions that may begin with each word, in the languages that separate words."""
    table: dict[str, list[_Words]] = {}
    for words in _all_words():
        if words.language not in FREE:
            for word in sorted(words.first):
                table.setdefault(word, []).append(words)
    return {word: tuple(found) for word, found in table.items()}


@cache
def _free_openings() -> re.Pattern[str]:
    """The words that an expression may begin with in the other languages."""
    first = {word for words in _all_words() if words.language in FREE for word in words.first}
    return re.compile("|".join(map(re.escape, sorted(first))))


def _both_ways(place: Place) -> Part:
    """The meaning of `कल`, yesterday or tomorrow: the verb at the end of the sentence decides."""
    both, word = load_both_ways(), place.match
    stop = SENTENCE_END.search(place.text, word.end(), place.end)
    words = place.text[word.end() : stop.start() if stop else place.end].split()[-3:]
    past = any(word in both.past for word in words)
    future = any(word.endswith(tuple(both.future)) for word in words)
    if past == future:
        raise Unresolved(f"{word[0]} may be yesterday or tomorrow, and no verb decides")
    return Part(value=moved(place.context.today, both.words[word[0]] * (-1 if past else 1), "D").isoformat())


BOTH_WAYS = Reading(pattern="", begins=(), read=_both_ways, rule="foreign.day")


@cache
def _both_pattern() -> re.Pattern[str]:
    return _bounded("hi", "|".join(load_both_ways().words))


def _found(place: Place, reading: Reading) -> Found | None:
    match = place.match
    try:
        part = reading.read(place)
    except Unresolved as unknown:
        part = Part(value=None, reason=str(unknown))
    return None if part is None else Found(match.start(), match.end(), part, reading.rule)


def _is_of_language(text: str, match: re.Match[str], words: _Words, start: int, end: int) -> bool:
    """Whether the surrounding words fit the language: German `hier`, or the paper `Heute` in English, is not a day.

    A capitalised day in Latin letters must open its sentence: `jeden Morgen` is not a day.
    """
    if match[0][0] >= LATIN_ENDS:
        return True
    opens = match.start() == start or OPENS.search(text[max(start, match.start() - 3) : match.start()]) is not None
    if words.is_day and match[0][0].isupper() and not opens:
        return False
    shown = shown_languages(text, match.start(), match.end(), start, end)
    return shown[words.language] == max(shown.values())


def _matches(text: str, start: int, end: int) -> Iterator[tuple[_Words, re.Match[str]]]:
    by_first = _by_first_word()
    for word in WORD.finditer(text, start, end):
        name = word[0].lower()
        for cut in (0, 1) if name[0] == AND else (0,):
            for words in by_first.get(name[cut:], ()):
                match = words.pattern.match(text, word.start() + cut, end)
                if match is not None and _is_of_language(text, match, words, start, end):
                    yield words, match
    if _free_openings().search(text, start, end) is not None:
        for words in _all_words():
            if words.language in FREE:
                for match in words.pattern.finditer(text, start, end):
                    yield words, match


def find_days(text: str, start: int, end: int, context: Context) -> Iterator[Found]:
    """The days, weeks, months and years in `text[start:end]`, in order of their kinds."""
    for words, match in _matches(text, start, end):
        found = _found(Place(match, words.language, end, context), words.reading)
        if found is not None:
            yield found
    if all(text.find(word, start, end) < 0 for word in load_both_ways().words):
        return
    for word in _both_pattern().finditer(text, start, end):
        found = _found(Place(word, "hi", end, context), BOTH_WAYS)
        if found is not None:
            yield found
