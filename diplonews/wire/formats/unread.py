"""Data that no parser reads: named in an error, never taken for prose."""

from __future__ import annotations

from diplonews.errors import ParseError
from diplonews.lexicons.html import load_html_names
from diplonews.lexicons.structures import load_structures
from diplonews.patterns import lazy_re
from diplonews.wire.base import Copy
from diplonews.wire.formats.json_items import BROKEN, describe_json, json_value, listed
from diplonews.wire.xml import local, parse_xml, root_name

__all__ = ["check_prose"]

# no prose begins with `{"key":` or `[{"key":`, whatever follows
JSON_OPENING = lazy_re(r'(?:\[\s{0,100})?\{\s{0,100}"[^"\n]{0,100}"\s{0,20}:')
XML_DECLARATION = "<?xml"
WAY_OUT = "format='generic' reads it as plain text"


def _describe_xml(copy: Copy, names: list[str]) -> tuple[str, str]:
    """A description of an XML document, and what to pass instead.

    Args:
        copy: the document.
        names: the names of its root and of the root's children.
    """
    root, tag = root_name(copy.head)
    for row in load_structures():
        if root in row.roots and row.needle in tag:
            return row.title, row.way_out
    inside = list(dict.fromkeys(names[1:]))
    return f"XML: {names[0]!r} with {listed(inside)}" if inside else f"XML: {names[0]!r}", WAY_OUT


def _fault(copy: Copy) -> ParseError | None:
    """The error for data that is not prose; None for prose."""
    head = copy.head
    for row in load_structures():
        if row.opening is not None and row.opening.match(head) is not None:
            return ParseError(f"{row.title}, which no parser reads; {row.way_out}", line=1, excerpt=head[:80])
    if head[:1] in ("{", "["):
        return _json_fault(copy)
    return _xml_fault(copy) if head[:1] == "<" else None


def _json_fault(copy: Copy) -> ParseError | None:
    value = json_value(copy)
    if isinstance(value, ParseError):
        if JSON_OPENING.match(copy.head) is None:
            return None
        return ParseError(f"JSON that is {value.message}", line=value.line, excerpt=value.excerpt)
    if isinstance(value, list) and any(isinstance(row, dict) and BROKEN in row for row in value):
        return None
    return ParseError(f"{describe_json(value)}, which no parser reads; {WAY_OUT}", line=1, excerpt=copy.head[:80])


def _xml_fault(copy: Copy) -> ParseError | None:
    try:
        root = parse_xml(copy, "xml")
    except ParseError as error:
        if not copy.head.startswith(XML_DECLARATION):
            return None
        return ParseError(f"XML that is {error.message}", line=error.line, excerpt=error.excerpt)
    if local(root).lower() in load_html_names().inline:
        return None  # a line with one word marked
    what, way_out = _describe_xml(copy, [local(root), *map(local, root)])
    return ParseError(f"{what}, which no parser reads; {way_out}", line=1, excerpt=copy.head[:80])


def check_prose(copy: Copy) -> None:
    """Refuse data that no parser of a machine format takes.

    Raises:
        ParseError: if the whole of it is JSON (an object or an array) or XML, if it begins as either
            and breaks off, or if it begins as another known kind of data does; the message names it.
    """
    fault = _fault(copy)
    if fault is not None:
        raise fault
