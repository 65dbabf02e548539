"""An event of one sentence before dates, places and duplicates: its type, parties and status."""

from __future__ import annotations

import attrs

from diplonews.actors.resolve import Party
from diplonews.events.status import Standing, assess, is_refusing
from diplonews.events.triggers import Match
from diplonews.events.vetoes import HARMFUL
from diplonews.lexicons.triggers import Trigger
from diplonews.lexicons.wordsets import WordSet
from diplonews.model import EventStatus, EventType
from diplonews.syntax.clauses import clause_of
from diplonews.syntax.nouns import phrase_of
from diplonews.syntax.tokens import Token

__all__ = ["COOPERATIVE", "EXPECTED", "PUBLIC_ACTS", "Coded", "as_planned", "future_of", "one_way", "standing_of"]

COOPERATIVE = frozenset((EventType.CONSULT, EventType.SUPPORT, EventType.COOPERATE, EventType.AID))
YIELDING = frozenset((EventType.RETREAT, EventType.CONCEDE))
REFUSABLE = COOPERATIVE | YIELDING | {EventType.AGREE}
ASKED_FOR = {  # cues that a row itself requires
    "status.negation": ("neg",),
    "status.would": ("if", "mod"),
    "status.condition": ("until",),
}
ABLE = frozenset(("can", "ca", "could"))
NEGATIVES = frozenset(("no", "not"))
THERE = frozenset(("after", "at", "during", "following", "in", "on"))
JOURNEYS = WordSet("coding.journeys")
AWAITED = WordSet("coding.awaited")
EXPECTED = WordSet("coding.expected")
READY = WordSet("coding.ready")
VOWING = WordSet("coding.vowing")
REFUSING = WordSet("coding.refusing")
PUBLIC_ACTS = frozenset((EventType.CONSULT, EventType.AGREE))
AT_A_TIME = frozenset(("when", "once", "after", "before", "until"))


@attrs.frozen(kw_only=True, eq=False)
class Coded:
    """An event of one sentence before dates, places and duplicates.

    Attributes:
        match: the trigger and its place in the sentence.
        type: the event type, after the rules for future and refused acts.
        actors, recipients: resolved; `symmetric` puts all parties into `actors`.
        standing: whether it happened.
        rule: ids of the rules that chose the type.
        fallback: id of the row that supplied the other side if no slot of the trigger did.
    """

    match: Match
    type: EventType
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    symmetric: bool
    standing: Standing
    rule: str
    fallback: str | None = None

    @property
    def codes(self) -> frozenset[str]:
        """The codes of all parties."""
        return frozenset(party.code for party in (*self.actors, *self.recipients))

    @property
    def is_meeting(self) -> bool:
        """Whether its parties met or plan to meet."""
        trigger = self.match.trigger
        return self.type in PUBLIC_ACTS and trigger.type in PUBLIC_ACTS and "diplomatic" in trigger.contexts


def future_of(match: Match, standing: Standing) -> tuple[EventType, str, EventStatus]:
    """Type, deciding rule and status of an act, after the rules for planned, refused and negated acts."""
    kind = match.trigger.type
    status = standing.status
    refused = any(cue.lemma in REFUSING for cue in standing.cues) or _is_refusal(match)
    if status is EventStatus.NEGATED and kind in REFUSABLE and refused:
        return EventType.REJECT, "type.refused", EventStatus.ACTUAL
    if kind is EventType.AGREE and _is_pledged_harm(match):
        return EventType.THREATEN, "type.pledged_conflict", status
    if status in (EventStatus.PLANNED, EventStatus.HYPOTHETICAL):
        ready = status is EventStatus.PLANNED and any(cue.low in READY for cue in standing.cues)
        offered = EventStatus.ACTUAL if ready else status  # a party that is ready to help says so now
        if kind in COOPERATIVE:
            return EventType.AGREE, "type.future_cooperation", offered
        if kind in YIELDING:
            return EventType.AGREE, "type.future_concession", offered
        if kind is EventType.AGREE:
            return kind, "type.table", offered
        if kind in HARMFUL and kind is not EventType.MOBILIZE and status is EventStatus.PLANNED:
            announced = EventStatus.ACTUAL if _is_announced(match, standing) else status  # the threat is made now
            return EventType.THREATEN, "type.future_conflict", announced
    return kind, "type.table", status


def as_planned(coded: Coded) -> Coded:
    """The same event as planned, for a day in the future: `visits Oslo on Friday`, `Friday's talks with Oslo`."""
    match = coded.match
    noun = match.trigger.pos == "n" and match.arguments.light is None
    verb = match.arguments.verb or match.token.head
    if coded.standing.status is not EventStatus.ACTUAL or coded.type not in COOPERATIVE:
        return coded
    if _is_past_there(match.token) if noun else not clause_of(verb).is_present:
        return coded
    standing = Standing(status=EventStatus.PLANNED, cues=(verb,), rule="status.day_to_come")
    kind, rule, status = future_of(match, standing)
    return attrs.evolve(coded, type=kind, rule=rule, standing=attrs.evolve(standing, status=status))


def _is_past_there(noun: Token) -> bool:
    """`signed it at May talks`: an act done at a meeting shows that the meeting took place."""
    preposition = phrase_of(noun).preposition
    return preposition is not None and preposition.low in THERE and clause_of(preposition.head).is_narrative


def _is_announced(match: Match, standing: Standing) -> bool:
    """Whether the actor says itself that it will act: `Oslo said it would expel two envoys`."""
    clause = match.arguments.clause
    subject = clause.subject
    modal = any(cue.is_modal for cue in standing.cues)
    return modal and subject is not None and subject.is_pronoun and clause.reporter is not None


def _is_pledged_harm(match: Match) -> bool:
    """`vowed to bomb`, `vowed to fight on`; not `vowed never to bomb`, `vowed to help`."""
    complement = match.arguments.complement()
    inner = match.inner
    harmful = match.token.lemma in VOWING if inner is None else inner.type in (*HARMFUL, EventType.THREATEN)
    return harmful and complement is not None and not clause_of(complement).is_denied


def _is_refusal(match: Match) -> bool:
    """`will not lift`, `cannot accept`: a future act that is negated is a refusal; so is a `decision not to lift`."""
    clause = match.arguments.clause
    forgone = clause.is_forgone and match.trigger.type in REFUSABLE
    unable = match.trigger.type is EventType.AGREE and any(word.low in ABLE for word in clause.auxiliaries)
    return match.arguments.verb is not None and (clause.promise is not None or forgone or unable)


def _is_asked_for(rule: str, trigger: Trigger) -> bool:
    """Whether a row requires the very cue that would otherwise negate the act or leave it open: `gave no ground`."""
    if rule == "status.negation" and not NEGATIVES.isdisjoint(trigger.particles):
        return True
    return any(slot in ASKED_FOR.get(rule, ()) for need in trigger.needs for slot in need.parts)


def standing_of(match: Match) -> Standing:
    """The status of an event; for a noun trigger with a light verb, cues at the noun count too."""
    light = match.arguments.light
    if "noun" in match.trigger.actors:
        return Standing(status=EventStatus.ACTUAL)  # `the visiting premier` visits, whatever the clause says
    standing = assess(match.token if light is None or is_refusing(light) else light)
    uttered = "speaker" in match.trigger.actors and (
        standing.status in (EventStatus.HYPOTHETICAL, EventStatus.PLANNED)
        or (standing.status is EventStatus.NEGATED and any("noneg" in need.parts for need in match.trigger.needs))
    )  # `said a levy would be wrong`, `said Riga must not be allowed to lie`: it was said
    if uttered or _is_asked_for(standing.family, match.trigger):
        return Standing(status=EventStatus.ACTUAL)
    if standing.status is EventStatus.ACTUAL and _is_to_come(match):
        return Standing(status=EventStatus.PLANNED, cues=(match.token,), rule="status.plan")
    if standing.family == "status.purpose" and match.trigger.type is EventType.CONSULT and _is_journey(standing):
        return Standing(status=EventStatus.PLANNED, cues=standing.cues, rule="status.journey")
    if match.trigger.pos == "n" and light is not None and standing.status is EventStatus.ACTUAL:
        return assess(match.token)
    return standing


def _is_to_come(match: Match) -> bool:
    """Whether the words describe an expected act: `is due in Oslo`, `invited her`, `will say so when she visits`."""
    trigger = match.trigger
    if trigger.type is EventType.AGREE:
        act = next((kid.first("pobj", "pcomp") for kid in match.token.below("prep") if kid.low == "to"), None)
        own = act is not None and act.is_gerund  # `looks forward to visiting`
        awaited = trigger.lemma in AWAITED and (own or any(word.is_word_noun for word in match.used))
        return match.token.low in EXPECTED or awaited
    clause = clause_of(match.token)
    timed = clause.is_subordinate and not AT_A_TIME.isdisjoint(clause.marks)
    return trigger.type is EventType.CONSULT and timed and clause.is_present


def _is_journey(standing: Standing) -> bool:
    """`flew to Riga to meet the king`: someone who travels to a meeting plans to hold it."""
    return any(cue.is_verb and cue.lemma in JOURNEYS for cue in standing.cues)


def one_way(
    match: Match, actors: list[Party], recipients: list[Party], kind: EventType, standing: Standing, rule: str
) -> Coded:
    """An event from actors to recipients, or of actors alone."""
    return Coded(
        match=match,
        type=kind,
        actors=tuple(actors),
        recipients=tuple(recipients),
        symmetric=False,
        standing=standing,
        rule=rule,
    )
