"""TASS: its English pages and its copy elsewhere."""

from diplonews.wire.textparser import Example, Mark, TextParser

__all__ = ["TASS"]


class TASS(TextParser):
    """`MOSCOW, June 20. /TASS/. `: Moscow time, captions with a doubled credit."""

    name = "tass"
    provider = "TASS"
    timezone = "Europe/Moscow"
    country = "RUS"
    date_order = "dmy"
    marks = (
        Mark(r"\. /(?:ITAR-)?TASS/[.,]", 0.2, "TASS/"),
        Mark(r"^© .{2,40}/TASS$", 0.1, "/TASS"),
        Mark(r"\{\{newsPoint\.title\}\}", 0.3, "{{newsPoint"),
    )
    boilerplate = (
        (
            r"Russian Politics & Diplomacy|Business & Economy|Military & Defense|Science & Space|Society & "
            r"Culture|Emergencies"
        ),
        r"\{\{newsPoint\.\w{2,20}\}\}",
        r"Read also",
        r"In other media",
        r"TASS",
        r"Updated at: {0,2}\d\d:\d\d",
    )
    examples = (
        Example(
            raw=(
                "Norland says it will not join grain pact\n20 JUN 2024, 13:41\n"
                "The minister said the pact was of no use to Norland\n"
                "Norland's farm minister © Ann Rowe/TASS\n"
                "ST. PETERSBURG, June 20. /TASS/. Norland will not join a pact on grain, its farm minister told TASS.\n"
                '"We have enough of our own," he said.\nTags\n'
            ),
            headline="Norland says it will not join grain pact",
            deck="The minister said the pact was of no use to Norland",
            provider="TASS",
            published="2024-06-20T13:41:00+03:00",
            place="ST. PETERSBURG",
            timezone="Europe/Moscow",
            caption="Norland's farm minister",
            body_start="Norland will not join",
            body_end="he said.",
        ),
    )
