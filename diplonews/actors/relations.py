"""The states of an article in order of mention: which are mentioned together, how often, and who spoke.

Everything is stored with the sentence from which it holds, so that the answer for a word does not depend on
when it is requested.
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
HARDLY = 3  # the other state is named at least a third as often as the first
PAIR = 2
MOST_KEPT = 40
FARTHEST = 400  # mentions of states, or of pairs of states, that are searched


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
        """Add a value; sentence numbers must not decrease."""
        self._from.append(sentence)
        self._values.append(value)

    def until(self, sentence: int, most: int = MOST_KEPT) -> Iterator[T]:
        """The last values that hold in a sentence, newest first."""
        end = bisect_right(self._from, sentence)
        return (self._values[i] for i in range(end - 1, max(-1, end - 1 - most), -1))

    def last(self, sentence: int) -> T | None:
        """The newest value that holds in a sentence, or None."""
        return next(self.until(sentence), None)


def is_counted(name: Name) -> bool:
    """Whether a name counts as a mention of a state: its own name or that of its capital, people, seat or leader."""
    return name.kind in STATES_ONLY or name.kind in COUNTED


def implied(actor: Actor, how: str) -> Actor:
    """The actor as implied by other words."""
    return attrs.evolve(actor, implied=True, how=how)


@attrs.frozen
class _Set:
    """States mentioned together.

    Attributes:
        codes: their codes, in order.
        sentence: the number of the sentence.
        side_by_side: whether they were coordinated, not only parties of a clause.
    """

    codes: tuple[str, ...]
    sentence: int
    side_by_side: bool


class Relations:
    """States and groups of states, in the order of the text.

    Attributes:
        speaker: the last speakers.
        leading: the state that `it` refers to.
        subjects: the actors that `they` refers to.
        topics: for each sentence, the state that it is about.
        places: for each sentence, the state of its opening place: `In Oslo, ...`.
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
        self._pairs: Timeline[tuple[frozenset[str], int]] = Timeline()
        self._met: Timeline[tuple[str, ...]] = Timeline()

    def add_name(self, sentence: int, name: Name, *, leads: bool) -> None:
        """Record that a state was named; `leads` if it is a subject or an owner."""
        if is_counted(name):
            self._named.setdefault(name.code, []).append(sentence)
        if name.kind not in STATES_ONLY:
            return
        state = Actor(code=name.code, name=name.name, how="actor.last_state")
        self._states.add(sentence, state)
        if leads or self.leading.last(sentence) is None:
            self.leading.add(sentence, state)

    def add_set(self, sentence: int, codes: tuple[str, ...], *, side_by_side: bool = True) -> None:
        """Record states mentioned together, in a coordination or only as parties of a clause."""
        codes = tuple(dict.fromkeys(code for code in codes if code and code not in BODIES))
        if len(codes) < PAIR:
            return
        self._sets.add(sentence, _Set(codes, sentence, side_by_side))
        if len(codes) == PAIR:
            self._pairs.add(sentence, (frozenset(codes), 2 if side_by_side else 1))

    def add_met(self, sentence: int, codes: tuple[str, ...]) -> None:
        """Record two states whose people met, as the referent of a later `the two leaders`."""
        codes = tuple(dict.fromkeys(code for code in codes if code))
        if len(codes) == PAIR:
            self._met.add(sentence, codes)

    def met(self, sentence: int, without: set[str]) -> list[Actor]:
        """The two states whose people met last; empty if one of them is in `without`."""
        last = self._met.last(sentence)
        return _group(last) if last is not None and without.isdisjoint(last) else []

    def add_maker(self, sentence: int, noun: str, code: str) -> None:
        """Record the state that set something up: `a fund that Seoul set up`."""
        self._makers.setdefault(noun, Timeline()).add(sentence, code)

    def maker(self, sentence: int, noun: str) -> str | None:
        """The code of the state that set up something mentioned earlier, or None."""
        makers = self._makers.get(noun)
        return makers.last(sentence) if makers is not None else None

    def counts(self, sentence: int) -> Counter[str]:
        """How often each state was named up to a sentence."""
        found = ((code, bisect_right(sentences, sentence)) for code, sentences in self._named.items())
        return Counter({code: count for code, count in found if count})

    def _pair_counts(self, sentence: int) -> Counter[frozenset[str]]:
        """How often the states of each pair were mentioned together lately; coordinations count double."""
        counts: Counter[frozenset[str]] = Counter()
        for pair, weight in reversed(list(self._pairs.until(sentence, FARTHEST))):
            counts[pair] += weight
        return counts

    def last_other(self, sentence: int, codes: set[str]) -> Actor | None:
        """The state named last, excluding these."""
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
        """The group of a given size that a sentence refers to.

        It is the group coordinated just before or, if the group itself acts, mentioned together just
        before; else the article's main pair; else the last group of that size, or the states named
        most often.

        Args:
            sentence: the sentence that mentions the group.
            size: the size of the group.
            without: states mentioned beside the group; they are removed from a larger group.
            excluded: states that can't be in a pair.
            reported: whether the mention is in reported speech: the speaker is then not one of `both sides`
                if other states were mentioned together too.
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
        """The pair mentioned together most often, coordinations counting double; empty below a count of 2."""
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
        """The two states mentioned together most often, in a coordination or more than once; else empty."""
        return _group(self._main_pair(sentence, set()))

    def partner(self, sentence: int, code: str) -> str | None:
        """The other state that an article is about: the one named more often than all others, or None.

        A state named far less often than the first does not count: an article on home affairs has no pair.
        """
        counts = self.counts(sentence)
        others = [(count, other) for other, count in counts.items() if other not in {code, *BODIES}]
        others.sort(reverse=True)
        if not others or (len(others) > 1 and others[0][0] == others[1][0]):
            return None
        count, other = others[0]
        return other if HARDLY * count >= counts.get(code, 0) else None

    def topic(self, sentence: int, code: str) -> str | None:
        """The other state that an article is about: named at least twice, and twice as often as any third; or None."""
        counts = self.counts(sentence)
        others = sorted(
            ((count, other) for other, count in counts.items() if other not in {code, *BODIES}), reverse=True
        )
        first, second = [*others, (0, ""), (0, "")][:PAIR]
        return first[1] if first[0] >= PAIR * max(second[0], 1) else None

    def two_sides(self, sentence: int, code: str) -> list[Actor]:
        """The two states mentioned together most often, or else last, excluding the mediator."""
        pair = self._main_pair(sentence, {code})
        if pair:
            return _group(pair)
        for known in self._sets.until(sentence):
            if len(known.codes) == PAIR and code not in known.codes:
                return _group(known.codes)
        return []

    def opponent(self, sentence: int, code: str) -> list[Actor]:
        """The state most often, then last, mentioned with another: the likely recipient of an act that names none."""
        together = [(count, pair) for pair, count in self._pair_counts(sentence).items() if code in pair]
        if not together:
            return []
        most = max(count for count, _ in together)
        among = [pair for count, pair in together if count == most]
        sets = (frozenset(known.codes) for known in self._sets.until(sentence))
        last = next((codes for codes in sets if codes in among), among[-1])
        return [Actor(code=other, sectors=("GOV",), implied=True, how="actor.opponent") for other in last - {code}]


def _is_fresh(known: _Set, sentence: int, pairs: Counter[frozenset[str]], *, acts: bool) -> bool:
    """Whether states were mentioned together just now, and no other pair is mentioned far more often."""
    if sentence - known.sentence > 1:
        return False
    most = max(pairs.values(), default=0)
    return acts or (known.side_by_side and 2 * pairs[frozenset(known.codes)] >= most)


def _group(codes: Iterable[str]) -> list[Actor]:
    return [Actor(code=code, sectors=("GOV",), implied=True, how="actor.group") for code in codes]
