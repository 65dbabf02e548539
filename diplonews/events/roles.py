"""The arguments of a trigger: subject and object, prepositional phrases, complement."""

from __future__ import annotations

from collections.abc import Sequence

from diplonews.actors.resolve import AIDING, Party, Resolver, conjuncts, is_actor, is_anti, standing_for
from diplonews.lexicons.conditions import word_classes
from diplonews.lexicons.wordsets import WordSet
from diplonews.model import Actor
from diplonews.once import once
from diplonews.syntax.clauses import clause_of
from diplonews.syntax.moods import opens_condition
from diplonews.syntax.nouns import phrase_of
from diplonews.syntax.reach import Reach, inner_clauses, nouns_below, participants
from diplonews.syntax.reference import holds
from diplonews.syntax.tokens import Token

__all__ = ["Arguments", "anyone", "is_attack"]

DEEPEST = 4
BY_VIRTUE = frozenset(("at", "on", "upon", "under", "in"))
RECEIVING = frozenset(("for", "to", "with"))
PAST = ("VBN", "VBD")
MAKING = WordSet("roles.making")
AMONG = frozenset(("among", "between", "with"))
PROMPTED = frozenset(("after", "amid", "at", "because", "despite", "following", "on", "under", "upon"))
THINKING = WordSet("verbs.saying")
ABOUT = frozenset(("of", "on", "in", "over", "about"))
TOPICS = WordSet("roles.topics")
NO_ATTACK = WordSet("roles.no_attack")


class Arguments:
    """The arguments of one trigger word, read on demand.

    Args:
        token: the trigger word.
        resolver: finds the parties of a noun phrase.
        light: the light verb of a noun trigger (`held` in `held talks`), or None.
    """

    def __init__(self, token: Token, resolver: Resolver, light: Token | None = None) -> None:
        self.token = token
        self.light = light
        self.resolver = resolver
        self.verb = light if light is not None else token if token.is_verb else None
        self.clause = clause_of(self.verb or token)
        self._slots: dict[str, list[Party]] = {}

    @once
    def phrases(self) -> list[tuple[str, Token]]:
        """The prepositional phrases in reach."""
        top = self.verb if self.verb is not None else self.token
        found = list(clause_of(top).phrases)
        if self.verb is None:  # `the accord reached between Oslo and Riga`
            made = (verb for verb in self.token.below("acl") if verb.tag in PAST)
            found += [
                (low, noun)
                for verb in made
                for low, noun in clause_of(verb).phrases
                if low in AMONG or (low == "by" and verb.lemma in MAKING)
            ]
        if top is not self.token and phrase_of(self.token).is_patient:  # `curbs on Oslo were lifted`
            found += clause_of(self.token).phrases
        return found

    @once
    def _after(self) -> dict[str, list[Token]]:
        """The nouns of the phrases in reach, by their prepositions."""
        found: dict[str, list[Token]] = {}
        for preposition, noun in self.phrases:
            found.setdefault(preposition, []).append(noun)
        return found

    def after(self, preposition: str) -> Sequence[Token]:
        """The nouns of the phrases in reach that a preposition opens, in order."""
        return self._after.get(preposition, ())

    def subject(self) -> Token | None:
        """Head of the logical subject."""
        return self._subject

    @once
    def _subject(self) -> Token | None:
        return clause_of(self.verb).subject if self.verb is not None else None

    def object(self) -> Token | None:
        """Head of the logical object."""
        return self._object

    @once
    def _object(self) -> Token | None:
        if self.verb is None:
            return None
        return clause_of(self.verb).object or clause_of(self.verb).shared_object

    def complement(self) -> Token | None:
        """The verb of the clause that depends on the trigger."""
        return clause_of(self.verb if self.verb is not None else self.token).complement

    def is_reciprocal(self) -> bool:
        """Whether the act is done to `each other` or `one another`, or to something that belongs to each other."""
        target, complement = self.object(), self.complement()
        nouns = [*(noun for _, noun in self.phrases), *((target,) if target is not None else ())]
        nouns += clause_of(complement).affected if complement is not None else ()  # `pledged to consult each other`
        owners = [phrase_of(noun).possessor for noun in nouns]
        words = [*nouns, *(owner for owner in owners if owner is not None)]
        pairs = {(word.low, kid.low) for word in words for kid in word.kids}
        return ("other", "each") in pairs or ("one", "another") in pairs or ("another", "one") in pairs

    def heads(self, name: str) -> list[Token]:
        """The heads of the object or of the phrases with a preposition, whether or not they can be resolved."""
        if name == "o":
            found = self.object()
            return [found] if found is not None else []
        return [*self.after(name)]

    def slot(self, name: str) -> list[Party]:
        """The parties in a slot."""
        found = self._slots.get(name)
        if found is None:
            reader = getattr(self, f"_slot_{name}", None)
            found = self._slots[name] = reader() if reader is not None else self._preposition(name)
        return [*found]

    def _of(self, token: Token | None) -> list[Party]:
        return self.resolver.parties(token) if token is not None else []

    def _slot_s(self) -> list[Party]:
        subject = self.subject()
        if subject is not None and is_attack(subject) and subject is not self.token:
            return self._behind(subject)
        found = self._of(subject)
        if found and self.verb is not None:
            known = {party.code for party in found}
            beside = [party for other in self.clause.companions for party in self._of(other)]
            found = found + [party for party in beside if party.code not in known]
        return found

    def _behind(self, attack: Token) -> list[Party]:
        """`a Danish raid on Oslo killed two`: who carries out the attack, not its target."""
        deed = Arguments(attack, self.resolver)
        found = next((found for slot in ("by", "poss", "adj", "from") if (found := deed.slot(slot))), [])
        doers = (clause_of(verb).agent for verb in attack.below("acl"))  # `missiles fired by the navy`
        return found or self._of(next(filter(None, doers), None))

    def _slot_o(self) -> list[Party]:
        return self._of(self.object())

    def _slot_i(self) -> list[Party]:
        nouns = self.clause.indirect_objects if self.verb is not None else ()
        return next((found for noun in nouns if (found := self._of(noun))), [])

    def _slot_poss(self) -> list[Party]:
        return self._of(phrase_of(self.token).possessor)

    def _slot_adj(self) -> list[Party]:
        before = [kid for kid in phrase_of(self.token).modifiers if kid.named is None or kid.named != self.token.named]
        members = [member for kid in before for member in conjuncts(kid)]
        found: list[Party] = []
        for member in members:
            named = [member] if not is_anti(member) else []
            named += phrase_of(member).qualifiers if member.name is None else ()
            found += [party for word in named if word.name and word.name.code for party in self.resolver.single(word)]
        first: dict[tuple[str, str | None], Party] = {}
        for party in found:
            first.setdefault((party.code, party.actor.name), party)
        return [*first.values()]

    def _slot_own(self) -> list[Party]:
        """`the six-party talks resumed`: the parties that the word itself names, unless it is only mentioned."""
        told = self.light is not None or phrase_of(self.token).subject_of is not None
        return self.resolver.members(self.token) if told else []

    def _slot_noun(self) -> list[Party]:
        """`the visiting minister`: the party that an adjective modifies."""
        if self.token.dep != "amod":
            return []
        noun = self.token.head
        return self._of(noun.head if noun.dep == "compound" else noun)

    def _slot_anti(self) -> list[Party]:
        """`anti-Danish protests`: the party that the act is directed against."""
        nouns = [noun for noun in (self.token, self.object()) if noun is not None]
        named = [kid for noun in nouns for kid in noun.kids if kid.name is not None and is_anti(kid)]
        return self.resolver.single(named[0]) if named else []

    def _slot_c(self) -> list[Party]:
        return self.in_complement(())

    def in_complement(self, without: tuple[str, ...]) -> list[Party]:
        """The first parties named in the complement clause with a code not in `without`."""
        complement = self.complement()
        if complement is None:
            return []
        return _participants(complement, self.resolver, without)

    def _slot_oc(self) -> list[Party]:
        complement = self.complement()
        return self._of(clause_of(complement).own_subject) if complement is not None else []

    def _slot_if(self) -> list[Party]:
        """`would be glad if Riga came`: the party that is asked."""
        return self._slot_unless()

    def _slot_post(self) -> list[Party]:
        """`the Danish ambassador to Oslo`: the subject's posting."""
        subject = self.subject()
        places = clause_of(subject).phrases if subject is not None else ()
        return next((found for low, place in places if low == "to" and (found := self._of(place))), [])

    def _slot_there(self) -> list[Party]:
        """`came at the invitation of Oslo`: the subject of the verb that the noun's phrase modifies."""
        preposition = phrase_of(self.token).preposition
        if preposition is None or preposition.low not in BY_VIRTUE or not preposition.head.is_verb:
            return []
        return self._of(clause_of(preposition.head).subject)

    def _slot_here(self) -> list[Party]:
        """`arrived here`: the country where the article was filed."""
        filed = self.resolver.filed() if "here" in self.clause.near else None
        host = Actor(code=filed, sectors=("GOV",), implied=True, how="actor.filed") if filed is not None else None
        return standing_for(self.token, [host]) if host is not None else []

    def _slot_host(self) -> list[Party]:
        """`told the visiting premier`, `met with the visiting premier`: the subject, who receives the visitor."""
        visitor = self.token.head
        while visitor.dep in ("compound", "conj"):
            visitor = visitor.head
        verb = visitor.head
        if visitor.dep == "pobj" and verb.low in RECEIVING:
            verb = next((above for above in verb.ancestors() if above.is_verb), verb)
        subject = clause_of(verb).subject if verb.is_verb else None
        return self._of(subject) if subject is not None and not holds(subject, self.token) else []

    def _slot_moved(self) -> list[Party]:
        """`freed them after an appeal by Oslo`, `in response to it`: the subject of the act that the noun prompts."""
        word = phrase_of(self.token).preposition
        direct = True
        for _ in range(DEEPEST):
            if word is None:
                return []
            if word.head.is_verb:
                known = word.low in PROMPTED or (word.low in ("in", "as") and not direct)
                return self._of(clause_of(word.head).subject) if known else []
            word, direct = word.head, False
        return []

    def _slot_asker(self) -> list[Party]:
        """`at the request of Oslo`: the party that asks."""
        preposition = phrase_of(self.token).preposition
        return self._preposition("of") if preposition is not None and preposition.low in ("at", "on", "upon") else []

    def _slot_speaker(self) -> list[Party]:
        """The speaker of the clause: the subject of the nearest verb of saying or thinking, or the quote's speaker."""
        top = self.verb if self.verb is not None else self.token
        for above in top.ancestors():
            subject = clause_of(above).active_subject if above.lemma in THINKING else None
            if subject is not None:
                return self._of(subject)
        return self.resolver.quoted(top)

    def _slot_base(self) -> list[Party]:
        """`the Danish troops in Peru`: the place where the subject stands."""
        subject = self.subject()
        places = clause_of(subject).phrases if subject is not None else ()
        return next((found for low, place in places if low == "in" and (found := self._of(place))), [])

    def _slot_other(self) -> list[Party]:
        """The first party of another country named below the trigger."""
        top = self.verb if self.verb is not None else self.token
        own = {party.code for party in self._slot_s()}
        for token in top.subtree():
            if token.i > top.i and is_actor(token) and token.name is not None and token.name.code not in own:
                return self.resolver.single(token)
        return []

    def _slot_unless(self) -> list[Party]:
        """`threatened to strike unless Oslo paid`: the party that has to meet the condition."""
        top = self.verb if self.verb is not None else self.token
        for token in top.subtree():
            if opens_condition(token):
                found = self._of(clause_of(token.head).own_subject)
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
        for pobj in self.after(name):
            if name != "with" or pobj.lemma not in AIDING:
                found = self._of(pobj)
                if found:
                    return found
        return []


def is_attack(noun: Token) -> bool:
    """Whether a noun names an attack or its weapon: `raid`, `roadside bomb`; not `blast`, `heart attack`."""
    terms = phrase_of(noun).terms
    return not word_classes()["strike"].isdisjoint(terms) and NO_ATTACK.words.isdisjoint(terms)


def anyone(top: Token, resolver: Resolver, without: frozenset[str], reach: Reach) -> list[Party]:
    """The first parties named anywhere below a word, without those whose code is in `without`."""
    for noun in nouns_below(top, reach):
        found = [party for party in resolver.parties(noun) if party.code and party.code not in without]
        found = [party for party in found if not _is_topic(party)]
        if found:
            return found
    return []


def _is_topic(party: Party) -> bool:
    """Whether a party is only what somebody speaks or votes about: `to discuss the problems of Mali`."""
    preposition = phrase_of(party.token).preposition
    if preposition is None or preposition.low not in ABOUT:
        return False
    return not TOPICS.words.isdisjoint(phrase_of(preposition.head).terms)


def _participants(verb: Token, resolver: Resolver, without: tuple[str, ...], depth: int = DEEPEST) -> list[Party]:
    """The first parties named in a clause: its subject, objects, phrases, then its own complements.

    Once a party in `without` was skipped, only explicitly named parties count: `to mend its ties with Riga`.
    """
    if depth <= 0:
        return []
    passed = False
    for noun in participants(verb):
        parties = [party for party in resolver.parties(noun) if not _is_topic(party)]
        found = [party for party in parties if party.code not in without and not (passed and party.actor.implied)]
        if found:
            return found
        passed = passed or bool(parties)
    inner = (_participants(clause, resolver, without, depth - 1) for clause in inner_clauses(verb))
    return next((found for found in inner if found), [])
