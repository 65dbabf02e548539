"""The states of an article, in the order in which it mentions them: which stood together, how often, who spoke.

Everything is kept with the sentence from which it holds, so that the answer for a word is the same whenever
it is asked for.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Generic, TypeVar

import attrs

from diplonews.actors.resolve import BODIES
from diplonews.lexicons.actornames import Name
from diplonews.model import Actor

__all__ = ["STATES_ONLY", "Relations", "Timeline", "implied", "is_counted"]

T = TypeVar("T")
STATES_ONLY = frozenset(("NAME", "CAPITAL", "FORMER", "TERRITORY", "ADJECTIVE"))
COUNTED = frozenset(("SEAT", "LEADER", "IGO"))
HARDLY = 3  # times as often named as the other
PAIR = 2
MOST_KEPT = 40
FARTHEST = 400  # mentions of states that are looked through


class Timeline(Generic[T]):
    """Values in text order, each with the number of the sentence from which it holds.

    Example:
        >>> speakers = Timeline()
        >>> speakers.add(2, "Oslo")
        >>> speakers.add(5, "Riga")
        >>> speakers.last(1), speakers.last(4), list(speakers.until(9))
        (None, 'Oslo', ['Riga', 'Oslo'])
    """

    def __init__(self) -> None:
        self._from: list[int] = []
        self._values: list[T] = []

    def add(self, sentence: int, value: T) -> None:
        """Add a value; sentences must not go back."""
        self._from.append(sentence)
        self._values.append(value)

    def until(self, sentence: int, most: int = MOST_KEPT) -> Iterator[T]:
        """The last values that hold in a sentence, the newest first."""
        end = bisect_right(self._from, sentence)
        return (self._values[i] for i in range(end - 1, max(-1, end - 1 - most), -1))

    def last(self, sentence: int) -> T | None:
        """The newest value that holds in a sentence."""
        return next(self.until(sentence), None)


def is_counted(name: Name) -> bool:
    """Whether a name says that an article is about a state: its own, its capital's, its people's."""
    return name.kind in STATES_ONLY or name.kind in COUNTED


def implied(actor: Actor, how: str) -> Actor:
    """An actor that other words stand for."""
    return attrs.evolve(actor, implied=True, how=how)


@attrs.frozen
class _Set:
    """States that stood together.

    Attributes:
        codes: which, in order.
        sentence: where.
        side_by_side: whether they were coordinated, and not only parties of an event.
    """

    codes: tuple[str, ...]
    sentence: int
    side_by_side: bool


class Relations:
    """States and groups of states, in the order of the text.

    Attributes:
        speaker: who spoke last.
        leading: the state that `it` stands for.
        subjects: whom `they` stands for.
        topics: by sentence, the state that it is about.
        places: by sentence, the state of the place that it opens with: `In Oslo, ...`.
    """

    def __init__(self) -> None:
        self.speaker: Timeline[list[Actor]] = Timeline()
        self.leading: Timeline[Actor] = Timeline()
        self.subjects: Timeline[list[Actor]] = Timeline()
        self.topics: dict[int, str] = {}
        self.places: dict[int, str] = {}
        self._states: Timeline[Actor] = Timeline()
        self._named: dict[str, list[int]] = {}
        self._makers: dict[str, Timeline[str]] = {}
        self._sets: Timeline[_Set] = Timeline()
        self._pairs: dict[frozenset[str], Timeline[int]] = {}
        self._met: Timeline[tuple[str, ...]] = Timeline()

    def add_name(self, sentence: int, name: Name, *, leads: bool) -> None:
        """Remember that a state was named; `leads` if as the subject or owner of something."""
        if is_counted(name):
            self._named.setdefault(name.code, []).append(sentence)
        if name.kind not in STATES_ONLY:
            return
        state = Actor(code=name.code, name=name.name, how="actor.last_state")
        self._states.add(sentence, state)
        if leads or self.leading.last(sentence) is None:
            self.leading.add(sentence, state)

    def add_set(self, sentence: int, codes: tuple[str, ...], *, side_by_side: bool = True) -> None:
        """Remember states that stood together, in a coordination or only as parties of a clause."""
        codes = tuple(dict.fromkeys(code for code in codes if code and code not in BODIES))
        if len(codes) < PAIR:
            return
        self._sets.add(sentence, _Set(codes, sentence, side_by_side))
        if len(codes) == PAIR:
            counts = self._pairs.setdefault(frozenset(codes), Timeline())
            counts.add(sentence, (counts.last(sentence) or 0) + (2 if side_by_side else 1))

    def add_met(self, sentence: int, codes: tuple[str, ...]) -> None:
        """Remember two states whose people met: whom `the two leaders` stands for from then on."""
        codes = tuple(dict.fromkeys(code for code in codes if code))
        if len(codes) == PAIR:
            self._met.add(sentence, codes)

    def met(self, sentence: int, without: set[str]) -> list[Actor]:
        """The two whose people met last, none of them among some others."""
        last = self._met.last(sentence)
        return _group(last) if last is not None and without.isdisjoint(last) else []

    def add_maker(self, sentence: int, noun: str, code: str) -> None:
        """Remember whose a thing is: `a fund that Seoul set up`."""
        self._makers.setdefault(noun, Timeline()).add(sentence, code)

    def maker(self, sentence: int, noun: str) -> str | None:
        """The code of the state that set up a thing which the article mentioned before."""
        makers = self._makers.get(noun)
        return makers.last(sentence) if makers is not None else None

    def counts(self, sentence: int) -> Counter[str]:
        """How often each state has been named up to a sentence."""
        found = ((code, bisect_right(sentences, sentence)) for code, sentences in self._named.items())
        return Counter({code: count for code, count in found if count})

    def _pair_counts(self, sentence: int) -> Counter[frozenset[str]]:
        found = ((pair, counts.last(sentence)) for pair, counts in self._pairs.items())
        return Counter({pair: count for pair, count in found if count})

    def last_other(self, sentence: int, codes: set[str]) -> Actor | None:
        """The state that was named last, another than these."""
        return next((state for state in self._states.until(sentence, FARTHEST) if state.code not in codes), None)

    def together(
        self,
        sentence: int,
        size: int,
        without: set[str],
        excluded: set[str],
        *,
        reported: bool = False,
        acts: bool = False,
    ) -> list[Actor]:
        """The group of that size that is meant in a sentence.

        That is who stood side by side right before, or, where the group itself acts, met right
        before; else the pair that the article is about; else the last group of that size, or the
        states that were named most.

        Args:
            sentence: where the group is mentioned.
            size: of the group that is asked for.
            without: states that stand beside the group; a larger group is taken less these.
            excluded: states that can't be in a pair.
            reported: whether someone says it: who speaks of `both sides` is not one of them, if
                others stood together too.
            acts: whether the group is the subject of its clause.
        """
        speakers = {actor.code for actor in self.speaker.last(sentence) or ()} if reported else set()
        if size == PAIR and speakers and not without:
            for known in self._sets.until(sentence):
                if len(known.codes) == size and not speakers & set(known.codes):
                    return _group(known.codes)
        pairs = self._pair_counts(sentence)
        for known in self._sets.until(sentence):
            left = tuple(code for code in known.codes if code not in without)
            fresh = _is_fresh(known, sentence, pairs, acts=acts) if size == PAIR else known.side_by_side
            if len(left) == size and fresh:
                return _group(left)
        if size > PAIR:
            return self._most_named(sentence, size, without) or self._last(sentence, size, without, excluded)
        return (
            _group(self._main_pair(sentence, without | excluded))
            or self._last(sentence, size, without, excluded)
            or self._most_named(sentence, size, without)
        )

    def _main_pair(self, sentence: int, excluded: set[str]) -> tuple[str, ...]:
        """The two that stood side by side, or met again and again, most often."""
        counts = self.counts(sentence)
        for pair, count in self._pair_counts(sentence).most_common():
            if count > 1 and not pair & excluded:
                return tuple(sorted(pair, key=lambda code: (-counts[code], code)))
        return ()

    def _last(self, sentence: int, size: int, without: set[str], excluded: set[str]) -> list[Actor]:
        for known in self._sets.until(sentence):
            left = tuple(code for code in known.codes if code not in without)
            if len(left) == size:
                return _group(left)
        for known in self._sets.until(sentence):
            if size == len(known.codes) == PAIR and not set(known.codes) & excluded:
                return _group(known.codes)
        return []

    def _most_named(self, sentence: int, size: int, without: set[str]) -> list[Actor]:
        frequent = [
            code
            for code, count in self.counts(sentence).most_common(size + 4)
            if code not in without and code not in BODIES and count > 1
        ]
        return _group(frequent[:size]) if len(frequent) == size else []

    def main_pair(self, sentence: int) -> list[Actor]:
        """The two that stood together most often, if more than once."""
        return _group(self._main_pair(sentence, set()))

    def partner(self, sentence: int, code: str) -> str | None:
        """The other state that an article is about, if it is clear: the one named more than all others.

        A state that is hardly named beside the first is none: an article on home affairs has no pair.
        """
        counts = self.counts(sentence)
        others = [(count, other) for other, count in counts.items() if other not in {code, *BODIES}]
        others.sort(reverse=True)
        if not others or (len(others) > 1 and others[0][0] == others[1][0]):
            return None
        count, other = others[0]
        return other if HARDLY * count >= counts.get(code, 0) else None

    def topic(self, sentence: int, code: str) -> str | None:
        """The one other state that an article is about: named more than once, and twice as often as any third."""
        counts = self.counts(sentence)
        others = sorted(
            ((count, other) for other, count in counts.items() if other not in {code, *BODIES}), reverse=True
        )
        first, second = [*others, (0, ""), (0, "")][:PAIR]
        return first[1] if first[0] >= PAIR * max(second[0], 1) else None

    def two_sides(self, sentence: int, code: str) -> list[Actor]:
        """The last two states that stood together, without the one that mediates."""
        pair = self._main_pair(sentence, {code})
        if pair:
            return _group(pair)
        for known in self._sets.until(sentence):
            if len(known.codes) == PAIR and code not in known.codes:
                return _group(known.codes)
        return []

    def opponent(self, sentence: int, code: str) -> list[Actor]:
        """With whom a state stood together most, or last: whom an act without an address is meant for."""
        together = [(count, pair) for pair, count in self._pair_counts(sentence).items() if code in pair]
        if not together:
            return []
        most = max(count for count, _ in together)
        among = [pair for count, pair in together if count == most]
        sets = (frozenset(known.codes) for known in self._sets.until(sentence))
        last = next((codes for codes in sets if codes in among), among[-1])
        return [Actor(code=other, sectors=("GOV",), implied=True, how="actor.opponent") for other in last - {code}]


def _is_fresh(known: _Set, sentence: int, pairs: Counter[frozenset[str]], *, acts: bool) -> bool:
    """Whether they stood together just now, and the article is not about a pair far more often named."""
    if sentence - known.sentence > 1:
        return False
    most = max(pairs.values(), default=0)
    return acts or (known.side_by_side and 2 * pairs[frozenset(known.codes)] >= most)


def _group(codes: Iterable[str]) -> list[Actor]:
    return [Actor(code=code, sectors=("GOV",), implied=True, how="actor.group") for code in codes]
