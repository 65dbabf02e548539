"""The version of the rules: of the package and of the tables in use."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from hashlib import blake2b
from importlib.metadata import version
from importlib.resources import files
from importlib.resources.abc import Traversable

from diplonews.lexicons.tables import KEPT, Tables

__all__ = ["ruleset"]

DIGEST_BYTES = 4


def _files(folder: Traversable) -> Iterator[Traversable]:
    for child in sorted(folder.iterdir(), key=lambda child: child.name):
        if child.is_dir():
            yield from _files(child)
        else:
            yield child


@cache
def _package_data() -> bytes:
    """A digest of the package's own data files, names and bytes."""
    whole = blake2b(digest_size=DIGEST_BYTES)
    for file in _files(files("diplonews.lexicons").joinpath("data")):
        whole.update(f"{file.name}\0".encode())
        whole.update(file.read_bytes())
    return whole.digest()


@lru_cache(maxsize=KEPT)
def ruleset(tables: Tables) -> str:
    """The version of the package, `+`, and a digest of every row of the tables in 8 hexadecimal digits.

    Findings of the same ruleset can be compared; a different version or different rows give another ruleset.

    Example:
        >>> from diplonews.lexicons.tables import default_tables
        >>> mine = default_tables().without("status", ["status.future"])
        >>> ruleset(mine) == ruleset(default_tables())
        False
    """
    whole = blake2b(_package_data(), digest_size=DIGEST_BYTES)
    for name, table in sorted(tables.own.items()):
        whole.update(f"{name}\0{[dict(row) for row in table.rows]!r}\0".encode("utf-8", "surrogatepass"))
    return f"{version('diplonews')}+{whole.hexdigest()}"
