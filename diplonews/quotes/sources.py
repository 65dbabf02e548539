"""Who says it: the subject of a cue, near or far, and the whole noun phrase around it."""

from __future__ import annotations

from diplonews.lexicons.reporting import form_lemmas, is_speech, light_verbs
from diplonews.quotes.cues import NOUN_TAGS, NOUNS, VERB_TAGS
from diplonews.syntax.blocks import Block, Range

__all__ = ["SPEAKING_TAGS", "agent", "noun_phrase", "subject"]

SPEAKING_TAGS = NOUNS | {"PRP"}
VERBAL = VERB_TAGS | {"MD"}
STEPS = 8
AGENT_TOKENS = 30
CHAIN = frozenset(("conj", "xcomp", "advcl", "pcomp", "prep", "ccomp", "dep", "parataxis", "aux", "acomp"))
PHRASE_TOKENS = 60


def agent(block: Block, i: int) -> int | None:
    """The head noun of `by ...` in a passive; the parse often hangs it on a noun between."""
    for kid in range(i + 1, min(block.right(i), i + AGENT_TOKENS)):
        if block[kid].low == "by" and block[kid].dep in ("agent", "prep"):
            noun = block.child(kid, "pobj")
            if noun is not None and block[noun].tag in NOUN_TAGS:
                return noun
        if block[kid].tag in VERBAL:
            return None
    return None


def _usable(block: Block, i: int, verb: int) -> bool:
    """Whether a subject can speak: outside the quotation that it would report."""
    return block[i].quoted == block[verb].quoted or block[i].quoted < 0


def _above(block: Block, i: int) -> int:
    """The verb to look at next: the head, or for a participle inside reported words the verb that reports them."""
    head = block[i].head.i
    participle = block[i].tag == "VBG" and block[i].dep == "advcl"
    if participle and block[head].dep == "ccomp" and block[head].head.i < head and block[head - 1].low != "to":
        outer = block[head].head.i
        if block.child(outer, "nsubj") is not None and block[outer].low in form_lemmas():
            return outer
    return head


def _reporting(block: Block, i: int) -> int:
    """The verb that another is joined to: `said it would fail and promised ...` goes back to `said`."""
    head = block[i].head.i
    cue = block[head].head.i
    joined = (
        block[i].tag in VERBAL
        and block[i].tag == block[cue].tag
        and (block[head].tag == "VB" or is_speech(block[i].low))
    )
    return cue if joined and block[head].dep == "ccomp" and cue < head and block[cue].low in form_lemmas() else head


def subject(block: Block, verb: int) -> tuple[int | None, list[int]]:
    """The subject of a verb and the verbs above it that lead there.

    A verb without a subject of its own has that of the verb it is joined to (`came and said`),
    depends on (`went on to say`, `by saying`), or the noun that it modifies (`a report saying`).
    """
    chain: list[int] = []
    i = verb
    for _ in range(STEPS):
        own = [kid for kid in block.children(i, "nsubj", "nsubjpass") if _usable(block, kid, verb) and kid != verb]
        if own:
            return max((kid for kid in own if kid < i), default=own[0]), chain
        dep, head = block[i].dep, block[i].head.i
        if head == i:
            return None, chain
        if dep == "acl" and block[head].dep == "dobj" and block[block[head].head.i].low in light_verbs():
            chain += [head, block[head].head.i]  # `issued a statement saying ...`
            i = block[head].head.i
            continue
        if dep in ("acl", "relcl") and block[head].tag in NOUN_TAGS:
            return head, chain
        if dep not in CHAIN:
            return None, chain
        if dep in ("xcomp", "pcomp", "prep"):
            chain.append(head)
        i = _reporting(block, i) if dep == "conj" else _above(block, i)
    return None, chain


def _stop(block: Block, i: int) -> bool:
    """Whether a dependent opens a clause of its own that a source does not need to reach over."""
    return (
        block[i].dep in ("relcl", "advcl", "ccomp", "parataxis", "dep")
        and block[i].right - block[i].left > PHRASE_TOKENS
    )


def _before_verb(block: Block, head: int, last: int) -> int:
    """The end of a phrase into which the parse has drawn the verb of its clause."""
    for i in range(head + 1, last):
        if block[i].tag in ("WP", "WDT", "WRB", "IN") or block[i].text == ",":
            break
        if block[i].tag in ("VBD", "VBZ") and block[i].dep not in ("relcl", "acl", "amod"):
            return i
    return last


def noun_phrase(block: Block, head: int, *, bounds: Range, avoid: int | None = None) -> Range:
    """The whole noun phrase of a head, with its appositives, inside `bounds`.

    Args:
        head: its head noun.
        bounds: tokens that it must not leave.
        avoid: a token that must stay outside (the cue).
    """
    first, last = head, head + 1
    lower, upper = bounds
    quoted = block[head].quoted
    for kid in block.kids(head):
        if _stop(block, kid) or block[kid].dep == "punct":
            continue
        first = min(first, block.left(kid))
        last = max(last, block.right(kid))
    if avoid is not None and first <= avoid < last:
        if avoid < head:
            first = avoid + 1
        else:
            last = avoid
    first, last = max(first, lower), min(last, upper)
    last = _before_verb(block, head, last)
    while quoted < 0 and first < head and block[first].quoted >= 0:
        first += 1
    for i in range(head, last):
        if block[i].quoted != quoted and block[i].quoted >= 0 and not _inside(block, i, (first, last)):
            last = i
            break
    piece = block.trim((min(first, head), max(last, head + 1)))
    return piece if piece[0] < piece[1] else (head, head + 1)


def _inside(block: Block, i: int, piece: Range) -> bool:
    """Whether the whole quotation around a token lies inside a range."""
    number = block[i].quoted
    first, last = block.ranges[number]
    return piece[0] <= first and last <= piece[1]
