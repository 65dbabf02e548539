"""JSON as found in pages: malformed values are read as far as their meaning is clear."""

from __future__ import annotations

import json
import re
from html import unescape
from typing import Any

from diplonews.patterns import lazy_re

__all__ = ["read_scripts"]

DEEPEST = 40
OPENING = lazy_re(r"[{\[]")
SPACE = lazy_re(r"(?:\s++|/\*(?:(?!\*/).)*+(?:\*/)?|//[^\n]*+|<!--|-->|<!\[CDATA\[|\]\]>|;)*+", re.DOTALL)
# A quotation mark closes a string if a mark of the syntax follows it: `"the "Echo" arrived",`
DOUBLE = lazy_re(r'"((?:[^"\\]|\\.|"(?!\s*+(?:[,:}\]]|/[*/]|\Z)))*+)"', re.DOTALL)
SINGLE = lazy_re(r"'((?:[^'\\]|\\.|'(?!\s*+(?:[,:}\]]|/[*/]|\Z)))*+)'", re.DOTALL)
CUT = lazy_re(r"[\"']((?:[^\"\\]|\\.)*+)", re.DOTALL)  # a string that is cut off at the end of the script
WORD = lazy_re(r"[\w.+$-]++")
NEXT_KEY = lazy_re(r"[,{]\s*+(?=[\"'][^\"'\n]{1,80}[\"']\s*+:)")
ESCAPE = lazy_re(r"\\(u[0-9a-fA-F]{4}|.)", re.DOTALL)
ESCAPES = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f"}
CONSTANTS: dict[str, Any] = {"true": True, "false": False, "null": None, "undefined": None, "NaN": None}


def read_scripts(script: str) -> list[Any]:
    r"""The objects and lists of a script, as a rule one.

    Comments, CDATA marks, semicolons and trailing commas are skipped. Single quotes and bare
    keys are read, and so are strings with quotation marks or line ends in them, values one
    after the other, and the rest of a truncated script.

    Example:
        >>> read_scripts('<!-- {"a": "x",} -->'), read_scripts("{'a': [1, 'x"), read_scripts('{"a": 1}{"b": 2}')
        ([{'a': 'x'}], [{'a': ['1', 'x']}], [{'a': 1}, {'b': 2}])
    """
    try:
        value = json.loads(script, strict=False)
    except (ValueError, RecursionError):
        pass
    else:
        return [value] if isinstance(value, dict | list) else []
    if "&quot;" in script and '"' not in script:
        script = unescape(script)
    values: list[Any] = []
    decoder = json.JSONDecoder(strict=False)
    at = _past_space(script, 0)
    while (start := OPENING.search(script, at)) is not None:
        try:
            value, at = decoder.raw_decode(script, start.start())
        except (ValueError, RecursionError):
            reader = _Lenient(script, start.start())
            value, at = reader.value(0), reader.at
        values.append(value)
        at = _past_space(script, at)
    return values


def _past_space(text: str, at: int) -> int:
    found = SPACE.match(text, at)
    return found.end() if found is not None else at


class _Lenient:
    """Reads one value; `at` is where the next one would begin."""

    def __init__(self, text: str, at: int) -> None:
        self.text, self.at = text, at

    def _mark(self) -> str:
        """The next significant character; empty at the end."""
        self.at = _past_space(self.text, self.at)
        return self.text[self.at : self.at + 1]

    def value(self, depth: int) -> Any:
        mark = self._mark()
        if mark == "{" and depth < DEEPEST:
            return self._object(depth)
        if mark == "[" and depth < DEEPEST:
            return self._list(depth)
        if mark and mark in "\"'":
            return self._string(mark)
        word = WORD.match(self.text, self.at)
        if word is None:
            self.at += 1
            return None
        self.at = word.end()
        return CONSTANTS.get(word[0], word[0])

    def _object(self, depth: int) -> dict[str, Any]:
        found: dict[str, Any] = {}
        self.at += 1
        while (mark := self._mark()) and mark != "}":
            if mark == ",":
                self.at += 1
                continue
            key = self._key(mark)
            if key is None or self._mark() != ":":
                if not self._resume():
                    break
                continue
            self.at += 1
            found.setdefault(key, self.value(depth + 1))
        self.at += 1
        return found

    def _key(self, mark: str) -> str | None:
        if mark in "\"'":
            return self._string(mark)
        word = WORD.match(self.text, self.at)
        if word is None:
            return None
        self.at = word.end()
        return word[0]

    def _resume(self) -> bool:
        """Continue with the next key after an unreadable value."""
        found = NEXT_KEY.search(self.text, self.at)
        self.at = found.end() if found is not None else len(self.text)
        return found is not None

    def _list(self, depth: int) -> list[Any]:
        found: list[Any] = []
        self.at += 1
        while (mark := self._mark()) and mark != "]":
            if mark == "}":  # the bracket is missing
                return found
            if mark == ",":
                self.at += 1
            else:
                found.append(self.value(depth + 1))
        self.at += 1
        return found

    def _string(self, mark: str) -> str:
        whole = (DOUBLE if mark == '"' else SINGLE).match(self.text, self.at)
        found = whole or CUT.match(self.text, self.at)
        assert found is not None
        self.at = found.end()
        return ESCAPE.sub(_escaped, found[1])


def _escaped(match: re.Match[str]) -> str:
    escape = match[1]
    return chr(int(escape[1:], 16)) if len(escape) == 5 else ESCAPES.get(escape, escape)
