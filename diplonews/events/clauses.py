"""How a clause is built: logical subject and object, passives, control, phrases, who says it."""

from __future__ import annotations

from itertools import islice

from diplonews.lexicons.actornames import sector_of
from diplonews.lexicons.wordsets import WordSet
from diplonews.syntax.tokens import CLAUSAL, Token

__all__ = [
    "ASIDE",
    "JUDGING",
    "REPORTING",
    "agent",
    "clause_phrases",
    "complement_of",
    "governor",
    "is_apart",
    "is_clipped",
    "is_condition",
    "is_imperative",
    "is_passive",
    "logical_object",
    "logical_subject",
    "shared_object",
    "speech_above",
]

RELATIVES = frozenset(("which", "that", "who", "whom"))
OBJECT_CONTROL = WordSet("roles.object_control")
DEEPEST = 6
MOST_PHRASES = 60
ASIDE = WordSet("roles.aside")
JUDGING = WordSet("roles.judging")
REPORTING = WordSet("roles.reporting")
INTRANSITIVE = WordSet("clauses.intransitive")
AUXILIARIES = ("aux", "auxpass")
INVERTED = frozenset(("had", "should", "were", "could"))
TELLING = WordSet("clauses.telling")
CHARGING = WordSet("clauses.charging")


def is_clipped(verb: Token) -> bool:
    """Whether a whole sentence was parsed as a noun with a participle: `Sweden shared intelligence`."""
    if verb.dep != "amod" or verb.tag not in ("VBN", "VBD") or verb.head.dep != "ROOT":
        return False
    return _clipped_subject(verb) is not None


def _clipped_subject(verb: Token) -> Token | None:
    """The name in front of a clipped verb, which may have been hung on the noun."""
    candidates = [*verb.kids, *verb.head.kids] if verb.tag == "VBD" else verb.kids
    for kid in candidates:
        if kid.name is not None and kid.name.code and kid.i < verb.i:
            return kid
    return None


def is_apart(verb: Token) -> bool:
    """Whether a finite verb was hung on an infinitive: `urged Oslo to pay and called on Riga to wait`."""
    return (
        verb.dep == "conj"
        and verb.tag in ("VBD", "VBZ", "VBP")
        and verb.head.tag == "VB"
        and any(kid.low == "to" for kid in verb.head.kids)
        and not any(kid.dep in ("aux", "auxpass") for kid in verb.kids)
    )


def is_passive(verb: Token) -> bool:
    """Whether the verb is passive: `was attacked`, `the troops attacked by`, or joined to one that is."""
    voices = (_is_passive_itself(one) for one in verb.chain("conj"))
    return next((passive for passive in voices if passive is not None), False)


def _is_passive_itself(verb: Token) -> bool | None:
    """Whether a verb is passive by its own words; None where the verb that it is joined to tells."""
    if is_clipped(verb) or _is_headless(verb):
        return False
    if any(kid.dep in ("nsubjpass", "auxpass", "csubjpass") for kid in verb.kids):
        return True
    if verb.dep in ("acl", "amod") and verb.tag in ("VBN", "VBD"):
        return not _is_active_participle(verb)
    if any(kid.dep == "agent" for kid in verb.kids) and verb.tag == "VBN":
        return True
    if _is_headline_passive(verb):
        return True
    joined = verb.dep == "conj" and verb.head.tag == verb.tag == "VBN"
    return None if joined and verb.first("nsubj", *AUXILIARIES, "dobj") is None else False


def _is_headline_passive(verb: Token) -> bool:
    """`Oslo accused of spying`: a verb that takes `of` only after its object, and has none."""
    return (
        verb.lemma in CHARGING
        and verb.tag in ("VBD", "VBN")
        and verb.first("dobj", "aux", "ccomp") is None
        and any(kid.low == "of" for kid in verb.kids)
    )


def _is_headless(verb: Token) -> bool:
    """A sentence parsed as a noun with a participle, of a verb that has no passive: `tanks massed near Riga`."""
    return verb.dep == "acl" and verb.head.dep == "ROOT" and verb.lemma in INTRANSITIVE and verb.first("agent") is None


def _is_active_participle(verb: Token) -> bool:
    """`Danish guards stopped near Riga the lorry`: a past tense that the parser took for a participle."""
    return verb.dep == "acl" and verb.first("dobj") is not None and verb.first("agent", "auxpass") is None


def _antecedent(pronoun: Token, verb: Token) -> Token:
    """What a relative pronoun stands for."""
    if pronoun.low in RELATIVES and pronoun.tag in ("WDT", "WP", "IN"):
        for clause in islice(verb.chain("conj", "xcomp", "ccomp"), DEEPEST):
            if clause.dep == "relcl":
                return clause.head
            if clause.dep == "ccomp" and clause.head.lemma == "be":  # `it was Oslo that paid`
                return clause.head.first("attr") or pronoun
    return pronoun


def agent(verb: Token) -> Token | None:
    """Who does it in a passive: `attacked by rebels`, `hit with tariffs by Oslo`, or None."""
    below = list(verb.below("dobj"))  # `was granted asylum by Oslo`
    below += [word for kid in verb.below("xcomp", "prep") for word in (kid, *kid.below("pobj")) if kid.low != "of"]
    for token in (verb, *below):
        for kid in token.kids:
            if kid.dep == "agent" or (kid.dep == "prep" and kid.low == "by"):
                found = kid.first("pobj")
                if found is not None:
                    return found
    return None


def is_condition(token: Token) -> bool:
    """Whether a word opens a clause of condition: `if`, `unless`, or the first of `had Oslo paid`."""
    if token.low in ("unless", "if", "until"):
        return token.dep in ("mark", "advmod", "prep")
    if token.low not in INVERTED or token.dep not in AUXILIARIES or token.head.dep != "advcl":
        return False
    subject = token.head.first("nsubj", "nsubjpass")
    return subject is not None and token.i < subject.i


def is_imperative(verb: Token) -> bool:
    """Whether a clause is what somebody is told: `Free the crew, Oslo tells Riga`."""
    return (
        verb.dep in ("ccomp", "advcl", "parataxis")
        and verb.tag in ("VB", "VBP")
        and verb.i < verb.head.i
        and verb.head.lemma in TELLING
        and verb.first("nsubj", "nsubjpass", "aux", "mark") is None
    )


def complement_of(token: Token) -> Token | None:
    """The verb of the clause that a word governs: `agreed to pay`, `accused of spying`, `made a promise to pay`."""
    for kid in token.kids:
        if kid.dep in ("xcomp", "ccomp") and (kid.is_verb or kid.first("nsubj", "nsubjpass", "aux") is not None):
            return kid
    for kid in token.kids:
        if is_imperative(kid) or (kid.dep in ("acl", "advcl", "relcl") and kid.tag == "VB"):
            return kid
        inner = kid.first("pcomp") if kid.dep in ("prep", "prt", "agent") else None
        if inner is not None and inner.is_verb:
            return inner
    target = token.first("dobj", "attr", "pobj", "acomp")
    clauses = target.below("acl", "relcl", "xcomp", "ccomp") if target is not None else ()
    return next((kid for kid in clauses if kid.tag == "VB"), None)


def governor(verb: Token) -> Token | None:
    """The verb whose subject a subjectless verb shares."""
    above = islice(verb.ancestors(), DEEPEST)
    return next((one for one in above if one.is_verb or (one.dep == "ROOT" and one.tag in ("JJ", "NN", "NNP"))), None)


def logical_subject(verb: Token, depth: int = DEEPEST) -> Token | None:
    """Who does it, or None: the subject, the agent of a passive, the controller of an infinitive."""
    if depth <= 0:
        return None
    if is_passive(verb):
        return agent(verb)
    own = _own_subject(verb)
    if own is not None:
        return _antecedent(own, verb)
    if is_clipped(verb):
        return _clipped_subject(verb)
    if verb.dep in ("relcl", "acl", "amod"):
        return _modified_noun(verb, depth)
    return _shared_subject(verb, depth)


def _own_subject(verb: Token) -> Token | None:
    """The subject; of two in a row (`the bloc ECOWAS`) the one that is a name."""
    found = list(islice(verb.below("nsubj"), 2))
    if len(found) > 1 and found[0].name is None and found[1].name is not None and found[1].i == found[0].i + 1:
        return found[1]
    return found[0] if found else None


def _modified_noun(verb: Token, depth: int) -> Token | None:
    """Subject of a participle or a clause that describes a noun: `troops guarding`, `a plan to meet`."""
    if verb.head.dep == "ROOT" and verb.head.name is not None and verb.head.name.code:
        return verb.head
    thing = sector_of(verb.head.lemma) is None and (verb.head.name is None or not verb.head.name.code)
    if verb.tag != "VB" and not (verb.dep == "acl" and verb.tag == "VBG" and thing):
        return verb.head
    return _noun_owner(verb.head, depth)


def _shared_subject(verb: Token, depth: int) -> Token | None:
    """Subject of the verb that a subjectless one is coordinated with or depends on."""
    head = governor(verb)
    if head is None:
        return None
    if is_apart(verb):
        above = governor(verb.head)
        return logical_subject(above, depth - 1) if above is not None else None
    if verb.dep == "conj" and verb.head.is_verb:
        shared = _passive_subject if is_passive(verb.head) else logical_subject
        return shared(verb.head, depth - 1)
    persuaded = verb.dep == "pcomp" and verb.head.low in ("from", "into", "against")
    judged = verb.dep == "pcomp" and verb.head.low in ("for", "of") and head.lemma in JUDGING
    if (judged or persuaded) and not is_passive(head):
        target = logical_object(head, depth - 1)
        if target is not None:
            return target
    if verb.dep in ("xcomp", "ccomp") and (head.lemma in OBJECT_CONTROL or _is_bereft(verb)):
        target = logical_object(head, depth - 1)
        if target is not None and target is not verb:
            return target
    if not head.is_verb and head.name is not None and head.name.code:
        return head
    if is_passive(head) and head.dep not in ("acl", "amod"):
        return _passive_subject(head, depth - 1) or logical_subject(head, depth - 1)
    return logical_subject(head, depth - 1)


def _is_bereft(verb: Token) -> bool:
    """Whether a finite clause has lost its subject to the verb above: `confirmed Riga had paid`."""
    return verb.dep == "ccomp" and verb.head.is_verb and any(kid.dep == "aux" and kid.low != "to" for kid in verb.kids)


def _noun_owner(noun: Token, depth: int) -> Token | None:
    """Whose `decision to withdraw`, `plan to meet` it is."""
    for token in (noun, *noun.ancestors()):
        if token.is_verb:
            break
        owner = token.first("poss") or agent(token) or _named_modifier(token)
        if owner is not None:
            return owner
    head = governor(noun)
    if head is not None and noun.dep in ("dobj", "pobj", "attr"):
        return logical_subject(head, depth - 1)
    return None


def _named_modifier(noun: Token) -> Token | None:
    """`the EU` of `an EU statement condemning ...`."""
    for kid in noun.below("amod", "compound", "nmod"):
        if kid.name is not None and kid.name.code:
            return kid
    return None


def _passive_subject(verb: Token, depth: int) -> Token | None:
    """What is acted on, as far as subjects tell: of the verb, of those it is joined to, of the one above them."""
    for one in verb.chain("conj"):
        own = one.first("nsubjpass")
        if own is not None:
            return _antecedent(own, one)
        if not one.head.is_verb:
            return None
        if one.dep in ("xcomp", "advcl", "ccomp"):
            return logical_subject(one.head, depth)
    return None


def logical_object(verb: Token, depth: int = DEEPEST) -> Token | None:
    """To whom or what it is done, or None."""
    if is_passive(verb):
        if verb.dep in ("acl", "amod", "relcl") and not any(kid.dep == "nsubjpass" for kid in verb.kids):
            return verb.head
        own = _passive_subject(verb, depth)
        if own is not None:
            return own
    if is_clipped(verb):
        return verb.head
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
    """`the tents Oslo sent`: a relative clause without a pronoun, whose object is what it describes."""
    if verb.dep != "relcl" or verb.first("nsubj") is None or verb.tag == "VB":
        return False
    return not any(word.tag in ("WDT", "WP", "WP$", "WRB") for word in verb.subtree()[:4])


def shared_object(verb: Token) -> Token | None:
    """The object of `sanctioned and blacklisted the firms`, read off the second verb."""
    if verb.first("dobj", "obj") is not None:
        return None
    for kid in verb.below("conj"):
        if kid.is_verb and kid.first("nsubj") is None:
            found = kid.first("dobj", "obj")
            if found is not None and not any(inner.dep in ("prep", "prt", "xcomp", "ccomp") for inner in verb.kids):
                return found
    return None


def clause_phrases(top: Token) -> list[tuple[str, Token]]:
    """The prepositional phrases of a predicate and of its noun phrases.

    Those after it come first, and of these the ones that hang highest. Clauses and coordinated
    verbs below it are left out.
    """
    found: list[tuple[bool, int, int, str, Token]] = []
    stack: list[tuple[Token, int]] = [(top, 0)]
    while stack and len(found) < MOST_PHRASES:
        token, depth = stack.pop()
        for kid in token.kids:
            if kid.dep in CLAUSAL or (kid.dep == "conj" and kid.is_verb) or depth > DEEPEST:
                continue
            if kid.dep == "nsubj" and token is top:
                continue
            if kid.dep in ("prep", "agent", "dative") or (kid.tag == "IN" and kid.first("pobj") is not None):
                found += [(kid.i < top.i, depth, kid.i, kid.low, pobj) for pobj in kid.below("pobj")]
                for inner in kid.below("prep") if kid.low not in ASIDE else ():
                    found += [(kid.i < top.i, depth, inner.i, inner.low, pobj) for pobj in inner.below("pobj")]
            if kid.dep == "prep" and kid.low in ASIDE and not (kid.low == "under" and kid is top.after):
                continue  # but `came under fire from Oslo`
            stack.append((kid, depth + (kid.dep not in ("prep", "agent", "prt", "advmod", "dobj", "npadvmod"))))
    found.sort(key=lambda item: item[:3])
    unique: dict[tuple[int, str], tuple[str, Token]] = {}
    for _, _, _, low, pobj in found:
        unique.setdefault((pobj.i, low), (low, pobj))
    return list(unique.values())


def speech_above(token: Token) -> Token | None:
    """Who says it: subject of the nearest verb of saying that the word's clause depends on."""
    below = token
    for above in token.ancestors():
        if below.dep in ("ccomp", "parataxis", "advcl") and above.lemma in REPORTING:
            subject = above.first("nsubj")
            if subject is not None:
                return subject
        below = above
    for kid in below.below("parataxis", "ccomp"):
        if kid.lemma in REPORTING and kid.first("nsubj") is not None:
            return kid.first("nsubj")
    return None
