"""Mentions of one event within an article: headline and lead, a repeated passage, `the meeting` later on."""

from __future__ import annotations

from datetime import date

import attrs

from diplonews.model import Event, EventStatus, EventType, Span, TimeExpression

__all__ = ["Lead", "is_meeting", "link_mentions"]

FAMILIES = {EventType.RETREAT: EventType.CONCEDE}
STEM = 5  # characters that tell a word from another, whatever its ending
SHORT = 2
MOST_COMPARED = 100  # events of the same parties and type; an article has fewer
DONE = frozenset((EventStatus.ACTUAL, EventStatus.CLAIMED))


def _key(event: Event) -> tuple[EventType, frozenset[str], frozenset[str]]:
    codes = frozenset(actor.code for actor in (*event.actors, *event.recipients))
    first = frozenset() if event.symmetric else frozenset(actor.code for actor in event.actors)
    return FAMILIES.get(event.type, event.type), codes, first


def _days(expression: TimeExpression | None) -> tuple[date, date] | None:
    if expression is None or expression.interval is None:
        return None
    start, end = expression.interval.start, expression.interval.end
    return date(start.year, start.month, start.day), date(end.year, end.month, end.day)


def _may_coincide(one: Event, other: Event) -> bool:
    """Whether the dates allow that the two are one: they overlap, or one is not known."""
    left, right = _days(one.when), _days(other.when)
    if left is None or right is None:
        return True
    return (left[0] < right[1] and right[0] < left[1]) or left == right


def _is_same(one: Event, other: Event, text: str, headlines: frozenset[Span], lead: Lead) -> bool:
    if (one.status in DONE) is not (other.status in DONE) or not _may_coincide(one, other):
        return False
    if (is_meeting(one) and is_meeting(other)) or one.sentence.of(text) == other.sentence.of(text):
        return True
    if one.sentence in headlines and other.sentence not in headlines:
        return True
    if one.sentence == lead.sentence and one.when is None and other.when is not None and not other.historical:
        return True
    left, right = _object_words(one, text), _object_words(other, text)
    return left == right or bool(left and right and (left <= right or right <= left))


def is_meeting(event: Event) -> bool:
    """Whether it is a meeting, held or to come: `talks` and `the meeting` are one without further words."""
    return event.type is EventType.CONSULT or event.evidence.rule.startswith("consult.")


def _object_words(event: Event, text: str) -> frozenset[str]:
    """What an act is about, in small letters; words of the trigger where it has no object."""
    spans = (event.object,) if event.object is not None else event.trigger
    words = frozenset(word for span in spans for word in span.of(text).lower().split())
    return frozenset(word[:STEM] for word in words if len(word) > SHORT and word not in ("the", "its", "their"))


@attrs.frozen
class Lead:
    """The first sentence of the body; what it tells without a date is told again below.

    Attributes:
        sentence: its characters, or None where there is no body.
        day: its only date, if it has one and no more.
    """

    sentence: Span | None = None
    day: TimeExpression | None = None


NO_LEAD = Lead()


def link_mentions(
    events: tuple[Event, ...], text: str, headlines: frozenset[Span] = frozenset(), lead: Lead = NO_LEAD
) -> tuple[Event, ...]:
    """The same events; a later mention of an event points to the sentence of its first one.

    A mention without a date takes over the date of another mention that has one, and a headline
    that of the lead; both say so in their evidence.

    Args:
        events: in text order.
        text: the article's text.
        headlines: the sentences that are headlines or decks: what they say in other words is told
            again below.
        lead: the first sentence of the body and its day.
    """
    firsts: dict[object, list[int]] = {}
    linked = list(events)
    members: dict[int, list[int]] = {}
    for number, event in enumerate(events):
        known = firsts.setdefault(_key(event), [])
        same = (first for first in known[-MOST_COMPARED:] if _is_same(events[first], event, text, headlines, lead))
        match = next(same, None)
        if match is None:
            known.append(number)
            members[number] = [number]
        else:
            linked[number] = attrs.evolve(event, duplicate_of=events[match].sentence)
            members[match].append(number)
    for group in members.values():
        dated = next((events[number].when for number in group if events[number].when is not None), None)
        for number in group:
            if dated is not None and linked[number].when is None:
                linked[number] = _dated(linked[number], dated, "date from another mention")
    leads = [event for event in events if event.sentence == lead.sentence and event.status in DONE]
    return tuple(_with_lead(one, leads, lead.day) if one.sentence in headlines else one for one in linked)


def _dated(event: Event, when: TimeExpression, detail: str) -> Event:
    return attrs.evolve(event, when=when, evidence=attrs.evolve(event.evidence, detail=detail))


def _with_lead(event: Event, leads: list[Event], day: TimeExpression | None) -> Event:
    """A headline's event with the day on which the lead lets the same parties act, or the lead's only day."""
    if event.when is not None or event.status not in DONE:
        return event
    _, codes, actors = _key(event)
    for other in leads:
        _, others, acting = _key(other)
        if actors == acting and codes <= others and other.when is not None and not other.historical:
            return _dated(event, other.when, "date from the lead")
    return event if day is None else _dated(event, day, "date from the lead")
