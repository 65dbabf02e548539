"""When, where, who says so, the object, modes, duplicates, scores, explanations, tables of a user, any text."""

from datetime import date

import attrs
import pytest
from hypothesis import example, given, settings, strategies as st
from support import ANCHOR, brief, code

from diplonews import (
    Article,
    Event,
    EventStatus,
    EventType,
    Evidence,
    LexiconError,
    Span,
    explain,
    extract_events,
    from_dict,
    to_dict,
)
from diplonews.lexicons.tables import default_tables
from diplonews.model import Actor


def events(text: str, **options: object) -> tuple[Event, ...]:
    return extract_events(text, anchor=ANCHOR, **options)


class TestWhen:
    @pytest.mark.parametrize(
        ("text", "value"),
        [
            ("Chile expelled two Peruvian envoys on Monday.", "2024-05-06"),
            ("Chile said on Tuesday that it had expelled two Peruvian envoys on Monday.", "2024-05-06"),
            ("Chile denounced Peru, which had praised Togo in 2011.", None),
            ("Relations cooled in 2019, when Chile imposed tariffs on Peru.", "2019"),
            ("Chile will work to promote cooperation with Peru, an envoy said on Tuesday.", None),
            ("Chile expelled two Peruvian envoys.", None),
            ("Chile condemned Peru early on Monday.", "2024-05-06"),
            ("Chile has blockaded Peru since as early as March.", None),
            ("Chile's talks with Peru, held on May 3 in Lima, were long.", "2024-05-03"),
            ("Talks on the treaty of 2004 between Chile and Peru opened on Monday.", "2024-05-06"),
            ("Chile recalled its envoy from Peru when Bolivia condemned Cuba on Monday.", None),
        ],
    )
    def test_the_date_that_the_events_words_govern(self, text, value):
        found = [event for event in events(text) if event.actors[0].code == "CHL"]
        assert [event.when.value if event.when else None for event in found] == [value]

    def test_without_a_date_the_reason_is_given(self):
        (event,) = events("Chile expelled two Peruvian envoys.")
        assert event.when is None
        assert "no date" in event.evidence.detail

    def test_a_later_day_from_which_it_holds(self):
        (event,) = events("Chile imposed tariffs on Peru effective from June 1.")
        assert (event.when, event.effective.value) == (None, "2024-06-01")

    def test_old_dates_and_looks_back_are_background(self):
        found = {
            brief(event): event.historical
            for event in events("Chile rebuked Peru on Monday after Togo had expelled envoys of Benin.")
        }
        assert found["ACCUSE CHL>PER ACTUAL"] is False
        assert found["SANCTION TGO>BEN ACTUAL"] is True
        (old,) = events("In 1998, Chile expelled two Peruvian envoys.")
        assert old.historical
        (since,) = events("Since expelling a Peruvian envoy, Chile has kept silent.")
        assert since.historical

    def test_the_present_tense_with_a_day_to_come_is_a_plan(self):
        (event,) = events("The Chilean premier visits Peru next week.")
        assert brief(event) == "AGREE CHL>PER PLANNED"
        assert event.when.value == "2024-W20"
        assert "status.day_to_come" in event.evidence.detail
        (ban,) = events("Chile bans Peruvian fish from June 1.")
        assert ban.status.name == "ACTUAL"

    @pytest.mark.parametrize(
        ("text", "told"),
        [
            ("The choir sang ahead of June 21 talks between Fiji and Tonga.", "AGREE FJI=TON PLANNED"),
            ("The choir sang after May 2 talks between Fiji and Tonga.", "CONSULT FJI=TON ACTUAL"),
        ],
    )
    def test_a_meeting_on_a_day_to_come_is_planned(self, text, told):
        """The choir sings on May 8."""
        assert code(text) == [told]

    def test_a_meeting_takes_the_date_of_another_mention(self):
        text = "The talks between Fiji and Tonga took place in Apia. Monday's meeting was long."
        assert {event.when.value for event in events(text)} == {"2024-05-06"}

    def test_a_statement_takes_the_date_of_the_speech(self):
        text = 'Chile rebuked Peru on Monday, a Chilean envoy said on Tuesday. "We condemn Peru," the envoy said.'
        assert [event.when.value for event in events(text)][1:] == ["2024-05-07"]


class TestPlaceAndSpeaker:
    def test_a_city_after_in_is_a_place_and_no_party(self):
        (event,) = events("Finnish and Danish envoys met in Riga.")
        assert (event.place.name, event.place.country) == ("Riga", "LVA")

    @pytest.mark.parametrize(
        ("text", "kind", "name", "role", "country"),
        [
            ("Chile sanctioned Peru, the Kremlin said.", "ORGANIZATION", "the Kremlin", None, "RUS"),
            ("Chile sanctioned Peru, a Danish official said.", "ANONYMOUS", None, "a Danish official", "DNK"),
            ("Chile sanctioned Peru, a report said.", "DOCUMENT", None, "a report", None),
            ("Chile sanctioned Peru, Emmanuel Macron said.", "PERSON", "Emmanuel Macron", "president", "FRA"),
        ],
    )
    def test_who_says_so(self, text, kind, name, role, country):
        speaker = events(text)[0].speaker
        assert (speaker.type.name, speaker.name, speaker.role, speaker.country) == (kind, name, role, country)

    def test_the_object_is_the_measure(self):
        text = "Chile imposed strict import tariffs on Peru."
        assert events(text)[0].object.of(text) == "strict import tariffs"


class TestModes:
    @pytest.mark.parametrize(
        ("text", "mode"),
        [
            ("The leaders of Peru and Chile spoke by phone.", "phone"),
            ("Peru, Chile and Fiji held talks.", "multilateral"),
            ("Peru's president visited Chile.", "visit"),
            ("Peru mediated between Chile and Fiji.", "third-party"),
            ("Mali expelled three Danish diplomats.", "expel"),
        ],
    )
    def test_mode(self, text, mode):
        assert events(text)[0].modes == (mode,)


class TestDuplicates:
    def test_a_later_mention_points_to_the_first(self):
        text = "Peru and Chile agreed to share water. Peru and Chile agreed on Monday to share more water."
        first, second = events(text)
        assert first.duplicate_of is None
        assert second.duplicate_of == first.sentence
        assert first.when.value == "2024-05-06"
        assert "another mention" in first.evidence.detail

    def test_other_days_other_objects_and_plans_are_other_events(self):
        text = (
            "Chile imposed tariffs on Peru in 2019. Chile imposed tariffs on Peru on Monday. "
            "Chile imposed an embargo on Peru."
        )
        assert [event.duplicate_of for event in events(text)] == [None, None, None]


class TestMemory:
    def test_persons_pronouns_groups_and_epithets(self):
        text = (
            "French President Louis Morel met Peruvian Foreign Minister Ana Quispe on Monday.\n\n"
            "Morel thanked Peru.\n\nThe two ministers agreed to talk again.\n\nHe also praised Chile."
        )
        assert code(text) == [
            "CONSULT FRA=PER ACTUAL",
            "SUPPORT FRA>PER ACTUAL",
            "AGREE FRA=PER ACTUAL",
            "SUPPORT FRA>CHL ACTUAL",
        ]

    def test_a_bare_minister_of_a_national_outlet(self):
        text = "Foreign Minister Ana Quispe rebuked Chile."
        article = Article(text=text, format="x", outlet="The Korea Herald", paragraphs=(Span(0, len(text)),))
        assert [brief(event) for event in extract_events(article)] == ["ACCUSE KOR>CHL ACTUAL"]

    def test_its_two_allies_are_the_other_two(self):
        text = "Japan and Chile are at odds. The United States urged its two allies to talk."
        assert code(text) == ["REQUEST USA>JPN,CHL ACTUAL"]

    def test_what_the_text_does_not_say_is_not_guessed(self):
        assert code("Both sides met.") == []


class TestScores:
    def test_all_numbers_of_an_event(self):
        event = Event(
            type=EventType.AID, contexts=("military",), trigger=(), sentence=Span(0, 1), evidence=Evidence(rule="x")
        )
        assert (event.quad, event.score, event.cameo, event.goldstein) == (2, 10.0, "072", 8.3)

    @pytest.mark.parametrize(
        ("symmetric", "actors", "recipients", "pairs"),
        [
            (True, "AB", "", [("A", "B"), ("B", "A")]),
            (False, "A", "BC", [("A", "B"), ("A", "C")]),
            (False, "AB", "", [("A", None), ("B", None)]),
        ],
    )
    def test_dyads(self, symmetric, actors, recipients, pairs):
        event = Event(
            type=EventType.AID,
            symmetric=symmetric,
            actors=tuple(Actor(code=c) for c in actors),
            recipients=tuple(Actor(code=c) for c in recipients),
            trigger=(),
            sentence=Span(0, 1),
            evidence=Evidence(rule="x"),
        )
        assert [(a.code, b and b.code) for a, b in event.dyads()] == pairs


class TestExplain:
    def test_it_quotes_the_trigger_and_gives_status_date_and_speaker(self):
        text = "Chile expelled two Peruvian envoys on Monday, the Kremlin said."
        told = explain(events(text)[0], text)
        for part in (
            "'expelled'",
            "CHL (by name)",
            "PER (by the adjective",
            "reported as a fact",
            "2024-05-06",
            "the Kremlin",
        ):
            assert part in told

    def test_it_gives_missing_parties_and_repeats(self):
        (test,) = events("Peru tested a missile.")
        assert "no recipient" in explain(test)
        first, again = events("Chile condemned Peru on Monday. Chile condemned Peru on Monday, an aide said.")
        assert "repeats an earlier mention" not in explain(first)
        assert "repeats an earlier mention" in explain(again)

    @pytest.mark.parametrize(
        ("text", "status"),
        [
            ("Chile may sanction Peru.", "only possible"),
            ("Chile did not sanction Peru.", "negated"),
            ("Reports that Chile sanctioned Peru are false.", "denied"),
            ("Chile reportedly sanctioned Peru.", "claims"),
            ("Chile will meet Peru.", "planned"),
        ],
    )
    def test_it_gives_the_status(self, text, status):
        assert status in explain(events(text)[0], text)

    def test_every_event_of_a_text_can_be_explained_without_it(self):
        text = "Peru and Chile agreed to share water. Mali was denounced in 1990 by Togo. General Lee of Fiji resigned."
        for event in events(text):
            assert explain(event) == explain(event, text)

    def test_without_any_words_positions_are_given(self):
        (event,) = events("Chile condemned Peru.")
        assert "because of 6:15" in explain(attrs.evolve(event, text=""))

    def test_wrong_arguments_say_what_to_pass(self):
        found = events("Chile condemned Peru.")
        with pytest.raises(TypeError, match=r"^explain takes one event, such as analysis\.events\[0\] \(got tuple\)$"):
            explain(found)
        article = Article(text="Chile condemned Peru.", format="x")
        with pytest.raises(TypeError, match=r"text: explain\(event, article\.text\) \(got Article\)$"):
            explain(found[0], article)


class TestTables:
    def test_a_users_state_changes_the_result(self):
        mine = default_tables().with_added("states", [{"code": "XSL", "name": "Sealand", "adjectives": "Sealandic"}])
        assert code("Sealand expelled two Peruvian envoys.") == []
        assert code("Sealand expelled two Peruvian envoys.", tables=mine) == ["SANCTION XSL>PER ACTUAL"]

    def test_a_users_trigger_changes_the_result(self):
        row = {
            "id": "accuse.mine",
            "lemmas": "tut at",
            "pos": "v",
            "type": "ACCUSE",
            "modes": "disapprove",
            "roles": "s>at",
        }
        mine = default_tables().with_added("triggers", [row])
        assert code("Chile tutted at Peru.") == []
        (event,) = events("Chile tutted at Peru.", tables=mine)
        assert (brief(event), event.evidence.rule) == ("ACCUSE CHL>PER ACTUAL", "accuse.mine")

    def test_a_bad_trigger_is_an_error_when_it_is_used(self):
        mine = default_tables().with_added("triggers", [{"id": "x", "lemmas": "tut", "pos": "v", "type": "TUT"}])
        with pytest.raises(LexiconError, match="no event type 'TUT'"):
            code("Chile tutted.", tables=mine)


PHRASES = (
    'Chile,Peru,Oslo,the Kremlin,U.S.,said that,it,will,not,impose,sanctions,on,and,.,",“,”,his,'
    "two allies,both sides,met,in,"
    "Monday,which,attacked,by,to,(,),-,—,agreed,talks,with,Foreign Minister Ana,President,may,if,\n\n"
)
WORDS = st.sampled_from(PHRASES.split(","))


class TestAnyText:
    @given(
        st.one_of(
            st.text(st.characters(exclude_categories=["Cs"]), max_size=120), st.lists(WORDS, max_size=40).map(" ".join)
        )
    )
    @settings(max_examples=40)
    @example("-- " * 30)
    def test_nothing_is_raised_and_every_span_lies_in_its_sentence(self, text):
        for event in events(text):
            assert event.trigger
            for span in event.trigger:
                assert event.sentence.start <= span.start < span.end <= event.sentence.end <= len(text)
            assert event.actors
            assert event.status in EventStatus
            assert from_dict(Event, to_dict(event)) == event

    @given(st.lists(WORDS, max_size=25).map(" ".join))
    @settings(max_examples=15)
    def test_the_same_text_gives_the_same_events(self, text):
        assert events(text) == events(text)

    @pytest.mark.parametrize(
        "run", ["1" * 100_000, "a, " * 10_000, "attacked Peru and " * 2_000, "Kim " * 5_000, "- " * 20_000]
    )
    def test_long_runs_end_quickly(self, run):
        events(run)

    def test_a_wrong_argument_is_a_type_error(self):
        with pytest.raises(TypeError):
            extract_events(7)

    def test_moving_the_anchor_moves_the_date(self):
        text = "Chile expelled two Peruvian envoys on Monday."
        assert extract_events(text, anchor=date(2024, 5, 15))[0].when.value == "2024-05-13"
