"""Philippine News Agency."""

from diplonews.wire.textparser import Example, Mark, TextParser

__all__ = ["PNA"]


class PNA(TextParser):
    """Pages of PNA: `May 13, 2022, 6:00 am`, Philippine time; `(PNA)` or another agency at the end."""

    name = "pna"
    provider = "PNA"
    timezone = "Asia/Manila"
    country = "PHL"
    language = "en"
    marks = (
        Mark(r"^Philippine News Agency$", 0.75, "Philippine News Agency"),
        Mark(r"\(PNA\)\s*$", 0.4, "(PNA)"),
    )
    boilerplate = (r"Philippine News Agency", r"Share(?: on .{2,20})?")
    examples = (
        Example(
            raw=(
                "Norland donates boats to Bicol towns\n\nBy Ann Rowe\n\nMay 13, 2022, 6:00 am\n\n"
                "LEGAZPI CITY – Norland has donated twelve boats to towns in Bicol, the fisheries bureau said "
                "Thursday.\n\n"
                "The boats arrived last week. (PNA)\n"
            ),
            headline="Norland donates boats to Bicol towns",
            provider="PNA",
            published="2022-05-13T06:00:00+08:00",
            names=("Ann Rowe",),
            credit="(PNA)",
            body_start="Norland has donated",
            body_end="last week.",
        ),
    )
