"""Events: who did what to whom (PLOVER)."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

import attrs

from diplonews.model.actor import Actor
from diplonews.model.article import Place
from diplonews.model.quote import Speaker
from diplonews.model.shown import Shown
from diplonews.model.span import Evidence, Span, shown
from diplonews.model.temporal import TimeExpression

if TYPE_CHECKING:
    from diplonews.lexicons.plover import Coding

__all__ = ["Event", "EventStatus", "EventType"]

SHOWN_PARTIES = 3


class EventType(StrEnum):
    """The 16 types of PLOVER (manual, draft version 2.0), in four quad classes.

    Attributes:
        AGREE: agree, offer, promise; also a meeting, visit or help to come (quad 1).
        CONSULT: meet, talk, visit, mediate (quad 1).
        SUPPORT: back, praise, recognise, sign, ratify (quad 1).
        CONCEDE: yield in words or by law: ease rules, apologise, pardon (quad 1).
        COOPERATE: act together in material ways: trade, joint exercises (quad 2).
        AID: give money, goods, arms, shelter (quad 2).
        RETREAT: carry out a concession: withdraw, release, stop fighting (quad 2).
        REQUEST: ask, urge, demand, order (quad 3).
        ACCUSE: criticise, accuse, investigate (quad 3).
        REJECT: refuse, veto, break off (quad 3).
        THREATEN: warn of serious consequences (quad 3).
        PROTEST: civilians march, strike, riot, boycott (quad 4).
        SANCTION: reduce relations: impose sanctions, expel, recall, fine (quad 4).
        MOBILIZE: raise readiness, move troops, test weapons (quad 4).
        COERCE: restrict or force without hurting persons: arrest, seize, censor (quad 4).
        ASSAULT: hurt or kill, or destroy with weapons (quad 4).
    """

    AGREE = "AGREE"
    CONSULT = "CONSULT"
    SUPPORT = "SUPPORT"
    CONCEDE = "CONCEDE"
    COOPERATE = "COOPERATE"
    AID = "AID"
    RETREAT = "RETREAT"
    REQUEST = "REQUEST"
    ACCUSE = "ACCUSE"
    REJECT = "REJECT"
    THREATEN = "THREATEN"
    PROTEST = "PROTEST"
    SANCTION = "SANCTION"
    MOBILIZE = "MOBILIZE"
    COERCE = "COERCE"
    ASSAULT = "ASSAULT"


class EventStatus(StrEnum):
    """Whether the event happened.

    Attributes:
        ACTUAL: the text reports it as a fact.
        PLANNED: it is to come: *will expel two envoys*.
        HYPOTHETICAL: it is possible, conditional or wished for: *may expel*.
        NEGATED: it did not or will not happen: *did not expel*.
        DENIED: somebody says that it did not happen: *denied reports that it had expelled*.
        CLAIMED: somebody says that it happened, and the text does not confirm it: *reportedly expelled*.
    """

    ACTUAL = "ACTUAL"
    PLANNED = "PLANNED"
    HYPOTHETICAL = "HYPOTHETICAL"
    NEGATED = "NEGATED"
    DENIED = "DENIED"
    CLAIMED = "CLAIMED"


@attrs.frozen(kw_only=True)
class Event(Shown):
    """One event, coded.

    `id` and `text` are left out of comparisons.

    Attributes:
        id: 16 hexadecimal digits, the same in every run and unique within an article, computed
            from the article's identifier (or its text), the trigger's position and the family of the
            rule. "" for an event not made by a stage.
        text: the words of the sentence as printed.
        type: one of the 16 types.
        modes: PLOVER's modes, the most specific first; may be empty.
        contexts: PLOVER's contexts, the most specific first; may be empty.
        actors: the parties that did it; all parties of a reciprocal event.
        recipients: the parties it was done to; empty for a reciprocal event.
        symmetric: whether the event is reciprocal.
        object: words of the pact, measure or thing that it is about, or None.
        when: the date of the event (not of the publication), or None.
        effective: a later date from which it is in force, or None.
        place: its place, from the text or the dateline, or None.
        status: ACTUAL, PLANNED, HYPOTHETICAL, NEGATED, DENIED or CLAIMED.
        historical: whether the text gives it as background.
        speaker: the speaker, if it is in reported speech.
        quote: content of the quote it is reported in, or empty.
        trigger: the words that name the event.
        sentence: the sentence it was read in.
        duplicate_of: sentence of the earlier mention of the same event, or None.
        evidence: rule and cues.
    """

    id: str = attrs.field(default="", eq=False)
    text: str = attrs.field(default="", eq=False)
    type: EventType
    modes: tuple[str, ...] = ()
    contexts: tuple[str, ...] = ()
    actors: tuple[Actor, ...] = ()
    recipients: tuple[Actor, ...] = ()
    symmetric: bool = False
    object: Span | None = None
    when: TimeExpression | None = None
    effective: TimeExpression | None = None
    place: Place | None = None
    status: EventStatus = EventStatus.ACTUAL
    historical: bool = False
    speaker: Speaker | None = None
    quote: tuple[Span, ...] = ()
    trigger: tuple[Span, ...]
    sentence: Span
    duplicate_of: Span | None = None
    evidence: Evidence

    @property
    def quad(self) -> int:
        """1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict."""
        return self._coding().quad

    @property
    def score(self) -> float:
        """PLOVER's score of type and mode, -10 to +10."""
        return self._coding().score

    @property
    def cameo(self) -> str:
        """The default CAMEO code for type, mode and contexts."""
        return self._coding().cameo

    @property
    def goldstein(self) -> float:
        """The Goldstein value of `cameo`, -10 to +10."""
        from diplonews.lexicons.plover import find_goldstein

        return find_goldstein(self.cameo)

    def _coding(self) -> Coding:
        from diplonews.lexicons.plover import find_coding

        return find_coding(self.type.name, self.modes, self.contexts)

    def trigger_words(self) -> tuple[str, ...]:
        """The words of each span of `trigger`, from `text`; empty if `text` is not stored.

        Example:
            >>> Event(type=EventType.ACCUSE, text="Oslo rebuked Riga.", trigger=(Span(105, 112),),
            ...     sentence=Span(100, 118), evidence=Evidence(rule="accuse.v.accuse")).trigger_words()
            ('rebuked',)
        """
        first = self.sentence.start
        return tuple(self.text[span.start - first : span.end - first] for span in self.trigger) if self.text else ()

    def dyads(self) -> tuple[tuple[Actor, Actor | None], ...]:
        """The pairs of actor and recipient.

        Returns:
            Pairs in the order of `actors`: for a reciprocal event, each party with each other one;
            for a directed event, each actor with each recipient, or with None if there is no
            recipient.

        Example:
            >>> from diplonews.model import EventType, Evidence, Span
            >>> two = (Actor(code="NOR"), Actor(code="FIN"))
            >>> event = Event(type=EventType.CONSULT, actors=two, symmetric=True, trigger=(Span(0, 3),),
            ...     sentence=Span(0, 9), evidence=Evidence(rule="consult"))
            >>> [(a.code, b.code) for a, b in event.dyads()]
            [('NOR', 'FIN'), ('FIN', 'NOR')]
            >>> event.quad, event.score, event.cameo, event.goldstein
            (1, 2.5, '040', 1.0)
        """
        if self.symmetric and not self.recipients:
            return tuple((one, other) for one in self.actors for other in self.actors if one is not other)
        if not self.recipients:
            return tuple((actor, None) for actor in self.actors)
        return tuple((actor, other) for actor in self.actors for other in self.recipients)

    def __repr__(self) -> str:
        who, whom = (_codes(parties) for parties in (self.actors, self.recipients))
        day = self.when.value if self.when is not None else None
        words = f" {shown(' ... '.join(self.trigger_words()), 30)}" if self.text else ""
        return f"<Event {self.type.name} {who} > {whom} {day} {self.status.name}{words}>"


def _codes(parties: tuple[Actor, ...]) -> str:
    """The codes of the first parties."""
    more = ",..." if len(parties) > SHOWN_PARTIES else ""
    return ",".join(actor.code or "?" for actor in parties[:SHOWN_PARTIES]) + more
