"""Terminal copy: IPTC 7901, ANPA 1312, ZCZC."""

from datetime import UTC, date, datetime

import pytest

from diplonews import parse_article, parse_articles
from diplonews.errors import ParseError
from diplonews.model import RegionKind
from diplonews.wire.base import Copy
from diplonews.wire.formats.anpa1312 import Anpa1312
from diplonews.wire.formats.iptc7901 import Iptc7901
from diplonews.wire.formats.zczc import Zczc

WIRE = (
    "\x01exb0142 3 i 118  dpa 0707\r\n\r\nFaroe Islands/fisheries/\r\n\x02{head}\r\n\r\n"
    "Torshavn (dpa) - The Faroe Islands said on Tuesday they would open\r\n"
    "their waters to more boats.\r\n\r\nTalks go on.\r\n\r\ndpa ab cde\r\n\r\n"
    "\x03121435 GMT Mar 24\r\n\x7f\r\n\x7f\x04\r\n"
)
HEAD = "EXTRA\r\nFaroe Islands open waters to foreign boats =\r\n"


class TestIptc7901:
    def test_regions(self, parse_one, kinds):
        """The input is the text; header, slug, take, head, body and trailer are marked in it."""
        raw = WIRE.format(head=HEAD)
        article = parse_one("iptc7901", raw)
        assert article.text == raw
        words = [(kind, text) for kind, text in kinds(article) if text.strip("\x01\x02\x03\x04\x7f\r\n =")]
        assert words == [
            ("SLUG", "exb0142 3 i 118  dpa 0707"),
            ("SLUG", "Faroe Islands/fisheries/"),
            ("SLUG", "EXTRA"),
            ("HEADLINE", "Faroe Islands open waters to foreign boats"),
            ("DATELINE", "Torshavn (dpa) -"),
            ("BODY", "The Faroe Islands said on Tuesday they would open\r\ntheir waters to more boats."),
            ("BODY", "Talks go on."),
            ("SIGNOFF", "dpa ab cde"),
            ("TIMESTAMP", "121435 GMT Mar 24"),
        ]

    def test_fields(self, parse_one):
        """Header and trailer give number, urgency, category, agency and time."""
        article = parse_one("iptc7901", WIRE.format(head=HEAD))
        assert (article.identifier, article.urgency, article.subjects) == ("exb0142", 3, ("i",))
        assert article.headline == "Faroe Islands open waters to foreign boats"
        assert article.slugline == "Faroe Islands/fisheries"
        assert article.keywords == ("Faroe Islands", "fisheries")
        assert article.provider == "dpa"
        assert article.published.instant == datetime(2024, 3, 12, 14, 35, tzinfo=UTC)
        assert article.anchor == date(2024, 3, 12)

    def test_trailer_without_zone(self, parse_one):
        """A time without a zone is read on the agency's clock."""
        article = parse_one("iptc7901", WIRE.format(head=HEAD).replace(" GMT Mar", " Mar"))
        assert (article.published.timezone, article.published.timezone_source) == ("Europe/Berlin", "agency")

    @pytest.mark.parametrize(
        ("head", "headline", "byline"),
        [
            ("Boats let in =", "Boats let in", None),
            ("Boats let in\r\nBy Karin Dahl, dpa =", "Boats let in", "By Karin Dahl, dpa"),
            ("(Achtung)\r\nBoats let in =", "Boats let in", None),
            ("2ND LEAD\r\n3RD NET\r\nBoats let in\r\nBy Karin Dahl, dpa  =", "Boats let in", "By Karin Dahl, dpa"),
            ("A headline goes on until\r\nthe next line =", "A headline goes on until the next line", None),
            ("1ST LEAD: \r\nBoats let in", "1ST LEAD: Boats let in", None),
        ],
    )  # fmt: skip
    def test_heads(self, parse_one, head, headline, byline):
        """Takes, headlines of several lines and by-lines are distinguished."""
        article = parse_one("iptc7901", WIRE.format(head=head))
        assert article.headline == headline
        assert [line.text for line in article.bylines] == ([byline] if byline else [])

    def test_no_head(self, parse_one):
        """Copy that begins with an indented paragraph has no head."""
        raw = "\x01exb0001 4 e 12 ana 1\r\n\r\nTrade/\r\n\x02   Prices rose\r\nin May.\r\n   They fell in June.\r\n\x03"
        article = parse_one("iptc7901", raw)
        assert [span.of(article.text) for span in article.paragraphs] == [
            "Prices rose\r\nin May.",
            "They fell in June.",
        ]
        assert article.published is None

    def test_lost_controls(self, parse_one):
        """A copy that has lost its control characters is read by its lines."""
        raw = (
            "exb00142 3 i 118    dpa 0707\n\n/politics/Faroe Islands/\nBoats let in\nBy Karin Dahl, dpa  =\n \n"
            "Torshavn (dpa) - They may come.\n\n# Notebook\n\n## Contacts\n- Editing by: K. Dahl\n\n"
            "dpa kd\n\n\n121435 GMT Dez 24\n"
        )
        article = parse_one("iptc7901", raw)
        assert (article.headline, article.body) == ("Boats let in", "They may come.")
        assert article.slugline == "politics/Faroe Islands"
        assert article.published.local == datetime(2024, 12, 12, 14, 35)
        assert article.note.startswith("# Notebook")

    def test_bytes_in_latin1(self, parse_one):
        """Bytes that are not UTF-8 are read as cp1252."""
        assert parse_one("iptc7901", WIRE.format(head="Zürich öffnet =").encode("latin-1")).headline == "Zürich öffnet"

    def test_several_messages(self, parse):
        """Each message of a transmission is an article."""
        found = parse("iptc7901", WIRE.format(head="First =") + WIRE.format(head="Second ="))
        assert [article.headline for article in found] == ["First", "Second"]

    def test_no_header(self, parse):
        """Copy without a header line is an error."""
        with pytest.raises(ParseError, match="no header line"):
            parse("iptc7901", "The talks ended.")

    def test_impossible_day(self, parse_one):
        """A trailer with a day that does not exist gives no time."""
        assert (
            parse_one("iptc7901", WIRE.format(head="A =").replace("121435", "311435").replace("Mar", "Feb")).published
            is None
        )

    @pytest.mark.parametrize(
        ("raw", "score"),
        [
            (WIRE, 0.95),
            ("\r\n\x7f\r\n" + WIRE, 0.95),
            ("abc0123 4 s 85  dpa 0908\n\nSoccer/\n", 0.9),
            ("\x01ex0143 4 pol/int dpa\r\n", 0.95),
            ("\x01no header", 0.0),
            ("abc 123 is a song", 0.0),
            ("", 0.0),
        ],
    )
    def test_score(self, raw, score):
        """By the header, surer with its control."""
        assert Iptc7901().score(Copy(raw)) == score


ANPA = (
    "\x16\x16\x01a4471\x1fxyzzy\r\nr i\x13\x11 BC-EU--Iceland-VolcanoR   03-12 0410\r\n"
    "\x02^BC-EU--Iceland-Volcano Risk, 1st Ld-Writethru,410<\r\n^Iceland clears a road <\r\n^AP Photo AB101<\r\n"
    "^Eds: UPDATES with quote.<\r\n^By EINAR JONSSON=\r\n^Associated Press=\r\n"
    "\t   REYKJAVIK, Iceland (AP) _ A road was cleared\r\non Tuesday.\r\n \r\n"
    "\t   ``It is open,'' the mayor said. \r\n \r\n"
    "\t   ___\r\n \r\n\t   Anna Lind contributed to this report.\r\n\r\n"
    "\t   \x03AP-WF-03-12-24 1509GMT<\r\n\x0c\r\n\x04"
)


class TestAnpa1312:
    def test_regions(self, parse_one, kinds):
        """Header, head, body and trailer are marked in the input."""
        article = parse_one("anpa1312", ANPA)
        assert article.text == ANPA
        assert [pair for pair in kinds(article) if pair[0] != "BOILERPLATE"] == [
            ("SLUG", "a4471\x1fxyzzy"),
            ("SLUG", "r i\x13\x11 BC-EU--Iceland-VolcanoR   03-12 0410"),
            ("SLUG", "BC-EU--Iceland-Volcano Risk, 1st Ld-Writethru,410"),
            ("HEADLINE", "Iceland clears a road"),
            ("NOTE", "AP Photo AB101"),
            ("NOTE", "Eds: UPDATES with quote."),
            ("BYLINE", "By EINAR JONSSON"),
            ("BYLINE", "Associated Press"),
            ("DATELINE", "REYKJAVIK, Iceland (AP) _"),
            ("BODY", "A road was cleared\r\non Tuesday."),
            ("BODY", "``It is open,'' the mayor said."),
            ("END_MARK", "___"),
            ("SIGNOFF", "Anna Lind contributed to this report."),
            ("TIMESTAMP", "AP-WF-03-12-24 1509GMT"),
        ]

    def test_fields(self, parse_one):
        """Number, priority, category, slug without its desk, agency and time."""
        article = parse_one("anpa1312", ANPA)
        assert (article.identifier, article.urgency, article.subjects) == ("a4471", 4, ("i",))
        assert article.slugline == "Iceland-Volcano"
        assert article.provider == "AP"
        assert article.published.instant == datetime(2024, 3, 12, 15, 9, tzinfo=UTC)
        assert article.dateline.places[0].country == "ISL"

    @pytest.mark.parametrize(
        ("keyword", "full", "slug"),
        [
            ("BC-Budget-TalksR", "BC-Budget-Talks Resume,300", "Budget-Talks"),
            ("BC-Budget-Talks", "BC-Budget-Talks,300", "Budget-Talks"),
            ("BC-XYZ--BudgetTalks", "BC-XYZ--Budget Talks List", "XYZ--BudgetTalks"),
            ("PM-Budget", "AM-Budget,2nd Ld,200", "Budget"),
            ("Budget", "BC-Something Else", "Budget"),
        ],
    )
    def test_sluglines(self, parse_one, keyword, full, slug):
        """A keyword that the header has cut loses its last piece."""
        raw = ANPA.replace("BC-EU--Iceland-VolcanoR", keyword).replace(
            "BC-EU--Iceland-Volcano Risk, 1st Ld-Writethru,410", full
        )
        assert parse_one("anpa1312", raw).slugline == slug

    def test_table_lines(self, parse_one):
        """Each line of a table is a paragraph."""
        raw = ANPA.replace("``It is open,'' the mayor said.", "\x08East;3;1\x10 \r\n\x08West;2;2\x10")
        article = parse_one("anpa1312", raw)
        assert [span.of(article.text) for span in article.paragraphs][-2:] == ["East;3;1", "West;2;2"]

    def test_second_line_only(self, parse_one):
        """A head without a slug line has its headline first; lines in the middle of the body lose their marks."""
        raw = ANPA.replace("BC-EU--Iceland-Volcano Risk, 1st Ld-Writethru,410", "Iceland reopens").replace(
            "\t   ``It is open,'' the mayor said.", "^ROADS=\r\n^Open today=\r\n<"
        )
        article = parse_one("anpa1312", raw)
        assert (article.headline, article.slugline) == ("Iceland reopens", "Iceland-VolcanoR")
        assert "ROADS" in article.body

    def test_cut_header(self, parse_one):
        """Copy that ends after its header still has its number; without a trailer there is no time."""
        article = parse_one("anpa1312", ANPA[:30])
        assert (article.identifier, article.published) == ("a4471", None)

    def test_year_of_the_reference(self, parse_one):
        """A dateline's day gets its year from the reference, if the copy has none."""
        raw = ANPA.replace("REYKJAVIK, Iceland (AP) _", "REYKJAVIK, Iceland, March 12 (AP) _").partition("\x03")[0]
        assert parse_one("anpa1312", raw).anchor is None
        assert parse_one("anpa1312", raw, reference=date(2003, 5, 1)).anchor == date(2003, 3, 12)

    def test_several(self, parse):
        """Each story of a transmission is an article."""
        assert len(parse("anpa1312", ANPA + ANPA)) == 2

    def test_no_header(self, parse):
        """Copy without a header is an error."""
        with pytest.raises(ParseError, match="no header"):
            parse("anpa1312", "The talks ended.")

    @pytest.mark.parametrize(("raw", "score"), [(ANPA, 1.0), (ANPA[3:], 0.8), ("a1234 plain", 0.0), ("", 0.0)])
    def test_score(self, raw, score):
        """By the first header line."""
        assert Anpa1312().score(Copy(raw)) == score


class TestZczc:
    @pytest.mark.parametrize(
        ("head", "headline", "slugline"),
        [
            ("%A\n#Bridge_BC1\n$Bridge to close\n:(HOBART)\n&DESK\n*11002000\n@Tas\n", "Bridge to close", "Bridge_BC1"),
            ("$T\n:Rowing\n=Regatta\n\nROWING: Regatta moved\n*X\n+15050000\n", "ROWING: Regatta moved", "Rowing"),
            (":SPORT :Regatta list\n", "Regatta list", "Regatta list"),
            ("YY TDR\n:Regatta list\n", "Regatta list", "Regatta list"),
        ],
    )
    def test_heads(self, parse_one, head, headline, slugline):
        """The marks of the head give headline and slug."""
        raw = (
            f"ZCZC AAP\n{head}   HOBART, March 12 AAP - The bridge will close.\n\n   It opens in May.\n\nAAP ab\nNNNN\n"
        )
        article = parse_one("zczc", raw)
        assert (article.headline, article.slugline) == (headline, slugline)
        assert article.body == "The bridge will close.\n\nIt opens in May."
        assert article.dateline.places[0].name == "HOBART"
        assert article.provider == "AAP"
        assert article.regions_of(RegionKind.END_MARK)[0].span.of(raw) == "NNNN"

    def test_several_and_lower_case(self, parse):
        """Each message is an article; the signal may be in small letters."""
        raw = "ZCZC abc001\n#One\nFirst words here.\nNNNN\n  zczc abc002\n#Two\nSecond words here.\nNNNN"
        assert [article.slugline for article in parse("zczc", raw)] == ["One", "Two"]

    def test_carriage_returns_alone(self, parse_one):
        """Lines may end in a carriage return."""
        article = parse_one("zczc", "\rZCZC\r#Prices\r:Close\r\rTin 3\rLead 4\r\rNNNN\r")
        assert [span.of(article.text) for span in article.paragraphs] == ["Tin 3\rLead 4"]

    def test_errors_and_score(self, parse):
        """Without the signal it is another format."""
        with pytest.raises(ParseError, match="no start of message"):
            parse("zczc", "The talks ended.")
        assert [Zczc().score(Copy(raw)) for raw in ("  ZCZC AAP\n", "zczc\n", "ZCZCX", "NNNN")] == [
            0.95,
            0.95,
            0.0,
            0.0,
        ]


@pytest.mark.parametrize(
    ("raw", "name"),
    [(WIRE.format(head=HEAD), "iptc7901"), (ANPA, "anpa1312"), ("ZCZC AAP\n#A\n$Talks end\nThey ended.\nNNNN", "zczc")],
)
def test_recognised(raw, name):
    """Terminal copy is recognised among all parsers, as text and as bytes."""
    assert [parse_articles(form)[0].format for form in (raw, raw.encode())] == [name, name]


ITALIAN = """ZCZC1234/SXA
XCI20240003447_SXA_QBXB
B POL S0A QBXB
Gli inviati firmano un patto
   OSLO
(ANSA) - OSLO, 12 MAR - Due inviati hanno firmato un patto.
   Il patto dura cinque anni. (ANSA).

12-MAR-24 07:05 NNNN
"""
CODED = """ZCZC
ADN0123 7 POL 0 ADN POL NAZ

SALE: DUE INVIATI FIRMANO UN PATTO =

      Oslo, 12 mar. - (Adnkronos) - Due inviati hanno firmato
un patto.

      Il patto dura cinque anni.

      (Abc/Adnkronos)
12-MAR-24 07:05

NNNN
"""
KYODO = """ZCZC
KYODO0012 3 I 0120

Envoys sign a pact+
     OSLO, March 12 Kyodo - Two envoys signed a pact.
     The pact runs for five years.
==Kyodo
NNNN
"""
ATS = """bsf012 4 pol 120

Deux envoyés signent un pacte =

   Oslo (ats afp) Deux envoyés ont signé un pacte.

   Le pacte dure cinq ans.

120705 mar 24
"""


class TestHeadsOfAgencies:
    @pytest.mark.parametrize(
        ("format", "raw", "headline", "provider"),
        [
            ("zczc", ITALIAN, "Gli inviati firmano un patto", "ANSA"),
            ("zczc", CODED, "SALE: DUE INVIATI FIRMANO UN PATTO", "Adnkronos"),
            ("zczc", KYODO, "Envoys sign a pact", "Kyodo"),
            ("iptc7901", ATS, "Deux envoyés signent un pacte", "Keystone-SDA"),
        ],
    )
    def test_heads(self, parse_one, format, raw, headline, provider):
        """Lines of codes are not part of the story, nor is the mark at the end of a headline part of it."""
        article = parse_one(format, raw)
        assert (article.headline, article.provider) == (headline, provider)
        assert article.dateline.places[0].country == "NOR"
        assert len(article.paragraphs) == 2

    @pytest.mark.parametrize("raw", [ITALIAN, CODED, ATS])
    def test_moment_of_sending(self, parse_one, raw):
        """It is above the end of the message; the zone is the agency's."""
        article = parse_one("iptc7901" if raw is ATS else "zczc", raw)
        assert article.published.instant.isoformat() == "2024-03-12T07:05:00+01:00"


IPTC = (
    "\x01eca062 4 i 211 ccccb   dpa 061\r\n\r\nSalt/Talks/\r\n{}\r\n"
    "   Oslo (dpa) - Two envoys met.\r\n\x03\r\n132047 Nov 13"
)


@pytest.mark.parametrize(
    "head", ["\x021ST LEAD Envoys meet =", "1ST LEAD Envoys meet =\r\n\x02", "\x021ST LEAD\r\nEnvoys meet ="]
)
def test_take_on_the_headline(parse_one, kinds, head):
    """A numbered take on the line of the headline, or above it, is not part of it."""
    article = parse_one("iptc7901", IPTC.format(head))
    assert (article.headline, article.slugline) == ("Envoys meet", "Salt/Talks")
    assert ("SLUG", "1ST LEAD") in kinds(article)


def test_swiss_copy(parse_one, kinds):
    """Without controls: the slug without its last stroke, the indented paragraphs, the sign-off, the language."""
    raw = (
        "bsf012 4 ec 150 ats   012\n\nsel/accord\nAccord sur le sel (ministre) =\n"
        "   Paris (ats afp) Deux envoyés ont signé un accord sur le sel mercredi, et il est en vigueur.\n"
        "   Il court sur cinq ans, a dit la ministre dans la capitale.\n(SDA-ATS\\abc)\n\n121430 juin 24\n"
    )
    article = parse_one("iptc7901", raw)
    assert (article.headline, article.slugline, article.language) == (
        "Accord sur le sel (ministre)",
        "sel/accord",
        "fr",
    )
    assert len(article.paragraphs) == 2
    assert ("SIGNOFF", "(SDA-ATS\\abc)") in kinds(article)
    assert article.published.local == datetime(2024, 6, 12, 14, 30)


def test_heads_of_telegraph_copy(parse_one):
    """A by-line above the headline, routes above it, a time group below the story, a trailer after the end."""
    older = (
        "ZCZC RTR0412 4 I 0220\nOSLO-TALKS 1STLEAD\nBY ADA QUILL\n\nENVOYS MEET\n\n"
        "   OSLO, JUNE 12, REUTER - THEY MET.\n\nNNNN\n121430 GMT JUN 24\n"
    )
    article = parse_one("zczc", older)
    assert (article.headline, article.bylines[0].names) == ("ENVOYS MEET", ("ADA QUILL",))
    assert article.published.instant.isoformat() == "2024-06-12T14:30:00+00:00"
    routed = (
        "ZCZC\nNSS 045\nGEN INT\n.OSLO FGN 12\nTALKS-PACT\nEnvoys meet\nBy Ada Quill\n"
        "Oslo, June 12 (PTI) They met.\n06121430\nNNNN"
    )
    article = parse_one("zczc", routed)
    assert (article.headline, article.slugline, article.body) == ("Envoys meet", "TALKS-PACT", "They met.")


def test_controls_around_plain_copy(kinds):
    """The control characters of a terminal are not part of the headline."""
    raw = (
        "\x16\x16\x01a0105KYODOkoko-\r\n\x02 Envoys meet+\r\n"
        "     TOKYO, Dec. 9 Kyodo - Two envoys met on Sunday.\r\n==Kyodo\r\n\x03"
    )
    article = parse_article(raw)
    assert (article.headline, article.provider) == ("Envoys meet", "Kyodo")
    assert "".join(region.span.of(raw) for region in article.regions) == raw
