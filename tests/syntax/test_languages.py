"""Only English is read for quotes, actors and events; what is not says so."""

import tomllib
from pathlib import Path

import pytest

from diplonews import analyze, explain, extract_actors, extract_events, extract_quotes, parse_article
from diplonews.evaluation import read_gold
from diplonews.syntax.languages import english_parts
from diplonews.syntax.layout import parts_of

DATA = Path(__file__).parents[1] / "data"
SENTENCES = tomllib.loads((DATA / "languages.toml").read_text(encoding="utf-8"))["sentences"]
OTHERS = sorted(set(SENTENCES) - {"en"})
ENGLISH = "Oslo rebuked Riga on Monday, and the envoys said that it was not the first time in the year."
WHY = "in another language ({}): quotes, actors and events are read in English"


class TestUnread:
    """`Analysis.unread`"""

    @pytest.mark.parametrize("language", OTHERS)
    def test_another_language(self, language):
        """Nothing is found, and the reason names the language."""
        found = analyze(SENTENCES[language])
        assert (found.quotes, found.actors, found.events) == ((), (), ())
        assert found.unread == "the text, " + WHY.format(language)

    @pytest.mark.parametrize("language", ["de", "ru", "zh"])
    def test_english_passages_are_read(self, language):
        """An English paragraph counts in a text of another language; a foreign one is left out of an English text."""
        other = SENTENCES[language]
        alone = analyze(ENGLISH)
        assert (alone.unread, len(alone.events)) == (None, 1)
        for parts, unread in (([other, ENGLISH, other], 2), ([ENGLISH, other, ENGLISH], 1)):
            found = analyze("\n\n".join(parts))
            assert found.unread == f"{unread} of 3 paragraphs, " + WHY.format(language)
            assert [event.text for event in found.events] == [event.text for event in alone.events] * (3 - unread)

    def test_each_stage_alone(self):
        """The single functions read what `analyze` reads."""
        text = SENTENCES["fr"] + "\n\n" + ENGLISH
        found = analyze(text)
        assert extract_quotes(text) == found.quotes
        assert extract_actors(text) == found.actors
        assert extract_events(text) == found.events

    @pytest.mark.parametrize(("stated", "is_read"), [("fr", False), ("en-GB", True), (None, True)])
    def test_what_shows_no_language(self, stated, is_read):
        """Few words are in the language that is stated, else in English."""
        tag = f' xml:lang="{stated}"' if stated else ""
        raw = f"<nitf{tag}><body><body.content><p>Oslo rebuked Riga.</p></body.content></body></nitf>"
        found = analyze(parse_article(raw))
        assert found.article.language == stated
        assert (found.unread is None, bool(found.events)) == (is_read, is_read)

    def test_a_wrong_statement(self):
        """English that is said to be French is read."""
        raw = f'<nitf xml:lang="fr"><body><body.content><p>{ENGLISH}</p></body.content></body></nitf>'
        assert analyze(parse_article(raw)).unread is None

    def test_an_explanation_says_so(self):
        """A rule that is tried on such a text finds nothing, and that is why."""
        assert explain(SENTENCES["de"], rule="accuse.v.accuse") == "not read: the text, " + WHY.format("de")

    def test_dates_are_found_in_other_languages(self):
        """Text that is not searched for events still has its dates and its anatomy."""
        article = parse_article(
            "Die Botschafterin wurde am 6. März 2024 ins Ministerium einbestellt, wie es hieß und war."
        )
        found = analyze(article)
        assert [date.value for date in found.dates] == ["2024-03-06"]


def test_no_false_alarm():
    """Every paragraph of the gold articles, all of them English, is read."""
    for gold in read_gold([DATA / "gold" / "dev"]):
        parts = parts_of(gold.text, None)
        assert english_parts(gold.text, None, parts) == (parts, None), gold.id


@pytest.mark.parametrize(
    "text",
    [
        "In a move to tighten U.S. rules on ferries, a key U.S. panel met.",
        "Crowds on a pier chanted “U-S-A! U-S-A!”",
        "TIN PRICES APRIL 7\n May 1152 ba\n Aug 1175 ba\n Oct 1208 ba\n Dec 1235 ba\n Mar 1265 ba\n May 1300 ba",
    ],
)
def test_letters_and_abbreviations_are_not_words(text):
    """Initials, possessives and the abbreviations of a table show no language."""
    assert analyze(text).unread is None
