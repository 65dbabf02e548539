"""The package's data files, read through its own loader.

`importlib.resources` would do the same, but loads thirty modules for it.
"""

from __future__ import annotations

from pkgutil import get_data
from typing import Any

__all__ = ["read_bytes", "read_text", "read_toml"]


def read_bytes(name: str) -> bytes:
    """What a file of `lexicons/data` holds.

    Args:
        name: with its folder, as `en/layout.toml`.

    Raises:
        FileNotFoundError: if there is no such file.
    """
    content = get_data("diplonews.lexicons", f"data/{name}")
    assert content is not None  # for loaders that read no data; those of folders and zip files do
    return content


def read_text(name: str) -> str:
    """The text of a file of `lexicons/data`, in UTF-8."""
    return read_bytes(name).decode("utf-8")


def read_toml(name: str) -> dict[str, Any]:
    """The table of a TOML file of `lexicons/data`; a new one each time.

    Example:
        >>> read_toml("zones.toml")["zones"]["KST"]
        'Asia/Seoul'
    """
    import tomllib

    return tomllib.loads(read_text(name))
