"""Bylines: persons, agencies, and lines that only look like one."""

import pytest
from hypothesis import given, strategies as st

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
