"""The published strategies and the contract are tested themselves."""

import subprocess
import sys

import pytest
from hypothesis import given

import diplonews as dn
import diplonews.testing
from diplonews.testing import articles, check_article, check_example, check_parser, datelines, time_expressions
from diplonews.wire.dateline import find_dateline
from diplonews.wire.registry import default_registry


@given(articles())
def test_rendered_article_parses_back(example):
    """A rendered article is a partition and gives every field back."""
    article = dn.parse_article(example.raw)
    check_article(article)
    check_example(article, example, "rendered")


@given(datelines())
def test_rendered_dateline_is_found(rendered):
    """A rendered dateline gives its places and its agency back, and ends where it ends."""
    found = find_dateline(rendered.text + " Envoys met on Monday, officials said.")
    assert found is not None
    assert tuple(place.name for place in found.dateline.places) == rendered.places
    assert (found.dateline.agency, found.dateline.span.end) == (rendered.agency, len(rendered.text))


def test_missing_hypothesis():
    """Without hypothesis the contract works and a strategy's error is the command that cures it."""
    code = "import sys; sys.modules['hypothesis'] = None; import diplonews.testing as t; t.check_parser; t.articles"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (
        "ModelNotFoundError: drawing test cases with diplonews.testing needs hypothesis: "
        'python -m pip install "diplonews[testing]"'
    ) in done.stderr


def test_unknown_name():
    """A name that is not there is an AttributeError."""
    with pytest.raises(AttributeError, match="no attribute 'nonsense'"):
        _ = diplonews.testing.nonsense


@given(time_expressions())
def test_expression_resolves(drawn):
    """An expression of time gives its value back."""
    text, value, anchor = drawn
    assert dn.resolve_date(text, anchor=anchor).value == value


class TestCheckParser:
    """`check_parser` finds what is wrong."""

    def parser(self, **fields):
        """A parser whose one example is wrong in the given fields."""
        raw = "Tide Bulletin 7\nEnvoys to meet again\nMay 5, 2021 10:00\nOSLO -- Envoys will meet, it said. (Yonhap)\n"
        example = dn.Example(raw=raw, **fields)
        marks = (dn.Mark(r"^Tide Bulletin \d+$", 0.9),)
        return type("Tide", (dn.TextParser,), {"name": "tide", "marks": marks, "examples": (example,)})

    @pytest.mark.parametrize(
        ("field", "value"),
        [
            ("headline", "Another"),
            ("deck", "Another"),
            ("provider", "AP"),
            ("place", "BERGEN"),
            ("timezone", "Asia/Seoul"),
            ("names", ("Ann Rowe",)),
            ("credit", "(AP)"),
            ("caption", "A ship"),
            ("published", "2021-05-06"),
            ("published", "2021-05-05T11:00"),
            ("published", "2021-05-05T10:00+08:00"),
            ("body_start", "Nothing"),
            ("body_end", "Nothing"),
        ],
    )
    def test_wrong_field(self, field, value):
        """A field that does not come out as the example says is named."""
        with pytest.raises(AssertionError, match="tide, example 1: "):
            check_parser(self.parser(**{field: value}))

    def test_right(self):
        """A parser that keeps the contract passes."""
        check_parser(self.parser(headline="Envoys to meet again", published="2021-05-05T10:00", body_end="it said."))

    def test_not_recognised(self):
        """An example that another parser takes is named with that parser."""
        example = default_registry().get("yonhap").examples[0]
        other = type("Other", (dn.TextParser,), {"name": "other", "examples": (example,)})
        with pytest.raises(AssertionError, match="other, example 1: recognised as 'yonhap'"):
            check_parser(other)


class TestCheckArticle:
    """`check_article` finds what is wrong."""

    @pytest.mark.parametrize(
        "regions",
        [
            [],
            [(0, 2, "BODY", None)],
            [(1, 3, "BODY", None)],
            [(0, 1, "BODY", None), (1, 3, "BODY", None)],
            [(0, 1, "BODY", None), (1, 1, "WHITESPACE", None), (1, 3, "BODY", None)],
            [(0, 3, "DUPLICATE", None)],
            [(0, 3, "BODY", dn.Span(0, 1))],
        ],
    )
    def test_no_partition(self, regions):
        """Gaps, overlaps, blanks and duplicates of nothing are faults."""
        regions = [
            dn.Region(span=dn.Span(start, end), kind=dn.RegionKind[kind], duplicate_of=of)
            for start, end, kind, of in regions
        ]
        text = "a  " if len(regions) == 2 else "abc"
        with pytest.raises(AssertionError):
            check_article(dn.Article(text=text, format="x", regions=tuple(regions)))
