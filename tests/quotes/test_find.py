"""What always holds of quotes."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import example, given, settings, strategies as st

import diplonews as dn
from diplonews import extract_quotes
from diplonews.model import Article, QuoteKind, Region, RegionKind, Span
from diplonews.quotes.extract import find_quotes
from diplonews.syntax.blocks import Block
from diplonews.syntax.parsing import parse
from diplonews.syntax.pipeline import load

WORDS = st.sampled_from(
    [
        *("Anna", "Vik", "said", "told", "reporters", "that", "the", "ministry", "port", "he", "they", "who", "US"),
        *("according", "to", "was", "quoted", "by", "as", "saying", "and", "adding", "claim", "its", "asked", "denied"),
        *(
            '"',
            "“",
            "”",
            "''",
            "'",
            "‘",
            "’",
            ",",
            ".",
            ":",
            "—",
            "-",
            "(",
            ")",
            "?",
            "\n\n",
            "\n",
            "  ",
            "called",
            "for",
        ),
    ]
)
SOUP = st.lists(WORDS, max_size=40).map(" ".join)


def parts(quote):
    """Every span of a quote."""
    found = [*quote.content, *quote.cue, *quote.evidence.spans]
    return found + [span for span in (quote.source, quote.audience, quote.via) if span is not None]


class TestExtractQuotes:
    """`extract_quotes`"""

    @given(st.one_of(SOUP, st.text(max_size=80)))
    @settings(max_examples=40)
    @example("")
    @example("\ud800 said")
    @example("\0")
    @example('"' * 50)
    @example("Vik: ")
    @example(": said")
    def test_any_text_gives_quotes_inside_it(self, text):
        """Nothing raises; spans lie in the text, contents are in order, cues are in order, it is repeatable."""
        quotes = extract_quotes(text)
        for quote in quotes:
            assert all(0 <= span.start < span.end <= len(text) for span in parts(quote))
            assert list(quote.content) == sorted(quote.content, key=lambda span: span.start)
        starts = [quote.cue[0].start for quote in quotes]
        assert starts == sorted(starts)
        assert extract_quotes(text) == quotes

    @given(SOUP)
    @settings(max_examples=20)
    def test_round_trip(self, text):
        """Every quote survives the way to a dict and back."""
        for quote in extract_quotes(text):
            assert dn.from_dict(dn.Quote, dn.to_dict(quote)) == quote

    def test_a_paragraph_added_before_moves_the_spans_only(self):
        """The same quotes are found, further on."""
        text = '"We lost," Anna Vik said.'
        added = "The weather was fine in March.\n\n"
        before, after = extract_quotes(text), extract_quotes(added + text)
        assert [Span(s.start + len(added), s.end + len(added)) for s in before[0].content] == list(after[0].content)

    def test_kinds(self):
        """All, some or none of the content is between marks."""
        texts = ('"No," Vik said.', 'Vik said it was "absurd" to go.', "Vik said it was late.")
        kinds = [extract_quotes(text)[0].kind for text in texts]
        assert kinds == [QuoteKind.DIRECT, QuoteKind.MIXED, QuoteKind.INDIRECT]

    def test_article(self):
        """Headline, deck, captions and paragraphs are read; a repeated paragraph gives its quotes again."""
        text = 'Port Reopens: Vik\n"We won," Anna Vik said.\nshe waved\n"We won," Anna Vik said.'
        lines = [Span(0, 17), Span(18, 42), Span(43, 52), Span(53, 77)]
        kinds = [RegionKind.HEADLINE, RegionKind.BODY, RegionKind.CAPTION, RegionKind.DUPLICATE]
        first = (None, None, None, lines[1])
        regions = [Region(span=s, kind=k, duplicate_of=d) for s, k, d in zip(lines, kinds, first, strict=True)]
        article = Article(text=text, format="test", regions=tuple(regions), paragraphs=(lines[1],))
        headline, first, again = extract_quotes(article)
        assert headline.speaker.name == "Anna Vik"
        assert (first.duplicate_of, again.duplicate_of) == (None, first.content)
        assert again.content[0].of(text) == '"We won,"'
        assert again.source.start == first.source.start + 35

    def test_a_repetition_with_other_words_is_left_out(self):
        """Where the repeated stretch differs nothing is mapped; nor without an original."""
        text = "Anna Vik said no.\nAnna Vik said No."
        for first in (Span(0, 17), None):
            region = Region(span=Span(18, 35), kind=RegionKind.DUPLICATE, duplicate_of=first)
            article = Article(text=text, format="test", regions=(region,), paragraphs=(Span(0, 17),))
            assert all(quote.duplicate_of is None for quote in extract_quotes(article))

    def test_doc_and_nlp(self):
        """A parse that is there already gives the same quotes as running the pipeline."""
        text = '"We won," Anna Vik said.\n\nThe port is open, she added.'
        nlp = load()
        quotes = extract_quotes(text, nlp=nlp, anchor=date(2020, 1, 1))
        assert find_quotes(parse(text)) == quotes
        assert [q.cue for q in extract_quotes(text, doc=nlp(text))] == [q.cue for q in quotes]
        with pytest.raises(ValueError, match="another text"):
            extract_quotes("other", doc=nlp(text))

    def test_wrong_input(self):
        """Anything but an article or text is refused at once."""
        with pytest.raises(TypeError, match="Article or a str"):
            extract_quotes(12)

    @pytest.mark.parametrize("run", [*"\"'“”()[]—-a1.$%é…😀\ud800\u200b", "''", "x'", "a-", "X:", "said ", "\t", "\n"])
    def test_hostile_runs_are_bounded(self, run):
        """Twenty thousand characters of one sign, or of one word, are read at once."""
        text = (run * 20_000)[:20_000]
        extract_quotes(text)

    @pytest.mark.slow
    @pytest.mark.parametrize("run", ['"Go," he said. ', "“a” ", "a, ", ": ", "— ", "Ab Cd met. He "])
    def test_dense_runs_are_linear(self, run):
        """Many short tokens cost what the parser takes for them."""
        text = run * (20_000 // len(run))
        extract_quotes(text)

    def test_quotations_are_measured_once(self, monkeypatch):
        """However many verbs of saying are among them, each quotation of a block is examined once."""
        measured = []
        real = Block._is_small
        monkeypatch.setattr(Block, "_is_small", lambda view, piece: measured.append(piece) or real(view, piece))
        extract_quotes('"a" said ' * 60)
        assert len(measured) == len(set(measured)) == 60

    def test_a_run_spoils_nothing_around_it(self):
        """The words before and after a run of signs are found in their place."""
        text = '"We won," Anna Vik said.' + "*" * 5_000 + "\n\nThe port \ud83d is open, she said.\n\n" + "x" * 5_000
        first, second = extract_quotes(text)
        assert first.content[0].of(text) == '"We won,"'
        assert second.content[0].of(text) == "The port \ud83d is open"

    @pytest.mark.parametrize(
        ("text", "content"),
        [
            ("OSLO — The pier is old, Vik said.", "The pier is old"),
            ('OSLO, May 3 (Reuters) - "The pier is old," Vik said.', '"The pier is old,"'),
            ("Harbour news\n\nBERGEN (AP) — In May the pier broke, Vik said.\n\nIt rained.", "In May the pier broke"),
        ],
    )
    def test_a_dateline_is_not_speech(self, text, content):
        """In plain text the first paragraph begins after its dateline."""
        (quote,) = extract_quotes(text)
        assert quote.content[0].of(text) == content
        assert quote.speaker.name == "Vik"
