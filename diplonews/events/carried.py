"""Dates inherited from an earlier sentence: from a statement, a meeting or the lead."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import islice

import attrs

from diplonews.events.coded import Coded
from diplonews.events.expressions import is_before
from diplonews.events.when import VERBAL, Timing, fresh_day, is_told_first, speech_date, told_dates
from diplonews.lexicons.wordsets import WordSet
from diplonews.model import EventStatus, EventType, TimeExpression
from diplonews.syntax.blocks import Sentence
from diplonews.syntax.clauses import clause_of

__all__ = ["OF_THE_STORY", "CarriedDays"]

DONE = (EventStatus.ACTUAL, EventStatus.CLAIMED)
AT_OTHER_TIMES = WordSet("carried.other_times")
MEANWHILE = frozenset(("as", "while"))
MOST_JOINED = 4  # verbs in a row
MOST_ABOVE = 6  # words between a meeting and the verb of its sentence
AT_OR_AFTER = frozenset(
    ("after", "as", "at", "by", "during", "following", "from", "in", "of", "on", "to", "when", "while", "with")
)
AT_ANOTHER_TIME = frozenset(("after", "before", "following", "once", "until", "when"))
ANNOUNCED = (EventType.SANCTION, EventType.CONCEDE, EventType.RETREAT)
SETTLING = (EventType.AGREE, EventType.SUPPORT)
READY = WordSet("coding.ready")
REPORTING = WordSet("verbs.saying")
GIVEN_BEFORE = "date of the statement, given before"
ANNOUNCEMENT = "date of the announcement"
AT_THE_MEETING = "date of the meeting, given before"
OF_THE_ACT = "date of the act, given before"
OF_THE_STORY = "date of the story, given in its first sentence"


class CarriedDays:
    """Days that events inherit from earlier sentences if their own sentence gives none.

    A statement inherits the day on which its speaker spoke before. An act that a state itself announces as
    done has the day of the announcement. What the parties of a meeting say to each other, reported in the
    simple past, has the day of the meeting, and what they will sign or settle that of a planned one. Other
    statements and meetings reported in the simple past take the day of the first sentence, unless their
    paragraph is about an earlier time. An attack that is told of again in the simple past has the day given
    before, if the text gives only one. No other event inherits a day.
    """

    def __init__(self) -> None:
        self._said: dict[str, TimeExpression] = {}  # by speaker; "" is a speaker without a code
        self._told = False  # whether the sentence itself dates a report
        self._met: TimeExpression | None = None
        self._parties: frozenset[str] = frozenset()
        self._due: TimeExpression | None = None
        self._awaited: frozenset[str] = frozenset()
        self._story: TimeExpression | None = None
        self._attacks: dict[tuple[object, ...], TimeExpression | None] = {}  # by sides; None if on several days
        self._aside = False  # whether the paragraph is about an earlier time

    def note_lead(self, sentence: Sentence, dates: Sequence[TimeExpression], anchor: date | None) -> None:
        """Record the day of the story: the day of the act or statement in the first sentence."""
        self._story = fresh_day(told_dates(sentence, tuple(dates)), anchor)

    def note_sentence(self, sentence: Sentence, dates: Sequence[TimeExpression]) -> None:
        """Record whether a paragraph has turned from the day of the story to an earlier time."""
        if sentence.tokens[0].sentence == 0:
            self._aside = False
        if self._story is None or not dates:
            return
        told = told_dates(sentence, tuple(dates))
        self._aside |= bool(told) and all(is_before(one, self._story) for one in told)

    def note_speech(self, sentence: Sentence, dates: Sequence[TimeExpression], speakers: Iterable[str]) -> None:
        """Record the day that a sentence gives for the statements in it."""
        said = speech_date(sentence, tuple(dates)) if dates else None
        self._told = said is not None
        if said is not None:
            self._note_said(said, speakers)

    def note_event(self, coded: Coded, timing: Timing) -> None:
        """Record the day of a statement or meeting; a later dated act of the parties replaces the meeting's day."""
        codes = frozenset(party.code for party in (*coded.actors, *coded.recipients))
        if timing.when is not None and coded.is_meeting and coded.standing.status is EventStatus.PLANNED:
            self._due, self._awaited = timing.when, codes
        if timing.when is None or timing.historical or coded.standing.status not in DONE:
            return
        if coded.type is EventType.ASSAULT:
            known = self._attacks.setdefault(_sides(coded), timing.when)
            if known is not None and known.interval != timing.when.interval:
                self._attacks[_sides(coded)] = None
        if coded.type in VERBAL and not self._told:
            self._note_said(timing.when, (party.code for party in coded.actors))
        if coded.type is EventType.CONSULT:
            self._met, self._parties = timing.when, codes
        elif codes <= self._parties:
            self._met = timing.when

    def _note_said(self, day: TimeExpression, speakers: Iterable[str]) -> None:
        codes = list(speakers) or [""]
        self._said |= dict.fromkeys(codes, day)
        if "" not in codes:
            self._said.pop("", None)

    def fill(self, coded: Coded, timing: Timing, *, speaker: str | None, quoted: bool) -> Timing:
        """The timing of an event, with an inherited day if it has none and the text continues the earlier report.

        Args:
            coded: the event.
            timing: the timing from its own sentence.
            speaker: code of its speaker in the sentence, "" if unknown, None if there is no speaker.
            quoted: whether the event is inside quoted words or introduces them.
        """
        actors = frozenset(party.code for party in coded.actors)
        if self._is_due_there(coded, timing):
            return attrs.evolve(timing, when=self._due, reason=AT_THE_MEETING)
        willing = any(cue.low in READY for cue in coded.standing.cues)
        offered = willing or coded.standing.family == "status.effort"  # the offer is made now
        if timing.when is not None or timing.historical or not (coded.standing.status in DONE or offered):
            return timing
        if coded.match.token.has("had") or not AT_OTHER_TIMES.words.isdisjoint(coded.match.arguments.clause.marks):
            return timing
        if _is_habit(coded):
            return timing
        told = self._story is not None and not self._aside and _is_told(coded)
        announced = coded.type in ANNOUNCED and coded.standing.status is EventStatus.ACTUAL
        if announced and self._told and speaker in actors & self._said.keys():
            return attrs.evolve(timing, when=self._said[speaker], reason=ANNOUNCEMENT)
        if coded.type not in VERBAL and not (coded.type is EventType.AID and coded.match.token.lemma in REPORTING):
            if told and coded.type is EventType.CONSULT:
                return self._of_story(timing)
            again = self._attacks.get(_sides(coded)) if not self._aside and _is_in_simple_past(coded) else None
            return timing if again is None else attrs.evolve(timing, when=again, reason=OF_THE_ACT)
        spoken = speaker is not None or quoted or _goes_on_speaking(coded) or self._speaks_again(coded, actors)
        own = speaker is None or speaker in actors
        said = next((self._said[code] for code in (*sorted(actors), "") if code in self._said), None)
        if spoken and own and said is not None and not (self._told and _looks_back(coded)):
            return attrs.evolve(timing, when=said, reason=GIVEN_BEFORE)
        if self._met is not None and (speaker or "") in {"", *self._parties} and self._is_among_them(coded, actors):
            return attrs.evolve(timing, when=self._met, reason=AT_THE_MEETING)
        stated = self._story is not None and not self._aside and speaker in actors and _is_stated(coded)
        return self._of_story(timing) if told or stated else timing

    def setting(self, coded: Coded, timing: Timing) -> TimeExpression | None:
        """The day of the story for an undated meeting at which something was said or done; else None."""
        done = timing.when is None and not timing.historical and coded.standing.status in DONE
        return self._story if done and not self._aside and _is_setting(coded) else None

    def _is_due_there(self, coded: Coded, timing: Timing) -> bool:
        """Whether an undated signing or the like is planned between the parties of a planned meeting or visit."""
        codes = {party.code for party in (*coded.actors, *coded.recipients)}
        planned = timing.when is None and coded.standing.status is EventStatus.PLANNED and not coded.is_meeting
        settling = planned and coded.match.trigger.type in SETTLING and not _is_later(coded)
        return settling and len(codes) > 1 and codes <= self._awaited

    def _of_story(self, timing: Timing) -> Timing:
        return attrs.evolve(timing, when=self._story, reason=OF_THE_STORY)

    def _speaks_again(self, coded: Coded, actors: frozenset[str]) -> bool:
        """Whether an earlier speaker is named again with another statement: `the secretary-general urged`."""
        return bool(actors) and actors <= self._said.keys() and clause_of(coded.match.token).is_narrative

    def _is_among_them(self, coded: Coded, actors: frozenset[str]) -> bool:
        """Whether parties of the meeting address each other, in a narrative tense."""
        codes = actors | {party.code for party in coded.recipients}
        verb = coded.match.arguments.light or coded.match.token
        told = clause_of(verb).is_narrative or clause_of(verb).reporter is not None
        among = codes <= self._parties if len(actors) == 1 else actors <= self._parties
        return len(codes) > 1 and among and told and not clause_of(verb).is_earlier


def _sides(coded: Coded) -> tuple[object, ...]:
    """The type and the parties of an act."""
    return coded.type, *(frozenset(one.code for one in parties) for parties in (coded.actors, coded.recipients))


def _is_later(coded: Coded) -> bool:
    """Whether another act gives its time: `will sign a treaty after the talks`, `once talks end`."""
    clause = clause_of(coded.match.arguments.light or coded.match.token)
    phrases = any(low in AT_ANOTHER_TIME for low, _ in clause.phrases)
    return phrases or any(clause_of(one).opens_with(AT_ANOTHER_TIME) for one in clause.adverbials)


def _is_in_simple_past(coded: Coded) -> bool:
    clause = clause_of(coded.match.arguments.light or coded.match.token)
    return clause.is_narrative and not clause.is_earlier


def _looks_back(coded: Coded) -> bool:
    """Whether a report looks back to an act: `Oslo has agreed, an envoy said Monday`, `Oslo agreed, he said Monday`."""
    verb = coded.match.arguments.light or coded.match.token
    return is_told_first(verb) or (clause_of(verb).is_earlier and clause_of(verb).reporter is not None)


def _goes_on_speaking(coded: Coded) -> bool:
    """Whether the earlier speaker makes this statement too: `we demand`, `he urged`."""
    hows = {party.actor.how for party in coded.actors}
    return "actor.speaker" in hows or ("actor.pronoun" in hows and clause_of(coded.match.token).is_narrative)


def _is_habit(coded: Coded) -> bool:
    """Whether a relative clause outside quotes describes it in the present: `Riga, which Oslo accuses of theft`."""
    verb = coded.match.arguments.light or coded.match.token
    return clause_of(verb).is_relative and clause_of(verb).is_present and verb.quoted < 0


def _is_setting(coded: Coded) -> bool:
    """Whether a meeting is where something was said or done: `urged Riga during talks`, `told the visiting premier`."""
    word = coded.match.arguments.light or coded.match.token
    for _ in range(MOST_ABOVE if coded.type is EventType.CONSULT else 0):
        head, clause = word.head, clause_of(word)
        if clause.is_descriptive or clause.is_content or clause.is_coordinated or head is word:
            return False
        if head.is_preposition and head.low not in AT_OR_AFTER:
            return False
        if clause.is_subordinate and not (clause.is_circumstance or clause.opens_with(AT_OR_AFTER)):
            return False
        if head.is_verb:
            above = clause_of(head)
            return above.is_narrative and head.quoted < 0 and not (above.is_subordinate or above.is_content)
        word = head
    return False


def _is_stated(coded: Coded) -> bool:
    """Whether somebody makes a statement in the simple past: `"Riga must pay," Oslo's envoy said`."""
    verb = coded.match.arguments.light or coded.match.token
    teller = clause_of(verb).reporter
    if teller is None or teller.head.quoted >= 0 or clause_of(verb).is_earlier:
        return False
    return clause_of(teller.head).is_narrative and not clause_of(teller.head).is_subordinate


def _is_told(coded: Coded) -> bool:
    """Whether the act is what its sentence reports, in the simple past: `Riga protested`, `as Oslo phoned Riga`."""
    verb = coded.match.arguments.light or coded.match.token
    if not clause_of(verb).is_narrative or verb.quoted >= 0:
        return False
    row = (one for one in islice(verb.upwards(), MOST_JOINED) if not clause_of(one).is_coordinated)
    first = next(row, verb)
    return first.head is first or (clause_of(first).is_subordinate and clause_of(first).opens_with(MEANWHILE))
