"""Who reports an act: often its victim, whatever the states and their order."""

from itertools import product

import pytest
from support import code

PAIRS = {
    "Malta": ("MLT", "Fiji", "FJI"),
    "Fiji": ("FJI", "Malta", "MLT"),
    "Kenya": ("KEN", "Oman", "OMN"),
    "Oman": ("OMN", "Kenya", "KEN"),
    "Norway": ("NOR", "Chile", "CHL"),
    "Chile": ("CHL", "Norway", "NOR"),
}
ACTS = {
    "had attacked its ports": "ASSAULT",
    "had attacked one of its ports": "ASSAULT",
    "had bombed two villages": "ASSAULT",
    "had seized two tankers": "COERCE",
    "had harassed its fishermen": "COERCE",
}
FRAMES = (
    "{teller} said {doer} {act}.",
    "{teller} said on Monday that {doer} {act}.",
    "{teller}'s defence ministry said {doer} {act}.",
    "{doer} {act}, {teller} said.",
    "{doer} {act}, according to {teller}.",
)


@pytest.mark.parametrize("frame", FRAMES)
def test_the_teller_is_the_victim(frame):
    """Of two states, the one that complains is the victim, in all orders and if the two are swapped."""
    wrong = []
    for teller, act in product(PAIRS, ACTS):
        victim, doer, actor = PAIRS[teller]
        text = frame.format(teller=teller, doer=doer, act=act)
        if code(text) != [f"{ACTS[act]} {actor}>{victim} ACTUAL"]:
            wrong.append((text, code(text)))
    assert not wrong


OTHERS = {
    # home affairs stay at home, whoever reports them
    "Malta said Fiji had arrested protesters.": ["COERCE FJI>FJI ACTUAL"],
    "Malta said Fiji had attacked its own villages.": ["ASSAULT FJI>FJI ACTUAL"],
    "Malta said Fijian rebels had attacked a village in Fiji.": ["ASSAULT FJI>FJI ACTUAL"],
    # newspapers and agencies only report; state television speaks for its state
    "The Maltese news agency said Fiji had bombed two villages.": ["ASSAULT FJI>FJI ACTUAL"],
    "Maltese state media said Fiji had bombed two villages.": ["ASSAULT FJI>MLT ACTUAL"],
    # a body without a country acts for the reporting state
    "Malta said the foreign ministry had summoned Fiji's ambassador.": ["ACCUSE MLT>FJI ACTUAL"],
    "Malta said its navy had attacked Fiji's ports.": ["ASSAULT MLT>FJI ACTUAL"],
    # and not for a third state where it has an owner
    "Malta said the Tongan navy had attacked Fiji's ports.": ["ASSAULT TON>FJI ACTUAL"],
    # `his country` is the speaker's
    "Fiji's king said his country had condemned Malta.": ["ACCUSE FJI>MLT ACTUAL"],
}


@pytest.mark.parametrize("text", OTHERS)
def test_who_else_is_meant(text):
    """What holds for a village of nobody does not hold for what is said to be somebody's."""
    assert code(text) == OTHERS[text]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The {b} ambassador was summoned in {capital} on Monday.", ["ACCUSE {A}>{B} ACTUAL"]),
        ("{a} said the {b} ambassador was summoned on Monday.", ["ACCUSE {A}>{B} ACTUAL"]),
        ("{b} diplomats were expelled last week, {a} said.", ["SANCTION {A}>{B} ACTUAL"]),
        ("The {b} ambassador was summoned on Monday.", []),
    ],
)
def test_who_summons(text, wanted):
    """An envoy is summoned or expelled by the host state, or by the one that reports it."""
    for (a, capital, own), (_, adjective, other) in (
        (("Chile", "Santiago", "CHL"), ("Peru", "Peruvian", "PER")),
        (("Kenya", "Nairobi", "KEN"), ("Fiji", "Fijian", "FJI")),
    ):
        filled = text.format(a=a, b=adjective, capital=capital)
        assert code(filled) == [one.format(A=own, B=other) for one in wanted]
