"""Reuters: the terminals of 1987, the service of 1996, the wire of 2005 on, its own pages."""

from datetime import date

from diplonews.wire.textparser import Example, Mark, TextParser

__all__ = ["Reuters", "Reuters1987", "Reuters1996", "ReutersPage"]


class ReutersPage(TextParser):
    """Pages of Reuters' own site, of 2018 and of 2021 on: the reader's zone, printed since 2021."""

    name = "reuters-page"
    provider = "Reuters"
    outlet = "Reuters"
    language = "en"
    marks = (
        Mark(r"Thomson Reuters Trust Principles", 0.6, "Trust Principles"),
        Mark(r"Purchase Licensing Rights", 0.4, "Purchase Licensing Rights"),
        Mark(r"^Reuters Staff$", 0.4, "Reuters Staff"),
        Mark(r"^\d{1,3} Min Read$", 0.25, "Min Read"),
        Mark(r"^{date} / {time}\s{0,2}/\s{0,2}Updated .{2,30} ago$", 0.25, "Updated "),
        Mark(r"^© (?:\d{4} )?(?:Thomson )?Reuters\. All [Rr]ights [Rr]eserved", 0.4, "©"),
        Mark(r"Advertisement · Scroll to continue", 0.5, "Scroll to continue"),
    )
    boilerplate = (
        r"Advertisement · Scroll to continue",
        r"Purchase Licensing Rights(?:, opens new tab)?",
        r"Reuters Staff \| .{2,40}",
        r"(?:Coming soon: )?Get the latest news .{5,160}Sign up here\.?(?:, opens new tab)?",
        r"(?:The Reuters .{3,60} newsletter .{5,160})?Sign up here\.(?:, opens new tab)?",
        r"Register now for FREE.{0,80}|Register",
        r"(?:Summary|Companies|Acquire Licensing Rights(?:, opens new tab)?)",
        r"Discover Thomson Reuters|Directory of sites|Login|Contact|Support|Business|Markets|World|Politics|TV",
        r"Item \d+ of \d+",
    )
    examples = (
        Example(
            raw=(
                "World\nAsia Pacific\nNorland recalls envoy from Sudmark after harbour raid\nBy Ann Rowe and Karl "
                "Dahl\n"
                "June 12, 2024 9:15 PM GMT+9 Updated 3 hours ago\n"
                "A ferry leaves the port of Oslo, Norway, June 11, 2024. REUTERS/Ann Rowe/File Photo Purchase "
                "Licensing Rights, opens new tab\n"
                "OSLO, June 12 (Reuters) - Norland recalled its envoy from Sudmark on Wednesday after a raid on a "
                "harbour, "
                "the foreign ministry said.\n"
                "Sudmark said it regretted the step.\nAdvertisement · Scroll to continue\n"
                '"We will answer in kind," a spokesperson said.\n'
                "Reporting by Ann Rowe and Karl Dahl in Oslo; Editing by Mia Lund\n"
                "Our Standards: The Thomson Reuters Trust Principles., opens new tab\nPurchase Licensing Rights\n"
            ),
            headline="Norland recalls envoy from Sudmark after harbour raid",
            provider="Reuters",
            published="2024-06-12T21:15:00+09:00",
            place="OSLO",
            timezone="Europe/Oslo",
            names=("Ann Rowe", "Karl Dahl"),
            caption="A ferry leaves the port of Oslo, Norway, June 11, 2024.",
            body_start="Norland recalled its envoy",
            body_end="a spokesperson said.",
        ),
        Example(
            raw=(
                "Norland says fish talks to go on as planned\nReuters Staff\n\n2 Min Read\n\n"
                "SEOUL (Reuters) - Norland said on Tuesday that talks with Sudmark on fish would go on as planned.\n\n"
                "FILE PHOTO: A trawler at sea off Busan, South Korea, May 2, 2018. REUTERS/Ann Rowe/File Photo\n\n"
                "The talks are to be held in Seoul on June 1.\n\n"
                "Reporting by Ann Rowe and Karl Dahl; Editing by Mia Lund\n\n"
                "Our Standards: The Thomson Reuters Trust Principles.\n"
                "All quotes delayed a minimum of 15 minutes. See here for a complete list of exchanges and delays.\n"
                "© 2018 Reuters. All Rights Reserved.\n"
            ),
            headline="Norland says fish talks to go on as planned",
            provider="Reuters",
            place="SEOUL",
            timezone="Asia/Seoul",
            body_start="Norland said on Tuesday",
            body_end="on June 1.",
        ),
        Example(
            raw=(
                "Norland's minister to visit Sudmark\n\nJune 14, 2019 / 12:27 AM / Updated an hour ago\n\n"
                "(Reuters) - Norland's foreign minister will visit Sudmark in June, his office said.\n\n"
                "It will be the first such visit in ten years.\n\n"
                "Reporting by Ann Rowe; editing by Mia Lund\n\nOur Standards:The Thomson Reuters Trust Principles.\n"
            ),
            headline="Norland's minister to visit Sudmark",
            provider="Reuters",
            published="2019-06-14T00:27:00",
            body_start="Norland's foreign minister",
            body_end="in ten years.",
        ),
    )


class Reuters(TextParser):
    """The wire of 2005 on, and its copy in other papers."""

    name = "reuters"
    provider = "Reuters"
    language = "en"
    marks = (
        Mark(r"^\(?(?:Additional )?(?:Reporting|Writing) by .{3,200}?[Ee]diting by ", 0.15, "diting by "),
        Mark(r"^\(?UPDATE \d{1,2}-", 0.1, "UPDATE "),
        Mark(r"^\(\(.{5,120}Reuters Messaging", 0.3, "Reuters Messaging"),
    )
    boilerplate = (r"Click on .{2,60} for .{2,80}", r"Keywords: .{2,80}")
    signoffs = (r"\(\(.{5,300}", r"\(?(?:Compiled|Reporting) (?:by|from) .{3,200}\)?")
    examples = (
        Example(
            raw=(
                "UPDATE 2-Norland central bank holds rate as krone falls\n\n"
                "(Adds analyst comment in paragraph 3, background)\n\nBy Ann Rowe and Karl Dahl\n\n"
                "OSLO, Jan 27 (Reuters) - Norland's central bank kept its key rate at 3 percent on Thursday.\n\n"
                "The krone fell after the decision.\n\n"
                "(Reporting by Ann Rowe in Oslo; editing by Karl Dahl)\n"
            ),
            headline="Norland central bank holds rate as krone falls",
            slug="UPDATE 2-",
            provider="Reuters",
            place="OSLO",
            timezone="Europe/Oslo",
            names=("Ann Rowe", "Karl Dahl"),
            body_start="Norland's central bank",
            body_end="after the decision.",
        ),
        Example(
            raw=(
                "Norland frees crew of Sudmark trawler\n\nBy Ann Rowe\n\n"
                "(The Nov. 8 story was refiled to fix the name of the port in paragraph 2)\n\n"
                "ABOARD AIR FORCE ONE (Reuters) – Norland has freed the crew of a Sudmark trawler, a U.S. official "
                "said on Friday.\n\n"
                "The trawler had been held in port since May.\n\n(Reporting by Ann Rowe; Editing by Karl Dahl)\n"
            ),
            headline="Norland frees crew of Sudmark trawler",
            provider="Reuters",
            names=("Ann Rowe",),
            body_start="Norland has freed",
            body_end="since May.",
        ),
        Example(
            raw=(
                "HARBOUR-RAID/ENVOY (UPDATE 1)\n\nUPDATE 1-Norland to expel two diplomats\n\n* Sudmark vows to "
                "answer in kind\n\n"
                "* Talks on fish called off\n\nKATHMANDU, April 25 (Reuters) - Norland will expel two Sudmark "
                "diplomats, "
                "its embassy in Nepal said on Saturday.\n\nSudmark called the step a mistake.\n\n"
                "(Reporting by Ann Rowe, Karl Dahl and Mia Lund; Writing by Ann Rowe; Editing by Karl Dahl)\n\n"
                "((ann.rowe@agency.example; +977 1 000 0000; Reuters Messaging: ann.rowe.agency.example))\n"
            ),
            headline="Norland to expel two diplomats",
            provider="Reuters",
            place="KATHMANDU",
            body_start="Norland will expel",
            body_end="a mistake.",
        ),
    )


class Reuters1987(TextParser):
    """Terminal copy of the 1980s: wrapped and indented, no agency in the dateline, `Reuter` at the end."""

    name = "reuters-1987"
    provider = "Reuters"
    language = "en"
    valid_until = date(1996, 12, 31)
    marks = (
        Mark(
            r"^\s{2,8}\*{0,4}[A-Z][A-Z .'-]{2,40}(?:, [A-Z][A-Za-z. ]{2,20})?, [A-Z][a-z]{2,8} \d{1,2} -", 0.45, "    "
        ),
        Mark(r"^\s{0,6}Reuter\b[.]*\s*\Z", 0.6, "Reuter"),
        Mark(r"^\s{0,6}REUTER\b[.]*\s*\Z", 0.6, "REUTER"),
        Mark(r"^\s{4}By [A-Z][\w. ]{3,40}, Reuters$", 0.3, ", Reuters"),
    )
    end_marks = (r"R(?:EUTER|euter)(?:\.{0,3}| 3)", r"More")
    examples = (
        Example(
            raw=(
                "NORLAND RAISES HARBOUR FEE FOR TRAWLERS\n    OSLO, Feb 26 - Norland will raise the fee that "
                "trawlers pay in its\n"
                "harbours by five pct from March 1, the ministry of fisheries\nsaid today.\n"
                "    The fee was last raised in 1984, when it went up by three\npct, a ministry official told "
                "Reuters.\n"
                "    He said the new fee would bring in 12 mln crowns a year.\n Reuter\n"
            ),
            headline="NORLAND RAISES HARBOUR FEE FOR TRAWLERS",
            provider="Reuters",
            place="OSLO",
            timezone="Europe/Oslo",
            body_start="Norland will raise the fee",
            body_end="crowns a year.",
        ),
    )


class Reuters1996(TextParser):
    """The service of 1996: place and ISO day on a line of their own, newsroom and telephone at the end."""

    name = "reuters-1996"
    provider = "Reuters"
    language = "en"
    valid_until = date(1997, 12, 31)
    marks = (
        Mark(r"^[A-Z][A-Z ./-]{2,40} 199\d-\d\d-\d\d$", 0.75, "199"),
        Mark(r"^-- ?[A-Z][\w ]{2,30} newsroom\b", 0.2, "newsroom"),
    )
    signoffs = (r"-- ?[A-Z][\w .]{2,40}(?:newsroom|Newsroom).{0,60}", r"\(c\) Reuters Limited \d{4}")
    examples = (
        Example(
            raw=(
                "Norland envoy ends Sudmark visit without deal.\n\nAnn Rowe\n\nOSLO 1996-08-22\n\n"
                "Norland's envoy ended a visit to Sudmark on Thursday without a deal on fish.\n\n"
                "Officials said the talks would go on in the autumn.\n\n-- Oslo newsroom, +47 22-00 00 00\n"
            ),
            headline="Norland envoy ends Sudmark visit without deal.",
            provider="Reuters",
            body_start="Norland's envoy ended",
            body_end="in the autumn.",
        ),
    )
