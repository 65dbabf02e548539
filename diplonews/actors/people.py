"""Persons and offices of an article: introduced by title and country, meant by a surname or a noun later."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import attrs

from diplonews.actors.history import History
from diplonews.actors.resolve import Resolver, is_agentive
from diplonews.actors.titles import (
    full_name,
    is_titled,
    noun_before,
    owner_code,
    state_before,
    state_of_title,
    surname,
    title,
    title_word,
)
from diplonews.lexicons.actornames import sector_of
from diplonews.lexicons.tables import Row, Tables
from diplonews.lexicons.wordsets import WordSet
from diplonews.model import Actor
from diplonews.syntax.blocks import Sentence
from diplonews.syntax.tokens import Token

__all__ = ["People"]

TITLE_SECTORS = frozenset(("GOV", "LEG", "MIL"))
OFFICES = WordSet("people.offices")
MOST_WORDS = 12
LONGEST_TITLE = 6


def _faces(token: Token, home: str) -> bool:
    """Whether someone of home is the subject where the name is an object: `Modi met President Solih`."""
    for above in token.ancestors():
        subject = above.first("nsubj") if above.is_verb else None
        if subject is not None and subject is not token:
            return subject.name is not None and subject.name.code == home
    return False


def _in_office(row: Row, day: date | None) -> bool:
    if day is None:
        return True
    return not ((row["from"] and day < row["from"]) or (row["until"] and day > row["until"]))


class People:
    """Persons by their names and nouns, and whose a title without a country is.

    Args:
        home: code of the country whose outlet it is, or None; whose `Foreign Minister` needs no
            country.
        filed: code of the country that the article was filed in, or None; whose minister a bare
            `Foreign Minister` is where no outlet tells.
        tables: the tables in use.
        history: the states named so far.
        day: of the article; who held an office then.

    Attributes:
        by_name: persons by the words that may stand for them.
        by_noun: who was last meant by a noun, such as `minister` or `report`.
        last: the person who was mentioned last, or None.
        lead: code of the state that a first sentence is about, or None.
        topic: the person who was the subject of the sentence before, or None.
        stranger: the character where the last such subject stands, if it is a person of whom nothing is known.
    """

    def __init__(
        self, home: str | None, filed: str | None, tables: Tables, history: History, day: date | None = None
    ) -> None:
        self.home = home
        self.filed = filed
        self.tables = tables
        self.history = history
        self.day = day
        self.by_name: dict[str, Actor] = {}
        self.by_noun: dict[str, Actor] = {}
        self.last: Actor | None = None
        self.lead: str | None = None
        self.topic: Actor | None = None
        self.stranger: int | None = None
        self._named_at = -1
        self._speaking: str | None = None
        self._titles: dict[str, str] = {row["title"]: row["code"] for row in tables["offices"].rows}

    def prepare(self, sentences: Iterable[Sentence]) -> None:
        """Look over the whole article first: whose ministry speaks without its country being named."""
        if self.home is not None:
            return
        ministries = (token for sentence in sentences for token in sentence.tokens if token.lemma == "ministry")
        owners = {owner_code(token) for token in ministries} - {None}
        if len(owners) == 1:
            self._speaking = owners.pop()

    def is_stranger(self, place: int) -> bool:
        """Whether `he` at a character stands for somebody unknown: no known person was named in between."""
        return self.stranger is not None and not self.stranger < self._named_at < place

    def home_of(self, words: str) -> str | None:
        """Whose a title or an office without a country is; Washington has no `foreign minister`."""
        filed = None if self.filed == "USA" and "minister" in words else self.filed
        return self.home or filed or self._speaking or self.lead

    def find(self, token: Token) -> list[Actor]:
        """Who a name without a country is: known from before, or by a title."""
        known = self.by_name.get(token.text)
        if known is not None:
            return [attrs.evolve(known, how="actor.known_person")]
        code = self._title_code(token)
        if code is None:
            return []
        return [Actor(code=code, sectors=("GOV",), name=full_name(token), role=title(token) or None, how="actor.title")]

    def learn_person(self, token: Token, resolver: Resolver, sentence: Sentence, owned: str | None) -> None:
        """Remember the person that a name ends with; `resolver` must not look back.

        Args:
            token: the last word of the name.
            resolver: reads the country off the phrase.
            sentence: where it stands.
            owned: the state of `its foreign minister`, where the article said before whose.
        """
        named = token.name
        if named.kind != "LEADER" if named is not None else sector_of(token.lemma, self.tables) is not None:
            return
        known = self.by_name.get(token.text)
        actor = self._read_person(token, resolver, sentence, owned)
        if actor is not None or known is not None:
            self._named_at = token.start
        if actor is None:
            self.last = known or self.last
            return
        for key in {token.text, surname(actor.name or "", actor.code)}:
            before = self.by_name.get(key)
            if before is None or len(actor.name or "") >= len(before.name or ""):
                self.by_name[key] = actor
        self.last = actor if known is None else self.by_name[token.text]

    def _read_person(self, token: Token, resolver: Resolver, sentence: Sentence, owned: str | None) -> Actor | None:
        if token.name is not None:
            named = token.name
            return Actor(code=named.code, sectors=("GOV",), name=named.name, role=named.role, how="actor.leader")
        head = self.phrase_head(token, sentence)
        own = [party for party in resolver.single(head, 2) if party.code]
        own = own if head is not token or is_titled(token) else []
        code = own[0].code if own else owned or state_of_title(token, sentence) or state_before(token, sentence)
        if code is None and token.text not in self.by_name:
            code = self._title_code(token)
        if code is None:
            return None
        return Actor(code=code, sectors=("GOV",), name=full_name(token), role=title(token) or None, how="actor.person")

    def phrase_head(self, token: Token, sentence: Sentence) -> Token:
        """The noun that tells a person's country: `counterpart` of `his Danish counterpart Ole Friis`."""
        if token.dep == "appos" and is_agentive(token.head, self.tables):
            return token.head
        return noun_before(token, sentence, self.tables) or token

    def learn_noun(self, token: Token, resolver: Resolver) -> None:
        """Remember who `the minister` or `the report` is; `resolver` must not look back."""
        own = [party for party in resolver.single(token, 2) if party.code]
        if own and (token.first("amod", "compound", "poss", "nmod") is not None or own[0].token is token):
            self.by_noun[token.lemma] = own[0].actor
            if token.lemma not in OFFICES:
                self.last = own[0].actor
        elif token.lemma == "report" and own:
            self.by_noun["report"] = own[0].actor

    def _title_code(self, token: Token) -> str | None:
        """The state of a title that only one state has, or of a bare minister in a national outlet."""
        own = self._unique_title(token)
        if own is not None:
            return own
        words = title(token)
        if not words or (token.first("appos") is not None and not any(title_word(kid.low) for kid in token.kids)):
            return None
        sector = sector_of(words.split()[-1], self.tables)
        home = self.home_of(words) if sector is not None and sector[0] in TITLE_SECTORS else None
        if home is not None and _faces(token, home) and self._is_anothers(home, words, token):
            return self.history.partner(home) or home
        return home

    def _is_anothers(self, home: str, words: str, token: Token) -> bool:
        """Whether an office at home is known to be held by someone of another name: `President Solih` in Delhi."""
        holders = [
            part
            for row in self.tables["leaders"].rows
            if row["code"] == home and row["office"] == words and _in_office(row, self.day)
            for name in row["name"]
            for part in name.lower().split()
        ]
        return bool(holders) and token.low not in holders

    def _unique_title(self, token: Token) -> str | None:
        """The state of a title that no other state has."""
        words = [word.low for word in token.before() if word.name is None][-MOST_WORDS:]
        for size in range(min(len(words), LONGEST_TITLE), 0, -1):
            for first in range(len(words) - size + 1):
                code = self._titles.get(" ".join(words[first : first + size]))
                if code is not None:
                    return code
        return self._appositive_code(token)

    def _appositive_code(self, token: Token) -> str | None:
        for kid in token.below("appos"):
            words = " ".join(inner.low for inner in kid.subtree()[:MOST_WORDS])
            for words_of_title, code in self._titles.items():
                if words_of_title in words:
                    return code
        return None
