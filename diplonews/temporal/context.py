"""What an expression is read against: the anchor, the policies, the words around, what was said before."""

from __future__ import annotations

import re
from datetime import date, datetime, tzinfo
from typing import Literal, get_args

import attrs

from diplonews.lexicons.temporal import load_forward_cues, load_temporal_words
from diplonews.temporal.calendar import grain_of
from diplonews.temporal.lexing import Tokens, class_of
from diplonews.temporal.meaning import Unresolved

__all__ = ["Context", "DirectionPolicy", "Hit", "Memory", "WeekdayPolicy"]

WeekdayPolicy = Literal["news", "past", "future", "nearest"]
DirectionPolicy = Literal["nearest", "past", "future"]
WEEKDAY_POLICIES = get_args(WeekdayPolicy)
DIRECTION_POLICIES = get_args(DirectionPolicy)


@attrs.define(eq=False)
class Memory:
    """What was said before, in one article: the dates that later words count from.

    Attributes:
        value: of the last calendar date.
        quarter: of the last quarter.
        reporting: whether the text speaks of quarters at all, as company reports do.
    """

    value: str | None = None
    quarter: str | None = None
    year: str | None = None

    def note(self, value: str | None) -> None:
        """Remember a resolved date."""
        grain = grain_of(value)
        if grain is None:
            return
        self.value = value if grain != "T" or value is None else value[:10]
        if grain == "Q":
            self.quarter = value
        if grain == "Y":
            self.year = value


@attrs.frozen(kw_only=True, eq=False)
class Context:
    """What holds for a whole text.

    Attributes:
        anchor: the day that relative dates count from, or None.
        instant: when the text was published, if the time of day is known.
        zone: of the clock, or None.
        weekday: which day a bare weekday is.
        direction: which way a month without a year is looked for.
        memory: what was said before.
    """

    anchor: date | None
    instant: datetime | None = None
    zone: tzinfo | None = None
    weekday: WeekdayPolicy = "news"
    direction: DirectionPolicy = "nearest"
    memory: Memory = attrs.field(factory=Memory)

    @property
    def today(self) -> date:
        """The anchor.

        Raises:
            Unresolved: if there is none.
        """
        if self.anchor is None:
            raise Unresolved("no anchor")
        return self.anchor


@attrs.frozen(eq=False)
class Hit:
    """Tokens that a rule matched, by role."""

    match: re.Match[str]
    tokens: Tokens
    context: Context

    @property
    def start(self) -> int:
        """Index of the first token."""
        return self.match.start()

    @property
    def end(self) -> int:
        """Index after the last token."""
        return self.match.end()

    def has(self, role: str) -> bool:
        """Whether the role is filled."""
        return self.match[role] is not None

    def word(self, index: int) -> str:
        """A token in lower case; "" outside of the text."""
        return self.tokens.words[index].lower() if 0 <= index < len(self.tokens.words) else ""

    def words(self, role: str) -> list[str]:
        """The tokens of a role, in lower case."""
        start, end = self.match.span(role)
        return [word.lower() for word in self.tokens.words[start:end]]

    def value(self, role: str) -> str | int:
        """The lexicon's value of the last token of a role that has one."""
        start, end = self.match.span(role)
        values = load_temporal_words().values
        return next(values[word] for word in reversed(self.tokens.words[start:end]) if word in values)

    def value_at(self, index: int) -> str | int:
        """The lexicon's value of one token."""
        return load_temporal_words().values[self.tokens.words[index]]

    def text_value(self, role: str) -> str:
        """That value as text."""
        return str(self.value(role))

    def number_value(self, role: str) -> int:
        """That value as a number."""
        return int(self.value(role))

    def kind_at(self, index: int, *names: str) -> bool:
        """Whether the token at an index is of one of these kinds."""
        classes = self.tokens.classes
        return 0 <= index < len(classes) and any(classes[index] == class_of()[name] for name in names)

    def opens_sentence(self, index: int) -> bool:
        """Whether a sentence or a line begins with that token."""
        return index == 0 or self.kind_at(index - 1, "DOT", "STOP", "BREAK", "QUOTE", "COLON", "APOSTROPHE")

    def forward_cue(self) -> tuple[int, int] | None:
        """The words to the left, in the same sentence, that point ahead; None if there are none."""
        return _forward_cue(self.tokens, self.start)


def _forward_cue(tokens: Tokens, start: int) -> tuple[int, int] | None:
    cues = load_forward_cues()
    characters = class_of()
    closing = {characters["DOT"], characters["STOP"], characters["BREAK"], characters["SEMICOLON"]}
    seen = 0
    for index in range(start - 1, -1, -1):
        if tokens.classes[index] in closing:
            return None
        word = tokens.words[index].lower()
        for before in cues.phrases.get(word, ()):
            if all(index > n and tokens.words[index - 1 - n].lower() == w for n, w in enumerate(before)):
                return index - len(before), index + 1
        seen += word[0].isalnum()
        if seen > cues.reach_words or _stops(word, cues.stop_verbs, cues.stop_suffix, cues.stop_length):
            return None
    return None


def _stops(word: str, verbs: frozenset[str], suffix: str, length: int) -> bool:
    return word in verbs or (len(word) >= length and word.endswith(suffix))
