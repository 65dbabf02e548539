"""Copy of unknown source, read by the layout engine without a declaration."""

from typing import ClassVar

from diplonews.wire.base import Copy
from diplonews.wire.textparser import Example, TextParser

__all__ = ["Generic"]


class Generic(TextParser):
    """Takes any text and never fails; its zone is always printed or the agency's."""

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
        """0.3, so that a weak mark alone (a date, a word of the site) does not claim the copy."""
        return self.lowest_score
