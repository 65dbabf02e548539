"""Analyses many articles, in one or several processes, without holding them all in memory."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sized
from contextlib import closing, suppress
from functools import partial
from typing import TYPE_CHECKING, Literal, TypeAlias

import attrs

from diplonews.analysis import Stages, analyze
from diplonews.errors import ReadError
from diplonews.logs import logger
from diplonews.model import Analysis, Article
from diplonews.reading.frames import is_frame
from diplonews.workers import Failure, attempt, in_processes

if TYPE_CHECKING:
    from spacy.language import Language

    from diplonews.lexicons.tables import Tables

__all__ = ["OnError", "analyze_many"]

OnError: TypeAlias = Literal["raise", "skip", "yield"]
TAKEN = "analyze_many takes a list or another iterable of articles or texts"
SENTENCE = '"Oslo will rebuke Riga on Monday," its envoy said.'
POLICIES = ("raise", "skip", "yield")


def analyze_many(
    articles: Iterable[Article | str | ReadError],
    *,
    workers: int = 1,
    on_error: OnError = "raise",
    progress: bool = False,
    nlp: Language | None = None,
    tables: Tables | None = None,
    stages: Stages | None = None,
) -> Iterator[Analysis]:
    """`analyze` for a stream of articles, in their order, lazily.

    Args:
        articles: articles or texts; taken from the iterable only as they are needed: one at a
            time, or a few for each worker. A `ReadError` from `iter_articles` among them counts as
            an article that fails.
        workers: number of processes; 1 works in this one. They end with the iterator, and with
            this process however it ends. On Linux they are forked and share the model, which is
            loaded here first, unless this process has threads or another start method is set
            (`multiprocessing.set_start_method`); else they start afresh: then a script must make
            the call below `if __name__ == "__main__":`, and `nlp`, `tables` and `stages` must be
            picklable.
        on_error: what to do with an article that fails: `raise` its exception with the article's
            number as a note, `skip` it, or `yield` an Analysis whose `error` is the message. An
            article whose worker dies fails with a `WorkerError`; it is not tried again.
            Skipped articles are logged as warnings of the logger `diplonews`.
        progress: show the number of articles done, on standard error and only if that is a terminal;
            with the total, if `articles` has a length.
        nlp, tables, stages: as for `analyze`.

    Yields:
        An Analysis for each article, in the order given and the same for any number of workers.
        Its `id` is the article's identifier, else its number in the stream, from "0".

    Raises:
        TypeError: if `articles` is one article or text instead of many, or a data frame.
        ValueError: if `workers` is less than 1 or `on_error` is not a policy.
        WorkerError: if the workers can't start.
        KeyboardInterrupt: on Ctrl-C, when all workers have ended.

    Example:
        >>> [len(found.events) for found in analyze_many(["Oslo rebuked Riga.", "It rained."])]
        [1, 0]
    """
    if isinstance(articles, str | bytes | Article):
        raise TypeError(f"{TAKEN} (got one {type(articles).__name__}); analyze takes a single one")
    if isinstance(articles, Mapping) or is_frame(articles):  # iterating over these gives names
        raise TypeError(f"{TAKEN} (got {type(articles).__name__}); iter_articles reads frames and dicts")
    if workers < 1:
        raise ValueError(f"workers must be 1 or more (got {workers!r})")
    if on_error not in POLICIES:
        raise ValueError(f"on_error must be one of {', '.join(POLICIES)} (got {on_error!r})")
    work = partial(_analyze, nlp=nlp, tables=tables, stages=stages)
    load = partial(_load, nlp, tables)
    return _analyses(articles, work, load, workers, on_error, progress=progress)


Item: TypeAlias = "Article | str | ReadError"


def _analyze(article: Item, nlp: Language | None, tables: Tables | None, stages: Stages | None) -> Analysis:
    if isinstance(article, ReadError):
        raise article
    return analyze(article, nlp=nlp, tables=tables, stages=stages)


def _load(nlp: Language | None, tables: Tables | None) -> None:
    """Read a sentence with something for each stage, so that the model and the lexicons are in memory."""
    with suppress(Exception):  # the workers meet the same fault, and it is reported article by article
        analyze(SENTENCE, nlp=nlp, tables=tables)


Work: TypeAlias = "partial[Analysis]"
Outcome: TypeAlias = "tuple[Item, Analysis | Failure]"


def _counted(outcomes: Iterable[Outcome], articles: object) -> Iterable[Outcome]:
    """The same items, with a running count on the terminal."""
    from tqdm import tqdm

    total = len(articles) if isinstance(articles, Sized) else None
    counted: Iterable[Outcome] = tqdm(outcomes, total=total, unit=" articles", disable=None)
    return counted


def _analyses(
    articles: Iterable[Item],
    work: Work,
    load: Callable[[], None],
    workers: int,
    on_error: OnError,
    *,
    progress: bool,
) -> Iterator[Analysis]:
    if workers == 1:
        outcomes = ((article, attempt(work, article)) for article in articles)
    else:
        outcomes = in_processes(work, articles, workers=workers, name=_name, load=load)
    with closing(outcomes):
        for number, (article, outcome) in enumerate(_counted(outcomes, articles) if progress else outcomes):
            if not isinstance(outcome, Failure):
                yield attrs.evolve(outcome, id=outcome.id or _id(number, article))
            elif on_error == "raise":
                outcome.error.add_note(_name(number, article))
                raise outcome.error
            elif on_error == "yield":
                text = article if isinstance(article, str) else ""
                whole = article if isinstance(article, Article) else Article(text=text, format="text")
                yield Analysis(article=whole, id=_id(number, article), error=outcome.message)
            else:
                logger.warning("left out: %s: %s", _name(number, article), outcome.message)


def _known(article: object) -> str | None:
    """The identifier of an article, or the place of one that could not be read."""
    if isinstance(article, ReadError):
        return article.place
    return article.identifier if isinstance(article, Article) else None


def _id(number: int, article: object) -> str:
    return _known(article) or str(number)


def _name(number: int, article: object) -> str:
    """The name of an article in messages."""
    known = _known(article)
    return f"article {number}" + (f" ({known})" if known else "")
