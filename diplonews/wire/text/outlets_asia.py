"""Papers and broadcasters of Asia that print the agencies' copy on pages of their own."""

from diplonews.wire.textparser import Example, Mark, TextParser

__all__ = [
    "CNASingapore",
    "Dawn",
    "GlobalTimes",
    "JapanToday",
    "Mainichi",
    "NHKWorld",
    "SouthChinaMorningPost",
    "StraitsTimes",
    "TaipeiTimes",
    "VietnamPlus",
]


class StraitsTimes(TextParser):
    """Pages of The Straits Times: `Published Jun 12, 2024, 10:15 PM`, Singapore time, agency in capitals at the end."""

    name = "straits-times"
    outlet = "The Straits Times"
    timezone = "Asia/Singapore"
    country = "SGP"
    date_order = "dmy"
    language = "en"
    marks = (
        Mark(r"^The Straits Times$", 0.75, "The Straits Times"),
        Mark(r"Join ST's .{3,30} channel", 0.75, "Join ST's "),
        Mark(r"^Published ?[A-Z][a-z]{2} \d{1,2}, \d{4}, \d\d:\d\d [AP]M$", 0.6, "Published "),
    )
    boilerplate = (r"The Straits Times", r"(?:MORE ON THIS TOPIC|More on this topic).{0,160}")
    examples = (
        Example(
            raw=(
                "The Straits Times\n\nNorland and Sudmark to reopen lake crossing\n\n"
                "Published Jun 12, 2024, 10:15 PM\n\nUpdated Jun 12, 2024, 10:40 PM\n\n"
                "LIMA - Norland and Sudmark agreed on June 12 to reopen a crossing on a lake that has been shut "
                "since 2021.\n\nTraders on both shores welcomed the step. REUTERS\n\n"
                "Join ST's Telegram channel and get the latest breaking news delivered to you.\n"
            ),
            headline="Norland and Sudmark to reopen lake crossing",
            provider="Reuters",
            outlet="The Straits Times",
            published="2024-06-12T22:15:00+08:00",
            place="LIMA",
            credit="REUTERS",
            body_start="Norland and Sudmark agreed",
            body_end="welcomed the step.",
        ),
    )


class CNASingapore(TextParser):
    """Pages of CNA, Singapore: `12 Jun 2024 01:41PM`, Singapore time, `Source: Reuters/ar` at the end."""

    name = "cna-singapore"
    outlet = "CNA"
    timezone = "Asia/Singapore"
    country = "SGP"
    date_order = "dmy"
    language = "en"
    marks = (
        Mark(r"^Source: (?:{agency}|Agencies|Bloomberg)/[a-z]{2,3}(?:\([a-z]{2,3}\))?$", 0.75, "Source: "),
        Mark(r"^{date} \d\d:\d\d[AP]M \(Updated: {date} \d\d:\d\d[AP]M\)$", 0.6, "(Updated: "),
    )
    examples = (
        Example(
            raw=(
                "Norland, Sudmark agree on sea border\n\n12 Jun 2024 01:41PM (Updated: 12 Jun 2024 02:10PM)\n\n"
                "MANILA: Norland and Sudmark have agreed on a sea border, mediators said on Wednesday (Jun 12).\n\n"
                "The accord ends a dispute of 30 years.\n\nSource: Reuters/ar\n"
            ),
            headline="Norland, Sudmark agree on sea border",
            provider="Reuters",
            outlet="CNA",
            published="2024-06-12T13:41:00+08:00",
            place="MANILA",
            body_end="of 30 years.",
        ),
    )


class JapanToday(TextParser):
    """Pages of Japan Today: a day without its year in `JST`, a place alone on its line, `© KYODO`."""

    name = "japan-today"
    outlet = "Japan Today"
    timezone = "Asia/Tokyo"
    country = "JPN"
    language = "en"
    marks = (
        Mark(r"^[A-Z][a-z]{2,8}\.? \d{1,2} {time} JST$", 0.7, "JST"),
        Mark(r"GPlusMedia", 0.7, "GPlusMedia"),
    )
    boilerplate = (r"©\s?\d{4} GPlusMedia.{0,20}", r"Japan Today", r"\d{1,4} Comments?", r"Login to comment")
    examples = (
        Example(
            raw=(
                "Norland to open consulate in Sapporo\n\nJune 12 06:30 am JST\n\n3 Comments\n\nTOKYO\n\n"
                "Norland will open a consulate in Sapporo next year, sources said Wednesday.\n\n"
                "It would be the second in Japan.\n\n© KYODO\n\n©2024 GPlusMedia Inc.\n"
            ),
            headline="Norland to open consulate in Sapporo",
            provider="Kyodo",
            outlet="Japan Today",
            place="TOKYO",
            credit="© KYODO",
            body_start="Norland will open",
            body_end="second in Japan.",
        ),
    )


class Mainichi(TextParser):
    """Pages of The Mainichi: `June 12, 2024 (Mainichi Japan)`, a day without a time."""

    name = "mainichi"
    outlet = "The Mainichi"
    timezone = "Asia/Tokyo"
    country = "JPN"
    language = "en"
    marks = (Mark(r"\(Mainichi Japan\)", 0.9, "(Mainichi Japan)"),)
    boilerplate = (r"\(?Mainichi Japan\)?", r"Japanese version", r"The Mainichi")
    examples = (
        Example(
            raw=(
                "Sendai port to get direct line to Norland\n\nJune 12, 2024 (Mainichi Japan)\n\nJapanese version\n\n"
                "SENDAI (Kyodo) -- The port of Sendai will get a direct line to Norland, its operator said "
                "Wednesday.\n\nThe line was cut in 2022.\n"
            ),
            headline="Sendai port to get direct line to Norland",
            provider="Kyodo",
            outlet="The Mainichi",
            published="2024-06-12",
            place="SENDAI",
            timezone="Asia/Tokyo",
            names=(),
            body_start="The port of Sendai",
            body_end="in 2022.",
        ),
    )


class NHKWorld(TextParser):
    """Pages of NHK World: Japanese time, no byline."""

    name = "nhk-world"
    outlet = "NHK World"
    timezone = "Asia/Tokyo"
    country = "JPN"
    language = "en"
    marks = (Mark(r"^NHK WORLD(?:-JAPAN)?(?: News)?$", 0.75, "NHK WORLD"),)
    boilerplate = (r"NHK WORLD(?:-JAPAN)?(?: News)?",)
    examples = (
        Example(
            raw=(
                "NHK WORLD-JAPAN\n\nJapan's foreign minister to visit Norland\n\nJune 12, 2024 at 13:42 JST\n\n"
                "Japan's foreign minister will visit Norland from Friday.\n\nHe is due to meet the president.\n"
            ),
            headline="Japan's foreign minister to visit Norland",
            outlet="NHK World",
            published="2024-06-12T13:42:00+09:00",
            body_end="meet the president.",
        ),
    )


class GlobalTimes(TextParser):
    """Pages of Global Times: `Published: Jun 12, 2024 09:33 PM`, Beijing time, sections with slashes."""

    name = "global-times"
    outlet = "Global Times"
    timezone = "Asia/Shanghai"
    country = "CHN"
    language = "en"
    marks = (
        Mark(r"^(?:By .{2,60} ?)?Published: [A-Z][a-z]{2} \d\d, \d{4} \d\d:\d\d [AP]M", 0.55, "Published: "),
        Mark(r"^(?:CHINA|WORLD|OPINION|SOURCE|BUSINESS) / [A-Z ]{3,30}$", 0.3, "/ "),
        Mark(r"Global Times (?:has )?learned|told (?:the )?Global Times", 0.35, "Global Times"),
        Mark(r"^Global Times$", 0.6, "Global Times"),
    )
    boilerplate = (r"(?:CHINA|WORLD|OPINION|SOURCE|BUSINESS) / [A-Z ]{3,30}", r"Global Times")
    examples = (
        Example(
            raw=(
                "CHINA / DIPLOMACY\n\nForeign minister to visit Norland\n\nBy Li Mei\n\n"
                "Published: Jun 12, 2024 09:33 PM\n\nPhoto: VCG\n\n"
                "The foreign minister will visit Norland next week, a spokesperson said on Wednesday.\n\n"
                "Talks on rail links head the agenda, the Global Times learned.\n"
            ),
            headline="Foreign minister to visit Norland",
            outlet="Global Times",
            published="2024-06-12T21:33:00+08:00",
            names=("Li Mei",),
            credit="Photo: VCG",
            body_start="The foreign minister will",
        ),
    )


class SouthChinaMorningPost(TextParser):
    """Pages of the South China Morning Post: `Published: 1:41pm, 12 Jun 2024`, Hong Kong time."""

    name = "scmp"
    outlet = "South China Morning Post"
    timezone = "Asia/Hong_Kong"
    country = "HKG"
    date_order = "dmy"
    language = "en"
    marks = (
        Mark(r"^Published: \d{1,2}:\d\d[ap]m, \d{1,2} [A-Z][a-z]{2},? \d{4}$", 0.65, "Published: "),
        Mark(r"Why you can trust SCMP", 0.8, "SCMP"),
    )
    boilerplate = (
        r"Why you can trust SCMP",
        r"South China Morning Post|SCMP|This Week [Ii]n Asia|Post Magazine",
        r"Reading Time: ?\d+ minutes?",
    )
    examples = (
        Example(
            raw=(
                "Norland and Sudmark agree on sea border\n\nAccord ends a dispute of 30 years, mediators say\n\n"
                "Agence France-Presse\n\nPublished: 1:41pm, 12 Jun 2024\n\nWhy you can trust SCMP\n\n"
                "Norland and Sudmark have agreed on a sea border, mediators in Manila said on Wednesday.\n\n"
                "Fishermen of both states welcomed the news.\n"
            ),
            headline="Norland and Sudmark agree on sea border",
            deck="Accord ends a dispute of 30 years, mediators say",
            provider="AFP",
            outlet="South China Morning Post",
            published="2024-06-12T13:41:00+08:00",
            body_start="Norland and Sudmark have",
        ),
    )


class Dawn(TextParser):
    """Pages of Dawn, Pakistan: name and day on one line, `Published in Dawn, June 12th, 2024` at the end."""

    name = "dawn"
    outlet = "Dawn"
    timezone = "Asia/Karachi"
    country = "PAK"
    date_order = "dmy"
    language = "en"
    marks = (
        Mark(r"^Published in Dawn, ", 0.9, "Published in Dawn"),
        Mark(r"^Dawn(?:\.com)?$", 0.6, "Dawn"),
    )
    boilerplate = (r"Published in Dawn, .{5,60}", r"Dawn\.com|DAWN\.COM|Dawn|Listen to article")
    examples = (
        Example(
            raw=(
                "Islamabad, Norland revive transit talks\n\nAnn Rowe Published June 12, 2024\n\n"
                "ISLAMABAD: Pakistan and Norland on Tuesday revived talks on a transit accord, the Foreign Office "
                "said.\n\nThe accord has been in the making since 2015.\n\nPublished in Dawn, June 12th, 2024\n"
            ),
            headline="Islamabad, Norland revive transit talks",
            outlet="Dawn",
            published="2024-06-12",
            place="ISLAMABAD",
            timezone="Asia/Karachi",
            names=("Ann Rowe",),
            body_end="since 2015.",
        ),
    )


class TaipeiTimes(TextParser):
    """Pages of the Taipei Times: `Wed, Jun 12, 2024 page3`, `By X / Staff reporter`."""

    name = "taipei-times"
    outlet = "Taipei Times"
    timezone = "Asia/Taipei"
    country = "TWN"
    language = "en"
    marks = (
        Mark(r"^[A-Z][a-z]{2}, [A-Z][a-z]{2} \d\d, \d{4} page ?\d{1,2}$", 0.9, " page"),
        Mark(r"^By .{3,60} / Staff (?:reporters?|writers?)", 0.4, "/ Staff"),
    )
    boilerplate = (r"Taipei Times",)
    examples = (
        Example(
            raw=(
                "Wed, Jun 12, 2024 page3\n\nMinistry hails Norland visit plan\n\nBy Lin Mei / Staff reporter\n\n"
                "The Ministry of Foreign Affairs yesterday hailed a plan by lawmakers of Norland to visit.\n\n"
                "The visit would be the third in five years, it said.\n\nAdditional reporting by CNA\n"
            ),
            headline="Ministry hails Norland visit plan",
            outlet="Taipei Times",
            published="2024-06-12",
            names=("Lin Mei",),
            body_end="it said.",
        ),
    )


class VietnamPlus(TextParser):
    """Pages of VietnamPlus, VNA's own paper: Vietnamese time, `./.` at the end of the story."""

    name = "vietnam-plus"
    provider = "VNA"
    outlet = "VietnamPlus"
    timezone = "Asia/Ho_Chi_Minh"
    country = "VNM"
    date_order = "dmy"
    language = "en"
    marks = (
        Mark(r"^(?:VietnamPlus|Vietnam\+ \(VietnamPlus\))$", 0.75, "VietnamPlus"),
        Mark(r"\(VNA\) [–-] ", 0.2, "(VNA)"),
    )
    boilerplate = (r"VietnamPlus|Vietnam\+ \(VietnamPlus\)",)
    examples = (
        Example(
            raw=(
                "VietnamPlus\n\nVietnam, Norland step up rice cooperation\n\nWednesday, June 12, 2024 13:41\n\n"
                "Hanoi (VNA) – Vietnam and Norland will grow rice together on 5,000 hectares, officials said.\n\n"
                "The first crop is due next year.\n"
            ),
            headline="Vietnam, Norland step up rice cooperation",
            provider="VNA",
            outlet="VietnamPlus",
            published="2024-06-12T13:41:00+07:00",
            place="Hanoi",
            timezone="Asia/Ho_Chi_Minh",
            body_end="next year.",
        ),
    )
