"""Speakers resolved within the document."""

from __future__ import annotations

import pytest

from diplonews import extract_quotes, parse_article
from diplonews.model import SpeakerType
from diplonews.quotes import speakers as speakers_module


def speakers(text):
    return [quote.speaker for quote in extract_quotes(text)]


class TestSpeaker:
    """`Quote.speaker`"""

    def test_only_the_first_mentions_are_searched(self, monkeypatch):
        """The names of a speaker come from so many mentions at the most, in a text of any length."""
        text = "Anna Vik spoke. She smiled. Vik said it was over."
        assert [span.of(text) for span in speakers(text)[0].mentions] == ["Anna Vik", "Vik"]
        monkeypatch.setattr(speakers_module, "MOST_SEARCHED", 2)
        assert [span.of(text) for span in speakers(text)[0].mentions] == ["Anna Vik"]

    @pytest.mark.parametrize(
        ("text", "name", "country"),
        [
            ("On the next day Danish Foreign Minister Jens Holm left.\n\nHolm said it was over.", "Jens Holm", "DNK"),
            ("On the next day Danish Foreign Minister Jens Holm left.\n\nHe said it was over.", "Jens Holm", "DNK"),
            ("On the next day Anna Vik met Jens Holm.\n\nShe said it was over.", "Anna Vik", None),
            ("Jens Holm, the Danish trade envoy, left.\n\nThe envoy said it was over.", "Jens Holm", "DNK"),
            ("Oslo said it was over.", "Norway", "NOR"),
            ("Norway said it was over.", "Norway", "NOR"),
            ("A North Korean ferry sank.\n\nThe North said it was over.", "North Korea", "PRK"),
            ("Malta lost a ferry.\n\nThe island nation said it was over.", "Malta", "MLT"),
            ("A ferry sank.\n\nThe North said it was over.", "North", None),
            ("Oslo’s foreign ministry met.\n\nThe ministry said it was over.", "Norwegian foreign ministry", "NOR"),
            (
                "On the next day Oslo’s Foreign Ministry met.\n\nThe ministry said it was over.",
                "Norwegian Foreign Ministry",
                "NOR",
            ),
            ("The Fiscal Council (FC) report is out.\n\nThe report said it was over.", "Fiscal Council report", None),
            (
                "A Danish envoy said it was over.\n\nJens Holm, special envoy for the north, said no.",
                "Jens Holm",
                "DNK",
            ),
            ("Jens Holm, who said it was over, left.", "Jens Holm", None),
            ("The Lindholm administration said it was over.", "Lindholm administration", None),
        ],
    )
    def test_name_and_country(self, text, name, country):
        """The fullest name and the country that the article gives."""
        speaker = speakers(text)[0]
        assert (speaker.name, speaker.country) == (name, country)

    def test_anonymous_sources_are_kept_apart(self):
        """A second official is another one, and `he` is the latest."""
        text = (
            "A retired Danish diplomat said it was over.\n\nThe diplomat said it was late.\n\n"
            'A second retired Danish diplomat said it was early. "Too early," he said.'
        )
        found = speakers(text)
        assert [speaker.anonymous for speaker in found] == [True] * 4
        assert [speaker.role for speaker in found] == [
            "retired Danish diplomat", "retired Danish diplomat", "second retired Danish diplomat",
            "second retired Danish diplomat",
        ]  # fmt: skip
        assert {speaker.type for speaker in found} == {SpeakerType.ANONYMOUS}
        assert {speaker.country for speaker in found} == {"DNK"}

    def test_an_office_without_its_country_is_the_ministry_s(self):
        """Where one state's foreign ministry is named, a foreign ministry official is of that state."""
        text = "Oslo’s foreign ministry met.\n\nAn aide at the foreign ministry said it was over."
        assert speakers(text)[0].country == "NOR"

    def test_who_speaks_inside_a_quotation_is_not_its_speaker(self):
        """The nameless one goes on, whoever he quotes."""
        text = "A harbour official said no.\n\n“Envoy Anna Vik said that she was ready to sail,” the official said."
        assert [(speaker.name, speaker.anonymous) for speaker in speakers(text)][-1] == (None, True)

    def test_nameless_together(self):
        """Two kinds of nameless sources are anonymous together."""
        joined, single = speakers("Two aides and a diplomat said it was over.\n\nIt was late, according to aides.")
        assert (joined.name, joined.type, joined.anonymous) == (None, SpeakerType.GROUP, True)
        assert (single.name, single.anonymous) == (None, True)

    @pytest.mark.parametrize(
        ("text", "name"),
        [
            ("The Polish trade ministry said it was over.", "Polish trade ministry"),
            ("A Polish court said it was over.", None),
            ("In Warsaw, the trade ministry said it was over.", "Polish trade ministry"),
            ("First Deputy Chairman of the Senate’s Trade Committee Anna Vik said it was over.", "Anna Vik"),
        ],
    )
    def test_described_bodies_and_titles(self, text, name):
        """A state's body has its state in its name; a title gives way to the name that it ends with."""
        assert speakers(text)[0].name == name

    @pytest.mark.parametrize(
        ("headline", "source"),
        [
            ("Norway, Denmark agree to restart ferry talks", "Norway, Denmark"),
            ("Envoys of Norway, Denmark agree to restart ferry talks", "Envoys of Norway, Denmark"),
            ("Oslo, Copenhagen agree to restart ferry talks", "Oslo, Copenhagen"),
        ],
    )
    def test_a_list_in_a_headline(self, headline, source):
        """States in a row speak together, even without `and` between them."""
        raw = f"{headline}\n\nOSLO, May 5 (Reuters) - Talks took place in Oslo on Wednesday."
        quote = next(q for q in extract_quotes(parse_article(raw)))
        assert quote.source.of(raw) == source
        assert (quote.speaker.name, quote.speaker.country, quote.speaker.type) == (None, None, SpeakerType.GROUP)

    def test_groups(self):
        """Several speakers have no name; joined ones keep their words."""
        both, joined, many = speakers(
            "Both councils said it was over.\n\nHolm and Vik said it was late.\n\nSeveral in Oslo doubt it was early."
        )
        assert (both.name, both.type, both.anonymous) == (None, SpeakerType.GROUP, False)
        assert (joined.name, joined.role) == (None, "Holm and Vik")
        assert (many.anonymous, many.country) == (True, "NOR")

    @pytest.mark.parametrize("text", ["I said it was over.", "He said it was over.", "It is over, it was said."])
    def test_never_a_guess(self, text):
        """A pronoun that nobody in the text fits has no speaker."""
        assert all(speaker is None for speaker in speakers(text))


@pytest.mark.parametrize("asker", ["QUESTION", "Reporter"])
def test_who_asks_in_a_transcript_is_nobody_by_name(asker):
    """The label of a question is not a name, and a state in the question is not the asker's."""
    text = f"MS. BOND: The talks go on.\n{asker}: And what of Peru's offer?\nMS. BOND: It stands."
    asked = [quote for quote in extract_quotes(text) if "offer" in quote.text]
    assert [(quote.speaker.name, quote.speaker.country, quote.speaker.anonymous) for quote in asked] == [
        (None, None, True)
    ]


def test_it_has_the_country_of_its_referent():
    """`it` after a report is the report, whatever state the words before were about."""
    text = (
        "A Congressional Research Service report came out on Monday. "
        '"Japan\'s quarrel with Chile over squid is old," said the report. "Both lose by the quarrel," it added.'
    )
    speaker = extract_quotes(text)[-1].speaker
    assert (speaker.name, speaker.country) == ("Congressional Research Service report", "USA")


class TestWhoIsMeant:
    """Pronouns and descriptions that point back"""

    @pytest.mark.parametrize(
        ("text", "name"),
        [
            # a person who names somebody is someone else
            (
                "On the next day Minister Jens Holm met Danish envoy Karl Berg in Oslo.\n\nHolm would leave, he said.",
                "Karl Berg",
            ),
            # but the writer may name him in a clause of his own
            ("Mayor Ante Sole left.\n\nThe quay, which Sole opened in May, would stay, he said.", "Ante Sole"),
            # a body speaks of itself by name
            ("The Port Council met.\n\nThe Port Council was ready, it said.", "Port Council"),
            # what one pronoun shows about a person holds for the next
            (
                'Envoy Ydun Ruud met her rival, Ilka Sole. "It took hours," she said. "It took days," he said.',
                "Ilka Sole",
            ),
            ("On the next day Danish Prime Minister Jens Holm left.\n\nThe premier said it was over.", "Jens Holm"),
            ("On the next day Danish Premier Jens Holm left.\n\nThe prime minister said it was over.", "Jens Holm"),
            (
                "Danish President Jens Holm flew home. His plane was late.\n\nThe Danish leader said it was so.",
                "Jens Holm",
            ),
            ("Danish envoy Luis Jens Holm left.\n\nJens Holm said it was over.", "Luis Jens Holm"),
            (
                "Danish envoy Jens Holm left.\n\nHolm said Skagen is his home.\n\nThe pier is safe, he said.",
                "Jens Holm",
            ),
        ],
    )
    def test_name(self, text, name):
        """The last quote is that person's."""
        assert speakers(text)[-1].name == name

    @pytest.mark.parametrize(
        ("text", "country"),
        [
            ("Norway has shut a pier because of Denmark's failure to pay, its army chief said.", "NOR"),
            ("AFGOYE, Somalia, March 5 (AFP) - Prime Minister Ola Ruud left, Ruud said.", "SOM"),
            ("LIMA, March 5 (AFP) - Ships came near, Press Secretary Ola Ruud said.", "PER"),
            ("LIMA, March 5 (AFP) - Ships came near, Armed forces chief General Ola Ruud said.", "PER"),
            ("LIMA, March 5 (AFP) - Ships came near, Director General Ola Ruud said.", None),
        ],
    )
    def test_country(self, text, country):
        """`its` belongs to the subject of the content; offices without a state belong to the place of filing."""
        assert speakers(text)[-1].country == country


class TestTitles:
    """Offices in front of a name"""

    @pytest.mark.parametrize(
        ("title", "country"),
        [
            ("Danish Deputy Foreign Minister for European Affairs", "DNK"),
            ("Danish Minister for Trade and Foreign Aid", "DNK"),
            ("Danish Minister of Environment and Natural Resources", "DNK"),
            ("EU Commissioner for Trade", "EUR"),
            ("U.N. Under-Secretary-General for Political Affairs", "UNO"),
            ("Danish Ministry of External Affairs (MEA) spokesperson", "DNK"),
            ("Danish Foreign Ministry spokeswoman for the Middle East", "DNK"),
        ],
    )
    def test_portfolio(self, title, country):
        """The field of an office is not part of the name."""
        (speaker,) = speakers(f"{title} Anna Vik said it was over.")
        assert (speaker.name, speaker.role, speaker.country) == ("Anna Vik", title, country)

    @pytest.mark.parametrize("title", ["A spokesman for", "The wife of", "An adviser to"])
    def test_aide(self, title):
        """Who speaks for somebody is not that person."""
        (speaker,) = speakers(f"{title} Danish Prime Minister Anna Vik said it was over.")
        assert (speaker.name, speaker.anonymous) == (None, True)

    def test_description_that_a_name_explains(self):
        """A description that the next name explains does not refer to somebody mentioned before."""
        text = "Secretary of State Anna Vik left.\n\nThe head of the FBI inquiry in Oslo, Jens Holm, said it was over."
        assert speakers(text)[-1].name == "Jens Holm"

    def test_holder_of_a_described_office(self):
        """The title may hold another body's name."""
        (speaker,) = speakers("First Deputy Chairman of the Danish Port Committee Anna Vik said it was over.")
        assert speaker.name == "Anna Vik"


class TestBodiesAndDocuments:
    """What speaks without being a person"""

    @pytest.mark.parametrize(
        ("text", "name", "country"),
        [
            ("The pier was shut, a joint statement said.", "joint statement", None),
            ("The pier was shut, a statement issued by Danish envoy Anna Vik said.", "statement", "DNK"),
            ("Danish envoy Anna Vik wept in a statement.\n\nThe statement said the pier was shut.", "statement", None),
            ("Danish envoy Anna Vik said so in a statement.\n\nThe statement said it was over.", "statement", "DNK"),
            ("The army said the pier was shut.", "army", None),
            ("A company said the pier was shut.", None, None),
            ("The pier was shut, Russian news agencies reported.", "Russian news agencies", "RUS"),
            ("The pier was shut, Russian officials said.", None, "RUS"),
            ("The pier was shut, state television reported.", "state television", None),
            ("The pier was shut, the official Norna news agency said.", "Norna", None),
        ],
    )
    def test_name(self, text, name, country):
        """A document or known body is called by its description, an agency by its name."""
        speaker = speakers(text)[-1]
        assert (speaker.name, speaker.country) == (name, country)

    @pytest.mark.parametrize("short", ["The PRG", "The Rescue Group"])
    def test_short_names(self, short):
        """Its letters, or the end of its name, refer to a body."""
        speaker = speakers(f"Danish envoys joined the Pier Rescue Group.\n\n{short} said it was over.")[-1]
        assert speaker.name == "Pier Rescue Group"

    def test_no_government(self):
        """A charity speaks for no state, one with a nationality for its own."""
        found = speakers("A charity said it was over. A Danish charity said it was so.")
        assert [speaker.country for speaker in found] == ["NGO", "DNK"]

    def test_documents_of_two_bodies(self):
        """Another body's report is another report."""
        text = "A Pentagon report said the pier was safe.\n\nThe council's new report said it was not."
        assert [speaker.name for speaker in speakers(text)] == ["Pentagon report", "council's new report"]

    def test_it_is_what_spoke(self):
        """`it` that speaks goes on with the body or document that spoke."""
        text = "The pier was shut, the report said. The pact with Malta had failed, it added."
        assert [speaker.name for speaker in speakers(text)] == ["report", "report"]


class TestPlaces:
    """Who speaks where"""

    @pytest.mark.parametrize(
        ("text", "country"),
        [
            ('Niger accused Peru of theft. "It is false," a foreign ministry spokesperson said in Lima.', "PER"),
            ("Peru shut its ports. The ministry spokeswoman said in Oslo that it was over.", "NOR"),
            ("Peru shut its ports. Foreign Minister Anna Vik said in Oslo that it was over.", "PER"),
            ("The ports were shut. Deputy Minister for European Affairs Anna Vik said in Oslo it was over.", "NOR"),
        ],
    )
    def test_country(self, text, country):
        """A ministry's spokesman speaks at home; a minister may be on a visit, if the text names another state."""
        assert speakers(text)[-1].country == country

    def test_several_states(self):
        """Who speaks for several states speaks for none of them alone."""
        (speaker,) = speakers("The top diplomats of Germany, France and Britain said it was over.")
        assert (speaker.type, speaker.country) == (SpeakerType.GROUP, None)

    def test_who_answers(self):
        """The one who asked is not the one who replies."""
        text = 'A reporter asked Danish envoy Jens Holm: "How long?"\n\n"Until June," he replied.'
        assert [speaker.name for speaker in speakers(text)] == [None, "Jens Holm"]

    def test_with_somebody_saying(self):
        """The companion speaks, not the subject."""
        text = "Danish Prime Minister Anna Vik left Oslo, with her spokesman, Jens Holm, saying it was over."
        assert [speaker.name for speaker in speakers(text)] == ["Jens Holm"]


class TestOfficesAbroad:
    """Titles that show the state, whatever the paragraph is about"""

    @pytest.mark.parametrize(
        ("text", "name", "country"),
        [
            ("Peru shut its ports on Monday. Secretary of State Anna Vik said it was over.", "Anna Vik", "USA"),
            ("Peru shut its ports on Monday. President Clinton said it was over.", "Clinton", "USA"),
            ("Peru shut its ports on Monday. Foreign Minister Anna Vik said it was over.", "Anna Vik", "PER"),
            ("Peruvian envoy Jens Holm met King Holm of Norway. Holm of Norway said it was over.", "Holm", "NOR"),
            ("The Peruvian envoy to Greece left.\n\nThe Peruvian envoy to Chile said it was over.", None, "PER"),
            ("The Maritima newspaper said it was over.", "Maritima", None),
            ("The Soviet Union said it was over.", "Soviet Union", "RUS"),
        ],
    )
    def test_who(self, text, name, country):
        """The last quote is theirs."""
        speaker = speakers(text)[-1]
        assert (speaker.name, speaker.country) == (name, country)


class TestTranscripts:
    """The turns of a briefing."""

    TEXT = (
        "Daily Press Briefing\n\nSpeaker: Victor Dunmore, Spokesperson\n\n"
        "QUESTION: Is the pier safe?\n\nMR. DUNMORE: It is. We checked it twice.\n\nMS. ORR: I agree."
    )

    def test_full_name_and_country_of_who_answers(self):
        """A name in capitals is the one printed elsewhere; who answers is of the ministry that gives it out."""
        article = parse_article(self.TEXT, outlet="Ministry of Foreign Affairs of Denmark")
        found = {(quote.speaker.name, quote.speaker.country) for quote in extract_quotes(article)}
        assert found == {(None, None), ("Victor Dunmore", "DNK"), ("ORR", "DNK")}

    def test_not_of_the_country_of_a_paper(self):
        """The guests of a newspaper speak for nobody by that."""
        article = parse_article(self.TEXT, outlet="The Danish Gazette")
        assert {quote.speaker.country for quote in extract_quotes(article)} == {None}


def filed(text, dateline="SUVA, May 8, 2024 (AFP) - A boat was held on Tuesday."):
    """The last speaker of copy with a dateline."""
    return extract_quotes(parse_article(f"{dateline}\n\n{text}\n"))[-1].speaker


class TestLongTitles:
    """Titles of several words, in front of a name and after it."""

    @pytest.mark.parametrize(
        ("source", "role"),
        [
            ("Deputy Prime Minister and Foreign Minister Jone Vula", "Deputy Prime Minister and Foreign Minister"),
            ("Deputy Prime Minister and Minister for Fisheries Jone Vula", None),
            ("Minister for Fisheries and Forests Jone Vula", "Minister for Fisheries and Forests"),
            ("Minister of State for Foreign Affairs Jone Vula", "Minister of State for Foreign Affairs"),
            ("Lt Col Jone Vula", "Lt Col"),
            ("President-elect Jone Vula", "President-elect"),
            ("Permanent Secretary Jone Vula", "Permanent Secretary"),
            ("Finance Secretary Jone Vula", "Finance Secretary"),
            ("Central bank governor Jone Vula", "Central bank governor"),
            ("Border guard chief Jone Vula", "Border guard chief"),
            ("Mayor Jone Vula", "Mayor"),
            ("Gov. Jone Vula of the north", "Gov."),
            ("Jone Vula of the Foreign Ministry", "Foreign Ministry"),
            ("Jone Vula, who heads the navy,", "heads the navy"),
            ("The head of Fiji's delegation, Jone Vula,", "head of Fiji's delegation, Jone Vula"),
        ],
    )
    def test_of_the_state_where_it_was_filed(self, source, role):
        """One person, with his name alone and his country."""
        speaker = filed(f"{source} said it was over.")
        assert (speaker.name, speaker.country) == ("Jone Vula", "FJI")
        assert role is None or speaker.role == role

    @pytest.mark.parametrize("source", ["President Ana Rey and Foreign Minister Jone Vula", "Ana Rey and Jone Vula"])
    def test_two_persons(self, source):
        """Two names are not a long title."""
        assert filed(f"{source} said it was over.").name is None

    @pytest.mark.parametrize("source", ["Jone Vula of the Labour Club", "Jone Vula, who heads the rowing club,"])
    def test_no_office(self, source):
        """Who holds no state's office has no country."""
        assert filed(f"{source} said it was over.").country is None

    @pytest.mark.parametrize(
        ("source", "name"), [("An adviser to the king, Jone Vula,", "Jone Vula"), ("The king, Jone Vula,", "Jone Vula")]
    )
    def test_the_bearer_of_a_name(self, source, name):
        """The name that follows a phrase is that of its head."""
        assert filed(f"{source} said it was over.").name == name

    def test_former_office(self):
        """A former office in another state does not make another person."""
        speaker = filed("U.N. envoy Ana Rey met Fiji's king. Rey, a former Danish minister, said it was over.")
        assert (speaker.name, speaker.country, speaker.role) == ("Ana Rey", "UNO", "U.N. envoy")


class TestEnvoys:
    """The state of an ambassador that is printed without one."""

    @pytest.mark.parametrize(
        ("text", "country"),
        [
            ("Fiji summoned the Tongan ambassador. The ambassador, Jone Vula, said it was over.", "TON"),
            ("Fiji summoned the Tongan ambassador. Ambassador Jone Vula said it was over.", "TON"),
            ("Fiji summoned the Tongan charge d'affaires. Charge d'affaires Jone Vula said it was over.", "TON"),
            ("Fiji recalled its ambassador to Tonga. The ambassador, Jone Vula, said it was over.", "FJI"),
            ("Fiji expelled Tongan spies. Ambassador Jone Vula said it was over.", "TON"),
            ("Fiji expelled Tongan spies. Ambassador to Fiji Jone Vula said it was over.", "TON"),
            ("Fiji expelled Tongan spies. Ambassador to Tonga Jone Vula said it was over.", "FJI"),
            ("Fiji's ambassador to Tonga left. Tonga is near. Ambassador Jone Vula said it was over.", "FJI"),
            ("Ambassador Jone Vula said it was over.", None),
        ],
    )
    def test_country(self, text, country):
        """An ambassador has the state that sent him, if the text gives it, and not that of the place of filing."""
        speaker = filed(text)
        assert (speaker.name, speaker.country) == ("Jone Vula", country)


class TestAtHomeNowhere:
    """Offices in copy without a dateline."""

    @pytest.mark.parametrize(
        ("text", "country"),
        [
            ("The ports of Fiji are open, Trade Minister Jone Vula said.", "FJI"),
            ("Trade Minister Jone Vula said the ports of Fiji and Tonga were open.", None),
            ("Trade Minister Jone Vula said the ports were open.", None),
            ("Jone Vula said the ports of Fiji were open.", None),
            ("The ports of Tonga are shut.\n\nTrade Minister Jone Vula said the ports of Fiji were open.", None),
        ],
    )
    def test_country(self, text, country):
        """The only state that the text names."""
        assert speakers(text)[-1].country == country


class TestPlaceAndTopic:
    """The state of an office, by the setting of its sentence and the topic of its paragraph."""

    @pytest.mark.parametrize(
        ("text", "country"),
        [
            ("Fiji's government denied it. Trade Minister Jone Vula said it was over.", "FJI"),
            ("Fiji's fishermen denied it. Trade Minister Jone Vula said it was over.", None),
            ("Tonga denied it. In Suva, Trade Minister Jone Vula said it was over.", "FJI"),
            ("Tonga denied it. In Geneva, Trade Minister Jone Vula said it was over.", "TON"),
            (
                "Tonga denied it. It is late. We left. It rains. They ran. Trade Minister Jone Vula said it was over.",
                None,
            ),
        ],
    )
    def test_country(self, text, country):
        """The place first, then the topic of the sentences before."""
        assert speakers(f"Fiji met Tonga. Tonga met Oman.\n\n{text}")[-1].country == country

    def test_outlet_of_another_state(self):
        """An outlet's state is nobody's home in a text that names other states only."""
        text = "Fiji met Tonga.\n\nTrade Minister Jone Vula said it was over."
        assert extract_quotes(parse_article(text, outlet="BBC News"))[-1].speaker.country is None


def test_content_after_an_occasion():
    """The content may follow a time and a place."""
    (quote,) = extract_quotes("Jone Vula said after the talks that work would begin in May.")
    assert quote.speaker.name == "Jone Vula"
    (quote,) = extract_quotes("A statement issued at a fair after the meeting said the spirit prevails.")
    assert quote.speaker.name == "statement"


def test_who_is_quoted_by_a_paper():
    """Of two tellers in a row, each has his own words: the paper what the other says, too."""
    found = extract_quotes("Fiji will pay, Jone Vula said, state television reported.")
    assert [(quote.source.of("Fiji will pay, Jone Vula said, state television reported.")) for quote in found] == [
        "Jone Vula",
        "state television",
    ]
    assert [quote.text for quote in found] == ["Fiji will pay", "Fiji will pay, Jone Vula said"]
