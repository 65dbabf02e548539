"""NewsML 1: envelopes, components, roles."""

from datetime import UTC, date, datetime

import pytest

from diplonews.errors import ParseError
from diplonews.wire.base import Copy
from diplonews.wire.formats.newsml1 import Newsml1

HEAD = """<NewsML Version="1.2"><NewsEnvelope><SentFrom><Party FormalName="{sender}"/></SentFrom>
<DateAndTime>20240312T120000</DateAndTime></NewsEnvelope>"""

IDENTITY = """<Identification><NewsIdentifier><ProviderId>{domain}</ProviderId><DateId>20240312</DateId>
<NewsItemId>BR17</NewsItemId><RevisionId PreviousRevision="1" Update="N">2</RevisionId>
<PublicIdentifier>{urn}</PublicIdentifier></NewsIdentifier><NameLabel>Ferry</NameLabel></Identification>
<NewsManagement><NewsItemType FormalName="News"/><FirstCreated>20240312T101500</FirstCreated>
<ThisRevisionCreated>20240312T114500+0100</ThisRevisionCreated><Status FormalName="Usable"/>
<Urgency FormalName="4"/></NewsManagement>"""

URN = "urn:newsml:belga.be:20240312:BR17:2"

LINES = """<NewsLines><HeadLine>Ferry line to reopen</HeadLine><SubHeadLine>Two ports agree</SubHeadLine>
<ByLine>By Lotte Maes</ByLine><DateLine>OSTEND, Belgium, March 12 (Belga) -</DateLine><CreditLine>Belga</CreditLine>
<SlugLine>FERRY</SlugLine><KeywordLine>ferries;ports</KeywordLine></NewsLines>
<AdministrativeMetadata><Provider><Party FormalName="BELGA"/></Provider></AdministrativeMetadata>
<DescriptiveMetadata><Language FormalName="EN"/><SubjectCode><Subject FormalName="04000000"/>
<SubjectMatter FormalName="04015000"/></SubjectCode>
<Location HowPresent="Origin"><Property FormalName="City" Value="Ostend"/><Property FormalName="Country" Value="BEL"/>
</Location></DescriptiveMetadata>"""

NITF = (
    "<nitf><body><body.content><p>A ferry will run again.</p><p>Fares were not given.</p></body.content></body></nitf>"
)


def content(data=NITF, mime="text/vnd.IPTC.NITF"):
    return f'<ContentItem><MimeType FormalName="{mime}"/><DataContent>{data}</DataContent></ContentItem>'


def item(*components, urn=URN, domain="belga.be"):
    return f"<NewsItem>{IDENTITY.format(urn=urn, domain=domain)}{''.join(components)}</NewsItem>"


def newsml(*items, sender="Belga"):
    return HEAD.format(sender=sender) + "".join(items) + "</NewsML>"


WHOLE = newsml(item(f'<NewsComponent Duid="c1" xml:lang="nl">{LINES}{content()}</NewsComponent>'))


class TestOneStory:
    def test_lines(self, parse_one, kinds):
        """NewsLines and content in reading order."""
        assert kinds(parse_one("newsml1", WHOLE)) == [
            ("HEADLINE", "Ferry line to reopen"),
            ("DECK", "Two ports agree"),
            ("BYLINE", "By Lotte Maes"),
            ("DATELINE", "OSTEND, Belgium, March 12 (Belga) -"),
            ("CREDIT", "Belga"),
            ("BODY", "A ferry will run again."),
            ("BODY", "Fares were not given."),
        ]

    def test_fields(self, parse_one):
        """Identification, management and metadata land on the article."""
        article = parse_one("newsml1", WHOLE)
        assert (article.identifier, article.version, article.urgency) == (URN, "2", 4)
        assert (article.language, article.slugline) == ("en", "FERRY")
        assert article.keywords == ("ferries", "ports")
        assert article.subjects == ("04000000", "04015000")
        assert article.provider == "Belga"

    def test_instants(self, parse_one):
        """A reading without offset is in the agency's zone; one with an offset is as printed."""
        article = parse_one("newsml1", WHOLE)
        assert article.published.instant == datetime(2024, 3, 12, 9, 15, tzinfo=UTC)
        assert article.published.timezone_source == "agency"
        assert article.updated.instant == datetime(2024, 3, 12, 10, 45, tzinfo=UTC)
        assert article.updated.timezone_source == "printed"

    def test_dateline(self, parse_one):
        """The dateline line is read as one."""
        dateline = parse_one("newsml1", WHOLE).dateline
        assert (dateline.places[0].country, dateline.date, dateline.agency) == ("BEL", date(2024, 3, 12), "Belga")

    def test_place_of_origin(self, parse_one):
        """Without a dateline, the place of origin is used."""
        raw = WHOLE.replace("OSTEND, Belgium, March 12 (Belga) -", "")
        assert parse_one("newsml1", raw).dateline.places[0].name == "Ostend"
        event = raw.replace('HowPresent="Origin"', 'HowPresent="Event"')
        assert parse_one("newsml1", event).dateline is None

    def test_dateline_of_a_day_alone(self, parse_one):
        """A dateline line with only a day yields to the one in the text."""
        raw = WHOLE.replace("OSTEND, Belgium, March 12 (Belga) -", "March 12").replace(
            "<p>A ferry", "<p>BRUGES, March 12 (Belga) - A ferry"
        )
        assert parse_one("newsml1", raw).dateline.places[0].name == "BRUGES"

    def test_credit_for_a_byline(self, parse_one):
        """Without a by-line the agency of the credit line signs."""
        raw = WHOLE.replace("By Lotte Maes", "")
        (byline,) = parse_one("newsml1", raw).bylines
        assert (byline.text, byline.provider) == ("Belga", "Belga")

    @pytest.mark.parametrize(
        ("data", "mime"),
        [
            ("A ferry will run again.\n\nFares were not given.", "text/plain"),
            ("&lt;p&gt;A ferry will run again.&lt;/p&gt;&lt;p&gt;Fares were not given.&lt;/p&gt;", "text/html"),
            ("<html><body><p>A ferry will run again.</p><p>Fares were not given.</p></body></html>", "text/xhtml"),
        ],
    )
    def test_kinds_of_content(self, parse_one, data, mime):
        """Plain text, escaped HTML and XHTML give the same paragraphs as NITF."""
        raw = newsml(item(f"<NewsComponent>{LINES}{content(data, mime)}</NewsComponent>"))
        assert parse_one("newsml1", raw).body == "A ferry will run again.\n\nFares were not given."

    def test_urgency_as_text_and_as_property(self, parse_one):
        """Urgency may be the element's text, or a property called Priority."""
        assert parse_one("newsml1", WHOLE.replace('<Urgency FormalName="4"/>', "<Urgency>2</Urgency>")).urgency == 2
        raw = WHOLE.replace('<Urgency FormalName="4"/>', "").replace(
            "</Provider>",
            '</Provider><Property FormalName="Priority" Value="3"/><Property FormalName="Topic" Value="Sea"/>',
        )
        article = parse_one("newsml1", raw.replace("<SlugLine>FERRY</SlugLine>", ""))
        assert (article.urgency, article.slugline) == (3, "Sea")

    def test_embargo(self, parse_one):
        """A status that will change to usable is an embargo."""
        raw = WHOLE.replace(
            "<Urgency",
            '<StatusWillChange><FutureStatus FormalName="Usable"/><DateAndTime>20240312T180000+0100</DateAndTime>'
            "</StatusWillChange><Urgency",
        )
        assert parse_one("newsml1", raw).embargo == datetime(2024, 3, 12, 17, tzinfo=UTC)

    def test_malformed_urn(self, parse_one):
        """A public identifier that names nothing yields to the component's own."""
        raw = newsml(item(f'<NewsComponent Duid="c9">{LINES}{content()}</NewsComponent>', urn="urn:newsml:belga.be"))
        assert parse_one("newsml1", raw).identifier == "c9"

    def test_parts_by_role(self, parse_one, kinds):
        """Components inside a story are its parts, as their roles say; style sheets and logos are none."""
        part = '<NewsComponent><Role FormalName="{}"/>{}</NewsComponent>'
        raw = newsml(
            item(
                "<NewsComponent><NewsLines><HeadLine>Ferry line to reopen</HeadLine></NewsLines>"
                + part.format("StyleSheet", content("p {color: red}", "text/css"))
                + part.format("HeadLine", content("Ferry line to reopen", "text/plain"))
                + part.format("Abstract", content("Two ports agree", "text/plain"))
                + part.format("Body", content("A ferry will run again.", "text/plain"))
                + part.format("Caption", content("The quay.", "text/plain"))
                + part.format("Logo", content("logo", "text/plain"))
                + "</NewsComponent>"
            )
        )
        assert kinds(parse_one("newsml1", raw)) == [
            ("HEADLINE", "Ferry line to reopen"),
            ("DECK", "Two ports agree"),
            ("BODY", "A ferry will run again."),
            ("CAPTION", "The quay."),
        ]

    def test_equivalents(self, parse_one):
        """Of equivalent contents the first with words is read."""
        raw = newsml(
            item(
                '<NewsComponent EquivalentsList="yes"><NewsLines><HeadLine>Ferry</HeadLine></NewsLines>'
                f"<NewsComponent>{content('One form.', 'text/plain')}</NewsComponent>"
                f"<NewsComponent>{content('Another form.', 'text/plain')}</NewsComponent></NewsComponent>"
            )
        )
        assert parse_one("newsml1", raw).body == "One form."


class TestSeveral:
    def test_languages_are_stories(self, parse):
        """Components with headlines of their own inside one are articles of their own, each with its identity."""
        lines = "<NewsLines><HeadLine>{1}</HeadLine></NewsLines>"
        inner = f'<NewsComponent Duid="{{0}}" xml:lang="{{0}}">{lines}{{2}}</NewsComponent>'
        raw = newsml(
            item(
                '<NewsComponent Duid="top"><NewsLines><HeadLine>All</HeadLine></NewsLines>'
                + inner.format("nl", "Veerdienst", content("Tekst.", "text/plain"))
                + inner.format("fr", "Ferry", content("Texte.", "text/plain"))
                + "</NewsComponent>"
            )
        )
        found = parse("newsml1", raw)
        assert [(article.headline, article.language, article.body) for article in found] == [
            ("Veerdienst", "nl", "Tekst."),
            ("Ferry", "fr", "Texte."),
        ]
        assert [article.identifier for article in found] == [f"{URN}#nl", f"{URN}#fr"]

    def test_items(self, parse):
        """Each NewsItem gives its article."""
        one = item(f"<NewsComponent>{LINES}{content()}</NewsComponent>")
        assert len(parse("newsml1", newsml(one, one))) == 2

    def test_one_bad_item(self, parse):
        """A malformed item harms no other."""
        one = item(f"<NewsComponent>{LINES}{content()}</NewsComponent>")
        found = parse("newsml1", newsml(one.replace("Ferry line", "Ferry & line"), one))
        assert len(found) == 1
        assert "item 1" in str(found.failures[0])
        assert found.failures[0].format == "newsml1"

    def test_truncated(self, parse):
        """A file that is cut off is an error."""
        with pytest.raises(ParseError, match="not well-formed"):
            parse("newsml1", WHOLE[:1200])

    def test_score(self):
        """The root decides."""
        assert [Newsml1().score(Copy(raw)) for raw in (WHOLE, "<NewsItem/>", "<newsItem/>")] == [1.0, 0.7, 0.0]


PICTURED = """<NewsML><NewsItem xml:lang="{language}"><NewsManagement><FirstCreated>20240312T192141+0000</FirstCreated>
</NewsManagement><NewsComponent><NewsLines>{headline}</NewsLines>
<NewsComponent><Role FormalName="Main"/><ContentItem><DataContent>{body}</DataContent></ContentItem></NewsComponent>
<NewsComponent Duid="p1"><Role FormalName="{role}"/><NewsLines><HeadLine>The envoys</HeadLine></NewsLines>
<NewsComponent><Role FormalName="Caption"/><ContentItem><DataContent><p>They shake hands.</p></DataContent>
</ContentItem></NewsComponent></NewsComponent></NewsComponent></NewsItem></NewsML>"""


@pytest.mark.parametrize("role", ["Photo", "Picture", ""])
@pytest.mark.parametrize("headline", ["", "<HeadLine>Envoys meet</HeadLine>"])
def test_text_beside_a_picture(parse, role, headline):
    """A story is not lost, nor called by another's name, because a picture beside it has the only headline."""
    raw = PICTURED.format(language="en", headline=headline, role=role, body="<p>Two envoys met.</p><p>They left.</p>")
    story, picture = parse("newsml1", raw)
    assert story.headline == ("Envoys meet" if headline else "Two envoys met. They left.")
    assert (story.body, story.captions) == ("Two envoys met.\n\nThey left.", ())
    assert (picture.headline, picture.captions) == ("The envoys", ("They shake hands.",))


@pytest.mark.parametrize("initials", ["بور-اد/ب م", "абв/где", "ab/cd", "金-林/王"])
def test_initials_of_the_desk(parse, initials):
    """Sign-offs in letters of any script are not body."""
    body = f"<p>Two envoys met.</p><p>They left.</p><p>{initials}</p>"
    story, _ = parse("newsml1", PICTURED.format(language="ar", headline="", role="Photo", body=body))
    assert story.body == "Two envoys met.\n\nThey left."


def test_component_alone(parse_one):
    """A component that is cut out of its item is a story."""
    raw = (
        "<NewsComponent><NewsLines><HeadLine>Envoys meet</HeadLine></NewsLines><ContentItem><DataContent>"
        "<p>Two envoys met.</p></DataContent></ContentItem></NewsComponent>"
    )
    article = parse_one("newsml1", raw)
    assert (article.headline, article.body) == ("Envoys meet", "Two envoys met.")
    assert Newsml1().score(Copy(raw)) > 0.5
