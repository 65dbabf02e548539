"""One sentence for each form of attribution, with its answer inside."""

from __future__ import annotations

import pytest

from diplonews import extract_quotes
from tests.quotes.marked import read_marked

FORMS = [
    # trailing, inverted, split, leading
    '[c "We will not sign this,"] [s Minister Anna Vik] [q said].',
    '[c "We will not sign this,"] [q said] [s Anna Vik], who leads the delegation.',
    '[c "We will not sign this,"] [s she] [q said], [c "and neither will they."]',
    '[c "We will not sign this,"] [s Vik] [q said] on Monday. [c "Not now."]',
    '[s Vik] [q said], [c "We will not sign this."]',
    '[s Vik] [q said]: [c "We will not sign this."]',
    "[c ''We can't sign this,''] [s Vik] [q said].",
    '[c "You know, I like the port,"] [s he] [q said], [c but "the price is far too high."]',
    '[c "Whenever they meet us,"] [s Vik] [q said], pointing at the map, [c "they ask for more."]',
    # indirect
    "[s The ministry] [q said] [c that the ferry would sail again in May].",
    "[s The ministry] [q said] [c the ferry would sail again in May].",
    "[c The ferry will sail again in May], [s the ministry] [q said].",
    "[c The ferry], [s the ministry] [q said], [c will sail again in May].",
    "[c In the spring], [s the ministry] [q said], [c the ferry would sail again].",
    "As [s Vik] [q noted], [c the harbour has been closed since March].",
    "[s The envoy] [q told] reporters on Tuesday [c that the harbour was closed].",
    "[s Vik] [q said] last week [c the talks had failed].",
    "[s Vik] [q said] [c the talks had failed], adding that a new round was planned.",
    "[s Vik] [q says] [c she trusts the mayor] and calls him a friend of the port.",
    # infinitives, objects, prepositions
    "[s The two ministers] [q pledged] [c to reopen the border].",
    "[s The union] [q urged] [c the council to reopen the border].",
    "[s Oslo] [q denied] [c a part in the sinking of the ferry].",
    "[s The envoy] [q stressed] [c the need for patience].",
    "[s The envoy] [q called for] [c an end to the blockade].",
    "[s The mayor] [q accused] [c the company of hiding the leak].",
    "[s Vik] [q described] [c the offer as a trap].",
    "[s Vik] [q saw] [c the offer as a trap].",
    '[s Vik] [q called] [c the toll "unjust"].',
    "[s Vik] [q called] [c the toll a trap].",
    "[s The mayor] [q attacked] [c the plan for the port].",
    "[s An official close to the talks] [q said] [c the port was closed].",
    "[c The deal] [q was criticized] by [s the opposition].",
    # where a content ends
    "[s Vik] [q said] [c the talks had failed], though she conceded that they might resume.",
    "[s Vik] [q said] [c the talks had failed], before adding that a new round was planned.",
    "[s Vik] [q said] [c that the port was open and that it would stay open].",
    "[s Vik] [q said] [c the ferry was late], which surprised nobody.",
    "[s Vik] [q said] at noon [c that the ferry was late].",
    "[s Vik] [q wants] [c the council to reopen the port].",
    '[c "The port is open,"] the paper quoted [s Vik] as [q saying], [c "and the ferry sails."]',
    # speakers beside a quotation
    '[c "We like the hall, the mayor and our army,"] [s Holm, a top aide], [q said] on Monday.',
    '[c "We like the hall, the mayor and our army,"] [q said] [s Jens Holm], a top aide of the mayor.',
    # nouns
    "[s Vik] made [q a claim] [c that the port was shut].",
    "A [q call] by [s the union] [q for] [c better pay] went unheard.",
    # other cues
    "[q According to] [s the harbour office], [c the ferry sank in minutes].",
    "[c The ferry sank in minutes], [q according to] [s the harbour office].",
    "[c “The port is open to all.”] [q —] [s Jo Hale, Bristol]",
    "[s The council's] [q promise] [c to rebuild the pier] came too late.",
    "[s The envoy] [q pointed out] [c that the pier was old].",
]


class TestForms:
    """`extract_quotes`, form by form"""

    @pytest.mark.parametrize("sentence", FORMS)
    def test_form(self, sentence):
        """Content, source and cue of the form are found."""
        expected = read_marked(sentence)
        quotes = extract_quotes(expected.text)
        trimmed = [tuple(span.of(expected.text).strip(" ,.") for span in quote.content) for quote in quotes]
        wanted = tuple(part.strip(" ,.") for part in expected.content)
        assert wanted in trimmed
        quote = quotes[trimmed.index(wanted)]
        assert quote.source is not None
        assert expected.source in quote.source.of(expected.text) + "'s"
        cue = [span.of(expected.text) for span in quote.cue]
        assert all(any(word in part for part in cue) for word in expected.cue.split())

    def test_the_reader_is_strict(self):
        """A sentence with a lost tag or without a content is refused."""
        for bad in ("[c a] b]", "[s a b", "nothing"):
            with pytest.raises(ValueError, match=r"tag|content"):
                read_marked(bad)

    @pytest.mark.parametrize(
        "text",
        [
            'The so-called "dream team" won again.',
            'Joe "Shorty" Blake runs the bar.',
            'She read "Northern Harbours" on the train.',
            "He would say anything to win.",
            "The harbour was closed in March.",
            # force, not words
            "Raiders attacked a patrol.",
            "The gang attacked the port of Oslo.",
            "A patrol was attacked by raiders.",
            "The navy launched an attack on the port.",
            # an opinion without a word quoted; something seen
            "Oslo called the toll unjust.",
            "The mayor saw the ships.",
        ],
    )
    def test_no_speech(self, text):
        """Nicknames, titles, scare quotes, blows, opinions and what was never said are not quotes."""
        assert extract_quotes(text) == ()

    def test_headlines(self):
        """A colon after a speaker, or before one, attributes a headline."""
        body = "\n\nMinister Anna Vik said on Monday the port would reopen."
        before = extract_quotes("Vik: Port Will Reopen Within Weeks" + body)[0]
        after = extract_quotes("Port Will Reopen Within Weeks: Vik" + body)[0]
        assert before.evidence.rule == "colon.before"
        assert after.evidence.rule == "colon.after"
        assert before.speaker.name == after.speaker.name == "Anna Vik"

    def test_a_title_is_not_a_speaker(self):
        """A label before a colon attributes nothing."""
        assert extract_quotes("Harbour News: Port Reopens Within Weeks\n\nThe port reopened in May.") == ()

    def test_transcript(self):
        """A turn of a transcript has its name before the colon."""
        text = "HALE: And you trust them with the port, do you?\n\nVIK: I do not trust anybody."
        assert [quote.source.of(text) for quote in extract_quotes(text)] == ["HALE", "VIK"]

    def test_lead_in(self):
        """A paragraph that ends in a colon leads in the quotation that opens the next."""
        text = "The ministry released the following statement:\n\n“The port is open.”\n\n“It will stay open.”"
        (quote,) = extract_quotes(text)
        assert quote.source.of(text) == "The ministry"
        assert [span.of(text) for span in quote.content] == ["“The port is open.”", "“It will stay open.”"]

    def test_lead_in_without_a_verb(self):
        """A name right before the colon is enough."""
        text = "Not a word from harbour master Tom Reed: “The port is open to all of you.”"
        (quote,) = extract_quotes(text)
        assert "Tom Reed" in quote.source.of(text)

    def test_orphans(self):
        """Quotations without a cue go on with the speech before them, in the next paragraph too."""
        text = (
            '"We lost," Anna Vik said. "We lost badly."\n\n"Next year we win."\n\n'
            'The crowd left.\n\n"Nobody said this."'
        )
        (quote,) = extract_quotes(text)
        assert [span.of(text) for span in quote.content] == ['"We lost,"', '"We lost badly."', '"Next year we win."']

    def test_lost_mark_is_reported(self):
        """A mark without its pair is named in the evidence and spoils its own paragraph only."""
        text = '"We lost, Anna Vik said.\n\n"We won," Jo Hale said.'
        last = extract_quotes(text)[-1]
        assert last.content[0].of(text) == '"We won,"'
        assert last.evidence.detail is None
        first = extract_quotes('"We lost," Anna Vik said. "And then')[0]
        assert first.evidence.detail == "quotation mark without its pair at 26"

    def test_via_and_audience(self):
        """The medium, and the audience."""
        text = "The border is open, pilot Tom Reed had earlier been cited by Interfax as saying."
        (quote,) = extract_quotes(text)
        assert quote.via.of(text) == "Interfax"
        assert quote.speaker.name == "Tom Reed"
        text = '"The border is open," Reed told pilots who trained at the Harbour Institute.'
        (quote,) = extract_quotes(text)
        assert quote.audience.of(text) == "pilots who trained at the Harbour Institute"

    def test_an_institution_reports_what_parties_said(self):
        """In a ministry's account of talks the parties' own statements are kept apart."""
        text = "Envoy Jens Holm asked Norway to reopen the port, Denmark's foreign ministry said."
        assert [quote.speaker.name for quote in extract_quotes(text)] == ["Jens Holm", "Danish foreign ministry"]
