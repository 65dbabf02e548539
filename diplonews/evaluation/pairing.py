"""One-to-one pairs of gold and found items."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

__all__ = ["pair"]

G = TypeVar("G")
F = TypeVar("F")


def pair(
    gold: Sequence[G], found: Sequence[F], likeness: Callable[[G, F], tuple[float, ...] | None]
) -> list[tuple[int, int]]:
    """Pairs of positions, the most similar first; each item is in at most one pair.

    Args:
        gold, found: the items.
        likeness: the similarity of two items, larger is more similar; None if they cannot be paired. Ties
            go to the earlier gold item, then to the earlier found one.

    Example:
        >>> pair([1, 5], [4, 9, 1], lambda a, b: (-abs(a - b),) if abs(a - b) < 4 else None)
        [(0, 2), (1, 0)]
    """
    candidates = [
        (*(-part for part in alike), one, other)
        for one, item in enumerate(gold)
        for other, candidate in enumerate(found)
        if (alike := likeness(item, candidate)) is not None
    ]
    pairs: list[tuple[int, int]] = []
    used_gold: set[float] = set()
    used_found: set[float] = set()
    for *_, one, other in sorted(candidates):
        if one not in used_gold and other not in used_found:
            used_gold.add(one)
            used_found.add(other)
            pairs.append((int(one), int(other)))
    return pairs
