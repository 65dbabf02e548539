"""Parses written down: `word/tag/label/head` for each token, for what a parser does to a sentence now and then."""

from __future__ import annotations

from types import SimpleNamespace

from diplonews.language import Columns
from diplonews.model import RegionKind, Span
from diplonews.quotes.view import View, make_view


def view_of(rows: str) -> View:
    """The view of one block with the parse that the rows give; heads are token numbers.

    Raises:
        ValueError: for a row without its four parts, or a head outside the sentence.
    """
    parts = [row.split("/") for row in rows.split()]
    if any(len(part) != 4 for part in parts):
        raise ValueError(f"a row is word/tag/label/head: {rows!r}")
    words = tuple(part[0] for part in parts)
    heads = tuple(int(part[3]) for part in parts)
    if any(not 0 <= head < len(words) for head in heads):
        raise ValueError(f"a head outside the sentence: {rows!r}")
    starts, position = [], 0
    for word in words:
        starts.append(position)
        position += len(word) + 1
    text = " ".join(words)
    columns = Columns(
        words=words,
        low=tuple(word.lower() for word in words),
        tags=tuple(part[1] for part in parts),
        deps=tuple(part[2] for part in parts),
        heads=heads,
        kids=tuple(tuple(k for k, head in enumerate(heads) if head == i != k) for i in range(len(words))),
        starts=tuple(starts),
        ends=tuple(start + len(word) for start, word in zip(starts, words, strict=True)),
        sentence_of=(0,) * len(words),
        sentences=((0, len(words)),),
    )
    block = SimpleNamespace(span=Span(0, len(text)), kind=RegionKind.BODY, columns=columns)
    return make_view(block, text)
