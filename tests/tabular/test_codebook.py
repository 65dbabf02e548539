"""The codebook: every column described once, and nothing else in the tables or on the page."""

import pytest
from hypothesis import given

from diplonews._build.build_tables_page import PAGE, render
from diplonews.tabular.codebook import TABLES, columns
from diplonews.tabular.rows import ROWS, Numbered
from diplonews.testing import analyses


@pytest.mark.parametrize("name", TABLES)
def test_columns_are_described(name):
    """Names are unique; type, meaning and null are given; the keys come first."""
    described = columns(name)
    names = [column.name for column in described]
    assert len(names) == len(set(names))
    assert names[:3] == ["article_number", "article_id", "ruleset"]
    for column in described:
        assert column.type in {"text", "whole", "number", "yes_no", "day", "instant"}
        assert column.meaning
        assert column.null


@given(analyses())
def test_rows_have_the_columns_of_the_codebook(analysis):
    """All of them, and no other; values that are listed are the only ones."""
    item = Numbered(number=0, analysis=analysis)
    for name in TABLES:
        for row in ROWS[name](item):
            assert set(row) == {column.name for column in columns(name)}
            for column in columns(name):
                if column.values.isupper() and "," in column.values and " or " not in column.values:
                    assert row[column.name] in {None, *column.values.split(", ")}


def test_the_page_is_made_from_the_codebook():
    """`python -m diplonews._build.build_tables_page` makes it anew."""
    page = PAGE.read_text(encoding="utf-8")
    assert render(page) == page
    for name in TABLES:
        assert all(f"| `{column.name}` |" in page for column in columns(name))
