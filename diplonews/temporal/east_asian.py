"""Chinese, Japanese and Korean dates: the year, the month and the day each with its own sign.

2024年6月7日 / 令和6年6月7日 / 民國113年6月7日 / 주체113(2024)년 6월 7일 / 二〇二四年六月七日 / 6월 7일 / 2024. 6. 7.
and the day alone: 12일
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from functools import cache

from diplonews.lexicons.temporal_names import load_eras
from diplonews.patterns import lazy_re
from diplonews.temporal.calendar import add_months, nearest_year
from diplonews.temporal.context import Context
from diplonews.temporal.foreign import GREGORIAN_YEARS, Found, month_in_era
from diplonews.temporal.intervals import interval_of
from diplonews.temporal.meaning import Part, Unresolved
from diplonews.temporal.surroundings import points_ahead

__all__ = ["find_dates"]

FIGURES = {sign: value for value, sign in enumerate("〇一二三四五六七八九")} | {"零": 0, "○": 0, "元": 1}
TEN, HUNDRED = "十", "百"
NUMBER = r"(?:\d{1,2}|[〇一二三四五六七八九十元]{1,3})"
MINGUO_AFTER = 1911
LAST_DAY = 31
AROUND = 100  # characters on either side that show the language
KANA = lazy_re("[\u3040-\u30ff]")


@cache
def _pattern() -> re.Pattern[str]:
    eras = "|".join(re.escape(name) for name in sorted(load_eras(), key=len, reverse=True) if not name.isascii())
    return re.compile(
        rf"""
        (?=[\d〇零○一二三四五六七八九十百元]|{eras})
        (?:(?:
          (?:(?P<era>{eras})\s?)?(?<!\d)(?P<year>\d{{1,4}}|[〇零○一二三四五六七八九十百元]{{1,6}})(?:\((?P<behind>\d{{4}})\))?\s?[年년]
          (?:[((][^()()\n]{{1,12}}[))])?
          (?:도|度)?
        )?
        (?:\s?(?<!\d)(?P<month>{NUMBER})\s?[月월](?:\s?(?P<day>{NUMBER})\s?[日號号일])?)?
      | (?<![\d.])(?P<plain_year>\d{{4}})\.\s?(?P<plain_month>\d{{1,2}})\.\s?(?P<plain_day>\d{{1,2}})\.?(?!\d))
        """,
        re.VERBOSE,
    )


SIGNS = lazy_re("[일日]")
STARTS = lazy_re(r"[年년月월]|\d{4}\.\s?\d{1,2}\.\s?\d")
# the day alone, `12일 밝혔다`, `12日、発表した`, and not three days, `3日間`, `3일 만에`, or money, `10日元`
DAY_ALONE = lazy_re(
    r"(?<![\d.,년월年月第每毎])\s?(?<![\d.,])(?P<day>\d{1,2})"
    r"(?:일(?![간째당짜]|씩|치|\s?(?:동안|만에|만의|뒤|후|전|이내|내내|연속|넘게|가량|정도|이상|새))"
    r"|日(?![間间目数數内內元圆圓ぶほ分で後后前以連连余餘]|ごと|あま|[上下]り))"
)
AHEAD = lazy_re(r"(?:오는|내달|다음\s?달)\s?\Z|(?:来月|下月|下个月)の?\Z")
MONTHS_BACK = 2


def number_of(text: str) -> int:
    """The number in figures of either kind.

    Example:
        >>> number_of("6"), number_of("二〇二四"), number_of("十二"), number_of("一百一十三"), number_of("元")
        (6, 2024, 12, 113, 1)
    """
    if text.isdecimal():
        return int(text)
    if HUNDRED in text:
        hundreds, _, rest = text.partition(HUNDRED)
        return 100 * FIGURES.get(hundreds, 1) + (number_of(rest) if rest else 0)
    if TEN in text:
        tens, _, ones = text.partition(TEN)
        return 10 * (FIGURES.get(tens, 1) if tens else 1) + (FIGURES.get(ones, 0) if ones else 0)
    return int("".join(str(FIGURES[sign]) for sign in text))


def _value(year: int, month: int | None, day: int | None) -> Part:
    value = f"{year:04}" + (f"-{month:02}" if month is not None else "") + (f"-{day:02}" if day is not None else "")
    if interval_of(value) is None:
        raise Unresolved(f"no such day: {value}")
    return Part(value=value)


def _meaning(match: re.Match[str], context: Context) -> Part | None:
    if match["plain_year"]:
        return _value(*(int(match[name]) for name in ("plain_year", "plain_month", "plain_day")))
    month = number_of(match["month"]) if match["month"] else None
    day = number_of(match["day"]) if match["day"] else None
    if match["year"] is None:
        if month is None or day is None:
            return None  # `6月` may be six months
        year = nearest_year(context.today, month, day, context.direction) if 1 <= month <= 12 else None
        if year is None:
            raise Unresolved(f"no such day: month {month}, day {day}")
        return _value(year, month, day)
    year = number_of(match["year"])
    if match["behind"]:
        return _value(int(match["behind"]), month, day)
    if match["era"]:
        return month_in_era(load_eras()[match["era"]], year, month, day)
    if year in GREGORIAN_YEARS and len(match["year"]) == 4:
        return _value(year, month, day)
    if day is None:
        return None  # `3年` is three years
    raise Unresolved(f"{year} is not a Gregorian year; of the Republic of China it would be {year + MINGUO_AFTER}")


def _day_alone(match: re.Match[str], context: Context) -> Part:
    """The most recent day of that number, or the coming one after a word or with a verb that points ahead."""
    text, day, today = match.string, int(match["day"]), context.today
    if not 1 <= day <= LAST_DAY:
        raise Unresolved(f"no such day of a month: {day}")
    has_kana = KANA.search(text, max(0, match.start() - AROUND), match.end() + AROUND) is not None
    language = "ko" if match[0].endswith("일") else "ja" if has_kana else "zh"
    led = AHEAD.search(text, max(0, match.start() - 6), match.start("day")) is not None
    ahead = led or points_ahead(text, match.start("day"), match.end(), language)
    policy = ("future" if ahead else "past") if context.direction == "nearest" else context.direction
    for away in range(MONTHS_BACK + 1):
        first = add_months(today.replace(day=1), away if policy == "future" else -away)
        if day > monthrange(first.year, first.month)[1]:
            continue
        found = first.replace(day=day)
        if found >= today if policy == "future" else found <= today:
            return Part(value=found.isoformat())
    raise Unresolved(f"no such day near the anchor: {day}")


def find_dates(text: str, start: int, end: int, context: Context) -> Iterator[Found]:
    """The dates in `text[start:end]`, those of a day alone at the end."""
    yield from _dated(text, start, end, context)
    if SIGNS.search(text, start, end) is None:
        return
    for match in DAY_ALONE.finditer(text, start, end):
        try:
            part = _day_alone(match, context)
        except Unresolved as unknown:
            part = Part(value=None, reason=str(unknown))
        yield Found(match.start("day"), match.end(), part, "foreign.day_of_month")


def _dated(text: str, start: int, end: int, context: Context) -> Iterator[Found]:
    """Dates with a month."""
    if STARTS.search(text, start, end) is None:
        return
    for match in _pattern().finditer(text, start, end):
        if match.end() == match.start():
            continue
        try:
            part = _meaning(match, context)
        except Unresolved as unknown:
            part = Part(value=None, reason=str(unknown))
        if part is not None:
            blank = len(match[0]) - len(match[0].lstrip())
            yield Found(match.start() + blank, match.end(), part, "foreign.east_asian")
