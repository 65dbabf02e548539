"""Attributions by a noun or adjective: `her claim that ...`, `made a pledge to ...`, `is critical of ...`."""

from __future__ import annotations

import attrs

from diplonews.lexicons.reporting import adjective_frames, copulas, light_verbs, noun_frames
from diplonews.quotes.cues import NOBODY, is_real
from diplonews.quotes.drafts import Draft
from diplonews.quotes.sources import noun_phrase, subject
from diplonews.quotes.view import NOUN_TAGS, Range, View

__all__ = ["Complement", "noun_content", "noun_drafts"]

CLAUSES = frozenset(("acl", "ccomp", "relcl", "xcomp", "advcl"))
PREDICATES = frozenset(("acomp", "ccomp", "oprd", "attr"))
MADE = frozenset(("make", "makes", "made", "making"))
FIRST_PERSON = frozenset(("my", "our", "your", "its", "this", "that"))


@attrs.frozen(kw_only=True)
class Complement:
    """What completes a reporting noun or adjective.

    Attributes:
        content: its tokens.
        frame: where it stands: `that`, `to`, or the preposition.
        preposition: token that joins it, or None.
    """

    content: Range
    frame: str
    preposition: int | None = None


def noun_content(view: View, noun: int) -> Complement | None:
    """What completes a reporting noun; None for other words."""
    return _complement(view, noun, noun_frames().get(view.low[noun], frozenset()))


def _clause(view: View, verb: int, frame: str) -> Complement:
    """The whole clause of a verb."""
    return Complement(content=(view.left(verb), view.right(verb)), frame=frame)


def _complement(view: View, word: int, frames: frozenset[str]) -> Complement | None:
    """What completes a noun or adjective in one of the frames."""
    last = view.right(word)
    beside = [last] if last < len(view) and view.deps[last] == "prep" and view.heads[last] == view.heads[word] else []
    for kid in (*view.kids[word], *beside):
        if kid <= word:
            continue
        if view.deps[kid] in CLAUSES:
            if "that" in frames and any(view.low[m] == "that" for m in view.children(kid, "mark")):
                return _clause(view, kid, "that")
            if "to" in frames and view.deps[kid] in ("acl", "xcomp") and view.tags[kid] == "VB":
                return _clause(view, kid, "to")
        if view.deps[kid] == "prep" and (view.low[kid] if view.low[kid] != "to" else "dative") in frames:
            inner = view.child(kid, "pobj", "pcomp")
            if inner is not None:
                return Complement(content=(view.left(inner), view.right(inner)), frame=view.low[kid], preposition=kid)
    return None


def _possessor(view: View, noun: int, owner: int) -> int:
    """Whose word it is; `his` in `Holm defended his claim` stands for the subject of the clause."""
    if view.tags[owner] != "PRP$":
        return owner
    verb = view.heads[noun]
    while view.deps[verb] in ("prep", "pobj", "dobj", "conj") and view.heads[verb] != verb:
        verb = view.heads[verb]
    head, _ = subject(view, verb)
    return head if head is not None and head < noun and view.tags[head] in NOUN_TAGS else owner


def _source(view: View, noun: int) -> tuple[int, list[int]] | None:
    """Who has made the claim: the possessor, `by ...`, or the subject of a verb that carries the noun."""
    owner = view.child(noun, "poss")
    if owner is not None:
        if view.low[owner] in FIRST_PERSON:
            return None
        return _possessor(view, noun, owner), []
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


def _draft(view: View, word: int, head: int, chain: list[int], found: Complement) -> Draft | None:
    """The attribution of a noun or adjective with its source and its content, unless they overlap."""
    piece = view.trim(found.content)
    if piece[0] >= piece[1] or piece[0] <= head < piece[1]:
        return None
    return Draft(
        view=view,
        rule=f"noun.{found.frame}",
        head=word,
        category="statement",
        cue=sorted({word, *chain, *([found.preposition] if found.preposition is not None else [])}),
        subject=head,
        source=noun_phrase(view, head, bounds=view.sentence(head), avoid=word),
        content=[(view, piece)],
    )


def _of_noun(view: View, noun: int) -> Draft | None:
    """The attribution of a reporting noun."""
    found, source = noun_content(view, noun), _source(view, noun)
    return None if found is None or source is None else _draft(view, noun, *source, found)


def _of_adjective(view: View, word: int, frames: frozenset[str]) -> Draft | None:
    """The attribution of an adjective that a verb joins to its subject: `she is sure that ...`."""
    verb = view.heads[word]
    if view.deps[word] not in PREDICATES or view.low[verb] not in copulas() or not is_real(view, verb):
        return None
    if view.low[verb] in MADE and view.low[word] != "clear":
        return None
    head, chain = subject(view, verb)
    found = _complement(view, word, frames)
    if found is None and "that" in frames:
        clauses = [kid for i in (word, verb) for kid in view.children(i, "ccomp", "advcl") if kid > word]
        found = _clause(view, clauses[0], "that") if clauses else None
    if found is None or head is None or head > word or view.low[head] in NOBODY:
        return None
    return _draft(view, word, head, [verb, *chain], found)


def noun_drafts(view: View) -> list[Draft]:
    """The attributions by a noun or a predicative adjective in one block, outside quotations."""
    nouns, adjectives = noun_frames(), adjective_frames()
    drafts = []
    for i, word in enumerate(view.low):
        if view.quoted[i] >= 0:
            continue
        draft = None
        if word in nouns and view.tags[i] in ("NN", "NNS"):
            draft = _of_noun(view, i)
        elif word in adjectives:
            draft = _of_adjective(view, i, adjectives[word])
        if draft is not None:
            drafts.append(draft)
    return drafts
