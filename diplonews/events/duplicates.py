"""Mentions of one event within an article: headline and lead, a repeated passage, `the meeting` later on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

import attrs

from diplonews.model import Event, EventStatus, EventType, Span, TimeExpression

__all__ = [
    "Act",
    "FirstMentions",
    "Lead",
    "act_of",
    "are_alike",
    "is_meeting",
    "link_mentions",
    "may_coincide",
    "merged",
]

FAMILIES = {EventType.RETREAT: EventType.CONCEDE}
STEM = 5  # characters that tell a word from another, whatever its ending
SHORT = 2
MOST_COMPARED = 100  # events of the same parties and type; an article has fewer
DONE = frozenset((EventStatus.ACTUAL, EventStatus.CLAIMED))


def is_meeting(event: Event) -> bool:
    """Whether it is a meeting, held or to come: `talks` and `the meeting` are one without further words."""
    return event.type is EventType.CONSULT or event.evidence.rule.startswith("consult.")


@attrs.frozen(kw_only=True)
class Act:
    """What of an event decides whether another mention tells of the same one.

    Attributes:
        family: its type; types that tell of the same acts are one.
        codes: of all parties.
        doers: the codes of those who did it to others; none of a reciprocal event.
        days: the first day, and the one after the last; None if they are not known.
        done: whether it is told as done.
        meeting: whether it is a meeting, held or to come.
        about: stems of the words that say what it is about.
    """

    family: EventType
    codes: frozenset[str]
    doers: frozenset[str]
    days: tuple[date, date] | None
    done: bool
    meeting: bool
    about: frozenset[str]

    @property
    def key(self) -> tuple[EventType, frozenset[str], frozenset[str]]:
        """What is the same in all mentions of one event within an article."""
        return self.family, self.codes, self.doers


def act_of(event: Event, text: str) -> Act:
    """An event as it is compared with others.

    Args:
        text: the article's text.
    """
    return Act(
        family=FAMILIES.get(event.type, event.type),
        codes=frozenset(actor.code for actor in (*event.actors, *event.recipients)),
        doers=frozenset() if event.symmetric else frozenset(actor.code for actor in event.actors),
        days=_days(event.when),
        done=event.status in DONE,
        meeting=is_meeting(event),
        about=_about(event, text),
    )


def _days(expression: TimeExpression | None) -> tuple[date, date] | None:
    if expression is None or expression.interval is None:
        return None
    start, end = expression.interval.start, expression.interval.end
    return date(start.year, start.month, start.day), date(end.year, end.month, end.day)


def _about(event: Event, text: str) -> frozenset[str]:
    """What an act is about, in small letters; words of the trigger where it has no object."""
    spans = (event.object,) if event.object is not None else event.trigger
    words = frozenset(word for span in spans for word in span.of(text).lower().split())
    return frozenset(word[:STEM] for word in words if len(word) > SHORT and word not in ("the", "its", "their"))


def merged(acts: Sequence[Act]) -> Act:
    """What several mentions of one event tell together: the narrowest days, and all that it is about."""
    days = [act.days for act in acts if act.days is not None]
    return attrs.evolve(
        acts[0],
        days=min(days, key=lambda pair: pair[1] - pair[0], default=None),
        done=any(act.done for act in acts),
        meeting=any(act.meeting for act in acts),
        about=frozenset(word for act in acts for word in act.about),
    )


def may_coincide(one: Act, other: Act) -> bool:
    """Whether status and dates allow that the two are one.

    Both are told as done, or neither; the days overlap, or those of one are not known.
    """
    if one.done is not other.done:
        return False
    left, right = one.days, other.days
    if left is None or right is None:
        return True
    return (left[0] < right[1] and right[0] < left[1]) or left == right


def are_alike(one: Act, other: Act) -> bool:
    """Whether both are meetings, or one is about all that the other is about."""
    left, right = one.about, other.about
    return (one.meeting and other.meeting) or left == right or bool(left and right and (left <= right or right <= left))


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
    acts = [act_of(event, text) for event in events]
    members: dict[int, list[int]] = {}
    for number, (event, act) in enumerate(zip(events, acts, strict=True)):
        known = firsts.setdefault(act.key, [])
        same = (
            first
            for first in known[-MOST_COMPARED:]
            if may_coincide(acts[first], act)
            and (are_alike(acts[first], act) or _is_told_again(events[first], event, text, headlines, lead))
        )
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
    leads = [
        (event, act) for event, act in zip(events, acts, strict=True) if event.sentence == lead.sentence and act.done
    ]
    return tuple(
        _with_lead(one, act, leads, lead.day) if one.sentence in headlines else one
        for one, act in zip(linked, acts, strict=True)
    )


def _is_told_again(one: Event, other: Event, text: str, headlines: frozenset[Span], lead: Lead) -> bool:
    """Whether the place in the article says that a later event is an earlier one told again."""
    if one.sentence.of(text) == other.sentence.of(text):
        return True
    if one.sentence in headlines and other.sentence not in headlines:
        return True
    return one.sentence == lead.sentence and one.when is None and other.when is not None and not other.historical


def _dated(event: Event, when: TimeExpression, detail: str) -> Event:
    return attrs.evolve(event, when=when, evidence=attrs.evolve(event.evidence, detail=detail))


def _with_lead(event: Event, act: Act, leads: list[tuple[Event, Act]], day: TimeExpression | None) -> Event:
    """A headline's event with the day on which the lead lets the same parties act, or the lead's only day."""
    if event.when is not None or not act.done:
        return event
    for other, told in leads:
        same = act.doers == told.doers and act.codes <= told.codes
        if same and other.when is not None and not other.historical:
            return _dated(event, other.when, "date from the lead")
    return event if day is None else _dated(event, day, "date from the lead")


class FirstMentions:
    """The events of an article by sentence, parties and type: where a repeated mention finds its first one.

    Args:
        events: all of an article.
    """

    def __init__(self, events: Iterable[Event]) -> None:
        self._first: dict[tuple[object, ...], Event] = {}
        for event in events:
            for key in _mention_keys(event, event.sentence):
                self._first.setdefault(key, event)

    def of(self, event: Event) -> Event | None:
        """In the sentence that a repeated mention points to, the event that is likest; None for a first mention."""
        if event.duplicate_of is None:
            return None
        found = (self._first.get(key) for key in _mention_keys(event, event.duplicate_of))
        return next((other for other in found if other is not None and other is not event), None)


def _mention_keys(event: Event, sentence: Span) -> tuple[tuple[object, ...], ...]:
    codes = frozenset(party.code for party in (*event.actors, *event.recipients))
    return (sentence, codes, event.type), (sentence, codes), (sentence,)
