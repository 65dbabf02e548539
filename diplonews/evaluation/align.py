"""Aligns the marked text of a gold article with the text of the parsed one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

import attrs

from diplonews.evaluation.gold import GoldArticle
from diplonews.model import Span

__all__ = ["LOST", "locate", "move"]

LOST: Final = -1  # the position of a character that is not in the article


def locate(gold: GoldArticle, text: str) -> list[int]:
    r"""The position in `text` of each character of the gold text, or `LOST`.

    The blocks of the gold text (lines, cut where a region begins or ends) are searched for in order,
    ignoring white space on both sides; a block not found after the last one is placed at its first occurrence.

    Example:
        >>> gold = GoldArticle(id="a", text="Envoys meet\nThey met.", layers=("dates",))
        >>> places = locate(gold, "They  met. Envoys\nmeet")
        >>> places[0], places[12], places[17]
        (11, 0, 6)
    """
    if gold.text == text:
        return list(range(len(text)))
    places = [LOST] * len(gold.text)
    offsets = [at for at, character in enumerate(text) if not character.isspace()]
    folded = "".join(text[at] for at in offsets)
    cursor = 0
    for start, end in _blocks(gold):
        own = [at for at in range(start, end) if not gold.text[at].isspace()]
        words = "".join(gold.text[at] for at in own)
        found = folded.find(words, cursor)
        if found >= 0:
            cursor = found + len(words)
        else:
            found = folded.find(words)
        if found >= 0:
            for number, at in enumerate(own):
                places[at] = offsets[found + number]
    return places


def _blocks(gold: GoldArticle) -> Iterator[tuple[int, int]]:
    edges = {0, len(gold.text)}
    edges.update(edge for region in gold.regions for edge in (region.span.start, region.span.end))
    edges.update(line.end() for line in re.finditer(r"\n+", gold.text))
    for start, end in pairwise(sorted(edges)):
        if gold.text[start:end].strip():
            yield start, end


def move(gold: GoldArticle, text: str, places: Sequence[int]) -> GoldArticle:
    """The gold article with its spans in `text`; a lost item has no span.

    Regions and dates without a position are left out: `locate` shows how much of a text was lost.
    """

    def moved(span: Span) -> Span | None:
        own = [places[at] for at in range(span.start, span.end) if places[at] != LOST]
        return Span(min(own), max(own) + 1) if own else None

    def spans(old: tuple[Span, ...]) -> tuple[Span, ...]:
        return tuple(new for span in old if (new := moved(span)) is not None)

    if gold.text == text:
        return gold
    return attrs.evolve(
        gold,
        text=text,
        regions=tuple(
            attrs.evolve(region, span=new) for region in gold.regions if (new := moved(region.span)) is not None
        ),
        dates=tuple(attrs.evolve(one, span=new) for one in gold.dates if (new := moved(one.span)) is not None),
        quotes=tuple(
            attrs.evolve(quote, content=spans(quote.content), cue=spans(quote.cue), source=spans(quote.source))
            for quote in gold.quotes
        ),
        events=tuple(attrs.evolve(event, trigger=spans(event.trigger)) for event in gold.events),
    )
