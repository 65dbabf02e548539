"""XML from strangers: parsed by lxml without entities, DTDs or network, errors with their line."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import cache, lru_cache
from html.entities import name2codepoint
from typing import TYPE_CHECKING, Any

from diplonews.errors import ParseError
from diplonews.patterns import lazy_re

if TYPE_CHECKING:
    from lxml.etree import XMLParser, _Element

    from diplonews.wire.base import Copy

__all__ = ["XML_LANGUAGE", "Paths", "by_name", "find", "local", "parse_fragment", "parse_xml", "root_name", "words"]

XML_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
EXCERPT_BEFORE = 40
# what may precede the root: declaration, comments, other instructions, a document type
BEFORE_ROOT = lazy_re(r"\s*(?:<\?[^>]{0,500}\?>|<!--.{0,2000}?-->)", re.DOTALL)
DOCTYPE = lazy_re(r"\s*<!DOCTYPE\s+([\w:.-]{1,80})")
ROOT = lazy_re(r"\s*<([A-Za-z_][\w.-]{0,80}:)?([A-Za-z_][\w.-]{0,80})")
NAMED_ENTITY = lazy_re(rb"&([A-Za-z][A-Za-z0-9]{1,30});")
OF_XML = frozenset((b"amp", b"lt", b"gt", b"quot", b"apos"))
# names with a prefix, of elements and of attributes; the prefixes that are declared
PREFIXED = lazy_re(rb"<([A-Za-z_][\w.-]{0,40}):[A-Za-z_]|\s([A-Za-z_][\w.-]{0,40}):[A-Za-z_][\w.-]{0,80}\s{0,9}=")
DECLARED = lazy_re(rb"xmlns:([A-Za-z_][\w.-]{0,40})\s{0,9}=")
ROOT_NAME = lazy_re(rb"<[A-Za-z_][\w.:-]{0,80}")
MOST_PREFIXES = 100
UNPRINTABLE = lazy_re(r"[\x00-\x08\x0b\x0e-\x1f\ud800-\udfff]")


@lru_cache(maxsize=16)
def root_name(head: str) -> tuple[str, str]:
    """Local name of the root element and its start tag, from the first characters; empty if none.

    Example:
        >>> root_name('<?xml version="1.0"?><!-- note --><n:newsItem xmlns:n="urn:x">')[0]
        'newsItem'
    """
    at = 1 if head.startswith("\ufeff") else 0
    for _ in range(20):
        skipped = BEFORE_ROOT.match(head, at)
        if skipped is None:
            break
        at = skipped.end()
    doctype = DOCTYPE.match(head, at)
    if doctype is not None:
        return doctype[1].rpartition(":")[2], head[at : at + 1_000]
    root = ROOT.match(head, at)
    if root is None:
        return "", ""
    return root[2], head[at : at + 1_000]


@cache
def _parser() -> XMLParser:
    from lxml import etree

    return etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        attribute_defaults=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
        encoding="utf-8",  # of the bytes made here: what the document declares is settled by then
    )


def _named(match: re.Match[bytes]) -> bytes:
    name = match[1]
    code = name2codepoint.get(name.decode("ascii")) if name not in OF_XML else None
    return match[0] if code is None else b"&#%d;" % code


def _with_prefixes(data: bytes) -> bytes:
    """The document with the prefixes declared that it uses and declares nowhere: feeds and excerpts forget them."""
    root = ROOT_NAME.search(data)
    used = {element or attribute for element, attribute in PREFIXED.findall(data)}
    missing = sorted(used - set(DECLARED.findall(data)) - {b"xml", b"xmlns"})
    if root is None or not missing or len(missing) > MOST_PREFIXES:
        return data
    declared = b"".join(b' xmlns:%s="urn:undeclared:%s"' % (name, name) for name in missing)
    return data[: root.end()] + declared + data[root.end() :]


def parse_xml(copy: Copy, format: str) -> _Element:
    """The root element of a document.

    Entities are left unexpanded; nothing outside the input is read. Names that HTML
    defines (`&nbsp;`) are read as their characters, and undeclared prefixes
    as if they were declared. Bytes are decoded like those of any copy
    (see `decode`), whatever the document declares.

    Args:
        copy: the input.
        format: named in the error.

    Raises:
        ParseError: if it is not well-formed, with the line and an excerpt.
    """
    from lxml import etree

    text = copy.text.lstrip("\ufeff \t\r\n")
    data = text.encode("utf-8", "surrogatepass")
    try:
        return etree.fromstring(data, _parser())
    except etree.XMLSyntaxError as error:
        first = error
    mended = NAMED_ENTITY.sub(_named, data)
    try:
        return etree.fromstring(_with_prefixes(mended), _parser())
    except etree.XMLSyntaxError:
        above = copy.text.count("\n", 0, len(copy.text) - len(text))
        raise _error(first, data, above, format) from first


def _error(error: SyntaxError, data: bytes, above: int, format: str) -> ParseError:
    line, column = error.lineno or 1, error.offset or 0
    lines = data.split(b"\n", line)
    start = max(0, column - EXCERPT_BEFORE)
    excerpt = lines[min(line, len(lines)) - 1][start : start + 400].decode("utf-8", "replace").strip()
    message = error.msg.partition(", line ")[0] or "not well-formed XML"
    return ParseError(f"not well-formed: {message}", format=format, line=above + line, excerpt=excerpt)


@cache
def _html_parser() -> Any:
    from lxml import html

    return html.HTMLParser(no_network=True, remove_comments=True, remove_pis=True, huge_tree=False)


def parse_fragment(markup: str) -> _Element | None:
    """A stretch of HTML as one `div`, forgiving; None if there is nothing in it."""
    from lxml import etree, html

    try:
        found: _Element = html.fragment_fromstring(
            UNPRINTABLE.sub(" ", markup), create_parent="div", parser=_html_parser()
        )
    except (etree.LxmlError, ValueError, AssertionError):
        return None
    return found


@lru_cache(maxsize=4096)
def _bare(tag: object) -> str:
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def local(element: _Element) -> str:
    """The element's name without its namespace; empty for an entity that was not expanded."""
    return _bare(element.tag)


def by_name(elements: Iterable[_Element]) -> dict[str, list[_Element]]:
    """Elements by local name, in order; of an element, its children."""
    found: dict[str, list[_Element]] = {}
    for element in elements:
        found.setdefault(local(element), []).append(element)
    return found


class Paths:
    """XPaths of elements by local names, each parent's children counted once.

    `/newsMessage/itemSet/newsItem[2]/contentMeta/headline`: a number counts the siblings of that
    name, and is left out where there is one. `find` gives the element of a path back.
    """

    def __init__(self, outer: Paths | None = None, known: dict[_Element, str] | None = None) -> None:
        # elements are held, so that their identity lasts as long as the paths
        self._known: dict[_Element, str] = known or {}
        self._outer = outer

    def below(self, item: _Element) -> Paths:
        """Paths for the elements of one item of a container, which are forgotten with it."""
        return Paths(self, {item: self.of(item)})

    def of(self, element: _Element) -> str:
        """The path of an element."""
        known = self._known
        chain: list[_Element] = []
        node: _Element | None = element
        while node is not None and node not in known:
            chain.append(node)
            node = node.getparent()
        if node is None and self._outer is not None:
            return self._outer.of(element)
        for step in reversed(chain):
            parent = step.getparent()
            if parent is None:
                known[step] = f"/{local(step)}"
            elif step not in known:
                self._number(parent, known[parent])
        return known[element]

    def _number(self, parent: _Element, base: str) -> None:
        known = self._known
        children = list(parent)
        names = [_bare(child.tag) for child in children]
        if len(set(names)) == len(names):
            for child, name in zip(children, names, strict=True):
                known[child] = f"{base}/{name}"
            return
        counts = Counter(names)
        seen = dict.fromkeys(counts, 0)
        for child, name in zip(children, names, strict=True):
            seen[name] += 1
            known[child] = f"{base}/{name}[{seen[name]}]" if counts[name] > 1 else f"{base}/{name}"


def find(root: _Element, path: str) -> _Element | None:
    """The element that `Paths` writes as `path`; None if there is none.

    Args:
        root: the root of the document.
        path: as in `Region.origin`; an attribute at its end (`/@norm`) is passed over.
    """
    steps = [step for step in path.split("/")[2:] if not step.startswith("@")]
    return root.find("/".join(f"{{*}}{step}" for step in steps)) if steps else root


def words(element: _Element | None) -> str:
    """All the text in an element, white space unchanged; empty for None.

    An unexpanded entity keeps its written form (`&name;`).
    """
    if element is None:
        return ""
    return (element.text or "") if not len(element) else "".join(map(str, element.itertext()))
