"""The reference has an entry for every public name, field, property, method and enum member."""

import inspect
import shutil
import subprocess
import sys
import zlib
from enum import Enum
from functools import cached_property
from pathlib import Path
from types import MemberDescriptorType

import attrs
import pytest

import diplonews

DOCS = Path(__file__).parents[2] / "docs"
CLASSES = sorted(name for name in diplonews.__all__ if inspect.isclass(getattr(diplonews, name)))
# a cached property of a class with slots is a member descriptor
SHOWN = (property, cached_property, classmethod, staticmethod, MemberDescriptorType)


def members(kind):
    """The public members of a class that are defined in this package."""
    found = {field.name for field in attrs.fields(kind)} if attrs.has(kind) else set()
    if issubclass(kind, Enum):
        found |= {member.name for member in kind}
    for base in kind.__mro__:
        if base.__module__.startswith("diplonews"):
            found |= {name for name, what in vars(base).items() if inspect.isfunction(what) or isinstance(what, SHOWN)}
    return {name for name in found if not name.startswith("_")}


@pytest.fixture(scope="module")
def described(tmp_path_factory):
    """The names with an entry on the page of public names, from the inventory that Sphinx writes."""
    source, built = tmp_path_factory.mktemp("source"), tmp_path_factory.mktemp("built")
    shutil.copy(DOCS / "reference" / "api.md", source / "index.md")
    command = [sys.executable, "-m", "sphinx", "-Q", "-D", "html_theme=basic", "-c", str(DOCS), str(source), str(built)]
    subprocess.run(command, check=True)
    *_, packed = (built / "objects.inv").read_bytes().split(b"\n", 4)
    names = (line.split()[0] for line in zlib.decompress(packed).decode().splitlines())
    return {name.removeprefix("diplonews.").removeprefix("errors.") for name in names}


def test_every_public_name(described):
    """Functions, classes, errors and warnings."""
    assert set(diplonews.__all__) - {"__version__"} - described == set()


@pytest.mark.parametrize("name", CLASSES)
def test_every_member(described, name):
    """Fields, derived properties, methods and enum members."""
    assert {f"{name}.{member}" for member in members(getattr(diplonews, name))} - described == set()


def test_members_are_seen():
    """A field, a member of an enum, a property, a cached one and a method are among the members."""
    assert {"type", "quad", "dyads", "trigger_words"} <= members(diplonews.Event)
    assert members(diplonews.TimexType) == {"DATE", "TIME", "DURATION", "SET"}
    assert "body" in members(diplonews.Article)
