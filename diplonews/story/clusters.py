"""Clusters of accounts of the same event, from any number of articles.

Articles are read in the order of their publication. Each account is compared with events of the same type and the
same parties that are near in time or about the same thing. The number of comparisons is limited, so that the work
grows with the number of articles and not with its square.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

import attrs

from diplonews.events.sameness import Act, are_alike, is_same_thing, may_coincide, merged, shared_persons, times_of
from diplonews.story.accounts import Account

__all__ = ["cluster"]

MOST_COMPARED = 30  # events compared with an account, in each of its blocks
MOST_ACTS = 10  # mentions of an event compared with a new one
NEAR = timedelta(days=31)  # longer periods do not show that two acts are one
WEEK_DAYS = 7


@attrs.define(eq=False)
class _Cluster:
    """The accounts of one event so far.

    Attributes:
        number: its number, in order of creation.
        act: the combined properties of the accounts.
        acts: the mentions that new accounts are compared with.
        window: the time in which it may have taken place: its days if an account gives them, else the window of the
            first account.
    """

    number: int
    act: Act
    acts: list[Act]
    window: tuple[date, date] | None
    accounts: list[Account]

    def add(self, account: Account) -> None:
        """Add an account to the cluster."""
        self.accounts.append(account)
        self.act = merged((self.act, account.act))
        self.acts += account.acts[: MOST_ACTS - len(self.acts)]
        self.window = times_of(self.act) or self.window

    def closeness(self, account: Account) -> tuple[int, ...] | None:
        """How much the cluster and an account have in common; None if they are different events."""
        act = account.act
        if not may_coincide(self.act, act) or self._is_too_early(account):
            return None
        near = _overlap(self.window, account.window)
        alike = are_alike if near else is_same_thing
        if not any(alike(one, other) for one in self.acts for other in account.acts[:MOST_ACTS]):
            return None
        told = max(len(one.told & other.told) for one in self.acts for other in account.acts[:MOST_ACTS])
        persons = shared_persons(self.act, act) or 0
        return near, persons, len(self.act.about & act.about), told, self.number

    def _is_too_early(self, account: Account) -> bool:
        """Whether the event would have been reported before it was done."""
        return self.act.done and any(
            days is not None and report is not None and report < days[0]
            for days, report in (
                (self.act.days, account.published),
                (account.act.days, self.accounts[0].published),
            )
        )


def _overlap(one: tuple[date, date] | None, other: tuple[date, date] | None) -> bool:
    """Whether two periods overlap and neither is too long for this to matter."""
    if one is None or other is None or max(one[1] - one[0], other[1] - other[0]) > NEAR:
        return False
    return one[0] < other[1] and other[0] < one[1]


class _Blocks:
    """An index of clusters by the keys that accounts of one event share."""

    def __init__(self) -> None:
        self._blocks: dict[object, dict[int, _Cluster]] = {}

    def put(self, cluster: _Cluster, account: Account) -> None:
        """Index a cluster under the blocks of one of its accounts."""
        for place in _places(account):
            self._blocks.setdefault(place, {})[cluster.number] = cluster

    def like(self, account: Account) -> Iterator[_Cluster]:
        """The clusters to compare with an account, each once; only the last ones of each block."""
        found: dict[int, _Cluster] = {}
        for place in _places(account):
            block = self._blocks.get(place, {})
            for number, _ in zip(reversed(block), range(MOST_COMPARED), strict=False):
                found[number] = block[number]
        return iter(found.values())


def _places(account: Account) -> Iterator[tuple[object, ...]]:
    """The blocks of an account: the weeks of its window, and the stems of its object."""
    key = account.act.key
    for word in account.act.about:
        yield *key, word
    window = account.window
    if window is not None and window[1] - window[0] <= NEAR:
        for week in range(window[0].toordinal() // WEEK_DAYS, (window[1].toordinal() - 1) // WEEK_DAYS + 1):
            yield *key, week


def cluster(articles: Iterable[Sequence[Account]]) -> list[list[Account]]:
    """The accounts of each event; the grouping does not depend on the order of the articles.

    Args:
        articles: the accounts of each article. Two accounts of one article are never the same event.
    """
    made: list[_Cluster] = []
    blocks = _Blocks()
    for accounts in sorted((accounts for accounts in articles if accounts), key=_rank):
        matches = _matches(accounts, blocks)
        for number, account in enumerate(accounts):
            match = matches.get(number)
            if match is None:
                match = _Cluster(len(made), account.act, list(account.acts[:MOST_ACTS]), account.window, [account])
                made.append(match)
            else:
                match.add(account)
            blocks.put(match, account)
    return [one.accounts for one in made]


def _matches(accounts: Sequence[Account], blocks: _Blocks) -> dict[int, _Cluster]:
    """The cluster of each account that has one, by account number; the closest pairs are matched first."""
    pairs = [
        (closeness, -number, cluster)
        for number, account in enumerate(accounts)
        for cluster in blocks.like(account)
        if (closeness := cluster.closeness(account)) is not None
    ]
    matches: dict[int, _Cluster] = {}
    taken: set[int] = set()
    for _, number, cluster in sorted(pairs, key=lambda pair: pair[:2], reverse=True):
        if -number not in matches and cluster.number not in taken:
            matches[-number] = cluster
            taken.add(cluster.number)
    return matches


def _rank(accounts: Sequence[Account]) -> tuple[object, ...]:
    """The sort key of an article: by publication; articles with an unknown day come last."""
    published = accounts[0].published
    mentions = [mention for account in accounts for mention in account.mentions]
    return (
        published or date.max,
        mentions[0].article,
        [(mention.event.sentence.start, mention.event.text, mention.event.id) for mention in mentions],
    )
