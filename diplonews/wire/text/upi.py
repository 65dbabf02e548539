"""United Press International."""

from diplonews.wire.textparser import Example, Mark, TextParser

__all__ = ["UPI"]


class UPI(TextParser):
    """Pages of UPI: `By UPI Staff  |  Feb. 06, 2019`, US Eastern time, `Photo by X/UPI | License Photo`."""

    name = "upi"
    provider = "UPI"
    timezone = "America/New_York"
    country = "USA"
    language = "en"
    marks = (
        Mark(r"^By .{2,60}\|\s{0,3}(?:{date}|.{4,30} at {time})", 0.3, "|"),
        Mark(r"/UPI \| License Photo", 0.3, "License Photo"),
        Mark(r"^Latest Headlines$", 0.1, "Latest Headlines"),
        Mark(r"^UPI$", 0.2, "UPI"),
    )
    boilerplate = (r"UPI", r"Trending Stories", r"// .{5,120} //", r"\d{1,2} (?:minute|hour|day)s? ago")
    examples = (
        Example(
            raw=(
                "Norland reopens hotline with Sudmark\n\nBy UPI Staff  |  Feb. 06, 2019 at 9:41 AM\n\n"
                "The hotline at the border post. Photo courtesy of Harbour Ministry/EPA-EFE\n\n"
                "SEOUL, South Korea, Feb. 6 (UPI) -- Norland reopened its hotline with Sudmark on Wednesday after "
                "two years.\n\n"
                "The two sides spoke for twenty minutes.\n\nLatest Headlines\n"
            ),
            headline="Norland reopens hotline with Sudmark",
            provider="UPI",
            published="2019-02-06T09:41:00-05:00",
            place="SEOUL",
            timezone="Asia/Seoul",
            caption="The hotline at the border post.",
            body_start="Norland reopened its hotline",
            body_end="twenty minutes.",
        ),
        Example(
            raw=(
                "World News\n\nJune 3, 2024 / 9:41 AM / Updated at 10:05 AM\n\nNorland's king abdicates\n\nBy Ann "
                "Rowe\n\n"
                "June 3 (UPI) -- The king of Norland abdicated Monday in favor of his sister.\n\nHe had ruled since "
                "1990.\n"
            ),
            headline="Norland's king abdicates",
            provider="UPI",
            published="2024-06-03T09:41:00-04:00",
            names=("Ann Rowe",),
            body_start="The king of Norland",
            body_end="since 1990.",
        ),
    )
