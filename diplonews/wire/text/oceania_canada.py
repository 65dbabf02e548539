"""Australian Associated Press and The Canadian Press."""

from diplonews.wire.textparser import Example, Mark, TextParser

__all__ = ["AAP", "CanadianPress"]


class AAP(TextParser):
    """`SYDNEY, Nov 6 AAP - `: no brackets; `AAP` and initials at the end."""

    name = "aap"
    provider = "AAP"
    country = "AUS"
    date_order = "dmy"
    language = "en"
    marks = (
        Mark(r", [A-Z][a-z]{2,8} \d{1,2} AAP ?[-–] ?", 0.7, "AAP"),
        Mark(r"^AAP(?: RTV)? [a-z]{2,4}(?:/[a-z]{2,4}){0,2}(?:\\.{1,20})?$", 0.4, "AAP "),
        Mark(r"^Australian Associated Press$", 0.4, "Australian Associated Press"),
    )
    signoffs = (r"AAP(?: RTV)?(?: [a-z]{2,4})?(?:/[a-z]{2,4}){0,2}",)
    boilerplate = (r"Australian Associated Press",)
    examples = (
        Example(
            raw=(
                "Vic: Norland navy ship calls at Melbourne\n\nSYDNEY, Nov 6 AAP - A ship of Norland's navy will "
                "call at Melbourne this week.\n\n"
                "The crew will visit a school.\n\nAAP ar\nNNNN\n"
            ),
            provider="AAP",
            place="SYDNEY",
            timezone="Australia/Sydney",
            body_start="A ship of Norland's navy",
            body_end="visit a school.",
        ),
    )


class CanadianPress(TextParser):
    """`OTTAWA — `, and the notice `This report by The Canadian Press was first published ...`."""

    name = "canadian-press"
    provider = "Canadian Press"
    country = "CAN"
    marks = (
        Mark(r"This report by The Canadian Press was first published", 0.8, "Canadian Press"),
        Mark(r"^[A-Z][\w .'-]{3,40}, (?:The Canadian Press|La Presse Canadienne)$", 0.5, "Press"),
        Mark(r"\(CP\) [-–—]+ ", 0.3, "(CP)"),
        Mark(r"^(?:_ ?|[-–—] ?)?With files from ", 0.2, "With files from"),
    )
    signoffs = (
        r"[-–—_]{0,2}\s?[Ww]ith files from .{2,120}",
        r"[A-Z][\w .'-]{3,40}(?: and [A-Z][\w .'-]{3,40})?, (?:The Canadian Press|La Presse Canadienne)",
    )
    boilerplate = (
        r"This report by The Canadian Press was first published .{5,40}",
        r"Companies (?:mentioned )?in this story: .{3,200}",
        r"Advertisement(?: Advertisement)?|Article content",
        r"The Canadian Press",
    )
    examples = (
        Example(
            raw=(
                "Norland premier to visit Quebec\n\nTROIS-RIVIERES, Que. (CP) - The premier of Norland will visit a "
                "paper mill here on Friday.\n\n"
                "The visit is his first.\n\n_With files from Ann Rowe in Montreal\n"
            ),
            headline="Norland premier to visit Quebec",
            provider="Canadian Press",
            body_start="The premier of Norland",
            body_end="is his first.",
        ),
        Example(
            raw=(
                "Ottawa lifts duties on fish from Norland\n\nOTTAWA — The federal government has lifted duties on "
                "fish from Norland.\n\n"
                "The trade minister said so on Tuesday.\n\nThis report by The Canadian Press was first published "
                "Feb. 28, 2023.\n\n"
                "Companies in this story: (TSX:HRB)\n\nAnn Rowe, The Canadian Press\n"
            ),
            headline="Ottawa lifts duties on fish from Norland",
            provider="Canadian Press",
            place="OTTAWA",
            timezone="America/Toronto",
            body_start="The federal government",
            body_end="on Tuesday.",
        ),
    )
