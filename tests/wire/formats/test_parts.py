"""The parts the formats are made of: blocks, edges, stamps, terms, assembly."""

from datetime import date, datetime, timedelta, timezone

import pytest
from hypothesis import given, strategies as st

from diplonews.errors import ParseError
from diplonews.lexicons.iptc import country_code, country_name, find_provider, zone_name
from diplonews.lexicons.temporal_names import month_number
from diplonews.model import RegionKind, Span
from diplonews.wire.base import Copy
from diplonews.wire.blocks import plain_paragraphs, read_blocks
from diplonews.wire.cells import Cell, partition
from diplonews.wire.clock_readings import read_clock
from diplonews.wire.draft import Draft, clean
from diplonews.wire.formats.common import language_tag
from diplonews.wire.framing import label_framing, read_byline, read_element
from diplonews.wire.items import article_of
from diplonews.wire.xml import Paths, find, parse_fragment, parse_xml, root_name

BODY = RegionKind.BODY
INDIA = timezone(timedelta(hours=5, minutes=30))


def blocks(markup):
    root = parse_fragment(markup)
    return [(block.kind.name, " ".join(block.text.split())) for block in read_blocks(root)]


class TestBlocks:
    @pytest.mark.parametrize(
        ("markup", "found"),
        [
            ("<p>One <b>bold</b> word.</p> tail", [("BODY", "One bold word."), ("BODY", "tail")]),
            ("Bare <i>words</i>.<br><br>More.", [("BODY", "Bare words."), ("BODY", "More.")]),
            ("<p>First.<br/><br/>Second.</p>", [("BODY", "First."), ("BODY", "Second.")]),
            ("<p>First<br>line <b>two</b><br></p>", [("BODY", "First line two")]),
            ("<ul><li>Two<ul><li>Inner</li></ul></li></ul>", [("BODY", "Two"), ("BODY", "Inner")]),
            ("<table><tr><th>Day</th><td>May 4</td></tr></table>", [("BODY", "Day May 4")]),
            ("<figure><img src=x><figcaption>The quay.</figcaption></figure>", [("CAPTION", "The quay.")]),
            ("<script>x()</script><style>p {}</style><p>Text.</p>", [("BODY", "Text.")]),
            ("<p></p><p> </p>", []),
            ("<div class='byline'>By Ana Rios</div>", [("BYLINE", "By Ana Rios")]),
            ("<footer>Legal.</footer>", [("BOILERPLATE", "Legal.")]),
            ("<pre>   One\nline.\n   Two.</pre>", [("BODY", "One line."), ("BODY", "Two.")]),
            ("<blockquote>Said <a href=x>he</a></blockquote>", [("BODY", "Said he")]),
            ("<p>Out <p>in</p></p>", [("BODY", "Out"), ("BODY", "in")]),
            ("<div>   One\nline.\n   Two.\n</div>", [("BODY", "One line."), ("BODY", "Two.")]),
        ],
    )  # fmt: skip
    def test_blocks(self, markup, found):
        """Paragraphs come in reading order, and no word outside scripts is lost."""
        assert blocks(markup) == found

    def test_depth(self):
        """Below a hundred levels everything is one block."""
        markup = "<div>" * 150 + "deep" + "</div>" * 150
        assert blocks(markup) == [("BODY", "deep")]

    @pytest.mark.parametrize(
        ("text", "found"),
        [
            ("One.\n\nTwo.", ["One.", "Two."]),
            ("One\nline.\n\nTwo.", ["One\nline.", "Two."]),
            ("One.\nTwo.\nThree.", ["One.", "Two.", "Three."]),
            ("\tOne\nline.\n\tTwo.", ["One\nline.", "Two."]),
            ("", []),
            (" \n \n", []),
            ("One.\r\n\r\nTwo.\rThree.", ["One.", "Two.\nThree."]),
            ("A" * 200 + "\n" + "B" * 200 + "\n\nC", ["A" * 200, "B" * 200, "C"]),
        ],
    )
    def test_plain(self, text, found):
        """Blank lines, indents and single lines."""
        assert plain_paragraphs(text) == found

    @given(st.text(alphabet="ab \t\n\r.*"))
    def test_plain_loses_no_word(self, text):
        """Whatever the layout, the words stay."""
        assert "".join("".join(plain_paragraphs(text)).split()) == "".join(text.split())


class TestEdges:
    def run(self, *paragraphs, headline=None):
        cells, text = [], ""
        if headline:
            text = headline + "\n"
            cells.append(Cell(0, len(headline), RegionKind.HEADLINE))
        for paragraph in paragraphs:
            cells.append(Cell(len(text), len(text) + len(paragraph), BODY))
            text += paragraph + "\n\n"
        labelled = label_framing(text, cells, date(2024, 3, 12))
        return [(cell.kind.name, text[cell.start : cell.end]) for cell in labelled.cells], labelled

    @pytest.mark.parametrize(
        ("paragraph", "kind"),
        [
            ("(Reuters)", "CREDIT"),
            ("==Kyodo", "CREDIT"),
            ("/ritzau/", "CREDIT"),
            ("(Reporting by Ana Rios; Editing by Bo Lund)", "SIGNOFF"),
            ("Ana Rios contributed to this report.", "SIGNOFF"),
            ("ar/bl", "SIGNOFF"),
            ("AAP ab cd", "SIGNOFF"),
            ("(END)", "END_MARK"),
            ("-0-", "END_MARK"),
            ("###", "END_MARK"),
            ("_____", "END_MARK"),
            ("© 2024 The Gulf Courier", "BOILERPLATE"),
            ("Reporters waited outside.", "BODY"),
            ("The end.", "BODY"),
            ("Reuters said so.", "BODY"),
        ],
    )
    def test_tail(self, paragraph, kind):
        """What closes a story, and what only looks like it."""
        cells, _ = self.run("They met.", paragraph)
        assert cells == [("BODY", "They met."), (kind, paragraph)]

    @pytest.mark.parametrize(
        ("paragraph", "kind"),
        [
            ("By Ana Rios", "BYLINE"),
            ("(Adds details, quotes)", "NOTE"),
            ("Eds: With photos.", "NOTE"),
            ("By midnight both sides had agreed on the terms of a deal.", "BODY"),
            ("(Adds details without an end", "BODY"),
            ("* A bullet", "BODY"),
        ],
    )
    def test_head(self, paragraph, kind):
        """The lines above the lead."""
        cells, labelled = self.run(paragraph, "OSLO, March 11 (Reuters) - They met on Monday.")
        assert cells == [(kind, paragraph), ("DATELINE", "OSLO, March 11 (Reuters) -"), ("BODY", "They met on Monday.")]
        assert labelled.printed.date == date(2024, 3, 11)
        assert labelled.evidence is not None

    def test_lead_ends_the_search(self):
        """A dateline below a long first paragraph is not the story's."""
        _, labelled = self.run("They met in the capital. " * 5, "OSLO (Reuters) - They met.")
        assert labelled.printed is None

    def test_credit_inside_the_last_paragraph(self):
        """A closing credit comes off the last paragraph; other brackets stay."""
        cells, _ = self.run("They met.", "They parted. (Yonhap)")
        assert cells[-2:] == [("BODY", "They parted."), ("CREDIT", "(Yonhap)")]
        cells, _ = self.run("They parted (again).")
        assert cells == [("BODY", "They parted (again).")]
        cells, _ = self.run("(Yonhap) x", headline="Talks")
        assert cells[-1] == ("BODY", "(Yonhap) x")

    def test_dateline_alone(self):
        """A dateline on a line of its own leaves no empty paragraph."""
        cells, _ = self.run("OSLO, March 11 (Reuters) -", "They met.")
        assert cells == [("DATELINE", "OSLO, March 11 (Reuters) -"), ("BODY", "They met.")]

    def test_notebook(self):
        """What an agency adds for editors is a note to the end."""
        cells, _ = self.run("They met.", "# Notebook", "## Links", "Ana Rios")
        assert [kind for kind, _ in cells] == ["BODY", "NOTE", "NOTE", "NOTE"]

    @pytest.mark.parametrize(
        ("words", "places", "day", "agency"),
        [
            ("Kyiv/Oslo", ["Kyiv", "Oslo"], None, None),
            ("GREENWICH, Conn.", ["GREENWICH"], None, None),
            ("Ouagadougou, Dec 20, 2023 (AFP) -", ["Ouagadougou"], date(2023, 12, 20), "AFP"),
            ("BEIJING, July 23", ["BEIJING"], date(2024, 7, 23), None),
            ("Lyon, 3 mai 2024 (AFP)", ["Lyon"], date(2024, 5, 3), "AFP"),
            ("January 1", [], date(2024, 1, 1), None),
            ("Oslo, Feb 31", ["Oslo"], None, None),
        ],
    )
    def test_elements(self, words, places, day, agency):
        """Dateline elements with and without date, agency and dash."""
        found = read_element(words, Span(0, len(words)), date(2024, 3, 12))
        assert ([place.name for place in found.places], found.date, found.agency) == (places, day, agency)

    def test_element_that_is_none(self):
        """Punctuation alone is not a dateline; a day without a year and a reference has no date."""
        assert read_element(" -- ", Span(0, 4), None) is None
        assert read_element("Oslo, March 3", Span(0, 13), None).date is None

    @pytest.mark.parametrize(
        ("text", "names", "provider"),
        [
            ("By Ana Rios and Bo Lund", ("Ana Rios", "Bo Lund"), None),
            ("Ana Rios, Reuters", ("Ana Rios",), "Reuters"),
            ("/ritzau/", (), "Ritzau"),
            ("By Reuters", (), "Reuters"),
        ],
    )
    def test_bylines(self, text, names, provider):
        """Persons and agency of a by-line, with or without its opening word."""
        byline = read_byline(text)
        assert (byline.text, byline.names, byline.provider) == (text, names, provider)


class TestStamps:
    @pytest.mark.parametrize(
        ("raw", "found"),
        [
            ("2024-03-12T07:05:00Z", datetime(2024, 3, 12, 7, 5, tzinfo=timezone(timedelta(0)))),
            ("2024-03-12T07:05:00.5+05:30", datetime(2024, 3, 12, 7, 5, 0, 500_000, tzinfo=INDIA)),
            ("20240312T070500", datetime(2024, 3, 12, 7, 5)),
            ("20240312T070500+0100", datetime(2024, 3, 12, 7, 5, tzinfo=timezone(timedelta(hours=1)))),
            ("2024.03.12 07:05:00", datetime(2024, 3, 12, 7, 5)),
            ("2024-3-2 07:05 GMT", datetime(2024, 3, 2, 7, 5, tzinfo=timezone(timedelta(0)))),
            ("2024-03-12", date(2024, 3, 12)),
            ("20240312", date(2024, 3, 12)),
            ("Tue, 12 Mar 2024 07:05:00 GMT", datetime(2024, 3, 12, 7, 5, tzinfo=timezone(timedelta(0)))),
            ("12 Mar 2024 07:05:00 +02:00", datetime(2024, 3, 12, 7, 5, tzinfo=timezone(timedelta(hours=2)))),
            ("12.03.2024 07:05", datetime(2024, 3, 12, 7, 5)),
            ("2.3.2024", date(2024, 3, 2)),
            ("31.2.2024 07:05", None),
            ("12.03.2024 27:05", None),
            ("2024-02-30", None),
            ("2024-13-01 07:05", None),
            ("2024-02-30 07:05:00", None),
            ("2024 in review", None),
            ("last Tuesday", None),
            ("(whenever)", None),
            ("", None),
            ("9" * 100, None),
            ("0001-01-01T00:00:00Z", None),  # how systems mark a missing value
            ("9999-12-31T23:59:59Z", None),
            ("00010101", None),
        ],
    )  # fmt: skip
    def test_stamps(self, raw, found):
        """ISO in both forms, near misses, RFC 822; anything else is None."""
        read = read_clock(raw)
        assert (read.local if read is not None else None) == found

    @pytest.mark.parametrize(
        ("raw", "language", "iso"),
        [
            ("20240312T240000+0000", None, "2024-03-13T00:00:00+00:00"),
            ("2024-12-31T24:00:00+02:00", None, "2025-01-01T00:00:00+02:00"),
            ("2024-03-12+02:00", None, "2024-03-12"),
            ("2024-03-12 07:05:00 KST", None, "2024-03-12T07:05:00+09:00"),
            ("2024-07-12 07:05 CEST", None, "2024-07-12T07:05:00+02:00"),
            ("2024-03-12 07:05 MSK", None, "2024-03-12T07:05:00+03:00"),
            ("2024-03-12 07:05:00 +03", None, "2024-03-12T07:05:00+03:00"),
            ("2024-03-12 07:05 Europe/Oslo", None, "2024-03-12T07:05:00+01:00"),
            ("Tue, Mar 12 2024 07:05:00 PM EST", None, "2024-03-12T19:05:00-05:00"),
            ("Tue, Mar 12 2024 07:05:00 PM", None, "2024-03-12T19:05:00"),
            ("12 Mar 2024 12:05:00 AM GMT", None, "2024-03-12T00:05:00+00:00"),
            ("Tue, 12 Mar 2024 07:05:00 GMT+3", None, "2024-03-12T07:05:00+03:00"),
            ("Tue, 12 Mar 2024 07:05:00 +0000 (UTC)", None, "2024-03-12T07:05:00+00:00"),
            ("Tue Mar 12 07:05:00 CET 2024", None, "2024-03-12T07:05:00+01:00"),
            ("12 Mar 24 07:05 Z", None, "2024-03-12T07:05:00+00:00"),
            ("Mar 12, 2024", None, "2024-03-12"),
            ("mar., 12 mars 2024 à 07:05", "fr", "2024-03-12T07:05:00"),
            ("вт, 12 мар 2024 07:05:00 +0300", "ru", "2024-03-12T07:05:00+03:00"),
            ("mar, 12 dic 2024 07:05:00 +0100", None, "2024-12-12T07:05:00+01:00"),
            ("12 มี.ค. 2567 07:05:00 +0700", "th", "2024-03-12T07:05:00+07:00"),
            ("2024年3月12日 07:05", "ja", "2024-03-12T07:05:00"),
        ],
    )
    def test_what_stands_in_feeds(self, raw, language, iso):
        """Months in words of other languages, halves of the day, names of zones, the end of a day."""
        assert read_clock(raw, language).local.isoformat() == iso

    @pytest.mark.parametrize("zone", ["XYZT", "IST"])
    def test_unknown_zone(self, zone):
        """A zone that is not known, or means several, leaves the clock reading."""
        read = read_clock(f"Tue, 12 Mar 2024 07:05:00 {zone}")
        assert (read.local, read.zone) == (datetime(2024, 3, 12, 7, 5), zone)

    @pytest.mark.parametrize(
        ("word", "language", "number"),
        [
            ("мая", "ru", 5),
            ("listopad", "pl", 11),
            ("listopad", "hr", 10),
            ("listopad", None, None),
            ("Mai", None, 5),
            ("", None, None),
            ("qx", "../x", None),
        ],
    )
    def test_months(self, word, language, number):
        """A name that means two months in two languages is read only where the language is known."""
        assert month_number(word, language) == number

    @given(st.text(max_size=80))
    def test_any_text(self, raw):
        """Nothing raises."""
        read_clock(raw)

    @given(st.datetimes(min_value=datetime(1900, 1, 1), max_value=datetime(2200, 1, 1)))
    def test_iso(self, moment):
        """Every ISO reading comes back."""
        assert read_clock(moment.isoformat()).local == moment


class TestTerms:
    @pytest.mark.parametrize(
        ("raw", "name"),
        [
            ("reuters.com", "Reuters"),
            ("https://www.belga.be/", "Belga"),
            ("www.itar-tass.com", "TASS"),
            ("nprov:dpa", "dpa"),
            ("STT–", "STT"),
            ("/ritzau/", "Ritzau"),
            ("BusinessDesk", "BusinessDesk"),
            ("x" * 100, None),
            ("  ", None),
            ("Fjordpost", None),
        ],
    )
    def test_providers(self, raw, name):
        """Names, codes and domains."""
        found = find_provider(raw)
        assert (found.name if found else None) == name

    def test_countries(self):
        """Codes of two and three letters, names; nothing else."""
        known = ("NO", "iso3166-1a2:de", "FRA", "FRANCE", "Norway")
        assert [country_code(raw) for raw in known] == ["NOR", "DEU", "FRA", "FRA", "NOR"]
        assert [country_code(raw) for raw in ("xx", None, "", "x" * 90)] == [None] * 4
        assert (country_name("NOR"), country_name("???")) == ("Norway", None)

    def test_months_and_zones(self):
        """Months in several languages; offsets of zones."""
        assert [month_number(name) for name in ("Mar", "März", "JUIN", "juillet", "Okt.", "wed")] == [
            3,
            3,
            6,
            7,
            10,
            None,
        ]
        assert [zone_name(name) for name in ("GMT", "mesz", "XYZ", None)] == ["+00:00", "+02:00", None, None]

    def test_languages(self):
        """BCP 47 in one writing."""
        found = [language_tag(raw) for raw in ("FR", "zh-Hant-TW", "pt_br", "12", None, "a language")]
        assert found == ["fr", "zh-Hant-TW", "pt-BR", None, None, None]


class TestAssembly:
    def test_clean(self):
        """White space, controls, cp1252 leftovers, entities that were escaped twice."""
        assert clean("a\u00a0 b\tc\n") == "a b c"
        assert clean("\x93x\x94 \x81y \x00z") == "“x” y z"
        assert clean("AT&amp;T &#39;s &nosuch; R&D") == "AT&T 's &nosuch; R&D"
        assert clean("\ud800") == "\ufffd"

    def test_partition(self):
        """Gaps are white space or boilerplate; empty cells vanish."""
        regions = partition([Cell(1, 2, BODY), Cell(2, 2, RegionKind.NOTE), Cell(4, 5, BODY)], 6, " a--b ")
        assert [region.kind.name for region in regions] == ["WHITESPACE", "BODY", "BOILERPLATE", "BODY", "WHITESPACE"]

    def test_no_words(self):
        """A draft without words is an error."""
        with pytest.raises(ParseError, match="an item without words"):
            article_of(Draft("x"))

    def test_first_value_stays(self):
        """A field is set once; empty values and non-numbers are passed over."""
        draft = Draft("x")
        draft.add(RegionKind.HEADLINE, "Talks")
        for value in ("", None, (), "first", "second"):
            draft.put("version", value, "rule")
        draft.number("urgency", "high", "rule")
        draft.number("urgency", " 4 ", "rule")
        article = article_of(draft)
        assert (article.version, article.urgency) == ("first", 4)

    def test_anchor_of_a_later_version(self):
        """A dateline of the day of the current version sets the anchor to that version."""
        draft = Draft("x")
        draft.add(BODY, "OSLO, March 20 (Reuters) - They met again.")
        draft.stamp("published", "2024-03-12T08:00:00Z", "first")
        draft.stamp("updated", "2024-03-20T09:00:00Z", "current")
        assert article_of(draft).anchor == date(2024, 3, 20)

    def test_unknown_signature(self):
        """A name that the tables do not know is kept; a code or a domain is not."""
        named, coded = Draft("x"), Draft("x")
        for draft, raw in ((named, "Fjordpost"), (coded, "prov:17")):
            draft.add(RegionKind.HEADLINE, "Talks")
            draft.sign(raw, "rule")
        assert (article_of(named).provider, article_of(coded).provider) == ("Fjordpost", None)

    @pytest.mark.parametrize("raw", ["0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z", "20240231"])
    def test_no_date(self, raw):
        """A filler for a missing date is not a date, and the evidence says so."""
        draft = Draft("x")
        draft.add(BODY, "TOKYO, March 12 (Kyodo) -- They met.")
        draft.stamp("published", raw, "first")
        article = article_of(draft)
        assert (article.published, article.anchor) == (None, None)
        assert f"{raw!r} is not a readable time" in [entry.detail for entry in article.evidence]

    def test_zone_of_the_printed_agency(self):
        """The agency that only the dateline names gives the zone."""
        draft = Draft("x")
        draft.add(BODY, "SEOUL, March 12 (Yonhap) -- They met.")
        draft.stamp("published", "2024-03-12T08:00:00", "first")
        article = article_of(draft)
        assert (article.provider, article.published.timezone) == ("Yonhap", "Asia/Seoul")

    def test_place_in_another_country(self):
        """A place keeps the country the format gives, without a zone where none is certain."""
        draft = Draft("x")
        draft.add(RegionKind.HEADLINE, "Talks")
        draft.locate("Nowhere-on-Sea", "rule", country="GBR")
        (place,) = article_of(draft).dateline.places
        assert (place.name, place.country) == ("Nowhere-on-Sea", "GBR")


class TestPaths:
    def test_round_trip(self):
        """Every element is found again by its path, whatever its namespace."""
        root = parse_xml(Copy("<a xmlns='urn:x'><b/><b><c xmlns='urn:y'/></b><d/><b/></a>"), "x")
        paths = Paths()
        assert [paths.of(element) for element in root.iter()] == [
            "/a",
            "/a/b[1]",
            "/a/b[2]",
            "/a/b[2]/c",
            "/a/d",
            "/a/b[3]",
        ]
        for element in root.iter():
            assert find(root, paths.of(element)) is element
        assert find(root, "/a/d/@x") is root[2]
        assert find(root, "/a/nothing") is None

    @pytest.mark.parametrize(
        ("head", "name"),
        [
            ("<?xml version='1.0'?><!-- a --> <x:nitf>", "nitf"),
            ("\ufeff<rss>", "rss"),
            ("<!DOCTYPE html PUBLIC 'x'><html>", "html"),
            ("plain", ""),
            ("", ""),
            ("<!-- open", ""),
            ("< a", ""),
        ],
    )
    def test_root_name(self, head, name):
        """Declarations and comments before the root are passed over."""
        assert root_name(head)[0] == name

    def test_fragment_of_nothing(self):
        """Markup without content is an empty element."""
        assert len(parse_fragment("")) == 0


def test_seconds_since_1970():
    """A number of ten or thirteen figures is a moment of UTC."""
    assert [read_clock(raw).local.isoformat() for raw in ("1718177400", "1718177400000")] == [
        "2024-06-12T07:30:00+00:00"
    ] * 2
    assert read_clock("2718177400") is None
