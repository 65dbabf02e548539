"""Attributions by `according to`."""

from __future__ import annotations

from diplonews.quotes.asides import after_connective
from diplonews.quotes.drafts import Draft
from diplonews.quotes.following import COMMAS
from diplonews.quotes.sources import noun_phrase
from diplonews.quotes.view import View

__all__ = ["according_drafts"]


def according_drafts(view: View) -> list[Draft]:
    """`according to X`: what is left of its sentence."""
    drafts = []
    for i, word in enumerate(view.low):
        if word != "according" or i + 2 >= len(view) or view.low[i + 1] != "to":
            continue
        noun = view.child(i + 1, "pobj")
        if noun is None:
            noun = i + 2
        first, last = view.sentence(i)
        source = noun_phrase(view, noun, bounds=(i + 2, last))
        pieces = []
        if i == first or (i - first <= 2 and view.heads[i] > i):
            pieces = [(source[1], last)]
        else:
            pieces = [(after_connective(view, first, i), i)]
            if source[1] < last - 2 and view.words[source[1]] in COMMAS:
                pieces.append((source[1], last))
        pieces = [view.trim(piece) for piece in pieces]
        pieces = [piece for piece in pieces if piece[0] < piece[1]]
        if pieces:
            drafts.append(
                Draft(
                    view=view,
                    rule="according",
                    head=i,
                    category="statement",
                    cue=[i, i + 1],
                    subject=noun,
                    source=source,
                    content=[(view, piece) for piece in pieces],
                )
            )
    return drafts
