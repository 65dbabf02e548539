"""NewsML-G2 beside plain stories: concepts, events, plans, catalogues, sports data, films, packages."""

import pytest

from diplonews import parse_articles
from diplonews.errors import ParseError, ParseWarning
from diplonews.lexicons.structures import load_structures

NS = 'xmlns="http://iptc.org/std/nar/2006-10-01/"'
META = """<itemMeta><provider literal="Kyodo"/><versionCreated>2024-03-12T10:45:00+09:00</versionCreated>
  <pubStatus qcode="stat:usable"/></itemMeta>"""


def root(name, inside, language='xml:lang="en"'):
    return f'<{name} {NS} guid="urn:x:{name}" version="2" {language}>{META}{inside}</{name}>'


CONCEPT = """<concept><conceptId qcode="port:17"/><type qcode="cpnat:abstract"/>
  <name xml:lang="de">Heringsfang</name><name xml:lang="en-GB">herring fishery</name>
  <definition xml:lang="de">Fang von Heringen auf See.</definition>
  <definition xml:lang="en-GB">Catching herring at sea,<br/>by net.</definition>
  <note xml:lang="en-GB">Not river fishing.</note>
  <broader qcode="port:1"><name xml:lang="en-GB">fisheries</name></broader></concept>"""
PERSON = """<concept><conceptId qcode="people:4"/><type qcode="cpnat:person"/><name>Mira Hall</name>
  <definition role="drol:biog">Envoy of the islands since 2019.</definition>
  <personDetails><born>1961-05-02</born><affiliation><name>Harbour Council</name></affiliation>
  <contactInfo><email>hall@harbour.example</email><address><line>Quay 2</line>
  <country qcode="iso3166-1a2:NO"><name>Norway</name></country></address></contactInfo></personDetails></concept>"""
EVENT = """<concept><conceptId qcode="event:9"/><type qcode="cpnat:event"/><name>Herring talks</name>
  <eventDetails><dates><start>2024-04-02T09:00:00+02:00</start><duration>P2D</duration></dates>
  <eventStatus qcode="eventstatus:postponed"/><occurStatus qcode="eventoccur:planned"/>
  <registration>Write to the <a href="https://harbour.example">office</a> before March 20.</registration>
  <location><name>Old Customs House, Oslo</name></location>
  <participant qcode="eprol:moderator"><name>Jun Ito</name><definition>chairs the talks</definition></participant>
  </eventDetails></concept>"""
PLAN = """<contentMeta><headline>Talks in Oslo</headline></contentMeta><newsCoverageSet>
  <newsCoverage id="c1"><planning><g2contentType>application/nitf+xml</g2contentType><itemClass qcode="ninat:text"/>
  <assignedTo><name>Ada Quill</name></assignedTo><scheduled>2024-04-02T12:30:00+02:00</scheduled>
  <headline>Envoys open talks</headline><edNote>Text 250 words</edNote></planning></newsCoverage>
  <newsCoverage id="c2"><planning><edNote>Picture of the handshake</edNote></planning>
  <delivery><deliveredItemRef guidref="urn:x:1"><title>Handshake in Oslo</title></deliveredItemRef></delivery>
  </newsCoverage></newsCoverageSet>"""
SCHEME = """<schemeMeta uri="http://cv.example/access/"><definition xml:lang="en">How a place is reached.</definition>
  <name xml:lang="en">Ease of access</name></schemeMeta>"""
CATALOG = """<catalogContainer><catalog><scheme alias="acc" uri="http://cv.example/access/">
  <name xml:lang="en">Ease of access</name><definition xml:lang="en">How a place is reached.</definition></scheme>
  </catalog></catalogContainer>"""
EVENTS = """<contentSet><inlineXML><events>
  <event><name>Herring talks</name><eventDetails><dates><start>2024-04-02</start></dates></eventDetails></event>
  <event><name>Boat show</name><definition>Boats of <br/>all sizes.</definition></event>
  </events></inlineXML></contentSet>"""
SPORTS = """<contentMeta><headline>Gulls lead by two</headline></contentMeta><contentSet>
  <inlineXML contenttype="application/sportsml+xml"><sports-content><sports-event><team id="t1">
  <team-metadata><name role="nrol:full">Harbour Gulls</name></team-metadata>
  <team-stats score="6"/></team></sports-event></sports-content></inlineXML></contentSet>"""
FILM = """<contentMeta><headline>Talks open</headline><description>Arrivals and handshakes.</description></contentMeta>
  <partMeta partid="p1" seq="1"><description>Envoys arrive</description></partMeta>
  <partMeta partid="p2" seq="2"><headline>Handshake</headline><description>Wide shot</description></partMeta>"""
PACKAGE = """<contentMeta><headline>Top of the hour</headline></contentMeta><groupSet root="G1">
  <group id="G1" role="group:main"><groupRef idref="G2"/></group><group id="G2" role="group:top">
  <itemRef residref="urn:x:1"><headline>Envoys meet</headline></itemRef>
  <itemRef residref="urn:x:2"><title>Ferry returns</title></itemRef></group></groupSet>"""

ITEMS = {
    "concept": (
        root("conceptItem", CONCEPT),
        "herring fishery",
        ["Catching herring at sea, by net.", "Not river fishing.", "fisheries"],
    ),
    "person": (
        root("conceptItem", PERSON),
        "Mira Hall",
        [
            "Envoy of the islands since 2019.",
            "1961-05-02",
            "Harbour Council",
            "hall@harbour.example",
            "Quay 2",
            "Norway",
        ],
    ),
    "event": (
        root("conceptItem", EVENT),
        "Herring talks",
        [
            "2024-04-02T09:00:00+02:00",
            "P2D",
            "Write to the office before March 20.",
            "Old Customs House, Oslo",
            "Jun Ito",
            "chairs the talks",
        ],
    ),
    "list": (
        root("knowledgeItem", f"<conceptSet>{CONCEPT}{PERSON}</conceptSet>{SCHEME}"),
        "Ease of access",
        ["herring fishery", "Mira Hall", "How a place is reached."],
    ),
    "plan": (
        root("planningItem", PLAN),
        "Talks in Oslo",
        ["Ada Quill", "2024-04-02T12:30:00+02:00", "Envoys open talks", "Handshake in Oslo"],
    ),
    "catalogue": (root("catalogItem", CATALOG), "Ease of access", ["Ease of access", "How a place is reached."]),
    "events": (
        root("newsItem", EVENTS),
        "Herring talks",
        ["Herring talks", "2024-04-02", "Boat show", "Boats of all sizes."],
    ),
    "sports": (root("newsItem", SPORTS), "Gulls lead by two", ["Harbour Gulls"]),
    "package": (root("packageItem", PACKAGE), "Top of the hour", ["Envoys meet", "Ferry returns"]),
}


@pytest.mark.parametrize("name", ITEMS)
def test_items(parse_one, name):
    """Each kind of item gives its name as the headline and its words in reading order."""
    raw, headline, lines = ITEMS[name]
    article = parse_one("newsml-g2", raw)
    assert article.headline.startswith(headline)
    found = article.body.split("\n\n")
    assert [line for line in found if line in lines] == lines
    assert article.identifier == f"urn:x:{raw[1:].split()[0]}"


def test_one_language_alone(parse_one):
    """Of alternatives in several languages one is read, though the item does not state its own."""
    raw = root("knowledgeItem", f"<conceptSet>{CONCEPT}</conceptSet>", language="")
    assert parse_one("newsml-g2", raw).body.split("\n\n")[:2] == ["Heringsfang", "Fang von Heringen auf See."]


def test_status_of_events(parse_one):
    """Whether an event takes place is kept."""
    article = parse_one("newsml-g2", root("conceptItem", EVENT))
    kept = {entry.field: (entry.rule, entry.detail) for entry in article.evidence}
    assert kept["eventstatus"] == ("newsml-g2.eventstatus", "eventstatus:postponed")
    assert kept["occurstatus"] == ("newsml-g2.occurstatus", "eventoccur:planned")


def test_notes_of_a_plan(parse_one, kinds):
    """What a plan says to editors is a note, not body."""
    article = parse_one("newsml-g2", root("planningItem", PLAN))
    assert [words for kind, words in kinds(article) if kind == "NOTE"] == ["Text 250 words", "Picture of the handshake"]
    assert "application/nitf+xml" not in article.text


def test_parts_of_a_film(parse_one):
    """The parts of a film are captions."""
    article = parse_one("newsml-g2", root("newsItem", FILM))
    assert article.captions == ("Envoys arrive", "Handshake", "Wide shot")


def test_no_headline_but_a_caption(parse_one):
    """A picture or a film without a headline is listed under its caption."""
    raw = root(
        "newsItem",
        FILM.replace("<headline>Talks open</headline>", "").replace(
            "<description>Arr", "<slugline>X</slugline><description>Arr"
        ),
    )
    article = parse_one("newsml-g2", raw.replace("<provider", '<itemClass qcode="ninat:video"/><provider'))
    assert article.headline.startswith("Arrivals and handshakes.")


def test_organisations_do_not_sign(parse_one):
    """Among creators, an agency or what is marked as an organisation is not a person."""
    makers = """<contentMeta><creator><name>Harbour Television</name><organisationDetails/></creator>
      <creator><name>Thomson Reuters</name></creator><dateline>OSLO, Monday (Reuters)</dateline></contentMeta>"""
    article = parse_one("newsml-g2", f"<contentMeta>{makers[13:]}")
    assert (article.bylines, article.provider) == ((), "Reuters")
    assert article.dateline.places[0].country == "NOR"


@pytest.mark.parametrize("name", ["groupSet", "contentSet"])
def test_parts_cut_out(parse_one, name):
    """An item of which only a part was kept is read."""
    part = PACKAGE[PACKAGE.index("<groupSet") :] if name == "groupSet" else EVENTS
    article = parse_one("newsml-g2", part)
    assert article.body.startswith("Envoys meet" if name == "groupSet" else "Herring talks")
    assert all(region.origin.startswith(f"/{name}/") for region in article.regions if region.origin)


def test_message_with_all(parse):
    """In a message stories and other items come in order."""
    inside = root("newsItem", SPORTS) + root("conceptItem", EVENT) + root("planningItem", PLAN)
    message = f"<newsMessage {NS}><itemSet>{inside}</itemSet></newsMessage>"
    assert [article.headline for article in parse("newsml-g2", message)] == [
        "Gulls lead by two",
        "Herring talks",
        "Talks in Oslo",
    ]


def test_fragments(parse):
    """An item that has no words is named with its number, the others are there."""
    message = f"<itemSet {NS}>{root('newsItem', '')}{root('newsItem', SPORTS)}</itemSet>"
    with pytest.warns(ParseWarning, match="item 1: an item without words"):
        assert len(parse_articles(message)) == 1
    with pytest.raises(ParseError, match="an item without words"):
        parse("newsml-g2", root("conceptItem", ""))


def test_no_item_is_only_named():
    """None of the items of the standard is left to the list of what is not read."""
    assert not [name for row in load_structures() for name in row.roots if name.endswith("Item")]
