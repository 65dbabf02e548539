"""What strangers may send: entities, bombs, depth, wrong encodings, noise."""

import contextlib
import warnings

import pytest
from hypothesis import example, given, strategies as st

from diplonews.errors import ParseError
from diplonews.model import RegionKind
from diplonews.wire.base import Copy
from diplonews.wire.formats import FORMATS
from diplonews.wire.formats.common import collect
from diplonews.wire.xml import parse_xml, words

G2 = 'xmlns="http://iptc.org/std/nar/2006-10-01/" guid="a"'
LINES = "<NewsLines><HeadLine>{}</HeadLine></NewsLines>"
BODIES = {
    "newsml-g2": f"<newsItem {G2}><contentMeta><headline>{{}}</headline></contentMeta></newsItem>",
    "newsml1": f"<NewsML><NewsItem><NewsComponent>{LINES}</NewsComponent></NewsItem></NewsML>",
    "nitf": "<nitf><body><body.head><hedline><hl1>{}</hl1></hedline></body.head></body></nitf>",
    "feed": "<rss><channel><item><title>{}</title></item></channel></rss>",
    "house-xml": "<RBNews><headline>{}</headline><content>x</content></RBNews>",
}
ROOTS = {"newsml-g2": "newsItem", "newsml1": "NewsML", "nitf": "nitf", "feed": "rss", "house-xml": "RBNews"}


def bomb(root, depth=12):
    levels = "".join(f'<!ENTITY l{n} "{"".join([f"&l{n - 1};"] * 10)}">' for n in range(1, depth))
    return f'<!DOCTYPE {root} [<!ENTITY l0 "lollollol">{levels}]>'


@pytest.mark.parametrize("name", BODIES)
class TestEntities:
    def test_external_entities_are_not_read(self, parse, name, tmp_path):
        """No file is opened for an entity."""
        secret = tmp_path / "secret.txt"
        secret.write_text("TOPSECRET")
        doctype = f'<!DOCTYPE {ROOTS[name]} [<!ENTITY x SYSTEM "{secret.as_uri()}">]>'
        (article,) = parse(name, doctype + BODIES[name].format("Talks &x; end"))
        assert "TOPSECRET" not in article.text
        assert article.headline == "Talks &x; end"

    def test_external_dtd_is_not_read(self, parse, name):
        """No document type is loaded."""
        doctype = f'<!DOCTYPE {ROOTS[name]} SYSTEM "http://dtd.invalid/x.dtd">'
        assert parse(name, doctype + BODIES[name].format("Talks end"))[0].headline == "Talks end"

    def test_bombs_stay_small(self, parse, name):
        """Nested entities are not expanded: refused where they would grow, left as written where not."""
        for text in ("Talks &l11; end", '<b x="&l11;">Talks</b>'):
            with pytest.raises(ParseError, match="not well-formed"):
                parse(name, bomb(ROOTS[name]) + BODIES[name].format(text))
        (article,) = parse(name, bomb(ROOTS[name], depth=3) + BODIES[name].format("Talks &l2; end"))
        assert article.headline == "Talks &l2; end"

    def test_named_entities(self, parse, name):
        """Names that HTML knows are characters."""
        assert (
            parse(name, BODIES[name].format("Z&uuml;rich&nbsp;talks &amp; more"))[0].headline == "Zürich talks & more"
        )

    def test_surrogates_are_an_error_of_the_copy(self, parse, name):
        """A lone surrogate in XML is not text."""
        with pytest.raises(ParseError, match="not well-formed"):
            parse(name, BODIES[name].format("Talks \ud800 end"))

    @pytest.mark.parametrize("declared", ["utf-8", "iso-8859-1", "utf-16", "windows-1252"])
    def test_declarations(self, parse, name, declared):
        """A string is read as it is whatever it declares; bytes in the encoding that they declare."""
        raw = f'<?xml version="1.0" encoding="{declared}"?>\n' + BODIES[name].format("Zürich – talks")
        assert parse(name, raw)[0].headline == "Zürich – talks"
        if declared != "iso-8859-1":
            assert parse(name, raw.encode(declared))[0].headline == "Zürich – talks"

    def test_wrong_declaration(self, parse, name):
        """Bytes that are not what they declare are read as cp1252."""
        raw = '<?xml version="1.0" encoding="utf-8"?>' + BODIES[name].format("Zürich “talks”")
        assert parse(name, raw.encode("cp1252"))[0].headline == "Zürich “talks”"

    def test_utf8_before_the_declaration(self, parse, name):
        """Bytes that are UTF-8 are read so, whatever they declare."""
        raw = '<?xml version="1.0" encoding="iso-8859-1"?>' + BODIES[name].format("Zürich – talks")
        assert parse(name, raw.encode())[0].headline == "Zürich – talks"

    def test_unknown_encoding(self, parse, name):
        """A declared encoding that nobody knows is passed over."""
        raw = '<?xml version="1.0" encoding="x-wire"?>' + BODIES[name].format("Talks")
        assert parse(name, raw.encode())[0].headline == "Talks"

    def test_comments_and_instructions(self, parse, name):
        """Comments and processing instructions are not text."""
        assert parse(name, BODIES[name].format("Talks <!-- not --><?x y?>end"))[0].headline == "Talks end"


HOSTILE = [
    "<newsItem " * 20_000,
    "<NewsML><NewsItem " * 20_000,
    '<DOC id="x">' + "<P " * 100_000,
    '<REUTERS NEWID="1">' + "<D>" * 100_000,
    "\x16\x16\x01a1234\x1fabc\r\nr i BC-x " + "-" * 500_000,
    "\x01abc0001 3 i 12 dpa 1\r\n\r\nx/\r\n\x02" + "1" * 500_000,
    "\x01abc0001 3 i 12 dpa 1\r\n\r\nx/\r\n\x02" + " " * 500_000 + "x",
    "ZCZC AAP\n" + "#" * 500_000 + "\n" + ":A" * 200_000,
    '{"uri": "a", "headline": "' + "<p" * 200_000 + '"}',
    '{"uri": "a", "headline": "b", "body_text": "' + " \\n" * 200_000 + 'x"}',
    '{"uri": "a", "headline": "b", "body_html": "' + "<div>" * 5_000 + 'x"}',
    "<!--" + "-" * 500_000,
    "<?" * 200_000,
    "<html>" + "<b" * 50_000,
    "<p>" + "<b " * 200_000,
    "<p " + "a=b " * 200_000 + "><b>",
    '<html><script type="application/ld+json">' + "; " * 200_000 + " " * 200_000 + "x</script></html>",
]


@pytest.mark.parametrize("raw", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_copy_ends_quickly(raw):
    """Every format scores and reads long runs in linear time, or refuses them."""
    for cls in FORMATS:
        reader = cls()
        copy = Copy(raw)
        if reader.score(copy) > 0:
            with warnings.catch_warnings(), contextlib.suppress(ParseError):
                warnings.simplefilter("ignore")
                reader.parse(copy)


def test_many_siblings_are_linear(parse):
    """The paths of twenty thousand paragraphs take no quadratic time."""
    raw = "<nitf><body><body.content>" + "<p>word</p>" * 20_000 + "</body.content></body></nitf>"
    (article,) = parse("nitf", raw)
    assert len(article.paragraphs) == 20_000


COMPONENT = "<NewsComponent>" + LINES + "<ContentItem><DataContent>Word.</DataContent></ContentItem></NewsComponent>"


@pytest.mark.parametrize(
    ("name", "raw", "count"),
    [
        ("newsml1", f"<NewsML><NewsItem><NewsComponent>{COMPONENT * 1_000}</NewsComponent></NewsItem></NewsML>", 1_000),
        (
            "newsml-g2",
            f"<newsItem {G2}><contentMeta>{'<description>a</description>' * 20_000}</contentMeta></newsItem>",
            1,
        ),
        ("feed", f"<rss><channel>{'<item><title>a</title></item>' * 2_000}</channel></rss>", 2_000),
    ],
)
def test_many_parts_are_linear(parse, name, raw, count):
    """What an item takes from around it is not gone through again for each item."""
    assert len(parse(name, raw)) == count


@given(st.sampled_from(FORMATS), st.text())
@example(FORMATS[0], "")
@example(FORMATS[-1], "\x00")
def test_any_text(cls, raw):
    """Any text scores between 0 and 1; read as any format, it is an article or a ParseError."""
    reader = cls()
    assert 0 <= reader.score(Copy(raw)) <= 1
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            articles = reader.parse(Copy(raw))
        except ParseError:
            return
    for article in articles:
        assert "".join(region.span.of(article.text) for region in article.regions) == article.text


@given(st.sampled_from(sorted(BODIES)), st.text(st.characters(codec="utf-8", exclude_categories=["Cc"]), min_size=1))
def test_any_words(name, text):
    """Words that are escaped come back as they were, white space apart."""
    from xml.sax.saxutils import escape

    reader = next(cls for cls in FORMATS if cls.name == name)()
    raw = BODIES[name].format("Talks " + escape(text).replace("\ufffe", "").replace("\uffff", ""))
    (article,) = reader.parse(Copy(raw))
    assert article.headline.startswith("Talks")


class TestParseXml:
    def test_error_has_line_and_excerpt(self):
        """The error points at the line and quotes around the column."""
        with pytest.raises(ParseError) as caught:
            parse_xml(Copy("<a>\n<b>\n" + "x" * 100 + "</c>\n</a>"), "nitf")
        assert (caught.value.format, caught.value.line) == ("nitf", 3)
        assert "</c>" in caught.value.excerpt

    def test_lines_above_are_counted(self):
        """Empty lines before the root count, in text and in bytes."""
        for raw in ("\n\n\ufeff<a>\n</b>", b"\n\n<a>\n</b>"):
            with pytest.raises(ParseError) as caught:
                parse_xml(Copy(raw), "nitf")
            assert caught.value.line == 4

    def test_empty(self):
        """Nothing is not XML."""
        with pytest.raises(ParseError):
            parse_xml(Copy(""), "nitf")

    def test_words_of_nothing(self):
        """The words of no element are empty."""
        assert words(None) == ""


def test_slips_of_our_own_are_errors_of_one_item():
    """What should not happen costs one item, not the container."""

    def read(draft, item):
        draft.add(RegionKind.BODY, {"good": "Talks end."}[item])

    articles = collect("x", ["good", "bad"], read, copy=Copy(""))
    assert [str(failure) for failure in articles.failures] == ["x: item 2: can't be read: 'bad'"]
    assert len(articles) == 1
