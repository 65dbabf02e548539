"""Korea JoongAng Daily."""

from diplonews.wire.textparser import Example, Mark, TextParser

__all__ = ["KoreaJoongAngDaily"]


class KoreaJoongAngDaily(TextParser):
    """Pages of Korea JoongAng Daily: day before month, Korean time, the writer's address in brackets."""

    name = "korea-joongang-daily"
    outlet = "Korea JoongAng Daily"
    timezone = "Asia/Seoul"
    country = "KOR"
    language = "en"
    date_order = "dmy"
    marks = (
        Mark(r"^Korea JoongAng Daily$", 0.6, "Korea JoongAng Daily"),
        Mark(r"@joongang\.co\.kr", 0.8, "@joongang.co.kr"),
    )
    boilerplate = (r"Korea JoongAng Daily", r"AUDIO", r"Audio report: .{2,40}")
    examples = (
        Example(
            raw=(
                "Norland seeks port deal with Busan\n\nPublished: 12 Jun. 2024, 13:41\nUpdated: 12 Jun. 2024, 14:00\n\n"
                "HAN JI-WOO\n\nNorland wants its ferries to call at Busan from next year, its transport minister "
                "said on Wednesday.\n\n"
                "The city's mayor welcomed the plan.\n\nBY HAN JI-WOO [han.jiwoo@joongang.co.kr]\n"
            ),
            headline="Norland seeks port deal with Busan",
            outlet="Korea JoongAng Daily",
            names=("HAN JI-WOO", "HAN JI-WOO"),
            published="2024-06-12T13:41:00+09:00",
            body_start="Norland wants its ferries",
            body_end="welcomed the plan.",
        ),
    )
