"""Articles and findings as HTML for notebooks, for their `_repr_html_`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import singledispatch

from diplonews.display.days import day_words, interval_words
from diplonews.display.elements import card, cut, facts, line, section, title
from diplonews.display.marked import Mark, marked_html, marks_of
from diplonews.display.sentences import sentence_of
from diplonews.display.words import called, party, standing
from diplonews.lexicons.states import name_of
from diplonews.model import Analysis, Article, Event, Quote, QuotePolarity, Span, TimeExpression, TimelineEntry

__all__ = ["html_of"]

MOST_CHARACTERS = 20_000  # of a text
LAYERS = ("dates", "quotes", "actors", "events")
LEGEND = {"content": "quote", "cue": "cue", "source": "source", "actor": "actor", "date": "date", "trigger": "event"}
EVENT_TITLES = ("what", "type", "when", "status", "words")
QUOTE_TITLES = ("speaker", "for", "kind", "words")
DATE_TITLES = ("words", "value", "days", "rule")
REPORT_TITLES = ("day", "source", "headline", "words")

Row = tuple[str, ...]


@singledispatch
def html_of(item: object) -> str:
    """An article or a finding as HTML for a notebook.

    Raises:
        TypeError: if the item has no HTML form.

    Example:
        >>> from diplonews import resolve_date
        >>> "Tuesday" in html_of(resolve_date("last Tuesday", anchor="2021-02-10"))
        True
    """
    raise TypeError(f"there is no HTML for {type(item).__name__}")


@html_of.register
def _(found: TimeExpression) -> str:
    _, value, days, rule = _date_row(found)
    return card(title(found.text), facts(value, days, rule))


@html_of.register
def _(quote: Quote) -> str:
    speaker, country, kind, words = _quote_row(quote)
    role = quote.speaker.role if quote.speaker is not None and quote.speaker.name else None
    return card(
        line("blockquote", cut(words, MOST_CHARACTERS)), facts(speaker, role, country, kind, quote.evidence.rule)
    )


@html_of.register
def _(event: Event) -> str:
    return card(title(sentence_of(event)), _event_facts(event), _sentence(event))


@html_of.register
def _(entry: TimelineEntry) -> str:
    reports = [
        (
            day_words(mention.published) if mention.published is not None else "",
            mention.provider or mention.outlet or "",
            mention.headline or "",
            mention.event.text,
        )
        for mention in entry.mentions
    ]
    return card(
        title(sentence_of(entry.event)),
        _event_facts(entry.event),
        section("Reports", REPORT_TITLES, reports, unfolded=True),
        section("Quotes", QUOTE_TITLES, [_quote_row(quote) for quote in entry.quotes]),
    )


@html_of.register
def _(article: Article) -> str:
    marks = [mark for mark in marks_of(Analysis(article=article)) if mark.layer == "regions"]
    return card(*_head(article), _text(article.text, marks))


@html_of.register
def _(analysis: Analysis) -> str:
    text = analysis.article.text
    marks = [mark for mark in marks_of(analysis) if mark.layer in LAYERS]
    return card(
        *_head(analysis.article),
        line("div", f"not analysed: {analysis.error}" if analysis.error is not None else "", "fault"),
        line("div", analysis.unread or "", "fault"),
        _legend(marks),
        _text(text, marks, dict(_titles(analysis))),
        section("Events", EVENT_TITLES, [_event_row(event) for event in analysis.events], unfolded=True),
        section("Quotes", QUOTE_TITLES, [_quote_row(quote) for quote in analysis.quotes]),
        section("Dates", DATE_TITLES, [_date_row(found) for found in analysis.dates]),
    )


def _head(article: Article) -> Iterator[str]:
    """Headline, and where and when the article was filed."""
    yield title(article.headline or "(no headline)")
    places = ", ".join(place.name for place in article.dateline.places) if article.dateline is not None else None
    day = day_words(article.anchor) if article.anchor is not None else "no date known"
    yield facts(article.provider, article.outlet, places, day, f"read as {article.format}")


def _text(text: str, marks: Iterable[Mark], titles: Mapping[str, str] | None = None) -> str:
    shown = f'<div class="text" dir="auto">{marked_html(text[:MOST_CHARACTERS], marks, titles=titles)}</div>'
    more = len(text) - MOST_CHARACTERS
    return shown + (line("div", f"and {more:,} more characters", "note") if more > 0 else "")


def _legend(marks: Iterable[Mark]) -> str:
    """The legend of the styles used in the text."""
    drawn = {mark.part for mark in marks}
    names = "".join(f'<mark class="{part}">{name}</mark> ' for part, name in LEGEND.items() if part in drawn)
    return f'<div class="note">{names}</div>' if names else ""


def _titles(analysis: Analysis) -> Iterator[tuple[str, str]]:
    """The tooltips of findings, by the keys of `marks_of`."""
    for number, found in enumerate(analysis.dates):
        yield f"d{number}", " ".join(filter(None, _date_row(found)[1:3]))
    for number, quote in enumerate(analysis.quotes):
        yield f"q{number}", f"said by {called(quote.speaker)}"
    for number, mention in enumerate(analysis.actors):
        yield f"a{number}", party(mention.actor)
    for number, event in enumerate(analysis.events):
        yield f"e{number}", sentence_of(event)


def _date_row(found: TimeExpression) -> Row:
    value = " ".join(filter(None, (found.value, found.mod, found.quant, found.freq))) or f"no value: {found.reason}"
    days = interval_words(found.interval) if found.interval is not None else ""
    return found.text, value, days, found.evidence.rule


def _quote_row(quote: Quote) -> Row:
    country = quote.speaker.country if quote.speaker is not None else None
    kind = quote.kind.lower()
    if quote.polarity is not QuotePolarity.ASSERTED:
        kind += f", {quote.polarity.lower()}"
    if quote.duplicate_of is not None:
        kind += ", repeated"
    return called(quote.speaker), (name_of(country) or country) if country else "", kind, quote.text


def _event_row(event: Event) -> Row:
    status = standing(event) or event.status.lower()
    if event.duplicate_of is not None:
        status += ", repeated"
    return sentence_of(event), " ".join((event.type.name, *event.modes)), _when(event), status, event.text


def _when(event: Event) -> str:
    if event.when is None:
        return "no date"
    interval = event.when.interval
    return interval_words(interval) if interval is not None else event.when.value or event.when.text


def _event_facts(event: Event) -> str:
    _, kind, when, status, _ = _event_row(event)
    speaker = f"says {called(event.speaker)}" if event.speaker is not None else None
    place = event.place.name if event.place is not None else None
    return facts(kind, when, place, status, speaker, event.evidence.rule)


def _sentence(event: Event) -> str:
    """The sentence, with the words that name the event marked; "" if the words are not stored."""
    first = event.sentence.start
    marks = [
        Mark(span=Span(span.start - first, span.end - first), layer="events", part="trigger", key="e0")
        for span in event.trigger
        if span.start >= first
    ]
    words = marked_html(event.text[:MOST_CHARACTERS], marks)
    return f'<blockquote dir="auto">{words}</blockquote>' if words else ""
