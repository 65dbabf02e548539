"""The pipe `diplonews_events`."""

from datetime import date

import pytest

from diplonews.components import EventsComponent, Findings
from diplonews.syntax.pipeline import load

TEXT = "Oslo rebuked Riga over cheese on Monday."


def test_events_are_written_to_the_document():
    """Triggers as spans, events as they are, counted from the document's own day."""
    doc = load()(TEXT)
    Findings(doc).anchor = date(2024, 5, 8)
    EventsComponent(None)(doc)
    (span,) = doc.spans["diplonews_events"]
    assert (span.text, span.label_, span.kb_id_) == ("rebuked", "ACCUSE", "ACTUAL")
    (event,) = doc._.diplonews.events
    assert event.when.value == "2024-05-06"


@pytest.mark.parametrize("anchor", ["2024-05-08", date(2024, 5, 8)])
def test_the_day_may_be_configured(anchor):
    """A pipeline's configuration gives it as text."""
    doc = EventsComponent(None, anchor=anchor)(load()(TEXT))
    assert doc._.diplonews.events[0].when.value == "2024-05-06"


def test_nothing_is_found_in_nothing():
    """An empty document has an empty group."""
    doc = EventsComponent(None)(load()(""))
    assert (list(doc.spans["diplonews_events"]), doc._.diplonews.events) == ([], ())


def test_the_factory_is_known():
    """As the entry point asks for it."""
    from diplonews import components

    assert components.make_events(None, "diplonews_events", None).name == "diplonews_events"
