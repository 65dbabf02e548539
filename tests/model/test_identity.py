"""The ids of findings."""

import subprocess
import sys

from hypothesis import given, strategies as st

import diplonews as dn
from diplonews.model.identity import digest, with_ids

spans = st.builds(lambda start, size: dn.Span(start, start + size), st.integers(0, 9), st.integers(0, 3))
places = st.lists(spans, min_size=1, max_size=2).map(tuple)
rules = st.sampled_from(["accuse.v.accuse", "accuse.n.rebuke", "consult.v.meet"])
events = st.builds(
    lambda trigger, rule: dn.Event(
        type=dn.EventType.ACCUSE, trigger=trigger, sentence=trigger[0], evidence=dn.Evidence(rule=rule)
    ),
    places,
    rules,
)
quotes = st.builds(
    lambda content, rule: dn.Quote(kind=dn.QuoteKind.DIRECT, content=content, evidence=dn.Evidence(rule=rule)),
    places,
    rules,
)


class TestWithIds:
    """`with_ids`."""

    @given(st.lists(events), st.lists(quotes))
    def test_different_in_an_article(self, acts, words):
        """No two findings of an article share an id, even where two are equal."""
        named = [*with_ids(acts, "urn:1"), *with_ids(words, "urn:1")]
        assert len({found.id for found in named}) == len(named)
        assert all(len(found.id) == 16 and int(found.id, 16) >= 0 for found in named)

    @given(st.lists(events))
    def test_nothing_else_changes(self, acts):
        """The findings are equal to what they were, and hash alike."""
        named = with_ids(acts, "urn:1")
        assert named == tuple(acts)
        assert list(map(hash, named)) == list(map(hash, acts))

    @given(events, events)
    def test_of_one_family(self, one, other):
        """An id depends on the article, the place and the family of the rule, not on what follows it."""
        (first,), (again,) = with_ids([one], "urn:1"), with_ids([one], "urn:2")
        assert first.id != again.id
        same = one.trigger == other.trigger and one.evidence.rule[:4] == other.evidence.rule[:4]
        assert (first.id == with_ids([other], "urn:1")[0].id) is same


def test_the_same_in_every_run():
    """Ids do not depend on the hash seed of the interpreter."""
    code = (
        "import diplonews as dn; from diplonews.model.identity import with_ids;"
        "span = dn.Span(0, 4); evidence = dn.Evidence(rule='accuse.v.accuse');"
        "event = dn.Event(type='ACCUSE', trigger=(span,), sentence=span, evidence=evidence);"
        "print(with_ids([event], 'urn:1')[0].id)"
    )
    runs = [
        subprocess.run(
            [sys.executable, "-c", code],
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": ":".join(sys.path)},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    ]
    assert runs[0] == runs[1] == "4c7cabd4293ccb3e\n"


def test_half_characters():
    """Text that is not valid UTF-8 has a digest too."""
    assert digest("\ud800") != digest("\ud801")
