"""The version of the rules."""

import re

from diplonews import Stages, analyze
from diplonews.lexicons.ruleset import ruleset
from diplonews.lexicons.tables import default_tables


def nothing(work):
    return ()


def test_it_is_a_version_and_a_digest():
    """As PEP 440 writes local versions."""
    assert re.fullmatch(r"\d+\.\d+\.\d+\+[0-9a-f]{8}", ruleset(default_tables()))


def test_other_rows_are_another_version():
    """The same rows in another object are the same version."""
    row = {"code": "XSL", "name": "Sealand"}
    added = [ruleset(default_tables().with_added("states", [row])) for _ in range(2)]
    assert added[0] == added[1] != ruleset(default_tables())
    assert ruleset(default_tables().with_added("states", [{**row, "name": "Roughs"}])) not in {
        *added,
        ruleset(default_tables()),
    }


def test_an_analysis_has_it():
    """That of the tables it was made with."""
    stages = Stages(dates=nothing, quotes=nothing, actors=nothing, events=nothing)
    mine = default_tables().with_added("states", [{"code": "XSL", "name": "Sealand"}])
    assert analyze("Rain.", stages=stages).ruleset == ruleset(default_tables())
    assert analyze("Rain.", stages=stages, tables=mine).ruleset == ruleset(mine) != ruleset(default_tables())
