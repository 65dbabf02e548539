"""The house itself: what importing does, who imports whom, what is public."""

import ast
import json
import subprocess
import sys
from pathlib import Path

import pytest

import diplonews

PACKAGE = Path(diplonews.__file__).parent
ROOT = PACKAGE.parent

# Who may import whom: a module may import from its own level and from those above it in this list.
LEVELS = [
    ["errors", "files", "logs", "moments", "once", "patterns", "terminal", "workers"],
    ["model"],
    ["lexicons"],
    ["wire", "temporal"],
    ["syntax"],
    ["actors"],
    ["quotes"],
    ["events"],
    ["analysis", "corpus", "compact", "serialize", "release", "tabular", "exports", "story", "reading", "display"],
    ["plots", "reports"],
    ["components", "testing", "evaluation", "_build", "commands", "cli", "__main__", "spark"],
]
# An event's scores and codes are looked up in a table when they are asked for, and HTML is made when a notebook asks.
DERIVED = {("model.event", "lexicons"), ("model.shown", "display")}
LEVEL = {name: number for number, names in enumerate(LEVELS) for name in names}


def in_python(code):
    """The JSON that a fresh interpreter prints for `code`."""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return json.loads(done.stdout)


def test_importing_loads_nothing_else():
    """`import diplonews` brings one module and neither spaCy, lxml, dateparser nor attrs."""
    code = "import sys, json; b = set(sys.modules); import diplonews; print(json.dumps(sorted(set(sys.modules) - b)))"
    assert in_python(code) == ["diplonews"]


def test_parsing_needs_no_heavy_library():
    """Plain text is parsed without spaCy, lxml, dateparser, hypothesis or trafilatura."""
    code = (
        "import sys, json, diplonews as dn; dn.parse_article('OSLO, May 4 (Reuters) - Envoys met.');"
        "print(json.dumps(sorted(sys.modules)))"
    )
    assert set(in_python(code)) & {"spacy", "lxml", "dateparser", "hypothesis", "trafilatura"} == set()


def test_importing_changes_no_global():
    """Warning filters and log handlers are the same before and after."""
    code = (
        "import json, logging, warnings; f = list(warnings.filters); h = list(logging.root.handlers);"
        "import diplonews; diplonews.Article; print(json.dumps([f == warnings.filters, h == logging.root.handlers]))"
    )
    assert in_python(code) == [True, True]


def test_public_names_are_the_stub_s():
    """What `__all__` lists is what `__init__.pyi` declares, and each name can be imported."""
    tree = ast.parse((PACKAGE / "__init__.pyi").read_text(encoding="utf-8"))
    declared = {alias.asname for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) for alias in node.names}
    assert {*declared, "__version__"} == set(diplonews.__all__)
    for name in diplonews.__all__:
        assert getattr(diplonews, name) is not None
    listed = dir(diplonews)
    assert set(diplonews.__all__) <= set(listed)
    assert listed == sorted(set(listed))


def test_unknown_name():
    """A name that is not there is an AttributeError that names it."""
    with pytest.raises(AttributeError, match="module 'diplonews' has no attribute 'nonsense'"):
        _ = diplonews.nonsense


def test_reference_lists_every_public_name():
    """The reference page names each public name (errors and warnings come with their module)."""
    page = (ROOT / "docs" / "reference" / "api.md").read_text(encoding="utf-8")
    errors = {name for name in diplonews.__all__ if name.endswith(("Error", "Warning"))}
    missing = [
        n for n in diplonews.__all__ if n not in errors and n != "__version__" and f"diplonews.{n}\n" not in page
    ]
    assert missing == []


def imported(path):
    """The diplonews modules that a file imports, wherever in it."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("diplonews."):
            yield node.module
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name.startswith("diplonews."))


def test_imports_point_down():
    """No module imports one of a higher layer."""
    upward = []
    for path in PACKAGE.rglob("*.py"):
        parts = path.relative_to(PACKAGE).with_suffix("").parts
        if parts == ("__init__",):
            continue
        for name in imported(path):
            target = name.split(".")[1]
            if LEVEL[target] > LEVEL[parts[0]] and (".".join(parts), target) not in DERIVED:
                upward.append(f"{'.'.join(parts)} -> {name}")
    assert upward == []


def test_every_table_states_its_origin():
    """Each data file names source, licence and date of check."""
    data = PACKAGE / "lexicons" / "data"
    for path in data.rglob("*"):
        if path.suffix in {".toml", ".tsv"}:
            head = path.read_text(encoding="utf-8")[:3_000]
            assert "source =" in head, path.name
            assert "licence =" in head, path.name
            assert "retrieved =" in head or "checked =" in head, path.name
