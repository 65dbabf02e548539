"""JSON of news interfaces, crawlers and sites."""

import json
from contextlib import suppress
from datetime import datetime

import pytest
from hypothesis import example, given, strategies as st

from diplonews import parse_article, parse_articles
from diplonews.errors import ParseError, ParseWarning
from diplonews.lexicons.structures import load_json_shapes
from diplonews.wire.formats.news_json import find_shape

STORY = "OSLO - Two envoys met on Tuesday.\n\nThey left at night."
FEED = {
    "version": "https://jsonfeed.org/version/1.1",
    "title": "Harbour Gazette",
    "language": "en-GB",
    "authors": [{"name": "Ada Rowe"}],
    "items": [
        {"id": "1", "url": "https://h.example/1", "title": "Envoys meet", "content_html": "<p>They met.</p>",
         "date_published": "2024-03-12T07:05:00+01:00", "summary": "Two of them."},
        {"id": "2", "content_text": "They left.", "authors": [{"name": "Karl Dahl"}]},
    ],
}  # fmt: skip
# what an item of each structure looks like, at the least; then where its items are
ITEMS = {
    "json-feed": (FEED["items"][0], FEED),
    "schema-org": (
        {"@context": "https://schema.org", "@type": "NewsArticle", "headline": "Envoys meet", "articleBody": STORY,
         "datePublished": "2024-03-12T07:05:00+01:00", "author": {"@type": "Person", "name": "Ada Rowe"}},
        {"@graph": [{"@type": "WebSite"}]},
    ),
    "wordpress": (
        {"id": 7, "date": "2024-03-12T07:05:00", "date_gmt": "2024-03-12T06:05:00", "link": "https://h.example/7",
         "title": {"rendered": "Envoys meet"}, "content": {"rendered": "<p>They met.</p>"}},
        [],
    ),
    "news-please": ({"maintext": STORY, "title": "Envoys meet", "date_publish": "2024-03-12 07:05:00"}, None),
    "gdelt": ({"seendate": "20240312T060500Z", "title": "Envoys meet", "url": "https://h.example/1"}, {"articles": []}),
    "event-registry": (
        {"title": "Envoys meet", "body": STORY, "dateTime": "2024-03-12T06:05:00Z"}, {"articles": {"results": []}},
    ),
    "newsapi": ({"title": "Envoys meet", "publishedAt": "2024-03-12T06:05:00Z"}, {"status": "ok", "articles": []}),
    "newsdata": ({"article_id": "a", "pubDate": "2024-03-12 06:05:00", "title": "Envoys meet"}, {"results": []}),
    "newscatcher": (
        {"title": "Envoys meet", "published_date": "2024-03-12 06:05:00", "clean_url": "h.example"}, {"articles": []},
    ),
    "published-at": (
        {"title": "Envoys meet", "published_at": "2024-03-12T06:05:00Z", "url": "https://h.example/1"}, {"data": []},
    ),
    "guardian": (
        {"webTitle": "Envoys meet", "webPublicationDate": "2024-03-12T06:05:00Z"}, {"response": {"results": []}},
    ),
    "nyt-search": (
        {"headline": {"main": "Envoys meet"}, "pub_date": "2024-03-12T06:05:00Z"}, {"response": {"docs": []}},
    ),
    "nyt-stories": (
        {"title": "Envoys meet", "abstract": "They met.", "published_date": "2024-03-12T06:05:00Z"}, {"results": []},
    ),
    "bing": (
        {"name": "Envoys meet", "url": "https://h.example/1", "datePublished": "2024-03-12T06:05:00.0000000Z",
         "provider": [{"name": "Harbour Gazette"}]},
        {"value": []},
    ),
    "currents": (
        {"title": "Envoys meet", "published": "2024-03-12 06:05:00 +0000", "description": "They met.", "url": "x"},
        {"news": []},
    ),
    "webz": (
        {"title": "Envoys meet", "text": STORY, "published": "2024-03-12T06:05:00Z", "thread": {"site": "h.example"}},
        {"posts": []},
    ),
    "newspaper": ({"title": "Envoys meet", "text": STORY, "publish_date": "2024-03-12T06:05:00Z"}, None),
    "trafilatura": ({"title": "Envoys meet", "text": STORY, "hostname": "h.example", "date": "2024-03-12"}, None),
    "fundus": (
        {"title": "Envoys meet", "publishing_date": "2024-03-12T06:05:00Z", "authors": ["Ada Rowe"],
         "body": {"summary": ["Two."], "sections": [{"headline": [], "paragraphs": ["They met.", "They left."]}]}},
        [],
    ),
    "cc-news": ({"title": "Envoys meet", "text": STORY, "domain": "h.example", "date": "2024-03-12 06:05:00"}, None),
    "record": ({"id": "r1", "title": "Envoys meet", "text": STORY, "date": "2024-03-12", "source": "EFE"}, []),
}  # fmt: skip


def placed(item, outer):
    """The document with the item where its structure keeps items."""
    if outer is None or outer is FEED:
        return outer or item
    if isinstance(outer, list):
        return [item]
    ((key, inner),) = [(key, value) for key, value in outer.items() if isinstance(value, dict | list)]
    if isinstance(inner, dict):
        return outer | {key: placed(item, inner)}
    return outer | {key: [*inner, item]}


class TestShapes:
    def test_every_row_is_tried(self):
        """The table above has a line for each structure that is read."""
        assert list(ITEMS) == [shape.id for shape in load_json_shapes() if not shape.why]

    @pytest.mark.parametrize("name", ITEMS)
    def test_of_each_structure(self, name):
        """Headline, day and body of an item, where the structure has its items."""
        item, outer = ITEMS[name]
        document = placed(item, outer)
        assert find_shape(document).id == name
        if name == "schema-org":
            document["@graph"].reverse()
        article = next(iter(parse_articles(json.dumps(document, indent=1))))
        assert (article.format, article.headline) == ("news-json", "Envoys meet")
        stamp = article.published
        local = stamp.local if isinstance(stamp.local, datetime) else datetime.combine(stamp.local, datetime.min.time())
        assert (local.year, local.month, local.day) == (2024, 3, 12)
        assert any(item.rule == f"news-json.{name}.headline" for item in article.evidence)

    def test_feed(self):
        """What the feed says holds for items that say nothing else."""
        first, second = parse_articles(json.dumps(FEED))
        assert (first.url, first.outlet, first.language) == ("https://h.example/1", "Harbour Gazette", "en-GB")
        assert (first.deck, first.body) == ("Two of them.", "They met.")
        assert [byline.names for byline in (*first.bylines, *second.bylines)] == [("Ada Rowe",), ("Karl Dahl",)]
        assert (second.identifier, second.published) == ("2", None)

    def test_times_of_utc(self):
        """A time in a property that is of UTC has its instant; another one without offset has none."""
        post, _ = ITEMS["wordpress"]
        assert parse_article(json.dumps(post)).published.instant.isoformat() == "2024-03-12T06:05:00+00:00"
        crawled, _ = ITEMS["news-please"]
        assert parse_article(json.dumps(crawled)).published.instant is None

    def test_several_authors(self):
        """Names in one string are persons each; addresses are none."""
        item = ITEMS["newsapi"][0] | {"author": "Ada Rowe, Karl Dahl, https://h.example/desk", "content": STORY}
        (byline,) = parse_article(json.dumps(item)).bylines
        assert byline.names == ("Ada Rowe", "Karl Dahl")

    @pytest.mark.parametrize(
        ("author", "names", "credits"),
        [
            ({"@type": "Person", "name": "Ada Rowe"}, ("Ada Rowe",), ()),
            ({"@type": "Person", "givenName": "Ada", "familyName": "Rowe"}, ("Ada Rowe",), ()),
            ("Ada Rowe", ("Ada Rowe",), ()),
            ({"@type": "Organization", "name": "Harbour Health Board"}, (), ("Harbour Health Board",)),
            (
                [{"@type": "NewsMediaOrganization", "name": "Reuters"}, {"name": "Ada Rowe"}],
                ("Ada Rowe",),
                ("Reuters",),
            ),
        ],
    )
    def test_makers(self, author, names, credits):
        """Persons sign; an organisation is credited and is not a person."""
        article = parse_article(json.dumps(ITEMS["schema-org"][0] | {"author": author}))
        assert tuple(name for byline in article.bylines for name in byline.names) == names
        assert article.credits == credits
        assert article.provider == ("Reuters" if "Reuters" in credits else None)

    def test_cut_text(self):
        """The mark of a list that cuts its texts is not part of the story."""
        item = ITEMS["newsapi"][0] | {"content": "Two envoys met. … [+1204 chars]"}
        assert parse_article(json.dumps(item)).body == "Two envoys met."

    def test_nothing_is_lost_in_silence(self):
        """An item without words among others is named."""
        rows = {"articles": [ITEMS["newsapi"][0], {"title": None, "publishedAt": None}, 7]}
        with pytest.warns(ParseWarning, match="item [23]"):
            articles = parse_articles(json.dumps(rows))
        assert (len(articles), len(articles.failures)) == (1, 2)

    def test_lines(self):
        """One object a line."""
        lines = "\n".join(json.dumps(ITEMS["trafilatura"][0]) for _ in range(3))
        assert [article.body for article in parse_articles(lines)] == [
            "Two envoys met on Tuesday.\n\nThey left at night."
        ] * 3

    @pytest.mark.parametrize("item", [{"type": "event", "uri": "x"}, {"dates": {"start": "2024-03-12"}, "name": "x"}])
    def test_anything_but_articles(self, item):
        """An event of a diary is named as one."""
        with pytest.raises(ParseError, match="a date in a diary"):
            parse_article(json.dumps(item))

    @given(
        st.recursive(
            st.none() | st.integers() | st.text(),
            lambda inner: (
                st.lists(inner)
                | st.dictionaries(st.sampled_from(("title", "text", "type", "items", "date", "url", "content")), inner)
            ),
        )
    )
    @example([None, {"title": "0", "text": "0", "items": None, "date": 0}])
    @pytest.mark.filterwarnings("ignore::diplonews.errors.ParseWarning")
    def test_any_json(self, value):
        """It is read, or refused with a ParseError."""
        with suppress(ParseError):
            assert parse_articles(json.dumps([value]))


def test_references(parse_one):
    """What an article only refers to by `@id` is read where the document says it."""
    article = {"@type": "NewsArticle", "headline": "Talks end", "articleBody": "They left.", "author": [{"@id": "#a"}]}
    graph = [article, {"@type": "Person", "@id": "#a", "name": "Ada Quill"}]
    raw = json.dumps({"@context": "https://schema.org", "@graph": graph})
    assert [byline.names for byline in parse_one("news-json", raw).bylines] == [("Ada Quill",)]


def test_line_that_fails(parse):
    """Of several objects, one a line, the one that is broken is named with its line and its number."""
    good = '{"title": "Talks end", "text": "They left.", "url": "https://a.example/1"}'
    found = parse("news-json", f'\n{good}\n\n{{"title": "Cut"\n{good}\n')
    assert len(found) == 2
    (failure,) = found.failures
    assert (failure.line, failure.message) == (4, "item 2: not well-formed: Expecting ',' delimiter")
