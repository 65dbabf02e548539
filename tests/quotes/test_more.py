"""Texts of several sentences, and forms that need more than one answer."""

from __future__ import annotations

import pytest

from diplonews import extract_quotes


def contents(text):
    return [[span.of(text) for span in quote.content] for quote in extract_quotes(text)]


class TestLongerTexts:
    """`extract_quotes`"""

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ('Vik said it was over. "Over and done with."', [["it was over", '"Over and done with."']]),
            (
                '"We lost," Vik said, adding that it hurt. "It hurt a lot."',
                [['"We lost,"', '"It hurt a lot."'], ["that it hurt"]],
            ),
            ("The pier is old, as Vik noted.", [["The pier is old"]]),
            ("The pier, Vik told reporters, is old.", [["The pier", "is old"]]),
            ("According to him, the pier is old.", [["the pier is old"]]),
            ("What she said was a lie.", []),
            ("Vik criticized the mayor for the delay.", [["the mayor for the delay"]]),
            ("Vik said the plan was a failure in spite of good will.", [["the plan was a failure"]]),
            ("Vik would say nothing of the kind.", []),
            (
                'Vik warned earlier in the day that the mayors\' plan was "pouring cold tea" on talks.',
                [['that the mayors\' plan was "pouring cold tea" on talks']],
            ),
            ("Vik said the pier was safe, a claim that Holm rejected.", [["the pier was safe"]]),
            (
                "Vik replied that the ferry had sunk off Oslo, according to the ministry.",
                [["that the ferry had sunk off Oslo"], ["Vik replied that the ferry had sunk off Oslo"]],
            ),
            # no speaker is given, but the words are somebody's
            ("The envoy is expected to visit the port.", [["The envoy", "to visit the port"]]),
            ("Asked if he had slept, Vik laughed.", [["if he had slept"]]),
            ("When asked about the pier, Vik laughed.", [["the pier"]]),
            # time and place are not content
            ("Vik endorsed Holm on Monday in Oslo.", [["Holm"]]),
            ("Vik denied a part in the sinking of the ferry.", [["a part in the sinking of the ferry"]]),
            ('Vik called the offer "a trap" on Monday.', [['the offer "a trap"']]),
            (
                "Holm said the pier was old while the mayor said it was new.",
                [["the pier was old"], ["it was new"]],
            ),
            ('On the day the pier fell, Vik said, "I saw it coming."', [['"I saw it coming."']]),
            ("It was late, he could say.", []),
        ],
    )
    def test_table(self, text, expected):
        """Contents of each text, in order."""
        assert contents(text) == expected

    @pytest.mark.parametrize(
        ("text", "source"),
        [
            ("Jens Holm came to Oslo and said that the port was shut.", "Jens Holm"),
            ("Jens Holm rose to say that the port was shut.", "Jens Holm"),
            ("The mayor, who said that the port was shut, left.", "who"),
            ("The union sent around a letter saying that the port was shut.", None),
            ("It said that the port was shut.", "It"),
        ],
    )
    def test_far_subjects(self, text, source):
        """The subject of a cue may be shared with another verb."""
        quote = next(quote for quote in extract_quotes(text) if "shut" in quote.content[-1].of(text))
        assert quote.source is not None
        assert source is None or quote.source.of(text) == source

    @pytest.mark.parametrize(
        ("text", "source", "content"),
        [
            ('Vik spoke of the storm, and then: "The pier is gone."', "Vik", ['"The pier is gone."']),
            ('Vik, in a letter to the council, wrote: "It is gone."', "Vik", ['"It is gone."']),
            ('"It is gone," the mayor of the town, Jens Holm, told the council.', "Jens Holm", ['"It is gone,"']),
            ("The bank was criticized by Vik for selling the pier.", "Vik", ["The bank", "for selling the pier"]),
            ("The pier is shut, according to the council, and will stay shut.", "the council",
             ["The pier is shut", "and will stay shut"]),
            ("Vik said the pier was shut, and that the ferry was late.", "Vik",
             ["the pier was shut, and that the ferry was late"]),
            ("Vik warned of a storm in May.", "Vik", ["a storm"]),
            ("Vik called on the council to shut the pier.", "Vik", ["the council to shut the pier"]),
            ("It said the pier would stay shut.", "It", ["the pier would stay shut"]),
            ("Interfax quoted Jens Holm as saying that the pier was shut.", "Jens Holm", ["that the pier was shut"]),
            ("Jens Holm was cited by Interfax as saying that the pier was shut.", "Jens Holm",
             ["that the pier was shut"]),
        ],
    )  # fmt: skip
    def test_forms_of_one_quote(self, text, source, content):
        """One quote, with its source and its pieces."""
        (quote,) = extract_quotes(text)
        assert quote.source is not None
        assert source in quote.source.of(text)
        assert [span.of(text) for span in quote.content] == content


class TestNotQuoted:
    """What looks like a report and is not one"""

    @pytest.mark.parametrize(
        "text",
        [
            "Togo has recalled its ambassador from Fiji since Friday.",
            "Kenya recalled its envoys.",
            "The mayor made the remarks on Monday.",
            "No group has claimed the blast.",
        ],
    )
    def test_nothing(self, text):
        """An envoy called home, a day, and a subject that is nobody make no quote."""
        assert extract_quotes(text) == ()

    @pytest.mark.parametrize(
        ("text", "cue", "content"),
        [
            ("Holm recalled the talks in Oslo.", "recalled", "the talks in Oslo"),
            ("Holm called instead for Oslo to pay.", "called for", "Oslo to pay"),
            ("Holm called on Wednesday for Oslo to pay.", "called for", "Oslo to pay"),
            ("Holm appealed to Oslo to pay.", "appealed to", "Oslo to pay"),
            ("Oslo, whom he accuses of theft, was silent.", "accuses", "whom ... of theft"),
            ("Holm accused Oslo on Thursday of training rebels.", "accused", "Oslo on Thursday of training rebels"),
            ("The pier was safe, the agency quoted Holm as saying.", "quoted saying", "The pier was safe"),
            ('"It is safe," the agency quoted Holm as saying.', "quoted saying", '"It is safe,"'),
        ],
    )
    def test_cue_and_content(self, text, cue, content):
        """The cue's particle may be further off, and its content before it."""
        (quote,) = extract_quotes(text)
        assert " ".join(span.of(text) for span in quote.cue) == cue
        assert quote.text == content

    @pytest.mark.parametrize(
        ("text", "contents"),
        [
            ("The Danish embassy said the trip was off, the newspaper reported.", 2),
            ("The Danish embassy said the trip was off, according to the report.", 2),
            ('"The Danish embassy said the trip was off," the newspaper reported.', 1),
            ("The Danish embassy said the trip was off, Anna Vik recalled.", 1),
        ],
    )
    def test_reports_in_reports(self, text, contents):
        """A paper's report of others' words is a quote too; the same inside its quotation marks is not."""
        assert len(extract_quotes(text)) == contents
