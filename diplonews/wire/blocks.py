"""The paragraphs of a marked-up body: XHTML, NITF, and vocabularies of one house."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import attrs

from diplonews.model import RegionKind
from diplonews.patterns import lazy_re
from diplonews.wire.xml import local, words

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["Block", "plain_paragraphs", "read_blocks"]

BODY = RegionKind.BODY
# elements that hold one paragraph, whatever they contain
LEAVES = frozenset(
    ["p", "h1", "h2", "h3", "h4", "h5", "h6", "hl1", "hl2", "li", "dt", "dd", "tr", "pre", "figcaption", "lq", "credit"]
)
# elements that may occur inside a paragraph without ending it
INLINE = frozenset(
    [
        "a",
        "abbr",
        "b",
        "bdo",
        "big",
        "chron",
        "city",
        "cite",
        "classifier",
        "code",
        "country",
        "del",
        "em",
        "font",
        "frac",
        "function",
        "i",
        "img",
        "ins",
        "kbd",
        "lang",
        "location",
        "mark",
        "money",
        "num",
        "org",
        "object.title",
        "person",
        "postaddr",
        "pronounce",
        "q",
        "region",
        "s",
        "samp",
        "small",
        "span",
        "state",
        "strike",
        "strong",
        "sub",
        "sublocation",
        "sup",
        "time",
        "tt",
        "u",
        "virtloc",
        "wbr",
        "event",
        "copyrite",
    ]
)
# what is not text of the item
SKIPPED = frozenset(
    [
        "script",
        "style",
        "head",
        "noscript",
        "template",
        "iframe",
        "object",
        "embed",
        "form",
        "button",
        "svg",
        "math",
        "media-reference",
        "media-metadata",
        "media-object",
        "nav",
        "source",
        "input",
        "select",
    ]
)
KINDS = {
    "caption": RegionKind.CAPTION,
    "figcaption": RegionKind.CAPTION,
    "media-caption": RegionKind.CAPTION,
    "media-producer": RegionKind.CREDIT,
    "credit": RegionKind.CREDIT,
    "creditline": RegionKind.CREDIT,
    "ingress": RegionKind.DECK,
    "tagline": RegionKind.SIGNOFF,
    "byline": RegionKind.BYLINE,
    "note": RegionKind.NOTE,
    "header": RegionKind.BOILERPLATE,  # of the page: sections, keywords, the headline again
    "footer": RegionKind.BOILERPLATE,
    "bibliography": RegionKind.BOILERPLATE,
}
CLASSES = {
    "byline": RegionKind.BYLINE,
    "caption": RegionKind.CAPTION,
    "credit": RegionKind.CREDIT,
    "notepad": RegionKind.NOTE,
    "ednote": RegionKind.NOTE,
    "correction": RegionKind.NOTE,
    "tagline": RegionKind.SIGNOFF,
}
BLANK_LINES = lazy_re(r"\n[ \t\r\u00a0]*\n\s*")
LONGEST_LINE_CHARACTERS = 100


@attrs.frozen
class Block:
    """One paragraph, caption or line of a body.

    Attributes:
        kind: the kind of region.
        text: its words, white space unchanged.
        element: the element that holds it.
    """

    kind: RegionKind
    text: str
    element: _Element


def plain_paragraphs(text: str) -> list[str]:
    r"""Paragraphs of plain text, whichever way it marks them: blank lines, indents, one a line.

    Lines that are wrapped (short, and the next one starts at the margin) belong together.

    Example:
        >>> plain_paragraphs("   The talks\nended.\n   Nothing came of them.")
        ['The talks\nended.', 'Nothing came of them.']
        >>> plain_paragraphs("One line that is a paragraph.\nAnd one more.")
        ['One line that is a paragraph.', 'And one more.']
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    paragraphs: list[str] = []
    for chunk in BLANK_LINES.split(text):
        lines = [line for line in chunk.split("\n") if line.strip()]
        if not lines:
            continue
        indented = [_is_indented(line) for line in lines]
        wrapped = any(not flag for flag in indented[1:])
        if any(indented) and wrapped:
            paragraphs += _by_indent(lines, indented)
        elif len(lines) > 1 and wrapped and "\n\n" in text and max(map(len, lines)) <= LONGEST_LINE_CHARACTERS:
            paragraphs.append("\n".join(lines))
        else:
            paragraphs += lines
    return [paragraph.strip() for paragraph in paragraphs]


def _is_indented(line: str) -> bool:
    return line.startswith(("  ", "\t", "\u00a0\u00a0", "\u3000", " *"))


def _by_indent(lines: list[str], indented: list[bool]) -> list[str]:
    out: list[str] = []
    for line, opens in zip(lines, indented, strict=True):
        if opens or not out:
            out.append(line)
        else:
            out[-1] += "\n" + line
    return out


def _is_terminal(text: str) -> bool:
    """Whether the text of one element is laid out by lines: some at the margin, some indented."""
    lines = text.strip("\r\n").split("\n")
    if len(lines) < 3:
        return False
    flags = [_is_indented(line) for line in lines[1:] if line.strip()]
    return any(flags) and not all(flags)


def _kind(element: _Element, name: str, inherited: RegionKind) -> RegionKind:
    found = KINDS.get(name)
    if found is None:
        found = next((CLASSES[word] for word in element.get("class", "").split() if word in CLASSES), None)
    return found if found is not None else inherited


def _leaf(element: _Element, name: str, kind: RegionKind) -> Iterator[Block]:
    text = _text_of(element) if name != "tr" else "\t".join(" ".join(words(cell).split()) for cell in element)
    if name == "pre" or ("\n" in text and _is_terminal(text)):
        for paragraph in plain_paragraphs(text):
            yield Block(kind, paragraph, element)
    elif "\n\n" in text and name in ("p", "li", "dd"):
        for paragraph in BLANK_LINES.split(text) if element.find(".//{*}br") is not None else [text]:
            yield Block(kind, paragraph, element)
    elif text.strip():
        yield Block(kind, text, element)


def _text_of(element: _Element) -> str:
    """The words of an element; a `br` is a line end."""
    if not len(element):
        return element.text or ""
    if element.find(".//{*}br") is None:
        return words(element)
    return _with_breaks(element)


def _with_breaks(element: _Element) -> str:
    parts: list[str] = []
    stack: list[tuple[_Element, bool]] = [(element, False)]
    while stack:
        node, done = stack.pop()
        if done:
            parts.append((node.tail or "").replace("\n", " "))
            continue
        parts.append("\n" if local(node) == "br" else (node.text or "").replace("\n", " "))
        if node is not element:
            stack.append((node, True))
        stack.extend((child, False) for child in reversed(node))
    return "".join(parts)


def _is_inline(child: _Element, name: str) -> bool:
    if not name or name == "br":
        return True
    return name in INLINE and not any(local(node).lower() in LEAVES for node in child.iter())


def read_blocks(root: _Element, kind: RegionKind = BODY, depth: int = 0) -> Iterator[Block]:
    """The blocks of an element, in reading order.

    A container with words of its own between its children gives them as paragraphs too, so no
    word is lost in a vocabulary that is not known.

    Args:
        root: the element; scripts, styles and references to media in it are passed over.
        kind: of what has no kind by its name.
        depth: of the recursion; below 100 levels everything is one block.
    """
    name = local(root).lower()
    if name in SKIPPED:
        return
    kind = _kind(root, name, kind)
    if name in LEAVES or depth > 100 or not len(root):
        if name in LEAVES and name != "tr" and _holds_leaves(root):
            yield from _container(root, kind, depth)
        else:
            yield from _leaf(root, name, kind)
        return
    yield from _container(root, kind, depth)


def _holds_leaves(root: _Element) -> bool:
    return any(local(child).lower() in LEAVES or local(child).lower() in ("ul", "ol", "table") for child in root)


def _container(root: _Element, kind: RegionKind, depth: int) -> Iterator[Block]:
    run: list[str] = [root.text or ""]
    for child in root:
        name = local(child).lower()
        if _is_inline(child, name):
            run.append("\n" if name == "br" else words(child) if name not in SKIPPED else "")
            run.append(child.tail or "")
            continue
        if len(run) > 1 or run[0].strip():
            yield from _flush(run, kind, root)
        if name in LEAVES and not len(child):  # most paragraphs: nothing in them but text
            yield from _leaf(child, name, _kind(child, name, kind))
        else:
            yield from read_blocks(child, kind, depth + 1)
        run = [child.tail or ""]
    yield from _flush(run, kind, root)


def _flush(run: list[str], kind: RegionKind, root: _Element) -> Iterator[Block]:
    text = "".join(run)
    if not text.strip():
        return
    if _is_terminal(text) or (len(run) > 1 and "\n\n" in text):
        for paragraph in plain_paragraphs(text):
            yield Block(kind, paragraph, root)
    else:
        yield Block(kind, text, root)
