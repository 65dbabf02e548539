"""Voice of America and Radio Free Europe/Radio Liberty."""

from diplonews.wire.textparser import Example, Mark, TextParser

__all__ = ["RFERL", "VOA"]


class VOA(TextParser):
    """Pages of VOA: the time as its site sets it, a place and an em dash, agencies thanked at the end."""

    name = "voa"
    outlet = "VOA"
    language = "en"
    marks = (
        Mark(r"^VOA(?: News)?$", 0.75, "VOA"),
        Mark(r"^Voice of America(?: English News)?$", 0.75, "Voice of America"),
        Mark(
            r"^Some information (?:for|in) this (?:report|article|story) (?:came from|was provided by|is from)",
            0.6,
            "Some information",
        ),
        Mark(r"contributed to this (?:report|story), .{0,60}VOA|VOA(?:'s|’s) .{3,80} contributed to this", 0.6, "VOA"),
        Mark(r"The code has been copied to your clipboard", 0.25, "The code has been"),
    )
    boilerplate = (
        r"VOA(?: News)?|Voice of America(?: English News)?",
        r"Embed(?: share)?|share|The code has been copied to your clipboard\..{0,80}|width px height px",
        r"No media source currently available|The URL has been copied to your clipboard|Direct link|See comments",
        r"0:00.{0,30}",
    )
    signoffs = (r"Some information (?:for|in) this .{5,240}",)
    examples = (
        Example(
            raw=(
                "Norland Votes on Fishing Pact\n\nJune 12, 2024 9:41 AM\n\nAnn Rowe\n\n"
                "ISTANBUL — Voters in Norland went to the polls Wednesday to decide on a fishing pact.\n\n"
                "Results are due at midnight.\n\n"
                "Some information for this report came from The Associated Press and Reuters.\n"
            ),
            headline="Norland Votes on Fishing Pact",
            outlet="VOA",
            published="2024-06-12T09:41:00",
            place="ISTANBUL",
            timezone="Europe/Istanbul",
            names=("Ann Rowe",),
            body_start="Voters in Norland",
            body_end="at midnight.",
        ),
    )


class RFERL(TextParser):
    """Pages of RFE/RL: zone printed, `By RFE/RL's ... Service`, `With reporting by` agencies."""

    name = "rferl"
    outlet = "RFE/RL"
    language = "en"
    marks = (
        Mark(r"^By RFE/RL(?:'s|’s)?\b", 0.75, "By RFE/RL"),
        Mark(r"^With (?:additional )?reporting by .{3,120}", 0.25, "With "),
        Mark(r"told RFE/RL|RFE/RL(?:'s|’s) .{3,40} Service", 0.2, "RFE/RL"),
        Mark(r"^(?:Radio Free Europe/Radio Liberty|RFE/RL)$", 0.75, "/R"),
    )
    boilerplate = (
        r"RFE/RL|Radio Free Europe/Radio Liberty",
        r"Copyright \(c\).{0,120}RFE/RL.{0,200}",
        r"Accessibility links|Breaking News|Print|share|This item is part of",
        r"\(?(?:CLICK HERE|To read the original story by).{0,120}",
    )
    signoffs = (
        r"(?:With (?:additional )?reporting|Based on reporting|Written|With contributions?) (?:by|from) .{3,200}",
    )
    examples = (
        Example(
            raw=(
                "Norland Court Frees Opposition Leader\n\nJune 12, 2024 09:41 CET\n\nBy RFE/RL's Georgian Service\n\n"
                "TBILISI -- A court in Norland freed an opposition leader on June 12, his lawyer told RFE/RL.\n\n"
                "He had been held since March.\n\nWith reporting by Reuters and AFP\n"
            ),
            headline="Norland Court Frees Opposition Leader",
            outlet="RFE/RL",
            published="2024-06-12T09:41:00+01:00",
            place="TBILISI",
            timezone="Asia/Tbilisi",
            body_start="A court in Norland",
            body_end="since March.",
        ),
    )
