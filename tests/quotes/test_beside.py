"""Quotations attributed to the person beside them."""

from __future__ import annotations

import pytest

from diplonews import extract_quotes


def found(text):
    return [
        (quote.source.of(text) if quote.source else None, [span.of(text) for span in quote.content])
        for quote in extract_quotes(text)
    ]


class TestBeside:
    """Any verb right beside a quotation."""

    @pytest.mark.parametrize(
        ("text", "source"),
        [
            ("“The boats are back,” beamed Jens Holm.", "Jens Holm"),
            ("“The boats are back!” beamed Jens Holm.", "Jens Holm"),
            ("“The boats are back,” the leaflet read.", "the leaflet"),
            ("“The boats are back,” Holm, now 71 and retired in Oslo, said by telephone.", "Holm, now 71"),
            ("“The boats are back. Go and see,” the agency Norda quoted Holm as saying on Monday.", "Holm"),
            ("“The boats are back — all of them” — Holm beamed on the quay.", "Holm"),
            ("On the quay Holm boomed loudly, “The boats are back.”", "Holm"),
            ("After the long day Holm boomed, “The boats are back.”", "Holm"),
            ("In a call on Dec. 2, Col. Jens Holm, a navy spokesman in Oslo, said, “The boats are back.”", "Jens Holm"),
        ],
    )  # fmt: skip
    def test_the_verb_beside(self, text, source):
        """Word order shows who speaks, even without a verb of saying."""
        assert source in found(text)[-1][0]

    @pytest.mark.parametrize(
        "text",
        [
            "In the play “The Boats,” Holm drowns a king.",
            "The book “The Boats Are Coming Back,” written by Holm, sold well.",
            "“The boats are back.” Holm left the quay.",
            "“Are the boats back?” Holm left the quay.",
            "“The boats are back,” beamed.",
            "“The boats are all back at last” Holm left the quay.",
            "“The boats are all back,” he. Then it rained.",
            "Over the quay, “the boats are coming back.”",
            "Over and over, “The boats are back.”",
            "“The boats are back,”",
            "“The boats are back,” in the words of nobody.",
        ],
    )
    def test_no_verb_beside(self, text):
        """Titles and separate sentences are not attributions."""
        assert found(text) == []


class TestLeadIn:
    """The sentence before a colon."""

    @pytest.mark.parametrize(
        ("text", "source"),
        [
            ("The quay is empty - Anna Vik: “The boats are gone and they stay away.”", "Anna Vik"),
            ("Anna Vik, the harbour master, tweeted in response: “The boats are gone.”", "Vik"),
            ("Vik adds that the sailors had two choices: “You sail or you starve.”", "Vik"),
            ("As Vik noted, the winner was not on the quay at all:\n\n“The winner was the sea, as ever.”", "Vik"),
            ("From the harbour master: “The boats are gone.”", "harbour master"),
        ],
    )
    def test_who_leads_in(self, text, source):
        """The name after a dash, then the verb that reports, then the nearest."""
        assert source in found(text)[-1][0]

    def test_a_clause_and_its_quotation(self):
        """A reported clause goes on with the quotation after its colon."""
        text = "Vik said that a deal was possible: “Both sides are tired of it.”"
        assert found(text) == [("Vik", ["that a deal was possible: “Both sides are tired of it.”"])]


class TestContinuation:
    """A quotation that goes on after its attribution."""

    def test_past_a_relative_clause(self):
        """Remarks about the speaker in between do not replace the speaker."""
        text = "“The boats are gone,” said Anna Vik, who had warned of a storm. “They stay away.”"
        assert ("Anna Vik, who had warned of a storm", ["“The boats are gone,”", "“They stay away.”"]) in found(text)

    @pytest.mark.parametrize(
        "text",
        [
            "“The boats are gone,” Vik said. Holm sailed to the “island of boats and whales and seals” later.",
            "Holm sailed.\n\n“The boats are gone and stay away.”\n\nIt rained.",
            "Here is a list: “boats” and more.",
        ],
    )
    def test_what_goes_on_with_nothing(self, text):
        """Words inside a phrase, and a paragraph that nobody led in, are nobody's."""
        assert all(len(content) == 1 for _, content in found(text))

    def test_the_sentence_between_names_another(self):
        """Who reports in between without a quotation takes over, if he reports at all."""
        text = "“The boats are gone,” Vik said. Holm said that it was raining. “They stay away.”"
        assert ("Holm", ["that it was raining", "“They stay away.”"]) in found(text)

    @pytest.mark.parametrize(
        ("text", "source"),
        [
            ("Harbour master Anna Vik shook her head. “The boats stay in port.”", "Harbour master Anna Vik"),
            ("Anna Vik, the harbour master, rose to speak. “We wait for the tide.” The hall was silent.",
             "Anna Vik, the harbour master,"),
        ],
    )  # fmt: skip
    def test_after_an_act(self, text, source):
        """A whole sentence in quotation marks belongs to the person whose act the sentence before it tells."""
        ((who, content),) = found(text)
        assert (who.rstrip(","), len(content)) == (source.rstrip(","), 1)

    @pytest.mark.parametrize(
        "text",
        [
            "The harbour froze. “The boats stay in port.”",  # nobody who speaks
            "The two envoys, Anna Vik and Jens Holm, left. “We wait for the tide.”",  # which of the two?
            "Harbour master Anna Vik left. “Boats of Salt” is her book.",  # a title
            "Captain Anna Vik read the sign on the wall. “No boats leave port today.”",  # what she read
            "Anna Vik heard the crowd shout. “We want our boats back!”",
            "Anna Vik met Jens Holm. “The boats stay in port.”",
            "Captain Anna Vik nodded as the crowd shouted. “We want our boats back!”",
            "Captain Anna Vik smiled at Jens Holm. “The boats stay in port.”",  # which of the two?
        ],
    )
    def test_after_no_single_person(self, text):
        """A quotation after a sentence about something else, about two persons, or of a title, is nobody's."""
        assert found(text) == []
