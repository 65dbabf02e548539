"""Attributions by a noun or adjective: `her claim that ...`, `made a pledge to ...`, `is critical of ...`."""

from __future__ import annotations

import attrs

from diplonews.lexicons.reporting import Reporting, adjective_entries, copulas, light_verbs, noun_entries
from diplonews.lexicons.speakers import speaker_words
from diplonews.quotes.attribution import Attribution
from diplonews.quotes.cues import NOBODY, in_order, is_blow, is_real
from diplonews.quotes.sources import subject
from diplonews.syntax.blocks import Block, Range
from diplonews.syntax.clauses import clause_of
from diplonews.syntax.nouns import phrase_of
from diplonews.syntax.phrases import governed, is_clausal, noun_phrase, prepositions
from diplonews.syntax.tokens import Token

__all__ = ["Complement", "find_nouns", "noun_content"]

INSIDE = frozenset(("prep", "pobj", "dobj", "conj"))
MADE = frozenset(("make", "makes", "made", "making"))
FIRST_PERSON = frozenset(("my", "our", "your", "its", "this", "that"))


@attrs.frozen(kw_only=True)
class Complement:
    """The complement of a reporting noun or adjective.

    Attributes:
        content: its tokens.
        frame: the kind of complement: `that`, `to`, or the preposition.
        preposition: the preposition that joins it, or None.
    """

    content: Range
    frame: str
    preposition: Token | None = None


def noun_content(block: Block, noun: Token) -> Complement | None:
    """The complement of a reporting noun; None for other words."""
    entry = noun_entries().get(noun.low)
    return _complement(block, noun, entry) if entry is not None else None


def _complement(block: Block, word: Token, entry: Reporting) -> Complement | None:
    """The complement of a noun or adjective in one of its frames, or None."""
    following = block[word.right + 1] if word.right + 1 < len(block) else None
    beside = [following] if following is not None and following in prepositions(word.head) else []
    for kid in (*word.kids, *beside):
        if kid.i <= word.i:
            continue
        if is_clausal(kid) or clause_of(kid).is_infinitive:
            if "that" in entry.frames and clause_of(kid).opens_with(("that",)):
                return Complement(content=kid.extent, frame="that")
            if "to" in entry.frames and clause_of(kid).is_infinitive:
                return Complement(content=kid.extent, frame="to")
        elif kid.is_preposition and kid.low in entry.prepositions:
            inner = governed(kid)
            if inner is not None and inner.low not in speaker_words("calendar"):
                return Complement(content=inner.extent, frame=kid.low, preposition=kid)
    return None


def _possessor(noun: Token, owner: Token) -> Token:
    """The noun's owner; `his` in `Holm defended his claim` is replaced by the subject of the clause."""
    if not phrase_of(noun).is_owned:
        return owner
    *_, verb = noun.head.chain(*INSIDE)
    found, _ = subject(verb)
    return found if found is not None and found.i < noun.i and found.is_noun else owner


def _source(noun: Token) -> tuple[Token, list[Token]] | None:
    """The maker of the claim: the possessor, `by ...`, or the subject of a verb that carries the noun."""
    owner = phrase_of(noun).possessor
    if owner is not None:
        return None if owner.low in FIRST_PERSON else (_possessor(noun, owner), [])
    for preposition in prepositions(noun):
        inner = governed(preposition)
        if preposition.low in ("by", "from") and inner is not None and inner.is_noun:
            return inner, []
    verb = noun.head
    if verb.low in light_verbs() and noun in clause_of(verb).objects:
        found, leading = subject(verb)
        if found is not None and found.is_noun:
            return found, [verb, *leading]
    return None


def _attribution(
    block: Block, entry: Reporting, word: Token, head: Token, leading: list[Token], found: Complement
) -> Attribution | None:
    """The attribution of a noun or adjective with its source and its content, unless they overlap."""
    piece = block.trim(found.content)
    if piece[0] >= piece[1] or piece[0] <= head.i < piece[1]:
        return None
    joined = [found.preposition] if found.preposition is not None else []
    return Attribution(
        block=block,
        rule=f"noun.{found.frame}",
        row=entry.id,
        head=word,
        category=entry.category,
        cue=in_order([word, *leading, *joined]),
        subject=head,
        source=noun_phrase(block, head, bounds=block.sentence(head), avoid=word),
        content=[(block, piece)],
    )


def _of_noun(block: Block, noun: Token, entry: Reporting) -> Attribution | None:
    """The attribution of a reporting noun."""
    found, source = _complement(block, noun, entry), _source(noun)
    if found is None or source is None:
        return None
    target = governed(found.preposition) if found.preposition is not None else None
    if is_blow(entry.lemma, source[0], target):
        return None
    return _attribution(block, entry, noun, *source, found)


def _of_adjective(block: Block, word: Token, entry: Reporting) -> Attribution | None:
    """The attribution of an adjective that a verb joins to its subject: `she is sure that ...`."""
    verb = word.head
    if (
        word not in (*clause_of(verb).predicates, *clause_of(verb).complements)
        or verb.low not in copulas()
        or not is_real(verb)
    ):
        return None
    if verb.low in MADE and word.low != "clear":
        return None
    head, leading = subject(verb)
    if head is None or head.i > word.i or head.low in NOBODY:
        return None
    found = _complement(block, word, entry)
    if found is None and "that" in entry.frames:
        clauses = [kid for host in (word, verb) for kid in clause_of(host).content_clauses if kid.i > word.i]
        found = Complement(content=clauses[0].extent, frame="that") if clauses else None
    return _attribution(block, entry, word, head, [verb, *leading], found) if found is not None else None


def find_nouns(block: Block) -> list[Attribution]:
    """The attributions by a noun or a predicative adjective in one block, outside quotations."""
    nouns, adjectives = noun_entries(), adjective_entries()
    attributions = []
    for token in block.tokens:
        found = None
        if token.quoted >= 0:
            continue
        if token.low in nouns and token.is_word_noun and not token.is_proper:
            found = _of_noun(block, token, nouns[token.low])
        elif token.low in adjectives:
            found = _of_adjective(block, token, adjectives[token.low])
        if found is not None:
            attributions.append(found)
    return attributions
