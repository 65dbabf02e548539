"""JSON as pages print it."""

import json

import pytest
from hypothesis import given, strategies as st

from diplonews.wire.formats.html_json import read_scripts

TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\"'\\"), max_size=12)
VALUES = st.recursive(
    TEXTS | st.booleans() | st.none(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3),
    max_leaves=6,
)
OBJECTS = st.dictionaries(TEXTS, VALUES, max_size=4)


class TestReadScripts:
    @given(OBJECTS)
    def test_valid_json(self, value):
        """Valid JSON is read unchanged."""
        assert read_scripts(json.dumps(value)) == [value]

    @given(OBJECTS, OBJECTS)
    def test_one_behind_the_other(self, first, second):
        """Values that follow one another are all read."""
        assert read_scripts(f"{json.dumps(first)};\n{json.dumps(second)}") == [first, second]

    @given(st.dictionaries(TEXTS, TEXTS, min_size=1), st.data())
    def test_cut_off(self, value, data):
        """Of an object that is cut off, the members before the cut are read."""
        whole = json.dumps(value, ensure_ascii=False)
        cut = data.draw(st.integers(1, len(whole) - 1))
        found = read_scripts(whole[:cut])
        read = {key: text for key, text in found[0].items() if value.get(key) == text}
        complete = [
            key for key in value if f"{json.dumps({key: value[key]}, ensure_ascii=False)[1:-1]}," in whole[:cut]
        ]
        assert set(complete) <= set(read)

    @given(st.text(alphabet="{}[]\"':,/*-<!>\\ab1 \n;", max_size=200))
    def test_never_raises(self, script):
        """Any script raises nothing and gives objects and lists."""
        assert all(isinstance(value, dict | list) for value in read_scripts(script))

    @pytest.mark.parametrize(
        ("script", "value"),
        [
            ('{"a": "x",}', {"a": "x"}),
            ('{"a": ["x", "y",],}', {"a": ["x", "y"]}),
            ("{'a': 'it''s'}", {"a": "it''s"}),
            ("{a: 'x', b: true}", {"a": "x", "b": True}),
            ('/* data */ {"a": "x" /* y */, // z\n "b": "http://x.example"}', {"a": "x", "b": "http://x.example"}),
            ('{"a": "the "Echo" arrived", "b": "y"}', {"a": 'the "Echo" arrived', "b": "y"}),
            ('{"a": "x", light", "b": "y"}', {"a": "x", "b": "y"}),
            ('{"a": "one\ntwo"}', {"a": "one\ntwo"}),
            (r'{"a": "\u00e9\n\q",}', {"a": "é\nq"}),
            ("{&quot;a&quot;: &quot;x&quot;}", {"a": "x"}),
        ],
    )
    def test_faults(self, script, value):
        """Faults that pages have are read as they are meant."""
        assert read_scripts(script) == [value]

    @pytest.mark.parametrize("mark", ["{", "[", '"', '{"a":', "{,", "{a b,", "/*", '{a,"', '" ', "<!--", "\\", "{'"])
    def test_long_runs(self, mark):
        """Long runs of one mark end quickly, in no value or in an empty one."""
        assert len(read_scripts(mark * 100_000)) <= 100_000
