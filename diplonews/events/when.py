"""The date of an event: the date expression attached to its words, not the day of publication."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, timedelta
from itertools import islice, takewhile

import attrs

from diplonews.events.coded import Coded
from diplonews.events.expressions import (
    DAY,
    OLD,
    ahead,
    by_day,
    day_after,
    is_later,
    is_recent,
    moved,
    resolved,
    with_heads,
)
from diplonews.events.put_off import PUT_OFF, UNTIL
from diplonews.lexicons.speakers import speaker_words
from diplonews.lexicons.wordsets import WordSet
from diplonews.model import EventStatus, EventType, RegionKind, TimeExpression, TimexType
from diplonews.syntax.adjuncts import clauses_above, holder_of
from diplonews.syntax.blocks import Sentence
from diplonews.syntax.clauses import clause_of
from diplonews.syntax.nouns import phrase_of
from diplonews.syntax.tokens import Token

__all__ = [
    "GATHERINGS",
    "VERBAL",
    "Timing",
    "fresh_day",
    "gathering_dates",
    "is_told_first",
    "only_day",
    "speech_date",
    "time_event",
    "told_dates",
]

VERBAL = frozenset(
    (
        EventType.AGREE,
        EventType.SUPPORT,
        EventType.REQUEST,
        EventType.ACCUSE,
        EventType.REJECT,
        EventType.THREATEN,
        EventType.CONCEDE,
    )
)
REPORTING = WordSet("verbs.saying")
REPORT = "report"
GATHERINGS = WordSet("when.gatherings")
PLACES = WordSet("when.places")
TOWNS = frozenset(("CITY", "CAPITAL"))
SIZES = {"bilateral": 2, "two-way": 2, "trilateral": 3, "three-way": 3, "tripartite": 3, "three": 3, "four-way": 4}
HOLDING = frozenset(("begin", "conclude", "convene", "end", "hold", "open", "start", "take"))
NOT_ITSELF = frozenset(("since", "until", "till", "before", "by"))
FRESH = timedelta(days=2)
DAYS_OR_WEEKS = re.compile(r"P(?P<number>\d{1,3})(?P<unit>[DW])")
DAYS_IN = {"D": 1, "W": 7}
FROM = {"after": -1, "before": 1}
REASONS = frozenset(("about", "for", "of", "over"))
PRESENT = ("VBZ", "VBP")
AFTER = frozenset(("after", "following"))
AHEAD = frozenset(("ahead", "eve", "run-up"))
APART = frozenset(("about", "after", "against", "amid", "because", "despite", "following", "of", "over", "since", "to"))
TOPICS = frozenset(("about", "of"))
JOURNEYS = WordSet("coding.journeys")
MOST_STEPS = 12
MOST_NESTED = 3  # words between a noun and the clause about it
MOST_LEADING_OVER = 4
COMMA_AND_WHEN = 2  # words
# The distance of a date from an event, by the word that holds the date; steps up the tree are added.
OWN, ABOVE, CLAUSE_DATE, BELOW, SHARED, REPORTED, TOPIC = 0, 10, 15, 20, 30, 60, 90


@attrs.frozen(kw_only=True)
class Timing:
    """The date of an event, the date it takes effect, and whether it is background.

    Attributes:
        when: the date of the event, or None.
        effective: a later date from which the act takes effect, or None.
        historical: whether the text gives the event as background.
        reason: why `when` is None, else None.
    """

    when: TimeExpression | None = None
    effective: TimeExpression | None = None
    historical: bool = False
    reason: str | None = None


def _own(coded: Coded) -> set[Token]:
    """The words of the event: its trigger, and the verbs above that only lead to it."""
    own = set(coded.match.words)
    top = coded.match.arguments.light or coded.match.token
    own.add(top)
    for verb in islice(top.chain("xcomp"), 1, 1 + MOST_LEADING_OVER):
        if not verb.is_verb:
            break
        own.add(verb)
    if top.is_word_noun and top in clause_of(top.head).subject_words:
        own.update(islice(top.head.descent("xcomp"), 1, 1 + MOST_LEADING_OVER))  # `talks are set to resume`
    return own


def _distance(coded: Coded, own: set[Token], holder: Token, head: Token) -> int | None:
    """The distance of an expression from the event; None if the expression belongs to another clause."""
    if holder in own or head in own or _is_opening(holder, own):
        return OWN
    top = coded.match.arguments.light or coded.match.token
    if any(above in own for above in clauses_above(holder)):
        if _is_of_another_act(coded, own, holder, head):
            return None
        return TOPIC if coded.type in VERBAL and holder.is_word_noun and head.i < holder.i else BELOW
    if head.i > holder.i and clause_of(holder).continues(top):
        return SHARED
    return _distance_above(coded, top, holder, head)


def _is_opening(verb: Token, own: set[Token]) -> bool:
    """Whether a relative clause says when the event began or ended: `the visit to Riga, which began on Monday`."""
    clause = clause_of(verb)
    if verb.lemma not in HOLDING or not clause.is_relative or clause.direct_object is not None:
        return False
    return any(one in own and one.is_word_noun for one in islice(verb.ancestors(), MOST_NESTED))


def _is_of_another_act(coded: Coded, own: set[Token], holder: Token, head: Token) -> bool:
    """Whether a date in a statement dates only its topic: `praised a ship built in May`."""
    between = list(takewhile(lambda one: one not in own, islice(holder.upwards(), MOST_STEPS)))
    if any(one.low in NOT_ITSELF for one in between):
        return True
    if head.i < holder.i and any(one.is_verb for one in between):
        return True  # `jailed for storing arms used in the 2004 raid`
    if holder.dep == "acl" and holder.tag == "VBN" and holder.head is coded.match.arguments.object():
        return head.i - holder.i <= MOST_NESTED  # `freed a Dane arrested in 2019`
    other = _is_reason(holder) or any(one.is_verb and clause_of(one).is_reduced for one in between)
    said = coded.type in VERBAL and coded.standing.status is not EventStatus.PLANNED
    return other and said and not (coded.match.trigger.pos == "n" and holder.head in own)


def _dated_verb(holder: Token, head: Token, expression: TimeExpression, anchor: date | None) -> Token:
    """The word that a date belongs to, if the parser attached it to a place or to a clause in the plain present.

    `met Riga's king in the capital on Monday`, `backed a levy on banks that trade with Riga on Monday`.
    """
    if head.i < holder.i:
        return holder
    if holder.is_word_noun and (holder.lemma in PLACES or (holder.name is not None and holder.name.kind in TOWNS)):
        return next((one for one in islice(holder.ancestors(), MOST_STEPS) if one.is_verb), holder)
    clause = clause_of(holder)
    timeless = holder.is_verb and clause.is_relative and clause.is_present and not is_later(expression, anchor)
    above = (one for one in islice(holder.ancestors(), MOST_STEPS) if one.is_verb and clause_of(one).is_narrative)
    return next(above, holder) if timeless else holder


def _distance_above(coded: Coded, top: Token, holder: Token, head: Token) -> int | None:
    cost = ABOVE
    for step, token in enumerate(islice(top.upwards(), MOST_STEPS)):
        if token.head is token or _is_before_journey(token, holder) or _is_reason(token) or _is_ahead(token):
            return None
        if token is top and _is_topic(coded, token):
            return None
        clause = clause_of(token)
        if clause.is_subordinate and (
            token.head is head or (_is_when(token) and (holder is token.head or _follows(token, head)))
        ):
            return CLAUSE_DATE + step
        if clause.is_apart_in_time:
            return None
        if clause.is_content and token.head.lemma in REPORTING:
            if not _is_announced(coded, top, token):
                return None
            cost = REPORTED
        if clause.is_joined:
            cost = max(cost, SHARED)
        if token.head is holder or token.head is head:
            return cost + step
    return None


def _is_before_journey(noun: Token, verb: Token) -> bool:
    """`arrived on Tuesday after a summit`: the day dates the journey."""
    preposition = phrase_of(noun).preposition
    return preposition is not None and preposition.low in AFTER and verb.is_verb and verb.lemma in JOURNEYS


def _is_topic(coded: Coded, noun: Token) -> bool:
    """Whether the act is what another act is about, or stands apart from it: `condemned a raid`, `despite threats`."""
    if not noun.is_word_noun or coded.type is EventType.CONSULT or noun in coded.match.arguments.clause.subject_words:
        return False
    preposition = phrase_of(noun).preposition
    if preposition is not None:
        return preposition.low in APART
    return coded.type not in VERBAL and noun.head.is_verb and noun in clause_of(noun.head).objects


def _is_ahead(noun: Token) -> bool:
    """`left on Tuesday ahead of a summit`, `before a summit`: the day is not that of the summit."""
    preposition = phrase_of(noun).preposition
    return preposition is not None and (preposition.low == "before" or preposition.head.low in AHEAD)


def _is_reason(token: Token) -> bool:
    """Whether a gerund gives the reason for a judgement, so its time is open: `on Monday thanked Riga for leaving`."""
    return token.is_gerund and clause_of(token).is_governed and token.head.low in REASONS


def _is_announced(coded: Coded, top: Token, told: Token) -> bool:
    """Whether the day of the report also dates the act: a statement, one's own deed, a joint announcement.

    An act in the perfect tense was done before it was reported: `Oslo has asked Riga to pay, an envoy said on Monday`.
    The day on which a newspaper reports an act is not the day of the act.
    """
    verb = told.head
    if coded.standing.status in (EventStatus.HYPOTHETICAL, EventStatus.NEGATED, EventStatus.PLANNED):
        return False
    if "speaker" in coded.match.trigger.actors and not _is_of_media(verb):
        return True  # `the drills have not helped, an envoy said on Monday`: the act is what the envoy said
    if clause_of(top).is_earlier or _is_of_media(verb):
        return False
    if coded.type is EventType.CONSULT:
        return _is_joint(coded, verb)
    return not is_told_first(told) and (coded.type in VERBAL or _speaks_itself(coded, verb))


def _is_joint(coded: Coded, verb: Token) -> bool:
    """Whether both sides announce their meeting: `The envoys met, both ministries said on Monday`."""
    teller = clause_of(verb).active_subject
    codes = {party.code for party in coded.match.arguments.resolver.parties(teller)} if teller is not None else set()
    return len(codes) > 1 and codes <= coded.codes


def is_told_first(verb: Token) -> bool:
    """Whether a past act comes before its reporter, who only looks back to it: `Oslo accepted, an envoy said Monday`.

    After the reporter, the past tense may stand for the present: `an envoy said on Monday that Oslo accepted`.
    """
    clause = clause_of(verb)
    return clause.is_narrative and clause.reporter is not None and verb.i < clause.reporter.i


def _is_of_media(verb: Token) -> bool:
    """Whether a verb of saying tells what a news medium wrote: `RIA reported`, `state radio said`."""
    teller = clause_of(verb).active_subject
    return verb.lemma == REPORT or (teller is not None and teller.lemma in speaker_words("media_nouns"))


def _describes(coded: Coded, head: Token) -> bool:
    """Whether the act is in a clause about the date itself: `since May, when Oslo closed the port`."""
    top = coded.match.arguments.light or coded.match.token
    clauses = (token for token in islice(top.upwards(), MOST_STEPS) if clause_of(token).is_subordinate)
    clause = next(clauses, None)
    return clause is not None and (clause.head is head or (_is_when(clause) and _follows(clause, head)))


def _speaks_itself(coded: Coded, verb: Token) -> bool:
    """Whether the actor announces the act: `Oslo said it had recalled its envoy`."""
    subject = clause_of(verb).active_subject
    return subject is not None and any(party.token is subject or party.token.is_pronoun for party in coded.actors)


def _follows(clause: Token, head: Token) -> bool:
    """Whether `when` is right after a date: `since last month, when Oslo closed the port`."""
    return any(kid.low == "when" and 0 < kid.i - head.i <= COMMA_AND_WHEN for kid in clause.kids)


def _is_when(token: Token) -> bool:
    return token.has("when", "where")


def time_event(
    coded: Coded, sentence: Sentence, expressions: tuple[TimeExpression, ...], anchor: date | None
) -> Timing:
    """The time of an event, read from its sentence.

    Args:
        coded: the event.
        sentence: the sentence of the event.
        expressions: the article's date expressions in the sentence.
        anchor: the day of the article, to tell past, future and background dates apart.
    """
    own = _own(coded)
    best: tuple[int, int] | None = None
    chosen = effective = None
    for number, (expression, head) in enumerate(with_heads(expressions, sentence)):
        holder, preposition = holder_of(head, REPORTING)
        cost = _distance(coded, own, _dated_verb(holder, head, expression, anchor), head)
        if cost is None or (coded.type in VERBAL and cost >= BELOW and not is_recent(expression, anchor)):
            continue  # `accused Riga of a raid last year`
        if coded.standing.status is EventStatus.ACTUAL and is_later(expression, anchor):
            effective = effective or expression
        elif (
            _may_time(coded, preposition, head)
            and not _is_over(coded, expression, anchor)
            and (best is None or (cost, number) < best)
        ):
            best, chosen = (cost, number), expression
    chosen = _days_from(coded, sentence, expressions) or by_day(chosen)
    reported = best is not None and best[0] >= REPORTED
    if _is_to_come(coded, sentence, best) or (
        coded.standing.status is EventStatus.PLANNED and not reported and not clause_of(coded.match.token).is_narrative
    ):
        chosen = ahead(chosen, anchor)
    end = day_after(chosen)
    historical = _is_background(coded) if end is None or anchor is None else anchor - end > OLD
    reason = None if chosen is not None else "the sentence gives no date for it"
    return Timing(when=chosen, effective=effective, historical=historical, reason=reason)


def _is_over(coded: Coded, expression: TimeExpression, anchor: date | None) -> bool:
    """Whether a date is too long ago for what is planned: `will investigate the massacre two years ago`."""
    end = day_after(expression)
    past = end is not None and anchor is not None and anchor - end > OLD
    return past and coded.standing.status is EventStatus.PLANNED and not clause_of(coded.match.token).is_narrative


def _is_to_come(coded: Coded, sentence: Sentence, best: tuple[int, int] | None) -> bool:
    """Whether a meeting with a day of its own is in the plain present tense: `Oslo's king visits Riga on Friday`.

    So is one for which somebody leaves: `leaves on Friday for a visit to Riga`.
    """
    top = coded.match.arguments.light or coded.match.token
    above = next((one for one in islice(top.ancestors(), MOST_STEPS) if one.is_verb), None)
    leaving = above if above is not None and above.lemma in JOURNEYS and top.is_word_noun else None
    verb = leaving or top
    plain = verb.tag in PRESENT and not verb.has("has", "have", "is", "are")
    dated = best is not None and (best[0] == OWN or leaving is not None) and sentence.kind is RegionKind.BODY
    return dated and plain and coded.type is EventType.CONSULT and coded.standing.status is EventStatus.ACTUAL


def _may_time(coded: Coded, preposition: str, head: Token) -> bool:
    """Whether a date after a preposition may date the event: not `since May`; `until May` for a postponed event."""
    if coded.standing.rule == PUT_OFF:
        return preposition in UNTIL
    return preposition not in NOT_ITSELF or _describes(coded, head)


def _days_from(coded: Coded, sentence: Sentence, expressions: tuple[TimeExpression, ...]) -> TimeExpression | None:
    """The day of an act given relative to another act: `arrived on Monday, three days after leaving Oslo`."""
    top = coded.match.arguments.light or coded.match.token
    for expression in expressions:
        count = DAYS_OR_WEEKS.fullmatch(expression.value or "") if expression.type is TimexType.DURATION else None
        word = next((token for token in sentence.tokens if token.start >= expression.span.end), None)
        if count is None or word is None or word.low not in FROM:
            continue
        opens = not word.kids or word.head.i > word.i  # `after leaving Oslo`, `after Oslo left`
        act, other = (word.head, word.head.head) if opens else (word.kids[-1], word.head)
        if act is not top:
            continue
        told = (
            by_day(one) for one, head in with_heads(expressions, sentence) if holder_of(head, REPORTING)[0] is other
        )
        day = next((one for one in told if one is not None and DAY.fullmatch(one.value or "")), None)
        return moved(day, FROM[word.low] * int(count["number"]) * DAYS_IN[count["unit"]], expression, word)
    return None


def only_day(expressions: tuple[TimeExpression, ...], anchor: date | None) -> TimeExpression | None:
    """The only date of a sentence; None if it is in the future or not a single day."""
    found = resolved(expressions)
    if len(found) != 1 or is_later(found[0], anchor):
        return None
    return found[0] if DAY.fullmatch(found[0].value or "") else None


def told_dates(sentence: Sentence, expressions: tuple[TimeExpression, ...]) -> list[TimeExpression]:
    """The dates of a sentence's main statements, without those in asides and quotes: `the king, who left on Monday`."""
    told = []
    for expression, head in with_heads(expressions, sentence):
        holder = holder_of(head, REPORTING)[0]
        verb = next((one for one in islice(holder.upwards(), MOST_STEPS) if one.is_verb), holder)
        topic = holder.is_word_noun and phrase_of(holder).preposition
        aside = clause_of(verb).is_subordinate or clause_of(verb).is_descriptive or verb.quoted >= 0
        aside |= bool(topic and topic.low in TOPICS)
        if not aside and not (verb is holder and _is_of_media(verb)):
            told.append(expression)
    return told


def fresh_day(dates: Iterable[TimeExpression], anchor: date | None) -> TimeExpression | None:
    """The one recent day among some dates, shortly before the article's day; None if there is none or several."""
    days = {day.value: day for day in map(by_day, dates) if day is not None and DAY.fullmatch(day.value or "")}
    fresh = [day for day in days.values() if not is_later(day, anchor) and is_recent(day, anchor, FRESH)]
    return fresh[0] if len(fresh) == 1 else None


def speech_date(sentence: Sentence, expressions: tuple[TimeExpression, ...]) -> TimeExpression | None:
    """The date of a statement: `the envoy said on Tuesday`."""
    for expression, head in with_heads(expressions, sentence):
        holder, preposition = holder_of(head, REPORTING)
        if holder.lemma in REPORTING and holder.is_verb and preposition in ("", "on") and not _is_of_media(holder):
            return expression
    return None


def gathering_dates(
    sentence: Sentence, expressions: tuple[TimeExpression, ...], anchor: date | None
) -> list[tuple[TimeExpression, int]]:
    """The dates of meetings that a noun refers to: `Monday's talks`, `the three-way meeting, held on Feb. 18`.

    Future meetings are left out, and so are old ones unless the words give the number of parties.

    Returns:
        Each date with the number of parties that the words give, or 0.
    """
    found = []
    for expression, head in with_heads(expressions, sentence):
        holder = holder_of(head, REPORTING)[0]
        if holder.lemma in HOLDING and clause_of(holder).is_descriptive:
            holder = holder.head
        if holder.lemma in GATHERINGS and holder.is_word_noun and not holder.has("press", "news"):
            sizes = [SIZES[kid.low] for kid in holder.subtree() if kid.low in SIZES]
            if is_later(expression, anchor) or not (sizes or is_recent(expression, anchor)):
                continue
            found.append((expression, sizes[0] if sizes else 0))
    return found


def _is_background(coded: Coded) -> bool:
    """Whether the sentence only looks back to the event: `after Oslo had recalled its envoy`."""
    top = coded.match.arguments.light or coded.match.token
    for token in islice(top.upwards(), MOST_STEPS):
        clause = clause_of(token)
        if clause.is_finished_time:
            return True
        if clause.is_content or clause.is_coordinated:
            return False
    return False
