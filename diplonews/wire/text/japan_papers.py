"""The Japan News (Yomiuri Shimbun), The Japan Times, The Asahi Shimbun and Nikkei Asia."""

from diplonews.wire.textparser import Example, Mark, TextParser

__all__ = ["AsahiShimbun", "JapanNews", "JapanTimes", "NikkeiAsia"]


class JapanNews(TextParser):
    """Pages of The Japan News: `21:00 JST, November 26, 2023`, the zone printed."""

    name = "japan-news"
    outlet = "The Japan News"
    timezone = "Asia/Tokyo"
    country = "JPN"
    language = "en"
    marks = (
        Mark(r"^\d{1,2}:\d\d JST, {date}$", 0.85, "JST, "),
        Mark(r"Yomiuri Shimbun", 0.15, "Yomiuri Shimbun"),
        Mark(r"^(?:Add TODAY TO|JN ACCESS RANKING)", 0.3, "JN "),
    )
    boilerplate = (
        r"The Yomiuri Shimbun|The Japan News(?: by The Yomiuri Shimbun)?|The Japan News / Yomiuri",
        r"JN ACCESS RANKING",
        r"[“\"]?(?:Politics|World|Society|Business|Science & Nature)[”\"]? POPULAR ARTICLE",
        r"Related Tags",
        r"Add The Japan News .{2,60}",
    )
    examples = (
        Example(
            raw=(
                "Norland Minister Visits Busan for Talks\n\nThe Yomiuri Shimbun\nThe Norland minister arrives in "
                "Busan on Sunday.\n\n"
                "The Yomiuri Shimbun\n\n21:00 JST, November 26, 2023\n\nBUSAN, South Korea — Norland’s foreign "
                "minister arrived in Busan "
                "on Sunday for talks with his Japanese counterpart.\n\nThe two will meet again in Tokyo.\n"
            ),
            outlet="The Japan News",
            published="2023-11-26T21:00:00+09:00",
            place="BUSAN",
            timezone="Asia/Seoul",
            body_start="Norland’s foreign minister",
            body_end="again in Tokyo.",
        ),
        Example(
            raw=(
                "Norland Envoy Meets Leaders of Sudmark\n\nBy Ann Rowe / Yomiuri Shimbun Staff Writer\n\n15:53 JST, "
                "November 24, 2023\n\n"
                "SEOUL (Reuters) – Norland’s envoy met leaders of Sudmark on Friday.\n\nThe talks lasted an hour.\n\n"
                "(Reporting by Ann Rowe; Editing by Karl Dahl)\n"
            ),
            headline="Norland Envoy Meets Leaders of Sudmark",
            outlet="The Japan News",
            published="2023-11-24T15:53:00+09:00",
            provider="Reuters",
            place="SEOUL",
            names=("Ann Rowe",),
            body_start="Norland’s envoy met",
            body_end="an hour.",
        ),
    )


class JapanTimes(TextParser):
    """Pages of The Japan Times: a day without a time, agency under the byline, an appeal at the end."""

    name = "japan-times"
    outlet = "The Japan Times"
    timezone = "Asia/Tokyo"
    country = "JPN"
    language = "en"
    marks = (
        Mark(r"In a time of both misinformation and too much information", 0.9, "In a time of"),
        Mark(r"^The Japan Times$", 0.5, "The Japan Times"),
        Mark(r"^The Japan Times LTD", 0.3, "Japan Times"),
    )
    boilerplate = (
        r"The Japan Times(?: LTD.{0,60})?",
        r"In a time of both misinformation .{0,300}",
        r"SUBSCRIBE NOW",
        r"PHOTO GALLERY \(CLICK TO ENLARGE\)",
        r"By subscribing, you can help us get the story right\.",
    )
    examples = (
        Example(
            raw=(
                "Norland to drop tariffs on Japanese trucks\n\nKyodo\n\nJul 26, 2019\n\n"
                "Norland will drop its tariffs on Japanese trucks next year, a government source said Friday.\n\n"
                "The step follows three years of talks.\n\n"
                "In a time of both misinformation and too much information, quality journalism is more crucial than "
                "ever.\n"
                "By subscribing, you can help us get the story right.\n\nSUBSCRIBE NOW\n\nKEYWORDS\n"
            ),
            headline="Norland to drop tariffs on Japanese trucks",
            outlet="The Japan Times",
            provider="Kyodo",
            published="2019-07-26",
            body_start="Norland will drop",
            body_end="years of talks.",
        ),
    )


class AsahiShimbun(TextParser):
    """Pages of The Asahi Shimbun: `March 12, 2024 at 18:05 JST`, the agency or the paper in capitals above it."""

    name = "asahi-shimbun"
    outlet = "The Asahi Shimbun"
    timezone = "Asia/Tokyo"
    country = "JPN"
    language = "en"
    marks = (
        Mark(r"^{date} at \d{1,2}:\d\d JST$", 0.6, " JST"),
        Mark(r"^Photo/Illutration", 0.6, "Photo/Illutration"),
        Mark(r"^THE ASAHI SHIMBUN$", 0.4, "THE ASAHI SHIMBUN"),
        Mark(r"^By [A-Z][\w ,.'-]{2,60}/ Staff Writer$", 0.4, "/ Staff Writer"),
    )
    boilerplate = (r"Photo/Illutration", r"The Asahi Shimbun(?: Asia & Japan Watch)?")
    examples = (
        Example(
            raw=(
                "Norland wants ferries to call at Kobe\nTHE ASAHI SHIMBUN\nJune 12, 2024 at 18:05 JST\n\n"
                "Photo/Illutration\nThe Norland ferry leaves the port of Oslo on June 3. (Asahi Shimbun file photo)\n\n"
                "Norland’s transport minister said on June 12 that its ferries should call at Kobe from next year.\n\n"
                "The city’s mayor welcomed the plan.\n"
            ),
            headline="Norland wants ferries to call at Kobe",
            outlet="The Asahi Shimbun",
            published="2024-06-12T18:05:00+09:00",
            body_start="Norland’s transport minister",
            body_end="welcomed the plan.",
        ),
    )


class NikkeiAsia(TextParser):
    """Pages of Nikkei Asia: `Nikkei staff writers`, Japanese time, a place and two hyphens."""

    name = "nikkei-asia"
    outlet = "Nikkei Asia"
    timezone = "Asia/Tokyo"
    country = "JPN"
    language = "en"
    marks = (
        Mark(r"^.{3,80}, Nikkei (?:Asia(?:n Review)? )?(?:staff )?(?:writers?|correspondents?)", 0.85, "Nikkei"),
        Mark(r"^Nikkei Asia(?:n Review)?$", 0.6, "Nikkei Asia"),
        Mark(r"^About Sponsored Content", 0.2, "About Sponsored"),
    )
    boilerplate = (r"Nikkei Asia(?:n Review)?",)
    examples = (
        Example(
            raw=(
                "Norland wants ferries to call at Kobe\nNordic line looks east as summer bookings soar\n\n"
                "RIE SHIMADA, Nikkei staff writer\nJune 12, 2024 19:40 JST\n"
                "TOKYO -- Norland's transport minister said on Wednesday that its ferries should call at Kobe.\n\n"
                "The city's mayor welcomed the plan.\n\nSponsored Content\n\nAbout Sponsored Content\n"
            ),
            headline="Norland wants ferries to call at Kobe",
            outlet="Nikkei Asia",
            published="2024-06-12T19:40:00+09:00",
            place="TOKYO",
            names=("RIE SHIMADA",),
            body_start="Norland's transport minister",
            body_end="welcomed the plan.",
        ),
    )
