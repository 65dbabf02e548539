"""Names of months, weekdays, eras and calendars in other languages."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache, lru_cache
from types import MappingProxyType
from typing import Any

import attrs

from diplonews.lexicons.datafiles import read_toml
from diplonews.lexicons.temporal_relative import load_period_words
from diplonews.patterns import lazy_re

__all__ = [
    "GREGORIAN",
    "NAMES",
    "Calendar",
    "Era",
    "NamedMonth",
    "first_words",
    "fold_name",
    "is_full_month",
    "load_all_months",
    "load_between",
    "load_calendars",
    "load_day_words",
    "load_eras",
    "load_first_words",
    "load_full_months",
    "load_full_weekdays",
    "load_function_words",
    "load_month_names",
    "load_month_numbers",
    "load_weekday_names",
    "month_number",
]

NAMES = "temporal_names.toml"
LANGUAGES = "temporal_languages.toml"
CALENDARS = "temporal_calendars.toml"
GREGORIAN = "gregorian"
LONGEST_SHORT_FORM = 5
ENGLISH_MONTHS = "january february march april may june july august september october november december".split()  # noqa: SIM905
NUMBERED = ("ja", "ko", "vi", "zh")  # their months are numbers


@cache
def _read(name: str) -> Mapping[str, Any]:
    return read_toml(name)


def fold_name(name: str) -> str:
    """A name in lower case and composed letters, without the dot of a short form.

    Example:
        >>> fold_name("Févr.")
        'févr'
    """
    return unicodedata.normalize("NFC", name).lower().rstrip(".").replace("\u0307", "")


@attrs.frozen
class NamedMonth:
    """A month that a name can mean.

    Attributes:
        calendar: `gregorian`, or a key of `load_calendars`.
        number: from 1, in the calendar's own order.
        languages: codes of the languages that name it so; empty for other calendars.
    """

    calendar: str
    number: int
    languages: tuple[str, ...] = ()


@attrs.frozen(kw_only=True)
class Calendar:
    """A calendar other than the Gregorian one.

    Attributes:
        title: its name in English.
        package: the package that converts it.
        first_year, last_year: the range of years in which a date without a mark is assigned to it.
        note: a note to add to each converted day, or None.
    """

    title: str
    package: str
    first_year: int
    last_year: int
    note: str | None


@attrs.frozen(kw_only=True)
class Era:
    """An era: years counted from its beginning, with the Gregorian months and days.

    Attributes:
        name: as printed.
        year: the Gregorian year before the era's first.
        first, last: the days it began and ended, or None.
        behind: whether the name may also follow the year.
        years: the years for which the name is accepted without dots; empty for all.
    """

    name: str
    year: int
    first: date | None = None
    last: date | None = None
    behind: bool = False
    years: range = range(0)


@cache
def load_month_names() -> Mapping[str, tuple[NamedMonth, ...]]:
    """Map each name of a month, folded by `fold_name`, to its meanings.

    Example:
        >>> [(month.number, month.languages) for month in load_month_names()["listopada"]]
        [(10, ('hr',)), (11, ('pl',))]
        >>> [month.calendar for month in load_month_names()["nisan"]]
        ['gregorian', 'hebrew']
    """
    found: dict[str, dict[tuple[str, int], list[str]]] = {}
    for table in (_read(NAMES)["months"], _read(LANGUAGES)["months"]):
        for language, months in table.items():
            if language not in NUMBERED:
                for number, name in _numbered(months):
                    found.setdefault(name, {}).setdefault((GREGORIAN, number), []).append(language)
    for key in load_calendars():
        for number, name in _numbered(_read(CALENDARS)[key]["months"]):
            found.setdefault(name, {}).setdefault((key, number), [])
    return MappingProxyType(
        {
            name: tuple(
                NamedMonth(calendar, number, tuple(codes)) for (calendar, number), codes in sorted(means.items())
            )
            for name, means in found.items()
        }
    )


@lru_cache(maxsize=1024)
def month_number(word: str, language: str | None = None) -> int | None:
    """The month of that name, in full or short, 1 to 12.

    Args:
        word: in any case, with its dots or without.
        language: the tag of a language; without one (or if it has no such month) the name must
            mean the same month in all languages that have it.

    Example:
        >>> month_number("janv."), month_number("окт"), month_number("листопад", "uk"), month_number("Harbour")
        (1, 10, 11, None)
    """
    means = load_all_months().get(fold_name(word).replace(".", "").strip("'’-"), ())
    own = {month.number for month in means if language is not None and language[:2].lower() in month.languages}
    if own:
        return own.pop() if len(own) == 1 else None
    return _number_of(means)


def _number_of(means: tuple[NamedMonth, ...]) -> int | None:
    """The number of the month that a name means in English, else in all languages that have it."""
    english = {month.number for month in means if "en" in month.languages}
    numbers = english or {month.number for month in means}
    return numbers.pop() if len(numbers) == 1 else None


def load_month_numbers() -> dict[str, int]:
    """Map each name of a Gregorian month, without dots, to its number, if it means only one month; see `month_number`.

    Example:
        >>> load_month_numbers()["okt"], "listopad" in load_month_numbers()
        (10, False)
    """
    return {name: number for name, means in load_all_months().items() if (number := _number_of(means)) is not None}


@cache
def load_all_months() -> dict[str, tuple[NamedMonth, ...]]:
    """Map each name of a Gregorian month, without dots, to its meanings; includes English.

    Example:
        >>> load_all_months()["okt"][0].number
        10
    """
    table: dict[str, tuple[NamedMonth, ...]] = {}
    for name, means in load_month_names().items():
        gregorian = tuple(month for month in means if month.calendar == GREGORIAN)
        table[name.replace(".", "")] = (*table.get(name.replace(".", ""), ()), *gregorian)
    for number, name in enumerate(ENGLISH_MONTHS, start=1):
        for form in (name, name[:3], name[:4]):
            table[form] = (*table.get(form, ()), NamedMonth(GREGORIAN, number, ("en",)))
    return table


@cache
def load_full_months() -> frozenset[str]:
    """The names of months that are not short forms: `juin` and `мая`, but not `set` or `out`.

    Example:
        >>> {"juin", "maj"} <= load_full_months(), "set" in load_full_months()
        (True, False)
    """
    tables = [_read(NAMES)["months"], _read(LANGUAGES)["months"]]
    entries = [entry for table in tables for months in table.values() for entry in months]
    entries += [entry for key in load_calendars() for entry in _read(CALENDARS)[key]["months"]]
    return frozenset(
        fold_name(form)
        for entry in entries
        for place, form in enumerate(entry.split("|"))
        if form and (place == 0 or len(form) >= LONGEST_SHORT_FORM)
    )


def is_full_month(name: str) -> bool:
    """Whether a month's name, with or without a fused preposition, is a full form.

    Example:
        >>> is_full_month("Juin"), is_full_month("dicembre"), is_full_month("people")
        (True, True, False)
    """
    name = fold_name(name)
    return name in load_full_months() or name[1:] in load_full_months()


def _numbered(entries: list[str]) -> Iterator[tuple[int, str]]:
    """Each form of each entry, with the entry's number from 1."""
    for number, entry in enumerate(entries, 1):
        for form in filter(None, entry.split("|")):
            yield number, fold_name(form)


@cache
def load_between(name: str = "words") -> frozenset[str]:
    """The words between the day, the month and the year, or (`before_dotted`) before a German date.

    Example:
        >>> "de" in load_between()
        True
    """
    return frozenset(_read(LANGUAGES)["between"][name])


@cache
def load_function_words() -> Mapping[str, frozenset[str]]:
    """By language, short words that identify it.

    Example:
        >>> "und" in load_function_words()["de"]
        True
    """
    return MappingProxyType({code: frozenset(words) for code, words in _read(LANGUAGES)["function_words"].items()})


@cache
def load_calendars() -> Mapping[str, Calendar]:
    """The calendars whose months are their own, and the Julian one.

    Example:
        >>> load_calendars()["persian"].title
        'Solar Hijri'
    """
    table = {}
    for key, row in _read(CALENDARS).items():
        if key not in ("meta", "eras"):
            first, last = row["years"]
            table[key] = Calendar(
                title=row["title"], package=row["package"], first_year=first, last_year=last, note=row.get("note")
            )
    return MappingProxyType(table)


@cache
def load_calendar_marks() -> Mapping[str, str]:
    """The calendar that each mark beside a year names (`A.H.`, `هـ`).

    Example:
        >>> load_calendar_marks()["A.H."]
        'islamic'
    """
    return MappingProxyType({mark: key for key in load_calendars() for mark in _read(CALENDARS)[key]["marks"]})


@cache
def load_eras() -> Mapping[str, Era]:
    """The era of each name, as printed.

    Example:
        >>> load_eras()["令和"].year
        2018
    """
    table = {}
    for row in _read(CALENDARS)["eras"]:
        first_year, last_year = row.get("years", (0, -1))
        for name in row["names"]:
            table[name] = Era(
                name=name,
                year=row["year"],
                first=row.get("first"),
                last=row.get("last"),
                behind=row.get("behind", False),
                years=range(first_year, last_year + 1),
            )
    return MappingProxyType(table)


@attrs.frozen(kw_only=True)
class YearWord:
    """A word before a year that assigns it to a calendar or an era, unless another word follows it."""

    calendar: str | None = None
    era: Era | None = None
    not_before: tuple[str, ...] = ()


@cache
def load_year_words() -> Mapping[str, YearWord]:
    """Map each word before a year to its calendar or era, used if the year is plausible there.

    Example:
        >>> load_year_words()["سال"].calendar
        'persian'
    """
    table = {}
    for key in load_calendars():
        row = _read(CALENDARS)[key]
        for word in row.get("year_words", ()):
            table[word] = YearWord(calendar=key, not_before=tuple(row.get("not_before", ())))
    for row in _read(CALENDARS)["eras"]:
        for word in row.get("year_words", ()):
            table[word] = YearWord(era=load_eras()[row["names"][0]])
    return MappingProxyType(table)


@cache
def load_day_words() -> Mapping[str, Mapping[int, tuple[str, ...]]]:
    """By language, the words for days counted from today, as regular expressions.

    Example:
        >>> load_day_words()["fr"][-1]
        ('hier',)
    """
    return MappingProxyType(
        {
            language: MappingProxyType({int(offset): tuple(words) for offset, words in rows.items()})
            for language, rows in _read(LANGUAGES)["days"].items()
        }
    )


@attrs.frozen(kw_only=True)
class BothWays:
    """Words that mean some days ago or ahead, and the verbs that show which."""

    words: Mapping[str, int]
    past: frozenset[str]
    future: frozenset[str]


@cache
def load_both_ways() -> BothWays:
    """The Hindi day words whose direction a verb decides."""
    row = _read(LANGUAGES)["both_ways"]["hi"]
    return BothWays(words=MappingProxyType(row["words"]), past=frozenset(row["past"]), future=frozenset(row["future"]))


@cache
def load_weekday_names() -> Mapping[str, Mapping[str, int]]:
    """By language, the weekday (Monday is 1) of each name in lower case.

    Example:
        >>> load_weekday_names()["de"]["dienstag"]
        2
    """
    extra = _read(LANGUAGES)["weekday_forms"]
    return MappingProxyType(
        {
            language: MappingProxyType(
                {
                    name: number
                    for table in (_read(NAMES)["weekdays"][language], extra.get(language, []))
                    for number, name in _numbered(table)
                }
            )
            for language in _read(LANGUAGES)["weekdays"]
        }
    )


@cache
def load_full_weekdays() -> Mapping[str, Mapping[str, int]]:
    """By language, the weekday of each name in its full form: `火曜日`, but not `火`.

    Example:
        >>> load_full_weekdays()["ja"]["火曜日"]
        2
    """
    short = {
        language: {form for entry in _read(NAMES)["weekdays"][language] for form in entry.split("|")[1:]}
        for language in load_weekday_names()
    }
    extra = _read(LANGUAGES)["weekday_forms"]
    full = {language: {form for entry in extra.get(language, ()) for form in entry.split("|")} for language in short}
    return MappingProxyType(
        {
            language: MappingProxyType(
                {name: day for name, day in names.items() if name in full[language] or name not in short[language]}
            )
            for language, names in load_weekday_names().items()
        }
    )


@cache
def load_weekday_frames() -> Mapping[str, Mapping[str, tuple[str, ...]]]:
    """By language, the words before or after a weekday that mark it as past or coming.

    Example:
        >>> load_weekday_frames()["fr"]["last_after"]
        ('dernier',)
    """
    return MappingProxyType(
        {
            language: MappingProxyType({frame: tuple(words) for frame, words in frames.items()})
            for language, frames in _read(LANGUAGES)["weekdays"].items()
        }
    )


LOOKS = lazy_re(r"\(\?<?[=!][^)]*\)")
CHOICES = lazy_re(r"\(\?:([^()]*)\)")
FIRST_WORD = lazy_re(r"[^\W\d_](?:[^\W\d_]|[\u0900-\u0dff\u200c])*")
SHORTEST_FIRST = 3


def first_words(pattern: str) -> tuple[str, ...]:
    """The words that a match can begin with, for a simple pattern whose first word is plain or one of several.

    Example:
        >>> first_words("(?:geçen|geçtiğimiz) hafta"), first_words("an dernier")
        (('geçen', 'geçtiğimiz'), ('an',))
    """
    plain = LOOKS.sub("", pattern)
    choices = CHOICES.match(plain)
    if choices is not None:
        return tuple(choices[1].split("|"))
    first = FIRST_WORD.search(plain)
    return () if first is None else (first[0],)


@cache
def load_first_words() -> frozenset[str]:
    """Words in Latin letters, as printed, that show a date of another language or calendar: the first of each.

    Example:
        >>> {"hier", "Khordad", "Reiwa"} <= load_first_words()
        True
        >>> "khordad" in load_first_words()
        False
    """
    found = set()
    plain = [word for rows in load_day_words().values() for words in rows.values() for word in words]
    plain += [_read(NAMES)["weekdays"][code][day].split("|")[0] for code in load_weekday_names() for day in range(7)]
    plain += [word for rows in load_period_words().values() for words in rows.values() for word in words]
    for word in plain:
        for first in first_words(word):
            shown = first if len(first) >= SHORTEST_FIRST else word.rpartition(" ")[2]  # `hafta` of `bu hafta`
            found |= {shown, shown.capitalize()}
    for name, means in load_month_names().items():
        if any(month.calendar != GREGORIAN for month in means):
            found.add(name.split()[0].capitalize())
    found |= {name.split()[-1] for name in load_calendar_marks()} | {name.split()[0] for name in load_eras()}
    return frozenset(word for word in found if "\u0040" < word[0] < "\u0250")
