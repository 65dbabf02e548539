"""The pipe `diplonews_quotes`."""

from __future__ import annotations

import pytest

from diplonews.components import register_factories
from diplonews.syntax.pipeline import MODELS


@pytest.fixture(scope="module")
def pipeline():
    """The English model with the pipe at its end."""
    import spacy

    register_factories()
    name = next(name for name in MODELS if spacy.util.is_package(name))
    nlp = spacy.load(name, exclude=["ner", "lemmatizer"])
    nlp.add_pipe("diplonews_quotes")
    return nlp


class TestQuotesComponent:
    """`QuotesComponent`"""

    def test_spans_and_findings(self, pipeline):
        """Contents are spans with kind and speaker; the quotes are kept as they are."""
        doc = pipeline('"We won," Anna Vik said.\n\nShe said the port was open.')
        spans = doc.spans["diplonews_quotes"]
        assert [(span.text, span.label_, span.kb_id_) for span in spans] == [
            ('"We won,"', "DIRECT", "Anna Vik"),
            ("the port was open", "INDIRECT", "Anna Vik"),
        ]
        assert [quote.cue[0].of(doc.text) for quote in doc._.diplonews.quotes] == ["said", "said"]

    def test_needs_a_parse(self):
        """Without tags the pipe says what is missing."""
        import spacy

        register_factories()
        nlp = spacy.blank("en")
        nlp.add_pipe("diplonews_quotes")
        with pytest.raises(ValueError, match="no TAG annotation: add a tagger"):
            nlp("Vik said no.")
