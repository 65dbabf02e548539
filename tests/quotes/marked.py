"""Sentences that carry their answer: `[s source] [q cue] [c content]`, read strictly."""

from __future__ import annotations

import re

import attrs

TAG = re.compile(r"\[([sqc]) |\]")


@attrs.frozen(kw_only=True)
class Expected:
    """What a marked sentence says: its plain text and the words of each part."""

    text: str
    source: str | None
    cue: str
    content: tuple[str, ...]


def read_marked(sentence: str) -> Expected:
    """The plain text and the parts of a marked sentence.

    Raises:
        ValueError: for an unbalanced tag or a sentence without a content.
    """
    plain: list[str] = []
    parts: dict[str, list[str]] = {"s": [], "q": [], "c": []}
    stack: list[tuple[str, int]] = []
    position = length = 0
    for match in TAG.finditer(sentence):
        chunk = sentence[position : match.start()]
        plain.append(chunk)
        length += len(chunk)
        if match.group(1):
            stack.append((match.group(1), length))
        else:
            if not stack:
                raise ValueError(f"a closing tag that nothing opened: {sentence!r}")
            kind, start = stack.pop()
            parts[kind].append("".join(plain)[start:length])
        position = match.end()
    plain.append(sentence[position:])
    if stack or not parts["c"]:
        raise ValueError(f"an unclosed tag, or no content: {sentence!r}")
    source = parts["s"][0] if parts["s"] else None
    return Expected(text="".join(plain), source=source, cue=" ".join(parts["q"]), content=tuple(parts["c"]))
