"""Events as sentences."""

import pytest
from hypothesis import given

from diplonews.display.sentences import sentence_of
from diplonews.lexicons.tables import load_table
from diplonews.model import Actor, Event, EventStatus, EventType, Evidence, Span
from diplonews.testing import analyses


def told(who, whom=(), type=EventType.THREATEN, **more):
    """The sentence for parties given as they are, or by their codes."""
    actors, recipients = (
        tuple(party if isinstance(party, Actor) else Actor(code=party) for party in parties) for parties in (who, whom)
    )
    event = Event(
        type=type,
        actors=actors,
        recipients=recipients,
        trigger=(Span(0, 1),),
        sentence=Span(0, 1),
        evidence=Evidence(rule="threaten.v.threaten"),
        **more,
    )
    return sentence_of(event)


@pytest.mark.parametrize(
    ("status", "sentence"),
    [
        ("ACTUAL", "Norway threatened Iceland"),
        ("PLANNED", "Norway plans to threaten Iceland"),
        ("HYPOTHETICAL", "Norway may threaten Iceland"),
        ("NEGATED", "Norway did not threaten Iceland"),
        ("DENIED", "Norway threatened Iceland, which is denied"),
        ("CLAIMED", "Norway reportedly threatened Iceland"),
    ],
)
def test_status(status, sentence):
    """Whether it happened can be read from the sentence."""
    assert told(["NOR"], ["ISL"], status=EventStatus[status]) == sentence


@pytest.mark.parametrize(
    ("who", "whom", "more", "sentence"),
    [
        (["NOR"], [], {}, "Norway made a threat"),
        ([], ["ISL"], {}, "Someone threatened Iceland"),
        ([""], ["ISL"], {}, "Someone threatened Iceland"),
        ([""], [""], {}, "Someone threatened someone"),
        (["ISL"], ["ISL"], {}, "Iceland made a threat at home"),
        (["NOR", "ISL"], [], {"symmetric": True}, "Norway and Iceland threatened each other"),
        (["NOR"], [], {"symmetric": True}, "Norway made a threat"),
        (["NOR", "NOR"], ["ISL"], {}, "Norway threatened Iceland"),
        (["NOR", "FIN", "SWE"], ["ISL"], {}, "Norway, Finland and Sweden threatened Iceland"),
        (["NOR"], ["ISL", "FIN", "SWE", "DNK", "EST"], {}, "Norway threatened Iceland, Finland, Sweden and 2 more"),
        (["NOR", "FIN"], ["ISL"], {"status": EventStatus.PLANNED}, "Norway and Finland plan to threaten Iceland"),
        (["NOR"], ["ISL"], {"modes": ("restrict",)}, "Norway threatened Iceland with restrictions"),
        (["NOR"], ["ISL"], {"modes": ("new-mode",)}, "Norway threatened Iceland"),
    ],
)
def test_parties(who, whom, more, sentence):
    """Parties are named each once; what is not known is said to be so."""
    assert told(who, whom, **more) == sentence


@pytest.mark.parametrize(
    ("who", "whom", "more", "sentence"),
    [
        (["NOR"], ["USA"], {}, "Norway threatened the United States"),
        (["USA"], ["NOR"], {}, "The United States threatened Norway"),
        (["NLD"], ["PHL"], {"status": EventStatus.PLANNED}, "The Netherlands plans to threaten the Philippines"),
        (["COD", "NOR"], ["VAT"], {}, "The Democratic Republic of the Congo and Norway threatened the Vatican"),
        (
            ["NOR"],
            ["UNO", "EUR", "GBR", "USA"],
            {},
            "Norway threatened the United Nations, the European Union, the United Kingdom and 1 more",
        ),
        (["GMB"], ["GMB"], {}, "The Gambia made a threat at home"),
    ],
)
def test_article(who, whom, more, sentence):
    """Names that take the article have it, with a capital only where the sentence begins."""
    assert told(who, whom, **more) == sentence


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("African Union", "The African Union threatened Iceland"),
        ("IMF", "The IMF threatened Iceland"),
        ("NATO", "NATO threatened Iceland"),
        ("ASEAN", "ASEAN threatened Iceland"),
    ],
)
def test_article_of_bodies(name, sentence):
    """Bodies that share a code take the article or not, each by its own name."""
    assert told([Actor(code="IGO", name=name)], ["ISL"]) == sentence


def test_names_with_article_are_names_that_sentences_use():
    """Each row of the table is the name of a state, or of a body that is called by its name."""
    known = {row["name"] for table in ("states", "organizations") for row in load_table(table).rows}
    assert {row["name"] for row in load_table("definite").rows} <= known


def test_every_type_and_mode_has_words():
    """The table of phrases covers the types and modes of the table of scores, each with a place for the recipient."""
    scored, phrased = (load_table(name).rows for name in ("plover", "phrases"))
    assert [row["act"] for row in phrased] == [f"{row['type']} {row['mode']}".strip() for row in scored]
    for row in phrased:
        assert [form.count("{}") for form in row["directed"]] == [1, 1]
        assert [form.count("{}") for form in (*row["alone"], *row["together"])] == [0, 0, 0, 0]


@given(analyses())
def test_any_event(found):
    """Every event has a sentence, whatever its parties are called."""
    for event in found.events:
        assert sentence_of(event)
