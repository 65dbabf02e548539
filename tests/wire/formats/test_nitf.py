"""NITF documents."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from diplonews import parse_article
from diplonews.errors import ParseError
from diplonews.wire.base import Copy
from diplonews.wire.formats.nitf import Nitf

DOCUMENT = """<?xml version="1.0" encoding="iso-8859-1"?>
<!DOCTYPE nitf SYSTEM "nitf-3-6.dtd">
<nitf baselang="en-IE" version="-//IPTC//DTD NITF 3.6//EN">
  <head>
    <title>Bridge deal (title)</title>
    <tobject tobject.type="News"><tobject.subject tobject.subject.refnum="11002000"
      tobject.subject.type="politics" tobject.subject.matter="diplomacy"/></tobject>
    <docdata management-status="usable">
      <evloc city="Valletta" iso-cc="MLT"/>
      <doc-id id-string="EX-2024-0312-17" regsrc="PA"/>
      <urgency ed-urg="4"/>
      <date.issue norm="20240312T143000+0000"/>
      <date.release norm="20240312T150500+0000"/>
      <du-key key="MALTA-BRIDGE" version="2"/>
      <ed-msg info="Recast"/>
      <key-list><keyword key="Malta"/><keyword key="bridges"/></key-list>
      <doc.rights restrictions="print only"/>
    </docdata>
    <pubdata date.publication="20240312T160000+0000"/>
  </head>
  <body>
    <body.head>
      <hedline><hl1>Malta and Italy sign <em>bridge</em> deal</hl1><hl2>Work to begin in June</hl2></hedline>
      <note><p>Editors: maps to follow</p></note>
      <byline>By <person>Rosa Vella</person> <byttl>Diplomatic Editor</byttl></byline>
      <distributor><org>PA</org></distributor>
      <dateline><location>VALLETTA</location><story.date norm="20240312T143000+0000">March 12</story.date></dateline>
      <abstract><p>Two governments agree.</p></abstract>
    </body.head>
    <body.content>
      <p lede="true">Malta and <location>Italy</location> signed a deal.</p>
      <media media-type="image"><media-reference source="a.jpg">not text</media-reference>
        <media-caption><p>The strait at dawn.</p></media-caption><media-producer>R. Borg</media-producer></media>
      <block><hl2>Costs</hl2><p>Costs&nbsp;were not given.</p></block>
      <table><tr><td>2024</td><td>plan</td></tr></table>
      <p>PA</p>
    </body.content>
    <body.end><tagline>Reporting by Rosa Vella</tagline></body.end>
  </body>
</nitf>"""


class TestNitf:
    def test_lines(self, parse_one, kinds):
        """All parts in reading order, each of its kind."""
        assert kinds(parse_one("nitf", DOCUMENT)) == [
            ("HEADLINE", "Malta and Italy sign bridge deal"),
            ("DECK", "Work to begin in June"),
            ("NOTE", "Editors: maps to follow"),
            ("BYLINE", "By Rosa Vella Diplomatic Editor"),
            ("DATELINE", "VALLETTA, March 12"),
            ("BODY", "Malta and Italy signed a deal."),
            ("CAPTION", "The strait at dawn."),
            ("CREDIT", "R. Borg"),
            ("BODY", "Costs"),
            ("BODY", "Costs were not given."),
            ("BODY", "2024 plan"),
            ("CREDIT", "PA"),
            ("SIGNOFF", "Reporting by Rosa Vella"),
        ]

    def test_fields(self, parse_one):
        """docdata's attributes land on the article."""
        article = parse_one("nitf", DOCUMENT)
        assert (article.identifier, article.version, article.urgency) == ("EX-2024-0312-17", "2", 4)
        assert (article.slugline, article.keywords) == ("Malta", ("Malta", "bridges"))
        assert article.subjects == ("politics", "diplomacy", "11002000")
        assert (article.language, article.usage_terms, article.note) == ("en-IE", "print only", "Recast")
        assert article.provider == "PA Media"
        assert article.published.instant == datetime(2024, 3, 12, 14, 30, tzinfo=UTC)
        assert article.updated.instant == datetime(2024, 3, 12, 15, 5, tzinfo=timezone(timedelta(0)))

    def test_dateline(self, parse_one):
        """The dateline element gives place, zone and day."""
        dateline = parse_one("nitf", DOCUMENT).dateline
        assert (dateline.places[0].name, dateline.places[0].country) == ("VALLETTA", "MLT")
        assert dateline.date == date(2024, 3, 12)

    def test_place_of_the_event(self, parse_one):
        """Without a dateline the place of docdata is taken, with its country."""
        start, end = DOCUMENT.index("<dateline>"), DOCUMENT.index("<abstract>")
        place = parse_one("nitf", DOCUMENT[:start] + DOCUMENT[end:]).dateline.places[0]
        assert (place.name, place.country, place.timezone) == ("Valletta", "MLT", "Europe/Malta")

    def test_lede_stands_for_a_deck(self, parse_one):
        """Without abstract and second headline the marked lead is the deck, and stays a paragraph."""
        raw = DOCUMENT.replace("<hl2>Work to begin in June</hl2>", "").replace(
            "<abstract><p>Two governments agree.</p></abstract>", ""
        )
        article = parse_one("nitf", raw)
        assert article.deck == "Malta and Italy signed a deal."
        assert article.body.startswith("Malta and Italy signed a deal.")

    def test_slug_with_scope_and_from_the_key(self, parse_one):
        """The slug line is the scope and the first keyword, else the key of the story."""
        scoped = DOCUMENT.replace("<ed-msg", '<doc-scope scope="WORLD"/><ed-msg')
        assert parse_one("nitf", scoped).slugline == "WORLD Malta"
        keyless = DOCUMENT.replace('<keyword key="Malta"/><keyword key="bridges"/>', "")
        assert parse_one("nitf", keyless).slugline == "MALTA-BRIDGE"

    def test_initials_are_no_byline(self, parse_one, kinds):
        """A by-line element that holds the desk's initials is a sign-off."""
        raw = DOCUMENT.replace("By <person>Rosa Vella</person> <byttl>Diplomatic Editor</byttl>", "rv/jb")
        article = parse_one("nitf", raw)
        assert ("SIGNOFF", "rv/jb") in kinds(article)

    def test_title_where_no_headline(self, parse_one):
        """The title of the head replaces a missing headline."""
        raw = DOCUMENT.replace(
            "<hl1>Malta and Italy sign <em>bridge</em> deal</hl1><hl2>Work to begin in June</hl2>", ""
        )
        assert parse_one("nitf", raw).headline == "Bridge deal (title)"

    def test_date_in_digits_is_no_words(self, parse_one, kinds):
        """A story date written for machines is not part of the text."""
        raw = DOCUMENT.replace(">March 12</story.date>", ">20240312T143000+0000</story.date>")
        assert ("DATELINE", "VALLETTA") in kinds(parse_one("nitf", raw))

    @pytest.mark.parametrize(
        ("raw", "body"),
        [
            ("<nitf><body><p>Only words.</p></body></nitf>", "Only words."),
            ("<nitf><body><body.content>Bare words.</body.content></body></nitf>", "Bare words."),
        ],
    )
    def test_bare_documents(self, parse_one, raw, body):
        """A document without head or parts gives its paragraphs."""
        assert parse_one("nitf", raw).body == body

    def test_bytes_that_break_their_encoding(self, parse_one):
        """cp1252 quotation marks in a file that declares latin-1 are read as such."""
        raw = DOCUMENT.replace("signed a deal", "signed a ‘deal’").encode("cp1252")
        assert "signed a ‘deal’." in parse_one("nitf", raw).body

    def test_no_words(self, parse):
        """A document without words is an error."""
        with pytest.raises(ParseError, match="without words"):
            parse("nitf", "<nitf><head/></nitf>")

    def test_score(self):
        """Only a nitf root counts."""
        assert Nitf().score(Copy(DOCUMENT)) == 1.0
        assert Nitf().score(Copy("<html/>")) == 0.0


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ("", "<body.head><byline>By <person>Ada Rowe</person></byline></body.head><body.content>{}</body.content>"),
        ("", "<body.content><byline>By Ada Rowe</byline>{}</body.content>"),
        ("", "<body.content><p class='byline lead'>By Ada Rowe</p>{}</body.content>"),
        ("", "<body.content><p>By Ada Rowe</p>{}</body.content>"),
        ("<head><meta name='author' content='Ada Rowe'/></head>", "<body.content>{}</body.content>"),
    ],
)
def test_by_line_wherever_it_stands(parse_one, head, body):
    """Agencies put it into the head of the body, among its paragraphs, or into the metadata."""
    raw = f"<nitf>{head}<body>{body.format('<p>Two envoys met.</p><p>They left.</p>')}</body></nitf>"
    article = parse_one("nitf", raw)
    assert [byline.names for byline in article.bylines] == [("Ada Rowe",)]
    assert article.body == "Two envoys met.\n\nThey left."


@pytest.mark.parametrize(
    "raw",
    [
        "<body><body.head><hedline><hl1>Envoys meet</hl1></hedline></body.head><body.content>{}</body.content></body>",
        "<body.content>{}</body.content>",
        "<block>{}</block>",
    ],
)
def test_what_is_cut_out_of_a_document(raw):
    """A body alone, or its content."""
    article = parse_article(raw.format("<p>OSLO (Reuters) - Two envoys met.</p><p>They left.</p>"))
    assert (article.format, article.body) == ("nitf", "Two envoys met.\n\nThey left.")
    assert article.dateline.places[0].name == "OSLO"


def test_persons_of_a_byline(parse_one):
    """What the by-line marks as a person is the name, whatever is around it."""
    raw = """<nitf><body><body.head><hedline><hl1>Talks end</hl1></hedline>
    <byline><person>Ada Quill</person><byttl>Correspondent</byttl></byline></body.head>
    <body.content><p>They left.</p></body.content></body></nitf>"""
    (byline,) = parse_one("nitf", raw).bylines
    assert (byline.text, byline.names) == ("Ada Quill Correspondent", ("Ada Quill",))


def test_tagline(parse_one):
    """The line at the end of the body signs a story without a by-line."""
    raw = """<nitf><body><body.head>{}</body.head><body.content><p>They left.</p></body.content>
    <body.end><tagline>Ada Quill in Oslo</tagline></body.end></body></nitf>"""
    assert [byline.names for byline in parse_one("nitf", raw.format("")).bylines] == [("Ada Quill",)]
    signed = raw.format("<byline>By Bo Marsh</byline>")
    assert [byline.names for byline in parse_one("nitf", signed).bylines] == [("Bo Marsh",)]
