"""Weeks, months, years and seasons by their distance: last, this, next, ago, earlier."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from diplonews.temporal.calendar import GRAIN_OF_DISTANCE, SEASON_FIRST_MONTH, season_value, value_of
from diplonews.temporal.context import Hit
from diplonews.temporal.grammar import Rule
from diplonews.temporal.intervals import interval_of
from diplonews.temporal.meaning import Part, Unresolved
from diplonews.temporal.rules.common import bound_of, count_of, full_year, moved, outer_bound, phase_of
from diplonews.temporal.rules.days import MD, YEAR, date_of
from diplonews.temporal.rules.durations import period
from diplonews.temporal.rules.quarters import course_end, quarter_back
from diplonews.temporal.rules.weekdays import relative_weekday
from diplonews.temporal.rules.years import spoken_year

__all__ = ["RULES"]

BACK = frozenset({"last", "past", "previous", "preceding", "prior"})
AHEAD = frozenset({"next", "coming", "upcoming", "following", "ensuing"})
SAID_BEFORE = frozenset({"previous", "preceding", "prior", "following", "ensuing", "that", "same"})
CLOCK_UNITS = frozenset({"TS", "TM", "TH"})
OWN_UNITS = frozenset({"D", "W", "M", "Y", "DE", "CE"})
MORE_OF_IT = frozenset({"additional", "extra", "further", "consecutive", "straight"})
HALF_A_SEASON_DAYS = 45

REL = (
    "(?:THE)?(?P<rel>LAST|THIS(?:PAST|COMING|NEXT|CURRENT|SAME)?|NEXT|COMING|CURRENT|FOLLOWING|PAST|SAME|LATEST)"
    "|(?P<that>THAT SAME?)"
)
NAMED = "(?:THE|THE?(?P<rel>LAST|THIS(?:PAST|COMING)?|NEXT|COMING|PAST|FOLLOWING))"


def _step(words: list[str]) -> int:
    if BACK & set(words):
        return -1
    return 1 if AHEAD & set(words) else 0


def _start(hit: Hit, words: list[str], unit: str) -> date:
    """The day to count from: the anchor, or the start of the last period mentioned."""
    if not SAID_BEFORE & set(words):
        return hit.context.today
    interval = interval_of(hit.context.memory.last(unit))
    if interval is None:
        return hit.context.today
    return date(interval.start.year, interval.start.month, interval.start.day)


def _relative(hit: Hit) -> Part | None:
    words = hit.words("rel" if hit.has("rel") else "that")
    unit = hit.text_value("unit")
    if unit in CLOCK_UNITS or unit == "D" or (unit == "ML" and words != ["this"]):
        return None
    if words[-1] == "last" and hit.word(hit.match.start("unit") - 2) == "the" and hit.kind_at(hit.end, "OF"):
        return None  # the last year of his life
    if words == ["past"] and unit != "Y":
        return period(hit, 1, unit)
    day = moved(_start(hit, words, unit), _step(words), unit)
    return Part(value=value_of(day, unit), mod=phase_of(hit) or ("APPROX" if hit.has("so") else None))


def _weekend(hit: Hit) -> Part | None:
    """`the weekend` is the one just over on a Monday or Tuesday, and in the past tense, else that of the week."""
    words = hit.words("rel") if hit.has("rel") else []
    today = hit.context.today
    step = _step(words)
    if not words and not hit.forward_cue() and (today.isoweekday() <= 2 or (today.isoweekday() <= 5 and hit.is_past())):
        step = -1
    if words == ["this", "past"]:
        step = -1 if today.isoweekday() < 7 else 0
    return Part(value=value_of(moved(today, step, "W"), "WE"), mod=phase_of(hit))


def _weekend_of(hit: Hit) -> Part:
    """`the weekend of March 6`: that of the day's week."""
    return Part(value=value_of(date_of(hit), "WE"))


def _season(hit: Hit) -> Part | None:
    """`last summer` is the last one over, `this summer` the anchor's or the nearest to come."""
    words = hit.words("rel") if hit.has("rel") else []
    today, code = hit.context.today, hit.text_value("season")
    step = _step(words)
    if not 1 < today.year < date.max.year:
        raise Unresolved("outside the calendar")
    first = date(today.year, SEASON_FIRST_MONTH[code], 1)
    now = season_value(today)
    if step == 0 and now.endswith(code):
        return Part(value=now, mod=phase_of(hit))
    years = [first.year - 1, first.year, first.year + 1]
    if step < 0:
        over = [y for y in years if date(y, first.month, 1) <= today and f"{y:04}-{code}" != now]
        if not over:
            raise Unresolved("outside the calendar")
        return Part(value=f"{over[-1]:04}-{code}", mod=phase_of(hit))
    if step > 0:
        return Part(value=f"{next(y for y in years if date(y, first.month, 1) > today):04}-{code}", mod=phase_of(hit))
    if words:
        return Part(value=f"{today.year:04}-{code}", mod=phase_of(hit))
    near = min(years, key=lambda year: abs((date(year, first.month, 1) - today).days + HALF_A_SEASON_DAYS))
    return Part(value=f"{near:04}-{code}", mod=phase_of(hit))


def _season_year(hit: Hit) -> Part | None:
    year = full_year(hit) if hit.has("year") else spoken_year(hit, "spoken")
    return None if year is None else Part(value=f"{year:04}-{hit.text_value('season')}", mod=phase_of(hit))


def _season_of(hit: Hit) -> Part | None:
    """`spring next year`, `the summer of last year`."""
    if hit.text_value("unit") != "Y":
        return None
    year = hit.context.today.year + hit.number_value("rel")
    return Part(value=f"{year:04}-{hit.text_value('season')}", mod=phase_of(hit))


def _the(hit: Hit) -> Part | None:
    """`the week`, `later in the year`: the anchor's own; `later in the day`: the day mentioned last, if past."""
    unit = hit.text_value("unit")
    if unit not in OWN_UNITS or (unit == "D" and not hit.has("phase")) or MORE_OF_IT & set(hit.words("unit_words")):
        return None
    memory = hit.context.memory
    told = memory.last(unit) if unit == "D" and memory.near(unit) else None
    if told is not None and (told <= hit.context.today.isoformat() or hit.forward_cue()):
        return Part(value=told, mod=phase_of(hit))
    end = course_end(hit) if unit == "Y" else None
    day = hit.context.today if end is None else end
    if unit == "W" and day.isoweekday() == 1 and not hit.forward_cue():
        day = moved(day, -1, "W")
    return Part(value=value_of(day, unit), mod=phase_of(hit))


def _ago(hit: Hit) -> Part | None:
    """`three weeks ago`: the week, month or year, so many back from the anchor."""
    if hit.has("some"):
        return Part(value="PAST_REF", reason="an unknown number of units", refers=False)
    unit, count = hit.text_value("unit"), count_of(hit)
    if count is None:
        return Part(value="PAST_REF", reason="an unknown number of units", refers=False)
    return _distance(hit, hit.context.today, -count, unit)


def _long_ago(hit: Hit) -> Part | None:
    """`two years and three months ago`, `a year and a half ago`: as fine as the last unit said."""
    unit, count = hit.text_value("unit"), count_of(hit)
    if count is None or unit in CLOCK_UNITS:
        return None
    if not hit.has("second"):
        return _distance(hit, hit.context.today, -count - Fraction(1, 2), unit)
    rest, smaller = count_of(hit, "second"), hit.text_value("second_unit")
    if rest is None or rest.denominator != 1 or count.denominator != 1 or smaller in CLOCK_UNITS:
        return None
    return _distance(hit, moved(hit.context.today, -int(count), unit), -rest, smaller)


def _beyond(hit: Hit) -> Part | None:
    """`the week after next`, `the year before last`, `the Friday after next`."""
    unit, side = hit.text_value("unit"), hit.number_value("side")
    if side != hit.number_value("rel"):
        return None
    if hit.kind_at(hit.match.start("unit"), "WEEKDAY"):
        day = relative_weekday(hit, int(unit), hit.words("rel"))
        return Part(value=moved(day, side, "W").isoformat())
    if unit not in ("W", "WE", "M", "Y"):
        return None
    return Part(value=value_of(moved(hit.context.today, 2 * side, "W" if unit == "WE" else unit), unit))


def _from_now(hit: Hit) -> Part | None:
    """`two weeks from now`, `a year from today`: the week, month or year, so many ahead."""
    unit, count = hit.text_value("unit"), count_of(hit)
    if count is None:
        return Part(value="FUTURE_REF", reason="an unknown number of units", refers=False)
    offset = hit.number_value("origin") if hit.kind_at(hit.match.start("origin"), "DEICTIC") else 0
    return _distance(hit, moved(hit.context.today, offset, "D"), count, unit)


def _distance(hit: Hit, start: date, count: Fraction, unit: str) -> Part:
    mod = bound_of(hit) or ("APPROX" if hit.has("so") else None)
    cues: tuple[tuple[int, int], ...] = ()
    if mod is None:
        mod, cues = outer_bound(hit)
    if unit in CLOCK_UNITS:
        return period(hit, abs(count), unit)
    quarter = hit.context.memory.quarter if hit.context.memory.by_quarter else None
    if (
        quarter is not None
        and unit == "Y"
        and not hit.kind_at(hit.end - 1, "NOW", "DEICTIC")
        and hit.kind_at(hit.match.start("count"), "ARTICLE")
    ):
        return Part(value=quarter_back(quarter, 1 if count < 0 else -1), mod=mod, cues=cues, refers=False)
    if count.denominator != 1:
        months = count * {"Y": 12, "DE": 120, "CE": 1200}.get(unit, 0)
        if months == 0 or months.denominator != 1:
            raise Unresolved("a fraction of a unit")
        return Part(value=value_of(moved(start, int(months), "M"), "Y" if unit != "Y" else "M"), mod=mod, cues=cues)
    return Part(value=value_of(moved(start, int(count), unit), GRAIN_OF_DISTANCE[unit]), mod=mod, cues=cues)


def _earlier(hit: Hit) -> Part | None:
    """`a year earlier`, `two days later`: from the last date mentioned, else a time back from the anchor."""
    if hit.has("some"):
        return period(hit, None, hit.text_value("some"))
    unit, count = hit.text_value("unit"), count_of(hit)
    sign = hit.number_value("side")
    if count is None:
        return period(hit, None, unit)
    known = hit.context.memory.near(unit)
    if sign > 0 and not known:
        return period(hit, count, unit)  # later than what, the text did not say to the day
    start = _start(hit, ["that"], unit) if known else hit.context.today
    return _distance(hit, start, count * sign, unit)


def _year_before(hit: Hit) -> Part | None:
    """`year-earlier`, `year-ago`, attributive."""
    if hit.text_value("unit") != "Y":
        return None
    quarter = hit.context.memory.quarter
    if quarter is not None and hit.context.memory.by_quarter:
        return Part(value=quarter_back(quarter, 1), refers=False)
    return Part(value=value_of(moved(hit.context.today, -1, "Y"), "Y"), refers=False)


def _year_end(hit: Hit) -> Part | None:
    unit = hit.text_value("unit")
    if unit not in ("Y", "M", "W", "CE", "DE") or hit.words("edge")[0] not in ("end", "start"):
        return None
    if unit == "W" and hit.kind_at(hit.match.start("edge") - 1, "HYPHEN"):
        return _weekend(hit)
    mod = "END" if hit.words("edge")[0] == "end" else "START"
    return Part(value=value_of(hit.context.today, unit), mod=mod)


RULES = (
    Rule(
        id="unit.relative",
        pattern=f"(?P<phase>PHASE)?(?:{REL})FISCAL?(?P<unit>UNIT)(?!HYPHEN(?:AGED|LASTING_SUFFIX))(?P<so>OR SO)?",
        resolve=_relative,
        example="late last year",
        counter="last man",
    ),
    Rule(
        id="unit.weekend",
        pattern=f"(?P<phase>PHASE)?{NAMED}(?P<unit>WEEKEND)",
        resolve=_weekend,
        example="the weekend",
        counter="a weekend",
    ),
    Rule(
        id="unit.weekend_of",
        pattern=f"THE(?P<unit>WEEKEND)OF{MD}(?:(?:HYPHEN|DASH|TO|AND)DAY_NUMBER)?{YEAR}?",
        resolve=_weekend_of,
        example="the weekend of March 6-7",
        counter="the weekend of sports",
    ),
    Rule(
        id="unit.season",
        pattern=f"(?P<phase>PHASE)?{NAMED}EARLY?(?P<season>SEASON)(?!OF|HYPHEN)",
        resolve=_season,
        example="last summer",
        counter="fall",
    ),
    Rule(
        id="unit.season_year",
        pattern=(
            "(?:THE)?(?P<phase>PHASE)?(?P<season>SEASON)(?:OF|COMMA)?"
            "(?:(?P<year>YEAR_DIGITS)|(?P<spoken>NUMERAL NUMERAL(?:HYPHEN?NUMERAL)?))"
        ),
        resolve=_season_year,
        example="the winter of 1994",
        counter="the winter of our",
    ),
    Rule(
        id="unit.season_of",
        pattern=(
            "(?:THE)?(?P<phase>EARLY HYPHEN?|BEGINNING OF THE?)?(?P<season>SEASON)OF?"
            "(?P<rel>LAST|THIS|NEXT)(?P<unit>UNIT)"
        ),
        resolve=_season_of,
        example="spring next year",
        counter="spring next man",
    ),
    Rule(
        id="unit.the",
        pattern="(?P<phase>PHASE)?THE(?P<unit_words>FULL?FISCAL?(?P<unit>UNIT))(?!HYPHEN|AGO|EARLIER|BEFORE|AGED|DIGITS)",
        resolve=_the,
        example="later in the year",
        counter="a year",
    ),
    Rule(
        id="unit.ago",
        pattern="(?:(?P<bound>BOUND)?COUNTED(?P<unit>UNIT_ANY)(?P<so>OR SO)?HYPHEN?|(?P<some>UNITS))AGO",
        resolve=_ago,
        example="nearly two years ago",
        counter="two years",
    ),
    Rule(
        id="unit.long_ago",
        pattern=(
            "(?P<bound>BOUND)?(?P<count>NUMBER|ARTICLE)(?P<unit>UNIT|UNITS)"
            "(?:AND ARTICLE HALF|(?:COMMA?AND|COMMA)(?P<second>NUMBER|ARTICLE)(?P<second_unit>UNIT|UNITS))"
            "(?P<so>OR SO)?AGO"
        ),
        resolve=_long_ago,
        example="two years and three months ago",
        counter="two years and three months",
    ),
    Rule(
        id="unit.beyond",
        pattern="THE(?P<unit>UNIT|WEEKEND|WEEKDAY)(?P<side>BEFORE)(?P<rel>LAST|NEXT)(?!UNIT|UNITS|WEEKDAY|MONTH_ANY|COUNT|SEASON|DAYPART)",
        resolve=_beyond,
        example="the week after next",
        counter="the week after next month",
    ),
    Rule(
        id="unit.from_now",
        pattern="(?P<bound>BOUND)?COUNTED(?P<unit>UNIT_ANY)(?P<so>OR SO)?FROM(?P<origin>NOW|DEICTIC)",
        resolve=_from_now,
        example="two weeks from now",
        counter="two weeks from home",
    ),
    Rule(
        id="unit.earlier",
        pattern="(?:(?P<bound>BOUND)?COUNTED(?P<unit>UNIT_ANY)(?P<so>OR SO)?|(?P<some>UNITS))(?P<side>EARLIER)",
        resolve=_earlier,
        example="a year earlier",
        counter="a year",
    ),
    Rule(
        id="unit.year_before",
        pattern="(?P<unit>UNIT)HYPHEN(?:AGO|EARLIER)",
        resolve=_year_before,
        example="year-earlier",
        counter="year-long",
    ),
    Rule(
        id="unit.edge",
        pattern="(?:THE)?(?P<unit>UNIT)(?:HYPHEN|POSSESSIVE)?(?P<edge>BEGINNING)(?!OF)",
        resolve=_year_end,
        example="year-end",
        counter="year-long",
    ),
)
