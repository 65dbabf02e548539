"""Lengths of time: three days, two-year, the past nine months, decades, monthslong."""

from __future__ import annotations

from fractions import Fraction

import attrs

from diplonews.lexicons.temporal import load_context_words
from diplonews.model.temporal import Interval, TimexType
from diplonews.temporal.calendar import GRAIN_OF_DISTANCE, value_of
from diplonews.temporal.context import Hit
from diplonews.temporal.grammar import Rule
from diplonews.temporal.intervals import interval_of
from diplonews.temporal.meaning import Part
from diplonews.temporal.rules.common import bound_of, count_of, moved, outer_bound

__all__ = ["RULES", "duration_value", "period"]

# A fraction of a unit is told in the next smaller one that makes it whole.
LONGEST_COUNT = 100_000
SMALLER = {
    "Y": (("M", 12),),
    "M": (("W", 4),),
    "W": (("D", 7),),
    "D": (("TH", 24),),
    "TH": (("TM", 60),),
    "TM": (("TS", 60),),
}
IN_YEARS = {"DE": 10, "ML": 1000}
IN_WEEKS = {"F": 2}


def _designated(count: Fraction, unit: str) -> str:
    """`P2Y6M`, `PT1M30S`."""
    whole = int(count)
    rest = count - whole
    clock = unit.startswith("T")
    parts = [(whole, unit)] if whole else []
    if rest:
        smaller, factor = SMALLER[unit][0] if unit in SMALLER else (unit, 1)
        if (rest * factor).denominator != 1 or unit not in SMALLER:
            return f"P{'T' if clock else ''}{float(count):g}{unit[-1]}"
        parts.append((int(rest * factor), smaller))
    text, timed = "P", False
    for number, name in parts or [(0, unit)]:
        if name.startswith("T") and not timed:
            text, timed = text + "T", True
        text += f"{number}{name[-1]}"
    return text


def duration_value(count: Fraction | None, unit: str) -> str:
    """The value of so many units; None is an unknown number.

    Example:
        >>> duration_value(Fraction(5, 2), "Y"), duration_value(None, "TH"), duration_value(Fraction(2), "DE")
        ('P2Y6M', 'PTXH', 'P20Y')
    """
    if count is None:
        if unit == "CE":
            return "PXC"
        clock = "T" if unit.startswith("T") else ""
        return f"P{clock}X{'Y' if unit in IN_YEARS else 'W' if unit in IN_WEEKS else unit[-1]}"
    if unit == "CE":
        count, unit = count * 100, "Y"
    if unit in IN_YEARS:
        count, unit = count * IN_YEARS[unit], "Y"
    if unit in IN_WEEKS:
        count, unit = count * IN_WEEKS[unit], "W"
    return _designated(count, unit)


def period(hit: Hit, count: Fraction | int | None, unit: str) -> Part:
    """A DURATION of so many units, with the modifiers inside and just before the span."""
    mod = bound_of(hit)
    cues: tuple[tuple[int, int], ...] = ()
    if mod is None and hit.has("so"):
        mod = "APPROX"
    if mod is None:
        mod, cues = outer_bound(hit)
    value = duration_value(None if count is None else Fraction(count), unit)
    reason = "an unknown number of units" if count is None else None
    return Part(type=TimexType.DURATION, value=value, mod=mod, cues=cues, reason=reason, refers=False)


def _is_age(hit: Hit) -> bool:
    """Whether `old` or `of age` follows, or `aged` precedes: an age, not a length of time."""
    end = hit.end
    if hit.word(hit.start - 1) == "aged":
        return True
    if hit.kind_at(end, "HYPHEN"):
        end += 1
    return hit.kind_at(end, "AGED") or (hit.word(end) == "of" and hit.word(end + 1) == "age")


def _one_day(hit: Hit) -> Part | None:
    """`one day`: some time ahead after a modal, a length of time after a preposition."""
    before = hit.word(hit.start - 1)
    if before in load_context_words("modal"):
        return Part(value="FUTURE_REF", reason="no point of the calendar", refers=False)
    return (
        period(hit, 1, "D")
        if before in load_context_words("before_plural") or hit.word(hit.end) in load_context_words("after_plural")
        else None
    )


def _is_rate(hit: Hit) -> bool:
    """Whether `a year` says how often: `$5 million a year`, `four flights a week`."""
    if not hit.kind_at(hit.start, "ARTICLE"):
        return False
    before = hit.start - 1
    if hit.kind_at(before, *NUMBER_KINDS, "MILLION", "HUNDRED"):
        return True
    counted = (*NUMBER_KINDS, "NUMERAL", "HUNDRED", "FEW", "SEVERAL", "COUPLE")
    return hit.word(before).endswith("s") and hit.kind_at(before - 1, *counted)


def _is_no_length(hit: Hit) -> bool:
    """Whether the words are a rank, a share, a price, a clock reading or part of a longer word."""
    first, unit = hit.match.start("count"), hit.match.start("unit")
    figure = hit.word(first)
    return (
        _is_age(hit)
        or (figure == "many" and hit.word(first - 1) == "as")  # the second in as many days
        or (hit.kind_at(hit.end, "HYPHEN") and hit.kind_at(hit.end + 1, "LASTING_SUFFIX"))  # a month-long
        or hit.kind_at(hit.start - 1, "CURRENCY")
        or (figure[:1] == "0" and figure.isdigit() and len(figure) > 1)  # 0900 hours
        or (unit == first + 1 and hit.kind_at(first, "ARTICLE") and hit.kind_at(unit, "UNITS"))  # a decades-long
        or (hit.kind_at(unit, "SECOND") and not hit.kind_at(unit - 1, "HYPHEN"))  # one second-rate
        or (hit.kind_at(unit, "QUARTERS") and hit.kind_at(unit - 1, "HYPHEN"))  # three-quarters
        or hit.kind_at(unit, "QUARTER")  # a quarter
    )


def _count(hit: Hit) -> Part | None:
    count, unit = count_of(hit), hit.text_value("unit")
    if _is_no_length(hit) or (count is not None and count > LONGEST_COUNT):
        return None
    if hit.words("count") == ["one"] and hit.end - hit.start == 2 and unit == "D":
        return _one_day(hit)
    if _is_rate(hit):
        return Part(type=TimexType.SET, value=duration_value(Fraction(1), unit), quant="EVERY", refers=False)
    if hit.has("half"):
        count = (count or 1) + Fraction(1, 2)
    length = period(hit, count, "TS" if unit == "2" else unit)
    ahead = _led_to(hit, count, unit)
    return length if ahead is None else attrs.evolve(length, interval=ahead)


def _led_to(hit: Hit, count: Fraction | None, unit: str) -> Interval | None:
    """The day reached by `will leave in three days`; None for `built in three days`, which is only a length of time."""
    if hit.word(hit.start - 1) != "in" or hit.match.start("count") != hit.start or hit.context.anchor is None:
        return None
    if count is None or count.denominator != 1 or unit not in GRAIN_OF_DISTANCE or hit.forward_cue() is None:
        return None
    return interval_of(value_of(moved(hit.context.anchor, int(count), unit), GRAIN_OF_DISTANCE[unit]))


def _compound(hit: Hit) -> Part | None:
    """`one year and nine months`, `two hours, 30 minutes`: from the longer unit to the shorter."""
    first, second = hit.text_value("unit"), hit.text_value("second_unit")
    count, rest = count_of(hit), count_of(hit, "second")
    if second not in [name for name, _ in SMALLER.get(first, ())] or count is None or rest is None or _is_age(hit):
        return None
    if count.denominator != 1 or rest.denominator != 1 or max(count, rest) > LONGEST_COUNT:
        return None
    mod = bound_of(hit)
    value = duration_value(count, first) + duration_value(rest, second).removeprefix(
        "PT" if second[0] == "T" and first[0] == "T" else "P"
    )
    return Part(type=TimexType.DURATION, value=value, mod=mod, refers=False)


def _relative(hit: Hit) -> Part | None:
    if hit.kind_at(hit.match.start("unit"), "SECOND", "QUARTER"):
        return None
    if hit.word(hit.start) == "last" and hit.word(hit.start - 1) in load_context_words("modal"):
        return None  # talks to last two days
    return period(hit, count_of(hit), hit.text_value("unit"))


def _vague(hit: Hit) -> Part | None:
    unit = hit.text_value("unit")
    return None if unit.startswith("T") and hit.has("early") else period(hit, None, unit)


def _vague_ahead(hit: Hit) -> Part | None:
    return period(hit, None, hit.text_value("unit"))


def _lasting(hit: Hit) -> Part | None:
    text = hit.text_value("lasting")
    count = None if text[0] == "X" else Fraction(text[0])
    return period(hit, count, text[1:])


def _suffixed(hit: Hit) -> Part | None:
    plural = hit.kind_at(hit.match.start("unit"), "UNITS")
    count = count_of(hit) if hit.has("count") else None if plural else Fraction(1)
    return period(hit, count, hit.text_value("unit"))


NUMBER_KINDS = ("DIGITS", "YEAR_DIGITS", "INTEGER", "DECIMAL")
BARE_GRAINS = frozenset({"W", "M", "D", "Y", "DE", "CE", "F"})


def _plural(hit: Hit) -> Part | None:
    """Bare `weeks`, `decades`; `years` only where a preposition makes a length of it."""
    unit = hit.text_value("unit")
    if unit not in BARE_GRAINS and hit.word(hit.end) not in ("after", "before"):
        return None
    if _is_age(hit) or hit.kind_at(hit.start - 1, "HYPHEN", "DIGITS", "CURRENCY"):
        return None
    if hit.word(hit.start - 2) == "matter":  # a matter of days
        return None
    before, after = hit.word(hit.start - 1), hit.word(hit.end)
    if before == "the":
        made = hit.word(hit.start - 2) in ("in", "over", "during") and after in load_context_words("after_the_plural")
    else:
        made = before in load_context_words("before_plural") or after in load_context_words("after_plural")
    return period(hit, None, unit) if made else None


RULES = (
    Rule(
        id="duration.count",
        pattern=(
            "(?P<bound>BOUND)?(?:THE(?=COUNT(?:FULL|MORE)?(?:UNITS|QUARTERS)))?COUNTED(?:FULL|MORE)?(?P<unit>UNIT_ANY)"
            "(?P<half>AND ARTICLE HALF)?(?P<so>OR SO)?(?!HYPHEN(?:AGO|EARLIER))"
        ),
        resolve=_count,
        type=TimexType.DURATION,
        example="more than a year",
        counter="24-year-old man",
    ),
    Rule(
        id="duration.compound",
        pattern=(
            "(?P<bound>BOUND)?(?P<count>NUMBER|ARTICLE)(?P<unit>UNIT|UNITS)(?:COMMA?AND|COMMA)?"
            "(?P<second>NUMBER)(?P<second_unit>UNIT|UNITS)(?!HYPHEN?AGED|AGO|EARLIER)"
        ),
        resolve=_compound,
        type=TimexType.DURATION,
        example="one year and nine months",
        counter="one year and nine men",
    ),
    Rule(
        id="duration.hyphen",
        pattern=(
            "(?P<bound>BOUND)?(?P<count>VAGUE|NUMBER)(?:(?:TO|OR|HYPHEN TO)NUMBER)?"
            "HYPHEN(?P<unit>UNIT|SECOND|QUARTER)(?!HYPHEN AGED)"
        ),
        resolve=_count,
        type=TimexType.DURATION,
        example="two-year",
        counter="two-man",
    ),
    Rule(
        id="duration.relative",
        pattern=(
            "(?P<bound>BOUND)?(?:THE)?"
            "(?:LAST|PAST|NEXT|FIRST|FINAL|COMING|FOLLOWING|LATEST|RECENT|THESE|UNIT HYPHEN(?:AGO|EARLIER))"
            "(?!ARTICLE UNIT)COUNTED(?:FULL|MORE)?HYPHEN?(?P<unit>UNIT_ANY)(?P<so>OR SO)?"
        ),
        resolve=_relative,
        type=TimexType.DURATION,
        example="the past three months",
        counter="the past three men",
    ),
    Rule(
        id="duration.vague",
        pattern=(
            "(?P<bound>BOUND)?(?:THE)?(?:PAST|NEXT|FIRST|FINAL|COMING|LATEST|RECENT|(?P<early>EARLY))"
            "(?P<unit>UNITS|QUARTERS)(?:(?:OR|AND)UNITS)?"
        ),
        resolve=_vague,
        type=TimexType.DURATION,
        example="recent months",
        counter="recent men",
    ),
    Rule(
        id="duration.ahead",
        pattern="THE(?P<unit>UNITS)AHEAD",
        resolve=_vague_ahead,
        type=TimexType.DURATION,
        example="the weeks ahead",
        counter="the men ahead",
    ),
    Rule(
        id="duration.lasting",
        pattern="(?P<lasting>LASTING)",
        resolve=_lasting,
        type=TimexType.DURATION,
        example="monthslong",
        counter="long",
    ),
    Rule(
        id="duration.suffixed",
        pattern="(?P<count>NUMBER HYPHEN)?(?P<unit>UNIT|UNITS)HYPHEN LASTING_SUFFIX",
        resolve=_suffixed,
        type=TimexType.DURATION,
        example="decades-long",
        counter="man-long",
    ),
    Rule(
        id="duration.plural",
        pattern="(?P<unit>UNITS)(?:(?:OR|AND)UNITS)?",
        resolve=_plural,
        type=TimexType.DURATION,
        example="weeks",
        counter="week",
    ),
)
