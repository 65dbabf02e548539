"""Anadolu: its English pages and its copy elsewhere."""

from diplonews.wire.textparser import Example, Mark, TextParser

__all__ = ["Anadolu"]


class Anadolu(TextParser):
    """Pages of Anadolu: name, days with points, a place alone on its line, a notice at the end."""

    name = "anadolu"
    provider = "Anadolu"
    timezone = "Europe/Istanbul"
    country = "TUR"
    date_order = "dmy"
    marks = (
        Mark(r"Anadolu (?:Agency )?website contains only a portion of the news", 0.8, "Anadolu"),
        Mark(r"\d\d\.\d\d\.\d{4} - Update : \d\d\.\d\d\.\d{4}", 0.7, "Update : "),
        Mark(r"^\*Writing by ", 0.2, "*Writing by"),
        Mark(r"\(AA\) [-–—] ", 0.1, "(AA)"),
    )
    boilerplate = (
        r"Anadolu (?:Agency )?website contains only a portion .{0,200}",
        r"Please contact us for subscription options\.?",
        r"Share News",
        r"Subscription Transactions",
        r"Anadolu Agency(?: \(AA\))?",
        r"news_share.{0,40}",
    )
    signoffs = (r"\* ?(?:Writing|Writing and translating|Written|Contributed|Reporting) by .{2,80}",)
    slugs = (r"- OPINION -", r"OPINION", r"ANALYSIS", r"INFOGRAPHIC")
    examples = (
        Example(
            raw=(
                "Norland reopens embassy in Ankara\n\nEmbassy had been closed for three years, says Turkish "
                "minister\n\n"
                "Ayse Demir   |12.06.2024 - Update : 12.06.2024\n\nANKARA\n\n"
                "Norland on Wednesday reopened its embassy in the Turkish capital Ankara.\n\n"
                "The minister spoke of a new start.\n\n*Writing by Karl Dahl\n\n"
                "Anadolu Agency website contains only a portion of the news stories offered to subscribers in the "
                "AA News "
                "Broadcasting System (HAS), and in summarized form. Please contact us for subscription "
                "options.\n\nRelated topics\nNorland\n"
            ),
            headline="Norland reopens embassy in Ankara",
            provider="Anadolu",
            published="2024-06-12",
            place="ANKARA",
            timezone="Europe/Istanbul",
            names=("Ayse Demir",),
            body_start="Norland on Wednesday",
            body_end="a new start.",
        ),
        Example(
            raw=(
                "Sudmark hails Turkish mediation\n\nBy Ayse Demir\n\nANKARA (AA) – Sudmark hailed Turkey's part in "
                "talks on fish on Friday.\n\n"
                "The talks will resume in May.\n"
            ),
            headline="Sudmark hails Turkish mediation",
            provider="Anadolu",
            place="ANKARA",
            names=("Ayse Demir",),
            body_start="Sudmark hailed",
        ),
    )
