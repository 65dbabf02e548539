"""What the second stage sees of a word that may be a cue: its form, its grammar, its neighbours and the rules."""

from __future__ import annotations

from collections.abc import Iterator

from diplonews.quotes.cues import is_real
from diplonews.quotes.drafts import Draft
from diplonews.quotes.proposals import Proposals, size, stem
from diplonews.syntax.blocks import Block

__all__ = ["candidate_cues", "cue_signals", "noun_sort"]

CUE_TAGS = ("V", "N", "J", "I", ":", "M")
SAID_AS_IS = frozenset(("PRP", "WP", "WDT", "DT", "PRP$", "WRB", "EX"))
WORDED = frozenset(("prep", "prt", "neg", "aux", "agent", "advmod"))
NEAR, MIDDLE = 2, 8


def candidate_cues(proposals: Proposals, stems: frozenset[str]) -> list[int]:
    """The tokens of a block that may be cues: what the rules propose, and what a corpus has as cues."""
    block = proposals.block
    return [
        i
        for i, word in enumerate(token.low for token in block.tokens)
        if i in proposals.by_head or (block[i].quoted < 0 and block[i].tag.startswith(CUE_TAGS) and stem(word) in stems)
    ]


def noun_sort(block: Block, i: int | None) -> str:
    """What kind of word a source is: a pronoun itself, the part of speech of another."""
    if i is None:
        return "none"
    return block[i].low if block[i].tag in SAID_AS_IS else block[i].tag


def _around(proposals: Proposals, i: int) -> str:
    """How near the quotations before and after a token of the same sentence are."""
    block = proposals.block
    first, last = block.sentence(i)
    before, after = proposals.speech_before(i), proposals.speech_after(i)
    gaps = (
        i - before[1] if before is not None and before[1] >= first - 1 else -1,
        after[0] - i if after is not None and after[0] <= last else -1,
    )
    return "/".join("no" if gap < 0 else "near" if gap <= NEAR else "mid" if gap <= MIDDLE else "far" for gap in gaps)


def _dependents(block: Block, i: int) -> set[str]:
    """What depends on a token, and on which side."""
    found = set()
    for kid in block.kids(i):
        dep, side = block[kid].dep, "R" if kid > i else "L"
        if dep in WORDED:
            found.add(f"{dep}{side}:{block[kid].low}")
            if block[kid].tag == "MD":
                found.add("modal")
        elif dep != "punct":
            found.add(dep + side)
            if dep in ("ccomp", "xcomp"):
                opening = next((block[x].low for x in block.kids(kid) if block[x].dep in ("mark", "aux")), "")
                found.add(f"{dep}{side}:{opening}:{block[kid].tag}")
    return found


def _grammar(block: Block, i: int, root: str) -> Iterator[str]:
    """The word, its neighbours and its place in the sentence's tree."""
    word, tag, dep, head = block[i].low, block[i].tag, block[i].dep, block[i].head.i
    last = len(block) - 1
    before, before_tag = (block[i - 1].low, block[i - 1].tag) if i else ("^", "^")
    after, after_tag = (block[i + 1].low, block[i + 1].tag) if i < last else ("$", "$")
    subject = block.child(i, "nsubj", "nsubjpass")
    sort = noun_sort(block, subject)
    yield from ("bias", f"w={word}", f"s={root}", f"t={tag}", f"d={dep}", f"td={tag}/{dep}", f"st={root}/{tag}")
    yield from (f"sd={root}/{dep}", f"pw={before}", f"nw={after}", f"wnw={word}/{after}", f"wpw={word}/{before}")
    yield from (f"nnw={block[i + 2].low if i + 1 < last else '$'}", f"tpt={tag}/{before_tag}", f"tnt={tag}/{after_tag}")
    yield from (f"snt={root}/{after_tag}", f"sk={sort}", f"ssk={root}/{sort}", f"tdsk={tag}/{dep}/{sort}")
    if subject is not None:
        yield f"sw={block[subject].low}"
    if head == i:
        yield "root"
    else:
        yield from (f"hd={stem(block[head].low)}/{dep}", f"ht={block[head].tag}/{dep}/{head < i}")
    for label in _dependents(block, i):
        yield from (f"k={label}", f"sk={root}/{label}")
    first, end = block.sentence(i)
    yield from (f"pos={min(3, i - first)}", f"end={min(3, end - i)}")


def _ruled(proposals: Proposals, draft: Draft, root: str) -> Iterator[str]:
    """What the rules propose for a cue."""
    block, i, rule = proposals.block, draft.head, draft.rule
    spoken, sort = proposals.is_believed(draft), noun_sort(block, draft.subject)
    yield from (f"rule={rule}", f"srule={root}/{rule}", f"trule={block[i].tag}/{rule}/{block[i].dep}")
    yield from (f"rsp={rule}/{spoken}", f"ssp={root}/{spoken}/{is_real(block, i)}", f"rcat={draft.category}/{rule}")
    yield from (f"pas={draft.passive}/{rule}", f"rsb={sort}/{rule}", f"srsb={root}/{sort}")
    if draft.subject is not None:
        gap = size(abs(draft.subject - i))
        yield from (f"rgap={gap}/{draft.subject < i}", f"rsw={draft.block[draft.subject].low}")
    owner, (first, _) = draft.content[0]
    count = sum(last - first for _, (first, last) in draft.content)
    quoted = sum(block[x].quoted >= 0 for block, piece in draft.content for x in range(*piece))
    share = "all" if quoted == count else "some" if quoted else "none"
    yield from (f"rlen={size(count)}/{rule}", f"rq={share}/{rule}", f"rpieces={min(3, len(draft.content))}")
    yield from (f"rop={owner[first].low}/{rule}", f"ropt={owner[first].tag}/{rule}")


def cue_signals(proposals: Proposals, i: int) -> list[str]:
    """What the second stage sees of a candidate.

    Args:
        proposals: what the rules propose for its block.
        i: its token.
    """
    block, draft = proposals.block, proposals.by_head.get(i)
    root, tag = stem(block[i].low), block[i].tag
    signals = list(_grammar(block, i, root))
    around = _around(proposals, i)
    signals += [f"q={around}", f"tq={tag}/{around}", f"sq={root}/{around}"]
    if draft is None:
        signals += ["rule=none", f"srule={root}/none", f"tdrule={tag}/{block[i].dep}/none"]
    else:
        signals += _ruled(proposals, draft, root)
    holder, proposed = proposals.holder(i, draft), draft is not None
    if holder is None:
        signals += ["in=no", f"in=no/{proposed}"]
    else:
        spoken = proposals.is_believed(holder)
        signals += [f"in={holder.rule}/{spoken}", f"inw={block[holder.head].low}", f"insp={spoken}/{proposed}"]
    if proposals.sources[i] is not None:
        signals += ["insource", f"insource/{proposed}"]
    if block.kind.name == "HEADLINE":
        signals += ["headline", f"headline/{tag}"]
    return signals
