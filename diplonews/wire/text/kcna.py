"""KCNA: the wire of Pyongyang and its copy on collecting sites."""

from diplonews.wire.textparser import Example, Mark, TextParser

__all__ = ["KCNA"]


class KCNA(TextParser):
    """`Pyongyang, July 14 (KCNA) -- `: Juche years in brackets, `-0-`, `www.kcna.kp`."""

    name = "kcna"
    provider = "KCNA"
    timezone = "Asia/Pyongyang"
    country = "PRK"
    date_order = "dmy"
    language = "en"
    marks = (
        Mark(r"^www\.kcna\.kp", 0.4, "kcna.kp"),
        Mark(r"\(Juche\s?\d{2,3}", 0.4, "Juche"),
        Mark(r"Source: KCNA(?:\.kp)?\b", 0.6, "Source: KCNA"),
    )
    boilerplate = (
        r"www\.kcna\.kp ?(?:\(Juche.{3,30}\))?",
        r"\(Juche ?\d.{3,30}\)",
        r"Read original article",
        r"KCNA Watch",
    )
    end_marks = (r"-0-",)
    examples = (
        Example(
            raw=(
                "Delegation of Norland Arrives\n\nDate: 14/07/2019 | Source: KCNA.kp (En) | Read original version "
                "at source\n\n"
                "Pyongyang, July 14 (KCNA) -- A delegation of the fishery office of Norland arrived here on "
                "Saturday.\n\n"
                "It was met at the airport by officials concerned. -0-\n\nwww.kcna.kp (Juche108.7.14.)\n"
            ),
            headline="Delegation of Norland Arrives",
            provider="KCNA",
            place="Pyongyang",
            timezone="Asia/Pyongyang",
            body_start="A delegation of the fishery",
            body_end="officials concerned.",
        ),
    )
