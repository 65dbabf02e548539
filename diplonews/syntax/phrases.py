"""The extent of noun phrases and prepositional phrases, and the words that belong to them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diplonews.syntax.tokens import Token

if TYPE_CHECKING:
    from diplonews.syntax.blocks import Block, Range

__all__ = [
    "coordinated",
    "describes",
    "governed",
    "is_adjunct",
    "is_clausal",
    "is_predicate",
    "noun_phrase",
    "prepositions",
]

LONGEST_CLAUSE = 60  # tokens; a longer one is left out of the noun phrase that it describes
CLAUSES = frozenset(("relcl", "advcl", "ccomp", "parataxis", "dep"))
DEPENDENT = frozenset(("acl", "ccomp", "advcl", "relcl"))
PREDICATES = frozenset(("VB", "VBP", "VBZ", "MD"))
ADJUNCTS = frozenset(("prep", "npadvmod", "advmod", "advcl"))
QUESTION_TAGS = frozenset(("WP", "WDT", "WRB", "IN"))


def governed(preposition: Token) -> Token | None:
    """The noun, or the verb in `-ing`, that a preposition governs, or None."""
    return preposition.first("pobj", "pcomp")


def prepositions(word: Token) -> list[Token]:
    """The prepositions and particles that depend on a word, in order."""
    return word.below("prep", "dative", "prt")


def coordinated(word: Token) -> tuple[Token, ...]:
    """The words joined to a first one by `and`, `or` or a comma, in order."""
    return tuple(word.below("conj"))


def describes(verb: Token) -> Token | None:
    """The noun that a participle, an infinitive or a relative clause describes: `report` of `a report saying`."""
    return verb.head if verb.dep in ("acl", "relcl") and verb.head.is_noun else None


def is_clausal(word: Token) -> bool:
    """Whether a word heads a clause that depends on another word."""
    return word.dep in DEPENDENT


def is_predicate(word: Token) -> bool:
    """Whether a word can only continue with a clause: a verb in the present or the base form, a modal."""
    return word.tag in PREDICATES


def is_adjunct(token: Token) -> bool:
    """Whether a word heads a phrase or clause of time, place or manner."""
    return token.dep in ADJUNCTS


def _is_long_clause(token: Token) -> bool:
    """Whether a word heads a clause that is too long to be part of a noun phrase."""
    return token.dep in CLAUSES and token.right - token.left > LONGEST_CLAUSE


def _before_verb(block: Block, head: Token, last: int) -> int:
    """The end of a phrase before the verb of its clause, misattached to it by the parser: `Holm Olsen said so`."""
    for token in block.tokens[head.i + 1 : last]:
        if token.tag in QUESTION_TAGS or token.text == ",":
            break
        if token.tag in ("VBD", "VBZ") and token.dep not in ("relcl", "acl", "amod"):
            return token.i
    return last


def _cut_quotation(block: Block, head: Token, first: int, last: int) -> int:
    """The end of a phrase before a quotation that reaches further than the phrase."""
    for token in block.tokens[head.i : last]:
        if token.quoted >= 0 and token.quoted != head.quoted:
            start, end = block.ranges[token.quoted]
            if start < first or end > last:
                return token.i
    return last


def noun_phrase(block: Block, head: Token, *, bounds: Range, avoid: Token | None = None) -> Range:
    """The whole noun phrase of a head, with its appositives and relative clauses, inside `bounds`.

    Args:
        block: the block of the head.
        head: its head noun.
        bounds: the tokens that it may use.
        avoid: a token that it must not include.
    """
    first = last = head.i
    for kid in head.kids:
        if kid.dep != "punct" and not _is_long_clause(kid):
            first, last = min(first, kid.left), max(last, kid.right)
    last += 1
    if avoid is not None and first <= avoid.i < last:
        first, last = (avoid.i + 1, last) if avoid.i < head.i else (first, avoid.i)
    first, last = max(first, bounds[0]), _before_verb(block, head, min(last, bounds[1]))
    while head.quoted < 0 and first < head.i and block[first].quoted >= 0:
        first += 1
    last = _cut_quotation(block, head, first, last)
    piece = block.trim((min(first, head.i), max(last, head.i + 1)))
    return piece if piece[0] < piece[1] else (head.i, head.i + 1)
