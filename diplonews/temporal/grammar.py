"""The grammar's notation: patterns over token kinds, and the rules written in it.

A pattern is a regular expression whose letters are token kinds in capitals (`MONTH`, `DIGITS`)
and the named fragments below; white space does not count. Groups are named by role.

    (?P<mod>EARLY HYPHEN?)? MONTH_ANY COMMA? YEAR_DIGITS

Quantifiers are bounded and repetitions are not nested, so matching is linear.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache, cached_property, reduce
from typing import TYPE_CHECKING

import attrs

from diplonews.model.temporal import TimexType
from diplonews.patterns import lazy_re
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
NAME = lazy_re(r"[A-Z][A-Z_]+")
ROLE = lazy_re(r"\(\?P<\w+>")
PIECE = lazy_re(r"\((?:\?(?:P<\w+>|:|(?P<looks><?[=!])))?|(?P<name>[A-Z][A-Z_]+)|[?|)]")
PLACES_BEFORE_JOINING = 64
NONE: frozenset[str] = frozenset()


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


@cache
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
    """One rule: a pattern, and the meaning of its matches.

    Attributes:
        id: family and name, as `weekday.bare`; part of every result.
        pattern: a pattern over token kinds.
        resolve: maps a match to its meaning, or to None for a false alarm.
        type: the type of a result that can't be resolved.
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


@attrs.frozen
class _Opening:
    """The properties of a pattern's matches, derived from its source.

    Attributes:
        firsts: the characters that a match can begin with.
        alone: the characters that can be a whole match.
        needed: the characters that every match holds.
        longest: the largest number of characters in a match.
        empty: whether a match can be empty; `nothing_follows`: whether it can be empty at the end of the text.
        unknown: whether the pattern has a place for an unknown word.
    """

    firsts: frozenset[str] = frozenset()
    alone: frozenset[str] = frozenset()
    needed: frozenset[str] = frozenset()
    longest: int = 0
    empty: bool = True
    nothing_follows: bool = True
    unknown: bool = False

    def then(self, other: _Opening) -> _Opening:
        """The properties of this pattern followed by another."""
        alone = (self.alone if other.nothing_follows else NONE) | (other.alone if self.nothing_follows else NONE)
        return _Opening(
            self.firsts | other.firsts if self.empty else self.firsts,
            alone,
            self.needed | other.needed,
            self.longest + other.longest,
            self.empty and other.empty,
            self.nothing_follows and other.nothing_follows,
            self.unknown or other.unknown,
        )

    def or_else(self, other: _Opening) -> _Opening:
        """The properties of this pattern or another."""
        return _Opening(
            self.firsts | other.firsts,
            self.alone | other.alone,
            self.needed & other.needed,
            max(self.longest, other.longest),
            self.empty or other.empty,
            self.nothing_follows or other.nothing_follows,
            self.unknown or other.unknown,
        )


def _alternatives(pieces: Iterator[re.Match[str]]) -> _Opening:
    """The opening of alternatives, up to the bracket that closes them."""
    done: list[_Opening] = []
    sequence: list[_Opening] = []
    for piece in pieces:
        if piece[0] == ")":
            break
        if piece[0] == "|":
            done.append(reduce(_Opening.then, sequence, _Opening()))
            sequence = []
        elif piece[0] == "?":
            sequence[-1] = _Opening().or_else(sequence[-1])
        elif piece["name"]:
            sequence.append(_opening_of_name(piece[0]))
        else:
            inner = _alternatives(pieces)
            sequence.append(_look(piece["looks"], inner) if piece["looks"] else inner)
    done.append(reduce(_Opening.then, sequence, _Opening()))
    return reduce(_Opening.or_else, done)


def _look(kind: str, inner: _Opening) -> _Opening:
    """The opening of a lookaround: it consumes nothing, and a lookahead fails at the end of the text."""
    return _Opening(nothing_follows=kind != "=", unknown=inner.unknown)


@cache
def _opening_of_name(name: str) -> _Opening:
    if name in FRAGMENTS:
        return _opening(FRAGMENTS[name])
    character = frozenset(class_of()[name])
    return _Opening(character, character, character, 1, empty=False, nothing_follows=False, unknown=OTHER in character)


@cache
def _opening(pattern: str) -> _Opening:
    return _alternatives(PIECE.finditer(pattern))


class _Rules:
    """The rules that begin with one token.

    Each rule is compiled when a text first has that token followed by everything the rule needs. A joint pattern
    costs more to compile than a short text to read, so it is compiled only after the token has occurred
    `PLACES_BEFORE_JOINING` times.
    """

    def __init__(self) -> None:
        self.rules: list[Rule] = []
        self._places = 0
        self.joined: re.Pattern[str] | None = None

    @cached_property
    def _compiled(self) -> tuple[tuple[re.Pattern[str], Rule], ...]:
        return tuple((compile_pattern(rule.pattern), rule) for rule in self.rules)

    def _possible(self, classes: str, position: int) -> Iterator[tuple[re.Pattern[str], Rule]]:
        for rule in self.rules:
            opening = _opening(rule.pattern)
            if opening.needed.issubset(classes[position : position + opening.longest]):
                yield compile_pattern(rule.pattern), rule

    def matches(self, classes: str, position: int) -> list[tuple[re.Match[str], Rule]]:
        """The matches at a place, the longest first."""
        if self.joined is None:
            self._places += 1
            if self._places > PLACES_BEFORE_JOINING:
                self.joined = self._join()
            rules: Iterable[tuple[re.Pattern[str], Rule]] = self._possible(classes, position)
        else:
            rules = self._compiled
        found = [(match, rule) for pattern, rule in rules if (match := pattern.match(classes, position))]
        found.sort(key=lambda pair: -pair[0].end())
        return found

    def _join(self) -> re.Pattern[str]:
        return re.compile("|".join(f"(?:{ROLE.sub('(?:', pattern.pattern)})" for pattern, _ in self._compiled))


def _any_of(characters: list[str]) -> str:
    return "[" + "".join(map(re.escape, sorted(characters))) + "]" if characters else "(?!)"


@attrs.frozen(eq=False)
class Grammar:
    """A set of rules: at each place the longest match wins, then the first rule.

    Attributes:
        rules: the rules in order.
        starts: matches any token that begins a rule.
        by_start: for each such token, the rules that begin with it.
    """

    rules: tuple[Rule, ...]
    starts: re.Pattern[str]
    by_start: Mapping[str, _Rules]

    @classmethod
    def of(cls, rules: tuple[Rule, ...]) -> Grammar:
        """Sort rules by what they begin with; their patterns are compiled on first use."""
        by_start: dict[str, _Rules] = {}
        alone: set[str] = set()
        for rule in rules:
            opening = _opening(rule.pattern)
            alone |= opening.firsts if opening.unknown else opening.alone
            for character in sorted(opening.firsts):
                by_start.setdefault(character, _Rules()).rules.append(rule)
        # `the` and `a` begin many rules, but none of these continues with an unknown word.
        with_next = [c for c in by_start if c not in alone]
        return cls(rules, re.compile(f"{_any_of(list(alone))}|{_any_of(with_next)}(?!{OTHER})"), by_start)

    def places(self, classes: str) -> Iterator[tuple[int, list[tuple[re.Match[str], Rule]]]]:
        """Each place with matches, and those matches, the longest first."""
        by_start = self.by_start
        for start in self.starts.finditer(classes):
            position, rules = start.start(), by_start[start[0]]
            if rules.joined is not None and rules.joined.match(classes, position) is None:
                continue
            found = rules.matches(classes, position)
            if found:
                yield position, found
