"""How a content is reported: asserted, denied, refused, questioned."""

from __future__ import annotations

import pytest

from diplonews import Quote, QuotePolarity, extract_quotes, from_dict, to_dict

CASES = [
    ("Lund said that the pier was safe.", "that the pier was safe", "ASSERTED"),
    ("Lund denied that the pier was unsafe.", "that the pier was unsafe", "DENIED"),
    ("Lund denied having met the envoy.", "having met the envoy", "DENIED"),
    ("The ministry dismissed the report as fiction.", "the report as fiction", "DENIED"),
    ("Lund rejected the accusation.", "the accusation", "DENIED"),
    ("Lund declined to say whether the pier was safe.", "whether the pier was safe", "REFUSED"),
    ("Lund would not say whether the pier was safe.", "whether the pier was safe", "REFUSED"),
    ("Lund could not confirm that the pier was safe.", "that the pier was safe", "REFUSED"),
    ("Lund refused to comment on the report.", "the report", "REFUSED"),
    ("The ministry declined to comment.", "to comment", "REFUSED"),
    ("The ministry neither confirmed nor denied that the pier was unsafe.", "that the pier was unsafe", "REFUSED"),
    ("Lund ruled out a strike.", "a strike", "REFUSED"),
    ("A reporter asked whether the pier was safe.", "whether the pier was safe", "QUESTIONED"),
    ("Asked if the pier was safe, Lund shrugged.", "if the pier was safe", "QUESTIONED"),
    ('"Is the pier safe?" a reporter asked.', '"Is the pier safe?"', "QUESTIONED"),
    ("QUESTION: Is the pier safe?", "Is the pier safe?", "QUESTIONED"),
    ("Lund asked the crew to leave.", "the crew to leave", "ASSERTED"),
    ("Lund asked for help.", "help", "ASSERTED"),
    ('"That is false," Lund said, denying the report.', '"That is false,"', "ASSERTED"),
    ('"That is false," Lund said, denying the report.', "the report", "DENIED"),
]


class TestPolarity:
    """Quote.polarity"""

    @pytest.mark.parametrize(("text", "content", "polarity"), CASES)
    def test_cue(self, text, content, polarity):
        """It goes by the cue and by what leads to it."""
        found = {quote.text: quote.polarity.name for quote in extract_quotes(text)}
        assert found[content] == polarity

    @pytest.mark.parametrize(
        "text",
        [
            "Lund may not say whether the pier is safe.",
            "Lund did not say whether the pier was safe.",
            "Lund will say so.",
        ],
    )
    def test_what_is_not_said(self, text):
        """What somebody merely has not said, or may not say, is not a quote."""
        assert extract_quotes(text) == ()

    def test_one_quote_for_a_refusal_to_tell(self):
        """`declined to say` is one cue."""
        (quote,) = extract_quotes("Lund declined to say when the pier would open.")
        assert [span.of("Lund declined to say when the pier would open.") for span in quote.cue] == ["declined to say"]

    def test_round_trip(self):
        """It is kept in dicts, and a quote stored without it is asserted."""
        (quote,) = extract_quotes("Lund denied that the pier was unsafe.")
        stored = to_dict(quote)
        assert from_dict(Quote, stored) == quote
        del stored["polarity"]
        assert from_dict(Quote, stored).polarity is QuotePolarity.ASSERTED

    def test_repr(self):
        """It is shown where the content is not asserted."""
        (quote,) = extract_quotes("Lund denied that the pier was unsafe.")
        assert repr(quote) == "<Quote INDIRECT DENIED 'Lund' 'that the pier was unsafe'>"
