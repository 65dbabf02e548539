"""Polarity, modality and word order of a clause: the words that affect whether it is true."""

from __future__ import annotations

from collections.abc import Iterator

from diplonews.lexicons.wordsets import WordSet
from diplonews.once import once
from diplonews.syntax.tokens import Token

__all__ = ["ClauseWords", "has_to", "is_negation", "is_nobody", "moods", "opens_condition"]

HARDLY = WordSet("clauses.hardly")
NOBODY = frozenset(("nobody", "none", "neither", "no-one"))
INVERTED = frozenset(("had", "should", "were", "could"))
CONDITIONAL = ("unless", "if", "until")
AUXILIARIES = ("aux", "auxpass")
SUBJECTS = ("nsubj", "nsubjpass")
PARTS = {"mark": ("mark",), "advmod": ("mark", "adverb"), "amod": ("adjective",)}
OBJECTS = ("dobj", "obj", "nsubjpass")
WILLING = ("will", "wo", "shall", "would", "can", "ca")
TIME_CLAUSES = ("after", "although", "as", "because", "before", "since", "though", "when", "while")
QUESTION_TAGS = ("WRB", "WP", "WDT")


def has_to(verb: Token) -> bool:
    """Whether a verb is an infinitive with `to`."""
    return any(kid.low == "to" for kid in verb.kids)


def is_negation(word: Token, kid: Token) -> bool:
    """Whether a word denies the one above it: `not`, `never`, `no longer`, `hardly`."""
    if kid.dep == "neg" or (kid.dep in ("det", "preconj") and kid.low in ("no", "not")):
        return True
    if kid.dep == "advmod" and kid.low == "longer":
        return any(inner.low == "no" for inner in kid.kids)
    return kid.dep in ("advmod", "preconj", "cc") and kid.low in HARDLY and kid.i < word.i


def is_nobody(kid: Token) -> bool:
    """Whether a subject denies its verb: `no troops crossed`, `neither Fiji nor Samoa signed`, `nobody met them`."""
    if kid.dep not in SUBJECTS:
        return False
    return kid.low in NOBODY or any(
        inner.dep in ("det", "preconj", "cc") and inner.low in ("no", "neither") for inner in kid.kids
    )


def opens_condition(token: Token) -> bool:
    """Whether a word opens a clause of condition: `if`, `unless`, or the first word of `had Oslo paid`."""
    if token.low in CONDITIONAL:
        return token.dep in ("mark", "advmod", "prep")
    if token.low not in INVERTED or token.dep not in AUXILIARIES or token.head.dep != "advcl":
        return False
    subject = token.head.first(*SUBJECTS)
    return subject is not None and token.i < subject.i


def _is_never(kid: Token) -> bool:
    """`under no circumstances`, `at no point`."""
    return kid.dep == "prep" and any(word.low == "no" for pobj in kid.below("pobj") for word in pobj.kids)


def moods(word: Token) -> Iterator[tuple[str, Token]]:
    """The words that affect whether a clause, or the act a noun names, is true: each with its part.

    The parts are `modal`, `negation`, `mark` (a conjunction, or an adverb in its place), `adverb`,
    `adjective`, `no_object` (the `no` of an object), `source` (the noun after `according to`), `order` (a
    word that shows it by its position: `had Oslo paid`, `all but paid`, `for Oslo to pay`, `Oslo to pay` as
    a sentence) and `question`.
    """
    for kid in word.kids:
        if kid.tag == "MD" and kid.dep in AUXILIARIES:
            yield "modal", kid
        elif is_negation(word, kid) or is_nobody(kid):
            yield "negation", kid
        elif kid.dep in PARTS:
            yield from ((part, kid) for part in PARTS[kid.dep])
        if kid.low == "according":
            yield from (("source", pobj) for inner in kid.below("prep") for pobj in inner.below("pobj"))
        if kid.dep in OBJECTS:
            yield from (("no_object", determiner) for determiner in kid.below("det") if determiner.low == "no")
    if word.is_verb:
        yield from _of_order(word)


def _of_order(verb: Token) -> Iterator[tuple[str, Token]]:
    """The moods shown only by word order or a question mark."""
    subject = verb.first(*SUBJECTS)
    if has_to(verb):
        yield from (("order", kid) for kid in verb.kids if kid.low == "for" and kid.dep == "mark")
        if verb.dep == "ROOT" and verb.tag == "VB" and subject is not None:
            yield "order", verb
    if verb.low == "were" and verb.dep == "advcl" and subject is not None and subject.i > verb.i:
        yield "order", verb
    for kid in verb.kids:
        if kid.low in INVERTED and opens_condition(kid):
            yield "order", kid
        if subject is not None and kid.i < subject.i and _is_never(kid):
            yield "negation", kid
        if kid.text == "?" and not any(word.tag in QUESTION_TAGS for word in verb.kids):
            yield "question", kid
    before = [word for word in (*verb.kids, *(subject.kids if subject is not None else ())) if word.after is verb]
    if before and before[0].low == "but" and any(kid.low == "all" for kid in before[0].head.kids):
        yield "order", before[0]


class ClauseWords:
    """Properties of a clause that can be read from the words next to its verb.

    Args:
        verb: the verb, or the noun or adjective used as the predicate.
    """

    def __init__(self, verb: Token) -> None:
        self.verb = verb

    @once
    def moods(self) -> tuple[tuple[str, Token], ...]:
        """The words in the clause that affect whether it is true, each with its part: see `syntax.moods`."""
        return tuple(moods(self.verb))

    @property
    def negation(self) -> Token | None:
        """The word that negates it: `not`, `no longer`, `hardly`, the subject `nobody`; or None."""
        return next((token for part, token in self.moods if part == "negation"), None)

    @property
    def modal(self) -> Token | None:
        """Its modal verb, or None."""
        return next((token for part, token in self.moods if part == "modal"), None)

    @property
    def is_infinitive(self) -> bool:
        """Whether it is an infinitive with `to`."""
        return self.verb.tag == "VB" and has_to(self.verb)

    @property
    def is_bare(self) -> bool:
        """Whether the verb has its base form and no modal: an infinitive or a subjunctive."""
        return self.verb.tag == "VB" and not any(kid.tag == "MD" for kid in self.verb.kids)

    @property
    def is_present(self) -> bool:
        """Whether it is in the present tense, with or without auxiliary; not the perfect."""
        words = (self.verb, *self.verb.below("aux"))
        return any(word.tag in ("VBZ", "VBP") and word.low not in ("has", "have") for word in words)

    @property
    def is_past(self) -> bool:
        """Whether the verb has the form of the past or of its participle."""
        return self.verb.tag in ("VBD", "VBN")

    @property
    def is_earlier(self) -> bool:
        """Whether the tense puts it before the rest: `had met`, `has met`."""
        return any(kid.low in ("had", "has", "have", "'ve") and kid.dep == "aux" for kid in self.verb.kids)

    @property
    def marks(self) -> frozenset[str]:
        """The words right below the verb, in small letters: conjunctions, particles, adverbs."""
        return frozenset(kid.low for kid in self.verb.kids)

    @property
    def own_subject(self) -> Token | None:
        """The verb's own subject, also of a passive, or None."""
        return self.verb.first("nsubj", "nsubjpass")

    @property
    def existing(self) -> Token | None:
        """What `there` introduces: `change` of `there must be a change`, or None."""
        return self.verb.first("attr") if self.verb.first("expl") is not None else None

    @property
    def predicates(self) -> tuple[Token, ...]:
        """The predicates after a verb like `be` or `call`: `is true`, `called it a lie`."""
        return tuple(self.verb.below("acomp", "attr", "oprd"))

    @property
    def adverbials(self) -> tuple[Token, ...]:
        """The verbs of its adverbial clauses: of condition, time, purpose."""
        return tuple(self.verb.below("advcl"))

    @property
    def coordinated(self) -> tuple[Token, ...]:
        """The words coordinated with the verb."""
        return tuple(self.verb.below("conj"))

    @property
    def direct_object(self) -> Token | None:
        """The verb's own object, including the second object of a passive, or None."""
        return self.verb.first("dobj")

    @property
    def patient(self) -> Token | None:
        """The subject of a passive, or None."""
        return self.verb.first("nsubjpass")

    @property
    def is_content(self) -> bool:
        """Whether it is the content of saying or knowing: `said that Oslo paid`."""
        return self.verb.dep == "ccomp"

    @property
    def lacks_subject(self) -> bool:
        """Whether it shares the subject of the verb that it depends on: `wants to pay`."""
        return self.verb.dep == "xcomp"

    @property
    def is_predicative(self) -> bool:
        """Whether the word is said of a subject or object: `is critical`, `called it critical`."""
        return self.verb.dep in ("acomp", "oprd", "attr") and self.verb.head.is_verb

    @property
    def active_subject(self) -> Token | None:
        """The verb's own subject unless it is passive, or None."""
        return self.verb.first("nsubj")

    @property
    def indirect_objects(self) -> tuple[Token, ...]:
        """The recipients: `Riga` of `sent Riga tents` and of `sent tents to Riga`."""
        found = (kid if kid.tag != "IN" else kid.first("pobj") for kid in self.verb.below("dative", "iobj"))
        return tuple(noun for noun in found if noun is not None)

    @property
    def affected(self) -> tuple[Token, ...]:
        """The objects at the verb itself and the subject of a passive."""
        return tuple(self.verb.below("dobj", "nsubjpass"))

    @property
    def joined_to(self) -> Token | None:
        """The verb that it is coordinated with, before it, or None."""
        return self.verb.head if self.verb.dep == "conj" and self.verb.head.is_verb else None

    @property
    def content_subject(self) -> Token | None:
        """The subject of the content of saying or knowing: `Riga` of `found that Riga paid`, or None."""
        clause = self.verb.first("ccomp")
        return clause.first("nsubj") if clause is not None else None

    @property
    def is_circumstance(self) -> bool:
        """Whether it is a participle that goes with another clause: `shelled a village, killing four`."""
        return self.verb.tag == "VBG" and self.verb.dep == "advcl"

    @property
    def subjects(self) -> tuple[Token, ...]:
        """All subjects of the verb itself, excluding passive ones."""
        return tuple(self.verb.below("nsubj"))

    @property
    def is_narrative(self) -> bool:
        """Whether it is in the simple past."""
        return self.verb.tag == "VBD"

    @property
    def is_subordinate(self) -> bool:
        """Whether it describes a noun or goes with another clause: a relative or an adverbial clause."""
        return self.verb.dep in ("relcl", "advcl")

    @property
    def is_apart_in_time(self) -> bool:
        """Whether a date outside it does not apply to it: a finite relative, adverbial or subject clause."""
        finite = not self.is_circumstance and not self.is_infinitive
        return finite and (self.is_subordinate or self.verb.dep == "csubj")

    @property
    def is_finished_time(self) -> bool:
        """Whether it gives the time of another clause, or is a noun that does so: `after Oslo paid`."""
        if self.verb.dep == "advcl":
            return self.verb.has("after", "since", "when")
        return self.verb.dep in ("pcomp", "pobj") and self.verb.head.low in ("after", "since", "following")

    def continues(self, verb: Token) -> bool:
        """Whether it continues another verb's subject and tense: `expelled one and recalled the other`."""
        alike = self.verb.dep == "conj" and self.verb.head is verb and self.verb.tag == verb.tag == "VBD"
        return alike and not any(kid.dep in ("nsubj", "nsubjpass", "aux") for kid in self.verb.kids)

    @property
    def promise(self) -> Token | None:
        """The modal of will or power, also of the verb it shares it with: `will not lift`, `can't accept`; or None."""
        shared = self.verb.head.kids if self.verb.dep in ("conj", "xcomp") else ()
        return next((kid for kid in (*self.verb.kids, *shared) if kid.tag == "MD" and kid.low in WILLING), None)

    @property
    def is_denied(self) -> bool:
        """Whether `not` or `never` depends on the verb."""
        return self.verb.first("neg") is not None

    @property
    def is_forgone(self) -> bool:
        """Whether it is an act somebody chooses not to do: `a decision not to pay`, `was thanked for not paying`."""
        if any(kid.dep in ("nsubj", "aux") and kid.low != "to" for kid in self.verb.kids):
            return False
        chosen = self.verb.is_gerund or (self.is_infinitive and self.verb.head.is_word_noun)
        return self.is_denied and chosen

    @property
    def bound_clause(self) -> Token | None:
        """The clause that a word of duty is about: `pay` for `must` in `must pay`, `has` in `has to pay`; or None."""
        if self.verb.tag == "MD" and self.verb.dep == "aux":
            return self.verb.head
        return self.verb if any(kid.tag == "VB" for kid in self.verb.below("xcomp")) else None

    @property
    def is_coordinated(self) -> bool:
        """Whether it is joined to the words before it with `and`, `or` or a comma."""
        return self.verb.dep == "conj"

    @property
    def is_joined(self) -> bool:
        """Whether it is a verb coordinated with another word."""
        return self.is_coordinated and self.verb.is_verb

    @property
    def is_descriptive(self) -> bool:
        """Whether it describes a noun: a relative clause or a participle."""
        return self.verb.dep in ("acl", "relcl")

    @property
    def is_dependent(self) -> bool:
        """Whether it is said, described or joined on, or opens with a conjunction."""
        return self.verb.dep in ("ccomp", "conj", "relcl") or self.verb.first("mark") is not None

    @property
    def controller(self) -> Token | None:
        """The word that an infinitive or gerund without a subject depends on, or None."""
        return self.verb.head if self.verb.dep in ("xcomp", "pcomp") else None

    @property
    def is_base(self) -> bool:
        """Whether the verb has its base form: an infinitive, or with a modal."""
        return self.verb.tag == "VB"

    @property
    def open_infinitive(self) -> Token | None:
        """The infinitive with `to` that completes it: `is to begin`, `seems to wait`; or None."""
        return next((kid for kid in self.verb.below("xcomp") if has_to(kid)), None)

    @property
    def above(self) -> Token:
        """The word that it depends on, past a preposition."""
        return self.verb.head.head if self.verb.dep == "pcomp" else self.verb.head

    @property
    def has_agent(self) -> bool:
        """Whether the verb itself has an agent with `by`."""
        return self.verb.first("agent") is not None

    @property
    def is_gerund_with_object(self) -> bool:
        """Whether it is a gerund behind a preposition that was parsed as a noun: `of bombing Riga`."""
        return self.verb.dep == "pobj" and self.verb.tag == "VBG" and self.direct_object is not None

    @property
    def is_set_off(self) -> bool:
        """Whether a comma separates a participle from its noun: `Togo, accused by Mali of spying, ...`."""
        return any(kid.text == "," and kid.after is self.verb for kid in self.verb.head.kids)

    @property
    def gives_name(self) -> bool:
        """Whether it gives something a name: `called the envoys liars`."""
        return self.verb.first("oprd", "ccomp") is not None

    @property
    def is_root_noun(self) -> bool:
        """Whether the word is tagged as a noun where the verb of the sentence is."""
        return self.verb.dep == "ROOT" and self.verb.is_word_noun

    @property
    def is_meanwhile(self) -> bool:
        """Whether it gives the time or reason of another clause, with a subject of its own: `after Oslo had paid`."""
        return self.verb.dep == "advcl" and self.active_subject is not None and self.verb.has(*TIME_CLAUSES)
