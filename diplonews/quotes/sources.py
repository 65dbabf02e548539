"""Who says it: the subject of a cue, near or far, and the whole noun phrase around it."""

from __future__ import annotations

from diplonews.lexicons.reporting import form_lemmas, is_speech, light_verbs
from diplonews.quotes.cues import NOUNS, VERB_TAGS
from diplonews.quotes.view import NOUN_TAGS, Range, View

__all__ = ["SPEAKING_TAGS", "agent", "noun_phrase", "subject"]

SPEAKING_TAGS = NOUNS | {"PRP"}
VERBAL = VERB_TAGS | {"MD"}
STEPS = 8
AGENT_TOKENS = 30
CHAIN = frozenset(("conj", "xcomp", "advcl", "pcomp", "prep", "ccomp", "dep", "parataxis", "aux", "acomp"))
PHRASE_TOKENS = 60


def agent(view: View, i: int) -> int | None:
    """The head noun of `by ...` in a passive; the parse often hangs it on a noun between."""
    for kid in range(i + 1, min(view.right(i), i + AGENT_TOKENS)):
        if view.low[kid] == "by" and view.deps[kid] in ("agent", "prep"):
            noun = view.child(kid, "pobj")
            if noun is not None and view.tags[noun] in NOUN_TAGS:
                return noun
        if view.tags[kid] in VERBAL:
            return None
    return None


def _usable(view: View, i: int, verb: int) -> bool:
    """Whether a subject can speak: outside the quotation that it would report."""
    return view.quoted[i] == view.quoted[verb] or view.quoted[i] < 0


def _above(view: View, i: int) -> int:
    """The verb to look at next: the head, or for a participle inside reported words the verb that reports them."""
    head = view.heads[i]
    participle = view.tags[i] == "VBG" and view.deps[i] == "advcl"
    if participle and view.deps[head] == "ccomp" and view.heads[head] < head and view.low[head - 1] != "to":
        outer = view.heads[head]
        if view.child(outer, "nsubj") is not None and view.low[outer] in form_lemmas():
            return outer
    return head


def _reporting(view: View, i: int) -> int:
    """The verb that another is joined to: `said it would fail and promised ...` goes back to `said`."""
    head = view.heads[i]
    cue = view.heads[head]
    joined = (
        view.tags[i] in VERBAL
        and view.tags[i] == view.tags[cue]
        and (view.tags[head] == "VB" or is_speech(view.low[i]))
    )
    return cue if joined and view.deps[head] == "ccomp" and cue < head and view.low[cue] in form_lemmas() else head


def subject(view: View, verb: int) -> tuple[int | None, list[int]]:
    """The subject of a verb and the verbs above it that lead there.

    A verb without a subject of its own has that of the verb it is joined to (`came and said`),
    depends on (`went on to say`, `by saying`), or the noun that it modifies (`a report saying`).
    """
    chain: list[int] = []
    i = verb
    for _ in range(STEPS):
        own = [kid for kid in view.children(i, "nsubj", "nsubjpass") if _usable(view, kid, verb) and kid != verb]
        if own:
            return max((kid for kid in own if kid < i), default=own[0]), chain
        dep, head = view.deps[i], view.heads[i]
        if head == i:
            return None, chain
        if dep == "acl" and view.deps[head] == "dobj" and view.low[view.heads[head]] in light_verbs():
            chain += [head, view.heads[head]]  # `issued a statement saying ...`
            i = view.heads[head]
            continue
        if dep in ("acl", "relcl") and view.tags[head] in NOUN_TAGS:
            return head, chain
        if dep not in CHAIN:
            return None, chain
        if dep in ("xcomp", "pcomp", "prep"):
            chain.append(head)
        i = _reporting(view, i) if dep == "conj" else _above(view, i)
    return None, chain


def _stop(view: View, i: int) -> bool:
    """Whether a dependent opens a clause of its own that a source does not need to reach over."""
    return (
        view.deps[i] in ("relcl", "advcl", "ccomp", "parataxis", "dep")
        and view.rights[i] - view.lefts[i] > PHRASE_TOKENS
    )


def _before_verb(view: View, head: int, last: int) -> int:
    """The end of a phrase into which the parse has drawn the verb of its clause."""
    for i in range(head + 1, last):
        if view.tags[i] in ("WP", "WDT", "WRB", "IN") or view.words[i] == ",":
            break
        if view.tags[i] in ("VBD", "VBZ") and view.deps[i] not in ("relcl", "acl", "amod"):
            return i
    return last


def noun_phrase(view: View, head: int, *, bounds: Range, avoid: int | None = None) -> Range:
    """The whole noun phrase of a head, with its appositives, inside `bounds`.

    Args:
        head: its head noun.
        bounds: tokens that it must not leave.
        avoid: a token that must stay outside (the cue).
    """
    first, last = head, head + 1
    lower, upper = bounds
    quoted = view.quoted[head]
    for kid in view.kids[head]:
        if _stop(view, kid) or view.deps[kid] == "punct":
            continue
        first = min(first, view.left(kid))
        last = max(last, view.right(kid))
    if avoid is not None and first <= avoid < last:
        if avoid < head:
            first = avoid + 1
        else:
            last = avoid
    first, last = max(first, lower), min(last, upper)
    last = _before_verb(view, head, last)
    while quoted < 0 and first < head and view.quoted[first] >= 0:
        first += 1
    for i in range(head, last):
        if view.quoted[i] != quoted and view.quoted[i] >= 0 and not _inside(view, i, (first, last)):
            last = i
            break
    piece = view.trim((min(first, head), max(last, head + 1)))
    return piece if piece[0] < piece[1] else (head, head + 1)


def _inside(view: View, i: int, piece: Range) -> bool:
    """Whether the whole quotation around a token lies inside a range."""
    number = view.quoted[i]
    first, last = view.ranges[number]
    return piece[0] <= first and last <= piece[1]
