"""Whole dates of other languages and calendars: a day, a month's name and a year, in any order.

The scan runs over letters, not over the grammar's tokens, and only where a stretch holds a word in another script
or one that shows such a date (`Khordad`, `Reiwa`, `B.E.`). It goes from year to year and looks up the words before
the figures (`7 июня`, `Khordad 12,`) and after them (`წლის 7 ივნისს`, `B.E.`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date
from functools import cache, partial

import attrs

from diplonews.lexicons.temporal import load_temporal_words
from diplonews.lexicons.temporal_names import (
    GREGORIAN,
    Era,
    NamedMonth,
    YearWord,
    fold_name,
    load_between,
    load_calendar_marks,
    load_calendars,
    load_eras,
    load_month_names,
    load_year_words,
)
from diplonews.patterns import lazy_re
from diplonews.temporal.calendars import day_of, period_of
from diplonews.temporal.intervals import interval_of
from diplonews.temporal.meaning import Part, Unresolved
from diplonews.temporal.rules.common import BUDDHIST, BUDDHIST_YEARS, refuse_buddhist

__all__ = [
    "Found",
    "MonthWords",
    "day_in_calendar",
    "day_named",
    "find_dates",
    "first_month",
    "month_between",
    "month_in_era",
]

GREGORIAN_YEARS = range(1500, 2201)
LONGEST_NAME_WORDS = 3
LONGEST_MARK_CHARACTERS = 20
SHORT_WORD = 2  # the longest unknown word allowed in between, in letters
PREFIXES = ("ב", "ל", "ה")  # in Hebrew the preposition is written with the month
GLUED = ("ខែ", "ເດືອນ", "เดือน")  # `month` written with its name

# ۱۴۰۳/۳/۱۲
PERSIAN_FIGURES = lazy_re(r"(?<![\d/])(?P<year>[۰-۹]{4})/(?P<month>[۰-۹]{1,2})/(?P<day>[۰-۹]{1,2})(?![\d/])")
REACH = 40  # characters on either side of a year
YEAR = lazy_re(r"(?<![\d.,:/\-])\d{3,4}(?![\d:/]|[.,]\d)")
BETWEEN = r"[^\d\n;:!?]"
DAY_BEFORE = lazy_re(rf"(?<![\d.,:/])(?P<day>\d{{1,2}})(?P<words>{BETWEEN}{{1,34}})\Z")
NAME_DAY_BEFORE = lazy_re(
    rf"(?P<words>{BETWEEN}{{2,34}}?)\s(?P<day>\d{{1,2}})(?:st|nd|rd|th|\s[^\W\da-zA-Z]{{1,6}})?,?\s+\Z"
)
NAME_BEFORE = lazy_re(rf"(?P<words>{BETWEEN}{{2,34}})\Z")
NAME_DAY_AFTER = lazy_re(rf"(?P<words>{BETWEEN}{{2,30}}?)(?P<day>\d{{1,2}})(?!\d|[.,:]\d)")
DAY_NAME_AFTER = lazy_re(r"(?P<before>[^\d\n,،;]{1,12}?)(?P<day>\d{1,2})\.?\s?(?P<words>[^\W\d_]+)")
DOUBLE = lazy_re(r"\s?[/(]\s?")
WORD = lazy_re(r"[^\s,،/()\[\]\"'’ـ-]+(?:['’-][^\s,.،/()\[\]\"]+)*")


@attrs.frozen
class Found:
    """A date in a stretch of text.

    Attributes:
        start, end: its characters.
        part: its meaning.
        rule: the id of the rule.
    """

    start: int
    end: int
    part: Part
    rule: str


@attrs.frozen
class MonthWords:
    """A month's name among words: its possible meanings, and where it begins and ends."""

    means: frozenset[tuple[str, int]]
    languages: frozenset[str]
    start: int
    end: int


def _means(name: str) -> tuple[NamedMonth, ...]:
    """The meanings of a month's name, also after removing its preposition or its word for `month`."""
    months = load_month_names()
    name = fold_name(name)
    if name in months:
        return months[name]
    cut = next((name.removeprefix(prefix) for prefix in (*PREFIXES, *GLUED) if name.startswith(prefix)), name)
    return months.get(cut, ())


def _named(words: list[re.Match[str]], text: str) -> list[MonthWords]:
    """The months among words, the longest name at each place."""
    found, index = [], 0
    while index < len(words):
        for last in range(min(index + LONGEST_NAME_WORDS, len(words)), index, -1):
            start, end = words[index].start(), words[last - 1].end()
            means = _means(text[start:end])
            if means:
                pairs = frozenset((month.calendar, month.number) for month in means)
                found.append(
                    MonthWords(pairs, frozenset(code for month in means for code in month.languages), start, end)
                )
                index = last - 1
                break
        index += 1
    return found


def first_month(text: str) -> MonthWords | None:
    """The first month that the words name, with a second name for it: `حزيران/يونيو`."""
    months = _named(list(WORD.finditer(text)), text)
    if not months:
        return None
    first = months[0]
    for after in months[1:]:
        if DOUBLE.fullmatch(text, first.end, after.start) is None or not after.means & first.means:
            break
        closes = text[after.end : after.end + 1] == ")"
        first = attrs.evolve(first, means=first.means & after.means, end=after.end + closes)
    return first


def month_between(text: str, *, whole: bool = True) -> MonthWords | None:
    """The month that the words between a day and a year name.

    Args:
        text: the words.
        whole: whether every other word must be one that belongs to dates; else the month ends the words.
    """
    words = list(WORD.finditer(text))
    months = _named(words, text)
    if not months:
        return None
    last = months[-1]
    if not whole:
        if not all(_is_between(word) for word in words if word.start() >= last.end):
            return None
        return attrs.evolve(last, start=_first_of_double(months, text).start)
    named = [(month.start, month.end) for month in months]
    others = (word for word in words if not any(start <= word.start() < end for start, end in named))
    if not all(map(_is_between, others)):
        return None
    means = frozenset.intersection(*(month.means for month in months))
    return attrs.evolve(last, means=means, start=months[0].start) if means else None


def day_named(words: str, year: int, day: int, languages: tuple[str, ...] = ()) -> date | None:
    """The Gregorian day of a date with a named month; None if the words name no month, or the day does not exist.

    Args:
        words: the words between the day and the year, in any order.
        year, day: the figures.
        languages: codes of languages, for a name that means different months in different languages.

    Example:
        >>> day_named("de junio de", 2024, 7), day_named("listopada", 2024, 7), day_named("listopada", 2024, 7, ("pl",))
        (datetime.date(2024, 6, 7), None, datetime.date(2024, 11, 7))
    """
    month = month_between(words)
    if month is None:
        return None
    if languages and len(month.means) > 1:
        named = (one for one in load_month_names().get(fold_name(words), ()) if set(one.languages) & set(languages))
        own = frozenset((one.calendar, one.number) for one in named)
        month = attrs.evolve(month, means=own or month.means)
    try:
        part = _meaning(month, _Year(year, 0, 0), day)
    except Unresolved:
        return None
    return None if part is None or part.value is None else date.fromisoformat(part.value)


def _first_of_double(months: list[MonthWords], text: str) -> MonthWords:
    """The first of the names at the end that mean the same month: `حزيران/يونيو`, `حزيران (يونيو)`."""
    first = months[-1]
    for before in reversed(months[:-1]):
        if DOUBLE.fullmatch(text, before.end, first.start) is None or not before.means & first.means:
            break
        first = before
    return first


def _is_between(word: re.Match[str]) -> bool:
    name = fold_name(word[0])
    return name in load_between() or len(name) <= SHORT_WORD or word[0] in load_eras()


@cache
def _marks() -> re.Pattern[str]:
    """The marks after a year that name its calendar or era."""
    names = [*load_calendar_marks(), *(name for name, era in load_eras().items() if era.behind)]
    choices = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    return re.compile(rf"[\s,]{{0,2}}\(?(?P<mark>{choices})(?![^\W_])\)?")


@cache
def _eras() -> re.Pattern[str]:
    names = "|".join(re.escape(name) for name in sorted(load_eras(), key=len, reverse=True))
    return re.compile(rf"(?<![^\W_])(?P<era>{names})\s?(?:year\s)?(?P<year>\d{{1,4}})(?![\d:]|[.,]\d)")


@attrs.frozen
class _Year:
    """The figures of a year, with the calendar or era named beside them."""

    number: int
    start: int
    end: int
    calendar: str | None = None
    era: Era | None = None

    @property
    def is_marked(self) -> bool:
        return self.calendar is not None or self.era is not None


def _year(text: str, match: re.Match[str], start: int) -> _Year:
    number, first, end = int(match[0]), match.start(), match.end()
    mark = _marks().match(text, end)
    if mark is not None and (calendar := load_calendar_marks().get(mark["mark"])) is not None:
        if "." in mark["mark"] or not mark["mark"].isascii() or _is_year_of(calendar, number):
            return _Year(number, first, mark.end(), calendar=calendar)
    elif mark is not None:
        era = load_eras()[mark["mark"]]
        if "." in mark["mark"] or number in era.years:
            return _Year(number, first, mark.end(), era=era)
    for name, era in load_eras().items():
        before = text[max(start, first - len(name) - 1) : first].rstrip()
        if before.endswith(name):
            return _Year(number, first, end, era=era)
    for word, means in load_year_words().items():
        if text[max(start, first - len(word) - 1) : first].rstrip().endswith(word):
            return _led(_Year(number, first, end), means, text[end : end + LONGEST_MARK_CHARACTERS].lstrip())
    return _Year(number, first, end)


def _led(year: _Year, means: YearWord, behind: str) -> _Year:
    """A year, with its calendar from the word before it: `سال ۱۴۰۳`, `ปี 2567`."""
    if means.era is not None and year.number in means.era.years:
        return attrs.evolve(year, era=means.era)
    if means.calendar is not None and _is_year_of(means.calendar, year.number):
        return year if behind.startswith(means.not_before) else attrs.evolve(year, calendar=means.calendar)
    return year


def _is_year_of(calendar: str, year: int) -> bool:
    row = load_calendars()[calendar]
    return row.first_year <= year <= row.last_year or row.first_year > row.last_year


def month_in_era(era: Era, year: int, month: int | None = None, day: int | None = None) -> Part:
    """The day, month or year of an era with Gregorian months.

    Raises:
        Unresolved: for a day or year outside the era.
    """
    gregorian = era.year + year
    value = f"{gregorian:04}" + (f"-{month:02}" if month else "") + (f"-{day:02}" if day else "")
    covered = interval_of(value)
    if covered is None:
        raise Unresolved(f"no such day: {value}")
    if (era.last is not None and covered.start > era.last) or (era.first is not None and covered.end <= era.first):
        raise Unresolved(f"outside the era {era.name}: {value}")
    return Part(value=value)


def day_in_calendar(calendar: str, year: int, month: int | None, day: int | None) -> Part:
    """A day of another calendar; a month or a year has an interval and no value."""
    row = load_calendars()[calendar]
    if day is not None and month is not None:
        return Part(value=day_of(calendar, year, month, day).isoformat(), reason=row.note)
    kind = "year" if month is None else "month"
    reason = (
        f"a {kind} of the {row.title} calendar ({year}), which has no Gregorian equivalent; the interval has its days"
    )
    if calendar == "julian":
        return Part(value=f"{year:04}" + (f"-{month:02}" if month else ""))
    return Part(value=None, interval=period_of(calendar, year, month), reason=reason)


def _meaning(month: MonthWords, year: _Year, day: int | None) -> Part | None:
    """The meaning of a month and a year; None if they are not a date."""
    own = [(calendar, number) for calendar, number in month.means if calendar != GREGORIAN]
    numbers = {number for calendar, number in month.means if calendar == GREGORIAN}
    fitting = [pair for pair in own if (year.calendar or pair[0]) == pair[0] and _is_year_of(pair[0], year.number)]
    if fitting and year.era is None:
        calendar, number = fitting[0]
        return day_in_calendar(calendar, year.number, number, day)
    if own and not numbers:
        title = " or ".join(sorted(load_calendars()[calendar].title for calendar, _ in own))
        raise Unresolved(f"a month of the {title} calendar, but {year.number} is not a plausible year of it")
    if len(numbers) > 1:
        raise Unresolved("the name is of another month in " + ", ".join(sorted(month.languages)))
    number = numbers.pop()
    if year.era is not None:
        return month_in_era(year.era, year.number, number, day)
    if year.calendar is not None:
        if year.calendar != "julian":
            raise Unresolved(f"a Gregorian month with a year of the {load_calendars()[year.calendar].title} calendar")
        return day_in_calendar("julian", year.number, number, day)
    return gregorian_date(year.number, number, day, month.languages)


def gregorian_date(year: int, month: int, day: int | None, languages: frozenset[str]) -> Part | None:
    """A date with a Gregorian month and no mark; a year of the Buddhist era is one only in Thai, Lao and Khmer."""
    if year in BUDDHIST_YEARS:
        if not languages & {"th", "lo", "km"}:
            refuse_buddhist(year)
        year -= BUDDHIST
    elif year not in GREGORIAN_YEARS:
        return None
    if day is None:
        return Part(value=f"{year:04}-{month:02}")
    value = f"{year:04}-{month:02}-{day:02}"
    if interval_of(value) is None:
        raise Unresolved(f"no such day: {value}")
    return Part(value=value)


def _is_left_to_the_grammar(words: str, year: _Year) -> bool:
    """Whether the words are in Latin letters and nothing shows another calendar: the grammar reads such dates."""
    return not year.is_marked and all(char < "\u0250" for char in words if char.isalpha())


def _dated(text: str, year: _Year, start: int, end: int) -> Iterator[tuple[int, int, MonthWords, int | None]]:
    """Readings of the words around a year, the likeliest first: where each begins and ends, its month, its day."""
    from_ = max(start, year.start - REACH)
    before, after = text[from_ : year.start], text[year.end : min(end, year.end + REACH)]
    match = DAY_BEFORE.search(before)
    if match and (month := month_between(match["words"])):
        yield from_ + match.start(), year.end, month, int(match["day"])
    match = NAME_DAY_BEFORE.search(before)
    if match and (month := month_between(match["words"], whole=False)):
        yield from_ + match.start("words") + month.start, year.end, month, int(match["day"])
    match = DAY_NAME_AFTER.match(after)
    if match and (month := month_between(match["words"])):
        yield year.start, year.end + match.end(), month, int(match["day"])
    match = NAME_DAY_AFTER.match(after)
    if match and (month := month_between(match["words"])):
        yield year.start, year.end + match.end(), month, int(match["day"])
    match = NAME_BEFORE.search(before)
    if match and (month := month_between(match["words"], whole=False)):
        start = from_ + match.start("words") + month.start
        led = _first_day(text[from_:start])
        yield start - led, year.end, month, 1 if led else None


def _first_day(before: str) -> int:
    """The length of the words before a month that mean its first day: `یکم `, `الأول من `; 0 if there are none."""
    bare = before.rstrip()
    words = next((words for words in load_between("first_day") if bare.endswith(words)), "")
    opens = not bare[: len(bare) - len(words)][-1:].isalpha()
    return len(before) - len(bare) + len(words) if words and opens else 0


def _with_english(text: str, year: _Year, start: int) -> tuple[int, Part] | None:
    """`June 6, 2567 BE`, `25 October 1917 (O.S.)`: an English month with a marked year."""
    from_ = max(start, year.start - REACH)
    match = _english_before().search(text[from_ : year.start])
    if match is None:
        return None
    number = int(load_temporal_words().values[match["month"]])
    day = match["day"] or match["day_behind"]
    month = MonthWords(frozenset({(GREGORIAN, number)}), frozenset({"en"}), 0, 0)
    part = _meaning(month, year, int(day) if day else None)
    return None if part is None else (from_ + match.start(), part)


@cache
def _english_before() -> re.Pattern[str]:
    kinds = load_temporal_words().kinds
    names = "|".join(sorted((n for n, kind in kinds.items() if kind.startswith("MONTH")), key=len, reverse=True))
    return re.compile(
        rf"(?<!\w)(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s(?:of\s)?)?(?P<month>{names})\.?"
        rf"(?:\s(?P<day_behind>\d{{1,2}})(?:st|nd|rd|th)?)?,?\s+\Z"
    )


def _part_of_year(text: str, year: _Year, start: int, end: int) -> tuple[int, int, Part, str] | None:
    """The date that a year belongs to, or the year itself if it is marked."""
    for first, last, month, day in _dated(text, year, start, end):
        if not _is_left_to_the_grammar(text[first:last], year) or _is_of_other_calendar(month):
            part = _meaning(month, year, day)
            if part is not None:
                return first, last, part, "foreign.calendar" if _is_of_other_calendar(month) else "foreign.date"
    if not year.is_marked:
        return None
    english = _with_english(text, year, start)
    if english is not None:
        return english[0], year.end, english[1], "foreign.calendar"
    if year.era is not None:
        return year.start, year.end, month_in_era(year.era, year.number), "foreign.era"
    return year.start, year.end, day_in_calendar(str(year.calendar), year.number, None, None), "foreign.calendar"


def _is_of_other_calendar(month: MonthWords) -> bool:
    return any(calendar != GREGORIAN for calendar, _ in month.means)


def _found(span: tuple[int, int], *, rule: str, meaning: Callable[[], Part]) -> Found:
    """The meaning of a span, or the reason why it has no value."""
    try:
        return Found(*span, meaning(), rule)
    except Unresolved as unknown:
        return Found(*span, Part(value=None, reason=str(unknown)), rule)


def find_dates(text: str, start: int, end: int) -> Iterator[Found]:
    """The dates of other languages and calendars in `text[start:end]`, in order of their kinds."""
    for match in PERSIAN_FIGURES.finditer(text, start, end):
        year, month, day = (int(match[name]) for name in ("year", "month", "day"))
        if _is_year_of("persian", year):
            meaning = partial(day_in_calendar, "persian", year, month, day)
            yield _found(match.span(), rule="foreign.calendar", meaning=meaning)
    for match in _eras().finditer(text, start, end):
        era, year = load_eras()[match["era"]], int(match["year"])
        yield _found(match.span(), rule="foreign.era", meaning=partial(month_in_era, era, year))
    over = start
    for match in YEAR.finditer(text, start, end):
        if match.start() < over:
            continue
        marked = _year(text, match, start)
        try:
            found = _part_of_year(text, marked, over, end)
        except Unresolved as unknown:
            found = _unresolved(text, marked, over, end, str(unknown))
        if found is not None:
            first, over, part, rule = found
            yield Found(first, over, part, rule)


def _unresolved(text: str, year: _Year, start: int, end: int, reason: str) -> tuple[int, int, Part, str]:
    """The words of a date that has no value, and why."""
    spans = [(first, last) for first, last, _, _ in _dated(text, year, start, end)]
    english = _english_before().search(text[max(start, year.start - REACH) : year.start]) if year.is_marked else None
    first, last = spans[0] if spans else (year.start, year.end)
    if not spans and english is not None:
        first = max(start, year.start - REACH) + english.start()
    return first, last, Part(value=None, reason=reason), "foreign.calendar"
