"""NewsML 1.0 to 1.2 (IPTC): an envelope of news items, each a tree of news components."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping
from typing import TYPE_CHECKING

import attrs

from diplonews.errors import ParseError
from diplonews.lexicons.iptc import country_code, publication_status
from diplonews.model import RegionKind
from diplonews.patterns import lazy_re
from diplonews.wire.base import Articles, Copy
from diplonews.wire.draft import Draft
from diplonews.wire.formats.common import (
    collect,
    first_child,
    iter_named,
    language_tag,
    salvage,
)
from diplonews.wire.formats.nitf import read_content
from diplonews.wire.xml import XML_LANGUAGE, by_name, local, parse_xml, root_name, words

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["Newsml1"]

COMPONENTS = "{*}NewsComponent"
URN = lazy_re(r"urn:newsml:[^:\s]+:[^:\s]+:\S+")
# roles of components without words of the story
ROLELESS = frozenset(
    ("stylesheet", "logo", "thumbnail", "preview", "quicklook", "rushes", "photo", "icon", "clip", "url")
)
ROLES = {
    "title": RegionKind.HEADLINE,
    "headline": RegionKind.HEADLINE,
    "subtitle": RegionKind.DECK,
    "abstract": RegionKind.DECK,
    "summary": RegionKind.DECK,
    "lead": RegionKind.BODY,
    "caption": RegionKind.CAPTION,
    "contact": RegionKind.BOILERPLATE,
    "contactinfo": RegionKind.BOILERPLATE,
    "tweettext": RegionKind.BOILERPLATE,
}
# the kinds of NewsLine elements, in the order of printing
LINES = (
    ("HeadLine", RegionKind.HEADLINE, "headline"),
    ("SubHeadLine", RegionKind.DECK, "deck"),
    ("ByLine", RegionKind.BYLINE, "bylines"),
    ("DateLine", RegionKind.DATELINE, "dateline"),
    ("CreditLine", RegionKind.CREDIT, "credits"),
)
DEEPEST = 50
PLAIN_TYPES = ("text/css", "image/", "video/", "audio/", "application/pdf")


def _role(component: _Element) -> str:
    role = first_child(component, "Role")
    return (role.get("FormalName") or "").casefold() if role is not None else ""


def _components(element: _Element) -> list[_Element]:
    return list(element.iterchildren(COMPONENTS))


def _headline(component: _Element) -> str:
    return words(first_child(component, "NewsLines", "HeadLine")).strip()


def _is_text(item: _Element) -> bool:
    """Whether a ContentItem holds words."""
    kind = first_child(item, "MimeType")
    if kind is not None and (kind.get("FormalName") or "").casefold().startswith(PLAIN_TYPES):
        return False
    return bool(words(first_child(item, "DataContent")).strip())


def _contents(component: _Element) -> list[_Element]:
    return [item for item in component.iterchildren("{*}ContentItem") if _is_text(item)]


def _stories(component: _Element) -> Iterator[_Element]:
    """The components that are stories of their own: those with a headline or content, the innermost with a headline.

    Components with their own headline inside one without content of its own are stories (or
    versions in several languages); the rest are parts of the story they are in. A text without a
    headline beside a picture that has one is the story of the component around both.
    """
    inner = [child for child in _components(component) if any(map(_headline, child.iter(COMPONENTS)))]
    if _contents(component) or not inner:
        yield component
        return
    if any(child not in inner and _has_text(child) for child in _components(component)):
        yield component
    for child in inner:
        yield from _stories(child)


def _has_text(component: _Element) -> bool:
    """Whether it or a part of it holds words of a story."""
    return any(
        _contents(part) and _role(part) not in ROLELESS and ROLES.get(_role(part), RegionKind.BODY) is RegionKind.BODY
        for part in component.iter(COMPONENTS)
    )


def _own(component: _Element, stories: Container[_Element]) -> Iterator[_Element]:
    """The elements in a component, leaving out the separate stories in it."""
    if not any(part in stories for part in component.iterdescendants(COMPONENTS)):
        yield from component.iter()
        return
    yield component
    for child in component:
        if child not in stories:
            yield from _own(child, stories)


@attrs.frozen
class _Chain:
    """A component and those it is in, the innermost first.

    Attributes:
        components: the elements.
        groups: their children by name; the last has everything in the innermost one.
    """

    components: list[_Element]
    groups: list[dict[str, list[_Element]]]

    @classmethod
    def of(
        cls, story: _Element, outer: dict[_Element, dict[str, list[_Element]]], stories: Container[_Element]
    ) -> _Chain:
        """The chain of a story; `outer` keeps the children of the outer components for the next story."""
        around = list(story.iterancestors(COMPONENTS))
        for component in around:
            if component not in outer:
                outer[component] = by_name(component)
        groups = [by_name(story), *(outer[component] for component in around), by_name(_own(story, stories))]
        return cls([story, *around], groups)


def _near(chain: _Chain, outer: str, inner: str) -> Iterator[_Element]:
    """Elements at that path of names in each component of the chain, and in parts of the innermost one."""
    for groups in chain.groups:
        for group in groups.get(outer, ()):
            yield from group.iterchildren(f"{{*}}{inner}")


def _properties(chain: _Chain, name: str) -> Iterator[tuple[str, _Element]]:
    for group in ("AdministrativeMetadata", "DescriptiveMetadata", "Metadata"):
        for element in _near(chain, group, "Property"):
            if element.get("FormalName") == name and (element.get("Value") or "").strip():
                yield element.get("Value") or "", element


class Newsml1:
    """Reads NewsML 1.

    Source: IPTC NewsML 1.2 functional specification (`NewsItem`, `NewsComponent`, `NewsLines`,
    `ContentItem`).
    """

    name = "newsml1"

    def score(self, copy: Copy) -> float:
        """Certain by the root."""
        root = root_name(copy.head)[0]
        return 1.0 if root == "NewsML" else 0.7 if root in ("NewsItem", "NewsComponent") else 0.0

    def parse(self, copy: Copy) -> Articles:
        """One article for each story: the components of each NewsItem with a headline of their own.

        Raises:
            ParseError: if it is not well-formed, or holds no readable item.
        """
        failures: list[ParseError] = []
        try:
            root = parse_xml(copy, self.name)
            items = list(iter_named(root, "NewsItem")) or [root]
        except ParseError as error:
            items, failures = salvage(copy, self.name, "NewsItem", error)
        stories: dict[_Element, bool] = {}  # with whether it is one of several in its item
        for item in items:
            own = [story for top in (_components(item) or [item]) for story in _stories(top)]
            stories |= dict.fromkeys(own, len(own) > 1)
        outer: dict[_Element, dict[str, list[_Element]]] = {}
        return collect(
            self.name,
            stories,
            lambda draft, story: self._read(draft, _Chain.of(story, outer, stories), stories),
            failures,
            copy=copy,
        )

    def _read(self, draft: Draft, chain: _Chain, stories: Mapping[_Element, bool]) -> None:
        story = chain.components[0]
        item = next((node for node in (story, *story.iterancestors()) if local(node) == "NewsItem"), story)
        self._identity(draft, item, chain, several=stories[story])
        self._management(draft, item, chain)
        self._topics(draft, chain)
        self._lines(draft, chain)
        self._parts(draft, story, stories)

    def _identity(self, draft: Draft, item: _Element, chain: _Chain, *, several: bool) -> None:
        known = first_child(item, "Identification", "NewsIdentifier")
        duid = chain.components[0].get("Duid")
        if known is not None:
            public = first_child(known, "PublicIdentifier")
            urn = words(public).strip()
            if public is not None and URN.fullmatch(urn):
                draft.put(
                    "identifier", f"{urn}#{duid}" if several and duid else urn, "PublicIdentifier", draft.path(public)
                )
            revision = first_child(known, "RevisionId")
            if revision is not None:
                draft.put("version", words(revision), "RevisionId", draft.path(revision))
            draft.sign(words(first_child(known, "ProviderId")), "ProviderId", draft.path(known))
        for component in chain.components:
            draft.put("identifier", component.get("Duid"), "Duid", f"{draft.path(component)}/@Duid")
        if known is not None:
            given = first_child(known, "NewsItemId")
            if given is not None:
                draft.put("identifier", words(given), "NewsItemId", draft.path(given))

    def _management(self, draft: Draft, item: _Element, chain: _Chain) -> None:
        management = first_child(item, "NewsManagement")
        if management is not None:
            for field, name in (("published", "FirstCreated"), ("updated", "ThisRevisionCreated")):
                element = first_child(management, name)
                if element is not None:
                    draft.stamp(field, words(element), f"NewsManagement.{name}", draft.path(element))
            status = first_child(management, "Status")
            if status is not None:
                value = publication_status(status.get("FormalName") or words(status))
                draft.put("status", value, "NewsManagement.Status", draft.path(status))
            urgency = first_child(management, "Urgency")
            if urgency is not None:
                draft.number(
                    "urgency",
                    urgency.get("FormalName") or words(urgency),
                    "NewsManagement.Urgency",
                    draft.path(urgency),
                )
            for change in iter_named(management, "StatusWillChange"):
                moment = first_child(change, "DateAndTime")
                draft.stamp("embargo", words(moment), "StatusWillChange", draft.path(change))
        self._signatures(draft, item, chain)

    def _signatures(self, draft: Draft, item: _Element, chain: _Chain) -> None:
        for value, element in _properties(chain, "Priority"):
            draft.number("urgency", value, "Property.Priority", draft.path(element))
        for name in ("Source", "Provider"):
            for element in _near(chain, "AdministrativeMetadata", name):
                for party in iter_named(element, "Party"):
                    draft.sign(party.get("FormalName"), name, draft.path(party))
        root = item.getroottree().getroot()
        envelope = first_child(root, "NewsEnvelope")
        priority = first_child(envelope, "Priority")
        if priority is not None:
            draft.number("urgency", priority.get("FormalName"), "NewsEnvelope.Priority", draft.path(priority))
        for name in ("SentFrom", "NewsService", "NewsProduct"):
            signed = first_child(envelope, name)
            for party in (signed, *iter_named(signed, "Party")) if signed is not None else ():
                draft.sign(party.get("FormalName"), f"NewsEnvelope.{name}", draft.path(party))
        for element in _near(chain, "RightsMetadata", "UsageRights"):
            draft.put("usage_terms", words(element), "UsageRights", draft.path(element))

    def _topics(self, draft: Draft, chain: _Chain) -> None:
        for element in _near(chain, "DescriptiveMetadata", "Language"):
            draft.put("language", language_tag(element.get("FormalName")), "Language", draft.path(element))
        for component in chain.components:
            draft.put("language", language_tag(component.get(XML_LANGUAGE)), "xml:lang", draft.path(component))
        subjects = []
        for code in _near(chain, "DescriptiveMetadata", "SubjectCode"):
            subjects += [child.get("FormalName") or "" for child in code]
        draft.put(
            "subjects", tuple(dict.fromkeys(filter(None, subjects))), "SubjectCode", draft.path(chain.components[0])
        )
        keywords = [words(element) for element in _near(chain, "NewsLines", "KeywordLine")]
        keywords += [value for value, _ in _properties(chain, "Keyword")]
        split = [part.strip() for keyword in keywords for part in keyword.split(";")]
        draft.put("keywords", tuple(dict.fromkeys(filter(None, split))), "KeywordLine", draft.path(chain.components[0]))
        for element in _near(chain, "NewsLines", "SlugLine"):
            draft.put("slugline", words(element), "SlugLine", draft.path(element))
        for value, element in _properties(chain, "Topic"):
            draft.put("slugline", value, "Property.Topic", draft.path(element))
        for location in _near(chain, "DescriptiveMetadata", "Location"):
            if (location.get("HowPresent") or "Origin") == "Origin":
                given = {child.get("FormalName"): child.get("Value") for child in location}
                country = country_code(given.get("Country"))
                draft.locate(given.get("City"), "Location", draft.path(location), country=country)

    def _lines(self, draft: Draft, chain: _Chain) -> None:
        for name, kind, field in LINES:
            for element in _near(chain, "NewsLines", name):
                if not draft.has(kind) and draft.add(kind, words(element), draft.path(element)):
                    draft.note(field, f"NewsLines.{name}", draft.path(element))

    def _parts(
        self,
        draft: Draft,
        part: _Element,
        stories: Container[_Element],
        kind: RegionKind = RegionKind.BODY,
        depth: int = 0,
    ) -> None:
        """The content of a component and of those in it, each as its role says."""
        role = _role(part)
        if depth > DEEPEST:
            return
        if role in ROLELESS:  # only the caption of a picture is kept
            for child in _components(part):
                if ROLES.get(_role(child)) is RegionKind.CAPTION:
                    self._parts(draft, child, stories, kind, depth + 1)
            return
        kind = ROLES.get(role, kind)
        found = _contents(part)
        for item in found if kind is not RegionKind.HEADLINE or not draft.has(RegionKind.HEADLINE) else ():
            data = first_child(item, "DataContent")
            if data is not None:
                read_content(draft, data, kind)
                break
        for child in _components(part):
            if child in stories:
                continue
            self._parts(draft, child, stories, kind, depth + 1)
            if part.get("EquivalentsList") == "yes" and draft.has(RegionKind.BODY):
                return
