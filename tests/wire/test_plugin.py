"""A third party's parser: installed for real, found by its entry point, harmless when broken."""

import subprocess
import sys
from importlib.metadata import EntryPoint
from pathlib import Path

import pytest

from diplonews import PluginWarning
from diplonews.wire.generic import Generic
from diplonews.wire.plugins import _names_group
from diplonews.wire.registry import ParserRegistry

PLUGIN = Path(__file__).parents[1] / "plugin"
PROBE = """
import sys, warnings
sys.path.insert(0, sys.argv[1])
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    import diplonews as dn
    article = dn.parse_article("Harbour Bulletin No. 9\\nPort to close\\n05/06/2024 10:00\\nThe port will close.\\n")
from harbour import HarbourBulletin
from diplonews.testing import check_parser
check_parser(HarbourBulletin)
print(article.format, article.published.instant.isoformat())
print([info.origin for info in dn.parsers() if info.name == "harbour-bulletin"])
print([str(w.message) for w in caught if issubclass(w.category, dn.PluginWarning)])
"""


def test_installed_plugin_is_found(tmp_path):
    """An installed package's parser reads its copy; the broken one beside it warns with its name."""
    command = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-build-isolation"]
    command += ["--disable-pip-version-check", "--target", str(tmp_path), str(PLUGIN)]
    subprocess.run(command, check=True, capture_output=True)
    done = subprocess.run([sys.executable, "-c", PROBE, str(tmp_path)], check=True, capture_output=True, text=True)
    article, origin, warned = done.stdout.splitlines()
    assert article == "harbour-bulletin 2024-06-05T10:00:00+03:00"
    assert origin == "['diplonews-harbour']"
    assert "parser plug-in 'broken' (harbour:missing) was left out: AttributeError" in warned


def test_plugin_that_does_not_import():
    """A missing module warns; the registry keeps what it had."""
    registry = ParserRegistry([Generic])
    with pytest.warns(PluginWarning, match=r"plug-in 'gone' \(no_such_module:X\) was left out: ModuleNotFoundError"):
        registry.load([EntryPoint(name="gone", value="no_such_module:X", group="diplonews.parsers")])
    assert [parser.name for parser in registry] == ["generic"]


def test_where_plugins_are_looked_for(tmp_path):
    """A package with the entry point may bring a parser, even one that is not a folder; other packages bring none."""
    package = tmp_path / "harbour-1.0.dist-info"
    package.mkdir()
    assert not _names_group(str(tmp_path))
    (package / "entry_points.txt").write_text("[console_scripts]\nharbour = harbour:main\n")
    assert not _names_group(str(tmp_path))
    (package / "entry_points.txt").write_text("[diplonews.parsers]\nharbour = harbour:Parser\n")
    assert _names_group(str(tmp_path))
    assert _names_group(str(package / "entry_points.txt"))
    assert not _names_group(str(tmp_path / "nothing"))
