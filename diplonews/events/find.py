"""The events of an article, in text order."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

import attrs

from diplonews.actors.discourse import read_discourse
from diplonews.actors.resolve import Party, phrase_span
from diplonews.events.acts import ActResolver
from diplonews.events.carried import OF_THE_STORY, CarriedDays
from diplonews.events.coded import Coded, as_planned
from diplonews.events.coding import code_sentence
from diplonews.events.details import details_of
from diplonews.events.duplicates import Lead, link_mentions
from diplonews.events.judging import Judge
from diplonews.events.meetings import is_gathering
from diplonews.events.put_off import PUT_OFF
from diplonews.events.quoted import QuotedParts
from diplonews.events.sameness import DONE, is_meeting
from diplonews.events.stays import whole_time
from diplonews.events.when import gathering_dates, only_day, time_event
from diplonews.lexicons.actornames import sector_of
from diplonews.lexicons.tables import Tables, using
from diplonews.lexicons.triggers import trigger_index
from diplonews.model import (
    Article,
    Event,
    EventStatus,
    EventType,
    Evidence,
    Place,
    Quote,
    RegionKind,
    Span,
    Speaker,
    SpeakerType,
    TimeExpression,
)
from diplonews.model.identity import with_ids
from diplonews.moments import Moment
from diplonews.syntax.blocks import Sentence
from diplonews.syntax.clauses import clause_of
from diplonews.syntax.parsing import Parsed, parsing
from diplonews.syntax.tokens import Token
from diplonews.temporal.extract import extract_dates

if TYPE_CHECKING:
    from spacy.language import Language

__all__ = ["EventReader", "extract_events", "find_events"]

MOST_MEETINGS = 100  # with a date; real articles have fewer
ELSEWHERE = "date from a later or earlier mention of the meeting"
QUOTES = frozenset(('"', "“", "”", "``", "''"))
PLACES = frozenset(("NAME", "CAPITAL", "CITY", "TERRITORY"))
HEADLINES = (RegionKind.HEADLINE, RegionKind.DECK)


def find_events(
    parsed: Parsed,
    *,
    dates: Sequence[TimeExpression] | None = None,
    quotes: Sequence[Quote] = (),
) -> tuple[Event, ...]:
    """The events of a parsed text; see `extract_events`.

    Args:
        parsed: the text and its parse.
        dates: its date expressions; found here if None.
        quotes: its quotes; an event inside a quote takes its speaker.
    """
    if dates is None:
        anchor = None if parsed.article is not None else parsed.anchor
        dates = extract_dates(parsed.article or parsed.text, anchor=anchor)
    with using(parsed.tables):
        reader = EventReader(parsed, tuple(dates), tuple(quotes))
        linked = link_mentions(tuple(reader.events()), parsed.text, frozenset(reader.headlines), reader.lead)
        dated = reader.gathered(reader.gathered(linked))
    return with_ids(dated, parsed.owner)


def _around(dates: list[TimeExpression], place: int) -> list[TimeExpression]:
    """The last date before a place in the text and the first one after it."""
    after = bisect_left(dates, place, key=lambda date: date.span.start)
    return dates[max(0, after - 1) : after + 1]


def _codes(event: Event) -> frozenset[str]:
    return frozenset(actor.code for actor in (*event.actors, *event.recipients))


def _is_visit(event: Event) -> bool:
    return not event.symmetric


def _with_day(event: Event, when: TimeExpression | None, detail: str = ELSEWHERE) -> Event:
    evidence = attrs.evolve(event.evidence, detail=detail)
    return attrs.evolve(event, when=when, evidence=evidence)


def _quotes(word: Token, sentence: Sentence) -> bool:
    """Whether a verb is in the simple past and its sentence has quotation marks: `praised the "bold" step`."""
    return clause_of(word).is_narrative and any(token.text in QUOTES for token in sentence.tokens)


class EventReader:
    """One pass over the sentences of a text."""

    def __init__(
        self,
        parsed: Parsed,
        dates: tuple[TimeExpression, ...],
        quotes: tuple[Quote, ...],
        judge: Judge | None = None,
    ) -> None:
        self.parsed = parsed
        self.anchor = parsed.day
        self.dates = dates
        self.quotes = quotes
        self.quoted = QuotedParts(quotes)
        self.index = trigger_index()
        self.judge = judge if judge is not None else Judge()
        self.resolver = ActResolver(read_discourse(parsed), self.quoted)
        self.gatherings: dict[int, list[TimeExpression]] = {}
        self.settings: dict[int, TimeExpression] = {}  # by the start of the meeting's first word
        self.days = CarriedDays()
        self.headlines: list[Span] = []
        self.lead = Lead()

    def events(self) -> list[Event]:
        """All events, in text order."""
        found: list[Event] = []
        first_date = 0
        for sentence in self.parsed.sentences:
            while first_date < len(self.dates) and self.dates[first_date].span.end <= sentence.span.start:
                first_date += 1
            found += self._events_of(sentence, first_date)
        return found

    def gathered(self, events: Sequence[Event]) -> list[Event]:
        """The events; a meeting without a date takes the date given elsewhere in the article."""
        meetings = [event for event in events if event.when is not None and is_meeting(event) and not event.historical]
        return [self._gathered(event, meetings) for event in events]

    def _gathered(self, event: Event, meetings: Sequence[Event]) -> Event:
        """The event; a meeting without a date takes the date given elsewhere in the article.

        Args:
            event: any event.
            meetings: the meetings with a date, in text order.
        """
        done = event.status in DONE
        if event.when is not None or not (done or event.status is EventStatus.PLANNED):
            return event
        if not is_meeting(event):
            return event
        place = event.sentence.start
        codes = _codes(event)
        same = [one for one in meetings[:MOST_MEETINGS] if (one.status in DONE) is done and _codes(one) == codes]
        if same:
            told = min(same, key=lambda one: (_is_visit(one) is not _is_visit(event), abs(one.sentence.start - place)))
            return _with_day(event, told.when)
        if not done:
            return event
        size = len(event.actors) + len(event.recipients)
        dates = (self.gatherings.get(parties, []) for parties in (0, size))
        near = [date for known in dates for date in _around(known, place)]
        day = min(near, key=lambda date: (abs(date.span.start - place), date.span.start), default=None)
        if day is not None:
            return _with_day(event, day)
        story = self.settings.get(event.trigger[0].start)
        return event if story is None else _with_day(event, story, OF_THE_STORY)

    def _events_of(self, sentence: Sentence, first_date: int) -> list[Event]:
        if sentence.kind in HEADLINES:
            self.headlines.append(sentence.span)
        coded = code_sentence(sentence, self.resolver, self.index, self.judge)
        events = []
        dates = self._dates_in(sentence, first_date)
        if self.lead.sentence is None and sentence.kind is RegionKind.BODY:
            self.lead = Lead(sentence.span, only_day(dates, self.anchor))
            self.days.note_lead(sentence, dates, self.anchor)
        self.days.note_sentence(sentence, dates)
        if dates:
            for when, parties in gathering_dates(sentence, dates, self.anchor):
                self.gatherings.setdefault(parties, []).append(when)
            self.days.note_speech(
                sentence, dates, (actor.code for actor in self.resolver.discourse.speakers(sentence.tokens[0]))
            )
        if coded:
            for one in coded:
                event = self._event(one, sentence, dates)
                if one.standing.rule == PUT_OFF and event.when is None:
                    continue  # `put off to another day`
                events.append(event)
                self.resolver.note(one.type, one.match, one.actors, one.recipients)
                if one.is_meeting or _is_put_off(one):
                    planned = one.standing.status not in DONE or not one.is_meeting
                    self.resolver.note_meeting(
                        one.actors, one.recipients, planned=planned, gathering=is_gathering(one.match)
                    )
        return events

    def _dates_in(self, sentence: Sentence, first: int) -> tuple[TimeExpression, ...]:
        last = first
        while last < len(self.dates) and self.dates[last].span.start < sentence.span.end:
            last += 1
        return self.dates[first:last]

    def _event(self, coded: Coded, sentence: Sentence, dates: tuple[TimeExpression, ...]) -> Event:
        match = coded.match
        timing = time_event(coded, sentence, dates, self.anchor)
        if (timing.effective is not None and timing.when is None) or self._is_ahead(timing.when):
            coded = as_planned(coded)
            timing = time_event(coded, sentence, dates, self.anchor)
        timing = attrs.evolve(timing, when=whole_time(coded, sentence, dates, timing.when))
        self.days.note_event(coded, timing)
        speaker = self._speaker(match.token)
        quote = self.quoted.outermost(match.token)
        told_by = quote.speaker if quote is not None and quote.speaker is not None else speaker
        timing = self.days.fill(
            coded,
            timing,
            speaker=None if told_by is None else told_by.country or "",
            quoted=quote is not None or _quotes(match.token, sentence),
        )
        story = self.days.setting(coded, timing)
        if story is not None:
            self.settings[match.words[0].start] = story
        cues = [party.span for party in (*coded.actors, *coded.recipients)]
        cues += [cue.span for cue in coded.standing.cues]
        details = [
            coded.rule if coded.rule != "type.table" else None,
            coded.standing.told if coded.standing.cues else None,
            coded.fallback,
            timing.reason,
        ]
        modes, contexts = details_of(coded, sentence)
        return Event(
            text=sentence.span.of(self.parsed.text),
            type=coded.type,
            modes=modes,
            contexts=contexts,
            actors=tuple(party.actor for party in coded.actors),
            recipients=tuple(party.actor for party in coded.recipients),
            symmetric=coded.symmetric,
            object=_object(coded),
            when=timing.when,
            effective=timing.effective,
            place=_place(coded),
            status=coded.standing.status,
            historical=timing.historical,
            speaker=told_by,
            quote=quote.content if quote is not None else (),
            trigger=tuple(word.span for word in match.words),
            sentence=sentence.span,
            evidence=Evidence(
                rule=match.trigger.id,
                spans=tuple(sorted(set(cues), key=lambda span: (span.start, span.end))),
                detail=", ".join(filter(None, details)) or None,
            ),
        )

    def _is_ahead(self, when: TimeExpression | None) -> bool:
        """Whether a date is after the article's day."""
        start = when.interval.start if when is not None and when.interval is not None else None
        if start is None or self.anchor is None:
            return False
        return (start.date() if isinstance(start, datetime) else start) > self.anchor

    def _speaker(self, token: Token) -> Speaker | None:
        source = clause_of(token).reporter
        if source is None:
            return None
        parties = self.resolver.parties(source)
        party = parties[0] if parties else None
        return _speaker(source, party, self.parsed.text)


def _is_put_off(coded: Coded) -> bool:
    """Whether a meeting or visit was put off; a later `the visit` refers to it as still planned."""
    return coded.type is EventType.REJECT and "meet" in coded.match.trigger.modes


def _speaker(source: Token, party: Party | None, text: str) -> Speaker:
    words = phrase_span(source).of(text)
    country = party.code if party is not None and party.code else None
    known = sector_of(source.lemma)
    named = party is not None and party.actor.how.split(".")[-1] in ("known_person", "person", "leader", "title")
    if named and party is not None:
        return Speaker(name=party.actor.name, type=SpeakerType.PERSON, role=party.actor.role, country=country)
    if known is not None and known[1] == "person":
        return Speaker(name=None, type=SpeakerType.ANONYMOUS, role=words, country=country, anonymous=True)
    if source.lemma in ("report", "statement", "document", "letter", "release"):
        return Speaker(name=None, type=SpeakerType.DOCUMENT, role=words, country=country)
    kind = (
        SpeakerType.PERSON if source.is_proper and source.name is None and known is None else SpeakerType.ORGANIZATION
    )
    return Speaker(name=words, type=kind, country=country)


def _object(coded: Coded) -> Span | None:
    """The measure, pact or other object of an act."""
    match = coded.match
    for token in match.used:
        if token.is_word_noun:
            return phrase_span(token)
    target = match.arguments.object() if match.arguments.light is None else None
    if target is None or any(party.token is target for party in (*coded.actors, *coded.recipients)):
        return None
    return phrase_span(target) if target.is_word_noun else None


def _place(coded: Coded) -> Place | None:
    """The place, if a phrase with `in` or `at` at the trigger names a state, city or territory."""
    top = coded.match.arguments.light or coded.match.token
    codes = {party.token for party in (*coded.actors, *coded.recipients)}
    for low, token in clause_of(top).phrases:
        if low in ("in", "at") and token.name is not None and token.name.kind in PLACES and token not in codes:
            return Place(name=token.name.form, country=token.name.code)
    return None


def extract_events(
    article: Article | str,
    *,
    anchor: Moment | None = None,
    nlp: Language | None = None,
    tables: Tables | None = None,
) -> tuple[Event, ...]:
    """The diplomatic events of an article: who did what to whom, when, and whether it happened.

    Args:
        article: an article, whose headline, deck, captions and paragraphs are read; or running
            text.
        anchor: the day that relative dates count from, instead of the article's own; see
            `extract_dates`.
        nlp: a spaCy pipeline with a tagger and a parser; the installed English model if None.
        tables: tables of words and names with your own rows; the package's if None.

    Returns:
        Events in text order. Later mentions of an event are included and point to the first one
        by `duplicate_of`. Unknown values stay empty: a party without a country has the code "",
        an event without a date has `when=None`, and `evidence.detail` says so.

    Raises:
        ModelNotFoundError: if no model is installed and none is given.
        TypeError: if `article` is neither an Article nor a str, `anchor` is not a moment, or `nlp`
            is not a pipeline.
        LexiconError: if a table of yours can't be used.

    Example:
        >>> from datetime import date
        >>> extract_events("Oslo rebuked Riga over cheese on Monday.", anchor=date(2024, 5, 8))
        (<Event ACCUSE NOR > LVA 2024-05-06 ACTUAL 'rebuked'>,)

    Source:
        Types, modes and roles follow the manual of PLOVER (draft version 2.0).
    """
    with parsing(article, nlp, anchor=anchor, tables=tables) as parsed:
        return find_events(parsed)
