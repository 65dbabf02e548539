"""What events cost beside the parse."""

import pytest

from diplonews.events import find_events
from diplonews.syntax.parsing import parsing

SENTENCES = [
    "Chile imposed import tariffs on Peru on Monday, a Bolivian official said.",
    "The foreign ministers of Ghana and Togo met in Accra to discuss the harbour of Benin.",
    "Norway, which froze its grants for Mali in spring, may call home an envoy if a round with Sweden fails.",
    "It rained for three days and the harvest was late again in the valleys of the south.",
]
TEXT = "\n\n".join(SENTENCES * 50)


@pytest.mark.benchmark(group="events")
def test_parse(benchmark):
    """The parse alone."""

    def run():
        with parsing(TEXT) as parsed:
            return len(parsed.blocks)

    benchmark(run)


@pytest.mark.benchmark(group="events")
def test_parse_and_events(benchmark):
    """The parse and the events."""

    def run():
        with parsing(TEXT) as parsed:
            return find_events(parsed)

    assert benchmark(run)
