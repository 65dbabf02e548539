"""Days counted from today in other languages: `hier`, `지난 화요일`, `上周二`, `الثلاثاء الماضي`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

import attrs

from diplonews.lexicons.temporal_names import (
    load_both_ways,
    load_day_words,
    load_function_words,
    load_weekday_frames,
    load_weekday_names,
)
from diplonews.temporal.calendar import DAYS_OF_WEEK
from diplonews.temporal.context import Context
from diplonews.temporal.foreign import Found
from diplonews.temporal.lexing import LATIN_ENDS
from diplonews.temporal.meaning import Part, Unresolved
from diplonews.temporal.rules.common import moved

__all__ = ["find_days"]

# No letter, and no vowel sign of an Indian script, may follow.
ENDS = r"(?![^\W\d_]|[\u0900-\u0dff])"
BEGINS = r"(?<![^\W\d_])"
UNSPACED = ("ja", "zh")
FREE = ("ko", *UNSPACED)  # a word has no end of its own: a particle may be written with it
FREE_SCRIPT = re.compile("[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7a3]")
WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|[\u0900-\u0dff\u200c])*")
AND = "و"  # written with the Arabic word after it
LOOKS = re.compile(r"\(\?<?[=!][^)]*\)")
AROUND = 100  # characters on either side that show the language
OPENS = re.compile(r"(?:[.!?:\n]|[\"“„»«‘-])\s*\Z")
SENTENCE_END = re.compile(r"[।.!?\n]")
FRAMES = {"last": -1, "next": 1, "week_last": -1, "week_next": 1, "week_this": 0}


@attrs.frozen
class _Words:
    """Words that one pattern reads: days of one distance, or the weekdays of a language.

    Attributes:
        language: its code.
        pattern: the words.
        offset: days from today; None for weekdays.
        first: the first words that a match can begin with, in lower case.
    """

    language: str
    pattern: re.Pattern[str]
    offset: int | None
    first: frozenset[str]


def _bounded(language: str, choices: str) -> re.Pattern[str]:
    begins = "" if language in UNSPACED else BEGINS
    ends = "" if language in FREE else ENDS
    return re.compile(f"{begins}(?:{choices}){ends}", re.NOFLAG if language in FREE else re.IGNORECASE)


def _first(word: str) -> str:
    match = WORD.search(LOOKS.sub("", word.lower()))
    return "" if match is None else match[0]


@cache
def _all_words() -> tuple[_Words, ...]:
    """Weekdays and days of all languages, the farther days first: `pasado mañana` before `mañana`."""
    table = []
    for language, frames in load_weekday_frames().items():
        names = sorted(load_weekday_names()[language], key=len, reverse=True)
        first = {_first(name) for name in names} | {_first(word) for words in frames.values() for word in words}
        table.append(_Words(language, _bounded(language, _frames(language, frames, names)), None, frozenset(first)))
    for language, rows in load_day_words().items():
        for offset, words in sorted(rows.items(), key=lambda row: -abs(row[0])):
            first = {_first(word) for word in words}
            table.append(_Words(language, _bounded(language, "|".join(words)), offset, frozenset(first)))
    return tuple(table)


def _frames(language: str, frames: Mapping[str, tuple[str, ...]], names: list[str]) -> str:
    """A weekday with the words before or after it that say it is over or to come."""
    space = "" if language in UNSPACED else r"\s" if language != "ko" else r"\s?"
    day_names, choices = "|".join(map(re.escape, names)), []
    for frame in sorted(frames, key=lambda frame: "week" not in frame):
        words = "|".join(map(re.escape, sorted(frames[frame], key=len, reverse=True)))
        said, day = f"(?P<{frame}>{words})", f"(?P<{frame}_day>{day_names})(?:-feira)?"
        choices.append(f"{said}{space}{day}" if frame.endswith("before") else f"{day}{space}{said}")
    return "|".join(choices)


@cache
def _by_first_word() -> Mapping[str, tuple[_Words, ...]]:
    """What may begin with each word, in the languages that set words apart."""
    table: dict[str, list[_Words]] = {}
    for words in _all_words():
        if words.language not in FREE:
            for word in sorted(words.first):
                table.setdefault(word, []).append(words)
    return {word: tuple(found) for word, found in table.items()}


def _weekday(match: re.Match[str], names: Mapping[str, int], context: Context) -> Part:
    """The day: the last or next such weekday, or the one of the week before or after where a week is named."""
    frame = next(name for name, said in match.groupdict().items() if said and not name.endswith("_day"))
    weekday, step = names[match[f"{frame}_day"].lower()], FRAMES[frame.rpartition("_")[0]]
    today = context.today
    if frame.startswith("week"):
        return Part(value=moved(today, weekday - today.isoweekday() + DAYS_OF_WEEK * step, "D").isoformat())
    if step < 0:
        return Part(value=moved(today, -((today.isoweekday() - weekday - 1) % DAYS_OF_WEEK + 1), "D").isoformat())
    return Part(value=moved(today, (weekday - today.isoweekday() - 1) % DAYS_OF_WEEK + 1, "D").isoformat())


def _both_ways(text: str, word: re.Match[str], end: int, context: Context) -> Part:
    """`कल`, yesterday or tomorrow: the verb that ends the sentence tells."""
    both = load_both_ways()
    stop = SENTENCE_END.search(text, word.end(), end)
    words = text[word.end() : stop.start() if stop else end].split()[-3:]
    past = any(word in both.past for word in words)
    future = any(word.endswith(tuple(both.future)) for word in words)
    if past == future:
        raise Unresolved(f"{word[0]} is a day ago or ahead, and no verb tells which")
    return Part(value=moved(context.today, both.words[word[0]] * (-1 if past else 1), "D").isoformat())


def _found(text: str, match: re.Match[str], end: int, words: _Words | None, context: Context) -> Found:
    rule = "foreign.weekday" if words is not None and words.offset is None else "foreign.day"
    try:
        if words is None:
            part = _both_ways(text, match, end, context)
        elif words.offset is None:
            part = _weekday(match, load_weekday_names()[words.language], context)
        else:
            part = Part(value=moved(context.today, words.offset, "D").isoformat())
    except Unresolved as unknown:
        part = Part(value=None, reason=str(unknown))
    return Found(match.start(), match.end(), part, rule)


def _is_of_language(text: str, match: re.Match[str], words: _Words, start: int, end: int) -> bool:
    """Whether the words around are of no other language: German `hier` and the paper `Heute` in English are no days.

    A day in Latin letters with a capital must open its sentence: `jeden Morgen` is none.
    """
    if match[0][0] >= LATIN_ENDS:
        return True
    opens = match.start() == start or OPENS.search(text[max(start, match.start() - 3) : match.start()]) is not None
    if words.offset is not None and match[0][0].isupper() and not opens:
        return False
    around = text[max(start, match.start() - AROUND) : min(end, match.end() + AROUND)].lower()
    near = [word[0] for word in WORD.finditer(around)]
    shown = {language: sum(word in small for word in near) for language, small in load_function_words().items()}
    return shown[words.language] == max(shown.values())


def find_days(text: str, start: int, end: int, context: Context) -> Iterator[Found]:
    """The days in `text[start:end]`; where several begin at one place, weekdays and the farther days first."""
    by_first, both = _by_first_word(), load_both_ways().words
    for word in WORD.finditer(text, start, end):
        if word[0] in both:
            yield _found(text, word, end, None, context)
        name = word[0].lower()
        for cut in (0, 1) if name[0] == AND else (0,):
            for words in by_first.get(name[cut:], ()):
                match = words.pattern.match(text, word.start() + cut, end)
                if match is not None and _is_of_language(text, match, words, start, end):
                    yield _found(text, match, end, words, context)
    if FREE_SCRIPT.search(text, start, end) is not None:
        for words in _all_words():
            if words.language in FREE:
                for match in words.pattern.finditer(text, start, end):
                    yield _found(text, match, end, words, context)
