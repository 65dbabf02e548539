"""Plug-ins that are wrong in one way or another: each is named, and the next best parser is taken."""

from importlib.metadata import EntryPoint

import pytest

import diplonews as dn
from diplonews.wire.base import Copy
from diplonews.wire.generic import Generic
from diplonews.wire.registry import ParserRegistry

GROUP = "diplonews.parsers"
TEXT = "Toy Bulletin\nEnvoy to visit the pier\nThe envoy will visit the pier.\n"

MACHINE = """
import diplonews as dn

class Toy:
    name = "toy"
    opening = None

    def score(self, copy):
        return 1.0

    def parse(self, copy):
        return dn.Articles([dn.Article(text=copy.text, format="toy")])
"""

DECLARED = """
import diplonews as dn

class Toy(dn.TextParser):
    name = "toy"
    marks = (dn.Mark("^Toy Bulletin$", 0.9),)
    examples = (dn.Example(raw="Toy Bulletin\\nEnvoy to visit\\nThe envoy will visit.\\n"),)
"""

# source, what is replaced, what by, the end of the warning
LEFT_OUT = {
    "no such name": (MACHINE, "class Toy", "class Doll", "AttributeError: module 'toy_plugin' has no attribute 'Toy'"),
    "syntax": (MACHINE, "return 1.0", "return 1.0)", "SyntaxError: unmatched ')' (toy_plugin.py, line 9)"),
    "exit at import": (MACHINE, "import diplonews as dn", "import sys; sys.exit('bye')", "SystemExit: bye"),
    "BaseException at import": (MACHINE, "import diplonews as dn", "raise GeneratorExit", "GeneratorExit: "),
    "exit when made": (MACHINE, "opening = None", "opening = None\n    def __init__(self): raise SystemExit(3)", "3"),
    "no class": (MACHINE, "class Toy:", "Toy = 7\nclass Doll:", "TypeError: a parser is registered as a class (got 7)"),
    "no opening": (MACHINE, "opening = None", "", "parser 'toy': `opening` must hold the characters that its copy"),
    "odd opening": (MACHINE, "opening = None", "opening = 7", "parser 'toy': `opening` must hold the characters that"),
    "score None": (MACHINE, "def score", "score = None\n    def grade", "`score` must be a method"),
    "score a text": (MACHINE, "def score", "score = '1'\n    def grade", "`score` must be a method"),
    "no parse": (MACHINE, "def parse", "def read", "parser 'toy': `parse` must be a method"),
    "no name": (MACHINE, 'name = "toy"', "", "`name` must be lower-case letters, digits and hyphens (got None)"),
    "name taken": (
        MACHINE,
        'name = "toy"',
        'name = "generic"',
        "parser 'generic': `name` is taken by another parser (built in)",
    ),
    "no example": (DECLARED, "examples = (", "samples = (", "parser 'toy': `examples` must hold at least one example"),
    "bad regex": (
        DECLARED,
        "^Toy Bulletin$",
        "(Toy",
        "`marks[0].pattern` is not a valid regular expression: '(Toy' (missing )",
    ),
    "regex a number": (DECLARED, '"^Toy Bulletin$"', "7", "`marks[0].pattern` is not a valid regular expression: 7 ("),
    "bad line": (DECLARED, "marks =", "notes = ('[a',)\n    marks =", "`notes[0]` is not a valid regular expression"),
    "lines in one": (
        DECLARED,
        "marks =",
        "notes = ('a+')\n    marks =",
        "`notes` must be a tuple of texts (got one text: 'a+')",
    ),
    "weight a text": (DECLARED, "0.9", "'much'", "`marks[0].weight` must be a number from 0 to 1 (got 'much')"),
    "weight too high": (DECLARED, "0.9", "9", "`marks[0].weight` must be a number from 0 to 1 (got 9)"),
    "weight no number": (DECLARED, "0.9", "float('nan')", "`marks[0].weight` must be a number from 0 to 1 (got nan)"),
    "needle": (DECLARED, "0.9", "0.9, 7", "`marks[0].needle` must be a text (got 7)"),
    "mark a text": (
        DECLARED,
        'dn.Mark("^Toy Bulletin$", 0.9)',
        '"Toy"',
        "`marks` contains something other than Mark: 'Toy'",
    ),
    "provider": (
        DECLARED,
        "marks =",
        "provider = ['AP']\n    marks =",
        "`provider` must be a text (got ['AP'])",
    ),
    "zone": (
        DECLARED,
        "marks =",
        "timezone = 'Mars'\n    marks =",
        "`timezone` must be an IANA name such as 'Asia/Seoul' (got 'Mars')",
    ),
}

UNRELIABLE = {
    "score raises": ("return 1.0", "raise KeyError('x')", "failed to score a text: KeyError: 'x'"),
    "score exits": ("return 1.0", "raise SystemExit", "failed to score a text: SystemExit: "),
    "score is None": ("return 1.0", "return None", "a score is a number from 0 to 1 (got None)"),
    "score is a text": ("return 1.0", "return '1.0'", "a score is a number from 0 to 1 (got '1.0')"),
    "score is no number": ("return 1.0", "return float('nan')", "a score is a number from 0 to 1 (got nan)"),
    "score is too high": ("return 1.0", "return 99", "a score is a number from 0 to 1 (got 99)"),
    "parse raises": ("return dn", "raise ValueError('y'); dn", "failed to read a text: ValueError: y"),
    "parse exits": ("return dn", "raise SystemExit; dn", "failed to read a text: SystemExit: "),
    "parse gives None": ("return dn", "return None; dn", "parser 'toy' must return Articles (got None)"),
    "parse gives a list": ("dn.Articles(", "list(", "parser 'toy' must return Articles (got [<Article toy"),
    "parse gives texts": ('dn.Article(text=copy.text, format="toy")', "copy.text", "must return Articles (got ('Toy"),
}


@pytest.fixture
def plugin(tmp_path, monkeypatch):
    """Writes a toy plug-in; gives its entry point."""

    def write(source):
        (tmp_path / "toy_plugin.py").write_text(source)
        monkeypatch.syspath_prepend(tmp_path)
        monkeypatch.delitem(__import__("sys").modules, "toy_plugin", raising=False)
        return EntryPoint(name="toy", value="toy_plugin:Toy", group=GROUP)

    return write


@pytest.fixture
def registry(monkeypatch):
    """The registry that `parse_article` asks, with the generic parser alone."""
    known = ParserRegistry([Generic])
    monkeypatch.setattr("diplonews.wire.parsing.default_registry", lambda: known)
    return known


@pytest.mark.parametrize("source", [MACHINE, DECLARED])
def test_a_right_one_reads(plugin, registry, source):
    """The toy that the others are made of is taken, without a warning."""
    registry.load([plugin(source)])
    assert dn.parse_article(TEXT).format == "toy"


@pytest.mark.parametrize("kind", LEFT_OUT)
def test_left_out(plugin, registry, kind):
    """What can't be a parser is named when it is loaded; the text is read by another."""
    source, old, new, message = LEFT_OUT[kind]
    assert source.count(old) == 1
    with pytest.warns(dn.PluginWarning) as caught:
        registry.load([plugin(source.replace(old, new))])
    (warning,) = caught
    assert str(warning.message).startswith("parser plug-in 'toy' (toy_plugin:Toy) was left out: ")
    assert message in str(warning.message)
    assert [parser.name for parser in registry] == ["generic"]
    assert dn.parse_article(TEXT).format == "generic"


@pytest.mark.parametrize("kind", UNRELIABLE)
def test_unreliable(plugin, registry, kind):
    """What fails at a text is named then; the next best reads it."""
    old, new, message = UNRELIABLE[kind]
    assert MACHINE.count(old) == 1
    registry.load([plugin(MACHINE.replace(old, new))])
    with pytest.warns(dn.PluginWarning, match="^parser 'toy' failed to (score|read) a text: ") as caught:
        articles = dn.parse_articles(TEXT)
    assert [article.format for article in articles] == ["generic"]
    assert all(message in str(warning.message) for warning in caught)


def test_ctrl_c_is_not_swallowed(plugin, registry):
    """A KeyboardInterrupt is the user's and ends the loading."""
    with pytest.raises(KeyboardInterrupt):
        registry.load([plugin("raise KeyboardInterrupt")])


def test_a_format_that_is_asked_for_has_no_substitute(plugin, registry):
    """With `format=` the fault comes to the caller as it is."""
    old, new, _ = UNRELIABLE["parse raises"]
    registry.load([plugin(MACHINE.replace(old, new))])
    with pytest.raises(ValueError, match=r"^y$"):
        dn.parse_article(TEXT, format="toy")


def test_bad_copy_is_no_fault_of_the_plugin(plugin, registry):
    """A ParseError is an answer: the copy is the plug-in's, and broken."""
    registry.load([plugin(MACHINE.replace("return dn", "raise dn.ParseError('torn', format='toy'); dn"))])
    with pytest.raises(dn.ParseError, match="toy: torn"):
        dn.parse_article(TEXT)


def test_one_that_inherits_its_score_is_asked(plugin, registry):
    """A subclass of a parser with a `score` of its own has that score, not the one of its marks."""
    source = DECLARED.replace("class Toy(dn.TextParser)", "class Base(dn.TextParser)") + (
        "\n    def score(self, copy):\n        return 0.0\n\nclass Toy(Base):\n    pass\n"
    )
    registry.load([plugin(source)])
    assert registry.best(Copy(TEXT)).name == "generic"
