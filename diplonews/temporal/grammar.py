"""The grammar's notation: patterns over token kinds, and the rules that are written in it.

A pattern is a regular expression whose letters are token kinds in capitals (`MONTH`, `DIGITS`)
and the named fragments below; white space does not count. Groups are named by role.

    (?P<mod>EARLY HYPHEN?)? MONTH_ANY COMMA? YEAR_DIGITS

Quantifiers are bounded, and no repeated part repeats itself inside: matching is linear.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING

import attrs

from diplonews.model.temporal import TimexType
from diplonews.temporal.lexing import class_of

if TYPE_CHECKING:
    from diplonews.temporal.context import Hit
    from diplonews.temporal.meaning import Part

__all__ = ["Grammar", "Rule", "compile_pattern"]

FRAGMENTS = {
    # Oct. 26 / October 26 / May 26
    "MONTH_ANY": "(?:MONTH|MONTH_SHORT DOT?|MONTH_WORD)",
    "WEEKDAY_ANY": "(?:WEEKDAY|WEEKDAY_SHORT DOT?)",
    "ORDINAL_WORD": "(?:FIRST|SECOND|ORDINAL)",
    "ORDINAL_ANY": "(?:FIRST|SECOND|ORDINAL|ORDINAL_DIGITS)",
    # the 5 of May 5; no share, sum or clock follows
    "DAY_NUMBER": "(?:(?:DIGITS|ORDINAL_DIGITS)(?!(?:HYPHEN?UNIT)|PERCENT|MILLION|COLON DIGITS))",
    # twenty / twenty-four / a hundred and ten
    "NUMERALS": "(?:NUMERAL(?:HYPHEN?NUMERAL)?(?:HUNDRED(?:AND?NUMERAL(?:HYPHEN?NUMERAL)?)?)?)",
    "FIGURES": "(?:(?:DIGITS|YEAR_DIGITS|INTEGER|DECIMAL)HUNDRED?)",
    "NUMBER": "(?:NUMERALS|FIGURES(?:HYPHEN?DIGITS SLASH DIGITS)?|ARTICLE HUNDRED)",
    # several / a few / a couple of / two dozen
    "VAGUE": "(?:SEVERAL OF?|ARTICLE?FEW|ARTICLE?COUPLE OF?|NUMERAL COUPLE)",
    "COUNT": "(?:VAGUE|NUMBER(?:AND ARTICLE HALF)?|HALF ARTICLE?|ARTICLE)",
    # in the span, and in mod
    "BOUND": "(?:NEARLY|NO?(?:MORE|LESS)THAN|AT LEAST|AT MOST|UP TO)",
    "UNIT_ANY": "(?:UNIT|UNITS|SECOND|QUARTER|QUARTERS)",
    # early, earlier in, the end of, late-
    "PHASE": "(?:EARLY HYPHEN?(?:IN)?|EARLIER(?:IN)?|SOMETIME(?:IN)?|THE?BEGINNING OF)",
    # 9 a.m. EST / 10:30 (0130 GMT) / noon
    "CLOCK_TIME": "(?:(?:CLOCK|DIGITS)AMPM(?:ZONE)?|CLOCK(?:OCLOCK|ZONE)?|DIGITS OCLOCK|NOON|YEAR_DIGITS ZONE)",
    "MONTH_DAY": "(?:MONTH_ANY DAY_NUMBER|THE?ORDINAL_ANY OF?MONTH_ANY|DIGITS MONTH_ANY)",
}
NAME = re.compile(r"[A-Z][A-Z_]+")
UNKNOWN_CLASS = "(?!)"


@cache
def _expand(name: str) -> str:
    if name in FRAGMENTS:
        return _source(FRAGMENTS[name])
    return re.escape(class_of()[name])


@cache
def _source(pattern: str) -> str:
    roles: list[str] = []

    def keep(match: re.Match[str]) -> str:
        roles.append(match[0])
        return f"\0{len(roles) - 1}\0"

    text = re.sub(r"\(\?P<\w+>", keep, pattern)
    text = re.sub(r"\s+", "", NAME.sub(lambda match: _expand(match[0]), text))
    return re.sub("\0(\\d+)\0", lambda match: roles[int(match[1])], text)


def compile_pattern(pattern: str) -> re.Pattern[str]:
    """A pattern of the grammar, ready to match against `Tokens.classes`.

    Raises:
        KeyError: if it names no token kind and no fragment.

    Example:
        >>> from diplonews.temporal.lexing import tokenize
        >>> bool(compile_pattern("MONTH_ANY DAY_NUMBER").match(tokenize("Oct. 26").classes))
        True
    """
    return re.compile(_source(pattern))


@attrs.frozen(kw_only=True)
class Rule:
    """One rule: what it matches, and what that means.

    Attributes:
        id: family and name, as `weekday.bare`; it stands in every result.
        pattern: over token kinds.
        resolve: from what was matched to its meaning; None for a false alarm.
        type: of the result if it can't be resolved.
        example: words it must match.
        counter: words it must not match, though they look alike.
    """

    id: str
    pattern: str
    resolve: Callable[[Hit], Part | tuple[Part, ...] | None]
    type: TimexType = TimexType.DATE
    example: str
    counter: str

    @property
    def family(self) -> str:
        """The part of the id before the dot."""
        return self.id.partition(".")[0]


@attrs.frozen(eq=False)
class Grammar:
    """Rules, compiled: at each place the longest match wins, then the rule that stands first."""

    rules: tuple[Rule, ...]
    patterns: tuple[tuple[re.Pattern[str], Rule], ...]
    anywhere: re.Pattern[str]

    @classmethod
    def of(cls, rules: tuple[Rule, ...]) -> Grammar:
        """Compile rules."""
        patterns = tuple((compile_pattern(rule.pattern), rule) for rule in rules)
        sources = (re.sub(r"\(\?P<\w+>", "(?:", pattern.pattern) for pattern, _ in patterns)
        return cls(rules, patterns, re.compile("|".join(f"(?:{source})" for source in sources)))

    def matches_at(self, classes: str, position: int) -> list[tuple[re.Match[str], Rule]]:
        """What matches at a place, longest first."""
        found = [(match, rule) for pattern, rule in self.patterns if (match := pattern.match(classes, position))]
        found.sort(key=lambda pair: -pair[0].end())
        return found
