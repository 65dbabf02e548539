"""Events as short strings, for tables of cases."""

from datetime import date

from diplonews import Event, extract_events

ANCHOR = date(2024, 5, 8)  # a Wednesday


def brief(event: Event) -> str:
    """`SANCTION NOR>LVA ACTUAL`; parties of a reciprocal event are joined by `=`."""
    who = ",".join(actor.code or "?" for actor in event.actors)
    whom = ",".join(actor.code or "?" for actor in event.recipients)
    pair = who.replace(",", "=") if event.symmetric else f"{who}>{whom}"
    return f"{event.type.name} {pair} {event.status.name}"


def code(text: str, **options: object) -> list[str]:
    """The events of a text in short."""
    return [brief(event) for event in extract_events(text, anchor=ANCHOR, **options)]
