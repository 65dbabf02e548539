"""States: their names, and the state that a form names."""

from __future__ import annotations

from enum import Enum
from typing import Any

import attrs

from diplonews.lexicons.gazetteer import Gazetteer
from diplonews.lexicons.tables import Row, Tables, per_tables
from diplonews.model import Span

__all__ = [
    "FormKind",
    "State",
    "StateCodes",
    "StateForm",
    "find_state_codes",
    "find_states",
    "load_states",
    "lookup",
    "name_of",
    "state_forms",
]


OWN_CODES = frozenset(("UNO", "EUR"))  # one body each; IGO, NGO and IMG are shared by many


class FormKind(Enum):
    """How a form names a state."""

    NAME = "NAME"
    ADJECTIVE = "ADJECTIVE"
    PERSON = "PERSON"
    CAPITAL = "CAPITAL"
    CITY = "CITY"
    FORMER = "FORMER"
    TERRITORY = "TERRITORY"


@attrs.frozen(kw_only=True)
class State:
    """A state and the words for it.

    Attributes:
        code: ISO 3166 alpha-3 (`KOS` for Kosovo).
        name: its usual English name.
        names: other names and abbreviations.
        adjectives: `Japanese`; some states have several, some none.
        persons: nouns for its people other than the adjectives (`Swede`, `Swedes`).
        capitals: seats of government, with older spellings.
        cities: large cities that the news names without their country.
        former: former names with the years they were valid, as `Zaire:1971-1997`.
        territories: parts, dependencies and breakaway areas that count as the state; the last
            carry a sector, as `Abkhazia:PRE`.
    """

    code: str
    name: str
    names: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    persons: tuple[str, ...] = ()
    capitals: tuple[str, ...] = ()
    cities: tuple[str, ...] = ()
    former: tuple[str, ...] = ()
    territories: tuple[str, ...] = ()

    def __repr__(self) -> str:
        return f"<State {self.code} {self.name!r}>"


@attrs.frozen
class StateForm:
    """One form of one state.

    Attributes:
        text: the form.
        kind: how it names the state.
        state: the state that it names.
        note: the years of a former name, the sector of a breakaway area; else empty.
    """

    text: str
    kind: FormKind
    state: State
    note: str = ""

    @property
    def code(self) -> str:
        """The state's code."""
        return self.state.code


@attrs.frozen(kw_only=True)
class StateCodes:
    """The codes of a state in the lists used to join data sets; None if a list lacks it.

    Attributes:
        code: ISO 3166-1 alpha-3 (`KOS` for Kosovo): the code used for actors.
        iso2: ISO 3166-1 alpha-2.
        iso_number: ISO 3166-1 numeric: three digits, as text (`004`).
        cow, cow_number: letters and number in the Correlates of War list of states.
        gw: number in Gleditsch and Ward's list of independent states, their microstates included.
        fips: FIPS 10-4, which GDELT uses for places.
    """

    code: str
    iso2: str | None = None
    iso_number: str | None = None
    cow: str | None = None
    cow_number: int | None = None
    gw: int | None = None
    fips: str | None = None


def _state(row: Row) -> State:
    return State(**row)


@per_tables
def load_states(tables: Tables) -> tuple[State, ...]:
    """All states, by code.

    Example:
        >>> states = {state.code: state for state in load_states()}
        >>> states["SWE"].adjectives, states["SWE"].capitals
        (('Swedish',), ('Stockholm',))
    """
    rows = tables["states"].rows
    return tuple(sorted((_state(row) for row in rows), key=lambda state: state.code))


def _state_codes(row: Row) -> StateCodes:
    given: dict[str, Any] = {name: cell for name, cell in row.items() if cell != ""}
    return StateCodes(**given)


@per_tables
def _codes(tables: Tables) -> dict[str, StateCodes]:
    return {row["code"]: _state_codes(row) for row in tables["state_codes"].rows}


def find_state_codes(code: str) -> StateCodes | None:
    """The codes of a state in other lists, or None if the code is not a state's.

    Each list's code is the one for the present-day state: Germany is COW's 255 throughout.

    Args:
        code: ISO 3166-1 alpha-3, as in `Actor.code`.

    Example:
        >>> found = find_state_codes("DEU")
        >>> found.iso2, found.cow, found.cow_number, found.gw, found.fips
        ('DE', 'GMY', 255, 260, 'GM')
        >>> find_state_codes("PSE").cow is None, find_state_codes("UNO") is None
        (True, True)
    """
    return _codes().get(code)


@per_tables
def _names(tables: Tables) -> dict[str, str]:
    bodies = ((row["code"], row["name"]) for row in reversed(tables["organizations"].rows) if row["kind"] == "igo")
    return {code: name for code, name in bodies if code in OWN_CODES} | {row.code: row.name for row in load_states()}


def name_of(code: str) -> str | None:
    """The usual English name of the state, or of the body with a code of its own; else None.

    Args:
        code: a code as in `Actor.code`.

    Example:
        >>> name_of("KOR"), name_of("UNO"), name_of("EUR"), name_of("IGO")
        ('South Korea', 'United Nations', 'European Union', None)
    """
    return _names().get(code)


def _plurals(adjectives: tuple[str, ...]) -> tuple[str, ...]:
    """`German` gives `Germans`, `Iraqi` gives `Iraqis`; `French` and `Chinese` give nothing."""
    return tuple(f"{word}s" for word in adjectives if word.endswith(("an", "i", "ek", "k", "t", "b", "ne", "no", "na")))


def state_forms(state: State) -> tuple[StateForm, ...]:
    """All forms of a state, the strongest first."""
    given = [
        (FormKind.NAME, (state.name, *state.names)),
        (FormKind.ADJECTIVE, state.adjectives),
        (FormKind.PERSON, state.persons + _plurals(state.adjectives)),
        (FormKind.CAPITAL, state.capitals),
        (FormKind.FORMER, state.former),
        (FormKind.TERRITORY, state.territories),
        (FormKind.CITY, state.cities),
    ]
    return tuple(
        StateForm(text, kind, state, note)
        for kind, forms in given
        for text, _, note in (form.partition(":") for form in forms)
    )


@per_tables
def state_gazetteer(_: Tables) -> Gazetteer[StateForm]:
    """All forms of all states; where two states share one, names go before former names and cities."""
    order = {kind: rank for rank, kind in enumerate(FormKind)}
    forms = [form for state in load_states() for form in state_forms(state)]
    forms.sort(key=lambda form: order[form.kind])
    return Gazetteer((form.text, form) for form in forms)


def lookup(form: str) -> State | None:
    """The state that a name, adjective, person noun, capital or city names, or None.

    Without more context a form means the state that the news usually means by it: `Korea` is
    South Korea, `Congo` the Democratic Republic, `Georgia` the country.

    Args:
        form: one form; a leading article and a trailing possessive `'s` are ignored.

    Example:
        >>> lookup("N. Korean").code, lookup("the Hague").code, lookup("Finns").code
        ('PRK', 'NLD', 'FIN')
        >>> lookup("Ruritania") is None
        True
    """
    bare = form.strip().replace("’", "'").removesuffix("'s").removesuffix("'")
    names = state_gazetteer()
    without_article = bare.partition(" ")[2] if bare.lower().startswith("the ") else bare
    found = names.get(bare) or names.get(without_article)
    return found.state if found is not None else None


def find_states(text: str) -> tuple[tuple[Span, StateForm], ...]:
    """The forms of states in a text, in order, the longest where several start together.

    Example:
        >>> [(form.code, form.kind.name) for _, form in find_states("Seoul-Tokyo ties; the U.S. and S. Korean sides")]
        [('KOR', 'CAPITAL'), ('JPN', 'CAPITAL'), ('USA', 'NAME'), ('KOR', 'ADJECTIVE')]
    """
    return tuple(state_gazetteer().find(text))
