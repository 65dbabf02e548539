"""Build `diplonews/lexicons/data/judging.tsv`: the weights by which proposed events are judged.

    python -m diplonews._build.build_judging GOLD [GOLD ...]

Each GOLD is a file or folder that `diplonews evaluate` reads. Every event that the rules find and every way to fill
in the missing recipient of a trigger is a case: right if a core event of its sentence has its parties, direction and type
(`fair`), left out if only a secondary event has, else wrong. The weights are those of a logistic regression with an
L2 penalty. Before they are written, the figures of a cross-validation by article are printed: what the rules alone
reach, and what is reached with the weights learnt from the other articles.
"""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from itertools import product
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
from diplonews.events.judging import ADDED, KEPT, Judge
from diplonews.events.proposals import RULE, Proposal, Surroundings, proposals_for
from diplonews.events.signals import signals_of
from diplonews.events.triggers import Match
from diplonews.lexicons.tables import using
from diplonews.model import Event, Span
from diplonews.syntax.blocks import Sentence
from diplonews.wire.parsing import parse_article

ROOT = Path(__file__).parents[2]
TARGET = ROOT / "diplonews" / "lexicons" / "data" / "judging.tsv"
PENALTY = 10.0
LEAST_CASES = 4  # that a signal occurs in
SMALLEST = 0.03  # weight that is written
FOLDS = 8
STEPS, RATE = 250, 0.08
RIGHT, OPEN, WRONG = "right", "open", "wrong"
HEADER = """\
# [meta]
# title = "Weights of the signals by which a proposed event is judged"
# source = "{cases} proposals in {articles} annotated articles and openings of AFP, AP, Reuters and Xinhua; learnt by `python -m diplonews._build.build_judging`"
# licence = "MIT, as the rest"
# checked = {day}
signal	weight
"""


@attrs.frozen(kw_only=True)
class Case:
    """A proposal: its article, its trigger's number, whether the rules found it, its signals and its verdict."""

    article: str
    trigger: int
    ruled: bool
    signals: tuple[str, ...]
    verdict: str


class Recorder(Judge):
    """A judge that keeps all events of the rules and notes every proposal with its sentence."""

    def __init__(self) -> None:
        super().__init__({})
        self.noted: list[tuple[Span, int, Proposal, list[str]]] = []

    def chosen(
        self, sentence: Sentence, matches: Sequence[Match], found: Sequence[Coded], resolver: ActResolver
    ) -> list[Coded]:
        """All events of the rules."""
        around = Surroundings(sentence, resolver, matches, found)
        ruled = [Proposal.of_rules(event) for event in found]
        filled = (one for match in around.open for one in proposals_for(match, around))
        for proposal in (*ruled, *filled):
            start = proposal.coded.match.words[0].start
            self.noted.append((sentence.span, start, proposal, signals_of(proposal, around)))
        return [*found]


def cases_of(gold: GoldArticle) -> Iterator[Case]:
    """The proposals of an article."""
    recorder = Recorder()

    def read(work: Work) -> tuple[Event, ...]:
        with using(work.parsed.tables):
            EventReader(work.parsed, work.dates, work.quotes, judge=recorder).events()
        return ()

    article = parse_article(gold.text, published=gold.anchor) if gold.anchor is not None else parse_article(gold.text)
    analyze(article, stages=Stages(events=read))
    moved = move(gold, article.text, locate(gold, article.text))
    events = [event for event in moved.events if event.trigger]
    told: defaultdict[Span, list[tuple[int, Proposal, list[str]]]] = defaultdict(list)
    for sentence, start, proposal, signals in recorder.noted:
        told[sentence].append((start, proposal, signals))
    for sentence, proposals in told.items():
        here = [event for event in events if sentence.start <= event.trigger[0].start < sentence.end]
        yield from _judged(gold.id, here, proposals)


def _judged(
    article: str, events: Sequence[GoldEvent], proposals: Sequence[tuple[int, Proposal, list[str]]]
) -> Iterator[Case]:
    core = join(dyad for event in events if event.core for dyad in gold_dyads(event))
    secondary = [dyad for event in events if not event.core for dyad in gold_dyads(event)]
    ruled = [dyad for _, one, _ in proposals if one.case == RULE for dyad in dyads_of(one.filled())]
    left = [dyad for dyad in core if not any(_fits(dyad, other) for other in ruled)]
    known = {(dyad.actor, dyad.recipient, dyad.types) for dyad in ruled}
    for start, proposal, signals in proposals:
        found = dyads_of(proposal.filled())
        is_ruled = proposal.case == RULE
        if not is_ruled and any((dyad.actor, dyad.recipient, dyad.types) in known for dyad in found):
            continue
        verdicts = Counter(_verdict(dyad, core if is_ruled else left, secondary) for dyad in found)
        verdict = RIGHT if 2 * verdicts[RIGHT] >= len(found) else WRONG if verdicts[WRONG] else OPEN
        yield Case(article=article, trigger=start, ruled=is_ruled, signals=tuple(signals), verdict=verdict)


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


def _fits(gold: Dyad[GoldEvent], found: Dyad[GoldEvent]) -> bool:
    return same_parties(gold, found) and found.types[0] in gold.types


def _verdict(found: Dyad[GoldEvent], core: Iterable[Dyad[GoldEvent]], secondary: Iterable[Dyad[GoldEvent]]) -> str:
    if any(_fits(gold, found) for gold in core):
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


def figures(judged: Iterable[tuple[Case, float]], kept: float, added: float) -> tuple[int, int]:
    """How many printed cases are right and how many wrong."""
    count: Counter[str] = Counter()
    best: dict[tuple[str, int], tuple[float, Case]] = {}
    for case, chance in judged:
        if case.ruled:
            count[case.verdict] += chance >= kept
        elif chance >= added and chance > best.get((case.article, case.trigger), (-inf, case))[0]:
            best[case.article, case.trigger] = chance, case
    count.update(case.verdict for _, case in best.values())
    return count[RIGHT], count[WRONG]


def main(arguments: Sequence[str]) -> None:
    """Print the figures of a cross-validation and write the table."""
    articles = read_gold(arguments)
    cases = [case for gold in articles for case in cases_of(gold)]
    judged = validate(cases)
    for kept, added in ((-inf, inf), *product((-inf, KEPT - 0.5, KEPT, KEPT + 0.5), (inf, 0.5, 0.2, ADDED, -0.5))):
        right, wrong = figures(judged, kept, added)
        print(f"kept {kept:.1f} added {added:.1f}: right {right}, wrong {wrong}, precision {right / (right + wrong):.3f}")
    weights = learn(cases)
    lines = [HEADER.format(cases=len(cases), articles=len(articles), day=datetime.now(UTC).date())]
    written = [(signal, weight) for signal, weight in weights.items() if abs(weight) >= SMALLEST]
    lines += [f"{signal}\t{weight:.2f}\n" for signal, weight in written]
    TARGET.write_text("".join(lines), encoding="utf-8")
    print(f"{len(written)} of {len(weights)} signals")


if __name__ == "__main__":
    main(sys.argv[1:])
