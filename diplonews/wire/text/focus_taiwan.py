"""Central News Agency of Taiwan: its wire, and the pages of Focus Taiwan."""

from diplonews.wire.textparser import Example, Mark, TextParser

__all__ = ["CNA", "FocusTaiwan"]

CNA_SIGNOFFS = (r"\(By [A-Z].{3,120}\)", r"Enditem/[a-zA-Z]{1,3}(?:/[a-z]{1,3})?")


class FocusTaiwan(TextParser):
    """Pages of Focus Taiwan: `01/14/2024 11:05 AM`, month first, Taipei time."""

    name = "focus-taiwan"
    provider = "CNA"
    outlet = "Focus Taiwan"
    timezone = "Asia/Taipei"
    country = "TWN"
    language = "en"
    date_order = "mdy"
    marks = (
        Mark(r"^\d\d/\d\d/\d{4} \d\d:\d\d [AP]M$(?=(?s:.){0,600}\(CNA\))", 0.9, "(CNA)"),
        Mark(r"^Focus Taiwan(?:\b.{0,40})?$", 0.75, "Focus Taiwan"),
        Mark(r"To activate the text-to-speech service", 0.5, "To activate the"),
        Mark(r"Full text of the story is now in CNA English news archive", 0.5, "CNA English news"),
    )
    boilerplate = (
        r"Focus Taiwan\b.{0,40}",
        r"To activate the text-to-speech service.{0,120}",
        r"\(Full text of the story is now in CNA English news archive.{0,120}",
        r"(?:> .{5,120}|Text|Photos?|Videos?)",
    )
    signoffs = CNA_SIGNOFFS
    examples = (
        Example(
            raw=(
                "Norland lawmakers visit Taipei\n\n01/14/2024 11:05 AM\n\n"
                "To activate the text-to-speech service, please first agree to the privacy policy below.\n\n"
                "Lawmakers from Norland at the airport. CNA photo Jan. 14, 2024\n\n"
                "Taipei, Jan. 14 (CNA) A group of lawmakers from Norland arrived in Taipei on Sunday for a visit of "
                "three days.\n\n"
                "They will meet the foreign minister on Monday.\n\n(By Lin Mei and Joseph Ho)\n\nEnditem/ab\n"
            ),
            headline="Norland lawmakers visit Taipei",
            provider="CNA",
            outlet="Focus Taiwan",
            published="2024-01-14T11:05:00+08:00",
            place="Taipei",
            timezone="Asia/Taipei",
            body_start="A group of lawmakers",
            body_end="on Monday.",
        ),
    )


class CNA(TextParser):
    """The wire: `Taipei, June 3 (CNA) The mayor ...`, no dash; writers in brackets at the end."""

    name = "cna"
    provider = "CNA"
    timezone = "Asia/Taipei"
    country = "TWN"
    language = "en"
    date_order = "mdy"
    marks = (
        Mark(r"^Enditem/[a-zA-Z]{1,3}$", 0.3, "Enditem/"),
        Mark(r"^\(By [A-Z].{3,100}\)$", 0.1, "(By "),
    )
    signoffs = CNA_SIGNOFFS
    examples = (
        Example(
            raw=(
                "Norland to buy orchids from Taiwan\n\nTainan, March 3 (CNA) Norland will buy orchids from growers "
                "in Tainan, "
                "the city government said Sunday.\n\nThe first crates leave in April.\n\n(By Lin Mei)\n\nEnditem/cd\n"
            ),
            headline="Norland to buy orchids from Taiwan",
            provider="CNA",
            place="Tainan",
            timezone="Asia/Taipei",
            body_start="Norland will buy orchids",
            body_end="in April.",
        ),
    )
