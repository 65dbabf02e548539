"""The labels of character encodings."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

__all__ = ["codec_of"]


@cache
def _codecs() -> dict[str, str]:
    text = (files("diplonews.lexicons") / "data" / "encodings.toml").read_text(encoding="utf-8")
    return {label: codec for codec, labels in tomllib.loads(text)["codecs"].items() for label in labels}


def codec_of(label: str) -> str | None:
    """The codec of Python that reads what a document labels so, as browsers do; None for a label they don't know.

    Example:
        >>> codec_of("ISO-8859-1"), codec_of("GB2312"), codec_of("unicode_escape")
        ('cp1252', 'gb18030', None)
    """
    return _codecs().get(label.strip().lower())
