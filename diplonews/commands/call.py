"""What a command was called with, and what has failed so far."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import attrs
import click

from diplonews.errors import DiplonewsError
from diplonews.terminal import print_error, told

__all__ = ["AnalysisError", "Call", "Faults", "RefusedError"]

COLUMNS = ("text", "published", "title", "id", "provider", "outlet")


def _named(path: Path | None) -> Path | None:
    """The path with a name of its own, which `.` and `..` do not have."""
    return path.resolve() if path is not None and path.name in {"", ".."} else path


@attrs.frozen(kw_only=True)
class Call:
    """The arguments and options that commands share; see `diplonews.commands.options`."""

    command: str
    sources: tuple[str, ...]
    text: str | None = None
    published: str | None = None
    title: str | None = None
    id: str | None = None
    provider: str | None = None
    outlet: str | None = None
    format: str | None = None
    newest: bool = False
    on_error: str = "skip"
    workers: int = 1
    progress: bool = False
    output: Path | None = attrs.field(default=None, converter=_named)
    to: str | None = None
    resume: bool = False
    overwrite: bool = False
    embargoed: bool = False
    evidence: bool = False

    @property
    def reading(self) -> Mapping[str, Any]:
        """How to read the sources: arguments of `iter_articles`."""
        return {name: getattr(self, name) for name in (*COLUMNS, "format")}


@attrs.define
class Faults:
    """What could not be read or analysed: named on standard error, and counted.

    Attributes:
        policy: `raise` stops at the first.
        count: how many there were.
    """

    policy: str
    count: int = 0

    def meet(self, error: Exception) -> None:
        """Name a fault.

        Raises:
            Exception: the fault, if the policy is to stop.
        """
        if self.policy == "raise":
            raise error
        self.count += 1
        print_error(told(error))


class AnalysisError(DiplonewsError, RuntimeError):
    """An article that could not be analysed."""


class RefusedError(click.ClickException):
    """A call that is well formed and can't be carried out as things stand."""

    exit_code = 2
