"""The data files: the form that loads at once says what the TOML files say."""

import tomllib

import pytest

from diplonews._build.build_tables_file import LEXICONS, TARGET, render
from diplonews.lexicons import datafiles
from diplonews.lexicons.datafiles import read_toml

NAMES = sorted(path.relative_to(LEXICONS / "data").as_posix() for path in (LEXICONS / "data").rglob("*.toml"))


def test_tables_are_fresh():
    """`python -m diplonews._build.build_tables_file` makes them anew."""
    assert TARGET.read_text(encoding="ascii") == render()


@pytest.mark.parametrize("name", NAMES)
def test_a_table_is_that_of_its_file(name):
    """Its dates too."""
    assert read_toml(name) == tomllib.loads((LEXICONS / "data" / name).read_text(encoding="utf-8"))


def test_a_changed_file_is_read_itself(monkeypatch):
    """An edit counts before the tables are made anew."""
    known = datafiles.read_bytes("zones.toml")
    monkeypatch.setattr(datafiles, "read_bytes", lambda _: known.replace(b"Asia/Seoul", b"Asia/Tokyo"))
    assert read_toml("zones.toml")["zones"]["KST"] == "Asia/Tokyo"


def test_tables_are_the_caller_s_own():
    """Whoever changes one spoils it for nobody else."""
    read_toml("zones.toml")["zones"].clear()
    assert read_toml("zones.toml")["zones"]
