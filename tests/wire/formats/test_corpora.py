"""SGML of corpora, feeds, house XML."""

from datetime import UTC, date, datetime

import pytest

from diplonews.errors import ParseError
from diplonews.wire.base import Copy
from diplonews.wire.formats.feed import Feed
from diplonews.wire.formats.house import HouseXml
from diplonews.wire.formats.sgml import ReutersSgml, SgmlDoc

STORY = """<REUTERS TOPICS="YES" LEWISSPLIT="TRAIN" CGISPLIT="TRAINING-SET" OLDID="1" NEWID="{number}">
<DATE>12-MAR-1987 09:41:17.33</DATE>
<TOPICS><D>tin</D><D>trade</D></TOPICS>
<PLACES><D>bolivia</D></PLACES>
<PEOPLE></PEOPLE>
<UNKNOWN>
&#5;&#5;&#5;C T
&#22;&#22;&#1;f0001&#31;reute</UNKNOWN>
<TEXT>&#2;
<TITLE>BOLIVIA TO SELL &lt;TIN> STOCKS</TITLE>
<AUTHOR>    By Ana Rios, Reuters</AUTHOR>
<DATELINE>    LA PAZ, March 12 - </DATELINE><BODY>Bolivia said it would sell
tin from its stocks.
    The sale would begin in May.
 Reuter
&#3;</BODY></TEXT>
</REUTERS>
"""
LEWIS = '<!DOCTYPE lewis SYSTEM "lewis.dtd">\n'


class TestReuters:
    def test_story(self, parse_one, kinds):
        """Elements in reading order; the end mark comes off."""
        article = parse_one("reuters-sgml", LEWIS + STORY.format(number=17))
        assert kinds(article) == [
            ("HEADLINE", "BOLIVIA TO SELL <TIN> STOCKS"),
            ("BYLINE", "By Ana Rios, Reuters"),
            ("DATELINE", "LA PAZ, March 12 -"),
            ("BODY", "Bolivia said it would sell tin from its stocks."),
            ("BODY", "The sale would begin in May."),
            ("END_MARK", "Reuter"),
        ]
        assert (article.identifier, article.provider, article.language) == ("17", "Reuters", "en")
        assert article.keywords == ("tin", "trade")
        assert article.subjects == ("tin", "trade", "bolivia")
        assert article.published.local == datetime(1987, 3, 12, 9, 41)
        assert article.published.instant is None
        assert article.dateline.places[0].country == "BOL"
        assert article.anchor == date(1987, 3, 12)

    def test_unprocessed_text(self, parse_one):
        """A story without a body element has the rest of its text as body."""
        raw = STORY.format(number=3).replace("<BODY>", "").replace("</BODY>", "")
        assert "The sale would begin in May." in parse_one("reuters-sgml", raw).body

    def test_one_that_is_cut(self, parse):
        """A story cut off at the end of a file is named; the others are there."""
        raw = LEWIS + STORY.format(number=1) + STORY.format(number=2)[:400]
        found = parse("reuters-sgml", raw)
        assert "item 2: the document is cut off" in str(found.failures[0])
        assert [article.identifier for article in found] == ["1"]
        assert found.failures[0].line == raw[: raw.index('NEWID="2"')].count("\n") + 1

    def test_without_end_mark_and_without_time(self, parse_one):
        """A story that does not end in the agency's name, of an unreadable day."""
        raw = STORY.format(number=4).replace(" Reuter\n", "").replace("12-MAR-1987 09:41:17.33", "unknown")
        article = parse_one("reuters-sgml", raw)
        assert article.body.endswith("in May.")
        assert article.published is None

    def test_day_alone(self, parse_one):
        """A date without a time is a day."""
        raw = STORY.format(number=4).replace("12-MAR-1987 09:41:17.33", "12-MAR-1987")
        assert parse_one("reuters-sgml", raw).published.local == date(1987, 3, 12)

    def test_without_text(self, parse):
        """A story that has no text element is an error."""
        raw = STORY.format(number=5)
        with pytest.raises(ParseError, match="without words"):
            parse("reuters-sgml", raw[: raw.index("<TEXT>")] + "</REUTERS>")

    def test_score(self):
        """By document type or first element."""
        scores = [ReutersSgml().score(Copy(raw)) for raw in (LEWIS, STORY, "<REUTERS>", "<DOC>")]
        assert scores == [1.0, 1.0, 0.0, 0.0]


class TestDocs:
    def test_gigaword(self, parse):
        """Identity, day, headline, dateline and paragraphs of a DOC."""
        raw = (
            '<DOC id="XIN_ENG_20040312.0017" type="story">\n<HEADLINE>\nPort opens\n</HEADLINE>\n'
            "<DATELINE>\nQINGDAO, March 12 (Xinhua)\n</DATELINE>\n<TEXT>\n<P>\n"
            "A port opened\nhere on Friday.\n</P>\n<P>\nIt is large &amp; new.\n</P>\n"
            '</TEXT>\n</DOC>\n<DOC id="XIN_ENG_20040313.0001" type="other">\n<TEXT>\nWeather list.\n</TEXT>\n</DOC>\n'
        )
        first, second = parse("sgml-doc", raw)
        assert (first.headline, first.body) == ("Port opens", "A port opened here on Friday.\n\nIt is large & new.")
        assert first.published.local == date(2004, 3, 12)
        assert (first.provider, first.dateline.agency, first.dateline.date) == ("Xinhua", "Xinhua", date(2004, 3, 12))
        assert (second.identifier, second.body) == ("XIN_ENG_20040313.0001", "Weather list.")

    def test_trec(self, parse_one):
        """Number, time, slug and plain text of a TREC document."""
        raw = (
            "<DOC>\n<DOCNO> APW19980312.0042 </DOCNO>\n<DATE_TIME> 1998-03-12 07:05 </DATE_TIME>\n<BODY>\n"
            "<SLUG> BC-Dam </SLUG>\n<HEADLINE> Dam opens </HEADLINE>\n"
            "<TEXT>\n\tOSLO (AP) _ A dam\nopened.\n\tIt is new.\n</TEXT>\n"
            "</BODY>\n</DOC>"
        )
        article = parse_one("sgml-doc", raw)
        assert (article.identifier, article.headline, article.provider) == ("APW19980312.0042", "Dam opens", "AP")
        assert article.published.local == datetime(1998, 3, 12, 7, 5)
        assert article.body == "A dam opened.\n\nIt is new."

    @pytest.mark.parametrize("raw", ["<DOC id='x'></DOC>", "<DOC id='x'><TEXT>cut"])
    def test_nothing_and_cut(self, parse, raw):
        """A document without text, and one that is cut off, are errors."""
        with pytest.raises(ParseError):
            parse("sgml-doc", raw)

    def test_timeml(self, parse_one):
        """The creation time of TimeML and its text without the annotation."""
        raw = (
            '<?xml version="1.0"?>\n<TimeML><DOCID>ex_0001</DOCID>'
            '<DCT><TIMEX3 tid="t0" value="1998-01-08">19980108</TIMEX3></DCT>'
            "<TITLE>Dam opens</TITLE>"
            '<TEXT>The dam <EVENT eid="e1">opened</EVENT> <TIMEX3 tid="t1">Thursday</TIMEX3>.</TEXT></TimeML>'
        )
        article = parse_one("sgml-doc", raw)
        assert (article.headline, article.body) == ("Dam opens", "The dam opened Thursday.")
        assert article.anchor == date(1998, 1, 8)

    def test_score(self):
        """By the root."""
        assert [SgmlDoc().score(Copy(raw)) for raw in ('<DOC id="x">', "<TimeML>", "<html>")] == [0.9, 0.9, 0.0]


RSS = """<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Fjord Post</title><language>en-us</language>
<item><title>Pier opens</title><link>https://x.example/1</link><guid>id-1</guid><dc:creator>Siri Moe</dc:creator>
<pubDate>Tue, 12 Mar 2024 10:00:00 +01:00</pubDate><category>Ports</category><description>Short.</description>
<content:encoded><![CDATA[<p>BERGEN (Reuters) - A pier opened.</p><p>It is new.</p>]]></content:encoded></item>
<item><title>Pier closes</title><description>&lt;p&gt;A pier closed.&lt;/p&gt;</description></item></channel></rss>"""

ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="nn"><title>Fjord Post</title>
<entry><id>urn:x:1</id><title>Pier opens</title><published>2024-03-12T09:00:00Z</published>
<updated>2024-03-12T10:00:00Z</updated><author><name>Siri Moe</name></author><category term="Ports"/>
<content type="html">&lt;p&gt;A pier opened.&lt;/p&gt;</content></entry></feed>"""


class TestFeeds:
    def test_rss(self, parse):
        """Items with headline, author, time, deck, body and outlet."""
        first, second = parse("feed", RSS)
        assert (first.headline, first.deck, first.body) == ("Pier opens", "Short.", "A pier opened.\n\nIt is new.")
        assert (first.identifier, first.outlet, first.language) == ("id-1", "Fjord Post", "en-US")
        assert first.published.instant == datetime(2024, 3, 12, 9, tzinfo=UTC)
        assert (first.keywords, first.bylines[0].names) == (("Ports",), ("Siri Moe",))
        assert first.provider == "Reuters"
        assert (second.body, second.deck) == ("A pier closed.", None)

    def test_atom(self, parse_one):
        """An entry of Atom."""
        article = parse_one("feed", ATOM)
        assert (article.headline, article.body, article.identifier) == ("Pier opens", "A pier opened.", "urn:x:1")
        assert (article.language, article.keywords, article.outlet) == ("nn", ("Ports",), "Fjord Post")
        assert article.updated.instant == datetime(2024, 3, 12, 10, tzinfo=UTC)

    def test_address(self, parse):
        """Where a story can be read: its link, the one of Atom that leads to the page, an identifier that is one."""
        atom = (
            '<feed xmlns="http://www.w3.org/2005/Atom"><title>Gazette</title><entry><id>tag:h.example,1</id>'
            '<title>Talks end</title><link rel="self" href="https://h.example/feed"/>'
            '<link href="https://h.example/1"/><summary>In short.</summary><content>They left.</content></entry></feed>'
        )
        rss = (
            "<rss><channel><item><title>Talks end</title><guid>https://h.example/2</guid></item><item>"
            '<title>Talks end</title><guid isPermaLink="false">https://h.example/3</guid></item></channel></rss>'
        )
        (entry,) = parse("feed", atom)
        assert (entry.url, entry.identifier, entry.deck) == ("https://h.example/1", "tag:h.example,1", "In short.")
        assert [item.url for item in parse("feed", rss)] == ["https://h.example/2", None]

    def test_undeclared_prefixes(self, parse_one):
        """Prefixes that nothing declares do no harm; the words about a picture are not body."""
        raw = (
            "<rss><channel><item><title>Talks end</title><media:content url='x'><media:description>Envoys"
            "</media:description></media:content><dc:date>2024-03-12T07:05:00Z</dc:date>"
            "<description>They left.</description></item></channel></rss>"
        )
        article = parse_one("feed", raw)
        assert (article.body, article.published.instant.hour) == ("They left.", 7)
        declared = raw.replace("<rss>", '<rss xmlns:media="http://search.yahoo.com/mrss/" xmlns:dc="urn:dc">')
        assert parse_one("feed", declared) == article

    @pytest.mark.parametrize(
        "raw", ["<item>{0}</item>", "<channel>{0}<item>{0}</item></channel>", "<item>{0}</item>\n<item>{0}</item>"]
    )
    def test_excerpts(self, raw):
        """An item that is cut out of its feed is one still."""
        copy = Copy(raw.format("<title>Talks end</title><link>https://h.example/1</link>"))
        assert {article.headline for article in Feed().parse(copy)} == {"Talks end"}
        assert Feed().score(copy) > 0.8
        assert Feed().score(Copy("<item><name>Salt</name></item>")) == 0

    def test_mailed_author(self, parse_one):
        """RSS wants an address; the name is in brackets after it."""
        raw = "<rss><channel><item><title>T</title><author>d@h.example (Ada Rowe)</author></item></channel></rss>"
        assert [byline.names for byline in parse_one("feed", raw).bylines] == [("Ada Rowe",)]

    def test_score(self):
        """By the root and its namespace."""
        rdf = '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">'
        assert [Feed().score(Copy(raw)) for raw in (RSS, ATOM, rdf, "<feed/>")] == [1.0, 1.0, 0.9, 0.0]


RITZAU = """<?xml version="1.0"?><RBNews><NewsID>77aa</NewsID><PublishDate>2024-07-12T09:30:00</PublishDate>
<strapline>HAVN/ODENSE</strapline><headline>Havn udvides</headline><subtitle>Arbejdet begynder i maj.</subtitle>
<town>Odense</town>
<origin>/ritzau/</origin><version>2</version><byLine>Bo Lund</byLine>
<content>&lt;p&gt;Havnen udvides.&lt;/p&gt;&lt;p&gt;Det siger byen.&lt;/p&gt;</content></RBNews>"""


class TestHouses:
    def test_news_sitemap(self, parse):
        """Its rows are headlines with address and day; a sitemap of pages is not read."""
        raw = (
            '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" '
            'xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"><url><loc>https://h.example/1</loc>'
            "<news:news><news:publication><news:name>Gazette</news:name><news:language>en</news:language>"
            "</news:publication><news:publication_date>2024-03-12T07:05:00+01:00</news:publication_date>"
            "<news:title>Talks end</news:title></news:news></url></urlset>"
        )
        assert HouseXml().score(Copy(raw)) > 0.9
        (row,) = parse("house-xml", raw)
        assert (row.headline, row.outlet, row.language) == ("Talks end", "Gazette", "en")
        assert row.url == row.identifier == "https://h.example/1"
        assert row.published.instant.isoformat() == "2024-03-12T07:05:00+01:00"
        assert HouseXml().score(Copy('<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"/>')) == 0

    def test_ritzau(self, parse_one):
        """Danish summer time is two hours before UTC."""
        article = parse_one("house-xml", RITZAU)
        assert (article.headline, article.deck) == ("Havn udvides", "Arbejdet begynder i maj.")
        assert article.body == "Havnen udvides.\n\nDet siger byen."
        assert (article.identifier, article.version, article.provider) == ("77aa", "2", "Ritzau")
        assert article.published.instant == datetime(2024, 7, 12, 7, 30, tzinfo=UTC)
        assert [byline.text for byline in article.bylines] == ["/ritzau/", "Bo Lund"]
        assert article.dateline.places[0].name == "Odense"

    def test_items_and_attributes(self, parse):
        """Rows with an item element, and rows with attributes."""
        raw = (
            "<result><document><id>1</id><title>A</title><content>x</content></document>"
            "<document><id>2</id><title>B</title><content/></document></result>"
        )
        assert [article.identifier for article in parse("house-xml", raw)] == ["1", "2"]
        release = '<release id="9" lang="no"><body>&lt;p&gt;Tekst.&lt;/p&gt;</body><title>Avtale</title></release>'
        (article,) = parse("house-xml", release)
        assert (article.identifier, article.language, article.headline) == ("9", "no", "Avtale")

    def test_score(self):
        """Root and elements together."""
        assert [HouseXml().score(Copy(raw)) for raw in (RITZAU, "<RBNews/>", "<result><row/></result>")] == [0.95, 0, 0]

    def test_broken(self, parse):
        """Malformed XML is an error."""
        with pytest.raises(ParseError, match="not well-formed"):
            parse("house-xml", RITZAU[:-20])


def test_atom_with_xhtml(parse_one):
    """Markup that is in an entry as elements keeps its paragraphs."""
    content = '<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>One.</p><p>Two.</p></div></content>'
    raw = f'<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>Ferry</title>{content}</entry></feed>'
    assert parse_one("feed", raw).body == "One.\n\nTwo."


def test_feed_without_items(parse):
    """A feed in which there is nothing says so."""
    with pytest.raises(ParseError, match="no news item in it"):
        parse("feed", "<rss><channel><title>Gulf Courier</title></channel></rss>")


def test_cut_feed(parse):
    """Of a feed that is cut off the whole items are there, and the rest is named."""
    items = "<item><title>One</title></item><item><title>Two</title></item><item><title>Thr"
    articles = parse("feed", f"<rss><channel><title>Gulf Courier</title>{items}")
    assert "item 3: the item is cut off" in str(articles.failures[0])
    assert [article.headline for article in articles] == ["One", "Two"]
    entries = "<entry><title>One</title></entry><entry><title>R&D</title></entry>"
    articles = parse("feed", f'<feed xmlns="http://www.w3.org/2005/Atom">{entries}</feed>')
    assert len(articles) == 1
    assert "item 2: not well-formed" in str(articles.failures[0])


def test_item_cut_out_of_a_feed():
    """An item alone is known by its title and the time it was published, or its address."""
    item = "<item><title>Talks end</title><description>They left.</description>{}</item>"
    stamped = item.format("<pubDate>Wed, 12 Jun 2024 09:30:00 +0200</pubDate>")
    assert Feed().score(Copy(stamped)) > 0
    assert Feed().score(Copy(item.format(""))) == 0
