"""Slips of the parser that are mended: each rewrite changes its example and leaves its counter-example alone."""
# ruff: noqa: E501 -- a parse is one line

from __future__ import annotations

import re
import subprocess
import sys

import pytest
from hypothesis import given, settings, strategies as st

import diplonews as dn
from diplonews.lexicons.triggers import trigger_index
from diplonews.syntax import repairs
from diplonews.syntax.copy_repairs import mend_copy
from diplonews.syntax.repairs import REPAIRS, mend_trees
from diplonews.syntax.tokens import Token
from tests.parses import read_parse

# The parses of the examples and counter-examples, as a parser gives them now and then.
PARSES = {
    "repair.tags.joined_passive": (
        "Envoys/NNS/nsubjpass/2 were/VBD/auxpass/2 praised/VBN/ROOT/2 abroad/RB/advmod/2 and/CC/cc/2 vilified/VBD/conj/2 at/IN/prep/5 home/NN/pobj/6",
        "Envoys/NNS/nsubjpass/2 were/VBD/auxpass/2 praised/VBN/ROOT/2 abroad/RB/advmod/2 and/CC/cc/2 vilified/VBD/conj/2 critics/NNS/dobj/5",
    ),
    "repair.tags.rare_verb": (
        "Latvia/NNP/compound/1 hobnobbed/NN/ROOT/1",
        "the/DT/det/1 aged/NN/nsubj/2 sang/VBD/ROOT/2",
    ),
    "repair.tags.capitals": (
        "NORWAY/NNP/nsubj/1 EXPELS:expel/NNS/ROOT/1 DANES/NNPS/dobj/1",
        "NORWAY/NNP/compound/1 TALKS:talk/NNS/ROOT/1",
    ),
    "repair.tags.single_charge": (
        "the/DT/det/2 charge/NN/compound/2 d'affaires/NNS/nsubj/3 left/VBD/ROOT/3",
        "the/DT/det/2 charges/NNS/compound/2 d'affaires/NNS/nsubj/3 left/VBD/ROOT/3",
    ),
    "repair.tags.plural": (
        "Ceasefire/NN/compound/1 talks:talk/VBZ/nsubj/3 have/VBP/aux/3 stalled/VBN/ROOT/3",
        "Peace/NN/compound/1 talks:talk/NNS/nsubj/3 have/VBP/aux/3 stalled/VBN/ROOT/3",
    ),
    "repair.tags.deed": (
        "A/DT/det/1 Dane/NNP/nsubjpass/3 was/VBD/auxpass/3 killed/VBN/ROOT/3 in/IN/prep/3 shelling:shell/VBG/pcomp/4 by/IN/prep/5 troops/NNS/pobj/6",
        "Denmark/NNP/nsubj/1 insisted/VBD/ROOT/1 on/IN/prep/1 shelling:shell/VBG/pcomp/2 the/DT/det/5 port/NN/dobj/3",
    ),
    "repair.trees.deed": (
        "A/DT/det/1 Dane/NNP/nsubjpass/3 was/VBD/auxpass/3 killed/VBN/ROOT/3 in/IN/prep/3 shelling/NN/pcomp/4 by/IN/prep/5 troops/NNS/pobj/6",
        "Denmark/NNP/nsubj/1 insisted/VBD/ROOT/1 on/IN/prep/1 shelling:shell/VBG/pcomp/2 the/DT/det/5 port/NN/dobj/3",
    ),
    "repair.tags.let_through": (
        "Egypt/NNP/nsubj/1 opened/VBD/ROOT/1 the/DT/det/3 crossing/NN/dobj/1 to/TO/aux/5 let/VB/aux/6 wounded/VBN/advcl/1 Danes/NNPS/dobj/6 through/RP/prt/6",
        "Egypt/NNP/nsubj/1 opened/VBD/ROOT/1 the/DT/det/3 crossing/NN/dobj/1 to/TO/aux/5 have/VB/aux/6 wounded/VBN/advcl/1 Danes/NNPS/dobj/6 through/RP/prt/5",
    ),
    "repair.trees.let_through": (
        "Egypt/NNP/nsubj/1 opened/VBD/ROOT/1 the/DT/det/3 crossing/NN/dobj/1 to/TO/aux/5 let/VB/aux/6 wounded/JJ/advcl/1 Danes/NNPS/dobj/6 through/RP/prt/6",
        "Egypt/NNP/nsubj/1 opened/VBD/ROOT/1 the/DT/det/3 crossing/NN/dobj/1 to/TO/aux/5 have/VB/aux/6 wounded/VBN/advcl/1 Danes/NNPS/dobj/6 through/RP/prt/5",
    ),
    "repair.trees.fronted_subject": (
        "In/IN/prep/8 a/DT/det/2 deal/NN/pobj/0 hailed/VBN/acl/2 by/IN/agent/3 allies/NNS/pobj/4 ,/,/punct/5 Norway/NNP/appos/5 signed/VBD/ROOT/8",
        "In/IN/prep/9 a/DT/det/2 deal/NN/pobj/0 hailed/VBN/acl/2 by/IN/agent/3 allies/NNS/pobj/4 ,/,/punct/5 Norway/NNP/appos/5 it/PRP/nsubj/9 signed/VBD/ROOT/9",
    ),
    "repair.trees.listed_modifiers": (
        "Norwegian/JJ/amod/4 ,/,/punct/3 Latvian/JJ/amod/3 leaders/NNS/nsubj/4 meet/VBP/ROOT/4",
        "Norwegian/JJ/amod/4 ,/,/punct/3 tired/JJ/amod/3 leaders/NNS/nsubj/4 meet/VBP/ROOT/4",
    ),
    "repair.trees.day": (
        "On/IN/prep/3 Monday/NNP/compound/2 Poland/NNP/nsubj/3 condemned/VBD/ROOT/3 Latvia/NNP/dobj/3",
        "In/IN/prep/4 Monday/NNP/compound/2 Times/NNP/pobj/0 Poland/NNP/nsubj/4 condemned/VBD/ROOT/4 Latvia/NNP/dobj/4",
    ),
    "repair.trees.split_day": (
        "On/IN/prep/3 Friday/NNP/compound/2 Norway/NNP/pobj/0 froze/VBD/ROOT/3 the/DT/det/5 funds/NNS/dobj/3",
        "On/IN/prep/4 Friday/NNP/compound/2 Harbour/NNP/pobj/0 Norway/NNP/nsubj/4 froze/VBD/ROOT/4 funds/NNS/dobj/4",
    ),
    "repair.tags.person": (
        "An/DT/det/1 official/JJ/nsubj/6 close/JJ/amod/1 to/IN/prep/2 the/DT/det/5 talks/NNS/pobj/3 left/VBD/ROOT/6",
        "The/DT/det/1 rich/JJ/nsubj/2 left/VBD/ROOT/2",
    ),
    "repair.trees.joined_verb": (
        "Norway/NNP/nsubj/1 urged/VBD/ROOT/1 Latvia/NNP/dobj/1 to/TO/aux/4 pay/VB/xcomp/1 and/CC/cc/4 called/VBD/conj/4 on/IN/prep/6 Mali/NNP/pobj/7",
        "Norway/NNP/nsubj/1 urged/VBD/ROOT/1 Latvia/NNP/dobj/1 to/TO/aux/4 pay/VB/xcomp/1 and/CC/cc/4 call/VB/conj/4 on/IN/prep/6 Mali/NNP/pobj/7",
    ),
    "repair.trees.participle": (
        "Tanks/NNS/ROOT/0 massed:mass/VBD/acl/0 near/IN/prep/1 Latvia/NNP/pobj/2",
        "Tanks/NNS/ROOT/0 built:build/VBN/acl/0 near/IN/prep/1 Latvia/NNP/pobj/2",
    ),
    "repair.trees.called_off": (
        "Latvia/NNP/compound/1 summit/NN/nsubj/2 cancelled:cancel/VBD/ROOT/2",
        "Latvia/NNP/nsubj/1 cancelled:cancel/VBD/ROOT/1 summit/NN/dobj/1",
    ),
    "repair.trees.modifier": (
        "Sweden/NNP/npadvmod/1 shared/VBN/amod/2 intelligence/NN/ROOT/2 with/IN/prep/2 Latvia/NNP/pobj/3",
        "widely/RB/advmod/1 shared/VBN/amod/2 intelligence/NN/ROOT/2",
    ),
    "repair.trees.lost_subject": (
        "Norway/NNP/nsubj/1 confirmed/VBD/ROOT/1 Latvia/NNP/dobj/1 had/VBD/aux/4 paid/VBN/ccomp/1",
        "Norway/NNP/nsubj/1 told/VBD/ROOT/1 Latvia/NNP/dobj/1 it/PRP/nsubj/5 had/VBD/aux/5 paid/VBN/ccomp/1",
    ),
    "repair.trees.lost_joined_subject": (
        "Norway/NNP/nsubj/1 spoke/VBD/ROOT/1 of/IN/prep/1 theft/NN/pobj/2 and/CC/cc/3 Latvia/NNP/conj/3 left/VBD/conj/1",
        "Norway/NNP/nsubj/1 spoke/VBD/ROOT/1 of/IN/prep/1 theft/NN/pobj/2 and/CC/cc/1 left/VBD/conj/1",
    ),
    "repair.trees.lost_content": (
        "Norway/NNP/nsubj/1 said:say/VBD/ROOT/1 after/IN/prep/1 the/DT/det/4 talks/NNS/pobj/2 that/WDT/dobj/8 work/NN/nsubj/8 would/MD/aux/8 begin/VB/relcl/4",
        "Norway/NNP/nsubj/1 left:leave/VBD/ROOT/1 after/IN/prep/1 the/DT/det/4 talks/NNS/pobj/2 that/WDT/dobj/8 work/NN/nsubj/8 would/MD/aux/8 begin/VB/relcl/4",
    ),
    "repair.trees.lost_time": (
        "A/DT/det/1 statement/NN/nsubj/6 issued/VBN/acl/1 after/IN/mark/6 the/DT/det/5 meeting/NN/nsubj/6 said/VBD/ROOT/6",
        "A/DT/det/1 statement/NN/nsubjpass/3 was/VBD/auxpass/3 issued/VBN/ROOT/3 after/IN/mark/7 the/DT/det/6 meeting/NN/nsubj/7 said/VBD/advcl/3",
    ),
    "repair.trees.lost_teller": (
        "Norway/NNP/nsubj/1 expelled/VBD/ccomp/5 envoys/NNS/dobj/1 the/DT/det/4 ministry/NN/appos/2 said:say/VBD/ROOT/5",
        "Norway/NNP/nsubj/1 expelled/VBD/ccomp/6 envoys/NNS/dobj/1 the/DT/det/4 ministry/NN/appos/2 it/PRP/nsubj/6 said:say/VBD/ROOT/6",
    ),
    "repair.trees.lost_day": (
        "Norway/NNP/nsubj/1 said:say/VBD/ROOT/1 on/IN/prep/6 Monday/NNP/pobj/2 it/PRP/nsubj/6 would/MD/aux/6 pay/VB/ccomp/1",
        "Norway/NNP/nsubj/1 said:say/VBD/ROOT/1 on/IN/prep/6 Sundays/NNPS/pobj/2 it/PRP/nsubj/6 would/MD/aux/6 pay/VB/ccomp/1",
    ),
    "repair.trees.subject_day": (
        "The/DT/det/1 army/NN/nsubj/4 on/IN/prep/1 Monday/NNP/pobj/2 left:leave/VBD/ROOT/4 Latvia/NNP/dobj/4",
        "The/DT/det/1 talks:talk/NNS/nsubj/4 on/IN/prep/1 Monday/NNP/pobj/2 ended:end/VBD/ROOT/4 in/IN/prep/4 Latvia/NNP/pobj/5",
    ),
    "repair.trees.compound_subject": (
        "Israel/NNP/compound/1 coordinates:coordinate/VBZ/ROOT/1 in/IN/prep/1 intelligence/NN/pobj/2",
        "Israel/NNP/compound/1 talks/NNS/nsubj/2 are:be/VBP/ROOT/2",
    ),
    "repair.trees.judgement": (
        "Norway/NNP/nsubj/1 called:call/VBD/ROOT/1 the/DT/det/3 raid/NN/dobj/1 outrageous/JJ/amod/3",
        "Norway/NNP/nsubj/1 opposed:oppose/VBD/ROOT/1 the/DT/det/3 raid/NN/dobj/1 outrageous/JJ/amod/3",
    ),
    "repair.trees.joined_name": (
        "A/DT/det/1 trip/NN/nsubj/6 to/IN/prep/1 Latvia/NNP/pobj/2 and/CC/cc/1 Mali/NNP/conj/1 began/VBD/ROOT/6",
        "A/DT/det/1 trip/NN/nsubj/6 to/IN/prep/1 Latvia/NNP/pobj/2 and/CC/cc/1 drinks/NNS/conj/1 began/VBD/ROOT/6",
    ),
    "repair.trees.names_joined": (
        "She/PRP/nsubj/1 went/VBD/ROOT/1 to/IN/prep/1 Norway/NNP/nmod/6 and/CC/cc/3 northern/JJ/amod/6 Latvia/NNP/pobj/2",
        "She/PRP/nsubj/1 went/VBD/ROOT/1 to/IN/prep/1 Norway/NNP/nmod/6 and/CC/cc/3 Latvia/NNP/compound/6 ferries/NNS/pobj/2",
    ),
    "repair.trees.to_name": (
        "Norway/NNP/nsubj/1 takes/VBZ/ROOT/1 Latvia/NNP/dobj/1 to/TO/aux/4 WTO/NNP/xcomp/1 over/IN/prep/4 fish/NN/pobj/5",
        "Norway/NNP/nsubj/1 asks/VBZ/ROOT/1 Latvia/NNP/dobj/1 to/TO/aux/4 pay/VB/xcomp/1 for/IN/prep/4 fish/NN/pobj/5",
    ),
    "repair.trees.joined_subject": (
        "Norway/NNP/nsubj/3 and/CC/cc/0 Latvia/NNP/nsubj/3 met/VBD/ROOT/3",
        "Norway/NNP/nsubj/4 and/CC/cc/0 also/RB/advmod/4 Latvia/NNP/nsubj/4 met/VBD/ROOT/4",
    ),
}


def state(tokens: tuple[Token, ...]) -> list[tuple[str, str, int]]:
    return [(token.tag, token.dep, token.head.i) for token in tokens]


def mended_by(name: str, tokens: tuple[Token, ...], monkeypatch: pytest.MonkeyPatch) -> bool:
    """Whether one rewrite alone changes a parse."""
    only = next(repair for repair in REPAIRS if repair.id == name)
    monkeypatch.setattr(repairs, "REPAIRS", (only,))
    monkeypatch.setattr(repairs, "REPAIRS_BY_LABEL", dict.fromkeys(only.deps, (only,)))
    before = state(tokens)
    repairs.mend_tags(
        tokens, trigger_index().verb_lemmas | {"hobnobbed": "hobnob", "aged": "age", "expels": "expel", "talks": "talk"}
    )
    mend_trees(tokens)
    return state(tokens) != before


@pytest.mark.parametrize("name", PARSES)
class TestParses:
    def test_example(self, name, monkeypatch):
        """The example is changed, and what comes out is a tree."""
        tokens = read_parse(PARSES[name][0]).tokens
        assert mended_by(name, tokens, monkeypatch)
        assert sum(token.head is token for token in tokens) == 1
        assert all(kid.head is token for token in tokens for kid in token.kids)
        (root,) = (token for token in tokens if token.head is token)
        assert (root.left, root.right) == (0, len(tokens) - 1)

    def test_counter_example(self, name, monkeypatch):
        """The counter-example is left as it is."""
        assert not mended_by(name, read_parse(PARSES[name][1]).tokens, monkeypatch)


@pytest.mark.parametrize("repair", [repair for repair in REPAIRS if repair.of == "copy"], ids=lambda repair: repair.id)
def test_copies(repair):
    """The copy for the parser is changed, and is as long as before."""
    assert mend_copy(repair.example) != repair.example
    assert len(mend_copy(repair.example)) == len(repair.example)
    assert mend_copy(repair.counter) == repair.counter


@given(st.text(alphabet="AUSJaein.- "))
def test_copies_keep_their_length(words):
    """Whatever the words are, offsets hold."""
    assert len(mend_copy(words)) == len(words)


@pytest.mark.parametrize(
    "text",
    [
        "The day is al-Berg Monday met envoys.",
        "“Oslo’s Monday night said.",
        "Mid-Norway expels Latvia's envoy.",
        "The U.S. orders a boat.",
        "'Norway summons Latvian envoy'",
    ],
)
def test_names_of_all_forms_are_rewritten(text):
    """A rewritten verb or day may follow a name with marks within it or right before it."""
    assert mend_copy(text) != text


@pytest.mark.parametrize("joint", [".", "-", "’", "'"])
@pytest.mark.parametrize("end", [" Monday met", " Monday, summons x, orders x"])
def test_endless_names_are_read_to_an_end(joint, end):
    """A name of many letters with marks between them takes time in proportion to its length."""
    code = (
        "from diplonews.syntax.copy_repairs import mend_copy; "
        f"text = 'The day is ' + {'A' + joint!r} * 400_000 + {end!r}; print(len(mend_copy(text)) - len(text))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=120)
    assert done.stdout == "0\n"


@pytest.mark.parametrize("repair", [repair for repair in REPAIRS if repair.of == "copy"], ids=lambda repair: repair.id)
@given(data=st.data())
def test_copies_that_a_rewrite_changes_have_its_traces(repair, data):
    """Wherever a pattern matches in a piece of its example, repeated or cut, one of its traces is there."""
    pieces = re.findall(r"\w+|\W", repair.example + repair.counter)
    words = data.draw(st.lists(st.sampled_from(pieces), max_size=12).map("".join))
    first, last = sorted(data.draw(st.tuples(*[st.integers(0, len(repair.example))] * 2)))
    for text in (words, repair.example[first:last], repair.example[:first] + words + repair.example[first:]):
        if repair.pattern.search(text):
            assert any(trace in text for trace in repair.traces)


def test_every_rewrite_is_shown():
    """Each rewrite of tags or trees has its parses here, and its example and counter-example are two sentences."""
    assert {repair.id for repair in REPAIRS if repair.of != "copy"} == set(PARSES)
    assert all(repair.example != repair.counter for repair in REPAIRS)


LABELS = ("acl", "amod", "ccomp", "compound", "conj", "dobj", "nsubj", "aux", "prep", "pobj")
CELL = st.tuples(
    st.sampled_from(("Monday", "Poland", "massed:mass", "on", "and", "to", "had")),
    st.sampled_from(("NNP", "VBD", "VBN", "VB", "IN", "CC")),
    st.sampled_from(LABELS),
    st.integers(0, 7),
)


@settings(max_examples=200)
@given(st.lists(CELL, min_size=1, max_size=8))
def test_any_parse_stays_a_forest(cells):
    """Whatever a parser hands over, every token reaches a root, and subtrees cover what is below them."""
    count = len(cells)
    tokens = read_parse(" ".join(f"{word}/{tag}/{dep}/{head % count}" for word, tag, dep, head in cells)).tokens
    mend_trees(tokens)
    for token in tokens:
        *_, top = token.upwards()
        assert top.dep == "ROOT"
        assert top.left <= token.left <= token.i <= token.right <= top.right


@pytest.mark.parametrize(
    ("parse", "head"),
    [
        # before what was said: with and without a preposition, with an adverb, with a part of the day
        ("Oslo/NNP/nsubj/1 said:say/VBD/ROOT/1 Monday/NNP/npadvmod/4 it/PRP/nsubj/4 paid:pay/VBD/ccomp/1", "said"),
        ("Oslo/NNP/nsubj/1 said:say/VBD/ROOT/1 Monday/NNP/compound/3 night/NN/npadvmod/5 it/PRP/nsubj/5 paid:pay/VBD/ccomp/1", "night"),
        ("Oslo/NNP/nsubj/1 said:say/VBD/ROOT/1 late/RB/advmod/6 on/IN/prep/2 Monday/NNP/pobj/3 it/PRP/nsubj/6 paid:pay/VBD/ccomp/1", "on"),
        # in one phrase with its subject
        ("Oslo/NNP/nsubj/1 said:say/VBD/ROOT/1 Monday/NNP/compound/3 Riga/NNP/nsubj/5 would/MD/aux/5 pay/VB/ccomp/1", "said"),
        ("Oslo/NNP/nsubj/1 said:say/VBD/ROOT/1 on/IN/prep/1 Monday/NNP/compound/4 Riga/NNP/pobj/2 paid:pay/VBD/ccomp/1", "on"),
        ("Oslo/NNP/nsubj/1 said:say/VBD/ROOT/1 on/IN/prep/1 Monday/NNP/compound/4 Danish/JJ/amod/5 ships/NNS/nsubj/6 left:leave/VBD/pcomp/2", "on"),
        # talks on a Monday, Monday's talks, and a day of what was said
        ("Oslo/NNP/nsubj/1 said:say/VBD/ROOT/1 Monday/NNP/compound/3 talks/NNS/nsubj/4 failed:fail/VBD/ccomp/1", "talks"),
        ("Oslo/NNP/nsubj/1 said:say/VBD/ROOT/1 Monday/NNP/poss/4 's/POS/case/2 talks/NNS/nsubj/5 failed:fail/VBD/ccomp/1", "talks"),
        ("Oslo/NNP/nsubj/1 said:say/VBD/ROOT/1 talks/NNS/nsubj/5 on/IN/prep/2 Monday/NNP/pobj/3 failed:fail/VBD/ccomp/1", "on"),
    ],
)  # fmt: skip
def test_the_day_of_a_statement(parse, head):
    """The weekday right after a verb of saying goes with that verb, and what was said has its subject back."""
    tokens = read_parse(parse).tokens
    mend_trees(tokens)
    day = next(token for token in tokens if token.text == "Monday")
    assert day.head.text == head
    verb = next(token for token in tokens if token.dep in ("ccomp", "pcomp"))
    assert verb.subject is not None
    assert verb.head.lemma == "say"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("On Monday Poland condemned Latvia.", "ACCUSE POL LVA"),
        ("Norway urged Latvia to pay and called on Mali to wait.", "REQUEST NOR MLI"),
        ("The U.S.-Japan talks ended in discord.", "CONSULT USA,JPN "),
        ("Poland Monday night condemned Latvia.", "ACCUSE POL LVA"),
    ],
)
def test_events_profit(text, told):
    """What was misread before names its event."""
    found = [
        f"{event.type} {','.join(a.code for a in event.actors)} {','.join(r.code for r in event.recipients)}"
        for event in dn.extract_events(text)
    ]
    assert told in found


def test_quotes_profit():
    """The question ends before the verb that was joined to it."""
    text = "The ministry has promised to pay the men and sent tents to Riga."
    (quote,) = dn.extract_quotes(text)
    assert [span.of(text) for span in quote.content] == ["to pay the men"]
