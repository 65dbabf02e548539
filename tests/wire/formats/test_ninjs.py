"""News in JSON."""

import json
from datetime import UTC, datetime

import pytest

from diplonews.errors import ParseError
from diplonews.wire.base import Copy
from diplonews.wire.formats.ninjs import Ninjs

BODY = "<p>RIGA, March 12 (LETA) - Two ministers met.</p><p>They will meet again.</p>"
PARAGRAPHS = "Two ministers met.\n\nThey will meet again."

FIRST = {
    "uri": "http://news.example/2024/17",
    "type": "text",
    "version": "4",
    "versioncreated": "2024-03-12T10:20:00+02:00",
    "firstcreated": "2024-03-12T09:00:00+02:00",
    "embargoed": "2024-03-12T11:00:00+02:00",
    "urgency": 3,
    "language": "en",
    "headline": "Ministers meet in Riga",
    "description_text": "Second talks this year",
    "byline": "Ilze Ozola",
    "slugline": "LATVIA-TALKS",
    "ednote": "Adds time of next talks",
    "usageterms": "Online only",
    "source": "LETA",
    "keywords": ["talks", "Baltic"],
    "subject": [{"code": "11002000", "name": "diplomacy"}],
    "body_xhtml": BODY,
    "body_text": "RIGA, March 12 (LETA) - Two ministers met.\n\nThey will meet again.",
}

SECOND = {
    "uri": "http://news.example/2024/17",
    "standard": {"name": "ninjs", "version": "2.1"},
    "type": "text",
    "version": "4",
    "versioncreated": "2024-03-12T10:20:00+02:00",
    "headlines": [{"role": "short", "value": "Riga talks"}, {"role": "main", "value": "Ministers meet in Riga"}],
    "descriptions": [{"role": "summary", "value": "Second talks this year"}],
    "by": "Ilze Ozola",
    "slugline": "LATVIA-TALKS",
    "infosources": [{"name": "LETA"}],
    "subjects": [{"name": "diplomacy"}],
    "bodies": [
        {"role": "main", "contenttype": "text/plain", "value": "Plain."},
        {"role": "richtext", "contenttype": "application/xhtml+xml", "value": BODY},
    ],
}

THIRD = {
    "uri": "http://news.example/2024/17",
    "standard": {"name": "ninjs", "version": "3.0"},
    "type": "text",
    "version": "4",
    "versionCreated": "2024-03-12T10:20:00+02:00",
    "headlines": [{"value": "Ministers meet in Riga"}],
    "descriptions": [{"value": "Second talks this year"}],
    "by": "Ilze Ozola",
    "slugLine": "LATVIA-TALKS",
    "infoSources": [{"name": "LETA"}],
    "usageTerms": "Online only",
    "bodies": [{"contentType": "text/html", "value": BODY}],
}


class TestVersions:
    @pytest.mark.parametrize("raw", [FIRST, SECOND, THIRD], ids=["1.x", "2.x", "3.x"])
    def test_the_same_story(self, parse_one, raw):
        """The three generations of property names give the same article."""
        article = parse_one("ninjs", json.dumps(raw))
        assert article.headline == "Ministers meet in Riga"
        assert article.deck == "Second talks this year"
        assert article.bylines[0].names == ("Ilze Ozola",)
        assert (article.slugline, article.version, article.provider) == ("LATVIA-TALKS", "4", "LETA")
        assert article.identifier == "http://news.example/2024/17"
        assert article.body == PARAGRAPHS
        assert article.dateline.places[0].timezone == "Europe/Riga"
        instants = {stamp.instant for stamp in (article.published, article.updated) if stamp is not None}
        assert datetime(2024, 3, 12, 8, 20, tzinfo=UTC) in instants

    def test_other_fields(self, parse_one):
        """Codes, terms, notes, times and words of 1.x."""
        article = parse_one("ninjs", json.dumps(FIRST))
        assert (article.urgency, article.language, article.usage_terms) == (3, "en", "Online only")
        assert article.keywords == ("talks", "Baltic")
        assert article.subjects == ("diplomacy", "11002000")
        assert article.note == "Adds time of next talks"
        assert article.published.instant == datetime(2024, 3, 12, 7, tzinfo=UTC)
        assert article.embargo == datetime(2024, 3, 12, 9, tzinfo=UTC)

    def test_origins(self, parse_one):
        """Origins are JSON paths, for markup with the path inside it."""
        article = parse_one("ninjs", json.dumps(FIRST))
        origins = {region.origin for region in article.regions if region.origin}
        assert {"$.headline", "$.byline", "$.body_xhtml#/div/p[2]"} <= origins

    def test_authors_for_a_byline(self, parse_one):
        """Without a by-line the persons listed as authors sign."""
        raw = {**FIRST, "byline": "", "authors": [{"name": "Ilze Ozola", "role": "writer"}, {"name": "desk7"}]}
        assert [line.names for line in parse_one("ninjs", json.dumps(raw)).bylines] == [("Ilze Ozola",)]

    def test_plain_body(self, parse_one):
        """A plain body has its paragraphs at empty lines."""
        raw = {key: value for key, value in FIRST.items() if key != "body_xhtml"}
        assert parse_one("ninjs", json.dumps(raw)).body == PARAGRAPHS


class TestPlaces:
    @pytest.mark.parametrize(
        "place",
        [
            {"located": "Lyon, France"},
            {"datelinelocation": {"city": "Lyon", "countrycode": "FRA", "countryname": "FRANCE"}},
            {"dateline": {"located": {"city": "Lyon", "country_code": "FR"}, "text": "LYON --"}},
        ],
        ids=["ninjs", "media-api", "superdesk"],
    )
    def test_place(self, parse_one, place):
        """Where the item says it was filed, in the three forms."""
        raw = {"uri": "u", "headline": "Fair opens", "body_html": "<p>It opened.</p>", **place}
        (found,) = parse_one("ninjs", json.dumps(raw)).dateline.places
        assert (found.name, found.country, found.timezone) == ("Lyon", "FRA", "Europe/Paris")


class TestEnvelopes:
    def test_envelopes(self, parse):
        """Items are found in lists and in envelopes of any name."""
        one = {"uri": "a", "headline": "First"}
        two = {"guid": "b", "headline": "Second"}
        for value in (
            [one, two],
            {"items": [one, two]},
            {"data": {"item": [{"item": one}, {"item": two}]}, "total": 2},
        ):
            assert [article.headline for article in parse("ninjs", json.dumps(value))] == ["First", "Second"]

    def test_lines(self, parse):
        """One object a line is a container; a bad line is named."""
        raw = '{"uri": "a", "headline": "First"}\n{"uri": "b", "headline":\n{"uri": "c", "headline": "Third"}\n'
        found = parse("ninjs", raw)
        assert "item 2: not well-formed" in str(found.failures[0])
        assert [article.headline for article in found] == ["First", "Third"]

    def test_named_associations_come_first(self, parse):
        """The pictures of a story come before it, the listed ones after it."""
        picture = {"guid": "p", "type": "picture", "headline": "Quay", "description_text": "The quay at dawn."}
        named = parse("ninjs", json.dumps({**FIRST, "associations": {"featuremedia": picture, "none": None}}))
        assert [article.headline for article in named] == ["Quay", "Ministers meet in Riga"]
        assert named[0].captions == ("The quay at dawn.",)
        listed = parse("ninjs", json.dumps({**SECOND, "associations": [picture]}))
        assert [article.headline for article in listed] == ["Ministers meet in Riga", "Quay"]

    def test_incomplete_association(self, parse_one):
        """A picture that is only referred to gives caption and credit to the story."""
        picture = {
            "uri": "p",
            "representationtype": "incomplete",
            "description_text": "The quay.",
            "byline": "A. Kalns",
        }
        article = parse_one("ninjs", json.dumps({**FIRST, "associations": {"a001": picture}}))
        assert (article.captions, article.credits[-1]) == (("The quay.",), "A. Kalns")

    def test_descriptions_by_role(self, parse_one):
        """Caption and credit line of a picture of 2.x."""
        raw = {
            "uri": "p",
            "type": "picture",
            "headlines": [{"value": "Quay"}],
            "descriptions": [{"role": "caption", "value": "The quay."}, {"role": "creditline", "value": "A. Kalns"}],
        }
        article = parse_one("ninjs", json.dumps(raw))
        assert (article.captions, article.credits, article.deck) == (("The quay.",), ("A. Kalns",), None)


class TestBad:
    @pytest.mark.parametrize(
        ("raw", "says"),
        [
            ('{"uri": "a", "headline": "cut', "Unterminated string"),
            ('{"uri": "a",\n "headline": }', "line 2: not well-formed"),
            ('{"other": 1}', "no news item"),
            ('{"headline":' + "[" * 100_000, "nested too deeply"),
            ('{"uri": "a", "headline": ""}', "without words"),
        ],
        ids=["cut", "malformed", "other", "deep", "empty"],
    )
    def test_errors(self, parse, raw, says):
        """Bad JSON is an error with format, line and excerpt."""
        with pytest.raises(ParseError, match=says) as caught:
            parse("ninjs", raw)
        assert caught.value.format == "ninjs"

    def test_lone_surrogate(self, parse_one):
        """A lone surrogate in an escape is replaced."""
        assert parse_one("ninjs", '{"uri": "a", "headline": "Talks \\ud800 end"}').headline == "Talks \ufffd end"

    def test_values_of_other_types(self, parse_one):
        """Properties of a type that no version has are passed over."""
        odd = {"urgency": "high", "keywords": 7, "byline": {"x": 1}, "bodies": ["x"], "located": 5, "usageterms": [1]}
        odder = {"subject": [3, {"name": 4}], "descriptions": [None], "associations": "x", "bylines": [None]}
        raw = {"uri": "a", "headline": "Talks end", **odd, **odder}
        assert parse_one("ninjs", json.dumps(raw)).headline == "Talks end"

    @pytest.mark.parametrize(
        ("raw", "score"),
        [(json.dumps(FIRST), 0.9), (json.dumps({"a": 1}), 0.0), ("text", 0.0), ("", 0.0), (json.dumps(THIRD), 0.9)],
    )
    def test_score(self, raw, score):
        """By the names of the properties."""
        assert Ninjs().score(Copy(raw)) == score


def test_an_item_without_identity(parse_one):
    """One object with words is an item, whether or not it has an identifier."""
    article = parse_one("ninjs", json.dumps({"headline": "Ferry to reopen", "body_html": "<p>One.</p>"}))
    assert (article.headline, article.body, article.identifier) == ("Ferry to reopen", "One.", None)


def test_endless_number(parse):
    """A number that Python will not read is an error of the copy."""
    raw = json.dumps(FIRST)[:-1] + ', "extra": ' + "9" * 5_000
    with pytest.raises(ParseError, match="not readable"):
        parse("ninjs", raw + "}")
    found = parse("ninjs", json.dumps(FIRST) + "\n" + raw + "}")
    assert len(found) == 1
    assert "item 2" in str(found.failures[0])


@pytest.mark.parametrize(
    "raw", ['{ "headline" is what she said }', '["headline is a word", and', "{headline: x}", "[slugline"]
)
def test_no_json(raw):
    """Text that begins with a bracket is not JSON to it."""
    assert Ninjs().score(Copy(raw)) == 0


WIRE = {
    "urn": "urn:newsml:dpa.example:1",
    "version_created": "2024-03-12T07:05:00+01:00",
    "language": "de",
    "kicker": "Salz",
    "headline": "Gesandte treffen sich",
    "teaser": "Es geht um Salz.",
    "byline": "Von Ada Rowe, dpa",
    "dateline": "Oslo (dpa) - ",
    "article_html": "<section class='main'><p>Zwei Gesandte trafen sich.</p></section>",
    "notepad": {
        "header_html": "<p>Notizblock</p>",
        "public_html": "<p>Ort: Hafen 1</p>",
        "nonpublic_html": "<p>Autorin: Ada Rowe</p>",
    },
}


def test_digital_wire(parse_one):
    """The dateline as it is printed, and the texts for editors once each, outside of the body."""
    article = parse_one("ninjs", json.dumps(WIRE))
    assert (article.body, article.deck) == ("Zwei Gesandte trafen sich.", "Es geht um Salz.")
    assert (article.dateline.places[0].country, article.dateline.agency) == ("NOR", "dpa")
    assert [byline.names for byline in article.bylines] == [("Ada Rowe",)]
    assert article.note == "Ort: Hafen 1\nAutorin: Ada Rowe"


def test_camel_case(parse_one):
    """Properties of 3.x: until when it is embargoed, and what made it."""
    source = "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia"
    extra = {"embargoedUntil": "2024-03-13T06:00:00+01:00", "digitalSourceType": source}
    article = parse_one("ninjs", json.dumps(THIRD | extra))
    assert article.embargo.isoformat() == "2024-03-13T06:00:00+01:00"
    assert [entry.detail for entry in article.evidence if entry.field == "digitalsourcetype"] == [source]


def test_members_of_an_array(parse):
    """Objects that are cut out of an array, with the commas between them."""
    for item in (FIRST, {"headline": "Ferry to reopen", "body_html": "<p>One.</p>"}):
        raw = json.dumps(item) + ",\n" + json.dumps(item) + ",\n"
        assert len(parse("ninjs", raw)) == 2
