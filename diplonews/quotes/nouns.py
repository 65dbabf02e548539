"""Attributions by a noun: `her claim that ...`, `Seoul's call for ...`, `made a pledge to ...`."""

from __future__ import annotations

from diplonews.lexicons.reporting import light_verbs, noun_frames
from diplonews.quotes.drafts import Draft
from diplonews.quotes.sources import noun_phrase, subject
from diplonews.quotes.view import NOUN_TAGS, Range, View

__all__ = ["noun_content", "noun_drafts"]

FIRST_PERSON = frozenset(("my", "our", "your", "its", "this", "that"))


def noun_content(view: View, noun: int) -> tuple[Range, str, int | None] | None:
    """The content of a reporting noun, its frame, and the preposition that joins it; None for other words."""
    frames = noun_frames().get(view.low[noun], frozenset())
    for kid in view.kids[noun]:
        if kid <= noun:
            continue
        if view.deps[kid] in ("acl", "ccomp", "relcl"):
            if "that" in frames and any(view.low[m] == "that" for m in view.children(kid, "mark")):
                return (view.left(kid), view.right(kid)), "that", None
            if "to" in frames and view.deps[kid] == "acl" and view.tags[kid] == "VB":
                return (view.left(kid), view.right(kid)), "to", None
        if view.deps[kid] == "prep" and (view.low[kid] if view.low[kid] != "to" else "dative") in frames:
            inner = view.child(kid, "pobj", "pcomp")
            if inner is not None:
                return (view.left(inner), view.right(inner)), view.low[kid], kid
    return None


def _possessor(view: View, noun: int) -> int | None:
    """Whom `his` and `their` stand for in `Holm defended his claim`: the subject of the clause around the noun."""
    verb = view.heads[noun]
    while view.deps[verb] in ("prep", "pobj", "dobj", "conj") and view.heads[verb] != verb:
        verb = view.heads[verb]
    head, _ = subject(view, verb)
    return head if head is not None and head < noun and view.tags[head] in NOUN_TAGS else None


def _source(view: View, noun: int) -> tuple[int, list[int]] | None:
    """Who has made the claim: the possessor, `by ...`, or the subject of a verb that carries the noun."""
    owner = view.child(noun, "poss")
    if owner is not None:
        if view.low[owner] in FIRST_PERSON:
            return None
        return (_possessor(view, noun) if view.tags[owner] == "PRP$" else owner) or owner, []
    for kid in view.children(noun, "prep"):
        inner = view.child(kid, "pobj")
        if view.low[kid] in ("by", "from") and inner is not None and view.tags[inner] in NOUN_TAGS:
            return inner, []
    verb = view.heads[noun]
    if view.deps[noun] == "dobj" and view.low[verb] in light_verbs():
        head, chain = subject(view, verb)
        if head is not None and view.tags[head] in NOUN_TAGS:
            return head, [verb, *chain]
    return None


def noun_drafts(view: View) -> list[Draft]:
    """The attributions by a noun in one block, outside quotations."""
    table = noun_frames()
    drafts = []
    for noun, word in enumerate(view.low):
        frames = table.get(word)
        if frames is None or view.quoted[noun] >= 0 or view.tags[noun] not in ("NN", "NNS"):
            continue
        found, source = noun_content(view, noun), _source(view, noun)
        if found is None or source is None:
            continue
        piece = view.trim(found[0])
        head, chain = source
        if (
            piece[0] >= piece[1]
            or piece[0] <= head < piece[1]
            or (not chain and found[2] is not None and len(frames) == 0)
        ):
            continue
        cue = sorted({noun, *chain, *([found[2]] if found[2] is not None else [])})
        drafts.append(
            Draft(
                view=view,
                rule=f"noun.{found[1]}",
                head=noun,
                category="statement",
                cue=cue,
                subject=head,
                source=noun_phrase(view, head, bounds=view.sentence(head), avoid=noun),
                content=[(view, piece)],
            )
        )
    return drafts
