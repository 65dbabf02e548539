"""Whether a copy is HTML."""

from pathlib import Path

import pytest
from hypothesis import given, strategies as st

import diplonews as dn
from diplonews.wire.markup import is_html

ABOVE = [
    "",
    "\ufeff",
    "\n\n \t",
    "<!-- Varnish 3 -->",
    "<!---->\n<!-->",
    "<!-- " + "cached " * 2_000 + "-->\n",
    '<?xml version="1.0" encoding="utf-8"?>\n',
    '<?php include "top.php" ?>',
    "<!--[if lt IE 7]> <html class='ie6'> <![endif]-->\n<!--[if gt IE 8]><!-->",
    "<![if !IE]>\n",
    "<br />\n<b>Warning</b>:  Undefined variable $ads in <b>/srv/page.php</b> on line <b>12</b><br />\n",
    "<b>Deprecated</b>: each() in <b>/srv/page.php</b> on line <b>4</b><br />",
    '<font size="1">Notice</font>\n',
    "Warning: Undefined variable $ads in /srv/page.php on line 12\n\n",
    "PHP Fatal error:  Uncaught Error in /srv/page.php:3\nStack trace:\n#0 {main}\n  thrown on line 3\n",
]
DOCUMENTS = [
    "<!DOCTYPE html>",
    '<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01//EN" "http://www.w3.org/TR/html4/strict.dtd">',
    '<!DOCTYPE html SYSTEM "about:legacy-compat" >',
    "<html>",
    '<html lang="de"class="no-js">',
    '<html data-play=\'{"a": "b > c"}\' x-data :class="{ open: true }">',
    "<head>",
    '<head\n    data-wpurl="https://courier.example">',
    "<body bgcolor=white>",
]
STARTS = [
    *DOCUMENTS,
    '<meta charSet="utf-8"/>',
    "<title>Cable agreed</title>",
    "<style>\n.a > .b { color: red }\n</style>",
    "<script async src='a.js'></script>",
    '<link rel="stylesheet" href="a.css">',
    '<base href="https://courier.example/"/>',
    '<div id="main" hidden>',
    "<article itemscope>",
    "<main v-cloak>",
    "<section>",
    "<table border=0>",
    "<ul>",
    "<h2>Cable agreed</h2>",
    "<p>One.</p>",
]
REST = "\n<!-- story -->\n<p>They met.</p>"
CASES = [str, str.upper, str.lower, str.title]


@given(st.sampled_from(ABOVE), st.sampled_from(DOCUMENTS), st.sampled_from(CASES))
def test_document(above, start, case):
    """A document is HTML in any case and under anything that browsers or servers put above it."""
    assert is_html(above + case(start) + REST)
    assert is_html(above + case(start + REST))


@given(
    st.sampled_from([above for above in ABOVE if "</b>" not in above and "font" not in above]), st.sampled_from(STARTS)
)
def test_stretch(above, start):
    """So is a stretch of one that begins anywhere above its text."""
    assert is_html(above + start + REST)


@pytest.mark.parametrize(
    "text",
    [
        "<!doctype html>Talks ended.",
        "<!doctype html>\nTalks ended.",
        "<!doctype html> Talks <b>ended</b>.",
        "<html>Talks ended.",
        "<p>One.<p>Two.",
        "<h1>Talks</h1>They met.",
        "<br><html>",
    ],
)
def test_little_of_it(text):
    """A document type, or an element tagged twice, is enough."""
    assert is_html(text)


PROSE = [
    "The page begins with <!doctype html> and <html>, then comes <head>.</p>",
    "Type this:\n<!doctype html>\n<html><body><p>Hello</p></body></html>",
    "The fault is on line 12\n<!doctype html><html></html>",
    "<!doctype html> is the first line of every page, the consortium said.",
    "<!doctype html>, then <html>: so a page begins.",
    "<html> and <body> were the first tags, he said.",
    "<section of the law> said </b>",
    "<body of evidence> <b>",
    "<head of state> <p>",
    "<title of the book> <p>",
    "<p>One.",
    "<p> opens a paragraph, <div> a block.",
    "<b>OSLO, May 4 (Reuters)</b> - Two envoys will meet.<br>\nThey will talk.<br>",
    "<i>By Kadri Saar</i>\n\nTALLINN, May 4 (AP) _ Two envoys will meet.",
    "<a href=x>Home</a> <b>",
    "a < b and b > c",
    "<3 <p>",
    "<",
    "",
]
AGENCY = [
    "<BAC> up 3 pct after results, <AAPL.O> down.",
    "OSLO, May 4 (Reuters) - Two <b>envoys</b> will meet.<br>\n<p>They will talk.</p>\n<!doctype html>",
    "SEOUL, May 4 (Yonhap) -- Two envoys will meet.</p>\n<p>They will talk.</p></div></body></html>",
    "\x16\x16\x01a0105\x1fkoko-\nr i <html><p>",
    "ZCZC AAP\n<p>Talks</p><p>end</p>",
]
XML = [
    '<?xml version="1.0"?><!DOCTYPE nitf><nitf><head><title>T</title></head><body><p>x</p></body></nitf>',
    "<!-- <html> --><nitf><body><body.content><p>x</p><p>y</p></body.content></body></nitf>",
    '<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/"><inlineXML><html><body><p>x</p></body></html></inlineXML></newsItem>',
    "<NewsML><NewsItem><DataContent><p>x</p><p>y</p></DataContent></NewsItem></NewsML>",
    "<rss><channel><item><description><![CDATA[<html><p>x</p>]]></description></item></channel></rss>",
    '<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>T</title><content><div><p>x</p></div></content></entry></feed>',
    '<DOC id="a"><HEADLINE>T</HEADLINE><TEXT><P>x</P><P>y</P></TEXT></DOC>',
    '<!DOCTYPE lewis SYSTEM "lewis.dtd"><REUTERS NEWID="1"><TITLE>T</TITLE><BODY>x</BODY></REUTERS>',
    "<!DOCTYPE htmlbook><htmlbook><p>x</p></htmlbook>",
    "<!DOCTYPE article><article><p>x</p></article>",
    "<xhtml><p>x</p></xhtml>",
]


@pytest.mark.parametrize("text", [*PROSE, *AGENCY, *XML])
def test_other_copy(text):
    """Prose about HTML, agencies' text with tags in it and XML are none, under a comment either."""
    assert not is_html(text)
    assert not is_html("\n<!-- page -->\n" + text)


@pytest.mark.parametrize("text", [*PROSE, *AGENCY[:3]])
def test_read_as_plain_text(text):
    """They are read as plain text, every character of it."""
    article = dn.parse_article(text)
    assert article.format != "html"
    assert article.text == text


def test_samples():
    """Of the samples of all formats the page alone is HTML."""
    samples = sorted((Path(__file__).parent / "formats" / "samples").iterdir())
    assert [path.name for path in samples if is_html(path.read_text("utf-8", "replace"))] == ["html.html"]


@given(st.text(st.sampled_from("<>!-?/=\"' \nabhpt") | st.characters(), max_size=200))
def test_any_text(text):
    """Any text is HTML or not."""
    assert is_html(text) in (True, False)


@pytest.mark.parametrize(
    "text",
    [
        "<!--" * 200_000,
        "<!-->" * 200_000,
        "<?" * 200_000,
        "<?>" * 200_000,
        "<!x>" * 200_000 + "<!",
        "<p " + "a='" * 200_000,
        "<p " + "a='b\"c'" * 200_000,
        "<p>" + "</ " * 200_000,
        "<b>" + "<html" * 200_000,
        "<!doctype html> is" + "</b " * 200_000,
        " " * 500_000,
        "Warning: " + "x on line 1 " * 100_000 + "<",
    ],
    ids=range(12),
)
def test_hostile_text_ends_quickly(text):
    """Long runs take linear time: a quadratic one would not come to an end."""
    assert is_html(text) in (True, False)


@pytest.mark.parametrize(
    ("text", "page"),
    [
        ("<article><headline>Talks end</headline><p>They left.</p></article>", False),
        ("<section><story-card>Talks end</story-card><p>They left.</p></section>", True),
        ("<div><svg><path d='M0'/></svg><p>They left.</p></div>", True),
        ("<b>Talks end</b><p>They left.</p>", True),
        ("<body><body.head/><body.content><p>They left.</p></body.content></body>", False),
    ],
)
def test_stretches(text, page):
    """Fragments of a page, and XML that only begins like one."""
    assert is_html(text) is page
