"""Where the text reports speech: verbs of the lexicon with their particle, adverbs and auxiliaries."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import attrs

from diplonews.lexicons.reporting import Reporting, form_lemmas, reporting_forms, reporting_verbs
from diplonews.syntax.blocks import Block

__all__ = [
    "FINITE",
    "NOBODY",
    "NOUNS",
    "NOUN_TAGS",
    "VERB_TAGS",
    "Cue",
    "cue_tokens",
    "is_real",
    "iter_cues",
    "takes_quotation",
]

VERB_TAGS = frozenset(("VB", "VBD", "VBG", "VBN", "VBP", "VBZ"))
FINITE = frozenset(("VBD", "VBZ", "VBP"))
NOUNS = frozenset(("NN", "NNS", "NNP", "NNPS"))
NOUN_TAGS = NOUNS | {"PRP", "CD", "DT", "WP", "WDT", "EX"}
LOOSE_TAGS = VERB_TAGS | NOUNS | {"JJ", "IN"}
NOBODY = frozenset(("it", "that", "this", "what", "which", "there"))


@attrs.frozen(kw_only=True, eq=False)
class Cue:
    """A verb that may report speech.

    Attributes:
        head: its token.
        entry: its row in the lexicon.
        particle: token of its particle, or None.
        passive: whether it is a passive.
    """

    head: int
    entry: Reporting
    particle: int | None = None
    passive: bool = False


def _particle(block: Block, i: int, word: str) -> int | None:
    """The particle or preposition of a verb, within the three tokens after it or its dependents."""
    for kid in block.kids(i):
        if kid > i and block[kid].low == word and block[kid].dep in ("prt", "prep", "advmod", "dative"):
            return kid
    return i + 1 if i + 1 < len(block) and block[i + 1].low == word else None


def is_passive(block: Block, i: int) -> bool:
    """Whether a verb form is passive."""
    if block[i].tag not in ("VBN", "VBD"):
        return False
    if block.child(i, "auxpass", "nsubjpass") is not None:
        return True
    if block[i].tag != "VBN" or block.child(i, "nsubj", "aux") is not None:
        return False
    return block[i].dep == "acl" or (block[i].dep == "advcl" and block.child(i, "dobj") is None)


def is_real(block: Block, head: int) -> bool:
    """Whether a verb says that something was said, not that it could, would or was not."""
    beside = [kid for kid in block.children(head, "aux", "neg") if block[kid].quoted == block[head].quoted]
    return not any(block[kid].tag == "MD" or block[kid].dep == "neg" for kid in beside)


def takes_quotation(word: str) -> bool:
    """Whether a word form is of a verb that reports quotations."""
    return any("quote" in entry.frames for entry in reporting_forms(word))


def _is_verb(block: Block, i: int) -> bool:
    """Whether a form of a reporting verb is used as a verb; headlines confuse the tagger."""
    if block[i].tag in VERB_TAGS:
        return block[i].dep not in ("amod", "aux", "auxpass", "compound")
    if block[i].tag in NOUNS and block[i].low.endswith(("s", "d")):
        clause = block.child(i, "ccomp")
        if clause is not None and clause > i:
            return True
    headline = block.kind.name == "HEADLINE"
    return headline and block[i].tag in LOOSE_TAGS and block[i].low.endswith(("s", "ed")) and i > 0


def iter_cues(block: Block, learnt: Mapping[str, tuple[Reporting, ...]] | None = None) -> Iterator[Cue]:
    """The reporting verbs of a block, in order.

    Args:
        block: the block.
        learnt: further verb forms and their frames, which a corpus has taught.
    """
    forms, verbs = form_lemmas(), reporting_verbs()
    for i, word in enumerate(token.low for token in block.tokens):
        lemma = forms.get(word)
        known = verbs[lemma] if lemma is not None else learnt.get(word, ()) if learnt else ()
        if not known or not _is_verb(block, i):
            continue
        for entry in known:
            particle = None
            if entry.particle is not None:
                particle = _particle(block, i, entry.particle)
                if particle is None:
                    continue
            yield Cue(head=i, entry=entry, particle=particle, passive=is_passive(block, i))


def cue_tokens(block: Block, cue: Cue, chain: list[int]) -> list[int]:
    """The cue with its auxiliaries, negation, adverbs beside it and governing verbs, in order."""
    tokens = {cue.head}
    if cue.particle is not None:
        tokens.add(cue.particle)
    for i in (cue.head, *chain):
        tokens.add(i)
        tokens.update(k for k in block.children(i, "aux", "auxpass", "neg") if block[k].quoted == block[i].quoted)
    first = min(tokens)
    for kid in block.children(cue.head, "advmod"):
        if first <= kid < cue.head and block[kid].right == kid:
            tokens.add(kid)
    return sorted(tokens)
