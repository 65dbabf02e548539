"""Acts that a later sentence takes up without saying who did them, and offers that name nobody."""

from itertools import permutations

import pytest
from support import code

STATES = {"Chile": ("Chilean", "CHL"), "Peru": ("Peruvian", "PER"), "Kenya": ("Kenyan", "KEN")}
TAKEN_UP = {
    "{a} expelled a {b} ambassador. The expulsion drew crowds.": "SANCTION",
    "{a} freed 12 {b} soldiers. Their release took an hour.": "RETREAT",
    "{a} arrested 12 {b} fishermen. The arrests drew crowds.": "COERCE",
    "{a} ordered {b} officials to pay. The request was handed over in writing.": "REQUEST",
    "{a} bombed a {b} port. The bombing lasted an hour.": "ASSAULT",
}


@pytest.mark.parametrize("frame", TAKEN_UP)
def test_taken_up(frame):
    """`The expulsion` belongs to those who expelled somebody earlier in the text, whichever states these are."""
    for a, b in permutations(STATES, 2):
        wanted = f"{TAKEN_UP[frame]} {STATES[a][1]}>{STATES[b][1]} ACTUAL"
        assert code(frame.format(a=a, b=STATES[b][0])) == [wanted, wanted]


@pytest.mark.parametrize(
    "text",
    [
        "Chile bombed a Peruvian port. Peru bombed a Chilean port. The bombing lasted an hour.",
        "Chile bombed a Peruvian port. The war lasted a year.",
        "Chile freed 12 Peruvian fishermen. A release drew crowds.",
        "Chile arrested 12 Peruvian fishermen. The release drew crowds.",
        "Chile withdrew its troops from Peru. The Kenyan withdrawal drew crowds.",
        "Chilean police arrested 12 Chilean students. The arrests drew crowds.",
        "Chile bombed a Peruvian port. Kenya hopes that the bombing will end.",
    ],
    ids=["two pairs", "another word", "not that one", "another type", "another side", "at home", "to come"],
)
def test_not_taken_up(text):
    """Nothing is taken up where it is open which act is meant, or where the words name another."""
    whole, _, last = text.rpartition(". ")
    assert code(text) == code(f"{whole}. {last.split()[0]} crowds came.")


def test_offered():
    """An offer without an addressee is made to the state that the article is about."""
    text = "A storm hit Peru. Peruvian officials counted the dead in Peru. Chile offered two ships."
    assert code(text) == ["AGREE CHL>PER ACTUAL"]


def test_offered_to_one_of_two():
    """Of two states that are named as often, neither is meant."""
    assert code("A storm hit Peru. Then the storm hit Cuba. Chile offered two ships.") == []


@pytest.mark.parametrize(("target", "count"), [("the barracks", 2), ("their barracks", 1), ("their own base", 1)])
def test_continued(target, count):
    """Troops abroad go on to attack the state that they entered, not what is their own."""
    assert len(code(f"Danish troops entered Mali. They stormed {target}.")) == count
