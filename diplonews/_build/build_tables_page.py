"""Build `docs/reference/tables.md`, the codebook of the tables of findings, from `diplonews/tabular/columns.tsv`.

python -m diplonews._build.build_tables_page
"""

from __future__ import annotations

from pathlib import Path

from diplonews.tabular.codebook import STORY_TABLES, TABLES, Column, StoryTableName, TableName, columns

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "tables.md"
START, END = "<!-- columns: made by diplonews._build.build_tables_page -->", "<!-- end of columns -->"
ROWS: dict[TableName | StoryTableName, str] = {
    "articles": "an article",
    "dates": "an expression of time",
    "quotes": "a quote",
    "speakers": "a speaker of an article: of a quote, or of an event that is reported",
    "events": "a directed pair of the parties of an event",
    "mentions": "a mention of an actor",
    "timeline": "an event, with all articles that report it",
    "dyad_series": "a period",
}


def render(page: str) -> str:
    """The page with the current columns between its two comments."""
    before, _, rest = page.partition(START)
    sections = "".join(f"## {name}\n\nA row is {ROWS[name]}.\n\n{_lines(name)}\n" for name in (*TABLES, *STORY_TABLES))
    return f"{before}{START}\n\n{sections}{END}{rest.partition(END)[2]}"


def _lines(name: TableName | StoryTableName) -> str:
    head = "| column | type | meaning | null |\n| --- | --- | --- | --- |\n"
    return head + "".join(_line(column) for column in columns(name))


def _line(column: Column) -> str:
    values = {"": "", "list": " (several, joined by `;`)"}.get(column.values, f" ({column.values})")
    return f"| `{column.name}` | {column.type} | {column.meaning}{values} | {column.null} |\n"


def main() -> None:
    """Write the page."""
    PAGE.write_text(render(PAGE.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    main()
