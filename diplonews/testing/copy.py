"""Strategies for wire copy: datelines and whole stories about invented events."""

from __future__ import annotations

from datetime import datetime

import attrs
from hypothesis import strategies as st

from diplonews.wire.textparser import Example

__all__ = ["RenderedDateline", "articles", "datelines"]


@attrs.frozen(kw_only=True)
class RenderedDateline:
    """A printed dateline, and the values to be read from it.

    Attributes:
        text: from the first place to the dash.
        places: names, in order.
        agency: canonical name, or None if none is printed.
        month, day: the filing day, or None if none is printed.
    """

    text: str
    places: tuple[str, ...]
    agency: str | None
    month: int | None
    day: int | None


# Cities printed without a country in the stylebooks, agencies by printed form, and the dashes in use.
CITIES = ("WASHINGTON", "LONDON", "PARIS", "MOSCOW", "BEIJING", "TOKYO", "GENEVA", "VIENNA", "CAIRO", "NEW DELHI")
AGENCIES = {"Reuters": "Reuters", "AP": "AP", "AFP": "AFP", "Yonhap": "Yonhap", "Xinhua": "Xinhua", "UPI": "UPI"}
DASHES = ("--", "-", "—", "–")
MONTHS = ("Jan.", "Feb.", "March", "April", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec.")
SUBJECTS = ("Envoys", "Ministers", "Norland", "Sudmark", "Two island states", "Fishing nations")
VERBS = ("meet", "agree on", "reject", "discuss", "postpone", "welcome")
OBJECTS = ("a ferry line", "the harbour tax", "a fishing accord", "joint patrols", "a new embassy")


@st.composite
def datelines(draw: st.DrawFn) -> RenderedDateline:
    """Datelines in the forms of the wires, with the values to be read from them."""
    places = tuple(draw(st.lists(st.sampled_from(CITIES), min_size=1, max_size=2, unique=True)))
    agency = draw(st.sampled_from(sorted(AGENCIES)))
    dated = draw(st.booleans())
    month, day = draw(st.integers(1, 12)), draw(st.integers(1, 28))
    date_words = f", {MONTHS[month - 1]} {day}" if dated else ""
    text = f"{'/'.join(places)}{date_words} ({agency}) {draw(st.sampled_from(DASHES))}"
    return RenderedDateline(
        text=text,
        places=places,
        agency=AGENCIES[agency],
        month=month if dated else None,
        day=day if dated else None,
    )


@st.composite
def articles(draw: st.DrawFn) -> Example:
    """Wire stories about invented events, each with the fields to be read from it.

    Draws an `Example`: `raw` is the text; pass it with the article to `check_example`.
    """
    line = draw(datelines())
    event = f"{draw(st.sampled_from(VERBS))} {draw(st.sampled_from(OBJECTS))}"
    subject = draw(st.sampled_from(SUBJECTS))
    headline = f"{subject} to {event} next year"
    moment = draw(st.datetimes(datetime(1990, 1, 1), datetime(2040, 1, 1))).replace(second=0, microsecond=0)
    stamp = f"{moment:%B} {moment.day}, {moment.year} {moment:%H:%M} {draw(st.sampled_from(['GMT', 'UTC']))}"
    first = f"{subject} will {event}, officials of both sides said after a long round of talks."
    rest = draw(st.lists(st.sampled_from(OBJECTS), max_size=5, unique=True))
    body = [first, *(f"There was no word on {thing}, which had been on the list of both sides." for thing in rest)]
    signed = draw(st.booleans())
    gap = draw(st.sampled_from(["\n", "\n\n"]))
    lines = [headline, *(["By Ann Rowe"] if signed else []), stamp, f"{line.text} {body[0]}", *body[1:]]
    return Example(
        raw=gap.join(lines),
        headline=headline,
        provider=line.agency,
        place=line.places[0],
        names=("Ann Rowe",) if signed else (),
        published=f"{moment.isoformat()}+00:00",
        body_start=body[0],
        body_end=body[-1],
    )
