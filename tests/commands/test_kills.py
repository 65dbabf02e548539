"""Runs that are killed and continued."""

import sys

import pytest

from .killing import finish, kill, lines_in, start, wait_for_lines, write_articles

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="processes are listed in /proc there")
ARTICLES = 24


def test_killed_and_continued(tmp_path):
    """Killed twice, with one worker and with two, a run ends as if nothing had been."""
    write_articles(tmp_path / "news", ARTICLES)
    asked = ("analyze", tmp_path / "news")
    assert finish(*asked, "--output", tmp_path / "whole.jsonl") == (0, "")
    output = tmp_path / "out.jsonl"
    journal = tmp_path / "out.jsonl.unfinished" / "journal"
    for workers, lines in ((2, 6), (1, 14)):
        running = start(*asked, "--output", output, "--workers", workers, "--resume")
        wait_for_lines(journal, lines, running)
        kill(running)
        assert not output.exists()
        assert lines <= lines_in(journal) <= ARTICLES
    kept = lines_in(journal)
    assert finish(*asked, "--output", output, "--workers", 2, "--resume") == (0, "")
    assert output.read_bytes() == (tmp_path / "whole.jsonl").read_bytes()
    assert kept >= 14
    assert sorted(path.name for path in tmp_path.iterdir()) == ["news", "out.jsonl", "whole.jsonl"]
