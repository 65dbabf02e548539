"""The context of an expression: the anchor, the policies, the surrounding words, the earlier dates."""

from __future__ import annotations

import re
from datetime import date, datetime, tzinfo
from functools import cache
from typing import Literal, get_args

import attrs

from diplonews.lexicons.temporal import ForwardCues, load_context_words, load_forward_cues, load_temporal_words
from diplonews.patterns import lazy_re
from diplonews.temporal.calendar import grain_of, quarter_value
from diplonews.temporal.intervals import interval_of
from diplonews.temporal.lexing import Tokens, class_of
from diplonews.temporal.meaning import Unresolved

__all__ = ["Context", "DirectionPolicy", "Hit", "Memory", "WeekdayPolicy", "in_headline"]

WeekdayPolicy = Literal["news", "past", "future", "nearest"]
DirectionPolicy = Literal["nearest", "past", "future"]
FINE_ENOUGH = {"D": {"D"}, "W": {"D", "W", "WE"}, "WE": {"D", "W", "WE"}, "M": {"D", "W", "M"}, "Q": {"D", "M", "Q"}}
MONTHS = lazy_re(r"P\d+M\Z")
NEAR_AHEAD_DAYS, FAR_AHEAD_DAYS = 45, 120
PAST_REACH_TOKENS = 6
SINCE_REACH_TOKENS = 14
PASSIVE = ("be", "is", "are")  # before a participle: not a past tense
SHORTEST_PLURAL = 3  # letters, less one: `is` and `his` are not plurals
WEEKDAY_POLICIES = get_args(WeekdayPolicy)
DIRECTION_POLICIES = get_args(DirectionPolicy)


@attrs.define(eq=False)
class Memory:
    """The dates mentioned so far in an article, from which later expressions count.

    Attributes:
        by_grain: the last calendar date of each grain, the latest one at the end.
        quarter: the last mentioned quarter that had begun, as in company reports.
        by_quarter: whether the last period mentioned was a quarter, not a longer one.
        other_calendar: whether a date of another calendar was mentioned.
    """

    by_grain: dict[str, str] = attrs.field(factory=dict)
    quarter: str | None = None
    by_quarter: bool = False
    other_calendar: bool = False

    def note(self, value: str | None, today: date | None) -> None:
        """Remember a resolved date; a quarter only if it has begun."""
        grain = grain_of(value)
        if value is None or grain is None:
            return
        if grain == "T":
            value, grain = value[:10], "D"
        self.by_grain.pop(grain, None)
        self.by_grain[grain] = value
        if grain == "Q" and (today is None or value <= quarter_value(today)):
            self.quarter = value
            self.by_quarter = True

    def last(self, unit: str) -> str | None:
        """The last date fine enough to count such units from: days need a day, years need any date."""
        fine = FINE_ENOUGH.get(unit)
        return next((value for grain, value in reversed(self.by_grain.items()) if fine is None or grain in fine), None)

    def near(self, unit: str) -> bool:
        """Whether `last(unit)` is still current: no coarser date outside it was mentioned since."""
        fine, latest = self.last(unit), next(reversed(self.by_grain.values()), None)
        if fine is None or latest is None or fine == latest:
            return fine is not None
        inner, outer = interval_of(fine), interval_of(latest)
        if inner is None or outer is None:
            return True
        return str(outer.start)[:10] <= str(inner.start)[:10] < str(outer.end)[:10]

    def note_length(self, value: str | None) -> None:
        """Remember a length of time: after `the nine months` a comparison is with a year, not a quarter."""
        if value is not None and MONTHS.match(value):
            self.by_quarter = False


@attrs.frozen(kw_only=True, eq=False)
class Context:
    """The context that applies to a whole text.

    Attributes:
        anchor: the day that relative dates count from, or None.
        instant: when the text was published, if the time of day is known.
        zone: the zone of the clock, or None.
        countries: alpha-3 codes, of the place of filing and of the agency; they decide what `EST` means.
        weekday: which day a bare weekday is.
        direction: the direction in which the year of a month without one is sought.
        caption: whether the text is a caption, where the present tense describes the past.
        memory: the dates mentioned so far.
    """

    anchor: date | None
    instant: datetime | None = None
    zone: tzinfo | None = None
    countries: tuple[str, ...] = ()
    weekday: WeekdayPolicy = "news"
    direction: DirectionPolicy = "nearest"
    caption: bool = False
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
        """Whether the pattern has that role, and it is filled."""
        try:
            return self.match[role] is not None
        except IndexError:
            return False

    def word(self, index: int) -> str:
        """A token in lower case; "" outside the text."""
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
        return 0 <= index < len(classes) and classes[index] in _characters(names)

    def opens_sentence(self, index: int) -> bool:
        """Whether a sentence or a line begins with that token."""
        return index == 0 or self.kind_at(index - 1, "DOT", "STOP", "BREAK", "QUOTE", "COLON", "APOSTROPHE")

    def forward_cue(self) -> tuple[int, int] | None:
        """The words to the left, in the same sentence, that point ahead; None if there are none."""
        before = self.start - 1
        if before >= 0 and self.word(before) == "on":
            before -= 1
        if self.opens_sentence(before + 1):
            return _forward_cue_after(self.tokens, self.end)
        return _forward_cue(self.tokens, self.start, plans=not self.context.caption)

    def opens_with(self) -> bool:
        """Whether the words, with or without a preposition, open a sentence."""
        before = self.start - 1
        return self.opens_sentence(self.start) or (self.tokens.words[before].istitle() and self.opens_sentence(before))

    def is_past(self) -> bool:
        """Whether the sentence is about the past: a past tense shortly before, or after a date that opens it."""
        return _past_before(self.tokens, self.start) or (self.opens_with() and _past_after(self.tokens, self.end))

    def led_by(self, name: str) -> bool:
        """Whether the word or the two words before are in a list of words (see `load_context_words`)."""
        before = self.word(self.start - 1)
        words = load_context_words(name)
        return before in words or f"{self.word(self.start - 2)} {before}" in words

    def far_ahead(self, days: int) -> bool:
        """Whether a date without a year, that many days ahead, more likely means the one a year before.

        News looks back: beyond a third of a year unless a cue or a limit points ahead, beyond a month and a half
        in a sentence about the past, and always after `ended`.
        """
        if days <= 0:
            return False
        if self.word(self.start - 1) == "ended":
            return True
        if days <= NEAR_AHEAD_DAYS or self.led_by("deadline") or self.forward_cue() is not None:
            return False
        return self.is_past() or (days > FAR_AHEAD_DAYS and not self._after_limit())

    def far_behind(self, days: int) -> bool:
        """Whether a date without a year, that many days ago, more likely means the one a year later.

        `expires Nov. 22` does, `will renew the pact of Nov. 22` does not. Without a verb that points ahead, a limit
        (`by September`) is enough, or `after September` if that September would be long past; never in a
        sentence about the past.
        """
        if days <= NEAR_AHEAD_DAYS or self.is_past():
            return False
        if self.led_by("limit"):
            return True
        if self.word(self.start - 1) in load_context_words("names_past_day"):
            return False
        return self.forward_cue() is not None or (days > FAR_AHEAD_DAYS and self._after_limit())

    def _after_limit(self) -> bool:
        """Whether the date follows `after` alone: not in `after September's floods`, `after September elections`."""
        if not self.led_by("after_limit"):
            return False
        return (
            self.end >= len(self.tokens.words)
            or (not self.tokens.words[self.end][0].isalpha() and not self.kind_at(self.end, "POSSESSIVE"))
            or self.word(self.end) in load_context_words("follows_limit")
        )


def _phrase_at(tokens: Tokens, index: int, phrases: tuple[tuple[str, ...], ...]) -> int | None:
    """The index of the first word of a cue that ends at `index`."""
    for before in phrases:
        first = index - len(before)
        if first < 0 or any(tokens.words[index - 1 - n].lower() != word for n, word in enumerate(before)):
            continue
        if tokens.words[first - 1].lower() == "been" and tokens.words[first - 2].lower() == "had":
            continue
        return first
    return None


def _forward_cue(tokens: Tokens, start: int, *, plans: bool) -> tuple[int, int] | None:
    cues = load_forward_cues()
    closing = _closing()
    seen = 0
    if tuple(word.lower() for word in tokens.words[max(0, start - 2) : start]) in cues.near_pairs:
        return start - 2, start
    for index in range(start - 1, -1, -1):
        if tokens.classes[index] in closing:
            return None
        word = tokens.words[index]
        lower = word.lower()
        if lower in cues.near_words and word.islower() and start - index <= cues.near_tokens:
            return None if tokens.words[index - 1].lower() == "up" else (index, index + 1)
        first = _phrase_at(tokens, index, cues.phrases.get(lower, ()))
        if first is not None:
            return first, index + 1
        if plans and word.islower() and _points_ahead(tokens, index, seen, cues):
            return index, index + 1
        seen += word[0].isalnum()
        if seen > cues.reach_words or (word[0].islower() and _is_past(tokens, index, cues)):
            return None
    return None


def _points_ahead(tokens: Tokens, index: int, seen: int, cues: ForwardCues) -> bool:
    """Whether a verb, `seen` words before a date, announces a plan: a modal, an arranged present, a headline's `to`."""
    word, after = tokens.words[index], tokens.words[index + 1 : index + 2]
    if word in cues.modals:
        return bool(after) and after[0] not in cues.modals[word]
    if word == "to":
        return (
            bool(after) and after[0].islower() and after[0] not in cues.headline_no_verb and in_headline(tokens, index)
        )
    if seen > cues.arranged_reach:
        return False
    if word in cues.arranged_singular:
        return True
    before = tokens.words[index - 1] if index else ""
    plural = before.endswith("s") and len(before) > SHORTEST_PLURAL
    return word in cues.arranged_plural and (plural or before.lower() in cues.arranged_after)


def in_headline(tokens: Tokens, index: int) -> bool:
    """Whether the paragraph is a headline (short, no full stop) with no finite verb up to `index`."""
    cues, blank = load_forward_cues(), class_of()["BREAK"]
    first = tokens.classes.rfind(blank, max(0, index - cues.headline_tokens), index) + 1
    last = tokens.classes.find(blank, index, index + cues.headline_tokens)
    last = len(tokens.words) if last < 0 else last
    if last - first > cues.headline_tokens or (first == 0 and index > cues.headline_tokens):
        return False
    if tokens.classes[last - 1] in _characters(("DOT", "STOP", "QUOTE", "COLON", "COMMA")):
        return False
    return not any(word.islower() and _stops(word, cues) for word in tokens.words[first:index])


def _past_before(tokens: Tokens, start: int) -> bool:
    """`She took office on January 20`: whether a past tense precedes closely, with no modal or `to` in between.

    In a clause with `since` it may be further away: `since Oslo closed its ports to Danish ships in May`.
    """
    cues, closing, modal = load_forward_cues(), _closing(), load_context_words("modal")
    past = False
    for index in range(start - 1, max(start - 1 - SINCE_REACH_TOKENS, -1), -1):
        if tokens.classes[index] in closing or tokens.words[index] in modal:
            return False
        if past and tokens.words[index] == "since":
            return True
        past = past or (tokens.words[index].islower() and _is_past(tokens, index, cues))
        if past and start - index <= PAST_REACH_TOKENS:
            return True
    return False


def _past_after(tokens: Tokens, end: int) -> bool:
    """`In January, the bank sold ...`: whether a past tense follows in the sentence."""
    cues, closing = load_forward_cues(), _closing()
    for index in range(end, min(end + cues.reach_words, len(tokens.words))):
        if tokens.classes[index] in closing:
            return False
        if tokens.words[index].islower() and _stops(tokens.words[index], cues):
            return True
    return False


def _forward_cue_after(tokens: Tokens, end: int) -> tuple[int, int] | None:
    """`On Tuesday, the ministers will ...`: a cue to the right, before any past tense."""
    cues = load_forward_cues()
    closing = _closing()
    for index in range(end, min(end + cues.reach_words, len(tokens.words))):
        lower = tokens.words[index].lower()
        if tokens.classes[index] in closing or (tokens.words[index][0].islower() and _stops(lower, cues)):
            return None
        if lower in ("will", "'ll", "’ll"):
            return index, index + 1
    return None


@cache
def _characters(names: tuple[str, ...]) -> frozenset[str]:
    return frozenset(class_of()[name] for name in names)


def _closing() -> frozenset[str]:
    return _characters(("DOT", "STOP", "BREAK", "SEMICOLON"))


def _is_past(tokens: Tokens, index: int, cues: ForwardCues) -> bool:
    """Whether the word is a past tense, not a participle: `will be held`, `the reduced dividend`, `unspecified`."""
    lower = tokens.words[index].lower()
    if not _stops(lower, cues) or (index and tokens.classes[index - 1] in _characters(("THE", "ARTICLE", "OWN"))):
        return False
    if lower.startswith("un") and lower not in cues.stop_verbs:
        return False
    before = [word.lower() for word in tokens.words[max(0, index - 2) : index]]
    return not before or (before[-1] not in PASSIVE and not (before[0] in PASSIVE and before[-1].endswith("ly")))


def _stops(word: str, cues: ForwardCues) -> bool:
    if word in cues.stop_verbs:
        return True
    return len(word) >= cues.stop_length and word.endswith(cues.stop_suffix) and word not in cues.keep_verbs
