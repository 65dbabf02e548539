"""Copy of no known source: the layout engine with nothing known beforehand."""

from typing import ClassVar

from diplonews.wire.base import Copy
from diplonews.wire.textparser import Example, TextParser

__all__ = ["Generic"]


class Generic(TextParser):
    """Takes any text and never fails; its zone is only ever what is printed, or the agency's."""

    name = "generic"
    lowest_score: ClassVar[float] = 0.3
    examples = (
        Example(
            raw=(
                "Norland recalls envoy over harbour dispute\n\nMay 5, 2021\n\n"
                "Norland recalled its envoy on Tuesday, the ministry said.\n\nSudmark did not comment.\n"
            ),
            headline="Norland recalls envoy over harbour dispute",
            published="2021-05-05",
            body_start="Norland recalled its envoy",
            body_end="did not comment.",
        ),
    )

    def score(self, copy: Copy) -> float:  # noqa: ARG002 -- the same for any copy
        """0.3: a faint mark alone (a date, a word of the site) makes copy nobody's."""
        return self.lowest_score
