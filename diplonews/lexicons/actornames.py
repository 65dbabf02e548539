"""Names of actors, pacts and look-alikes: one search over all of them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import attrs

from diplonews.lexicons.gazetteer import Gazetteer
from diplonews.lexicons.states import FormKind, load_states, state_forms
from diplonews.lexicons.tables import Row, Tables, per_tables
from diplonews.model import Span

__all__ = ["FORMAT", "Name", "NameKind", "find_names", "members_of", "name_gazetteer", "sector_of"]

NameKind = str  # of a state: NAME, ADJECTIVE, PERSON, CAPITAL, CITY, FORMER, TERRITORY; else:
LEADER, TREATY, OTHER = "LEADER", "TREATY", "OTHER"
SEAT, IGO, NGO, GROUP, COMPANY, FORMAT = "SEAT", "IGO", "NGO", "GROUP", "COMPANY", "FORMAT"


@attrs.frozen(kw_only=True)
class Name:
    """The meaning of a form: an actor, a pact or a look-alike.

    Attributes:
        form: the form in the table.
        kind: how it names: a `FormKind` of a state, or LEADER, SEAT, IGO, NGO, GROUP, COMPANY,
            FORMAT; TREATY and OTHER do not name actors.
        code: the actor's code; empty if it is not an actor.
        sectors: PLOVER sectors, where the table gives them.
        name: the full name.
        role: of a leader, the office.
        since, until: the days between which a seat or a leader represented the code.
        short: whether the form is only a part of a leader's name.
    """

    form: str
    kind: NameKind
    code: str = ""
    sectors: tuple[str, ...] = ()
    name: str = ""
    role: str | None = None
    since: date | None = None
    until: date | None = None
    short: bool = False

    def holds_on(self, day: date | None) -> bool:
        """Whether the name could mean the code on that day; True if nothing is known."""
        if day is None or self.kind == LEADER:
            return True
        return not ((self.since is not None and day < self.since) or (self.until is not None and day > self.until))


def _state_names() -> Iterator[Name]:
    order = {kind: rank for rank, kind in enumerate(FormKind)}
    forms = [form for state in load_states() for form in state_forms(state)]
    for form in sorted(forms, key=lambda form: order[form.kind]):
        sectors: tuple[str, ...] = ()
        if form.kind is FormKind.CAPITAL:
            sectors = ("GOV",)
        elif form.kind in (FormKind.PERSON, FormKind.CITY):
            sectors = ("CVL",)
        elif form.kind is FormKind.TERRITORY and form.note:
            sectors = (form.note,)
        yield Name(form=form.text, kind=form.kind.value, code=form.code, sectors=sectors, name=form.state.name)


def _organization_names(rows: tuple[Row, ...]) -> Iterator[Name]:
    for row in rows:
        for form in row["forms"]:
            yield Name(
                form=form,
                kind=row["kind"].upper(),
                code=row["code"],
                sectors=row["sectors"],
                name=row["name"],
                since=row["from"],
                until=row["until"],
            )


def _leader_names(rows: tuple[Row, ...]) -> Iterator[Name]:
    for row in rows:
        for form in (*row["name"], *row["short"]):
            yield Name(
                form=form,
                kind=LEADER,
                code=row["code"],
                sectors=("GOV",),
                name=row["name"][0],
                role=row["office"],
                since=row["from"],
                until=row["until"],
                short=form in row["short"],
            )


@per_tables
def name_gazetteer(tables: Tables) -> Gazetteer[Name]:
    """All forms of all names, including those a user added to the tables."""
    names: list[Name] = [
        Name(form=form, kind=OTHER, name=row["name"]) for row in tables["names"].rows for form in row["forms"]
    ]
    names += [
        Name(form=form, kind=TREATY, name=row["name"]) for row in tables["treaties"].rows for form in row["forms"]
    ]
    names += _organization_names(tables["organizations"].rows)
    names += _state_names()
    names += _leader_names(tables["leaders"].rows)
    return Gazetteer((name.form, name) for name in names)


@per_tables
def _terms(tables: Tables) -> dict[str, tuple[Name, ...]]:
    """Leaders of more than one term or office, by each of their forms."""
    terms: dict[str, list[Name]] = {}
    for name in _leader_names(tables["leaders"].rows):
        terms.setdefault(name.form, []).append(name)
    return {form: tuple(names) for form, names in terms.items() if len(names) > 1}


def _on_the_day(name: Name, day: date | None) -> Name:
    """The office that a leader held on a day, where there were several; the first listed otherwise."""
    if name.kind != LEADER or day is None:
        return name
    terms = _terms().get(name.form, ())
    return next((one for one in terms if (one.since or day) <= day <= (one.until or day)), name)


def find_names(text: str, day: date | None = None) -> tuple[tuple[Span, Name], ...]:
    """The names in a text, in order and without overlap.

    Args:
        text: running text.
        day: the day of the text: seats and leaders of another time are left out.

    Example:
        >>> [(name.code, name.kind) for _, name in find_names("The Kremlin and the Quai d'Orsay met EU envoys")]
        [('RUS', 'SEAT'), ('FRA', 'SEAT'), ('EUR', 'IGO')]
    """
    return tuple((span, _on_the_day(name, day)) for span, name in name_gazetteer().find(text) if name.holds_on(day))


@per_tables
def _sectors(tables: Tables) -> dict[str, tuple[str, str]]:
    return {row["noun"]: (row["sector"], row["kind"]) for row in tables["sectors"].rows}


def sector_of(noun: str) -> tuple[str, str] | None:
    """PLOVER's sector of a noun in the singular, and whether it is a person, group or thing.

    Example:
        >>> sector_of("admiral"), sector_of("teapot")
        (('MIL', 'person'), None)
    """
    return _sectors().get(noun)


def _is_member(entry: str, day: date | None) -> str | None:
    code, _, years = entry.partition(":")
    since, _, until = years.partition("/")
    if day is not None and ((since and day < date.fromisoformat(since)) or (until and day > date.fromisoformat(until))):
        return None
    return None if day is None and until else code


@per_tables
def _members(tables: Tables) -> dict[str, tuple[str, ...]]:
    """The members of each organization, by its name and its forms; of two with one form, the first listed."""
    found: dict[str, tuple[str, ...]] = {}
    for row in tables["organizations"].rows:
        for form in (row["name"], *row["forms"]):
            found.setdefault(form, row["members"])
    return found


def members_of(name: str, day: date | None = None) -> tuple[str, ...]:
    """Codes of the members of an organization on a day (today's members if no day is given).

    Example:
        >>> members_of("G7")
        ('CAN', 'FRA', 'DEU', 'ITA', 'JPN', 'GBR', 'USA')
    """
    members = _members().get(name, ())
    return tuple(code for code in (_is_member(entry, day) for entry in members) if code)
