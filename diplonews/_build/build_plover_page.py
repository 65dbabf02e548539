"""Build `docs/reference/events.md`: all types, modes and contexts, each with an example that a rule finds.

python -m diplonews._build.build_plover_page
"""

from __future__ import annotations

from pathlib import Path

from diplonews.lexicons.plover import find_goldstein
from diplonews.lexicons.tables import load_table
from diplonews.model import EventType

__all__ = ["PAGE", "render"]

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "events.md"
START, END = "<!-- types: made by diplonews._build.build_plover_page -->", "<!-- end of types -->"
QUADS = ("", "verbal cooperation", "material cooperation", "verbal conflict", "material conflict")
NONE = "(no rule of the package gives it)"


def render(page: str) -> str:
    """The page with the current tables between its two comments."""
    before, _, rest = page.partition(START)
    tables = "".join(map(_section, EventType))
    return f"{before}{START}\n\n{tables}{_contexts()}\n{END}{rest.partition(END)[2]}"


def _section(kind: EventType) -> str:
    rows = [row for row in load_table("plover").rows if row["type"] == kind]
    quad = int(rows[0]["quad"])
    lines = "".join(
        f"| {_mode(row['mode'])} | {row['meaning']} | {row['score']:g} | `{row['cameo']}` "
        f"| {find_goldstein(row['cameo']):g} | {row['example'] or NONE} |\n"
        for row in rows
    )
    head = "| mode | meaning | score | CAMEO | Goldstein | example |\n| --- | --- | --- | --- | --- | --- |\n"
    return f"## {kind}\n\nQuad {quad}, {QUADS[quad]}.\n\n{head}{lines}\n"


def _mode(name: str) -> str:
    return f"`{name}`" if name else ""


def _contexts() -> str:
    examples = {name: row["example"] for row in load_table("triggers").rows for name in row["contexts"]}
    examples |= {row["context"]: row["example"] for row in reversed(load_table("details").rows)}
    rows = "".join(
        f"| `{row['context']}` | {row['meaning']} | {examples.get(row['context'], NONE)} |\n"
        for row in load_table("contexts").rows
    )
    return f"## Contexts\n\n| context | meaning | example |\n| --- | --- | --- |\n{rows}"


def main() -> None:
    """Write the page."""
    PAGE.write_text(render(PAGE.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    main()
