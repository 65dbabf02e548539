"""Build the columns in `docs/reference/exports.md` from `diplonews/lexicons/data/exports.toml`.

python -m diplonews._build.build_exports_page
"""

from __future__ import annotations

from pathlib import Path

from diplonews.lexicons.exports import ExportSchema, load_export_schemas

__all__ = ["PAGE", "render"]

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "exports.md"
START, END = "<!-- columns: made by diplonews._build.build_exports_page -->", "<!-- end of columns -->"


def render(page: str) -> str:
    """The page with the current columns between its two comments."""
    before, _, rest = page.partition(START)
    sections = "".join(map(_section, load_export_schemas().values()))
    return f"{before}{START}\n\n{sections}{END}{rest.partition(END)[2]}"


def _section(schema: ExportSchema) -> str:
    null = f"`{schema.null}`" if schema.null else "an empty cell"
    kind = "Fields" if schema.format == "plover" else "Columns"
    head = f'## {schema.title}\n\n{kind} of `format="{schema.format}"`, version {schema.version}. Null is {null}.'
    lists = f" Several texts in a cell are joined by `{schema.list}`." if schema.list else ""
    rows = "".join(
        f"| {number} | `{column.name}` | {column.type} | {_escape(column.meaning)} |\n"
        for number, column in enumerate(schema.columns, start=1)
    )
    return f"{head}{lists}\n\n| | name | type | content |\n| --- | --- | --- | --- |\n{rows}\n"


def _escape(words: str) -> str:
    return words.replace("|", "\\|")


def main() -> None:
    """Write the page."""
    PAGE.write_text(render(PAGE.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    main()
