"""A run: the sources read, each article analysed, the findings put out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from typing import TYPE_CHECKING, TypeAlias

import attrs

from diplonews.commands import sources
from diplonews.commands.call import AnalysisError, Call, Faults
from diplonews.commands.journal import is_stopped, unfinished
from diplonews.commands.outputs import Output
from diplonews.model import Analysis, Article
from diplonews.terminal import print_error

if TYPE_CHECKING:
    from diplonews.analysis import Stages

__all__ = ["nothing", "run", "with_model", "without_model"]

Work: TypeAlias = Callable[[Iterable[Article]], Iterator[Analysis]]
NOT_SETTINGS = {"workers", "progress", "resume", "overwrite", "output"}


def with_model(call: Call, stages: Stages | None = None) -> Work:
    """`analyze_many`; a missing model is an error before anything is read."""

    def analyze(articles: Iterable[Article]) -> Iterator[Analysis]:
        from diplonews.corpus import analyze_many
        from diplonews.syntax.pipeline import load

        load()
        return analyze_many(articles, workers=call.workers, on_error="yield", stages=stages)

    return analyze


def nothing(_: object) -> tuple[()]:
    """A stage that finds nothing."""
    return ()


def without_model(find: Callable[[Article], Analysis]) -> Work:
    """One article after the other, by a function that needs no language model."""
    return partial(map, find)


def run(call: Call, work: Work, output: Output) -> int:
    """Read, analyse and put out.

    Returns:
        The exit code: 0, or 1 if something could not be read or analysed.
    """
    faults = Faults(call.on_error)
    articles = sources.read(call, faults)
    if call.output is None:
        output.show(_good(work(articles), faults))
    elif call.resume and call.output.exists() and not call.overwrite and not is_stopped(call.output):
        print_error(f"{call.output} is finished: nothing to resume")
    else:
        _write(call, work, articles, faults, output)
    return 1 if faults.count else 0


def _write(call: Call, work: Work, articles: Iterable[Article], faults: Faults, output: Output) -> None:
    """Through a journal to the file or folder that was asked for."""
    assert call.output is not None
    sources.check_outside(call)
    with unfinished(call.output, _settings(call), resume=call.resume, overwrite=call.overwrite) as (target, journal):
        output.write(_good(journal.analyses(articles, work), faults), target)


def _settings(call: Call) -> Mapping[str, object]:
    """What must be the same for a stopped run to be continued."""
    import diplonews

    asked = attrs.asdict(call, filter=lambda field, _: field.name not in NOT_SETTINGS)
    return {"diplonews": diplonews.__version__, **asked}


def _good(analyses: Iterable[Analysis], faults: Faults) -> Iterator[Analysis]:
    """The analyses that are to be put out; faults are met."""
    for analysis in analyses:
        if analysis.error is None:
            yield analysis
            continue
        faults.meet(AnalysisError(f"{analysis.id}: {analysis.error}"))
        if faults.policy == "yield":
            yield analysis
