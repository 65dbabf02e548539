"""Each script in `examples/` runs and prints what stands beside it."""

import subprocess
import sys
from pathlib import Path

import pytest

EXAMPLES = Path(__file__).parents[1] / "examples"
SCRIPTS = sorted(EXAMPLES.glob("*.py"))


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.name)
def test_script(script):
    """The output is the text of the file of the same name that ends in `.txt`."""
    command = [sys.executable, str(script), "examples/articles"]
    done = subprocess.run(command, cwd=EXAMPLES.parent, capture_output=True, text=True, check=True)
    assert done.stdout == script.with_suffix(".txt").read_text(encoding="utf-8")


def test_there_are_scripts():
    """The folder is not empty: the test above can fail."""
    assert SCRIPTS
