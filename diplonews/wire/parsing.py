"""`parse_article` and `parse_articles`: from raw input to `Article`."""

from __future__ import annotations

from diplonews.errors import ParseError
from diplonews.model import Article
from diplonews.wire.base import Articles, Copy
from diplonews.wire.registry import default_registry

__all__ = ["parse_article", "parse_articles"]


def parse_article(raw: str | bytes, *, format: str | None = None) -> Article:
    r"""The article in `raw`: its anatomy, with every character in exactly one region.

    Args:
        raw: text as pasted, or the text or bytes of a file. Bytes are read as UTF-8, else in
            the encoding that they declare, else as cp1252.
        format: name of the parser to use (see `parsers`); by default the one that is surest.

    Raises:
        ParseError: for bytes that are not text, for broken XML or JSON, and for a container of
            several articles (`parse_articles` takes those). Plain text never raises.
        UnknownFormatError: if no parser has the name `format`; the message lists those known.
        TypeError: if `raw` is neither str nor bytes.

    Example:
        >>> article = parse_article("Envoys to meet\\n\\nOSLO, May 4 (Reuters) - Two envoys will meet on Friday.")
        >>> article.headline, article.provider, article.dateline.places[0].timezone
        ('Envoys to meet', 'Reuters', 'Europe/Oslo')
    """
    articles = _parse(raw, format)
    if len(articles) != 1:
        count = f"{len(articles)} articles" if articles else "no article"
        found = articles[0].format if articles else format
        raise ParseError(f"the input holds {count}; parse_articles reads containers", format=found)
    return articles[0]


def parse_articles(raw: str | bytes, *, format: str | None = None) -> Articles:
    """All articles in `raw`, in its order: the items of a container, the stories of a digest.

    Returns:
        A tuple of `Article` whose attribute `failures` holds a `ParseError` for each item that
        could not be read (a `ParseWarning` names it too); the others are there.

    Args, Raises: as `parse_article`.
    """
    return _parse(raw, format, split=True)


def _parse(raw: str | bytes, format: str | None, *, split: bool = False) -> Articles:
    if not isinstance(raw, str | bytes):
        raise TypeError(f"raw must be str or bytes (got {type(raw).__name__}: {raw!r:.60})")
    registry = default_registry()
    copy = Copy(raw)
    if format is not None:
        parser = registry.get(format)
    else:
        copy.text  # noqa: B018 -- bytes that are no text fail here, before any parser is asked
        parser = registry.best(copy)
    return parser.parse(copy)
