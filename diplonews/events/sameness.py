"""When two mentions are of one event: the rule that serves within an article and across articles."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

import attrs

from diplonews.lexicons.actornames import LEADER, name_gazetteer, sector_of
from diplonews.lexicons.triggers import find_trigger, trigger_index
from diplonews.lexicons.wordsets import WordSet
from diplonews.model import Actor, Event, EventStatus, EventType, TimeExpression

__all__ = ["DONE", "Act", "act_of", "are_alike", "is_meeting", "may_coincide", "merged"]

FAMILIES = {EventType.RETREAT: EventType.CONCEDE}
DONE = frozenset((EventStatus.ACTUAL, EventStatus.CLAIMED))
STEM = 5  # characters that tell a word from another, whatever its ending
SHORT = 2
STAY = timedelta(days=3)  # from one day on which a visit is told to another
ACCORDS = WordSet("accords.accords")
EMPTY = WordSet("sameness.empty")
KINDS = ("curb", "drill")  # classes of nouns that name the same act one for another, as accords do
NAMED = re.compile(r"\s+((?:[^\W\d_a-z][\w.’'-]*\s*){1,4})")  # `Taro Aso` after `counterpart`


@attrs.frozen(kw_only=True)
class Act:
    """What of an event decides whether another mention tells of the same one.

    Attributes:
        family: its type; types that tell of the same acts are one.
        codes: of all parties.
        doers: the codes of those who did it to others; none of a reciprocal event, nor of talks, which are told both
            ways.
        days: the first day, and the one after the last; None if they are not known.
        done: whether it is told as done.
        meeting: whether it is a meeting, held or to come.
        visit: whether it is a meeting for which one side travels.
        persons: codes, each with a part of the name of a person who acts for it.
        about: the words that say what it is about, without their endings; words for the same kind of thing are one.
    """

    family: EventType
    codes: frozenset[str]
    doers: frozenset[str]
    days: tuple[date, date] | None
    done: bool
    meeting: bool
    visit: bool
    persons: frozenset[tuple[str, str]]
    about: frozenset[str]

    @property
    def key(self) -> tuple[EventType, frozenset[str], frozenset[str], bool]:
        """What is the same in all mentions of one event."""
        return self.family, self.codes, self.doers, self.visit


def is_meeting(event: Event) -> bool:
    """Whether it is a meeting, held or to come: `talks` and `the meeting` are one without further words."""
    return event.type is EventType.CONSULT or event.evidence.rule.startswith("consult.")


def act_of(event: Event, text: str) -> Act:
    """An event as it is compared with others.

    Args:
        event: the event.
        text: the article's text.
    """
    meeting, trigger = is_meeting(event), find_trigger(event.evidence.rule)
    visit = meeting and "visit" in (*event.modes, *(trigger.modes if trigger is not None else ()))
    both_ways = event.symmetric or (meeting and not visit)
    return Act(
        family=FAMILIES.get(event.type, event.type),
        codes=frozenset(actor.code for actor in (*event.actors, *event.recipients)),
        doers=frozenset() if both_ways else frozenset(actor.code for actor in event.actors),
        days=_days(event.when),
        done=event.status in DONE,
        meeting=meeting,
        visit=visit,
        persons=frozenset(_persons(event, text)),
        about=frozenset(_about(event, text)),
    )


def _days(expression: TimeExpression | None) -> tuple[date, date] | None:
    if expression is None or expression.interval is None:
        return None
    start, end = expression.interval.start, expression.interval.end
    return date(start.year, start.month, start.day), date(end.year, end.month, end.day)


def _persons(event: Event, text: str) -> Iterator[tuple[str, str]]:
    sentence = event.sentence.of(text)
    for party in (*event.actors, *event.recipients):
        for word in _person(party, sentence).lower().replace(".", " ").split():
            if len(word) > SHORT:
                yield party.code, word


def _person(party: Actor, sentence: str) -> str:
    """The name of the person who acts for a party, as far as it is known; else ``""``."""
    if party.name is None or party.role is None:
        return ""
    known = name_gazetteer().get(party.name)
    if known is None or known.kind == LEADER:
        return party.name
    head = party.role.rpartition(" ")[2]  # of `his Japanese counterpart Taro Aso`, `Chinese minister Li Zhaoxing`
    if sector_of(head) is None and head.capitalize() in sentence:
        return head
    _, found, after = sentence.partition(head)
    named = NAMED.match(after) if found else None
    return named[1] if named is not None else ""


def _about(event: Event, text: str) -> Iterator[str]:
    """What an act is about, in small letters; words of the trigger where it has no object."""
    index = trigger_index()
    for span in (event.object,) if event.object is not None else event.trigger:
        for word in span.of(text).lower().split():
            if len(word) <= SHORT or word in EMPTY:
                continue
            lemma = index.noun_lemmas.get(word, word)
            if lemma in ACCORDS:
                yield "@accord"
            else:
                yield next((f"@{kind}" for kind in KINDS if lemma in index.classes[kind]), word[:STEM])


def merged(acts: Sequence[Act]) -> Act:
    """What several mentions of one event tell together: the narrowest days, all persons, and all that it is about."""
    days = [act.days for act in acts if act.days is not None]
    return attrs.evolve(
        acts[0],
        days=min(days, key=lambda pair: pair[1] - pair[0], default=None),
        done=any(act.done for act in acts),
        persons=frozenset(person for act in acts for person in act.persons),
        about=frozenset(word for act in acts for word in act.about),
    )


def may_coincide(one: Act, other: Act) -> bool:
    """Whether status, dates and persons allow that the two are one.

    Both are told as done, or neither; the days overlap, or those of one are not known; no party of a meeting has two
    persons of different names.
    """
    if one.done is not other.done:
        return False
    if one.meeting and other.meeting and _are_others(one, other):
        return False
    left, right = one.days, other.days
    if left is None or right is None:
        return True
    slack = STAY if one.visit and other.visit else timedelta(0)
    return (left[0] < right[1] + slack and right[0] < left[1] + slack) or left == right


def _are_others(one: Act, other: Act) -> bool:
    """Whether some party is another person in the one than in the other."""
    return any(
        {name for party, name in one.persons if party == code}.isdisjoint(
            name for party, name in other.persons if party == code
        )
        for code in {code for code, _ in one.persons} & {code for code, _ in other.persons}
    )


def are_alike(one: Act, other: Act) -> bool:
    """Whether both are visits, or both talks, or one is about all that the other is about."""
    if one.meeting and other.meeting:
        return one.visit is other.visit
    left, right = one.about, other.about
    return left == right or bool(left and right and (left <= right or right <= left))
