"""Days: dates with a month, ISO and slashed dates, today and yesterday, the next day."""

from __future__ import annotations

from datetime import date

from diplonews.lexicons.temporal import load_context_words, load_known_days
from diplonews.model.temporal import TimexType
from diplonews.temporal.calendar import nearest_year, value_of, week_value
from diplonews.temporal.context import Hit
from diplonews.temporal.grammar import Rule
from diplonews.temporal.intervals import interval_of
from diplonews.temporal.meaning import Part, Unresolved
from diplonews.temporal.rules.common import (
    bare_weekday,
    calendar_day,
    full_year,
    month_day,
    month_number,
    moved,
    no_such_year,
    phase_of,
    refuse_buddhist,
)
from diplonews.temporal.rules.weekdays import reference_day
from diplonews.temporal.spoken import day_of_speaking

__all__ = ["RULES", "date_of", "iso_day", "slashed_day"]

WEEKDAY_BEFORE = "(?:(?:THIS COMING?|LAST|NEXT)?(?P<weekday>WEEKDAY_ANY)COMMA?)?"
MD = "(?P<month>MONTH_ANY)(?P<day>DAY_NUMBER|NUMERAL HYPHEN?(?:FIRST|SECOND|ORDINAL)|ORDINAL_WORD)"
DM = "(?:THE)?(?P<day>DIGITS|ORDINAL_ANY)(?:OF|HYPHEN)?(?P<month>MONTH_ANY)"
YEAR = "(?:COMMA?(?P<year>YEAR_DIGITS|YEAR_SHORT)(?!PERCENT|MILLION))"
DAYS_OF_ANY_MONTH = 31
HIJRI_YEARS = range(1250, 1500)


def day_number(hit: Hit, role: str = "day") -> int:
    """The day of the month that a role names."""
    start, end = hit.match.span(role)
    word = hit.tokens.words[start]
    if word[0].isdigit():
        return int("".join(filter(str.isdigit, word[:2])))
    if end - start > 1:  # twenty-third
        return int(hit.number_value(role)) + int(hit.value_at(start))
    return hit.number_value(role)


def date_of(hit: Hit) -> date:
    """The day of a month's name with a number, and a year if there is one."""
    return month_day(hit, full_year(hit), month_number(hit), day_number(hit))


def _date(hit: Hit) -> Part | None:
    if not 1 <= day_number(hit) <= DAYS_OF_ANY_MONTH or no_such_year(hit):
        return None
    if hit.has("rel") and not hit.has("year"):
        side = {"last": "past", "next": "future"}.get(hit.words("rel")[0])
        year = side and nearest_year(hit.context.today, month_number(hit), day_number(hit), side)
        return Part(
            value=month_day(hit, year or hit.context.today.year, month_number(hit), day_number(hit)).isoformat()
        )
    known = None if hit.has("year") else _known_day(hit)
    if known is not None:
        return Part(value=known.isoformat(), cues=((hit.end, hit.end + 1),))
    return Part(value=date_of(hit).isoformat(), mod=phase_of(hit))


def _known_day(hit: Hit) -> date | None:
    """The day of `the Sept. 11 attacks`: recognised by the word after it, from that day on."""
    named = (month_number(hit), day_number(hit))
    for known in load_known_days():
        day = known.date
        over = hit.context.anchor is not None and day <= hit.context.anchor
        if over and (day.month, day.day) == named and hit.word(hit.end) in known.before:
            return day
    return None


def _figures(hit: Hit) -> Part | None:
    """`9/11`: a day known by its figures, from that day on."""
    text = "".join(hit.tokens.words[hit.start : hit.end])
    for known in load_known_days():
        if text == known.figures and (hit.context.anchor is None or known.date <= hit.context.anchor):
            return Part(value=known.date.isoformat(), refers=False)
    return None


def _numbered(hit: Hit) -> Part | None:
    """`on the 15th`: the last such day, or the next where words point ahead; not `on the 15th floor`."""
    number = day_number(hit)
    before, after = hit.word(hit.start - 1), hit.word(hit.end)
    closed = not after.isalnum() or after in load_context_words("after_day_number")
    if before not in load_context_words("before_day_number") or not closed or not 1 <= number <= DAYS_OF_ANY_MONTH:
        return None
    today = hit.context.today
    ahead = hit.forward_cue() is not None or (before in load_context_words("deadline") and not hit.is_past())
    step = int(number < today.day) if ahead else -int(number > today.day)
    month = moved(today.replace(day=1), step, "M")
    return Part(value=calendar_day(month.year, month.month, number).isoformat())


def _numbered_of(hit: Hit) -> Part | None:
    """`the 3rd of next month`."""
    if hit.text_value("unit") != "M":
        return None
    month = moved(hit.context.today.replace(day=1), {"last": -1, "next": 1}.get(hit.words("rel")[0], 0), "M")
    return Part(value=calendar_day(month.year, month.month, day_number(hit)).isoformat())


def _week_of(hit: Hit) -> Part | None:
    """`the week of March 6`."""
    return Part(value=week_value(date_of(hit))) if hit.text_value("unit") == "W" else None


def _range(hit: Hit) -> tuple[Part, ...] | None:
    """`Oct. 23-25`: two days, the second without its month."""
    first = date_of(hit)
    second = hit.match.start("second")
    last = calendar_day(first.year, first.month, day_number(hit, "second"))
    if last <= first:
        return None
    year_end = hit.match.end("year") if hit.has("year") else hit.end
    return (
        Part(value=first.isoformat(), last=hit.match.end("day")),
        Part(value=last.isoformat(), first=second, last=year_end),
    )


def _range_before(hit: Hit) -> tuple[Part, ...] | None:
    """`10-12 March`: two days, the first without its month."""
    last = date_of(hit)
    first = calendar_day(last.year, last.month, day_number(hit, "first"))
    if first >= last:
        return None
    start = hit.match.start("day")
    return (
        Part(value=first.isoformat(), last=hit.match.end("first")),
        Part(value=last.isoformat(), first=start, last=hit.end),
    )


def iso_day(hit: Hit) -> date:
    """The day of `2021-02-18` or `2021/02/18`, the first token.

    Raises:
        Unresolved: if the day does not exist, or the year is more likely of another calendar.
    """
    word = hit.word(hit.start)
    year, month, day = (int(piece) for piece in word.replace("/", "-").split("-"))
    refuse_buddhist(year)
    if "/" in word and year in HIJRI_YEARS:
        raise Unresolved(f"{year} is not a plausible Gregorian year; it may be Solar Hijri or Islamic")
    return calendar_day(year, month, day)


def _iso(hit: Hit) -> Part:
    return Part(value=iso_day(hit).isoformat())


def slashed_day(hit: Hit) -> date | None:
    """`3/14/2021` is read month first, as in the United States, unless only the other way is a date."""
    word = hit.word(hit.start)
    first, second, tail = (int(piece) for piece in word.replace(".", "/").split("/"))
    if "." in word or first > 12:
        first, second = second, first
    year = tail
    if tail < 100:
        century = hit.context.today.year // 100 * 100
        year = min(
            (century - 100 + tail, century + tail, century + 100 + tail), key=lambda y: abs(y - hit.context.today.year)
        )
    if "/" in word and not (1 <= first <= 12 and 1 <= second <= DAYS_OF_ANY_MONTH):
        return None
    return calendar_day(year, first, second)


def _slashed(hit: Hit) -> Part | None:
    day = slashed_day(hit)
    return None if day is None else Part(value=day.isoformat())


def _deictic(hit: Hit) -> Part:
    offset = hit.number_value("deictic")
    if hit.has("beyond"):
        offset += -1 if hit.words("beyond")[-1] == "before" else 1
    said, cues = day_of_speaking(hit)
    day = moved(said, offset, "D").isoformat()
    if hit.has("part"):
        return Part(type=TimexType.TIME, value=day + hit.text_value("part"), mod=phase_of(hit), cues=cues)
    return Part(value=day, mod=phase_of(hit), cues=cues)


def _this_part(hit: Hit) -> Part:
    day = hit.context.today
    if hit.has("last"):
        day = moved(day, -1, "D")
    return Part(type=TimexType.TIME, value=day.isoformat() + hit.text_value("part"), mod=phase_of(hit))


def _part_of(hit: Hit) -> Part | None:
    """`the night of April 23`, `the evening of Tuesday`."""
    if hit.has("weekday_alone"):
        day, cues = bare_weekday(hit, hit.number_value("weekday_alone"))
    else:
        day, cues = date_of(hit), ()
    return Part(type=TimexType.TIME, value=day.isoformat() + hit.text_value("part"), cues=cues)


def _overnight(hit: Hit) -> Part:
    return Part(type=TimexType.TIME, value=hit.context.today.isoformat() + hit.text_value("part"))


def _next_day(hit: Hit) -> Part | None:
    """`the next day`, `the previous night`, `that same day`: from the last day mentioned."""
    words = hit.words("rel")
    back = {"previous", "preceding", "prior"} & set(words)
    step = 0 if {"that", "same"} & set(words) else -1 if back else 1
    day = moved(reference_day(hit), step, "D").isoformat()
    if hit.kind_at(hit.end - 1, "DAYPART"):
        return Part(type=TimexType.TIME, value=day + hit.text_value("unit"), mod=phase_of(hit))
    if hit.text_value("unit") != "D":
        return None
    return Part(value=day, mod=phase_of(hit))


def _day_before(hit: Hit) -> Part | None:
    """`the day before`, `the year after`, when no date or clause follows that it would belong to."""
    unit = hit.text_value("unit")
    said = hit.context.memory.last("W" if unit == "D" else unit)
    if unit not in ("D", "W", "M", "Y") or said is None or hit.word(hit.end).isalnum():
        return None
    interval = interval_of(said)
    if unit != "D" and interval is not None:
        first = date(interval.start.year, interval.start.month, interval.start.day)
        return Part(value=value_of(moved(first, hit.number_value("side"), unit), unit))
    return Part(value=moved(reference_day(hit), hit.number_value("side"), "D").isoformat())


RULES = (
    Rule(id="date.iso", pattern="ISO_DATE", resolve=_iso, example="2021-02-18", counter="2021-02"),
    Rule(id="date.slashed", pattern="SLASH_DATE", resolve=_slashed, example="2/18/2021", counter="18/2"),
    Rule(
        id="date.known",
        pattern="DIGITS SLASH DIGITS(?!SLASH|HYPHEN|PERCENT|UNIT|UNITS|OF)",
        resolve=_figures,
        example="9/11",
        counter="9-11",
    ),
    Rule(
        id="date.month_day",
        pattern=f"(?P<phase>PHASE)?{WEEKDAY_BEFORE}(?P<rel>LAST|THIS|NEXT)?{MD}{YEAR}?",
        resolve=_date,
        example="Friday, Oct. 23, 2015",
        counter="may 5",
    ),
    Rule(
        id="date.day_month",
        pattern=f"(?P<phase>PHASE)?{WEEKDAY_BEFORE}{DM}{YEAR}?",
        resolve=_date,
        example="the 4th of July 2019",
        counter="4 of them",
    ),
    Rule(
        id="date.week_of",
        pattern=f"THE(?P<unit>UNIT)OF{MD}{YEAR}?",
        resolve=_week_of,
        example="the week of March 6",
        counter="the week of work",
    ),
    Rule(
        id="date.range",
        pattern=f"{MD}(?:HYPHEN|DASH|TO|AND)(?P<second>DAY_NUMBER)(?!MONTH_ANY){YEAR}?",
        resolve=_range,
        example="Oct. 23-25",
        counter="Oct. 23-Nov. 2",
    ),
    Rule(
        id="date.range_before",
        pattern=f"(?P<first>DIGITS)(?:HYPHEN|DASH|TO|AND)(?P<day>DIGITS)(?P<month>MONTH_ANY){YEAR}?",
        resolve=_range_before,
        example="10-12 March 2010",
        counter="10-12 men",
    ),
    Rule(
        id="day.deictic",
        pattern="(?P<phase>PHASE)?(?P<beyond>THE UNIT BEFORE)?(?P<deictic>DEICTIC)(?P<part>DAYPART)?",
        resolve=_deictic,
        example="the day after tomorrow",
        counter="the day of birth",
    ),
    Rule(
        id="day.part",
        pattern="(?P<phase>PHASE)?(?:THIS|(?P<last>LAST))(?P<part>DAYPART)",
        resolve=_this_part,
        type=TimexType.TIME,
        example="earlier this morning",
        counter="next of kin",
    ),
    Rule(
        id="day.part_of",
        pattern=f"THE(?P<part>DAYPART)OF{WEEKDAY_BEFORE}{MD}{YEAR}?",
        resolve=_part_of,
        type=TimexType.TIME,
        example="the night of April 23",
        counter="the night of horrors",
    ),
    Rule(
        id="day.part_of_day_month",
        pattern=f"THE(?P<part>DAYPART)OF{WEEKDAY_BEFORE}{DM}{YEAR}?",
        resolve=_part_of,
        type=TimexType.TIME,
        example="the evening of 3 March 2010",
        counter="the evening of 3 concerts",
    ),
    Rule(
        id="day.part_of_weekday",
        pattern="THE(?P<part>DAYPART)OF(?P<weekday_alone>WEEKDAY)",
        resolve=_part_of,
        type=TimexType.TIME,
        example="the morning of Tuesday",
        counter="the morning of life",
    ),
    Rule(
        id="day.tonight",
        pattern="(?P<part>TONIGHT|OVERNIGHT)(?!HYPHEN|UNIT)",
        resolve=_overnight,
        type=TimexType.TIME,
        example="tonight",
        counter="tonite",
    ),
    Rule(
        id="day.next",
        pattern="(?P<phase>PHASE)?(?P<rel>THE(?:NEXT|FOLLOWING|SAME)|THAT SAME?)(?P<unit>UNIT|DAYPART)",
        resolve=_next_day,
        example="the following day",
        counter="the fine day",
    ),
    Rule(
        id="day.numbered",
        pattern="THE(?P<day>ORDINAL_DIGITS)",
        resolve=_numbered,
        example="the 15th",
        counter="the 15th floor",
    ),
    Rule(
        id="day.numbered_of",
        pattern="THE(?P<day>ORDINAL_ANY)OF(?P<rel>THIS|LAST|NEXT)(?P<unit>UNIT)",
        resolve=_numbered_of,
        example="the 3rd of next month",
        counter="the 3rd of next door",
    ),
    Rule(
        id="day.before",
        pattern="THE(?P<unit>UNIT)(?P<side>BEFORE)(?!DEICTIC|MONTH_ANY|WEEKDAY|THE)",
        resolve=_day_before,
        example="the day before",
        counter="the door before",
    ),
)
