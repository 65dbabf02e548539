"""Events as sentences."""

import pytest
from hypothesis import given

from diplonews.display.sentences import sentence_of
from diplonews.lexicons.tables import load_table
from diplonews.model import Actor, Event, EventStatus, EventType, Evidence, Span
from diplonews.testing import analyses


def told(who, whom=(), type=EventType.THREATEN, **more):
    """The sentence for parties given by their codes."""
    actors, recipients = (tuple(Actor(code=code) for code in codes) for codes in (who, whom))
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


def test_every_type_and_mode_has_words():
    """The table of phrases covers the types and modes of the table of scores, each form with its place for whom."""
    scored, phrased = (load_table(name).rows for name in ("plover", "phrases"))
    assert [row["act"] for row in phrased] == [f"{row['type']} {row['mode']}".strip() for row in scored]
    for row in phrased:
        assert [form.count("{}") for form in row["directed"]] == [1, 1]
        assert [form.count("{}") for form in (*row["alone"], *row["together"])] == [0, 0, 0, 0]


@given(analyses())
def test_any_event(found):
    """Every event can be told, whatever its parties are called."""
    for event in found.events:
        assert sentence_of(event)
