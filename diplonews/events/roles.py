"""Where the roles of a trigger stand: logical subject and object, prepositional phrases, complement."""

from __future__ import annotations

from itertools import islice

from diplonews.actors.resolve import Party, Resolver, conjuncts
from diplonews.actors.tree import CLAUSAL, Node
from diplonews.lexicons.actornames import sector_of
from diplonews.lexicons.wordsets import WordSet

__all__ = [
    "Arguments",
    "anyone",
    "clause_phrases",
    "governor",
    "is_apart",
    "is_clipped",
    "is_passive",
    "logical_object",
    "logical_subject",
    "speech_above",
]

RELATIVES = frozenset(("which", "that", "who", "whom"))
OBJECT_CONTROL = WordSet("roles.object_control")
DEEPEST = 6
NEAR = 5
MOST_PHRASES = 60
MOST_NODES = 80
ASIDE = WordSet("roles.aside")
AIMING = WordSet("roles.aiming")
JUDGING = WordSet("roles.judging")
TOGETHER = frozenset(("together", "along", "jointly"))
THINKING = WordSet("roles.thinking")
REPORTING = WordSet("roles.reporting")
PLACE_PREPOSITIONS = frozenset(("in", "near", "around", "off", "inside", "outside"))
AUXILIARIES = ("aux", "auxpass")


def is_clipped(verb: Node) -> bool:
    """Whether a whole sentence was parsed as a noun with a participle: `Sweden shared intelligence`."""
    if verb.dep != "amod" or verb.tag not in ("VBN", "VBD") or verb.head.dep != "ROOT":
        return False
    return any(kid.name is not None and kid.name.code and kid.i < verb.i for kid in verb.kids)


def is_apart(verb: Node) -> bool:
    """Whether a finite verb was hung on an infinitive: `urged Oslo to pay and called on Riga to wait`."""
    return (
        verb.dep == "conj"
        and verb.tag in ("VBD", "VBZ", "VBP")
        and verb.head.tag == "VB"
        and any(kid.low == "to" for kid in verb.head.kids)
        and not any(kid.dep in ("aux", "auxpass") for kid in verb.kids)
    )


def is_passive(verb: Node) -> bool:
    """Whether the verb is passive: `was attacked`, `the troops attacked by`."""
    if is_clipped(verb):
        return False
    if any(kid.dep in ("nsubjpass", "auxpass", "csubjpass") for kid in verb.kids):
        return True
    if verb.dep in ("acl", "amod") and verb.tag in ("VBN", "VBD"):
        return not _is_active_participle(verb)
    if any(kid.dep == "agent" for kid in verb.kids) and verb.tag == "VBN":
        return True
    if (
        verb.dep == "conj"
        and verb.tag in ("VBN", "VBD")
        and not any(kid.dep in ("nsubj", *AUXILIARIES, "dobj") for kid in verb.kids)
    ):
        return verb.head.is_verb and verb.head.tag == verb.tag == "VBN" and is_passive(verb.head)
    return False


def _is_active_participle(verb: Node) -> bool:
    """`Danish guards stopped near Riga the lorry`: a past tense that the parser took for a participle."""
    return verb.dep == "acl" and verb.first("dobj") is not None and verb.first("agent", "auxpass") is None


def _antecedent(pronoun: Node, verb: Node) -> Node:
    """What a relative pronoun stands for."""
    if pronoun.low in RELATIVES and pronoun.tag in ("WDT", "WP", "IN"):
        node = verb
        for _ in range(DEEPEST):
            if node.dep == "relcl":
                return node.head
            if node.dep not in ("conj", "xcomp", "ccomp") or node.head is node:
                break
            node = node.head
    return pronoun


def _agent(verb: Node) -> Node | None:
    for kid in verb.kids:
        if kid.dep == "agent" or (kid.dep == "prep" and kid.low == "by"):
            found = kid.first("pobj")
            if found is not None:
                return found
    return None


def governor(verb: Node) -> Node | None:
    """The verb whose subject a subjectless verb shares."""
    node = verb
    for _ in range(DEEPEST):
        if node.head is node:
            return None
        node = node.head
        if node.is_verb or (node.dep == "ROOT" and node.tag in ("JJ", "NN", "NNP")):
            return node
    return None


def logical_subject(verb: Node, depth: int = DEEPEST) -> Node | None:
    """Who does it, or None: the subject, the agent of a passive, the controller of an infinitive."""
    if depth <= 0:
        return None
    if is_passive(verb):
        return _agent(verb)
    own = _own_subject(verb)
    if own is not None:
        return _antecedent(own, verb)
    if is_clipped(verb):
        return next(kid for kid in verb.kids if kid.name is not None and kid.name.code)
    if verb.dep in ("relcl", "acl", "amod"):
        return _modified_noun(verb, depth)
    return _shared_subject(verb, depth)


def _own_subject(verb: Node) -> Node | None:
    """The subject; of two in a row (`the bloc ECOWAS`) the one that is a name."""
    found = list(islice(verb.below("nsubj"), 2))
    if len(found) > 1 and found[0].name is None and found[1].name is not None and found[1].i == found[0].i + 1:
        return found[1]
    return found[0] if found else None


def _modified_noun(verb: Node, depth: int) -> Node | None:
    """Subject of a participle or a clause that describes a noun: `troops guarding`, `a plan to meet`."""
    if verb.tag != "VB" and not (verb.dep == "acl" and verb.tag == "VBG" and sector_of(verb.head.lemma) is None):
        return verb.head
    return _noun_owner(verb.head, depth)


def _shared_subject(verb: Node, depth: int) -> Node | None:
    """Subject of the verb that a subjectless one is coordinated with or depends on."""
    head = governor(verb)
    if head is None:
        return None
    if is_apart(verb):
        above = governor(verb.head)
        return logical_subject(above, depth - 1) if above is not None else None
    if verb.dep == "conj" and verb.head.is_verb:
        return _passive_subject(verb.head) if is_passive(verb.head) else logical_subject(verb.head, depth - 1)
    if verb.dep == "pcomp" and verb.head.low in ("for", "of") and head.lemma in JUDGING and not is_passive(head):
        target = logical_object(head)
        if target is not None:
            return target
    if verb.dep in ("xcomp", "ccomp") and head.lemma in OBJECT_CONTROL:
        target = logical_object(head)
        if target is not None and target is not verb:
            return target
    if is_passive(head) and head.dep not in ("acl", "amod"):
        return _passive_subject(head) or logical_subject(head, depth - 1)
    return logical_subject(head, depth - 1)


def _noun_owner(noun: Node, depth: int) -> Node | None:
    """Whose `decision to withdraw`, `plan to meet` it is."""
    for node in (noun, *noun.ancestors()):
        if node.is_verb:
            break
        owner = node.first("poss") or _named_modifier(node)
        if owner is not None:
            return owner
    head = governor(noun)
    if head is not None and noun.dep in ("dobj", "pobj", "attr"):
        return logical_subject(head, depth - 1)
    return None


def _named_modifier(noun: Node) -> Node | None:
    """`the EU` of `an EU statement condemning ...`."""
    for kid in noun.below("amod", "compound", "nmod"):
        if kid.name is not None and kid.name.code:
            return kid
    return None


def _passive_subject(verb: Node) -> Node | None:
    own = verb.first("nsubjpass")
    if own is not None:
        return _antecedent(own, verb)
    if verb.dep == "conj":
        return _passive_subject(verb.head) if verb.head.is_verb else None
    if verb.dep in ("xcomp", "advcl", "ccomp"):
        return logical_subject(verb.head) if verb.head.is_verb else None
    return None


def logical_object(verb: Node) -> Node | None:
    """To whom or what it is done, or None."""
    if is_passive(verb):
        if verb.dep in ("acl", "amod", "relcl") and not any(kid.dep == "nsubjpass" for kid in verb.kids):
            return verb.head
        own = _passive_subject(verb)
        if own is not None:
            return own
    if is_clipped(verb):
        return verb.head
    found = verb.first("dobj", "obj")
    if found is not None:
        return _antecedent(found, verb)
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


def shared_object(verb: Node) -> Node | None:
    """The object of `sanctioned and blacklisted the firms`, read off the second verb."""
    if verb.first("dobj", "obj") is not None:
        return None
    for kid in verb.below("conj"):
        if kid.is_verb and kid.first("nsubj") is None:
            found = kid.first("dobj", "obj")
            if found is not None and not any(inner.dep in ("prep", "prt", "xcomp", "ccomp") for inner in verb.kids):
                return found
    return None


def clause_phrases(top: Node) -> list[tuple[str, Node]]:
    """The prepositional phrases of a predicate and of its noun phrases.

    Those after it come first, and of these the ones that hang highest. Clauses and coordinated
    verbs below it are left out.
    """
    found: list[tuple[bool, int, int, str, Node]] = []
    stack: list[tuple[Node, int]] = [(top, 0)]
    while stack and len(found) < MOST_PHRASES:
        node, depth = stack.pop()
        for kid in node.kids:
            if kid.dep in CLAUSAL or (kid.dep == "conj" and kid.is_verb) or depth > DEEPEST:
                continue
            if kid.dep in ("nsubj", "nsubjpass") and node is top:
                continue
            if kid.dep in ("prep", "agent", "dative") or (kid.tag == "IN" and kid.first("pobj") is not None):
                found += [(kid.i < top.i, depth, kid.i, kid.low, pobj) for pobj in kid.below("pobj")]
                for inner in kid.below("prep"):
                    found += [(kid.i < top.i, depth, inner.i, inner.low, pobj) for pobj in inner.below("pobj")]
            if kid.dep == "prep" and kid.low in ASIDE:
                continue
            stack.append((kid, depth + (kid.dep not in ("prep", "agent", "prt", "advmod", "dobj", "npadvmod"))))
    found.sort(key=lambda item: item[:3])
    unique: dict[tuple[int, str], tuple[str, Node]] = {}
    for _, _, _, low, pobj in found:
        unique.setdefault((pobj.i, low), (low, pobj))
    return list(unique.values())


def speech_above(node: Node) -> Node | None:
    """Who says it: subject of the nearest verb of saying that the word's clause depends on."""
    below = node
    for above in node.ancestors():
        if below.dep in ("ccomp", "parataxis", "advcl") and above.lemma in REPORTING:
            subject = above.first("nsubj")
            if subject is not None:
                return subject
        below = above
    for kid in below.below("parataxis", "ccomp"):
        if kid.lemma in REPORTING and kid.first("nsubj") is not None:
            return kid.first("nsubj")
    return None


class Arguments:
    """The arguments of one trigger word, read when asked for.

    Args:
        node: the trigger word.
        resolver: whom a noun phrase means.
        light: the verb that carries a noun trigger (`held` of `held talks`), or None.
    """

    def __init__(self, node: Node, resolver: Resolver, light: Node | None = None) -> None:
        self.node = node
        self.light = light
        self.resolver = resolver
        self.verb = light if light is not None else node if node.is_verb else None
        self._phrases: list[tuple[str, Node]] | None = None

    @property
    def phrases(self) -> list[tuple[str, Node]]:
        """The prepositional phrases in reach."""
        if self._phrases is None:
            top = self.verb if self.verb is not None else self.node
            self._phrases = clause_phrases(top.head if is_clipped(top) else top)
        return self._phrases

    def subject(self) -> Node | None:
        """Head of the logical subject."""
        return logical_subject(self.verb) if self.verb is not None else None

    def object(self) -> Node | None:
        """Head of the logical object."""
        if self.verb is None:
            return None
        return logical_object(self.verb) or shared_object(self.verb)

    def complement(self) -> Node | None:
        """The verb of the clause that depends on the trigger."""
        node = self.verb if self.verb is not None else self.node
        for kid in node.kids:
            if kid.dep in ("xcomp", "ccomp") and (kid.is_verb or kid.first("nsubj", "nsubjpass", "aux") is not None):
                return kid
        for kid in node.kids:
            if kid.dep in ("prep", "prt", "agent"):
                inner = kid.first("pcomp")
                if inner is not None and inner.is_verb:
                    return inner
            if kid.dep in ("acl", "advcl", "relcl") and kid.tag == "VB":
                return kid
        target = node.first("dobj", "attr", "pobj", "acomp")
        if target is not None:
            for kid in target.kids:
                if kid.dep in ("acl", "relcl", "xcomp", "ccomp") and kid.tag == "VB":
                    return kid
        return None

    def heads(self, name: str) -> list[Node]:
        """The heads of the noun phrases in a slot, whether or not they can be resolved."""
        if name == "s":
            found = self.subject()
            return [found] if found is not None else []
        if name == "o":
            found = self.object()
            return [found] if found is not None else []
        if name in ("i", "c", "oc", "poss", "adj"):
            return []
        return [pobj for low, pobj in self.phrases if low == name]

    def slot(self, name: str) -> list[Party]:
        """The parties that stand in a slot."""
        reader = getattr(self, f"_slot_{name}", None)
        if reader is not None:
            found: list[Party] = reader()
            return found
        return self._preposition(name)

    def _of(self, node: Node | None) -> list[Party]:
        return self.resolver.parties(node) if node is not None else []

    def _slot_s(self) -> list[Party]:
        subject = self.subject()
        found = self._of(subject)
        if found and subject is not None and self.verb is not None:
            known = {party.code for party in found}
            found = found + [party for party in self._alongside(subject) if party.code not in known]
        return found

    def _alongside(self, subject: Node) -> list[Party]:
        """Who acts with the subject: `Sweden, together with Finland, sent ...`."""
        assert self.verb is not None
        for kid in (*subject.kids, *self.verb.kids):
            if kid.dep == "prep" and abs(kid.i - subject.i) < NEAR:
                joined = kid.low == "alongside" or any(word.low in TOGETHER for word in kid.kids)
                if joined or (kid.low in TOGETHER and kid.first("prep") is not None):
                    inner = kid.first("prep") or kid
                    return self._of(inner.first("pobj"))
        return []

    def _slot_o(self) -> list[Party]:
        found = self.object()
        if found is None or (found is self.node and self.light is not None):
            return self._of(found) if found is not None else []
        return self._of(found)

    def _slot_i(self) -> list[Party]:
        if self.verb is None:
            return []
        for kid in self.verb.below("dative", "iobj"):
            found = self._of(kid if kid.tag != "IN" else kid.first("pobj"))
            if found:
                return found
        return []

    def _slot_poss(self) -> list[Party]:
        owner = self.node.first("poss")
        return self._of(owner)

    def _slot_adj(self) -> list[Party]:
        found: list[Party] = []
        for kid in self.node.below("amod", "compound", "nmod"):
            for member in conjuncts(kid):
                if member.name is not None and member.name.code:
                    found += self.resolver.single(member)
                found += [
                    party
                    for inner in member.below("npadvmod", "compound", "amod", "nmod")
                    if inner.name is not None and inner.name.code and member.name is None
                    for party in self.resolver.single(inner)
                ]
        return found

    def _slot_c(self) -> list[Party]:
        complement = self.complement()
        if complement is None:
            return []
        return participants(complement, self.resolver)

    def _slot_oc(self) -> list[Party]:
        complement = self.complement()
        if complement is None:
            return []
        own = complement.first("nsubj", "nsubjpass")
        return self._of(own)

    def _slot_if(self) -> list[Party]:
        """`would be glad if Riga came`: who is asked."""
        return self._slot_unless()

    def _slot_speaker(self) -> list[Party]:
        """Whose words the clause is: the subject of the nearest verb of saying or thinking above it."""
        top = self.verb if self.verb is not None else self.node
        for above in (top, *top.ancestors()):
            if (above.head is not above and above.dep in ("ccomp", "parataxis", "advcl", "conj")) or above is not top:
                target = above.head if above is top else above
                subject = target.first("nsubj") if target.lemma in THINKING else None
                if subject is not None:
                    return self._of(subject)
        return []

    def _slot_other(self) -> list[Party]:
        """Whoever of another country is named below the trigger."""
        top = self.verb if self.verb is not None else self.node
        own = {party.code for party in self._slot_s()}
        for node in top.subtree():
            if (
                node.i > top.i
                and node.name is not None
                and node.name.code
                and node.name.code not in own
                and node.name.kind not in ("TREATY", "OTHER")
            ):
                return self.resolver.single(node)
        return []

    def _slot_unless(self) -> list[Party]:
        """`threatened to strike unless Oslo paid`: whom the condition is put to."""
        top = self.verb if self.verb is not None else self.node
        for node in top.subtree():
            if node.low in ("unless", "if", "until") and node.dep in ("mark", "advmod", "prep"):
                found = self._of(node.head.first("nsubj", "nsubjpass"))
                if found:
                    return found
        return []

    def _slot_by(self) -> list[Party]:
        if self.verb is not None and self.light is None:
            found = self._of(_agent(self.verb))
            if found:
                return found
        return self._preposition("by")

    def _preposition(self, name: str) -> list[Party]:
        for low, pobj in self.phrases:
            if low == name:
                found = self._of(pobj)
                if found:
                    return found
        return []


def anyone(
    top: Node,
    resolver: Resolver,
    without: frozenset[str],
    *,
    places: bool = False,
    purposes: bool = False,
    demands: bool = False,
) -> list[Party]:
    """Whoever is named first after a word, wherever it stands below it, clauses of time and condition left out.

    Args:
        top: the trigger word.
        resolver: whom a noun phrase means.
        without: codes that do not count.
        places: whether a phrase with `in` may name the party.
        purposes: whether a clause of purpose may (`to help people in Yemen`).
        demands: whether a relative clause may (`refused the sum that Oslo asks`).
    """
    stack = list(reversed(top.kids))
    for _ in range(MOST_NODES):
        if not stack:
            break
        node = stack.pop()
        if node.i < top.i or _is_aside(node, places=places, purposes=purposes, demands=demands):
            continue
        if node.is_noun:
            found = [party for party in resolver.parties(node) if party.code and party.code not in without]
            if found:
                return found
        stack.extend(reversed(node.kids))
    return []


def _is_aside(node: Node, *, places: bool, purposes: bool, demands: bool) -> bool:
    if node.dep == "relcl" and demands:
        return False
    if node.dep in ("nsubj", "nsubjpass") and node.head.dep == "relcl" and demands:
        return False
    if node.dep in ("nsubj", "nsubjpass", "relcl", "parataxis") or (node.dep == "conj" and node.is_verb):
        return True
    if node.dep == "advcl":
        return not purposes or node.tag != "VB"
    if node.low == "at" and node.head.lemma in AIMING:
        return False
    return node.dep == "prep" and (node.low in ASIDE or (not places and node.low in PLACE_PREPOSITIONS))


def participants(verb: Node, resolver: Resolver, depth: int = 4) -> list[Party]:
    """The first parties named in a clause: its subject, objects, phrases, then its own complements."""
    if depth <= 0:
        return []
    heads = [*verb.below("nsubj", "nsubjpass"), *verb.below("dobj", "obj", "dative", "attr", "pobj", "acomp")]
    heads += [pobj for low, pobj in clause_phrases(verb) if low not in ASIDE or (low == "at" and verb.lemma in AIMING)]
    for head in heads:
        found = resolver.parties(head)
        if found:
            return found
    for clause in _inner_clauses(verb):
        found = participants(clause, resolver, depth - 1)
        if found:
            return found
    return []


def _inner_clauses(verb: Node) -> list[Node]:
    found: list[Node] = []
    for kid in verb.kids:
        if kid.dep in ("xcomp", "ccomp", "conj") and kid.is_verb:
            found.append(kid)
        elif kid.dep == "prep" and kid.low not in ASIDE:
            found += kid.below("pcomp")
    return found
