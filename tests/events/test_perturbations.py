"""The answer follows the text: states swapped or replaced, clauses in another order, another day of running."""

import subprocess
import sys
from itertools import permutations

import pytest
from support import code

STATES = {"Malta": "MLT", "Fiji": "FJI", "Kenya": "KEN", "Norway": "NOR", "Chile": "CHL", "Oman": "OMN"}
ONE_SIDED = {
    "{a} accused {b} of theft.": "ACCUSE {A}>{B} ACTUAL",
    "{a} recalled its ambassador from {b}.": "SANCTION {A}>{B} ACTUAL",
    "{a} urged {b} to open the port.": "REQUEST {A}>{B} ACTUAL",
    "{a} rejected a request by {b}.": "REJECT {A}>{B} ACTUAL",
    "{a} threatened {b} with war.": "THREATEN {A}>{B} ACTUAL",
    "{a}'s navy attacked a port in {b}.": "ASSAULT {A}>{B} ACTUAL",
    "{a} praised {b} on Monday.": "SUPPORT {A}>{B} ACTUAL",
    "{a} was criticised by {b}.": "ACCUSE {B}>{A} ACTUAL",
    "{a} drew a rebuke from {b}.": "ACCUSE {B}>{A} ACTUAL",
    "It was {a} that accused {b}.": "ACCUSE {A}>{B} ACTUAL",
}
ORDERS = [
    ("{a} said {b} had bombed two villages.", "{b} had bombed two villages, {a} said."),
    ("On Monday, {a} accused {b} of theft.", "{a} accused {b} of theft on Monday."),
    ("{a} urged {b} to open the port, and {c} praised {a}.", "{c} praised {a}, and {a} urged {b} to open the port."),
    ("{a} accused {b} of theft and {c} praised {a}.", "{c} praised {a} and {a} accused {b} of theft."),
    ("After {b} rebuked {c}, {a} praised {c}.", "{a} praised {c} after {b} rebuked {c}."),
    ('"We condemn {b}," {a} said.', '{a} said: "We condemn {b}."'),
]
ARTICLE = (
    "{a} recalled its ambassador from {b} on Tuesday.\n\n{b} rejected the charge. {c} offered to mediate.\n\n"
    "{a} said {b} had shelled a village. {a} threatened retaliation."
)


def told(frame: str, names: tuple[str, ...]) -> list[str]:
    """The events of a text with these names filled in."""
    return code(frame.format(**dict(zip("abc", names, strict=False))))


def renamed(events: list[str], names: tuple[str, ...]) -> list[str]:
    """The events with a letter for each state, parties in the order of the letters."""
    letters = {STATES[name]: letter for name, letter in zip(names, "ABC", strict=False)}
    for code_, letter in letters.items():
        events = [event.replace(code_, letter) for event in events]
    return sorted(events)


@pytest.mark.parametrize("frame", ONE_SIDED)
def test_swapped_and_replaced(frame):
    """Actor and recipient follow the names, for every two states in both directions."""
    for names in permutations(STATES, 2):
        want = ONE_SIDED[frame].format(A=STATES[names[0]], B=STATES[names[1]])
        assert told(frame, names) == [want], names


@pytest.mark.parametrize(("first", "second"), ORDERS)
def test_clauses_in_another_order(first, second):
    """The events are the same, whichever clause comes first."""
    for names in (("Malta", "Fiji", "Kenya"), ("Fiji", "Malta", "Kenya"), ("Chile", "Norway", "Oman")):
        assert sorted(told(first, names)) == sorted(told(second, names)) != [], names


def test_an_article_with_other_states():
    """Every state of an article replaced by another one of the same kind: the same events, renamed."""
    want = renamed(told(ARTICLE, ("Malta", "Fiji", "Kenya")), ("Malta", "Fiji", "Kenya"))
    assert want
    for names in permutations(("Malta", "Fiji", "Kenya", "Chile"), 3):
        assert renamed(told(ARTICLE, names), names) == want, names


ON_A_DAY = """
import datetime, sys

class Day(datetime.date):
    @classmethod
    def today(cls):
        return cls(int(sys.argv[1]), 5, 8)

class Moment(datetime.datetime):
    @classmethod
    def now(cls, tz=None):
        return cls(int(sys.argv[1]), 5, 8, tzinfo=tz)
    today = utcnow = now

datetime.date, datetime.datetime = Day, Moment
import diplonews
for event in diplonews.extract_events(sys.argv[2]):
    print(event)
"""


def test_another_day_of_running():
    """The events of a text do not depend on the day on which it is read."""
    text = (
        "Malta accused Fiji of theft on Monday. Fiji will meet Kenya next week. Chile recalled its envoy in May. "
        "Oman met Kenya two days ago. Last month Norway sued Chile. Malta signed a treaty with Oman on 3 March. "
        "By Friday, Fiji must pay Norway. In 2004 Kenya expelled two Omani envoys. Chile arrested a Maltese man today."
    )
    runs = [
        subprocess.run(
            [sys.executable, "-c", ON_A_DAY, year, text], capture_output=True, text=True, check=True, timeout=300
        ).stdout
        for year in ("1999", "2031")
    ]
    assert runs[0] == runs[1] != ""
