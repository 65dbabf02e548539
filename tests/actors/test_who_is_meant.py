"""Words that name no state, or two: whom they refer to."""

from datetime import date

import pytest

from diplonews import extract_events


def code(text: str) -> list[str]:
    """The events of a text: `ACCUSE FJI>MLT`."""
    events = extract_events(text, anchor=date(2024, 5, 8))
    join = ",".join
    return [
        f"{event.type.name} {join(a.code for a in event.actors)}>{join(a.code for a in event.recipients)}"
        for event in events
    ]


BESIDE = {
    "Norway condemned Kenya's ally Oman.": ["ACCUSE NOR>OMN"],
    "Norway condemned envoys of Kenya's ally Oman.": ["ACCUSE NOR>OMN"],
    "Norway condemned Kenya's neighbours Oman and Fiji.": ["ACCUSE NOR>OMN,FJI"],
    "Norway condemned Kenya's neighbour South Korea.": ["ACCUSE NOR>KOR"],
    "Kenya's ally Oman condemned Norway.": ["ACCUSE OMN>NOR"],
    "Norway recognised the government of Kenya's neighbour Oman.": ["SUPPORT NOR>OMN"],
    # nobody is named
    "Norway condemned its ally.": [],
}
COUNTRY = {
    "Kenya met Oman. Fiji's king condemned the island country of Malta.": "ACCUSE FJI>MLT",
    "Kenya met Oman. Fiji's king said his country had condemned Malta.": "ACCUSE FJI>MLT",
}


DEEDS = {
    "Fiji's king Tomasi Vula spoke on Monday. Malta condemned his remarks.": "ACCUSE MLT>FJI",
    "Fiji's king Tomasi Vula spoke on Monday. Malta described his remarks as reckless.": "ACCUSE MLT>FJI",
    "Malta called Fiji's remarks outrageous.": "ACCUSE MLT>FJI",
}


PLACES = {
    # talks are named after where they are held
    "Malta criticised the Oslo conference.": [],
    "Malta left the Oslo talks.": [],
    "Malta criticised the Norwegian talks.": ["ACCUSE MLT>NOR"],
    # a city where something is said hears nothing of it
    "In Oslo on Monday, the Maltese premier called for calm.": [],
    "In Oslo on Monday, the Maltese premier criticised Fiji.": ["ACCUSE MLT>FJI"],
    "Malta called for an end to the unrest in Oslo.": ["REQUEST MLT>NOR"],
    # who leans to a state need not be of it
    "Pro-Norwegian lawmakers in Malta criticised Fiji.": ["ACCUSE MLT>FJI"],
    "A pro-Norwegian group in Malta criticised Fiji.": ["ACCUSE MLT>FJI"],
}
BETWEEN = {
    "Malta recalled its ambassador from Fiji. Kenya offered to mediate.": "AGREE KEN>MLT,FJI",
    "Malta closed its border with Fiji. Kenya offered to send mediators.": "AGREE KEN>MLT,FJI",
    "Malta and Fiji traded fire. Kenya called for restraint.": "REQUEST KEN>FJI,MLT",
}


SEATS_AND_BACKERS = {
    # a body is not of the state where it has its seat
    "The Oslo-based alliance condemned Fiji.": [],
    "The Oslo-based court criticised Fiji.": [],
    "The Oslo-based Arab League said it would continue its efforts to help Fiji.": ["AGREE IGO>FJI"],
    "Fiji fined an Oman-based company.": ["SANCTION FJI>OMN"],
    # nor is a group of the state that helps it; one that a state leads is
    "Oman-based militants killed Fijian soldiers.": ["ASSAULT OMN>FJI"],
    "Gaza-based militants killed Fijian soldiers.": ["ASSAULT PSE>FJI"],
    "U.S.-backed rebels killed Fijian soldiers.": ["ASSAULT FJI>FJI"],
    "Omani-backed rebels killed Fijian soldiers.": ["ASSAULT FJI>FJI"],
    "U.S.-led troops killed Fijian soldiers.": ["ASSAULT USA>FJI"],
    "An Omani-led coalition killed Fijian soldiers.": ["ASSAULT OMN>FJI"],
    # a body's watchdog is a body itself
    "The U.N. nuclear watchdog criticised Fiji.": ["ACCUSE IGO>FJI"],
    "The U.N. mission criticised Fiji.": ["ACCUSE UNO>FJI"],
    # what a state once was is not the state
    "Kenya urged the former Soviet republics to sign.": [],
    "Kenya urged ex-Soviet states to sign.": [],
    "The former Yugoslav republic of Macedonia condemned Fiji.": ["ACCUSE MKD>FJI"],
    # a firm that speaks is what `it` refers to
    "Kenya is poor. The firm said it would send two million dollars to Fiji.": [],
    "Kenya is poor. The report said it would send two million dollars to Fiji.": ["AGREE KEN>FJI"],
}


@pytest.mark.parametrize("text", SEATS_AND_BACKERS)
def test_seats_and_backers(text):
    """A state beside a group need not be the group's own: its seat, its helper, its owner, its customer."""
    assert code(text) == SEATS_AND_BACKERS[text]


def test_a_currency():
    """Money is of no state: US dollars do not go to the United States."""
    assert code("Malta will spend 20 million US dollars on roads.") == []
    assert code("Malta will give 20 million US dollars to Fiji.") == ["AGREE MLT>FJI"]


def test_a_body_named_twice():
    """Its name and its abbreviation are one party, so a meeting of it has no second one."""
    assert code("Leaders praised the Asia-Pacific Economic Cooperation (APEC) leaders' meeting in Oslo.") == []


@pytest.mark.parametrize("text", PLACES)
def test_places(text):
    """The place of talks, the place of speaking, and the state that somebody favours are not sides of an act."""
    assert [event for event in code(text) if not event.endswith(">")] == PLACES[text]


@pytest.mark.parametrize("text", BETWEEN)
def test_between_two(text):
    """Who mediates or calls for calm turns to the two who quarrelled last."""
    assert code(text)[-1] == BETWEEN[text]


@pytest.mark.parametrize("text", BESIDE)
def test_who_the_ally_is(text):
    """A name right after `ally` or `neighbour` is the party; the state whose ally it is takes no part."""
    assert code(text) == BESIDE[text]


@pytest.mark.parametrize("text", COUNTRY)
def test_the_country(text):
    """`the country of Malta` is Malta, `his country` is the speaker's."""
    assert code(text)[-1] == COUNTRY[text]


@pytest.mark.parametrize("text", DEEDS)
def test_the_owner_of_a_deed(text):
    """What somebody said or did is his, and who condemns it condemns him."""
    assert code(text)[-1] == DEEDS[text]


def test_a_leader_by_surname():
    """A person known from the tables by title or full name has that state wherever the surname is alone."""
    assert code("Malta met Fiji. President Biden thanked Malta. Biden then condemned Fiji.")[-1] == "ACCUSE USA>FJI"


def test_a_headline_in_capitals():
    """It is read as if printed in small letters."""
    assert code("MALTA EXPELS TWO KENYAN DIPLOMATS") == ["SANCTION MLT>KEN"]
    assert code("MALTA ACCUSES FIJI OF THEFT") == ["ACCUSE MLT>FJI"]


def test_a_broker():
    """A truce that a state brokered is one of others."""
    assert code("Malta welcomed an Omani-brokered truce between Fiji and Kenya.") == ["SUPPORT MLT>FJI,KEN"]


ANSWERED = {
    "Fiji's king Tomasi Vula said the island was his. Malta called the comments unacceptable.": "ACCUSE MLT>FJI",
    "Gunmen abducted four Maltese engineers in Fiji. Malta condemned the kidnapping.": "ACCUSE MLT>FJI",
    "Malta handed a protest note to the Fijian ambassador.": "ACCUSE MLT>FJI",
}


@pytest.mark.parametrize("text", ANSWERED)
def test_who_is_answered(text):
    """Comments are of who of another state spoke last, a deed of who did it."""
    assert code(text)[-1] == ANSWERED[text]


def test_a_diplomat_who_was_summoned():
    """The actor is not named: it is not his own state."""
    assert code("A Fijian diplomat was summoned on Monday.") == []
