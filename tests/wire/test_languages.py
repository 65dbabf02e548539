"""The language of a text by its own words."""

import tomllib
from importlib import import_module
from pathlib import Path

import pytest
from hypothesis import given, strategies as st

from diplonews.lexicons.languages import load_languages
from diplonews.wire.languages import language_of, settled_language, short_tag

DATA = Path(__file__).parents[1] / "data" / "languages.toml"
SENTENCES = tomllib.loads(DATA.read_text(encoding="utf-8"))["sentences"]


class TestLanguageOf:
    @pytest.mark.parametrize("language", SENTENCES)
    def test_sentences(self, language):
        """Two sentences show their language."""
        assert language_of(SENTENCES[language]) == language

    @pytest.mark.parametrize("text", ["", "Oslo 12:30", "AP Reuters AFP", "1 2 3 4 5 6 7 8 9", "… — “”"])
    def test_too_little(self, text):
        """What has no sentence shows none."""
        assert language_of(text) is None

    @given(st.text(max_size=300))
    def test_any_text(self, text):
        """Of any text the answer is a language of the table or None, and the same for any case."""
        table = load_languages()
        known = {name for names in table.words.values() for name in names} | {row[2] for row in table.scripts}
        assert language_of(text) in known | {None}

    @given(st.sampled_from(sorted(SENTENCES)), st.integers(2, 5))
    def test_more_of_the_same(self, language, times):
        """More words of a language do not change the answer."""
        assert language_of(" ".join([SENTENCES[language]] * times)) == language


class TestSettledLanguage:
    @pytest.mark.parametrize(
        ("language", "stated", "settled"),
        [
            ("en", ["en-GB"], "en-GB"),
            ("en", ["de", "en-US"], "en-US"),
            ("de", ["en"], "de"),
            ("no", ["nb-NO"], "nb-NO"),
            ("en", ["eng"], "en"),
            ("zh", ["zh-HK"], "zh-HK"),
            ("ru", [], "ru"),
        ],
    )
    def test_cases(self, language, stated, settled):
        """The statement that fits the words; without one the language of the words."""
        assert settled_language(SENTENCES[language], stated) == settled

    def test_nothing_shown(self):
        """If the words show nothing, the first statement counts."""
        assert (settled_language("Oslo", ["fr", "de"]), settled_language("Oslo", [])) == ("fr", None)


# where spaCy writes them without their accents, or differently
SPELLED_OTHERWISE = {"sq", "ur", "la", "et"}


def test_words_against_another_list():
    """Most of the small words are stop words of spaCy's, which were compiled by others."""
    words = load_languages().words
    for language in sorted({name for names in words.values() for name in names} - SPELLED_OTHERWISE):
        try:
            known = import_module(f"spacy.lang.{'nb' if language == 'no' else language}.stop_words").STOP_WORDS
        except ModuleNotFoundError:
            continue
        ours = [word for word, names in words.items() if language in names]
        assert sum(word in known for word in ours) >= 0.65 * len(ours), language


def test_short_tag():
    """Three letters become two where a language has two; others stay."""
    assert [short_tag(tag) for tag in ("deu-AT", "gsw-CH", "en")] == ["de-AT", "gsw-CH", "en"]
