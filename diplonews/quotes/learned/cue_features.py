"""What the second stage sees of a word that may be a cue: its form, its grammar, its neighbours and the rules."""

from __future__ import annotations

from collections.abc import Iterator

from diplonews.model.article import RegionKind
from diplonews.quotes.attribution import Attribution
from diplonews.quotes.cues import is_real
from diplonews.quotes.learned.candidates import Proposals, size, stem
from diplonews.syntax.blocks import Block
from diplonews.syntax.clauses import clause_of
from diplonews.syntax.tokens import Token

__all__ = ["candidate_cues", "cue_signals", "noun_sort"]

CUE_TAGS = ("V", "N", "J", "I", ":", "M")
SAID_AS_IS = frozenset(("PRP", "WP", "WDT", "DT", "PRP$", "WRB", "EX"))
WORDED = frozenset(("prep", "prt", "neg", "aux", "agent", "advmod"))
NEAR, MIDDLE = 2, 8


def candidate_cues(proposals: Proposals, stems: frozenset[str]) -> list[Token]:
    """The tokens of a block that may be cues: what the rules propose, and what a corpus has as cues."""
    return [
        token
        for token in proposals.block.tokens
        if token in proposals.by_head
        or (token.quoted < 0 and token.tag.startswith(CUE_TAGS) and stem(token.low) in stems)
    ]


def noun_sort(token: Token | None) -> str:
    """What kind of word a source is: a pronoun itself, the part of speech of another."""
    if token is None:
        return "none"
    return token.low if token.tag in SAID_AS_IS else token.tag


def _around(proposals: Proposals, cue: Token) -> str:
    """How near the quotations before and after a token of the same sentence are."""
    first, last = proposals.block.sentence(cue)
    before, after = proposals.speech_before(cue.i), proposals.speech_after(cue.i)
    gaps = (
        cue.i - before[1] if before is not None and before[1] >= first - 1 else -1,
        after[0] - cue.i if after is not None and after[0] <= last else -1,
    )
    return "/".join("no" if gap < 0 else "near" if gap <= NEAR else "mid" if gap <= MIDDLE else "far" for gap in gaps)


def _dependents(token: Token) -> set[str]:
    """What depends on a token, and on which side."""
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


def _grammar(block: Block, cue: Token, root: str) -> Iterator[str]:
    """The word, its neighbours and its place in the sentence's tree."""
    word, tag, dep, head = cue.low, cue.tag, cue.dep, cue.head
    before, before_tag = (block[cue.i - 1].low, block[cue.i - 1].tag) if cue.i else ("^", "^")
    after, after_tag = (cue.after.low, cue.after.tag) if cue.after is not None else ("$", "$")
    second = cue.after.after.low if cue.after is not None and cue.after.after is not None else "$"
    subject = clause_of(cue).own_subject
    sort = noun_sort(subject)
    yield from ("bias", f"w={word}", f"s={root}", f"t={tag}", f"d={dep}", f"td={tag}/{dep}", f"st={root}/{tag}")
    yield from (f"sd={root}/{dep}", f"pw={before}", f"nw={after}", f"wnw={word}/{after}", f"wpw={word}/{before}")
    yield from (f"nnw={second}", f"tpt={tag}/{before_tag}", f"tnt={tag}/{after_tag}")
    yield from (f"snt={root}/{after_tag}", f"sk={sort}", f"ssk={root}/{sort}", f"tdsk={tag}/{dep}/{sort}")
    if subject is not None:
        yield f"sw={subject.low}"
    if head is cue:
        yield "root"
    else:
        yield from (f"hd={stem(head.low)}/{dep}", f"ht={head.tag}/{dep}/{head.i < cue.i}")
    for label in _dependents(cue):
        yield from (f"k={label}", f"sk={root}/{label}")
    first, end = block.sentence(cue)
    yield from (f"pos={min(3, cue.i - first)}", f"end={min(3, end - cue.i)}")


def _ruled(proposals: Proposals, draft: Attribution, root: str) -> Iterator[str]:
    """What the rules propose for a cue."""
    cue, rule = draft.head, draft.rule
    spoken, sort = proposals.is_believed(draft), noun_sort(draft.subject)
    yield from (f"rule={rule}", f"srule={root}/{rule}", f"trule={cue.tag}/{rule}/{cue.dep}")
    yield from (f"rsp={rule}/{spoken}", f"ssp={root}/{spoken}/{is_real(cue)}", f"rcat={draft.category}/{rule}")
    yield from (f"pas={draft.passive}/{rule}", f"rsb={sort}/{rule}", f"srsb={root}/{sort}")
    if draft.subject is not None:
        gap = size(abs(draft.subject.i - cue.i))
        yield from (f"rgap={gap}/{draft.subject.i < cue.i}", f"rsw={draft.subject.low}")
    words = [token for block, piece in draft.content for token in block.words(piece)]
    quoted = sum(token.quoted >= 0 for token in words)
    share = "all" if quoted == len(words) else "some" if quoted else "none"
    yield from (f"rlen={size(len(words))}/{rule}", f"rq={share}/{rule}", f"rpieces={min(3, len(draft.content))}")
    yield from (f"rop={words[0].low}/{rule}", f"ropt={words[0].tag}/{rule}")


def cue_signals(proposals: Proposals, cue: Token) -> list[str]:
    """What the second stage sees of a candidate.

    Args:
        proposals: what the rules propose for its block.
        cue: its token.
    """
    block, draft = proposals.block, proposals.by_head.get(cue)
    root, tag = stem(cue.low), cue.tag
    signals = list(_grammar(block, cue, root))
    around = _around(proposals, cue)
    signals += [f"q={around}", f"tq={tag}/{around}", f"sq={root}/{around}"]
    if draft is None:
        signals += ["rule=none", f"srule={root}/none", f"tdrule={tag}/{cue.dep}/none"]
    else:
        signals += _ruled(proposals, draft, root)
    holder, proposed = proposals.holder(cue, draft), draft is not None
    if holder is None:
        signals += ["in=no", f"in=no/{proposed}"]
    else:
        spoken = proposals.is_believed(holder)
        signals += [f"in={holder.rule}/{spoken}", f"inw={holder.head.low}", f"insp={spoken}/{proposed}"]
    if proposals.sources[cue.i] is not None:
        signals += ["insource", f"insource/{proposed}"]
    if block.kind is RegionKind.HEADLINE:
        signals += ["headline", f"headline/{tag}"]
    return signals
