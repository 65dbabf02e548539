"""spaCy's DocBin: the texts with the findings as spans, as the spaCy pipes write them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs

from diplonews.exports.spans import (
    ACTORS,
    DATES,
    EVENTS,
    EXTENSION,
    QUOTES,
    actor_spans,
    date_spans,
    event_spans,
    quote_spans,
)
from diplonews.exports.target import ALL_STATUSES, Options, Target, signature
from diplonews.model import Analysis, Article
from diplonews.serialize import from_dict, to_dict

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["TARGET"]

VERSION = "1"
SURROGATE = re.compile("[\ud800-\udfff]")


def _write(analyses: Iterable[Analysis], path: Path, options: Options) -> None:
    import spacy
    from spacy.tokens import DocBin

    tokenize = spacy.blank("en").tokenizer
    docs = DocBin(attrs=[], store_user_data=True)
    for analysis in analyses:
        docs.add(_doc(analysis, options, tokenize))
    docs.to_disk(path)


TARGET = Target(write=_write, statuses=ALL_STATUSES)


def _doc(analysis: Analysis, options: Options, tokenize: Callable[[str], Doc]) -> Doc:
    """The text, tokenized, with the findings as spans and, in the user data, as the pipes keep them."""
    chosen = attrs.evolve(
        analysis,
        article=Article(text=analysis.article.text, format=analysis.article.format, anchor=analysis.article.anchor),
        events=tuple(options.events(analysis)),
    )
    stored = _without_surrogates(to_dict(chosen))
    found = from_dict(Analysis, stored)
    doc = tokenize(found.article.text)
    doc.spans[DATES] = date_spans(doc, found.dates)
    doc.spans[QUOTES] = quote_spans(doc, found.quotes)
    doc.spans[ACTORS] = actor_spans(doc, found.actors)
    doc.spans[EVENTS] = event_spans(doc, found.events)
    doc.user_data[EXTENSION] = {
        "anchor": stored["article"]["anchor"],
        "export": signature("docbin", VERSION),
        **{name: stored[name] for name in ("id", "dates", "quotes", "actors", "events")},
    }
    return doc


def _without_surrogates(value: Any) -> Any:
    """The same data, with U+FFFD for each half of a surrogate pair: spaCy takes only text that UTF-8 can encode."""
    if isinstance(value, str):
        return SURROGATE.sub("\ufffd", value)
    if isinstance(value, list):
        return [_without_surrogates(member) for member in value]
    if isinstance(value, dict):
        return {name: _without_surrogates(member) for name, member in value.items()}
    return value
