"""What an article has said so far, asked for by short names, pronouns, definite nouns and group words.

The sentences are shown to the memory one by one (`observe`); `recall` then answers. What it can't
tell it does not guess.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

import attrs

from diplonews.actors.history import STATES_ONLY, History, implied, is_counted
from diplonews.actors.people import People
from diplonews.actors.resolve import RELATIVE_NOUNS, Resolver, conjuncts, is_agentive
from diplonews.actors.titles import title_word
from diplonews.lexicons.tables import Tables, default_tables
from diplonews.lexicons.triggers import trigger_index
from diplonews.lexicons.wordsets import WordSet
from diplonews.model import Actor, EventType
from diplonews.syntax.blocks import Sentence
from diplonews.syntax.sentences import is_stranger
from diplonews.syntax.tokens import Token

__all__ = ["DocumentMemory"]

NUMBERS = {"two": 2, "both": 2, "three": 3, "four": 4, "pair": 2, "trio": 3, "duo": 2}
GROUP_NOUNS = WordSet("document.group_nouns")
SINGULAR_NOUNS = WordSet("document.singular_nouns")
FIRST = WordSet("document.first")
THIRD = frozenset(("he", "she", "him", "her", "his"))
THINGS = frozenset(("it", "its"))
PLURAL = frozenset(("they", "them", "their", "theirs"))
SAYING = WordSet("document.saying")
HOME_INSTITUTIONS = WordSet("document.home_institutions")
INSTITUTIONS = WordSet("document.institutions")
OWNED = WordSet("document.owned")
ACCORDS = WordSet("document.accords")
OWNERS = frozenset(("its", "their"))
DEFINITE = frozenset(("the", "this", "that", "his", "her", "its"))
DEFINITE_PERSONS = WordSet("document.definite_persons")
COUNTED = ("the", "these", "those")
TWO_BY_NATURE = frozenset(("side", "neighbour", "neighbor", "rival", "ally"))
RELATIONS = WordSet("document.relations")
SET_HEADS = frozenset(("pobj", "nsubj", "dobj", "poss", "nsubjpass", "conj", "amod", "ROOT", "appos", "compound"))
SET_SIZES = (2, 3, 4)
MOST_BEFORE = 6
BACKED = frozenset(("north", "south", "mainland"))


class DocumentMemory:
    """Persons, speakers and groups of one article.

    Args:
        home: code of the country whose outlet it is, or None.
        tables: the tables in use.
        filed: code of the country that the article was filed in, or None.
        day: of the article; who held an office then.

    Attributes:
        people: persons and offices.
        history: states, their groups and acts.
        subjects: whom `they` stands for.
    """

    def __init__(
        self,
        home: str | None = None,
        tables: Tables | None = None,
        *,
        filed: str | None = None,
        day: date | None = None,
    ) -> None:
        self.tables = tables or default_tables()
        self.filed = filed
        self.history = History()
        self.people = People(home, filed, self.tables, self.history, day)
        self.subjects: list[Actor] = []
        self._quiet = False
        self._named: Counter[str] = Counter()
        self._epithets = {row["words"]: row["codes"] for row in self.tables["epithets"].rows}

    # ------------------------------------------------------------------ looking back

    def recall(self, token: Token) -> Iterable[Actor]:
        """The actors that a pronoun, a short name or a definite noun stands for."""
        return () if self._quiet else tuple(self._recall(token))

    def addressed(self, code: str, noun: str = "", *, address: bool = False) -> list[Actor]:
        """Who did what a noun goes back to, or, with `address`, did it to a party."""
        kinds = {trigger.type for trigger in trigger_index(self.tables).nouns.get(noun, ())}
        if noun in ACCORDS:
            kinds |= {EventType.AGREE, EventType.SUPPORT}
        return self.history.addressed(code, noun, frozenset(kinds), address=address)

    def two_sides(self, code: str) -> list[Actor]:
        """The last two states that stood together, another than a party that steps between them."""
        return self.history.two_sides(code)

    def maker(self, noun: str) -> Actor | None:
        """Whose a thing is that was told of before: `a fund that Seoul set up`."""
        code = self.history.makers.get(noun)
        return Actor(code=code, implied=True, how="actor.maker") if code is not None else None

    def opponent(self, code: str) -> list[Actor]:
        """With whom a state stood together last: whom an act without an address is meant for."""
        return self.history.opponent(code)

    def named(self) -> Mapping[str, int]:
        """How often the whole text names each state."""
        return self._named

    def _recall(self, token: Token) -> list[Actor]:
        if token.tag in ("PRP", "PRP$", "WP"):
            return self._pronoun(token)
        if token.name is None and (token.tag in ("NNP", "NNPS") or token.text in self.people.by_name):
            return self.people.find(token) or self._epithet(token)  # `the North`
        found = self._group(token) or self._epithet(token) or self._other_side(token)
        if found:
            return found
        if token.tag[0] == "N" and _is_definite(token):
            return self._definite(token)
        if token.low in ("both", "each", "neither", "all"):
            return self.history.together(2, set(), set(), reported=_is_reported(token))
        return []

    def _pronoun(self, token: Token) -> list[Actor]:
        low = token.low
        if low in FIRST:
            return [implied(actor, "actor.speaker") for actor in self.history.speaker[:1]]
        if low in THIRD:
            if self.people.is_stranger(token.start):
                return []
            who = (self.people.topic if token.dep == "nsubj" else None) or self.people.last
            return [implied(who, "actor.pronoun")] if who is not None else []
        if low in THINGS:
            state = self.history.last_state
            return [implied(state, "actor.pronoun")] if state is not None else []
        return [implied(actor, "actor.pronoun") for actor in self.subjects] if low in PLURAL else []

    def _group(self, token: Token) -> list[Actor]:
        size = _size(token)
        if size is None:
            return []
        described = self._described(token)
        if len(described) == size:
            return [Actor(code=code, sectors=("GOV",), implied=True, how="actor.epithet") for code in described]
        modifiers = {
            kid.name.code
            for kid in token.kids
            if kid.name is not None and kid.name.code and kid.dep in ("amod", "compound", "poss", "nmod")
        }
        owner: set[str] = set()
        for kid in token.below("poss"):
            if kid.tag == "PRP$":
                owner |= {actor.code for actor in self._pronoun(kid)} | _subject_code(kid)
        known = modifiers | owner | self._suffering(token)
        acting = _acting_codes(token) if token.dep in ("dobj", "pobj", "dative") else set()
        reported, acts = _is_reported(token), _acts(token)
        found: list[Actor] = []
        if acting - known:
            found = self.history.together(size, known | acting, modifiers | acting, reported=reported, acts=acts)
        return found or self.history.together(size, known, modifiers, reported=reported, acts=acts)

    def _described(self, token: Token) -> list[str]:
        """The states named so far that an adjective fits: `the two communist neighbours`."""
        for words in _descriptions(token):
            region = words.rpartition(" ")[0]
            codes = self._epithets.get(f"{region} state") or self._epithets.get(f"{region} country") or ()
            if codes:
                return [code for code in codes if self.history.counts[code]]
        return []

    def _suffering(self, token: Token) -> set[str]:
        """To whom it is done where the group does it: `it was condemned by all three`."""
        subject = token.head.head.first("nsubjpass") if token.head.dep == "agent" else None
        if subject is None:
            return set()
        if subject.tag == "PRP":
            return {actor.code for actor in self._pronoun(subject)}
        return {subject.name.code} if subject.name is not None else set()

    def _other_side(self, token: Token) -> list[Actor]:
        """`its neighbour`, `its close ally`: who stood together with the owner, or is named most beside it."""
        owner = next((kid for kid in token.below("poss") if kid.tag == "PRP$" and kid.low in OWNERS), None)
        if owner is None or token.lemma not in RELATIVE_NOUNS or token.tag != "NN":
            return []
        codes = _subject_code(owner) or {actor.code for actor in self._pronoun(owner)[:1]}
        for code in codes:
            found = self.history.opponent(code) if token.lemma != "ally" else []
            home = self.people.home if self.people.home != code else None
            partner = home or self.history.partner(code)
            if not found and partner is not None:
                found = [Actor(code=partner, sectors=("GOV",))]
            return [implied(actor, "actor.other_side") for actor in found]
        return []

    def _epithet(self, token: Token) -> list[Actor]:
        if token.tag[0] != "N" or not _is_definite(token):
            return []
        counts = self.history.counts
        acting = _acting_codes(token) if token.dep in ("dobj", "pobj", "dative") else set()
        for words in _descriptions(token):
            codes = self._epithets.get(words, ())
            if codes and token.tag == "NNPS":  # `the two Koreas`: all of them
                return [Actor(code=code, sectors=("GOV",), implied=True, how="actor.epithet") for code in codes]
            sure = len(codes) == 1 and token.low not in BACKED
            known = [code for code in codes if (self._named[code] or sure) and code not in acting]
            if known:
                best = max(known, key=lambda code: counts[code])
                return [Actor(code=best, implied=True, how="actor.epithet")]
        return []

    def _definite(self, token: Token) -> list[Actor]:
        owner = next((kid for kid in token.below("poss") if kid.tag == "PRP$"), None)
        if owner is not None and (token.lemma in INSTITUTIONS or token.lemma in OWNED):
            return [attrs.evolve(actor, sectors=("GOV",)) for actor in self._pronoun(owner)[:1]]
        known = self.people.by_noun.get(token.lemma)
        last = self.people.last
        if known is not None and token.tag in ("NN", "NNP"):
            return [implied(known, "actor.definite")]
        if token.lemma in DEFINITE_PERSONS and token.tag == "NN" and last is not None and last.code:
            return [implied(last, "actor.definite")]
        if token.lemma == "country" and token.tag == "NN":
            state = self.history.last_other(_subject_code(token))
            return [implied(state, "actor.definite")] if state is not None else []
        if token.lemma in HOME_INSTITUTIONS and token.tag in ("NN", "NNP") and not _has_name(token):
            home = self.people.home_of(token.lemma)
            if home is not None:
                return [Actor(code=home, sectors=("GOV",), role=token.lemma, implied=True, how="actor.home")]
        return []

    # ------------------------------------------------------------------ taking in

    def prepare(self, sentences: Sequence[Sentence]) -> None:
        """Look over the whole article first, before the sentences are shown one by one."""
        self.people.prepare(sentences)
        names = (name for sentence in sentences for _, name, _ in sentence.names)
        self._named = Counter(name.code for name in names if is_counted(name))

    def observe(self, sentence: Sentence, resolver: Resolver) -> None:
        """Learn persons and the speaker of a sentence, before it is coded."""
        self.history.next_sentence()
        self._quiet = True  # who is new is told by its own words
        for token in sentence.tokens:
            if token.tag in ("NNP", "NNPS") and token.dep != "compound":
                owned = self._owned_code(self.people.phrase_head(token, sentence))
                self.people.learn_person(token, resolver, sentence, owned)
            if token.tag in ("NN", "NNP") and token.lemma in SINGULAR_NOUNS:
                self.people.learn_noun(token, resolver)
        self._quiet = False
        self._learn_speaker(sentence, resolver)
        self._learn_names(sentence)
        self._learn_sets(sentence)

    def close(self, sentence: Sentence, resolver: Resolver) -> None:
        """Remember the subjects of a sentence, after it was coded."""
        root = next((token for token in sentence.tokens if token.dep == "ROOT"), None)
        if root is None:
            return
        told = root.first("nsubj", "nsubjpass") or (root if root.tag[0] == "N" else None)
        if told is None:
            return
        self.people.topic = self._person_of(told, resolver)
        if told.low not in THIRD:
            unknown = is_stranger(told, self.tables) and not resolver.parties(told)
            self.people.stranger = told.start if unknown else None
        inner = root.first("ccomp")
        within = inner.first("nsubj", "nsubjpass") if inner is not None and root.lemma in SAYING else None
        subject = within or told
        if subject.low in PLURAL:
            return
        found = [party.actor for party in resolver.parties(subject) if party.code]
        if len(found) == 1:
            self.history.last_state = found[0]
            self.people.lead = self.people.lead or found[0].code
        if len(found) > 1 or (found and subject.tag in ("NNS", "NNPS")):
            self.subjects = found

    def _person_of(self, subject: Token, resolver: Resolver) -> Actor | None:
        """The person, if it is one, whom `he` or `she` stands for in the next sentence."""
        titled = subject.name is None and title_word(subject.lemma)
        if not titled and subject.text not in self.people.by_name and subject.low not in THIRD:
            return None
        return next((party.actor for party in resolver.parties(subject) if party.code), None)

    def _owned_code(self, token: Token) -> str | None:
        """The state of `its foreign minister`, where the article said before whose."""
        owner = next((kid for kid in token.below("poss") if kid.tag == "PRP$"), None)
        if owner is None or token.lemma not in OWNED:
            return None
        return next((actor.code for actor in self._pronoun(owner) if actor.code), None)

    def _learn_speaker(self, sentence: Sentence, resolver: Resolver) -> None:
        for token in sentence.tokens:
            if token.lemma in SAYING and token.is_verb:
                subject = token.first("nsubj")
                if subject is not None and subject.low not in FIRST:
                    found = [party.actor for party in resolver.parties(subject) if party.code]
                    if found:
                        self.history.speaker = found
                        return

    def _learn_names(self, sentence: Sentence) -> None:
        """States, and pairs that stand side by side: `Seoul-Tokyo relations`."""
        previous = None
        for span, name, token in sentence.names:
            if not name.code:
                previous = None
                continue
            self.history.add_name(name, leads=token.dep in ("nsubj", "nsubjpass", "poss"))
            if previous is not None and name.kind in STATES_ONLY and span.start - previous[0].end == 1:
                self.history.add_set((previous[1].code, name.code))
            previous = (span, name)

    def _learn_sets(self, sentence: Sentence) -> None:
        """States that are coordinated, or that a relation is between, and whose things are."""
        for token in sentence.tokens:
            if token.tag in ("NN", "NNS"):
                self._learn_maker(token)
            if token.dep in SET_HEADS:
                members = conjuncts(token) if token.dep != "conj" else [token]
                codes = [code for code in (self._member_code(member) for member in members) if code]
                if len(members) in SET_SIZES and len(codes) == len(set(codes)) == len(members):
                    self.history.add_set(tuple(codes))
            if token.lemma in RELATIONS:
                self._learn_relation(token)
            if token.dep == "conj" and token.is_verb and token.head.is_verb:
                self._learn_clauses(token.head, token)

    def _member_code(self, token: Token) -> str | None:
        name = token.name
        if name is not None and name.code and name.kind in STATES_ONLY | {"SEAT", "LEADER"}:
            return name.code
        known = self.people.by_name.get(token.text) if token.tag == "NNP" else None
        return known.code if known is not None else None

    def _learn_maker(self, thing: Token) -> None:
        """`Oslo imposed a levy`, `a fund that Oslo set up`, `Oslo's plan`: not what was known before."""
        if is_agentive(thing, self.tables) or any(kid.low in COUNTED for kid in thing.kids):
            return
        clause = thing.first("relcl") or (thing.head if thing.dep == "dobj" and thing.head.is_verb else None)
        maker = thing.first("poss") or (clause.first("nsubj") if clause is not None else None)
        code = self._member_code(maker) if maker is not None else None
        if code is not None:
            self.history.makers[thing.lemma] = code

    def _learn_clauses(self, first: Token, second: Token) -> None:
        """`Oslo lifted the levy, and Riga paid`."""
        subjects = [verb.first("nsubj") for verb in (first, second)]
        codes = [self._member_code(subject) for subject in subjects if subject is not None]
        self.history.add_set(tuple(code for code in codes if code))

    def _learn_relation(self, token: Token) -> None:
        """`Oslo's row with Riga`."""
        owner = token.first("poss")
        if owner is None or owner.name is None:
            return
        for kid in token.below("prep"):
            other = kid.first("pobj")
            if kid.low == "with" and other is not None and other.name is not None:
                self.history.add_set((owner.name.code, other.name.code))


def _descriptions(token: Token) -> list[str]:
    """A noun with fewer and fewer of the words before it: `west african nation`, `african nation`, `nation`."""
    before = [word for word in token.before() if word.tag not in ("DT", "PRP$")][-MOST_BEFORE:]
    words = " ".join([*(word.low for word in before), token.lemma]).replace(" - ", "-").split()
    return [" ".join(words[first:]) for first in range(len(words))]


def _size(token: Token) -> int | None:
    """How many a group word stands for: `the two`, `both sides`, `the three ministers`, `its neighbours`."""
    low = token.low
    if (
        low in ("both", "two", "three")
        and token.tag in ("DT", "CD", "PDT")
        and not any(kid.dep == "prep" and kid.low == "of" for kid in token.kids)
    ):
        return NUMBERS[low] if low == "both" or any(kid.low in COUNTED for kid in token.kids) else None
    if low in ("pair", "trio", "duo"):
        return NUMBERS[low] if token.tag[0] == "N" else None
    if token.lemma not in GROUP_NOUNS or token.tag not in ("NNS", "NNPS"):
        return None
    for kid in token.kids:
        if kid.low in NUMBERS and kid.dep in ("nummod", "det", "predet", "preconj", "amod"):
            return NUMBERS[kid.low]
    if token.lemma in TWO_BY_NATURE and any(kid.low in (*COUNTED, "its", "their") for kid in token.kids):
        return None if any(kid.low in ("all", "many", "some", "most", "other") for kid in token.kids) else 2
    return None


def _subject_code(token: Token) -> set[str]:
    """The state that is the subject of the clause around a word, as a set of at most one code."""
    for above in token.ancestors():
        if above.is_verb:
            subject = above.first("nsubj")
            if subject is not None and subject.name is not None and subject.name.code:
                return {subject.name.code}
    return set()


def _acting_codes(token: Token) -> set[str]:
    """Who does what a group is the object of."""
    for above in token.ancestors():
        subject = above.first("nsubj") if above.is_verb else None
        if subject is not None:
            return {member.name.code for member in conjuncts(subject) if member.name is not None and member.name.code}
    return set()


def _is_definite(token: Token) -> bool:
    return any(kid.low in DEFINITE and kid.i < token.i for kid in token.kids)


def _acts(token: Token) -> bool:
    """Whether a group is the subject of its clause, and not what another wants it to do."""
    clause = token.head
    wanted = clause.dep in ("xcomp", "ccomp") and clause.head.lemma not in SAYING
    return token.dep in ("nsubj", "nsubjpass") and not wanted


def _is_reported(token: Token) -> bool:
    """Whether the word stands in what someone says."""
    return any(above.lemma in SAYING and above.is_verb for above in token.ancestors())


def _has_name(token: Token) -> bool:
    return any(kid.name is not None and kid.name.code for kid in token.kids)
