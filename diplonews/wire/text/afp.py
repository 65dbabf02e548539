"""Agence France-Presse: the wire in English and French, copy in papers, France 24's pages."""

from diplonews.wire.textparser import Example, Mark, TextParser

__all__ = ["AFP", "AFPFrench", "France24"]

FRENCH_MONTH = r"(?:janv?|fév|févr|mars|avril|avr|mai|juin|juil|juillet|août|sept|oct|nov|déc)\.?"


class AFP(TextParser):
    """The wire in English, with the year in the dateline since about 2005, and its copy in papers."""

    name = "afp"
    provider = "AFP"
    language = "en"
    marks = (
        Mark(r"^© ?(?:\d{4} )?(?:AFP|Agence France-Presse)$", 0.3, "©"),
        Mark(r"^AFP$", 0.2, "AFP"),
        Mark(r"\b[A-Z][a-z]{2,8} \d{1,2}(?:, \d{4})? \(AFP\)", 0.1, "(AFP)"),
        Mark(r"^[A-Z][A-Z ,./-]{2,60} \(AFP\) [-–—]", 0.1, "(AFP)"),
        Mark(r"\(AFP\) [-–—].{0,80}\b(?:the|on|of|an?|said|in)\b", 0.1, "(AFP)"),
    )
    signoffs = (r"(?:bur-)?[a-z]{2,4}(?:[/-][a-z]{1,4}){1,4}",)
    boilerplate = (r"© ?(?:\d{4} )?(?:AFP|Agence France-Presse)", r"(?:© )?Agence France-Presse")
    notes = (r"ATTENTION - .{3,200}",)
    examples = (
        Example(
            raw=(
                "Norland recalls envoy from Sudmark\n\nATTENTION - ADDS quotes ///\n\n"
                "STOCKHOLM, Aug 29, 2014 (AFP) - Norland recalled its envoy from Sudmark on Friday, its foreign "
                "ministry said.\n\n"
                "The ministry spoke of a raid on a harbour.\n\nbur-ar/kd/ml\n"
            ),
            headline="Norland recalls envoy from Sudmark",
            provider="AFP",
            place="STOCKHOLM",
            timezone="Europe/Stockholm",
            body_start="Norland recalled its envoy",
            body_end="on a harbour.",
        ),
        Example(
            raw=(
                "Sudmark trawlers return to port\n\nBy AFP\n\nPARIS (AFP) - Trawlers from Sudmark returned to port "
                "on Monday "
                "after a deal on fish.\n\nThe deal runs for two years.\n\nAFP\n"
            ),
            headline="Sudmark trawlers return to port",
            provider="AFP",
            place="PARIS",
            timezone="Europe/Paris",
            body_start="Trawlers from Sudmark",
            body_end="for two years.",
        ),
    )


class AFPFrench(TextParser):
    """The wire in French: `Strasbourg, 10 juil 2024 (AFP) -`."""

    name = "afp-fr"
    provider = "AFP"
    language = "fr"
    marks = (
        Mark(rf"\b\d{{1,2}}(?:er)? {FRENCH_MONTH} (?:\d{{4}} )?\(AFP\)", 0.3, "(AFP)"),
        Mark(r"\(AFP\) ?[-–—].{0,80}\b(?:[Ll]e|[Ll]a|[Ll]es|des|une|du|et)\b", 0.25, "(AFP)"),
    )
    signoffs = (r"(?:bur-)?[a-z]{2,4}(?:[/-][a-z]{1,4}){1,4}",)
    examples = (
        Example(
            raw=(
                "Le Norland rappelle son ambassadeur\n\n"
                "Strasbourg, 10 juil 2024 (AFP) - Le Norland a rappelé mercredi son ambassadeur au Sudmark, "
                "a annoncé son ministère.\n\nLe Sudmark a dit regretter cette décision.\n\nabc/de/fg\n"
            ),
            headline="Le Norland rappelle son ambassadeur",
            provider="AFP",
            place="Strasbourg",
            timezone="Europe/Paris",
            body_start="Le Norland a rappelé",
            body_end="cette décision.",
        ),
    )


class France24(TextParser):
    """Pages of France 24: `Issued on:` and `Modified:`, day first, Paris time."""

    name = "france-24"
    outlet = "France 24"
    timezone = "Europe/Paris"
    country = "FRA"
    language = "en"
    date_order = "dmy"
    marks = (
        Mark(r"^Issued on: \d\d/\d\d/\d{4} - \d\d:\d\d", 0.85, "Issued on: "),
        Mark(r"^Modified: \d\d/\d\d/\d{4} - \d\d:\d\d", 0.4, "Modified: "),
        Mark(r"^FRANCE 24$", 0.4, "FRANCE 24"),
    )
    boilerplate = (
        r"FRANCE 24",
        r"\d{1,2} min(?: Reading time)?",
        r"Reading time \d{1,2} min",
        r"© \d{4} AFP",
        r"Advertising",
    )
    examples = (
        Example(
            raw=(
                "Norland and Sudmark agree on fish quotas\n\nIssued on: 22/09/2021 - 10:12\n\nParis (AFP) – "
                "Norland and Sudmark agreed on fish quotas for next year on Wednesday.\n\nThe deal was struck at "
                "night.\n\n© 2021 AFP\n"
            ),
            headline="Norland and Sudmark agree on fish quotas",
            provider="AFP",
            outlet="France 24",
            published="2021-09-22T10:12:00+02:00",
            place="Paris",
            body_start="Norland and Sudmark agreed",
            body_end="at night.",
        ),
    )
