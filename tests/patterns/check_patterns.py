"""Every pattern of the package against strings made to send it back and forth. Takes minutes: `make check` runs it.

The patterns are found by walking the package: all modules are imported, all patterns that wait for their first use
are compiled, and those made out of tables with them. For each repetition in a pattern there are strings that feed it
and then fail. None may take more than some seconds of processor time.
"""

import gc
import importlib
import pkgutil
import re
import signal
import sys
from pathlib import Path

import pytest

import diplonews
import diplonews as dn
from diplonews.patterns import _Later
from diplonews.wire.declared import text_parsers
from diplonews.wire.textparser import compile_mark, compile_profile

EXAMPLES = Path(__file__).parents[2] / "examples" / "articles"
CHARACTERS = 'aA1 .,-("“\n\t·'
HERE = (__name__.partition(".")[0],)
PUMPED = 1_000
SECONDS = 5  # of processor time; a linear pass takes a thousandth of a second
REPEATS = ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT")
GROUPS = ("SUBPATTERN", "ATOMIC_GROUP")


def names_of_modules():
    for found in pkgutil.walk_packages(diplonews.__path__, "diplonews."):
        if not found.name.endswith(("__main__", ".spark")):
            yield found.name


def is_asked_here():
    """Whether the call to `re` comes from the package or from this module, not from a library that they load."""
    frame = sys._getframe(2)
    while frame is not None and frame.f_globals.get("__name__", "").partition(".")[0] in ("re", "functools"):
        frame = frame.f_back
    return frame is not None and frame.f_globals.get("__name__", "").partition(".")[0] in ("diplonews", *HERE)


def compiled_by(work):
    """The patterns and flags that `re` compiles for the package while `work` runs."""
    seen = {}
    compile_pattern = re._compiler.compile
    re.purge()

    def noted(source, flags=0):
        if isinstance(source, str) and is_asked_here():
            seen[source, int(flags) & ~re.DEBUG] = None
        return compile_pattern(source, flags)

    re._compiler.compile = noted
    try:
        work()
    finally:
        re._compiler.compile = compile_pattern
    return list(seen)


def use_everything():
    """Import the package, compile what waits for its first use, and read some articles of each form."""
    for name in names_of_modules():
        importlib.import_module(name)
    for parser in text_parsers():
        compile_profile(parser)
        for mark in parser.marks:
            re._compiler.compile(compile_mark(mark.pattern).pattern, re.MULTILINE)
    for waiting in [one for one in gc.get_objects() if type(one) is _Later]:
        re._compiler.compile(waiting.pattern, waiting._compile_flags)
    for path in sorted(EXAMPLES.iterdir()):
        dn.extract_dates(dn.read(path))
    for text in ("le 12 février 2021", "12 февраля 2021", "2021年2月12日", "12 Shaban 1442", "15 Aban 1403"):
        dn.extract_dates(text, anchor="2021-03-01")


def sample(nodes, last):
    """A string that a sequence of nodes takes, for the greater part; `last` is preferred where a class allows it."""
    found = []
    for name, value in ((str(op), value) for op, value in nodes):
        if name in REPEATS:
            low, _, body = value
            found.append(sample(body, last) * max(1, min(low, 3)))
        elif name in GROUPS:
            found.append(sample(value[-1] if name == "SUBPATTERN" else value, last))
        elif name == "BRANCH":
            found.append(sample(value[1][0], last))
        elif name == "LITERAL":
            found.append(chr(value))
        elif name in ("IN", "ANY", "NOT_LITERAL"):
            found.append(takes([(name, value)], last))
    return "".join(found)


def takes(nodes, preferred):
    """A character that a class takes."""
    (name, value) = nodes[0]
    if name == "ANY":
        return preferred
    if name == "NOT_LITERAL":
        return preferred if ord(preferred) != value else "z"
    for op, item in value:
        if str(op) == "LITERAL":
            return chr(item)
        if str(op) == "RANGE":
            return chr(item[0])
        if str(op) == "CATEGORY":
            return {"DIGIT": "1", "SPACE": " ", "WORD": "a"}.get(str(item).rpartition("_")[2], preferred)
    return preferred


def attacks(nodes, before=""):
    """For each repetition of many, what leads up to it, and the strings that feed it."""
    for op, value in nodes:
        name = str(op)
        if name in REPEATS:
            _, high, body = value
            if high > 3:
                fed = sample(body, "a")
                yield from (before + piece * PUMPED for piece in {fed, *CHARACTERS} if piece)
            yield from attacks(body, before)
        elif name in GROUPS:
            yield from attacks(value[-1] if name == "SUBPATTERN" else value, before)
        elif name == "BRANCH":
            for branch in value[1]:
                yield from attacks(branch, before)
        elif name in ("ASSERT", "ASSERT_NOT"):
            yield from attacks(value[1], before)
        before += sample([(op, value)], "a")


@pytest.fixture(scope="module")
def patterns():
    return compiled_by(use_everything)


def slow(source, flags):
    """The attack that a pattern does not finish in time, or None."""

    def stop(*_):
        raise TimeoutError

    pattern = re.compile(source, flags)
    before = signal.signal(signal.SIGPROF, stop)
    try:
        for attack in dict.fromkeys(attacks(re._parser.parse(source, flags))):
            for text in (attack + "\x00!", attack):
                signal.setitimer(signal.ITIMER_PROF, SECONDS)
                try:
                    for search in (pattern.search, pattern.match, pattern.fullmatch):
                        search(text)
                except TimeoutError:
                    return text[:60]
                finally:
                    signal.setitimer(signal.ITIMER_PROF, 0)
    finally:
        signal.signal(signal.SIGPROF, before)
    return None


def test_the_walk_finds_them(patterns):
    """The package has more than a thousand patterns; a walk that finds few is broken."""
    assert len(patterns) > 1_000


def test_the_strings_are_bad_enough():
    """A pattern that is known to run away does so."""
    assert slow(r"(?:a|a?)+$", 0) is not None or slow(r"(?:a+)+$", 0) is not None


def test_none_runs_away(patterns):
    """No pattern takes seconds over a thousand characters."""
    found = [(source[:200], attack) for source, flags in patterns if (attack := slow(source, flags)) is not None]
    assert found == []
