"""The help: light, complete, true."""

import json
import os
import re
import runpy
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from diplonews.cli import COMMANDS, EXIT_CODES, main, program

ROOT = Path(__file__).parents[2]
HEAVY = {"attr", "attrs", "cattrs", "spacy", "lxml", "dateparser", "pyarrow", "numpy", "tqdm"}


@pytest.mark.parametrize("command", COMMANDS)
def test_help_is_light(command):
    """It loads click, and nothing that an analysis needs."""
    code = (
        "import json, sys; from diplonews.cli import main\n"
        f"main([{command!r}, '--help']); loaded = sorted(sys.modules); print(json.dumps(loaded))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = json.loads(done.stdout.splitlines()[-1])
    assert HEAVY.isdisjoint(loaded)
    assert [name for name in loaded if name.startswith("diplonews")] == sorted(
        {
            "diplonews",
            "diplonews.cli",
            "diplonews.commands",
            f"diplonews.commands.{command.replace('-', '_')}",
            "diplonews.commands.options",
            "diplonews.errors",
            "diplonews.terminal",
        }
    )


def test_the_reference_page():
    """It holds the help of all commands; `python docs/command_line.py` writes it anew."""
    made = runpy.run_path(str(ROOT / "docs" / "command_line.py"))
    written = made["PAGE"].read_text(encoding="utf-8")
    assert written == made["page"](written)


def test_exit_codes(capsys):
    """The help of the program lists them."""
    assert main(["--help"]) == 0
    printed = capsys.readouterr().out
    assert all(f"\n  {code} " in printed for code in EXIT_CODES)


@pytest.fixture
def _workplace(tmp_path, monkeypatch):
    """A folder with what the examples name, and a corpus."""
    for name in ("examples", "tests"):
        (tmp_path / name).symlink_to(ROOT / name)
    text = "The pier is closed, Ann Rowe said."
    attributions = [{"source": [[20, 28]], "cue": [[29, 33]], "content": [[0, 18]]}]
    row = json.dumps({"doc": "pier", "text": text, "attributions": attributions})
    (tmp_path / "corpus.jsonl").write_text(f"{row}\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)


@pytest.mark.usefixtures("_workplace")
@pytest.mark.skipif(sys.platform == "win32", reason="examples are for a POSIX shell")
@pytest.mark.parametrize("name", COMMANDS)
def test_examples_run(name):
    """Each example of a command goes well, in the order given."""
    examples = program.get_command(None, name).examples
    assert examples
    for example in examples:
        words = shlex.split(example)
        if {"|", "<", "&&"} & set(words):
            run_in_shell(example)
        else:
            assert words[0] == "diplonews"
            assert main(words[1:]) == 0


@pytest.mark.usefixtures("_workplace")
def test_the_five_jobs_run():
    """The lines for a shell go well; those in Python run with the pages."""
    page = (ROOT / "docs" / "how-to" / "five-jobs.md").read_text(encoding="utf-8")
    lines = re.findall(r"^\$ diplonews (.*)$", page, re.MULTILINE)
    assert len(lines) == 3
    for line in lines:
        assert main(shlex.split(line)) == 0


def run_in_shell(line):
    """A line with pipes; `diplonews` is this package."""
    script = f'diplonews() {{ {shlex.quote(sys.executable)} -m diplonews "$@"; }}; {line}'
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run(["sh", "-c", script], env=environment, capture_output=True, text=True, check=True)
    assert done.stdout
    assert done.stderr == ""
