"""One call for all formats."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable
from importlib import import_module
from pathlib import Path
from typing import Literal, TypeAlias, get_args

from diplonews.exports.target import Contexts, Dates, Options, Target
from diplonews.files import new_file, whole_folder
from diplonews.model import Analysis, EventStatus
from diplonews.release import released

__all__ = ["FORMATS", "ExportFormat", "export", "read_statuses"]

ExportFormat: TypeAlias = Literal["polecat", "icews", "gdelt", "plover", "timeml", "docbin", "ical"]
FORMATS: tuple[ExportFormat, ...] = get_args(ExportFormat)
OPTIONS = {"contexts": ("cell", "rows"), "dates": ("event", "published")}


def export(  # noqa: PLR0913 -- options of one call
    analyses: Iterable[Analysis],
    path: str | os.PathLike[str],
    *,
    format: ExportFormat,
    statuses: Collection[str] | None = None,
    mentions: bool = False,
    contexts: Contexts = "cell",
    dates: Dates = "event",
    embargoed: bool = False,
    overwrite: bool = False,
) -> Path:
    r"""Write findings in a format that other tools read.

    The analyses are read once, one after the other, so that memory does not grow with their
    number (except for `docbin`, which spaCy writes from memory). The file appears only when it is complete.
    Columns and fields: see the reference page on exports.

    Args:
        analyses: as `analyze_many` gives them, or a list.
        path: the file to write; for `timeml` the folder, with a file for each article. Missing
            folders above it are made.
        format: `polecat`, `icews`, `gdelt`: event data as tab-separated text; `plover`: the same
            as JSON Lines; `timeml`: texts with dates and events marked in XML; `docbin`: the same
            for spaCy, with quotes and actors too; `ical`: events with a date for a calendar, which
            needs the extra `ical`.
        statuses: the statuses of the events written, such as `("ACTUAL", "CLAIMED")`. Default: `("PLANNED",)` for
            `ical`, all for `timeml` and `docbin`, else `("ACTUAL",)`.
        mentions: whether repeated mentions of an event in an article are written too.
        contexts: for `polecat`, all contexts of an event in a `cell`, or each on a row of its own (`rows`).
        dates: for event data, the day of an event without a day in the text: none
            (`event`), or that of the publication (`published`). With `published`, an event of `last month`
            gets the day of that month nearest to the publication. Background, and events that are
            planned, denied or did not happen, only get a day given in the text.
        embargoed: whether articles under embargo are written too.
        overwrite: whether the output of an earlier call may be replaced.

    Returns:
        The path.

    Raises:
        TypeError: if `analyses` is one analysis, article or text.
        ValueError: for an unknown format, status or option, or an option that the format does not use.
        OSError: if the path exists already, or can't be written.
        ModelNotFoundError: if an optional package is missing; the message gives the install command.

    Example:
        >>> import tempfile
        >>> from diplonews import analyze_many
        >>> told = analyze_many(["Oslo rebuked Riga on 5 May 2021."])
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     path = export(told, f"{folder}/events.tab", format="icews")
        ...     row = path.read_text(encoding="utf-8").splitlines()[1].split("\t")
        >>> row[1:3], row[6:9]
        (['2021-05-05', 'Norway'], ['111', '-2.0', 'Latvia'])
    """
    target = _target(format)
    options = Options(
        statuses=read_statuses(statuses) if statuses is not None else target.statuses,
        mentions=mentions,
        contexts=contexts,
        dates=dates,
    )
    _check_option(target, format, "contexts", contexts)
    _check_option(target, format, "dates", dates)
    stream = released(analyses, embargoed=embargoed)
    place = Path(path)
    if target.suffix is None:
        writing = new_file(place, overwrite=overwrite)
    else:
        writing = whole_folder(place, suffix=target.suffix, overwrite=overwrite)
    with writing as partial:
        target.write(stream, partial, options)
    return place


def _target(format: str) -> Target:
    if format not in FORMATS:
        raise ValueError(f"format must be one of {', '.join(FORMATS)} (got {format!r})")
    target: Target = import_module(f"diplonews.exports.{format}").TARGET
    return target


def read_statuses(statuses: Collection[str]) -> frozenset[EventStatus]:
    """The statuses named by a caller.

    Raises:
        TypeError: for a single text.
        ValueError: for an unknown status.
    """
    if isinstance(statuses, str):
        raise TypeError(f"statuses takes several, as ('ACTUAL', 'CLAIMED') (got the text {statuses!r})")
    unknown = [status for status in statuses if status not in tuple(EventStatus)]
    if unknown:
        raise ValueError(f"statuses are {', '.join(EventStatus)} (got {unknown[0]!r})")
    return frozenset(EventStatus(status) for status in statuses)


def _check_option(target: Target, format: str, name: str, value: str) -> None:
    values = OPTIONS[name]
    if value not in values:
        raise ValueError(f"{name} must be one of {', '.join(values)} (got {value!r})")
    if name not in target.takes and value != values[0]:
        raise ValueError(f"format {format!r} has no use for {name}={value!r}")
