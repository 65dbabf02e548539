"""Verbs, nouns and phrases that report what somebody said: class and frames, loaded on first use."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources
from types import MappingProxyType

import attrs

from diplonews.errors import LexiconError

__all__ = [
    "Reporting",
    "adjective_frames",
    "copulas",
    "form_lemmas",
    "is_speech",
    "light_verbs",
    "noun_frames",
    "reporting_forms",
    "reporting_verbs",
]

FILE = "reporting_verbs.toml"
NOUNS = "reporting_nouns.toml"
FRAMES = frozenset({"quote", "clause", "to", "whom", "wish", "np", "as", "aim", "hearer"})
PREPOSITIONS = frozenset({"of", "about", "for", "on", "at", "against", "with", "in", "from", "over"})
CLASSES = ("statement", "question", "request", "promise", "denial", "praise", "blame", "expectation")


@attrs.frozen(kw_only=True)
class Reporting:
    """One reporting verb.

    Attributes:
        lemma: the verb, without its particle.
        particle: the particle or preposition that belongs to it (`point out`), or None.
        category: statement, question, request, promise, denial, praise, blame or expectation.
        frames: where its content may stand; see the head of the table.
        prepositions: prepositions whose object is the content.
    """

    lemma: str
    particle: str | None
    category: str
    frames: frozenset[str]
    prepositions: frozenset[str]


def _table(name: str) -> dict[str, dict[str, str]]:
    """A table of the English lexicon, without its header."""
    source = resources.files("diplonews.lexicons") / "data" / "en" / name
    table = tomllib.loads(source.read_text(encoding="utf-8"))
    table.pop("meta")
    return table


def _entry(key: str, category: str, frames: str) -> Reporting:
    """The verb of one row.

    Raises:
        LexiconError: if the row names a frame that no rule reads.
    """
    words = frozenset(frames.split())
    unknown = words - FRAMES - PREPOSITIONS
    if unknown:
        raise LexiconError(f"unknown frame {min(unknown)!r}; known: {', '.join(sorted(FRAMES))}", file=FILE, row=key)
    prepositions = words & PREPOSITIONS
    plain = words & FRAMES
    lemma, _, particle = key.partition("-")
    return Reporting(lemma=lemma, particle=particle or None, category=category, frames=plain, prepositions=prepositions)


def _regular(lemma: str) -> tuple[str, ...]:
    """The regular forms of a verb: third person, past, -ing."""
    if lemma.endswith("e"):
        return lemma + "s", lemma + "d", lemma[:-1] + "ing"
    if lemma.endswith("y") and lemma[-2] not in "aeiou":
        return lemma[:-1] + "ies", lemma[:-1] + "ied", lemma + "ing"
    if lemma.endswith(("s", "sh", "ch", "x")):
        return lemma + "es", lemma + "ed", lemma + "ing"
    return lemma + "s", lemma + "ed", lemma + "ing"


@cache
def _loaded() -> tuple[tuple[Reporting, ...], Mapping[str, str]]:
    """All verbs, and form -> lemma."""
    table = _table(FILE)
    irregular = table.pop("forms")
    verbs = tuple(_entry(key, name, frames) for name in CLASSES for key, frames in table[name].items())
    forms: dict[str, str] = {}
    for verb in verbs:
        key = verb.lemma if verb.particle is None else f"{verb.lemma}-{verb.particle}"
        listed = irregular.get(verb.lemma, irregular.get(key, ""))
        for form in (verb.lemma, *(listed.split() or _regular(verb.lemma))):
            forms[form] = verb.lemma
    return verbs, MappingProxyType(forms)


@cache
def reporting_verbs() -> Mapping[str, tuple[Reporting, ...]]:
    """The verbs by lemma; those with a particle come first.

    Example:
        >>> [verb.category for verb in reporting_verbs()["deny"]]
        ['denial']
    """
    verbs: dict[str, tuple[Reporting, ...]] = {}
    for verb in sorted(_loaded()[0], key=lambda verb: verb.particle is None):
        verbs[verb.lemma] = (*verbs.get(verb.lemma, ()), verb)
    return MappingProxyType(verbs)


def form_lemmas() -> Mapping[str, str]:
    """Every form of a reporting verb and its lemma.

    Example:
        >>> form_lemmas()["wrote"]
        'write'
    """
    return _loaded()[1]


def reporting_forms(word: str) -> tuple[Reporting, ...]:
    """What a word form may be: the reporting verbs it is a form of.

    Example:
        >>> [(verb.lemma, verb.particle) for verb in reporting_forms("pointed")]
        [('point', 'out'), ('point', 'to')]
    """
    lemma = form_lemmas().get(word.lower())
    return reporting_verbs()[lemma] if lemma is not None else ()


def is_speech(word: str) -> bool:
    """Whether a word form reports something said, rather than wanted or held.

    Example:
        >>> is_speech("warned"), is_speech("wanted"), is_speech("slept")
        (True, False, False)
    """
    return any(entry.category != "expectation" and "quote" in entry.frames for entry in reporting_forms(word))


@cache
def noun_frames() -> Mapping[str, frozenset[str]]:
    """The nouns that report, singular and plural, with where their content stands.

    Example:
        >>> sorted(noun_frames()["pledges"])
        ['that', 'to']
    """
    frames: dict[str, frozenset[str]] = {}
    for noun, words in _table(NOUNS)["nouns"].items():
        plural = noun[:-1] + "ies" if noun.endswith("y") else noun + "s"
        frames[noun] = frames[plural] = frozenset(words.split())
    return MappingProxyType(frames)


@cache
def adjective_frames() -> Mapping[str, frozenset[str]]:
    """The adjectives that report what their subject holds, with where the content stands.

    Example:
        >>> sorted(adjective_frames()["critical"])
        ['of']
    """
    table = _table(NOUNS)["adjectives"]
    return MappingProxyType({adjective: frozenset(words.split()) for adjective, words in table.items()})


@cache
def copulas() -> frozenset[str]:
    """Forms of the verbs that carry a reporting adjective (`is sure`, `made it clear`)."""
    return frozenset(_table(NOUNS)["copulas"]["verbs"].split())


@cache
def light_verbs() -> frozenset[str]:
    """Forms of the verbs that carry a reporting noun (`made a claim`)."""
    return frozenset(_table(NOUNS)["light"]["verbs"].split())
