"""Bootstrap intervals: the variation of a score over samples of articles."""

from __future__ import annotations

import random
from collections.abc import Sequence

from diplonews.evaluation.tally import Count

__all__ = ["interval"]

RESAMPLES = 1000
SEED = 2024
TAIL = 0.025


def interval(counts: Sequence[Count]) -> tuple[float, float]:
    """The 95 % interval of a measure, from 1000 resamples of the articles with a fixed seed.

    Args:
        counts: the counts of each article, in order.

    Returns:
        The lower and the upper bound; for a single article both are the value itself.

    Example:
        >>> interval([Count(1, 1, 1)] * 9 + [Count(0, 1, 1)])
        (0.7, 1.0)
    """
    plain = [(count.right, count.given + count.wanted) for count in counts]
    draw = random.Random(SEED)  # noqa: S311 -- a bootstrap is no secret
    values = []
    for _ in range(RESAMPLES):
        sample = draw.choices(plain, k=len(plain))
        whole = sum(of for _, of in sample)
        if whole:
            values.append(2 * sum(right for right, _ in sample) / whole)
    values.sort()
    return values[int(TAIL * len(values))], values[int((1 - TAIL) * len(values)) - 1]
