"""Credits, captions, halves, prefixes."""

import pytest
from hypothesis import given, strategies as st

from diplonews.wire.furniture import (
    credited_agency,
    find_caption,
    find_closing_credit,
    find_closing_mark,
    find_halves,
    find_prefix,
    furniture,
)


@pytest.mark.parametrize(
    ("words", "agency"),
    [
        ("Yonhap", "Yonhap"),
        ("AFP/Reuters", "AFP"),
        ("AFP-Jiji", "AFP"),
        ("With inputs from Reuters", "Reuters"),
        ("with agency inputs", None),
        ("Reuters and friends", None),
        ("photo", None),
    ],
)
def test_credited_agency(words, agency):
    """Every part of a credit must be an agency."""
    assert credited_agency(words) == agency


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("Talks go on. (Yonhap)", (13, "Yonhap")),
        ("Talks go on. (Yonhap).", (13, "Yonhap")),
        ("Talks go on. [Reuters]", (13, "Reuters")),
        ("(Yonhap)", (0, "Yonhap")),
        ("Talks go on (in Oslo)", None),
        ("Talks go on.", None),
        ("", None),
    ],
)
def test_closing_credit(line, found):
    """Only a bracketed agency at the very end."""
    assert find_closing_credit(line) == found


@pytest.mark.parametrize(
    ("line", "at"),
    [("Talks go on. (END)", 13), ("Talks go on. -- BERNAMA", 13), ("The end", None), ("(END)", None), ("", None)],
)
def test_closing_mark(line, at):
    """An end mark glued to a paragraph; alone it is a line of its own."""
    assert find_closing_mark(line) == at


@pytest.mark.parametrize(
    ("line", "at"),
    [
        ("Envoys at sea Envoys at sea", 14),
        ("Envoys at seaEnvoys at sea", 13),
        ("Envoys at sea", None),
        ("ha ha ha ha", None),
    ],
)
def test_halves(line, at):
    """A line that says the same twice, with or without a space between."""
    assert find_halves(line) == at


@pytest.mark.parametrize(
    ("line", "length"),
    [
        ("(LEAD) Envoys meet", 7),
        ("UPDATE 2-Envoys meet", 9),
        ("WRAPUP 1-UPDATE 2-Envoys meet", 18),
        ("Urgent: Envoys meet", 8),
        ("(LEAD)", 0),
        ("Envoys meet", 0),
        ("UPDATES on talks", 0),
    ],
)
def test_prefix(line, length):
    """Marks before a headline; a line that is nothing but a mark has none before it."""
    assert find_prefix(line) == length


@given(st.text(max_size=800))
def test_any_text(line):
    """Any line ends in offsets inside it."""
    for head in (True, False):
        furniture().match(line, head=head)
    caption = find_caption(line)
    assert caption is None or caption.credit is None or 0 <= caption.credit < len(line)
    for found in (find_halves(line), find_closing_mark(line)):
        assert found is None or 0 < found < len(line)
    assert 0 <= find_prefix(line) <= len(line)
