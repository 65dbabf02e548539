"""Indian agencies, PTI, ANI and IANS, and the papers that print them."""

from diplonews.wire.textparser import Example, Mark, TextParser

__all__ = ["ANI", "IANS", "PTI", "IndianPaper"]


class PTI(TextParser):
    """`Mumbai, Feb 4 (PTI) Asha ...`: no dash, or a colon; `PTI` and initials at the end."""

    name = "pti"
    provider = "PTI"
    timezone = "Asia/Kolkata"
    country = "IND"
    date_order = "dmy"
    language = "en"
    marks = (Mark(r"\bPTI(?: [A-Z]{2,4}){1,4}$", 0.3, "PTI "),)
    signoffs = (r"PTI(?: [A-Z]{2,5}){0,5}",)
    examples = (
        Example(
            raw=(
                "Norland envoy meets external affairs minister\n\nNew Delhi, Dec 9 (PTI) Norland's envoy met the "
                "external affairs minister "
                "here on Monday and discussed trade in spices.\n\nThe two sides agreed to meet again. PTI ARO "
                "KDA\nMLU MLU\n"
            ),
            headline="Norland envoy meets external affairs minister",
            provider="PTI",
            place="New Delhi",
            timezone="Asia/Kolkata",
            body_start="Norland's envoy met",
        ),
        Example(
            raw=(
                "India, Norland to hold drill at sea\n\nNEW YORK, June 21 (PTI): India and Norland will hold a "
                "drill at sea next month, "
                "an official said.\n\nThree ships will take part.\n"
            ),
            headline="India, Norland to hold drill at sea",
            provider="PTI",
            place="NEW YORK",
            timezone="America/New_York",
            body_start="India and Norland will",
        ),
    )


class ANI(TextParser):
    """`Amman [Jordan], July 14 (ANI): `: the country in square brackets, a colon; `(ANI)` at the end."""

    name = "ani"
    provider = "ANI"
    timezone = "Asia/Kolkata"
    country = "IND"
    language = "en"
    marks = (
        Mark(r"^ANI \| Updated: {date}", 0.6, "ANI | Updated: "),
        Mark(r"\w \[[A-Z][\w ]{2,30}\], [A-Z][a-z]{2,8} \d{1,2} \(ANI\): ", 0.2, "(ANI): "),
    )
    boilerplate = (r"ANI",)
    examples = (
        Example(
            raw=(
                "Norland envoy calls on Jordanian minister\n\nANI | Updated: Jul 14, 2022 10:26 IST\n\n"
                "Amman [Jordan], July 14 (ANI): Norland's envoy called on the Jordanian transport minister on "
                "Wednesday.\n\n"
                "They spoke about ports. (ANI)\n"
            ),
            headline="Norland envoy calls on Jordanian minister",
            provider="ANI",
            published="2022-07-14T10:26:00+05:30",
            place="Amman",
            timezone="Asia/Amman",
            credit="(ANI)",
            body_start="Norland's envoy called",
            body_end="about ports.",
        ),
    )


class IANS(TextParser):
    """`New Delhi, July 29 (IANS) A day after ...`: no dash; `--IANS` and initials at the end."""

    name = "ians"
    provider = "IANS"
    timezone = "Asia/Kolkata"
    country = "IND"
    language = "en"
    marks = (Mark(r"^-{1,2} ?IANS$", 0.4, "IANS"),)
    signoffs = (r"-{1,2} ?IANS", r"[a-z]{2,6}(?:/[a-z]{0,6}){1,3}")
    examples = (
        Example(
            raw=(
                "Norland opens visa centre in Delhi\n\nNew Delhi, July 29 (IANS) A day after its envoy arrived, "
                "Norland opened "
                "a visa centre in the capital on Friday.\n\nThe centre will take 300 people a "
                "day.\n\n--IANS\n\narow/kdah\n"
            ),
            headline="Norland opens visa centre in Delhi",
            provider="IANS",
            place="New Delhi",
            timezone="Asia/Kolkata",
            body_start="A day after its envoy",
            body_end="people a day.",
        ),
    )


class IndianPaper(TextParser):
    """Pages of Indian papers: times in `IST`, a notice that the story is syndicated, a colon after the dateline."""

    name = "indian-paper"
    timezone = "Asia/Kolkata"
    country = "IND"
    language = "en"
    date_order = "dmy"
    # together they stay below the one sign by which an outlet says its own name
    marks = (
        Mark(
            r"^.{0,60}(?:Updated|Published|Last Updated)(?: (?:[Oo]n|[Aa]t))? ?[-:]? ?{date},?(?: \|)? {time} \(?IST\b",
            0.55,
            "IST",
        ),
        Mark(r"(?:has|have) not been edited by .{2,40} (?:[Ss]taff|and is)", 0.08, "not been edited by"),
        Mark(r"(?:published|auto-generated|generated) from a syndicated feed", 0.31, "syndicated feed"),
        Mark(r"^(?:Tribune|Express) News Service$", 0.45, "News Service"),
        Mark(r"^Times News Network$", 0.45, "Times News Network"),
        Mark(r"\((?:TIP|TNS|TNN|ENS)\): ", 0.75, "): "),
    )
    boilerplate = (
        r"Also [Rr]ead.{0,160}",
        r"(?:Tribune News Service|Times News Network|Express News Service)",
        r"Join .{2,40} (?:WhatsApp|Telegram) channel.{0,60}",
        r"(?:Catch|Get) (?:all )?the .{2,40} (?:news|updates) .{2,120}",
        r"Follow us on .{2,60}|Listen to this article|Unlock .{2,60}",
    )
    examples = (
        Example(
            raw=(
                "Norland to lift visa curbs on Indian students\n\nPTI\n\nUpdated: June 12, 2024 09:08 IST\n\n"
                "LONDON: Norland will lift its curbs on visas for Indian students, its high commission said on "
                "Wednesday.\n\n"
                "The curbs were set last year.\n\n"
                "(This story has not been edited by Harbour Post staff and is auto-generated from a syndicated feed.)\n"
            ),
            headline="Norland to lift visa curbs on Indian students",
            provider="PTI",
            published="2024-06-12T09:08:00+05:30",
            body_start="Norland will lift",
            body_end="last year.",
        ),
        Example(
            raw=(
                "Indian community in Norland marks Diwali\n\nNEW DELHI / NEW YORK (TIP): The Indian community in "
                "Norland marked Diwali "
                "with a fair on Sunday.\n\nThe fair drew four hundred guests.\n"
            ),
            headline="Indian community in Norland marks Diwali",
            place="NEW DELHI",
            body_start="The Indian community",
        ),
    )
