"""Where the roles of a trigger stand: subject and object, prepositional phrases, complement."""

from __future__ import annotations

from functools import cached_property

from diplonews.actors.resolve import Party, Resolver, conjuncts, is_actor, is_anti
from diplonews.lexicons.wordsets import WordSet
from diplonews.syntax.clauses import ASIDE, clause_of, is_condition
from diplonews.syntax.tokens import Token

__all__ = ["Arguments", "anyone"]

NEAR = 5  # words
MOST_NODES = 80
DEEPEST = 4
AIMING = WordSet("roles.aiming")
TOGETHER = frozenset(("together", "along", "jointly"))
THINKING = WordSet("roles.thinking")
PLACE_PREPOSITIONS = frozenset(("in", "near", "around", "off", "inside", "outside"))


class Arguments:
    """The arguments of one trigger word, read when asked for.

    Args:
        token: the trigger word.
        resolver: whom a noun phrase means.
        light: the verb that carries a noun trigger (`held` of `held talks`), or None.
    """

    def __init__(self, token: Token, resolver: Resolver, light: Token | None = None) -> None:
        self.token = token
        self.light = light
        self.resolver = resolver
        self.verb = light if light is not None else token if token.is_verb else None

    @cached_property
    def phrases(self) -> list[tuple[str, Token]]:
        """The prepositional phrases in reach."""
        top = self.verb if self.verb is not None else self.token
        found = list(clause_of(top.head if clause_of(top).is_clipped else top).phrases)
        if top is not self.token and self.token.dep == "nsubjpass":  # `curbs on Oslo were lifted`
            found += clause_of(self.token).phrases
        return found

    def subject(self) -> Token | None:
        """Head of the logical subject."""
        return self._subject

    @cached_property
    def _subject(self) -> Token | None:
        return clause_of(self.verb).subject if self.verb is not None else None

    def object(self) -> Token | None:
        """Head of the logical object."""
        return self._object

    @cached_property
    def _object(self) -> Token | None:
        if self.verb is None:
            return None
        return clause_of(self.verb).object or clause_of(self.verb).shared_object

    def complement(self) -> Token | None:
        """The verb of the clause that depends on the trigger."""
        return clause_of(self.verb if self.verb is not None else self.token).complement

    def is_reciprocal(self) -> bool:
        """Whether it is done to `each other` or `one another`, or to what is each other's."""
        heads = [pobj for _, pobj in self.phrases]
        target = self.object()
        if target is not None:
            heads.append(target)
        words = [word for head in heads for word in (head, *head.below("poss"))]
        pairs = {(word.low, kid.low) for word in words for kid in word.kids}
        return ("other", "each") in pairs or ("one", "another") in pairs or ("another", "one") in pairs

    def heads(self, name: str) -> list[Token]:
        """The heads of the object or of the phrases with a preposition, whether or not they can be resolved."""
        if name == "o":
            found = self.object()
            return [found] if found is not None else []
        return [pobj for low, pobj in self.phrases if low == name]

    def slot(self, name: str) -> list[Party]:
        """The parties that stand in a slot."""
        reader = getattr(self, f"_slot_{name}", None)
        if reader is not None:
            found: list[Party] = reader()
            return found
        return self._preposition(name)

    def _of(self, token: Token | None) -> list[Party]:
        return self.resolver.parties(token) if token is not None else []

    def _slot_s(self) -> list[Party]:
        subject = self.subject()
        found = self._of(subject)
        if found and subject is not None and self.verb is not None:
            known = {party.code for party in found}
            found = found + [party for party in self._alongside(subject) if party.code not in known]
        return found

    def _alongside(self, subject: Token) -> list[Party]:
        """Who acts with the subject: `Sweden, together with Finland, sent ...`."""
        assert self.verb is not None
        for kid in (*subject.kids, *self.verb.kids):
            if kid.dep == "cc" and kid.low == "as":
                return [
                    party for other in self.verb.below("nsubj") if other is not subject for party in self._of(other)
                ]
            if kid.dep == "prep" and abs(kid.i - subject.i) < NEAR:
                joined = kid.low == "alongside" or any(word.low in TOGETHER for word in kid.kids)
                if joined or (kid.low in TOGETHER and kid.first("prep") is not None):
                    inner = kid.first("prep") or kid
                    return self._of(inner.first("pobj"))
        return []

    def _slot_o(self) -> list[Party]:
        return self._of(self.object())

    def _slot_i(self) -> list[Party]:
        if self.verb is None:
            return []
        for kid in self.verb.below("dative", "iobj"):
            found = self._of(kid if kid.tag != "IN" else kid.first("pobj"))
            if found:
                return found
        return []

    def _slot_poss(self) -> list[Party]:
        return self._of(self.token.first("poss"))

    def _slot_adj(self) -> list[Party]:
        found: list[Party] = []
        for kid in self.token.below("amod", "compound", "nmod"):
            for member in conjuncts(kid):
                if member.name is not None and member.name.code and not is_anti(member):
                    found += self.resolver.single(member)
                found += [
                    party
                    for inner in member.below("npadvmod", "compound", "amod", "nmod")
                    if inner.name is not None and inner.name.code and member.name is None
                    for party in self.resolver.single(inner)
                ]
        return found

    def _slot_anti(self) -> list[Party]:
        """`anti-Danish protests`: whom they are against."""
        nouns = [noun for noun in (self.token, self.object()) if noun is not None]
        named = [kid for noun in nouns for kid in noun.kids if kid.name is not None and is_anti(kid)]
        return self.resolver.single(named[0]) if named else []

    def _slot_c(self) -> list[Party]:
        return self.in_complement(())

    def in_complement(self, without: tuple[str, ...]) -> list[Party]:
        """The first parties named in the complement clause that are not among `without`."""
        complement = self.complement()
        if complement is None:
            return []
        return _participants(complement, self.resolver, without)

    def _slot_oc(self) -> list[Party]:
        complement = self.complement()
        if complement is None:
            return []
        return self._of(complement.first("nsubj", "nsubjpass"))

    def _slot_if(self) -> list[Party]:
        """`would be glad if Riga came`: who is asked."""
        return self._slot_unless()

    def _slot_speaker(self) -> list[Party]:
        """Whose words the clause is: the subject of the nearest verb of saying or thinking above it."""
        top = self.verb if self.verb is not None else self.token
        for above in top.ancestors():
            subject = above.first("nsubj") if above.lemma in THINKING else None
            if subject is not None:
                return self._of(subject)
        return []

    def _slot_other(self) -> list[Party]:
        """Whoever of another country is named below the trigger."""
        top = self.verb if self.verb is not None else self.token
        own = {party.code for party in self._slot_s()}
        for token in top.subtree():
            if token.i > top.i and is_actor(token) and token.name is not None and token.name.code not in own:
                return self.resolver.single(token)
        return []

    def _slot_unless(self) -> list[Party]:
        """`threatened to strike unless Oslo paid`: whom the condition is put to."""
        top = self.verb if self.verb is not None else self.token
        for token in top.subtree():
            if is_condition(token):
                found = self._of(token.head.first("nsubj", "nsubjpass"))
                if found:
                    return found
        return []

    def _slot_by(self) -> list[Party]:
        if self.verb is not None and self.light is None:
            found = self._of(clause_of(self.verb).agent)
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
    top: Token,
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
        token = stack.pop()
        if token.i < top.i or _is_aside(token, places=places, purposes=purposes, demands=demands):
            continue
        if token.is_noun:
            found = [party for party in resolver.parties(token) if party.code and party.code not in without]
            if found:
                return found
        stack.extend(reversed(token.kids))
    return []


def _is_aside(token: Token, *, places: bool, purposes: bool, demands: bool) -> bool:
    demanding = token.head if token.dep in ("nsubj", "nsubjpass") else token
    if demands and demanding.dep == "relcl":
        return False
    if token.dep in ("nsubj", "nsubjpass", "relcl", "parataxis") or (token.dep == "conj" and token.is_verb):
        return True
    if token.dep == "advcl":
        return not purposes or token.tag != "VB"
    if token.low == "at" and token.head.lemma in AIMING:
        return False
    return token.dep == "prep" and (token.low in ASIDE or (not places and token.low in PLACE_PREPOSITIONS))


def _participants(verb: Token, resolver: Resolver, without: tuple[str, ...], depth: int = DEEPEST) -> list[Party]:
    """The first parties named in a clause: its subject, objects, phrases, then its own complements.

    Once one of `without` was passed over, only who is named counts: `to mend its ties with Riga`.
    """
    if depth <= 0:
        return []
    doer = clause_of(verb).subject if clause_of(verb).is_passive else None
    heads = [] if doer is None else [doer]
    heads += [*verb.below("nsubj", "nsubjpass"), *verb.below("dobj", "obj", "dative", "attr", "pobj", "acomp")]
    heads += [
        pobj for low, pobj in clause_of(verb).phrases if low not in ASIDE or (low == "at" and verb.lemma in AIMING)
    ]
    passed = False
    for head in heads:
        parties = resolver.parties(head)
        found = [party for party in parties if party.code not in without and not (passed and party.actor.implied)]
        if found:
            return found
        passed = passed or bool(parties)
    for clause in _inner_clauses(verb):
        found = _participants(clause, resolver, without, depth - 1)
        if found:
            return found
    return []


def _inner_clauses(verb: Token) -> list[Token]:
    found: list[Token] = []
    for kid in verb.kids:
        if kid.dep in ("xcomp", "ccomp", "conj") and kid.is_verb:
            found.append(kid)
        elif kid.dep == "prep" and kid.low not in ASIDE:
            found += kid.below("pcomp")
    return found
