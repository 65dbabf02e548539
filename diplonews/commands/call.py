"""The arguments of a command, and the faults so far."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import attrs
import click

from diplonews.errors import DiplonewsError
from diplonews.terminal import message_of, print_error

__all__ = ["AnalysisError", "Call", "Faults", "RefusedError"]

COLUMNS = ("text", "published", "title", "id", "provider", "outlet")


def _named(path: Path | None) -> Path | None:
    """The path with a proper name, which `.` and `..` lack."""
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
    """The inputs that could not be read or analysed: named on standard error, and counted.

    Attributes:
        policy: `raise` stops at the first.
        count: the number of faults.
    """

    policy: str
    count: int = 0

    def meet(self, error: Exception) -> None:
        """Report a fault.

        Raises:
            Exception: the fault, if the policy is `raise`.
        """
        if self.policy == "raise":
            raise error
        self.count += 1
        print_error(message_of(error))


class AnalysisError(DiplonewsError, RuntimeError):
    """An article that could not be analysed."""


class RefusedError(click.ClickException):
    """A well-formed call that can't be carried out at present."""

    exit_code = 2
