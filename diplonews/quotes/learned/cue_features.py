"""The features of a candidate cue: its form, its grammar, its neighbours and the rules' proposals."""

from __future__ import annotations

from diplonews.quotes.attribution import Attribution
from diplonews.quotes.cues import is_real
from diplonews.quotes.learned.candidates import Proposals, size, stem
from diplonews.quotes.learned.templates import Templates
from diplonews.syntax.blocks import Block
from diplonews.syntax.clauses import clause_of
from diplonews.syntax.tokens import Token

__all__ = ["candidate_cues", "cue_signals", "noun_sort"]

CUE_TAGS = ("V", "N", "J", "I", ":", "M")
SAID_AS_IS = frozenset(("PRP", "WP", "WDT", "DT", "PRP$", "WRB", "EX"))
WORDED = frozenset(("prep", "prt", "neg", "aux", "agent", "advmod"))
NEAR, MIDDLE = 2, 8
CUE = Templates(
    *("word", "root", "tag", "dep", "tag dep", "root tag", "root dep", "before", "after", "word after", "word before"),
    *("second", "tag before_tag", "tag after_tag", "root after_tag", "sort", "root sort", "tag dep sort", "subject"),
    *("head dep", "head_tag dep side", "start", "end", "around", "tag around", "root around", "kind", "kind tag"),
    *("proposed", "root proposed", "tag dep proposed", "holder held", "holder proposed", "holder_word"),
    *("held proposed", "source", "source proposed"),
)
RULED = Templates(
    *("rule", "root rule", "tag rule dep", "rule spoken", "root spoken real", "category rule", "passive rule"),
    *("speaker rule", "root speaker", "gap", "speaker_word", "length rule", "share rule", "pieces"),
    *("opening rule", "opening_tag rule"),
)


def candidate_cues(proposals: Proposals, stems: frozenset[str]) -> list[Token]:
    """The tokens of a block that may be cues: those the rules propose, and those that are cues in a corpus."""
    return [
        token
        for token in proposals.block.tokens
        if token in proposals.by_head
        or (token.quoted < 0 and token.tag.startswith(CUE_TAGS) and stem(token.low) in stems)
    ]


def noun_sort(token: Token | None) -> str:
    """The kind of a source's head word: the word itself for a pronoun, else the part of speech."""
    if token is None:
        return "none"
    return token.low if token.tag in SAID_AS_IS else token.tag


def _around(proposals: Proposals, cue: Token) -> str:
    """The distances of the quotations before and after a token in the same sentence."""
    first, last = proposals.block.sentence(cue)
    before, after = proposals.speech_before(cue.i), proposals.speech_after(cue.i)
    gaps = (
        cue.i - before[1] if before is not None and before[1] >= first - 1 else -1,
        after[0] - cue.i if after is not None and after[0] <= last else -1,
    )
    return "/".join("no" if gap < 0 else "near" if gap <= NEAR else "mid" if gap <= MIDDLE else "far" for gap in gaps)


def _dependents(token: Token) -> set[str]:
    """Features of the dependents of a token, with their side."""
    found = set()
    for kid in token.kids:
        label = kid.dep + ("R" if kid.i > token.i else "L")
        if kid.dep in WORDED:
            found.add(f"{label}:{kid.low}")
            if kid.is_modal:
                found.add("modal")
        elif kid.dep != "punct":
            found.add(label)
            if kid in clause_of(token).complements:
                opening = clause_of(kid).conjunction or next(iter(clause_of(kid).auxiliaries), None)
                found.add(f"{label}:{opening.low if opening is not None else ''}:{kid.tag}")
    return found


def _grammar(block: Block, cue: Token, root: str) -> dict[str, str]:
    """The word, its neighbours and its place in the sentence's tree."""
    before = block[cue.i - 1] if cue.i else None
    second = cue.after.after if cue.after is not None else None
    subject = clause_of(cue).own_subject
    first, end = block.sentence(cue)
    is_root = cue.head is cue
    return {
        "word": cue.low,
        "root": root,
        "tag": cue.tag,
        "dep": cue.dep,
        "before": before.low if before is not None else "^",
        "before_tag": before.tag if before is not None else "^",
        "after": cue.after.low if cue.after is not None else "$",
        "after_tag": cue.after.tag if cue.after is not None else "$",
        "second": second.low if second is not None else "$",
        "sort": noun_sort(subject),
        "subject": subject.low if subject is not None else "none",
        "head": "none" if is_root else stem(cue.head.low),
        "head_tag": "none" if is_root else cue.head.tag,
        "side": "none" if is_root else str(cue.head.i < cue.i),
        "start": str(min(3, cue.i - first)),
        "end": str(min(3, end - cue.i)),
        "kind": block.kind.name,
    }


def _ruled(proposals: Proposals, draft: Attribution) -> dict[str, str]:
    """Features of the rules' proposal for a cue."""
    cue, subject = draft.head, draft.subject
    words = [token for block, piece in draft.content for token in block.words(piece)]
    quoted = sum(token.quoted >= 0 for token in words)
    return {
        "rule": draft.rule,
        "spoken": str(proposals.is_believed(draft)),
        "real": str(is_real(cue)),
        "category": draft.category,
        "passive": str(draft.passive),
        "speaker": noun_sort(subject),
        "speaker_word": subject.low if subject is not None else "none",
        "gap": f"{size(abs(subject.i - cue.i))}{subject.i < cue.i}" if subject is not None else "none",
        "length": str(size(len(words))),
        "share": "all" if quoted == len(words) else "some" if quoted else "none",
        "pieces": str(min(3, len(draft.content))),
        "opening": words[0].low,
        "opening_tag": words[0].tag,
    }


def cue_signals(proposals: Proposals, cue: Token) -> list[str]:
    """The features of a candidate cue.

    Args:
        proposals: the rules' proposals for its block.
        cue: its token.
    """
    draft, root = proposals.by_head.get(cue), stem(cue.low)
    holder = proposals.holder(cue, draft)
    values = {
        **_grammar(proposals.block, cue, root),
        "rule": "none",
        "around": _around(proposals, cue),
        "proposed": str(draft is not None),
        "holder": holder.rule if holder is not None else "no",
        "holder_word": holder.head.low if holder is not None else "no",
        "held": str(proposals.is_believed(holder)),
        "source": str(proposals.sources[cue.i] is not None),
    }
    signals = ["bias", *CUE.fill(values)]
    for label in _dependents(cue):
        signals += (f"k={label}", f"root k={root}/{label}")
    if draft is not None:
        signals += RULED.fill({**values, **_ruled(proposals, draft)})
    return signals
