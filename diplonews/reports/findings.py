"""The data drawn by the page's script: events, quotes, dates and articles as plain data."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, TypeAlias

from diplonews.display.days import day_words, interval_words
from diplonews.display.facts import Finding, facts_of
from diplonews.display.sentences import sentence_of
from diplonews.display.words import UNKNOWN, called, party, standing
from diplonews.exports.parts import publication_day, publisher, story_id
from diplonews.lexicons.phrases import find_phrases
from diplonews.lexicons.states import name_of
from diplonews.model import (
    Actor,
    Analysis,
    Article,
    EventType,
    Quote,
    QuotePolarity,
    Span,
    TimeExpression,
    TimelineEntry,
)

__all__ = ["Data", "page_data"]

Data: TypeAlias = "dict[str, Any]"
MOST_CHARACTERS = 400  # of the words of a finding; the article has them all
GAP = " … "


def page_data(analyses: Sequence[Analysis], entries: Iterable[TimelineEntry], *, shown: int) -> Data:
    """All data of the page, ready for JSON.

    Args:
        analyses: the corpus.
        entries: its timeline.
        shown: how many of them, from the first, are shown with their text; only of those the page has the facts.
    """
    return {
        "articles": [_article(number, item, shown=number < shown) for number, item in enumerate(analyses)],
        "events": list(_events(analyses, entries)),
        "quotes": [row for number, item in enumerate(analyses) for row in _quotes(number, item)],
        "dates": [row for number, item in enumerate(analyses) for row in _dates(number, item)],
        "types": {name: find_phrases(name).alone.past for name in EventType.__members__},
        **_facts(analyses[:shown]),
    }


def _article(number: int, item: Analysis, *, shown: bool) -> Data:
    article = item.article
    places = article.dateline.places if article.dateline is not None else ()
    return {
        "article": number,
        "id": story_id(item),
        "headline": article.headline or "",
        "source": publisher(article) or "",
        "place": "/".join(place.name for place in places),
        "published": _published(article),
        "format": article.format,
        "events": len(item.events),
        "quotes": len(item.quotes),
        "dates": len(item.dates),
        "problem": item.error or item.unread or "",
        "shown": shown,
    }


def _published(article: Article) -> str:
    day = publication_day(article)
    return day.isoformat() if day is not None else ""


def _events(analyses: Sequence[Analysis], entries: Iterable[TimelineEntry]) -> Iterator[Data]:
    """Each event once, with the places that report it, the most complete one first."""
    places = {
        id(event): (item, [number, f"e{place}"])
        for number, item in reversed(list(enumerate(analyses)))
        for place, event in enumerate(item.events)
    }
    for entry in entries:
        item, best = places[id(entry.event)]
        mentions = [places[id(mention.event)][1] for mention in entry.mentions]
        mentions.sort(key=lambda mention: mention != best)
        words = _words((entry.event.sentence,), item.article.text)
        yield _event(entry) | {"words": words, "mentions": mentions, "sources": entry.sources}


def _event(entry: TimelineEntry) -> Data:
    event, interval, day = entry.event, entry.interval, entry.first_reported
    reported = f"reported {day_words(day)}" if day is not None else "no date"
    return {
        "sentence": sentence_of(event),
        "type": event.type.name,
        "mode": event.modes[0] if event.modes else "",
        "quad": event.quad,
        "score": event.score,
        "status": event.status.lower(),
        "standing": standing(event),
        "when": interval_words(interval) if interval is not None else reported,
        "first": interval.first_day.isoformat() if interval is not None else "",
        "last": interval.last_day.isoformat() if interval is not None else "",
        "reported": day.isoformat() if day is not None else "",
        "who": _parties(event.actors),
        "whom": _parties(event.recipients),
        "symmetric": event.symmetric and not event.recipients,
        "speaker": _line(event.speaker.name or event.speaker.role or UNKNOWN) if event.speaker is not None else "",
    }


def _parties(actors: Iterable[Actor]) -> list[str]:
    return list(dict.fromkeys(_line(party(actor)) for actor in actors))


def _quotes(number: int, item: Analysis) -> Iterator[Data]:
    for place, quote in enumerate(item.quotes):
        if quote.duplicate_of is None:
            yield {"article": number, "key": f"q{place}"} | _quote(quote, item.article.text)


def _quote(quote: Quote, text: str) -> Data:
    speaker = quote.speaker
    denied = quote.polarity is not QuotePolarity.ASSERTED
    country = speaker.country if speaker is not None else None
    return {
        "speaker": _line(called(speaker)) if speaker is not None else "",
        "role": (speaker.role if speaker is not None else None) or "",
        "country": _line(name_of(country) or country) if country else "",
        "kind": " ".join([quote.kind.lower(), *([quote.polarity.lower()] if denied else [])]),
        "words": _words(quote.content, text),
    }


def _dates(number: int, item: Analysis) -> Iterator[Data]:
    for place, found in enumerate(item.dates):
        yield {"article": number, "key": f"d{place}"} | _date(found)


def _date(found: TimeExpression) -> Data:
    interval = found.interval
    return {
        "words": _cut(found.text),
        "type": found.type.lower(),
        "value": found.value or "",
        "first": interval.first_day.isoformat() if interval is not None else "",
        "last": interval.last_day.isoformat() if interval is not None else "",
        "reason": found.reason or "",
    }


def _words(spans: Iterable[Span], text: str) -> str:
    return _cut(GAP.join(span.of(text) for span in spans))


def _line(words: str) -> str:
    return " ".join(words.split())


def _cut(words: str) -> str:
    """The words on one line, cut where there are too many."""
    line = _line(words)
    return line if len(line) <= MOST_CHARACTERS else f"{line[:MOST_CHARACTERS]}…"


def _facts(analyses: Sequence[Analysis]) -> Data:
    """The facts of all findings: each list of facts once, labels and words in turn, and where each finding has its own.

    `labels` are the labels, `facts` the lists, with a label as its number, and `known` for each article the number of
    the list of each finding.
    """
    labels: dict[str, int] = {}
    lists: dict[tuple[int | str, ...], int] = {}
    known: list[dict[str, int]] = []
    for item in analyses:
        text = item.article.text
        found: dict[str, Sequence[Finding]] = {
            "d": item.dates,
            "q": item.quotes,
            "a": item.actors,
            "e": item.events,
        }
        numbers = {}
        for kind, findings in found.items():
            for place, finding in enumerate(findings):
                pairs = facts_of(finding, text)
                row = tuple(cell for label, words in pairs for cell in (labels.setdefault(label, len(labels)), words))
                numbers[f"{kind}{place}"] = lists.setdefault(row, len(lists))
        known.append(numbers)
    return {"labels": list(labels), "facts": list(lists), "known": known}
