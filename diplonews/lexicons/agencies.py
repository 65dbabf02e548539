"""News agencies: their names, the forms they are printed in, seat and time zone."""

from __future__ import annotations

from functools import cache
from typing import Any

import attrs

from diplonews.errors import LexiconError
from diplonews.lexicons.datafiles import read_toml

__all__ = ["Agency", "find_agency", "load_agencies", "signing_agency"]

FILE = "agencies.toml"
KINDS = ("agency", "release", "sport", "broadcaster", "paper")
LONGEST_FORM_CHARACTERS = 80


@attrs.frozen(kw_only=True)
class Agency:
    """A news agency, or another service whose name is printed in datelines and credits.

    Attributes:
        name: the short name this library uses for it (`AP`, `Yonhap`).
        forms: every printed form, the most frequent first.
        country: ISO 3166 alpha-3 of its seat.
        timezone: IANA zone in which it stamps its copy, or None where it uses several.
        kind: `agency`, `release` (press-release wire), `sport`, `broadcaster` or `paper`.
        source: where its name and forms were looked up.
        checked: the day they were looked up, in ISO form.
    """

    name: str
    forms: tuple[str, ...]
    country: str
    timezone: str | None = None
    kind: str = "agency"
    source: str = ""
    checked: str = ""

    def __repr__(self) -> str:
        return f"<Agency {self.name} {self.country} {self.timezone}>"


def fold_form(form: str) -> str:
    """The form without case, spaces and punctuation, for comparison."""
    return "".join(filter(str.isalnum, form.casefold()))


def _agency(number: int, row: dict[str, Any], checked: str) -> Agency:
    """One row of the table, checked."""
    try:
        agency = Agency(**{**row, "forms": tuple(row["forms"]), "checked": checked})
    except (KeyError, TypeError) as error:
        raise LexiconError(f"not an agency: {error}", file=FILE, row=number) from error
    if agency.kind not in KINDS:
        raise LexiconError(f"unknown kind {agency.kind!r}; known kinds: {', '.join(KINDS)}", file=FILE, row=number)
    if not agency.forms:
        raise LexiconError(f"no printed form for {agency.name!r}", file=FILE, row=number)
    return agency


@cache
def load_agencies() -> tuple[Agency, ...]:
    """Every agency of the table, in its order.

    Raises:
        LexiconError: if a row of the table is not an agency.

    Example:
        >>> load_agencies()[0]
        <Agency Reuters GBR None>
    """
    data = read_toml(FILE)
    checked = data["meta"]["retrieved"].isoformat()
    return tuple(_agency(number, row, checked) for number, row in enumerate(data["agency"], start=1))


@cache
def agency_forms() -> dict[str, Agency]:
    """The agency of each folded form; a form that two agencies print belongs to the first."""
    table: dict[str, Agency] = {}
    for agency in load_agencies():
        for form in (agency.name, *agency.forms):
            table.setdefault(fold_form(form), agency)
    return table


def find_agency(form: str) -> Agency | None:
    """The agency that is printed as `form`, whatever its case, spaces and punctuation.

    Args:
        form: the name alone (`AP`, `Agence France-Presse`), with or without a leading "the".

    Returns:
        The agency, or None if the whole of `form` is not one of the printed forms.

    Example:
        >>> find_agency("The Associated Press.")
        <Agency AP USA America/New_York>
        >>> find_agency("Associated British Foods") is None
        True
    """
    if len(form) > LONGEST_FORM_CHARACTERS:
        return None
    folded = fold_form(form)
    table = agency_forms()
    return table.get(folded) or table.get(folded.removeprefix("the"))


def signing_agency(form: str) -> Agency | None:
    """The agency that a dateline names, alone or with a desk or partner: `dpa/lni`, `tca/dpa`.

    Example:
        >>> signing_agency("dpa/lni"), signing_agency("AP"), signing_agency("lni")
        (<Agency dpa DEU Europe/Berlin>, <Agency AP USA America/New_York>, None)
    """
    found = (find_agency(part) for part in (form, *form.split("/")) if part.strip())
    return next((agency for agency in found if agency is not None), None)
