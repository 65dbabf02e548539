"""What an article has said so far, asked for by short names, pronouns, definite nouns and group words.

The sentences are shown to the memory one by one (`observe`); `recall` then answers. What it can't
tell it does not guess.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from functools import lru_cache

from diplonews.actors.coreference import read_entities
from diplonews.actors.entity import Entity, EntityKind
from diplonews.actors.home import filed_in, outlet_country
from diplonews.actors.origin import state_code
from diplonews.actors.relations import STATES_ONLY, Relations, implied, is_counted
from diplonews.actors.resolve import RELATIVE_NOUNS, Resolver, conjuncts, is_agentive
from diplonews.lexicons.actornames import find_names, sector_of
from diplonews.lexicons.tables import Row, in_use, using
from diplonews.lexicons.wordsets import WordSet
from diplonews.model import Actor
from diplonews.syntax.blocks import Sentence
from diplonews.syntax.clauses import clause_of
from diplonews.syntax.parsing import Parsed
from diplonews.syntax.tokens import Token

__all__ = ["Discourse", "read_discourse"]

NUMBERS = {"two": 2, "both": 2, "three": 3, "four": 4, "pair": 2, "trio": 3, "duo": 2}
GROUP_NOUNS = WordSet("document.group_nouns")
FIRST = WordSet("document.first")
THIRD = frozenset(("he", "she", "him", "her", "his"))
THINGS = frozenset(("it", "its"))
PLURAL = frozenset(("they", "them", "their", "theirs"))
SAYING = WordSet("verbs.saying")
OWNERS = frozenset(("its", "their"))
DEFINITE = frozenset(("the", "this", "that", "his", "her", "its"))
COUNTED = ("the", "these", "those")
TWO_BY_NATURE = frozenset(("side", "neighbour", "neighbor", "rival", "ally"))
RELATIONS = WordSet("document.relations")
SET_HEADS = frozenset(("pobj", "nsubj", "dobj", "poss", "nsubjpass", "conj", "amod", "ROOT", "appos", "compound"))
SET_SIZES = (2, 3, 4)
MOST_BEFORE = 6
ARTICLES = frozenset(("the", "a", "an", "'s", "’s"))
PAIR = 2
PLACES = frozenset(("NAME", "CAPITAL", "CITY"))
ITSELF = ("actor.name.name", "actor.name.capital", "actor.possessor.")
TOWARDS = frozenset(("with", "against", "to", "by"))
BACKED = frozenset(("north", "south", "mainland"))


class Discourse:
    """What an article says of persons, states and groups, for any of its words, in any order.

    Args:
        parsed: the article's parse.

    Attributes:
        entities: whom its names, descriptions and pronouns stand for.
        relations: states and their groups.
        resolver: reads parties off its noun phrases.
        filed: code of the country that it was filed in, or None.
    """

    def __init__(self, parsed: Parsed) -> None:
        self.filed = filed_in(parsed)
        sentences = parsed.sentences
        self.entities = read_entities(parsed)
        self.relations = Relations()
        self._home = outlet_country(parsed)
        self._day = parsed.day
        self._codes: dict[Entity, str | None] = {}
        self._topics: dict[int, str] = {}
        blocks = [block.span.start for block in parsed.blocks]
        self._blocks = [bisect_right(blocks, sentence.span.start) for sentence in sentences]
        self.resolver = Resolver(self)
        self._starts = [sentence.span.start for sentence in sentences]
        self._epithets = {row["words"]: row["codes"] for row in in_use()["epithets"].rows}
        names = (name for sentence in sentences for _, name, _ in sentence.names)
        self._named = Counter(name.code for name in names if is_counted(name))
        for now, sentence in enumerate(sentences):
            self._observe(now, sentence)
            self._close(now + 1, sentence)
        self._codes.clear()  # what was told before the text was read to its end
        self.resolver.settled = True

    def _at(self, token: Token) -> int:
        """The number of a word's sentence."""
        return bisect_right(self._starts, token.start) - 1

    # ------------------------------------------------------------------ looking back

    def recall(self, token: Token) -> Iterable[Actor]:
        """The actors that a pronoun, a short name or a definite noun stands for."""
        return tuple(self._recall(token))

    def speakers(self, token: Token) -> list[Actor]:
        """Who spoke last before a word, or in its sentence."""
        return self.relations.speaker.last(self._at(token)) or []

    def two_sides(self, token: Token, code: str) -> list[Actor]:
        """The last two states mentioned together, without the one that mediates."""
        return self.relations.two_sides(self._at(token), code)

    def maker(self, token: Token) -> Actor | None:
        """The state that set up a thing mentioned before: `a fund that Seoul set up`."""
        code = self.relations.maker(self._at(token), token.lemma)
        return Actor(code=code, implied=True, how="actor.maker") if code is not None else None

    def opponent(self, token: Token, code: str) -> list[Actor]:
        """With whom a state stood together last: whom an act without an address is meant for."""
        return self.relations.opponent(self._at(token), code)

    def named(self) -> Mapping[str, int]:
        """How often the whole text names each state."""
        return self._named

    # ------------------------------------------------------------------ entities

    def code(self, entity: Entity) -> str | None:
        """The code of an entity: by its own words, by whom it belongs to, or by where its office is at home."""
        if entity not in self._codes:
            self._codes[entity] = entity.code  # nobody belongs to himself
            code = self.entities.owned_code(entity, self._only_code) or self._at_home(entity)
            self._codes[entity] = code
        return self._codes[entity]

    def country(self, token: Token) -> str | None:
        """The one state that a noun phrase stands for, or None: the country of a speaker, a mention, a party."""
        parties = self.resolver.parties(token)
        if not is_agentive(token):  # `figures on Mali` are nobody's
            beside = list(token.below("prep"))
            parties = [p for p in parties if not any(kid.left <= p.token.i <= kid.right for kid in beside)]
        codes = {party.code for party in parties}
        return state_code(codes.pop()) if len(codes) == 1 else None

    def _at_home(self, entity: Entity) -> str | None:
        """The state of an office that is printed without one; who faces the one who holds it is from abroad."""
        code = self.entities.assumed_code(entity)
        if not self.entities.home.is_national and self.entities.is_office(entity):
            code = self._spoken_of(entity.mentions[0].token) or code
        if code is not None and code == self._home and entity.name is not None and entity.role is not None:
            holders = _holders(code, entity.role.lower(), self._day)
            if _faces(entity.mentions[0].token, code) and holders and holders.isdisjoint(entity.name.lower().split()):
                return self.relations.partner(len(self._starts), code) or code
        return code

    def _spoken_of(self, token: Token) -> str | None:
        """The state that the paragraph is about so far: `Lima denied it. Foreign Minister Ana Rey left`.

        Or from where someone speaks: `the spokesman said by telephone from Lima`.
        """
        for low, place in clause_of(token.head).phrases if token.head.is_verb else ():
            if low == "from" and place.name is not None and place.name.kind in PLACES:
                return place.name.code
        earlier = self._at(token) - 1
        while earlier >= 0 and self._blocks[earlier] == self._blocks[earlier + 1]:
            if earlier in self._topics:
                return self._topics[earlier]
            earlier -= 1
        return None

    def person(self, token: Token) -> Actor | None:
        """The person of a state or body that a name, a description or a pronoun stands for."""
        entity = self.entities.at(token.start)
        if entity is None or entity.kind is not EntityKind.PERSON:
            return None
        return self._actor(entity, token)

    def _actor(self, entity: Entity, token: Token) -> Actor | None:
        code = self.code(entity)
        if code is None:
            return None
        how = (
            "actor.pronoun"
            if token.tag in ("PRP", "PRP$")
            else "actor.definite"
            if token.tag in ("NN", "NNS")
            else "actor.known_person"
        )
        return Actor(
            code=code,
            sectors=_sectors(entity),
            name=entity.name,
            role=office_of(entity.role) if entity.role is not None else None,
            implied=how != "actor.known_person",
            how=how,
        )

    def _recall(self, token: Token) -> list[Actor]:
        if token.tag in ("PRP", "PRP$", "WP"):
            return self._pronoun(token)
        entity = self.entities.at(token.start)
        group = entity is not None and entity.kind is EntityKind.GROUP and entity.code is not None
        known = self._actor(entity, token) if entity is not None and not group else None
        if token.name is None and token.tag in ("NNP", "NNPS"):
            return [known] if known is not None else self._epithet(token)  # `the North`
        found = self._group(token) or self._epithet(token) or self._other_side(token)
        if found:
            return found
        if token.lemma == "country" and token.tag == "NN" and _is_definite(token):
            state = self.relations.last_other(self._at(token), _subject_code(token))
            return [implied(state, "actor.definite")] if state is not None else []
        if known is not None:
            return [known]
        if token.low in ("both", "each", "neither", "all"):
            return self.relations.together(self._at(token), 2, set(), set(), reported=_is_reported(token))
        return []

    def _pronoun(self, token: Token) -> list[Actor]:
        low, now = token.low, self._at(token)
        if low in FIRST:
            return [implied(actor, "actor.speaker") for actor in self.speakers(token)[:1]]
        if low in THIRD:
            who = self.person(token)
            return [who] if who is not None else []
        if low in THINGS:
            entity = self.entities.at(token.start)
            if entity is not None and entity.kind is EntityKind.ORGANIZATION and _speaks(entity, token):
                known = self._actor(entity, token)
                return [known] if known is not None else []
            state = self.relations.leading.last(now)
            return [implied(state, "actor.pronoun")] if state is not None else []
        many = self.relations.subjects.last(now) if low in PLURAL else None
        return [implied(actor, "actor.pronoun") for actor in many or ()]

    def _group(self, token: Token) -> list[Actor]:
        size = _size(token)
        if size is None:
            return []
        now = self._at(token)
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
            found = self.relations.together(now, size, known | acting, modifiers | acting, reported=reported, acts=acts)
        return found or self.relations.together(now, size, known, modifiers, reported=reported, acts=acts)

    def _described(self, token: Token) -> list[str]:
        """The states named so far that an adjective fits: `the two communist neighbours`."""
        for words in _descriptions(token):
            region = words.rpartition(" ")[0]
            codes = self._epithets.get(f"{region} state") or self._epithets.get(f"{region} country") or ()
            if codes:
                return [code for code in codes if self.relations.counts(self._at(token))[code]]
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
            found = self.opponent(token, code) if token.lemma != "ally" else []
            home = self._home if self._home != code else None
            partner = home or self.relations.partner(self._at(token), code)
            if not found and partner is not None:
                found = [Actor(code=partner, sectors=("GOV",))]
            return [implied(actor, "actor.other_side") for actor in found]
        return []

    def _epithet(self, token: Token) -> list[Actor]:
        if token.tag[0] != "N" or not _is_definite(token):
            return []
        counts = self.relations.counts(self._at(token))
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

    # ------------------------------------------------------------------ taking in

    def _observe(self, now: int, sentence: Sentence) -> None:
        """Learn the states and the speaker of a sentence: what holds in the sentence itself."""
        self._learn_speaker(now, sentence)
        self._learn_names(now, sentence)
        self._learn_sets(now, sentence)

    def _close(self, later: int, sentence: Sentence) -> None:
        """Learn the parties and the subjects of a sentence: what holds from the next one on."""
        for verb in sentence.tokens:
            if verb.is_verb:
                self._learn_parties(later, verb)
        root = next((token for token in sentence.tokens if token.dep == "ROOT"), None)
        if root is None:
            return
        told = root.first("nsubj", "nsubjpass") or (root if root.tag[0] == "N" else None)
        if told is None:
            return
        topic = {party.code for party in self.resolver.parties(told) if party.actor.how.startswith(ITSELF)}
        if len(topic) == 1:
            self._topics[later - 1] = topic.pop()
        inner = root.first("ccomp")
        within = inner.first("nsubj", "nsubjpass") if inner is not None and root.lemma in SAYING else None
        subject = within or told
        if subject.low in PLURAL:
            return
        found = [party.actor for party in self.resolver.parties(subject) if party.code]
        if len(found) == 1:
            self.relations.leading.add(later, found[0])
        if len(found) > 1 or (found and subject.tag in ("NNS", "NNPS")):
            self.relations.subjects.add(later, found)

    def _learn_speaker(self, now: int, sentence: Sentence) -> None:
        for token in sentence.tokens:
            if token.lemma in SAYING and token.is_verb:
                subject = token.first("nsubj")
                if subject is not None and subject.low not in FIRST:
                    found = [party.actor for party in self.resolver.parties(subject) if party.code]
                    if found:
                        self.relations.speaker.add(now, found)
                        return

    def _learn_names(self, now: int, sentence: Sentence) -> None:
        """States, and pairs that stand side by side: `Seoul-Tokyo relations`."""
        previous = None
        for span, name, token in sentence.names:
            if not name.code:
                previous = None
                continue
            self.relations.add_name(now, name, leads=token.dep in ("nsubj", "nsubjpass", "poss"))
            if previous is not None and name.kind in STATES_ONLY and span.start - previous[0].end == 1:
                self.relations.add_set(now, (previous[1].code, name.code))
            previous = (span, name)

    def _learn_sets(self, now: int, sentence: Sentence) -> None:
        """States that are coordinated, or that a relation is between, and whose things are."""
        for token in sentence.tokens:
            if token.tag in ("NN", "NNS"):
                self._learn_maker(now, token)
            if token.dep in SET_HEADS:
                members = conjuncts(token) if token.dep != "conj" else [token]
                codes = [code for code in (self._member_code(member) for member in members) if code]
                if len(members) in SET_SIZES and len(codes) == len(set(codes)) == len(members):
                    self.relations.add_set(now, tuple(codes))
            if token.lemma in RELATIONS:
                self._learn_relation(now, token)
            if token.dep == "conj" and token.is_verb and token.head.is_verb:
                self._learn_clauses(now, token.head, token)

    def _member_code(self, token: Token) -> str | None:
        name = token.name
        if name is not None and name.code and name.kind in STATES_ONLY | {"SEAT", "LEADER"}:
            return name.code
        known = self.person(token) if token.tag == "NNP" else None
        return known.code if known is not None else None

    def _learn_maker(self, now: int, thing: Token) -> None:
        """`Oslo imposed a levy`, `a fund that Oslo set up`, `Oslo's plan`: not what was known before."""
        if is_agentive(thing) or any(kid.low in COUNTED for kid in thing.kids):
            return
        clause = thing.first("relcl") or (thing.head if thing.dep == "dobj" and thing.head.is_verb else None)
        maker = thing.first("poss") or (clause.first("nsubj") if clause is not None else None)
        code = self._member_code(maker) if maker is not None else None
        if code is not None:
            self.relations.add_maker(now, thing.lemma, code)

    def _learn_parties(self, later: int, verb: Token) -> None:
        """`Oslo warned Riga`, `Oslo's envoy met with Riga's`: two that have to do with each other."""
        clause = clause_of(verb)
        first = self._only_code(clause.subject)
        if first is None:
            return
        others = [clause.object, *(noun for low, noun in clause.phrases if low in TOWARDS)]
        second = next(filter(None, map(self._only_code, others)), None)
        self.relations.add_set(later, tuple(code for code in (first, second) if code), side_by_side=False)

    def _only_code(self, token: Token | None) -> str | None:
        """The code of a noun phrase that stands for one party."""
        codes = {party.code for party in self.resolver.parties(token)} if token is not None else set()
        return codes.pop() if len(codes) == 1 else None

    def _learn_clauses(self, now: int, first: Token, second: Token) -> None:
        """`Oslo lifted the levy, and Riga paid`."""
        subjects = [verb.first("nsubj") for verb in (first, second)]
        codes = [self._member_code(subject) for subject in subjects if subject is not None]
        self.relations.add_set(now, tuple(code for code in codes if code))

    def _learn_relation(self, now: int, token: Token) -> None:
        """`Oslo's row with Riga`."""
        owner = token.first("poss")
        if owner is None or owner.name is None:
            return
        for kid in token.below("prep"):
            other = kid.first("pobj")
            if kid.low == "with" and other is not None and other.name is not None:
                self.relations.add_set(now, (owner.name.code, other.name.code))


def _speaks(entity: Entity, token: Token) -> bool:
    """Whether a mention of an entity is the subject of a verb of saying."""
    return any(mention.token is token and mention.speaks for mention in entity.mentions)


def _sectors(entity: Entity) -> tuple[str, ...]:
    """What someone is by a title or description: of the government where it does not tell."""
    words = (entity.role or entity.name or "").lower().split()
    known = [sector_of(word.strip(",.")) for word in words]
    sectors = [sector for sector, kind in filter(None, known) if kind != "thing"]
    return (sectors[-1],) if sectors else ("GOV",)


@lru_cache(maxsize=1024)
def office_of(role: str) -> str:
    """A title in small letters without its state: `foreign minister`."""
    bare = role
    for span, name in reversed(find_names(role)):
        if name.code:
            bare = bare[: span.start] + bare[span.end :]
    return " ".join(word for word in bare.lower().split() if word not in ARTICLES)


def _faces(token: Token, home: str) -> bool:
    """Whether someone of home is the subject where the name is an object: `Modi met President Solih`."""
    for above in token.ancestors():
        subject = above.first("nsubj") if above.is_verb else None
        if subject is not None and subject is not token:
            return subject.name is not None and subject.name.code == home
    return False


def _holders(code: str, role: str, day: date | None) -> set[str]:
    """The words of the names of those who hold an office in a state."""
    return {
        part
        for row in in_use()["leaders"].rows
        if row["code"] == code and row["office"] == role and _in_office(row, day)
        for name in row["name"]
        for part in name.lower().split()
    }


def _in_office(row: Row, day: date | None) -> bool:
    return day is None or not ((row["from"] and day < row["from"]) or (row["until"] and day > row["until"]))


def read_discourse(parsed: Parsed) -> Discourse:
    """The discourse of an article: read when it is first asked for, once for all stages."""
    if Discourse not in parsed.readings:
        with using(parsed.tables):
            parsed.readings[Discourse] = Discourse(parsed)
    found: Discourse = parsed.readings[Discourse]
    return found


def _descriptions(token: Token) -> list[str]:
    """A noun with fewer and fewer of the words before it: `west african nation`, `african nation`, `nation`."""
    before = [word for word in token.before() if word.tag not in ("DT", "PRP$")][-MOST_BEFORE:]
    words = " ".join([*(kid.low for kid in before), token.lemma]).replace(" - ", "-").split()
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
