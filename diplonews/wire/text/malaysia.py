"""Bernama, and the Malaysian papers that print it."""

from diplonews.wire.textparser import Example, Mark, TextParser

__all__ = ["Bernama", "MalayMail", "TheStar"]


class Bernama(TextParser):
    """Pages of Bernama: section word, `06/08/2019 10:07 PM` day first, `-- BERNAMA`."""

    name = "bernama"
    provider = "Bernama"
    timezone = "Asia/Kuala_Lumpur"
    country = "MYS"
    date_order = "dmy"
    marks = (
        Mark(r"(?:--|—|–) ?BERNAMA\s*$", 0.4, "BERNAMA"),
        Mark(r"^\d\d/\d\d/\d{4} \d\d:\d\d [AP]M$", 0.2, "/20"),
        Mark(r"BERNAMA provides up-to-date authentic", 0.5, "BERNAMA provides"),
    )
    boilerplate = (
        r"GENERAL|WORLD|POLITICS|BUSINESS|SPORTS|FEATURES|THOUGHTS|AM",
        r"BERNAMA provides up-to-date .{0,300}",
        r"Follow us on social media ?:?|(?:Facebook|Twitter|Instagram|TikTok) : .{0,200}",
    )
    end_marks = (r"(?:--|—|–|-) ?(?:BERNAMA|Bernama)",)
    examples = (
        Example(
            raw=(
                "GENERAL\n\nNorland to buy rail cars from Malaysia\n\n06/08/2019 10:07 PM\n\n"
                "KUALA LUMPUR, Aug 6 (Bernama) -- Norland will buy forty rail cars from Malaysia, its transport "
                "minister said today.\n\n"
                "The first cars will be shipped in May.\n\n-- BERNAMA\n"
            ),
            headline="Norland to buy rail cars from Malaysia",
            provider="Bernama",
            published="2019-08-06T22:07:00+08:00",
            place="KUALA LUMPUR",
            timezone="Asia/Kuala_Lumpur",
            body_start="Norland will buy",
            body_end="shipped in May.",
        ),
        Example(
            raw=(
                "Norland berminat labur di Melaka\n\nMELAKA, 13 Jan (Bernama) -- Norland berminat melabur dalam "
                "sektor perikanan di Melaka, "
                "kata duta besarnya.\n\nBeliau berkata demikian selepas satu majlis di sini hari ini. -- BERNAMA\n"
            ),
            headline="Norland berminat labur di Melaka",
            provider="Bernama",
            body_start="Norland berminat melabur",
            body_end="hari ini.",
        ),
    )


class MalayMail(TextParser):
    """Pages of Malay Mail: `Wednesday, 12 Jun 2024 10:07 PM MYT`, an em dash after the dateline."""

    name = "malay-mail"
    outlet = "Malay Mail"
    timezone = "Asia/Kuala_Lumpur"
    country = "MYS"
    date_order = "dmy"
    language = "en"
    marks = (
        Mark(r"^[A-Z][a-z]{5,8}, \d{1,2} [A-Z][a-z]{2} \d{4}\s{0,2}\d{1,2}:\d\d [AP]M MYT", 0.9, "MYT"),
        Mark(r"^Malay Mail$", 0.5, "Malay Mail"),
        Mark(r"— Malay Mail$", 0.4, "Malay Mail"),
    )
    boilerplate = (
        r"Malay Mail",
        r"Subscribe to our Telegram channel .{0,80}",
        r"Join us on our WhatsApp Channel.{0,160}",
    )
    examples = (
        Example(
            raw=(
                "Norland to open mission in Putrajaya\n\nWednesday, 12 Jun 2024 10:07 PM MYT\n\n"
                "PUTRAJAYA, June 12 — Norland will open a mission here next year, the foreign minister said today.\n\n"
                "The mission will serve three states. — Bernama\n"
            ),
            headline="Norland to open mission in Putrajaya",
            outlet="Malay Mail",
            published="2024-06-12T22:07:00+08:00",
            place="PUTRAJAYA",
            body_start="Norland will open",
        ),
    )


class TheStar(TextParser):
    """Pages of The Star: `CITY (Country): ` or `CITY: `, a place and a colon."""

    name = "the-star-malaysia"
    outlet = "The Star"
    timezone = "Asia/Kuala_Lumpur"
    country = "MYS"
    date_order = "dmy"
    language = "en"
    marks = (
        Mark(r"^The Star(?: Online)?$", 0.75, "The Star"),
        Mark(r"Found a mistake in this article\?", 0.5, "Found a mistake"),
        Mark(r"^Report it to us\.$", 0.4, "Report it"),
    )
    boilerplate = (
        r"The Star(?: Online)?",
        r"Found a mistake in this article\?",
        r"Report it to us\.",
        r"Stay up-to-date with .{0,80}",
        r"NATION|WORLD|ASEANPLUS NEWS|Tags / Keywords:",
    )
    examples = (
        Example(
            raw=(
                "NATION\n\nMalaysia, Norland to sign air pact\n\nWednesday, 12 Jun 2024\n\n"
                "ST. PETERSBURG (Russia): Malaysia and Norland will sign a pact on flights in August, the transport "
                "minister said.\n\n"
                "Talks began last year. – Bernama\n\nFound a mistake in this article?\n\nReport it to us.\n"
            ),
            headline="Malaysia, Norland to sign air pact",
            outlet="The Star",
            published="2024-06-12",
            place="ST. PETERSBURG",
            body_start="Malaysia and Norland will sign",
        ),
    )
