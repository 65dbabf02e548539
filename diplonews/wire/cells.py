"""Cells: stretches of text with a kind, used by the layout engine and the machine formats."""

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
        kind: the kind of region.
        rule: id of the rule that decided; empty if a machine format gives the kind.
        of: for a DUPLICATE, the stretch it repeats.
        byline, stamp, agency: the content read from it, if any.
        origin: its place in a machine format; see `Region`.
    """

    start: int
    end: int
    kind: RegionKind
    rule: str = ""
    of: Span | None = None
    byline: Byline | None = None
    stamp: Stamp | None = None
    agency: str | None = None
    origin: str | None = None


def partition(cells: Iterable[Cell], size: int, text: str = "") -> tuple[Region, ...]:
    """Regions that cover `size` characters: the cells, and WHITESPACE between them.

    Args:
        cells: in text order, not overlapping; empty ones are left out.
        size: length of the text.
        text: if given, a stretch between cells that is not all white space (a control
            character of the wire) is BOILERPLATE.

    Example:
        >>> partition([Cell(0, 1, RegionKind.HEADLINE), Cell(3, 4, RegionKind.BODY)], 4)
        (<Region HEADLINE 0:1>, <Region WHITESPACE 1:3>, <Region BODY 3:4>)
    """
    regions = []
    at = 0
    for cell in cells:
        if cell.end > cell.start:
            if cell.start > at:
                regions.append(_gap(at, cell.start, text))
            span = Span(cell.start, cell.end)
            regions.append(Region(span=span, kind=cell.kind, duplicate_of=cell.of, origin=cell.origin))
            at = cell.end
    if at < size:
        regions.append(_gap(at, size, text))
    return tuple(regions)


def _gap(start: int, end: int, text: str) -> Region:
    is_white = not text[start:end].strip()
    return Region(span=Span(start, end), kind=RegionKind.WHITESPACE if is_white else RegionKind.BOILERPLATE)
