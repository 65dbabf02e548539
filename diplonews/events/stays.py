"""Events of several days: `from May 3 to 5`, `on Tuesday and Wednesday`, `is due on Monday for a three-day visit`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta
from itertools import islice, pairwise

import attrs

from diplonews.events.coded import Coded
from diplonews.events.expressions import DAY, head_of
from diplonews.lexicons.temporal import load_temporal_words
from diplonews.lexicons.wordsets import WordSet
from diplonews.model import EventType, Evidence, Interval, TimeExpression, TimexType
from diplonews.syntax.blocks import Sentence
from diplonews.syntax.clauses import clause_of
from diplonews.syntax.nouns import phrase_of
from diplonews.syntax.tokens import Token

__all__ = ["whole_time"]

STAYS = WordSet("stays.nouns")
JOURNEYS = WordSet("coding.journeys")
ENDING = WordSet("stays.ending")
LEADING_TO = frozenset(("on", "for"))
UP_TO = frozenset(("to", "through", "until", "till", "-", "–"))
LENGTH = re.compile(r"P(?:T(?P<hours>\d{1,3})H|(?P<days>\d{1,3})D|(?P<weeks>\d{1,2})W)")
HOURS, WEEK = 24, 7
LONGEST = timedelta(days=62)
MOST_STEPS = 6
ONE = timedelta(days=1)
LAST = WordSet("stays.last")
ORDINALS = frozenset(("FIRST", "SECOND", "ORDINAL"))
ORDINAL_DIGITS = re.compile(r"(\d{1,2})(?:st|nd|rd|th)")
DAYS = WordSet("stays.days")
STAYING = frozenset(("on", "during"))


def whole_time(
    coded: Coded, sentence: Sentence, expressions: Sequence[TimeExpression], when: TimeExpression | None
) -> TimeExpression | None:
    """The full duration of an event whose first or last day is `when`; else `when`.

    Args:
        coded: the event.
        sentence: the sentence of the event.
        expressions: the date expressions in the sentence, in text order.
        when: the date found for the event.
    """
    if when is None or when.interval is None or coded.type is EventType.REJECT:
        return when  # a visit that is put off from Monday to Friday does not last five days
    return _range(sentence, expressions, when) or _stay(coded, sentence, expressions, when) or when


def _days(expression: TimeExpression) -> tuple[date, date] | None:
    """The first day that a date expression covers and the day after the last."""
    if expression.type is not TimexType.DATE or expression.interval is None:
        return None
    start, end = expression.interval.start, expression.interval.end
    return date(start.year, start.month, start.day), date(end.year, end.month, end.day)


def _range(sentence: Sentence, expressions: Sequence[TimeExpression], when: TimeExpression) -> TimeExpression | None:
    """`from May 3 to 5`, `in April and May`: from the start of one expression to the end of the next."""
    for one, other in pairwise(expressions):
        if when.span not in (one.span, other.span):
            continue
        first, last = _days(when if when.span == one.span else one), _days(other)
        joining = [token.low for token in sentence.tokens if one.span.end <= token.start < other.span.start]
        if first is None or last is None or len(joining) != 1:
            continue
        if when.span == one.span and last[0] < first[0] and first[0] - last[0] < timedelta(WEEK):
            last = last[0] + timedelta(WEEK), last[1] + timedelta(WEEK)  # the Wednesday after a Tuesday ahead
        follows = joining[0] in UP_TO or (joining[0] == "and" and first[1] == last[0])
        if follows and first[0] < last[0] and last[1] - first[0] <= LONGEST:
            return _from_to(when, first[0], last[1], "event.range", (one, other))
    return None


def _stay(
    coded: Coded, sentence: Sentence, expressions: Sequence[TimeExpression], when: TimeExpression
) -> TimeExpression | None:
    """The days of a meeting or visit: `is due on Monday for a three-day visit`, `ended a two-day visit on Friday`."""
    if not DAY.fullmatch(when.value or "") or not (coded.is_meeting or coded.type is EventType.CONSULT):
        return None
    length = next((one for one in expressions if one.type is TimexType.DURATION and _length(one) > 1), None)
    noun = _noun_of(length, sentence) if length is not None else None
    if length is None or noun is None or not _is_of(coded, noun):
        return None
    before = _days_before(noun, _length(length), when, sentence)
    if before is None:
        return None
    try:
        start = date.fromisoformat(when.value or "") - timedelta(days=before)
        return _from_to(when, start, start + timedelta(days=_length(length)), "event.stay", (length, when))
    except OverflowError:
        return None


def _days_before(noun: Token, days: int, when: TimeExpression, sentence: Sentence) -> int | None:
    """The days of a stay before the day given for it; None if the sentence does not tell.

    None of a visit that starts on the day, all but one of a visit that ends on it, one for `on the second day of a
    visit`. `On a visit` alone leaves it open if the day is that of another act: `praised Riga on a visit on Monday`.
    """
    head = head_of(when, sentence)
    verb = next((one for one in islice(head.upwards(), MOST_STEPS) if one.is_verb), None) if head is not None else None
    if verb is not None and verb.lemma in ENDING:
        return days - 1
    preposition = phrase_of(noun).preposition
    if preposition is None:
        return 0
    if preposition.low == "of" and preposition.head.lemma in DAYS:
        return _number_before(preposition.head, days)
    around = preposition.head
    elsewhere = preposition.low in STAYING and clause_of(around).is_narrative and around.lemma not in JOURNEYS
    return None if elsewhere else 0


def _number_before(day: Token, days: int) -> int | None:
    """The days of a stay before a numbered one: one for `the second day`; None if there is no such day."""
    words = phrase_of(day).modifiers
    if not words:
        return 0
    if any(word.low in LAST for word in words):
        return days - 1
    number = next((one for one in map(_ordinal, words) if one is not None), None)
    return number - 1 if number is not None and 1 <= number <= days else None


def _ordinal(word: Token) -> int | None:
    """The number that an ordinal names: five for `fifth` and `5th`; None for other words."""
    digits, known = ORDINAL_DIGITS.fullmatch(word.low), load_temporal_words()
    if digits is not None:
        return int(digits[1])
    return int(known.values[word.low]) if known.kinds.get(word.low) in ORDINALS else None


def _length(expression: TimeExpression) -> int:
    """The days in a duration: three for `three-day`, two for `48-hour`; 0 for months and years."""
    found = LENGTH.fullmatch(expression.value or "")
    if found is None:
        return 0
    return int(found["hours"] or 0) // HOURS + int(found["days"] or 0) + int(found["weeks"] or 0) * WEEK


def _noun_of(length: TimeExpression, sentence: Sentence) -> Token | None:
    """The noun of a visit or meeting with this length: `a three-day visit`, `three days of talks`."""
    head = head_of(length, sentence)
    if head is None:
        return None
    near = (head.head, *(noun for preposition in head.below("prep") for noun in preposition.below("pobj")))
    return next((noun for noun in near if noun.lemma in STAYS), None)


def _is_of(coded: Coded, noun: Token) -> bool:
    """Whether an event is the visit itself: `paid a visit`, `is due for a visit`; not `arrived for a visit`."""
    own = {*coded.match.words, coded.match.token, *filter(None, (coded.match.arguments.light,))}
    if noun.head.low in LEADING_TO and noun.head.head.is_verb and noun.head.head.lemma in JOURNEYS:
        return False
    if noun in own or noun.head in own:
        return True
    return noun.head.low in LEADING_TO and noun.head.head in own


def _from_to(
    when: TimeExpression, start: date, end: date, rule: str, parts: tuple[TimeExpression, TimeExpression]
) -> TimeExpression:
    """An expression for the days from `start` to the day before `end`."""
    value = f"{start.isoformat()}/{(end - ONE).isoformat()}"
    evidence = Evidence(rule=rule, spans=tuple(part.span for part in parts))
    return attrs.evolve(when, value=value, interval=Interval(start, end), evidence=evidence)
