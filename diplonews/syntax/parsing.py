"""Parse a text: its blocks with their tokens, from a pipeline or from a document parsed already.

Each paragraph is parsed separately, with line breaks read as blanks, so a fault in one never affects
another.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager, nullcontext
from datetime import date
from threading import RLock
from typing import TYPE_CHECKING, Any, TypeAlias

import attrs

from diplonews.lexicons.tables import Tables, using
from diplonews.model.article import Article
from diplonews.model.identity import digest
from diplonews.model.span import Evidence
from diplonews.moments import Moment, day_of, read_moment
from diplonews.syntax.blocks import Block, Sentence, read_block
from diplonews.syntax.copy_repairs import mend_copy
from diplonews.syntax.languages import english_parts
from diplonews.syntax.layout import copies_for_parser, parts_of
from diplonews.syntax.pipeline import check, load, tag_and_parse
from diplonews.syntax.sentences import read_sentences
from diplonews.syntax.tokens import unlink

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

__all__ = ["Parsed", "parse", "parse_doc", "parsing"]

KEPT_WORDS = 50_000
_ONE_AT_A_TIME = RLock()

Text: TypeAlias = "Article | str"


@attrs.frozen(kw_only=True, eq=False)
class Parsed:
    """A text and its blocks.

    Attributes:
        text: the text that all offsets refer to.
        article: the article, or None for plain text.
        blocks: in text order, without white space, credits and the like.
        sentences: of all blocks, in text order, with the known names in them.
        anchor: the day or moment that relative dates count from: a date or an aware datetime, or None.
        tables: the tables in use.
        unread: why some paragraphs are left out of the blocks, which are in English; None if none is.
        readings: results that stages computed from the whole parse, for other stages to reuse; each has a method
            `release`, which takes it apart.
    """

    text: str
    article: Article | None
    blocks: tuple[Block, ...]
    sentences: tuple[Sentence, ...]
    anchor: date | None = None
    tables: Tables
    unread: str | None = None
    readings: dict[object, Any] = attrs.field(factory=dict, init=False)

    @property
    def day(self) -> date | None:
        """The calendar day of the anchor."""
        return day_of(self.anchor)

    @property
    def source(self) -> Article | str:
        """The article, with the caller's anchor if one was given; or the text."""
        return self.article if self.article is not None else self.text

    @property
    def owner(self) -> str:
        """The owner from which the ids of findings are made: the article's identifier, else a digest of the text."""
        return (self.article.identifier if self.article is not None else None) or digest(self.text)

    def release(self) -> None:
        """Take the trees and the readings apart, which frees their memory at once.

        Words that point at each other would otherwise wait for Python's collector of cycles, whose runs then
        take a tenth of the time of an analysis.
        """
        for reading in self.readings.values():
            reading.release()
        self.readings.clear()
        unlink(token for block in self.blocks for token in block.tokens)

    def __repr__(self) -> str:
        return f"<Parsed {len(self.blocks)} blocks of {len(self.text)} characters>"


def _numbered(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """The blocks with their numbers and those of their sentences."""
    numbered: list[Block] = []
    sentence = 0
    for number, block in enumerate(blocks):
        numbered.append(attrs.evolve(block, number=number, first_sentence=sentence))
        sentence += len(block.edges)
    return tuple(numbered)


def _read(
    text: str,
    article: Article | None,
    blocks: Iterable[Block],
    anchor: Moment | None,
    tables: Tables | None,
    unread: str | None,
) -> Parsed:
    """The blocks with their sentences."""
    moment = read_moment(anchor, "anchor")
    if article is not None:
        article = _on_day(article, moment)
        moment = article.anchor
    numbered = _numbered(blocks)
    with using(tables) as used:
        sentences = read_sentences(numbered, day_of(moment))
    return Parsed(
        text=text,
        article=article,
        blocks=numbered,
        sentences=sentences,
        anchor=moment,
        tables=used,
        unread=unread,
    )


def _on_day(article: Article, moment: date | None) -> Article:
    """The article with the given day as its anchor, and evidence that says so."""
    if moment is None:
        return article
    given = Evidence(rule="given", field="anchor", detail=moment.isoformat())
    return attrs.evolve(article, anchor=day_of(moment), evidence=(*article.evidence, given))


def _words(text: Text) -> str:
    """The text of an article, or the string itself."""
    if not isinstance(text, Article | str):
        raise TypeError(
            f"expected an Article or a str (got {type(text).__name__}); parse_article makes an Article of bytes, "
            "analyze_many takes a list"
        )
    return text.text if isinstance(text, Article) else text


def parse(
    text: Text, nlp: Language | None = None, *, anchor: Moment | None = None, tables: Tables | None = None
) -> Parsed:
    """Tag and parse an article, or running text, block by block.

    Args:
        text: an article, whose headline, deck, captions and paragraphs are read; or plain
            text, which is read whole. Parts not in English are left out.
        nlp: a spaCy pipeline with a tagger and a parser; the installed English model if None.
        anchor: the day that relative dates count from; the article's own if None.
        tables: the tables in use; the package's if None.

    Raises:
        ModelNotFoundError: if no model is installed and none is given.
        TypeError: if `text` is neither an article nor a string, or `nlp` not a pipeline.
        ValueError: if the pipeline lacks a component.
    """
    words = _words(text)
    if nlp is None:
        nlp = load()
    else:
        check(nlp)
    article = text if isinstance(text, Article) else None
    parts, unread = english_parts(words, article, parts_of(words, article))
    copies = copies_for_parser(words, parts)
    docs = tag_and_parse(map(mend_copy, copies), nlp)
    blocks = (
        read_block(
            doc,
            first=0,
            last=len(doc),
            printed=copy,
            offset=span.start,
            span=span,
            kind=kind,
            text=span.of(words),
        )
        for (span, kind), copy, doc in zip(parts, copies, docs, strict=True)
    )
    return _read(words, article, blocks, anchor, tables, unread)


def parse_doc(doc: Doc, *, anchor: Moment | None = None, tables: Tables | None = None) -> Parsed:
    """The same for a document that a pipeline has already tagged and parsed, without parsing it again.

    Raises:
        ValueError: if the document carries no tags or no parse.
    """
    for layer, name in (("TAG", "tagger"), ("DEP", "parser")):
        if len(doc) and not doc.has_annotation(layer):
            raise ValueError(f"the document has no {layer} annotation: add a {name} to the pipeline")
    text = doc.text
    blocks = []
    last = 0
    parts, unread = english_parts(text, None, parts_of(text, None))
    for span, kind in parts:
        tokens = doc.char_span(span.start, span.end, alignment_mode="expand")
        if tokens is None or tokens.end <= last:
            continue
        first, last = max(tokens.start, last), tokens.end  # a token split by a cut belongs to the first part
        blocks.append(
            read_block(doc, first=first, last=last, printed=text, offset=0, span=span, kind=kind, text=span.of(text))
        )
    return _read(text, None, blocks, anchor, tables, unread)


@contextmanager
def parsing(
    text: Text,
    nlp: Language | None = None,
    *,
    anchor: Moment | None = None,
    tables: Tables | None = None,
    keep: bool = False,
) -> Iterator[Parsed]:
    """`parse`, in a memory zone released at the end, so that long runs do not grow.

    Inside another zone of the same pipeline the outer one is used. The words of the first texts are kept,
    up to a bound: creating the entries of common words again for every text takes a tenth of the time.
    At the end the trees are taken apart (`Parsed.release`), unless `keep` is set.

    Threads run one at a time: they share the pipeline's zone, and the first to leave it would free words
    that others still read.
    """
    with _ONE_AT_A_TIME:
        nlp = load() if nlp is None else nlp
        check(nlp)
        inside = getattr(nlp.vocab, "in_memory_zone", False)
        kept = inside or len(nlp.vocab) + len(_words(text)) <= KEPT_WORDS
        with nullcontext() if kept else nlp.memory_zone():
            parsed = parse(text, nlp, anchor=anchor, tables=tables)
            try:
                yield parsed
            finally:
                if not keep:
                    parsed.release()
