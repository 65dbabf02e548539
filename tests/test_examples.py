"""Each script in `examples/` runs and prints what the file beside it holds."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

EXAMPLES = Path(__file__).parents[1] / "examples"
SCRIPTS = sorted(EXAMPLES.glob("*.py"))
MOST_LINES = 60
WRITTEN = re.compile(r"demo-output/\S+")


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.name)
def test_script(script, tmp_path):
    """The output is the text of the file of the same name that ends in `.txt`; the files that it names are there."""
    command = [sys.executable, str(script), str(EXAMPLES / "articles")]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=True)
    assert done.stdout == script.with_suffix(".txt").read_text(encoding="utf-8")
    for name in WRITTEN.findall(done.stdout):
        assert (tmp_path / name).stat().st_size


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.name)
def test_script_is_short(script):
    """It can be read in one sitting."""
    assert len(script.read_text(encoding="utf-8").splitlines()) < MOST_LINES


def test_there_are_scripts():
    """The folder is not empty: the tests above can fail."""
    assert SCRIPTS
