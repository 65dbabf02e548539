"""Streams of analyses for output: checks of the input of tables and exports, and embargoes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta, timezone

from diplonews.logs import logger
from diplonews.model import Analysis, Article

__all__ = ["is_released", "released"]

WANTED = "analyses must be many Analysis objects, as analyze_many(articles) gives them"


def released(
    analyses: Iterable[Analysis], *, embargoed: bool = False, at: datetime | None = None
) -> Iterator[Analysis]:
    """The analyses that may be published: those whose article has no embargo, or whose embargo has ended.

    The number held back is logged as a warning of the logger `diplonews` when the stream ends.

    Args:
        analyses: any iterable of analyses; it is read once, lazily.
        embargoed: let articles under embargo pass too.
        at: the moment of output, aware; the current time if None.

    Returns:
        These analyses, in their order. An embargo without a zone ends when it has ended everywhere.

    Raises:
        TypeError: at once, if `analyses` is one text, article or analysis; while reading, for an item that is not
            an Analysis.
        ValueError: at once, if `at` has no zone.

    Example:
        >>> held = Analysis(article=Article(text="", format="text", embargo=datetime(2021, 5, 5, 10, tzinfo=UTC)))
        >>> [len(list(released([held], at=datetime(2021, 5, 5, hour, tzinfo=UTC)))) for hour in (9, 10)]
        [0, 1]
    """
    if isinstance(analyses, Analysis):
        raise TypeError(f"{WANTED} (got one Analysis: pass [analysis])")
    if isinstance(analyses, str | bytes | Article) or not isinstance(analyses, Iterable):
        raise TypeError(f"{WANTED} (got {type(analyses).__name__})")
    if at is not None and at.tzinfo is None:
        raise ValueError(f"at must be an aware datetime (got {at!r})")
    return _released(analyses, embargoed=embargoed, at=at)


def _released(analyses: Iterable[Analysis], *, embargoed: bool, at: datetime | None) -> Iterator[Analysis]:
    held = 0
    try:
        for number, analysis in enumerate(analyses):
            if not isinstance(analysis, Analysis):
                raise TypeError(f"{WANTED} (got {type(analysis).__name__} as item {number})")
            if embargoed or is_released(analysis.article, at):
                yield analysis
            else:
                held += 1
    finally:
        if held:
            logger.warning("articles under embargo left out: %d (embargoed=True includes them)", held)


def is_released(article: Article, at: datetime | None = None) -> bool:
    """Whether an article is under no embargo, or its embargo has ended.

    Args:
        article: an article; an embargo without a zone ends when it has ended everywhere.
        at: the moment of output, aware; the current time if None.
    """
    embargo = article.embargo
    if embargo is None:
        return True
    now = at or datetime.now(UTC)
    return embargo <= now if embargo.tzinfo is not None else embargo <= _last_clock(now)


def _last_clock(now: datetime) -> datetime:
    """The local time in the last zone to reach a day, 12 hours behind UTC."""
    return now.astimezone(timezone(-timedelta(hours=12))).replace(tzinfo=None)
