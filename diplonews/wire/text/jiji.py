"""Jiji Press: its English wire, and its copy on the pages of the organisation of Asian agencies."""

from diplonews.wire.textparser import Example, Mark, TextParser

__all__ = ["Jiji"]


class Jiji(TextParser):
    """`Tokyo, July 17 (Jiji Press)--Japan ...`: mixed case and no spaces around the dash."""

    name = "jiji"
    provider = "Jiji Press"
    timezone = "Asia/Tokyo"
    country = "JPN"
    language = "en"
    date_order = "mdy"
    marks = (
        Mark(r"\(Jiji Press\)--", 0.3, "(Jiji Press)--"),
        Mark(r"^\[Copyright The Jiji Press, Ltd\.\]", 0.4, "Jiji Press, Ltd"),
    )
    boilerplate = (r"\[Copyright The Jiji Press, Ltd\.\]",)
    end_marks = (r"END",)
    examples = (
        Example(
            raw=(
                "Japan, Norland Agree on Tuna Quotas\n\nID : 335683\nFri, 07/18/2014 - 09:05\nAuther :\n\n"
                "Tokyo, July 17 (Jiji Press)--Japan and Norland agreed Thursday on quotas for tuna, officials said.\n\n"
                "The quotas will be reviewed in two years.\n\nEND\n[Copyright The Jiji Press, Ltd.]\n"
            ),
            headline="Japan, Norland Agree on Tuna Quotas",
            provider="Jiji Press",
            place="Tokyo",
            timezone="Asia/Tokyo",
            body_start="Japan and Norland agreed",
            body_end="in two years.",
        ),
    )
