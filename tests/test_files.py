"""Files that are whole or not there."""

import os
import resource
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from diplonews.files import new_file, new_folder


def names(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*"))


def fail(partial, error, *others):
    """Raise, with something written."""
    partial.write_text("half", encoding="utf-8")
    for other in others:
        partial.with_name(other).touch()
    raise error


class TestNewFile:
    def test_it_is_there_when_the_block_ends(self, tmp_path):
        """Until then the target is not; folders above it are made; nothing else is left."""
        target = tmp_path / "a" / "b.txt"
        with new_file(target) as partial:
            partial.write_text("whole", encoding="utf-8")
            assert not target.exists()
        assert target.read_text(encoding="utf-8") == "whole"
        assert names(tmp_path) == ["a", "a/b.txt"]

    @pytest.mark.parametrize("error", [OSError("disk full"), KeyboardInterrupt()])
    def test_an_error_leaves_nothing(self, tmp_path, error):
        """Neither the partial file nor what a writer laid beside it."""
        with pytest.raises(type(error)) as caught, new_file(tmp_path / "b.txt") as partial:
            fail(partial, error, "b.txt-journal")
        assert names(tmp_path) == []
        notes = getattr(caught.value, "__notes__", [])
        assert notes == ([f"nothing was written to {tmp_path / 'b.txt'}"] if isinstance(error, OSError) else [])

    def test_an_error_leaves_the_old_file(self, tmp_path):
        """Overwriting that fails has overwritten nothing."""
        target = tmp_path / "b.txt"
        target.write_text("old", encoding="utf-8")
        with pytest.raises(OSError, match="full"), new_file(target, overwrite=True):
            raise OSError("full")
        assert target.read_text(encoding="utf-8") == "old"

    def test_an_existing_file_is_kept(self, tmp_path):
        """The block is not entered; `overwrite=True` replaces the file."""
        target = tmp_path / "b.txt"
        target.write_text("old", encoding="utf-8")
        with pytest.raises(FileExistsError) as caught, new_file(target):
            pytest.fail("entered")
        assert str(caught.value) == f"{target} exists; give another name, or overwrite=True to replace it"
        with new_file(target, overwrite=True) as partial:
            partial.write_text("new", encoding="utf-8")
        assert target.read_text(encoding="utf-8") == "new"

    def test_a_folder_is_not_a_file(self, tmp_path):
        """Not even with `overwrite=True`."""
        with pytest.raises(IsADirectoryError, match="give the name of a file in it"), new_file(tmp_path):
            pytest.fail("entered")

    def test_permissions_are_the_process_s(self, tmp_path):
        """As `open` would have set them."""
        (tmp_path / "plain.txt").touch()
        with new_file(tmp_path / "b.txt") as partial:
            partial.touch()
        assert (tmp_path / "b.txt").stat().st_mode == (tmp_path / "plain.txt").stat().st_mode


class TestNewFolder:
    def test_a_new_folder_appears_with_all_its_files(self, tmp_path):
        """At once, by one rename."""
        target = tmp_path / "out"
        with new_folder(target, ["a", "b"]) as partial:
            for name in "ab":
                (partial / name).touch()
            assert not target.exists()
        assert names(tmp_path) == ["out", "out/a", "out/b"]
        (tmp_path / "plain").mkdir()
        assert target.stat().st_mode == (tmp_path / "plain").stat().st_mode

    def test_files_of_a_folder_that_exists_stay(self, tmp_path):
        """Those that are not written are left alone."""
        (tmp_path / "mine.txt").touch()
        with new_folder(tmp_path, ["a"]) as partial:
            (partial / "a").touch()
        assert names(tmp_path) == ["a", "mine.txt"]

    def test_an_existing_file_is_kept(self, tmp_path):
        """One of the names is enough; `overwrite=True` replaces it."""
        (tmp_path / "b").write_text("old", encoding="utf-8")
        with pytest.raises(FileExistsError, match=r"b exists; give another name"), new_folder(tmp_path, ["a", "b"]):
            pytest.fail("entered")
        with new_folder(tmp_path, ["a", "b"], overwrite=True) as partial:
            for name in "ab":
                (partial / name).write_text("new", encoding="utf-8")
        assert (tmp_path / "b").read_text(encoding="utf-8") == "new"
        assert names(tmp_path) == ["a", "b"]

    @pytest.mark.parametrize("is_there", [True, False])
    def test_an_error_leaves_nothing(self, tmp_path, is_there):
        """Whether the folder was there or not."""
        target = tmp_path / "out"
        if is_there:
            target.mkdir()
        with pytest.raises(OSError, match="full") as caught, new_folder(target, ["a"]) as partial:
            fail(partial / "a", OSError("full"))
        assert caught.value.__notes__ == [f"nothing was written to {target}"]
        assert names(tmp_path) == (["out"] if is_there else [])

    def test_a_file_is_not_a_folder(self, tmp_path):
        """Not even with `overwrite=True`."""
        (tmp_path / "out").touch()
        with (
            pytest.raises(NotADirectoryError, match="give the name of a folder"),
            new_folder(tmp_path / "out", ["a"], overwrite=True),
        ):
            pytest.fail("entered")


KILLED = """
import sys
from diplonews.files import new_folder
with new_folder(sys.argv[1], ["a", "b"]) as partial:
    (partial / "a").write_text("half")
    print("writing", flush=True)
    sys.stdin.read()
"""


def test_a_killed_process_leaves_nothing_under_the_name(tmp_path):
    """The hidden partial folder is what remains."""
    child = subprocess.Popen(
        [sys.executable, "-c", KILLED, str(tmp_path / "out")], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert child.stdout.readline() == "writing\n"
    child.kill()
    child.communicate()
    (left,) = tmp_path.iterdir()
    assert left.name.startswith(".out.")
    assert left.name.endswith(".partial")


FULL = """
import sys
from diplonews.files import new_file
with new_file(sys.argv[1]) as partial:
    partial.write_bytes(bytes(100_000))
"""


def test_a_full_disk_leaves_nothing(tmp_path):
    """The error has the path; here a limit on the size of files simulates a full disk."""

    def limit():
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (10_000, 10_000))

    target = tmp_path / "out.bin"
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1"}
    child = subprocess.run(
        [sys.executable, "-c", FULL, str(target)],
        preexec_fn=limit,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert f"nothing was written to {target}" in child.stderr
    assert names(tmp_path) == []
