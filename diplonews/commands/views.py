"""The views of an analysis: lines of JSON, and rows of a table for people."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, TypeAlias

import attrs

from diplonews.model import Analysis, Event, Quote, Speaker, TimeExpression, TimelineEntry, Timestamp
from diplonews.terminal import print_line, print_table

__all__ = ["ARTICLES", "DATES", "EVENTS", "QUOTES", "View", "show", "show_timeline"]

if TYPE_CHECKING:
    from diplonews.tabular.codebook import TableName

Row: TypeAlias = tuple[str, ...]


@attrs.frozen(kw_only=True)
class View:
    """A kind of finding as a table for people.

    Attributes:
        name: name of the kind, and of its table among those of `to_tables`.
        titles: the headings of the columns.
        rows: the rows of one analysis, in text order.
    """

    name: TableName
    titles: Row
    rows: Callable[[Analysis], Iterable[Row]]


def _article_rows(analysis: Analysis) -> Iterator[Row]:
    article = analysis.article
    places = article.dateline.places if article.dateline is not None else ()
    yield (
        article.format,
        article.provider or "",
        "/".join(place.name for place in places),
        _stamp(article.published),
        str(article.anchor or ""),
        article.headline or "",
    )


def _stamp(stamp: Timestamp | None) -> str:
    if stamp is None:
        return ""
    local = stamp.local.isoformat(sep=" ", timespec="minutes") if hasattr(stamp.local, "hour") else str(stamp.local)  # type: ignore[call-arg]
    return f"{local} {stamp.timezone} ({stamp.timezone_source})" if stamp.timezone else f"{local} (no zone)"


def _date_rows(analysis: Analysis) -> Iterator[Row]:
    """Every date with its value, days and rule."""
    for found in analysis.dates:
        yield (found.text, found.type.name, _value(found), *_bounds(found), found.evidence.rule)


def _value(found: TimeExpression) -> str:
    value = found.value if found.value is not None else f"({found.reason})"
    return f"{value} {found.mod or ''}".strip()


def _bounds(found: TimeExpression) -> tuple[str, str]:
    interval = found.interval
    return (interval.start.isoformat(), interval.end.isoformat()) if interval is not None else ("", "")


def _quote_rows(analysis: Analysis) -> Iterator[Row]:
    """Every quotation with its speaker and audience; repeats are left out."""
    text = analysis.article.text
    for quote in analysis.quotes:
        if quote.duplicate_of is None:
            yield _said(text, quote)


def _said(text: str, quote: Quote) -> Row:
    return (
        _name(quote.speaker) if quote.speaker is not None else "(unknown)",
        (quote.speaker.country if quote.speaker is not None else None) or "",
        quote.audience.of(text) if quote.audience is not None else "",
        quote.kind.name if quote.polarity == "ASSERTED" else f"{quote.kind.name} {quote.polarity.name}",
        " ... ".join(span.of(text) for span in quote.content),
    )


def _name(speaker: Speaker) -> str:
    """The name, or the role in brackets if the article gives no name."""
    return speaker.name or f"({speaker.role or speaker.type.name.lower()})"


def _event_rows(analysis: Analysis) -> Iterator[Row]:
    """Every event; repeated mentions are left out."""
    text = analysis.article.text
    for event in analysis.events:
        if event.duplicate_of is None:
            yield (*_happened(event), event.sentence.of(text))


def _happened(event: Event) -> Row:
    return (
        event.when.value or "" if event.when is not None else "",
        event.type.name + (f" {event.modes[0]}" if event.modes else ""),
        ", ".join(actor.code or actor.name or "?" for actor in event.actors),
        ", ".join(actor.code or actor.name or "?" for actor in event.recipients),
        event.status.name.lower() + (", historical" if event.historical else ""),
        _name(event.speaker) if event.speaker is not None else "",
    )


ARTICLES = View(
    name="articles",
    titles=("format", "provider", "filed in", "published", "anchor", "headline"),
    rows=_article_rows,
)
DATES = View(name="dates", titles=("words", "type", "value", "from", "until", "rule"), rows=_date_rows)
QUOTES = View(name="quotes", titles=("speaker", "country", "to", "kind", "words"), rows=_quote_rows)
EVENTS = View(
    name="events",
    titles=("when", "type", "who", "whom", "status", "says who", "sentence"),
    rows=_event_rows,
)


def show(views: Sequence[View], analyses: Iterable[Analysis]) -> None:
    """Print a single view as one table of all articles, and several article by article."""
    if len(views) == 1:
        rows = [(analysis.id, *row) for analysis in analyses for row in views[0].rows(analysis)]
        print_table(("article", *views[0].titles), rows)
        return
    for analysis in analyses:
        for view in views:
            rows = list(view.rows(analysis))
            if rows:
                print_line(f"{analysis.id}: {view.name}")
                print_table(view.titles, rows)
                print_line()


def show_timeline(entries: Iterable[TimelineEntry]) -> None:
    """Print the entries of a timeline as one table."""
    rows = [
        (
            *_happened(entry.event)[:-1],
            str(entry.first_reported or ""),
            str(len(entry.articles)),
            ", ".join(entry.sources),
            entry.event.text,
        )
        for entry in entries
    ]
    print_table(("when", "type", "who", "whom", "status", "reported", "articles", "sources", "sentence"), rows)
