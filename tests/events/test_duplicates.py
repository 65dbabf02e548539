"""Which mentions of an article are of one event."""

import pytest

import diplonews as dn
from diplonews.events.duplicates import FirstMentions

DAY = "2031-05-06"


def groups(text):
    """The sentences that report each event, by their numbers from 0, in order."""
    analysis = dn.analyze(dn.parse_article(text, published=DAY))
    sentences = sorted({event.sentence.start for event in analysis.events})
    first = FirstMentions(analysis.events)
    found = {}
    for event in analysis.events:
        found.setdefault((first.of(event) or event).id, []).append(sentences.index(event.sentence.start))
    return sorted(found.values())


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        pytest.param(
            "Norway asked Latvia to lift the levy. The request was handed over in Riga on Monday.",
            [[0, 1]],
            id="a noun takes it up",
        ),
        pytest.param(
            "Norway asked Latvia to lift the levy. Oslo also urged Riga to return the ship.",
            [[0, 1]],
            id="requests by any word",
        ),
        pytest.param(
            "Prime Minister Nils Berg of Norway met Prime Minister Ilze Kalna of Latvia on Monday. "
            "Foreign Minister Kari Lund of Norway met Foreign Minister Juris Ozols of Latvia on Monday.",
            [[0], [1]],
            id="other persons",
        ),
        pytest.param(
            "Prime Minister Nils Berg of Norway met Prime Minister Ilze Kalna of Latvia on Monday. "
            "The talks of Norway and Latvia lasted an hour.",
            [[0, 1]],
            id="persons who are not named again",
        ),
        pytest.param(
            "Norwegian Foreign Minister Kari Lund arrived in Riga on Sunday. Norway's Lund visited Latvia on Monday.",
            [[0, 1]],
            id="a visit of days",
        ),
        pytest.param(
            "Norway rebuked Latvia over the levy. Norway rebuked Latvia over the visa ban.",
            [[0], [1]],
            id="another matter",
        ),
        pytest.param(
            "Norway and Latvia signed an agreement on Monday. Oslo and Riga signed the document in Tallinn on Monday.",
            [[0, 1]],
            id="an accord by another word",
        ),
        pytest.param(
            "Norway and Latvia opened a summit on Monday. Norway and Latvia held a conference on Monday.",
            [[0], [1]],
            id="a summit and a conference",
        ),
        pytest.param(
            "Chile accuses Peru of lying\n\nSANTIAGO, May 6 (Reuters) - Chile criticised Peru over the border on "
            "Monday.\n\nChile also accused Peru of lying.\n",
            [[0, 2], [1]],
            id="a headline goes with the words that repeat it",
        ),
        pytest.param(
            "Chile slams Peru\n\nSANTIAGO, May 6 (Reuters) - Chile criticised Peru over the border on Monday.\n\n"
            "Chile also accused Peru of lying.\n",
            [[0, 1], [2]],
            id="a headline swallows no further act",
        ),
        pytest.param(
            "Chile hits Peru with sanctions\n\nSANTIAGO, May 6 (Reuters) - Chile expelled Peruvian envoys on Monday.\n",
            [[0], [1]],
            id="a headline on an act of another mode",
        ),
    ],
)
def test_mentions(text, wanted):
    """The sentences of each event."""
    assert groups(text) == wanted


def test_a_visit_and_talks_in_one_sentence():
    """A later mention of the talks finds the talks, not the visit that the same sentence mentions first."""
    text = (
        "Norwegian Foreign Minister Kari Lund arrived in Riga on Monday and held talks with Latvian Foreign Minister "
        "Juris Ozols. Norway and Latvia ended their talks on Monday."
    )
    events = dn.analyze(dn.parse_article(text, published=DAY)).events
    first = FirstMentions(events)
    (repeated,) = [event for event in events if event.duplicate_of is not None]
    assert first.of(repeated).trigger_words() == ("held", "talks")
