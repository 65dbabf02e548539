"""Build `diplonews/lexicons/data/confidence.tsv`: the share of correct events by family of rules, by type and in all.

    python -m diplonews._build.build_confidence [GOLD ...]

Without arguments both halves of the gold corpus are counted. A case is a pair of parties that was found
where the gold is marked, without secondary events; it is right if parties, direction and type are (`fair` in
`diplonews evaluate`). Sentences written to test single rules must not be counted: they show the intention of a
rule, not its accuracy on the news.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from math import sqrt
from pathlib import Path

from diplonews.evaluation import evaluate
from diplonews.evaluation.tally import Outcome
from diplonews.lexicons.confidence import ALL, rule_family
from diplonews.model import EventType

ROOT = Path(__file__).parents[2]
GOLD = ("tests/data/gold/dev", "tests/data/gold/test")
TARGET = ROOT / "diplonews" / "lexicons" / "data" / "confidence.tsv"
NORMAL_95 = 1.959964
HEADER = """\
# [meta]
# title = "Right ones among the events found in gold articles, by family of rules, type, and in all"
# source = "{articles} articles of {gold}, counted by `python -m diplonews._build.build_confidence`"
# licence = "MIT, as the rest"
# checked = {day}
of	right	found	share	low	high
"""


def wilson(right: int, found: int) -> tuple[float, float]:
    """The 95 % interval of a share.

    Example:
        >>> [round(bound, 3) for bound in wilson(8, 10)]
        [0.49, 0.943]
    """
    z = NORMAL_95**2 / found
    middle = (right / found + z / 2) / (1 + z)
    half = NORMAL_95 * sqrt(right / found * (1 - right / found) / found + z / (4 * found)) / (1 + z)
    return max(0.0, middle - half), min(1.0, middle + half)


def count(outcomes: Iterable[Outcome]) -> list[tuple[str, int, int]]:
    """(family, type or `all`; right; found), families first, each in alphabetical order."""
    right: Counter[tuple[int, str]] = Counter()
    found: Counter[tuple[int, str]] = Counter()
    for outcome in outcomes:
        kind = outcome.predicted.partition(" ")[0]
        if kind not in EventType.__members__:  # a missed event, or one that is right except for its status or date
            continue
        for key in ((0, rule_family(outcome.rule)), (1, kind), (2, ALL)):
            found[key] += 1
            right[key] += outcome.kind == "right"
    return [(name, right[level, name], found[level, name]) for level, name in sorted(found) if name]


def main(arguments: Sequence[str]) -> None:
    """Write the table."""
    gold = arguments or GOLD
    table = evaluate([ROOT / path for path in gold], layers=["events"])
    day = datetime.now(UTC).date()
    lines = [HEADER.format(articles=table.articles, gold=", ".join(gold), day=day)]
    for name, right, found in count(table.outcomes):
        low, high = wilson(right, found)
        lines.append(f"{name}\t{right}\t{found}\t{(right + 1) / (found + 2):.3f}\t{low:.3f}\t{high:.3f}\n")
    TARGET.write_text("".join(lines), encoding="utf-8")
    print("".join(lines))


if __name__ == "__main__":
    main(sys.argv[1:])
