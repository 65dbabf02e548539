"""The last step of every parser: an article from a text, its labelled stretches and its fields."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from diplonews.model import Article, Dateline, Evidence, RegionKind, Timestamp
from diplonews.moments import day_of
from diplonews.wire.cells import Cell, partition
from diplonews.wire.instants import anchor_of

__all__ = ["assemble"]


def assemble(
    text: str,
    cells: Sequence[Cell],
    *,
    published: Timestamp | None,
    updated: Timestamp | None,
    dateline: Dateline | None,
    evidence: Iterable[Evidence],
    strict: bool = False,
    **fields: Any,
) -> Article:
    """The article.

    Args:
        text: the text that all spans refer to.
        cells: its labelled stretches, in text order, not overlapping.
        published, updated, dateline: as in `Article`; they give the anchor day.
        evidence: of all fields.
        strict: whether control characters between the cells are BOILERPLATE rather than white space.
        fields: the other fields of `Article`.
    """
    regions = partition(cells, len(text), text if strict else "")
    return Article(
        text=text,
        regions=regions,
        paragraphs=tuple([region.span for region in regions if region.kind is RegionKind.BODY]),
        published=published,
        updated=updated,
        dateline=dateline,
        anchor=_anchor(published, updated, dateline),
        evidence=tuple(evidence),
        **fields,
    )


def _anchor(published: Timestamp | None, updated: Timestamp | None, dateline: Dateline | None) -> date | None:
    """The day of the first version, unless the dateline has the day of a later one."""
    first, filed = published or updated, dateline.date if dateline is not None else None
    if filed is not None and published is not None and updated is not None:
        since_first, since_last = (abs((filed - day_of(stamp.local)).days) for stamp in (published, updated))
        first = updated if since_last <= 1 < since_first else first
    return anchor_of(first, dateline)
