"""Interfax: its wire in English."""

from diplonews.wire.textparser import Example, Mark, TextParser

__all__ = ["Interfax"]


class Interfax(TextParser):
    """`MOSCOW. April 2 (Interfax) - `: a full stop after the place, initials at the end."""

    name = "interfax"
    provider = "Interfax"
    timezone = "Europe/Moscow"
    country = "RUS"
    marks = (Mark(r"[A-Za-z]\. (?:[A-Z][a-z]{2,8} \d{1,2} )?\(Interfax\) ?[-–]", 0.2, "(Interfax)"),)
    signoffs = (r"[a-z]{2}(?:[ /-][a-z]{2}){0,3}", r"\(?Our editorial staff can be reached.{0,120}")
    examples = (
        Example(
            raw=(
                "Norland bank to open branch in Moscow\n\nMOSCOW. April 2 (Interfax) - A bank of Norland will open "
                "a branch in Moscow, "
                "its director told reporters on Tuesday.\n\n"
                "The branch will serve firms that trade in fish.\n\nar kd\n\n(Our editorial staff can be reached at "
                "eng.editors@agency.example)\n"
            ),
            headline="Norland bank to open branch in Moscow",
            provider="Interfax",
            place="MOSCOW",
            timezone="Europe/Moscow",
            body_start="A bank of Norland",
            body_end="trade in fish.",
        ),
        Example(
            raw=(
                "Norland, Tajikistan sign air accord\n\nDushanbe. (Interfax) - Norland and Tajikistan signed an "
                "accord on flights on Monday.\n\n"
                "Flights will start in May.\n"
            ),
            headline="Norland, Tajikistan sign air accord",
            provider="Interfax",
            place="Dushanbe",
            body_start="Norland and Tajikistan signed",
        ),
    )
