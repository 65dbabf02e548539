"""The Hankyoreh, The Dong-A Ilbo and The Chosun Ilbo, in English."""

from diplonews.wire.textparser import Example, Mark, TextParser

__all__ = ["ChosunIlbo", "DongAIlbo", "Hankyoreh"]


class Hankyoreh(TextParser):
    """Pages of The Hankyoreh: `Posted on :` and `Modified on :` in Korean time, the writer below the story."""

    name = "hankyoreh"
    outlet = "The Hankyoreh"
    timezone = "Asia/Seoul"
    country = "KOR"
    language = "en"
    marks = (
        Mark(r"^Posted on : [A-Z][a-z]{2,8}\.? ?\d{1,2}, ?\d{4}", 0.5, "Posted on : "),
        Mark(r"english@hani\.co\.kr", 0.8, "@hani.co.kr"),
        Mark(r"^(?:The )?Hankyoreh$", 0.6, "Hankyoreh"),
    )
    boilerplate = (r"(?:The )?Hankyoreh", r"facebooktwitter|facebook|twitter|printmail")
    examples = (
        Example(
            raw=(
                "Norland’s ferries may call at Busan\n"
                "Posted on : Jun.12,2024 16:52 KST Modified on : Jun.12,2024 17:10 KST\n"
                "facebooktwitter\nprintmail\n"
                "Norland wants its ferries to call at Busan from next year, its transport minister said on June 11.\n\n"
                "The city’s mayor welcomed the plan.\n\nBy Han Ji-woo, staff reporter\n\n"
                "Please direct questions or comments to [english@hani.co.kr]\n"
            ),
            headline="Norland’s ferries may call at Busan",
            outlet="The Hankyoreh",
            published="2024-06-12T16:52:00+09:00",
            names=("Han Ji-woo",),
            body_start="Norland wants its ferries",
            body_end="welcomed the plan.",
        ),
    )


class DongAIlbo(TextParser):
    """Pages of The Dong-A Ilbo: headline and date twice, the writer's address behind the name."""

    name = "dong-a-ilbo"
    outlet = "The Dong-A Ilbo"
    timezone = "Asia/Seoul"
    country = "KOR"
    language = "en"
    marks = (
        Mark(r"^Posted [A-Z][a-z]{2,8}\. \d{2}, \d{4} \d{2}:\d{2},", 0.5, "Posted "),
        Mark(r"@donga\.com", 0.8, "@donga.com"),
        Mark(r"^(?:The )?Dong-?[Aa] Ilbo$", 0.6, "lbo"),
    )
    boilerplate = (r"(?:The )?Dong-?[Aa] Ilbo",)
    examples = (
        Example(
            raw=(
                "Norland’s ferries may call at Busan\n"
                "Posted June. 12, 2024 07:52,\nUpdated June. 12, 2024 07:52\n한국어\n"
                "by Ji-Woo Han jiwoo@donga.com.\n"
                "Norland wants its ferries to call at Busan from next year, its transport minister said Tuesday.\n\n"
                "The city’s mayor welcomed the plan.\n\n한국어\n"
            ),
            headline="Norland’s ferries may call at Busan",
            outlet="The Dong-A Ilbo",
            published="2024-06-12T07:52:00+09:00",
            names=("Ji-Woo Han",),
            body_start="Norland wants its ferries",
            body_end="welcomed the plan.",
        ),
    )


class ChosunIlbo(TextParser):
    """Pages of The Chosun Ilbo: Korean time without a zone, the desk's address below the story."""

    name = "chosun-ilbo"
    outlet = "The Chosun Ilbo"
    timezone = "Asia/Seoul"
    country = "KOR"
    language = "en"
    marks = (
        Mark(r"englishnews@chosun\.com", 0.8, "@chosun.com"),
        Mark(r"Chosunilbo & Chosun\.com", 0.8, "Chosun.com"),
        Mark(r"^(?:The )?Chosun ?[Ii]lbo(?: \(English Edition\))?$", 0.6, "Chosun"),
    )
    boilerplate = (r"(?:The )?Chosun ?[Ii]lbo(?: \(English Edition\))?",)
    signoffs = (r"englishnews@chosun\.com(?: / .{2,40})?",)
    examples = (
        Example(
            raw=(
                "Norland's Ferries May Call at Busan\nBy Han Ji-woo\nJune 12, 2024 11:08\n"
                "Norland wants its ferries to call at Busan from next year, its transport minister said Tuesday.\n\n"
                "The city's mayor welcomed the plan.\n\nenglishnews@chosun.com\n\nCopyright © Chosunilbo & Chosun.com\n"
            ),
            headline="Norland's Ferries May Call at Busan",
            outlet="The Chosun Ilbo",
            published="2024-06-12T11:08:00+09:00",
            names=("Han Ji-woo",),
            body_start="Norland wants its ferries",
            body_end="welcomed the plan.",
        ),
    )
