"""Weekdays, weeks, months and years of other languages, counted from today: `mardi`, `지난주`, `上周二`."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

import attrs

from diplonews.lexicons.temporal_names import load_full_weekdays, load_weekday_frames, load_weekday_names
from diplonews.lexicons.temporal_relative import load_bare_weekdays, load_period_words
from diplonews.patterns import lazy_re
from diplonews.temporal.calendar import DAYS_OF_WEEK, value_of
from diplonews.temporal.context import Context
from diplonews.temporal.meaning import Part
from diplonews.temporal.rules.common import moved
from diplonews.temporal.surroundings import WORD, points_ahead

__all__ = ["FREE", "UNSPACED", "Place", "Reading", "readings"]

UNSPACED = ("ja", "zh")
FREE = ("ko", *UNSPACED)  # a word has no end of its own: a particle may be written with it
FRAMES = {"last": -1, "next": 1, "week_last": -1, "week_next": 1, "week_this": 0}
# `mardi 11 juin`, `Dienstag, den 11.`, `во вторник, 11 июня`: the day itself is named
DATED = lazy_re(r",?\s(?:den\s|dia\s)?\d|\s\(\d{1,2}\.?\s[^\W\d]")
DATE_BEFORE = lazy_re(r"\d[日일.]?\s?[((]?\Z")


@attrs.frozen
class Place:
    """Words that were matched, in their text.

    Attributes:
        match: the words.
        language: their language.
        end: where the stretch of text ends.
        context: what they are read against.
    """

    match: re.Match[str]
    language: str
    end: int
    context: Context

    @property
    def text(self) -> str:
        """The whole text."""
        return self.match.string


@attrs.frozen
class Reading:
    """A pattern and what it means.

    Attributes:
        pattern: a regular expression.
        begins: what it can begin with, as simple patterns.
        read: from a match to its meaning; None where it means nothing.
        rule: the id of the rule.
    """

    pattern: str
    begins: tuple[str, ...]
    read: Callable[[Place], Part | None]
    rule: str


# ---------------------------------------------------------------- weekdays that are over or to come


def frames_pattern(language: str) -> str:
    """A weekday with the words before or after it that say it is over or to come."""
    frames = load_weekday_frames()[language]
    names = sorted(load_weekday_names()[language], key=len, reverse=True)
    space = "" if language in UNSPACED else r"\s" if language != "ko" else r"\s?"
    day_names, choices = "|".join(map(re.escape, names)), []
    for frame in sorted(frames, key=lambda frame: "week" not in frame):
        words = "|".join(map(re.escape, sorted(frames[frame], key=len, reverse=True)))
        said, day = f"(?P<{frame}>{words})", f"(?P<{frame}_day>{day_names})(?:-feira)?"
        choices.append(f"{said}{space}{day}" if frame.endswith("before") else f"{day}{space}{said}")
    return "|".join(choices)


def read_frame(place: Place) -> Part:
    """The last or next such weekday, or the one of the week before or after where a week is named."""
    match, today = place.match, place.context.today
    frame = next(name for name, said in match.groupdict().items() if said and not name.endswith("_day"))
    weekday = load_weekday_names()[place.language][match[f"{frame}_day"].lower()]
    step = FRAMES[frame.rpartition("_")[0]]
    if frame.startswith("week"):
        return Part(value=moved(today, weekday - today.isoweekday() + DAYS_OF_WEEK * step, "D").isoformat())
    return Part(value=(_before(today, weekday) if step < 0 else _after(today, weekday)).isoformat())


def _before(day: date, weekday: int) -> date:
    return moved(day, -((day.isoweekday() - weekday - 1) % DAYS_OF_WEEK + 1), "D")


def _after(day: date, weekday: int) -> date:
    return moved(day, (weekday - day.isoweekday() - 1) % DAYS_OF_WEEK + 1, "D")


# ---------------------------------------------------------------- weekdays alone


def bare_pattern(language: str) -> str:
    """A weekday alone, in its full form."""
    names = "|".join(map(re.escape, sorted(load_full_weekdays()[language], key=len, reverse=True)))
    return f"(?P<bare>{names}){load_bare_weekdays()[language].behind}"


def read_bare(place: Place) -> Part | None:
    """The most recent such day, today included, or the coming one; None where no single day is meant."""
    text, match, bare = place.text, place.match, load_bare_weekdays()[place.language]
    if DATED.match(text, match.end()) or DATE_BEFORE.search(text, max(0, match.start() - 4), match.start()):
        return None
    if match[0][0].isupper() is not bare.capital and match[0][0].lower() != match[0][0].upper() and not _opens(place):
        return None
    if place.language in UNSPACED:
        if text[max(0, match.start() - 2) : match.start()].endswith(tuple(bare.not_after)):
            return None
    else:
        before = _word_before(text, match.start())
        if before in bare.not_after or (bare.led_by and before not in bare.led_by):
            return None
    weekday = load_full_weekdays()[place.language][match["bare"].lower()]
    today, policy = place.context.today, place.context.weekday
    away = (weekday - today.isoweekday()) % DAYS_OF_WEEK
    if policy == "news":
        ahead = points_ahead(text, match.start(), match.end(), place.language)
        policy = "future" if ahead else "past"
    if policy == "past" or (policy == "nearest" and away > DAYS_OF_WEEK // 2):
        away = away - DAYS_OF_WEEK if away else 0
    return Part(value=moved(today, away, "D").isoformat())


def _opens(place: Place) -> bool:
    """Whether the words open a sentence."""
    before = place.text[max(0, place.match.start() - 3) : place.match.start()]
    return not before.strip() or before.rstrip()[-1] in '.!?:"“„»«‘-–—\n'


def _word_before(text: str, start: int) -> str:
    words = WORD.findall(text[max(0, start - 20) : start])
    near = text[max(0, start - 2) : start]
    return words[-1].lower() if words and not near.rstrip().endswith((",", ".", ";", ":")) else ""


# ---------------------------------------------------------------- weeks, months, years


def periods_pattern(language: str) -> str:
    """A week, a month or a year counted from the present one."""
    rows = load_period_words()[language].items()
    return "|".join(f"(?P<{unit}{step + 1}>{'|'.join(words)})" for (unit, step), words in rows)


def read_period(place: Place) -> Part:
    """The week (`2024-W24`), month or year."""
    name = next(name for name, said in place.match.groupdict().items() if said)
    unit, step = name[0], int(name[1]) - 1
    return Part(value=value_of(moved(place.context.today, step, unit), unit))


def readings(language: str) -> tuple[Reading, ...]:
    """The readings for a language, the longer ones first."""
    frames = load_weekday_frames()[language]
    framed = (*load_weekday_names()[language], *(word for words in frames.values() for word in words))
    periods = tuple(word for words in load_period_words()[language].values() for word in words)
    return (
        Reading(frames_pattern(language), framed, read_frame, "foreign.weekday"),
        Reading(bare_pattern(language), tuple(load_full_weekdays()[language]), read_bare, "foreign.weekday"),
        Reading(periods_pattern(language), periods, read_period, "foreign.period"),
    )
