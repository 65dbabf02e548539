"""All stages together, and many articles."""

from datetime import date

import pytest

from diplonews import (
    Analysis,
    Article,
    Region,
    RegionKind,
    Span,
    analyze,
    analyze_many,
    extract_actors,
    extract_dates,
    extract_events,
)
from diplonews.analysis import Stages, Work

TEXT = "Chile expelled two Peruvian envoys on Monday. Peru protested."
ANCHOR = date(2024, 5, 8)


class TestAnalyze:
    def test_it_finds_what_the_stages_find_alone(self):
        found = analyze(TEXT, anchor=ANCHOR)
        assert found.dates == extract_dates(TEXT, anchor=ANCHOR)
        assert found.actors == extract_actors(TEXT, anchor=ANCHOR)
        assert found.events == extract_events(TEXT, anchor=ANCHOR)
        assert (found.article.text, found.article.format, found.error) == (TEXT, "text", None)

    def test_an_article_is_kept(self):
        whole = Span(0, len(TEXT))
        regions = (Region(span=whole, kind=RegionKind.BODY),)
        article = Article(text=TEXT, format="x", regions=regions, paragraphs=(whole,), anchor=ANCHOR)
        found = analyze(article)
        assert found.article is article
        assert found.events[0].when.value == "2024-05-06"

    def test_a_stage_can_be_replaced_and_the_next_ones_get_what_it_found(self):
        seen = []

        def events(work: Work) -> tuple[()]:
            seen.append((work.dates, work.quotes))
            return ()

        found = analyze(TEXT, anchor=ANCHOR, stages=Stages(quotes=lambda work: (), events=events))
        assert (found.quotes, found.events) == ((), ())
        assert seen == [(found.dates, ())]

    def test_a_wrong_argument_is_a_type_error(self):
        with pytest.raises(TypeError):
            analyze(7)


def broken(work: Work) -> tuple[()]:
    """A stage that fails for one text."""
    if "Peru" in work.parsed.text:
        raise RuntimeError("no Peru today")
    return ()


class TestAnalyzeMany:
    def test_it_is_lazy_and_in_order(self):
        taken = []

        def stream():
            for text in ("Chile sanctioned Peru.", "It rained.", "Peru praised Chile."):
                taken.append(text)
                yield text

        results = analyze_many(stream())
        assert taken == []
        assert len(next(results).events) == 1
        assert len(taken) == 1
        assert [len(found.events) for found in results] == [0, 1]

    def test_processes_give_the_same_in_the_same_order(self):
        texts = ["Chile sanctioned Peru.", "It rained.", "Peru praised Chile."] * 4
        assert list(analyze_many(texts, workers=2)) == list(analyze_many(texts))

    def test_a_fault_in_a_process_follows_the_policy(self):
        texts = ["Peru.", "It rained."]
        stages = Stages(events=broken)
        assert [found.error for found in analyze_many(texts, workers=2, on_error="yield", stages=stages)] == [
            "RuntimeError: no Peru today",
            None,
        ]

    def test_raise_notes_the_number_and_the_identifier(self):
        article = Article(text="Peru.", format="x", identifier="urn:1", paragraphs=(Span(0, 5),))
        with pytest.raises(RuntimeError) as caught:
            list(analyze_many(["It rained.", article], stages=Stages(events=broken)))
        assert caught.value.__notes__ == ["article 1 (urn:1)"]

    def test_skip_and_yield(self):
        stages = Stages(events=broken)
        texts = ["Peru.", "It rained."]
        assert [found.article.text for found in analyze_many(texts, on_error="skip", stages=stages)] == ["It rained."]
        first, second = analyze_many(texts, on_error="yield", stages=stages)
        assert isinstance(first, Analysis)
        assert (first.error, first.events, second.error) == ("RuntimeError: no Peru today", (), None)

    def test_a_wrong_argument_is_refused_at_once(self):
        with pytest.raises(ValueError, match="workers must be 1 or more"):
            analyze_many([], workers=0)
        with pytest.raises(ValueError, match="on_error must be one of raise, skip, yield"):
            analyze_many([], on_error="shrug")
