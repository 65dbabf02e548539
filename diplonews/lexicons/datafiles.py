"""The package's data files, read through its own loader.

`importlib.resources` would do the same, but imports thirty modules. The TOML files are also copied into
`tables.jsonl` by `python -m diplonews._build.build_tables_file`: reading JSON takes a twentieth of the time.
A TOML file changed since then is read directly.
"""

from __future__ import annotations

from binascii import crc32
from datetime import date
from functools import cache
from pkgutil import get_data
from typing import Any

__all__ = ["DATE_KEY", "TABLES", "read_bytes", "read_text", "read_toml"]

TABLES = "tables.jsonl"
DATE_KEY = "date of TOML"


def _bytes_of(name: str) -> bytes:
    content = get_data("diplonews.lexicons", name)
    assert content is not None  # None only from loaders without data; those of folders and zip files have it
    return content


def read_bytes(name: str) -> bytes:
    """The contents of a file of `lexicons/data`.

    Args:
        name: the file's name with its folder, such as `en/layout.toml`.

    Raises:
        FileNotFoundError: if the file does not exist.
    """
    return _bytes_of(f"data/{name}")


def read_text(name: str) -> str:
    """The text of a file of `lexicons/data`, in UTF-8."""
    return read_bytes(name).decode("utf-8")


@cache
def _tables() -> dict[tuple[str, int], str]:
    """Map the name of a file and the checksum of its bytes to its table as JSON."""
    lines = (line.split("\t", 2) for line in _bytes_of(TABLES).decode("ascii").splitlines())
    return {(name, int(checksum)): table for name, checksum, table in lines}


def _with_dates(row: dict[str, Any]) -> object:
    return date.fromisoformat(row[DATE_KEY]) if DATE_KEY in row else row


def read_toml(name: str) -> dict[str, Any]:
    """The table of a TOML file of `lexicons/data`; a new one each time.

    Example:
        >>> read_toml("zones.toml")["zones"]["KST"]
        'Asia/Seoul'
    """
    content = read_bytes(name)
    known = _tables().get((name, crc32(content)))
    if known is None:
        import tomllib

        return tomllib.loads(content.decode("utf-8"))
    from json import loads

    table: dict[str, Any] = loads(known, object_hook=_with_dates)
    return table
