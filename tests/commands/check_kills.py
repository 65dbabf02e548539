"""Ten kills at random moments. Takes a minute: `make check` runs it, `make test` does not."""

import random
import sys
import time

import pytest

from .killing import finish, kill, lines_in, start, write_articles

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="processes are listed in /proc there")
ARTICLES = 120
KILLS = 10


@pytest.mark.parametrize("to", ["jsonl"])
@pytest.mark.parametrize("seed", [1, 2])
def test_killed_ten_times(tmp_path, to, seed):
    """After ten kills at random moments the output equals that of an uninterrupted run, byte for byte."""
    chance = random.Random(seed)
    write_articles(tmp_path / "news", ARTICLES)
    asked = ("analyze", tmp_path / "news", "--to", to)
    began = time.monotonic()
    assert finish(*asked, "--output", tmp_path / "whole") == (0, "")
    took = time.monotonic() - began
    output = tmp_path / "out"
    kept = 0
    for _ in range(KILLS):
        running = start(*asked, "--output", output, "--workers", chance.choice([1, 2]), "--resume")
        time.sleep(chance.uniform(0, took / 2))
        kill(running)
        if output.exists():
            break
        lines = lines_in(tmp_path / "out.unfinished" / "journal")
        assert lines >= kept
        kept = lines
    assert finish(*asked, "--output", output, "--workers", 2, "--resume")[0] == 0
    assert output.read_bytes() == (tmp_path / "whole").read_bytes()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["news", "out", "whole"]
