"""The glossary: sorted, linked from the pages that use its terms, with every public enum."""

import re
from enum import Enum
from pathlib import Path

import pytest

import diplonews

ROOT = Path(__file__).parents[2]
GLOSSARY = ROOT / "docs" / "glossary.md"
PAGES = [ROOT / "README.md", *(path for path in (ROOT / "docs").rglob("*.md") if path != GLOSSARY)]
ENTRY = re.compile(r"^## (.+)\n\n((?:(?!## ).*\n?)+)", re.MULTILINE)
ENUMS = [
    kind for name in diplonews.__all__ if isinstance(kind := getattr(diplonews, name), type) and issubclass(kind, Enum)
]


@pytest.fixture(scope="module")
def entries():
    """The explanation of each term."""
    return dict(ENTRY.findall(GLOSSARY.read_text(encoding="utf-8")))


def anchor(term):
    """The end of a link to a term."""
    return term.lower().replace(" ", "-")


def test_sorted(entries):
    """Terms are in alphabetical order, each once."""
    assert list(entries) == sorted(entries, key=str.lower)


def test_linked(entries):
    """Each term is linked from a page, and no link misses its term."""
    linked = {
        name for page in PAGES for name in re.findall(r"glossary\.md#([\w-]+)\)", page.read_text(encoding="utf-8"))
    }
    within = set(re.findall(r"\]\(#([\w-]+)\)", GLOSSARY.read_text(encoding="utf-8")))
    terms = set(map(anchor, entries))
    assert terms - linked == set()
    assert (linked | within) - terms == set()


@pytest.mark.parametrize("kind", ENUMS, ids=lambda kind: kind.__name__)
def test_enums(entries, kind):
    """A public enum has one entry, which names it and each of its members."""
    (entry,) = [words for words in entries.values() if f"`{kind.__name__}`" in words]
    assert [member.name for member in kind if f"`{member.name}`" not in entry] == []
