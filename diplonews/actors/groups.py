"""The states behind group words and epithets: `both sides`, `the island nation`, `its neighbour`."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from diplonews.actors.origin import epithets
from diplonews.actors.relations import implied
from diplonews.actors.resolve import RELATIVE_NOUNS
from diplonews.lexicons.tables import Tables, per_tables
from diplonews.lexicons.wordsets import WordSet
from diplonews.model import Actor
from diplonews.syntax.reference import (
    acting_codes,
    acts_itself,
    descriptions,
    group_size,
    is_definite,
    is_reported,
    subject_codes,
)
from diplonews.syntax.tokens import Token

if TYPE_CHECKING:
    from diplonews.actors.discourse import Discourse

__all__ = ["Groups"]

OWNERS = frozenset(("its", "their"))
PEOPLE = WordSet("groups.people")
LEADERS = WordSet("groups.leaders")
PAIR = 2
BACKED = WordSet("groups.backed")
STATES = WordSet("discourse.states")
VAGUE = WordSet("groups.vague")


class Groups:
    """The states that group words of an article refer to.

    Args:
        discourse: the discourse of the article.
        home: code of the outlet's country, or None.
    """

    def __init__(self, discourse: Discourse, home: str | None) -> None:
        self.discourse = discourse
        self._home = home
        self._epithets = epithets()
        self._ends = _ends()

    def group(self, token: Token) -> list[Actor]:
        """The states that a counted noun refers to: `the two`, `both sides`, `its three neighbours`."""
        size = group_size(token)
        if size is None:
            return self.discourse.relations.met(self.discourse.at(token), set()) if _is_bare(token) else []
        now = self.discourse.at(token)
        described = self._described(token)
        if len(described) == size:
            return [Actor(code=code, sectors=("GOV",), implied=True, how="actor.epithet") for code in described]
        modifiers = {
            kid.name.code
            for kid in token.kids
            if kid.name is not None and kid.name.code and kid.dep in ("amod", "compound", "poss", "nmod")
        }
        owner: set[str] = set()
        if token.owner is not None:
            owner |= {actor.code for actor in self.discourse.pronoun(token.owner)} | subject_codes(token.owner)
        known = modifiers | owner | self._suffering(token)
        acting = acting_codes(token) if token.is_object else set()
        reported, acts = is_reported(token), acts_itself(token)
        found = self.discourse.relations.met(now, known | acting) if size == PAIR and _is_of_people(token) else []
        if not found and acting - known:
            found = self.discourse.relations.together(
                now, size, known | acting, modifiers | acting, reported=reported, acts=acts
            )
        return found or self.discourse.relations.together(now, size, known, modifiers, reported=reported, acts=acts)

    def epithet(self, token: Token) -> list[Actor]:
        """The state that a description refers to: `the North`, `the island nation`."""
        if token.tag[0] != "N" or _end(token.lemma) not in self._ends or not is_definite(token):
            return []
        if any(kid.tag == "NNP" and kid.name is None for kid in token.below("compound")):
            return []  # `the Blue Harbor bloc`
        for words in descriptions(token):
            codes = self._epithets.get(words)
            if not codes:
                continue
            if token.tag == "NNPS":  # `the two Koreas`: all of them
                return [Actor(code=code, sectors=("GOV",), implied=True, how="actor.epithet") for code in codes]
            acting = acting_codes(token) if token.is_object else set()
            sure = len(codes) == 1 and token.low not in BACKED
            known = [code for code in codes if (self.discourse.named()[code] or sure) and code not in acting]
            if known:
                counts = self.discourse.relations.counts(self.discourse.at(token))
                best = max(known, key=counts.__getitem__)
                return [Actor(code=best, implied=True, how="actor.epithet")]
        return []

    def other_side(self, token: Token) -> list[Actor]:
        """`its neighbour`, `its close ally`: the state mentioned together with the owner, or named most beside it."""
        owner = token.owner if token.tag == "NN" and token.lemma in RELATIVE_NOUNS else None
        if owner is None or owner.low not in OWNERS:
            return []
        codes = subject_codes(owner) or {actor.code for actor in self.discourse.pronoun(owner)[:1]}
        for code in codes:
            found = self.discourse.opponent(token, code) if token.lemma != "ally" else []
            home = self._home if self._home != code else None
            partner = home or self.discourse.relations.partner(self.discourse.at(token), code)
            if not found and partner is not None:
                found = [Actor(code=partner, sectors=("GOV",))]
            return [implied(actor, "actor.other_side") for actor in found]
        return []

    def delegates(self, token: Token) -> list[Actor]:
        """The states of a region (`African leaders`) that the article names, together with people who act for them.

        Empty for `European leaders`, who meet as the EU, and for `ASEAN ministers`, who meet as the body.
        """
        vague = any(kid.low in VAGUE for kid in token.kids)
        if vague or not token.is_plural or (token.lemma not in PEOPLE and token.lemma not in STATES):
            return []
        words = descriptions(token)[0].split()[:-1]  # `west african foreign`
        regions = [" ".join(words[i:j]) for i, j in combinations(range(len(words) + 1), 2)]
        regions.sort(key=len, reverse=True)
        states = (self._epithets.get(f"{region} state", ()) for region in regions if region != "european")
        codes = next(filter(None, states), ())
        if not codes:  # each further `envoys` of a long text would go through all that the text names
            return []
        named = self.discourse.named()
        acting = {self.discourse.code(one) for one in self.discourse.entities.entities if one.name is not None}
        return [
            Actor(code=code, sectors=("GOV",), implied=True, how="actor.delegates")
            for code in codes
            if named[code] and code in acting
        ]

    def _described(self, token: Token) -> list[str]:
        """The states named so far that an adjective fits: `the two communist neighbours`."""
        for words in descriptions(token):
            region = words.rpartition(" ")[0]
            codes = self._epithets.get(f"{region} state") or self._epithets.get(f"{region} country") or ()
            if codes:
                return [code for code in codes if self.discourse.relations.counts(self.discourse.at(token))[code]]
        return []

    def _suffering(self, token: Token) -> set[str]:
        """The recipient, if the group is the agent: `it was condemned by all three`."""
        subject = token.head.head.first("nsubjpass") if token.head.dep == "agent" else None
        if subject is None:
            return set()
        if subject.tag == "PRP":
            return {actor.code for actor in self.discourse.pronoun(subject)}
        return {subject.name.code} if subject.name is not None else set()


def _end(words: str) -> str:
    """The last part of some words, at a blank or a hyphen."""
    return words.rpartition(" ")[2].rpartition("-")[2]


@per_tables
def _ends(_: Tables) -> frozenset[str]:
    """How descriptions of states end: a noun that ends otherwise needs no look at the words before it."""
    return frozenset(map(_end, epithets()))


def _is_bare(token: Token) -> bool:
    """`the ministers`, without an owner: the ministers who met."""
    return token.is_plural and token.lemma in LEADERS and [kid.low for kid in token.kids] == ["the"]


def _is_of_people(token: Token) -> bool:
    """Whether a counted noun may refer to persons: `the two leaders`, `both`."""
    return token.lemma in PEOPLE or not token.is_word_noun
