"""Make `wire/parsers.jsonl`: the declarations of the TOML files of `wire/parsers`, in a form that loads at once.

Run `python -m diplonews._build.build_parsers_file` after a change of one of them.
"""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

from diplonews.wire.declared import DECLARATIONS, FOLDER

__all__ = ["TARGET", "render"]

WIRE = Path(__file__).parents[1] / "wire"
TARGET = WIRE / DECLARATIONS
ORDER = "order.toml"


def render() -> str:
    """One line per parser, in the order of `order.toml`; the examples stay in the files."""
    folder = WIRE / FOLDER
    names = [name for group in tomllib.loads((folder / ORDER).read_text("utf-8")).values() for name in group]
    files = {path.stem for path in folder.glob("*.toml") if path.name != ORDER}
    if sorted(names) != sorted(files):
        raise ValueError(f"{ORDER} and the files differ: {sorted(files.symmetric_difference(names))}")
    lines = []
    for name in names:
        table = tomllib.loads((folder / f"{name}.toml").read_text("utf-8"))
        del table["examples"]
        lines.append(json.dumps(table, default=lambda day: day.isoformat(), separators=(",", ":")) + "\n")
    return "".join(lines)


if __name__ == "__main__":
    TARGET.write_text(render(), encoding="ascii", newline="\n")
    print(f"wrote {TARGET}")
