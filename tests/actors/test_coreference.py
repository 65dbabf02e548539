"""Mentions, entities and relations."""

from __future__ import annotations

import pytest
from hypothesis import given, settings, strategies as st

from diplonews import analyze, extract_quotes, parse_article
from diplonews.actors import coreference as memory_module, discourse as discourse_module, relations as relations_module
from diplonews.actors.coreference import read_entities
from diplonews.actors.discourse import read_discourse
from diplonews.actors.entity import EntityKind
from diplonews.actors.mentions import LONGEST_DESCRIPTION, MentionKind, find_mentions
from diplonews.actors.relations import Relations
from diplonews.model import Span
from diplonews.syntax.parsing import parse


def read(text):
    discourse = read_discourse(parse(text))
    for entity in discourse.entities.entities:
        entity.code = discourse.code(entity)
    return discourse.entities


class TestReadEntities:
    """`read_entities`"""

    @given(st.text(alphabet="Ab. ’-,\n", max_size=60))
    @settings(max_examples=30)
    def test_any_text(self, text):
        """Every mention lies in the text and is found again by its head."""
        memory = read(text)
        for entity in memory.entities:
            for mention in entity.mentions:
                assert mention.span.start <= mention.head < mention.span.end <= len(text)
                assert memory.at(mention.head) is entity

    def test_full_name_once_then_surname_and_pronoun(self):
        """Title, name and country are kept; surname and pronoun lead back to them."""
        text = "Finnish President Sara Lahti landed. Lahti smiled. She left."
        (entity,) = [e for e in read(text).entities if e.kind is EntityKind.PERSON]
        assert (entity.name, entity.country, entity.gender, entity.role) == (
            "Sara Lahti",
            "FIN",
            "f",
            "Finnish President",
        )
        assert [mention.kind for mention in entity.mentions] == [
            MentionKind.NAME,
            MentionKind.NAME,
            MentionKind.PRONOUN,
        ]
        assert entity.surname == "Lahti"
        assert repr(entity) == "<Entity PERSON 'Sara Lahti' FIN>"

    @pytest.mark.parametrize(
        "text",
        [
            "Jo Hale, acting head of the port agency, left.",
            "Port agency spokesman Jo Hale left.",
            "Hale is a diplomat. Jo Hale left.",
        ],
    )
    def test_roles(self, text):
        """Appositions, titles and predicates give a role."""
        entity = next(e for e in read(text).entities if e.name == "Jo Hale")
        assert entity.role is not None

    def test_two_of_one_surname(self):
        """A title distinguishes a couple."""
        text = "On the next day Bill Reed met Susan Reed. Mrs. Reed spoke."
        entities = [e for e in read(text).entities if e.kind is EntityKind.PERSON]
        assert [(e.name, len(e.mentions)) for e in entities] == [("Bill Reed", 1), ("Susan Reed", 2)]

    def test_within(self):
        """A stretch of text leads to the entity named in it."""
        text = "The aide of Sara Lahti left."
        memory = read(text)
        assert memory.within(Span(0, len(text))).name == "Sara Lahti"
        assert memory.within(Span(0, 3)) is None

    def test_abbreviation(self):
        """A name in brackets refers to the same person as the words before it."""
        memory = read("The Baltic Port Agency (BPA) met. BPA spoke.")
        assert [e.name for e in memory.entities].count("Baltic Port Agency") == 1

    def test_only_the_last_entities_are_searched(self, monkeypatch):
        """A pronoun is compared with so many entities at the most, in a text of any length."""
        compared = []
        monkeypatch.setattr(memory_module, "MOST_NEAR", 3)
        monkeypatch.setattr(memory_module, "fits_pronoun", lambda entity, _: compared.append(entity.name))
        read("Ann Borg met Eva Moe. Ida Falk met Liv Dahl. Siv Holt met Una Krog. She left.")
        assert (len(compared), compared[-1]) == (3, "Una Krog")

    def test_an_old_name_comes_back_among_the_last(self, monkeypatch):
        """A person who is named again is recent again, however many others were named in between."""
        monkeypatch.setattr(memory_module, "MOST_NEAR", 3)
        names = [f"{first} {last}" for first in ("Bo", "Ulf", "Jan") for last in ("Lund", "Berg", "Strand", "Moen")]
        between = " ".join(f"{name} spoke." for name in names)
        memory = read(f"Sara Lahti landed. {between} Lahti smiled. She left.")
        entity = next(e for e in memory.entities if e.name == "Sara Lahti")
        assert len(entity.mentions) == 3

    def test_unknown_pronoun(self):
        """Nobody is guessed."""
        memory = read("He left. They stayed. It rained.")
        assert all(e.name is None for e in memory.entities)

    def test_home_country_needs_one_ministry(self):
        """With two ministries of that name the office stays without a country."""
        memory = read("Oslo’s foreign ministry wrote. The Danish foreign ministry answered.")
        assert memory.home_country("the foreign minister") is None
        assert memory.home_country("the harbour master") is None

    @pytest.mark.parametrize(
        ("text", "name", "country"),
        [
            ("Danish Trade Minister Jens Holm spoke. Holm said no. The diplomat said more.", "Jens Holm", "DNK"),
            ("Envoy Jens Holm said no. The Danish diplomat said more.", "Jens Holm", "DNK"),
            ("According to envoy Jens Holm, it rains. The diplomat said more.", "Jens Holm", None),
            ("Oslo’s top diplomat said no.\n\nForeign Minister Jens Holm spoke on Monday.", "Jens Holm", "NOR"),
            ("Envoy Jens Holm said no. Anna Vik, his Polish colleague, left. Vik spoke.", "Anna Vik", "POL"),
            ("Jens Holm met Anna Vik, his Polish counterpart. Vik said no.", "Anna Vik", "POL"),
            ("The Polish navy left. Navy spokeswoman Anna Vik said no.", "Anna Vik", "POL"),
            ("The Polish navy said no. Spokeswoman Anna Vik left. Vik said no.", "Anna Vik", "POL"),
            ("Polish Premier Jens Holm left. Holm’s aide, Anna Vik, stayed. Vik said no.", "Anna Vik", "POL"),
            ("In Warsaw, Foreign Minister Anna Vik said no. Vik left.", "Anna Vik", "POL"),
            ("Chairman of the Senate Trade Committee Anna Vik left. Vik said no.", "Anna Vik", None),
            ("Finnish Premier Huda al-Rawi left. Rawi said no.", "Huda al-Rawi", "FIN"),
            ("Polish ambassador to the U.S. Anna Vik left. Vik said no.", "Anna Vik", "POL"),
            ("Envoy Anna Vik said no. Trade Minister Jens Holm said more. The foreign minister stayed.", None, None),
            ("Trade Minister Anna Vik said no. The former defense minister said more.", "Anna Vik", None),
            ("Polish trade ministry staff left. The trade ministry said no. The defense ministry stayed.", None, None),
            ("Poland’s premier left. Premier Anna Vik said no.", "Anna Vik", "POL"),
            ("Back in Warsaw, Foreign Minister Anna Vik said no. Vik left.", "Anna Vik", "POL"),
            ("The Polish Port Agency (PPA) met. PPA chief Anna Vik left. Vik said no.", "Anna Vik", "POL"),
            ("An expert on boats at the University of Warsaw, Professor Anna Vik, left. Vik spoke.", "Anna Vik", "POL"),
            ("Polish Home Affairs Minister Anna Vik left. Vik said no.", "Anna Vik", "POL"),
            ("Back in Warsaw, it rains. Trade Minister Anna Vik said no.", "Anna Vik", "POL"),
            (
                "Poland’s Ministry of Boats and Fisheries met. The ministry said no.",
                "Polish Ministry of Boats and Fisheries",
                "POL",
            ),
            ("FM Holm left. Polish Foreign Minister Jens Holm said no.", "Jens Holm", "POL"),
            ("Polish Premier Anna von der Vik said no.", "Anna von der Vik", "POL"),
            ("The Polish Observatory for Sea Birds said no.", "Polish Observatory for Sea Birds", "POL"),
        ],
    )
    def test_who_spoke_last(self, text, name, country):
        """The last mention leads to the person and the country that the article gives."""
        memory = read(text)
        heads = [mention.head for entity in memory.entities for mention in entity.mentions]
        entity = memory.at(max(heads))
        assert (entity.name, entity.country) == (name, country)

    @pytest.mark.parametrize(
        "text",
        [
            "A Danish envoy said no.\n\nJens Holm, a lecturer, said more.",
            "A Danish official said no.\n\nJens Holm was said to be ill.",
            "A Danish envoy said no. The envoy said more.\n\nJens Holm, a Danish envoy, said yes.",
        ],
    )
    def test_not_introduced(self, text):
        """Who has another office, or was nameless for longer, is somebody else."""
        assert read(text).at(text.index("Danish") + len("Danish ")).name is None

    def test_introduced_without_a_role(self):
        """The full name that opens the next paragraph belongs to the person that the lead describes."""
        text = "Denmark’s harbour chief defended the fee.\n\nJens Holm, on a visit, met the sailors."
        assert read(text).at(text.index("chief")).name == "Jens Holm"

    def test_a_source_close_to_somebody(self):
        """The source is not somebody else, and has the state of the person it is close to."""
        text = "Premier Anna Vik left. A source close to the Polish premier said no."
        entity = read(text).at(text.index("source"))
        assert (entity.name, entity.country) == (None, "POL")
        assert entity.role == "A source close to the Polish premier"

    def test_a_place_has_no_role(self):
        """After `In Warsaw,` comes somebody else."""
        text = "Jens Holm left. In Warsaw, the mayor, Anna Vik, said no."
        assert read(text).at(text.index("Warsaw")).role is None

    def test_a_body_is_not_a_person(self):
        """The name after `news agency` is the agency’s."""
        text = "The news agency Norda said no. He left."
        memory = read(text)
        assert memory.at(text.index("Norda")).kind is EntityKind.ORGANIZATION

    def test_only_the_lead_is_introduced(self):
        """Further down, a nameless spokesman is not the person that the next paragraph names."""
        text = "The navy left.\n\nIt pours.\n\nIt is cold.\n\nA Danish envoy said no.\n\nEnvoy Jens Holm left."
        assert read(text).at(text.index("envoy")).name is None

    @pytest.mark.parametrize(
        ("after", "name"),
        [
            ("He left. Spokesman Jens Holm said more.", "Jens Holm"),
            ("Envoy Jens Holm said more.", None),
        ],
    )
    def test_spokesmen_are_introduced_anywhere(self, after, name):
        """A nameless spokesman is the one named right after him with the same title."""
        text = f"The navy left.\n\nIt pours.\n\nIt is cold.\n\nA Danish spokesman said so. {after}"
        assert read(text).at(text.index("spokesman")).name == name

    def test_who_opens_a_sentence_is_its_subject(self):
        """Whatever the parse makes of the clause after the name."""
        text = "Minister Jens Holm left. The Labour MP Priya Nand, who chairs a board on the press, called for calm."
        (mention,) = next(e for e in read(text).entities if e.name == "Priya Nand").mentions
        assert mention.subject

    def test_one_of_several(self):
        """One of the sources is one person without a name."""
        text = "One of the sources said no."
        entity = read(text).at(0)
        assert (entity.kind, entity.name) == (EntityKind.PERSON, None)
        assert read("One of them said no.").at(0).kind is EntityKind.PERSON
        assert read("One of the boats sank.").at(0) is None

    def test_his_office(self):
        """An office is of the state of its owner."""
        text = "Polish Premier Jens Holm left. His office said no."
        assert read(text).at(text.index("office")).country == "POL"

    def test_the_nearer_title_distinguishes_namesakes(self):
        """Of two Kims the one with the title is meant, else the one who spoke."""
        text = "Minister Kim Jin-woo said no. Kim Tae-yol, a lawmaker, said yes. Minister Kim left. Kim said no."
        memory = read(text)
        assert memory.at(text.index("Kim left")).name == "Kim Jin-woo"

    def test_agencies_are_of_their_state(self):
        """The Korean Central News Agency is the North’s."""
        text = "It rains.\n\nThe Korean Central News Agency said no."
        assert read(text).at(text.index("Agency")).country == "PRK"


def test_a_long_description_is_cut():
    """Each of many nested descriptions has so many words at the most; a description of normal length is whole."""
    nested = "the minister of the ally of " * 40
    (block,) = parse(f"Oslo condemned {nested}Riga.").blocks
    assert max(len(mention.words.split()) for mention in find_mentions(block)) <= LONGEST_DESCRIPTION + 1
    (block,) = parse("Oslo condemned the minister of the ally of Riga.").blocks
    assert "the minister of the ally of Riga" in [mention.words for mention in find_mentions(block)]


class TestRelations:
    """`Relations`"""

    def test_only_the_last_pairs_are_counted(self, monkeypatch):
        """A query counts so many mentions of pairs at the most, in a text of any length."""
        monkeypatch.setattr(relations_module, "FARTHEST", 3)
        relations = Relations()
        for sentence, code in enumerate(["SWE", "SWE", "SWE", "DNK", "DNK", "NOR"]):
            relations.add_set(sentence, ("FIN", code))
        assert [actor.code for actor in relations.main_pair(2)] == ["FIN", "SWE"]
        assert [actor.code for actor in relations.main_pair(5)] == ["DNK", "FIN"]
        assert [actor.code for actor in relations.opponent(5, "FIN")] == ["DNK"]
        assert relations.opponent(5, "SWE") == []

    def test_the_main_pair_has_one_order(self):
        """Two states named equally often come in the order of their codes, in every run."""
        relations = Relations()
        relations.add_set(0, ("SWE", "FIN"))
        relations.add_set(0, ("FIN", "SWE"))
        assert [actor.code for actor in relations.together(3, 2, set(), set())] == ["FIN", "SWE"]

    def test_an_answer_does_not_change_with_what_comes_later(self):
        """Whoever asks for a sentence gets what held there, also when the whole text has been read."""
        relations = Relations()
        relations.add_set(0, ("SWE", "FIN"))
        early = relations.together(1, 2, set(), set())
        relations.add_set(4, ("CHL", "PER"))
        assert relations.together(1, 2, set(), set()) == early
        assert relations.together(4, 2, set(), set()) != early


class TestReadDiscourse:
    """`read_discourse`"""

    def test_it_is_read_once(self, monkeypatch):
        """Quotes, actors and events share it."""
        read = []
        monkeypatch.setattr(
            discourse_module, "read_entities", lambda parsed: read.append(parsed) or read_entities(parsed)
        )
        analyze("Oslo rebuked Riga. Riga said it was sorry.")
        assert len(read) == 1

    @given(st.permutations(range(15)))
    @settings(max_examples=10)
    def test_answers_do_not_depend_on_the_order_of_questions(self, order):
        """A word means the same whenever it is asked for."""
        text = "Peru and Chile quarrel. They met. Envoy Ana Rey said both sides would go. She left. It rained."
        parsed = parse(text)
        tokens = [token for block in parsed.blocks for token in block.tokens]
        resolver = read_discourse(parsed).resolver
        first = [[party.code for party in resolver.parties(token)] for token in tokens]
        for i in order:
            assert [party.code for party in resolver.parties(tokens[i])] == first[i]


OFFICES = [  # a text; its words; the country, or None
    # an ambassador announced by a description comes in under a name
    ("SEOUL, May 3 (Yonhap) -- Seoul summoned the Danish ambassador. Ambassador Jens Holm left.", "Holm", "DNK"),
    ("SEOUL, May 3 (Yonhap) -- Seoul met a Danish envoy. Foreign Minister Jang Ho-yeon left.", "Ho-yeon", "KOR"),
    # the state that the paragraph is about; not in another paragraph, not in national copy
    ("LIMA, May 3 (Reuters) - Chile denied it. Foreign Minister Ana Rey left.", "Rey", "CHL"),
    ("LIMA, May 3 (Reuters) - Chile denied it.\n\nForeign Minister Ana Rey left.", "Rey", "PER"),
    ("SEOUL, May 3 (Yonhap) -- Chile denied it. Foreign Minister Jang Ho-yeon left.", "Ho-yeon", "KOR"),
    # where one speaks from
    ("LIMA, May 3 (Reuters) - Army spokesman Ana Rey said no by telephone from Santiago.", "Rey", "CHL"),
    ("LIMA, May 3 (Reuters) - Army spokesman Ana Rey said no by telephone.", "Rey", "PER"),
    # police are of the place, ministers travel
    ("LIMA, May 3 (Yonhap) -- Seoul is calm.\n\nPolice left.", "Police", "PER"),
    ("LIMA, May 3 (Yonhap) -- Seoul is calm. Foreign Minister Jang Ho-yeon left.", "Ho-yeon", "KOR"),
    # an owner who is unknown does not make it the outlet's
    ("LIMA, May 3 (Reuters) - It rains. The club met, according to its secretariat.", "secretariat", None),
    ("LIMA, May 3 (Reuters) - Chile protested. Its trade ministry said no.", "ministry", "CHL"),
    # agencies of a state have a field
    ("LIMA, May 3 (Reuters) - The fisheries agency left.", "agency", "PER"),
    ("LIMA, May 3 (Reuters) - The news agency left.", "agency", None),
    # several ministers belong to no state
    ("LIMA, May 3 (Reuters) - The two ministers left.", "ministers", None),
    # a title of one state alone, and the same words with a ministry
    ("LIMA, May 3 (Reuters) - Secretary of State Ana Rey left.", "Rey", "USA"),
    ("LIMA, May 3 (Reuters) - Ana Rey, secretary of state at the trade ministry, left.", "Rey", "PER"),
    ("LIMA, May 3 (Reuters) - A diplomat in Oslo said no.", "diplomat", None),
    ("LIMA, May 3 (Reuters) - Danish Economy Minister Jens Holm left.", "Holm", "DNK"),
    ("LIMA, May 3 (Reuters) - Minister of Fisheries of Malta Ann Borg left.", "Borg", "MLT"),
]


@pytest.mark.parametrize(("text", "words", "country"), OFFICES)
def test_the_state_of_an_office(text, words, country):
    """One answer for whoever asks: the entity's code and the country of the noun phrase."""
    article = parse_article(text)
    parsed = parse(article)
    discourse = read_discourse(parsed)
    start = article.text.rindex(words)
    tokens = [token for block in parsed.blocks for token in block.tokens if start <= token.start < start + len(words)]
    entity = next(filter(None, (discourse.entities.at(token.start) for token in reversed(tokens))))
    assert discourse.code(entity) == country
    assert discourse.country(next(t for t in tokens if discourse.entities.at(t.start) is entity)) == country


def test_a_body_has_no_country():
    """Who speaks for the United Nations has their code, and no country."""
    discourse = read_discourse(parse("U.N. envoy Jens Holm said no. Holm left."))
    entity = next(entity for entity in discourse.entities.entities if entity.name == "Jens Holm")
    assert (discourse.code(entity), entity.country) == ("UNO", None)
    assert [party.code for party in discourse.resolver.parties(entity.mentions[-1].token)] == ["UNO"]


def test_she_is_the_one_known_to_be_a_woman():
    """A name that shows the gender is preferred to one that does not."""
    discourse = read_discourse(parse("Anna Vik praised Chile. Vik left. Khaldoun Majali left. She said yes."))
    (mention,) = [m for e in discourse.entities.entities for m in e.mentions if m.noun == "she"]
    assert discourse.entities.at(mention.head).name == "Anna Vik"


def test_a_counterpart_is_of_another_state():
    """`Her counterpart` is not of her own state; if nothing else decides, the state is unknown."""
    text = "Chilean Foreign Minister Ana Rey left on Monday. Her counterpart, Kim Do-yun, said the talks had failed."
    (quote,) = extract_quotes(text)
    assert (quote.speaker.name, quote.speaker.country) == ("Kim Do-yun", None)
