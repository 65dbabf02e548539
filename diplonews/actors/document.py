"""What an article has said so far: persons, who spoke, which states stood together.

The sentences are shown to the memory one by one (`observe`); `recall` then answers for short
names, pronouns, definite nouns and group words. What it can't tell it does not guess.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

import attrs

from diplonews.actors.resolve import MemoryLike, Party, Resolver, conjuncts, is_agentive
from diplonews.actors.tree import Node, Sentence
from diplonews.lexicons.actornames import sector_of
from diplonews.lexicons.tables import Tables, default_tables
from diplonews.lexicons.wordsets import WordSet
from diplonews.model import Actor

__all__ = ["DocumentMemory"]

NUMBERS = {"two": 2, "both": 2, "three": 3, "four": 4, "pair": 2, "trio": 3, "duo": 2}
GROUP_NOUNS = WordSet("document.group_nouns")
GROUP_WORDS = WordSet("document.group_words")
SINGULAR_NOUNS = WordSet("document.singular_nouns")
COUNTRY_NOUNS = WordSet("document.country_nouns")
FIRST = WordSet("document.first")
THIRD = frozenset(("he", "she", "him", "her", "his"))
THINGS = frozenset(("it", "its"))
PLURAL = frozenset(("they", "them", "their", "theirs"))
SAYING = WordSet("document.saying")
STATES_ONLY = frozenset(("NAME", "CAPITAL", "FORMER", "TERRITORY", "ADJECTIVE"))
SURNAME_FIRST = frozenset(("CHN", "KOR", "PRK", "TWN", "HKG", "KHM"))
NEAR_ACTS = 4
MOST_NAMES = 4
TITLE_WORDS = 8
CLAIMS = frozenset(("claim", "charge", "allegation", "accusation", "suggestion", "comment", "remark", "statement"))
HOME_INSTITUTIONS = WordSet("document.home_institutions")
INSTITUTIONS = frozenset(
    ("ministry", "government", "office", "country", "army", "military", "party", "administration", "delegation")
)
OWNED = WordSet("document.owned")
PAIR = 2
HISTORY = 40
BODIES = frozenset(("UNO", "EUR", "IGO", "NGO", "IMG"))


class DocumentMemory(MemoryLike):
    """Persons, speakers and groups of one article.

    Args:
        home: code of the country whose outlet it is, or None; whose `Foreign Minister` needs no
            country.
        tables: the tables in use.
        filed: code of the country that the article was filed in, or None; whose minister a bare
            `Foreign Minister` is where no outlet tells.
    """

    def __init__(self, home: str | None = None, tables: Tables | None = None, *, filed: str | None = None) -> None:
        self.home = home
        self.tables = tables or default_tables()
        self.persons: dict[str, Actor] = {}
        self.speaker: list[Actor] = []
        self.last_person: Actor | None = None
        self.last_state: Actor | None = None
        self.roles: dict[str, Actor] = {}
        self.sets: list[tuple[str, ...]] = []
        self.counts: Counter[str] = Counter()
        self.subjects: list[Actor] = []
        self.states: list[Actor] = []
        self.acts: list[tuple[tuple[Actor, ...], frozenset[str]]] = []
        self.source_home: str | None = None
        self.filed: str | None = filed
        self._quiet = False
        self._titles: dict[str, str] = {row["title"]: row["code"] for row in self.tables["offices"].rows}
        self._epithets = {row["words"]: row["codes"] for row in self.tables["epithets"].rows}

    def recall(self, node: Node) -> Iterable[Actor]:
        """The actors that a pronoun, a short name or a definite noun stands for."""
        if self._quiet:
            return ()
        found = self._recall(node)
        return tuple(found)

    def _recall(self, node: Node) -> list[Actor]:
        low = node.low
        if node.tag in ("PRP", "PRP$", "WP"):
            return self._pronoun(node)
        if node.name is None and (node.tag in ("NNP", "NNPS") or node.text in self.persons):
            return self._person(node)
        group = self._group(node)
        if group:
            return group
        epithet = self._epithet(node)
        if epithet:
            return epithet
        if node.tag[0] == "N" and self._is_definite(node):
            return self._definite(node)
        if low in ("both", "each", "neither", "all"):
            return self._parties(2, set(), set(), reported=_is_reported(node))
        return []

    # ------------------------------------------------------------------ looking back

    def _pronoun(self, node: Node) -> list[Actor]:
        low = node.low
        if low in FIRST:
            return [_implied(actor, "actor.speaker") for actor in self.speaker[:1]]
        if low in THIRD:
            return [_implied(self.last_person, "actor.pronoun")] if self.last_person is not None else []
        if low in THINGS:
            return [_implied(self.last_state, "actor.pronoun")] if self.last_state is not None else []
        if low in PLURAL and self.subjects:
            return [_implied(actor, "actor.pronoun") for actor in self.subjects]
        return []

    def _person(self, node: Node) -> list[Actor]:
        known = self.persons.get(node.text)
        if known is not None:
            return [attrs.evolve(known, how="actor.known_person")]
        code = self._title_code(node)
        if code is None:
            return []
        return [Actor(code=code, sectors=("GOV",), name=_full_name(node), role=_title(node) or None, how="actor.title")]

    def _title_code(self, node: Node) -> str | None:
        """The state of a title that only one state has, or of a bare minister in a national outlet."""
        own = self._unique_title(node)
        if own is not None:
            return own
        words = _title(node)
        if not words or (node.first("appos") is not None and not any(is_agentive_low(kid.low) for kid in node.kids)):
            return None
        sector = sector_of(words.split()[-1], self.tables)
        if sector is not None and sector[0] in ("GOV", "LEG", "MIL"):
            return self._home_of(words)
        return None

    def _home_of(self, words: str) -> str | None:
        """Whose a title or an office without a country is; Washington has no `foreign minister`."""
        filed = None if self.filed == "USA" and "minister" in words else self.filed
        return self.home or filed or self.source_home

    def _unique_title(self, node: Node) -> str | None:
        """The state of a title that no other state has."""
        words = " ".join(word.low for word in node.subtree() if word.i < node.i and word.name is None)
        if not words:
            return self._appositive_code(node)
        parts = words.split()[-12:]
        for size in range(min(len(parts), 6), 0, -1):
            for first in range(len(parts) - size + 1):
                code = self._titles.get(" ".join(parts[first : first + size]))
                if code is not None:
                    return code
        return self._appositive_code(node)

    def _group(self, node: Node) -> list[Actor]:
        size = self._size(node)
        if size is None:
            return []
        modifiers = {
            kid.name.code
            for kid in node.kids
            if kid.name is not None and kid.name.code and kid.dep in ("amod", "compound", "poss", "nmod")
        }
        owner: set[str] = set()
        for kid in node.below("poss"):
            if kid.tag == "PRP$":
                owner |= {actor.code for actor in self._pronoun(kid)} | self._local_owner(kid)
        known = modifiers | owner
        acting = _acting_codes(node) if node.dep in ("dobj", "pobj", "dative") else set()
        if acting - known:
            found = self._parties(size, known | acting, modifiers | acting, reported=_is_reported(node))
            if found:
                return found
        return self._parties(size, known, modifiers, reported=_is_reported(node))

    def _local_owner(self, pronoun: Node) -> set[str]:
        for above in pronoun.ancestors():
            if above.is_verb:
                subject = above.first("nsubj")
                if subject is not None and subject.name is not None and subject.name.code:
                    return {subject.name.code}
        return set()

    def _size(self, node: Node) -> int | None:
        low = node.low
        if (
            low in ("both", "two", "three")
            and node.tag in ("DT", "CD", "PDT")
            and not any(kid.dep == "prep" and kid.low == "of" for kid in node.kids)
        ):
            if low == "both" or any(kid.low in ("the", "these", "those") for kid in node.kids):
                return NUMBERS[low]
            return None
        if node.tag[0] != "N" or (node.lemma not in GROUP_NOUNS and low not in ("pair", "trio", "duo")):
            return None
        if low in ("pair", "trio", "duo"):
            return NUMBERS[low]
        if node.tag not in ("NNS", "NNPS"):
            return None
        for kid in node.kids:
            if kid.low in NUMBERS and kid.dep in ("nummod", "det", "predet", "preconj", "amod"):
                return NUMBERS[kid.low]
        if node.lemma in ("side", "neighbour", "neighbor", "rival", "ally") and any(
            kid.low in ("the", "these", "those", "its", "their") for kid in node.kids
        ):
            if any(kid.low in ("all", "many", "some", "most", "other") for kid in node.kids):
                return None
            return 2
        return None

    def _parties(self, size: int, without: set[str], excluded: set[str], *, reported: bool = False) -> list[Actor]:
        """The last set of that size that stood together, else the most frequent states.

        Who speaks of `both sides` is not one of them, if others stood together too.
        """
        speakers = {actor.code for actor in self.speaker} if reported else set()
        if size == 2 and speakers and not without:
            for members in reversed(self.sets):
                if len(members) == size and not speakers & set(members):
                    return [self._group_actor(code) for code in members]
        for members in reversed(self.sets):
            left = tuple(code for code in members if code not in without)
            if len(left) == size:
                return [self._group_actor(code) for code in left]
        if size == 2:
            for members in reversed(self.sets):
                if len(members) == 2 and not set(members) & excluded:
                    return [self._group_actor(code) for code in members]
        frequent = [
            code
            for code, count in self.counts.most_common(size + 4)
            if code not in without and code not in BODIES and count > 1
        ]
        return [self._group_actor(code) for code in frequent[:size]] if len(frequent) == size else []

    def _group_actor(self, code: str) -> Actor:
        return Actor(code=code, sectors=("GOV",), implied=True, how="actor.group")

    def _epithet(self, node: Node) -> list[Actor]:
        if node.tag[0] != "N" or not self._is_definite(node):
            return []
        before = [kid.low for kid in node.kids if kid.i < node.i and kid.dep in ("amod", "compound")]
        for words in (" ".join([*before, node.lemma]), " ".join([*before[-1:], node.lemma])):
            codes = self._epithets.get(words)
            if codes:
                known = [code for code in codes if self.counts[code]]
                if len(codes) == 1 and node.low not in ("north", "south", "mainland"):
                    known = list(codes)
                if known:
                    best = max(known, key=lambda code: self.counts[code])
                    return [Actor(code=best, implied=True, how="actor.epithet")]
        return []

    def _is_definite(self, node: Node) -> bool:
        return any(kid.low in ("the", "this", "that", "his", "her", "its") and kid.i < node.i for kid in node.kids)

    def _definite(self, node: Node) -> list[Actor]:
        owner = next((kid for kid in node.below("poss") if kid.tag == "PRP$"), None)
        if owner is not None and (node.lemma in INSTITUTIONS or node.lemma in OWNED):
            return [attrs.evolve(actor, sectors=("GOV",)) for actor in self._pronoun(owner)[:1]]
        known = self.roles.get(node.lemma)
        if known is not None and node.tag in ("NN", "NNP"):
            return [_implied(known, "actor.definite")]
        if (
            node.lemma
            in ("official", "diplomat", "envoy", "minister", "leader", "spokesman", "spokeswoman", "spokesperson")
            and node.tag == "NN"
            and self.last_person is not None
            and self.last_person.code
        ):
            return [_implied(self.last_person, "actor.definite")]
        if node.lemma == "country" and node.tag == "NN":
            acting = self._local_owner(node)
            last = next((state for state in reversed(self.states) if state.code not in acting), None)
            return [_implied(last, "actor.definite")] if last is not None else []
        if node.lemma in HOME_INSTITUTIONS and node.tag in ("NN", "NNP") and not _has_name(node):
            home = self._home_of(node.lemma)
            if home is not None:
                return [Actor(code=home, sectors=("GOV",), role=node.lemma, implied=True, how="actor.home")]
        return []

    # ------------------------------------------------------------------ taking in

    def prepare(self, sentences: Iterable[Sentence]) -> None:
        """Look over the whole article first: whose ministry speaks without its country being named."""
        if self.home is not None:
            return
        owners = {
            _owner_code(node) for sentence in sentences for node in sentence.nodes if node.lemma == "ministry"
        } - {None}
        if len(owners) == 1:
            self.source_home = owners.pop()

    def observe(self, sentence: Sentence, resolver: Resolver) -> None:
        """Learn persons and the speaker of a sentence, before it is coded."""
        for node in sentence.nodes:
            if node.tag in ("NNP", "NNPS") and node.dep not in ("compound", "poss_of"):
                self._learn_person(node, resolver, sentence)
            if node.tag in ("NN", "NNP") and node.lemma in SINGULAR_NOUNS:
                self._learn_role(node, resolver)
        self._learn_speaker(sentence, resolver)
        self._learn_sets(sentence)

    def _learn_person(self, node: Node, resolver: Resolver, sentence: Sentence) -> None:
        if node.name.kind != "LEADER" if node.name is not None else sector_of(node.lemma, self.tables) is not None:
            return
        name = _full_name(node)
        known = self.persons.get(node.text)
        if node.name is not None:
            actor = Actor(
                code=node.name.code, sectors=("GOV",), name=node.name.name, role=node.name.role, how="actor.leader"
            )
        else:
            self._quiet = True
            head = node.head if node.dep == "appos" and is_agentive(node.head, self.tables) else node
            if head is node:
                head = self._title_before(node, sentence) or node
            own = [party for party in resolver.single(head, 2) if party.code]
            self._quiet = False
            own = own if head is not node or _is_titled(node) else []
            code = own[0].code if own else self._owned_code(head) or _title_of_state(node, sentence)
            if code is None and known is None:
                code = self._title_code(node)
            if code is None:
                if known is not None:
                    self.last_person = known
                return
            actor = Actor(code=code, sectors=("GOV",), name=name, role=_title(node) or None, how="actor.person")
        for key in {node.text, _surname(actor.name or name, actor.code)}:
            before = self.persons.get(key)
            if before is None or len(actor.name or "") >= len(before.name or ""):
                self.persons[key] = actor
        self.last_person = actor if known is None else self.persons[node.text]

    def _title_before(self, node: Node, sentence: Sentence) -> Node | None:
        """The noun right before a name that the parse does not join to it: `his Danish counterpart` Ole Friis."""
        place = node.i - sentence.nodes[0].i
        first = place
        nodes = sentence.nodes
        if not 0 <= place < len(nodes) or nodes[place] is not node:
            return None
        while (
            first > 0 and nodes[first - 1].tag == "NNP" and nodes[first - 1].name is None and place - first < MOST_NAMES
        ):
            first -= 1
        before = nodes[first - 1] if first else None
        if before is None or before.tag != "NN" or first == place or not is_agentive(before, self.tables):
            return None
        return before

    def _owned_code(self, node: Node) -> str | None:
        """The state of `its foreign minister`, where the article said before whose."""
        owner = next((kid for kid in node.below("poss") if kid.tag == "PRP$"), None)
        if owner is None or node.lemma not in OWNED:
            return None
        return next((actor.code for actor in self._pronoun(owner) if actor.code), None)

    def _appositive_code(self, node: Node) -> str | None:
        for kid in node.below("appos"):
            words = " ".join(inner.low for inner in kid.subtree()[:12])
            for title, code in self._titles.items():
                if title in words:
                    return code
        return None

    def _learn_role(self, node: Node, resolver: Resolver) -> None:
        self._quiet = True
        own = [party for party in resolver.single(node, 2) if party.code]
        self._quiet = False
        if own and (node.first("amod", "compound", "poss", "nmod") is not None or own[0].node is node):
            actor = own[0].actor
            self.roles[node.lemma] = actor
            if node.lemma not in (
                "ministry",
                "government",
                "department",
                "administration",
                "report",
                "office",
                "agency",
                "regime",
                "military",
                "army",
                "embassy",
                "statement",
            ):
                self.last_person = actor
        elif node.lemma == "report" and own:
            self.roles["report"] = own[0].actor

    def _learn_speaker(self, sentence: Sentence, resolver: Resolver) -> None:
        for node in sentence.nodes:
            if node.lemma in SAYING and node.is_verb:
                subject = node.first("nsubj")
                if subject is not None and subject.low not in FIRST:
                    found = [party.actor for party in resolver.parties(subject) if party.code]
                    if found:
                        self.speaker = found
                        return

    def _learn_sets(self, sentence: Sentence) -> None:
        previous = None
        for span, name, node in sentence.names:
            if not name.code:
                previous = None
                continue
            if name.kind in STATES_ONLY or name.kind in ("SEAT", "LEADER"):
                self.counts[name.code] += 1
            if name.kind in STATES_ONLY:
                self._learn_state(Actor(code=name.code, name=name.name, how="actor.last_state"))
                self.last_state = (
                    Actor(code=name.code, name=name.name, how="actor.last_state")
                    if node.dep in ("nsubj", "nsubjpass", "poss") or self.last_state is None
                    else self.last_state
                )
                if previous is not None and span.start - previous[0].end == 1 and previous[1].code != name.code:
                    self.add_set((previous[1].code, name.code))
            previous = (span, name)
        for node in sentence.nodes:
            if node.dep in ("pobj", "nsubj", "dobj", "poss", "nsubjpass", "conj", "amod", "ROOT", "appos", "compound"):
                members = conjuncts(node) if node.dep != "conj" else [node]
                codes = [
                    member.name.code
                    if member.name is not None
                    and member.name.code
                    and member.name.kind in STATES_ONLY | {"SEAT", "LEADER"}
                    else self._known_code(member)
                    for member in members
                ]
                if len(members) in (2, 3, 4) and all(codes) and len(set(codes)) == len(members):
                    self.add_set(tuple(code for code in codes if code))
            if node.lemma in (
                "relation",
                "tie",
                "relationship",
                "dispute",
                "row",
                "alliance",
                "war",
                "conflict",
                "rift",
                "feud",
                "talks",
                "talk",
            ):
                self._learn_relation(node)

    def _learn_state(self, state: Actor) -> None:
        self.states = [known for known in self.states[-HISTORY:] if known.code != state.code]
        self.states.append(state)

    def _known_code(self, node: Node) -> str | None:
        known = self.persons.get(node.text) if node.tag == "NNP" else None
        return known.code if known is not None else None

    def _learn_relation(self, node: Node) -> None:
        owner = node.first("poss")
        for kid in node.below("prep"):
            other = kid.first("pobj")
            if (
                (
                    kid.low == "with"
                    and owner is not None
                    and other is not None
                    and owner.name is not None
                    and other.name is not None
                )
                and owner.name.code
                and other.name.code
                and owner.name.code != other.name.code
            ):
                self.add_set((owner.name.code, other.name.code))

    def add_set(self, codes: tuple[str, ...]) -> None:
        """Remember states that stood together, as parties of an event or in a coordination."""
        codes = tuple(dict.fromkeys(code for code in codes if code and code not in BODIES))
        if len(codes) >= 2:
            self.sets.append(codes)
            del self.sets[:-HISTORY]

    def add_act(self, actors: Iterable[Party], recipients: Iterable[Party]) -> None:
        """Remember who acted towards whom, so that an answer finds its address."""
        self.acts.append((tuple(party.actor for party in actors), frozenset(party.code for party in recipients)))
        del self.acts[:-HISTORY]

    def addressed(self, code: str, noun: str = "", *, address: bool = False) -> list[Actor]:
        """Who acted last, or, with `address`, who acted last towards a party.

        For `Ankara rejected the claim` after a claim about Ankara, and `Seoul condemned the launch`.
        """
        if noun in CLAIMS and self.acts and code in self.acts[-1][1]:
            others = [actor for actor in self.acts[-1][0] if actor.code and actor.code != code]
            if others:
                return [_implied(actor, "actor.answer") for actor in others]
        if noun in CLAIMS and any(actor.code and actor.code != code for actor in self.speaker):
            return [_implied(actor, "actor.answer") for actor in self.speaker if actor.code != code]
        for actors, recipients in reversed(self.acts[-NEAR_ACTS:]):
            others = [actor for actor in actors if actor.code and actor.code != code]
            if others and (code in recipients or not address):
                return [_implied(actor, "actor.answer") for actor in others]
        return []

    def two_sides(self, code: str) -> list[Actor]:
        """The last two states that stood together, another than a party that steps between them."""
        for members in reversed(self.sets):
            if len(members) == PAIR and code not in members:
                return [self._group_actor(member) for member in members]
        return []

    def opponent(self, code: str) -> list[Actor]:
        """With whom a state stood together last: whom an act without an address is meant for."""
        for members in reversed(self.sets):
            if len(members) == PAIR and code in members:
                return [
                    Actor(code=other, sectors=("GOV",), implied=True, how="actor.opponent")
                    for other in members
                    if other != code
                ]
        return []

    def close(self, sentence: Sentence, resolver: Resolver) -> None:
        """Remember the subjects of a sentence, after it was coded."""
        root = next((node for node in sentence.nodes if node.dep == "ROOT"), None)
        if root is None:
            return
        subject = root.first("nsubj", "nsubjpass")
        inner = root.first("ccomp")
        if inner is not None and inner.first("nsubj", "nsubjpass") is not None and root.lemma in SAYING:
            subject = inner.first("nsubj", "nsubjpass")
        if subject is None or subject.low in PLURAL:
            return
        found = [party.actor for party in resolver.parties(subject) if party.code]
        if len(found) > 1 or (found and subject.tag in ("NNS", "NNPS")):
            self.subjects = found


def _surname(name: str, code: str) -> str:
    """The part of a full name that stands for the person later on."""
    parts = name.split() or [name]
    return parts[0] if "-" in parts[-1] or code in SURNAME_FIRST else parts[-1]


def _implied(actor: Actor, how: str) -> Actor:
    return attrs.evolve(actor, implied=True, how=how)


def _full_name(node: Node) -> str:
    words = [kid for kid in node.kids if kid.dep in ("compound", "nmod", "punct") and kid.i < node.i]
    run: list[Node] = [node]
    for kid in sorted(words, key=lambda word: -word.i):
        if (
            kid.i == run[-1].i - 1
            and kid.name is None
            and (kid.tag in ("NNP", "HYPH", "IN") or kid.text == "-")
            and not is_agentive(kid)
        ):
            run.append(kid)
        else:
            break
    text = ""
    for word in reversed(run):
        text += word.text if not text or text.endswith("-") or word.text == "-" else f" {word.text}"
    return text.strip("- ")


def _title(node: Node) -> str:
    """The words in small letters between a nationality and a name: `foreign minister`."""
    words = [kid for kid in node.subtree() if kid.i < node.i and kid.tag[0] in "NJIC" and kid.name is None]
    last = -1
    for position, word in enumerate(words):
        if is_agentive_low(word.low):
            last = position
    if last < 0:
        for kid in node.below("appos"):
            before = [
                word.low for word in kid.subtree() if word.i <= kid.i and word.name is None and word.tag[0] in "NJI"
            ]
            if is_agentive_low(kid.low):
                return " ".join(before)
        return ""
    return " ".join(word.low for word in words[: last + 1])


def is_agentive_low(low: str) -> bool:
    """Whether a word in small letters is a title or a noun for a person."""
    known = sector_of(low)
    return (known is not None and known[1] == "person") or low in ("state", "defense", "defence")


def _is_titled(node: Node) -> bool:
    """Whether modifiers of a name can tell its country: `Japanese Foreign Minister Aoki`, not `Japan Airlines`."""
    return bool(_title(node)) or node.first("appos") is not None or any(kid.dep == "amod" for kid in node.kids)


def _is_reported(node: Node) -> bool:
    """Whether the word stands in what someone says."""
    return any(above.lemma in SAYING and above.is_verb for above in node.ancestors())


def _title_of_state(node: Node, sentence: Sentence) -> str | None:
    """The state of `Minister of Fisheries of Malta` Ann Borg, however it was parsed."""
    place = node.i - sentence.nodes[0].i
    nodes = sentence.nodes
    if not 0 <= place < len(nodes) or nodes[place] is not node:
        return None
    first = place
    while first > max(0, place - MOST_NAMES) and nodes[first - 1].tag == "NNP" and nodes[first - 1].name is None:
        first -= 1
    state = nodes[first - 1].name if first else None
    start = first
    while start and state is not None and nodes[start - 1].name is state:
        start -= 1
    if state is None or start == 0 or nodes[start - 1].low not in ("of", "for"):
        return None
    titled = any(is_agentive_low(before.low) for before in nodes[max(0, start - TITLE_WORDS) : start])
    return state.code if titled else None


def _acting_codes(node: Node) -> set[str]:
    """Who does what a group is the object of."""
    for above in node.ancestors():
        if above.is_verb:
            subject = above.first("nsubj")
            if subject is None:
                continue
            return {member.name.code for member in conjuncts(subject) if member.name is not None and member.name.code}
    return set()


def _owner_code(node: Node) -> str | None:
    for kid in node.kids:
        if kid.dep in ("poss", "amod", "compound", "nmod") and kid.name is not None and kid.name.code:
            return kid.name.code
    return None


def _has_name(node: Node) -> bool:
    return any(kid.name is not None and kid.name.code for kid in node.kids)


def parties_codes(parties: Iterable[Party]) -> tuple[str, ...]:
    """Codes of some parties, in order."""
    return tuple(party.code for party in parties)
