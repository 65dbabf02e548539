"""Asia News Network: articles of member papers on its site."""

from diplonews.wire.textparser import Example, Mark, TextParser

__all__ = ["AsiaNewsNetwork"]


class AsiaNewsNetwork(TextParser):
    """Pages of Asia News Network: day first, a sentence as deck, the paper and `ANN` credited."""

    name = "asia-news-network"
    outlet = "Asia News Network"
    language = "en"
    marks = (
        Mark(r"^Asia News Network$", 0.75, "Asia News Network"),
        Mark(r"asianews\.network", 0.75, "asianews.network"),
        Mark(r"\([A-Z][\w .]{2,40}/ANN\)", 0.75, "/ANN)"),
    )
    boilerplate = (r"Asia News Network(?:\b.{0,60})?", r"asianews\.network.{0,60}", r"See also:")
    examples = (
        Example(
            raw=(
                "Asia News Network\n\nNovember 4, 2019\n\nThe two sides are stuck on fish.\n\n"
                "Norland has asked a third country to help in its row with Sudmark over fish, a ministry said on "
                "Saturday.\n\n"
                "The envoys met on the sidelines of a summit in Thailand and promised to stay in touch with each "
                "other.\n"
            ),
            outlet="Asia News Network",
            published="2019-11-04",
            deck="The two sides are stuck on fish.",
            body_start="Norland has asked",
            body_end="with each other.",
        ),
    )
