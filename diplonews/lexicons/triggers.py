"""The parsed trigger table: the words that may name an event, and the conditions of each."""

from __future__ import annotations

import attrs

from diplonews.errors import LexiconError
from diplonews.lexicons.conditions import Condition, read_conditions, word_classes
from diplonews.lexicons.morphology import noun_forms, verb_forms
from diplonews.lexicons.tables import Row, Tables, per_tables
from diplonews.model import EventType

__all__ = ["Trigger", "TriggerIndex", "find_trigger", "trigger_index"]

POSITIONS = ("v", "n", "a")


@attrs.frozen(kw_only=True)
class Trigger:
    """One way to name an event.

    Attributes:
        id: the row's id, named as the rule in the evidence.
        lemma: the head word in its base form.
        particles: words that must depend on it, such as `down` in `turn down`.
        pos: v, n or a.
        needs: conditions, all of which must hold.
        type, modes, contexts: the coding it gives.
        actors, recipients: slots to read; the first that yields an actor is used.
        symmetric: whether all parties are actors.
        mutual: whether several actors without a recipient acted on each other.
    """

    id: str
    lemma: str
    particles: tuple[str, ...] = ()
    pos: str
    needs: tuple[Condition, ...] = ()
    type: EventType
    modes: tuple[str, ...] = ()
    contexts: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    symmetric: bool = False
    mutual: bool = False

    @property
    def weight(self) -> int:
        """The weight of its requirements: of several triggers that match, the heaviest is used."""
        return 2 * len(self.particles) + sum(3 if need.words.isdisjoint(("any", "yes")) else 1 for need in self.needs)


@attrs.frozen(kw_only=True, eq=False)
class TriggerIndex:
    """All triggers, by part of speech and lemma, with the base forms of every word they use.

    Attributes:
        verbs, nouns, adjectives: lemma -> triggers, the heaviest first.
        verb_lemmas, noun_lemmas: form -> lemma.
        classes: name -> words.
    """

    verbs: dict[str, tuple[Trigger, ...]]
    nouns: dict[str, tuple[Trigger, ...]]
    adjectives: dict[str, tuple[Trigger, ...]]
    verb_lemmas: dict[str, str]
    noun_lemmas: dict[str, str]
    classes: dict[str, frozenset[str]]


def _roles(cell: str) -> tuple[tuple[str, ...], tuple[str, ...], bool]:
    mark = "=" if "=" in cell else ">"
    actors, _, recipients = cell.partition(mark)
    return _slots(actors), _slots(recipients), mark == "="


def _slots(cell: str) -> tuple[str, ...]:
    return tuple(slot for slot in cell.split("/") if slot)


def _triggers(row: Row, classes: dict[str, frozenset[str]], file: str, number: int) -> list[Trigger]:
    if row["pos"] not in POSITIONS:
        raise LexiconError(f"column 'pos': expected one of v, n, a (got {row['pos']!r})", file=file, row=number)
    try:
        kind = EventType[row["type"]]
    except KeyError:
        raise LexiconError(f"column 'type': no event type {row['type']!r}", file=file, row=number) from None
    try:
        needs = read_conditions(row["needs"], classes)
    except ValueError as error:
        raise LexiconError(f"column 'needs': {error}", file=file, row=number) from error
    actors, recipients, symmetric = _roles((row["roles"] or "s>o").replace("*", ""))
    triggers = []
    for words in row["lemmas"]:
        if row["pos"] == "v":
            lemma, *particles = words.split(" ")
        else:
            *particles, lemma = words.split(" ")
        triggers.append(
            Trigger(
                id=row["id"],
                lemma=lemma,
                particles=tuple(particles),
                pos=row["pos"],
                needs=needs,
                type=kind,
                modes=row["modes"],
                contexts=row["contexts"],
                actors=actors,
                recipients=recipients,
                symmetric=symmetric,
                mutual="*" in row["roles"],
            )
        )
    return triggers


def _by_lemma(triggers: list[Trigger], pos: str) -> dict[str, tuple[Trigger, ...]]:
    found: dict[str, list[Trigger]] = {}
    for trigger in triggers:
        if trigger.pos == pos:
            found.setdefault(trigger.lemma, []).append(trigger)
    return {lemma: tuple(sorted(rows, key=lambda row: -row.weight)) for lemma, rows in found.items()}


def _lemma_forms(
    tables: Tables, triggers: list[Trigger], classes: dict[str, frozenset[str]]
) -> tuple[dict[str, str], dict[str, str]]:
    verbs = {trigger.lemma for trigger in triggers if trigger.pos == "v"}
    verbs |= {row["lemma"] for name in ("irregular", "verbs") for row in tables[name].rows if row["pos"] == "v"}
    nouns = {word.rpartition(" ")[2] for row in tables["classes"].rows for word in classes[row["name"]]}
    nouns |= {trigger.lemma for trigger in triggers if trigger.pos == "n"}
    nouns |= {row["noun"].rpartition(" ")[2] for row in tables["sectors"].rows}
    nouns |= {row["lemma"] for row in tables["irregular"].rows if row["pos"] == "n"}
    for row in tables["words"].rows:
        (verbs if row["pos"] == "v" else nouns if row["pos"] == "n" else set()).update(row["words"])
    for row in tables["status"].rows:
        words = {cue.partition(" ")[0] for cue in row["cues"] if cue[0] not in "@*"}
        (verbs if row["pos"] == "v" else nouns if row["pos"] == "n" else set()).update(words)
    for trigger in triggers:
        for need in trigger.needs:
            nouns |= {word.rpartition(" ")[2] for word in need.words}
            if "c" in need.parts:
                verbs |= need.words
    verb_lemmas: dict[str, str] = {}
    for verb in sorted(verbs):
        for form in verb_forms(verb):
            verb_lemmas.setdefault(form, verb)
    verb_lemmas |= {verb: verb for verb in verbs}
    noun_lemmas: dict[str, str] = {}
    for noun in sorted(nouns):
        for form in noun_forms(noun):
            noun_lemmas.setdefault(form, noun)
    return verb_lemmas, noun_lemmas


@per_tables
def trigger_index(tables: Tables) -> TriggerIndex:
    """The triggers of the tables in use.

    Raises:
        LexiconError: for a row with an unknown type, part of speech or class.

    Example:
        >>> [trigger.type.name for trigger in trigger_index().verbs["rebuke"]]
        ['ACCUSE']
    """
    classes = word_classes()
    table = tables["triggers"]
    triggers = [
        trigger for number, row in enumerate(table.rows, 1) for trigger in _triggers(row, classes, table.file, number)
    ]
    verb_lemmas, noun_lemmas = _lemma_forms(tables, triggers, classes)
    return TriggerIndex(
        verbs=_by_lemma(triggers, "v"),
        nouns=_by_lemma(triggers, "n"),
        adjectives=_by_lemma(triggers, "a"),
        verb_lemmas=verb_lemmas,
        noun_lemmas=noun_lemmas,
        classes=classes,
    )


@per_tables
def _triggers_by_id(_: Tables) -> dict[str, Trigger]:
    index = trigger_index()
    found = (rows for words in (index.verbs, index.nouns, index.adjectives) for rows in words.values())
    return {trigger.id: trigger for rows in found for trigger in rows}


def find_trigger(rule: str) -> Trigger | None:
    """The trigger of the rule named in evidence, or None if the rule is not that of a trigger.

    Example:
        >>> find_trigger("consult.v.visit").modes
        ('visit',)
    """
    return _triggers_by_id().get(rule)
