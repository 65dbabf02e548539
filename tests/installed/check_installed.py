"""The package as users install it, from a wheel and from a source archive. Takes a minute: `make check` runs it."""

import os
import subprocess
import sys
import sysconfig
import tarfile
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "diplonews"
SUITES = ("tests/model", "tests/test_cold.py", "tests/test_serialize.py", "tests/docs/test_pages.py")
NEEDED = ("tests", "docs", "examples", "pyproject.toml", "Makefile", "LICENSE", "CITATION.cff")
PAGES = ("README.md", "CHANGELOG.md", "CONTRIBUTING.md", "SECURITY.md")


def build(folder, kind):
    """The path of the wheel or source archive, built in `folder` with what is installed here."""
    code = f"import sys, hatchling.build as b; print(b.build_{kind}(sys.argv[1]))"
    done = subprocess.run(
        [sys.executable, "-c", code, folder], cwd=ROOT, capture_output=True, text=True, check=True, timeout=300
    )
    return folder / done.stdout.split()[-1]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    return build(tmp_path_factory.mktemp("wheel"), "wheel")


@pytest.fixture(scope="module")
def installed(wheel, tmp_path_factory):
    """A folder with the wheel unpacked in it, beside which nothing of the checkout can be imported."""
    folder = tmp_path_factory.mktemp("installed")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder)
    return folder


def environment(installed):
    """The wheel first, then the libraries of this interpreter, without the checkout that it knows of."""
    return os.environ | {"PYTHONPATH": os.pathsep.join((str(installed), sysconfig.get_path("purelib")))}


def run(installed, folder, *arguments):
    """What the isolated interpreter prints; it does not read `.pth` files, so the checkout is out of its sight."""
    done = subprocess.run(
        [sys.executable, "-S", *arguments],
        check=False,
        cwd=folder,
        env=environment(installed),
        capture_output=True,
        text=True,
        timeout=900,
    )
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-3000:]
    return done.stdout


def tracked():
    """The files of the package that git knows of."""
    listed = subprocess.run(
        ["git", "ls-files", "diplonews"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout.splitlines()
    return {name for name in listed if (ROOT / name).exists()}


def test_wheel_holds_the_package(wheel):
    """The wheel holds each file of the package, data included, and nothing else but its own description."""
    with zipfile.ZipFile(wheel) as archive:
        names = {name for name in archive.namelist() if ".dist-info/" not in name}
    assert names == tracked()


def test_source_archive_holds_what_tests_need(tmp_path):
    """The source archive holds the package, the tests, the docs and the examples."""
    with tarfile.open(build(tmp_path, "sdist")) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    assert names >= tracked() | {
        "tests/conftest.py",
        "docs/index.md",
        "README.md",
        "CHANGELOG.md",
        "LICENSE",
        "Makefile",
    }


def test_is_the_installed_one(installed, tmp_path):
    """The interpreter of these tests imports the installed package, not the checkout."""
    assert (
        run(installed, tmp_path, "-c", "import diplonews; print(diplonews.__file__)").strip().startswith(str(installed))
    )


def test_command(installed, tmp_path):
    """The command line works without a checkout."""
    (tmp_path / "story.txt").write_text(
        "OSLO, May 4, 2027 (Reuters) - Norway expelled two Finnish diplomats on Monday.\n"
    )
    run(installed, tmp_path, "-m", "diplonews", "events", "story.txt", "--output", "events.csv")
    _, row = (tmp_path / "events.csv").read_text().splitlines()
    assert {"SANCTION", "2027-05-03", "NOR", "FIN"} <= set(row.replace('"', "").split(","))


def test_suite(installed, tmp_path):
    """A part of the suite passes on the installed package: types, cold start, serialisation, all pages of the docs."""
    for name in (*NEEDED, *PAGES):
        (tmp_path / name).symlink_to(ROOT / name)
    run(installed, tmp_path, "-m", "pytest", "-q", "-p", "no:cacheprovider", *SUITES)
