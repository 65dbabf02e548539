"""Xinhua News Agency: its wire, its own pages, and its copy on China Daily's."""

from diplonews.wire.textparser import Example, Mark, TextParser

__all__ = ["ChinaDaily", "Xinhua"]


class Xinhua(TextParser):
    """The wire and the agency's own site: Beijing time in the `Source: Xinhua` line."""

    name = "xinhua"
    provider = "Xinhua"
    timezone = "Asia/Shanghai"
    country = "CHN"
    marks = (
        Mark(r"^Source: Xinhua\b", 0.5, "Source: Xinhua"),
        Mark(r"^Editor: huaxia$", 0.3, "Editor: huaxia"),
        Mark(r"^Enditem$", 0.2, "Enditem"),
        Mark(r"^Xinhua (?:Headlines|Commentary|Insight): ", 0.2, "Xinhua "),
        Mark(r"^China Focus: ", 0.2, "China Focus: "),
        Mark(r"^[Bb]y (?:Xinhua [Ww]riters?|Sportswriters?) ", 0.2, "riter"),
    )
    boilerplate = (
        r"Xinhua(?:net)?",
        r"Video Player ?Close",
        r"Back to Top ?Close",
        r"Source: Xinhua",
        r"[·•]?\s?(?:Share|Feedback|Print)",
        r"KEY WORDS: .{2,60}",
        r"EXPLORE XINHUANET",
        r"\d{15,30}",
    )
    signoffs = (r"(?:Web )?[Ee]ditor: ?[a-zA-Z][\w ]{1,30}",)
    end_marks = (r"Enditem",)
    examples = (
        Example(
            raw=(
                "Roundup: Norland, Sudmark agree on ferry line\n\nSource: Xinhua\n\nEditor: huaxia\n\n2024-06-12 "
                "13:44:42\n\n"
                "OSLO, June 12 (Xinhua) -- Norland and Sudmark agreed on Wednesday to reopen a ferry line, "
                "officials said.\n\n"
                "The line will run twice a day from July. Enditem\n"
            ),
            headline="Norland, Sudmark agree on ferry line",
            provider="Xinhua",
            published="2024-06-12T13:44:42+08:00",
            place="OSLO",
            timezone="Europe/Oslo",
            body_start="Norland and Sudmark agreed",
            body_end="from July.",
        ),
        Example(
            raw=(
                "China Focus: Harbour cities of Norland look east\nSource: Xinhua| 2018-06-12 13:44:42|Editor: Wen "
                "Lei\n"
                "Video PlayerClose\n\nby Xinhua writer Wen Lei\n\nBEIJING, June 12 (Xinhua) -- Harbour cities of "
                "Norland want "
                "more trade with China, a report said.\n\nPhoto taken on June 11, 2018 shows a pier in Oslo, "
                "Norway. (Xinhua/Wen Lei)\n\n"
                "The report was published on Tuesday.\n"
            ),
            headline="Harbour cities of Norland look east",
            provider="Xinhua",
            published="2018-06-12T13:44:42+08:00",
            place="BEIJING",
            timezone="Asia/Shanghai",
            names=("Wen Lei",),
            body_start="Harbour cities of Norland",
            body_end="on Tuesday.",
        ),
        Example(
            raw=(
                "AVANCE: Norland y Sudmark firman acuerdo pesquero\n\nLISBOA, 18 jun (Xinhua) -- Norland y Sudmark "
                "firmaron hoy "
                "un acuerdo pesquero en la capital portuguesa.\n\nEl acuerdo dura dos años.\n"
            ),
            headline="Norland y Sudmark firman acuerdo pesquero",
            slug="AVANCE:",
            provider="Xinhua",
            place="LISBOA",
            body_start="Norland y Sudmark firmaron",
        ),
    )


class ChinaDaily(TextParser):
    """Pages of China Daily: agency and `Updated:` on one line, Beijing time."""

    name = "china-daily"
    outlet = "China Daily"
    timezone = "Asia/Shanghai"
    country = "CHN"
    language = "en"
    marks = (
        Mark(
            r"^(?:\(|By )?(?:Xinhua|China Daily|chinadaily\.com\.cn)\)?\s*(?:\| )?Updated: \d{4}-\d\d-\d\d",
            0.85,
            "Updated: ",
        ),
        Mark(r"\| (?:China Daily|CHINA DAILY|chinadaily\.com\.cn)[\w ]{0,20} \| Updated: ", 0.85, "| Updated: "),
        Mark(r"^China Daily$", 0.6, "China Daily"),
    )
    boilerplate = (
        r"chinadaily\.com\.cn",
        r"Share - WeChat",
        r"(?:Large|Medium|Small)(?: (?:Large|Medium|Small)){0,2}",
        r"\[Photo/.{2,40}\]",
        r"Copyright 199\d.{0,400}",
    )
    examples = (
        Example(
            raw=(
                "Norland seeks more trade with China\n(Xinhua)\nUpdated: 2013-03-04 17:12\n"
                "BEIJING - Norland wants to sell more fish to China, its envoy said on Monday.\n"
                "Trade between the two rose last year.\n"
            ),
            headline="Norland seeks more trade with China",
            provider="Xinhua",
            outlet="China Daily",
            published="2013-03-04T17:12:00+08:00",
            place="BEIJING",
            body_start="Norland wants to sell",
            body_end="last year.",
        ),
        Example(
            raw=(
                "Envoy of Norland hails ferry plan\n\nXinhua | Updated: 2024-06-12 17:12\n\nShare - WeChat\n\n"
                "A ferry at the pier of Oslo, Norway. [Photo/Xinhua]\n\n"
                "OSLO - Norland's envoy to China hailed a plan for a ferry line on Wednesday.\n\n"
                "The plan was drawn up by two universities.\n"
            ),
            headline="Envoy of Norland hails ferry plan",
            provider="Xinhua",
            outlet="China Daily",
            published="2024-06-12T17:12:00+08:00",
            place="OSLO",
            body_start="Norland's envoy to China",
            body_end="two universities.",
        ),
    )
