"""A run: reads the sources, analyses each article and outputs the findings."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any, TypeAlias

import attrs

from diplonews.commands import sources
from diplonews.commands.call import AnalysisError, Call, Faults, RefusedError
from diplonews.commands.journal import Journal, is_stopped, unfinished
from diplonews.commands.outputs import Output
from diplonews.lexicons.ruleset import ruleset
from diplonews.lexicons.tables import default_tables
from diplonews.logs import logger
from diplonews.model import Analysis, Article
from diplonews.terminal import counted, print_error

if TYPE_CHECKING:
    from diplonews.analysis import Stages

__all__ = ["Stream", "analyzed", "found", "nothing", "run", "stored", "without_model"]

Stream: TypeAlias = Callable[[Journal | None, Faults], Iterator[Analysis]]
Work: TypeAlias = Callable[[Iterable[Article]], Iterator[Analysis]]
IRRELEVANT = {"workers", "progress", "output", "resume", "overwrite"}


def analyzed(call: Call, stages: Stages | None = None) -> Stream:
    """The analyses of the articles in the sources; a missing model raises before anything is read."""

    def analyze(articles: Iterable[Article]) -> Iterator[Analysis]:
        from diplonews.corpus import analyze_many
        from diplonews.syntax.pipeline import load

        load()
        return analyze_many(articles, workers=call.workers, on_error="yield", stages=stages)

    return partial(_articles_through, call, analyze)


def without_model(call: Call, find: Callable[[Article], Analysis]) -> Stream:
    """The same with a function that needs no language model, one article after the other."""
    return partial(_articles_through, call, partial(map, find))


def _articles_through(call: Call, work: Work, journal: Journal | None, faults: Faults) -> Iterator[Analysis]:
    articles = sources.read(call, faults)
    return work(articles) if journal is None else journal.analyses(articles, work)


def stored(call: Call) -> Stream:
    """The analyses written by `diplonews analyze`.

    Raises:
        RefusedError: if the call has options for reading articles.
    """
    asked = next((name for name in (*call.reading, "newest") if getattr(call, name)), None)
    if asked is not None:
        raise RefusedError(f"the sources hold analyses; --{asked} is for reading articles")
    return lambda _, faults: sources.read_analyses(call, faults)


def found(article: Article, **findings: Any) -> Analysis:
    """An analysis of an article with the given findings alone."""
    used = ruleset(default_tables())
    return Analysis(id=article.identifier or "", article=article, ruleset=used, **findings)


def nothing(_: object) -> tuple[()]:
    """A stage that finds nothing."""
    return ()


def run(call: Call, stream: Stream, output: Output) -> int:
    """Read, analyse and output.

    Returns:
        The exit code: 0, or 1 if something could not be read or analysed.

    Raises:
        RefusedError: if the call can't be carried out at present.
    """
    if call.output is None and (call.resume or call.overwrite):
        raise RefusedError("--resume and --overwrite need --output: they are about a file or folder")
    faults = Faults(call.on_error)
    if call.output is None:
        shown = call.progress and not sys.stdout.isatty()  # otherwise the output itself shows the progress
        with counted(_good(stream(None, faults), faults), shown=shown) as analyses:
            output.show(analyses)
    elif call.resume and call.output.exists() and not call.overwrite and not is_stopped(call.output):
        print_error(f"{call.output} is finished: nothing to resume")
    else:
        _write(call, stream, faults, output)
    logger.info("%d faults", faults.count)
    return 1 if faults.count else 0


def _write(call: Call, stream: Stream, faults: Faults, output: Output) -> None:
    """Write through a journal to the requested file or folder."""
    assert call.output is not None
    sources.check_outside(call)
    begun = False
    try:
        place = unfinished(call.output, _settings(call), resume=call.resume, overwrite=call.overwrite)
        with place as (target, journal):
            begun = True
            with counted(_good(stream(journal, faults), faults), shown=call.progress) as analyses:
                output.write(_at_least_one(analyses, faults), target)
    except BaseException:
        if begun and is_stopped(call.output):
            print_error(f"{call.output} is not written; what was analysed is kept: --resume continues from there")
        raise


def _at_least_one(analyses: Iterable[Analysis], faults: Faults) -> Iterator[Analysis]:
    """The same analyses; raises if there are none because of faults, so that no output is written."""
    empty = True
    for analysis in analyses:
        empty = False
        yield analysis
    if empty and faults.count:
        raise AnalysisError("nothing is written: no article could be read and analysed")


def _settings(call: Call) -> Mapping[str, object]:
    """The settings that must match for a stopped run to continue."""
    import diplonews

    asked = attrs.asdict(call, filter=lambda field, _: field.name not in IRRELEVANT)
    return {"version": diplonews.__version__, "ruleset": ruleset(default_tables()), **asked}


def _good(analyses: Iterable[Analysis], faults: Faults) -> Iterator[Analysis]:
    """The analyses to output; faults are reported."""
    for analysis in analyses:
        if analysis.error is None:
            yield analysis
            continue
        faults.meet(AnalysisError(f"{analysis.id}: {analysis.error}"))
        if faults.policy == "yield":
            yield analysis
