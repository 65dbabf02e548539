"""The possible readings of a cue: the rules', the model's, or the content of one with the source of the other."""

from __future__ import annotations

import math
from collections.abc import Sequence
from operator import attrgetter

import attrs

from diplonews.quotes.attribution import Attribution, Piece
from diplonews.quotes.cues import in_order
from diplonews.quotes.learned.candidates import Proposals, size, stem, top, word_tokens
from diplonews.quotes.learned.cue_features import noun_sort
from diplonews.quotes.learned.span_labels import read_labels
from diplonews.quotes.learned.templates import Templates
from diplonews.syntax.blocks import Range
from diplonews.syntax.clauses import clause_of
from diplonews.syntax.tokens import Token

__all__ = ["Reading", "Variant", "as_draft", "variants", "verdict_signals"]

SMALLEST = 1e-6
VERDICT = Templates(
    *("belief", "belief rule", "precise", "full", "sure", "precise full", "confidence", "sure name", "precise share"),
    *("full name", "worth half", "name", "name rule spoken", "same name", "rule spoken same", "sort", "sort name"),
    *("share name", "own", "root", "root name", "tag rule", "length", "length share", "ways", "pieces name"),
    *("kind name", "away"),
)


@attrs.frozen(kw_only=True, eq=False)
class Reading:
    """The models' reading of a cue.

    Attributes:
        head: the cue's main token.
        belief: the probability that it is a cue, from 0 to 1.
        pieces: the parts around it; `labels` the label of each.
        confidence: joint probability of the labels.
        in_content, in_source: for each part, the probabilities that it belongs to the content and to the source.
    """

    head: Token
    belief: float
    pieces: tuple[Range, ...]
    labels: tuple[str, ...]
    confidence: float
    in_content: tuple[float, ...]
    in_source: tuple[float, ...]


@attrs.frozen(kw_only=True)
class Variant:
    """One possible reading of a cue.

    Attributes:
        name: `rules`, `model`, `model+source` (the rules' source) or `rules+source` (the model's).
        content: its pieces.
        source: tokens of the source, or None.
    """

    name: str
    content: tuple[Piece, ...]
    source: Range | None


def variants(proposals: Proposals, reading: Reading) -> list[Variant]:
    """The possible readings of a cue, the rules' own first, each once.

    Args:
        proposals: the rules' proposals for its block.
        reading: the models' reading of it.
    """
    block, draft = proposals.block, proposals.by_head.get(reading.head)
    pieces, source = read_labels(block, reading.pieces, reading.labels)
    content = tuple((block, piece) for piece in pieces)
    found = [Variant(name="model", content=content, source=source)] if content else []
    if draft is not None:
        ruled = tuple(draft.content)
        found.insert(0, Variant(name="rules", content=ruled, source=draft.source))
        if content and draft.source is not None:
            found.append(Variant(name="model+source", content=content, source=draft.source))
        if content and source is not None:
            found.append(Variant(name="rules+source", content=ruled, source=source))
    once: dict[tuple[object, ...], Variant] = {}
    for variant in found:
        once.setdefault((*((id(owner), piece) for owner, piece in variant.content), variant.source), variant)
    return list(once.values())


def _log(value: float) -> float:
    """A logarithm with a lower bound."""
    return math.log(max(value, SMALLEST))


def _bucket(value: float, low: float = 0, high: float = 10) -> int:
    """A number as one of few classes."""
    return int(max(low, min(high, round(value))))


def _agreement(proposals: Proposals, found: Sequence[Variant]) -> str:
    """The agreement of the readings of a cue in their content."""
    if len(found) == 1:
        return "one"
    words = [word_tokens(proposals.block, variant.content) for variant in found]
    union, common = set.union(*words), set.intersection(*words)
    return "same" if union == common else "most" if 2 * len(common) >= len(union) else "little"


@attrs.frozen(kw_only=True)
class _Weight:
    """The probabilities that the model of parts gives a variant.

    Attributes:
        precision: mean probability of the variant's words; `recall` share of the expected content in it.
        source: mean probability of the source's words, or the probability that there is no source.
    """

    precision: float
    recall: float
    source: float


def _weigh(proposals: Proposals, reading: Reading, variant: Variant, words: set[Token]) -> _Weight:
    """The probabilities that the model of parts gives a variant."""
    block = proposals.block
    expected = inside = source = 0.0
    for piece, in_content, in_source in zip(reading.pieces, reading.in_content, reading.in_source, strict=True):
        for token in block.words(piece):
            expected += in_content * token.text[0].isalnum()
            inside += in_content * (token in words)
            if variant.source is not None and variant.source[0] <= token.i < variant.source[1]:
                source += in_source
    if variant.source is None:
        source = 1 - max(reading.in_source, default=0)
    else:
        source /= variant.source[1] - variant.source[0]
    return _Weight(
        precision=min(inside / max(len(words), 1), 1), recall=min(inside / max(expected, 0.01), 1), source=source
    )


def verdict_signals(
    proposals: Proposals, reading: Reading, variant: Variant, found: Sequence[Variant]
) -> dict[str, float]:
    """The features of one possible reading of a cue.

    Args:
        proposals: the rules' proposals for its block.
        reading: the models' reading of the cue.
        variant: the reading to describe; one of `found`.
        found: all possible readings.
    """
    block, cue, draft = proposals.block, reading.head, proposals.by_head.get(reading.head)
    words = word_tokens(block, variant.content)
    weight = _weigh(proposals, reading, variant, words)
    odds = _log(reading.belief) - _log(1 - reading.belief)
    belief = _bucket(2 * odds, -12, 16)
    quoted = sum(token.quoted >= 0 for token in words)
    holder = proposals.holder(cue, draft)
    values = {
        "name": variant.name,
        "rule": draft.rule if draft is not None else "none",
        "spoken": str(proposals.is_believed(draft)),
        "belief": str(belief),
        "half": str(belief // 2),
        "precise": str(_bucket(10 * weight.precision)),
        "full": str(_bucket(10 * weight.recall)),
        "sure": str(_bucket(10 * weight.source)),
        "worth": str(_bucket(10 * weight.precision * weight.recall)),
        "confidence": str(_bucket(2 * _log(reading.confidence), -24, 0)),
        "share": "all" if words and quoted == len(words) else "some" if quoted else "none",
        "same": _agreement(proposals, found),
        "sort": noun_sort(top(block, variant.source) if variant.source is not None else None),
        "own": "none" if holder is None else f"{holder.rule}/{proposals.is_believed(holder)}",
        "root": stem(cue.low),
        "tag": cue.tag,
        "length": str(size(len(words))),
        "ways": str(len(found)),
        "pieces": str(min(3, len(variant.content))),
        "kind": block.kind.name,
        "away": str(bool(words) and min(words, key=attrgetter("i")).sentence != cue.sentence),
    }
    measured = {
        "bias": 1.0,
        "belief": odds / 3,
        "precision": 2 * weight.precision,
        "recall": 2 * weight.recall,
        "source": 2 * weight.source,
        "confidence": max(-6, _log(reading.confidence)) / 2,
    }
    return measured | dict.fromkeys(VERDICT.fill(values), 1.0)


def as_draft(proposals: Proposals, reading: Reading, variant: Variant) -> Attribution:
    """A reading of a cue as an attribution."""
    block, cue = proposals.block, reading.head
    draft, source = proposals.by_head.get(cue), variant.source
    subject = top(block, source) if source is not None else None
    content = list(variant.content)
    if draft is not None:
        return attrs.evolve(
            draft,
            rule=draft.rule if variant.name == "rules" else f"{draft.rule}+learnt",
            content=content,
            source=source,
            subject=draft.subject if source == draft.source else subject,
        )
    speech = any(proposals.speech_at(first) is not None for _, (first, _) in content)
    return Attribution(
        block=block,
        rule="quote.learnt" if speech else "learnt",
        head=cue,
        category="statement" if speech else "",
        cue=in_order([cue, *clause_of(cue).auxiliaries]),
        content=content,
        subject=subject,
        source=source,
    )
