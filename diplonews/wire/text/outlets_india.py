"""Indian outlets that say their own name on the agency copy they print."""

from diplonews.wire.textparser import Example, Mark, TextParser

__all__ = ["NDTV", "Devdiscourse", "HindustanTimes", "TheHindu"]


class _IndianOutlet(TextParser):
    """What the four have in common: times in `IST`."""

    timezone = "Asia/Kolkata"
    country = "IND"
    date_order = "dmy"
    language = "en"


class HindustanTimes(_IndianOutlet):
    """Pages of Hindustan Times: `PTI | Posted by X`, a notice of an automated feed."""

    name = "hindustan-times"
    outlet = "Hindustan Times"
    marks = (
        Mark(r"generated from an automated news agency feed", 0.95, "automated news agency feed"),
        Mark(r"^Hindustan Times$", 0.8, "Hindustan Times"),
    )
    boilerplate = (r"Hindustan Times|hindustantimes\.com", r"This article was generated from an automated .{5,120}")
    examples = (
        Example(
            raw=(
                "India, Norland to resume talks on reef survey\n\nPTI | Posted by Ann Rowe\n\n"
                "Jun 12, 2024 01:41 PM IST\n\nThe talks stalled in January.\n\n"
                "New Delhi: India and Norland will resume talks on a reef survey, officials said on Wednesday.\n\n"
                "The talks stalled after a change of government.\n\n"
                "This article was generated from an automated news agency feed without modifications to text.\n"
            ),
            headline="India, Norland to resume talks on reef survey",
            deck="The talks stalled in January.",
            provider="PTI",
            outlet="Hindustan Times",
            published="2024-06-12T13:41:00+05:30",
            place="New Delhi",
            names=("Ann Rowe",),
            body_end="change of government.",
        ),
    )


class NDTV(_IndianOutlet):
    """Pages of NDTV: the agency's name in full, `(Except for the headline, ... by NDTV staff ...)`."""

    name = "ndtv"
    outlet = "NDTV"
    marks = (Mark(r"edited by NDTV staff", 0.95, "NDTV staff"), Mark(r"^NDTV(?: News| News Desk)?$", 0.8, "NDTV"))
    boilerplate = (r"NDTV(?: News)?", r"Read Time: ?\d+ mins?", r"Edited by: .{3,40}")
    examples = (
        Example(
            raw=(
                "World News\n\nEdited by: Ann Rowe\n\nIndia Opens Consulate In Auckland\n\n"
                "Asian News International\n\nJun 12, 2024 13:41 pm IST\n\n"
                "Auckland: India has opened a consulate in Auckland, the ministry said on Wednesday.\n\n"
                "The consulate will serve 200,000 people.\n\n(Except for the headline, this story has not been "
                "edited by NDTV staff and is published from a syndicated feed.)\n"
            ),
            headline="India Opens Consulate In Auckland",
            provider="ANI",
            outlet="NDTV",
            published="2024-06-12T13:41:00+05:30",
            place="Auckland",
            body_end="200,000 people.",
        ),
    )


class TheHindu(_IndianOutlet):
    """Pages of The Hindu: `Published - June 12, 2024 01:41 pm IST - NEW DELHI`, the place behind the time."""

    name = "the-hindu"
    outlet = "The Hindu"
    marks = (
        Mark(r"^Published - [A-Z][a-z]{2,8} \d{1,2}, \d{4} {time} IST\b", 0.9, "Published - "),
        Mark(r"^The Hindu$", 0.8, "The Hindu"),
    )
    boilerplate = (r"The Hindu", r"Read Comments|Related Topics|COMMENTS SHARE|READ LATER")
    examples = (
        Example(
            raw=(
                "India, Norland sign pact on tea standards\n\n"
                "Published - June 12, 2024 01:41 pm IST - NEW DELHI\n\nPTI\n\n"
                "India and Norland on Wednesday signed a pact on standards for tea, the commerce ministry said.\n\n"
                "The pact will ease exports of both sides.\n\nRelated Topics\n"
            ),
            headline="India, Norland sign pact on tea standards",
            provider="PTI",
            outlet="The Hindu",
            published="2024-06-12T13:41:00+05:30",
            place="NEW DELHI",
            timezone="Asia/Kolkata",
            body_end="of both sides.",
        ),
    )


class Devdiscourse(_IndianOutlet):
    """Pages of Devdiscourse: agency, place and times on one line, `| Country:` below it."""

    name = "devdiscourse"
    outlet = "Devdiscourse"
    marks = (Mark(r"\bDevdiscourse\b", 0.95, "Devdiscourse"),)
    boilerplate = (r"Devdiscourse.{0,30}", r"\|? ?Country:.{0,40}", r"SHARE")
    examples = (
        Example(
            raw=(
                "Norland to lease second oil tank farm\n\n"
                "PTI | Colombo | Updated: 12-06-2024 13:41 IST | Created: 12-06-2024 13:40 IST\n\n"
                "Country:\nSri Lanka\n\n"
                "Norland will lease a second oil tank farm in Sri Lanka, a minister said on Wednesday.\n\n"
                "Bids are due by August.\n\n(This story has not been edited by Devdiscourse staff and is "
                "auto-generated from a syndicated feed.)\n"
            ),
            headline="Norland to lease second oil tank farm",
            provider="PTI",
            outlet="Devdiscourse",
            published="2024-06-12T13:40:00+05:30",
            place="Colombo",
            timezone="Asia/Colombo",
            names=(),
            body_end="by August.",
        ),
    )
