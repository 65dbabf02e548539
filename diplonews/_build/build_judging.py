"""Build `diplonews/lexicons/data/judging.tsv`: the weights by which the events of the rules are judged.

    python -m diplonews._build.build_judging GOLD [GOLD ...]

Each GOLD is a file or folder that `diplonews evaluate` reads. Every event that the rules find is a case: right if a core
event of its sentence has its parties, direction and type (`fair`), left out if only a secondary event has, else wrong.
The weights are those of a logistic regression with an L2 penalty. Before they are written, the figures of a
cross-validation by article are printed: how many events are right and wrong if those are kept that weigh at least
so much by what was learnt from the other articles.
"""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from math import inf
from pathlib import Path
from random import Random

import attrs
import numpy as np

from diplonews.analysis import Stages, Work, analyze
from diplonews.evaluation.align import locate, move
from diplonews.evaluation.dyads import Dyad, gold_dyads, join, same_parties
from diplonews.evaluation.files import read_gold
from diplonews.evaluation.gold import GoldArticle, GoldEvent
from diplonews.events.acts import ActResolver
from diplonews.events.coded import Coded
from diplonews.events.find import EventReader
from diplonews.events.judging import KEPT, Judge
from diplonews.events.signals import Surroundings, signals_of
from diplonews.events.triggers import Match
from diplonews.lexicons.tables import using
from diplonews.model import Event, Span
from diplonews.syntax.blocks import Sentence
from diplonews.wire.parsing import parse_article

ROOT = Path(__file__).parents[2]
TARGET = ROOT / "diplonews" / "lexicons" / "data" / "judging.tsv"
PENALTY = 20.0
LEAST_CASES = 8  # that a signal occurs in
SMALLEST = 0.03  # weight that is written
FOLDS = 8
STEPS, RATE = 250, 0.08
RIGHT, OPEN, WRONG = "right", "open", "wrong"
HEADER = """\
# [meta]
# title = "Weights of the signals by which an event of the rules is judged"
# source = "{cases} events in {articles} annotated texts: articles and openings of AFP, AP, Reuters and Xinhua, public records, texts of our own; learnt by `python -m diplonews._build.build_judging`"
# licence = "MIT, as the rest"
# checked = {day}
signal	weight
"""


@attrs.frozen(kw_only=True)
class Case:
    """An event of the rules: its article, its signals and its verdict."""

    article: str
    signals: tuple[str, ...]
    verdict: str


class Recorder(Judge):
    """A judge that keeps all events and notes each with its sentence and its signals."""

    def __init__(self) -> None:
        super().__init__({})
        self.noted: defaultdict[Span, list[tuple[Coded, list[str]]]] = defaultdict(list)

    def kept(
        self, found: Sequence[Coded], sentence: Sentence, matches: Sequence[Match], resolver: ActResolver
    ) -> list[Coded]:
        """All events."""
        around = Surroundings(sentence, resolver, matches, found)
        self.noted[sentence.span] += [(event, signals_of(event, around)) for event in found]
        return [*found]


def cases_of(gold: GoldArticle) -> Iterator[Case]:
    """The events of an article."""
    recorder = Recorder()

    def read(work: Work) -> tuple[Event, ...]:
        with using(work.parsed.tables):
            EventReader(work.parsed, work.dates, work.quotes, judge=recorder).events()
        return ()

    article = parse_article(gold.text, published=gold.anchor) if gold.anchor is not None else parse_article(gold.text)
    analyze(article, stages=Stages(events=read))
    moved = move(gold, article.text, locate(gold, article.text))
    events = [event for event in moved.events if event.trigger]
    for sentence, found in recorder.noted.items():
        here = [event for event in events if sentence.start <= event.trigger[0].start < sentence.end]
        core = join(dyad for event in here if event.core for dyad in gold_dyads(event))
        secondary = [dyad for event in here if not event.core for dyad in gold_dyads(event)]
        for coded, signals in found:
            verdicts = Counter(_verdict(dyad, core, secondary) for dyad in dyads_of(coded))
            verdict = RIGHT if 2 * verdicts[RIGHT] >= verdicts.total() else WRONG if verdicts[WRONG] else OPEN
            yield Case(article=gold.id, signals=tuple(signals), verdict=verdict if verdicts else OPEN)


def dyads_of(coded: Coded) -> list[Dyad[GoldEvent]]:
    """The pairs of an event that is not finished yet; none if a party has no code."""
    actors, recipients = (tuple(party.code for party in side) for side in (coded.actors, coded.recipients))
    if "" in actors or "" in recipients:
        return []
    event = GoldEvent(
        id="",
        types=(coded.type,),
        actors=actors,
        recipients=recipients,
        symmetric=coded.symmetric,
        cluster="",
        trigger=(),
    )
    return gold_dyads(event)


def _verdict(found: Dyad[GoldEvent], core: Iterable[Dyad[GoldEvent]], secondary: Iterable[Dyad[GoldEvent]]) -> str:
    if any(same_parties(gold, found) and found.types[0] in gold.types for gold in core):
        return RIGHT
    return OPEN if any(same_parties(gold, found) for gold in secondary) else WRONG


def learn(cases: Sequence[Case], penalty: float = PENALTY) -> dict[str, float]:
    """The weights of a logistic regression; cases with an open verdict are left out."""
    used = [case for case in cases if case.verdict != OPEN]
    counts = Counter(signal for case in used for signal in case.signals)
    signals = sorted(signal for signal, count in counts.items() if count >= LEAST_CASES)
    number = {signal: n for n, signal in enumerate(signals)}
    pairs = [(row, number[one]) for row, case in enumerate(used) for one in case.signals if one in number]
    rows, columns = (np.array(side) for side in zip(*pairs, strict=True))
    right = np.array([case.verdict == RIGHT for case in used], dtype=float)
    weights, mean, square = (np.zeros(len(signals)) for _ in range(3))
    for step in range(1, STEPS + 1):  # Adam
        chance = 1 / (1 + np.exp(-np.bincount(rows, weights=weights[columns], minlength=len(used))))
        slope = np.bincount(columns, weights=(chance - right)[rows], minlength=len(signals)) + penalty * weights
        mean = 0.9 * mean + 0.1 * slope
        square = 0.999 * square + 0.001 * slope**2
        rate = RATE * (1 - step / (STEPS + 1))
        weights -= rate * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.999**step)) + 1e-8)
    return dict(zip(signals, map(float, weights), strict=True))


def validate(cases: Sequence[Case]) -> list[tuple[Case, float]]:
    """Each case with its weight, by what was learnt from the other articles."""
    ids = sorted({case.article for case in cases})
    Random(5).shuffle(ids)  # noqa: S311 -- no secret
    fold = {article: n % FOLDS for n, article in enumerate(ids)}
    judged = []
    for part in range(FOLDS):
        judge = Judge(learn([case for case in cases if fold[case.article] != part]))
        judged += [(case, judge.weigh(case.signals)) for case in cases if fold[case.article] == part]
    return judged


def figures(judged: Iterable[tuple[Case, float]], kept: float) -> tuple[int, int]:
    """How many of the cases that weigh enough are right, and how many wrong."""
    count = Counter(case.verdict for case, weight in judged if weight >= kept)
    return count[RIGHT], count[WRONG]


def main(arguments: Sequence[str]) -> None:
    """Print the figures of a cross-validation and write the table."""
    articles = read_gold(arguments)
    cases = [case for gold in articles for case in cases_of(gold)]
    judged = validate(cases)
    for kept in (-inf, -1.9, -1.4, KEPT, -0.4):
        right, wrong = figures(judged, kept)
        print(f"kept from {kept}: right {right}, wrong {wrong}, precision {right / (right + wrong):.3f}")
    weights = learn(cases)
    lines = [HEADER.format(cases=len(cases), articles=len(articles), day=datetime.now(UTC).date())]
    written = [(signal, weight) for signal, weight in weights.items() if abs(weight) >= SMALLEST]
    lines += [f"{signal}\t{weight:.2f}\n" for signal, weight in written]
    TARGET.write_text("".join(lines), encoding="utf-8")
    print(f"{len(written)} of {len(weights)} signals")


if __name__ == "__main__":
    main(sys.argv[1:])
