"""The declaration of a format, and the options of a call."""

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
    """Which findings are written, and how.

    Attributes:
        statuses: the statuses of the events written.
        mentions: whether repeated mentions of an event are written too.
        contexts: the place of several contexts: in one cell, or each in a row of its own.
        dates: the day of an event without one of its own: none, or that of the publication.
    """

    statuses: frozenset[EventStatus]
    mentions: bool = False
    contexts: Contexts = "cell"
    dates: Dates = "event"

    def events(self, analysis: Analysis) -> Iterator[Event]:
        """The events of an analysis to be written, in text order."""
        for event in analysis.events:
            if event.status in self.statuses and (self.mentions or event.duplicate_of is None):
                yield event


@attrs.frozen(kw_only=True)
class Target:
    """A format.

    Attributes:
        write: writes the analyses to a path: a new file, or an empty folder.
        statuses: the statuses of the events written if the caller names none.
        takes: those of the options `contexts` and `dates` that the format uses.
        suffix: for a format that writes a folder with a file for each article, the suffix of these files; else None.
    """

    write: Callable[[Iterable[Analysis], Path, Options], None]
    statuses: frozenset[EventStatus] = frozenset({EventStatus.ACTUAL})
    takes: frozenset[str] = frozenset()
    suffix: str | None = None


def signature(format: str, schema_version: str, ruleset: str = "") -> str:
    """The signature of a file: this package, its version (or the ruleset, which has it), the format and its version.

    Example:
        >>> signature("polecat", "1", "0.1.0+c368d88c")
        'diplonews 0.1.0+c368d88c polecat/1'
    """
    return f"diplonews {ruleset or version('diplonews')} {format}/{schema_version}"
