"""What reaches the terminal."""

import io
import json
import re
import sys

import pytest
from hypothesis import example, given, strategies as st

from diplonews.terminal import print_error, print_json, print_line, print_table, printable

HOSTILE = "\x1b]0;title\x07\x1b[31m\x9b2J\r\b\x7f\u202eevil\u2066\u200b\u2028\udcff\u00a0e"
PAIR = re.compile("[\ud800-\udbff][\udc00-\udfff]")  # JSON can't distinguish it from the character it encodes
TEXTS = st.text(st.one_of(st.characters(categories=("Cc", "Cf", "Cs", "Zl", "Zp")), st.characters())).filter(
    lambda text: PAIR.search(text) is None
)


def printed(function, *arguments, encoding="utf-8"):
    """What a function prints to a terminal of an encoding."""
    streams = {name: io.TextIOWrapper(io.BytesIO(), encoding=encoding, newline="\n") for name in ("stdout", "stderr")}
    with pytest.MonkeyPatch.context() as patch:
        for name, stream in streams.items():
            patch.setattr(sys, name, stream)
        function(*arguments)
    for stream in streams.values():
        stream.flush()
    return b"".join(stream.buffer.getvalue() for stream in streams.values()).decode(encoding)


@given(TEXTS)
@example(HOSTILE)
@pytest.mark.parametrize("encoding", ["utf-8", "cp1252", "ascii"])
def test_only_what_can_be_seen_is_printed(encoding, text):
    """Lines, messages, tables and JSON hold line ends and visible characters, on every terminal."""
    shown = printed(print_line, text, encoding=encoding)
    shown += printed(print_error, text, encoding=encoding)
    shown += printed(print_table, ("a", "b"), [(text, text), ("x", text)], encoding=encoding)
    shown += printed(print_json, json.dumps({text: text}, ensure_ascii=False), encoding=encoding)
    assert shown.count("\n") == 1 + 1 + 4 + 1
    assert shown.replace("\n", "").isprintable()


@given(TEXTS)
@example(HOSTILE)
@pytest.mark.parametrize("encoding", ["utf-8", "cp1252", "ascii"])
def test_json_means_the_same(encoding, text):
    """However it is escaped, what is read is what was to be printed."""
    assert json.loads(printed(print_json, json.dumps(text, ensure_ascii=False), encoding=encoding)) == text


def test_what_is_spelt_out():
    """Letters of any script stay; the rest is written as Python writes it."""
    assert printable("東京 Ελλάδα «ع» 😀") == "東京 Ελλάδα «ع» 😀"
    assert printable(HOSTILE) == (r"\x1b]0;title\x07\x1b[31m\x9b2J\r\x08\x7f\u202eevil\u2066\u200b\u2028\udcff\xa0e")


def test_a_message_names_the_program():
    """On standard error, on one line."""
    assert printed(print_error, "no\nway") == "diplonews: no\\nway\n"


def test_columns():
    """As wide as the widest cell, at most 60 characters."""
    rows = [("a", "b" * 70), ("long", "c\n\td")]
    assert printed(print_table, ("x", "y"), rows).splitlines() == [
        "  x     y",
        f"  ----  {'-' * 60}",
        f"  a     {'b' * 59}…",
        "  long  c d",
    ]
