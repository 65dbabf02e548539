"""Code shared by the formats: reading a body, and reading containers where a bad item does not affect the others."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from html import unescape
from typing import TYPE_CHECKING, Any, TypeVar

from diplonews.errors import ParseError
from diplonews.model import Article, RegionKind
from diplonews.patterns import lazy_re
from diplonews.wire.base import Articles, Copy
from diplonews.wire.blocks import plain_paragraphs, read_blocks
from diplonews.wire.draft import Draft
from diplonews.wire.items import article_of
from diplonews.wire.xml import Paths, parse_fragment, parse_xml, words

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = [
    "add_body",
    "add_markup",
    "add_plain",
    "collect",
    "first_child",
    "iter_named",
    "language_tag",
    "looks_like_markup",
    "plain_words",
    "salvage",
]

BODY = RegionKind.BODY
MARKUP = lazy_re(
    r"<(?:/?(?:p|br|div|span|b|i|em|strong|h[1-6]|ul|ol|li|table|tr|td|a|section|article|blockquote|pre|body|html|img)\b|!)[^<>]{0,2000}>",
    re.IGNORECASE,
)
LANGUAGE = lazy_re(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8}){0,3}")
Item = TypeVar("Item")


def add_body(draft: Draft, root: _Element, kind: RegionKind = BODY, origin: str | None = None) -> None:
    """Add the blocks of an element.

    Args:
        origin: the place of the element's markup in the input, if it is not part of the input's
            own tree; paths are then relative to it.
    """
    for block in read_blocks(root, kind):
        where = draft.path(block.element)
        draft.add(block.kind, block.text, where if origin is None else f"{origin}#{where}")


def looks_like_markup(text: str) -> bool:
    """Whether there is an HTML tag in it.

    Example:
        >>> looks_like_markup("<p>Talks ended.</p>"), looks_like_markup("growth < 3 and > 1")
        (True, False)
    """
    return "<" in text and MARKUP.search(text) is not None


def add_plain(draft: Draft, text: str, origin: str | None, kind: RegionKind = BODY) -> None:
    """Add the paragraphs of plain text."""
    for paragraph in plain_paragraphs(text):
        draft.add(kind, paragraph, origin)


def add_markup(draft: Draft, text: str, origin: str | None, kind: RegionKind = BODY) -> None:
    """Add a body given as a string: HTML if there is a tag in it (escaped once too often or not), else plain text."""
    if "&lt;" in text and not looks_like_markup(text):
        text = unescape(text)
    if looks_like_markup(text):
        root = parse_fragment(text)
        if root is not None:
            add_body(draft, root, kind, origin)
            return
    add_plain(draft, text, origin, kind)


def plain_words(value: str | None) -> str | None:
    """The words of a value that may hold tags.

    Example:
        >>> plain_words("<b>Talks</b> ended"), plain_words("growth < 3")
        ('Talks ended', 'growth < 3')
    """
    if value is None or not looks_like_markup(value):
        return value
    root = parse_fragment(value)
    return words(root) if root is not None else value


def first_child(element: _Element | None, *names: str) -> _Element | None:
    """The first descendant at the given path of local names, whatever its namespace."""
    found: _Element | None = element
    for name in names:
        if found is None:
            return None
        found = next(found.iterchildren(f"{{*}}{name}"), None)
    return found


def language_tag(raw: str | None) -> str | None:
    """A language as a BCP 47 tag; None for any other words.

    Example:
        >>> language_tag("EN_gb"), language_tag("nl-nl"), language_tag("unknown language")
        ('en-GB', 'nl-NL', None)
    """
    text = (raw or "").strip()
    if LANGUAGE.fullmatch(text) is None:
        return None
    first, *rest = text.replace("_", "-").split("-")
    return "-".join([first.lower(), *(part.upper() if len(part) == 2 else part for part in rest)])


def collect(
    format: str,
    items: Iterable[Item],
    read: Callable[[Draft, Item], None],
    failures: Iterable[ParseError] = (),
    *,
    copy: Copy,
) -> Articles:
    """The articles of a container's items.

    An item that can't be read is left out; its error is in `failures`.

    Raises:
        ParseError: the first error, if no item can be read; or if there are no items.
    """
    articles: list[Article] = []
    failed = list(failures)
    paths = Paths()
    for number, item in enumerate(items, start=1):
        try:
            draft = Draft(format, paths=_below(paths, item), reference=copy.reference)
            read(draft, item)
            articles.append(article_of(draft))
        except ParseError as failure:
            failed.append(_named(failure, format, number, item))
        except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as failure:  # the net
            failed.append(_named(ParseError(f"can't be read: {failure}"), format, number, item))
    if not articles:
        raise failed[0] if failed else ParseError("no news item in it", format=format)
    return Articles(articles, failed)


def _below(paths: Paths, item: Any) -> Paths:
    return paths.below(item) if hasattr(item, "getparent") else paths


def _named(error: ParseError, format: str, number: int, item: object) -> ParseError:
    line = error.line if error.line is not None else getattr(item, "sourceline", None)
    return ParseError(f"item {number}: {error.message}", format=format, line=line, excerpt=error.excerpt)


def salvage(copy: Copy, format: str, item: str, error: ParseError) -> tuple[list[_Element], list[ParseError]]:
    """The items of a container that is not well-formed as a whole, each read by itself.

    Args:
        item: local name of an item's element.
        error: the error of the whole; raised again if fewer than two items begin in it.

    Returns:
        Roots of the items that are well-formed, and an error for each that is not.
    """
    text = copy.text
    starts = [found.start() for found in re.finditer(rf"<(?:[\w.-]{{1,40}}:)?{item}[\s>]", text)]
    if len(starts) < 2:
        raise error
    roots: list[_Element] = []
    failures: list[ParseError] = []
    closing = re.compile(rf"</(?:[\w.-]{{1,40}}:)?{item}\s{{0,9}}>")
    namespaces = " ".join(dict.fromkeys(re.findall(r"xmlns(?::[\w.-]{1,40})?=\"[^\"<]{0,200}\"", text[: starts[0]])))
    line, at = 1, 0
    for number, (start, limit) in enumerate(zip(starts, [*starts[1:], len(text)], strict=True), start=1):
        line += text.count("\n", at, start)
        at = start
        end = closing.search(text, start, limit)
        try:
            if end is None:
                raise ParseError("the item is cut off", format=format, excerpt=text[start : start + 80])
            whole = f"<container {namespaces}>{text[start : end.end()]}</container>"
            roots.append(parse_xml(Copy(whole), format)[0])
        except ParseError as failure:
            where = line + (failure.line or 1) - 1
            message = f"item {number}: {failure.message}"
            failures.append(ParseError(message, format=format, line=where, excerpt=failure.excerpt))
    if not roots:
        raise error
    return roots, failures or [error]


def iter_named(root: _Element, *names: str) -> Iterator[_Element]:
    """The descendants (and the root) of those local names, in document order."""
    return root.iter(*[f"{{*}}{name}" for name in names])
