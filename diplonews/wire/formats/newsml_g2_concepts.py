"""The words of NewsML-G2 beside stories: concepts, events, plans of coverage, catalogues, parts of a film."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from diplonews.model import Evidence, RegionKind
from diplonews.wire.draft import Draft, fold
from diplonews.wire.formats.common import first_child, iter_named
from diplonews.wire.xml import XML_LANGUAGE, local, words

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["in_language", "read_concepts", "read_events", "read_parts"]

# elements that hold the words of items other than stories
CONTAINERS = ("schemeMeta", "concept", "conceptSet", "newsCoverage", "newsCoverageSet", "catalogContainer")
# a scheme comes first: its name is what a list of concepts is called
HEADS = (("schemeMeta", "name"), ("concept", "name"))
INLINE = frozenset(("a", "br", "inline", "ruby", "rb", "rt", "rp", "span"))
CODES = frozenset(("g2contentType",))  # media types
STATUSES = ("eventStatus", "occurStatus", "newsCoverageStatus")


def in_language(elements: list[_Element], language: str | None) -> list[_Element]:
    """Of alternatives in several languages those in one: the item's own, else the first that is marked.

    Elements without a language are in the item's own. All are kept if none is in that language.
    """
    marked = [element.get(XML_LANGUAGE) or language for element in elements]
    wanted = language or next(filter(None, marked), None)
    if len(elements) < 2 or wanted is None:
        return elements
    own = [
        element
        for element, tag in zip(elements, marked, strict=True)
        if tag is not None and tag[:2].lower() == wanted[:2].lower()
    ]
    return own or elements


def read_concepts(draft: Draft, item: _Element, language: str | None) -> None:
    """Add what a concept, a list of them, a plan of coverage or a catalogue says.

    The name of the scheme or of the one concept is the headline, unless there is one; notes to editors
    are notes, everything else is body, in reading order, each text once.
    """
    _add_head(draft, item, language)
    said = {fold(piece.text) for piece in draft.pieces}
    for child in item:
        if local(child) in CONTAINERS:
            _add_leaves(draft, child, language, said)


def read_events(draft: Draft, element: _Element, language: str | None) -> bool:
    """Add the events that a news item carries as its content; whether there are any."""
    events = list(iter_named(element, "event"))
    said: set[str] = set()
    for event in events:
        said.clear()
        _add_leaves(draft, event, language, said)
    return bool(events)


def read_parts(draft: Draft, item: _Element, language: str | None) -> None:
    """Add the descriptions of the parts of a film or a sound recording, as captions."""
    for part in item.iterchildren("{*}partMeta"):
        for name in ("headline", "description"):
            for element in in_language(list(part.iterchildren(f"{{*}}{name}")), language):
                draft.add(RegionKind.CAPTION, words(element), draft.path(element))


def _add_head(draft: Draft, item: _Element, language: str | None) -> None:
    for container, name in HEADS:
        holder = first_child(item, container)
        named = in_language(list(holder.iterchildren(f"{{*}}{name}")), language) if holder is not None else []
        if named and not draft.has(RegionKind.HEADLINE):
            draft.add(RegionKind.HEADLINE, words(named[0]), draft.path(named[0]))
            draft.note("headline", f"{container}.{name}", draft.path(named[0]))


def _add_leaves(draft: Draft, element: _Element, language: str | None, said: set[str]) -> None:
    for status in iter_named(element, *STATUSES):
        code = status.get("qcode") or status.get("uri") or " ".join(words(status).split())
        rule = f"{draft.format}.{local(status).lower()}"
        draft.evidence.append(Evidence(rule=rule, field=local(status).lower(), detail=code))
    for leaf in _leaves(element, language):
        text = _text(leaf)
        key = fold(text)
        if key and key not in said:
            said.add(key)
            kind = RegionKind.NOTE if local(leaf) == "edNote" else RegionKind.BODY
            draft.add(kind, text, draft.path(leaf))


def _leaves(element: _Element, language: str | None) -> Iterator[_Element]:
    """The elements that hold words and no elements but those of running text, in one language."""
    children = [child for child in element if local(child) and local(child) not in CODES]
    if all(local(child) in INLINE for child in children):
        yield element
        return
    groups: dict[str, list[_Element]] = {}
    for child in children:
        groups.setdefault(local(child), []).append(child)
    spoken = {child for group in groups.values() for child in in_language(group, language)}
    for child in children:
        if child in spoken:
            yield from _leaves(child, language)


def _text(leaf: _Element) -> str:
    """The words of a leaf; a line break in it is a space."""
    parts = [leaf.text or ""]
    for child in leaf:
        parts += (" " if local(child) == "br" else "", words(child), child.tail or "")
    return "".join(parts)
