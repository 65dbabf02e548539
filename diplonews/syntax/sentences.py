"""The sentences of a text, with lemmas from the tables and the known names in them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import pairwise

import attrs

from diplonews.lexicons.actornames import Name, find_names, sector_of
from diplonews.lexicons.triggers import trigger_index
from diplonews.lexicons.wordsets import WordSet
from diplonews.model.span import Span
from diplonews.syntax.blocks import Block, Sentence
from diplonews.syntax.repairs import mend_tags, mend_trees
from diplonews.syntax.tokens import Token

__all__ = ["is_stranger", "read_sentences"]

LISTED = frozenset(("appos", "compound", "nmod", "dep", "npadvmod"))
LISTABLE = frozenset(("NAME", "CAPITAL"))
FAMILY = WordSet("names.family")
GIVEN_NAMES = WordSet("names.given")
TAILS = WordSet("names.tails")
TONGUES = WordSet("names.tongues")
PAIR = 2  # words


def is_stranger(token: Token) -> bool:
    """Whether the word names a person who is not known from the tables or by title."""
    known = sector_of(token.lemma)
    if known is not None:
        return known == ("CVL", "person") and token.tag == "NN"
    return token.tag == "NNP" and token.name is None and not any(kid.low == "the" for kid in token.kids)


def _lemmatize(tokens: Sequence[Token]) -> None:
    index = trigger_index()
    mend_tags(tokens, index.verb_lemmas)
    for token in tokens:
        known = index.verb_lemmas if token.tag[0] == "V" or token.tag == "MD" else index.noun_lemmas
        if token.tag[0] in "VMN":
            token.lemma = known.get(_hyphenated(tokens, token), known.get(token.low, token.low))


def _hyphenated(tokens: Sequence[Token], token: Token) -> str:
    """The whole of a word that the tokenizer split at its hyphen: `sit-in`, `test-fired`."""
    if token.i < PAIR:
        return ""
    first, hyphen = tokens[token.i - 2], tokens[token.i - 1]
    joined = hyphen.text == "-" and first.end == hyphen.start and hyphen.end == token.start
    return f"{first.low}-{token.low}" if joined else ""


def _mark_names(tokens: Sequence[Token], text: str, offset: int, day: date | None) -> list[tuple[Span, Name, Token]]:
    marked = []
    position = 0
    names = find_names(text, day)
    starts = {found.start + offset for found, _ in names}
    for found, name in names:
        span = Span(found.start + offset, found.end + offset)
        while position < len(tokens) and tokens[position].end <= span.start:
            position += 1
        last = position
        words = []
        while last < len(tokens) and tokens[last].start < span.end:
            words.append(tokens[last])
            last += 1
        if not words:
            continue
        head = next((word for word in words if word.head not in words), words[-1])
        if _is_tongue(words[-1]) or _is_part_of_name(words[-1], name) or _is_given_name(words[-1], tokens, starts):
            continue
        for word in words:
            word.name, word.named = name, span
        marked += _first_half(words, name, tokens, day)
        marked.append((span, name, head))
    linked: set[Token] = set()
    for (first, _, left), (second, other, right) in pairwise(marked):
        if text[first.end : min(second.start, first.end + 3)] == ", ":
            _link_list(left, right, other, chained=left in linked)
            if left.listed is right:
                linked.add(right)
    return marked


def _first_half(
    words: list[Token], name: Name, tokens: Sequence[Token], day: date | None
) -> list[tuple[Span, Name, Token]]:
    """Read the `North` of `North and South Korea` as North Korea."""
    first = words[0].i
    if len(words) != PAIR or first < PAIR or tokens[first - 1].low != "and":
        return []
    token = tokens[first - 2]
    if token.name is not None or not token.text.istitle():
        return []
    whole = f"{token.text} {words[1].text}"
    other = next((found for span, found in find_names(whole, day) if len(span) == len(whole)), None)
    if other is None or other.kind != name.kind:
        return []
    token.name, token.named = other, token.span
    if token.head in words:
        token.head.listed = token
    return [(token.span, other, token)]


def _is_part_of_name(last: Token, name: Name) -> bool:
    """Whether a state's name only begins another name: `Lebanon County`, `Jordan Creek`, `Kenya Airways`."""
    following = last.after
    return (
        following is not None
        and following.text in TAILS
        and name.kind in ("NAME", "CAPITAL", "CITY")
        and following.start == last.end + 1
    )


def _is_tongue(last: Token) -> bool:
    """Whether a state's adjective names a language: `a Danish-language station`, `Danish speakers`."""
    following = last.after
    if following is not None and following.text == "-":
        following = following.after
    return following is not None and following.low in TONGUES


def _is_given_name(token: Token, tokens: Sequence[Token], starts: set[int]) -> bool:
    """Whether a state's name is that of a person or family: `Chad Peterson`, `the Jordan family`."""
    bearer = token.head
    if token.dep != "compound" or bearer is not token.after or token.kids or token.tag != "NNP":
        return False
    before = sector_of(tokens[token.i - 1].lemma) if token.i else None
    titled = before is not None and before[1] == "person" and bearer.name is None
    if token.text not in GIVEN_NAMES and not titled:
        return False
    if bearer.low in FAMILY:
        return True
    return bearer.tag == "NNP" and bearer.start not in starts and sector_of(bearer.low) is None


def _link_list(left: Token, right: Token, name: Name, *, chained: bool) -> None:
    """Link the names of a list without `and`: `talks of Malta, Fiji, Oman`, `Malta, Fiji rebuke Oman`."""
    if left.name is None or left.name.kind != name.kind or name.kind not in LISTABLE or left.name.code == name.code:
        return
    if right.dep in LISTED or chained:
        left.listed = right
    elif left.dep in LISTED and left.head in (right, right.head) and right.dep == "nsubj":
        right.listed = left


def _read_block(block: Block, day: date | None) -> list[Sentence]:
    _lemmatize(block.tokens)
    names = _mark_names(block.tokens, block.text, block.span.start, day)
    mend_trees(block.tokens)
    sentences = []
    position = 0
    for first, last in block.edges:
        tokens = tuple(token for token in block.tokens[first:last] if token.text != " ")
        if not tokens:
            continue
        span = Span(tokens[0].start, tokens[-1].end)
        start = position
        while position < len(names) and names[position][0].start < span.end:
            position += 1
        sentences.append(Sentence(tokens=tokens, span=span, kind=block.kind, names=tuple(names[start:position])))
    return sentences


def _has_another_first_name(surname: Token, sentence: Sentence) -> bool:
    """Whether the word right before a surname is neither a title nor part of a known name."""
    before = next((token for token in sentence.tokens if token.end == surname.start - 1), None)
    if before is None or before.tag != "NNP" or before.name is not None:
        return False
    return "." not in before.text and sector_of(before.low) is None


def _without_namesakes(sentences: list[Sentence]) -> tuple[Sentence, ...]:
    """The sentences; a surname is not read as a leader's if the text names a namesake: `Ana Chavez`."""
    borne = {
        name.form
        for sentence in sentences
        for _, name, token in sentence.names
        if name.short and _has_another_first_name(token, sentence)
    }
    if not borne:
        return tuple(sentences)
    kept = []
    for sentence in sentences:
        for token in sentence.tokens:
            if token.name is not None and token.name.short and token.name.form in borne:
                token.name = token.named = None
        names = tuple(entry for entry in sentence.names if entry[2].name is not None)
        kept.append(attrs.evolve(sentence, names=names))
    return tuple(kept)


def read_sentences(blocks: Iterable[Block], day: date | None = None) -> tuple[Sentence, ...]:
    """The sentences of a text, after setting the lemmas and names of its tokens.

    Args:
        blocks: the blocks of the text; their tokens are changed in place.
        day: the day of the text, for names that referred to someone only for a time.
    """
    sentences = [sentence for block in blocks for sentence in _read_block(block, day)]
    return _without_namesakes(sentences)
