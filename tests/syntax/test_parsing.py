"""Loading and running spaCy; blocks and their tokens."""

from __future__ import annotations

from itertools import pairwise

import pytest
import spacy
from hypothesis import given, settings, strategies as st

from diplonews.errors import ModelNotFoundError
from diplonews.model import Article, Region, RegionKind, Span
from diplonews.syntax import layout, parsing as module
from diplonews.syntax.blocks import read_block
from diplonews.syntax.layout import split_paragraphs
from diplonews.syntax.parsing import parse, parse_doc, parsing
from diplonews.syntax.pipeline import check, load


def words_of(block):
    """The words of a block's tokens."""
    return [token.text for token in block.tokens]


class TestLoad:
    """`load`"""

    def test_is_one_object_without_names_and_lemmas(self):
        """The model is loaded once, without what nobody needs."""
        nlp = load()
        assert load() is nlp
        assert {"ner", "lemmatizer"}.isdisjoint(nlp.pipe_names)

    def test_missing_model(self, monkeypatch):
        """Without a model the message is the command that installs one."""
        monkeypatch.setattr(spacy.util, "is_package", lambda _: False)
        with pytest.raises(ModelNotFoundError) as caught:
            load.__wrapped__()
        assert str(caught.value) == (
            'finding quotes, actors and events needs an English spaCy model: python -m pip install "diplonews[model]"'
        )


class TestCheck:
    """`check`"""

    def test_names_the_missing_component(self):
        """A pipeline without a tagger or parser is refused by name."""
        nlp = spacy.blank("en")
        with pytest.raises(ValueError, match=r"^the pipeline has no tagger; it has: nothing$"):
            check(nlp)
        nlp.add_pipe("tagger")
        with pytest.raises(ValueError, match=r"^the pipeline has no parser; it has: tagger$"):
            parse("x", nlp)
        with pytest.raises(TypeError, match="nlp= takes a spaCy pipeline"):
            check("en")


class TestSplitParagraphs:
    """`split_paragraphs`"""

    @given(st.text(alphabet="ab ,.\n", max_size=200))
    def test_covers_all_but_white_space(self, text):
        """The paragraphs are in order, apart, and hold every word."""
        spans = split_paragraphs(text)
        assert all(a.end <= b.start for a, b in pairwise(spans))
        assert "".join("".join(span.of(text).split()) for span in spans) == "".join(text.split())

    def test_wrapped_lines_are_one_paragraph(self):
        """Lines broken off inside a sentence are joined; full lines are not."""
        wrapped = "The minister who had come to the harbour early in the day\nwent home late in the evening."
        assert len(split_paragraphs(wrapped)) == 1
        assert len(split_paragraphs("One line.\nAnother line.")) == 2


class TestParse:
    """`parse`, `parse_doc`, `parsing`"""

    @given(st.text(max_size=60))
    @settings(max_examples=30)
    def test_tokens_slice_to_the_text(self, text):
        """Each token's characters are its word, for any text."""
        for block in parse(text).blocks:
            for token in block.tokens:
                assert block.span.start <= token.start < token.end <= block.span.end
                assert token.left <= token.i <= token.right
                printed = token.span.of(text)
                if printed.isascii() and printed.isprintable():
                    assert token.text == (printed.strip() or " ")

    def test_a_whole_document_gives_the_same_tokens(self):
        """Blocks of one document agree with blocks parsed one by one in words and heads inside."""
        text = "One harbour opened.\n\nAnother harbour closed."
        apart = parse(text)
        joined = parse_doc(load()(text))
        assert [words_of(block) for block in apart.blocks] == [
            [word for word in words_of(block) if word != " "] for block in joined.blocks
        ]
        assert repr(joined) == "<Parsed 2 blocks of 44 characters>"
        assert repr(joined.blocks[0]) == "<Block BODY 0:19>"

    def test_bare_document(self):
        """A document without tags is refused."""
        with pytest.raises(ValueError, match="no TAG annotation: add a tagger"):
            parse_doc(spacy.blank("en")("One harbour."))

    def test_article_parts(self):
        """Headline, deck, captions and paragraphs are read, and nothing else."""
        text = "Head line\nBy Jo\nOne harbour."
        regions = (
            Region(span=Span(0, 9), kind=RegionKind.HEADLINE),
            Region(span=Span(10, 15), kind=RegionKind.BYLINE),
        )
        article = Article(text=text, format="x", regions=regions, paragraphs=(Span(16, 28),))
        assert [block.kind for block in parse(article).blocks] == [RegionKind.HEADLINE, RegionKind.BODY]

    def test_title_case_headline(self):
        """Words that the text prints in small letters are parsed so in a headline."""
        text = "Minister Says Port Reopens Again\n\nThe port says it reopens again."
        block = parse(text).blocks[0]
        assert block.kind is RegionKind.HEADLINE
        assert words_of(block) == ["Minister", "says", "port", "reopens", "again"]

    def test_long_paragraphs_are_cut(self):
        """A paragraph of any length is parsed in pieces that cover it."""
        text = "word " * 9_000 + "x" * 45_000
        blocks = parse(text).blocks
        assert blocks[0].span.start == 0
        assert blocks[-1].span.end == len(text)
        assert all(len(block.span) <= layout.BLOCK_CHARACTERS for block in blocks)

    def test_long_paragraphs_of_a_document_are_cut_alike(self):
        """A document's long paragraphs are read in the same pieces, and a token that a cut goes through once."""
        text = "One harbour opened. " * 600
        doc = load()(text)
        assert [block.span for block in parse_doc(doc).blocks] == [block.span for block in parse(text).blocks]
        doc = load()("One " + "x" * 12_000 + " opened.")
        starts = [token.start for block in parse_doc(doc).blocks for token in block.tokens]
        assert starts == [token.idx for token in doc]

    def test_zones_do_not_nest(self):
        """A zone inside a zone of the same pipeline uses the outer one."""
        with parsing("One harbour.") as outer, parsing("Two harbours.") as inner:
            assert words_of(outer.blocks[0])[0] == "One"
            assert words_of(inner.blocks[0])[0] == "Two"

    def test_words_of_short_texts_are_kept_up_to_a_bound(self, monkeypatch):
        """The vocabulary grows while there is room for all words of a text, and then no more."""
        vocab = load().vocab
        monkeypatch.setattr(module, "KEPT_WORDS", len(vocab) + 33)
        for word, kept in (("Zorvikle", True), ("Fribnox", False)):
            with parsing(f"{word} gadded in old Snarvebu.") as parsed:
                assert words_of(parsed.blocks[0])[0] == word
            assert (word in vocab) is kept

    @given(st.lists(st.sampled_from(["One harbour", " ", "opened,", "\n", "he said. ", '"Yes."']), max_size=12))
    @settings(max_examples=20)
    def test_edges_are_those_of_the_parse(self, parts):
        """The first and last word of each subtree are spaCy's own."""
        doc = load()("".join(parts))
        block = read_block(
            doc,
            first=0,
            last=len(doc),
            printed=doc.text,
            offset=0,
            span=Span(0, len(doc.text)),
            kind=RegionKind.BODY,
            text=doc.text,
        )
        assert [(token.left, token.right) for token in block.tokens] == [
            (token.left_edge.i, token.right_edge.i) for token in doc
        ]

    def test_white_space_is_of_no_word_class(self):
        """Blanks between words have a tag and a label of their own, in every pipeline."""
        (block,) = parse("One harbour  opened.").blocks
        assert (block[2].text, block[2].tag, block[2].dep) == (" ", "_SP", "dep")

    def test_wrong_input(self):
        """Bytes are not text."""
        with pytest.raises(TypeError, match="expected an Article or a str"):
            parse(b"x")

    @given(st.sampled_from(["*", '"', "x", "1", "—", "\ud800", "é", "x-"]), st.integers(1, 2_000))
    @settings(max_examples=25)
    def test_the_parser_s_copy_is_as_long_as_the_text(self, run, count):
        """Endless words are blanked, half characters replaced, and no offset moves."""
        words = f"One {run * count} harbour"
        copy = layout._readable(words)
        assert len(copy) == len(words)
        assert (copy[:4], copy[-8:]) == ("One ", " harbour")
        assert all(len(word) < layout.WORD_CHARACTERS for word in copy.split())
        copy.encode()

    def test_datelines_are_left_out(self):
        """The first paragraph of a plain text begins after its dateline; a speaker's name is not one."""
        for text, first in (
            ("OSLO (AP) — One harbour.", "One"),
            ("OSLO (AP) —", "OSLO"),
            ("HALE: One harbour.", "HALE"),
        ):
            assert words_of(parse(text).blocks[0])[0] == first


def test_a_korean_given_name_is_one_word():
    """`Jae-in` does not end in a preposition, and is printed unchanged."""
    words = words_of(parse("Envoy Bae Jae-in met Anna Vik in Oslo.").blocks[0])
    assert words[:4] == ["Envoy", "Bae", "Jae-in", "met"]
