"""NewsML-G2: items, messages, packages."""

from datetime import date, datetime, timedelta, timezone
from xml.sax.saxutils import escape

import pytest

from diplonews.errors import ParseError
from diplonews.model import RegionKind
from diplonews.wire.base import Copy
from diplonews.wire.formats.newsml_g2 import NewsmlG2
from diplonews.wire.xml import find, parse_xml

NS = 'xmlns="http://iptc.org/std/nar/2006-10-01/"'

ITEM = """<newsItem {ns} guid="urn:newsml:agency.example:20240312:fisheries" version="3" standard="NewsML-G2"
    standardversion="2.30" conformance="power" xml:lang="en-GB">
  <rightsInfo><copyrightHolder literal="Kyodo"/><usageTerms>No use after 30 days</usageTerms></rightsInfo>
  <itemMeta>
    <itemClass qcode="ninat:text"/>
    <provider qcode="nprov:Kyodo"/>
    <versionCreated>2024-03-12T10:45:00+09:00</versionCreated>
    <firstCreated>2024-03-12T08:15:00+09:00</firstCreated>
    <embargoed>2024-03-12T12:00:00+09:00</embargoed>
    <pubStatus qcode="stat:usable"/>
    <edNote>Adds reaction from Oslo</edNote>
    <edNote role="x:private">Call the desk</edNote>
  </itemMeta>
  <contentMeta>
    <urgency>3</urgency>
    <contentCreated>2024-03-12T08:00:00+09:00</contentCreated>
    <located qcode="city:1"><name>Oslo</name>
      <broader type="cptype:statprov"><name>Oslo</name></broader>
      <broader type="cptype:country" qcode="iso3166-1a2:NO"><name>Norway</name></broader></located>
    <language tag="en"/>
    <keyword>herring</keyword><keyword>quota</keyword><keyword>herring</keyword>
    <subject qcode="medtop:20000353"><name xml:lang="de">Fischerei</name>
      <name xml:lang="en">fishing industry</name></subject>
    <slugline>NORWAY-FISH/</slugline>
    <headline>Norway and Japan settle herring row</headline>
    <headline role="hld:subHeadline">Quota to be shared from May</headline>
    <by>By Mira Hall and Jun Ito</by>
    <creditline>Kyodo</creditline>
  </contentMeta>
  <contentSet>
    {content}
  </contentSet>
</newsItem>"""

XHTML = """<inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml">
  <head><title>ignored</title></head><body>
  <p>OSLO, March 12 (Kyodo) -- Norway and Japan on Tuesday settled
     a row over herring.</p>
  <p>The <b>quota</b> will be shared, they said. (Kyodo)</p></body></html></inlineXML>"""


def item(content=XHTML, ns=NS):
    return ITEM.format(content=content, ns=ns)


PARTS = "<p>OSLO (Kyodo) -- A ferry will run.</p><p>Fares were &amp; are not given.</p>"


class TestCarriedContent:
    @pytest.mark.parametrize("name", ["inlineXML", "inlineData"])
    @pytest.mark.parametrize(
        "content",
        [
            PARTS,
            escape(PARTS),
            escape(escape(PARTS)),
            f"<![CDATA[{PARTS}]]>",
            f"<nitf><body><body.content>{PARTS}</body.content></body></nitf>",
            escape(f"<?xml version='1.0'?><nitf><body><body.content>{PARTS}</body.content></body></nitf>"),
            "OSLO (Kyodo) -- A ferry will run.\n\nFares were &amp; are not given.",
        ],
        ids=["elements", "escaped", "escaped twice", "cdata", "nitf", "escaped nitf", "plain"],
    )
    def test_ways_to_carry_a_body(self, parse_one, name, content):
        """Elements, escaped markup, NITF and plain text give the same paragraphs."""
        article = parse_one("newsml-g2", item(f"<{name}>{content}</{name}>"))
        assert article.body == "A ferry will run.\n\nFares were & are not given."

    def test_broken_nitf_inside(self, parse):
        """NITF that is escaped and broken fails the item."""
        with pytest.raises(ParseError, match="item 1: not well-formed"):
            parse("newsml-g2", item("<inlineData>&lt;nitf>&lt;body></inlineData>"))


def message(*items):
    header = "<header><sent>2024-03-12T11:00:00Z</sent></header>"
    return f"<newsMessage {NS}>{header}<itemSet>{''.join(items)}</itemSet></newsMessage>"


class TestFields:
    def test_lines(self, parse_one):
        """Headline, deck, by-line, credit and slug line are read from contentMeta."""
        article = parse_one("newsml-g2", item())
        assert article.headline == "Norway and Japan settle herring row"
        assert article.deck == "Quota to be shared from May"
        assert [byline.names for byline in article.bylines] == [("Mira Hall", "Jun Ito")]
        assert article.slugline == "NORWAY-FISH/"
        assert article.provider == "Kyodo"
        assert "Kyodo" in article.credits

    def test_creator_for_a_byline(self, parse_one):
        """Without a by-line the person named as creator signs; a user's code does not."""
        raw = item().replace("<by>By Mira Hall and Jun Ito</by>", "<creator><name>{}</name></creator>")
        assert parse_one("newsml-g2", raw.replace("{}", "Mira Hall")).bylines[0].names == ("Mira Hall",)
        assert parse_one("newsml-g2", raw.replace("{}", "hall.mira")).bylines[0].provider == "Kyodo"

    def test_numbers_and_codes(self, parse_one):
        """Identifier, version, urgency, language, keywords, subjects, terms and note land on the article."""
        article = parse_one("newsml-g2", item())
        assert article.identifier == "urn:newsml:agency.example:20240312:fisheries"
        assert (article.version, article.urgency, article.language) == ("3", 3, "en")
        assert article.keywords == ("herring", "quota")
        assert article.subjects == ("fishing industry", "medtop:20000353")
        assert article.usage_terms == "No use after 30 days"
        assert article.note == "Adds reaction from Oslo"

    def test_instants(self, parse_one):
        """First and current version, with the format's own offset; the embargo too."""
        article = parse_one("newsml-g2", item())
        tokyo = timezone(timedelta(hours=9))
        assert article.published.instant == datetime(2024, 3, 12, 8, 15, tzinfo=tokyo)
        assert article.published.timezone_source == "printed"
        assert article.updated.instant == datetime(2024, 3, 12, 10, 45, tzinfo=tokyo)
        assert article.embargo == datetime(2024, 3, 12, 12, tzinfo=tokyo)

    def test_body(self, parse_one, kinds):
        """Dateline and closing credit are split from the paragraphs around them."""
        article = parse_one("newsml-g2", item())
        assert article.body == (
            "Norway and Japan on Tuesday settled a row over herring.\n\nThe quota will be shared, they said."
        )
        assert ("DATELINE", "OSLO, March 12 (Kyodo) --") in kinds(article)
        assert kinds(article)[-1] == ("CREDIT", "(Kyodo)")
        assert article.dateline.places[0].name == "OSLO"
        assert article.dateline.date == date(2024, 3, 12)
        assert article.anchor == date(2024, 3, 12)

    def test_anchor_is_the_day_at_the_dateline(self, parse_one):
        """A story stamped just after midnight in Japan is of the day before in Oslo."""
        raw = item().replace("2024-03-12T08:15:00+09:00", "2024-03-13T01:15:00+09:00").replace("OSLO, March 12", "OSLO")
        assert parse_one("newsml-g2", raw).anchor == date(2024, 3, 12)

    def test_local_time_gets_the_agency_zone(self, parse_one):
        """A reading without an offset is read in the agency's zone, and says so."""
        raw = item().replace("2024-03-12T08:15:00+09:00", "2024-03-12T08:15:00")
        stamp = parse_one("newsml-g2", raw).published
        assert (stamp.timezone, stamp.timezone_source) == ("Asia/Tokyo", "agency")

    def test_unknown_zone_stays_unknown(self, parse_one):
        """Without offset and without a known agency there is no instant."""
        raw = item(content="<inlineData>The talks ended.</inlineData>").replace("Kyodo", "Fjordpost")
        raw = raw.replace("2024-03-12T08:15:00+09:00", "2024-03-12T08:15:00")
        stamp = parse_one("newsml-g2", raw).published
        assert (stamp.instant, stamp.timezone) == (None, None)
        assert stamp.local == datetime(2024, 3, 12, 8, 15)

    def test_unreadable_time_has_a_reason(self, parse_one):
        """An unreadable time gives None, with its words as evidence."""
        article = parse_one("newsml-g2", item().replace("2024-03-12T08:15:00+09:00", "soon"))
        assert article.published.local == datetime(2024, 3, 12, 10, 45)
        assert any(entry.rule == "newsml-g2.unreadable" and "soon" in entry.detail for entry in article.evidence)

    def test_located_where_no_dateline_is_printed(self, parse_one, kinds):
        """The place of contentMeta is used as a dateline, with country and zone."""
        article = parse_one("newsml-g2", item(content="<inlineData>The talks ended.</inlineData>"))
        place = article.dateline.places[0]
        assert (place.name, place.country, place.timezone) == ("Oslo", "NOR", "Europe/Oslo")
        assert article.dateline.span.of(article.text) == "Oslo"

    def test_dateline_element_with_two_places(self, parse_one):
        """A dateline element may name two places."""
        raw = item(content="<inlineData>The talks ended.</inlineData>").replace(
            "<slugline>", "<dateline>Oslo/Tokyo</dateline><slugline>"
        )
        assert [place.name for place in parse_one("newsml-g2", raw).dateline.places] == ["Oslo", "Tokyo"]

    def test_every_field_has_evidence(self, parse_one):
        """Each field that is set has evidence of rule and place."""
        article = parse_one("newsml-g2", item())
        known = {entry.field: entry for entry in article.evidence}
        for field in (
            "headline",
            "deck",
            "bylines",
            "published",
            "updated",
            "provider",
            "dateline",
            "urgency",
            "version",
        ):
            assert known[field].rule
        assert known["headline"].rule == "newsml-g2.contentMeta.headline"
        assert known["headline"].detail == "/newsItem/contentMeta/headline[1]"

    def test_origins_lead_back_to_the_words(self, parse_one):
        """Each region's origin finds an element that holds its words."""
        raw = message(item(ns=""), item(ns="").replace("fisheries", "fisheries2"))
        reader = NewsmlG2()
        root = parse_xml(Copy(raw), "newsml-g2")
        for article in reader.parse(Copy(raw)):
            origins = [region for region in article.regions if region.origin]
            assert len(origins) >= 8
            for region in origins:
                element = find(root, region.origin)
                assert region.span.of(article.text) in " ".join("".join(element.itertext()).split())


class TestContent:
    @pytest.mark.parametrize(
        "content",
        [
            "<inlineData contenttype='text/plain'>The talks ended.\n\nNothing came of them.</inlineData>",
            "<inlineData>&lt;p&gt;The talks ended.&lt;/p&gt;&lt;p&gt;Nothing came of them.&lt;/p&gt;</inlineData>",
            "<inlineData><![CDATA[<p>The talks ended.</p><p>Nothing came of them.</p>]]></inlineData>",
            "<inlineXML>&lt;p&gt;The talks ended.&lt;/p&gt;&lt;p&gt;Nothing came of them.&lt;/p&gt;</inlineXML>",
            "<inlineXML><nitf><body><p>The talks ended.</p><p>Nothing came of them.</p></body></nitf></inlineXML>",
            "<inlineXML><story><par>The talks ended.</par><par>Nothing came of them.</par></story></inlineXML>",
            "<graphic/><inlineXML/><inlineXML><div>The talks ended.<p>Nothing came of them.</p></div></inlineXML>",
        ],
        ids=["plain", "escaped", "cdata", "escaped-xml", "nitf", "unknown", "mixed"],
    )
    def test_the_same_two_paragraphs(self, parse_one, content):
        """Whatever holds the body, its paragraphs come out the same."""
        assert parse_one("newsml-g2", item(content=content)).body == "The talks ended.\n\nNothing came of them."

    def test_copy_laid_out_by_lines(self, parse_one, kinds):
        """Terminal copy in one paragraph: note, bullets, by-line, dateline and sign-off come apart."""
        text = (
            "<inlineXML><html><body><p>(Adds quotes, background)\n    * Quota to be shared\n\n    By Mira Hall\n"
            "    OSLO, March 12 (Reuters) - Norway and Japan settled\na row over herring.\n    They will share it.\n\n"
            " (Reporting by Mira Hall; Editing by\nJun Ito)</p></body></html></inlineXML>"
        )
        raw = (
            item(content=text)
            .replace("<by>By Mira Hall and Jun Ito</by>", "")
            .replace("<creditline>Kyodo</creditline>", "")
        )
        assert kinds(parse_one("newsml-g2", raw))[2:] == [
            ("NOTE", "(Adds quotes, background)"),
            ("BODY", "* Quota to be shared"),
            ("BYLINE", "By Mira Hall"),
            ("DATELINE", "OSLO, March 12 (Reuters) -"),
            ("BODY", "Norway and Japan settled a row over herring."),
            ("BODY", "They will share it."),
            ("SIGNOFF", "(Reporting by Mira Hall; Editing by Jun Ito)"),
        ]

    def test_twice_escaped_entities(self, parse_one):
        """Entities that survive the parser are read."""
        raw = item(content="<inlineXML><p>The sides&amp;#39; talks &amp;quot;ended&amp;quot;.</p></inlineXML>")
        assert parse_one("newsml-g2", raw).body == 'The sides\' talks "ended".'

    def test_repeated_headline(self, parse_one):
        """A headline that the body repeats is a duplicate, not a paragraph."""
        content = "<inlineXML><body><h1>Norway and Japan settle herring row</h1><p>They met.</p></body></inlineXML>"
        article = parse_one("newsml-g2", item(content=content))
        (again,) = [region for region in article.regions if region.kind.name == "DUPLICATE"]
        assert again.duplicate_of.of(article.text) == article.headline
        assert article.body == "They met."

    def test_picture_caption(self, parse_one):
        """The description of a picture is its caption; of a text, its deck."""
        raw = item(content="<remoteContent href='x.jpg'/>").replace("ninat:text", "ninat:picture")
        raw = raw.replace("<slugline>", "<description role='drol:caption'>Boats at Bergen.</description><slugline>")
        assert parse_one("newsml-g2", raw).captions == ("Boats at Bergen.",)

    def test_description_that_says_the_headline_again(self, parse_one):
        """A description that ends in the headline is not a deck."""
        raw = (
            item()
            .replace("<headline role=", "<x role=")
            .replace("from May</headline>", "from May</x>")
            .replace(
                "<slugline>", "<description>NORWAY-FISH/:Norway and Japan settle herring row</description><slugline>"
            )
        )
        assert parse_one("newsml-g2", raw).deck is None

    def test_title_for_a_headline(self, parse_one):
        """The title of itemMeta replaces a missing headline."""
        raw = item().replace("<pubStatus", "<title>Herring row settled</title><pubStatus")
        start, end = raw.index("<headline>"), raw.index("<by>")
        article = parse_one("newsml-g2", (raw[:start] + raw[end:]).replace("<head><title>ignored</title></head>", ""))
        assert article.headline == "Herring row settled"

    def test_no_headline(self, parse_one):
        """An item without a headline is listed by its first words, and the evidence says so."""
        raw = item(content=f"<inlineData>{'Word ' * 40}</inlineData>")
        start, end = raw.index("<headline>"), raw.index("<by>")
        article = parse_one("newsml-g2", raw[:start] + raw[end:])
        assert article.headline == ("Word " * 20).strip() + "…"
        assert any(entry.rule == "newsml-g2.beginning" for entry in article.evidence)
        assert not article.regions_of(RegionKind.HEADLINE)


class TestContainers:
    def test_items_in_order(self, parse):
        """A message gives its items in order."""
        found = parse("newsml-g2", message(item(ns=""), item(ns="").replace("fisheries", "ports")))
        assert [article.identifier.rpartition(":")[2] for article in found] == ["fisheries", "ports"]
        assert found.failures == ()

    def test_package(self, parse_one):
        """A package gives the headlines it refers to."""
        raw = (
            f'<packageItem {NS} guid="urn:x:package" version="1">'
            "<contentMeta><headline>Evening list</headline></contentMeta>"
            '<groupSet><group><itemRef residref="urn:x:1"><headline>First story</headline></itemRef>'
            '<itemRef residref="urn:x:2"><title>Second story</title></itemRef></group></groupSet></packageItem>'
        )
        article = parse_one("newsml-g2", raw)
        assert (article.headline, article.body) == ("Evening list", "First story\n\nSecond story")

    def test_package_without_identity_is_passed_over(self, parse):
        """A package that is only a list of references in a message is not an article."""
        raw = message('<packageItem><itemRef residref="1"/></packageItem>', item(ns=""))
        assert len(parse("newsml-g2", raw)) == 1

    @pytest.mark.parametrize(
        ("bad", "says"),
        [
            ('<newsItem guid="urn:x:empty"/>', "item 2: an item without words"),
            (item(ns="").replace("herring row", "herring & row"), "item 2: not well-formed"),
            (item(ns="")[:900], "item 2: the item is cut off"),
        ],
        ids=["empty", "malformed", "cut"],
    )
    def test_one_bad_item(self, parse, bad, says):
        """The others are there; the failure names item, format, line and excerpt."""
        found = parse("newsml-g2", message(item(ns=""), bad, item(ns="").replace("fisheries", "ports")))
        assert [article.identifier.rpartition(":")[2] for article in found] == ["fisheries", "ports"]
        (failure,) = found.failures
        assert "item 2" in str(failure)
        assert says in str(failure)
        assert failure.format == "newsml-g2"
        assert failure.line is not None
        assert failure.line > 1
        assert failure.excerpt

    def test_the_container_itself_is_cut(self, parse):
        """Whole items of a container without its end are there, with a failure for the rest."""
        raw = message(item(ns=""), item(ns="").replace("fisheries", "ports"))
        found = parse("newsml-g2", raw[: -len("</itemSet></newsMessage>")])
        assert len(found) == 2
        assert len(found.failures) == 1

    def test_nothing_left(self, parse):
        """If no item can be read, the first error is raised."""
        with pytest.raises(ParseError, match="item 1: an item without words"):
            parse("newsml-g2", message('<newsItem guid="a"/>', '<newsItem guid="b"/>'))

    def test_no_item(self, parse):
        """A message without items is an error."""
        with pytest.raises(ParseError, match="no news item"):
            parse("newsml-g2", f"<newsMessage {NS}><itemSet/></newsMessage>")

    def test_truncated_item(self, parse):
        """A single item that is cut off is an error with its line."""
        with pytest.raises(ParseError, match="not well-formed") as caught:
            parse("newsml-g2", item()[:1500])
        assert caught.value.format == "newsml-g2"
        assert caught.value.line > 1


class TestScore:
    @pytest.mark.parametrize(
        ("raw", "score"),
        [
            (item(), 1.0),
            ("\ufeff<?xml version='1.0'?>\n<!-- made by a desk -->\n" + item(), 1.0),
            ("<newsItem><x/></newsItem>", 0.8),
            ("<n:newsMessage xmlns:n='http://iptc.org/std/nar/2006-10-01/'/>", 1.0),
            ("<NewsML/>", 0.0),
            ("newsItem", 0.0),
            ("", 0.0),
        ],
    )
    def test_score(self, raw, score):
        """The root and its namespace decide."""
        assert NewsmlG2().score(Copy(raw)) == score


class TestMetadata:
    PLAIN = (
        f"<newsItem {NS} guid='a'><contentMeta>{{meta}}</contentMeta><contentSet>{{content}}</contentSet></newsItem>"
    )

    def test_header_signs(self, parse_one):
        """The sender of a message signs items that have no provider."""
        news = self.PLAIN.format(meta="<headline>Ferry back</headline>", content="")
        raw = f"<newsMessage {NS}><header><sender>yna.co.kr</sender></header><itemSet>{news}</itemSet></newsMessage>"
        assert parse_one("newsml-g2", raw).provider == "Yonhap"

    def test_title_of_the_page(self, parse_one):
        """The title of the embedded page replaces a headline."""
        html = "<html><head><title>Ferry back</title></head><body><p>It sails.</p></body></html>"
        article = parse_one("newsml-g2", self.PLAIN.format(meta="", content=f"<inlineXML>{html}</inlineXML>"))
        assert (article.headline, article.body) == ("Ferry back", "It sails.")

    def test_descriptions(self, parse_one, kinds):
        """A description may be HTML, and is not a deck if it begins like the text."""
        opening = "A ferry between the two ports will run again from May, officials said."
        meta = "<headline>Ferry back</headline><description>&lt;p>Two ports&lt;br>agree&lt;/p></description>"
        news = self.PLAIN.format(meta=meta, content=f"<inlineData>{opening}</inlineData>")
        assert kinds(parse_one("newsml-g2", news))[1] == ("DECK", "Two ports agree")
        meta = f"<headline>Ferry back</headline><description>{opening[:65]}</description>"
        news = self.PLAIN.format(meta=meta, content=f"<inlineData>{opening}</inlineData>")
        assert [kind for kind, _ in kinds(parse_one("newsml-g2", news))] == ["HEADLINE", "BOILERPLATE", "BODY"]

    @pytest.mark.parametrize(
        "located", ['<located qcode="city:1"/>', "<located/>", "<located><name>,</name></located>"]
    )
    def test_located_without_a_name(self, parse_one, located):
        """A code is not a place name."""
        news = self.PLAIN.format(meta=f"<headline>Ferry back</headline>{located}", content="")
        assert parse_one("newsml-g2", news).dateline is None


def test_what_agencies_put_into_the_content(parse_one):
    """A creator by literal, a dateline with a desk, the header of the page, the notes for editors."""
    raw = f"""<newsItem {NS} guid="u" xml:lang="de"><itemMeta><versionCreated>2024-03-12T24:00:00+01:00</versionCreated>
<provider literal="dpa"/></itemMeta><contentMeta><headline>Gesandte treffen sich</headline><creator literal="Ada Rowe"/>
<digitalSourceType qcode="dst:softwareImage"/><dateline>Oslo (dpa/lni) - </dateline></contentMeta><contentSet>
<inlineXML><html xmlns="http://www.w3.org/1999/xhtml"><body><header><h1>Gesandte treffen sich</h1></header>
<section class="main x"><p>Zwei Gesandte trafen sich.</p></section><section class="notepad y"><p>Hafen 1</p></section>
</body></html></inlineXML></contentSet></newsItem>"""
    article = parse_one("newsml-g2", raw)
    assert (article.body, article.note) == ("Zwei Gesandte trafen sich.", "Hafen 1")
    assert article.published.instant.isoformat() == "2024-03-13T00:00:00+01:00"
    assert [byline.names for byline in article.bylines] == [("Ada Rowe",)]
    assert (article.dateline.places[0].name, article.dateline.agency) == ("Oslo", "dpa/lni")
    assert [entry.detail for entry in article.evidence if entry.field == "digitalsourcetype"] == ["dst:softwareImage"]


def test_texts_once_and_priority(parse_one):
    """A package says each text once; a note that is sent twice is one; the message's priority is an urgency."""
    raw = f"""<newsMessage {NS}><header><priority>3</priority></header><itemSet><packageItem guid="p"><itemMeta>
<edNote>Checked.</edNote><edNote>Checked.</edNote></itemMeta><contentMeta><headline>Today</headline></contentMeta>
<groupSet><group><itemRef><title>Envoys meet</title><headline>Envoys meet</headline><description>Two.</description>
</itemRef></group></groupSet></packageItem></itemSet></newsMessage>"""
    article = parse_one("newsml-g2", raw)
    assert (article.body, article.note, article.urgency) == ("Envoys meet\n\nTwo.", "Checked.", 3)
