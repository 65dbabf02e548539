"""Where the text reports speech: verbs of the lexicon with their particle, adverbs and auxiliaries."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import attrs

from diplonews.lexicons.reporting import Reporting, form_lemmas, reporting_forms, reporting_verbs
from diplonews.quotes.view import View

__all__ = ["FINITE", "NOBODY", "NOUNS", "VERB_TAGS", "Cue", "cue_tokens", "is_real", "iter_cues", "takes_quotation"]

VERB_TAGS = frozenset(("VB", "VBD", "VBG", "VBN", "VBP", "VBZ"))
FINITE = frozenset(("VBD", "VBZ", "VBP"))
NOUNS = frozenset(("NN", "NNS", "NNP", "NNPS"))
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


def _particle(view: View, i: int, word: str) -> int | None:
    """The particle or preposition of a verb, within the three tokens after it or its dependents."""
    for kid in view.kids[i]:
        if kid > i and view.low[kid] == word and view.deps[kid] in ("prt", "prep", "advmod", "dative"):
            return kid
    return i + 1 if i + 1 < len(view) and view.low[i + 1] == word else None


def is_passive(view: View, i: int) -> bool:
    """Whether a verb form is passive."""
    if view.tags[i] not in ("VBN", "VBD"):
        return False
    if view.child(i, "auxpass", "nsubjpass") is not None:
        return True
    if view.tags[i] != "VBN" or view.child(i, "nsubj", "aux") is not None:
        return False
    return view.deps[i] == "acl" or (view.deps[i] == "advcl" and view.child(i, "dobj") is None)


def is_real(view: View, head: int) -> bool:
    """Whether a verb says that something was said, not that it could, would or was not."""
    beside = [kid for kid in view.children(head, "aux", "neg") if view.quoted[kid] == view.quoted[head]]
    return not any(view.tags[kid] == "MD" or view.deps[kid] == "neg" for kid in beside)


def takes_quotation(word: str) -> bool:
    """Whether a word form is of a verb that reports quotations."""
    return any("quote" in entry.frames for entry in reporting_forms(word))


def _is_verb(view: View, i: int) -> bool:
    """Whether a form of a reporting verb is used as a verb; headlines confuse the tagger."""
    if view.tags[i] in VERB_TAGS:
        return view.deps[i] not in ("amod", "aux", "auxpass", "compound")
    if view.tags[i] in NOUNS and view.low[i].endswith(("s", "d")):
        clause = view.child(i, "ccomp")
        if clause is not None and clause > i:
            return True
    headline = view.block.kind.name == "HEADLINE"
    return headline and view.tags[i] in LOOSE_TAGS and view.low[i].endswith(("s", "ed")) and i > 0


def iter_cues(view: View, learnt: Mapping[str, tuple[Reporting, ...]] | None = None) -> Iterator[Cue]:
    """The reporting verbs of a block, in order.

    Args:
        view: the block.
        learnt: further verb forms and their frames, which a corpus has taught.
    """
    forms, verbs = form_lemmas(), reporting_verbs()
    for i, word in enumerate(view.low):
        lemma = forms.get(word)
        known = verbs[lemma] if lemma is not None else learnt.get(word, ()) if learnt else ()
        if not known or not _is_verb(view, i):
            continue
        for entry in known:
            particle = None
            if entry.particle is not None:
                particle = _particle(view, i, entry.particle)
                if particle is None:
                    continue
            yield Cue(head=i, entry=entry, particle=particle, passive=is_passive(view, i))


def cue_tokens(view: View, cue: Cue, chain: list[int]) -> list[int]:
    """The cue with its auxiliaries, negation, adverbs beside it and governing verbs, in order."""
    tokens = {cue.head}
    if cue.particle is not None:
        tokens.add(cue.particle)
    for i in (cue.head, *chain):
        tokens.add(i)
        tokens.update(k for k in view.children(i, "aux", "auxpass", "neg") if view.quoted[k] == view.quoted[i])
    first = min(tokens)
    for kid in view.children(cue.head, "advmod"):
        if first <= kid < cue.head and view.rights[kid] == kid:
            tokens.add(kid)
    return sorted(tokens)
