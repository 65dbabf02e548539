"""The journal: whatever stops a run, the next one gives what an uninterrupted run gives."""

import os
import subprocess
import sys
from pathlib import Path

import attrs
import pytest
from hypothesis import example, given, strategies as st

from diplonews.commands.call import RefusedError
from diplonews.commands.journal import Journal, is_stopped, unfinished
from diplonews.corpus import analyze_many
from diplonews.model import Analysis, Article
from diplonews.serialize import to_json
from diplonews.wire.parsing import parse_article

EXAMPLES = Path(__file__).parents[2] / "examples" / "articles"
SETTINGS = {"command": "analyze", "sources": ("a", "b")}
ARTICLES = st.lists(
    st.builds(
        Article, text=st.text(max_size=8), format=st.just("text"), identifier=st.none() | st.sampled_from(["a", "b"])
    ),
    max_size=8,
)


class StoppedError(Exception):
    """The end of a run, at any moment."""


def analyzing(begun, *, stop_after=None, failing=()):
    """A stand-in for the analysis, which notes what it is asked for."""

    def analyze(articles):
        for article in articles:
            if len(begun) == stop_after:
                raise StoppedError
            begun.append(article)
            yield Analysis(article=article, error="no way" if article.text in failing else None)

    return analyze


def through(path, articles, analyze, *, fresh=False):
    """All analyses of a run."""
    with Journal(path, SETTINGS, fresh=fresh) as journal:
        return list(journal.analyses(articles, analyze))


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """A folder for the files of all examples."""
    return tmp_path_factory.mktemp("journals")


@given(ARTICLES, st.integers(0, 8), st.integers(0, 400))
@example([Article(text="\ud800\r\n\u2028", format="text"), Article(text="", format="text")], 1, 0)
def test_a_stopped_run_is_continued(folder, articles, done, cut):
    """Stopped after any article, its last line cut anywhere: the same analyses, and nothing kept is made again."""
    path = folder / "journal"
    whole = through(path, articles, analyzing([]), fresh=True)
    begun = []
    try:
        through(path, articles, analyzing(begun, stop_after=done), fresh=True)
    except StoppedError:
        lines = path.read_bytes().splitlines(keepends=True)
        if len(lines) > 1 and cut:
            path.write_bytes(b"".join(lines)[: -min(cut, len(lines[-1]))])
            begun.pop()
    kept = {(article.text, article.identifier) for article in begun}
    again = []
    assert through(path, articles, analyzing(again)) == whole
    assert kept.isdisjoint((article.text, article.identifier) for article in again)


@given(ARTICLES, ARTICLES)
def test_sources_that_have_changed(folder, before, now):
    """New articles are analysed, removed ones are left out, and all are in the order of the sources."""
    path = folder / "changed"
    through(path, before, analyzing([]), fresh=True)
    whole = through(folder / "other", now, analyzing([]), fresh=True)
    assert through(path, now, analyzing([])) == whole


def test_what_failed_is_tried_again(tmp_path):
    """An article with an error is not kept; next time it may succeed, in its place."""
    articles = [Article(text=text, format="text") for text in "abc"]
    first = through(tmp_path / "journal", articles, analyzing([], failing="b"))
    assert [analysis.error for analysis in first] == [None, "no way", None]
    again = []
    second = through(tmp_path / "journal", articles, analyzing(again))
    assert second == [attrs.evolve(analysis, error=None) for analysis in first]
    assert again == [articles[1]]


def test_an_analysis_is_kept_whole(tmp_path):
    """What is read from the journal equals what was written, and prints as the same JSON."""
    articles = [parse_article(path.read_bytes()) for path in sorted(EXAMPLES.iterdir())]
    made = through(tmp_path / "journal", articles, lambda articles: analyze_many(articles, on_error="yield"))
    recalled = through(tmp_path / "journal", articles, analyzing([], stop_after=0))
    assert recalled == made
    assert list(map(repr, recalled)) == list(map(repr, made))
    assert list(map(to_json, recalled)) == list(map(to_json, made))


@pytest.mark.parametrize("size", [0, 1, 20])
def test_a_first_line_that_was_cut(tmp_path, size):
    """A run that was stopped before it began starts anew."""
    path = tmp_path / "journal"
    through(path, [], analyzing([]))
    path.write_bytes(path.read_bytes()[:size])
    assert len(through(path, [Article(text="a", format="text")], analyzing([]))) == 1


def test_other_settings(tmp_path):
    """A run that asks for something else is refused with what differs."""
    through(tmp_path / "x.unfinished", [], analyzing([]))
    with pytest.raises(RefusedError) as caught:
        Journal(tmp_path / "x.unfinished", {**SETTINGS, "sources": ["a"]})
    assert caught.value.message == (
        f"{tmp_path} is a run that was stopped and asked for something else (sources was ['a', 'b'] and is now ['a']): "
        "call it as before to continue it, or with --overwrite to start again"
    )


def test_a_damaged_line(tmp_path):
    """A journal that something else has changed is an error that says what to do."""
    path, article = tmp_path / "journal", Article(text="a", format="text")
    through(path, [article], analyzing([]))
    path.write_bytes(path.read_bytes().replace(b'"text":"a"', b'"text":7   '))
    with pytest.raises(RefusedError) as caught:
        through(path, [article], analyzing([]))
    assert caught.value.message.startswith(f"{path} is damaged, --overwrite starts again: not an Analysis: ")


@pytest.mark.skipif(sys.platform == "win32", reason="no such locks there")
def test_two_runs_at_once(tmp_path):
    """A second process is refused while the first one runs."""
    code = (
        "import sys; from pathlib import Path; from diplonews.commands.journal import Journal\n"
        "Journal(Path(sys.argv[1]), {})"
    )
    with Journal(tmp_path / "journal", {}):
        done = subprocess.run(
            [sys.executable, "-c", code, str(tmp_path / "journal")],
            env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
            capture_output=True,
            text=True,
            check=False,
        )
    assert f"another run is writing to {tmp_path}: wait for it, or stop it" in done.stderr


class TestUnfinished:
    """`unfinished`"""

    def test_the_output_appears_when_it_is_whole(self, tmp_path):
        """Until the block ends there is no output, and then nothing else."""
        output = tmp_path / "new" / "out.txt"
        with unfinished(output, {}, resume=False, overwrite=False) as (target, _):
            target.write_text("whole", encoding="utf-8")
            assert not output.exists()
        assert output.read_text(encoding="utf-8") == "whole"
        assert list(output.parent.iterdir()) == [output]

    def test_a_failure_without_an_article_leaves_nothing(self, tmp_path):
        """Neither output nor journal."""
        with pytest.raises(StoppedError), unfinished(tmp_path / "out", {}, resume=False, overwrite=False):
            raise StoppedError
        assert list(tmp_path.iterdir()) == []

    def test_a_failure_after_an_article_leaves_the_journal(self, tmp_path):
        """Another run may continue or start again, but not by accident; an old output is as it was."""
        output = tmp_path / "out"
        output.write_text("old", encoding="utf-8")
        article = Article(text="a", format="text")

        def run(**how):
            begun = []
            with unfinished(output, {}, **how) as (target, journal):
                found = list(journal.analyses([article], analyzing(begun)))
                target.write_text(str(len(found)), encoding="utf-8")
                if not how["resume"]:
                    raise StoppedError
            return begun

        with pytest.raises(StoppedError):
            run(resume=False, overwrite=True)
        assert is_stopped(output)
        assert output.read_text(encoding="utf-8") == "old"
        with pytest.raises(RefusedError, match=r"out\.unfinished is a run that was stopped: --resume continues it"):
            run(resume=False, overwrite=False)
        assert run(resume=True, overwrite=False) == []
        assert output.read_text(encoding="utf-8") == "1"
        assert not is_stopped(output)

    def test_an_output_that_is_there(self, tmp_path):
        """It is replaced when asked, and else left alone; an empty folder is nothing."""
        output = tmp_path / "out"
        output.write_text("old", encoding="utf-8")
        with (
            pytest.raises(RefusedError, match="out exists already: --overwrite replaces it"),
            unfinished(output, {}, resume=False, overwrite=False),
        ):
            pass
        output.unlink()
        output.mkdir()
        with unfinished(output, {}, resume=False, overwrite=False) as (target, _):
            target.mkdir()
            (target / "a.csv").write_text("new", encoding="utf-8")
        assert [path.name for path in output.iterdir()] == ["a.csv"]

    def test_other_files_of_a_folder_stay(self, tmp_path):
        """Only files of the same names are replaced."""
        (tmp_path / "out").mkdir()
        for name in ("a.csv", "mine.csv"):
            (tmp_path / "out" / name).write_text("old", encoding="utf-8")
        with unfinished(tmp_path / "out", {}, resume=False, overwrite=True) as (target, _):
            target.mkdir()
            (target / "a.csv").write_text("new", encoding="utf-8")
        assert (tmp_path / "out" / "a.csv").read_text(encoding="utf-8") == "new"
        assert (tmp_path / "out" / "mine.csv").read_text(encoding="utf-8") == "old"

    def test_what_a_stopped_run_had_written_is_removed(self, tmp_path):
        """Files and folders that are half written do not reach the output."""
        folder = tmp_path / "out.unfinished"
        through_path = folder / "journal"
        folder.mkdir()
        with Journal(through_path, {}):
            pass
        (folder / "half").mkdir()
        (folder / "half" / "x").write_text("x", encoding="utf-8")
        (folder / "out").write_text("half", encoding="utf-8")
        with unfinished(tmp_path / "out", {}, resume=True, overwrite=False) as (target, _):
            assert [path.name for path in folder.iterdir()] == ["journal"]
            target.write_text("whole", encoding="utf-8")
        assert [path.name for path in tmp_path.iterdir()] == ["out"]
