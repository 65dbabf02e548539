"""What stands at a word itself: negation, modals, conditions, hearsay, the order of the words."""

from __future__ import annotations

import attrs

from diplonews.lexicons.wordsets import WordSet
from diplonews.model import EventStatus
from diplonews.syntax.clauses import clause_of, is_condition
from diplonews.syntax.tokens import Token

__all__ = [
    "POSSIBLE_ADJECTIVES",
    "Readings",
    "Standing",
    "has_to",
    "is_negation",
    "is_nobody",
    "is_rumour",
    "order_of_words",
    "own_words",
]

FUTURE = frozenset(("will", "'ll", "’ll", "shall", "wo"))
POSSIBLE = WordSet("status.possible")
CONDITIONS = WordSet("status.conditions")
NOT_REALLY = WordSet("status.not_really")
NOBODY = frozenset(("nobody", "none", "neither", "no-one"))
NEARLY = frozenset(("nearly", "almost", "virtually", "practically"))
HEARSAY = WordSet("status.hearsay")
PERHAPS = frozenset(("perhaps", "maybe", "possibly", "potentially", "hypothetically", "conceivably"))
ALLEGED = frozenset(("alleged", "reported", "suspected", "purported"))
RUMOURED = WordSet("status.rumoured")
ONLY = frozenset(("only", "just", "merely", "simply", "least"))
POSSIBLE_ADJECTIVES = frozenset(("possible", "potential", "proposed", "likely", "would-be", "hypothetical"))
COMING = WordSet("status.coming")
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
    cues: tuple[Token, ...] = ()
    rule: str = "status.actual"


class Readings:
    """The readings of one event, the first cue of each status."""

    def __init__(self) -> None:
        self.found: dict[EventStatus, tuple[Token, str]] = {}

    def add(self, status: EventStatus, cue: Token, rule: str) -> None:
        """Note a reading; a status that was noted before keeps its first cue."""
        self.found.setdefault(status, (cue, rule))

    def strongest(self) -> Standing:
        """The reading that counts, or a fact where there is none."""
        for status in ORDER:
            if status in self.found:
                cue, rule = self.found[status]
                return Standing(status=status, cues=(cue,), rule=f"status.{rule}")
        return Standing(status=EventStatus.ACTUAL)


def own_words(token: Token, readings: Readings) -> None:
    """Negation, modal, condition and hearsay at the word itself."""
    conditional = any(kid.dep == "mark" and kid.low in CONDITIONS for kid in token.kids)
    for kid in token.kids:
        if kid.tag == "MD" and kid.dep in ("aux", "auxpass"):
            _modal(token, kid, readings)
        elif not conditional and (is_negation(token, kid) or is_nobody(kid)):
            readings.add(EventStatus.NEGATED, kid, "negation")
        elif kid.dep in ("mark", "advmod") and (
            kid.low in CONDITIONS or (kid.low == "as" and token.head.low == "long")
        ):
            readings.add(EventStatus.HYPOTHETICAL, kid, "open" if kid.low == "whether" else "condition")
        elif kid.dep == "advmod":
            _adverb(token, kid, readings)
        elif _is_from_rumours(kid):
            readings.add(EventStatus.CLAIMED, kid, "hearsay")
        elif kid.dep == "amod":
            _adjective(kid, readings)
    order_of_words(token, readings)


def is_negation(token: Token, kid: Token) -> bool:
    """Whether a word denies the one above it: `not`, `never`, `no longer`; not in `not only`."""
    if kid.dep == "neg" or (kid.dep in ("det", "preconj") and kid.low in ("no", "not")):
        return kid.after is None or kid.after.low not in ONLY
    if kid.dep == "advmod" and kid.low == "longer":
        return any(inner.low == "no" for inner in kid.kids)
    return kid.dep in ("advmod", "preconj", "cc") and kid.low in NOT_REALLY and kid.i < token.i


def is_nobody(kid: Token) -> bool:
    """`no troops crossed`, `neither Fiji nor Samoa signed`, `nobody met them`: the subject denies the verb."""
    if kid.dep not in ("nsubj", "nsubjpass"):
        return False
    return kid.low in NOBODY or any(
        inner.dep in ("det", "preconj", "cc") and inner.low in ("no", "neither") for inner in kid.kids
    )


def _adverb(token: Token, kid: Token, readings: Readings) -> None:
    """`reportedly attacked`, `perhaps attacked`, `nearly attacked`."""
    if kid.low in HEARSAY:
        readings.add(EventStatus.CLAIMED, kid, "hearsay")
    elif kid.low in PERHAPS:
        readings.add(EventStatus.HYPOTHETICAL, kid, "modal")
    elif kid.low in NEARLY and kid.after is token:
        readings.add(EventStatus.NEGATED, kid, "nearly")


def order_of_words(token: Token, readings: Readings) -> None:
    """`Had Oslo paid, ...`, `Did Oslo pay?`, `all but paid`: what only the order of the words tells."""
    if not token.is_verb:
        return
    subject = token.first("nsubj", "nsubjpass")
    if has_to(token) and any(kid.low == "for" and kid.dep == "mark" for kid in token.kids):
        readings.add(EventStatus.HYPOTHETICAL, token, "infinitive")  # `a mistake for Oslo to pay`
    if token.low == "were" and token.dep == "advcl" and subject is not None and subject.i > token.i:
        readings.add(EventStatus.HYPOTHETICAL, token, "condition")
    if token.dep == "ROOT" and token.tag == "VB" and subject is not None and has_to(token):
        readings.add(EventStatus.PLANNED, token, "headline")
    for kid in token.kids:
        if kid.low not in CONDITIONS and is_condition(kid):
            readings.add(EventStatus.HYPOTHETICAL, kid, "condition")
        if _is_never(kid) and subject is not None and kid.i < subject.i:
            readings.add(EventStatus.NEGATED, kid, "negation")
        if kid.text == "?" and not any(word.tag in ("WRB", "WP", "WDT") for word in token.kids):
            readings.add(EventStatus.HYPOTHETICAL, kid, "question")
    before = [word for word in (*token.kids, *(subject.kids if subject is not None else ())) if word.after is token]
    if (
        before
        and before[0].low == "but"
        and any(word.low == "all" and word.after is before[0] for word in before[0].head.kids)
    ):
        readings.add(EventStatus.NEGATED, before[0], "nearly")


def _is_never(kid: Token) -> bool:
    """`under no circumstances`, `at no point`."""
    return kid.dep == "prep" and any(word.low == "no" for pobj in kid.below("pobj") for word in pobj.kids)


def _modal(token: Token, modal: Token, readings: Readings) -> None:
    if modal.low in FUTURE:
        readings.add(EventStatus.PLANNED, modal, "future")
    elif modal.low in POSSIBLE:
        readings.add(EventStatus.HYPOTHETICAL, modal, "modal")
    elif modal.low in ("would", "'d", "’d"):
        told = (
            token.dep in ("ccomp", "conj", "relcl")
            or token.first("mark") is not None
            or clause_of(token).reporter is not None
        )
        told = told and not any(kid.low == "have" and kid.dep == "aux" for kid in token.kids)
        status = EventStatus.PLANNED if told and not _has_condition(token) else EventStatus.HYPOTHETICAL
        readings.add(status, modal, "would")


def _has_condition(token: Token) -> bool:
    """Whether an `if` clause depends on the word."""
    return any(mark.low in CONDITIONS for clause in token.below("advcl") for mark in clause.kids)


def _adjective(kid: Token, readings: Readings) -> None:
    """`possible sanctions`, `a planned visit`, `an alleged attack`."""
    if kid.low in POSSIBLE_ADJECTIVES:
        readings.add(EventStatus.HYPOTHETICAL, kid, "modal")
    elif kid.low in COMING:
        readings.add(EventStatus.PLANNED, kid, "future")
    elif kid.low in ALLEGED:
        readings.add(EventStatus.CLAIMED, kid, "hearsay")


def is_rumour(source: Token) -> bool:
    """`rumours`, `unconfirmed reports`."""
    return source.lemma in RUMOURED or any(kid.low in RUMOURED for kid in source.below("amod"))


def _is_from_rumours(kid: Token) -> bool:
    """`according to unconfirmed reports`."""
    below = [pobj for inner in kid.below("prep") for pobj in inner.below("pobj")] if kid.low == "according" else []
    return any(is_rumour(source) for source in below)


def has_to(token: Token) -> bool:
    """Whether a verb stands with `to`."""
    return any(kid.low == "to" for kid in token.kids)
