"""All quotes of an article: applies the rules in order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

import attrs

from diplonews.actors.discourse import read_discourse
from diplonews.lexicons.actornames import sector_of
from diplonews.lexicons.reporting import Reporting
from diplonews.lexicons.speakers import speaker_words
from diplonews.lexicons.tables import Tables, using
from diplonews.model.article import Article, RegionKind
from diplonews.model.identity import with_ids
from diplonews.model.quote import Quote, QuoteKind, Speaker, SpeakerType
from diplonews.model.span import Evidence, Span
from diplonews.moments import Moment
from diplonews.quotes.attribution import Attribution, settle
from diplonews.quotes.cues import is_real
from diplonews.quotes.polarity import polarity_of, without_refusals_to_tell
from diplonews.quotes.rules.according import find_according
from diplonews.quotes.rules.colons import find_colons, find_dash
from diplonews.quotes.rules.continuation import add_beside, add_lead_ins, continue_quotations
from diplonews.quotes.rules.nouns import find_nouns
from diplonews.quotes.rules.verbs import find_attributions
from diplonews.quotes.speakers import find_speaker
from diplonews.syntax.blocks import Block, Range
from diplonews.syntax.parsing import Parsed, parse_doc, parsing
from diplonews.syntax.tokens import Token

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

    from diplonews.quotes.learned.model import QuoteModel

__all__ = ["attributions_of", "extract_quotes", "find_quotes", "propose"]

PASSING = frozenset(("clause.left", "quote.left", "according"))  # rules that report the whole sentence before a source
REPORTED = frozenset(("statement", "question", "request", "promise", "denial", "refusal"))
NOT_A_PARTY = frozenset(("he", "she", "i", "we", "you", "it", "this", "that", "who", "which", "what", "there"))


def attributions_of(
    block: Block, text: str, learnt: Mapping[str, tuple[Reporting, ...]] | None = None
) -> list[Attribution]:
    """The attributions found by the rules in one block, in order of the cues.

    Args:
        block: the block.
        text: the article's text.
        learnt: further cues learnt from a corpus; if given, all proposals of the rules are returned.
    """
    found = find_attributions(block, learnt, loose=learnt is not None)
    found += [*find_according(block), *find_nouns(block), *find_colons(block, text), *find_dash(block)]
    return sorted(found, key=lambda item: item.start)


def propose(blocks: Sequence[Block], text: str, learnt: Mapping[str, tuple[Reporting, ...]]) -> list[list[Attribution]]:
    """All proposals of the rules for each block outside quotations, for a second stage to choose from."""
    return [[item for item in attributions_of(block, text, learnt) if _outside(item)] for block in blocks]


def _outside(draft: Attribution) -> bool:
    """Whether the cue is outside quotations, in the writer's own words."""
    return draft.cue[-1].quoted < 0 or draft.rule.startswith(("colon", "dash"))


def _inside(draft: Attribution, other: Attribution) -> bool:
    """Whether the cue of a draft is in the content of another."""
    return any(first <= draft.head.i and draft.cue[-1].i < last for first, last in other.pieces_in(draft.block))


def _distance(draft: Attribution) -> tuple[bool, int]:
    """The distance of a cue from its content; a verb comes before a noun."""
    return draft.rule.startswith("noun"), abs(draft.content[0][1][0] - draft.cue[-1].i)


def _without_doubles(drafts: list[Attribution]) -> list[Attribution]:
    """The attributions; of those that end in the same words only the one with the nearest cue."""
    nearest: dict[Range, Attribution] = {}
    for draft in drafts:
        piece = draft.content[-1][1]
        if piece not in nearest or _distance(draft) < _distance(nearest[piece]):
            nearest[piece] = draft
    return [draft for draft in drafts if nearest[draft.content[-1][1]] is draft]


def _without_tails(drafts: list[Attribution]) -> list[Attribution]:
    """The attributions, those before a last one without its words: `Oslo will pay, Vik said, [the agency reported]`."""
    for draft, other in pairwise(drafts):
        if _inside(draft, other) and _inside(other, draft):
            own = [piece for piece in draft.content if not piece[1][0] <= other.cue[-1].i < piece[1][1]]
            draft.content = own or draft.content
    return drafts


def _passed_on(drafts: list[Attribution]) -> list[Attribution]:
    """The attributions; of a quotation that somebody passes on, only its own: `"Yes," Holm said, the radio said`.

    Who passes it on becomes its relay.
    """
    gone: list[Attribution] = []
    for host in drafts:
        if host.rule not in PASSING:
            continue
        for draft in drafts:
            own = draft is not host and draft.rule.startswith("quote") and _outside(draft) and _inside(draft, host)
            if own and draft.content[0] == (host.block, (host.content[0][1][0], draft.content[0][1][1])):
                draft.via = draft.via or host.source
                gone.append(host)
                break
    return [draft for draft in drafts if draft not in gone]


def _prune(drafts: list[Attribution]) -> tuple[list[Attribution], list[Attribution]]:
    """The attributions made by the writer, and those inside others."""
    outer: list[Attribution] = []
    inner: list[Attribution] = []
    for draft in _passed_on(_without_tails(_without_doubles(without_refusals_to_tell(drafts)))):
        (outer if _outside(draft) else inner).append(draft)
    free: list[Attribution] = []
    for draft in outer:
        nested = any(other is not draft and _inside(draft, other) for other in outer)
        (inner if nested else free).append(draft)
    return free, inner


def _institution(speaker: Speaker | None) -> bool:
    """Whether a speaker is a body, a document or its spokesman: who reports what parties said."""
    if speaker is None:
        return False
    words = {word.lower().strip(".") for word in f"{speaker.name or ''} {speaker.role or ''}".split()}
    if speaker.type in (SpeakerType.ORGANIZATION, SpeakerType.DOCUMENT):
        return True
    if not words.isdisjoint(("spokesman", "spokeswoman", "spokesperson")):
        return True
    return bool(words & speaker_words("offices")) and (
        speaker.type is SpeakerType.GROUP or bool(words & speaker_words("spokesmen"))
    )


def _is_reported(draft: Attribution) -> bool:
    """Whether an attribution inside another reports what a party said, agreed or asked."""
    subject, verb = draft.subject, draft.head
    if subject is None or draft.category not in REPORTED or draft.rule.startswith(("quote", "noun", "np", "passive")):
        return False
    if subject.low in NOT_A_PARTY or not (verb.is_finite or verb.is_participle):
        return False
    named = subject.text[0].isupper() or subject.is_proper or not subject.is_word_noun
    party = named or subject.low in speaker_words("groups") or sector_of(subject.lemma) is not None
    return subject.is_noun and party and is_real(verb)


def _is_told(draft: Attribution, host: Attribution, speaker: Speaker | None) -> bool:
    """Whether an attribution inside another is worth reporting.

    It is if the host is a body's account and the inner one is indirect, or if the account is the whole
    sentence before its source: `Holm has left, Vik said, the agency reported`.
    """
    whole = host.rule in PASSING and draft.head.quoted < 0
    if not _institution(speaker):
        return False
    return whole or _kind(draft) is QuoteKind.INDIRECT


def _nested(inner: Iterable[Attribution], outer: list[tuple[Attribution, Speaker | None]]) -> list[Attribution]:
    """The inner attributions worth reporting."""
    hosts: dict[Block, list[tuple[Attribution, Speaker | None]]] = {}
    for other, speaker in outer:
        for owner in dict.fromkeys(owner for owner, _ in other.content):
            hosts.setdefault(owner, []).append((other, speaker))
    return [
        draft
        for draft in inner
        if _is_reported(draft)
        and any(_inside(draft, other) and _is_told(draft, other, who) for other, who in hosts.get(draft.block, ()))
    ]


def _spans(block: Block, tokens: list[Token]) -> tuple[Span, ...]:
    """Tokens as spans, neighbours joined."""
    pieces: list[Range] = []
    for token in tokens:
        if pieces and pieces[-1][1] == token.i:
            pieces[-1] = (pieces[-1][0], token.i + 1)
        else:
            pieces.append((token.i, token.i + 1))
    return tuple(block.char_span(piece) for piece in pieces)


def _kind(draft: Attribution) -> QuoteKind:
    """The kind of a quote, by the share of its content between marks."""
    words = [token for block, piece in draft.content for token in block.words(piece) if token.text[0].isalnum()]
    inside = sum(token.quoted >= 0 for token in words)
    if not inside:
        return QuoteKind.INDIRECT
    return QuoteKind.DIRECT if inside == len(words) else QuoteKind.MIXED


def _evidence(draft: Attribution, cue: tuple[Span, ...]) -> Evidence:
    """The rule, its cues, and marks of the content's blocks that lack their pair."""
    lost: list[Span] = []
    for block in dict.fromkeys(block for block, _ in draft.content):
        base = block.span.start
        lost += [Span(base + span.start, base + span.end) for span in block.marks.unpaired]
    spans = tuple(sorted({*cue, *lost}, key=lambda span: (span.start, span.end)))
    detail = f"quotation mark without its pair at {', '.join(str(span.start) for span in lost)}" if lost else None
    return Evidence(rule=draft.rule, spans=spans, detail=detail)


def _quote(draft: Attribution, speaker: Speaker | None, text: str) -> Quote:
    block = draft.block
    cue = _spans(block, draft.cue)
    content = [owner.char_span(piece) for owner, piece in draft.content]
    return Quote(
        text=" ... ".join(span.of(text) for span in content),
        kind=_kind(draft),
        polarity=polarity_of(draft),
        content=tuple(content),
        cue=cue,
        source=block.char_span(draft.source) if draft.source is not None else None,
        speaker=speaker,
        audience=block.char_span(draft.audience) if draft.audience is not None else None,
        via=block.char_span(draft.via) if draft.via is not None else None,
        evidence=_evidence(draft, cue),
    )


def _shifted(quote: Quote, by: int) -> Quote:
    """A copy of a quote at another place, marked as a duplicate."""

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
    """The quotes of repeated paragraphs."""
    for region in article.regions_of(RegionKind.DUPLICATE):
        first = region.duplicate_of
        if first is None or first.of(article.text) != region.span.of(article.text):
            continue
        for quote in quotes:
            parts = [*quote.content, *quote.cue, *([quote.source] if quote.source is not None else [])]
            if all(first.contains(span) for span in parts):
                yield _shifted(quote, region.span.start - first.start)


def find_quotes(parsed: Parsed, model: QuoteModel | None = None) -> tuple[Quote, ...]:
    """The quotes of a parsed article, in text order of their cues.

    Args:
        parsed: the article's parse.
        model: a trained second stage that chooses among the proposals, or None.
    """
    with using(parsed.tables):
        return _find_quotes(parsed, model)


def _find_quotes(parsed: Parsed, model: QuoteModel | None) -> tuple[Quote, ...]:
    blocks = parsed.blocks
    pruned = [_prune(attributions_of(block, parsed.text)) for block in blocks]
    by_block, nested = [outer for outer, _ in pruned], [draft for _, inner in pruned for draft in inner]
    if model is not None:
        proposed = propose(blocks, parsed.text, model.cues)
        by_block = [model.choose(block, drafts) for block, drafts in zip(blocks, proposed, strict=True)]
    add_lead_ins(blocks, by_block)
    add_beside(blocks, by_block)
    continue_quotations(blocks, by_block)
    discourse = read_discourse(parsed)
    settled = [draft for drafts in by_block for draft in map(settle, drafts) if draft.content]
    found = [(draft, find_speaker(draft, discourse)) for draft in settled]
    inner = [draft for draft in map(settle, _nested(nested, found)) if draft.content]
    found += [(draft, find_speaker(draft, discourse)) for draft in inner]
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
    tables: Tables | None = None,
) -> tuple[Quote, ...]:
    """The direct, mixed and indirect quotes of a text, each with its source, cue and speaker.

    Args:
        article: an article, whose headline, deck, captions and paragraphs are read, or plain
            text, which is read whole.
        anchor: the day of the text, for names that were valid only for a time, instead of the
            article's own; see `extract_dates`.
        nlp: a spaCy pipeline with a tagger and a parser; the installed English model if None.
        doc: the already parsed text, instead of running a pipeline.
        model: a second stage trained on a corpus (`load_quote_model`).
        tables: tables of words and names with your own rows; the package's if None.

    Returns:
        Quotes in text order of their cues. Spans count characters of the article's text; contents
        include their quotation marks. Quotes repeated in a DUPLICATE region are returned again, with
        `duplicate_of`.

    Raises:
        ModelNotFoundError: if no model is installed and none is given.
        TypeError: if `article` is neither an article nor a string, or `anchor` is not a moment.
        ValueError: if the pipeline lacks a component, or `doc` is not of this text.

    Example:
        >>> text = 'Envoy Jens Holm said the talks had failed. "We are done," he told reporters.'
        >>> for quote in extract_quotes(text):
        ...     print(quote.kind.name, quote.speaker.name, [span.of(text) for span in quote.content])
        INDIRECT Jens Holm ['the talks had failed']
        DIRECT Jens Holm ['"We are done,"']
    """
    if doc is not None:
        if doc.text != (article.text if isinstance(article, Article) else article):
            raise ValueError("doc= is the parse of another text")
        return find_quotes(parse_doc(doc, anchor=anchor, tables=tables), model=model)
    with parsing(article, nlp, anchor=anchor, tables=tables) as parsed:
        return find_quotes(parsed, model=model)
