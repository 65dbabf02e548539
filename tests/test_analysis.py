"""All stages together, and many articles."""

import io
import os
import signal
import sys
import threading
from datetime import date, datetime

import pandas as pd
import polars as pl
import pytest

from diplonews import (
    Analysis,
    Article,
    ReadError,
    Region,
    RegionKind,
    Span,
    Stages,
    WorkerError,
    analyze,
    analyze_many,
    extract_actors,
    extract_dates,
    extract_events,
    extract_quotes,
    parse_article,
)
from diplonews.analysis import Work
from diplonews.syntax.pipeline import load


class Screen(io.StringIO):
    """The output, on a terminal or not."""

    def __init__(self, *, is_terminal):
        super().__init__()
        self.isatty = lambda: is_terminal


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

    @pytest.mark.parametrize("anchor", ["2020-01-01", "2020-01-01T23:00Z", datetime(2020, 1, 1, 9)])
    def test_an_anchor_goes_before_the_article_s_own_in_all_stages(self, anchor):
        seen = []

        def quotes(work: Work) -> tuple[()]:
            seen.append((work.source.anchor, work.parsed.article.anchor))
            return ()

        article = parse_article("LIMA, May 8, 2024 (Reuters) - " + TEXT)
        assert article.anchor == ANCHOR
        found = analyze(article, anchor=anchor, stages=Stages(quotes=quotes))
        assert seen == [(date(2020, 1, 1), date(2020, 1, 1))]
        assert [expression.value for expression in found.dates] == ["2019-12-30"]
        assert [event.when.value for event in found.events[:1]] == ["2019-12-30"]
        assert found.article.anchor == date(2020, 1, 1)
        assert found.article.evidence[-1].field == "anchor"
        assert found.events == extract_events(article, anchor=anchor)
        assert found.actors == extract_actors(article, anchor=anchor)
        assert found.dates == extract_dates(article, anchor=anchor)

    def test_the_anchor_of_a_text_is_kept(self):
        assert analyze(TEXT, anchor=ANCHOR).article.anchor == ANCHOR

    def test_the_id_is_the_article_s_identifier(self):
        article = parse_article(TEXT, identifier="urn:1")
        assert (analyze(article).id, analyze(TEXT).id) == ("urn:1", "")

    def test_findings_have_words_and_ids(self):
        text = '"We regret it," Envoy Ann Rowe said. ' + TEXT
        found = analyze(text)
        assert found.events[0].text == "Chile expelled two Peruvian envoys on Monday."
        assert found.events[0].trigger_words()[0] == "expelled"
        assert [quote.text for quote in found.quotes] == ['"We regret it,"']
        ids = [finding.id for finding in (*found.events, *found.quotes)]
        assert len(set(ids)) == len(ids) > 1
        again = analyze(parse_article(text, identifier="urn:1"))
        assert {finding.id for finding in (*again.events, *again.quotes)}.isdisjoint(ids)
        same = (*extract_events(text), *extract_quotes(text))
        assert [finding.id for finding in same] == ids

    def test_a_repeated_quote_has_an_id_of_its_own(self):
        paragraph = '"The harbour stays closed until the spring," Envoy Ann Rowe of Norland said.'
        found = analyze(parse_article(f"Envoy speaks\n\nOSLO (Reuters) - Talks ended.\n\n{paragraph}\n\n{paragraph}\n"))
        first, again = found.quotes
        assert again.duplicate_of == first.content
        assert (first.text, first.id != again.id) == (again.text, True)

    @pytest.mark.parametrize("wrong", [7, b"Peru.", [TEXT]])
    def test_a_wrong_argument_is_a_type_error(self, wrong):
        with pytest.raises(TypeError, match="analyze_many takes a list"):
            analyze(wrong)

    @pytest.mark.parametrize("stage", [analyze, extract_dates, extract_quotes, extract_actors, extract_events])
    def test_a_wrong_anchor_is_refused_by_every_stage(self, stage):
        with pytest.raises(ValueError, match=r"^anchor must be a date, a datetime or ISO 8601 text such as"):
            stage(TEXT, anchor="Monday")
        with pytest.raises(TypeError, match=r"^anchor must be a date, a datetime or ISO 8601 text such as"):
            stage(TEXT, anchor=20240508)


def broken(work: Work) -> tuple[()]:
    """A stage that fails for one text."""
    if "Peru" in work.parsed.text:
        raise RuntimeError("no Peru today")
    return ()


def deadly(work: Work) -> tuple[()]:
    """A stage that kills its process over one text."""
    if "Peru" in work.parsed.text:
        os.kill(os.getpid(), signal.SIGKILL)
    return ()


def article(text: str, identifier: str | None = None) -> Article:
    """An article of one paragraph."""
    return Article(text=text, format="x", identifier=identifier, paragraphs=(Span(0, len(text)),))


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

    @pytest.mark.skipif(sys.platform != "linux", reason="forks")
    def test_forked_processes_share_one_model(self, monkeypatch, tmp_path):
        """It is loaded once, in this process."""
        log = tmp_path / "log"

        def quicken(_: object) -> None:
            with log.open("a") as file:
                file.write(f"{os.getpid()}\n")

        monkeypatch.setattr("diplonews.syntax.pipeline.quicken", quicken)
        load.cache_clear()
        try:
            assert len(list(analyze_many(["Oslo rebuked Riga."] * 4, workers=2))) == 4
        finally:
            load.cache_clear()
        assert log.read_text().split() == [str(os.getpid())]

    def test_a_wrong_pipeline_is_the_fault_of_each_article(self):
        """With several processes as with one."""
        found = [
            [found.error for found in analyze_many(["It rained."] * 2, workers=workers, nlp=7, on_error="yield")]
            for workers in (1, 2)
        ]
        assert found == [["TypeError: nlp= takes a spaCy pipeline (got 7)"] * 2] * 2

    def test_processes_that_start_afresh_give_the_same(self):
        texts = ["Chile sanctioned Peru.", "Envoy Jens Holm said the talks had failed.", TEXT] * 3
        let_go = threading.Event()
        beside = threading.Thread(target=let_go.wait)
        beside.start()
        try:
            found = list(analyze_many(texts, workers=2))
        finally:
            let_go.set()
            beside.join()
        assert found == list(analyze_many(texts))

    @pytest.mark.parametrize("workers", [1, 2])
    def test_each_has_its_identifier_or_its_number(self, workers):
        stream = [
            article("It rained.", "urn:1"),
            article("It rained."),
            "It rained.",
            article("Peru.", "urn:2"),
            "Peru.",
        ]
        found = analyze_many(stream, workers=workers, on_error="yield", stages=Stages(events=broken))
        assert [(analysis.id, analysis.error) for analysis in found] == [
            ("urn:1", None),
            ("1", None),
            ("2", None),
            ("urn:2", "RuntimeError: no Peru today"),
            ("4", "RuntimeError: no Peru today"),
        ]

    @pytest.mark.skipif(sys.platform != "linux", reason="forks")
    def test_an_article_that_kills_its_worker_follows_the_policy(self):
        stream = ["It rained.", article("Peru.", "urn:1"), *["It rained."] * 20]
        stages = Stages(events=deadly)
        message = "article 1 (urn:1): the process that worked on it was killed by SIGKILL"
        found = list(analyze_many(stream, workers=2, on_error="yield", stages=stages))
        assert [analysis.id for analysis in found] == ["0", "urn:1", *map(str, range(2, 22))]
        assert [analysis.error for analysis in found] == [None, f"WorkerError: {message}", *[None] * 20]
        found = list(analyze_many(stream, workers=2, on_error="skip", stages=stages))
        assert [analysis.id for analysis in found] == ["0", *map(str, range(2, 22))]
        with pytest.raises(WorkerError) as caught:
            list(analyze_many(stream, workers=2, stages=stages))
        assert str(caught.value) == message

    def test_a_fault_in_a_process_follows_the_policy(self):
        texts = ["Peru.", "It rained."]
        stages = Stages(events=broken)
        assert [found.error for found in analyze_many(texts, workers=2, on_error="yield", stages=stages)] == [
            "RuntimeError: no Peru today",
            None,
        ]

    def test_raise_notes_the_number_and_the_identifier(self):
        with pytest.raises(RuntimeError) as caught:
            list(analyze_many(["It rained.", article("Peru.", "urn:1")], stages=Stages(events=broken)))
        assert caught.value.__notes__ == ["article 1 (urn:1)"]

    def test_skip_and_yield(self):
        stages = Stages(events=broken)
        texts = ["Peru.", "It rained."]
        assert [found.article.text for found in analyze_many(texts, on_error="skip", stages=stages)] == ["It rained."]
        first, second = analyze_many(texts, on_error="yield", stages=stages)
        assert isinstance(first, Analysis)
        assert (first.error, first.events, second.error) == ("RuntimeError: no Peru today", (), None)

    def test_what_is_skipped_is_logged(self, caplog):
        list(analyze_many(["Peru.", "It rained."], on_error="skip", stages=Stages(events=broken)))
        assert [(record.name, record.getMessage()) for record in caplog.records] == [
            ("diplonews", "left out: article 0: RuntimeError: no Peru today")
        ]

    @pytest.mark.parametrize("workers", [1, 2])
    def test_what_could_not_be_read_is_an_article_that_fails(self, workers):
        """The errors of `iter_articles(..., on_error="yield")` keep their place in the stream."""
        stream = ["It rained.", ReadError("cut off", place="b.xml"), "It rained."]
        found = analyze_many(stream, workers=workers, on_error="yield")
        assert [(analysis.id, analysis.error) for analysis in found] == [
            ("0", None),
            ("b.xml", "ReadError: b.xml: cut off"),
            ("2", None),
        ]
        assert len(list(analyze_many(stream, workers=workers, on_error="skip"))) == 2
        with pytest.raises(ReadError, match=r"b\.xml: cut off") as caught:
            list(analyze_many(stream, workers=workers))
        assert caught.value.place == "b.xml"

    @pytest.mark.parametrize("workers", [1, 2])
    @pytest.mark.parametrize(("is_terminal", "is_sized"), [(True, True), (True, False), (False, True)])
    def test_progress(self, monkeypatch, workers, is_terminal, is_sized):
        """On a terminal the articles are counted, of how many if that is known; elsewhere nothing is printed."""
        shown = Screen(is_terminal=is_terminal)
        monkeypatch.setattr("sys.stderr", shown)
        texts = ["It rained.", "Peru.", "It rained."]
        stages = Stages(events=broken)
        source = texts if is_sized else iter(texts)
        found = list(analyze_many(source, workers=workers, on_error="skip", stages=stages, progress=True))
        assert found == list(analyze_many(texts, on_error="skip", stages=stages))
        last = shown.getvalue().replace("\n", "").rpartition("\r")[2]
        if not is_terminal:
            assert shown.getvalue() == ""
        elif is_sized:
            assert "3/3" in last
        else:
            assert last.startswith("3 articles")

    @pytest.mark.parametrize("one", [TEXT, TEXT.encode(), Article(text=TEXT, format="x")])
    def test_one_text_is_not_many(self, one):
        with pytest.raises(TypeError) as caught:
            analyze_many(one)
        assert str(caught.value) == (
            "analyze_many takes a list or another iterable of articles or texts "
            f"(got one {type(one).__name__}); analyze takes a single one"
        )

    @pytest.mark.parametrize("rows", [pd.DataFrame({"text": [TEXT]}), pl.DataFrame({"text": [TEXT]}), {"text": TEXT}])
    def test_names_of_columns_are_no_texts(self, rows):
        with pytest.raises(TypeError, match=r"\(got \w+\); iter_articles reads frames and dicts$"):
            analyze_many(rows)

    def test_a_wrong_argument_is_refused_at_once(self):
        with pytest.raises(ValueError, match="workers must be 1 or more"):
            analyze_many([], workers=0)
        with pytest.raises(ValueError, match="on_error must be one of raise, skip, yield"):
            analyze_many([], on_error="shrug")
