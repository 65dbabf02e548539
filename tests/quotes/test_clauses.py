"""Contents of unquoted speech: where they begin and end, and what is not one."""

from __future__ import annotations

import pytest

from diplonews import extract_quotes


def told(text):
    """Source and contents of each quote."""
    return [
        (quote.source.of(text) if quote.source else None, [span.of(text) for span in quote.content])
        for quote in extract_quotes(text)
    ]


class TestClauses:
    """Clauses after a cue"""

    @pytest.mark.parametrize(
        ("text", "source", "content"),
        [
            # a relative or question word in front of the source belongs to the clause
            ("The ferry tax, which officials said will lapse in June, is small.", "officials",
             ["which", "will lapse in June"]),
            ("The council adapted to what she said is a growing demand for piers.", "she",
             ["what", "is a growing demand for piers"]),
            # the parse hangs the clause on a word between
            ("Vik said in a memo that the pier was shut.", "Vik", ["that the pier was shut"]),
            ("Vik told skippers at a harbour meeting that the pier was shut.", "Vik", ["that the pier was shut"]),
            # infinitives with a subject of their own
            ("Vik is calling for the council to shut the pier.", "Vik", ["the council to shut the pier"]),
        ],
    )  # fmt: skip
    def test_form(self, text, source, content):
        """The one quote of the sentence."""
        assert told(text) == [(source, content)]

    def test_another_cue_between(self):
        """A clause of another cue is not taken for that of the first."""
        text = "Vik asked the council for money, saying in a letter that the pier was old."
        assert [content for _, content in told(text)] == [["money"], ["that the pier was old"]]

    @pytest.mark.parametrize(
        ("text", "content"),
        [
            ("But the pier is old, Vik said.", ["the pier is old"]),
            ("Still, the pier is old, according to the council.", ["the pier is old"]),
            ("And, Vik said, the pier is old.", ["the pier is old"]),
            ("In May, Vik said, the pier broke.", ["In May", "the pier broke"]),
        ],
    )
    def test_connectives(self, text, content):
        """The word that joins a sentence to the one before it is the writer's."""
        assert [content for _, content in told(text)] == [content]

    @pytest.mark.parametrize(
        ("text", "content"),
        [
            ("Vik endorsed Holm at a rally in Oslo.", ["Holm"]),
            ("Vik rejected the offer in an interview on Monday.", ["the offer"]),
            ("Vik praised the pilots of the harbour.", ["the pilots of the harbour"]),
        ],
    )
    def test_settings(self, text, content):
        """The place of speaking is not part of an object; what belongs to the object is."""
        assert [content for _, content in told(text)] == [content]

    def test_a_noun_keeps_its_content(self):
        """`Express hope that` reports what is hoped."""
        (quote,) = told("Vik expressed hope that the pier would last.")
        assert quote == ("Vik", ["that the pier would last"])

    def test_a_name_hung_elsewhere(self):
        """A name right before the verb is its source, whatever the parse makes of it."""
        text = "Friday at the yearly Harbour Workers' union congress Mayor Anna Vik (Labour) said the pier was old."
        ((source, content),) = told(text)
        assert "Anna Vik" in source
        assert content == ["the pier was old"]

    def test_a_stop_before_a_quotation(self):
        """A quotation after a stop opens a sentence, also where the parse runs on."""
        text = "The pier, Vik said, was old. ''We lose a plank in every storm of the year,'' she said."
        assert [content for _, content in told(text)] == [
            ["The pier", "was old"],
            ["''We lose a plank in every storm of the year,''"],
        ]

    @pytest.mark.parametrize(
        ("text", "source"),
        [
            ("In a letter to Holm, the mayor of Oslo, Anna Vik, said the pier was old.", "the mayor of Oslo, Anna Vik"),
            ("The pilots are quick to say that the pier is old.", "The pilots"),
        ],
    )
    def test_far_sources(self, text, source):
        """A subject drawn into the phrase before it, or standing before an adjective."""
        ((who, _),) = told(text)
        assert who == source

    def test_words_are_reported_once(self):
        """Two cues before one quotation share it no more: the nearer one has it."""
        text = 'Vik wrote to the pilots on Monday, telling them, "We shall mend the pier in May."'
        (quote,) = extract_quotes(text)
        assert [span.of(text) for span in quote.cue] == ["telling"]

    def test_what_is_promised_inside_a_promise(self):
        """`Pledged to oppose X` is one pledge, not also an opposition."""
        assert [content for _, content in told("Vik pledged to oppose the toll.")] == [["to oppose the toll"]]


class TestSeveralCues:
    """Verbs joined to a cue, participles inside and after a clause"""

    @pytest.mark.parametrize(
        ("text", "quotes"),
        [
            # a verb joined to the cue has the cue's subject, not that of the clause before it
            ("Vik said the toll would rise and vowed to mend the pier.",
             [("Vik", ["the toll would rise"]), ("Vik", ["to mend the pier"])]),
            ("Vik said the toll would rise and also promised help.",
             [("Vik", ["the toll would rise"]), ("Vik", ["help"])]),
            ("Vik said the pier was shut, and praised the pilots.",
             [("Vik", ["the pier was shut"]), ("Vik", ["the pilots"])]),
            ("Vik said the pier was shut, before adding that a storm was near.",
             [("Vik", ["the pier was shut"]), ("Vik", ["that a storm was near"])]),
            ("Vik said she would stay while Holm said he would go.",
             [("Vik", ["she would stay"]), ("Holm", ["he would go"])]),
            ("The council issued a statement saying the pier was old.", [("The council", ["the pier was old"])]),
            # the parse keeps to the clause
            ("Vik said she hoped the pier would hold.", [("Vik", ["she hoped the pier would hold"])]),
        ],
    )  # fmt: skip
    def test_form(self, text, quotes):
        """Each with its own source and content."""
        assert told(text) == quotes

    @pytest.mark.parametrize(
        ("text", "source", "content"),
        [
            ("The toll was described as a trap by Vik.", "Vik", ["The toll", "as a trap"]),
            ("The bank was criticized by Vik for selling the pier.", "Vik", ["The bank", "for selling the pier"]),
        ],
    )
    def test_passives(self, text, source, content):
        """The agent of a passive, wherever the parse attached `by`."""
        assert (source, content) in told(text)

    @pytest.mark.parametrize(
        ("text", "content"),
        [
            ("As Vik noted, the pier is old.", ["the pier is old"]),
            ("The pier is old, as Vik told the paper.", ["The pier is old"]),
            ("The pier, as Vik noted, is old.", ["The pier", "is old"]),
            ("But, as Vik noted, the pier is old.", ["the pier is old"]),
        ],
    )
    def test_as_clauses(self, text, content):
        """The main clause beside `as she noted`, on both sides of it."""
        assert told(text) == [("Vik", content)]

    @pytest.mark.parametrize(
        ("text", "content"),
        [
            ("Vik called the toll a trap that no one wants.", ["the toll a trap that no one wants"]),
            ("Vik asked for the pilots to leave.", ["the pilots to leave"]),
            ("Vik asked them for help.", ["help"]),
            ("Vik told pilots on Monday the pier was old and that the toll would rise.",
             ["the pier was old and that the toll would rise"]),
            ("Vik said on Monday that the pier was old, and that the toll would rise.",
             ["that the pier was old, and that the toll would rise"]),
            ("Vik said Monday the pier was old.", ["the pier was old"]),
            ("Vik wondered aloud whether the pier would hold.", ["whether the pier would hold"]),
            ("Vik reminded the pilots of the toll.", ["the toll"]),
            ("The offer that Vik called a trap was signed.", ["that", "a trap"]),
            ("Vik accused them.", ["them"]),
        ],
    )  # fmt: skip
    def test_frames(self, text, content):
        """What each frame of a verb gives."""
        assert told(text) == [("Vik", content)]
