"""Lets the tables of cases import their helpers, and runs the rules alone.

Whether an event is kept after the rules have found it depends on weights learnt from articles (`test_judging.py`);
the cases here say what the rules themselves do.
"""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))


@pytest.fixture(autouse=True)
def rules_alone(request, monkeypatch):
    """Take the weights away, except where a test asks for them by the mark `judged`."""
    if request.node.get_closest_marker("judged") is None:
        monkeypatch.setattr("diplonews.events.judging.signal_weights", dict)
