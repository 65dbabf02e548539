"""The trainable second stage and the reader of its corpora."""

from __future__ import annotations

import json
import sys

import pytest

from diplonews import extract_quotes
from diplonews.errors import ModelNotFoundError, ParseError
from diplonews.quotes import load_quote_model, train_quotes
from diplonews.quotes.learned.polnear import Marked, MarkedText, read_corpus

pytest.importorskip("pycrfsuite")

LINES = [
    ("The ministry said the port was open.", "The ministry", "said", "the port was open"),
    ("The mayor opined the port was open.", "The mayor", "opined", "the port was open"),
    ("The mayor grouched that the port was shut.", "The mayor", "grouched", "that the port was shut"),
]

TEXTS = [
    "The mayor grouched that the envoy said the port was shut, and the ministry said it was open.",
    '"We sail," Anna Vik said, adding that the crew grouched the sea was rough. "We sail at six."',
    "According to Anna Vik the mayor said nothing. She said he grouched that the ship was late.",
    "",
]


def marked(text, source, cue, content):
    """One text with its attribution."""

    def place(words):
        return ((text.index(words), text.index(words) + len(words)),)

    attribution = Marked(source=place(source), cue=place(cue), content=place(content))
    return MarkedText(name="x", text=text, attributions=(attribution,))


@pytest.fixture(scope="module")
def model(tmp_path_factory):
    """Weights trained on twenty invented sentences."""
    path = tmp_path_factory.mktemp("weights") / "quotes.crf"
    corpus = [marked(*LINES[number % 3]) for number in range(18)]
    corpus += [MarkedText(name="y", text="The port is wanted by nobody.", attributions=())] * 2
    training = train_quotes(corpus, path)
    assert (training.articles, training.right, training.learnt) == (20, 18, 1)
    assert training.proposals >= training.right
    assert training.bytes == path.stat().st_size > 0
    return load_quote_model(path)


class TestTrainQuotes:
    """`train_quotes`, `QuoteModel`"""

    def test_learns_cues_of_the_corpus(self, model):
        """A verb that the lexicon lacks is learnt where the corpus marks it."""
        text = "The envoy grouched that the ship was late."
        assert extract_quotes(text) == ()
        (quote,) = extract_quotes(text, model=model)
        assert quote.content[0].of(text) == "that the ship was late"
        assert repr(model) == "<QuoteModel quotes.crf 1 cues>"

    def test_keeps_direct_speech(self, model):
        """What the rules are sure of stays; a sentence is read in full."""
        text = '"The ship is late," Anna Vik said.'
        assert len(extract_quotes(text, model=model)) == 1

    @pytest.mark.parametrize("text", TEXTS)
    def test_no_two_contents_share_words(self, model, text):
        """What is chosen never overlaps, and each content leaves its own cue out."""
        seen = set()
        for quote in extract_quotes(text, model=model):
            content = {i for span in quote.content for i in range(span.start, span.end)}
            assert not content & seen
            assert not content & {i for span in quote.cue for i in range(span.start, span.end)}
            seen |= content

    def test_headlines_and_colons(self, model):
        """A sign is a cue like another: forms without a verb stay."""
        (quote,) = extract_quotes("Wharf to Close: Mayor", model=model)
        assert quote.evidence.rule.startswith("colon.after")

    def test_forms_that_the_rules_have(self, tmp_path):
        """A preposition that is tagged as a verb is not learnt as one."""
        line = marked("The port is open, according to the mayor.", "the mayor", "according to", "The port is open")
        assert train_quotes([line] * 6, tmp_path / "x").learnt == 0

    @pytest.mark.parametrize("run", ["said ", "he said ", '"Go," he said. ', ": "])
    def test_dense_cues_are_bounded(self, model, run):
        """Two thousand cues in one paragraph are read at once."""
        extract_quotes((run * 2_000)[:5_000], model=model)

    def test_empty_corpus(self, tmp_path):
        """A corpus in which nothing is marked is refused."""
        with pytest.raises(ValueError, match="marked as a cue"):
            train_quotes([MarkedText(name="x", text="A port.", attributions=())], tmp_path / "x")

    def test_missing(self, tmp_path, monkeypatch):
        """Without weights or library the message is the cure."""
        with pytest.raises(ModelNotFoundError, match="diplonews train-quotes CORPUS"):
            load_quote_model(tmp_path / "none.crf")
        (tmp_path / "other.crf").write_bytes(b"lCRF")
        with pytest.raises(ValueError, match="is not a model of quotes"):
            load_quote_model(tmp_path / "other.crf")
        monkeypatch.setitem(sys.modules, "pycrfsuite", None)
        with pytest.raises(ModelNotFoundError) as caught:
            load_quote_model(tmp_path / "none.crf")
        assert str(caught.value) == (
            'the second stage for quotes needs python-crfsuite: python -m pip install "diplonews[crf]"'
        )


class TestReadCorpus:
    """`read_corpus`"""

    def test_polnear_files(self, tmp_path):
        """A text, and a brat file with spans in pieces; the second annotator is passed over."""
        (tmp_path / "text").mkdir()
        (tmp_path / "attributions").mkdir()
        text = "“No,” Vik said. “Never.”"
        (tmp_path / "text" / "a_1.txt").write_text(text, encoding="utf-8")
        standoff = "T1\tSource 6 9\tVik\nT2\tCue 10 14\tsaid\nT3\tContent 0 5;16 24\t“No,” “Never.”\n"
        standoff += "T4\tAttribution 10 14\tsaid\n"
        standoff += "E1\tAttribution:T4 Content:T3 Cue:T2 Source:T1\nE2\tAttribution:T4 Cue:T2\n"
        for annotator in ("ab", "cd"):
            (tmp_path / "attributions" / f"a_1_{annotator}.ann").write_text(standoff, encoding="utf-8")
        (read,) = read_corpus(tmp_path)
        assert read.name == "a_1"
        assert read.attributions == (Marked(source=((6, 9),), cue=((10, 14),), content=((0, 5), (16, 24))),)

    def test_json_lines(self, tmp_path):
        """One article a line."""
        path = tmp_path / "corpus.jsonl"
        marks = {"source": [[0, 3]], "cue": [[4, 8]], "content": [[9, 11]]}
        row = {"doc": "x", "text": "Vik said no.", "attributions": [marks]}
        path.write_text(json.dumps(row) + "\n\n", encoding="utf-8")
        (read,) = read_corpus(path)
        assert read.attributions[0].content == ((9, 11),)

    def test_bad_files(self, tmp_path):
        """A bad line is named."""
        path = tmp_path / "corpus.jsonl"
        path.write_text('{"doc": 1}\n', encoding="utf-8")
        with pytest.raises(ParseError, match="line 1: not an annotated article"):
            list(read_corpus(path))
        (tmp_path / "text").mkdir()
        (tmp_path / "attributions").mkdir()
        (tmp_path / "text" / "a.txt").write_text("x", encoding="utf-8")
        (tmp_path / "attributions" / "a_b.ann").write_text("T1\tSource\tx\n", encoding="utf-8")
        with pytest.raises(ParseError, match="brat: line 1: expected a type and offsets"):
            list(read_corpus(tmp_path))
