"""Lines and paragraphs of plain text."""

import pytest
from hypothesis import given, strategies as st

from diplonews.wire.lines import ends_sentence, is_foreign_label, is_wrapped, join_wrapped, main_script, split_lines

WRAPPED = (
    "   The envoys of Norland and Sudmark met in the harbour office and\n"
    "agreed to open the line again before the end of the month, officials\n"
    "said after the talks on Monday.\n"
    "   The line had been closed since March, when a ship of Norland was\n"
    "stopped on its way to the northern islands.\n"
)


@given(st.text())
def test_lines_are_the_visible_text(text):
    """Lines are in order, start and end visibly, and leave only white space and controls out."""
    controls = "".join(map(chr, (*range(1, 9), *range(14, 28), 127)))
    at = 0
    for start, end in split_lines(text):
        assert at <= start < end <= len(text)
        assert not set(text[at:start]) - {*controls, "\ufeff", "\u200b"} - set(filter(str.isspace, text))
        assert text[start:end].strip() == text[start:end]
        at = end
    assert not set(text[at:]) - {*controls, "\ufeff", "\u200b"} - set(filter(str.isspace, text))


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("Envoys met.", True),
        ('He said "no."', True),
        ("Envoys met. (Yonhap)", True),
        ("Will they meet?", True),
        ("外相が会談した。", True),
        ("Envoys to meet in the U.S.", False),
        ("Ties with N.K.", False),
        ("Envoys to meet", False),
        ("x" * 300, True),
        ("", False),
    ],
)
def test_ends_sentence(line, wanted):
    """A full stop ends a sentence, an abbreviation's point does not."""
    assert ends_sentence(line) is wanted


def test_wrapped_text():
    """Lines that run on are one paragraph; an indent starts the next."""
    lines = split_lines(WRAPPED)
    assert is_wrapped(WRAPPED, lines)
    paragraphs = [WRAPPED[start:end] for start, end in join_wrapped(WRAPPED, lines)]
    assert len(paragraphs) == 2
    assert paragraphs[1].startswith("The line had")
    assert paragraphs[1].endswith("islands.")


def test_lines_of_their_own():
    """One paragraph a line is not wrapped, nor are a list and a single line."""
    text = "Envoys of Norland and Sudmark met in the harbour office on Monday.\n" * 4
    assert not is_wrapped(text, split_lines(text))
    assert not is_wrapped("one\ntwo", split_lines("one\ntwo"))


@pytest.mark.parametrize(
    ("text", "script"),
    [("abc", "Latin"), ("", "Latin"), ("한국 " * 40, "Hangul"), ("мир " * 40, "Cyrillic"), ("かな" * 40, "Kana")],
)
def test_main_script(text, script):
    """The script of most letters."""
    assert main_script(text) == script


def test_foreign_label():
    """A short line in another script is a label; one in the article's script or without letters is not."""
    assert is_foreign_label("김하늘", "Latin")
    assert not is_foreign_label("김하늘", "Hangul")
    assert not is_foreign_label("“…”", "Latin")
    assert not is_foreign_label("Zürich", "Latin")
