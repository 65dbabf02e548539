"""Cells: stretches of text with a kind, the layout engine's working material."""

from __future__ import annotations

from collections.abc import Iterable

import attrs

from diplonews.model import Byline, Region, RegionKind, Span
from diplonews.wire.timestamps import Stamp

__all__ = ["Cell", "partition"]


@attrs.frozen
class Cell:
    """One labelled stretch.

    Attributes:
        start, end: its characters.
        kind: what it is.
        rule: id of the rule that said so.
        of: for a DUPLICATE, what it repeats.
        byline, stamp, agency: what was read in it, where something was.
    """

    start: int
    end: int
    kind: RegionKind
    rule: str
    of: Span | None = None
    byline: Byline | None = None
    stamp: Stamp | None = None
    agency: str | None = None


def partition(cells: Iterable[Cell], size: int) -> tuple[Region, ...]:
    """Regions that cover `size` characters: the cells, and WHITESPACE between them.

    Args:
        cells: in text order, not overlapping; empty ones are left out.
        size: length of the text.
    """
    regions = []
    at = 0
    white = RegionKind.WHITESPACE
    for cell in cells:
        if cell.start > at:
            regions.append(Region(span=Span(at, cell.start), kind=white))
        if cell.end > cell.start:
            regions.append(Region(span=Span(cell.start, cell.end), kind=cell.kind, duplicate_of=cell.of))
            at = cell.end
    if at < size:
        regions.append(Region(span=Span(at, size), kind=white))
    return tuple(regions)
