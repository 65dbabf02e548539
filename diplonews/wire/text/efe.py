"""Agencia EFE: Spanish and English."""

from diplonews.wire.textparser import Example, Mark, TextParser

__all__ = ["EFE"]


class EFE(TextParser):
    """`Nueva Delhi, 21 ene (EFE).- `: stop and hyphen, `EFE` and initials at the end."""

    name = "efe"
    provider = "EFE"
    marks = (
        Mark(r"\(EFE\)\.-", 0.3, "(EFE)"),
        Mark(r"^EFE(?: [a-z/-]{2,20})?$", 0.3, "EFE"),
    )
    signoffs = (r"EFE(?: \d{7})?(?: [a-z/-]{2,20})?", r"[a-z]{2,5}(?:[/-][a-z]{2,4}){1,4}")
    boilerplate = (r"\([Ff]oto\)(?: ?\([Vv][íi]deo\))?(?: ?\([Aa]udio\))?", r"©EFE.{0,200}")
    examples = (
        Example(
            raw=(
                "Norland retira a su embajador en Sudmark\n\nNueva Delhi, 21 ene (EFE).- Norland retiró hoy a su "
                "embajador en Sudmark, "
                "informó el Gobierno.\n\nEl ministro no dio motivos. EFE\n\ndaa/mt/msr\n\n(foto)\n"
            ),
            headline="Norland retira a su embajador en Sudmark",
            provider="EFE",
            place="Nueva Delhi",
            body_start="Norland retiró hoy",
        ),
        Example(
            raw=(
                "Norland, Sudmark reopen border post\n\nSeoul, Nov 29 (EFE).- Norland and Sudmark reopened a border "
                "post on Friday, "
                "state media said.\n\nThe post had been closed since May. EFE\n\nar/kd\n"
            ),
            headline="Norland, Sudmark reopen border post",
            provider="EFE",
            place="Seoul",
            timezone="Asia/Seoul",
            body_start="Norland and Sudmark reopened",
        ),
    )
