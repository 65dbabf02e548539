"""Items a second, by format, and growth with length. Run with `pytest tests/benchmarks`."""

import json

import pytest

from diplonews import parse_article
from diplonews.wire.base import Copy
from diplonews.wire.formats import FORMATS

SENTENCE = "Ministers of both countries said on Tuesday that the talks had been useful and would go on in May. "
PARAGRAPHS = [f"OSLO, March 12 (Reuters) - {SENTENCE * 3}", *[SENTENCE * 3] * 14, "They gave no date. (Reuters)"]
MARKUP = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
G2 = f"""<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:newsml:x.example:20240312:1" version="1">
<itemMeta><itemClass qcode="ninat:text"/><provider literal="Reuters"/>
<versionCreated>2024-03-12T10:00:00Z</versionCreated></itemMeta>
<contentMeta><urgency>3</urgency><language tag="en"/>
{'<subject qcode="medtop:11000000"><name>politics</name></subject>' * 20}
<slugline>TALKS/</slugline><headline>Talks go on</headline></contentMeta>
<contentSet><inlineXML><html><body>{MARKUP}</body></html></inlineXML></contentSet></newsItem>"""
NITF = f"""<nitf><body><body.head><hedline><hl1>Talks go on</hl1></hedline></body.head>
<body.content>{MARKUP}</body.content></body></nitf>"""
WIRE = "\x01exb0142 3 i 118  dpa 0707\r\n\r\nTalks/\r\n\x02Talks go on =\r\n\r\n{}\r\n\x03121435 GMT Mar 24\r\n"
ITEM = {"uri": "a", "headline": "Talks go on", "versioncreated": "2024-03-12T10:00:00Z", "body_html": MARKUP}
SAMPLES = {
    "newsml-g2": G2,
    "nitf": NITF,
    "ninjs": json.dumps(ITEM),
    "iptc7901": WIRE.format("\r\n\r\n".join(PARAGRAPHS)),
}


def reader(name):
    return next(cls for cls in FORMATS if cls.name == name)()


@pytest.mark.parametrize("name", SAMPLES)
def test_items_a_second(benchmark, name):
    """One item of sixteen paragraphs, about 5 kB, its format recognised."""
    article = benchmark(parse_article, SAMPLES[name])
    assert (article.format, len(article.paragraphs)) == (name, 16)


@pytest.mark.parametrize("items", [10, 100, 1_000])
def test_containers_grow_linearly(benchmark, items):
    """A message of that many items."""
    raw = f'<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet>{G2 * items}</itemSet></newsMessage>'
    parser = reader("newsml-g2")
    assert len(benchmark.pedantic(lambda: parser.parse(Copy(raw)), rounds=3)) == items


@pytest.mark.parametrize("characters", [10_000, 100_000, 1_000_000, 9_000_000])
def test_long_paragraph(benchmark, characters):
    """One paragraph of that many characters."""
    raw = f"<nitf><body><body.content><p>{'word ' * (characters // 5)}</p></body.content></body></nitf>"
    parser = reader("nitf")
    assert len(benchmark.pedantic(lambda: parser.parse(Copy(raw)), rounds=2)) == 1
