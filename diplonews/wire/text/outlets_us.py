"""The Hill and Stars and Stripes."""

from diplonews.wire.textparser import Example, Mark, TextParser

__all__ = ["StarsAndStripes", "TheHill"]


class TheHill(TextParser):
    """Pages of The Hill: writer, a hyphen and `06/12/24 9:41 AM ET` on one line, `Tags` below the story."""

    name = "the-hill"
    outlet = "The Hill"
    timezone = "America/New_York"
    country = "USA"
    language = "en"
    date_order = "mdy"
    marks = (
        Mark(r"^(?:[Bb]y|BY) .{3,80} - \d\d/\d\d/\d\d \d{1,2}:\d\d [AP]M ", 0.8, " - "),
        Mark(r"Nexstar Media Inc\.", 0.4, "Nexstar"),
        Mark(r"^The Hill$", 0.6, "The Hill"),
    )
    boilerplate = (r"The Hill",)
    examples = (
        Example(
            raw=(
                "International\n\n"
                "Norland ferries may call at Boston\nby Ann Rowe - 06/12/24 9:41 AM ET\n\nShare\nTweet\n\n"
                "Norland’s transport minister said on Wednesday that its ferries should call at Boston.\n\n"
                "The city’s mayor welcomed the plan.\n\nTags Norland ferries\n\n"
                "Copyright 2024 Nexstar Media Inc. All rights reserved.\n"
            ),
            headline="Norland ferries may call at Boston",
            outlet="The Hill",
            published="2024-06-12T09:41:00-04:00",
            names=("Ann Rowe",),
            body_start="Norland’s transport minister",
            body_end="welcomed the plan.",
        ),
    )


class StarsAndStripes(TextParser):
    """Pages of Stars and Stripes: writers in capitals and the paper's name, the writer's address below the story."""

    name = "stars-and-stripes"
    outlet = "Stars and Stripes"
    country = "USA"
    language = "en"
    date_order = "mdy"
    marks = (
        Mark(r"\| ?STARS AND STRIPES\b", 0.8, "STARS AND STRIPES"),
        Mark(r"^[\w.]{2,40}@stripes\.com", 0.6, "@stripes.com"),
    )
    boilerplate = (r"STARS AND STRIPES|Stars and Stripes", r"Twitter: ?@\w{2,30}")
    signoffs = (r"[\w.]{2,40}@stripes\.com",)
    examples = (
        Example(
            raw=(
                "Norland ferries may call at Naples\nBy ANN ROWE | STARS AND STRIPES\nPublished: June 12, 2024\n\n"
                "NAPLES, Italy — Norland’s transport minister said Wednesday its ferries should call at Naples.\n\n"
                "The city’s mayor welcomed the plan.\n\nrowe.ann@stripes.com\nTwitter: @annrowe\n"
            ),
            headline="Norland ferries may call at Naples",
            outlet="Stars and Stripes",
            published="2024-06-12",
            place="NAPLES",
            names=("ANN ROWE",),
            body_start="Norland’s transport minister",
            body_end="welcomed the plan.",
        ),
    )
