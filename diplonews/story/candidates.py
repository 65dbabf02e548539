"""Candidate pairs of prints of one copy: bodies whose beginnings share rare runs of words.

Each body is represented by a few three-word runs from its beginning, chosen by their hash, so that prints of the same
copy mostly choose the same runs. After sorting, bodies that share a run are adjacent, and only the next few are
compared, however many share it. So the work is linear in the number of bodies, even if all of them begin alike.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, islice
from operator import itemgetter
from typing import Any, TypeAlias

import numpy as np

from diplonews.story.copies import Words

__all__ = ["MOST_CANDIDATES", "candidates"]

HEAD_WORDS = 80
RUNS = 32  # chosen from a beginning
LEAST_SHARED = 4
NEIGHBOURS = 6  # compared for each run
MOST_CANDIDATES = 3  # for each body

Hashes: TypeAlias = "np.ndarray[Any, np.dtype[np.uint64]]"
Places: TypeAlias = "np.ndarray[Any, np.dtype[np.int64]]"
Weights: TypeAlias = "np.ndarray[Any, np.dtype[np.float64]]"
# Odd numbers with about as many ones as zeros: multiplied by them, near numbers end up far apart (as in splitmix64).
MULTIPLIERS = (0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9, 0xBF58476D1CE4E5B9)


def candidates(bodies: Sequence[Words], days: Sequence[int], near: int) -> Iterator[tuple[int, list[int]]]:
    """For each body, the earlier bodies that could be prints of the same copy.

    Args:
        bodies: the bodies in the order of their days, each of three words or more.
        days: the day of each body as a number; -1 is an unknown day, near to all others.
        near: the largest number of days between two bodies.

    Yields:
        The index of a body and the indexes of at most `MOST_CANDIDATES` bodies before it, the likeliest first.
    """
    if not bodies:
        return
    earlier, later, shared = _sharing(*_runs(bodies), np.array(days, dtype=np.int64), near)
    order = np.lexsort((-earlier, -shared, later))
    pairs = zip(later[order].tolist(), earlier[order].tolist(), strict=True)
    for place, found in groupby(pairs, key=itemgetter(0)):
        yield place, [other for _, other in islice(found, MOST_CANDIDATES)]


def _hashes(words: Words) -> Hashes:
    """A hash for each run of three words."""
    first, second, third, last = (np.uint64(number) for number in MULTIPLIERS)
    wide = words.astype(np.uint64)
    mixed: Hashes = wide[:-2] * first + wide[1:-1] * second + wide[2:] * third
    mixed ^= mixed >> np.uint64(29)
    mixed *= last
    mixed ^= mixed >> np.uint64(32)
    return mixed


def _runs(bodies: Sequence[Words]) -> tuple[Hashes, Places]:
    """The chosen runs of all bodies, sorted, and the body of each; equal runs are in the order of the bodies."""
    chosen = [np.unique(_hashes(body[:HEAD_WORDS]))[:RUNS] for body in bodies]
    runs = np.concatenate(chosen)
    owners = np.repeat(np.arange(len(bodies), dtype=np.int64), [len(some) for some in chosen])
    order = np.argsort(runs, kind="stable")
    return runs[order], owners[order]


def _sharing(runs: Hashes, owners: Places, days: Places, near: int) -> tuple[Places, Places, Weights]:
    """Pairs of bodies that share enough runs, with a weight: a run counts less the more bodies have it."""
    starts = np.flatnonzero(np.concatenate([[True], runs[1:] != runs[:-1]]))
    holders = np.diff(np.append(starts, len(runs)))
    weights = np.repeat(1 / holders, holders)
    parts = []
    for step in range(1, NEIGHBOURS + 1):
        beside = np.flatnonzero(runs[step:] == runs[:-step])
        earlier, later = owners[beside], owners[beside + step]
        close = (days[later] - days[earlier] <= near) | (days[earlier] < 0)
        codes = later[close] * len(days) + earlier[close]
        parts.append(_summed(codes, np.ones(len(codes)), weights[beside][close]))
    codes, counts, shared = _summed(*(np.concatenate(columns) for columns in zip(*parts, strict=True)))
    enough = counts >= LEAST_SHARED
    later, earlier = np.divmod(codes[enough], len(days))
    return earlier, later, shared[enough]


def _summed(codes: Places, *columns: Weights) -> tuple[Any, ...]:
    """Each code once, with the sums of its columns."""
    once, inverse = np.unique(codes, return_inverse=True)
    return once, *(np.bincount(inverse, weights=column, minlength=len(once)) for column in columns)
