"""Meetings and visits that name one of their parties or none: the sentences before give the other."""

import re

import pytest
from support import brief, code

from diplonews import extract_events, parse_article

MET = "Malta's premier met Fiji's king on Monday. "
VISITED = "Fiji's king visited Malta on Monday. "

TOLD = {
    # nobody is named
    MET + "The meeting lasted an hour.": "CONSULT MLT=FJI ACTUAL",
    MET + "The talks focused on trade.": "CONSULT MLT=FJI ACTUAL",
    MET + "Further trade was discussed at their meeting.": "CONSULT MLT=FJI ACTUAL",
    # one of them is
    MET + "The talks with Fiji focused on trade.": "CONSULT FJI=MLT ACTUAL",
    # who visits goes first, whoever is named
    VISITED + "The visit lasted an hour.": "CONSULT FJI>MLT ACTUAL",
    VISITED + "The king's visit to Malta lasted an hour.": "CONSULT FJI>MLT ACTUAL",
    # what is to come is agreed on
    "Malta's premier will meet Fiji's king on Monday. The planned talks will focus on trade.": "AGREE MLT=FJI PLANNED",
    # what has opened is not planned any more
    "Malta's premier will meet Fiji's king on Monday. The talks opened in a barn.": "CONSULT MLT=FJI ACTUAL",
    # men and women are groups as much as leaders are
    MET + "Tonga rejoiced. The two men met again in May.": "CONSULT MLT=FJI ACTUAL",
    # the meeting that was mentioned most, not the last one
    MET + MET + "Malta's premier met Tonga's king. The talks focused on trade.": "CONSULT MLT=FJI ACTUAL",
}

OPEN = {
    # no article without a meeting makes one up
    "The meeting lasted an hour.",
    "Malta rejoiced. The meeting lasted an hour.",
    # an indefinite meeting is another one
    MET + "Meetings can be long.",
    # the counterpart is named, and acts for no state
    MET + "The talks with farmers lasted an hour.",
    MET + "Farmers met in a barn.",
    # nobody visited anybody
    MET + "The visit lasted an hour.",
    # who talks need not meet anybody
    MET + "The king talked about trade.",
    # it did not happen
    MET + "The meeting might be repeated.",
}


@pytest.mark.parametrize("text", TOLD)
def test_told_before(text):
    """The missing parties come from the meeting mentioned before."""
    assert code(text)[-1] == TOLD[text]


@pytest.mark.parametrize("text", sorted(OPEN))
def test_left_open(text):
    """The parties stay open if the article does not give them."""
    assert len(code(text)) == text.count(MET)


VISITORS = {
    # who visits and is named by that word: the host is where the article was filed
    "LIMA, May 5 (AFP) - Visiting Fijian President Ana Rey sang.": ["CONSULT FJI>PER ACTUAL"],
    "LIMA, May 5 (AFP) - The choir thanked visiting Fijian Defence Minister Ana Rey.": ["CONSULT FJI>PER ACTUAL"],
    "LIMA, May 5 (AFP) - The visiting Fijian premier sang.": ["CONSULT FJI>PER ACTUAL"],
    "LIMA, May 5 (AFP) - Visiting former Fijian premier Ana Rey sang.": ["CONSULT FJI>PER ACTUAL"],
    "LIMA, May 5 (AFP) - The visiting head of the African Union sang.": ["CONSULT IGO>PER ACTUAL"],
    "LIMA, May 5 (AFP) - The Fijian premier arrived here on Monday.": ["CONSULT FJI>PER ACTUAL"],
    # but nobody visits his own country, or is visited as a visitor
    "SUVA, May 5 (AFP) - Visiting Fijian President Ana Rey sang.": [],
    "LIMA, May 5 (AFP) - The choir sang after visiting Fijian President Ana Rey.": [],
    "LIMA, May 5 (AFP) - Fiji builds a car. It arrived here on Monday.": [],
    # the visit mentioned before comes first
    "LIMA, May 5 (AFP) - Fiji's king visited Malta. The visiting Fijian king sang.": ["CONSULT FJI>MLT ACTUAL"] * 2,
    # who does something during a visit is the visitor
    "The Fijian premier sang during a visit to Malta.": ["CONSULT FJI>MLT ACTUAL"],
}


@pytest.mark.parametrize("text", VISITORS)
def test_visitors(text):
    """A person called a visitor visits the place where the article was filed, unless it names another host."""
    assert [brief(event) for event in extract_events(parse_article(text))] == VISITORS[text]


def test_more_than_two():
    """A meeting of three is not taken for one of two of them."""
    text = (
        "The premiers of Malta, Fiji and Tonga met on Monday. Malta and Fiji are far apart. The meeting lasted an hour."
    )
    assert code(text) == ["CONSULT MLT=FJI=TON ACTUAL"] * 2


def test_told_once():
    """A meeting that the sentence already reports is not counted again."""
    text = "Cuba's envoy met Peru's envoy. Cuba's envoy is due in Lima for talks with him."
    assert code(text) == ["CONSULT CUB=PER ACTUAL", "AGREE CUB>PER PLANNED"]


AROUND = {
    # who does something at a meeting, or says it to somebody there, is one of its parties
    "Fiji's king sang in a meeting with Malta's premier.": ["CONSULT FJI=MLT ACTUAL"],
    "Fiji's king told Malta's premier at a meeting in Lima that trade mattered.": ["CONSULT FJI=MLT ACTUAL"],
    "Fiji's king spoke on the first day of a visit to Malta.": ["CONSULT FJI>MLT ACTUAL"],
    "Fiji's king began a journey that will start with a visit to Malta.": ["AGREE FJI>MLT PLANNED"],
    "Fiji's king will speak on a visit to Malta.": ["AGREE FJI>MLT PLANNED"],
    # but not who only speaks of it, and no thing
    "Fiji's king commented on a visit to Malta.": [],
    "The fish was praised at a meeting with Malta's premier.": [],
    # a government and its rebels are both of one country
    "Talks between the Malian government and the rebels began.": ["CONSULT MLI>MLI ACTUAL"],
    "Talks between the Malian teams began.": [],
    # who is called visiting visits, whatever the clause around it says
    "LIMA, May 5 (AFP) - The choir might thank visiting Fijian President Ana Rey.": ["CONSULT FJI>PER ACTUAL"],
}


@pytest.mark.parametrize("text", AROUND)
def test_the_clause_around(text):
    """Parties that the noun of a meeting does not name are those of its clause."""
    assert code(text) == AROUND[text]


GONE_ON = {
    # the earlier meeting gives the parties who discuss a matter
    MET + "The king also discussed trade.": ["CONSULT MLT=FJI ACTUAL", "CONSULT FJI=MLT ACTUAL"],
    MET + "The king discussed trade with farmers.": ["CONSULT MLT=FJI ACTUAL"],
    "Malta rejoiced. The king discussed trade.": [],
    # what would be done at a meeting to come is to come
    "Fiji's king will visit Malta on Monday. They would also discuss trade.": [
        "AGREE FJI>MLT PLANNED",
        "AGREE FJI=MLT PLANNED",
    ],
    # an unknown name, and a pronoun that seems to be the host's, mean the visitor
    VISITED + "Bulawai's visit lasted an hour.": ["CONSULT FJI>MLT ACTUAL"] * 2,
    # the two leaders are those who met, whichever states were mentioned together since
    MET + "Relations between Tonga and Samoa are warm. The two leaders agreed to plant trees.": [
        "CONSULT MLT=FJI ACTUAL",
        "AGREE MLT=FJI ACTUAL",
    ],
}


@pytest.mark.parametrize("text", GONE_ON)
def test_what_goes_on_with_a_meeting(text):
    """Sentences after a meeting that name one of its parties or none are about it."""
    assert code(text) == GONE_ON[text]


AT_HOME = {
    "Peace talks between guerrillas and the Philippine government have begun.": ["CONSULT PHL>PHL ACTUAL"],
    "Peace talks between Mali's warring parties have begun.": ["CONSULT MLI>MLI ACTUAL"],
    "Talks between Mali's teams have begun.": [],
    "Fiji's king praised Malta's premier, with whom he had met in Lima.": [
        "SUPPORT FJI>MLT ACTUAL",
        "CONSULT FJI=MLT ACTUAL",
    ],
    "LIMA, May 5 (AFP) - Fiji's king said that his country is willing to work with Malta.": ["AGREE FJI>MLT ACTUAL"],
}


@pytest.mark.parametrize("text", AT_HOME)
def test_between_whom(text):
    """Governments talk with their rebels, and relative pronouns and `his country` are resolved."""
    assert code(text) == AT_HOME[text]


STAYS = {
    # a name in brackets, or an unknown one: the visitor of the visits mentioned before
    VISITED + "Mr. Bulawai will visit Suva's twin Valletta.": ["CONSULT FJI>MLT ACTUAL", "AGREE FJI>MLT PLANNED"],
    # a further stop is the same visitor's
    "Fiji's king visited Malta. A visit to Cyprus was discussed.": ["CONSULT FJI>MLT ACTUAL", "CONSULT FJI>CYP ACTUAL"],
    # whoever is expected for a visit pays it, and not who expects him
    "A Maltese official said that the Fijian king was expected for a visit to Malta.": ["AGREE FJI>MLT PLANNED"],
    # two states after one preposition are both visited
    "A trip to Malta and Cyprus was made by Fiji's king.": ["CONSULT FJI>MLT,CYP ACTUAL"],
    # a facilitator of talks is not a party
    "Fiji and Malta held talks with the mediation of Cyprus.": ["CONSULT FJI=MLT ACTUAL"],
    # a visit that is awaited is to be paid to who awaits it
    "Malta looked forward to the Fijian king's visit.": ["AGREE FJI>MLT PLANNED"],
    "Fiji's king will visit Malta at the invitation of the Maltese premier.": [
        "AGREE FJI>MLT PLANNED",
        "AGREE MLT>FJI ACTUAL",
    ],
}


@pytest.mark.parametrize("text", STAYS)
def test_stays(text):
    """Who visits whom, with a visitor whose country the sentence does not give."""
    assert code(text) == STAYS[text]


SUMMITS = {
    # who opens a summit here is there, and whoever else is said to open it takes part
    "LIMA, May 5 (AFP) - Fiji's king opened a summit here.": ["CONSULT FJI=PER ACTUAL"],
    "LIMA, May 5 (AFP) - Fiji's king opened a summit here. Malta's premier joined the summit.": [
        "CONSULT FJI=PER ACTUAL",
        "CONSULT MLT=FJI=PER ACTUAL",
    ],
    "LIMA, May 5 (AFP) - Fiji's king opened a summit here. The summit made headlines.": [
        "CONSULT FJI=PER ACTUAL",
        "CONSULT FJI=PER ACTUAL",
    ],
    "LIMA, May 5 (AFP) - Fiji's king opened a fair here.": [],
    # his arrival is his who speaks then
    "LIMA, May 5 (AFP) - Malta's premier waved. Fiji's king, who sang on his arrival, waved.": [
        "CONSULT FJI>PER ACTUAL"
    ],
}


@pytest.mark.parametrize("text", SUMMITS)
def test_summits(text):
    """A summit gathers whoever is said to open, address or attend it, and its host."""
    assert code(text) == SUMMITS[text]


JOURNEYS = {
    # whoever travels to meet somebody means to meet him
    "Fiji's king flew to Suva to meet Malta's premier.": ["AGREE FJI>MLT PLANNED"],
    "Fiji's king smiled to meet Malta's premier.": [],
    # a place is what it is called
    "Fiji's king visited the island state of Malta.": ["CONSULT FJI>MLT ACTUAL"],
    "Fiji's king visited the Arab country of Malta.": ["CONSULT FJI>MLT ACTUAL"],
    # the talks of a sentence that reports a meeting are that meeting
    "Fiji's king met Malta's premier. Tonga's king met Samoa's before the talks.": [
        "CONSULT FJI=MLT ACTUAL",
        "CONSULT TON=WSM ACTUAL",
    ],
    # who arrives here comes to the country that the story is filed from, whoever he is to meet
    "LIMA, May 8 (AFP) - Malta's envoy arrived here on Monday for talks with Fiji's king.": [
        "CONSULT MLT>PER ACTUAL",
        "CONSULT MLT=FJI ACTUAL",
    ],
    # a visitor is the guest of whoever tells him something
    "Malta's king told the visiting Fijian premier that it was late.": ["CONSULT FJI>MLT ACTUAL"],
    # an envoy who holds talks in another state visits it, unless states meet there on neutral ground
    "The Maltese envoy held talks in Fiji on Monday.": ["CONSULT MLT>FJI ACTUAL"],
    "The Maltese envoy held talks in Geneva on Monday.": [],
    "The Maltese envoy held talks with farmers in Fiji.": [],
    # a traveller may be named beside the visit
    "Malta's premier, on a visit to Fiji, sang.": ["CONSULT MLT>FJI ACTUAL"],
    "Malta's premier, on a walk in Fiji, sang.": [],
    # a place where ministers meet is not their home
    "The foreign ministers of Malta and Fiji met in Oslo.": ["CONSULT MLT=FJI ACTUAL"],
    # a team of a body of states is a visitor, one of a state may play football
    "A U.N. team arrived in Fiji on Monday.": ["CONSULT UNO>FJI ACTUAL"],
    "A Maltese team arrived in Fiji on Monday.": [],
    # where a tour takes somebody
    "Malta's premier will leave on a tour that will take him to Fiji and Tonga.": ["AGREE MLT>FJI,TON PLANNED"],
    # two who meet a third apart from each other
    "Malta's king and Fiji's premier met separately with Tonga's envoy.": [
        "CONSULT MLT=TON ACTUAL",
        "CONSULT FJI=TON ACTUAL",
    ],
    # what two pledge to do to each other
    "Malta's premier and Fiji's king pledged to consult each other on Tonga.": ["AGREE MLT=FJI ACTUAL"],
    # migrants are no envoys
    "Forty Fijians arrived in Malta by raft.": [],
    # remarks made during a visit are no visit made
    "Malta's envoy, who made the remarks during a visit to Fiji, left.": ["CONSULT MLT>FJI ACTUAL"],
    # a visit of somebody else in May does not put off the one of Monday
    "Maltese envoy Ana Rey visited Fiji. Maltese King Jon Moe will visit Fiji in May. Rey's visit lasted an hour.": [
        "CONSULT MLT>FJI ACTUAL",
        "AGREE MLT>FJI PLANNED",
        "CONSULT MLT>FJI ACTUAL",
    ],
    # what took place during a visit did, whatever depends on it
    "If Malta's king smiled during his visit to Fiji, it was late.": ["CONSULT MLT>FJI ACTUAL"],
    # headlines have no verb, list without an `and`
    "Maltese envoy in Fiji for talks": ["CONSULT MLT>FJI ACTUAL"],
    "Maltese, Fijian leaders meet in Oslo": ["CONSULT MLT=FJI ACTUAL"],
    # whoever writes a letter
    "In a letter to Fiji's king, Malta's premier praised Tonga.": ["CONSULT MLT=FJI ACTUAL", "SUPPORT MLT>TON ACTUAL"],
    # troops of a government are of the country that they move in
    "Government troops entered Bamako.": ["MOBILIZE MLI>MLI ACTUAL"],
}


@pytest.mark.parametrize("text", JOURNEYS)
def test_journeys(text):
    """The destination, and the person to be met."""
    assert code(text) == JOURNEYS[text]


LATER = {
    # a visit that was put off is still to come
    "Fiji's king postponed a visit to Malta. The visit will take place in May.": [
        "REJECT FJI>MLT ACTUAL",
        "AGREE FJI>MLT PLANNED",
    ],
    # the ministers are those who met, however few words are made of them
    MET + "The leaders agreed to plant trees.": ["CONSULT MLT=FJI ACTUAL", "AGREE MLT=FJI ACTUAL"],
    MET + "Other leaders agreed to plant trees.": ["CONSULT MLT=FJI ACTUAL"],
}


@pytest.mark.parametrize("text", LATER)
def test_what_comes_of_it(text):
    """What was put off, and who had met, is known later on."""
    assert code(text) == LATER[text]


FORMATS = {
    "The six-party talks resumed in Beijing.": ["CONSULT CHN=JPN=KOR=PRK=RUS=USA ACTUAL"],
    "Iran and the European Union 3 opened talks.": ["CONSULT IRN=FRA=DEU=GBR ACTUAL"],
    "The E3 condemned Iran.": ["ACCUSE FRA,DEU,GBR>IRN ACTUAL"],
    # talks that are only spoken of
    "The premier praised the spirit of the six-party talks.": [],
    "Japan welcomed the resumption of the six-party talks.": [],
    "Negotiators held a new round of six-party talks.": ["CONSULT CHN=JPN=KOR=PRK=RUS=USA ACTUAL"],
}


@pytest.mark.parametrize("text", FORMATS)
def test_formats(text):
    """A format of talks means each of its states."""
    assert [set(re.split("[>=, ]", one)) for one in code(text)] == [
        set(re.split("[>=, ]", one)) for one in FORMATS[text]
    ]


DELEGATES = (
    "Kenyan Minister Ana Odo and Malian Minister Jon Keita spoke. {} "
    "Chile, Italy and Ghana watched. Ghanaian Minister Ada Mensah left."
)


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("African leaders opened a summit in Nairobi.", ["CONSULT GHA=KEN=MLI ACTUAL"]),
        ("African foreign ministers met on Monday.", ["CONSULT GHA=KEN=MLI ACTUAL"]),
        ("Chile and African leaders met on Monday.", ["CONSULT CHL=GHA=KEN=MLI ACTUAL"]),
        ("West African leaders held talks on Monday.", ["CONSULT GHA=MLI ACTUAL"]),
        ("Several African leaders met on Monday.", []),
        ("Baltic leaders met on Monday.", []),
        ("European leaders met on Monday.", []),
    ],
)
def test_delegates(sentence, wanted):
    """Those who meet as leaders of a region are the states of it that the article names."""
    assert [one for one in code(DELEGATES.format(sentence)) if one.startswith("CONSULT")] == wanted


def test_a_body_meets():
    """Ministers of a body meet as the body, whichever of its members the article mentions."""
    text = (
        "ASEAN ministers met on Monday. Indonesian Minister Budi Hartono, Vietnamese Minister Tran Quang "
        "and Thai Minister Anan Somchai spoke."
    )
    assert [one for one in code(text) if one.startswith("CONSULT")] == ["CONSULT IGO> ACTUAL"]


BESIDE = {
    # a sentence about talks with one side is about the talks of its subject
    "Fiji said talks with Malta were useful.": ["CONSULT FJI=MLT ACTUAL"],
    "A choir said talks with Malta were useful.": [],
    "Fiji sings if talks with Malta fail.": [],
    "Fiji praised Tonga's speeches on talks with Malta.": ["SUPPORT FJI>TON ACTUAL"],
    # rebels who meet officials are of the officials' state
    "Rebels met Fijian officials.": ["CONSULT FJI>FJI ACTUAL"],
    "Poets met Fijian officials.": [],
    "Fijian President Ana Rey met opposition leaders.": ["CONSULT FJI>FJI ACTUAL"],
    "Fijian President Ana Rey met village leaders.": [],
    # two who sign something after talks held them, but not those of others
    "Fiji's king and Malta's premier signed a treaty after talks in Oslo.": [
        "SUPPORT FJI=MLT ACTUAL",
        "CONSULT FJI=MLT ACTUAL",
    ],
    "Fiji's king and Malta's premier sang after talks with farmers.": [],
    # members of a body agree among themselves
    "EU leaders agreed on the need for a budget.": ["AGREE EUR> ACTUAL"],
    "EU leaders agreed with farmers on the need for a budget.": [],
    # leaders of a territory may face their own state
    "Russia offered to meet Chechen leaders.": ["AGREE RUS>RUS ACTUAL"],
    "Russia offered to meet Russian leaders.": [],
    # a place that belongs to a state or has a name is one to visit
    "Malta's premier arrived in the Fijian capital.": ["CONSULT MLT>FJI ACTUAL"],
    "Malta's premier arrived in the town of Suva.": ["CONSULT MLT>FJI ACTUAL"],
    "Malta's premier arrived in the old town.": [],
}


@pytest.mark.parametrize("text", BESIDE)
def test_named_around(text):
    """The clause around a meeting or visit names its parties and places."""
    assert code(text) == BESIDE[text]
