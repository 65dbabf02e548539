"""Tellings of the same event, from any number of articles, brought together.

Articles are gone through in the order of their publication. Each telling is compared with events of the same type and
the same parties that are near in time, or that are about the same thing: with at most so many of each, so that the
work grows with the number of articles and not with its square.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

import attrs

from diplonews.events.sameness import Act, are_alike, is_same_thing, may_coincide, merged, shared_persons, times_of
from diplonews.story.tellings import Telling

__all__ = ["cluster"]

MOST_COMPARED = 30  # events that a telling is compared with, in each of its blocks
MOST_ACTS = 10  # mentions of an event that a further one is compared with
NEAR = timedelta(days=31)  # longer times do not say that two acts are one
WEEK_DAYS = 7


@attrs.define(eq=False)
class _Cluster:
    """Tellings of one event, so far.

    Attributes:
        number: how many there were before it.
        act: what they tell together.
        acts: their mentions, as far as they are compared with further ones.
        window: when it may have taken place, by the first that tells; by a day, if one has it.
    """

    number: int
    act: Act
    acts: list[Act]
    window: tuple[date, date] | None
    tellings: list[Telling]

    def add(self, telling: Telling) -> None:
        """Take in a further telling."""
        self.tellings.append(telling)
        self.act = merged((self.act, telling.act))
        self.acts += telling.acts[: MOST_ACTS - len(self.acts)]
        self.window = times_of(self.act) or self.window

    def closeness(self, telling: Telling) -> tuple[int, ...] | None:
        """How much the two have in common; None if they are of different events."""
        act = telling.act
        if not may_coincide(self.act, act) or self._is_too_early(telling):
            return None
        near = _overlap(self.window, telling.window)
        alike = are_alike if near else is_same_thing
        if not any(alike(one, other) for one in self.acts for other in telling.acts[:MOST_ACTS]):
            return None
        told = max(len(one.told & other.told) for one in self.acts for other in telling.acts[:MOST_ACTS])
        persons = shared_persons(self.act, act) or 0
        return near, persons, len(self.act.about & act.about), told, self.number

    def _is_too_early(self, telling: Telling) -> bool:
        """Whether one of the two would have been told before it was done."""
        return self.act.done and any(
            days is not None and report is not None and report < days[0]
            for days, report in (
                (self.act.days, telling.published),
                (telling.act.days, self.tellings[0].published),
            )
        )


def _overlap(one: tuple[date, date] | None, other: tuple[date, date] | None) -> bool:
    """Whether two times are near each other, and neither is so long that this says little."""
    if one is None or other is None or max(one[1] - one[0], other[1] - other[0]) > NEAR:
        return False
    return one[0] < other[1] and other[0] < one[1]


class _Blocks:
    """Clusters by what those that may be one have in common."""

    def __init__(self) -> None:
        self._blocks: dict[object, dict[int, _Cluster]] = {}

    def put(self, cluster: _Cluster, telling: Telling) -> None:
        """Let a cluster be found by what a telling of it tells."""
        for place in _places(telling):
            self._blocks.setdefault(place, {})[cluster.number] = cluster

    def like(self, telling: Telling) -> Iterator[_Cluster]:
        """The clusters that a telling is compared with, each once; of each block the last."""
        found: dict[int, _Cluster] = {}
        for place in _places(telling):
            block = self._blocks.get(place, {})
            for number, _ in zip(reversed(block), range(MOST_COMPARED), strict=False):
                found[number] = block[number]
        return iter(found.values())


def _places(telling: Telling) -> Iterator[tuple[object, ...]]:
    """The blocks of a telling: the weeks in which it may have taken place, and the words that it is about."""
    key = telling.act.key
    for word in telling.act.about:
        yield *key, word
    window = telling.window
    if window is not None and window[1] - window[0] <= NEAR:
        for week in range(window[0].toordinal() // WEEK_DAYS, (window[1].toordinal() - 1) // WEEK_DAYS + 1):
            yield *key, week


def cluster(articles: Iterable[Sequence[Telling]]) -> list[list[Telling]]:
    """The tellings of each event; which belong together does not depend on the order of the articles.

    Args:
        articles: the tellings of each article. Two of one article are never of the same event.
    """
    made: list[_Cluster] = []
    blocks = _Blocks()
    for tellings in sorted((tellings for tellings in articles if tellings), key=_rank):
        matches = _matches(tellings, blocks)
        for number, telling in enumerate(tellings):
            match = matches.get(number)
            if match is None:
                match = _Cluster(len(made), telling.act, list(telling.acts[:MOST_ACTS]), telling.window, [telling])
                made.append(match)
            else:
                match.add(telling)
            blocks.put(match, telling)
    return [one.tellings for one in made]


def _matches(tellings: Sequence[Telling], blocks: _Blocks) -> dict[int, _Cluster]:
    """The cluster of each telling of an article that has one: those with most in common first."""
    pairs = [
        (closeness, -number, cluster)
        for number, telling in enumerate(tellings)
        for cluster in blocks.like(telling)
        if (closeness := cluster.closeness(telling)) is not None
    ]
    matches: dict[int, _Cluster] = {}
    taken: set[int] = set()
    for _, number, cluster in sorted(pairs, key=lambda pair: pair[:2], reverse=True):
        if -number not in matches and cluster.number not in taken:
            matches[-number] = cluster
            taken.add(cluster.number)
    return matches


def _rank(tellings: Sequence[Telling]) -> tuple[object, ...]:
    """The order of articles: by publication; those of which it is not known come last."""
    published = tellings[0].published
    mentions = [mention for telling in tellings for mention in telling.mentions]
    return (
        published or date.max,
        mentions[0].article,
        [(mention.event.sentence.start, mention.event.text, mention.event.id) for mention in mentions],
    )
