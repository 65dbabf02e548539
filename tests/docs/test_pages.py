"""Every example in the README and the docs runs and prints what the page says."""

import doctest
import re
import shlex
from pathlib import Path

import click
import pytest

from diplonews.cli import program
from diplonews.wire.registry import default_registry

ROOT = Path(__file__).parents[2]
PAGES = [
    *(ROOT / name for name in ("README.md", "CONTRIBUTING.md", "SECURITY.md")),
    *sorted(path for path in (ROOT / "docs").rglob("*.md") if "_build" not in path.parts),
]
FENCE = re.compile(r"^```(?:python|pycon)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
CONSOLE = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\((?!https?://|#|mailto:)([^)#\s]+)")


@pytest.fixture
def _own_registry():
    """What a page registers is gone after it."""
    default_registry.cache_clear()
    yield
    default_registry.cache_clear()


@pytest.mark.usefixtures("_own_registry")
@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_examples(page, monkeypatch):
    """The fences of a page share their names and run from the root, in order."""
    monkeypatch.chdir(ROOT)
    text = page.read_text(encoding="utf-8")
    globs = {}
    runner = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE)
    report = []
    for fence in FENCE.finditer(text):
        line = text.count("\n", 0, fence.start(1))
        test = doctest.DocTestParser().get_doctest(fence[1], globs, page.name, str(page), line)
        if not test.examples:
            exec(compile("\n" * line + fence[1], str(page), "exec"), globs)
            continue
        runner.run(test, out=report.append, clear_globs=False)
        globs = test.globs
    assert not runner.failures, "".join(report)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links(page):
    """Links to files lead somewhere."""
    targets = LINK.findall(page.read_text(encoding="utf-8"))
    missing = [t for t in targets if not (page.parent / t).exists() and not (page.parent / f"{t}.md").exists()]
    assert missing == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_commands(page):
    """Lines for a shell name commands and options that exist."""
    top = click.Context(program, info_name="diplonews", **program.context_settings)
    for fence in CONSOLE.findall(page.read_text(encoding="utf-8")):
        for line in fence.replace("\\\n", " ").splitlines():
            name, *arguments = shlex.split(line.removeprefix("$ "), comments=True) or [""]
            if name.rpartition("/")[2] == "diplonews":
                command = program.get_command(top, arguments[0])
                assert command is not None, line
                command.make_context(arguments[0], arguments[1:], parent=top)
