"""The registry: names, ties, errors, plug-ins."""

import pickle

import pytest

import diplonews as dn
from diplonews.wire.base import Articles, Copy
from diplonews.wire.generic import Generic
from diplonews.wire.registry import ParserRegistry, default_registry, register_parser

Yonhap = type(default_registry().get("yonhap"))


class Loud:
    """A parser that is sure of everything that begins with !."""

    name = "loud"
    opening = "!"

    def score(self, copy):
        """Certain."""
        return 1.0

    def parse(self, copy):
        """One article."""
        return Articles([dn.Article(text=copy.text, format=self.name)])


class Broken(Loud):
    """A parser that fails to score."""

    name = "broken"
    opening = None

    def score(self, copy):
        """Fails."""
        raise RuntimeError("oops")


def test_best_is_the_surest():
    """The highest score wins; `opening` keeps a parser from copy that can't be its own."""
    registry = ParserRegistry([Generic, Loud])
    assert registry.best(Copy("!abc")).name == "loud"
    assert registry.best(Copy("abc")).name == "generic"
    assert registry.best(Copy("")).name == "generic"


def test_broken_parser_harms_nobody():
    """One that fails to score warns with its name; another reads the text."""
    registry = ParserRegistry([Broken, Generic])
    with pytest.warns(dn.PluginWarning, match="parser 'broken' failed to score a text: RuntimeError: oops"):
        assert registry.best(Copy("abc")).name == "generic"


def test_none_takes_it():
    """Without a parser that takes the text there is a ParseError."""
    with pytest.raises(dn.ParseError, match="no registered parser takes this input"):
        ParserRegistry([Loud]).best(Copy("abc"))


@pytest.mark.parametrize(
    ("attributes", "message"),
    [
        ({"name": "Bad Name"}, r"`name` must be lower-case letters, digits and hyphens \(got 'Bad Name'\)"),
        ({"name": None}, "`name` must be"),
        ({"name": "x", "score": None}, "parser 'x': `score` must be a method"),
        ({"name": "yonhap"}, r"parser 'yonhap': `name` is taken by another parser \(built in\)"),
    ],
)
def test_refused(attributes, message):
    """What can't be registered is refused with the reason."""
    registry = ParserRegistry([Yonhap])
    with pytest.raises(dn.RegistrationError, match=message):
        registry.register(type("Candidate", (Loud,), attributes))


def test_text_parser_needs_an_example():
    """A TextParser without an example is refused."""
    with pytest.raises(dn.RegistrationError, match="parser 'bare': `examples` must hold at least one"):
        ParserRegistry().register(type("Bare", (dn.TextParser,), {"name": "bare"}))


def test_all_faults_at_once():
    """One message has every fault of a class."""
    faulty = {
        "name": "yonhap",
        "score": None,
        "examples": (),
        "marks": ("^Bulletin",),
        "timezone": "Mars/Olympus",
        "date_order": "ymd",
    }
    with pytest.raises(dn.RegistrationError) as caught:
        ParserRegistry([Yonhap]).register(type("Faulty", (dn.TextParser,), faulty))
    assert str(caught.value) == (
        "parser 'yonhap': `name` is taken by another parser (built in); "
        "`score` must be a method; "
        "`examples` must hold at least one example; "
        "`marks` contains something other than Mark: '^Bulletin'; "
        "`timezone` must be an IANA name such as 'Asia/Seoul' (got 'Mars/Olympus'); "
        "`date_order` must be 'mdy', 'dmy' or None (got 'ymd')"
    )
    assert (caught.value.file, caught.value.key) == (None, "name")
    assert str(pickle.loads(pickle.dumps(caught.value))) == str(caught.value)


def test_no_class():
    """An instance is a TypeError: parsers are registered as classes."""
    with pytest.raises(TypeError, match="a parser is registered as a class"):
        ParserRegistry().register(Loud())


def test_register_parser(monkeypatch):
    """The decorator adds to the default registry and hands the class back."""
    registry = ParserRegistry([Generic])
    monkeypatch.setattr("diplonews.wire.registry.default_registry", lambda: registry)
    assert register_parser(Loud) is Loud
    assert "loud" in registry
    info = {item.name: item for item in registry.info()}
    assert (info["loud"].kind, info["loud"].origin) == ("machine", __name__)
    assert (info["generic"].kind, info["generic"].origin) == ("text", "built in")
    assert repr(info["generic"]) == "<Parser generic - (built in)>"


def test_default_registry_lists_itself():
    """`parsers()` is sorted and holds the generic parser, which is registered last."""
    names = [info.name for info in dn.parsers()]
    assert names == sorted(names)
    assert list(default_registry())[-1].name == "generic" or "generic" in names
