"""Verbs, nouns and adjectives that report speech: class and frames, from the table `verbs`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from types import MappingProxyType

import attrs

from diplonews.errors import LexiconError
from diplonews.lexicons.morphology import noun_forms, verb_forms
from diplonews.lexicons.tables import Row, Tables, per_tables

__all__ = [
    "Reporting",
    "adjective_entries",
    "copulas",
    "form_lemmas",
    "is_speech",
    "light_verbs",
    "noun_entries",
    "reporting_forms",
    "reporting_verbs",
    "verb_sets",
]

FRAMES = {
    "v": frozenset(("quote", "clause", "to", "whom", "wish", "np", "as", "pred", "aim", "hearer")),
    "n": frozenset(("that", "to")),
    "a": frozenset(("that", "to")),
}
CLASSES = frozenset(
    ("", "statement", "question", "request", "promise", "denial", "refusal", "praise", "blame", "expectation")
)
CARRIED = frozenset(("report", "act", "adjective"))
CONTROL = frozenset(("", "object"))
SAYING = CLASSES - {"", "promise", "praise", "blame"}  # classes of verbs that report or believe the content of a clause


@attrs.frozen(kw_only=True)
class Reporting:
    """A word that reports speech.

    Attributes:
        id: the row's id.
        lemma: the word, without its particle.
        particle: the particle or preposition that belongs to it (`point out`), or None.
        category: statement, question, request, promise, denial, refusal, praise, blame or
            expectation.
        frames: the positions its content may have; see the head of the table.
        prepositions: prepositions whose object is the content.
    """

    id: str
    lemma: str
    particle: str | None = None
    category: str
    frames: frozenset[str]
    prepositions: frozenset[str]


def _check(row: Row, column: str, known: frozenset[str], file: str, number: int) -> None:
    """Reject a cell with a word that no rule reads."""
    cell = row[column]
    unknown = sorted({cell} - known if isinstance(cell, str) else set(cell) - known)
    if unknown:
        wanted = ", ".join(sorted(known - {""}))
        raise LexiconError(f"column {column!r}: expected one of {wanted} (got {unknown[0]!r})", file=file, row=number)


def _checked(row: Row, file: str, number: int) -> Row:
    """The row, after checking that its cells hold only values that the rules read."""
    _check(row, "pos", frozenset(FRAMES), file, number)
    _check(row, "class", CLASSES, file, number)
    _check(row, "frames", FRAMES[row["pos"]], file, number)
    _check(row, "control", CONTROL, file, number)
    _check(row, "carries", CARRIED, file, number)
    return row


@per_tables
def _rows(tables: Tables) -> tuple[Row, ...]:
    """All rows.

    Raises:
        LexiconError: for a row with a part of speech, class, frame, control or carried noun that no rule reads.
    """
    table = tables["verbs"]
    return tuple(_checked(row, table.file, number) for number, row in enumerate(table.rows, 1))


def _entries(pos: str) -> Iterable[Reporting]:
    """The reporting words of a part of speech."""
    for row in _rows():
        if row["pos"] == pos and row["class"]:
            yield Reporting(
                id=row["id"],
                lemma=row["lemma"],
                particle=row["particle"] or None,
                category=row["class"],
                frames=frozenset(row["frames"]),
                prepositions=frozenset(row["prepositions"]),
            )


@per_tables
def reporting_verbs(_: Tables) -> Mapping[str, tuple[Reporting, ...]]:
    """The verbs by lemma; those with a particle come first.

    Example:
        >>> [verb.category for verb in reporting_verbs()["deny"]]
        ['denial']
    """
    verbs: dict[str, tuple[Reporting, ...]] = {}
    for verb in sorted(_entries("v"), key=lambda verb: verb.particle is None):
        verbs[verb.lemma] = (*verbs.get(verb.lemma, ()), verb)
    return MappingProxyType(verbs)


@per_tables
def form_lemmas(_: Tables) -> Mapping[str, str]:
    """Every form of a reporting verb and its lemma.

    Example:
        >>> form_lemmas()["wrote"]
        'write'
    """
    lemmas: dict[str, str] = {}
    for lemma in reporting_verbs():
        for form in verb_forms(lemma):
            lemmas.setdefault(form, lemma)
    return MappingProxyType(lemmas)


def reporting_forms(word: str) -> tuple[Reporting, ...]:
    """The reporting verbs that a word may be a form of.

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


@per_tables
def noun_entries(_: Tables) -> Mapping[str, Reporting]:
    """The nouns that report, singular and plural.

    Example:
        >>> sorted(noun_entries()["pledges"].frames)
        ['that', 'to']
    """
    return MappingProxyType({form: noun for noun in _entries("n") for form in noun_forms(noun.lemma)})


@per_tables
def adjective_entries(_: Tables) -> Mapping[str, Reporting]:
    """The adjectives that report their subject's opinion.

    Example:
        >>> sorted(adjective_entries()["critical"].prepositions)
        ['of']
    """
    return MappingProxyType({adjective.lemma: adjective for adjective in _entries("a")})


def _carrying(what: str) -> frozenset[str]:
    """The forms of the verbs that carry something."""
    return frozenset(form for row in _rows() if what in row["carries"] for form in verb_forms(row["lemma"]))


@per_tables
def copulas(_: Tables) -> frozenset[str]:
    """Forms of the verbs that carry a reporting adjective (`is sure`, `made it clear`)."""
    return _carrying("adjective")


@per_tables
def light_verbs(_: Tables) -> frozenset[str]:
    """Forms of the verbs that carry a reporting noun (`made a claim`)."""
    return _carrying("report")


def verb_sets() -> dict[str, frozenset[str]]:
    """The sets of verbs that other rules use, by name; each is a condition on the rows.

    - `verbs.saying`: report or believe the content of a clause (`said`, `denied`, `believes`);
    - `verbs.telling`: take a hearer who is to act, and a quotation (`urged`, `ordered`);
    - `verbs.object_control`: the object does what the infinitive says (`asked them to leave`);
    - `verbs.light`: carry a noun that names an act or a report (`launched an attack`).

    Example:
        >>> sorted({"say", "threaten", "walk"} & verb_sets()["verbs.saying"])
        ['say']
    """
    sets: dict[str, set[str]] = defaultdict(set)
    for row in _rows():
        if row["pos"] != "v" or row["particle"]:
            continue
        frames = set(row["frames"])
        member = {
            "verbs.saying": row["class"] in SAYING and not frames.isdisjoint(("clause", "as")),
            "verbs.telling": {"quote", "whom"} <= frames,
            "verbs.object_control": row["control"] == "object",
            "verbs.light": not {"act", "report"}.isdisjoint(row["carries"]),
        }
        for name, is_member in member.items():
            if is_member:
                sets[name].add(row["lemma"])
    return {name: frozenset(words) for name, words in sets.items()}
