"""Parses written down, one token a cell, for what a parser does to a sentence now and then.

A cell is `word/TAG/label/head`; heads are token numbers. `word:lemma/...` gives the base form.
"""

from __future__ import annotations

from diplonews.lexicons.actornames import find_names
from diplonews.model import RegionKind, Span
from diplonews.syntax.blocks import Block, make_block
from diplonews.syntax.tokens import Token


def read_parse(rows: str) -> Block:
    """One block with the parse that the cells give; states by their names are marked.

    Raises:
        ValueError: for a cell without its four parts, or a head outside the sentence.
    """
    parts = [row.split("/") for row in rows.split()]
    if any(len(part) != 4 for part in parts):
        raise ValueError(f"a cell is word/TAG/label/head: {rows!r}")
    heads = [int(part[3]) for part in parts]
    if any(not 0 <= head < len(parts) for head in heads):
        raise ValueError(f"a head outside the sentence: {rows!r}")
    tokens: list[Token] = []
    for i, (cell, tag, dep, _) in enumerate(parts):
        word, colon, lemma = cell.partition(":")
        word = word or cell
        token = Token(i, word, tag, dep, tokens[-1].end + 1 if tokens else 0)
        token.lemma = lemma if colon and lemma else token.low
        for _, name in find_names(word):
            token.name, token.named = name, token.span
        tokens.append(token)
    text = " ".join(token.text for token in tokens)
    opens = [0] if tokens else []
    return make_block(tuple(tokens), heads, opens, span=Span(0, len(text)), kind=RegionKind.BODY, text=text)


def tokens_of(rows: str) -> dict[str, Token]:
    """The tokens of a block by their words, each word once."""
    return {token.text: token for token in read_parse(rows).tokens}
