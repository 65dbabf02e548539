"""What a card says of a finding."""

import attrs
from hypothesis import given

from diplonews import analyze
from diplonews.display.facts import facts_of
from diplonews.testing import analyses

TEXT = '"We will not pay," Kari Lund, the foreign minister of Norway, said on Monday. Iceland threatened Norway.'


def facts(finding):
    """The facts as a dict."""
    return dict(facts_of(finding, TEXT))


FOUND = analyze(TEXT, anchor="2031-05-08")


def test_date():
    """A date has its words, value, days and rule."""
    assert facts(FOUND.dates[0]) == {
        "Date": "Monday",
        "Value": "2031-05-05",
        "Days": "2031-05-05",
        "Type": "date",
        "Rule": "weekday.bare",
    }


def test_date_without_a_value():
    """Where there is no value, the reason is shown."""
    found = analyze("They met on Monday.").dates[0]
    assert dict(facts_of(found, "They met on Monday."))["Why"] == found.reason


def test_quote():
    """A quote has its speaker with role and country, its cue and its rule."""
    said = facts(FOUND.quotes[0])
    assert said["Said by"] == "Kari Lund"
    assert said["For"] == "Norway"
    assert said["Cue"] == "said"
    assert said["Rule"] == FOUND.quotes[0].evidence.rule


def test_actor():
    """A mention of an actor says how it is known who that is."""
    iceland = next(mention for mention in FOUND.actors if mention.actor.code == "ISL")
    known = facts(iceland)
    assert (known["Actor"], known["Words"], known["Known"]) == ("Iceland", "Iceland", "by name")
    assert known["Rule"] == iceland.actor.how


def test_event():
    """An event has its parties by name, why it was found, and why it has no day."""
    event = facts(attrs.evolve(FOUND.events[-1], when=None))
    assert event["Type"] == "THREATEN"
    assert (event["Who"], event["Whom"]) == ("Iceland", "Norway")
    assert event["When"] == "the text does not say"
    assert event["Status"] == "actual"
    assert "'threatened'" in event["Because"]
    assert event["Rule"] == FOUND.events[-1].evidence.rule


@given(analyses())
def test_any_finding(found):
    """Every finding has facts, none of them empty, whether or not it fits its text."""
    for finding in (*found.dates, *found.quotes, *found.actors, *found.events):
        pairs = facts_of(finding, found.article.text)
        assert pairs
        assert all(label and words for label, words in pairs)
