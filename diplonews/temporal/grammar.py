"""The grammar's notation: patterns over token kinds, and the rules written in it.

A pattern is a regular expression whose letters are token kinds in capitals (`MONTH`, `DIGITS`)
and the named fragments below; white space does not count. Groups are named by role.

    (?P<mod>EARLY HYPHEN?)? MONTH_ANY COMMA? YEAR_DIGITS

Quantifiers are bounded and repetitions are not nested, so matching is linear.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache, reduce
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
PLACES_BEFORE_COMPILING = 64
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
        alone: the characters that can be a whole match; `alone_at_end`: those that can be one at the end of the text.
        pairs: for each way to begin with two characters, the possible first and second ones.
        needed: the characters that every match holds.
        longest: the largest number of characters in a match.
        empty: whether a match can be empty; `nothing_follows`: whether it can be empty at the end of the text.
        unknown: whether the pattern has a place for an unknown word.
    """

    firsts: frozenset[str] = frozenset()
    alone: frozenset[str] = frozenset()
    alone_at_end: frozenset[str] = frozenset()
    pairs: tuple[tuple[frozenset[str], frozenset[str]], ...] = ()
    needed: frozenset[str] = frozenset()
    longest: int = 0
    empty: bool = True
    nothing_follows: bool = True
    unknown: bool = False

    def then(self, other: _Opening) -> _Opening:
        """The properties of this pattern followed by another."""
        pairs = ((self.alone, other.firsts),) if self.alone and other.firsts else ()
        return _Opening(
            self.firsts | other.firsts if self.empty else self.firsts,
            (self.alone if other.empty else NONE) | (other.alone if self.empty else NONE),
            (self.alone_at_end if other.nothing_follows else NONE)
            | (other.alone_at_end if self.nothing_follows else NONE),
            (*self.pairs, *pairs, *(other.pairs if self.empty else ())),
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
            self.alone_at_end | other.alone_at_end,
            self.pairs + other.pairs,
            self.needed & other.needed,
            max(self.longest, other.longest),
            self.empty or other.empty,
            self.nothing_follows or other.nothing_follows,
            self.unknown or other.unknown,
        )

    def begins(self, characters: str) -> bool:
        """Whether a match may begin with the first two characters of a text, or with its only one."""
        first, second = characters[0], characters[1:]
        return first in self.alone or any(first in ones and second in others for ones, others in self.pairs)


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
    return _Opening(
        firsts=character,
        alone=character,
        alone_at_end=character,
        needed=character,
        longest=1,
        empty=False,
        nothing_follows=False,
        unknown=OTHER in character,
    )


@cache
def _opening(pattern: str) -> _Opening:
    return _alternatives(PIECE.finditer(pattern))


class _Rules:
    """The rules that may match where a text goes on with two tokens.

    Each rule is compiled when these tokens are first followed by everything that the rule needs; all of them, once
    there were `PLACES_BEFORE_COMPILING` such places.
    """

    def __init__(self, rules: Iterable[Rule]) -> None:
        self._rules = tuple(rules)
        self._places = 0
        self._compiled: tuple[tuple[re.Pattern[str], Rule], ...] = ()

    def _possible(self, classes: str, position: int) -> Iterator[tuple[re.Pattern[str], Rule]]:
        for rule in self._rules:
            opening = _opening(rule.pattern)
            if opening.needed.issubset(classes[position : position + opening.longest]):
                yield compile_pattern(rule.pattern), rule

    def matches(self, classes: str, position: int) -> list[tuple[re.Match[str], Rule]]:
        """The matches at a place, the longest first."""
        rules: Iterable[tuple[re.Pattern[str], Rule]] = self._compiled
        if not rules and self._rules:
            self._places += 1
            if self._places > PLACES_BEFORE_COMPILING:
                self._compiled = tuple((compile_pattern(rule.pattern), rule) for rule in self._rules)
            rules = self._possible(classes, position)
        found = [(match, rule) for pattern, rule in rules if (match := pattern.match(classes, position))]
        if len(found) > 1:
            found.sort(key=lambda pair: -pair[0].end())
        return found


class _ByPair(dict[str, _Rules]):
    """The rules for each two tokens that were met: as many entries at most as there are pairs of token kinds."""

    def __init__(self, by_start: Mapping[str, list[Rule]]) -> None:
        self._by_start = by_start

    def __missing__(self, pair: str) -> _Rules:
        rules = _Rules(rule for rule in self._by_start[pair[0]] if _opening(rule.pattern).begins(pair))
        self[pair] = rules
        return rules


def _any_of(characters: list[str]) -> str:
    return "[" + "".join(map(re.escape, sorted(characters))) + "]" if characters else "(?!)"


@attrs.frozen(eq=False)
class Grammar:
    """A set of rules: at each place the longest match wins, then the first rule.

    Attributes:
        rules: the rules in order.
        starts: matches any token that begins a rule.
        by_pair: the rules that may begin with two tokens.
    """

    rules: tuple[Rule, ...]
    starts: re.Pattern[str]
    by_pair: Mapping[str, _Rules]

    @classmethod
    def of(cls, rules: tuple[Rule, ...]) -> Grammar:
        """Sort rules by what they begin with; their patterns are compiled on first use."""
        by_start: dict[str, list[Rule]] = {}
        alone: set[str] = set()
        for rule in rules:
            opening = _opening(rule.pattern)
            alone |= opening.firsts if opening.unknown else opening.alone_at_end
            for character in sorted(opening.firsts):
                by_start.setdefault(character, []).append(rule)
        # `the` and `a` begin many rules, but none of these continues with an unknown word.
        with_next = [c for c in by_start if c not in alone]
        starts = re.compile(f"{_any_of(list(alone))}|{_any_of(with_next)}(?!{OTHER})")
        return cls(rules, starts, _ByPair(by_start))

    def places(self, classes: str) -> Iterator[tuple[int, list[tuple[re.Match[str], Rule]]]]:
        """Each place with matches, and those matches, the longest first."""
        by_pair = self.by_pair
        for start in self.starts.finditer(classes):
            position = start.start()
            found = by_pair[classes[position : position + 2]].matches(classes, position)
            if found:
                yield position, found
