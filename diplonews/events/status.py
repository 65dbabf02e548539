"""Whether an event happened: the status rows, applied to the words beside and above the event.

The words of the event's own clause are read first, then those that govern it, from the nearest upwards.
Each word is read once, by the last row of the table that fits. If there are several readings, the strongest counts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

import attrs

from diplonews.lexicons.actornames import sector_of
from diplonews.lexicons.conditions import Condition
from diplonews.lexicons.status import ANY, THROUGH, RowsByCue, StatusRow, status_index
from diplonews.lexicons.wordsets import WordSet
from diplonews.model import EventStatus
from diplonews.syntax.bonds import Bond, bonds
from diplonews.syntax.clauses import clause_of
from diplonews.syntax.moods import has_to
from diplonews.syntax.nouns import phrase_of
from diplonews.syntax.patterns import CLAUSE_TESTS
from diplonews.syntax.tokens import Token

__all__ = ["Standing", "assess", "check", "conditions_of", "is_refusing", "is_reversed"]

DENY = WordSet("status.deny")
REFUSE = WordSet("status.refuse")
ORDER = (EventStatus.DENIED, EventStatus.NEGATED, EventStatus.HYPOTHETICAL, EventStatus.PLANNED, EventStatus.CLAIMED)


@attrs.frozen(kw_only=True, eq=False)
class Standing:
    """The status of an event, and the cues beside and above it that decided.

    Attributes:
        status: the strongest reading.
        cues: the words that decided, in the order found.
        rule: id of the row that decided.
        read: ids of all rows that read a word for the event, in reading order.
    """

    status: EventStatus
    cues: tuple[Token, ...] = ()
    rule: str = "status.actual"
    read: tuple[str, ...] = ()

    @property
    def told(self) -> str:
        """The row that decided and its cues: `status.plan (plans)`."""
        return f"{self.rule} ({' '.join(cue.text for cue in self.cues)})"

    @property
    def family(self) -> str:
        """The first two parts of the rule's id: `status.plan` of `status.plan.noun`."""
        return ".".join(self.rule.split(".")[:2])


@attrs.frozen(kw_only=True, eq=False)
class Cue:
    """A word that a status row may read.

    Attributes:
        token: the word.
        event: the event's word.
        below: the word of the event's clause that the cue is beside or governs.
        links: its part of the clause, or how it governs the lower word.
        bond: the bond to the lower word, or None if the cue is beside that word.
        words: what its row may name it by: lemma, form, both with a particle or a preposition.
    """

    token: Token
    event: Token
    below: Token
    links: frozenset[str]
    bond: Bond | None = None

    def names(self, row: StatusRow) -> bool:
        """Whether a row has this word among its cues, in its part of speech."""
        token = self.token
        if row.pos and not POSITIONS[row.pos](token):
            return False
        if not row.cues or token.lemma in row.cues or token.low in row.cues:
            return True
        if self.bond is not None and token is self.bond.preposition:
            return any(f"{word.low} {token.low}" in row.cues for word in (self.bond.above, *token.kids))
        return any(f"{token.lemma} {kid.low}" in row.cues for kid in token.kids)


POSITIONS: dict[str, Callable[[Token], bool]] = {
    "v": lambda token: token.is_verb,
    "n": lambda token: token.is_word_noun,
    "a": lambda token: token.is_adjective,
    "p": lambda token: token.is_preposition,
}


def _no(cue: Cue, _: frozenset[str]) -> Token | None:
    """`no sign that`, `does not have plans to`."""
    return phrase_of(cue.token).denial


def _is_reported(cue: Cue, _: frozenset[str]) -> bool:
    """Whether a clause is in reported speech, or depends on another one."""
    clause = clause_of(cue.below)
    return clause.is_dependent or clause.reporter is not None


def _is_headline(cue: Cue, _: frozenset[str]) -> bool:
    """`Danish minister to visit Oslo`, `Denmark, Malta to hold talks: envoy`: an infinitive directly on the actor."""
    noun, clause = cue.token, clause_of(cue.below)
    top = noun.head if noun.dep in ("nmod", "compound") and noun.head.i > cue.below.i else noun
    return top.head is top and (noun.name is not None or sector_of(noun.lemma) is not None) and clause.is_infinitive


def _subject_is(cue: Cue, words: frozenset[str]) -> bool:
    """Whether a noun or its adjective is one of the words: `rumours`, `unconfirmed reports`."""
    subject = clause_of(cue.token).own_subject if cue.bond is not None else cue.token
    return subject is not None and any(
        word.lemma in words or word.low in words for word in (subject, *phrase_of(subject).adjectives)
    )


def _under(cue: Cue, words: frozenset[str]) -> Token | None:
    above = clause_of(cue.token).controller
    return above if above is not None and above.lemma in words else None


def _is_named(word: Token | None, words: frozenset[str]) -> bool:
    """Whether there is a word, and a condition names it or accepts any."""
    return word is not None and ("yes" in words or word.lemma in words)


CueTest = Callable[[Cue, frozenset[str]], "Token | bool | None"]
CUE_TESTS: dict[str, CueTest] = {
    "adjacent": lambda cue, _: cue.token.after is cue.below,
    "bare": lambda cue, _: clause_of(cue.below).is_base,
    "before": lambda cue, _: cue.below.i < cue.token.i,
    "below": lambda cue, words: cue.below.lemma in words,
    "head": lambda cue, words: cue.below.head.low in words,
    "headline": _is_headline,
    "if": lambda cue, _: CLAUSE_TESTS["if"](clause_of(cue.below), _),
    "inverted": lambda cue, _: ("order", cue.token) in clause_of(cue.token).moods,
    "inf": lambda cue, words: _is_named(clause_of(cue.token).open_infinitive, words),
    "mark": lambda cue, words: not words.isdisjoint(clause_of(cue.below).marks),
    "neg": lambda cue, _: clause_of(cue.token).negation,
    "next": lambda cue, words: cue.token.after is not None and cue.token.after.low in words,
    "no": _no,
    "nominal": lambda cue, _: not cue.event.is_verb,
    "obj": lambda cue, _: clause_of(cue.token).direct_object is not None,
    "past": lambda cue, _: clause_of(cue.token).is_past,
    "perfect": lambda cue, _: "have" in clause_of(cue.below).marks,
    "pred": lambda cue, words: next((kid for kid in clause_of(cue.token).predicates if kid.low in words), None),
    "prep": lambda cue, words: any(pobj.lemma in words for _, pobj in clause_of(cue.token).phrases),
    "reported": _is_reported,
    "subj": _subject_is,
    "to": lambda cue, _: has_to(cue.below),
    "too": lambda cue, _: next((kid for kid in cue.token.kids if kid.low == "too"), None),
    "under": _under,
}


def check(condition: Condition, cue: Cue) -> Token | bool:
    """The word that meets a condition, True if it is met without a particular word, or False."""
    for part in condition.parts:
        test = CUE_TESTS.get(part)
        found = test(cue, condition.words) if test else CLAUSE_TESTS[part](clause_of(cue.token), condition.words)
        if found:
            return found
    return False


def _fits(row: StatusRow, cue: Cue) -> list[Token] | None:
    """The words that a row reads, the cue first; None if it does not fit."""
    if not cue.names(row):
        return None
    words = [cue.token]
    for condition in row.needs:
        found = check(condition, cue)
        if not found:
            return None
        if isinstance(found, Token):
            words.append(found)
    if any(check(condition, cue) for condition in row.unless):
        return None
    return words


def _first(rows: RowsByCue, cue: Cue) -> tuple[StatusRow, list[Token]] | None:
    """The row that reads a cue, with the words it reads."""
    for row in _candidates(rows, cue):
        words = _fits(row, cue)
        if words is not None:
            return row, words
    return None


def _candidates(rows: RowsByCue, cue: Cue) -> Iterable[StatusRow]:
    """The rows for a word and its links, in order of rank."""
    token = cue.token
    words = (token.low,) if token.low == token.lemma else (token.low, token.lemma)
    found = [rows[word, link] for link in cue.links for word in words if (word, link) in rows]
    found = found or [rows[ANY, link] for link in cue.links if (ANY, link) in rows]
    return found[0] if len(found) == 1 else sorted({row for some in found for row in some}, key=_rank)


def _rank(row: StatusRow) -> int:
    return row.rank


class _Reader:
    """The readings of one event."""

    def __init__(self, event: Token) -> None:
        self.event = event
        self.index = status_index()
        self.read: set[Token] = set()
        self.found: dict[EventStatus, Standing] = {}
        self.rows: list[str] = []

    def add(self, rows: RowsByCue, cue: Cue) -> bool:
        """Read a cue, and return whether a row fits it."""
        fit = _first(rows, cue) if cue.token not in self.read else None
        if fit is None:
            return False
        row, words = fit
        self.rows.append(row.id)
        if row.near and cue.below is not self.event:
            return False
        self.read.update(words[1:] if cue.bond is not None else words)
        if row.status is not None:
            standing = Standing(status=row.status, cues=tuple(words), rule=row.id)
            self.found.setdefault(row.status, standing)
        return True

    def beside(self, word: Token) -> None:
        """Read the words that modify a clause from within."""
        for part, token in clause_of(word).moods:
            self.add(self.index.beside, Cue(token=token, event=self.event, below=word, links=frozenset((part,))))

    def climb(self) -> None:
        """Read the words above the event."""
        for bond in bonds(self.event):
            cues = _cues_of(bond, self.event)
            read = [self.add(self.index.above, cue) for cue in cues]
            if bond.loose and not any(read):
                return
            scope = _first(self.index.scope, cues[-1])
            if scope is not None:
                self.rows.append(scope[0].id)
                if scope[0].effect == THROUGH:
                    self.beside(bond.above)

    def strongest(self) -> Standing:
        """The strongest reading, or ACTUAL if there is none."""
        read = tuple(self.rows)
        standing = next((self.found[status] for status in ORDER if status in self.found), None)
        return attrs.evolve(standing, read=read) if standing else Standing(status=EventStatus.ACTUAL, read=read)


def _cues_of(bond: Bond, event: Token) -> list[Cue]:
    """The preposition of a bond, if there is one, and its governing word."""
    words = [bond.above] if bond.preposition is None else [bond.preposition, bond.above]
    return [Cue(token=word, event=event, below=bond.below, links=bond.links, bond=bond) for word in words]


def assess(event: Token) -> Standing:
    """The status of the event that a word names.

    Args:
        event: the verb, or the noun if it has no light verb.
    """
    reader = _Reader(event)
    reader.beside(event)
    reader.climb()
    return reader.strongest()


def conditions_of(row: StatusRow, token: Token, event: Token) -> list[tuple[str, bool]]:
    """Whether each condition of a row holds for a word and an event: its cue, its link, its needs and exceptions.

    If the word has none of the row's links to the event, the needs and exceptions are left out.
    """
    cues = [cue for cue in _cues_near(event) if cue.token is token]
    linked = [cue for cue in cues if not row.links.isdisjoint(cue.links) and (cue.bond is None) is row.beside]
    cue = (linked or [Cue(token=token, event=event, below=event, links=frozenset())])[0]
    found = [
        ("cue", cue.names(row)),
        (f"{'beside' if row.beside else 'above'}: {'|'.join(sorted(row.links))}", bool(linked)),
    ]
    if linked:
        found += [(condition.cell, bool(check(condition, cue))) for condition in row.needs]
        found += [(f"unless {condition.cell}", not check(condition, cue)) for condition in row.unless]
    return found


def _cues_near(event: Token) -> Iterator[Cue]:
    """All words beside an event and above it."""
    words = [event]
    for bond in bonds(event):
        yield from _cues_of(bond, event)
        words.append(bond.above)
    for word in words:
        for part, token in clause_of(word).moods:
            yield Cue(token=token, event=event, below=word, links=frozenset((part,)))


def is_refusing(verb: Token) -> bool:
    """Whether the verb says that its own subject will not do something: `ruled out sanctions`."""
    return verb.lemma in REFUSE and (verb.lemma != "rule" or "out" in clause_of(verb).marks)


def is_reversed(verb: Token) -> bool:
    """Whether a negative verb is negated itself: `did not deny`, `refused to rule out`."""
    if verb.lemma not in DENY and not is_refusing(verb):
        return False
    cue = Cue(token=verb, event=verb, below=verb, links=frozenset())
    return clause_of(verb).negation is not None or _under(cue, REFUSE.words) is not None
