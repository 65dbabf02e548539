"""A parser for the bulletin of an invented harbour ministry."""

from diplonews import Example, Mark, TextParser


class HarbourBulletin(TextParser):
    """Bulletins of the Harbour Ministry."""

    name = "harbour-bulletin"
    outlet = "Harbour Ministry"
    timezone = "Europe/Tallinn"
    date_order = "dmy"
    marks = (Mark(r"^Harbour Bulletin No\. \d+$", 0.9, "Harbour Bulletin"),)
    boilerplate = (r"Harbour Bulletin No\. \d+",)
    examples = (
        Example(
            raw=(
                "Harbour Bulletin No. 7\nEnvoy of Norland to visit the port\n04/03/2024 09:30\n"
                "The envoy will visit the port.\n"
            ),
            headline="Envoy of Norland to visit the port",
            published="2024-03-04T09:30:00+02:00",
            body_start="The envoy",
        ),
    )
