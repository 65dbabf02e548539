"""Contents before their attribution, and what may come between."""

from __future__ import annotations

import pytest

from diplonews import extract_quotes


def told(text):
    """Source and contents of each quote."""
    return [
        (quote.source.of(text) if quote.source else None, [span.of(text) for span in quote.content])
        for quote in extract_quotes(text)
    ]


class TestPreceding:
    """Quotations and clauses on the left of a cue"""

    @pytest.mark.parametrize(
        ("text", "source", "content"),
        [
            # adverbs between, words of the sentence before the mark
            ('"We mend the pier," Vik quickly said.', "Vik", ['"We mend the pier,"']),
            ("The pier is old, Vik flatly said.", "Vik", ["The pier is old"]),
            ('It was: "the worst of all the deals we ever made," Vik said.', "Vik",
             ['"the worst of all the deals we ever made,"']),
            ('Vik\'s rivals like "the long, dark and cold night," he said.', "he",
             ['Vik\'s rivals like "the long, dark and cold night,"']),
            # the quotation of the sentence before is not that of this cue
            ('Nobody knew. "We shall mend the pier." Vik said it would take a year.', "Vik", ["it would take a year"]),
            ('"We shall mend the pier in May." Vik said: "It takes a year or two."', "Vik",
             ['"It takes a year or two."']),
            # what goes on after the attribution is the writer's
            ('"You like the pier," Vik said, holding "the big red old map" up.', "Vik", ['"You like the pier,"']),
            ('"You like the pier," Vik said, waving', "Vik", ['"You like the pier,"']),
            # settings before the cue are not content
            ("Waving at the crowd, Vik said the pier was old.", "Vik", ["the pier was old"]),
            ('When the pier fell, Vik said, "I saw it all coming."', "Vik", ['"I saw it all coming."']),
            # what is quoted goes on with the words before
            ('The pier, Vik said, "is the oldest on the coast."', "Vik", ["The pier", '"is the oldest on the coast."']),
            ('But, Vik said, "we mend it every year in May."', "Vik", ["But", '"we mend it every year in May."']),
            # what the attribution interrupts
            ('"The pier," Vik said, pointing at the sea and turning to the crowd, "is falling down."', "Vik",
             ['"The pier,"', '"is falling down."']),
            ('"You like the pier," Vik said, but "it will fall down in May."', "Vik",
             ['"You like the pier,"', 'but "it will fall down in May."']),
        ],
    )  # fmt: skip
    def test_form(self, text, source, content):
        """The quote of the cue."""
        assert (source, content) in told(text)

    def test_another_cue_takes_the_second_half(self):
        """After `and then he added` the rest is what he added."""
        text = '"You like it," Vik said, and then he added, "but it will fall down in May."'
        assert [content for _, content in told(text)] == [['"You like it,"'], ['"but it will fall down in May."']]

    def test_a_scare_quote_is_not_speech(self):
        """Two words between marks before a cue are not what it reports."""
        assert told('A "bad deal" said Vik.') == []
