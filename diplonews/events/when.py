"""When an event was: the expression of time that its words govern, not the day of publication."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

import attrs

from diplonews.actors.tree import Node, Sentence
from diplonews.events.coding import Coded
from diplonews.events.modality import has_to
from diplonews.lexicons.wordsets import WordSet
from diplonews.model import EventStatus, EventType, Interval, TimeExpression, TimexType

__all__ = ["GATHERINGS", "VERBAL", "Timing", "gathering_dates", "is_earlier", "only_day", "speech_date", "time_event"]

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
REPORTING = WordSet("when.reporting")
BOUNDARIES = frozenset(("relcl", "advcl", "csubj"))
GATHERINGS = WordSet("when.gatherings")
SIZES = {"bilateral": 2, "two-way": 2, "trilateral": 3, "three-way": 3, "tripartite": 3, "three": 3, "four-way": 4}
HOLDING = frozenset(("begin", "conclude", "convene", "end", "hold", "open", "take"))
NOT_ITSELF = frozenset(("since", "until", "till", "before", "by"))
OLD = timedelta(days=31)
DAY = re.compile(r"\d{4}-\d\d-\d\d")
MOST_STEPS = 12
MOST_PREPOSITIONS = 4
MOST_LEADING_OVER = 4
PART_OF_DAY = re.compile(r"\d{4}-\d\d-\d\dT[A-Z]{2}")
COMMA_AND_WHEN = 2  # words
# How far a date is from an event, by what holds it; the steps up to it are added.
OWN, ABOVE, CLAUSE_DATE, BELOW, SHARED, REPORTED = 0, 10, 15, 20, 30, 60


@attrs.frozen(kw_only=True)
class Timing:
    """When, from when, and whether long ago.

    Attributes:
        when: the date of the event, or None.
        effective: a later date from which it holds, or None.
        historical: whether the text gives it as background.
        reason: why `when` is None, else None.
    """

    when: TimeExpression | None = None
    effective: TimeExpression | None = None
    historical: bool = False
    reason: str | None = None


def _head_of(expression: TimeExpression, sentence: Sentence) -> Node | None:
    """The topmost word of an expression."""
    words = [node for node in sentence.nodes if node.start < expression.span.end and node.end > expression.span.start]
    for node in words:
        if node.head is node or node.head not in words:
            return node
    return None


def _holder(head: Node) -> tuple[Node, str]:
    """The word that an expression of time belongs to, and the preposition in between."""
    preposition = ""
    node = head
    for _ in range(MOST_PREPOSITIONS):
        if node.dep == "pobj":
            preposition = node.head.low
        elif node.dep not in ("pcomp", "prep") or node.head.dep not in ("prep", "advmod"):
            break
        node = node.head
    return _topic(node.head, node) or node.head, preposition


def _topic(holder: Node, node: Node) -> Node | None:
    """What someone speaks about right before a date: the date is its own, as in `said of the drills on Sunday`."""
    if holder.lemma not in REPORTING:
        return None
    for kid in holder.below("prep"):
        if kid.low in ("of", "about") and holder.i < kid.i < node.i:
            return kid.first("pobj")
    return None


def _own(coded: Coded) -> set[Node]:
    """The words that carry the event: its trigger, and the verbs that only lead over to it."""
    own = set(coded.match.words)
    top = coded.match.arguments.light or coded.match.node
    own.add(top)
    for _ in range(MOST_LEADING_OVER):
        if top.dep != "xcomp" or not top.head.is_verb:
            break
        top = top.head
        own.add(top)
    return own


def _distance(coded: Coded, own: set[Node], holder: Node, head: Node) -> int | None:
    """How far an expression is from the event; None where another clause holds it."""
    if holder in own or head in own:
        return OWN
    top = coded.match.arguments.light or coded.match.node
    if any(above in own for above in _up(holder, BOUNDARIES | {"ccomp", "conj"})):
        return BELOW
    if head.i > holder.i and _is_shared(top, holder):
        return SHARED
    return _distance_above(coded, top, holder, head)


def _is_shared(verb: Node, last: Node) -> bool:
    """`expelled the ambassador and recalled its own on Friday`: one subject, one tense, one day at the end."""
    alike = last.dep == "conj" and last.head is verb and last.tag == verb.tag == "VBD"
    return alike and not any(kid.dep in ("nsubj", "nsubjpass", "aux") for kid in last.kids)


def _distance_above(coded: Coded, top: Node, holder: Node, head: Node) -> int | None:
    cost, node = ABOVE, top
    for step in range(MOST_STEPS):
        if node.head is node:
            return None
        if node.dep in ("relcl", "advcl") and (
            node.head is head or (_is_when(node) and (holder is node.head or _follows(node, head)))
        ):
            return CLAUSE_DATE + step
        if node.dep in BOUNDARIES and not _is_participle(node) and not (node.tag == "VB" and has_to(node)):
            return None
        if node.dep == "ccomp" and node.head.lemma in REPORTING:
            if not _is_announced(coded, top, node.head):
                return None
            cost = REPORTED
        if node.dep == "conj" and node.is_verb:
            cost = max(cost, SHARED)
        node = node.head
        if node is holder or node is head:
            return cost + step
    return None


def _is_announced(coded: Coded, top: Node, verb: Node) -> bool:
    """Whether the day of the report is taken for the act: a statement, a plan, a meeting just told of."""
    if coded.type in VERBAL or coded.standing.status is EventStatus.PLANNED or _speaks_itself(coded, verb):
        return True
    return coded.type is EventType.CONSULT and not is_earlier(top)


def is_earlier(node: Node) -> bool:
    """Whether the tense puts an act before the rest: `had met`, `has met`."""
    return any(kid.low in ("had", "has", "have", "'ve") and kid.dep == "aux" for kid in node.kids)


def _describes(coded: Coded, head: Node) -> bool:
    """Whether the act stands in a clause about the date itself: `since May, when Oslo closed the port`."""
    node = coded.match.arguments.light or coded.match.node
    for _ in range(MOST_STEPS):
        if node.dep in ("relcl", "advcl"):
            return node.head is head or (_is_when(node) and _follows(node, head))
        if node.head is node:
            break
        node = node.head
    return False


def _speaks_itself(coded: Coded, verb: Node) -> bool:
    """Whether the actor announces the act: `Oslo said it had recalled its envoy`."""
    subject = verb.first("nsubj")
    return subject is not None and any(party.node is subject or party.node.tag == "PRP" for party in coded.actors)


def _follows(clause: Node, head: Node) -> bool:
    """Whether `when` stands right behind a date: `since last month, when Oslo closed the port`."""
    return any(kid.low == "when" and 0 < kid.i - head.i <= COMMA_AND_WHEN for kid in clause.kids)


def _is_when(node: Node) -> bool:
    return any(kid.low in ("when", "where") for kid in node.kids)


def _is_participle(node: Node) -> bool:
    return node.dep == "advcl" and node.tag == "VBG"


def _up(node: Node, boundaries: frozenset[str] | set[str]) -> list[Node]:
    found = []
    for _ in range(MOST_STEPS):
        if node.dep in boundaries or node.head is node:
            break
        node = node.head
        found.append(node)
    return found


def time_event(
    coded: Coded, sentence: Sentence, expressions: tuple[TimeExpression, ...], anchor: date | None
) -> Timing:
    """The time of an event, read from its sentence.

    Args:
        coded: the event.
        sentence: where it was read.
        expressions: the article's expressions of time that lie in the sentence.
        anchor: the day of the article; decides what is past, to come or long ago.
    """
    own = _own(coded)
    best: tuple[int, int] | None = None
    chosen = effective = None
    for number, (expression, head) in enumerate(_with_heads(expressions, sentence)):
        holder, preposition = _holder(head)
        cost = _distance(coded, own, holder, head)
        if cost is None:
            continue
        if coded.standing.status is EventStatus.ACTUAL and _is_later(expression, anchor):
            effective = effective or expression
        elif (preposition not in NOT_ITSELF or _describes(coded, head)) and (best is None or (cost, number) < best):
            best, chosen = (cost, number), expression
    chosen = _by_day(chosen)
    end = _day_after(chosen)
    historical = _is_background(coded) if end is None or anchor is None else end < anchor - OLD
    reason = None if chosen is not None else "the sentence gives no date for it"
    return Timing(when=chosen, effective=effective, historical=historical, reason=reason)


def _by_day(expression: TimeExpression | None) -> TimeExpression | None:
    """The day of `Monday night`; a time of the clock stays one."""
    value = expression.value or "" if expression is not None else ""
    if expression is None or PART_OF_DAY.fullmatch(value) is None:
        return expression
    day = date.fromisoformat(value[:10])
    interval = Interval(day, day + timedelta(days=1))
    return attrs.evolve(expression, type=TimexType.DATE, value=value[:10], interval=interval)


def _resolved(expressions: tuple[TimeExpression, ...]) -> list[TimeExpression]:
    """The dates and times of the clock that are known."""
    kinds = (TimexType.DATE, TimexType.TIME)
    return [
        one for one in expressions if one.type in kinds and one.value is not None and not one.value.endswith("_REF")
    ]


def _with_heads(expressions: tuple[TimeExpression, ...], sentence: Sentence) -> Iterator[tuple[TimeExpression, Node]]:
    """The known dates and times of a sentence, each with its topmost word."""
    for expression in _resolved(expressions):
        head = _head_of(expression, sentence)
        if head is not None:
            yield expression, head


def only_day(expressions: tuple[TimeExpression, ...], anchor: date | None) -> TimeExpression | None:
    """The date of a sentence that gives no other one; None if it lies ahead or is no day."""
    found = _resolved(expressions)
    if len(found) != 1 or _is_later(found[0], anchor):
        return None
    return found[0] if DAY.fullmatch(found[0].value or "") else None


def speech_date(sentence: Sentence, expressions: tuple[TimeExpression, ...]) -> TimeExpression | None:
    """The date of a statement: `the envoy said on Tuesday`."""
    for expression, head in _with_heads(expressions, sentence):
        holder, preposition = _holder(head)
        if holder.lemma in REPORTING and holder.is_verb and preposition in ("", "on"):
            return expression
    return None


def gathering_dates(sentence: Sentence, expressions: tuple[TimeExpression, ...]) -> list[tuple[TimeExpression, int]]:
    """Dates of meetings that a noun takes up again: `Monday's talks`, `the three-way meeting, held on Feb. 18`.

    Returns:
        Each date with the number of parties that the words give, or 0.
    """
    found = []
    for expression, head in _with_heads(expressions, sentence):
        holder = _holder(head)[0]
        if holder.lemma in HOLDING and holder.dep in ("acl", "relcl"):
            holder = holder.head
        to_the_press = any(kid.low in ("press", "news") for kid in holder.kids)
        if holder.lemma in GATHERINGS and holder.tag[0] == "N" and not to_the_press:
            sizes = [SIZES[kid.low] for kid in holder.subtree() if kid.low in SIZES]
            found.append((expression, sizes[0] if sizes else 0))
    return found


def _day_after(expression: TimeExpression | None) -> date | None:
    """The day after the last one that an expression covers."""
    if expression is None or expression.interval is None:
        return None
    return date(expression.interval.end.year, expression.interval.end.month, expression.interval.end.day)


def _is_later(expression: TimeExpression, anchor: date | None) -> bool:
    if expression.interval is None or anchor is None:
        return False
    start = expression.interval.start
    return date(start.year, start.month, start.day) > anchor


def _is_background(coded: Coded) -> bool:
    """Whether the sentence only looks back to it: `after Oslo had recalled its envoy`."""
    node = coded.match.arguments.light or coded.match.node
    for _ in range(MOST_STEPS):
        if node.dep == "advcl" and any(kid.low in ("after", "since", "when") for kid in node.kids):
            return True
        if node.dep in ("pcomp", "pobj") and node.head.low in ("after", "since", "following"):
            return True
        if node.head is node or node.dep in ("ccomp", "conj"):
            return False
        node = node.head
    return False
