"""References without a date: now, recently, soon, the future."""

from __future__ import annotations

from diplonews.lexicons.temporal import load_context_words
from diplonews.temporal.context import Hit
from diplonews.temporal.grammar import Rule
from diplonews.temporal.meaning import Part

__all__ = ["RULES"]


def _ref(value: str) -> Part:
    return Part(value=value, reason="no point of the calendar", refers=False)


def _now(_: Hit) -> Part:
    return _ref("PRESENT_REF")


def _these(hit: Hit) -> Part | None:
    """`these days`; `those years` need a date to be about."""
    return _ref("PRESENT_REF") if hit.word(hit.start) == "these" and hit.text_value("unit") == "D" else None


def _recently(_: Hit) -> Part:
    return _ref("PAST_REF")


def _future(_: Hit) -> Part:
    return _ref("FUTURE_REF")


def _soon(hit: Hit) -> Part | None:
    """With a capital inside a sentence it is a name (`Kim Soon-ja`)."""
    return _ref("FUTURE_REF") if hit.tokens.words[hit.start].islower() or hit.opens_sentence(hit.start) else None


def _past(hit: Hit) -> Part | None:
    """`in the past`; with a noun after it `past` is an adjective."""
    after = hit.tokens.words[hit.end][:1] if hit.end < len(hit.tokens.words) else ""
    return (
        None if after.isalnum() and hit.word(hit.end) not in load_context_words("after_the_past") else _ref("PAST_REF")
    )


RULES = (
    Rule(id="ref.now", pattern="RIGHT?NOW(?!HYPHEN)", resolve=_now, example="right now", counter="right"),
    Rule(
        id="ref.current",
        pattern="(?<!HYPHEN)CURRENT(?!HYPHEN|OF)",
        resolve=_now,
        example="current",
        counter="current-day",
    ),
    Rule(id="ref.currently", pattern="CURRENTLY", resolve=_now, example="currently", counter="current"),
    Rule(
        id="ref.these_days", pattern="THESE(?P<unit>UNITS)(?!OF)", resolve=_these, example="these days", counter="days"
    ),
    Rule(id="ref.recently", pattern="MORE?RECENTLY", resolve=_recently, example="recently", counter="recent"),
    Rule(id="ref.soon", pattern="(?<!AS)SOON(?!BEFORE|HYPHEN)", resolve=_soon, example="soon", counter="sooner"),
    Rule(
        id="ref.future",
        pattern="(?:THE|ARTICLE)NEAR?FUTURE(?!HYPHEN|OF)",
        resolve=_future,
        example="the near future",
        counter="future-oriented",
    ),
    Rule(id="ref.past", pattern="THE PAST(?!HYPHEN)", resolve=_past, example="the past", counter="past"),
)
