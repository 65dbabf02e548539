"""Runs all stages on one article: one linguistic pass, each stage a replaceable callable."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, TypeAlias

import attrs

from diplonews.lexicons.ruleset import ruleset
from diplonews.model import ActorMention, Analysis, Article, Event, Quote, TimeExpression
from diplonews.moments import Moment, read_moment
from diplonews.syntax.parsing import Parsed, parsing

if TYPE_CHECKING:
    from spacy.language import Language

    from diplonews.lexicons.tables import Tables

__all__ = ["Stages", "Work", "analyze"]

PLAIN = "text"


@attrs.frozen(kw_only=True, eq=False)
class Work:
    """The input of a stage: the text, its parse, and the findings of earlier stages.

    Attributes:
        source: the article, or the text if there is none.
        parsed: the parse of its paragraphs, shared by all stages.
        anchor: the day or moment given by the caller, which relative dates count from, or None. An
            article given as the source has that day as its own `anchor`.
        tables: the tables in use, or None for the package's own.
        dates, quotes, actors: the findings of earlier stages.
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

    return extract_dates(work.source, anchor=work.anchor)


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
    """The four stages, in the order in which they run; each receives the `Work` and returns a tuple.

    Replace a stage with your own callable, or with one that returns an empty tuple.

    Attributes:
        dates: finds expressions of time.
        quotes: finds quotations.
        actors: finds mentions of actors.
        events: finds events.

    Example:
        >>> quick = Stages(quotes=lambda work: (), actors=lambda work: ())
        >>> found = analyze("Oslo rebuked Riga.", stages=quick)
        >>> found.quotes, found.events
        ((), (<Event ACCUSE NOR > LVA None ACTUAL 'rebuked'>,))
    """

    dates: DateStage = _dates
    quotes: QuoteStage = _quotes
    actors: ActorStage = _actors
    events: EventStage = _events


def analyze(
    article: Article | str,
    *,
    anchor: Moment | None = None,
    nlp: Language | None = None,
    tables: Tables | None = None,
    stages: Stages | None = None,
) -> Analysis:
    """Dates, quotes, actors and events of a text, from one linguistic pass.

    Args:
        article: an article, or running text.
        anchor: the day that relative dates count from, instead of the article's own, in all
            stages: a date, a datetime or ISO 8601 text; see `extract_dates`.
        nlp: a spaCy pipeline with a tagger and a parser; the installed English model if None.
        tables: tables of names and triggers with your own rows; the package's if None.
        stages: the stages to run, if not the package's own.

    Returns:
        The article and its findings, each in text order. A `str` is returned as an Article of
        format `text` without regions. `article.anchor` is the day that relative dates count from. Quotes,
        actors and events are read in English paragraphs; `unread` says why any were left out.

    Raises:
        ModelNotFoundError: if no model is installed and none is given.
        TypeError: if `article` is neither an Article nor a str, `anchor` is not a moment, or `nlp` is
            not a pipeline.
        ValueError: if `anchor` is text that is not ISO 8601.

    Example:
        >>> found = analyze("Oslo rebuked Riga.")
        >>> [mention.actor.code for mention in found.actors], found.events
        (['NOR', 'LVA'], (<Event ACCUSE NOR > LVA None ACTUAL 'rebuked'>,))
    """
    stages = stages if stages is not None else Stages()
    moment = read_moment(anchor, "anchor")
    with parsing(article, nlp, anchor=moment, tables=tables) as parsed:
        work = Work(source=parsed.source, parsed=parsed, anchor=moment, tables=tables)
        work = attrs.evolve(work, dates=stages.dates(work))
        work = attrs.evolve(work, quotes=stages.quotes(work))
        work = attrs.evolve(work, actors=stages.actors(work))
        events = stages.events(work)
    whole = parsed.article or Article(text=parsed.text, format=PLAIN, anchor=parsed.day)
    return Analysis(
        id=whole.identifier or "",
        article=whole,
        dates=work.dates,
        quotes=work.quotes,
        actors=work.actors,
        events=events,
        unread=parsed.unread,
        ruleset=ruleset(parsed.tables),
    )
