"""Whether it happened: what stands at an event, and the verbs and nouns that it stands under."""

from __future__ import annotations

from diplonews.events.modality import (
    POSSIBLE_ADJECTIVES,
    Readings,
    Standing,
    has_to,
    is_negation,
    is_nobody,
    is_rumour,
    order_of_words,
    own_words,
)
from diplonews.lexicons.actornames import sector_of
from diplonews.lexicons.wordsets import WordSet
from diplonews.model import EventStatus
from diplonews.syntax.clauses import clause_of
from diplonews.syntax.tokens import Token

__all__ = ["Standing", "assess", "is_reversed", "rules_out"]

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
SHORT_OF = WordSet("status.short_of")
HINT = WordSet("status.hint")
SAID = WordSet("status.said")
OFF = WordSet("status.called_off")
SEEMING = WordSet("status.seeming")
RUMOURED = WordSet("status.rumoured")
TRUE = frozenset(("true", "accurate", "correct", "case", "right", "credible"))
TRUTH_NOUNS = WordSet("status.truth_nouns")
OCCURRING = WordSet("status.occurring")
DEEPEST = 10
PLANNED_ADJECTIVES = WordSet("status.planned_adjectives")
OPEN_ADJECTIVES = WordSet("status.open_adjectives")


def _is_complement(token: Token) -> bool:
    return token.dep in (
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


def _above(token: Token, head: Token, readings: Readings) -> None:
    """What the governing word says of its complement."""
    if head.is_verb:
        reading = _verb_above(token, head)
    elif _is_headline_future(token):
        reading = (EventStatus.PLANNED, token, "headline")
    elif head.tag[0] == "N" and token.dep in ("acl", "relcl", "xcomp", "ccomp", "pcomp", "pobj"):
        reading = _noun_above(token, head)
    elif head.tag[0] == "J" or head.low == "about":
        reading = _adjective_above(head)
    else:
        reading = None
    if reading is not None:
        readings.add(*reading)


def _is_headline_future(token: Token) -> bool:
    """`Danish minister to visit Oslo`, `Denmark, Malta to hold talks: envoy`: an infinitive right on who will act."""
    head = token.head
    acting = head.name is not None or sector_of(head.lemma) is not None
    top = head.head if head.dep in ("nmod", "compound") and head.head.i > token.i else head
    return top.dep == "ROOT" and acting and token.tag == "VB" and has_to(token)


_Reading = tuple[EventStatus, Token, str]


def _verb_above(token: Token, head: Token) -> _Reading | None:
    lemma, dep = head.lemma, token.dep
    if dep == "ccomp" and token.i < head.i and head.first("dobj") is not None:
        return None  # `Cairo cut ties, a charge Doha denied`: two statements in a row
    clause = dep in ("xcomp", "ccomp")
    if lemma in PLAN and (clause or dep in ("dobj", "nsubjpass")):
        return None if dep in ("dobj", "ccomp") and lemma in ("set", "prepare") else (EventStatus.PLANNED, head, "plan")
    if lemma in OFF and dep == "nsubjpass":
        return EventStatus.NEGATED, head, "called_off"
    if lemma in EFFORT and head.tag not in ("VBD", "VBN") and (clause or dep == "advcl"):
        return EventStatus.PLANNED, head, "effort"
    if _is_negative(head) and (lemma in DENY or clause or dep in ("pcomp", "dobj")):
        return _negative_above(head)
    if clause and _is_called_false(head):
        return EventStatus.DENIED, head, "false_report"
    if _is_rumoured(token, head):
        return EventStatus.CLAIMED, head, "claim"
    if lemma in WISH and (dep in ("xcomp", "pcomp", "dobj", "pobj") or (dep == "ccomp" and lemma not in TELLING)):
        return EventStatus.HYPOTHETICAL, head, "wish"
    return _of_be_and_have(token, head)


def _is_negative(verb: Token) -> bool:
    """Whether the verb says that its complement is not so: `denied`, `refused`, `ruled out`."""
    if verb.lemma == "rule":
        return any(kid.low == "out" for kid in verb.kids)
    return verb.lemma in DENY or verb.lemma in REFUSE


def rules_out(verb: Token) -> bool:
    """Whether the verb says that its own subject will not do something: `ruled out sanctions`."""
    return _is_negative(verb) and verb.lemma not in DENY


def _negative_above(head: Token) -> _Reading | None:
    """`denied having paid`; two negatives leave it open (`did not rule out`) or a fact (`did not fail to`)."""
    if is_reversed(head):
        if head.lemma in DENY:
            return EventStatus.CLAIMED, head, "not_denied"
        return (EventStatus.HYPOTHETICAL, head, "not_excluded") if head.lemma in ("rule", "exclude") else None
    if head.lemma in DENY:
        return EventStatus.DENIED, head, "denial"
    return EventStatus.NEGATED, head, "refusal"


def is_reversed(verb: Token) -> bool:
    """Whether a negative verb is negated itself: `did not deny`, `refused to rule out`."""
    if not _is_negative(verb):
        return False
    if any(is_negation(verb, kid) or is_nobody(kid) for kid in verb.kids):
        return True
    return verb.dep in ("xcomp", "pcomp") and verb.head.lemma in REFUSE


def _is_called_false(head: Token) -> bool:
    """`it is untrue that ...`, `called it a lie that ...`, `it is not true that ...`."""
    words = [kid.low for kid in head.below("acomp", "attr", "oprd")]
    if any(low in FALSE for low in words):
        return True
    return any(low in TRUE for low in words) and head.first("neg") is not None


def _is_rumoured(token: Token, head: Token) -> bool:
    """`claims that`, `hints that`, `is said to have`, `rumour has it that`."""
    clause = token.dep in ("xcomp", "ccomp")
    if head.lemma in CLAIM and (clause or token.dep == "pcomp"):
        return True
    if token.dep == "xcomp" and (head.lemma in SEEMING or (head.lemma in SAID and clause_of(head).is_passive)):
        return head.lemma in SEEMING or any(kid.low == "have" for kid in token.kids)
    if token.dep != "ccomp":
        return False
    if head.lemma in RUMOURED:
        return True
    if head.lemma in HINT:
        return token.tag != "VB"
    subject = head.first("nsubj")
    return subject is not None and is_rumour(subject)


def _of_be_and_have(token: Token, head: Token) -> _Reading | None:
    """`is to meet`, `is going to meet`, `has yet to meet`, `it is unlikely that they meet`."""
    if token.dep == "xcomp" and any(kid.low == "yet" for kid in head.kids) and head.lemma in ("have", "be"):
        return EventStatus.NEGATED, head, "yet_to"
    if token.dep == "xcomp" and ((head.lemma == "be" and has_to(token)) or (head.lemma == "go" and head.tag == "VBG")):
        return EventStatus.PLANNED, head, "going_to"
    if token.dep == "nsubj" and head.lemma == "be" and any(has_to(kid) for kid in head.below("xcomp")):
        return EventStatus.PLANNED, head, "going_to"
    if token.dep in ("ccomp", "nsubj", "csubj") and head.lemma in ("be", "seem", "look", "appear", "remain"):
        for kid in head.below("acomp", "attr"):
            if kid.low in OPEN_ADJECTIVES or kid.low in PLANNED_ADJECTIVES or kid.low in POSSIBLE_ADJECTIVES:
                return EventStatus.HYPOTHETICAL, kid, "modal"
    return None


def _noun_above(clause: Token, head: Token) -> _Reading | None:
    lemma = head.lemma
    if lemma in FALSE:
        return EventStatus.DENIED, head, "false_report"
    if lemma in TRUTH_NOUNS and _has_no(head):
        about = any(pobj.lemma in REPORT_NOUNS for kid in head.below("prep") for pobj in kid.below("pobj"))
        return (EventStatus.DENIED if about else EventStatus.NEGATED), head, "false_report"
    if lemma in REPORT_NOUNS:
        return _report_above(head)
    if lemma in PLAN_NOUNS:
        return (EventStatus.NEGATED if _has_no(head) else EventStatus.PLANNED), head, "plan"
    if clause.dep == "acl" and clause.tag == "VBG":
        return None
    return (EventStatus.HYPOTHETICAL, head, "wish") if lemma in WISH_NOUNS else None


def _has_no(noun: Token) -> bool:
    """`no sign that`, `any plans` that one does not have."""
    if any(kid.low in ("no", "little") for kid in noun.kids):
        return True
    return noun.head.is_verb and noun.head.first("neg") is not None and noun.dep in ("dobj", "attr")


def _report_above(head: Token) -> _Reading:
    """`reports that ...`: denied where they are called false, else someone's claim."""
    predicate = head.head
    if head.dep in ("nsubj", "nsubjpass"):
        false = [word for word in (predicate, *predicate.kids) if word.low in FALSE or word.lemma in FALSE]
        if false:
            return EventStatus.DENIED, false[0], "false_report"
        if _is_called_false(predicate):
            return EventStatus.DENIED, predicate, "false_report"
    if _is_negative(predicate) and not is_reversed(predicate):
        return EventStatus.DENIED, predicate, "denial"
    above = predicate.head
    if predicate.low == "as" and _is_negative(above):
        return EventStatus.DENIED, above, "denial"  # `rejected as baseless claims that ...`
    if predicate.dep == "prep" and above.lemma in TRUTH_NOUNS and _has_no(above):
        return EventStatus.DENIED, above, "false_report"
    return EventStatus.CLAIMED, head, "report"


def _adjective_above(head: Token) -> _Reading | None:
    if head.low in ("unable", "powerless") or any(kid.low == "too" for kid in head.kids):
        return EventStatus.NEGATED, head, "negation"
    if head.low in PLANNED_ADJECTIVES:
        return EventStatus.PLANNED, head, "plan"
    return (EventStatus.HYPOTHETICAL, head, "modal") if head.low in OPEN_ADJECTIVES else None


def assess(token: Token) -> Standing:
    """How an event stands that this word names.

    Args:
        token: the verb, or the noun where no verb carries it.
    """
    readings = Readings()
    own_words(token, readings)
    for kid in token.below("dobj", "obj", "nsubjpass") if token.is_verb else ():
        if any(det.dep == "det" and det.low == "no" for det in kid.kids):
            readings.add(EventStatus.NEGATED, kid, "negation")
    current: Token | None = token
    for _ in range(DEEPEST):
        if current is None or current.head is current:
            break
        current = _climb(current, token, readings)
    return readings.strongest()


def _climb(current: Token, token: Token, readings: Readings) -> Token | None:
    """Read what stands right above, and go there; None where what is above no longer bears on it."""
    head = current.head
    if clause_of(current).is_apart:
        return clause_of(head).governor
    if current.dep == "conj":
        alike = head.is_verb == current.is_verb and current.first("nsubj", "nsubjpass") is None
        if alike and not any(kid.tag == "MD" for kid in current.kids):
            own_words(head, readings)
        return head
    if current.dep == "relcl" and not _completes_noun(current):
        return None
    if current.dep == "prep":
        return _past_preposition(current, token, readings)
    if current.dep == "advcl":
        return _past_adverbial(current, readings)
    if _is_complement(current):
        if not is_reversed(current):
            _above(current, head, readings)
        if _carries_over(current, token) and not is_reversed(head):
            own_words(head, readings)
    return head


def _completes_noun(clause: Token) -> bool:
    """`reports that ...`, `ways to ...`: no description of the noun but what it is about."""
    if clause.tag == "VB" and has_to(clause):
        return True
    noun = clause.head.lemma
    if not any(noun in nouns for nouns in (REPORT_NOUNS, WISH_NOUNS, PLAN_NOUNS, TRUTH_NOUNS, FALSE)):
        return False
    return any(kid.low == "that" and kid.dep not in ("nsubj", "nsubjpass") for kid in clause.kids)


def _carries_over(current: Token, token: Token) -> bool:
    """Whether a negation or a modal of the word above bears on the event too."""
    head = current.head
    if not head.is_verb:
        return False
    if current.dep in ("ccomp", "xcomp", "pcomp", "acl"):
        return head.lemma not in ("say", "report", "announce") or current.dep == "xcomp"
    if current.dep in ("nsubj", "nsubjpass"):
        return not token.is_verb and _occurs(head)
    return current.dep == "acomp" or (current.dep in ("dobj", "pobj", "attr") and not token.is_verb)


def _occurs(verb: Token) -> bool:
    """`the talks will begin`, `no attack took place`: a verb that only says that its subject comes about."""
    return verb.lemma in OCCURRING and (verb.lemma != "take" or any(kid.low == "place" for kid in verb.kids))


def _past_adverbial(current: Token, readings: Readings) -> Token | None:
    """A clause of purpose has not happened; one of time stands on its own."""
    head = current.head
    if current.tag == "VB" and has_to(current):
        if head.lemma in PLAN and clause_of(head).is_passive:
            readings.add(EventStatus.PLANNED, head, "plan")
        elif _is_negative(head):
            readings.add(EventStatus.NEGATED, head, "refusal")
        elif head.low == "were":
            order_of_words(head, readings)
        elif head.tag[0] == "N":
            reading = _noun_above(current, head)
            if reading is not None:
                readings.add(*reading)
        elif head.lemma in EFFORT:
            _above(current, head, readings)
            own_words(head, readings)
        else:
            readings.add(EventStatus.HYPOTHETICAL, head, "purpose")
    return head if current.tag == "VBG" else None


def _past_preposition(preposition: Token, token: Token, readings: Readings) -> Token:
    """Past a preposition: `accused of attacking`, `without attacking`, `the risk of an attack`."""
    head = preposition.head
    beside = (head, *preposition.kids)
    if preposition.low == "without" or (preposition.low in ("against", "instead") and token.is_verb):
        readings.add(EventStatus.NEGATED, preposition, "without")
    elif any(f"{word.low} {preposition.low}" in SHORT_OF for word in beside):
        readings.add(EventStatus.NEGATED, preposition, "short_of")
    below = preposition.first("pcomp", "pobj")
    if below is None:
        return head
    if head.is_verb and below.is_verb:
        if _is_negative(head):
            reading = _negative_above(head)
            if reading is not None:
                readings.add(*reading)
        elif head.lemma in CLAIM:
            readings.add(EventStatus.CLAIMED, head, "claim")
            own_words(head, readings)
    elif head.tag[0] == "N" and head.low != "news" and preposition.low in ("of", "for", "about"):
        reading = _noun_above(below, head)
        if reading is not None:
            readings.add(*reading)
    return head
