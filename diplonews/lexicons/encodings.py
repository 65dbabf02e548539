"""The labels of character encodings."""

from __future__ import annotations

from functools import cache

from diplonews.lexicons.datafiles import read_toml

__all__ = ["codec_of"]


@cache
def _codecs() -> dict[str, str]:
    return {label: codec for codec, labels in read_toml("encodings.toml")["codecs"].items() for label in labels}


def codec_of(label: str) -> str | None:
    """The Python codec for a document's encoding label, as in browsers; None for a label they don't know.

    Example:
        >>> codec_of("ISO-8859-1"), codec_of("GB2312"), codec_of("unicode_escape")
        ('cp1252', 'gb18030', None)
    """
    return _codecs().get(label.strip().lower())
