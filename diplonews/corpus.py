"""Many articles: analysed one after the other or by several processes, never all in memory."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from functools import partial
from typing import TYPE_CHECKING, Literal, TypeAlias

from diplonews.analysis import Stages, analyze
from diplonews.model import Analysis, Article

if TYPE_CHECKING:
    from spacy.language import Language

    from diplonews.lexicons.tables import Tables

__all__ = ["OnError", "analyze_many"]

OnError: TypeAlias = Literal["raise", "skip", "yield"]
POLICIES = ("raise", "skip", "yield")
AHEAD = 4  # articles handed to each worker before the first result is taken


def analyze_many(
    articles: Iterable[Article | str],
    *,
    workers: int = 1,
    on_error: OnError = "raise",
    nlp: Language | None = None,
    tables: Tables | None = None,
    stages: Stages | None = None,
) -> Iterator[Analysis]:
    """`analyze` for a stream of articles, in their order, lazily.

    Args:
        articles: articles or texts; taken from the iterable only as they are needed.
        workers: number of processes; 1 works in this one. With more, `nlp`, `tables` and `stages`
            must be picklable, or None.
        on_error: what to do with an article that fails: `raise` its exception with the article's
            number as a note, `skip` it, or `yield` an Analysis whose `error` is the message.
        nlp, tables, stages: as for `analyze`.

    Yields:
        An Analysis for each article, in the order given.

    Raises:
        TypeError: if `articles` is one article or text instead of many.
        ValueError: if `workers` is less than 1 or `on_error` is no policy.

    Example:
        >>> [len(found.events) for found in analyze_many(["Oslo rebuked Riga.", "It rained."])]
        [1, 0]
    """
    if isinstance(articles, str | bytes | Article):
        raise TypeError(
            f"analyze_many takes a list or another iterable of articles or texts (got one {type(articles).__name__}); "
            "analyze takes a single one"
        )
    if workers < 1:
        raise ValueError(f"workers must be 1 or more (got {workers!r})")
    if on_error not in POLICIES:
        raise ValueError(f"on_error must be one of {', '.join(POLICIES)} (got {on_error!r})")
    work = partial(analyze, nlp=nlp, tables=tables, stages=stages)
    if workers == 1:
        return _here(articles, work, on_error)
    return _in_processes(articles, work, workers, on_error)


Work: TypeAlias = "partial[Analysis]"


def _here(articles: Iterable[Article | str], work: Work, on_error: OnError) -> Iterator[Analysis]:
    for number, article in enumerate(articles):
        try:
            found = work(article)
        except Exception as error:  # noqa: BLE001 -- any fault of one article is handed to the policy
            yield from _failed(article, number, error, on_error)
            continue
        yield found


def _in_processes(articles: Iterable[Article | str], work: Work, workers: int, on_error: OnError) -> Iterator[Analysis]:
    with ProcessPoolExecutor(workers) as pool:
        waiting: deque[tuple[int, Article | str, Future[Analysis]]] = deque()
        for number, article in enumerate(articles):
            waiting.append((number, article, _submit(pool, work, article)))
            if len(waiting) >= workers * AHEAD:
                yield from _result(*waiting.popleft(), on_error)
        while waiting:
            yield from _result(*waiting.popleft(), on_error)


def _submit(pool: Executor, work: Work, article: Article | str) -> Future[Analysis]:
    return pool.submit(work, article)


def _result(number: int, article: Article | str, future: Future[Analysis], on_error: OnError) -> Iterator[Analysis]:
    try:
        found = future.result()
    except Exception as error:  # noqa: BLE001 -- any fault of one article is handed to the policy
        yield from _failed(article, number, error, on_error)
        return
    yield found


def _failed(article: Article | str, number: int, error: Exception, on_error: OnError) -> Iterator[Analysis]:
    if on_error == "raise":
        known = article.identifier if isinstance(article, Article) else None
        error.add_note(f"article {number}" + (f" ({known})" if known else ""))
        raise error
    if on_error == "yield":
        text = article if isinstance(article, str) else ""
        whole = article if isinstance(article, Article) else Article(text=text, format="text")
        yield Analysis(article=whole, error=f"{type(error).__name__}: {error}")
