"""Ten kills at random moments. Takes a minute: `make check` runs it, `make test` does not."""

import random
import sys
import time

import pytest

from .killing import finish, kill, lines_in, start, write_articles

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="processes are listed in /proc there")
ARTICLES = 120
KILLS = 10


def contents(path):
    """The bytes of a file, or of all files of a folder."""
    return {file.name: file.read_bytes() for file in path.iterdir()} if path.is_dir() else path.read_bytes()


@pytest.mark.parametrize("to", ["jsonl", "csv", "parquet", "sqlite"])
def test_killed_ten_times(tmp_path, to):
    """After ten kills at random moments the output equals that of an uninterrupted run, byte for byte."""
    chance = random.Random(to)
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
    assert contents(output) == contents(tmp_path / "whole")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["news", "out", "whole"]
