"""Press-release wires: PR Newswire, Business Wire, GlobeNewswire, AsiaNet."""

from diplonews.wire.textparser import Example, Mark, TextParser

__all__ = ["AsiaNet", "BusinessWire", "GlobeNewswire", "PRNewswire"]

CONTACTS = (
    r"View source version on .{5,120}",
    r"View original content.{0,240}",
    r"(?:About|ABOUT) [A-Z][\w&.,' -]{2,60}",
    r"SOURCE:? .{2,80}|Source: .{2,80}",
    r"A photo accompanying this (?:announcement|release).{0,200}",
    r"Photo - https?://\S{5,160}|Logo - https?://\S{5,160}",
)


class PRNewswire(TextParser):
    """`NEW YORK, June 12, 2024 /PRNewswire/ -- `: day with year, `SOURCE` at the end, US Eastern time."""

    name = "pr-newswire"
    provider = "PR Newswire"
    language = "en"
    marks = (
        Mark(r"/PR ?Newswire(?!-Asia)(?:-[A-Za-z-]{2,30})?/", 0.4, "Newswire"),
        Mark(r"^News provided by$", 0.3, "News provided by"),
        Mark(r"^SOURCE [A-Z]", 0.1, "SOURCE "),
    )
    boilerplate = (
        *CONTACTS,
        r"News provided by",
        r"Share this article",
        r"\d+%",
        r"Cision.{0,60}",
        r"WANT YOUR COMPANY'S NEWS.{0,60}",
    )
    end_marks = (r"#{2,3}",)
    examples = (
        Example(
            raw=(
                "Harbour Works to Build Ferry Terminal in Norland\n\nNews provided by\nHarbour Works, Inc.\nJun 12, "
                "2024, 09:00 ET\n\n"
                "NEW YORK, June 12, 2024 /PRNewswire/ -- Harbour Works, Inc. will build a ferry terminal in "
                "Norland, the company said today.\n\n"
                '"It is our largest order yet," said Ann Rowe, its president.\n\nSOURCE Harbour Works, Inc.\n'
            ),
            headline="Harbour Works to Build Ferry Terminal in Norland",
            provider="PR Newswire",
            published="2024-06-12T09:00:00-04:00",
            place="NEW YORK",
            timezone="America/New_York",
            body_start="Harbour Works, Inc. will build",
            body_end="its president.",
        ),
    )


class BusinessWire(TextParser):
    """`NEW YORK--(BUSINESS WIRE)--`: no spaces; `Contacts` at the end."""

    name = "business-wire"
    provider = "Business Wire"
    language = "en"
    marks = (
        Mark(r"--\(BUSINESS WIRE\)--", 0.4, "(BUSINESS WIRE)"),
        Mark(r"businesswire\.com", 0.2, "businesswire.com"),
    )
    boilerplate = (*CONTACTS, r"Business Wire", r"This press release features multimedia\..{0,120}")
    examples = (
        Example(
            raw=(
                "Harbour Works Names New President\n\nJune 12, 2024 09:00 AM Eastern Daylight Time\n\n"
                "NEW YORK--(BUSINESS WIRE)--Harbour Works, Inc. named Ann Rowe its president, effective July 1.\n\n"
                "She succeeds Karl Dahl, who retires.\n\nContacts\nMia Lund\npress@harbour.example\n"
            ),
            headline="Harbour Works Names New President",
            provider="Business Wire",
            place="NEW YORK",
            body_start="Harbour Works, Inc. named",
            body_end="who retires.",
        ),
    )


class GlobeNewswire(TextParser):
    """`..., June 12, 2024 (GLOBE NEWSWIRE) -- `."""

    name = "globenewswire"
    provider = "GlobeNewswire"
    language = "en"
    marks = (
        Mark(r"\(GLOBE ?NEWSWIRE\)\s?--", 0.4, "NEWSWIRE)"),
        Mark(r"^(?:{date} {time} ET )?\| ?Source: ?", 0.3, "Source:"),
    )
    boilerplate = CONTACTS
    examples = (
        Example(
            raw=(
                "Harbour Works Reports Orders for First Quarter\n\nJune 12, 2024 09:00 ET | Source: Harbour Works, "
                "Inc.\n\n"
                "MONTREAL, June 12, 2024 (GLOBE NEWSWIRE) -- Harbour Works, Inc. today reported orders for three "
                "ferries.\n\n"
                "The ferries will be delivered in 2026.\n\nContact: Mia Lund, press@harbour.example\n"
            ),
            headline="Harbour Works Reports Orders for First Quarter",
            provider="GlobeNewswire",
            place="MONTREAL",
            timezone="America/Toronto",
            body_start="Harbour Works, Inc. today",
            body_end="in 2026.",
        ),
    )


class AsiaNet(TextParser):
    """`BOISE, Idaho, March 6, 2018 /PRNewswire-AsiaNet/ --`, under `MEDIA RELEASE` and a number."""

    name = "asianet"
    provider = "AsiaNet"
    language = "en"
    marks = (
        Mark(r"/[\w ]{2,30}-?AsiaNet/?\s?--", 0.8, "AsiaNet"),
        Mark(r"/[\w ]{2,30}-?Asianet/?\s?--", 0.8, "Asianet"),
        Mark(r"^MEDIA RELEASE PR\d+$", 0.3, "MEDIA RELEASE"),
    )
    slugs = (r"MEDIA RELEASE PR\d+",)
    boilerplate = CONTACTS
    examples = (
        Example(
            raw=(
                "MEDIA RELEASE PR67276\n\nHarbour Works opens office in Texas\n\n"
                "BOISE, Idaho, March 6, 2018 /PRNewswire-AsiaNet/ --\n\n"
                "Harbour Works opened an office in Austin today.\n\nThe office will employ forty people.\n\nSOURCE: "
                "Harbour Works\n"
            ),
            headline="Harbour Works opens office in Texas",
            slug="MEDIA RELEASE PR67276",
            place="BOISE",
            timezone="America/Boise",
            body_start="Harbour Works opened",
            body_end="forty people.",
        ),
    )
