"""Clusters of tellings of the same event, from any number of articles.

Articles are read in the order of their publication. Each telling is compared with events of the same type and the
same parties that are near in time or about the same thing. The number of comparisons is limited, so that the work
grows with the number of articles and not with its square.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

import attrs

from diplonews.events.sameness import Act, are_alike, is_same_thing, may_coincide, merged, shared_persons, times_of
from diplonews.story.tellings import Telling

__all__ = ["cluster"]

MOST_COMPARED = 30  # events compared with a telling, in each of its blocks
MOST_ACTS = 10  # mentions of an event compared with a new one
NEAR = timedelta(days=31)  # longer periods do not show that two acts are one
WEEK_DAYS = 7


@attrs.define(eq=False)
class _Cluster:
    """The tellings of one event so far.

    Attributes:
        number: its number, in order of creation.
        act: the combined properties of the tellings.
        acts: the mentions that new tellings are compared with.
        window: the time in which it may have taken place: its days if a telling gives them, else the window of the
            first telling.
    """

    number: int
    act: Act
    acts: list[Act]
    window: tuple[date, date] | None
    tellings: list[Telling]

    def add(self, telling: Telling) -> None:
        """Add a telling to the cluster."""
        self.tellings.append(telling)
        self.act = merged((self.act, telling.act))
        self.acts += telling.acts[: MOST_ACTS - len(self.acts)]
        self.window = times_of(self.act) or self.window

    def closeness(self, telling: Telling) -> tuple[int, ...] | None:
        """How much the cluster and a telling have in common; None if they are different events."""
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
        """Whether the event would have been reported before it was done."""
        return self.act.done and any(
            days is not None and report is not None and report < days[0]
            for days, report in (
                (self.act.days, telling.published),
                (telling.act.days, self.tellings[0].published),
            )
        )


def _overlap(one: tuple[date, date] | None, other: tuple[date, date] | None) -> bool:
    """Whether two periods overlap and neither is too long for this to matter."""
    if one is None or other is None or max(one[1] - one[0], other[1] - other[0]) > NEAR:
        return False
    return one[0] < other[1] and other[0] < one[1]


class _Blocks:
    """An index of clusters by the keys that tellings of one event share."""

    def __init__(self) -> None:
        self._blocks: dict[object, dict[int, _Cluster]] = {}

    def put(self, cluster: _Cluster, telling: Telling) -> None:
        """Index a cluster under the blocks of one of its tellings."""
        for place in _places(telling):
            self._blocks.setdefault(place, {})[cluster.number] = cluster

    def like(self, telling: Telling) -> Iterator[_Cluster]:
        """The clusters to compare with a telling, each once; only the last ones of each block."""
        found: dict[int, _Cluster] = {}
        for place in _places(telling):
            block = self._blocks.get(place, {})
            for number, _ in zip(reversed(block), range(MOST_COMPARED), strict=False):
                found[number] = block[number]
        return iter(found.values())


def _places(telling: Telling) -> Iterator[tuple[object, ...]]:
    """The blocks of a telling: the weeks of its window, and the stems of its object."""
    key = telling.act.key
    for word in telling.act.about:
        yield *key, word
    window = telling.window
    if window is not None and window[1] - window[0] <= NEAR:
        for week in range(window[0].toordinal() // WEEK_DAYS, (window[1].toordinal() - 1) // WEEK_DAYS + 1):
            yield *key, week


def cluster(articles: Iterable[Sequence[Telling]]) -> list[list[Telling]]:
    """The tellings of each event; the grouping does not depend on the order of the articles.

    Args:
        articles: the tellings of each article. Two tellings of one article are never the same event.
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
    """The cluster of each telling that has one, by telling number; the closest pairs are matched first."""
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
    """The sort key of an article: by publication; articles with an unknown day come last."""
    published = tellings[0].published
    mentions = [mention for telling in tellings for mention in telling.mentions]
    return (
        published or date.max,
        mentions[0].article,
        [(mention.event.sentence.start, mention.event.text, mention.event.id) for mention in mentions],
    )
