"""Inflected forms of English words, from rules and a table of the irregular ones."""

from __future__ import annotations

from diplonews.lexicons.tables import Tables, per_tables
from diplonews.patterns import lazy_re

__all__ = ["noun_forms", "verb_forms"]

SIBILANT = lazy_re(r"(?:s|x|z|ch|sh|[^aeiou]o)$")
CONSONANT_Y = lazy_re(r"[^aeiou]y$")
DOUBLED = lazy_re(r"[^aeiou][aeiou][bdgklmnprtvz]$")  # `ban`, `commit`: the last letter may be doubled


@per_tables
def _irregular(tables: Tables) -> dict[tuple[str, str], tuple[str, ...]]:
    return {(row["lemma"], row["pos"]): row["forms"] for row in tables["irregular"].rows}


def _with_s(word: str) -> str:
    if SIBILANT.search(word):
        return f"{word}es"
    return f"{word[:-1]}ies" if CONSONANT_Y.search(word) else f"{word}s"


def noun_forms(noun: str) -> tuple[str, ...]:
    """The forms of a noun, itself first; of a noun of several words the last one is inflected.

    Example:
        >>> noun_forms("ally"), noun_forms("gunman")
        (('ally', 'allies'), ('gunman', 'gunmen'))
    """
    irregular = _irregular().get((noun, "n"))
    if irregular is not None:
        return (noun, *irregular)
    return noun, _with_s(noun)


def verb_forms(verb: str) -> tuple[str, ...]:
    """The forms of a verb, itself first; where the last letter may be doubled, both spellings.

    Example:
        >>> verb_forms("deny")
        ('deny', 'denies', 'denied', 'denying')
        >>> verb_forms("withdraw")
        ('withdraw', 'withdraws', 'withdrawing', 'withdrew', 'withdrawn')
    """
    irregular = _irregular().get((verb, "v"), ())
    stem = verb[:-1] if verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")) else verb
    forms = [verb, _with_s(verb)]
    if not irregular:
        forms.append(
            f"{verb[:-1]}ied" if CONSONANT_Y.search(verb) else f"{stem}d" if stem.endswith("e") else f"{stem}ed"
        )
    forms.append(f"{stem}ing")
    if DOUBLED.search(verb):
        forms += [f"{verb}{verb[-1]}ing"] if irregular else [f"{verb}{verb[-1]}ed", f"{verb}{verb[-1]}ing"]
    return tuple(dict.fromkeys([*forms, *irregular]))
