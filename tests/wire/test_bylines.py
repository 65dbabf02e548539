"""Bylines: persons, agencies, and lines that only look like one."""

import pytest
from hypothesis import given, strategies as st

from diplonews import parse_article
from diplonews.wire.bylines import find_byline, looks_like_name


@pytest.mark.parametrize(
    ("line", "names", "provider"),
    [
        ("By Ann Rowe", ("Ann Rowe",), None),
        ("BY ANN ROWE", ("ANN ROWE",), None),
        ("By Ann Rowe and Karl Dahl", ("Ann Rowe", "Karl Dahl"), None),
        ("By Ann Rowe, Karl Dahl and Joe Ek in Oslo", ("Ann Rowe", "Karl Dahl", "Joe Ek"), None),
        ("By Ann Rowe, Reuters", ("Ann Rowe",), "Reuters"),
        ("By Ann Rowe for HBC", ("Ann Rowe",), None),
        ("Ann Rowe By Ann Rowe Fox News", ("Ann Rowe",), "Fox News"),
        ("By Yonhap", (), "Yonhap"),
        ("by Ann Rowe rowe@harbour.example.", ("Ann Rowe",), None),
        ("By Ann Rowe, diplomatic correspondent", ("Ann Rowe",), None),
        ("ANN ROWE and KARL DAHL, Harbour staff writers", ("ANN ROWE", "KARL DAHL"), None),
        ("By Reuters Staff", (), "Reuters"),
        ("Reuters Staff", (), "Reuters"),
        ("Associated Press Writer", (), "AP"),
        ("by Sportswriter Gao Wen", ("Gao Wen",), None),
        ("By Xinhua writer Gao Wen", ("Gao Wen",), None),
        ("By Ann Rowe, The Harbour Post =", ("Ann Rowe",), None),
        ("Ann Rowe, dpa", ("Ann Rowe",), "dpa"),
        ("By Kim Ha-neul", ("Kim Ha-neul",), None),
        ("By Jan van der Berg", ("Jan van der Berg",), None),
    ],
)
def test_byline(line, names, provider):
    """Names in order, the agency by its table name."""
    found = find_byline(line)
    assert (found.names, found.provider) == (names, provider)


@pytest.mark.parametrize(
    "line",
    [
        "",
        "By",
        "By midnight both sides had agreed",
        "By law, the court must rule",
        "By far the largest port in Norland",
        "Talks resume in Oslo",
        "Reuters said on Monday that talks had begun",
        "x" * 300,
    ],
)
def test_no_byline(line):
    """A sentence that begins with By, a headline and a long line are none."""
    assert find_byline(line) is None


@given(st.text(max_size=200))
def test_any_text(text):
    """Any line gives a byline or None."""
    find_byline(text)
    find_byline("By " + text)


@pytest.mark.parametrize(
    ("line", "wanted"), [("Ann Rowe", True), ("Ann", False), ("Talks 2021", False), ("Jan van Berg", True)]
)
def test_looks_like_name(line, wanted):
    """Two to four capitalised words."""
    assert looks_like_name(line) is wanted


STORY = (
    "Envoys meet\n\nOSLO, June 12 (AFP) - Two envoys met on Wednesday, officials said.\n\nThey gave no figures.\n\n{}\n"
)
SIGNATURES = [
    ("Ann Rowe", ("Ann Rowe",)),
    ("-- Ann Rowe", ("Ann Rowe",)),
    ("(Ann Rowe)", ("Ann Rowe",)),
    ("Ann Rowe in Oslo", ("Ann Rowe",)),
    ("Ann Rowe/Karl Dahl", ("Ann Rowe", "Karl Dahl")),
    ("—Ann Rowe and Karl Dahl", ("Ann Rowe", "Karl Dahl")),
    ("ANN ROWE", ("Ann Rowe",)),
    ("Text: Ann Rowe", ("Ann Rowe",)),
    ("Harbour Talks", ()),
    ("Ann Rowe left.", ()),
]


@pytest.mark.parametrize(("line", "names"), SIGNATURES)
def test_signature_below_the_story(line, names):
    """A name alone below the last paragraph is the by-line, in plain text and in a machine format."""
    plain = parse_article(STORY.format(line))
    item = (
        "<nitf><body><body.content><p>OSLO (AFP) - They met.</p><p>No more.</p><p>{}</p></body.content></body></nitf>"
    )
    for article in (plain, parse_article(item.format(line))):
        assert [byline.names for byline in article.bylines if byline.names] == ([names] if names else [])
        assert article.body.endswith(line) is not bool(names)


def test_signature_of_a_signed_story():
    """Where there is a by-line above, the name below is a sign-off."""
    article = parse_article(STORY.replace("OSLO", "By Ann Rowe\n\nOSLO").format("-- Karl Dahl"))
    assert [byline.names for byline in article.bylines] == [("Ann Rowe",)]
    assert [region.kind.name for region in article.regions][-2:] == ["SIGNOFF", "WHITESPACE"]
