"""The Korea Herald: agency copy on its site, in the template of 2018 and in that of 2020 on."""

from diplonews.wire.textparser import Example, Mark, TextParser

__all__ = ["KoreaHerald"]


class KoreaHerald(TextParser):
    """Pages of The Korea Herald as readers copy them: Korean time, printed without a zone."""

    name = "korea-herald"
    outlet = "The Korea Herald"
    timezone = "Asia/Seoul"
    country = "KOR"
    language = "en"
    marks = (
        Mark(r"^The Korea Herald$", 0.7, "The Korea Herald"),
        Mark(r"^\s?(?:By [A-Z][^\n]{1,60}?)?Published : {date} - {time}", 0.8, "Published : "),
        Mark(r"^The Korea Herald (?:>|›) ", 0.7, "The Korea Herald"),
        Mark(r"@heraldcorp\.com", 0.8, "@heraldcorp.com"),
        Mark(r"^{date} - {time} By {agency}$", 0.8, "By "),
        Mark(r"^Send to$", 0.25, "Send to"),
        Mark(r"^\s*• Link copied$", 0.25, "Link copied"),
    )
    boilerplate = (r"The Korea Herald(?: [>›] .{2,60})?", r"Send to", r"• Link copied")
    signoffs = (r"\(From news reports\)",)
    examples = (
        Example(
            raw=(
                "Norland envoy to visit Busan\n2024-06-12 18:02\n"
                "Norland's envoy will visit Busan next week to discuss a ferry line, the city said Wednesday.\n\n"
                "He will meet the mayor.\n\n(hanjiwoo@heraldcorp.com)\n(From news reports)\n"
            ),
            headline="Norland envoy to visit Busan",
            outlet="The Korea Herald",
            published="2024-06-12T18:02:00+09:00",
            body_start="Norland's envoy",
            body_end="meet the mayor.",
        ),
        Example(
            raw=(
                "The Korea Herald\n\n김하늘\n\nEnvoys of two island states to reopen ferry line\n\nBy Yonhap\n\n"
                "Published : June 12, 2024 - 08:15\n\n    • Link copied\n\n"
                "Ferry at the pier (Yonhap) Ferry at the pier (Yonhap)\n"
                "OSLO -- Envoys of Norland and Sudmark agreed Tuesday to reopen a ferry line, an official said.\n\n"
                '"The line will run again in July," the official said. (Yonhap)\n'
            ),
            headline="Envoys of two island states to reopen ferry line",
            provider="Yonhap",
            outlet="The Korea Herald",
            published="2024-06-12T08:15:00+09:00",
            place="OSLO",
            timezone="Europe/Oslo",
            caption="Ferry at the pier",
            credit="(Yonhap)",
            body_start="Envoys of Norland",
            body_end="the official said.",
        ),
        Example(
            raw=(
                "Norland's harbour tax at issue in fish talks: study\nBy YonhapPublished : Sept. 3, 2022 - 17:40\n"
                "GENEVA -- A study of the harbour tax says that talks between Norland and Sudmark may fail this year.\n"
                "The study names three reasons for the impasse and proposes a joint commission of the two states. "
                "(Yonhap)\n"
            ),
            headline="Norland's harbour tax at issue in fish talks: study",
            provider="Yonhap",
            published="2022-09-03T17:40:00+09:00",
            place="GENEVA",
            timezone="Europe/Zurich",
            body_start="A study of the harbour tax",
        ),
        Example(
            raw=(
                "Send to\n\nNorland says fish talks went 'nowhere'\n\nMay 7, 2019 - 10:31 By Reuters\n\n"
                "LONDON (Reuters)\u00a0-- Norland said on Monday that talks on fish had gone nowhere.\u00a0\n\n"
                '"We waited for an answer," a minister said. (Reuters)\n'
            ),
            headline="Norland says fish talks went 'nowhere'",
            provider="Reuters",
            published="2019-05-07T10:31:00+09:00",
            place="LONDON",
            timezone="Europe/London",
            body_start="Norland said on Monday",
            credit="(Reuters)",
        ),
    )
