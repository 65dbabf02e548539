"""Whether it happened: negation, modals, conditions and the verbs and nouns that an event stands under."""

from __future__ import annotations

import attrs

from diplonews.actors.tree import Node
from diplonews.events.clauses import governor, is_apart
from diplonews.lexicons.wordsets import WordSet
from diplonews.model import EventStatus

__all__ = ["Standing", "assess"]

FUTURE = frozenset(("will", "'ll", "’ll", "shall", "wo"))
POSSIBLE = WordSet("status.possible")
CONDITIONS = WordSet("status.conditions")
PLAN = WordSet("status.plan")
PLAN_NOUNS = WordSet("status.plan_nouns")
EFFORT = WordSet("status.effort")
TELLING = frozenset(("tell", "warn", "suggest", "think", "believe", "advise", "predict", "caution", "fear"))
WISH = WordSet("status.wish")
WISH_NOUNS = WordSet("status.wish_nouns")
REFUSE = WordSet("status.refuse")
DENY = WordSet("status.deny")
CLAIM = WordSet("status.claim")
REPORT_NOUNS = WordSet("status.report_nouns")
FALSE = WordSet("status.false")
NOT_REALLY = WordSet("status.not_really")
HEARSAY = frozenset(("allegedly", "reportedly", "purportedly", "supposedly", "apparently"))
DEEPEST = 10
POSSIBLE_ADJECTIVES = frozenset(("possible", "potential", "proposed", "likely", "would-be", "hypothetical"))
COMING = WordSet("status.coming")
PLANNED_ADJECTIVES = WordSet("status.planned_adjectives")
OPEN_ADJECTIVES = WordSet("status.open_adjectives")
ORDER = (EventStatus.DENIED, EventStatus.NEGATED, EventStatus.HYPOTHETICAL, EventStatus.PLANNED, EventStatus.CLAIMED)


@attrs.frozen(kw_only=True, eq=False)
class Standing:
    """What was found above and beside an event.

    Attributes:
        status: the strongest reading.
        cues: the words that decided, in the order found.
        rule: id of the rule that decided.
    """

    status: EventStatus
    cues: tuple[Node, ...] = ()
    rule: str = "status.actual"


class _Readings:
    def __init__(self) -> None:
        self.found: dict[EventStatus, tuple[Node, str]] = {}

    def add(self, status: EventStatus, cue: Node, rule: str) -> None:
        self.found.setdefault(status, (cue, rule))

    def strongest(self) -> Standing:
        for status in ORDER:
            if status in self.found:
                cue, rule = self.found[status]
                return Standing(status=status, cues=(cue,), rule=f"status.{rule}")
        return Standing(status=EventStatus.ACTUAL)


def _own_words(node: Node, readings: _Readings) -> None:
    """Negation, modal, condition and hearsay at the word itself."""
    for kid in node.kids:
        if kid.tag == "MD" and kid.dep in ("aux", "auxpass"):
            _modal(node, kid, readings)
        elif _is_negation(node, kid):
            readings.add(EventStatus.NEGATED, kid, "negation")
        elif kid.dep in ("mark", "advmod") and kid.low in CONDITIONS:
            readings.add(EventStatus.HYPOTHETICAL, kid, "condition")
        elif kid.dep == "advmod" and kid.low in HEARSAY:
            readings.add(EventStatus.CLAIMED, kid, "hearsay")
        elif kid.dep == "amod":
            _adjective(kid, readings)


def _is_negation(node: Node, kid: Node) -> bool:
    if kid.dep == "neg" or (kid.dep == "det" and kid.low == "no"):
        return True
    return kid.dep in ("advmod", "preconj", "cc") and kid.low in NOT_REALLY and kid.i < node.i


def _modal(node: Node, modal: Node, readings: _Readings) -> None:
    if modal.low in FUTURE:
        readings.add(EventStatus.PLANNED, modal, "future")
    elif modal.low in POSSIBLE:
        readings.add(EventStatus.HYPOTHETICAL, modal, "modal")
    elif modal.low in ("would", "'d", "’d"):
        told = node.dep in ("ccomp", "conj", "relcl") or node.first("mark") is not None
        status = EventStatus.PLANNED if told and not _has_condition(node) else EventStatus.HYPOTHETICAL
        readings.add(status, modal, "would")


def _has_condition(node: Node) -> bool:
    """Whether an `if` clause depends on the word."""
    return any(mark.low in CONDITIONS for clause in node.below("advcl") for mark in clause.kids)


def _adjective(kid: Node, readings: _Readings) -> None:
    """`possible sanctions`, `a planned visit`, `an alleged attack`."""
    if kid.low in POSSIBLE_ADJECTIVES:
        readings.add(EventStatus.HYPOTHETICAL, kid, "modal")
    elif kid.low in COMING:
        readings.add(EventStatus.PLANNED, kid, "future")
    elif kid.low in ("alleged", "reported", "suspected", "purported"):
        readings.add(EventStatus.CLAIMED, kid, "hearsay")


def _is_complement(node: Node) -> bool:
    return node.dep in (
        "xcomp",
        "ccomp",
        "pcomp",
        "advcl",
        "acl",
        "dobj",
        "pobj",
        "attr",
        "acomp",
        "oprd",
        "csubj",
        "nsubj",
        "nsubjpass",
        "relcl",
    )


def _above(node: Node, head: Node, readings: _Readings) -> None:
    """What the governing word says of its complement."""
    if head.is_verb:
        reading = _verb_above(node, head)
    elif head.tag[0] == "N" and node.dep in ("acl", "relcl", "xcomp", "ccomp", "pcomp", "pobj"):
        reading = _noun_above(node, head)
    elif head.tag[0] == "J":
        reading = _adjective_above(head)
    else:
        reading = None
    if reading is not None:
        readings.add(*reading)


_Reading = tuple[EventStatus, Node, str]


def _verb_above(node: Node, head: Node) -> _Reading | None:
    lemma, dep = head.lemma, node.dep
    if dep == "ccomp" and node.i < head.i and head.first("dobj") is not None:
        return None  # `Cairo cut ties, a charge Doha denied`: two statements in a row
    clause = dep in ("xcomp", "ccomp")
    if lemma in PLAN and (clause or dep in ("dobj", "nsubjpass")):
        return None if dep in ("dobj", "ccomp") and lemma in ("set", "prepare") else (EventStatus.PLANNED, head, "plan")
    if lemma in EFFORT and head.tag not in ("VBD", "VBN") and (clause or dep == "advcl"):
        return EventStatus.PLANNED, head, "effort"
    if lemma in DENY:
        return EventStatus.DENIED, head, "denial"
    if lemma in REFUSE and (clause or dep in ("pcomp", "dobj")):
        return EventStatus.NEGATED, head, "refusal"
    if lemma in CLAIM and (clause or dep == "pcomp"):
        return EventStatus.CLAIMED, head, "claim"
    if lemma in WISH and (dep in ("xcomp", "pcomp", "dobj", "pobj") or (dep == "ccomp" and lemma not in TELLING)):
        return EventStatus.HYPOTHETICAL, head, "wish"
    if dep == "xcomp" and ((lemma == "be" and _has_to(node)) or (lemma == "go" and head.tag == "VBG")):
        return EventStatus.PLANNED, head, "going_to"
    return None


def _has_to(node: Node) -> bool:
    return any(kid.low == "to" for kid in node.kids)


def _noun_above(clause: Node, head: Node) -> _Reading | None:
    lemma = head.lemma
    if lemma in REPORT_NOUNS:
        return _report_above(head)
    if lemma in PLAN_NOUNS:
        return EventStatus.PLANNED, head, "plan"
    if clause.dep == "acl" and clause.tag == "VBG":
        return None
    return (EventStatus.HYPOTHETICAL, head, "wish") if lemma in WISH_NOUNS else None


def _report_above(head: Node) -> _Reading:
    """`reports that ...`: denied where they are called false, else someone's claim."""
    predicate = head.head
    false = [word for word in (predicate, *predicate.kids) if word.low in FALSE]
    if false and head.dep in ("nsubj", "nsubjpass"):
        return EventStatus.DENIED, false[0], "false_report"
    if predicate.lemma in DENY or predicate.lemma in REFUSE:
        return EventStatus.DENIED, predicate, "denial"
    return EventStatus.CLAIMED, head, "report"


def _adjective_above(head: Node) -> _Reading | None:
    if head.low in PLANNED_ADJECTIVES:
        return EventStatus.PLANNED, head, "plan"
    return (EventStatus.HYPOTHETICAL, head, "modal") if head.low in OPEN_ADJECTIVES else None


def assess(node: Node) -> Standing:
    """How an event stands that this word names.

    Args:
        node: the verb, or the noun where no verb carries it.
    """
    readings = _Readings()
    _own_words(node, readings)
    for kid in node.below("dobj", "obj", "nsubjpass") if node.is_verb else ():
        if any(det.dep == "det" and det.low == "no" for det in kid.kids):
            readings.add(EventStatus.NEGATED, kid, "negation")
    current: Node | None = node
    for _ in range(DEEPEST):
        if current is None or current.head is current:
            break
        current = _climb(current, node, readings)
    return readings.strongest()


def _climb(current: Node, node: Node, readings: _Readings) -> Node | None:
    """Read what stands right above, and go there; None where what is above no longer bears on it."""
    head = current.head
    if is_apart(current):
        return governor(head)
    if current.dep == "conj":
        alike = head.is_verb == current.is_verb and current.first("nsubj", "nsubjpass") is None
        if alike and not any(kid.tag == "MD" for kid in current.kids):
            _own_words(head, readings)
        return head
    if current.dep == "relcl" and not _completes_noun(current):
        return None
    if current.dep == "prep":
        return _past_preposition(current, node, readings)
    if current.dep == "advcl":
        return _past_adverbial(current, readings)
    if _is_complement(current):
        _above(current, head, readings)
        if _carries_over(current, node):
            _own_words(head, readings)
    return head


def _completes_noun(clause: Node) -> bool:
    """`reports that ...`, `ways to ...`: no description of the noun but what it is about."""
    infinitive = clause.tag == "VB" and _has_to(clause)
    return infinitive or (clause.head.lemma in REPORT_NOUNS and clause.first("mark") is not None)


def _carries_over(current: Node, node: Node) -> bool:
    """Whether a negation or a modal of the word above bears on the event too."""
    head = current.head
    if not head.is_verb:
        return False
    if current.dep in ("ccomp", "xcomp", "pcomp", "acl"):
        return head.lemma not in ("say", "report", "announce")
    return current.dep == "acomp" or (current.dep in ("dobj", "pobj", "attr") and not node.is_verb)


def _past_adverbial(current: Node, readings: _Readings) -> Node | None:
    """A clause of purpose has not happened; one of time stands on its own."""
    head = current.head
    if current.tag == "VB" and _has_to(current):
        if head.lemma in EFFORT:
            _above(current, head, readings)
            _own_words(head, readings)
        else:
            readings.add(EventStatus.HYPOTHETICAL, head, "purpose")
    return head if current.tag == "VBG" else None


def _past_preposition(preposition: Node, node: Node, readings: _Readings) -> Node:
    """Past a preposition: `accused of attacking`, `without attacking`."""
    head = preposition.head
    if preposition.low in ("without", "against", "instead") and node.is_verb:
        readings.add(EventStatus.NEGATED, preposition, "without")
    below = preposition.first("pcomp", "pobj")
    if below is not None and head.is_verb and below.is_verb:
        if head.lemma in DENY:
            readings.add(EventStatus.DENIED, head, "denial")
        elif head.lemma in CLAIM:
            readings.add(EventStatus.CLAIMED, head, "claim")
        elif head.lemma in REFUSE:
            readings.add(EventStatus.NEGATED, head, "refusal")
    return head
