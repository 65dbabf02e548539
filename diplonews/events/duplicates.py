"""Mentions of one event within an article: headline and lead, a repeated passage, `the meeting` later on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import attrs

from diplonews.events.sameness import Act, act_of, are_alike, is_visit, may_coincide, merged, shared_persons
from diplonews.model import Event, Span, TimeExpression

__all__ = ["FirstMentions", "Lead", "link_mentions"]

MOST_COMPARED = 50  # events of the same parties and type; real articles have fewer
MOST_MEMBERS = 10  # mentions of an event that a new mention is compared with


@attrs.frozen
class Lead:
    """The first sentence of the body; its undated events are usually reported again below.

    Attributes:
        sentence: its characters, or None if there is no body.
        day: its only date, or None if it has none or several.
    """

    sentence: Span | None = None
    day: TimeExpression | None = None


NO_LEAD = Lead()


def link_mentions(
    events: tuple[Event, ...], text: str, headlines: frozenset[Span] = frozenset(), lead: Lead = NO_LEAD
) -> tuple[Event, ...]:
    """The same events, with each later mention pointing to the sentence of the first one.

    A mention without a date takes the date of another mention, and a headline the date of the lead.
    Both say so in their evidence.

    Args:
        events: in text order.
        text: the article's text.
        headlines: the sentences that are headlines or decks; their events are usually reported again
            below in other words.
        lead: the first sentence of the body and its day.
    """
    acts = [act_of(event, text) for event in events]
    linked = list(events)
    for group in _Article(events, acts, headlines, lead).groups():
        dated = next((events[number].when for number in group if events[number].when is not None), None)
        for number in group:
            if number != group[0]:
                linked[number] = attrs.evolve(linked[number], duplicate_of=events[group[0]].sentence)
            if dated is not None and linked[number].when is None:
                linked[number] = _dated(linked[number], dated, "date from another mention")
    leads = [
        (event, act) for event, act in zip(events, acts, strict=True) if event.sentence == lead.sentence and act.done
    ]
    return tuple(
        _with_lead(one, act, leads, lead.day) if one.sentence in headlines else one
        for one, act in zip(linked, acts, strict=True)
    )


@attrs.define(eq=False)
class _Group:
    """The mentions of one event, by number, and the act that they describe together."""

    numbers: list[int]
    act: Act


@attrs.frozen(eq=False)
class _Article:
    """The events of an article, and the parts of its layout that repeat events."""

    events: Sequence[Event]
    acts: Sequence[Act]
    headlines: frozenset[Span]
    lead: Lead
    repeated: frozenset[int] = attrs.field(init=False)  # headlines that the text below repeats in the same words

    @repeated.default
    def _repeated(self) -> frozenset[int]:
        body: dict[object, list[Act]] = {}
        for event, act in zip(self.events, self.acts, strict=True):
            if event.sentence not in self.headlines:
                body.setdefault(act.key, []).append(act)
        return frozenset(
            number
            for number, (event, act) in enumerate(zip(self.events, self.acts, strict=True))
            if event.sentence in self.headlines
            and any(
                may_coincide(act, other) and are_alike(act, other) for other in body.get(act.key, [])[:MOST_COMPARED]
            )
        )

    def groups(self) -> list[list[int]]:
        """The numbers of the mentions of each event, in text order."""
        made: list[_Group] = []
        blocks: dict[object, list[_Group]] = {}
        for number, act in enumerate(self.acts):
            block = blocks.setdefault(act.key, [])
            fitting = [group for group in block[-MOST_COMPARED:] if self._takes(group, number)]
            if fitting:
                group = max(fitting, key=lambda group: _closeness(group, act))
                group.numbers.append(number)
                group.act = merged((group.act, act))
            else:
                block.append(_Group([number], act))
                made.append(block[-1])
        return [group.numbers for group in made]

    def _takes(self, group: _Group, number: int) -> bool:
        """Whether a mention may belong to a group."""
        act = self.acts[number]
        return may_coincide(group.act, act) and (
            any(are_alike(self.acts[member], act) for member in group.numbers[:MOST_MEMBERS])
            or self._is_told_again(group, number)
        )

    def _is_told_again(self, group: _Group, number: int) -> bool:
        """Whether the text marks a repeated mention: `the request`, a headline, the lead, or a repeated sentence."""
        event, members = self.events[number], group.numbers[:MOST_MEMBERS]
        if self.acts[number].refers_back:
            return True
        if any(self.acts[member].sentence == self.acts[number].sentence for member in members):
            return True
        places = [self.events[member].sentence for member in members]
        if self.headlines.issuperset(places) and event.sentence not in self.headlines:
            return all(self._may_sum_up(member, number) for member in members)
        in_lead = places[0] == self.lead.sentence and group.act.days is None
        return in_lead and event.when is not None and not event.historical

    def _may_sum_up(self, headline: int, number: int) -> bool:
        """Whether a headline may sum up an event below, because the text does not repeat the headline itself."""
        one, other = self.acts[headline], self.acts[number]
        return headline not in self.repeated and (one.modes == other.modes or not (one.modes and other.modes))


def _closeness(group: _Group, act: Act) -> tuple[int, int, int]:
    """How much a group has in common with a mention: shared persons, shared words, then recency."""
    return shared_persons(group.act, act) or 0, len(group.act.about & act.about), group.numbers[-1]


def _dated(event: Event, when: TimeExpression, detail: str) -> Event:
    return attrs.evolve(event, when=when, evidence=attrs.evolve(event.evidence, detail=detail))


def _with_lead(event: Event, act: Act, leads: list[tuple[Event, Act]], day: TimeExpression | None) -> Event:
    """A headline's event, dated by an act of the same parties in the lead or by the lead's only date."""
    if event.when is not None or not act.done:
        return event
    for other, told in leads:
        same = act.doers == told.doers and act.codes <= told.codes
        if same and other.when is not None and not other.historical:
            return _dated(event, other.when, "date from the lead")
    return event if day is None else _dated(event, day, "date from the lead")


class FirstMentions:
    """An index of first mentions by sentence, parties and type.

    Args:
        events: all events of an article.
    """

    def __init__(self, events: Iterable[Event]) -> None:
        self._first: dict[tuple[object, ...], Event] = {}
        for event in events:
            if event.duplicate_of is None:
                for key in _mention_keys(event, event.sentence):
                    self._first.setdefault(key, event)

    def of(self, event: Event) -> Event | None:
        """The closest first mention in the sentence that an event points to; None if the event is a first mention."""
        if event.duplicate_of is None:
            return None
        found = (self._first.get(key) for key in _mention_keys(event, event.duplicate_of))
        return next((other for other in found if other is not None), None)


def _mention_keys(event: Event, sentence: Span) -> tuple[tuple[object, ...], ...]:
    codes = frozenset(party.code for party in (*event.actors, *event.recipients))
    family = event.type, is_visit(event)
    return (sentence, codes, *family), (sentence, codes, event.type), (sentence, codes), (sentence,)
