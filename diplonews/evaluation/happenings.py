"""Scores of events.

An event belongs to the sentence in which its trigger begins, and counts once for each pair of parties
(see `dyads`; there and back is one reciprocal pair). Within a sentence, gold and found pairs are matched
one to one: *pair* if the parties and their direction are right, *root* if the type is too, *fair* if the
type is one that a careful coder could defend. A found pair that fits a secondary event of the sentence
is not scored; nor is one in words that the page repeats (DUPLICATE), where nothing is marked.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable
from typing import TypeAlias

import attrs

from diplonews.evaluation.days import days_of, days_of_value, same_days
from diplonews.evaluation.dyads import Dyad, distinct, found_dyads, gold_dyads, join, same_parties
from diplonews.evaluation.gold import GoldEvent
from diplonews.evaluation.pairing import pair
from diplonews.evaluation.subject import Subject
from diplonews.evaluation.tally import OutcomeKind, Tally, context
from diplonews.evaluation.words import sentence_starts
from diplonews.model import Event, RegionKind

__all__ = ["score_events"]

Gold: TypeAlias = Dyad[GoldEvent]
Found: TypeAlias = Dyad[Event]
Fits: TypeAlias = Callable[[Gold, Found], bool]


def _same_type(gold: Gold, found: Found) -> bool:
    return same_parties(gold, found) and gold.types[0] == found.types[0]


def _fair_type(gold: Gold, found: Found) -> bool:
    return same_parties(gold, found) and found.types[0] in gold.types


LEVELS: tuple[tuple[str, Fits, bool], ...] = (
    ("pair", same_parties, False),
    ("root", _same_type, True),
    ("fair", _fair_type, True),
)

MEASURES = (
    *(f"{name} F1" for name, *_ in LEVELS),
    "fair precision",
    "fair recall",
    "clusters",
    "status",
    "date",
    "dateless",
)


@attrs.define
class _Sentence:
    """The gold and found pairs of one sentence."""

    core: list[Gold] = attrs.field(factory=list)
    secondary: list[Gold] = attrs.field(factory=list)
    found: list[Found] = attrs.field(factory=list)


@attrs.frozen
class _Matched:
    """Matched pairs, missed core pairs, and found pairs without a match."""

    pairs: list[tuple[Gold, Found]]
    missed: list[Gold]
    rest: list[Found]


def score_events(subject: Subject, tally: Tally) -> None:
    """Score pairs, types, clusters, status and dates; see the module."""
    for measure in MEASURES:
        tally.share("events", measure, 0, 0)
    clusters: set[str] = {event.cluster for event in subject.gold.events if event.core}
    hit: set[str] = set()
    for sentence in _sentences(subject):
        for name, fits, by_type in LEVELS:
            matched = _match(sentence, fits, by_type=by_type)
            right, given = len(matched.pairs), len(matched.pairs) + len(matched.rest)
            wanted = right + len(matched.missed)
            tally.add("events", f"{name} F1", right, given, wanted)
            if fits is _fair_type:
                tally.share("events", "fair precision", right, given)
                tally.share("events", "fair recall", right, wanted)
                _note(subject.text, matched, tally)
                for gold, found in matched.pairs:
                    _score_details(gold.origin, found.origin, subject.text, tally)
                    hit.update(one.origin.cluster for one in sentence.core if fits(one, found))
    tally.share("events", "clusters", len(hit), len(clusters))


def _sentences(subject: Subject) -> list[_Sentence]:
    """The sentences with events, in text order; those that the parser left out come first."""
    starts = sentence_starts(subject.text, subject.gold.regions)
    lost = sentence_starts(subject.given.text, subject.given.regions)
    kinds = subject.gold.kinds()
    sentences: defaultdict[int, _Sentence] = defaultdict(_Sentence)

    for given, event in zip(subject.given.events, subject.gold.events, strict=True):
        if event.trigger:
            sentence = sentences[bisect_right(starts, event.trigger[0].start)]
        else:
            sentence = sentences[-bisect_right(lost, given.trigger[0].start)]
        (sentence.core if event.core else sentence.secondary).extend(gold_dyads(event))
    for found in subject.found.events:
        words = found.trigger or (found.sentence,)
        if kinds[words[0].start] is not RegionKind.DUPLICATE:
            sentences[bisect_right(starts, words[0].start)].found.extend(found_dyads(found))
    return [sentences[number] for number in sorted(sentences)]


def _match(sentence: _Sentence, fits: Fits, *, by_type: bool) -> _Matched:
    core = distinct(join(sentence.core), by_type=by_type)
    nearest = sorted(sentence.found, key=lambda one: not any(_touch(other, one) for other in core))
    found = distinct(join(nearest), by_type=by_type)
    pairs = pair(core, found, lambda one, other: _nearness(one, other) if fits(one, other) else None)
    taken_core, taken_found = {i for i, _ in pairs}, {j for _, j in pairs}
    return _Matched(
        [(core[i], found[j]) for i, j in pairs],
        [one for i, one in enumerate(core) if i not in taken_core],
        [
            one
            for j, one in enumerate(found)
            if j not in taken_found and not any(fits(other, one) for other in sentence.secondary)
        ],
    )


def _nearness(gold: Gold, found: Found) -> tuple[float, ...]:
    """A sort key: the same words first, then the same type and parties before other accepted ones."""
    return _touch(gold, found), gold.types[0] == found.types[0], gold.parties == found.parties


def _touch(gold: Gold, found: Found) -> bool:
    """Whether the two triggers share words."""
    return any(one.overlaps(other) for one in gold.origin.trigger for other in found.origin.trigger)


def _score_details(gold: GoldEvent, found: Event, text: str, tally: Tally) -> None:
    """Score the status and date of a matched pair."""
    rule, words = found.evidence.rule, context(text, gold.trigger)
    same_status = gold.status.name == found.status.name
    tally.share("events", "status", same_status, 1)
    if not same_status:
        tally.note(
            "events", "wrong", words, rule=rule, predicted=f"status {found.status.name}", expected=gold.status.name
        )
    wanted, given = days_of_value(gold.date), days_of(found.when)
    if wanted is not None:
        same_date = same_days(wanted, given)
        tally.share("events", "date", same_date, 1)
    else:
        same_date = given is None
        tally.share("events", "dateless", same_date, 1)
    if not same_date:
        value = found.when.value if found.when is not None else None
        tally.note("events", "wrong", words, rule=rule, predicted=f"date {value}", expected=f"date {gold.date}")


def _note(text: str, matched: _Matched, tally: Tally) -> None:
    """Note the outcomes of the fair matches; a pair with another type or direction is wrong, not missed."""
    for gold, found in matched.pairs:
        _outcome(text, "right", tally, gold, found)
    near = pair(matched.missed, matched.rest, _confusable)
    for i, j in near:
        _outcome(text, "wrong", tally, matched.missed[i], matched.rest[j])
    for i, gold in enumerate(matched.missed):
        if i not in {i for i, _ in near}:
            _outcome(text, "missed", tally, gold, None)
    for j, found in enumerate(matched.rest):
        if j not in {j for _, j in near}:
            _outcome(text, "false", tally, None, found)


def _confusable(gold: Gold, found: Found) -> tuple[float, ...] | None:
    same_words, parties = _touch(gold, found), gold.parties == found.parties
    return (same_words, parties) if same_words or parties else None


def _outcome(text: str, kind: OutcomeKind, tally: Tally, gold: Gold | None, found: Found | None) -> None:
    trigger = gold.origin.trigger if gold is not None else ()
    if not trigger and found is not None:
        trigger = found.origin.trigger or (found.origin.sentence,)
    tally.note(
        "events",
        kind,
        context(text, trigger),
        rule=found.origin.evidence.rule if found is not None else "",
        predicted=str(found) if found is not None else "",
        expected=str(gold) if gold is not None else "",
    )
