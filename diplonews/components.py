"""The spaCy pipes. spaCy imports this module for every pipeline, so it imports nothing heavy itself.

Each pipe writes its findings as spans to a group of `doc.spans` named after the pipe, and
unchanged to `doc._.diplonews`.

spaCy finds the pipes through the package's entry points, which name `make_dates` and the others: the
first access to one of these names registers all factories. Without entry points (a source tree on
the path) call `register_factories()` once.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Any, TypeVar

from diplonews.exports.spans import DATES, EVENTS, EXTENSION, QUOTES, date_spans, event_spans, quote_spans
from diplonews.moments import Moment, read_moment

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from diplonews.model.event import Event
    from diplonews.model.quote import Quote
    from diplonews.model.temporal import TimeExpression

__all__ = ["DatesComponent", "EventsComponent", "Findings", "QuotesComponent", "register_factories"]

T = TypeVar("T")


class Findings:
    """The pipes' findings in one document: `doc._.diplonews`.

    A view of `doc.user_data["diplonews"]`, which contains plain dicts and strings, so that a document
    keeps its findings through `to_bytes`, `DocBin` and `nlp.pipe(n_process=2)`.

    Args:
        doc: the document.
    """

    def __init__(self, doc: Doc) -> None:
        self._stored: dict[str, Any] = doc.user_data.setdefault(EXTENSION, {})

    @property
    def anchor(self) -> date | None:
        """The day that relative dates count from; set it on `nlp.make_doc(text)` before the pipes run.

        A date, a datetime or ISO 8601 text may be set; see `extract_dates`.
        """
        return read_moment(self._stored.get("anchor"), "anchor")

    @anchor.setter
    def anchor(self, anchor: Moment | None) -> None:
        moment = read_moment(anchor, "anchor")
        self._stored["anchor"] = None if moment is None else moment.isoformat()

    @property
    def dates(self) -> tuple[TimeExpression, ...]:
        """Expressions of time in text order; empty before the pipe ran."""
        from diplonews.model.temporal import TimeExpression

        return self.load("dates", TimeExpression)

    @property
    def quotes(self) -> tuple[Quote, ...]:
        """Quotes in text order; empty before the pipe ran."""
        from diplonews.model.quote import Quote

        return self.load("quotes", Quote)

    @property
    def events(self) -> tuple[Event, ...]:
        """Events in text order; empty before the pipe ran."""
        from diplonews.model.event import Event

        return self.load("events", Event)

    def load(self, field: str, kind: type[T]) -> tuple[T, ...]:
        """The findings stored under a field."""
        from diplonews.serialize import from_dict

        return tuple(from_dict(kind, row) for row in self._stored.get(field, ()))

    def store(self, field: str, found: tuple[Any, ...]) -> None:
        """Keep findings under a field, as plain dicts."""
        from diplonews.serialize import to_dict

        self._stored[field] = to_dict(found)

    def __repr__(self) -> str:
        counts = ", ".join(f"{len(rows)} {field}" for field, rows in self._stored.items() if isinstance(rows, list))
        return f"<Findings {counts or 'none'}>"


def set_extension() -> None:
    """Register `doc._.diplonews`, once."""
    from spacy.tokens import Doc

    if not Doc.has_extension(EXTENSION):
        Doc.set_extension(EXTENSION, getter=Findings)


class DatesComponent:
    """The pipe `diplonews_dates`: expressions of time as spans.

    Each span in `doc.spans["diplonews_dates"]` has the TIMEX3 type as its label and the value as
    its `kb_id_`; a span that ends inside a token is widened to the token. The exact findings,
    with intervals and evidence, are `doc._.diplonews.dates`.

    Args:
        nlp: the pipeline.
        name: the pipe's name.
        anchor: the day that relative dates count from, as in `extract_dates`; a document's own
            `doc._.diplonews.anchor` takes precedence.
        weekday, direction: as in `extract_dates`.
    """

    def __init__(
        self,
        nlp: object,  # noqa: ARG002 -- spaCy hands it to every component
        name: str = DATES,
        *,
        anchor: Moment | None = None,
        weekday: str = "news",
        direction: str = "nearest",
    ) -> None:
        self.name = name
        self.anchor = read_moment(anchor, "anchor")
        self.weekday: Any = weekday
        self.direction: Any = direction
        set_extension()

    def __call__(self, doc: Doc) -> Doc:
        """Find the expressions of one document and write them to it."""
        from diplonews.temporal import extract_dates

        found = Findings(doc)
        anchor = found.anchor if found.anchor is not None else self.anchor
        dates = extract_dates(doc.text, anchor=anchor, weekday=self.weekday, direction=self.direction)
        found.store("dates", dates)
        doc.spans[self.name] = date_spans(doc, dates)
        return doc


# The factories call the pipeline an object: spaCy before 3.8.13 reads their annotations as they run, and can't
# resolve a name that is only imported for type checkers.
def _dates(nlp: object, name: str, anchor: str | None, weekday: str, direction: str) -> Callable[[Doc], Doc]:
    """The factory of `diplonews_dates`."""
    return DatesComponent(nlp, name, anchor=anchor, weekday=weekday, direction=direction)


class QuotesComponent:
    """The pipe `diplonews_quotes`: quotes with their speakers, from the pipeline's parse.

    Each piece of a content is a span in `doc.spans["diplonews_quotes"]` with the kind of the quote
    (DIRECT, MIXED, INDIRECT) as its label and the speaker's name as its `kb_id_`. The quotes with
    source, cue and speaker are `doc._.diplonews.quotes`. Put it after the tagger and the parser.

    Args:
        nlp: the pipeline.
        name: the pipe's name.
    """

    def __init__(self, nlp: object, name: str = QUOTES) -> None:  # noqa: ARG002 -- spaCy hands it over
        self.name = name
        set_extension()

    def __call__(self, doc: Doc) -> Doc:
        """Find the quotes of one document and write them to it."""
        from diplonews.quotes import find_quotes
        from diplonews.syntax.parsing import parse_doc

        quotes = find_quotes(parse_doc(doc))
        Findings(doc).store("quotes", quotes)
        doc.spans[self.name] = quote_spans(doc, quotes)
        return doc


def _quotes(nlp: object, name: str) -> Callable[[Doc], Doc]:
    """The factory of `diplonews_quotes`."""
    return QuotesComponent(nlp, name)


class EventsComponent:
    """The pipe `diplonews_events`: events with their parties, from the pipeline's parse.

    The trigger of each event is a span in `doc.spans["diplonews_events"]` with the type as its
    label and the status as its `kb_id_`. The events with parties, dates and evidence are
    `doc._.diplonews.events`. Put it after the tagger and the parser; it uses quotes already found
    by `diplonews_quotes`.

    Args:
        nlp: the pipeline.
        name: the pipe's name.
        anchor: the day that relative dates count from, as in `extract_dates`; a document's own
            `doc._.diplonews.anchor` takes precedence.
    """

    def __init__(
        self,
        nlp: object,  # noqa: ARG002 -- spaCy hands it to every component
        name: str = EVENTS,
        *,
        anchor: Moment | None = None,
    ) -> None:
        self.name = name
        self.anchor = read_moment(anchor, "anchor")
        set_extension()

    def __call__(self, doc: Doc) -> Doc:
        """Find the events of one document and write them to it."""
        from diplonews.events import find_events
        from diplonews.syntax.parsing import parse_doc

        found = Findings(doc)
        anchor = found.anchor if found.anchor is not None else self.anchor
        events = find_events(parse_doc(doc, anchor=anchor), quotes=found.quotes)
        found.store("events", events)
        doc.spans[self.name] = event_spans(doc, events)
        return doc


def _events(nlp: object, name: str, anchor: str | None) -> Callable[[Doc], Doc]:
    """The factory of `diplonews_events`."""
    return EventsComponent(nlp, name, anchor=anchor)


# One row per pipe: the name that the entry point looks up, the pipe's name, the factory, its default
# configuration, its output.
_FACTORIES: tuple[tuple[str, str, Callable[..., Any], dict[str, Any], tuple[str, ...]], ...] = (
    (
        "make_dates",
        DATES,
        _dates,
        {"anchor": None, "weekday": "news", "direction": "nearest"},
        ("doc.spans", "doc._.diplonews"),
    ),
    ("make_quotes", QUOTES, _quotes, {}, ("doc.spans", "doc._.diplonews")),
    ("make_events", EVENTS, _events, {"anchor": None}, ("doc.spans", "doc._.diplonews")),
)


def register_factories() -> None:
    """Register the pipes with spaCy; calling it again changes nothing."""
    from spacy.language import Language

    set_extension()
    for _, name, factory, config, assigns in _FACTORIES:
        if not Language.has_factory(name):
            Language.factory(name, default_config=config, assigns=list(assigns), func=factory)


def __getattr__(name: str) -> object:
    """Register the factories when spaCy looks up the first of them."""
    made = {attribute: factory for attribute, _, factory, _, _ in _FACTORIES}
    if name not in made:
        raise AttributeError(f"module 'diplonews.components' has no attribute {name!r}")
    register_factories()
    globals()[name] = made[name]
    return made[name]
