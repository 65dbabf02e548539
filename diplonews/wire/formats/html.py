"""Saved web pages: JSON-LD first, then meta tags and the markup; the body by trafilatura."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from diplonews.errors import ParseError
from diplonews.lexicons.iptc import country_code
from diplonews.model import RegionKind
from diplonews.wire.base import Articles, Copy
from diplonews.wire.draft import Draft, fold
from diplonews.wire.formats.common import collect, language_tag
from diplonews.wire.formats.html_linked import text_of, texts_of
from diplonews.wire.languages import settled_language, short_tag
from diplonews.wire.markup import is_html
from diplonews.wire.outlets import outlet_zone
from diplonews.wire.xml import UNPRINTABLE

if TYPE_CHECKING:
    from lxml.etree import _Element

    from diplonews.wire.formats.html_body import Story
    from diplonews.wire.formats.html_page import Page, Statement

__all__ = ["Html"]

SURE = 0.97


class Html:
    """Reads a saved page.

    Source: schema.org NewsArticle; Open Graph protocol, article namespace; Dublin Core in HTML.
    """

    name = "html"

    def score(self, copy: Copy) -> float:
        """By its beginning; nearly certain, so that a page is never read as an agency's plain text."""
        return SURE if is_html(copy.text) else 0.0

    def parse(self, copy: Copy) -> Articles:
        """The single article of the page.

        Raises:
            ParseError: if the page has no text.
            ModelNotFoundError: if the body is only in the markup and trafilatura is not installed.
        """
        from lxml import etree, html

        text = UNPRINTABLE.sub(" ", copy.text.replace("\0", ""))
        parser = html.HTMLParser(
            no_network=True, remove_comments=True, remove_pis=True, huge_tree=False, encoding="utf-8"
        )
        try:
            root = html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
        except (etree.LxmlError, ValueError) as error:
            raise ParseError(f"not HTML: {error}", format=self.name, line=1, excerpt=text[:80]) from error
        return collect(self.name, [root], self._read, copy=copy)

    def _read(self, draft: Draft, root: _Element) -> None:
        from diplonews.wire.formats.html_body import add_story, find_story
        from diplonews.wire.formats.html_page import Page

        page = Page(root, draft)
        story = find_story(page)
        self._language(draft, page, story)
        self._fields(draft, page)
        self._moments(draft, page)
        self._lines(draft, page, story)
        add_story(draft, page, story)

    def _fields(self, draft: Draft, page: Page) -> None:
        linked = page.linked
        draft.put("outlet", linked.text("publisher"), "json-ld.publisher", "JSON-LD publisher")
        _put_first(draft, "outlet", page.said("outlet"))
        draft.put("identifier", linked.text("identifier", "url", "@id"), "json-ld.url", "JSON-LD")
        _put_first(draft, "identifier", page.urls())
        _put_first(draft, "url", (one for one in page.urls() if one.value.startswith(("https://", "http://"))))
        keywords = [word for value in linked.values("keywords") for word in texts_of(value)]
        keywords = keywords or [one.value for one in page.said("keywords")][:1]
        split = (part.strip() for keyword in keywords for part in keyword.split(","))
        draft.put("keywords", tuple(dict.fromkeys(filter(None, split))), "keywords", None)
        sections = [word for value in linked.values("articleSection") for word in texts_of(value)]
        draft.put("subjects", tuple(dict.fromkeys(sections)), "json-ld.articleSection", None)
        for key in ("sourceOrganization", "creditText", "provider"):
            draft.sign(linked.text(key), f"json-ld.{key}", f"JSON-LD {key}")
        for value in linked.values("locationCreated"):
            _locate(draft, value)

    def _moments(self, draft: Draft, page: Page) -> None:
        from diplonews.wire.formats.html_dates import find_moments

        draft.zone = outlet_zone(page.names)
        published, updated, unread = find_moments(page, draft.fields.get("language"))
        for field, moment in (("published", published), ("updated", updated)):
            if moment is not None:
                draft.stamp(field, moment.local.isoformat(), moment.statement.rule, moment.statement.origin)
        if unread is not None:
            draft.stamp("published", unread.value, unread.rule, unread.origin)

    def _lines(self, draft: Draft, page: Page, story: Story) -> None:
        from diplonews.wire.formats.html_authors import find_authors
        from diplonews.wire.formats.html_headline import find_headline

        headline = find_headline(page)
        if headline is not None and draft.add(RegionKind.HEADLINE, headline.value, headline.origin):
            draft.note("headline", headline.rule, headline.origin)
        decks = [(page.linked.text("description", "alternativeHeadline"), "JSON-LD description")]
        for value, where in [*decks, *((one.value, one.origin) for one in page.said("deck"))]:
            if not draft.has(RegionKind.DECK):
                draft.add(RegionKind.DECK, value, where)
        authors = find_authors(page, story)
        draft.people.update({author.text: author.names for author in authors})
        printed = story.signed(set(map(fold, draft.people)))
        for author in authors:
            draft.note("bylines", author.rule, author.origin)
            if fold(author.text) not in printed:
                draft.add(RegionKind.BYLINE, author.text, author.origin)

    def _language(self, draft: Draft, page: Page, story: Story) -> None:
        stated = [
            *(
                (text_of(value), "json-ld.inLanguage", "JSON-LD inLanguage")
                for value in page.linked.values("inLanguage")
            ),
            (page.root.get("lang") or page.root.get("xml:lang") or "", "html.lang", "/html/@lang"),
            *((one.value, one.rule, one.origin) for one in page.said("language")),
        ]
        tags = {tag: (rule, origin) for raw, rule, origin in reversed(stated) if (tag := language_tag(raw)) is not None}
        settled = settled_language(story.text, list(reversed(tags)))
        rule, origin = next(
            (where for tag, where in tags.items() if settled in (tag, short_tag(tag))),
            ("language.words", "the words of the body"),
        )
        draft.put("language", settled, rule, origin)


def _put_first(draft: Draft, field: str, statements: Iterable[Statement]) -> None:
    for one in statements:
        draft.put(field, one.value, one.rule, one.origin)


def _locate(draft: Draft, created: Any) -> None:
    for place in created if isinstance(created, list) else [created]:
        if isinstance(place, dict):
            address = place.get("address") if isinstance(place.get("address"), dict) else {}
            country = country_code(text_of(address.get("addressCountry"))) if address else None
            name = text_of(place.get("name")) or (text_of(address.get("addressLocality")) if address else "")
            draft.locate(name, "json-ld.locationCreated", "JSON-LD locationCreated", country=country)
