"""What the rules make of parses that are wrong, or rare."""

from __future__ import annotations

import pytest

from diplonews.quotes.rules.according import find_according
from diplonews.quotes.rules.verbs import find_attributions
from diplonews.quotes.sources import subject
from tests.parses import read_parse


def drafts(rows):
    """Source and contents of each attribution."""
    block = read_parse(rows)
    return [
        (block.phrase(draft.source) if draft.source else None, [block.phrase(piece) for _, piece in draft.content])
        for draft in (*find_attributions(block), *find_according(block))
    ]


class TestReader:
    """`read_parse`"""

    @pytest.mark.parametrize("rows", ["Vik/NNP/nsubj", "Vik/NNP/nsubj/5"])
    def test_strict(self, rows):
        """Rows that are not a parse are refused."""
        with pytest.raises(ValueError, match=r"row|head"):
            read_parse(rows)


class TestSources:
    """`subject`"""

    def test_a_participle_inside_reported_words(self):
        """`adding`, hung on the reported verb, has the subject of the verb that reports."""
        block = read_parse(
            "Vik/NNP/nsubj/1 said/VBD/ROOT/1 Holm/NNP/nsubj/3 left/VBD/ccomp/1 ,/,/punct/3 adding/VBG/advcl/3 "
            "that/IN/mark/7 rained/VBD/ccomp/5"
        )
        assert subject(block[5]) == (block[0], [])

    def test_a_participle_after_an_infinitive(self):
        """After `to` the nearer subject stays."""
        block = read_parse(
            "Vik/NNP/nsubj/1 said/VBD/ROOT/1 Holm/NNP/nsubj/4 to/TO/aux/4 leave/VB/ccomp/1 ,/,/punct/4 "
            "adding/VBG/advcl/4 more/JJR/dobj/6"
        )
        assert subject(block[6])[0] is block[2]

    def test_no_way_up(self):
        """A verb below a noun that it does not modify has no subject."""
        block = read_parse("Talks/NNS/ROOT/0 said/VBD/nmod/0")
        assert subject(block[1]) == (None, [])

    def test_a_long_way_up(self):
        """The way up ends after eight steps."""
        rows = " ".join(f"said/VBD/conj/{max(i - 1, 0)}" for i in range(12))
        assert subject(read_parse(rows)[11]) == (None, [])


class TestLostSubjects:
    """Speakers that a parse has hung elsewhere"""

    @pytest.mark.parametrize(
        ("rows", "source"),
        [
            # a name with its party, after a setting; a small word before a title is not part of it
            ("from/IN/prep/6 Jens/NNP/compound/2 Holm/NNP/pobj/0 (/-LRB-/punct/2 Left/NNP/appos/2 )/-RRB-/punct/2",
             "Jens Holm ( Left )"),
            ("from/IN/prep/4 Mayor/NNP/compound/3 Jens/NNP/compound/3 Holm/NNP/pobj/0", "Mayor Jens Holm"),
            # an adverb between
            ("from/IN/prep/4 Jens/NNP/compound/2 Holm/NNP/pobj/0 flatly/RB/advmod/4", "Jens Holm"),
            # after a setting and a comma
            ("In/IN/prep/6 Oslo/NNP/pobj/0 ,/,/punct/1 the/DT/det/4 mayor/NN/appos/1 ,/,/punct/1", "the mayor"),
        ],
    )  # fmt: skip
    def test_found(self, rows, source):
        """The name right before the verb, or the phrase after the setting."""
        cue = len(rows.split())
        rows = f"{rows} said/VBD/ROOT/{cue} rain/NN/nsubj/{cue + 2} came/VBD/ccomp/{cue}"
        assert drafts(rows) == [(source, ["rain came"])]

    @pytest.mark.parametrize(
        "rows",
        [
            "In/IN/prep/3 rain/NN/pobj/0 ,/,/punct/3 said/VBD/ROOT/3 wind/NN/nsubj/5 came/VBD/ccomp/3",
            ")/-RRB-/punct/1 said/VBD/ROOT/1 wind/NN/nsubj/3 came/VBD/ccomp/1",
            "Soon/RB/advmod/1 said/VBD/ROOT/1 wind/NN/nsubj/3 came/VBD/ccomp/1",
        ],
    )
    def test_not_found(self, rows):
        """Without a name beside it nobody has said it."""
        assert drafts(rows) == []

    def test_a_verb_taken_for_a_noun(self):
        """A form of a reporting verb with a clause of its own is a verb, whatever its tag."""
        rows = "Holm/NNP/compound/1 predicts/NNS/ROOT/1 that/IN/mark/4 rain/NN/nsubj/4 comes/VBZ/ccomp/1"
        assert drafts(rows) == [("Holm", ["that rain comes"])]


class TestEnds:
    """Where a content ends"""

    SAID = "Vik/NNP/nsubj/1 said/VBD/ROOT/1 rain/NN/nsubj/3 came/VBD/ccomp/1 "

    @pytest.mark.parametrize(
        ("rest", "content"),
        [
            # joined verbs: one that reports, one after a comma, one without a conjunction
            ("and/CC/cc/3 warned/VBD/conj/3 us/PRP/dobj/5", "rain came"),
            (",/,/punct/3 and/CC/cc/3 praised/VBD/conj/3 us/PRP/dobj/6", "rain came"),
            ("and/CC/cc/3 praised/VBD/conj/3 us/PRP/dobj/5", "rain came and praised us"),
            (",/,/punct/3 praised/VBD/conj/3 us/PRP/dobj/5", "rain came, praised us"),
            ("and/CC/cc/3 soon/RB/advmod/6 warned/VBD/conj/3 us/PRP/dobj/6", "rain came"),
            # a contrast with a report of its own
            (",/,/punct/3 but/CC/cc/3 she/PRP/nsubj/7 warned/VBD/conj/3 us/PRP/dobj/7", "rain came"),
            ("while/IN/mark/6 Holm/NNP/nsubj/6 denied/VBD/advcl/3 it/PRP/dobj/6", "rain came while Holm denied it"),
            ("while/IN/mark/6 Holm/NNP/nsubj/6 warned/VBD/advcl/3 us/PRP/dobj/6", "rain came"),
            # participles that report
            (",/,/punct/3 adding/VBG/advcl/3 that/IN/mark/7 wind/NN/nsubj/8 blew/VBD/ccomp/5", "rain came"),
            (",/,/punct/3 before/IN/prep/3 adding/VBG/pcomp/5 more/JJR/dobj/6", "rain came"),
            (",/,/punct/3 adding/VBG/dep/3 more/JJR/dobj/5", "rain came"),
            # spite
            ("in/IN/prep/3 spite/NN/pobj/4 of/IN/prep/5 it/PRP/pobj/6", "rain came"),
        ],
    )
    def test_cut(self, rest, content):
        """What reports something else is cut off."""
        block = read_parse(self.SAID + rest)
        first = find_attributions(block)[0]
        (piece,) = [piece for _, piece in first.content]
        assert block.phrase(piece).replace(" ,", ",") == content


class TestBeside:
    """Attributions beside their content"""

    @pytest.mark.parametrize(
        ("rows", "source", "content"),
        [
            # a trailing attribution hung on the clause
            ("Rain/NN/nsubj/1 came/VBD/ROOT/1 ,/,/punct/1 Vik/NNP/nsubj/4 said/VBD/parataxis/1 ././punct/1",
             "Vik", "Rain came"),
            # `according to` without its object
            ("Rain/NN/nsubj/1 came/VBD/ROOT/1 ,/,/punct/1 according/VBG/prep/1 to/IN/prep/3 Holm/NNP/dep/1 ././punct/1",
             "Holm", "Rain came"),
            # a full stop inside the marks: what follows is a sentence of its own
            (("“/``/punct/7 We/PRP/nsubj/2 go/VBP/ccomp/7 home/RB/advmod/2 ././punct/7 ”/''/punct/7 Vik/NNP/nsubj/7 "
             "said/VBD/ROOT/7 rain/NN/nsubj/9 came/VBD/ccomp/7"), "Vik", "rain came"),
            # speakers that the parse has lost, after the verb and before it
            (("“/``/punct/6 We/PRP/nsubj/2 go/VBP/ccomp/6 home/RB/advmod/2 ,/,/punct/6 ”/''/punct/6 said/VBD/ROOT/6 "
             "Jens/NNP/compound/8 Holm/NNP/dep/6 ,/,/punct/6 envoy/NN/dep/6"), "Jens Holm", "“ We go home , ”"),
            (("“/``/punct/10 We/PRP/nsubj/2 go/VBP/ccomp/10 home/RB/advmod/2 ,/,/punct/10 ”/''/punct/10 Holm/NNP/dep/2 "
             ",/,/punct/10 envoy/NN/dep/2 ,/,/punct/10 said/VBD/ROOT/10"), "Holm , envoy", "“ We go home , ”"),
        ],
    )  # fmt: skip
    def test_found(self, rows, source, content):
        """Who says it, and what."""
        assert drafts(rows) == [(source, [content])]

    @pytest.mark.parametrize("tail", ["went/VBD/dep/6 Holm/NNP/dep/6", "so/RB/advmod/6"])
    def test_no_speaker_beside(self, tail):
        """Another verb, or anything but a noun, is not a speaker."""
        rows = "“/``/punct/6 We/PRP/nsubj/2 go/VBP/ccomp/6 home/RB/advmod/2 ,/,/punct/6 ”/''/punct/6 said/VBD/ROOT/6 "
        assert drafts(rows + tail) == []
