"""Acts of force whose sides only the place identifies."""

from itertools import product

import pytest

from tests.events.support import code

STATES = {"Mali": "MLI", "Peru": "PER", "Nepal": "NPL", "Yemen": "YEM"}

AT_HOME = [
    "Saboteurs blew up a pipeline in southern {state} on Sunday.",
    "A policeman was shot dead in southern {state} on Sunday.",
    "Gunmen murdered two judges in a northern town of {state}.",
    "Militants abducted four teachers in western {state}.",
    "Two soldiers were killed in a land mine explosion in northern {state}.",
    "Heavy fighting resumed in central {state}.",
    "Violent clashes broke out in the north of {state}.",
    "Two people died after an attack on a police station in {state}.",
    "An air strike in northern {state} killed two.",
    "A gun battle in northern {state} lasted all night.",
]
ARRESTS = [
    "Police arrested three activists in northern {state}.",
    "Several journalists were detained in {state} on Sunday.",
    "Soldiers arrested 12 in raids in northern {state}.",
]


def _told(frame, kind, states=STATES):
    wrong = []
    for state, known in states.items():
        text = frame.format(state=state)
        if code(text) != [f"{kind} {known}>{known} ACTUAL"]:
            wrong.append((text, code(text)))
    return wrong


@pytest.mark.parametrize("frame", AT_HOME)
def test_unnamed_sides_are_of_the_place(frame):
    """Attackers and victims without a state are of the state where it happened."""
    assert _told(frame, "ASSAULT") == []


@pytest.mark.parametrize("frame", ARRESTS)
def test_unnamed_authorities_are_of_the_place(frame):
    """Those who arrest people in a state without more ado are its authorities."""
    assert _told(frame, "COERCE") == []


FOREIGN = [
    "{b} closed its border after the killing of 12 {adj} soldiers in {a}.",
    "A {adj} hostage was kidnapped in {a} on Sunday.",
    "The kidnapping of a {adj} engineer in {a} caused an outcry.",
]


@pytest.mark.parametrize("frame", FOREIGN)
def test_victims_abroad(frame):
    """People of another state are attacked by people of the place."""
    wrong = []
    for a, (b, adj, known) in product(STATES, [("Denmark", "Danish", "DNK"), ("Latvia", "Latvian", "LVA")]):
        text = frame.format(a=a, b=b, adj=adj)
        if f"ASSAULT {STATES[a]}>{known} ACTUAL" not in code(text):
            wrong.append((text, code(text)))
    assert wrong == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Danish troops killed four Latvian militants and arrested 10.", "COERCE DNK>LVA ACTUAL"),
        ("A car exploded in Riga during a Danish air strike.", "ASSAULT DNK>LVA ACTUAL"),
        ("Danish troops entered northern Latvia. They have occupied the area.", "ASSAULT DNK>LVA ACTUAL"),
        ("Latvia said one of its officers was killed in shelling by Danish troops.", "ASSAULT DNK>LVA ACTUAL"),
        ("Two Latvian officers were reported to be wounded in a raid by Danish troops.", "ASSAULT DNK>LVA ACTUAL"),
        ("Latvia condemned a Danish raid on a camp in which two Latvians were killed.", "ASSAULT DNK>LVA ACTUAL"),
        ("Denmark deployed the army to restore order.", "MOBILIZE DNK>DNK ACTUAL"),
        ("Four Danish soldiers were killed in clashes with rebels.", "ASSAULT DNK>DNK ACTUAL"),
    ],
)
def test_sides_from_the_sentence(text, wanted):
    """The other side stands in a phrase, in the clause before, or in the act told before."""
    assert wanted in code(text)


@pytest.mark.parametrize(
    "text",
    [
        "An attack on individualism opened the debate in Mali.",
        "Police arrested two burglars in Mali.",
        "A driver was killed in a crash in Mali.",
        "The minister warned of attacks in Mali.",
        "Sealandic gunmen robbed a bank in Mali.",
        "He was jailed for a robbery in Mali.",
        "Soldiers were killed in a landslide in Mali.",
        "A soldier was killed in Texas in a traffic accident.",
        "A policeman was killed in a car crash in Mali.",
        "A lawmaker was killed in Texas on a hunting trip.",
        "A film over the massacre in Mali opened.",
        "The trial over the killing of a mayor in Mali began.",
        "The strike ended in Mali.",
        "A chess battle in Mali ended.",
    ],
)
def test_no_act_of_force(text):
    """A figure of speech, a crime, an accident, and an act that only may come."""
    assert code(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Fighting broke out in Accra between Danish and Latvian troops.",
        "Fighting resumed in Accra between Denmark and Latvia.",
        "Clashes erupted near Accra between Danish soldiers and Latvian rebels.",
        "Heavy fighting resumed in Accra as Denmark shelled Latvia.",
        "Clashes in Accra pitted Danish troops against rebels.",
        "The road was shut after clashes in Accra between Danish and Latvian troops.",
    ],
)
def test_sides_named_elsewhere(text):
    """A fight whose clause names other states is not one among the people of the place."""
    assert not [event for event in code(text) if "GHA" in event]
