"""Agencies of smaller European states: Keystone-SDA, ANA-MPA, Belga, NTB, STT, Ritzau, TT."""

from diplonews.wire.textparser import Example, Mark, TextParser

__all__ = ["ANAMPA", "NTB", "STT", "TT", "Belga", "KeystoneATS", "Ritzau"]


class KeystoneATS(TextParser):
    """The Swiss wire: `Paris (ats afp) Les pourparlers ...`, no dash; headline ends in ` =`."""

    name = "keystone-ats"
    provider = "Keystone-SDA"
    timezone = "Europe/Zurich"
    country = "CHE"
    marks = (
        Mark(r"\(ats(?:[ /](?:afp|reuters|ap|dpa|apa)){0,3}\) ", 0.6, "(ats"),
        Mark(r"\(sda(?:[ /](?:afp|reuters|ap|dpa|apa)){0,3}\) ", 0.6, "(sda"),
        Mark(r"\(Keystone-(?:ATS|SDA)(?:[ /](?:afp|reuters|ap|dpa|apa)){0,3}\)", 0.5, "(Keystone-"),
    )
    examples = (
        Example(
            raw=(
                "Le Norland ferme deux ports =\n\n   Paris (ats afp) Le Norland a fermé mardi deux ports après un "
                "orage.\n\n"
                "   Le trafic reprendra jeudi.\n"
            ),
            provider="Keystone-SDA",
            place="Paris",
            timezone="Europe/Paris",
            body_start="Le Norland a fermé",
        ),
    )


class ANAMPA(TextParser):
    """Athens-Macedonian News Agency: `(ANA-MPA) -`, Athens time."""

    name = "ana-mpa"
    provider = "ANA-MPA"
    timezone = "Europe/Athens"
    country = "GRC"
    date_order = "dmy"
    marks = (
        Mark(r"ANA-MPA(?:/|\))", 0.3, "ANA-MPA"),
        Mark(r"^[A-Z]{3,20}, [A-Z][a-z]{2,8} \d{1,2} ANA ?-", 0.7, "ANA"),
        Mark(r"^© ANA-MPA", 0.3, "ANA-MPA"),
    )
    boilerplate = (r"© ANA-MPA.{0,60}",)
    examples = (
        Example(
            raw=(
                "Norland ferry firm to serve Piraeus\n\nATHENS (ANA-MPA) - A ferry firm of Norland will serve the "
                "port of Piraeus from May.\n\n"
                "The firm won a tender in March.\n"
            ),
            headline="Norland ferry firm to serve Piraeus",
            provider="ANA-MPA",
            place="ATHENS",
            timezone="Europe/Athens",
            body_start="A ferry firm",
        ),
    )


class Belga(TextParser):
    """Belgian wire: `BRUSSEL (BELGA) - ` or `(Belga)` at the end."""

    name = "belga"
    provider = "Belga"
    timezone = "Europe/Brussels"
    country = "BEL"
    date_order = "dmy"
    marks = (Mark(r"\((?:BELGA|Belga)\)", 0.2, "(B"),)
    examples = (
        Example(
            raw=(
                "Norland opens trade office in Ghent\n\nBRUSSELS (BELGA) - Norland opened a trade office in Ghent "
                "on Monday.\n\n"
                "The office has a staff of six. (Belga)\n"
            ),
            headline="Norland opens trade office in Ghent",
            provider="Belga",
            place="BRUSSELS",
            timezone="Europe/Brussels",
            body_start="Norland opened",
            body_end="staff of six.",
        ),
    )


class NTB(TextParser):
    """Norwegian wire: `Oslo (NTB): `, `(©NTB)` at the end."""

    name = "ntb"
    provider = "NTB"
    timezone = "Europe/Oslo"
    country = "NOR"
    date_order = "dmy"
    marks = (Mark(r"\(NTB(?:-[A-Za-z]{2,10})?\): ", 0.3, "(NTB"), Mark(r"\(© ?NTB\)\s*$", 0.8, "NTB)"))
    boilerplate = (r"\*{3} Dette er en pressemelding .{0,80}\*{3}", r"\(© ?NTB\)")
    examples = (
        Example(
            raw=(
                "Norland kaller hjem ambassadøren\n\nOslo (NTB): Norland kalte tirsdag hjem sin ambassadør fra "
                "Sudmark.\n\n"
                "Utenriksministeren ga ingen grunn.\n\n(©NTB)\n"
            ),
            headline="Norland kaller hjem ambassadøren",
            provider="NTB",
            body_end="ingen grunn.",
        ),
    )


class STT(TextParser):
    """Finnish wire: `(STT)` at the end of the story."""

    name = "stt"
    provider = "STT"
    timezone = "Europe/Helsinki"
    country = "FIN"
    date_order = "dmy"
    marks = (Mark(r"\(STT(?:[-–][A-Za-z]{2,10})?\)\s*$", 0.3, "(STT"), Mark(r"^(?:Helsinki )?STT$", 0.5, "STT"))
    boilerplate = (r"STT",)
    examples = (
        Example(
            raw=(
                "Norland kutsui lähettiläänsä kotiin\n\nNorland kutsui tiistaina lähettiläänsä kotiin Sudmarkista.\n\n"
                "Ulkoministeri ei kertonut syytä. (STT)\n"
            ),
            headline="Norland kutsui lähettiläänsä kotiin",
            provider="STT",
            body_end="ei kertonut syytä.",
        ),
    )


class Ritzau(TextParser):
    """Danish wire: `/ritzau/` after the story."""

    name = "ritzau"
    provider = "Ritzau"
    timezone = "Europe/Copenhagen"
    country = "DNK"
    date_order = "dmy"
    marks = (Mark(r"/ritzau/", 0.6, "/ritzau/"),)
    signoffs = (r"/ritzau/(?:[A-Z]{2,8}/?)?",)
    examples = (
        Example(
            raw=(
                "Norland kalder ambassadør hjem\n\nNorland kaldte tirsdag sin ambassadør hjem fra Sudmark.\n\n"
                "Udenrigsministeren gav ingen grund.\n\n/ritzau/\n"
            ),
            headline="Norland kalder ambassadør hjem",
            provider="Ritzau",
            body_end="ingen grund.",
        ),
    )


class TT(TextParser):
    """Swedish wire: `TT` on a line of its own, `(TT)` at the end."""

    name = "tt"
    provider = "TT"
    timezone = "Europe/Stockholm"
    country = "SWE"
    date_order = "dmy"
    marks = (Mark(r"\(TT(?:-[A-Z]{2,8})?\)\s*$", 0.3, "(TT"), Mark(r"^[A-Z][\w ]{2,20}/TT$", 0.5, "/TT"))
    boilerplate = (r"[A-Z][\w ]{2,20}/TT|TT",)
    examples = (
        Example(
            raw=(
                "Norland kallar hem sin ambassadör\n\nStockholm/TT\n\nNorland kallade på tisdagen hem sin "
                "ambassadör från Sudmark.\n\n"
                "Utrikesministern gav inget skäl. (TT)\n"
            ),
            headline="Norland kallar hem sin ambassadör",
            provider="TT",
            body_end="inget skäl.",
        ),
    )
