"""All quotes of an article: the rules in order, each a plain step."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

import attrs

from diplonews.actors.memory import Memory, build_memory
from diplonews.language import Parsed, parse_doc, parsing
from diplonews.lexicons.reporting import Reporting
from diplonews.lexicons.speakers import speaker_words
from diplonews.model.article import Article, RegionKind
from diplonews.model.identity import with_ids
from diplonews.model.quote import Quote, QuoteKind, Speaker, SpeakerType
from diplonews.model.span import Evidence, Span
from diplonews.moments import Moment, read_moment
from diplonews.quotes.attribution import find_drafts
from diplonews.quotes.colons import colon_drafts, dash_draft
from diplonews.quotes.continuation import add_beside, add_lead_ins, continue_quotations
from diplonews.quotes.cues import FINITE, is_real
from diplonews.quotes.drafts import Draft, settle
from diplonews.quotes.nouns import noun_drafts
from diplonews.quotes.speakers import find_speaker
from diplonews.quotes.view import Range, View, make_view

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

    from diplonews.quotes.crf import QuoteModel

__all__ = ["extract_quotes", "find_quotes", "make_views", "propose", "quoted_characters"]

REPORTED = frozenset(("statement", "question", "request", "promise", "denial"))
NOT_A_PARTY = frozenset(("he", "she", "i", "we", "you", "it", "this", "that", "who", "which", "what", "there"))


def _drafts(
    view: View, text: str, number: int, learnt: Mapping[str, tuple[Reporting, ...]] | None = None
) -> list[Draft]:
    """What the rules of one block find, in order of the cues; with learnt cues, all that they can propose."""
    dash = dash_draft(view)
    verbs = find_drafts(view, learnt, loose=learnt is not None)
    found = [*verbs, *noun_drafts(view), *colon_drafts(view, text, number), *([dash] if dash else [])]
    return sorted(found, key=lambda draft: draft.cue[0])


def make_views(parsed: Parsed) -> list[View]:
    """The views of an article's blocks."""
    return [make_view(block, parsed.text) for block in parsed.blocks]


def propose(views: Sequence[View], text: str, learnt: Mapping[str, tuple[Reporting, ...]]) -> list[list[Draft]]:
    """All that the rules can propose for each block outside quotations, for a second stage to choose from."""
    found = [_drafts(view, text, number, learnt) for number, view in enumerate(views)]
    return [[draft for draft in drafts if _outside(draft)] for drafts in found]


def _outside(draft: Draft) -> bool:
    """Whether the cue stands outside quotations, where the writer speaks."""
    return draft.view.quoted[draft.cue[-1]] < 0 or draft.rule.startswith(("colon", "dash"))


def _inside(draft: Draft, other: Draft) -> bool:
    """Whether the cue of a draft stands in the content of another."""
    return any(
        owner is draft.view and first <= draft.head and draft.cue[-1] < last for owner, (first, last) in other.content
    )


def _distance(draft: Draft) -> tuple[bool, int]:
    """How far a cue is from its content; a verb comes before a noun."""
    return draft.rule.startswith("noun"), abs(draft.content[0][1][0] - draft.cue[-1])


def _without_doubles(drafts: list[Draft]) -> list[Draft]:
    """Of attributions that end in the same words the one with the nearest cue."""
    nearest: dict[Range, Draft] = {}
    for draft in drafts:
        piece = draft.content[-1][1]
        if piece not in nearest or _distance(draft) < _distance(nearest[piece]):
            nearest[piece] = draft
    return [draft for draft in drafts if nearest[draft.content[-1][1]] is draft]


def _prune(drafts: list[Draft]) -> tuple[list[Draft], list[Draft]]:
    """The attributions of the writer's own, and those that stand inside others."""
    outer: list[Draft] = []
    inner: list[Draft] = []
    for draft in _without_doubles(drafts):
        (outer if _outside(draft) else inner).append(draft)
    nested = [draft for draft in outer if any(other is not draft and _inside(draft, other) for other in outer)]
    return [draft for draft in outer if draft not in nested], inner + nested


def _institution(speaker: Speaker | None) -> bool:
    """Whether a speaker is a body, a document or its spokesman: who reports what parties said."""
    if speaker is None:
        return False
    words = {word.lower().strip(".") for word in f"{speaker.name or ''} {speaker.role or ''}".split()}
    if speaker.type in (SpeakerType.ORGANIZATION, SpeakerType.DOCUMENT):
        return speaker.type is SpeakerType.DOCUMENT or bool(words & speaker_words("offices"))
    return bool(words & speaker_words("offices")) and (
        speaker.type is SpeakerType.GROUP or bool(words & speaker_words("spokesmen"))
    )


def _is_reported(draft: Draft) -> bool:
    """Whether an attribution inside another tells what a party said, agreed or asked."""
    view = draft.view
    if draft.subject is None or draft.category not in REPORTED or draft.rule.startswith(("quote", "noun", "passive")):
        return False
    if view.low[draft.subject] in NOT_A_PARTY or view.tags[draft.head] not in FINITE | {"VBN"}:
        return False
    named = view.words[draft.subject][0].isupper() or view.tags[draft.subject].startswith(("NN", "CD", "PRP"))
    return named and is_real(view, draft.head)


def _nested(inner: Iterable[Draft], outer: list[tuple[Draft, Speaker | None]]) -> list[Draft]:
    """Inner attributions worth telling: an institution's account of what parties said."""
    kept = []
    for draft in inner:
        hosts = [speaker for other, speaker in outer if _inside(draft, other)]
        if any(_institution(speaker) for speaker in hosts) and _is_reported(draft):
            kept.append(draft)
    return kept


def quoted_characters(views: Iterable[View]) -> bytearray:
    """For each character of the text 1 where it stands between quotation marks, else 0."""
    views = list(views)
    size = max((view.block.span.end for view in views), default=0)
    inside = bytearray(size + 1)
    for view in views:
        base = view.block.span.start
        for quotation in view.quotations:
            start, end = base + quotation.span.start, base + quotation.span.end
            inside[start:end] = b"\x01" * (end - start)
    return inside


def _spans(view: View, tokens: list[int]) -> tuple[Span, ...]:
    """Tokens as spans, neighbours joined."""
    pieces: list[Range] = []
    for i in tokens:
        if pieces and pieces[-1][1] == i:
            pieces[-1] = (pieces[-1][0], i + 1)
        else:
            pieces.append((i, i + 1))
    return tuple(view.char_span(piece) for piece in pieces)


def _kind(draft: Draft) -> QuoteKind:
    """How much of the content stands between marks."""
    inside = total = 0
    for view, (first, last) in draft.content:
        for i in range(first, last):
            if view.words[i][0].isalnum():
                total += 1
                inside += view.quoted[i] >= 0
    if not inside:
        return QuoteKind.INDIRECT
    return QuoteKind.DIRECT if inside == total else QuoteKind.MIXED


def _evidence(draft: Draft, cue: tuple[Span, ...]) -> Evidence:
    """The rule, its cues, and marks of the content's blocks that lack their pair."""
    lost: list[Span] = []
    for view in dict.fromkeys(view for view, _ in draft.content):
        base = view.block.span.start
        lost += [Span(base + span.start, base + span.end) for span in view.marks.unpaired]
    spans = tuple(sorted({*cue, *lost}, key=lambda span: (span.start, span.end)))
    detail = f"quotation mark without its pair at {', '.join(str(span.start) for span in lost)}" if lost else None
    return Evidence(rule=draft.rule, spans=spans, detail=detail)


def _quote(draft: Draft, speaker: Speaker | None, text: str) -> Quote:
    view = draft.view
    cue = _spans(view, draft.cue)
    content = [owner.char_span(piece) for owner, piece in draft.content]
    return Quote(
        text=" ... ".join(span.of(text) for span in content),
        kind=_kind(draft),
        content=tuple(content),
        cue=cue,
        source=view.char_span(draft.source) if draft.source is not None else None,
        speaker=speaker,
        audience=view.char_span(draft.audience) if draft.audience is not None else None,
        via=view.char_span(draft.via) if draft.via is not None else None,
        evidence=_evidence(draft, cue),
    )


def _shifted(quote: Quote, by: int) -> Quote:
    """A quote at another place, as the repetition of the first."""

    def move(span: Span | None) -> Span | None:
        return None if span is None else Span(span.start + by, span.end + by)

    def moved(spans: tuple[Span, ...]) -> tuple[Span, ...]:
        return tuple(Span(span.start + by, span.end + by) for span in spans)

    return attrs.evolve(
        quote,
        content=moved(quote.content),
        cue=moved(quote.cue),
        source=move(quote.source),
        audience=move(quote.audience),
        via=move(quote.via),
        duplicate_of=quote.content,
        evidence=attrs.evolve(quote.evidence, spans=moved(quote.evidence.spans)),
    )


def _duplicates(article: Article, quotes: list[Quote]) -> Iterator[Quote]:
    """The quotes of paragraphs that are printed twice."""
    for region in article.regions_of(RegionKind.DUPLICATE):
        first = region.duplicate_of
        if first is None or first.of(article.text) != region.span.of(article.text):
            continue
        for quote in quotes:
            parts = [*quote.content, *quote.cue, *([quote.source] if quote.source is not None else [])]
            if all(first.contains(span) for span in parts):
                yield _shifted(quote, region.span.start - first.start)


def find_quotes(parsed: Parsed, memory: Memory | None = None, model: QuoteModel | None = None) -> tuple[Quote, ...]:
    """The quotes of a parsed article, in text order of their cues.

    Args:
        parsed: the article's parse.
        memory: who is who in it; built here if not given.
        model: a trained second stage that chooses among the proposals, or None.
    """
    views = make_views(parsed)
    pruned = [_prune(_drafts(view, parsed.text, number)) for number, view in enumerate(views)]
    by_view, nested = [outer for outer, _ in pruned], [draft for _, inner in pruned for draft in inner]
    if model is not None:
        proposed = propose(views, parsed.text, model.cues)
        by_view = [model.choose(view, drafts) for view, drafts in zip(views, proposed, strict=True)]
    add_lead_ins(views, by_view)
    add_beside(views, by_view)
    continue_quotations(views, by_view)
    if memory is None:
        inside = quoted_characters(views)
        memory = build_memory(parsed, lambda character: bool(inside[character]))
    settled = [draft for drafts in by_view for draft in map(settle, drafts) if draft.content]
    found = [(draft, find_speaker(draft, memory)) for draft in settled]
    inner = [draft for draft in map(settle, _nested(nested, found)) if draft.content]
    found += [(draft, find_speaker(draft, memory)) for draft in inner]
    quotes = [_quote(draft, speaker, parsed.text) for draft, speaker in found]
    if parsed.article is not None:
        quotes += list(_duplicates(parsed.article, quotes))
    quotes.sort(key=lambda quote: (quote.cue[0].start, quote.content[0].start))
    return with_ids(quotes, parsed.owner)


def extract_quotes(
    article: Article | str,
    *,
    anchor: Moment | None = None,
    nlp: Language | None = None,
    doc: Doc | None = None,
    model: QuoteModel | None = None,
) -> tuple[Quote, ...]:
    """Who said what: direct, mixed and indirect quotes, each with its source, cue and speaker.

    Args:
        article: an article, of which headline, deck, captions and paragraphs are read, or plain
            text, which is read whole.
        anchor: taken so that all `extract_*` are called alike; it is checked, and not used.
        nlp: a spaCy pipeline with a tagger and a parser; the installed English model if None.
        doc: the text parsed already, instead of running a pipeline.
        model: a second stage that was trained on a corpus (`load_quote_model`).

    Returns:
        In text order of their cues. Spans count characters of the article's text; contents keep
        their quotation marks. What is repeated in a DUPLICATE region comes again, with
        `duplicate_of`.

    Raises:
        ModelNotFoundError: if no model is installed and none is given.
        TypeError: if `article` is neither an article nor a string, or `anchor` is no moment.
        ValueError: if the pipeline lacks a component, or `doc` is not of this text.

    Example:
        >>> text = 'Envoy Jens Holm said the talks had failed. "We are done," he told reporters.'
        >>> for quote in extract_quotes(text):
        ...     print(quote.kind.name, quote.speaker.name, [span.of(text) for span in quote.content])
        INDIRECT Jens Holm ['the talks had failed']
        DIRECT Jens Holm ['"We are done,"']
    """
    read_moment(anchor, "anchor")
    if doc is not None:
        if doc.text != (article.text if isinstance(article, Article) else article):
            raise ValueError("doc= is the parse of another text")
        return find_quotes(parse_doc(doc), model=model)
    with parsing(article, nlp) as parsed:
        return find_quotes(parsed, model=model)
