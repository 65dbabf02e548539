"""The structure of clauses: subject and object, passives, control, complements, phrases, reporters.

A `Clause` is the reading of one verb (or of a noun used like one). Each of its parts is computed once, on
first access.
"""

from __future__ import annotations

from collections.abc import Container

from diplonews.lexicons.actornames import sector_of
from diplonews.lexicons.wordsets import WordSet
from diplonews.once import once
from diplonews.syntax.adjuncts import ASIDE, companions_of, phrases_of, words_near
from diplonews.syntax.moods import ClauseWords
from diplonews.syntax.tokens import Token

__all__ = ["ASIDE", "JUDGING", "REPORTING", "Clause", "antecedent", "clause_of"]

RELATIVES = frozenset(("which", "that", "who", "whom"))
OBJECT_CONTROL = WordSet("verbs.object_control")
DEEPEST = 6
JUDGING = WordSet("roles.judging")
REPORTING = WordSet("verbs.saying")
CAPTIVE = frozenset(("hostage", "captive", "prisoner"))
AUXILIARIES = ("aux", "auxpass")
TELLING = WordSet("verbs.telling")
CHARGING = WordSet("clauses.charging")


class Clause(ClauseWords):
    """The clause of a verb.

    Args:
        verb: the verb, or the noun or adjective used as the predicate.
    """

    def __repr__(self) -> str:
        return f"<Clause {self.verb.text!r}>"

    @once
    def subject_words(self) -> tuple[Token, ...]:
        """All words parsed as its subject, in order; a wrong parse has several."""
        return tuple(self.verb.below("nsubj", "nsubjpass"))

    @once
    def has_subject(self) -> bool:
        """Whether something in the clause fills the place of the subject, if only `there` or a clause."""
        return self.verb.first("nsubj", "nsubjpass", "expl", "csubj") is not None

    @once
    def auxiliaries(self) -> tuple[Token, ...]:
        """The auxiliary verbs, modals and negations that go with the verb, in order."""
        return tuple(self.verb.below("aux", "auxpass", "neg"))

    @once
    def adverbs(self) -> tuple[Token, ...]:
        """The adverbs that go with the verb, in order."""
        return tuple(self.verb.below("advmod"))

    @once
    def complements(self) -> tuple[Token, ...]:
        """The verbs of its complement clauses, in order: `said [it would rain]`, `agreed [to pay]`."""
        return tuple(self.verb.below("ccomp", "xcomp"))

    @once
    def settings(self) -> tuple[Token, ...]:
        """Its phrases of time and place headed by a noun or `on`: `[last month] the pier fell`."""
        return tuple(kid for kid in self.verb.below("npadvmod", "prep") if kid.dep == "npadvmod" or kid.low == "on")

    @once
    def content_clauses(self) -> tuple[Token, ...]:
        """The verbs of its finite clauses, be they parsed as complements or as adverbials, in order."""
        return tuple(self.verb.below("ccomp", "advcl"))

    @once
    def infinitives(self) -> tuple[Token, ...]:
        """The infinitives with `to` that it governs, in order: `urged them [to leave]`, `pledged [to leave]`."""
        kids = self.verb.below("xcomp", "ccomp", "advcl")
        return tuple(kid for kid in kids if clause_of(kid).is_infinitive)

    @once
    def hosted(self) -> tuple[Token, ...]:
        """The verbs of the clauses that it may report, also those the parse could not place, in order."""
        return tuple(self.verb.below("ccomp", "parataxis", "dep"))

    @property
    def is_aside(self) -> bool:
        """Whether it is parenthetical to another clause: `the pier, he said, was shut`."""
        return self.verb.dep == "parataxis"

    @property
    def is_hosted(self) -> bool:
        """Whether it is attached to a clause that it may report: `the pier was shut, he said`."""
        return self.verb.dep in ("ccomp", "parataxis", "dep", "conj", "advcl") and self.verb.head is not self.verb

    @property
    def is_relative(self) -> bool:
        """Whether it describes a noun, with a pronoun or without."""
        return self.verb.dep == "relcl"

    @property
    def is_reduced(self) -> bool:
        """Whether it describes a noun without a pronoun: `the plan [proposed by Oslo]`, `a plan [to leave]`."""
        return self.verb.dep == "acl"

    @property
    def is_governed(self) -> bool:
        """Whether it completes a verb or preposition that it shares its subject with: `went on [to say]`."""
        return self.verb.dep in ("xcomp", "pcomp", "prep")

    @property
    def is_modifying(self) -> bool:
        """Whether it describes a noun or is an adverbial clause."""
        return self.verb.dep in ("relcl", "acl", "advcl")

    @property
    def is_gerund(self) -> bool:
        """Whether it is an `-ing` form without a subject or an auxiliary: `barring them`."""
        return self.verb.is_gerund and self.own_subject is None and not self.auxiliaries

    @property
    def conjunction(self) -> Token | None:
        """The word that opens it: `that`, `if`, `after`; or None."""
        return self.verb.first("mark")

    @once
    def targets(self) -> tuple[Token, ...]:
        """Its object, or the predicate it gives its subject or object, in order."""
        return tuple(self.verb.below("dobj", "attr", "oprd"))

    @once
    def objects(self) -> tuple[Token, ...]:
        """Its direct and indirect objects, in order."""
        return tuple(self.verb.below("dobj", "dative"))

    def opens_with(self, words: Container[str]) -> bool:
        """Whether the clause opens with one of these conjunctions, given in lower case."""
        return any(kid.low in words for kid in self.verb.below("mark"))

    def particle(self, word: str) -> Token | None:
        """A particle or preposition of the verb, or the very next word, if it is `word`; else None."""
        for kid in self.verb.below("prt", "prep", "advmod", "dative"):
            if kid.i > self.verb.i and kid.low == word:
                return kid
        following = self.verb.after
        return following if following is not None and following.low == word else None

    @once
    def is_passive(self) -> bool:
        """Whether the verb is passive: `was attacked`, `the troops attacked by`, or coordinated with one that is."""
        return _is_passive(self.verb)

    @once
    def is_imperative(self) -> bool:
        """Whether it is an order given to somebody: `Free the crew, Oslo tells Riga`."""
        return _is_imperative(self.verb)

    @once
    def subject(self) -> Token | None:
        """The doer, or None: the subject, the agent of a passive, the controller of an infinitive."""
        return _subject(self.verb)

    @once
    def agent(self) -> Token | None:
        """The agent of a passive, or None: `attacked by rebels`, `hit with tariffs by Oslo`."""
        return _agent(self.verb)

    @once
    def object(self) -> Token | None:
        """The noun acted on, or None."""
        return _object(self.verb)

    @once
    def shared_object(self) -> Token | None:
        """The object shared with a coordinated verb after it, or None: `sanctioned and blacklisted the firms`."""
        return _shared_object(self.verb)

    @once
    def complement(self) -> Token | None:
        """The verb of the clause that it governs: `agreed to pay`, `accused of spying`, `made a promise to pay`."""
        return _complement(self.verb)

    @once
    def is_question_put(self) -> bool:
        """Whether it asks a direct question, which seeks only an answer: `"Why wait?" he asked`."""
        question = self.complement
        marks = (*question.kids, *self.verb.kids) if question is not None and question.dep == "ccomp" else ()
        return any(mark.text == "?" for mark in marks)

    @once
    def governor(self) -> Token | None:
        """The verb whose subject a subjectless verb shares, or None."""
        return _governor(self.verb)

    @once
    def phrases(self) -> tuple[tuple[str, Token], ...]:
        """The preposition and noun of its prepositional phrases and of those in its noun phrases.

        Phrases after the verb come first, the highest in the tree before deeper ones. Clauses and coordinated
        verbs below it are left out. A relative pronoun is replaced by its antecedent.
        """
        return tuple((low, _antecedent(noun, self.verb)) for low, noun in phrases_of(self.verb))

    @once
    def companions(self) -> tuple[Token, ...]:
        """The nouns that act with the subject: `Sweden, together with Finland, sent`, `Sweden as well as Finland`."""
        return companions_of(self.verb, self.subject) if self.subject is not None else ()

    @once
    def near(self) -> dict[str, Token]:
        """The words near below the verb, by form and base form, the nearest of each; particles are among them."""
        return words_near(self.verb)

    @once
    def reporter(self) -> Token | None:
        """The speaker of the clause: subject of the nearest verb of saying that governs it, or None."""
        return _reporter(self.verb)


def clause_of(verb: Token) -> Clause:
    """The clause of a verb; the same object every time."""
    if verb.clause is None:
        verb.clause = Clause(verb)
    return verb.clause


def _is_passive(verb: Token) -> bool:
    """Whether the verb is passive: `was attacked`, `the troops attacked by`, or coordinated with one that is."""
    voices = (_is_passive_itself(one) for one in verb.chain("conj"))
    return next((passive for passive in voices if passive is not None), False)


def _is_passive_itself(verb: Token) -> bool | None:
    """Whether a verb is passive by its own words; None if the verb that it is coordinated with decides."""
    if any(kid.dep in ("nsubjpass", "auxpass", "csubjpass") for kid in verb.kids):
        return True
    if _is_taken_captive(verb):
        return True
    if verb.dep in ("acl", "amod") and verb.tag in ("VBN", "VBD"):
        return verb.first("nsubj") is None and not _is_active_participle(verb)
    if verb.tag == "VBN" and (verb.first("agent") is not None or _is_bare_participle(verb)):
        return True
    if _is_headline_passive(verb):
        return True
    joined = verb.dep == "conj" and verb.head.tag == verb.tag == "VBN"
    return None if joined and verb.first("nsubj", *AUXILIARIES, "dobj") is None else False


def _is_bare_participle(verb: Token) -> bool:
    """Whether it is an adverbial participle without an auxiliary or object: `Asked about the pier, Holm left`."""
    return verb.dep == "advcl" and verb.first("nsubj", "aux", "dobj") is None


def _is_headline_passive(verb: Token) -> bool:
    """Whether it is a headline's passive, with `of` and without an object: `Oslo accused of spying`."""
    return (
        verb.tag in ("VBD", "VBN")
        and verb.lemma in CHARGING
        and verb.first("dobj", "aux", "ccomp") is None
        and any(kid.low == "of" for kid in verb.kids)
    )


def _is_taken_captive(verb: Token) -> bool:
    """Whether it is a bare participle whose apparent object is its predicate: `a Dane held hostage in Riga`."""
    state = verb.after
    if verb.tag not in ("VBD", "VBN") or state is None or state.low not in CAPTIVE or state.head is not verb:
        return False
    return verb.first("aux") is None and verb.first("dobj") in (None, state)


def _captive(verb: Token) -> Token | None:
    """`the fate of two Danes held hostage`: the noun right before the verb, or else its subject."""
    subject = verb.first("nsubj")
    return next((word for word in subject.subtree() if word.after is verb), subject) if subject is not None else None


def _is_active_participle(verb: Token) -> bool:
    """Whether a past tense was parsed as a participle: `Danish guards stopped near Riga the lorry`."""
    return verb.dep == "acl" and verb.first("dobj") is not None and verb.first("agent", "auxpass") is None


def antecedent(pronoun: Token) -> Token:
    """The antecedent of a relative pronoun: `envoys` for the `who` of `envoys who met`; any other word for itself."""
    return _antecedent(pronoun, pronoun.head)


def _antecedent(pronoun: Token, verb: Token) -> Token:
    """The antecedent of a relative pronoun; the word itself if it has none."""
    if pronoun.low in RELATIVES and pronoun.tag in ("WDT", "WP", "IN"):
        token = verb
        for _ in range(DEEPEST):
            if token.dep == "relcl":
                return token.head
            if token.dep == "ccomp" and token.head.lemma == "be":  # `it was Oslo that paid`
                return token.head.first("attr") or pronoun
            if token.dep not in ("conj", "xcomp", "ccomp") or token.head is token:
                break
            token = token.head
    return pronoun


def _agent(verb: Token) -> Token | None:
    """The agent of a passive, or None: `attacked by rebels`, `hit with tariffs by Oslo`."""
    below = verb.below("dobj")  # `was granted asylum by Oslo`
    below += [word for kid in verb.below("xcomp", "prep") for word in (kid, *kid.below("pobj")) if kid.low != "of"]
    for token in (verb, *below):
        for kid in token.kids:
            if kid.dep == "agent" or (kid.dep == "prep" and kid.low == "by"):
                found = kid.first("pobj")
                if found is not None:
                    return found
    return None


def _is_imperative(verb: Token) -> bool:
    """Whether a clause is an order given to somebody: `Free the crew, Oslo tells Riga`."""
    return (
        verb.dep in ("ccomp", "advcl", "parataxis")
        and verb.tag in ("VB", "VBP")
        and verb.i < verb.head.i
        and verb.head.lemma in TELLING
        and verb.first("nsubj", "nsubjpass", "aux", "mark") is None
    )


def _complement(token: Token) -> Token | None:
    """The verb of the clause that a word governs: `agreed to pay`, `accused of spying`, `made a promise to pay`."""
    for kid in token.kids:
        if kid.dep in ("xcomp", "ccomp") and (kid.is_verb or kid.first("nsubj", "nsubjpass", "aux") is not None):
            return kid
    for kid in token.kids:
        if clause_of(kid).is_imperative or (kid.dep in ("acl", "advcl", "relcl") and kid.tag == "VB"):
            return kid
        inner = kid.first("pcomp") if kid.dep in ("prep", "prt", "agent") else None
        if inner is not None and inner.is_verb:
            return inner
    target = token.first("dobj", "attr", "pobj", "acomp")
    clauses = target.below("acl", "relcl", "xcomp", "ccomp") if target is not None else ()
    return next((kid for kid in clauses if kid.tag == "VB"), None)


def _governor(verb: Token) -> Token | None:
    """The verb whose subject a subjectless verb shares."""
    token = verb
    for _ in range(DEEPEST):
        if token.head is token:
            return None
        token = token.head
        if token.is_verb or (token.dep == "ROOT" and token.tag in ("JJ", "NN", "NNP")):
            return token
    return None


def _subject(verb: Token, depth: int = DEEPEST) -> Token | None:
    """The doer, or None: the subject, the agent of a passive, the controller of an infinitive."""
    if depth <= 0:
        return None
    if clause_of(verb).is_passive:
        return clause_of(verb).agent
    own = _own_subject(verb)
    if own is not None:
        return _antecedent(own, verb)
    if verb.dep in ("relcl", "acl", "amod"):
        return _modified_noun(verb, depth)
    return _shared_subject(verb, depth)


def _own_subject(verb: Token) -> Token | None:
    """The verb's own subject; of two in a row (`the bloc ECOWAS`), the one that is a name."""
    found = verb.below("nsubj")[:2]
    if len(found) > 1 and found[0].name is None and found[1].name is not None and found[1].i == found[0].i + 1:
        return found[1]
    return found[0] if found else None


def _modified_noun(verb: Token, depth: int) -> Token | None:
    """Subject of a participle or a clause that describes a noun: `troops guarding`, `a plan to meet`."""
    if verb.head.dep == "ROOT" and verb.head.name is not None and verb.head.name.code:
        return verb.head
    named = verb.head.is_proper or (verb.head.name is not None and verb.head.name.code)
    thing = sector_of(verb.head.lemma) is None and not named
    if verb.tag != "VB" and not (verb.dep == "acl" and verb.tag == "VBG" and thing):
        return verb.head
    return _noun_owner(verb.head, depth)


def _shared_subject(verb: Token, depth: int) -> Token | None:
    """Subject of the verb that a subjectless one is coordinated with or depends on."""
    head = clause_of(verb).governor
    if head is None:
        return None
    if verb.dep == "conj" and verb.head.is_verb:
        shared = _passive_subject if clause_of(verb.head).is_passive else _subject
        return shared(verb.head, depth - 1)
    persuaded = verb.dep == "pcomp" and verb.head.low in ("from", "into", "against")
    judged = verb.dep == "pcomp" and verb.head.low in ("for", "of") and head.lemma in JUDGING
    if (judged or persuaded) and not clause_of(head).is_passive:
        target = _object(head, depth - 1)
        if target is not None:
            return target
    if verb.dep in ("xcomp", "ccomp") and head.lemma in OBJECT_CONTROL:
        target = _object(head, depth - 1)
        if target is not None and target is not verb:
            return target
    if not head.is_verb and head.name is not None and head.name.code:
        return head
    if clause_of(head).is_passive and head.dep not in ("acl", "amod"):
        return _passive_subject(head, depth - 1) or _subject(head, depth - 1)
    return _subject(head, depth - 1)


def _noun_owner(noun: Token, depth: int) -> Token | None:
    """The owner of a `decision to withdraw` or a `plan to meet`."""
    for token in (noun, *noun.ancestors()):
        if token.is_verb:
            break
        owner = token.first("poss") or clause_of(token).agent or _named_modifier(token)
        if owner is not None:
            return owner
    head = clause_of(noun).governor
    if head is not None and noun.dep in ("dobj", "pobj", "attr"):
        return _subject(head, depth - 1)
    return None


def _named_modifier(noun: Token) -> Token | None:
    """`the EU` of `an EU statement condemning ...`."""
    for kid in noun.below("amod", "compound", "nmod"):
        if kid.name is not None and kid.name.code:
            return kid
    return None


def _passive_subject(verb: Token, depth: int) -> Token | None:
    """The passive subject of the verb, of one that it is coordinated with, or the subject of the verb above them."""
    for one in verb.chain("conj"):
        own = one.first("nsubjpass") or (_captive(one) if _is_taken_captive(one) else None)
        if own is not None:
            return _antecedent(own, one)
        if not one.head.is_verb:
            return None
        if one.dep in ("xcomp", "advcl", "ccomp"):
            above = clause_of(one.head)
            raised = one.dep == "xcomp" and above.is_passive  # `were reported to be hurt`
            return _object(one.head, depth - 1) if raised else _subject(one.head, depth)
    return None


def _object(verb: Token, depth: int = DEEPEST) -> Token | None:
    """The noun acted on, or None."""
    if depth <= 0:
        return None
    if clause_of(verb).is_passive:
        if verb.dep in ("acl", "amod", "relcl") and not any(kid.dep == "nsubjpass" for kid in verb.kids):
            return verb.head
        own = _passive_subject(verb, depth)
        if own is not None:
            return own
    found = verb.first("dobj", "obj")
    if found is not None:
        return _antecedent(found, verb)
    if _is_contact_clause(verb):
        return verb.head
    if (
        verb.dep == "conj"
        and verb.head.is_verb
        and not any(kid.dep in ("prep", "xcomp", "ccomp", "agent", "prt") for kid in verb.kids)
    ):
        shared = [kid for kid in verb.head.kids if kid.dep in ("dobj", "obj") and kid.i > verb.i]
        if shared:
            return shared[0]
    attribute = verb.first("attr", "oprd")
    if attribute is not None and verb.lemma not in ("be", "become", "remain"):
        return attribute
    return None


def _is_contact_clause(verb: Token) -> bool:
    """Whether it is a relative clause without a pronoun, with the noun described as object: `the tents Oslo sent`."""
    if verb.dep != "relcl" or verb.first("nsubj") is None or verb.tag == "VB":
        return False
    return not any(word.tag in ("WDT", "WP", "WP$", "WRB") for word in verb.subtree()[:4])


def _shared_object(verb: Token) -> Token | None:
    """The object shared with a coordinated verb after it: `sanctioned and blacklisted the firms`."""
    if verb.first("dobj", "obj") is not None:
        return None
    for kid in verb.below("conj"):
        if kid.is_verb and kid.first("nsubj") is None:
            found = kid.first("dobj", "obj")
            if found is not None and not any(inner.dep in ("prep", "prt", "xcomp", "ccomp") for inner in verb.kids):
                return found
    return None


def _is_parted(verb: Token) -> bool:
    """Whether a semicolon separates a clause from the one that governs it: `Oslo paid; Riga recalls its envoy`."""
    return any(kid.text == ";" and verb.i < kid.i < verb.head.i for kid in verb.head.kids)


def _reporter(token: Token) -> Token | None:
    """The speaker of a word's clause: subject of the nearest verb of saying that governs it."""
    below = token
    for above in token.ancestors():
        if below.dep in ("ccomp", "parataxis", "advcl") and above.lemma in REPORTING and not _is_parted(below):
            subject = _speaker(above)
            if subject is not None:
                return subject
        below = above
    for kid in below.below("parataxis", "ccomp"):
        if kid.lemma in REPORTING and kid.first("nsubj") is not None:
            return _speaker(kid)
    return None


def _speaker(verb: Token) -> Token | None:
    """The subject of a verb of saying, or the object of `quoted the envoy as saying`."""
    quoted = verb.first("dobj") if any(kid.low == "as" and kid.has("saying") for kid in verb.kids) else None
    return quoted or verb.first("nsubj")
