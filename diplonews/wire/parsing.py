"""`parse_article` and `parse_articles`: from raw input to `Article`."""

from __future__ import annotations

import re
from datetime import date

from diplonews.errors import ParseError
from diplonews.model import Article
from diplonews.wire.base import Articles, Copy, Parser
from diplonews.wire.dateline import find_dateline
from diplonews.wire.lines import split_lines
from diplonews.wire.registry import default_registry
from diplonews.wire.textparser import TextParser

__all__ = ["parse_article", "parse_articles", "split_digest"]

MOST_STORIES = 500
HEAD_CHARACTERS = 2_000
# Yonhap News Summary, Kyodo's and Xinhua's digests: a row of hyphens between stories
RULE = re.compile(r"(?m)^[^\S\n]*[-=_*]{8,200}[^\S\n]*$")


def parse_article(raw: str | bytes, *, format: str | None = None, reference: date | None = None) -> Article:
    r"""The article in `raw`: its anatomy, with every character in exactly one region.

    Args:
        raw: text as pasted, or the text or bytes of a file. Bytes are read as UTF-8, else in
            the encoding that they declare, else as cp1252.
        format: name of the parser to use (see `parsers`); by default the one that is surest.
        reference: a day near publication. Copy of a wire often prints `March 4` and no year;
            with this day the year is the one that is nearest, without it the date is None.

    Raises:
        ParseError: for bytes that are not text, for broken XML or JSON, and for a container of
            several stories (`parse_articles` takes those). Plain text never raises.
        UnknownFormatError: if no parser has the name `format`; the message lists those known.
        TypeError: if `raw` is neither str nor bytes.

    Example:
        >>> article = parse_article("Envoys to meet\n\nOSLO, May 4 (Reuters) - Two envoys will meet on Friday.")
        >>> article.headline, article.provider, article.dateline.places[0].timezone
        ('Envoys to meet', 'Reuters', 'Europe/Oslo')
    """
    copy = Copy(_checked(raw), reference=reference)
    articles = _parser_for(copy, format).parse(copy)
    stories = [article for article in articles if article.paragraphs] or list(articles)  # pictures beside a story
    if len(stories) != 1:
        count = f"{len(stories)} articles" if stories else "no article"
        found = stories[0].format if stories else format
        raise ParseError(f"the input holds {count}; parse_articles reads containers", format=found)
    return stories[0]


def parse_articles(raw: str | bytes, *, format: str | None = None, reference: date | None = None) -> Articles:
    """All articles in `raw`, in its order: the items of a container, the stories of a digest.

    A digest is plain text whose stories stand between rules (`----------`); each becomes an
    article of its own, whose `text` is that stretch of the input.

    Returns:
        A tuple of `Article` whose attribute `failures` holds a `ParseError` for each item that
        could not be read (a `ParseWarning` names it too); the others are there.

    Args, Raises: as `parse_article`.
    """
    copy = Copy(_checked(raw), reference=reference)
    parser = _parser_for(copy, format)
    if isinstance(parser, TextParser):
        stories = split_digest(copy.text)
        if len(stories) > 1:
            parts = [Copy(story, reference=reference) for story in stories]
            return Articles(article for part in parts for article in _parser_for(part, format).parse(part))
    return parser.parse(copy)


def _checked(raw: object) -> str | bytes:
    if not isinstance(raw, str | bytes):
        raise TypeError(f"raw must be str or bytes (got {type(raw).__name__}: {raw!r:.60})")
    return raw


def _parser_for(copy: Copy, format: str | None) -> Parser:
    if format is not None:
        return default_registry().get(format)
    copy.text  # noqa: B018 -- bytes that are no text fail here, before any parser is asked
    return default_registry().best(copy)


def split_digest(text: str) -> list[str]:
    r"""The stories of a digest: the stretches between rules, if two or more open with a dateline.

    A text that is no digest comes back whole.

    Example:
        >>> len(split_digest("One\nOSLO -- One.\n----------\nTwo\nBONN -- Two."))
        2
    """
    parts = [part for part in RULE.split(text) if part.strip()]
    if not 2 <= len(parts) <= MOST_STORIES:
        return [text]
    dated = sum(any(find_dateline(part, *line) for line in split_lines(part[:HEAD_CHARACTERS])[:6]) for part in parts)
    return parts if dated >= 2 else [text]
