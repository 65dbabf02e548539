"""Kyodo News: the wire, whose datelines have no brackets, its own site, its copy in papers."""

from diplonews.wire.textparser import Example, Mark, TextParser

__all__ = ["Kyodo", "KyodoPage"]


class KyodoPage(TextParser):
    """Pages of Kyodo's own site: a line `KYODO NEWS - day - time | sections`, Japanese time."""

    name = "kyodo-page"
    provider = "Kyodo"
    outlet = "Kyodo News"
    timezone = "Asia/Tokyo"
    country = "JPN"
    language = "en"
    marks = (Mark(r"^KYODO NEWS\b.{0,40}{date} - {time}", 0.9, "KYODO NEWS"),)
    boilerplate = (r"Others|All|World|Japan", r"==Kyodo")
    end_marks = (r"==\s?Kyodo",)
    examples = (
        Example(
            raw=(
                "Norland, Japan to share data on tuna\n\nKYODO NEWS - Oct 6, 2021 - 15:28 | All, Japan\n\n"
                "Norland and Japan will share data on tuna stocks from next year, officials said Tuesday.\n\n"
                "The data will be open to scholars.\n\nRelated coverage:\n\nTuna stocks fall for third year\n"
            ),
            headline="Norland, Japan to share data on tuna",
            provider="Kyodo",
            outlet="Kyodo News",
            published="2021-10-06T15:28:00+09:00",
            body_start="Norland and Japan will",
            body_end="open to scholars.",
        ),
    )


class Kyodo(TextParser):
    """The wire, `KOBE, Japan, Feb. 8 Kyodo - `, and copy in papers, `TOKYO (Kyodo) -- `."""

    name = "kyodo"
    provider = "Kyodo"
    timezone = "Asia/Tokyo"
    country = "JPN"
    language = "en"
    marks = (
        Mark(r", [A-Z][a-z]{2,8}\.? \d{1,2} Kyodo [-–—] ", 0.7, "Kyodo "),
        Mark(r"^==\s?Kyodo", 0.4, "Kyodo"),
        Mark(r"^a\d{4}KYODO", 0.4, "KYODO"),
    )
    slugs = (r"a\d{4}KYODO[\w-]{0,20}",)
    end_marks = (r"==\s?Kyodo",)
    examples = (
        Example(
            raw=(
                "a0105KYODOkoko-\n\nSoccer: Norland to play Japan at Kobe\n\n     KOBE, Japan, Feb. 8 Kyodo - "
                "Norland will play Japan at Kobe next March, the two federations said Friday.\n\n"
                "     It will be their first match since 1998.\n\n==Kyodo\n"
            ),
            headline="Norland to play Japan at Kobe",
            provider="Kyodo",
            place="KOBE",
            timezone="Asia/Tokyo",
            body_start="Norland will play",
            body_end="since 1998.",
        ),
        Example(
            raw=(
                "Sudmark lifts ban on Japanese scallops\n\nTOKYO (Kyodo) -- Sudmark has lifted its ban on scallops "
                "from Japan, "
                "the Japanese farm ministry said Thursday.\n\nThe ban had stood for two years.\n"
            ),
            headline="Sudmark lifts ban on Japanese scallops",
            provider="Kyodo",
            place="TOKYO",
            body_start="Sudmark has lifted",
        ),
    )
