"""Dates that carry over between sentences, and the referents of group words in a longer text."""
# ruff: noqa: E501 -- a case is one line

import pytest
from support import ANCHOR, brief

from diplonews import Article, RegionKind, Span, extract_events
from diplonews.model import Region

DAYS = {
    # what is said at a meeting was said on its day
    "Malta's premier met Fiji's king on Monday. He urged Fiji to buy boats.": ["CONSULT MLT=FJI ACTUAL 2024-05-06", "REQUEST MLT>FJI ACTUAL 2024-05-06"],
    # but not what was said before it
    "Malta's premier met Fiji's king on Monday. Malta has urged Fiji to buy boats.": ["CONSULT MLT=FJI ACTUAL 2024-05-06", "REQUEST MLT>FJI ACTUAL None"],
    # statements and meetings of others, in the simple past, have the day of the first sentence
    "Malta's premier met Fiji's king on Monday. Tonga praised Malta.": ["CONSULT MLT=FJI ACTUAL 2024-05-06", "SUPPORT TON>MLT ACTUAL 2024-05-06"],
    "Malta shut its ports on Monday. Tonga's king phoned Fiji's premier.": ["CONSULT TON>FJI ACTUAL 2024-05-06"],
    "Malta rebuked Fiji on Monday, as Tonga praised Malta.": ["ACCUSE MLT>FJI ACTUAL 2024-05-06", "SUPPORT TON>MLT ACTUAL 2024-05-06"],
    "Malta, whose king had turned 60 on Sunday, rebuked Fiji on Monday. Tonga praised Malta.": ["ACCUSE MLT>FJI ACTUAL 2024-05-06", "SUPPORT TON>MLT ACTUAL 2024-05-06"],
    # unless it is older, of uncertain time, an act of another kind, or in an aside
    "Malta rebuked Fiji on Monday.\n\nMalta lost a dam in 2001. Tonga praised Malta.": ["ACCUSE MLT>FJI ACTUAL 2024-05-06", "SUPPORT TON>MLT ACTUAL None"],
    "Malta rebuked Fiji on Monday.\n\nMalta lost a dam in 2001.\n\nTonga praised Malta.": ["ACCUSE MLT>FJI ACTUAL 2024-05-06", "SUPPORT TON>MLT ACTUAL 2024-05-06"],
    "Malta rebuked Fiji on Monday. Tonga recently praised Malta.": ["ACCUSE MLT>FJI ACTUAL 2024-05-06", "SUPPORT TON>MLT ACTUAL None"],
    "Malta rebuked Fiji on Monday. Tonga expelled an envoy of Oman.": ["ACCUSE MLT>FJI ACTUAL 2024-05-06", "SANCTION TON>OMN ACTUAL None"],
    "Malta rebuked Fiji on Monday. It is an ally of Oman, which Tonga praised.": ["ACCUSE MLT>FJI ACTUAL 2024-05-06", "SUPPORT TON>OMN ACTUAL None"],
    # what a state itself says it has done has the day of the announcement; what others say of it, or say it had done, has not
    "Peru has expelled a Chilean envoy, Peru's foreign ministry said on Monday.": ["SANCTION PER>CHL ACTUAL 2024-05-06"],
    "Peru has expelled a Chilean envoy, Chile's foreign ministry said on Monday.": ["SANCTION PER>CHL ACTUAL None"],
    "Peru had expelled a Chilean envoy, Peru's foreign ministry said on Monday.": ["SANCTION PER>CHL ACTUAL None"],
    "Peru expelled a Chilean envoy in April, Peru's foreign ministry said on Monday.": ["SANCTION PER>CHL ACTUAL 2024-04"],
    # what was done before it is reported, in words or in deeds, has no day
    "Malta said on Monday that Chile has promised aid to Peru.": ["AGREE CHL>PER ACTUAL None"],
    "Peru said on Monday it had shelled a Chilean town.": ["ASSAULT PER>CHL ACTUAL None"],
    "Peru said on Monday that Chile opposed Malta's bid.": ["REJECT CHL>MLT ACTUAL 2024-05-06"],
    "Peru has rejected a Chilean plan, Peru's foreign ministry said on Monday.": ["REJECT PER>CHL ACTUAL None"],
    "Peru and Chile have settled their row over tuna, Chile's envoy said on Monday.": ["AGREE PER=CHL ACTUAL None"],
    "Peru's king canceled a visit to Chile, the Chilean government said on Monday.": ["REJECT PER>CHL ACTUAL None"],
    "The Chilean government said on Monday that Peru's king canceled a visit to Chile.": ["REJECT PER>CHL ACTUAL 2024-05-06"],
    "Peru accepts Chile's offer, a Chilean envoy said on Monday.": ["AGREE PER>CHL ACTUAL 2024-05-06"],
    # nor has a raid the day on which it is condemned, or a threat that of an act done in spite of it
    "Malta on Monday slammed the Chilean shelling of a Peruvian town.": ["ACCUSE MLT>CHL ACTUAL 2024-05-06", "ASSAULT CHL>PER ACTUAL None"],
    "Chilean raids on Peru began on Monday.": ["ASSAULT CHL>PER ACTUAL 2024-05-06"],
    "Peru recalled its envoy to Chile on Monday despite threats from Chile's king.": ["SANCTION PER>CHL ACTUAL 2024-05-06", "THREATEN CHL>PER ACTUAL None"],
    # or a judgement the day of the crime
    "A Peruvian court jailed a Chilean baker for storing arms used in the 2019 bombing.": ["COERCE PER>CHL ACTUAL None"],
    # what may be has no day yet
    "Malta's envoy said on Monday there could be talks between Peru and Chile.": ["AGREE PER=CHL HYPOTHETICAL None"],
    # the day of a newspaper's report dates nothing else
    "Peru rejects a Chilean plan, Peru's foreign ministry said on Monday.": ["REJECT PER>CHL ACTUAL 2024-05-06"],
    "Peru has rejected a Chilean plan, Peru's state news agency reported on Monday.": ["REJECT PER>CHL ACTUAL None"],
    "Peru rejected a Chilean plan, the newspaper La Nube said on Monday.": ["REJECT PER>CHL ACTUAL None"],
    # nor is the day before a meeting that of the meeting, or the year of a war that of a refusal
    "Peru's king rebuked Chile on Monday ahead of his visit to Malta.": ["ACCUSE PER>CHL ACTUAL 2024-05-06", "AGREE PER>MLT PLANNED None"],
    "Peru's premier left for Chile on Monday before a visit to Malta.": ["CONSULT PER>CHL ACTUAL 2024-05-06", "CONSULT PER>MLT ACTUAL None"],
    "Peru refused to lift the sanctions imposed on Chile after the 1990 war.": ["REJECT PER>CHL ACTUAL None"],
    # what is planned is not of the day on which it is announced, or of a day long ago
    "Peru said on Monday it will help Chile.": ["AGREE PER>CHL PLANNED None"],
    "Peru will sue Chile over a raid two years ago.": ["ACCUSE PER>CHL PLANNED None"],
    # a meeting has the day on which it began
    "Peru's visit to Chile, which started on Sunday, is the first.": ["CONSULT PER>CHL ACTUAL 2024-05-05"],
    "Peru's five-day visit to Chile, which started on Sunday, is the first.": ["CONSULT PER>CHL ACTUAL 2024-05-05/2024-05-09"],
    # a statement that somebody else makes, and help that is announced
    "Peru rebuked Chile on Monday. Malta's envoy said Chile was a liar.": ["ACCUSE PER>CHL ACTUAL 2024-05-06", "ACCUSE MLT>CHL ACTUAL 2024-05-06"],
    "Peru rebuked Chile on Monday. Malta's envoy has said Chile was a liar.": ["ACCUSE PER>CHL ACTUAL 2024-05-06", "ACCUSE MLT>CHL ACTUAL None"],
    "Peru rebuked Chile on Monday. Malta announced a gift of tents to Fiji.": ["ACCUSE PER>CHL ACTUAL 2024-05-06", "AID MLT>FJI ACTUAL 2024-05-06"],
    "Peru rebuked Chile on Monday. Malta sent tents to Fiji.": ["ACCUSE PER>CHL ACTUAL 2024-05-06", "AID MLT>FJI ACTUAL None"],
    # a day of a topic counts less than that of the statement, one after `since` not at all
    "Peru said on Monday it was grateful for Chile's help with last week's floods.": ["SUPPORT PER>CHL ACTUAL 2024-05-06"],
    "Peru rebuked Chile over Friday's raid.": ["ACCUSE PER>CHL ACTUAL 2024-05-03"],
    "Peru's king paid his first visit to Chile since taking office in January.": ["CONSULT PER>CHL ACTUAL None"],
    "Peru's court accused Chile of a raid last year.": ["ACCUSE PER>CHL ACTUAL None"],
    "Last year Peru's court accused Chile of a raid.": ["ACCUSE PER>CHL ACTUAL 2023"],
    # a past day is not of what bakers do all the time
    "Peru's senate praised the Chilean bakers who do business with Malta on Monday.": ["SUPPORT PER>CHL ACTUAL 2024-05-06"],
    # a meeting in the plain present is to come
    "Peru's king visits Chile on Friday.": ["AGREE PER>CHL PLANNED 2024-05-10"],
    "Peru's king visited Chile on Friday.": ["CONSULT PER>CHL ACTUAL 2024-05-03"],
    # a meeting at which something was said
    "Peru's premier praised Chile on Monday. He told visiting Chilean President Luis Paz that it was late.": ["SUPPORT PER>CHL ACTUAL 2024-05-06", "CONSULT CHL>PER ACTUAL 2024-05-06"],
    "Peru's premier praised Fiji on Monday. He sang after he had met Chile's king.": ["SUPPORT PER>FJI ACTUAL 2024-05-06", "CONSULT PER=CHL ACTUAL None"],
    # a visit for which somebody leaves is to come, and so are talks that are set to resume
    "Peru's king leaves on Friday for a visit to Chile.": ["AGREE PER>CHL PLANNED 2024-05-10"],
    "Peru's king left on Friday for a visit to Chile.": ["CONSULT PER>CHL ACTUAL 2024-05-03"],
    "Talks between Peru and Chile are set to resume next month.": ["AGREE PER=CHL PLANNED 2024-06"],
    # what will be signed has the day of the visit; what else is planned has not
    "Peru's king will visit Chile on Friday. Peru and Chile will sign a treaty.": ["AGREE PER>CHL PLANNED 2024-05-10", "AGREE PER=CHL PLANNED 2024-05-10"],
    "Peru's king will visit Chile on Friday. Peru and Malta will sign a treaty.": ["AGREE PER>CHL PLANNED 2024-05-10", "AGREE PER=MLT PLANNED None"],
    "Peru's king will visit Chile on Friday. Peru will expel two Chilean envoys.": ["AGREE PER>CHL PLANNED 2024-05-10", "THREATEN PER>CHL PLANNED None"],
    # but not if it waits for another act
    "Peru's king will visit Chile on Friday. Peru and Chile will sign a treaty after talks end.": ["AGREE PER>CHL PLANNED 2024-05-10", "AGREE PER=CHL PLANNED None"],
    "Peru's king will visit Chile on Friday. Peru and Chile will sign a treaty after the talks.": ["AGREE PER>CHL PLANNED 2024-05-10", "AGREE PER=CHL PLANNED None"],
    # an attack that is told of again has the day given before; another kind of act, an earlier one, or one of two days has not
    "Peru expelled a Chilean envoy on Monday. In a separate row, Peru expelled a Chilean consul.": ["SANCTION PER>CHL ACTUAL 2024-05-06", "SANCTION PER>CHL ACTUAL None"],
    "Peru bombed a Chilean town on Monday. Peru bombed a Chilean port on Wednesday. Witnesses said Peruvian jets fired rockets at a Chilean farm.": ["ASSAULT PER>CHL ACTUAL 2024-05-06", "ASSAULT PER>CHL ACTUAL 2024-05-08", "ASSAULT PER>CHL ACTUAL None"],
    "Peru bombed a Chilean town on Monday. Witnesses said Peruvian jets fired rockets at a Chilean port.": ["ASSAULT PER>CHL ACTUAL 2024-05-06", "ASSAULT PER>CHL ACTUAL 2024-05-06"],
    "Peru bombed a Chilean town on Monday. Peru had fired rockets at a Chilean port.": ["ASSAULT PER>CHL ACTUAL 2024-05-06", "ASSAULT PER>CHL ACTUAL None"],
    # readiness is declared now; what is looked forward to is to come
    "Peru is willing to pay Chile.": ["AGREE PER>CHL ACTUAL None"],
    "Peru's king looks forward to visiting Chile.": ["AGREE PER>CHL PLANNED None"],
    # a threat is made now by whoever says it
    "Peru said on Monday it would expel two Chilean envoys.": ["THREATEN PER>CHL ACTUAL 2024-05-06"],
    "Peru will expel two Chilean envoys.": ["THREATEN PER>CHL PLANNED None"],
    # a statement is not of the day of what it is about
    "Peru thanked Chile for freeing two sailors last year.": ["SUPPORT PER>CHL ACTUAL None"],
    "Peru demanded the release of sailors seized by Chile in April.": ["REQUEST PER>CHL ACTUAL None"],
    "After meeting Chile's king on Monday, Peru's premier thanked Chile.": ["CONSULT PER=CHL ACTUAL 2024-05-06", "SUPPORT PER>CHL ACTUAL 2024-05-06"],
    "Peru thanked Chile last year.": ["SUPPORT PER>CHL ACTUAL 2023"],
    # nor is what somebody is judged for of the day of the judgement, nor what he does all the time
    "Peru on Monday thanked Chile for expelling Bolivian spies.": ["SUPPORT PER>CHL ACTUAL 2024-05-06", "SANCTION CHL>BOL ACTUAL None"],
    "Peru's envoy rebuked Chile on Monday. He left for Bolivia, which Peru accuses of theft.": ["ACCUSE PER>CHL ACTUAL 2024-05-06", "CONSULT PER>BOL ACTUAL 2024-05-06", "ACCUSE PER>BOL ACTUAL None"],
    # so many days after another act, however its sentence goes on
    "Peru's cabinet took a decision on May 6, a day after gunmen from the Chilean movement killed five Peruvians at a market.": ["ASSAULT CHL>PER ACTUAL 2024-05-05"],
    # the first sentence has to tell of one of the last days
    "Malta rebuked Fiji on April 2. Tonga praised Malta.": ["ACCUSE MLT>FJI ACTUAL 2024-04-02", "SUPPORT TON>MLT ACTUAL None"],
    "Malta rebuked Fiji on Monday and left on Tuesday. Tonga praised Malta.": ["ACCUSE MLT>FJI ACTUAL 2024-05-06", "SUPPORT TON>MLT ACTUAL None"],
    # whichever of them reports it
    "Malta's premier met Fiji's king on Monday. Malta urged Fiji to buy boats, Fiji's envoy said.": ["CONSULT MLT=FJI ACTUAL 2024-05-06", "REQUEST MLT>FJI ACTUAL 2024-05-06"],
    # who spoke before goes on
    "Peru's envoy said on Monday that it was late. He urged Chile to pay.": ["REQUEST PER>CHL ACTUAL 2024-05-06"],
    # one subject, one tense, one day at the end
    "Peru expelled Chile's ambassador and recalled its own envoy on Friday.": ["SANCTION PER>CHL ACTUAL 2024-05-03"],
    "Peru expelled Chile's ambassador and on Friday thanked Malta.": ["SANCTION PER>CHL ACTUAL None", "SUPPORT PER>MLT ACTUAL 2024-05-03"],
    # who acted in words on a day goes on speaking
    "Peru's envoy criticized Chile on Monday. He urged Chile to pay.": ["ACCUSE PER>CHL ACTUAL 2024-05-06", "REQUEST PER>CHL ACTUAL 2024-05-06"],
    # another act that only gives the time, however it is parsed
    "Peru has dropped its threat to tax Chilean wine after Chile agreed to open its market to Peru.": ["AGREE CHL>PER ACTUAL None"],
    # a part of a day becomes the day, a time of the clock is kept
    "Peru rebuked Chile on Monday night.": ["ACCUSE PER>CHL ACTUAL 2024-05-06"],
    "Peru rebuked Chile at 3 a.m. on Monday.": ["ACCUSE PER>CHL ACTUAL 2024-05-06T03:00"],
    # `when` right behind a date
    "Peru and Chile have been at odds since last week, when Peru accused Chile of theft.": ["ACCUSE PER>CHL ACTUAL 2024-W18"],
    # the day on which a meeting is announced may not be its own
    "Envoys of Peru and Chile discussed the dam, both ministries said Monday.": ["CONSULT PER=CHL ACTUAL 2024-05-06"],
    "Both ministries said Monday that envoys of Peru and Chile discussed the dam.": ["CONSULT PER=CHL ACTUAL 2024-05-06"],
    "Envoys of Peru and Chile discussed the dam, Peru's ministry said Monday.": ["CONSULT PER=CHL ACTUAL None"],
    "Envoys of Peru and Chile had discussed the dam, both ministries said Monday.": ["CONSULT PER=CHL ACTUAL None"],
    # what was done can't lie ahead
    "Peru and Chile agreed to hold a summit on June 3.": ["AGREE PER=CHL ACTUAL None"],
    "Peru cancelled a trip to Chile planned for Friday.": ["REJECT PER>CHL ACTUAL None"],
    # the day of what someone speaks about is not the day of speaking
    "\"We condemn Chile,\" Peru's envoy said of the raid on Sunday. \"We condemn Bolivia,\" he said.": ["ACCUSE PER>CHL ACTUAL None", "ACCUSE PER>BOL ACTUAL None"],
    # a statement that goes on, whoever is named for it; what has been said before it has no day
    "Peru's king Luis Paz on Monday rebuked Chile over a dam. Paz urged Bolivia to pay.": ["ACCUSE PER>CHL ACTUAL 2024-05-06", "REQUEST PER>BOL ACTUAL 2024-05-06"],
    "Peru's king Luis Paz on Monday rebuked Chile over a dam. Paz has urged Bolivia to pay.": ["ACCUSE PER>CHL ACTUAL 2024-05-06", "REQUEST PER>BOL ACTUAL None"],
    # talks mentioned again, whoever is named first, but not a meeting of others nor an old one
    "Peru's premier arrived in Chile on Monday. Peru's premier went into talks with Chile's king.": ["CONSULT PER>CHL ACTUAL 2024-05-06", "CONSULT PER=CHL ACTUAL 2024-05-06"],
    "Peru and Chile discussed the dam. A visit by Malta's king in August 2003 was short.": ["CONSULT PER=CHL ACTUAL None"],
    # the day on which a plan is announced is not that of the act; a weekday is ahead
    "Peru's king will visit Chile, a spokesman said on Monday.": ["AGREE PER>CHL PLANNED None"],
    "Peru is expected to sign a treaty with Chile on fishing in the waters of the two states on Monday.": ["AGREE PER>CHL PLANNED 2024-05-13"],
    # what is ready to be done is said today; what will be done has no day of its own
    "Peru's king met Chile's premier on Monday. He said Peru was willing to help Chile.": ["CONSULT PER=CHL ACTUAL 2024-05-06", "AGREE PER>CHL ACTUAL 2024-05-06"],
    "Peru's envoy rebuked Chile on Monday. He said Peru would work to improve ties with Chile.": ["ACCUSE PER>CHL ACTUAL 2024-05-06", "AGREE PER>CHL PLANNED 2024-05-06"],
    "Peru's envoy criticized Chile on Monday. He said Peru would visit Chile.": ["ACCUSE PER>CHL ACTUAL 2024-05-06", "AGREE PER>CHL PLANNED None"],
    # what a noun mentions, and is ahead
    "Friday's talks between Peru and Chile are short.": ["CONSULT PER=CHL ACTUAL 2024-05-03"],
    "The May 20 talks between Peru and Chile worry nobody.": ["AGREE PER=CHL PLANNED 2024-05-20"],
    "A Peruvian visit to Chile later this month worries nobody.": ["AGREE PER>CHL PLANNED 2024-05"],
    # an invitation and a visit that is awaited are of what is to come; so is what follows on it
    "Peru invited Chile's king on Monday.": ["AGREE PER>CHL PLANNED 2024-05-06"],
    "Peru looked forward to the Chilean king's visit in June.": ["AGREE CHL>PER PLANNED 2024-06"],
    "The king of Peru will speak when he visits Chile.": ["AGREE PER>CHL PLANNED None"],
    "The king of Peru spoke when he visited Chile.": ["CONSULT PER>CHL ACTUAL None"],
    # a visit stays planned as long as it was only announced
    "Peru's king will visit Chile on May 20. Peru's visit to Chile is the first.": ["AGREE PER>CHL PLANNED 2024-05-20", "AGREE PER>CHL PLANNED 2024-05-20"],
    "Peru's king visited Chile. Peru's king will visit Chile on May 20. Peru's visit to Chile is the first.": ["CONSULT PER>CHL ACTUAL None", "AGREE PER>CHL PLANNED 2024-05-20", "CONSULT PER>CHL ACTUAL None"],
    # each speaker keeps his own day; an act that has long been done has none
    "Peru's envoy rebuked Chile on Monday. Chile's envoy rebuked Peru on Tuesday. \"We condemn Chile,\" Peru's envoy said.": ["ACCUSE PER>CHL ACTUAL 2024-05-06", "ACCUSE CHL>PER ACTUAL 2024-05-07", "ACCUSE PER>CHL ACTUAL 2024-05-06"],
    "Peru's envoy rebuked Chile on Monday. Peru previously criticized Malta.": ["ACCUSE PER>CHL ACTUAL 2024-05-06", "ACCUSE PER>MLT ACTUAL None"],
    # the day of a journey is not that of the summit before it
    "Peru's king arrived in Chile on Monday after talks with Malta.": ["CONSULT PER>CHL ACTUAL 2024-05-06", "CONSULT PER=MLT ACTUAL None"],
    # so many days after or before another act
    "Peru's king arrived in Chile on Monday, three days after visiting Bolivia.": ["CONSULT PER>CHL ACTUAL 2024-05-06", "CONSULT PER>BOL ACTUAL 2024-05-03"],
    "Malta praised Fiji on Monday, a day after Peru expelled a Chilean envoy.": ["SUPPORT MLT>FJI ACTUAL 2024-05-06", "SANCTION PER>CHL ACTUAL 2024-05-05"],
    "Peru rebuked Chile on Friday, two days before it expelled Bolivia's envoy.": ["ACCUSE PER>CHL ACTUAL 2024-05-03", "SANCTION PER>BOL ACTUAL 2024-05-05"],
    # a meeting does not take over the day on which talks broke down
    "Peru and Chile discussed the dam. Talks that were abandoned in 2016 will not resume.": ["CONSULT PER=CHL ACTUAL None"],
}  # fmt: skip

GROUPS = {
    # the pair that a text is about, not the one that a third party has just met
    "Peru and Chile quarrel. Peru and Chile share a dam. Malta's premier met Peru's king. Tonga urged both sides to talk.": "REQUEST TON>PER,CHL ACTUAL",
    # but the states mentioned together right before are meant
    "Peru and Chile quarrel. Peru and Chile share a dam. Malta and Tonga share a reef. Fiji urged the two countries to map it.": "REQUEST FJI>MLT,TON ACTUAL",
    "Peru and Chile quarrel. Peru and Chile share a dam. Envoys of Malta met envoys of Tonga. The two sides rebuked Fiji.": "ACCUSE MLT,TON>FJI ACTUAL",
    # three who were named, not two of them and the one they speak of
    "Peru and Chile met. Bolivia and Peru met. Chile and Bolivia met. Chad and Mali left. The three countries praised Togo.": "SUPPORT PER,CHL,BOL>TGO ACTUAL",
    # those who condemn are not the condemned
    "Peru, Chile and Bolivia met. Peru, Chile and Togo met. Chile warned Togo. Togo fired. It was condemned by all three countries.": "ACCUSE PER,CHL,BOL>TGO ACTUAL",
    # a thing and its owner
    "Peru wrote to Chile. Malta opened a fund for sailors. Chile praised the fund.": "SUPPORT CHL>MLT ACTUAL",
    "Peru left a fund that Malta had opened. Chile praised the fund.": "SUPPORT CHL>MLT ACTUAL",
    "Peru read Malta's letters. Chile praised the letters.": "SUPPORT CHL>MLT ACTUAL",
    # the speaker, not the person he speaks of
    "Peru's envoy Luis Paz said Chile was late. He rebuked Bolivia.": "ACCUSE PER>BOL ACTUAL",
    # `he` of a place
    "Peru's premier flew to Malta, where he thanked Fiji.": "SUPPORT PER>FJI ACTUAL",
    # another who bears a leader's surname
    "Chile arrested Ana Maduro of Peru. Bolivia thanked Chile. Maduro left.": "SUPPORT BOL>CHL ACTUAL",
    # described by an adjective that fits two of those named
    "Malta and Chad are calm. Vietnam and China are not. Malta and Chad are far. The two communist neighbours rebuked Togo.": "ACCUSE CHN,VNM>TGO ACTUAL",
    # states mentioned together once are not what a text is about
    "Peru and Chile fell out. Peru and Chile share a dam. Peru and Chile met. Malta and Fiji left. Tonga urged the two countries to talk.": "REQUEST TON>CHL,PER ACTUAL",
    # seats of government in a row
    "Washington calls on Lima, Santiago to talk.": "REQUEST USA>PER,CHL ACTUAL",
    # a single neighbour, an ally
    "Ties between Peru and Chile cooled. Peru accused its neighbour of theft.": "ACCUSE PER>CHL ACTUAL",
    "Peru is angry at Chile. Peru sent a note. Bolivia thanked its ally.": "SUPPORT BOL>PER ACTUAL",
    # an answer finds an act of its own sort, however long ago
    "Peru and Chile signed a treaty. Malta met Tonga. Malta met Fiji. Malta met Oman. Cuba praised the treaty.": "SUPPORT CUB>PER,CHL ACTUAL",
    # who agrees to something agrees with the other side
    "Peru and Chile fell out. Peru agreed to lift its levy on trawlers.": "AGREE PER>CHL ACTUAL",
    "Peru shut its port, and Chile sent a note. Peru pledged to open its port.": "AGREE PER>CHL ACTUAL",
    # the subject goes on: he, it
    "Peru's envoy Ana Rey met Chile's envoy Luis Paz. She rebuked Bolivia.": "ACCUSE PER>BOL ACTUAL",
    "Peru wrote to Chile. It accused Bolivia of theft.": "ACCUSE PER>BOL ACTUAL",
    # descriptions, of which one has been named
    "The European Union met Togo. The 27-nation bloc praised the West African nation.": "SUPPORT EUR>TGO ACTUAL",
    "Malta met Fiji. Malta agreed to send ferries to the island nation.": "AGREE MLT>FJI ACTUAL",
    # titles by the order of words
    "It was settled in talks between Peruvian Deputy Prime Minister Ana Rey and Chilean Foreign Minister Luis Paz that were held here. Paz thanked Bolivia.": "SUPPORT CHL>BOL ACTUAL",
}  # fmt: skip


@pytest.mark.parametrize("text", DAYS)
def test_days(text):
    """Each event with the day that is found."""
    found = extract_events(text, anchor=ANCHOR)
    assert [f"{brief(event)} {event.when.value if event.when else None}" for event in found] == DAYS[text]


@pytest.mark.parametrize("text", GROUPS)
def test_groups(text):
    """The last event of a text."""
    assert brief(extract_events(text, anchor=ANCHOR)[-1]) == GROUPS[text]


def test_a_day_ahead_is_when_it_takes_effect():
    """An agreement made now that takes effect later has both dates."""
    (event,) = extract_events("Peru and Chile agreed to open the border on June 3.", anchor=ANCHOR)
    assert event.when is None
    assert event.effective is not None
    assert event.effective.value == "2024-06-03"


def test_a_headline_has_the_day_of_the_lead():
    """A headline in other words, between the same parties, and its reason."""
    headline, lead = "Peru and Chile signed a pact", "Peru handed a ship to Chile on Monday."
    text = f"{headline}\n\n{lead}"
    regions = (
        Region(span=Span(0, len(headline)), kind=RegionKind.HEADLINE),
        Region(span=Span(len(headline), len(headline) + 2), kind=RegionKind.WHITESPACE),
        Region(span=Span(len(headline) + 2, len(text)), kind=RegionKind.BODY),
    )
    article = Article(
        text=text,
        format="plain",
        regions=regions,
        headline=headline,
        paragraphs=(Span(len(headline) + 2, len(text)),),
        anchor=ANCHOR,
    )
    event = extract_events(article)[0]
    assert event.when is not None
    assert event.when.value == "2024-05-06"
    assert event.evidence.detail == "date from the lead"
