"""The reference page has the columns as the data have them."""

from diplonews._build.build_exports_page import PAGE, render
from diplonews.exports.run import FORMATS
from diplonews.lexicons.exports import load_export_schemas


def test_page():
    """`python -m diplonews._build.build_exports_page` makes it anew."""
    page = PAGE.read_text(encoding="utf-8")
    assert render(page) == page
    assert all(f"| `{name}` |" in page for name in FORMATS)


def test_columns_are_described():
    """Each column has a name of its own, a known type and a meaning."""
    for schema in load_export_schemas().values():
        assert len(set(schema.names)) == len(schema.columns)
        for column in schema.columns:
            assert column.type in {"text", "code", "list", "day", "whole", "number", "flag", "object"}
            assert column.meaning
