"""What a format says of itself, and what the caller asks of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from importlib.metadata import version
from pathlib import Path
from typing import Literal, TypeAlias

import attrs

from diplonews.model import Analysis, Event, EventStatus

__all__ = ["ALL_STATUSES", "Contexts", "Dates", "Options", "Target", "signature"]

Contexts: TypeAlias = Literal["cell", "rows"]
Dates: TypeAlias = Literal["event", "published"]

ALL_STATUSES = frozenset(EventStatus)


@attrs.frozen(kw_only=True)
class Options:
    """What goes out, and how.

    Attributes:
        statuses: those of the events that go out.
        mentions: whether repeated mentions of an event go out too.
        contexts: where several contexts stand: in one cell, or each in a row of its own.
        dates: whose day an event without one of its own has: nobody's, or that of the publication.
    """

    statuses: frozenset[EventStatus]
    mentions: bool = False
    contexts: Contexts = "cell"
    dates: Dates = "event"

    def events(self, analysis: Analysis) -> Iterator[Event]:
        """The events of an analysis that go out, in text order."""
        for event in analysis.events:
            if event.status in self.statuses and (self.mentions or event.duplicate_of is None):
                yield event


@attrs.frozen(kw_only=True)
class Target:
    """A format.

    Attributes:
        write: writes the analyses to a path: a file that is not there yet, or an empty folder.
        statuses: those of the events that go out if the caller names none.
        takes: the options `contexts` and `dates`, as far as the format has a use for them.
        suffix: for a format of a file for each article, in a folder: what the names of these files end in; else None.
    """

    write: Callable[[Iterable[Analysis], Path, Options], None]
    statuses: frozenset[EventStatus] = frozenset({EventStatus.ACTUAL})
    takes: frozenset[str] = frozenset()
    suffix: str | None = None


def signature(format: str, schema_version: str, ruleset: str = "") -> str:
    """Who wrote something: this package, its version (or the ruleset, which has it), the format and its version.

    Example:
        >>> signature("polecat", "1", "0.1.0+c368d88c")
        'diplonews 0.1.0+c368d88c polecat/1'
    """
    return f"diplonews {ruleset or version('diplonews')} {format}/{schema_version}"
