"""What holds of every quote, whatever the text is made of."""

import pytest
from hypothesis import example, given, strategies as st

from diplonews import extract_quotes

MARKS = ['"', "“", "”", "'", "‘", "’", "«", "»", "„", "``", "''", "“No,”", '"Yes."', '"I']
SIGNS = [",", ".", "?", ":", ";", "—", "(", ")", "…", "\n", "\n\n"]
VERBS = ["said", "told", "told reporters", "was quoted as saying", "according to", "ruled out", "says", "asked"]
NAMES = ["Anna Vik", "Vik:", "he", "they", "the ministry", "Minister Holm", "Oslo", "Reuters", "a spokesman", "who"]
WORDS = ["that", "to", "by", "of war", "as", "it", "and", "not", "will sail at six", "the port is open", "out"]
PIECES = st.tuples(st.sampled_from([*MARKS, *SIGNS, *VERBS, *NAMES, *WORDS]), st.sampled_from([" ", " ", " ", ""]))
TEXTS = st.lists(PIECES, max_size=40).map(lambda pieces: "".join(word + blank for word, blank in pieces))


def spans_of(quote):
    """Content, cue and source."""
    return [*quote.content, *quote.cue, *([quote.source] if quote.source is not None else [])]


@given(TEXTS)
@example("Vik has effectively ruled that out.")
@example("says Vik: would urge he «")
@example(" “No,” reporters who told reporters")
@example("was quoted by he Reuters as saying “No,”")
@example("was quoted Oslo “ says on Monday Anna Vik.» who quoted— ) spokesman ' ... Oslo \" urged")
def test_the_parts_of_a_quote_are_apart(text):
    """No character is in two of content, cue and source; none of them is empty, and pieces are in text order."""
    quotes = extract_quotes(text)
    for quote in quotes:
        spans = spans_of(quote)
        assert quote.content
        assert all(0 <= span.start < span.end <= len(text) for span in spans)
        assert list(quote.content) == sorted(quote.content, key=lambda span: span.start)
        assert list(quote.cue) == sorted(quote.cue, key=lambda span: span.start)
        characters = [i for span in spans for i in range(span.start, span.end)]
        assert len(characters) == len(set(characters))
        others = [other for other in (quote.audience, quote.via) if other is not None]
        assert not any(other.overlaps(span) for other in others for span in (*quote.cue, quote.source) if span)
    assert [quote.cue[0].start for quote in quotes] == sorted(quote.cue[0].start for quote in quotes)
    assert len({(quote.content, quote.cue) for quote in quotes}) == len(quotes)


@pytest.mark.parametrize(
    ("text", "content", "cue", "source"),
    [
        ("Officials have effectively ruled that out.", ["that out"], ["have effectively ruled"], "Officials"),
        ("“We sail at six,” told reporters.", ["“We sail at six,”"], ["told"], None),
        ("There is no law requiring captains to disclose it.", ["it"], ["to disclose"], "captains"),
    ],
)
def test_a_word_is_of_one_part(text, content, cue, source):
    """A particle in the content is the content's, a verb in the source the cue's; who hears it does not say it."""
    (quote,) = extract_quotes(text)
    assert [span.of(text) for span in quote.content] == content
    assert [span.of(text) for span in quote.cue] == cue
    assert (quote.source.of(text) if quote.source is not None else None) == source
