"""Make `lexicons/tables.jsonl`: the TOML files of `lexicons/data` in a form that loads at once.

Run `python -m diplonews._build.build_tables_file` after a change of one of them.
"""

from __future__ import annotations

import json
import tomllib
from binascii import crc32
from datetime import date
from pathlib import Path

from diplonews.lexicons.datafiles import DATE_KEY, TABLES

__all__ = ["TARGET", "render"]

LEXICONS = Path(__file__).parents[1] / "lexicons"
TARGET = LEXICONS / TABLES


def _plain(value: object) -> dict[str, str]:
    if type(value) is not date:
        raise TypeError(f"a table holds texts, numbers, dates without a time and lists of them (got {value!r})")
    return {DATE_KEY: value.isoformat()}


def render() -> str:
    """One line per file: its name, the checksum of its bytes and its table, between tabs."""
    data = LEXICONS / "data"
    lines = []
    for path in sorted(data.rglob("*.toml")):
        content = path.read_bytes()
        table = json.dumps(tomllib.loads(content.decode("utf-8")), default=_plain, separators=(",", ":"))
        lines.append(f"{path.relative_to(data).as_posix()}\t{crc32(content)}\t{table}\n")
    return "".join(lines)


if __name__ == "__main__":
    TARGET.write_text(render(), encoding="ascii", newline="\n")
    print(f"wrote {TARGET}")
