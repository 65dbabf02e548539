"""The `diplonews_dates` pipe."""

from __future__ import annotations

import subprocess
import sys
from datetime import UTC, date, datetime

import pytest

from diplonews import components, extract_dates

TEXT = "The envoys met last Tuesday and meet again Oct. 26, a 9 a.m. session."


@pytest.fixture(scope="module")
def nlp():
    spacy = pytest.importorskip("spacy")
    components.register_factories()
    pipeline = spacy.blank("en")
    pipeline.add_pipe("diplonews_dates", config={"anchor": "2021-02-10"})
    return pipeline


class TestDatesPipe:
    """`nlp.add_pipe("diplonews_dates")`."""

    def test_spans_carry_type_and_value(self, nlp):
        """The group of spans is named after the pipe; labels are types, ids are values."""
        doc = nlp(TEXT)
        found = [(span.text, span.label_, span.kb_id_) for span in doc.spans["diplonews_dates"]]
        assert found[0] == ("last Tuesday", "DATE", "2021-02-09")
        assert [text for text, _, _ in found] == ["last Tuesday", "Oct. 26", "9 a.m."]

    def test_findings_are_those_of_extract_dates(self, nlp):
        """`doc._.diplonews.dates` is what the function gives for the same text and anchor."""
        assert nlp(TEXT)._.diplonews.dates == extract_dates(TEXT, anchor=date(2021, 2, 10))

    def test_own_anchor_goes_first(self, nlp):
        """A document's own anchor is used before the pipe's."""
        doc = nlp.make_doc("They met Friday.")
        doc._.diplonews.anchor = date(2020, 1, 1)
        assert nlp(doc)._.diplonews.dates[0].value == "2019-12-27"
        doc._.diplonews.anchor = None
        assert doc._.diplonews.anchor is None

    def test_no_anchor(self):
        """Without an anchor a relative date has no value."""
        spacy = pytest.importorskip("spacy")
        bare = spacy.blank("en")
        bare.add_pipe("diplonews_dates")
        assert bare("They met Friday.")._.diplonews.dates[0].reason == "no anchor"

    def test_survives_bytes(self, nlp):
        """Findings outlive serialization."""
        from spacy.tokens import Doc

        doc = nlp(TEXT)
        again = Doc(nlp.vocab).from_bytes(doc.to_bytes())
        assert again._.diplonews.dates == doc._.diplonews.dates
        assert len(again.spans["diplonews_dates"]) == 3

    def test_runs_over_many(self, nlp):
        """`nlp.pipe` keeps the documents apart."""
        docs = list(nlp.pipe(["Seen on Monday.", "Nothing here."]))
        assert [len(doc._.diplonews.dates) for doc in docs] == [1, 0]
        assert [repr(doc._.diplonews) for doc in docs] == ["<Findings 1 dates>", "<Findings 0 dates>"]

    def test_widens_to_tokens(self, nlp):
        """A span that ends inside a token is widened; the finding keeps its own characters."""
        doc = nlp("The office opens at 9a.m.on Monday.")
        assert all(
            span.start_char <= found.span.start
            for span, found in zip(doc.spans["diplonews_dates"], doc._.diplonews.dates, strict=True)
        )

    def test_anchor_with_time(self):
        """An anchor may have a time of day, in the configuration and on the document."""
        made = components.DatesComponent(None, anchor="2021-02-10T09:00:00+09:00")
        assert made.anchor is not None
        assert made.anchor.isoformat() == "2021-02-10T09:00:00+09:00"
        doc = pytest.importorskip("spacy").blank("en")("They met Friday.")
        for anchor in ("2021-02-10", "2021-02-10T09:00", datetime(2021, 2, 10, 9, tzinfo=UTC)):
            doc._.diplonews.anchor = anchor
            assert made(doc)._.diplonews.dates[0].value == "2021-02-05"
        with pytest.raises(ValueError, match=r"^anchor must be a date"):
            doc._.diplonews.anchor = "Wednesday"


class TestRegistration:
    """How spaCy learns of the pipes."""

    def test_registering_twice(self):
        """Registering again changes nothing."""
        from spacy.language import Language

        components.register_factories()
        components.register_factories()
        assert Language.has_factory("diplonews_dates")

    def test_entry_point_name(self):
        """The name of the entry point gives the factory."""
        assert callable(components.make_dates)

    def test_unknown_name(self):
        """Other names are errors."""
        with pytest.raises(AttributeError, match=r"^module 'diplonews\.components' has no attribute 'make_tea'$"):
            components.make_tea  # noqa: B018 -- the look-up is the test

    def test_import_is_light(self):
        """Importing the module loads no spaCy."""
        probe = "import sys, diplonews.components; print('spacy' in sys.modules)"
        done = subprocess.run([sys.executable, "-c", probe], capture_output=True, text=True, check=True)
        assert done.stdout.strip() == "False"
