"""Whether two mentions refer to the same event, within an article or across articles."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

import attrs

from diplonews.lexicons.actornames import LEADER, name_gazetteer, sector_of
from diplonews.lexicons.states import load_states, state_forms
from diplonews.lexicons.tables import Tables, per_tables
from diplonews.lexicons.triggers import find_trigger, trigger_index
from diplonews.lexicons.wordsets import WordSet
from diplonews.model import Actor, Event, EventStatus, EventType, TimeExpression

__all__ = [
    "DONE",
    "Act",
    "act_of",
    "are_alike",
    "is_meeting",
    "is_same_thing",
    "is_visit",
    "may_coincide",
    "merged",
    "shared_persons",
    "times_of",
]

FAMILIES = {EventType.RETREAT: EventType.CONCEDE}
DONE = frozenset((EventStatus.ACTUAL, EventStatus.CLAIMED))
STEM = 5  # characters that identify a word, whatever its ending
SHORT = 2
TOLD_ALIKE = 5  # words shared by two sentences about one act
SHARE_TOLD = 0.25  # of the words of the shorter of the two
SHARE_RETOLD = 0.33  # the same, if the time of the act does not link them
SHARE_COPIED = 0.6  # the same of two pieces of news
ROUGH = timedelta(days=7)  # longer periods do not date a meeting
MONTH = timedelta(days=31)  # longer periods do not date a recent act
STAY = timedelta(days=3)  # between two days given for the same visit
EMPTY = WordSet("sameness.empty")
DEFINITE = WordSet("sameness.definite")
GATHERINGS = WordSet("sameness.gatherings")
KINDS = tuple(
    WordSet(f"sameness.{name}") for name in ("accords", "curbs", "drills", "requests", "truces")
)  # words of one kind name the same act
MEASURES = "sameness.curbs"
LASTING = frozenset(("sameness.accords", MEASURES, "sameness.truces"))
WORD = re.compile(r"[^\W\d_]{4,}")
TOPIC = re.compile(r"\b(?:over|about|regarding|concerning) ([\w’'-]+(?: [\w’'-]+){0,3})")
OWNER = re.compile(r"([^\W\d_a-z][\w-]+)[’']s (?:[\w-]+ ){0,3}$")  # `Millon's five-day visit`
NAMED = re.compile(r"\s+([^\W\d_a-z][\w.’'-]*(?:\s+[^\W\d_a-z][\w.’'-]*){0,3})")  # `Taro Aso` after `counterpart`


@attrs.frozen(kw_only=True)
class Act:
    """The properties of an event that decide whether another mention refers to it.

    Attributes:
        family: its type; types that describe the same acts share a family.
        codes: the codes of all parties.
        doers: the codes of the actors; empty for a reciprocal event and for talks, which may be reported from either
            side.
        modes: PLOVER's modes.
        days: the first day and the day after the last; None if unknown.
        done: whether it is reported as done.
        background: whether it is reported as background.
        named: whether the trigger is a noun, as for a known act: `the curbs`.
        refers_back: whether the noun is definite and so refers to an earlier mention: `their release`, `the request`.
        meeting: whether it is a meeting, held or planned.
        visit: whether it is a meeting for which one side travels.
        persons: codes, each paired with a part of the name of a person who acts for it.
        topics: the words after `over`, `about` and similar prepositions.
        about: the stems of the words for its object; words for the same kind of thing share one stem.
        sentence: the text of its sentence.
        told: the stems of the words of that sentence, without the names of the parties.
    """

    family: EventType
    codes: frozenset[str]
    doers: frozenset[str]
    modes: tuple[str, ...]
    days: tuple[date, date] | None
    done: bool
    background: bool
    named: bool
    refers_back: bool
    meeting: bool
    visit: bool
    persons: frozenset[tuple[str, str]]
    topics: frozenset[str]
    about: frozenset[str]
    sentence: str
    told: frozenset[str]

    @property
    def is_known(self) -> bool:
        """Whether the text presents the act as already known."""
        return self.background or self.named

    @property
    def key(self) -> tuple[EventType, frozenset[str], bool]:
        """The key that all mentions of an event share: its parties or, for a visit, only the visitor."""
        return self.family, self.doers if self.visit else self.codes, self.visit


def is_meeting(event: Event) -> bool:
    """Whether an event is a meeting, held or planned."""
    return event.type is EventType.CONSULT or event.evidence.rule.startswith("consult.")


def is_visit(event: Event) -> bool:
    """Whether an event is a meeting for which one side travels or will travel."""
    trigger = find_trigger(event.evidence.rule)
    modes = (*event.modes, *(trigger.modes if trigger is not None else ()))
    return is_meeting(event) and not event.symmetric and "visit" in modes


def act_of(event: Event, text: str) -> Act:
    """The properties of an event that are compared with those of others.

    Args:
        event: the event.
        text: the article's text.
    """
    about, trigger = frozenset(_about(event, text)), find_trigger(event.evidence.rule)
    named = trigger is not None and trigger.pos == "n"
    planned = event.status is EventStatus.PLANNED and "visit" in about  # `invited him to visit`
    meeting = is_meeting(event) or planned
    visit = is_visit(event) or (planned and not event.symmetric)
    both_ways = event.symmetric or (meeting and not visit)
    codes = frozenset(actor.code for actor in (*event.actors, *event.recipients))
    sentence = event.sentence.of(text)
    return Act(
        family=FAMILIES.get(event.type, event.type),
        codes=codes,
        doers=frozenset() if both_ways else frozenset(actor.code for actor in event.actors),
        modes=event.modes,
        days=_days(event.when),
        done=event.status in DONE,
        background=event.historical,
        named=named,
        refers_back=named and _is_definite(event, text),
        meeting=meeting,
        visit=visit,
        persons=frozenset(_persons(event, text)),
        topics=frozenset(_topics(event, text)),
        about=about,
        sentence=sentence,
        told=_told(sentence, codes),
    )


def _is_definite(event: Event, text: str) -> bool:
    """Whether a definite article, a possessive or the like is right before the trigger."""
    before = _before_trigger(event, text).lower().split()
    return bool(before) and before[-1] in DEFINITE


def _before_trigger(event: Event, text: str) -> str:
    """The text before the trigger in the sentence."""
    end = event.trigger[0].start if event.trigger else event.sentence.start
    return text[event.sentence.start : end]


def _days(expression: TimeExpression | None) -> tuple[date, date] | None:
    if expression is None or expression.interval is None:
        return None
    start, end = expression.interval.start, expression.interval.end
    return date(start.year, start.month, start.day), date(end.year, end.month, end.day)


def _persons(event: Event, text: str) -> Iterator[tuple[str, str]]:
    """The code of each party, paired with each word of the name of the person who acts for it."""
    sentence = event.sentence.of(text)
    named = [(party.code, _person(party, sentence)) for party in (*event.actors, *event.recipients)]
    if is_visit(event) and len(event.actors) == 1 and not named[0][1]:
        named[0] = (named[0][0], _possessor(_before_trigger(event, text)))
    for code, name in named:
        for word in name.lower().replace(".", " ").split():
            if len(word) > SHORT:
                yield code, word


def _possessor(before: str) -> str:
    """The owner of a visit (`Millon's visit`), if it is a person; else ``""``."""
    owner = OWNER.search(before)
    return owner[1] if owner is not None and name_gazetteer().get(owner[1]) is None else ""


def _person(party: Actor, sentence: str) -> str:
    """The name of the person who acts for a party, if known; else ``""``."""
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
    """The stems of an act's object, or of its trigger if it has no object."""
    for span in (event.object,) if event.object is not None else event.trigger:
        yield from _stems(span.of(text))


def _topics(event: Event, text: str) -> Iterator[str]:
    """The stems of the phrase that names the topic, after `over` or `about`."""
    topic = TOPIC.search(text[event.trigger[-1].end : event.sentence.end]) if event.trigger else None
    if topic is not None:
        yield from _stems(topic[1])


def _stems(words: str) -> Iterator[str]:
    """Lower-case stems of words; words for the same kind of thing share one stem."""
    index, kinds = trigger_index(), _kinds()
    for word in words.lower().split():
        if len(word) > SHORT and word not in EMPTY:
            lemma = index.noun_lemmas.get(word) or index.verb_lemmas.get(word, word)
            yield kinds.get(lemma) or (lemma if lemma in GATHERINGS else word[:STEM])


@per_tables
def _kinds(_: Tables) -> dict[str, str]:
    """The kind of act that each word names; of two kinds, the first."""
    return {word: kind.name for kind in reversed(KINDS) for word in kind.words}


def _told(sentence: str, codes: frozenset[str]) -> frozenset[str]:
    words = frozenset(word[:STEM] for word in WORD.findall(sentence.lower()) if word not in EMPTY)
    return words.difference(*(_words_of_state().get(code, ()) for code in codes))


@per_tables
def _words_of_state(_: Tables) -> dict[str, frozenset[str]]:
    """The words of all names of each state, without their endings."""
    return {
        state.code: frozenset(word[:STEM] for form in state_forms(state) for word in WORD.findall(form.text.lower()))
        for state in load_states()
    }


def times_of(act: Act) -> tuple[date, date] | None:
    """The first day on which an act may have taken place and the day after the last; a visit may last a few days."""
    if act.days is None or not act.visit:
        return act.days
    return act.days[0], min(act.days[1], date.max - STAY) + STAY


def merged(acts: Sequence[Act]) -> Act:
    """The combined properties of several mentions: the narrowest days, all parties, persons and words."""
    days = [act.days for act in acts if act.days is not None]
    return attrs.evolve(
        acts[0],
        codes=frozenset(code for act in acts for code in act.codes),
        doers=next((act.doers for act in acts if act.doers), acts[0].doers),
        days=min(days, key=lambda pair: pair[1] - pair[0], default=None),
        done=any(act.done for act in acts),
        persons=frozenset(person for act in acts for person in act.persons),
        about=frozenset(word for act in acts for word in act.about),
    )


def may_coincide(one: Act, other: Act) -> bool:
    """Whether status, parties, dates and persons allow two mentions to be of one event.

    Both are reported as done, or neither; the actors are the same, or one mention is reciprocal; the days overlap, or
    those of one mention are unknown; the parties of one mention include those of the other; and no party of a meeting
    is represented by two different persons.
    """
    if one.done is not other.done or not (one.codes <= other.codes or other.codes <= one.codes):
        return False
    if one.doers and other.doers and one.doers != other.doers:
        return False
    if one.meeting and other.meeting and shared_persons(one, other) is None:
        return False
    left, right = one.days, other.days
    if left is None or right is None:
        return not (_is_summed_up(one, other) or _is_summed_up(other, one))
    slack = STAY if one.visit and other.visit else timedelta(0)
    return (left[0] < right[1] + slack and right[0] < left[1] + slack) or left == right


def _is_summed_up(one: Act, other: Act) -> bool:
    """Whether one mention has only a rough date, such as `so far this year`, and the other is undated news."""
    if one.days is None:
        return False
    if one.meeting:
        return one.background and one.days[1] - one.days[0] > ROUGH and not other.background
    return one.days[1] - one.days[0] > MONTH and not other.is_known


def shared_persons(one: Act, other: Act) -> int | None:
    """The number of parties represented by the same person in both; None if a party has different persons."""
    count = 0
    for code in {code for code, _ in one.persons} & {code for code, _ in other.persons}:
        names = {name for party, name in one.persons if party == code}
        if names.isdisjoint(name for party, name in other.persons if party == code):
            return None
        count += 1
    return count


def are_alike(one: Act, other: Act) -> bool:
    """Whether the words of two mentions describe the same act.

    Both are visits or both are talks (a summit is not a conference); or the object of one mention includes that of the
    other, and their topics do not differ; or their sentences share many words.
    """
    left, right = one.about, other.about
    if one.meeting and other.meeting:
        gathered = [{word for word in about if word in GATHERINGS} for about in (left, right)]
        return one.visit is other.visit and not (all(gathered) and gathered[0].isdisjoint(gathered[1]))
    if one.topics and other.topics and one.topics.isdisjoint(other.topics):
        return False
    return _is_about_the_same(left, right) or _is_told_alike(one, other)


def is_same_thing(one: Act, other: Act) -> bool:
    """Whether two mentions describe the same act even though their dates do not link them.

    If one is background, or presents the act as known, both must share at least two words for their object, or name a
    lasting measure of the same kind, or have similar sentences. Two news mentions must have almost the same
    sentences; or only one is dated and both are about the same pact or measure, such as `the intelligence-sharing
    pact`.
    """
    shared = one.about & other.about
    about_the_same = not one.meeting and _is_about_the_same(one.about, other.about)
    if not (one.is_known or other.is_known):
        told_again = (one.days is None) is not (other.days is None)
        lasting = about_the_same and len(shared) > 1 and not shared.isdisjoint(LASTING)
        return (told_again and lasting) or _is_told_alike(one, other, SHARE_COPIED)
    if one.background and other.background and one.about == other.about and one.sentence == other.sentence:
        return True
    in_force = one.family is EventType.SANCTION and MEASURES in shared and one.modes == other.modes
    return (about_the_same and (len(shared) > 1 or in_force)) or _is_told_alike(one, other, SHARE_RETOLD)


def _is_about_the_same(left: frozenset[str], right: frozenset[str]) -> bool:
    return left == right or bool(left and right and (left <= right or right <= left))


def _is_told_alike(one: Act, other: Act, share: float = SHARE_TOLD) -> bool:
    """Whether two different sentences share many words and the acts have the same modes."""
    shared = len(one.told & other.told)
    return (
        one.modes == other.modes
        and one.sentence != other.sentence
        and shared >= TOLD_ALIKE
        and shared >= share * min(len(one.told), len(other.told))
    )
