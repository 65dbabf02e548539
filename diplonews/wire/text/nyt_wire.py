"""The New York Times News Service of the 1990s and 2000s."""

from datetime import date

from diplonews.wire.textparser import Example, Mark, TextParser

__all__ = ["NYTWire"]


class NYTWire(TextParser):
    """`BC-CUBA-BOY-BOS`, `By SUSAN ROWE`, `c.2000 The Harbour Globe`, `WASHINGTON _ `."""

    name = "nyt-wire"
    provider = "NYT News Service"
    timezone = "America/New_York"
    country = "USA"
    language = "en"
    valid_until = date(2012, 12, 31)
    marks = (
        Mark(r"\(For use by .{2,60} clients\)", 0.5, "(For use by"),
        Mark(r"^c\.\s?(?:19|20)\d\d .{3,60}", 0.4, "c."),
        Mark(r"^BC-[A-Z0-9-]{5,40}(?:NYT|BOS|COX|LADN|HNS|SFCHRON)$", 0.4, "BC-"),
    )
    slugs = (r"(?:BC|AM|PM)-[A-Z0-9-]{4,60}",)
    notes = (
        r"\(For use by .{2,60} clients\)",
        r"\((?:ART|PHOTO|ATTN|EDS|BEGIN OPTIONAL TRIM|END OPTIONAL TRIM).{0,300}\)",
    )
    boilerplate = (r"c\.\s?(?:19|20)\d\d .{3,60}", r"(?:&[A-Z]{2}; ?){1,4}", r"nn")
    examples = (
        Example(
            raw=(
                "BC-NORLAND-BOY-BOS\nNORLAND BOY TO STAY WITH AUNT\n(For use by New York Times News Service "
                "clients)\nBy SUSAN ROWE\n"
                "c.2000 The Harbour Globe\n\nWASHINGTON _ A boy from Norland may stay with his aunt, a judge ruled "
                "on Tuesday.\n\n"
                "The boy has been here since May.\n"
            ),
            headline="NORLAND BOY TO STAY WITH AUNT",
            slug="BC-NORLAND-BOY-BOS",
            names=("SUSAN ROWE",),
            place="WASHINGTON",
            timezone="America/New_York",
            body_start="A boy from Norland",
            body_end="since May.",
        ),
    )
