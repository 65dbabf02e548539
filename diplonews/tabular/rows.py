"""The rows of an analysis in each of the tables; their keys are the columns of the codebook."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from typing import TypeAlias

import attrs

from diplonews.events.duplicates import FirstMentions
from diplonews.exports.parts import event_pairs, story_id
from diplonews.lexicons.confidence import find_confidence
from diplonews.lexicons.states import StateCodes, find_state_codes
from diplonews.model import Actor, Analysis, Event, Place, Span, Speaker, TimeExpression, Timestamp
from diplonews.model.identity import digest
from diplonews.moments import day_of
from diplonews.tabular.cells import Cell, first_day, instant, last_day, text, values, words
from diplonews.tabular.codebook import TableName

__all__ = ["ROWS", "Numbered", "Row"]

Row: TypeAlias = dict[str, Cell]
NO_STATE = StateCodes(code="")


@attrs.frozen(kw_only=True, eq=False)
class Numbered:
    """An analysis and its place in the stream.

    Attributes:
        number: the place, from 0.
        analysis: the analysis.
        quote_ids: the id of each quote, by its content.
        speaker_ids: the id of each speaker of a quote or an event, in text order.
    """

    number: int
    analysis: Analysis
    quote_ids: dict[tuple[Span, ...], str] = attrs.field(init=False)
    speaker_ids: dict[Speaker, str] = attrs.field(init=False)

    @quote_ids.default
    def _quote_ids(self) -> dict[tuple[Span, ...], str]:
        return {quote.content: quote.id for quote in reversed(self.analysis.quotes)}

    @speaker_ids.default
    def _speaker_ids(self) -> dict[Speaker, str]:
        found = [quote.speaker for quote in self.analysis.quotes]
        found += [event.speaker for event in self.analysis.events]
        owner = self.analysis.article.identifier or digest(self.text)
        return {speaker: _speaker_id(owner, speaker) for speaker in found if speaker is not None}

    @property
    def text(self) -> str:
        """The article's text."""
        return self.analysis.article.text

    def keys(self) -> Row:
        """The first cells of every row."""
        return {
            "article_number": self.number,
            "article_id": text(story_id(self.analysis)),
            "ruleset": text(self.analysis.ruleset),
        }


def _speaker_id(owner: str, speaker: Speaker) -> str:
    """An id that depends on name, type and state; for a speaker without a name, on the words and their places."""
    known = (speaker.name, speaker.type, speaker.country)
    parts = known if speaker.name else attrs.astuple(speaker, recurse=False)
    return digest("\0".join((owner, "Speaker", *map(str, parts))))


def _article_rows(item: Numbered) -> Iterator[Row]:
    found, article = item.analysis, item.analysis.article
    dateline = article.dateline
    place = dateline.places[0] if dateline is not None and dateline.places else None
    yield item.keys() | {
        "format": text(article.format),
        "headline": text(article.headline),
        "deck": text(article.deck),
        "bylines": values(name for byline in article.bylines for name in byline.names or (byline.text,)),
        "provider": text(article.provider),
        "outlet": text(article.outlet),
        "url": text(article.url),
        "language": text(article.language),
        **_published(article.published),
        "published_zone": text(article.published.timezone if article.published is not None else None),
        "updated": instant(article.updated.instant if article.updated is not None else None),
        "anchor": day_of(article.anchor),
        "dateline_place": text(place.name if place is not None else None),
        "dateline_country": text(place.country if place is not None else None),
        "dateline_day": dateline.date if dateline is not None else None,
        "dateline_agency": text(dateline.agency if dateline is not None else None),
        "slugline": text(article.slugline),
        "keywords": values(article.keywords),
        "subjects": values(article.subjects),
        "urgency": article.urgency,
        "version": text(article.version),
        "identifier": text(article.identifier),
        "usage_terms": text(article.usage_terms),
        "embargo": instant(article.embargo),
        "note": text(article.note),
        "text": text(article.text),
        "characters": len(article.text),
        "dates": len(found.dates),
        "quotes": len(found.quotes),
        "speakers": len(set(item.speaker_ids.values())),
        "events": len(found.events),
        "mentions": len(found.actors),
        "unread": text(found.unread),
        "error": text(found.error),
    }


def _published(stamp: Timestamp | None) -> Row:
    return {
        "published": instant(stamp.instant) if stamp is not None else None,
        "published_day": day_of(stamp.local) if stamp is not None else None,
    }


def _date_rows(item: Numbered) -> Iterator[Row]:
    for found in item.analysis.dates:
        interval = found.interval
        yield item.keys() | {
            "start_char": found.span.start,
            "end_char": found.span.end,
            "text": text(found.text),
            "type": found.type.value,
            "value": text(found.value),
            "mod": text(found.mod),
            "quant": text(found.quant),
            "freq": text(found.freq),
            "first_day": first_day(interval),
            "last_day": last_day(interval),
            "starts": instant(interval.start) if interval is not None else None,
            "ends": instant(interval.end) if interval is not None else None,
            "reason": text(found.reason),
            "rule": text(found.evidence.rule),
        }


def _quote_rows(item: Numbered) -> Iterator[Row]:
    for quote in item.analysis.quotes:
        speaker, earlier = quote.speaker, quote.duplicate_of
        yield item.keys() | {
            "quote_id": text(quote.id),
            "start_char": _start(quote.content),
            "end_char": _end(quote.content),
            "text": words(quote.content, item.text),
            "kind": quote.kind.value,
            "polarity": quote.polarity.value,
            "cue": words(quote.cue, item.text),
            "source": _span_words(quote.source, item.text),
            "source_start": quote.source.start if quote.source is not None else None,
            "source_end": quote.source.end if quote.source is not None else None,
            "speaker_id": item.speaker_ids[speaker] if speaker is not None else None,
            "speaker": text(speaker.name) if speaker is not None else None,
            **_speaker("speaker_", speaker),
            "audience": _span_words(quote.audience, item.text),
            "via": _span_words(quote.via, item.text),
            "duplicate": earlier is not None,
            "duplicate_of": text(item.quote_ids.get(earlier)) if earlier is not None else None,
            "rule": text(quote.evidence.rule),
        }


def _speaker(prefix: str, speaker: Speaker | None) -> Row:
    return {
        f"{prefix}type": speaker.type.value if speaker is not None else None,
        f"{prefix}role": text(speaker.role) if speaker is not None else None,
        f"{prefix}anonymous": speaker.anonymous if speaker is not None else None,
        **_state(prefix, speaker.country if speaker is not None else None),
    }


def _speaker_rows(item: Numbered) -> Iterator[Row]:
    quotes = Counter(item.speaker_ids[quote.speaker] for quote in item.analysis.quotes if quote.speaker is not None)
    same: dict[str, list[Speaker]] = {}
    for speaker, speaker_id in item.speaker_ids.items():
        same.setdefault(speaker_id, []).append(speaker)
    for speaker_id, speakers in same.items():
        role = next((speaker.role for speaker in speakers if speaker.role), None)
        mentions = sorted((span for speaker in speakers for span in speaker.mentions), key=lambda span: span.start)
        yield item.keys() | {
            "speaker_id": speaker_id,
            "name": text(speakers[0].name),
            **_speaker("", attrs.evolve(speakers[0], role=role)),
            "start_char": mentions[0].start if mentions else None,
            "end_char": mentions[0].end if mentions else None,
            "quotes": quotes[speaker_id],
        }


def _mention_rows(item: Numbered) -> Iterator[Row]:
    for mention in item.analysis.actors:
        yield item.keys() | {
            "start_char": mention.span.start,
            "end_char": mention.span.end,
            "text": _span_words(mention.span, item.text),
            **_actor("", mention.actor),
        }


def _actor(prefix: str, actor: Actor | None) -> Row:
    return {
        f"{prefix}code": text(actor.code) if actor is not None else None,
        **_state(prefix, actor.code if actor is not None else None),
        f"{prefix}name": text(actor.name) if actor is not None else None,
        f"{prefix}role": text(actor.role) if actor is not None else None,
        f"{prefix}sectors": values(actor.sectors) if actor is not None else None,
        f"{prefix}implied": actor.implied if actor is not None else None,
        f"{prefix}rule": text(actor.how) if actor is not None else None,
    }


def _state(prefix: str, code: str | None) -> Row:
    """The codes of a state; all None for an organization or nobody."""
    state = find_state_codes(code) if code else None
    found = state or NO_STATE
    return {
        f"{prefix}iso": text(found.code),
        f"{prefix}cow": found.cow,
        f"{prefix}cow_number": found.cow_number,
        f"{prefix}gw": found.gw,
    }


def _event_rows(item: Numbered) -> Iterator[Row]:
    """A row for each pair of each event, made one at a time: a list of n parties has n x (n - 1) pairs."""
    published = _published(item.analysis.article.published)
    first = FirstMentions(item.analysis.events)
    for event in item.analysis.events:
        pairs = event_pairs(event)
        before: Row = item.keys() | {"event_id": text(event.id)}
        after = published | _coding(event) | _places_in_text(event, item) | _reported(event, item)
        after |= _repeated(event, first.of(event)) | _trust(event)
        for number, (actor, recipient) in enumerate(pairs):
            place: Row = {"dyad": number, "dyads": len(pairs)}
            yield before | place | after | _actor("actor_", actor) | _actor("recipient_", recipient)


def _coding(event: Event) -> Row:
    return {
        "type": event.type.value,
        "modes": values(event.modes),
        "contexts": values(event.contexts),
        "quad": event.quad,
        "score": event.score,
        "cameo": text(event.cameo),
        "goldstein": event.goldstein,
        "status": event.status.value,
        "historical": event.historical,
        "reciprocal": event.symmetric,
    }


def _places_in_text(event: Event, item: Numbered) -> Row:
    """Object, trigger, sentence, and the dates and place as in the text."""
    found = event.object
    return {
        "object": _span_words(found, item.text),
        "object_start": found.start if found is not None else None,
        "object_end": found.end if found is not None else None,
        "trigger": words(event.trigger, item.text),
        "trigger_start": _start(event.trigger),
        "trigger_end": _end(event.trigger),
        "sentence": _span_words(event.sentence, item.text),
        "sentence_start": event.sentence.start,
        "sentence_end": event.sentence.end,
        **_when(event.when),
        **_effective(event.effective),
        **_place(event.place),
    }


def _when(when: TimeExpression | None) -> Row:
    interval = when.interval if when is not None else None
    return {
        "date": text(when.text) if when is not None else None,
        "date_start": when.span.start if when is not None else None,
        "date_end": when.span.end if when is not None else None,
        "date_value": text(when.value) if when is not None else None,
        "date_first": first_day(interval),
        "date_last": last_day(interval),
        "date_reason": text(when.reason) if when is not None else None,
        "date_rule": text(when.evidence.rule) if when is not None else None,
    }


def _effective(when: TimeExpression | None) -> Row:
    interval = when.interval if when is not None else None
    return {
        "effective_value": text(when.value) if when is not None else None,
        "effective_first": first_day(interval),
        "effective_last": last_day(interval),
    }


def _place(place: Place | None) -> Row:
    return {
        "place": text(place.name) if place is not None else None,
        "place_region": text(place.region) if place is not None else None,
        "place_country": text(place.country) if place is not None else None,
    }


def _reported(event: Event, item: Numbered) -> Row:
    speaker = event.speaker
    return {
        "speaker_id": item.speaker_ids[speaker] if speaker is not None else None,
        "speaker": text(speaker.name) if speaker is not None else None,
        "speaker_iso": _state("", speaker.country if speaker is not None else None)["iso"],
        "quote_id": text(item.quote_ids.get(event.quote)) if event.quote else None,
    }


def _repeated(event: Event, first: Event | None) -> Row:
    return {
        "duplicate": event.duplicate_of is not None,
        "duplicate_of": text(first.id) if first is not None else None,
    }


def _trust(event: Event) -> Row:
    """The rule that found the event, and how often events of its kind are right."""
    confidence = find_confidence(event.evidence.rule, event.type.name)
    return {
        "rule": text(event.evidence.rule),
        "rule_note": text(event.evidence.detail),
        "confidence": confidence.share,
        "confidence_low": confidence.low,
        "confidence_high": confidence.high,
        "confidence_cases": confidence.found,
        "confidence_of": confidence.of,
    }


def _span_words(span: Span | None, whole: str) -> str | None:
    return words((span,), whole) if span is not None else None


def _start(spans: tuple[Span, ...]) -> int | None:
    return min((span.start for span in spans), default=None)


def _end(spans: tuple[Span, ...]) -> int | None:
    return max((span.end for span in spans), default=None)


ROWS: dict[TableName, Callable[[Numbered], Iterator[Row]]] = {
    "articles": _article_rows,
    "dates": _date_rows,
    "quotes": _quote_rows,
    "speakers": _speaker_rows,
    "events": _event_rows,
    "mentions": _mention_rows,
}
