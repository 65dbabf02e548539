"""What the first call in a new process costs: modules loaded and patterns compiled, never seconds."""

import json
import subprocess
import sys

import pytest

COUNTED = """
import json, re, sys
bare = set(sys.modules)
compiled = []
compile_pattern = re._compiler.compile
re._compiler.compile = lambda source, flags=0: compiled.append(source) or compile_pattern(source, flags)
import diplonews as dn
from datetime import date
{call}
print(json.dumps([sorted(set(sys.modules) - bare), len(compiled), sum(map(len, compiled))]))
"""
DATES = 'dn.extract_dates("Envoys met on Tuesday and will meet again on March 3.", anchor=date(2021, 3, 10))'
COPY = """OSLO, March 3 (Reuters) - Norland's envoy met his counterpart on Tuesday.

The two will meet again next week, officials said.
"""
ARTICLE = f"dn.parse_article({COPY!r})"
NEVER = {"importlib.resources", "importlib.metadata", "email", "dateparser", "spacy", "lxml"}


def cost(call):
    """The modules that a call in a new process loads, and the patterns and characters of patterns it compiles."""
    code = COUNTED.format(call=call)
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    modules, patterns, characters = json.loads(done.stdout)
    return set(modules), patterns, characters


@pytest.mark.parametrize(
    ("call", "most_modules", "most_patterns", "most_characters"),
    [pytest.param(DATES, 130, 60, 8_000, id="dates"), pytest.param(ARTICLE, 125, 90, 20_000, id="article")],
)
def test_first_call(call, most_modules, most_patterns, most_characters):
    """The first call loads no library that its text does not need, and compiles few of the patterns."""
    modules, patterns, characters = cost(call)
    assert not modules & NEVER
    assert len(modules) <= most_modules
    assert patterns <= most_patterns
    assert characters <= most_characters


def test_english_dates_load_no_other_language():
    """The readings of other languages and calendars are loaded by a text that shows one."""
    assert "diplonews.temporal.foreign" not in cost(DATES)[0]
    assert "diplonews.temporal.foreign" in cost('dn.extract_dates("le 12 février 2021", anchor=None)')[0]


def test_text_loads_no_page_reader():
    """The parser of a machine format is loaded by copy that may be in it."""
    modules, _, _ = cost(ARTICLE)
    assert not {name for name in modules if name.startswith("diplonews.wire.formats.")}
