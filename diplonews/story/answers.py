"""The quotes of an article that belong to an event: those that report it, and those that answer it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable

from diplonews.model import Analysis, Event, Quote

__all__ = ["Answers"]

MOST_ANSWERS = 5


class Answers:
    """The quotes of an article by position.

    Args:
        analysis: the analysis of the article.
    """

    def __init__(self, analysis: Analysis) -> None:
        self._quotes = sorted(analysis.quotes, key=_start)
        self._starts = [_start(quote) for quote in self._quotes]
        self._plain = sorted({event.sentence.start for event in analysis.events if not event.quote})

    def to(self, events: Iterable[Event]) -> tuple[Quote, ...]:
        """The quotes that belong to an event, in text order.

        Args:
            events: its mentions in the article.

        Returns:
            The quotes that report it, and those of the other side between a mention and the next event.
        """
        found = {number for event in events for number in (*self._reporting(event), *self._answering(event))}
        return tuple(self._quotes[number] for number in sorted(found))

    def _reporting(self, event: Event) -> list[int]:
        if not event.quote:
            return []
        place = event.quote[0].start
        same = range(bisect_left(self._starts, place), bisect_right(self._starts, place))
        return [number for number in same if self._quotes[number].content == event.quote]

    def _answering(self, event: Event) -> list[int]:
        if event.historical:
            return []
        others = {party.code for party in (event.actors if event.symmetric else event.recipients) if party.code}
        following = bisect_right(self._plain, event.sentence.start)
        first = bisect_left(self._starts, event.sentence.start)
        last = bisect_left(self._starts, self._plain[following]) if following < len(self._plain) else len(self._quotes)
        return [number for number in range(first, min(last, first + MOST_ANSWERS)) if self._country(number) in others]

    def _country(self, number: int) -> str | None:
        speaker = self._quotes[number].speaker
        return speaker.country if speaker is not None else None


def _start(quote: Quote) -> int:
    return min((span.start for span in quote.content), default=0)
