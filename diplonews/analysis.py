"""All stages on one article: one linguistic pass, each stage a callable that can be replaced."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, TypeAlias

import attrs

from diplonews.model import ActorMention, Analysis, Article, Event, Quote, TimeExpression
from diplonews.syntax.parsing import Parsed, parsing

if TYPE_CHECKING:
    from spacy.language import Language

    from diplonews.lexicons.tables import Tables

__all__ = ["Stages", "Work", "analyze"]

PLAIN = "text"


@attrs.frozen(kw_only=True, eq=False)
class Work:
    """What a stage may use: the text, its parse, and what the stages before it found.

    Attributes:
        source: the article, or the text where there is none.
        parsed: the parse of its paragraphs, shared by all stages.
        anchor: the day that relative dates count from, where the source is no article.
        tables: the tables in use, or None for the package's own.
        dates, quotes, actors: found by the stages before.
    """

    source: Article | str
    parsed: Parsed
    anchor: date | None = None
    tables: Tables | None = None
    dates: tuple[TimeExpression, ...] = ()
    quotes: tuple[Quote, ...] = ()
    actors: tuple[ActorMention, ...] = ()


DateStage: TypeAlias = Callable[[Work], tuple[TimeExpression, ...]]
QuoteStage: TypeAlias = Callable[[Work], tuple[Quote, ...]]
ActorStage: TypeAlias = Callable[[Work], tuple[ActorMention, ...]]
EventStage: TypeAlias = Callable[[Work], tuple[Event, ...]]


def _dates(work: Work) -> tuple[TimeExpression, ...]:
    from diplonews.temporal.extract import extract_dates

    return extract_dates(work.source, anchor=None if isinstance(work.source, Article) else work.anchor)


def _quotes(work: Work) -> tuple[Quote, ...]:
    from diplonews.quotes import find_quotes

    return find_quotes(work.parsed)


def _actors(work: Work) -> tuple[ActorMention, ...]:
    from diplonews.actors import find_actors

    return find_actors(work.parsed)


def _events(work: Work) -> tuple[Event, ...]:
    from diplonews.events import find_events

    return find_events(work.parsed, dates=work.dates, quotes=work.quotes)


@attrs.frozen(kw_only=True)
class Stages:
    """The four stages, in the order in which they run; each gets the `Work` and gives a tuple.

    Put a callable of your own in the place of one, or one that finds nothing.

    Example:
        >>> quick = Stages(quotes=lambda work: (), actors=lambda work: ())
        >>> found = analyze("Oslo rebuked Riga.", stages=quick)
        >>> found.quotes, found.events
        ((), (<Event ACCUSE NOR > LVA None ACTUAL>,))
    """

    dates: DateStage = _dates
    quotes: QuoteStage = _quotes
    actors: ActorStage = _actors
    events: EventStage = _events


def analyze(
    article: Article | str,
    *,
    anchor: date | None = None,
    nlp: Language | None = None,
    tables: Tables | None = None,
    stages: Stages | None = None,
) -> Analysis:
    """Dates, quotes, actors and events of a text, from one linguistic pass.

    Args:
        article: an article, or running text.
        anchor: with a `str`, the day that relative dates count from: a date or an aware datetime.
        nlp: a spaCy pipeline with a tagger and a parser; the installed English model if None.
        tables: tables of names and triggers with your own rows; the package's if None.
        stages: the stages to run, if not the package's own.

    Returns:
        The article and its findings, each in text order. A `str` comes back as an Article of
        format `text` without regions.

    Raises:
        ModelNotFoundError: if no model is installed and none is given.
        TypeError: if `article` is neither an Article nor a str, or `nlp` is no pipeline.

    Example:
        >>> found = analyze("Oslo rebuked Riga.")
        >>> [mention.actor.code for mention in found.actors], found.events
        (['NOR', 'LVA'], (<Event ACCUSE NOR > LVA None ACTUAL>,))
    """
    stages = stages if stages is not None else Stages()
    with parsing(article, nlp, anchor=anchor, tables=tables) as parsed:
        work = Work(source=article, parsed=parsed, anchor=anchor, tables=tables)
        work = attrs.evolve(work, dates=stages.dates(work))
        work = attrs.evolve(work, quotes=stages.quotes(work))
        work = attrs.evolve(work, actors=stages.actors(work))
        events = stages.events(work)
    whole = article if isinstance(article, Article) else Article(text=article, format=PLAIN)
    return Analysis(article=whole, dates=work.dates, quotes=work.quotes, actors=work.actors, events=events)
