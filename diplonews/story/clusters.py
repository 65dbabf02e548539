"""Tellings of the same event, from any number of articles, brought together."""

from __future__ import annotations

from collections.abc import Iterable

import attrs

from diplonews.events.sameness import are_alike, may_coincide
from diplonews.story.tellings import Telling

__all__ = ["clusters"]

MOST_COMPARED = 50  # events that a telling is compared with, in each of its blocks


@attrs.define(eq=False)
class _Cluster:
    """Tellings that are of one event, so far."""

    tellings: list[Telling]

    def takes(self, telling: Telling) -> bool:
        return all(
            may_coincide(one.act, telling.act) and are_alike(one.act, telling.act)
            for one in self.tellings[:MOST_COMPARED]
        )


def clusters(tellings: Iterable[Telling]) -> list[list[Telling]]:
    """The tellings of each event; which belong together does not depend on their order."""
    blocks: dict[object, list[_Cluster]] = {}
    made: list[_Cluster] = []
    for telling in sorted(tellings, key=_rank):
        block = blocks.setdefault(telling.act.key, [])
        match = next((cluster for cluster in reversed(block[-MOST_COMPARED:]) if cluster.takes(telling)), None)
        if match is None:
            match = _Cluster([])
            block.append(match)
            made.append(match)
        match.tellings.append(telling)
    return [cluster.tellings for cluster in made]


def _rank(telling: Telling) -> tuple[object, ...]:
    """Dated tellings first, the narrowest before others; then by publication."""
    first = telling.mentions[0]
    days = telling.act.days
    return (
        days is None,
        (days[1] - days[0]).days if days is not None else 0,
        telling.published is None,
        str(telling.published),
        first.article,
        first.event.sentence.start,
        first.event.trigger[0].start if first.event.trigger else 0,
    )
