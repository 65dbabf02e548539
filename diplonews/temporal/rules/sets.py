"""Times that recur: daily, every Tuesday, twice a week, Mondays."""

from __future__ import annotations

from fractions import Fraction

from diplonews.lexicons.temporal import load_context_words
from diplonews.model.temporal import TimexType
from diplonews.temporal.context import Hit
from diplonews.temporal.grammar import Rule
from diplonews.temporal.meaning import Part
from diplonews.temporal.rules.common import count_of
from diplonews.temporal.rules.durations import duration_value

__all__ = ["RULES"]

DETERMINERS = ("THE", "ARTICLE", "THIS", "THAT", "OWN", "POSSESSIVE")
REACH_TOKENS = 3  # the state-run daily said


def _set(value: str, *, quant: str | None = None, freq: str | None = None) -> Part:
    return Part(type=TimexType.SET, value=value, quant=quant, freq=freq, refers=False)


def _often(hit: Hit) -> Part | None:
    """`daily`; with a capital inside a sentence it is a newspaper."""
    if not hit.tokens.words[hit.start].islower() and not hit.opens_sentence(hit.start):
        return None
    if hit.end < len(hit.tokens.words) and hit.tokens.words[hit.end].istitle():
        return None
    return None if _is_newspaper(hit) else _set(hit.text_value("often"))


def _is_newspaper(hit: Hit) -> bool:
    """Whether `the daily` is a noun: nothing follows that it could describe, or what it said does."""
    words, before = hit.tokens.words, hit.start - 1
    led = hit.kind_at(before, *DETERMINERS) or hit.kind_at(before - 1, "HYPHEN")  # a state-run daily
    after = words[hit.end] if hit.end < len(words) else ""
    if led:
        return not after[:1].islower() or after in load_context_words("newspaper_verbs") | load_context_words(
            "after_newspaper"
        )
    near = range(max(0, before - REACH_TOKENS), before)
    return after in load_context_words("newspaper_verbs") and any(hit.kind_at(index, *DETERMINERS) for index in near)


def _every_unit(hit: Hit) -> Part | None:
    count = count_of(hit) if hit.has("count") else None
    if hit.has("count") and hit.kind_at(hit.match.start("count"), "ALTERNATE", "SECOND", "ORDINAL"):
        count = Fraction(hit.number_value("count"))
    value = duration_value(count or count_of(hit, "every"), hit.text_value("unit"))
    return _set(value, quant=hit.text_value("every"))


def _every_named(hit: Hit) -> Part | None:
    value = hit.value("name")
    kinds = {"WEEKDAY": f"XXXX-WXX-{value}", "DAYPART": f"XXXX-XX-XX{value}", "SEASON": f"XXXX-{value}"}
    start = hit.match.start("name")
    form = next((form for kind, form in kinds.items() if hit.kind_at(start, kind)), None)
    if form is None:
        form = f"XXXX-{int(value):02}"
    return _set(form, quant=hit.text_value("every"))


def _weekdays(hit: Hit) -> Part | None:
    part = hit.text_value("part") if hit.has("part") else ""
    return _set(f"XXXX-WXX-{hit.value('name')}{part}")


def _times(hit: Hit) -> Part | None:
    if hit.text_value("times") == "X" and not hit.has("count"):
        return None
    count = count_of(hit) if hit.has("count") else None
    freq = f"{count}X" if count is not None else hit.text_value("times")
    return _set(duration_value(count_of(hit, "one"), hit.text_value("unit")), freq=freq)


RULES = (
    Rule(
        id="set.often",
        pattern="(?P<often>OFTEN)",
        resolve=_often,
        type=TimexType.SET,
        example="daily",
        counter="annual",
    ),
    Rule(
        id="set.every_unit",
        pattern="(?P<every>EVERY)(?P<count>NUMBER|FEW|SECOND|ORDINAL|ALTERNATE)?(?P<unit>UNIT|UNITS|QUARTER)",
        resolve=_every_unit,
        type=TimexType.SET,
        example="every two weeks",
        counter="every two men",
    ),
    Rule(
        id="set.every_named",
        pattern="(?P<every>EVERY)(?:SECOND|ALTERNATE)?(?P<name>WEEKDAY|MONTH|MONTH_WORD|DAYPART|SEASON)",
        resolve=_every_named,
        type=TimexType.SET,
        example="every Tuesday",
        counter="every man",
    ),
    Rule(
        id="set.weekdays",
        pattern="(?P<name>WEEKDAYS|WEEKDAY(?=DAYPARTS))(?P<part>DAYPARTS)?",
        resolve=_weekdays,
        type=TimexType.SET,
        example="Mondays",
        counter="Monday",
    ),
    Rule(
        id="set.times",
        pattern="(?P<count>NUMBER|VAGUE)?(?P<times>ONCE)(?P<one>ARTICLE|EVERY)(?P<unit>UNIT)",
        resolve=_times,
        type=TimexType.SET,
        example="twice a week",
        counter="once a man",
    ),
)
