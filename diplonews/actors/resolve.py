"""The parties of a noun phrase: by its name, its modifiers, its complement, or the article so far."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import islice

import attrs

from diplonews.actors.beside import (
    after_unknown,
    belongs,
    is_broker,
    is_maker,
    is_newcomer,
    is_no_deed,
    is_of_the_past,
    makes_own,
    name_beside,
)
from diplonews.actors.memories import MemoryLike, NoMemory
from diplonews.lexicons.actornames import FORMAT, Name, members_of, sector_of
from diplonews.lexicons.wordsets import WordSet
from diplonews.model import Actor, Span
from diplonews.syntax.clauses import clause_of
from diplonews.syntax.nouns import phrase_of
from diplonews.syntax.reference import (
    MODIFIERS,
    MOST_KIDS,
    clause_subject,
    conjuncts,
    doer_after,
    holds,
    is_anti,
    is_joined,
    is_leaning,
    matrix_subject,
    objects_of,
    phrase_span,
    sides_of,
)
from diplonews.syntax.tokens import Token

__all__ = [
    "AIDING",
    "BODIES",
    "Party",
    "Resolver",
    "conjuncts",
    "is_actor",
    "is_agentive",
    "is_anti",
    "phrase_span",
    "standing_for",
]

BODIES = frozenset(("UNO", "EUR", "IGO", "NGO", "IMG"))  # codes without a country of their own
NO_ACTOR = frozenset(("TREATY", "OTHER"))
HOME_PREPOSITIONS = ("of", "from", "in", "for", "at", "within", "inside", "across")
LINKS = ("from", "by", "of", "with", "between", "to", "on", "against", "for", "among", "toward", "towards", "into")
COLLECTIVE = WordSet("resolve.collective")
AIDING = WordSet("resolve.aiding")
TALKS = WordSet("resolve.talks")
CITIES = ("CAPITAL", "CITY")
PLACED_NAMES = ("NAME", *CITIES)
TWO_SIDED = WordSet("resolve.two_sided")
RELATIVE_NOUNS = WordSet("resolve.relative_nouns")
TOPICAL = WordSet("resolve.topical")
LOCAL_PRONOUNS = frozenset(("it", "they", "he", "she"))
SUBJECTS = ("nsubj", "nsubjpass")
STATE_BODIES = WordSet("resolve.state_bodies")
PORTFOLIOS = WordSet("resolve.portfolios")
PLACE_NOUNS = WordSet("resolve.place_nouns")
PLACED = frozenset(("in", "at", "near"))
AMONG = frozenset(("among", "between", "with"))
SENT = WordSet("resolve.sent")  # people from another state than their place
DEEPEST = 4
MOST_NESTED = 12  # noun phrases that refer to one another
OTHERS = WordSet("resolve.others")
CARRYING = WordSet("resolve.carrying")
SERVING = WordSet("resolve.serving")
PARTS_OF_STATES = WordSet("resolve.parts_of_states")


@attrs.frozen(kw_only=True, eq=False)
class Party:
    """An actor and the words that refer to it."""

    actor: Actor
    span: Span
    token: Token

    @property
    def code(self) -> str:
        """The actor's code."""
        return self.actor.code


def is_agentive(token: Token) -> bool:
    """Whether a word names a person or group that can act."""
    known = sector_of(token.lemma)
    return known is not None and known[1] != "thing"


def _sector(token: Token, name: Name | None) -> tuple[str, ...]:
    known = sector_of(token.lemma)
    if known is not None and known[1] != "thing":
        return (known[0],)
    return name.sectors if name is not None and token.name is name else ()


def is_actor(token: Token) -> bool:
    """Whether a word is part of the name of an actor with a code; not the place of talks: `the Oslo talks`."""
    if token.name is None or not token.name.code or token.name.kind in NO_ACTOR:
        return False
    if is_broker(token) or is_of_the_past(token) or (token.dep == "poss" and name_beside(token.head) is not None):
        return False
    return token.dep != "compound" or token.name.kind not in CITIES or token.head.lemma not in TALKS or is_joined(token)


class Resolver:
    """Finds the parties of noun phrases, with the help of a `memory` of the article.

    Args:
        memory: looks up persons, pronouns and group words; without one, only the words of the phrase
            itself count.

    Attributes:
        readings: a cache of the parties of each phrase; clear it whenever the memory changes.
    """

    def __init__(self, memory: MemoryLike | None = None) -> None:
        self.memory: MemoryLike = memory if memory is not None else NoMemory()
        self.readings: dict[tuple[Token, int], list[Party]] = {}
        self._nested = 0

    def parties(self, token: Token, depth: int = DEEPEST) -> list[Party]:
        """All parties of a noun phrase, including its coordinated parts, without repetition."""
        members = conjuncts(token)
        if len(members) == 1:
            return _unique(self.single(token, depth))
        return _unique([party for member in members for party in self.single(member, depth)])

    def single(self, token: Token, depth: int = DEEPEST) -> list[Party]:
        """The parties of one member of a coordination.

        A phrase can refer to many others that each refer to many more. So each is read only once, and
        chains are followed only to a limited depth.
        """
        if depth <= 0 or self._nested == MOST_NESTED:
            return []
        found = self.readings.get((token, depth))
        if found is None:
            self._nested += 1
            found = self.readings[token, depth] = self._read(token, depth)
            self._nested -= 1
        return [*found]

    def _read(self, token: Token, depth: int) -> list[Party]:
        """The parties of one member, by the first method that finds any."""
        if is_actor(token) and not self._is_person(token):
            return self._titled(token) or self._named(token)
        if token.name is not None and token.name.kind in PLACED_NAMES and not is_actor(token):
            return []
        if token.name is not None and token.name.kind == "OTHER" and token.head.named == token.named:
            return []  # `US` of `US dollars`
        if token.is_anaphor:
            return self._remembered(token, depth)
        beside = name_beside(token) or _name_of(token)
        if beside is not None:
            return self.parties(beside, depth - 1)
        if token.is_plural and token.lemma in RELATIVE_NOUNS:
            remembered = self._remembered(token, depth)
            if remembered or any(kid.name is not None and kid.name.kind not in ("IGO", "NGO") for kid in token.kids):
                return remembered
        own = self._modified(token) if token.name is None or token.name.kind != "OTHER" else []
        known = self.memory.person(token)
        if known is not None and {party.code for party in own} != {known.code}:
            return standing_for(token, [known])
        if own:
            return own
        return self._remembered(token, depth) or self._complement(token, depth) or self._body_of_teller(token)

    def _body_of_teller(self, token: Token) -> list[Party]:
        """`Oslo said the navy had fired`: a body without a country belongs to the reporting state."""
        before = {kid.low for kid in token.kids if kid.i < token.i}
        if token.dep not in SUBJECTS or token.lemma not in STATE_BODIES or not {"the"} <= before <= PORTFOLIOS.words:
            return []
        told = (party.actor for party in self._teller(token) if party.code not in BODIES)
        role, sectors = token.lemma, _sector(token, None)
        return standing_for(
            token, [Actor(code=one.code, sectors=sectors, role=role, implied=True, how="actor.teller") for one in told]
        )

    def _titled(self, token: Token) -> list[Party]:
        """The party named by the title before a leader's name.

        `Fijian Foreign Minister Blair` is not British, `UN envoy Tony Blair` acts for the UN.
        """
        assert token.name is not None
        titles = [kid for kid in token.below("compound") if sector_of(kid.lemma) == ("GOV", "person")]
        if token.name.kind != "LEADER" or not titles:
            return []
        whole = " " in token.name.form
        found = [party for party in self._modified(token) if party.code and (not whole or party.code in BODIES)]
        return [] if any(party.code == token.name.code for party in found) else found

    def _named(self, token: Token) -> list[Party]:
        assert token.name is not None
        if token.name.kind == FORMAT:
            return self.members(token) if token.is_proper else []  # talks are not a party themselves
        found = [self._party(token, token.name, "name")]
        for listed in islice(token.list_after(), MOST_KIDS):
            if listed.name is None or len(found) >= MOST_KIDS:
                break
            found += [
                self._party(member, member.name, "name")
                for member in conjuncts(listed)
                if member.name is not None and is_actor(member)
            ]
        if not is_joined(token):
            return found
        before = [kid for kid in token.below("compound", "nmod", "amod") if kid.named != token.named]
        return [
            *(self._party(kid, kid.name, "name") for kid in before if kid.name is not None and kid.name.code),
            *found,
        ]

    def members(self, token: Token) -> list[Party]:
        """The member states of a format of talks: `the E3`, `the six-party talks`."""
        name = token.name.name if token.name is not None and token.name.kind == FORMAT else ""
        actors = [
            Actor(code=code, sectors=("GOV",), name=name, implied=True, how="actor.name.format")
            for code in members_of(name)
        ]
        return standing_for(token, actors)

    def _is_person(self, token: Token) -> bool:
        """Whether a state's name is only the end of a person's name, as in `Michael Jordan`."""
        name = token.name
        if name is None or name.kind not in ("NAME", "CAPITAL", "CITY") or " " in name.form:
            return False
        before = next((kid for kid in token.below("compound") if kid.i == token.i - 1 and kid.tag == "NNP"), None)
        if before is None or before.name is not None or is_agentive(before):
            return False
        return before.low not in PARTS_OF_STATES

    def _modified(self, token: Token) -> list[Party]:
        """The parties named by an adjective, compound or possessor: `Polish troops`, `a Seoul court`, `Iran's navy`."""
        found: list[Party] = []
        before = [kid for kid in token.kids[:MOST_KIDS] if kid.dep in MODIFIERS]
        for kid in sorted(before, key=is_maker):
            found += self._modifier(kid, token) if not (found and is_maker(kid)) else []
        if not found:
            for kid in token.below("appos"):
                found += self.parties(kid, 2) if kid is not token else []
            if found:
                found = found[:1]
                found = [attrs.evolve(found[0], token=token, span=phrase_span(token))]
        return _unique(found)

    def _modifier(self, kid: Token, head: Token) -> list[Party]:
        found: list[Party] = []
        for member in conjuncts(kid):
            if is_actor(member):
                found += self._named_modifier(member, kid, head)
            elif member.tag == "WP$":
                found += self._antecedent(member)
            elif member.low == "its" and head.is_object:
                found += self._not_of_many(member)
            elif member.low == "its" and head.dep in SUBJECTS and clause_of(head.head).reporter is not None:
                found += self._teller(head)
            elif member.low == "our":
                found += self._speaking(member) if head.lemma not in OTHERS else []
            elif member.dep == "poss" and not (member.is_possessive and is_no_deed(member, head)):
                found += self.single(member, 2)
            elif not member.is_possessive and (member.dep in ("compound", "nmod", "amod") or member is not kid):
                found += self._inner_modifier(member, head)
        return found

    def _antecedent(self, whose: Token) -> list[Party]:
        """`Togo, whose police ...`: the parties of the noun that the relative clause modifies."""
        clause = next((above for above in whose.ancestors() if above.dep == "relcl"), None)
        return self.single(clause.head, 2) if clause is not None else []

    def _not_of_many(self, its: Token) -> list[Party]:
        """`Libya said guards had shot at its truckers`: `its` refers to the speaker if the subject is plural."""
        subject = clause_subject(its)
        if subject is None or not subject.is_plural or any(kid.dep == "conj" for kid in subject.kids):
            return []
        teller = matrix_subject(its)
        return self.single(teller, 2) if teller is not None and teller is not subject else []

    def _teller(self, subject: Token) -> list[Party]:
        """`Oslo said its forces had fired`, `Oslo said the navy had fired`: the reporting party owns them."""
        teller = clause_of(subject.head).reporter
        found = self.single(teller, 2) if teller is not None and not holds(subject, teller) else []
        return found if len(found) == 1 else []

    def _speaking(self, our: Token) -> list[Party]:
        """`our fishermen`: the speaker of the clause."""
        clause = next((above for above in our.ancestors() if above.dep == "ccomp"), None)
        subject = clause.head.first("nsubj") if clause is not None else None
        return self.single(subject, 2) if subject is not None else []

    def _named_modifier(self, member: Token, kid: Token, head: Token) -> list[Party]:
        """The parties of `Polish`, `Poland's` or `Polish-led`; not of `Polish-backed` before people."""
        assert member.name is not None
        assert member.named is not None
        if after_unknown(member) or is_leaning(member):
            return []
        if is_agentive(head) and not belongs(member, member.named, head):
            return []
        how = "possessor" if kid.dep == "poss" and not is_agentive(head) else "modifier"
        found = [self._party(member, member.name, how, head)]
        if is_joined(member):
            found += [
                self._party(inner, inner.name, "modifier", head)
                for inner in member.kids
                if is_actor(inner) and inner.named != member.named
            ]
        return found

    def _inner_modifier(self, member: Token, head: Token) -> list[Party]:
        """`South Korea-bound shipments`, `the Russian defence ministry`: a name below a modifier."""
        if member.tag in ("VBN", "VBG", "VBD") and not makes_own(member.low, head):
            return []
        return [
            self._party(inner, inner.name, "modifier", head)
            for inner in member.kids
            if inner.dep in (*MODIFIERS, "conj") and is_actor(inner)
        ]

    def _complement(self, token: Token, depth: int) -> list[Party]:
        """The parties named in a prepositional phrase: `officials from Japan`, `a pact with Kenya`."""
        prepositions = [kid for kid in token.kids if kid.dep in ("prep", "agent")]
        clauses = token.below("acl")
        made = (kid for kid in clauses if kid.tag == "VBN" and token.lemma in TOPICAL)
        prepositions += [kid for verb in made for kid in verb.below("prep") if kid.low in AMONG]  # `reached between`
        agentive = is_agentive(token)
        sides: list[Token] = []
        if agentive:
            sides = [kid for kid in token.below("acl", "amod") if kid.lemma in SERVING or kid.low == "loyal"]
            prepositions += [kid for side in sides for kid in side.below("prep")]
        choices_in_order = self._prepositions(token, agentive=agentive) if prepositions else []
        if sides:
            choices_in_order.append(("to", "with"))
        for choices in choices_in_order:
            for kid in prepositions:
                found = self._objects_of(kid, depth) if kid.low in choices else []
                if found:
                    return [self._with_sector(party, token) for party in found] if agentive else found
        for clause in clauses:
            load = clause.first("dobj") if clause.lemma in CARRYING and clause.tag == "VBG" else None
            found = self.parties(load, depth - 1) if load is not None else []
            if found:
                return found
        doer = doer_after(token) or next(filter(None, map(sides_of, clauses)), None)
        return self.parties(doer, depth - 1) if doer is not None else []

    def _prepositions(self, token: Token, *, agentive: bool) -> list[tuple[str, ...]]:
        """The prepositions that may lead to the party, in the order in which they are tried."""
        order: list[tuple[str, ...]] = []
        if token.lemma in COLLECTIVE or token.tag in ("CD", "DT", "JJ", "JJS", "JJR", "RB"):
            order.append(("of", "from", "among"))
        order.append(("such", "like", "including"))
        if agentive:
            order.append(HOME_PREPOSITIONS if token.lemma not in SENT else ("of", "from", "for"))
            if token.lemma in TWO_SIDED:
                order.append(("to", "with", "against", "by"))
        else:
            order.append(tuple(link for link in LINKS if link != "on") if token.lemma in TOPICAL else LINKS)
        return order

    def _objects_of(self, preposition: Token, depth: int) -> list[Party]:
        for pobj in objects_of(preposition):
            if preposition.low == "with" and pobj.lemma in AIDING:
                continue  # `talks with the mediation of Oslo`
            found = self.parties(pobj, depth - 1)
            if found:
                return found
        return []

    def _with_sector(self, party: Party, token: Token) -> Party:
        """`officials from Japan` act for Japan: the party gets the sector of the officials."""
        sectors = _sector(token, None) or party.actor.sectors
        actor = attrs.evolve(party.actor, sectors=sectors, role=token.lemma, how="actor.complement")
        return Party(actor=actor, span=phrase_span(token), token=token)

    def _remembered(self, token: Token, depth: int) -> list[Party]:
        if token.low in LOCAL_PRONOUNS:
            subject = matrix_subject(token)
            found = self.parties(subject, min(3, depth - 1)) if subject is not None else []
            if found and (len(found) > 1) <= (token.low == "they"):
                return _as_pronoun(found, token)
            if subject is not None and not found and is_newcomer(subject, token):
                return []  # `Ruiz said he would go`, `the firm said it would sue`: not somebody mentioned earlier
        if token.low in ("it", "its"):
            found = self._one_other(token, depth) if token.is_object else self._as_subject(token, depth)
            if found:
                return _as_pronoun(found, token)
        return standing_for(token, self.memory.recall(token))

    def _as_subject(self, its: Token, depth: int) -> list[Party]:
        """`the League said it would go on with its work`: `its` refers to the same as the subject `it`."""
        subject = clause_subject(its) if its.is_possessive else None
        return self.single(subject, depth - 1) if subject is not None and subject.low == "it" else []

    def answered(self, token: Token, code: str, *, address: bool) -> list[Party]:  # noqa: ARG002
        """Who performed the act that a noun refers to; always empty here, as no acts are recorded."""
        return []

    def attacker(self, token: Token, code: str) -> list[Party]:  # noqa: ARG002
        """Who carried out the attack told before; always empty here, as no acts are recorded."""
        return []

    def quoted(self, token: Token) -> list[Party]:  # noqa: ARG002
        """The party whose words a word is among; always empty here, as no quotes are known."""
        return []

    def named(self) -> Mapping[str, int]:
        """How often the whole text names each state."""
        return self.memory.named()

    def filed(self) -> str | None:
        """The country where the article was filed, or None."""
        return self.memory.filed

    def two_sides(self, token: Token, code: str) -> list[Party]:
        """The two states mentioned together most often, or else last, excluding the mediator."""
        return standing_for(token, self.memory.two_sides(token, code))

    def maker(self, token: Token, codes: tuple[str, ...]) -> list[Party]:
        """The state that set up `the fund` mentioned earlier, unless its code is in `codes`."""
        actor = self.memory.maker(token)
        return standing_for(token, [actor]) if actor is not None and actor.code not in codes else []

    def opponent(self, token: Token, code: str) -> list[Party]:
        """The other side of an act that names none: `Oslo recalled its ambassador`."""
        return standing_for(token, self.memory.opponent(token, code))

    def partner(self, token: Token, code: str) -> str | None:
        """The other state that the article is about up to a word, if there is a clear one."""
        return self.memory.partner(token, code)

    def _one_other(self, token: Token, depth: int) -> list[Party]:
        """`condemned Peru and sanctioned it`: the only state, except the subject, named earlier in the sentence."""
        subject = clause_subject(token)
        if subject is None or holds(subject, token):
            return []
        own = {party.code for party in self.parties(subject, min(2, depth - 1))}
        top = [token, *token.ancestors()][-1]
        before = [word for word in top.subtree() if word.i < token.i and is_actor(word) and word.head.low not in PLACED]
        named = {word.name.code: word for word in before if word.name is not None and word.name.code not in own}
        return self.single(next(iter(named.values())), 2) if len(named) == 1 else []

    def _party(self, token: Token, name: Name | None, how: str, head: Token | None = None) -> Party:
        assert name is not None
        target = head if head is not None else token
        sectors = name.sectors if head is None else _sector(target, name)
        span = phrase_span(target) if head is not None else (token.named or token.span)
        named = name.name or name.form
        actor = Actor(
            code=name.code,
            sectors=sectors,
            name=named,
            role=name.role if head is None else target.lemma,
            how=f"actor.{how}.{name.kind.lower()}",
        )
        return Party(actor=actor, span=span, token=target)


def standing_for(token: Token, actors: Iterable[Actor]) -> list[Party]:
    """Actors as parties with the words of the noun phrase that refers to them."""
    return [Party(actor=actor, span=phrase_span(token), token=token) for actor in actors]


def _name_of(token: Token) -> Token | None:
    """`the Arab country of Tunisia`: the name of the place."""
    pobj = phrase_of(token).of if token.lemma in PLACE_NOUNS else None
    return pobj if pobj is not None and is_actor(pobj) else None


def _as_pronoun(parties: list[Party], token: Token) -> list[Party]:
    """The same parties, as referred to by a pronoun."""
    return [
        Party(actor=attrs.evolve(party.actor, implied=True, how="actor.pronoun"), span=token.span, token=token)
        for party in parties
    ]


def _unique(parties: list[Party]) -> list[Party]:
    """The first party of each code, in order."""
    if len(parties) < 2:
        return parties
    first: dict[str, Party] = {}
    for party in parties:
        first.setdefault(party.actor.code, party)
    return list(first.values())
