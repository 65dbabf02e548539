"""BBC Monitoring: translations of others' reports, with where and when they were heard."""

from diplonews.wire.textparser import Example, Mark, TextParser

__all__ = ["BBCMonitoring"]


class BBCMonitoring(TextParser):
    """`Text of report in English by ...`, then `Source: ..., Moscow, in English 1341 gmt 12 Jun 24`."""

    name = "bbc-monitoring"
    provider = "BBC Monitoring"
    language = "en"
    marks = (
        Mark(r"^Text of (?:a )?(?:report|editorial) .{0,60}\bby\b", 0.6, "Text of "),
        Mark(r"^Excerpts? from (?:a )?report .{0,60}\bby\b", 0.6, "Excerpt"),
        Mark(
            r"^Source: .{3,100}, in [A-Z][a-z]{3,15}(?:,? \d{4} ?gmt)? .{0,4}\d{1,2} [A-Z][a-z]{2} \d\d",
            0.6,
            "Source: ",
        ),
        Mark(r"^BBC Mon(?:itoring)? .{2,60}", 0.4, "BBC Mon"),
        Mark(r"British Broadcasting Corporation", 0.3, "British Broadcasting Corporation"),
    )
    boilerplate = (r"© British Broadcasting Corporation \d{4}",)
    notes = (r"(?:Text of (?:a )?report|Excerpt from (?:a )?report|Text of editorial) .{3,200}", r"\[.{3,120}\]")
    signoffs = (r"BBC Mon(?:itoring)? [A-Z].{2,80}", r"Source: .{3,200}")
    examples = (
        Example(
            raw=(
                "Norland minister denies rift with Sudmark\n\nText of report in English by Russian news agency "
                "Interfax\n\n"
                "Moscow, 12 June: Norland's minister denied a rift with Sudmark on Wednesday.\n\nHe said talks "
                "would go on.\n\n"
                "Source: Interfax news agency, Moscow, in English 1341 gmt 12 Jun 24\n\nBBC Mon FS1 FsuPol ar/kd\n\n"
                "© British Broadcasting Corporation 2024\n"
            ),
            headline="Norland minister denies rift with Sudmark",
            body_end="would go on.",
        ),
    )
