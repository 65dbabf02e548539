"""The grammar's notation: patterns over token kinds, and the rules that are written in it.

A pattern is a regular expression whose letters are token kinds in capitals (`MONTH`, `DIGITS`)
and the named fragments below; white space does not count. Groups are named by role.

    (?P<mod>EARLY HYPHEN?)? MONTH_ANY COMMA? YEAR_DIGITS

Quantifiers are bounded, and no repeated part repeats itself inside: matching is linear.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING

import attrs

from diplonews.model.temporal import TimexType
from diplonews.temporal.lexing import OTHER, class_of

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
    "COUNT": "(?:VAGUE|NUMBER(?:HYPHEN?AND HYPHEN?ARTICLE HYPHEN?HALF HYPHEN?)?|HALF ARTICLE?|ARTICLE)",
    # in the span, and in mod
    # three / two to three / a
    "COUNTED": "(?P<count>COUNT)(?:(?:TO|OR|HYPHEN)NUMBER)?",
    "BOUND": "(?:NEARLY|NO?(?:MORE|LESS)THAN|AT LEAST|AT MOST|UP TO)",
    "UNIT_ANY": "(?:UNIT|UNITS|SECOND|QUARTER|QUARTERS)",
    # early, earlier in, the end of, late-
    "PHASE": "(?:EARLY HYPHEN?(?:IN)?|EARLIER(?:IN)?|SOMETIME(?:IN)?|THE?BEGINNING OF)",
    # UTC+8 / GMT-05:00 / +0900; not the second hour of 9 a.m. GMT-10 a.m.
    "OFFSET": "(?:ZONE(?:SIGN(?:DIGITS|YEAR_DIGITS|CLOCK)|HYPHEN(?:DIGITS|CLOCK))(?!AMPM|ZONE))",
    "SIGNED": "(?:SIGN(?:YEAR_DIGITS|CLOCK))",
    "IN_ZONE": "(?:OPEN(?:OFFSET|SIGNED|ZONE)CLOSE|OFFSET|SIGNED|ZONE|LOCAL TIME_WORD)",
    # 9 a.m. EST / 16:00 (UTC+8) / 0900Z / 16.00 GMT / 1600 hrs GMT / noon
    "CLOCK_TIME": (
        "(?:(?:YEAR_DIGITS|DECIMAL|CLOCK)UNITS IN_ZONE?"
        "|(?:CLOCK|DIGITS|DECIMAL)AMPM IN_ZONE?|CLOCK(?:OCLOCK|ZULU|IN_ZONE)?"
        "|DIGITS OCLOCK|NOON IN_ZONE?|YEAR_DIGITS(?:ZULU|OFFSET|ZONE|LOCAL TIME_WORD)"
        "|DECIMAL(?:OFFSET|ZONE|LOCAL TIME_WORD))"
    ),
    # février / de junho de / d'abril / jun. ; the months and small words of other languages
    "WORD_OTHER": "(?:OTHER|AGO|MONTH|MONTH_SHORT|MONTH_WORD)",
    "WORDS_BETWEEN": "(?:OTHER?APOSTROPHE?OTHER?WORD_OTHER DOT?COMMA?OTHER?)",
    "MONTH_DAY": "(?:MONTH_ANY DAY_NUMBER|THE?ORDINAL_ANY OF?MONTH_ANY|DIGITS MONTH_ANY)",
}
NAME = re.compile(r"[A-Z][A-Z_]+")
ROLE = re.compile(r"\(\?P<\w+>")
GROUP = re.compile(r"\((?:\?(?:P<\w+>|:|(?P<looks><?[=!])))?")


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

    text = ROLE.sub(keep, pattern)
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


class _Starts:
    """The characters that a match can begin with, read off a compiled pattern's source.

    It knows what `compile_pattern` makes: characters, groups, alternatives, look-around and `?`.
    """

    def __init__(self, source: str) -> None:
        self.source = source
        self.position = 0

    def alternatives(self) -> tuple[frozenset[str], bool]:
        """The first characters of alternatives, and whether one of them can be empty."""
        firsts, empty = self._sequence()
        while self.position < len(self.source) and self.source[self.position] == "|":
            self.position += 1
            more, more_empty = self._sequence()
            firsts, empty = firsts | more, empty or more_empty
        return firsts, empty

    def _sequence(self) -> tuple[frozenset[str], bool]:
        firsts: frozenset[str] = frozenset()
        empty = True
        while self.position < len(self.source) and self.source[self.position] not in "|)":
            more, optional = self._piece()
            firsts, empty = (firsts | more if empty else firsts), empty and optional
        return firsts, empty

    def _piece(self) -> tuple[frozenset[str], bool]:
        if self.source[self.position] == "(":
            opening = GROUP.match(self.source, self.position)
            assert opening is not None
            self.position = opening.end()
            firsts, empty = self.alternatives()
            self.position += 1
            if opening["looks"]:
                firsts, empty = frozenset(), True
        else:
            self.position += self.source[self.position] == "\\"
            firsts, empty = frozenset(self.source[self.position]), False
            self.position += 1
        if self.source[self.position : self.position + 1] == "?":
            self.position += 1
            empty = True
        return firsts, empty


def _any_of(characters: list[str]) -> str:
    return "[" + "".join(map(re.escape, sorted(characters))) + "]" if characters else "(?!)"


def _reads_unknown(pairs: Iterable[tuple[re.Pattern[str], Rule]]) -> bool:
    """Whether one of the rules has a place for an unknown word."""
    return any(OTHER in ROLE.sub("", pattern.pattern) for pattern, _ in pairs)


@attrs.frozen(eq=False)
class Grammar:
    """Rules, compiled: at each place the longest match wins, then the rule that stands first.

    Attributes:
        rules: in order.
        starts: matches a token that some rule begins with.
        by_start: for each such token, the rules that begin with it: one pattern for all, and each.
    """

    rules: tuple[Rule, ...]
    starts: re.Pattern[str]
    by_start: Mapping[str, tuple[re.Pattern[str], tuple[tuple[re.Pattern[str], Rule], ...]]]

    @classmethod
    def of(cls, rules: tuple[Rule, ...]) -> Grammar:
        """Compile rules."""
        table: dict[str, list[tuple[re.Pattern[str], Rule]]] = {}
        for rule in rules:
            pattern = compile_pattern(rule.pattern)
            for character in sorted(_Starts(pattern.pattern).alternatives()[0]):
                table.setdefault(character, []).append((pattern, rule))
        by_start = {}
        for character, pairs in table.items():
            sources = (ROLE.sub("(?:", pattern.pattern) for pattern, _ in pairs)
            by_start[character] = (re.compile("|".join(f"(?:{source})" for source in sources)), tuple(pairs))
        # `the` and `a` begin many rules, but none of them goes on with an unknown word.
        alone = [c for c, (pattern, pairs) in by_start.items() if pattern.match(c) or _reads_unknown(pairs)]
        with_next = [c for c in by_start if c not in alone]
        return cls(rules, re.compile(f"{_any_of(alone)}|{_any_of(with_next)}(?!{OTHER})"), by_start)

    def places(self, classes: str) -> Iterator[tuple[int, list[tuple[re.Match[str], Rule]]]]:
        """Each place where something matches, with what does, the longest first."""
        by_start = self.by_start
        for start in self.starts.finditer(classes):
            position = start.start()
            any_rule, pairs = by_start[start[0]]
            if any_rule.match(classes, position):
                found = [(match, rule) for pattern, rule in pairs if (match := pattern.match(classes, position))]
                found.sort(key=lambda pair: -pair[0].end())
                yield position, found
