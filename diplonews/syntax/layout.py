"""The parts of a text to parse (paragraphs, headline, deck, captions) and the copies that the parser reads."""

from __future__ import annotations

import re
from collections.abc import Iterator

from diplonews.lexicons.actornames import find_names
from diplonews.model.article import Article, RegionKind
from diplonews.model.span import Span
from diplonews.wire.dateline import find_dateline

__all__ = ["copies_for_parser", "parts_of", "split_paragraphs"]

BLOCK_CHARACTERS = 5_000
RUN_CHARACTERS = 64
WORD_CHARACTERS = 512
LONGEST_LETTERS = 3  # of an abbreviation: `UN`, `USA`
HEADLINE_CHARACTERS = 250
TITLE_WORDS, TITLE_SHARE = 3, 0.8
DATELINE_CHARACTERS = 200
DATELINE_PARAGRAPHS = 6
WRAPPED_CHARACTERS = (50, 100)
READ_KINDS = (RegionKind.HEADLINE, RegionKind.DECK, RegionKind.CAPTION)


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
_LONG_WORD = re.compile(rf"\S{{{WORD_CHARACTERS},}}")
_BLANKS = str.maketrans({**dict.fromkeys("\n\r\t\v\f\x85\u2028\u2029\xa0", " "), "―": "—"})


def _without_tail(match: re.Match[str]) -> str:
    """An endless word or run of signs with blanks for all but its first characters."""
    return match.group()[: RUN_CHARACTERS // 2].ljust(len(match.group()))


def _readable(words: str) -> str:
    """A copy for the parser, of the same length: line breaks become blanks, lone surrogates replacement characters.

    spaCy strips punctuation from a word one character at a time and copies the rest each time, so the time grows
    with the square of the length. No real word is as long as those cut here.
    """
    copy = _SURROGATE.sub("\ufffd", words.translate(_BLANKS))
    return _LONG_WORD.sub(_without_tail, _RUN.sub(_without_tail, copy))


def _recased(words: str, seen: frozenset[str]) -> str:
    """A headline in title case with the words in small letters that the article prints so."""
    from diplonews.lexicons.reporting import form_lemmas

    def small(match: re.Match[str]) -> str:
        word = match.group()
        low = word.lower()
        known = low in seen or low in form_lemmas()
        return low if known and len(low) == len(word) and not word.isupper() else word

    return re.sub(r"[^\W\d_]+(?:['’][a-z]+)?", small, words)


def _from_capitals(words: str, text: str, seen: frozenset[str]) -> str:
    """A headline all in capitals with small letters for all but its names and what the article never prints small."""
    named = {word for span, _ in find_names(words) for word in span.of(words).split()}

    def usual(match: re.Match[str]) -> str:
        word = match.group()
        printed = word[0] + word[1:].lower()
        name = word in named or (word.lower() not in seen and printed in text)
        usual = printed if name and len(word) > LONGEST_LETTERS else word if name else word.lower()
        return usual if len(usual) == len(word) else word

    return re.sub(r"[^\W\d_]+", usual, words)


def _seen_small(text: str) -> frozenset[str]:
    """The words that occur somewhere in lower case."""
    return frozenset(re.findall(r"(?<![^\W_])[a-z]+(?:['’][a-z]+)?(?![^\W_])", text))


def parts_of(text: str, article: Article | None) -> list[tuple[Span, RegionKind]]:
    """The stretches of text to parse, in text order, each of at most 5,000 characters, with what they are.

    Args:
        text: all of it.
        article: the article whose text it is; None for running text.
    """
    whole = _article_blocks(article) if article is not None else _plain_blocks(text)
    return [(piece, kind) for span, kind in whole for piece in _pieces(span, text)]


def copies_for_parser(text: str, parts: list[tuple[Span, RegionKind]]) -> list[str]:
    """A copy of each part, as long as the part itself, that a parser reads better and in linear time."""
    copies = [_readable(span.of(text)) for span, _ in parts]
    if any(kind is RegionKind.HEADLINE for _, kind in parts):
        seen = _seen_small(text)
        copies = [
            _usual_case(copy, text, seen) if kind is RegionKind.HEADLINE and _title_case(copy) else copy
            for copy, (_, kind) in zip(copies, parts, strict=True)
        ]
    return copies


def _usual_case(words: str, text: str, seen: frozenset[str]) -> str:
    """A headline with small letters where running text has them."""
    return _from_capitals(words, text, seen) if words.isupper() else _recased(words, seen)
