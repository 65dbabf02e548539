"""Copy of our own, broken at random: what comes out is articles or a ParseError, nothing else."""

import copy
import json
import warnings
from pathlib import Path

from hypothesis import given, strategies as st
from lxml import etree

import diplonews as dn

SAMPLES = {path.name: path.read_bytes() for path in sorted((Path(__file__).parent / "samples").iterdir())}
JSONS = tuple(json.loads(raw) for name, raw in SAMPLES.items() if name.endswith(".json"))
XMLS = tuple(raw for name, raw in SAMPLES.items() if name.endswith(".xml"))
TEXTS = tuple(raw.decode("latin-1") for raw in SAMPLES.values())
LINKED_OPENS, LINKED_ENDS = '<script type="application/ld+json">', "</script>"
PAGE_START, _, PAGE_REST = SAMPLES["html.html"].decode().partition(LINKED_OPENS)
LINKED, _, PAGE_END = PAGE_REST.partition(LINKED_ENDS)
WRONG = st.sampled_from(
    [None, True, 0, -1, 1e400, 1.5, 10**40, "", " ", "x", "<p>", "\ud800", [], {}, [None], [[]], {"a": 1}]
)
WRONG_JSON = WRONG | st.recursive(
    WRONG,
    lambda inner: (
        st.lists(inner, max_size=2)
        | st.dictionaries(
            st.sampled_from(["name", "value", "code", "headline", "by", "role", "located", "city"]), inner, max_size=2
        )
    ),
    max_leaves=4,
)


def check(raw):
    """The articles of the copy, each checked; none where it is a ParseError.

    The net that makes a ParseError of a slip in our own code has to stay empty.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            articles = dn.parse_articles(raw)
            failures = getattr(articles, "failures", ())
        except dn.ParseError as error:
            articles, failures = (), (error,)
    assert not [failure.message for failure in failures if "can't be read" in failure.message]
    for article in articles:
        assert "".join(region.span.of(article.text) for region in article.regions) == article.text
        assert dn.from_dict(dn.Article, dn.to_dict(article)) == article
    return articles


def places(value, path=()):
    """The paths of all values in a JSON value."""
    yield path
    members = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, member in members:
        yield from places(member, (*path, key))


def put(value, path, new):
    """The value with another one at a path."""
    if not path:
        return new
    value = copy.deepcopy(value)
    inner = value
    for key in path[:-1]:
        inner = inner[key]
    inner[path[-1]] = new
    return value


class TestFixtures:
    def test_they_are_read(self):
        """The samples broken below are whole before: each sample gives articles of the format it is named after."""
        for name, raw in SAMPLES.items():
            formats = {article.format for article in check(raw)}
            assert len(formats) == 1
            assert name.startswith(formats.pop())


class TestJson:
    @given(st.sampled_from(JSONS), st.data())
    def test_wrong_types(self, value, data):
        """Values of the wrong type anywhere."""
        for _ in range(data.draw(st.integers(1, 4))):
            value = put(value, data.draw(st.sampled_from(list(places(value)))), data.draw(WRONG_JSON))
        check(json.dumps(value))

    @given(st.data())
    def test_wrong_types_in_linked_data(self, data):
        """The same in the JSON-LD of a page."""
        value = json.loads(LINKED)
        for _ in range(data.draw(st.integers(1, 4))):
            value = put(value, data.draw(st.sampled_from(list(places(value)))), data.draw(WRONG_JSON))
        check(f"{PAGE_START}{LINKED_OPENS}{json.dumps(value)}{LINKED_ENDS}{PAGE_END}")


class TestXml:
    @given(st.sampled_from(XMLS), st.data())
    def test_moved_elements(self, raw, data):
        """Elements that are missing, doubled, empty, in another's place, or without attributes."""
        root = etree.fromstring(raw.replace(b"&nbsp;", b"&#160;"))
        for _ in range(data.draw(st.integers(1, 4))):
            nodes = [node for node in root.iter(etree.Element) if node.getparent() is not None]
            if not nodes:
                break
            node, other = data.draw(st.sampled_from(nodes)), data.draw(st.sampled_from(nodes))
            match data.draw(st.integers(0, 4)):
                case 0:
                    node.getparent().remove(node)
                case 1:
                    node.getparent().append(copy.deepcopy(node))
                case 2:
                    other.append(copy.deepcopy(node))
                case 3:
                    node.clear()
                case 4:
                    node.text = data.draw(st.sampled_from(["", " ", "0", "-", "&", "/", ",", "20240231", "By", "(AP)"]))
                    for name in node.attrib:
                        node.set(name, node.text)
        check(etree.tostring(root))
        check(etree.tostring(root, encoding="unicode"))


class TestAnything:
    @given(st.sampled_from(TEXTS), st.data())
    def test_cut_and_spliced(self, raw, data):
        """Copy that is cut off, has a hole, or noise in it; as text and as bytes."""
        for _ in range(data.draw(st.integers(1, 3))):
            start = data.draw(st.integers(0, len(raw)))
            end = data.draw(st.sampled_from([start, len(raw)]) | st.integers(start, len(raw)))
            noise = data.draw(
                st.sampled_from(["", "<", "&", "\x00", "\x01", "\ufeff", '"', "}", "]]>", "=", "\n\n", "é"])
            )
            raw = raw[:start] + noise + raw[end:]
        check(raw)
        for encoding in ("utf-8", "utf-16", "cp1252"):
            check(raw.encode(encoding, "replace"))

    @given(st.sampled_from(TEXTS), st.binary(min_size=1, max_size=4), st.data())
    def test_bytes(self, raw, noise, data):
        """Bytes that are not characters of any encoding."""
        encoded = raw.encode()
        at = data.draw(st.integers(0, len(encoded)))
        check(encoded[:at] + noise + encoded[at:])


PROSE = st.text(st.characters(categories=["L", "N", "Zs", "Po", "Pd", "Sc"], exclude_characters="\"'/"), max_size=200)
OPENINGS = [
    "<",
    "<<",
    "< ",
    "{",
    "[",
    "{{",
    "<p ",
    "<div by ",
    "<Section ",
    "<article by ",
    '{"headline ',
    '["',
    "<!-- ",
    "&lt;",
]


class TestProse:
    @given(st.sampled_from(OPENINGS), PROSE)
    def test_what_begins_like_a_tag(self, opening, prose):
        """Plain text that only begins like markup or JSON is plain text, and never an error."""
        article = dn.parse_article(opening + prose)
        assert article.text == opening + prose

    @given(st.sampled_from(OPENINGS), st.sampled_from(["\x00", "\ud800", "\u202e", "\ufeff", "\x1b[0m"]), PROSE)
    def test_what_is_no_character(self, opening, odd, prose):
        """The same with NUL, lone surrogates, marks of direction and byte order in it."""
        raw = opening + odd + prose
        assert dn.parse_article(raw).text == raw
