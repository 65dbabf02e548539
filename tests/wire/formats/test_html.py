"""Saved web pages."""

import builtins
import json
from datetime import UTC, datetime

import pytest

from diplonews import parse_article
from diplonews.errors import ModelNotFoundError, ParseError
from diplonews.wire.base import Copy
from diplonews.wire.formats.html import Html

BODY = """TALLINN, March 12 (Reuters) - Estonia and Finland agreed on Tuesday to build a second cable under the gulf, \
their energy ministers said after a meeting that lasted into the night.
The cable is to carry twice as much power as the first one, and both governments said that they would pay \
for it in equal parts over the next six years.
Work on the sea bed is to begin once the surveyors have finished, one of the ministers told reporters, and \
there would be no delay for the ferries that cross the gulf."""
PARAGRAPHS = BODY.splitlines()
LINKED = {
    "@context": "https://schema.org",
    "@graph": [
        {"@type": "WebSite", "name": "no article"},
        {
            "@type": ["NewsArticle", "Article"],
            "headline": "Estonia and Finland to lay a second cable",
            "description": "Equal parts, says minister",
            "datePublished": "2024-03-12T18:00:00+02:00",
            "dateModified": "2024-03-12T19:30:00+02:00",
            "author": [{"@type": "Person", "name": "Kadri Saar"}, "Matti Lehto", {"name": "https://x.example/p"}],
            "publisher": {"@type": "Organization", "name": "Gulf Courier"},
            "inLanguage": "en-GB",
            "keywords": "cables, energy",
            "articleSection": ["World"],
            "url": "https://courier.example/cable",
            "locationCreated": {"@type": "Place", "name": "Tallinn", "address": {"addressCountry": "EE"}},
        },
    ],
}


def page(linked=LINKED, meta="", body=PARAGRAPHS, head=""):
    data = f'<script type="application/ld+json">{json.dumps(linked)}</script>' if linked else ""
    text = "".join(f"<p>{paragraph}</p>" for paragraph in body)
    return (
        f'<!DOCTYPE html><html lang="en"><head><title>Cable | Courier</title>{meta}{data}{head}</head><body>'
        f"<nav><a href='/'>Home</a></nav><article><h1>A second cable</h1>{text}</article></body></html>"
    )


class TestLinkedData:
    def test_fields(self, parse_one):
        """JSON-LD gives headline, deck, authors, times, outlet, language, keywords and identity."""
        article = parse_one("html", page())
        assert (article.headline, article.deck) == (LINKED["@graph"][1]["headline"], "Equal parts, says minister")
        assert [byline.names for byline in article.bylines] == [("Kadri Saar",), ("Matti Lehto",)]
        assert article.published.instant == datetime(2024, 3, 12, 16, tzinfo=UTC)
        assert article.updated.instant == datetime(2024, 3, 12, 17, 30, tzinfo=UTC)
        assert (article.outlet, article.language, article.identifier) == (
            "Gulf Courier",
            "en-GB",
            "https://courier.example/cable",
        )
        assert (article.keywords, article.subjects) == (("cables", "energy"), ("World",))

    def test_body(self, parse_one):
        """The body is trafilatura's, its dateline split off, each paragraph traced to its element."""
        article = parse_one("html", page())
        assert article.body.startswith("Estonia and Finland agreed on Tuesday")
        assert article.dateline.places[0].timezone == "Europe/Tallinn"
        assert article.provider == "Reuters"
        origins = [region.origin for region in article.regions if region.kind.name == "BODY"]
        assert origins[-1] == "/html/body/article/p[3]"

    def test_place(self, parse_one):
        """Where the text has no dateline, the place that JSON-LD gives is taken."""
        body = [PARAGRAPHS[0].partition(" - ")[2], *PARAGRAPHS[1:]]
        place = parse_one("html", page(body=body)).dateline.places[0]
        assert (place.name, place.country) == ("Tallinn", "EST")

    @pytest.mark.parametrize("bad", ['{"@type": ', "[[]]", "null", "{" * 2_000])
    def test_broken_linked_data(self, parse_one, bad):
        """JSON-LD that can't be read is passed over."""
        assert (
            parse_one("html", page(linked=None, head=f'<script type="application/ld+json">{bad}</script>')).headline
            == "A second cable"
        )

    def test_several_articles(self, parse_one):
        """Of several articles in a page the one whose headline the page bears; lists of others are none of it."""
        own = {"@type": "NewsArticle", "headline": "A second cable", "author": "Kadri Saar"}
        other = {"@type": "NewsArticle", "headline": "Ferries stop", "author": "Matti Lehto"}
        listed = {"@type": "ItemList", "itemListElement": [{"@type": "ListItem", "item": other}]}
        blocks = "".join(
            f'<script type="application/ld+json">{data}</script>'
            for data in (json.dumps(listed), "{broken", json.dumps([other]), json.dumps({"mainEntity": own}))
        )
        assert parse_one("html", page(linked=None, head=blocks)).bylines[0].names == ("Kadri Saar",)
        only = f'<script type="application/ld+json">{json.dumps(other)}</script>'
        assert parse_one("html", page(linked=None, head=only)).headline == "Ferries stop"

    @pytest.mark.parametrize(
        "wrapped", ["//<![CDATA[\n{}\n//]]>", "/*<![CDATA[*/{}/*]]>*/", "<![CDATA[{}]]>", "<!--\n{}\n-->", "{};"]
    )
    def test_wrapped(self, parse_one, wrapped):
        """What pages put around their JSON-LD comes off."""
        data = wrapped.replace("{}", json.dumps({"@type": "NewsArticle", "headline": "Cable agreed"}))
        head = f'<script type="application/ld+json">{data}</script>'
        assert parse_one("html", page(linked=None, head=head)).headline == "Cable agreed"

    @pytest.mark.parametrize(
        ("encoding", "words"),
        [
            ("euc-kr", "두 나라가 해저 케이블에 합의했다고 화요일 밝혔다."),
            ("shift_jis", "両国は海底ケーブルに合意したと火曜日に発表した。"),
            ("windows-1251", "Обе страны во вторник договорились о кабеле."),
        ],
    )
    def test_encodings(self, encoding, words):
        """A page that is not UTF-8 is read in the encoding that it declares."""
        raw = page(meta=f'<meta charset="{encoding}">', body=[*PARAGRAPHS, words]).encode(encoding)
        assert words in parse_article(raw).body


class TestMarkup:
    def test_fragments(self, parse_one):
        """A stretch of a page is read as one; a dateline and paragraphs as anywhere."""
        article = parse_one("html", f"<div><h1>Cable agreed</h1><p>{'</p><p>'.join(PARAGRAPHS)}</p></div>")
        assert (article.headline, len(article.paragraphs)) == ("Cable agreed", 3)
        assert article.dateline.agency == "Reuters"

    def test_where_trafilatura_finds_nothing(self, parse_one, monkeypatch):
        """All the words there are make the body."""
        monkeypatch.setattr("trafilatura.extract", lambda *_, **__: None)
        article = parse_one("html", "<div><h1>Cable agreed</h1><p>They met.</p><nav>Home</nav><p>They left.</p></div>")
        assert (article.headline, article.body) == ("Cable agreed", "They met.\n\nThey left.")

    def test_meta_tags(self, parse_one):
        """Without JSON-LD, meta tags and the page's own elements are read."""
        meta = (
            '<meta property="og:site_name" content="Gulf Courier"><meta name="description" content="Equal parts">'
            '<meta property="article:published_time" content="2024-03-12T16:00:00Z">'
            '<meta name="author" content="Kadri Saar">'
            '<meta name="keywords" content="cables, energy"><link rel="canonical" href="https://courier.example/c">'
        )
        article = parse_one("html", page(linked=None, meta=meta))
        assert (article.headline, article.deck, article.outlet) == ("A second cable", "Equal parts", "Gulf Courier")
        assert article.bylines[0].names == ("Kadri Saar",)
        assert article.published.instant == datetime(2024, 3, 12, 16, tzinfo=UTC)
        assert (article.keywords, article.identifier) == (("cables", "energy"), "https://courier.example/c")
        assert article.language == "en"

    def test_time_element(self, parse_one):
        """A time element's machine-readable reading is the last resort; without a zone there is no instant."""
        body = [*PARAGRAPHS, '<time datetime="2024-03-12T18:00:00">at six</time>']
        stamp = parse_one("html", page(linked=None, body=body)).published
        assert (stamp.local, stamp.instant) == (datetime(2024, 3, 12, 18), None)

    def test_no_text(self, parse):
        """A page without text is an error."""
        with pytest.raises(ParseError):
            parse("html", "<html><head></head><body></body></html>")

    def test_hostile_characters(self, parse_one):
        """NUL, surrogates and other controls are blanked."""
        raw = page().replace("Estonia and", "Estonia \x00\x01\ud800 and")
        assert parse_one("html", raw).headline


class TestWithoutTheExtra:
    @pytest.fixture
    def no_trafilatura(self, monkeypatch):
        real = builtins.__import__

        def refuse(name, *args, **kwargs):
            if name == "trafilatura":
                raise ImportError(name)
            return real(name, *args, **kwargs)

        monkeypatch.setattr(builtins, "__import__", refuse)

    def test_the_message_is_the_cure(self, parse, no_trafilatura):
        """The error says what to install, and what for."""
        with pytest.raises(ModelNotFoundError) as caught:
            parse("html", page())
        assert str(caught.value) == (
            'reading the body of an HTML page needs trafilatura: python -m pip install "diplonews[html]"'
        )

    def test_the_body_of_linked_data(self, parse_one, no_trafilatura):
        """A page that carries its body in JSON-LD is read without it."""
        linked = {"@type": "ReportageNewsArticle", "headline": "Cable", "articleBody": "\n\n".join(PARAGRAPHS)}
        assert parse_one("html", page(linked=linked)).body.count("\n\n") == 2


class TestScore:
    @pytest.mark.parametrize(("raw", "score"), [("<!DOCTYPE html><html>", 0.97), ("<newsItem/>", 0.0)])
    def test_score(self, raw, score):
        """Surer than any parser of plain text, and all or nothing; see `is_html`."""
        assert Html().score(Copy(raw)) == score

    def test_before_the_agency_of_its_text(self):
        """A page, or a stretch of one, is HTML though its words bear an agency's marks."""
        body = "SEOUL, May 4 (Yonhap) -- Two envoys will meet on Friday.</p><p>ejkim@yna.co.kr</p><p>(END)"
        assert parse_article(f"<p>{body}</p>").format == "html"
        assert parse_article(body).format == "yonhap"

    def test_the_message_of_a_server(self):
        """The article of a page is the same under a message that the server printed above it."""
        message = "<br />\n<b>Warning</b>:  Undefined variable $ads in <b>/srv/page.php</b> on line <b>12</b><br />\n"
        assert parse_article(message + page()).text == parse_article(page()).text
