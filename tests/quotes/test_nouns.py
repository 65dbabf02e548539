"""Attributions by a noun or an adjective, and verbs that take more than a clause."""

from __future__ import annotations

import pytest

from diplonews import extract_quotes


def told(text):
    """Source, cue and contents of each quote."""
    return [
        (
            quote.source.of(text) if quote.source else None,
            [span.of(text) for span in quote.cue],
            [span.of(text) for span in quote.content],
        )
        for quote in extract_quotes(text)
    ]


class TestNouns:
    """Nouns that report"""

    @pytest.mark.parametrize(
        ("text", "source", "content"),
        [
            ("Vik's promise to mend the pier was kept.", "Vik's", "to mend the pier"),
            ("The mayor's opposition to the toll surprised them.", "The mayor's", "the toll"),
            ("Vik made a plea for calm.", "Vik", "calm"),
            # `his` refers to the subject of the clause
            ("Holm withdrew on Friday from his promise to mend the pier.", "Holm", "to mend the pier"),
        ],
    )
    def test_form(self, text, source, content):
        """The source of a noun, and its content."""
        assert (source, [content]) in [(who, what) for who, _, what in told(text)]

    @pytest.mark.parametrize(
        "text",
        [
            "Our promise to mend the pier was kept.",
            "The threat to the harbour is real.",
            "Promises to mend the pier were kept.",
        ],
    )
    def test_nobody_said_it(self, text):
        """A noun without a speaker of its own, or with another complement, reports nothing."""
        assert told(text) == []


class TestAdjectives:
    """Adjectives that report"""

    @pytest.mark.parametrize(
        ("text", "source", "content"),
        [
            ("The pilots are confident that the pier will hold.", "The pilots", "that the pier will hold"),
            ("Holm was critical of the toll.", "Holm", "the toll"),
            ("Vik made it clear that the toll would stay.", "Vik", "that the toll would stay"),
            ("The union remains reluctant to sign.", "The union", "to sign"),
            ("She was hopeful the pier would hold.", "She", "the pier would hold"),
        ],
    )
    def test_form(self, text, source, content):
        """The person it is said about, and the opinion."""
        ((who, _, what),) = told(text)
        assert (who, what) == (source, [content])

    @pytest.mark.parametrize(
        "text",
        [
            "It is clear that the pier is old.",
            "She could be sure that the pier was old.",
            "They made sure that the pier was old.",
            "A critical pilot of the port left.",
            "Holm was critical.",
        ],
    )
    def test_nobody_said_it(self, text):
        """What is true by itself, possible, brought about or without a content is not a quote."""
        assert told(text) == []


class TestObjects:
    """Verbs with a gerund, a question or a preposition"""

    @pytest.mark.parametrize(
        ("text", "content"),
        [
            ("Vik proposed barring lorries from the pier.", "barring lorries from the pier"),
            ("The pilots discussed how the pier could be mended.", "how the pier could be mended"),
            ("Holm distanced himself from the plan.", "the plan"),
            ("Holm objected to the toll.", "the toll"),
            ("The council plans to mend the pier.", "to mend the pier"),
            ("Holm vouched for the pilots.", "the pilots"),
        ],
    )
    def test_form(self, text, content):
        """The one content."""
        ((_, _, what),) = told(text)
        assert what == [content]

    def test_offers_to_somebody(self):
        """The person to whom something is offered is not a content."""
        ((_, _, what),) = told("Vik offered help to the pilots.")
        assert "to the pilots" not in what
