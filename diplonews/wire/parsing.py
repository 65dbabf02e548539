"""`parse_article` and `parse_articles`: from raw input to `Article`."""

from __future__ import annotations

import warnings
from os import PathLike
from os.path import exists

from diplonews.errors import ParseError, ParseWarning
from diplonews.model import Article
from diplonews.moments import Moment
from diplonews.patterns import lazy_re
from diplonews.wire.base import Articles, Copy, Parser
from diplonews.wire.dateline import find_dateline
from diplonews.wire.given import Given, differences
from diplonews.wire.lines import split_lines
from diplonews.wire.registry import default_registry
from diplonews.wire.textparser import TextParser

__all__ = ["parse_article", "parse_articles", "read_copy", "split_digest"]

MOST_STORIES = 500
HEAD_CHARACTERS = 2_000
PATH_CHARACTERS = 260
DATA_OPENINGS = "<{[%W"  # of XML, JSON and the other rows of `structures.toml`
WAY_OUT = "one call reads one input"
# Yonhap News Summary, Kyodo's and Xinhua's digests: a row of hyphens between stories
RULE = lazy_re(r"(?m)^[^\S\n]*[-=_*]{8,200}[^\S\n]*$")


def parse_article(  # noqa: PLR0913 -- facts known beside the copy, each by its name
    raw: str | bytes,
    *,
    format: str | None = None,
    published: Moment | None = None,
    headline: str | None = None,
    provider: str | None = None,
    outlet: str | None = None,
    identifier: str | None = None,
    url: str | None = None,
    reference: Moment | None = None,
) -> Article:
    r"""The article in `raw`: its anatomy, with every character in exactly one region.

    Printed values win over given ones. A given value fills a field that the copy leaves open;
    one that differs from the printed value is recorded in the evidence (rule `given.differs`) and causes a
    `ParseWarning`.

    Args:
        raw: text as pasted, or the text or bytes of a file; files are never opened. Bytes are read
            as UTF-8, else in the encoding that they declare, else as cp1252.
        format: name of the parser to use (see `parsers`); default: the one with the highest score.
        published: when it was published: a date, a datetime (also of pandas) or ISO 8601 text.
            Wire copy often prints `March 4` without a year; this day then gives it the nearest
            year. A clock reading without an offset is in the outlet's zone; if that zone is
            not known there is no instant. Midnight without an offset means a day, as tables store days.
        headline, identifier, url: fields that the copy may lack.
        provider: the agency that wrote the copy; any of its printed forms.
        outlet: the outlet that published it.
        reference: deprecated name of `published`.

    Raises:
        ParseError: for bytes that are not text, for broken XML or JSON, for data of a structure that
            no parser reads (the message names it; `format="generic"` takes it as text), and for a
            container of several stories (`parse_articles` takes those). Plain text never raises.
        UnknownFormatError: if no parser has the name `format`; the message lists those known.
        TypeError: if `raw` is neither str nor bytes, or another argument is of a wrong type.
        ValueError: if `published` is text that is not ISO 8601.

    Example:
        >>> copy = "Envoys to meet\n\nOSLO, May 4 (Reuters) - Two envoys will meet on Friday."
        >>> article = parse_article(copy, published="2021-05-05", url="https://example.org/1")
        >>> article.headline, article.provider, article.dateline.places[0].timezone
        ('Envoys to meet', 'Reuters', 'Europe/Oslo')
        >>> article.published, article.dateline.date, article.anchor
        (<Timestamp 2021-05-05 None (None)>, datetime.date(2021, 5, 4), datetime.date(2021, 5, 4))
    """
    if reference is not None:
        published = _renamed(reference, published)
    given = Given.of(published, headline=headline, provider=provider, outlet=outlet, identifier=identifier, url=url)
    articles = _read(Copy(_checked(raw), reference=given.day), format)
    _warn_of(articles)
    stories = [article for article in articles if article.paragraphs] or list(articles)  # pictures beside a story
    if len(stories) != 1:
        count = f"{len(stories)} articles" if stories else "no article"
        found = stories[0].format if stories else format
        raise ParseError(
            f"the input holds {count}; parse_articles, or iter_articles with a path, reads all of them", format=found
        )
    article = given.complete(stories[0])
    for difference in differences(article):
        warnings.warn(difference, ParseWarning, stacklevel=2)
    return article


def parse_articles(
    raw: str | bytes,
    *,
    format: str | None = None,
    published: Moment | None = None,
    provider: str | None = None,
    outlet: str | None = None,
    reference: Moment | None = None,
) -> Articles:
    """All articles in `raw`, in its order: the items of a container, the stories of a digest.

    A digest is plain text with rules (`----------`) between its stories. Each story becomes an
    article of its own; its `text` is that stretch of the input.

    Args:
        raw, format, reference: as for `parse_article`.
        published, provider, outlet: for articles that print none; differences are recorded in an
            article's evidence, without a warning.

    Returns:
        A tuple of `Article`. Its attribute `failures` holds a `ParseError` for each item that
        could not be read (a `ParseWarning` names it too); the remaining articles are returned.

    Raises:
        ParseError, UnknownFormatError, TypeError, ValueError: as `parse_article`.
    """
    if reference is not None:
        published = _renamed(reference, published)
    articles = read_copy(_checked(raw), format, Given.of(published, provider=provider, outlet=outlet))
    _warn_of(articles)
    return articles


def read_copy(raw: str | bytes, format: str | None, given: Given) -> Articles:
    """All articles in `raw`, completed with the given fields; items left out are in `failures`, without a warning."""
    copy = Copy(raw, reference=given.day)
    parser = _parser_for(copy, format)
    stories = split_digest(copy.text) if isinstance(parser, TextParser) else []
    if len(stories) > 1:
        parts = [Copy(story, reference=given.day) for story in stories]
        articles = Articles(article for part in parts for article in _read(part, format))
    else:
        articles = _read(copy, format, parser)
    return Articles(map(given.complete, articles), articles.failures)


def _warn_of(articles: Articles) -> None:
    """Warn of each item that was left out."""
    for failure in articles.failures:
        warnings.warn(f"left out: {failure}", ParseWarning, stacklevel=3)


def _renamed(reference: Moment, published: Moment | None) -> Moment:
    """The value of `reference=`, the deprecated name of `published=`, with a warning."""
    warnings.warn("reference= is now called published=", DeprecationWarning, stacklevel=3)
    if published is not None:
        raise TypeError("reference= is the old name of published=; give published= alone")
    return reference


def _checked(raw: object) -> str | bytes:
    if not isinstance(raw, str | bytes):
        way_out = "read and iter_articles take paths" if isinstance(raw, PathLike) else WAY_OUT
        raise TypeError(f"raw must be str or bytes (got {type(raw).__name__}: {raw!r:.60}); {way_out}")
    if isinstance(raw, str) and _is_path(raw):
        message = f"{raw!r} is a path that exists, but is parsed as text; read and iter_articles take paths"
        warnings.warn(message, ParseWarning, stacklevel=3)
    return raw


def _is_path(text: str) -> bool:
    """Whether one short line names an existing file or folder."""
    if not 0 < len(text) <= PATH_CHARACTERS or "\n" in text or not any(map(str.isalnum, text)):
        return False
    looks_like_one = any(mark in text.strip(".") for mark in "./\\")
    return looks_like_one and exists(text)  # noqa: PTH110 -- Path.exists raises for names that are too long


def _parser_for(copy: Copy, format: str | None) -> Parser:
    if format is not None:
        return default_registry().get(format)
    copy.text  # noqa: B018 -- bytes that are not text fail here, before any parser is asked
    parser = default_registry().best(copy)
    if isinstance(parser, TextParser) and copy.head[:1] in DATA_OPENINGS:
        from diplonews.wire.formats.unread import check_prose

        check_prose(copy)
    return parser


def _read(copy: Copy, format: str | None, parser: Parser | None = None) -> Articles:
    parser = _parser_for(copy, format) if parser is None else parser
    return default_registry().read(parser, copy, alone=format is not None)


def split_digest(text: str) -> list[str]:
    r"""The stories of a digest: the stretches between rules, if two or more open with a dateline.

    A text that is not a digest is returned whole.

    Example:
        >>> len(split_digest("One\nOSLO -- One.\n----------\nTwo\nBONN -- Two."))
        2
    """
    parts = [part for part in RULE.split(text) if part.strip()]
    if not 2 <= len(parts) <= MOST_STORIES:
        return [text]
    dated = sum(any(find_dateline(part, *line) for line in split_lines(part[:HEAD_CHARACTERS])[:6]) for part in parts)
    return parts if dated >= 2 else [text]
