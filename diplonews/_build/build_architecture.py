"""Build `docs/explanation/architecture.svg`: the imports between parts of the package, read from the source.

    python -m diplonews._build.build_architecture

Imports that another path implies are left out. A part is placed below all parts that import it.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

__all__ = ["PICTURE", "imports", "reduced", "render"]

PACKAGE = Path(__file__).parents[1]
PICTURE = PACKAGE.parent / "docs" / "explanation" / "architecture.svg"
TOOLS = frozenset(("errors", "files", "logs", "moments", "patterns", "terminal", "workers"))
ENTRIES = frozenset(("cli", "commands"))
LEFT_OUT = frozenset(("__init__", "__main__", "_build"))
# Looked up only when they are asked for; see `DERIVED` in `tests/test_house.py`.
LAZY = frozenset((("model", "lexicons"), ("model", "display")))
WIDTH, BOX, ROW, HEIGHT = 920, 112, 86, 34

Graph = Mapping[str, frozenset[str]]


def _part(name: str) -> str:
    """The part of the diagram that a module or folder belongs to."""
    return "foundations" if name in TOOLS else "commands" if name in ENTRIES else name


def _imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        names = [node.module] if isinstance(node, ast.ImportFrom) and node.module else []
        names += [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        yield from (name.split(".")[1] for name in names if name.startswith("diplonews."))


def imports() -> Graph:
    """The parts of the package, with the parts that each imports."""
    found: dict[str, set[str]] = {}
    for path in PACKAGE.rglob("*.py"):
        top = path.relative_to(PACKAGE).with_suffix("").parts[0]
        if top not in LEFT_OUT:
            found.setdefault(_part(top), set()).update(map(_part, set(_imported(path)) - LEFT_OUT))
    return {part: frozenset(o for o in others if o != part and (part, o) not in LAZY) for part, others in found.items()}


def reduced(graph: Graph) -> Graph:
    """The same graph without the imports that longer paths imply."""

    @cache
    def reach(part: str) -> frozenset[str]:
        return graph[part].union(*map(reach, graph[part]))

    return {
        part: frozenset(o for o in others if not any(o in reach(p) for p in others)) for part, others in graph.items()
    }


def _levels(graph: Graph) -> list[list[str]]:
    """The parts by the length of the longest path below them, the lowest first."""

    @cache
    def depth(part: str) -> int:
        return max((1 + depth(other) for other in graph[part]), default=0)

    rows = [sorted(part for part in graph if depth(part) == level) for level in range(max(map(depth, graph)) + 1)]
    order: dict[str, float] = {}
    for row in rows:
        row.sort(key=lambda part: sum(order[other] for other in graph[part]) / max(1, len(graph[part])))
        order.update((part, (place + 1) / (len(row) + 1)) for place, part in enumerate(row))
    return rows


def render() -> str:
    """The picture."""
    graph = reduced(imports())
    rows = _levels(graph)
    height = ROW * len(rows)
    at = {
        part: (round(WIDTH * (place + 1) / (len(row) + 1)), height - ROW * level - ROW // 2)
        for level, row in enumerate(rows)
        for place, part in enumerate(row)
    }
    lines = [_line(at[part], at[other]) for part in sorted(graph) for other in sorted(graph[part])]
    boxes = [_box(part, *at[part]) for part in sorted(graph)]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" font-family="sans-serif" '
        'font-size="14" role="img" aria-label="Parts of the package and what each imports">\n'
        f'<rect width="{WIDTH}" height="{height}" fill="#fff"/>\n{"".join(lines)}{"".join(boxes)}</svg>\n'
    )


def _line(start: tuple[int, int], end: tuple[int, int]) -> str:
    (x, y), (to_x, to_y) = start, end
    y, to_y = y + HEIGHT // 2, to_y - HEIGHT // 2
    bend = (to_y - y) // 2
    curve = f"M{x} {y}C{x} {y + bend} {to_x} {to_y - bend} {to_x} {to_y}"
    return f'<path d="{curve}" fill="none" stroke="#7a8794" stroke-width="1.3"/>\n'


def _box(part: str, x: int, y: int) -> str:
    return (
        f'<rect x="{x - BOX // 2}" y="{y - HEIGHT // 2}" width="{BOX}" height="{HEIGHT}" rx="6" fill="#eef3f8" '
        f'stroke="#2c5d8f"/>\n<text x="{x}" y="{y + 5}" text-anchor="middle" fill="#12283d">{part}</text>\n'
    )


if __name__ == "__main__":
    PICTURE.write_text(render(), encoding="utf-8")
    print(f"wrote {PICTURE}")
